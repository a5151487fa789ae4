/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_swap.c - asking for a swap.
 */
#include "web/staff_swap.h"

#include "app/my_swaps.h"
#include "door/problem.h"
#include "web/staff_part.h"

enum { OFFERS_FIRST = 3, DAYS_OFFERED = 12 };

const FieldRule staff_swap_fields[2] = {
    {"tanggal", N_("Day"), FIELD_DATE, .needed = false},
    {"semua", N_("All"), FIELD_FLAG, .needed = false},
};
const FieldRule staff_swap_check_fields[3] = {
    {"tanggal", N_("Day"), FIELD_DATE, .needed = true},
    {"dengan", N_("Colleague"), FIELD_CODE, .needed = true, .most = 64},
    {"kembali", N_("Back on"), FIELD_DATE, .needed = false},
};
const FieldRule staff_swap_ask_fields[5] = {
    {"tanggal", N_("Day"), FIELD_DATE, .needed = true},
    {"dengan", N_("Colleague"), FIELD_CODE, .needed = true, .most = 64},
    {"kembali", N_("Back on"), FIELD_DATE, .needed = false},
    {"id", N_("Record"), FIELD_ID, .needed = true},
    {"isi", N_("Note"), FIELD_LINE, .needed = false, .most = 200},
};

static char other_letter(char letter)
{
    return letter == PLACED_OFFICE ? PLACED_HOME : PLACED_OFFICE;
}

/* ---- which day -----------------------------------------------------------
 */

static void put_day_choice(Page *page, Date day)
{
    const Visit *v = page->visit;
    page_put(page, HTML("<li><a href=\""));
    page_text(page, staff_day_path(page, "/tukar?tanggal=", day));
    page_put(page, HTML("\"><b>"));
    page_text(page, said_date(&page->speech, day));
    page_put(page, HTML("</b>"));
    page_chip_word(page, live_plan_cell(v->view, v->person, day));
    page_put(page, HTML("</a></li>"));
}

static void put_day_choices(Page *page, const Date *days, size_t count)
{
    if (count == 0) {
        part_small(page, N_("No day to come is a turn of yours: the letter "
                            "fixes your place, or no plan is published yet."));
        return;
    }
    page_put(page, HTML("<ul class=\"pilihan\">"));
    for (size_t i = 0; i < count; i++)
        put_day_choice(page, days[i]);
    page_put(page, HTML("</ul>"));
}

static void put_days(Page *page)
{
    Date days[DAYS_OFFERED];
    Visit *v = page->visit;
    size_t count = my_swap_days(v->view, v->person, days, COUNT(days));
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Which day?");
    page_put(page, HTML("</h2>"));
    put_day_choices(page, days, count);
    page_put(page, HTML("</section>\n"));
}

/* ---- swaps that were asked for -------------------------------------------
 */

static void put_asked(Page *page, const MyRequest *request)
{
    const Fact *f = request->request;
    page_put(page, HTML("<li><div><b>"));
    page_link(page, staff_path(page, "/tukar/", f->id, ""),
              request->of_me ? SAID(&page->speech, "{who} asks you",
                                    {"who", staff_name(page, f->person)})
                             : SAID(&page->speech, "With {who}",
                                    {"who", staff_name(page, f->thing)}));
    page_put(page, HTML("</b><span>"));
    page_text(page, staff_request_days(page, f));
    page_put(page, HTML("</span></div>"));
    staff_put_request_tag(page, request);
    page_put(page, HTML("</li>"));
}

static size_t count_swaps(const MyDay *day)
{
    size_t count = 0;
    for (size_t i = 0; i < day->request_count; i++)
        count += day->requests[i].request->kind == FACT_SWAP;
    return count;
}

static void put_swaps(Page *page, const MyDay *day)
{
    if (count_swaps(day) == 0) return;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Swaps so far");
    page_put(page, HTML("</h2><ul class=\"tl\">"));
    for (size_t i = 0; i < day->request_count; i++) {
        if (day->requests[i].request->kind == FACT_SWAP)
            put_asked(page, &day->requests[i]);
    }
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- with whom -----------------------------------------------------------
 */

static Str check_path(const Page *page, const MySwap *swap)
{
    char day[DATE_TEXT], back[DATE_TEXT];
    const Register *r = &page->visit->view->office->r;
    Str code = address_part(page->arena, r->people[swap->with.index].code);
    return str_format(
        page->arena, "/tukar/periksa?tanggal=%s&dengan=%.*s&kembali=%s",
        date_iso(swap->day, day), STR_ARG(code), date_iso(swap->back, back));
}

static const char *kin_said(SwapKin kin)
{
    switch (kin) {
    case SWAP_SECTION: return N_("of your section");
    case SWAP_UNIT: return N_("of your unit");
    case SWAP_OTHER: break;
    }
    return N_("of another unit");
}

static void put_offer(Page *page, const MySwap *swap)
{
    const Register *r = &page->visit->view->office->r;
    page_put(page, HTML("<li><a href=\""));
    page_text(page, check_path(page, swap));
    page_put(page, HTML("\"><b>"));
    page_text(page, r->people[swap->with.index].name);
    page_put(page, HTML("</b><span>"));
    page_say(page, kin_said(swap->kin));
    page_put(page, HTML(" · "));
    if (date_is(swap->day, swap->back))
        page_say(page, "without a day in return");
    else
        PAGE_SAY(page, "in return {day}",
                 {"day", said_date(&page->speech, swap->back)});
    page_put(page, HTML("</span></a></li>"));
}

static void put_more(Page *page, Date day, size_t count)
{
    page_put(page, HTML("<p>"));
    page_link(page,
              str_format(page->arena, "%.*s&semua=ya",
                         STR_ARG(staff_day_path(page, "/tukar?tanggal=", day))),
              SAID(&page->speech, "Show all ({n})",
                   {"n", said_number(&page->speech, (int64_t)count)}));
    page_put(page, HTML("</p>"));
}

static void put_offers(Page *page, Date day, const MySwaps *swaps)
{
    bool all = visit_field(page->visit, "semua")->given;
    size_t most = all ? swaps->count : OFFERS_FIRST;
    if (swaps->count == 0) {
        part_small(page, N_("No swap keeps the caps and counters on this day. "
                            "Try another one."));
        return;
    }
    page_put(page, HTML("<ul class=\"pilihan\">"));
    for (size_t i = 0; i < swaps->count && i < most; i++)
        put_offer(page, &swaps->at[i]);
    page_put(page, HTML("</ul>"));
    if (swaps->count > most) put_more(page, day, swaps->count);
}

/* Why the day cannot be swapped, in the words of the rule. */
static void put_reason(Page *page, const Err *why)
{
    page_put(page, HTML("<p class=\"mut\">"));
    PAGE_SAY(page, "This day cannot be swapped: {why}.",
             {"why", problem_said(why, page->speech.lang)});
    page_put(page, HTML("</p>\n"));
}

static void put_change_wanted(Page *page, Date day)
{
    const Visit *v = page->visit;
    char letter = live_plan_cell(v->view, v->person, day);
    PAGE_SAY(page, "{day}: {from} → {to}, with whom?",
             {"day", said_date(&page->speech, day)},
             {"from", page_letter_word(page, letter)},
             {"to", page_letter_word(page, other_letter(letter))});
}

static void put_colleagues(Page *page, Date day)
{
    Err err = {0};
    MySwaps swaps;
    const Visit *v = page->visit;
    bool fine = my_swaps(page->arena, v->view, v->person, day, &swaps, &err);
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    if (fine)
        put_change_wanted(page, day);
    else
        page_text(page, said_date(&page->speech, day));
    page_put(page, HTML("</h2>"));
    if (fine)
        put_offers(page, day, &swaps);
    else
        put_reason(page, &err);
    page_put(page, HTML("<p class=\"tautan\">"));
    page_link_say(page, STR("/tukar"), "Another day");
    page_put(page, HTML("</p></section>\n"));
}

void staff_swap_offer(Visit *v)
{
    MyDay day;
    const FieldValue *asked = visit_field(v, "tanggal");
    PageHead head = {.here = "/lainnya"};
    if (!staff_day(v, v->today, &day)) return;
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "Swap a day");
    part_small(&page, N_("Only swaps that break no rule are offered. The "
                         "colleague agrees, then your superior decides."));
    page_put(&page, HTML("</section>\n"));
    if (asked->given)
        put_colleagues(&page, asked->date);
    else
        put_days(&page);
    put_swaps(&page, &day);
    page_close(&page);
}

/* ---- looking once more ---------------------------------------------------
 */

static Date back_of(const Visit *v)
{
    const FieldValue *back = visit_field(v, "kembali");
    return back->given ? back->date : visit_field(v, "tanggal")->date;
}

static const MySwap *chosen(Visit *v, const MySwaps *swaps)
{
    const Register *r = &v->view->office->r;
    Str with = visit_field(v, "dengan")->text;
    for (size_t i = 0; i < swaps->count; i++) {
        const MySwap *swap = &swaps->at[i];
        if (str_is(r->people[swap->with.index].code, with) &&
            date_is(swap->back, back_of(v)))
            return swap;
    }
    return NULL;
}

static void put_change(Page *page, Date day, char from)
{
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_text(page, staff_short_day(page, day));
    page_put(page, HTML("</th><td>"));
    page_chip_word(page, from);
    page_put(page, HTML("</td><td>"));
    page_chip_word(page, other_letter(from));
    page_put(page, HTML("</td></tr>\n"));
}

static void put_changes(Page *page, const MySwap *swap)
{
    static const char *const columns[] = {
        N_("Day"),
        N_("As it is now"),
        N_("After the swap"),
    };
    page_put(page, HTML("<table class=\"tukar\"><caption>"));
    page_say(page, "Your days");
    page_put(page, HTML("</caption>"));
    part_columns(page, columns, COUNT(columns));
    page_put(page, HTML("<tbody>"));
    put_change(page, swap->day, swap->mine);
    if (!date_is(swap->day, swap->back))
        put_change(page, swap->back, other_letter(swap->mine));
    page_put(page, HTML("</tbody></table>\n"));
}

static void put_ask_form(Page *page, const MySwap *swap)
{
    char day[DATE_TEXT], back[DATE_TEXT];
    form_open_id(page, STR("/tukar"));
    form_hidden(page, "tanggal", str_of(date_iso(swap->day, day)));
    form_hidden(page, "kembali", str_of(date_iso(swap->back, back)));
    form_hidden(page, "dengan", visit_field(page->visit, "dengan")->text);
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("Note to the colleague"),
                                  .hint = N_("If you like.")});
    form_button(page, "Ask for the swap");
    form_close(page);
}

static void put_check(Page *page, const MySwap *swap)
{
    const Register *r = &page->visit->view->office->r;
    page_put(page, HTML("<section class=\"blk\"><h1>"));
    PAGE_SAY(page, "Swap with {who}",
             {"who", r->people[swap->with.index].name});
    page_put(page, HTML("</h1>"));
    put_changes(page, swap);
    page_put(page, HTML("<p class=\"s\">"));
    page_text(page, swap->said[page->speech.lang]);
    page_put(page, HTML("</p>"));
    put_ask_form(page, swap);
    page_put(page, HTML("</section>\n"));
}

static void put_gone(Page *page, const Err *err)
{
    page_put(page, HTML("<section class=\"blk\">"));
    page_heading(page, "Swap a day");
    if (err->kind != ERR_NONE)
        put_reason(page, err);
    else
        part_small(page, N_("This swap is not possible any more."));
    page_link_say(page, STR("/tukar"), "Another day");
    page_put(page, HTML("</section>\n"));
}

static void show_check(Visit *v, const Err *why)
{
    Err err = {0};
    MySwaps swaps = {0};
    PageHead head = {.here = "/lainnya", .title = N_("Swap a day")};
    const MySwap *swap = NULL;
    if (my_swaps(v->arena, v->view, v->person, visit_field(v, "tanggal")->date,
                 &swaps, &err))
        swap = chosen(v, &swaps);
    Page page = page_open(v, &head);
    form_faults(&page);
    part_failure(&page, why);
    if (swap != NULL)
        put_check(&page, swap);
    else
        put_gone(&page, &err);
    page_close(&page);
}

void staff_swap_check(Visit *v)
{
    show_check(v, NULL);
}

/* The two days in their order, whichever was asked for. */
static Window both_days(const Visit *v)
{
    Date day = visit_field(v, "tanggal")->date, back = back_of(v);
    return date_before(back, day) ? (Window){back, day} : (Window){day, back};
}

void staff_swap_ask(Visit *v)
{
    char text[FACT_ID_TEXT];
    Fact fact = visit_fact(v, FACT_SWAP);
    if (staff_faults(v, show_check)) return;
    fact.person = v->actor;
    fact.thing = visit_field(v, "dengan")->text;
    fact.days = both_days(v);
    fact.text = visit_field(v, "isi")->text;
    if (!staff_write(v, &fact, show_check)) return;
    visit_go(v, str_format(v->arena, "/tukar/%s", fact_id_text(fact.id, text)),
             "diminta");
}
