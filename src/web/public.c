/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public.c - P1, P2: is the counter open now, and when in the coming days.
 */
#include "web/public.h"

#include "app/letter_view.h"
#include "app/public_counters.h"
#include "web/form.h"
#include "web/public_part.h"

static const FieldRule list_fields[] = {
    {"q",      N_("Search for a service"), FIELD_LINE,   .most = 80             },
    {"saring", N_("Filter"),               FIELD_CHOICE, .choices = "semua|buka"},
};
static const FieldRule counter_fields[] = {
    {"unit",  N_("Unit"),    FIELD_CODE, .needed = true},
    {"loket", N_("Counter"), FIELD_CODE, .needed = true},
};

/* ---- a day in words -------------------------------------------------------
 */

typedef struct {
    const char *css, *english;
} StateWord;

static const StateWord state_words[] = {
    [COUNTER_OPEN] = {"ok",   N_("Open")                },
    [COUNTER_SOON] = {"warn", N_("Not open yet")        },
    [COUNTER_OVER] = {"bad",  N_("Closed")              },
    [COUNTER_DAY_OFF] = {"bad",  N_("Closed today")        },
    [COUNTER_CLOSED] = {"bad",  N_("Closed for some days")},
    [COUNTER_SHUT] = {"bad",  N_("Closed today")        },
};

static void put_state(Page *page, CounterState state)
{
    part_tag(page, state_words[state].css, state_words[state].english);
}

static void put_hours(Page *page, const CounterDay *day)
{
    PAGE_SAY(page, "{from}–{to} {zone}",
             {"from", said_minute(&page->speech, day->opens)},
             {"to", said_minute(&page->speech, day->closes)},
             {"zone", zone_name(page->visit->view->office->government.zone)});
}

static void put_next(Page *page, const PublicCounter *c)
{
    if (date_is(c->next, DATE_NEVER)) {
        page_say(page, "Not open within the next 31 days");
        return;
    }
    Str time = said_minute(&page->speech, c->next_opens);
    if (date_is(c->next, page->visit->today))
        PAGE_SAY(page, "Opens today {time}", {"time", time});
    else
        PAGE_SAY(page, "Opens {day}, {time}",
                 {"day", said_date(&page->speech, c->next)}, {"time", time});
}

/* ---- the list -------------------------------------------------------------
 */

static bool wants_open(const Visit *v)
{
    return str_is(visit_field(v, "saring")->text, STR("buka"));
}

static bool holds(Arena *arena, Str text, Str folded)
{
    return str_find(str_fold(arena, text), folded, 0) != SIZE_MAX;
}

static bool is_wanted(const Visit *v, const PublicCounter *c)
{
    Str folded = str_fold(v->arena, visit_field(v, "q")->text);
    if (wants_open(v) && c->today.state != COUNTER_OPEN) return false;
    return folded.len == 0 || holds(v->arena, c->counter->name, folded) ||
           holds(v->arena, c->unit->name, folded) ||
           holds(v->arena, c->unit->short_name, folded) ||
           holds(v->arena, c->unit->area, folded);
}

static Str counter_path(const Page *page, const PublicCounter *c)
{
    Arena *arena = page->arena;
    return public_path(
        page, str_format(arena, "/loket/%.*s/%.*s",
                         STR_ARG(address_part(arena, c->unit->code)),
                         STR_ARG(address_part(arena, c->counter->code))));
}

static void put_place(Page *page, const Unit *unit)
{
    page_text(page, unit->name);
    if (unit->building.len > 0) {
        page_put(page, HTML(", "));
        page_text(page, unit->building);
    }
    if (unit->area.len > 0) {
        page_put(page, HTML(", "));
        page_text(page, unit->area);
    }
}

static void put_counter(Page *page, const PublicCounter *c)
{
    page_put(page, HTML("<li><b>"));
    page_link(page, counter_path(page, c), c->counter->name);
    page_put(page, HTML("</b>"));
    put_state(page, c->today.state);
    page_put(page, HTML("<p>"));
    put_place(page, c->unit);
    page_put(page, HTML("<br>"));
    if (c->today.state == COUNTER_OPEN)
        PAGE_SAY(page, "until {time}",
                 {"time", said_minute(&page->speech, c->today.closes)});
    else
        put_next(page, c);
    if (c->counter->reach.online.len > 0) {
        page_put(page, HTML("<br>"));
        part_tag(page, "info", N_("Online too"));
    }
    page_put(page, HTML("</p></li>\n"));
}

static void put_search(Page *page)
{
    const Visit *v = page->visit;
    page_put(page, HTML("<form role=\"search\" action=\"/loket\">"
                        "<label for=\"f-q\">"));
    page_say(page, "Search for a service");
    page_put(page, HTML("</label><div class=\"cari\"><input id=\"f-q\" "
                        "name=\"q\" type=\"search\" value=\""));
    page_text(page, visit_field(v, "q")->text);
    page_put(page, HTML("\">"));
    if (wants_open(v)) form_hidden(page, "saring", STR("buka"));
    if (v->view_count > 1) form_hidden(page, "pemda", v->government);
    page_put(page, HTML("<button class=\"btn\">"));
    page_say(page, "Search");
    page_put(page, HTML("</button></div></form>\n"));
}

static void put_chip(Page *page, const char *word, const char *english,
                     bool here)
{
    Str q = address_part(page->arena, visit_field(page->visit, "q")->text);
    page_put(page, HTML("<a href=\""));
    page_text(page, public_path(page, str_format(page->arena,
                                                 "/loket?saring=%s&q=%.*s",
                                                 word, STR_ARG(q))));
    page_put(page, here ? HTML("\" aria-current=\"true\">") : HTML("\">"));
    page_say(page, english);
    page_put(page, HTML("</a>"));
}

static void put_filter(Page *page)
{
    bool open = wants_open(page->visit);
    page_put(page, HTML("<nav class=\"filt\" aria-label=\""));
    page_say(page, "Filter");
    page_put(page, HTML("\">"));
    put_chip(page, "semua", N_("All"), !open);
    put_chip(page, "buka", N_("Open now"), open);
    page_put(page, HTML("</nav>\n"));
}

static void put_head(Page *page, const PublicCounters *all)
{
    const Visit *v = page->visit;
    Zone zone = v->view->office->government.zone;
    page_put(page, HTML("<div class=\"cr\">"));
    page_heading(page, "Counters that are open today");
    page_put(page, HTML("<p class=\"s mut\">"));
    PAGE_SAY_MANY(
        page, "{day}, {time} {zone}. *{open}* of *{n}* counter is open.",
        "{day}, {time} {zone}. *{open}* of *{n}* counters are open.",
        (int64_t)all->count, {"day", said_date(&page->speech, v->today)},
        {"time", said_time(&page->speech, zone, all->at)},
        {"zone", zone_name(zone)},
        {"open", said_number(&page->speech, (int64_t)all->open)});
    page_put(page, HTML("</p>\n"));
    public_put_governments(page, "/loket");
    if (all->count > 0) put_search(page);
    page_put(page, HTML("</div>\n"));
}

static void put_wanted(Page *page, const PublicCounters *all)
{
    size_t shown = 0;
    put_filter(page);
    page_put(page, HTML("<ul class=\"lok\">"));
    for (size_t i = 0; i < all->count; i++) {
        if (!is_wanted(page->visit, &all->counters[i])) continue;
        put_counter(page, &all->counters[i]);
        shown++;
    }
    page_put(page, HTML("</ul>\n<p id=\"tiada\" class=\"blk\" role=\"status\" "
                        "hidden>"));
    page_say(page, "No counter fits. Try another word.");
    page_put(page, HTML("</p>\n"));
    if (shown > 0) return;
    part_open(page);
    part_paragraph(page, wants_open(page->visit)
                             ? N_("No counter that fits is open now.")
                             : N_("No counter fits. Try another word."));
    part_close(page);
}

static void show_list(Visit *v)
{
    Err err = {0};
    PublicCounters all;
    if (!public_has_government(v)) return;
    if (!public_counters(v->arena, v->view, &all, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = public_open(
        v, &(PageHead){.frame = PAGE_PUBLIC,
                       .modules = "loket",
                       .about = N_("Which counters of the government are open "
                                   "now, and when the others open.")});
    put_head(&page, &all);
    if (all.count == 0) {
        part_open(&page);
        part_paragraph(&page, N_("No counter is registered yet."));
        part_close(&page);
    } else {
        put_wanted(&page, &all);
    }
    public_close(&page);
}

/* ---- one counter ----------------------------------------------------------
 */

static const PublicCounter *find(const Visit *v, const PublicCounters *all)
{
    Str unit = visit_field(v, "unit")->text;
    Str code = visit_field(v, "loket")->text;
    for (size_t i = 0; i < all->count; i++) {
        const PublicCounter *c = &all->counters[i];
        if (str_is(c->counter->code, code) && str_is(c->unit->code, unit))
            return c;
    }
    return NULL;
}

/* The rule that closes the unit, and the way to its letter. */
static void put_rule(Page *page, ClauseId by)
{
    const Corpus *corpus = page->visit->view->corpus;
    const Clause *clause = corpus_clause(corpus, by);
    page_text(page,
              cite_words(page->arena, corpus, clause->cite, page->speech.lang));
    if (corpus->letters[clause->letter].decision) return;
    page_put(page, HTML(" · "));
    public_put_letter(page, clause->letter);
}

static void put_why_closed(Page *page, const CounterDay *day)
{
    switch (day->state) {
    case COUNTER_DAY_OFF: page_say(page, "Not open that day"); break;
    case COUNTER_SHUT: page_say(page, "Closed today by its unit"); break;
    case COUNTER_CLOSED:
        page_say(page, "The unit is closed");
        if (day->by.index == NO_INDEX) break;
        page_put(page, HTML("<br>"));
        put_rule(page, day->by);
        break;
    case COUNTER_OPEN:
    case COUNTER_SOON:
    case COUNTER_OVER: break;
    }
}

static void put_day(Page *page, const CounterDay *day)
{
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_text(page, said_date(&page->speech, day->day));
    page_put(page, HTML("</th><td>"));
    if (day->opens >= 0)
        put_hours(page, day);
    else
        put_why_closed(page, day);
    page_put(page, HTML("</td></tr>\n"));
}

static void put_week(Page *page, const CounterDay week[7])
{
    static const char *const columns[] = {N_("Day"), N_("Hours")};
    part_open(page);
    part_heading(page, N_("The coming seven days"));
    page_put(page, HTML("<table class=\"hari\">"));
    part_columns(page, columns, COUNT(columns));
    page_put(page, HTML("<tbody>"));
    for (size_t d = 0; d < 7; d++)
        put_day(page, &week[d]);
    page_put(page, HTML("</tbody></table>\n"));
    part_close(page);
}

/* Lines as the notice of the unit has them, without its heading. */
static void put_notice(Page *page, const PublicCounter *c)
{
    Str line;
    Buf text = buf_in(page->arena);
    if (!c->notice_given) return;
    unit_notice_write(&c->notice, page->visit->view->corpus, page->speech.lang,
                      &text);
    Str rest = buf_str(&text);
    (void)str_next(&rest, '\n', &line);
    page_put(page, HTML("<div class=\"alertbar\">"));
    while (str_next(&rest, '\n', &line))
        page_element(page, "p", line);
    page_put(page, HTML("</div>\n"));
}

/* The one thing to do here: ask before one travels. */
static void put_call(Page *page, Str phone)
{
    if (phone.len == 0) return;
    page_put(page, HTML("<p class=\"baris\"><a class=\"btn big\" href=\"tel:"));
    page_text(page, reach_phone_dialled(page->arena, phone));
    page_put(page, HTML("\">"));
    PAGE_SAY(page, "Call {number}", {"number", phone});
    page_put(page, HTML("</a></p>\n"));
}

static void put_address(Page *page, const CounterReach *reach)
{
    if (reach->address.len == 0 && reach->point.len == 0) return;
    part_row_open(page, N_("Address"));
    page_text(page, reach->address);
    if (reach->point.len > 0) {
        if (reach->address.len > 0) page_put(page, HTML("<br>"));
        page_link_say(
            page, str_format(page->arena, "geo:%.*s", STR_ARG(reach->point)),
            "Show on a map");
    }
    part_row_close(page);
}

static void put_online(Page *page, Str online)
{
    if (online.len == 0) return;
    part_row_open(page, N_("Without coming"));
    page_put(page, HTML("<a rel=\"external noreferrer\" href=\""));
    page_text(page, online);
    page_put(page, HTML("\">"));
    page_text(page, online);
    page_put(page, HTML("</a>"));
    part_row_close(page);
}

static void put_documents(Page *page, Str documents)
{
    Str document;
    if (!reach_next_document(&documents, &document)) return;
    part_open(page);
    part_heading(page, N_("What to bring"));
    page_put(page, HTML("<ul class=\"daftar\">"));
    do
        page_element(page, "li", document);
    while (reach_next_document(&documents, &document));
    page_put(page, HTML("</ul>\n"));
    part_close(page);
}

static void put_facts(Page *page, const PublicCounter *c)
{
    part_rows(page);
    part_row(page, N_("Unit"), c->unit->name);
    if (c->unit->building.len > 0)
        part_row(page, N_("Building"), c->unit->building);
    if (c->unit->area.len > 0) part_row(page, N_("Area"), c->unit->area);
    put_address(page, &c->counter->reach);
    put_online(page, c->counter->reach.online);
    part_rows_end(page);
}

static void put_now(Page *page, const PublicCounter *c)
{
    page_put(page, HTML("<p>"));
    put_state(page, c->today.state);
    page_put(page, HTML(" "));
    if (c->today.state == COUNTER_OPEN)
        PAGE_SAY(page, "until {time}",
                 {"time", said_minute(&page->speech, c->today.closes)});
    else
        put_next(page, c);
    page_put(page, HTML("</p>\n"));
}

static void put_counter_page(Visit *v, const PublicCounter *c,
                             const CounterDay week[7])
{
    PageHead head = {.frame = PAGE_PUBLIC,
                     .name = c->counter->name,
                     .about =
                         N_("Where the counter is, whether it is open now, and "
                            "its hours in the coming seven days.")};
    Page page = public_open(v, &head);
    put_notice(&page, c);
    part_open(&page);
    page_element(&page, "h1", c->counter->name);
    put_now(&page, c);
    put_call(&page, c->counter->reach.phone);
    put_facts(&page, c);
    part_close(&page);
    put_documents(&page, c->counter->reach.documents);
    put_week(&page, week);
    part_open(&page);
    page_link_say(&page, public_path(&page, STR("/loket")), "All counters");
    part_close(&page);
    public_close(&page);
}

static void show_counter(Visit *v)
{
    Err err = {0};
    PublicCounters all;
    CounterDay week[7];
    if (!public_has_government(v)) return;
    if (!public_counters(v->arena, v->view, &all, &err)) {
        visit_refuse(v, &err);
        return;
    }
    const PublicCounter *c = find(v, &all);
    if (c == NULL)
        visit_refuse_with(v, ERR_ABSENT, "loket itu tidak ada",
                          "there is no such counter");
    else if (!public_counter_week(v->arena, v->view, c->index, week, &err))
        visit_refuse(v, &err);
    else
        put_counter_page(v, c, week);
}

static const Route routes[] = {
    ROUTE(GET, "/loket", ANYBODY, ROUTE_FIELDS(list_fields), show_list,
          "Counters that are open"),
    ROUTE(GET, "/loket/{unit}/{loket}", ANYBODY, ROUTE_FIELDS(counter_fields),
          show_counter, "Counter"),
};

const RouteTable public_routes = {routes, COUNT(routes)};
