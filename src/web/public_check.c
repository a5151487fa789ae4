/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public_check.c - P5: is this printed annex genuine, and still the last?
 */
#include "app/annex_code.h"
#include "web/form.h"
#include "web/public.h"
#include "web/public_part.h"

enum { CODE_MOST = 40 };

static const FieldRule ask_fields[] = {
    {"kode", N_("Code"), FIELD_LINE, .most = CODE_MOST},
};
static const FieldRule code_fields[] = {
    {"kode", N_("Code"), FIELD_LINE, .needed = true, .most = CODE_MOST},
};

/* An annex, and the government whose it is. */
typedef struct {
    AnnexFound annex;
    const LiveView *view;
} Reply;

/* ---- the question ---------------------------------------------------------
 */

static void put_question(Page *page)
{
    Str typed = visit_field(page->visit, "kode")->text;
    page_put(page, HTML("<form action=\"/cek\"><div class=\"isian\"><label "
                        "for=\"f-kode\">"));
    page_say(page, "Code under the annex");
    page_put(page, HTML("</label><p class=\"hint\" id=\"h-kode\">"));
    page_say(page, "Twelve letters and digits, such as K7QD-3MXA-9PTC.");
    page_put(page, HTML("</p><input id=\"f-kode\" name=\"kode\" "
                        "aria-describedby=\"h-kode\" autocomplete=\"off\" "
                        "autocapitalize=\"characters\" spellcheck=\"false\" "
                        "value=\""));
    page_text(page, typed);
    page_put(page, HTML("\"></div><button class=\"btn\">"));
    page_say(page, "Check");
    page_put(page, HTML("</button></form>\n"));
}

static void show_question(Visit *v)
{
    const FieldValue *code = visit_field(v, "kode");
    if (code->given) {
        Str part = address_part(v->arena, code->text);
        visit_go(v, str_format(v->arena, "/cek/%.*s", STR_ARG(part)), NULL);
        return;
    }
    Page page = public_open(
        v, &(PageHead){.frame = PAGE_PUBLIC,
                       .about = N_("Check by its code whether a printed plan "
                                   "is genuine and still the last.")});
    part_open(&page);
    page_heading(&page, "Check an annex");
    part_paragraph(&page, N_("Under each printed plan stands a code. It tells "
                             "whether the paper is genuine and whether the "
                             "plan has changed since."));
    put_question(&page);
    part_close(&page);
    public_close(&page);
}

/* ---- the answer -----------------------------------------------------------
 */

/* Whoever holds the paper need not know whose server it is. */
static Reply answer_of(const Visit *v)
{
    Reply answer = {.annex = {.state = ANNEX_UNKNOWN}};
    for (size_t i = 0; i < v->view_count; i++) {
        const LiveView *view = &v->views[i];
        answer.annex = annex_code_find(v->arena, view->office, view->plans,
                                       visit_field(v, "kode")->text);
        answer.view = view;
        if (answer.annex.state >= ANNEX_LAST) break;
    }
    return answer;
}

static Str when_of(const Page *page, const Reply *answer, Instant at)
{
    Zone zone = answer->view->office->government.zone;
    Str day = date_words(page->arena, zone_day(zone, at), page->speech.lang);
    return str_format(page->arena, "%.*s %.*s %.*s", STR_ARG(day),
                      STR_ARG(said_time(&page->speech, zone, at)),
                      STR_ARG(zone_name(zone)));
}

static void put_genuine(Page *page, const Reply *answer)
{
    const AnnexFound *a = &answer->annex;
    page_put(page, HTML("<p class=\"jawab ok\"><b>"));
    PAGE_SAY(page, "Genuine, version {version}, published {when}.",
             {"version", said_number(&page->speech, a->of.version)},
             {"when", when_of(page, answer, a->put)});
    page_put(page, HTML("</b> "));
    if (a->state == ANNEX_LAST)
        page_say(page, "It is the last version.");
    else
        PAGE_SAY(page,
                 "The plan stands at version {last} by now, but nothing of "
                 "this unit and month has changed.",
                 {"last", said_number(&page->speech, a->last)});
    page_put(page, HTML("</p>\n"));
}

static void put_older(Page *page, const Reply *answer)
{
    const AnnexFound *a = &answer->annex;
    page_put(page, HTML("<p class=\"jawab warn\"><b>"));
    page_say(page, "Not the last version.");
    page_put(page, HTML("</b> "));
    PAGE_SAY(page,
             "The paper is genuine, version {version}, published {when}, but "
             "it has changed since.",
             {"version", said_number(&page->speech, a->of.version)},
             {"when", when_of(page, answer, a->put)});
    page_put(page, HTML(" "));
    if (a->replaced)
        page_say(page, "These days belong to another plan by now.");
    else
        PAGE_SAY(page, "Version {last} was published {when}.",
                 {"last", said_number(&page->speech, a->last)},
                 {"when", when_of(page, answer, a->last_put)});
    page_put(page, HTML(" "));
    page_say(page, "Ask the unit for a new print.");
    page_put(page, HTML("</p>\n"));
}

/* Letters and digits of what was typed; hyphens and blanks are for the eye. */
static int32_t typed_letters(const Page *page)
{
    Str typed = visit_field(page->visit, "kode")->text;
    int32_t count = 0;
    for (size_t i = 0; i < typed.len; i++) {
        unsigned char c = (unsigned char)typed.ptr[i];
        bool begins = (c & 0xC0) != 0x80; /* of UTF-8 */
        count += begins && c != '-' && c != ' ';
    }
    return count;
}

static void put_unknown(Page *page, const Reply *answer)
{
    enum { LETTERS = 12 };
    int32_t typed = typed_letters(page);
    page_put(page, HTML("<p class=\"jawab bad\"><b>"));
    page_say(page, "This code is not known. Check its letters and digits.");
    page_put(page, HTML("</b> "));
    if (typed != LETTERS)
        PAGE_SAY(page, "A code has twelve letters and digits; you typed {n}.",
                 {"n", said_number(&page->speech, typed)});
    else if (answer->annex.state == ANNEX_MISTYPED)
        page_say(page, "At least one letter is wrong or missing.");
    else
        page_say(page, "If it is typed right, the paper is not from here.");
    page_put(page, HTML("</p>\n"));
}

static Str month_of(const Page *page, Date month)
{
    Civil c = date_civil(month);
    return str_format(page->arena, "%.*s %d",
                      STR_ARG(date_month_name(c.month, page->speech.lang)),
                      c.year);
}

/* What must stand on the paper, too. */
static void put_paper(Page *page, const Reply *answer)
{
    const AnnexFound *a = &answer->annex;
    const Office *office = answer->view->office;
    part_small(page, N_("Compare with the paper:"));
    part_rows(page);
    part_row(page, N_("Government"), office->government.name);
    part_row(page, N_("Unit"), office->r.units[a->of.unit.index].name);
    part_row(page, N_("Month"), month_of(page, a->of.month));
    part_row_open(page, N_("Days"));
    PAGE_SAY(
        page, "{first} to {last}",
        {"first", date_words(page->arena, a->days.first, page->speech.lang)},
        {"last", date_words(page->arena, a->days.last, page->speech.lang)});
    part_row_close(page);
    part_rows_end(page);
}

static void put_answer(Page *page, const Reply *answer)
{
    switch (answer->annex.state) {
    case ANNEX_LAST:
    case ANNEX_SAME: put_genuine(page, answer); break;
    case ANNEX_OLDER: put_older(page, answer); break;
    case ANNEX_MISTYPED:
    case ANNEX_UNKNOWN: put_unknown(page, answer); return;
    }
    put_paper(page, answer);
}

static void show_answer(Visit *v)
{
    enum { NOT_FOUND = 404 };
    Reply answer = answer_of(v);
    bool known = answer.annex.state >= ANNEX_LAST;
    if (!known) v->answer->status = NOT_FOUND;
    Page page = public_open(
        v, &(PageHead){.frame = PAGE_PUBLIC,
                       .about = N_("Whether the printed plan with this code is "
                                   "genuine and still the last.")});
    part_open(&page);
    page_heading(&page, "Check an annex");
    put_answer(&page, &answer);
    part_close(&page);
    part_open(&page);
    part_heading(&page, N_("Another code"));
    put_question(&page);
    part_close(&page);
    public_close(&page);
}

static const Route routes[] = {
    ROUTE(GET, "/cek", ANYBODY, ROUTE_FIELDS(ask_fields), show_question,
          "Check an annex"),
    ROUTE(GET, "/cek/{kode}", ANYBODY, ROUTE_FIELDS(code_fields), show_answer,
          "Check an annex"),
};

const RouteTable public_check_routes = {routes, COUNT(routes)};
