/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_recap_side.c - whether a recap is whole, whether it is closed, and what
 * is different from what was closed before.
 */
#include "app/close_recap.h"
#include "sheet/recap_text.h"
#include "web/board_recap.h"

enum { SHOWN = 40 };

#define K(name) (UINT64_C(1) << (FACT_##name))

/* ---- is it whole? ----------------------------------------------------------
 */

static void put_item(Page *page, Str title, Str text)
{
    page_put(page, HTML("<li>"));
    page_element(page, "b", title);
    page_text(page, text);
    page_put(page, HTML("</li>\n"));
}

/* Days that are not over yet. */
static void put_open_days(Page *page, const BoardRecap *recap)
{
    const Speech *s = &page->speech;
    Date today = page->visit->today;
    Window open = recap->window;
    if (date_before(open.last, today)) return;
    if (date_before(open.first, today)) open.first = today;
    put_item(page, said(s, "Days that are not over"), said_days(s, open));
}

static void put_pending(Page *page, const BoardRecap *recap)
{
    const Speech *s = &page->speech;
    const Recap *made = &recap->made.recap;
    Buf names = buf_in(page->arena);
    size_t units = 0;
    for (uint32_t i = 0; i < made->r->unit_count; i++) {
        uint32_t u = made->r->preorder[i].index;
        const RecapUnit *unit = &made->units[RECAP_AGENCIES][u];
        if (unit->counts[RECAP_PENDING] == 0 || units++ >= SHOWN) continue;
        if (names.len > 0) buf_c(&names, ", ");
        buf_put(&names, board_unit(page, (UnitId){u}));
    }
    if (units == 0) return;
    put_item(page,
             said_many(s, "{n} unit has something to wait for",
                       "{n} units have something to wait for", (int64_t)units,
                       NULL, 0),
             buf_str(&names));
}

static void put_holes(Page *page, const BoardRecap *recap)
{
    const Speech *s = &page->speech;
    const Recap *made = &recap->made.recap;
    for (size_t i = 0; i < made->hole_count; i++) {
        const RecapHole *hole = &made->holes[i];
        put_item(page,
                 SAID(s, "Our server was down on {day}",
                      {"day", said_day_month(s, hole->day)}),
                 SAID(s,
                      "{minutes} minutes; {findings} findings are not known, "
                      "and are held against nobody",
                      {"minutes", said_number(s, hole->minutes)},
                      {"findings", said_number(s, hole->unknown)}));
    }
}

static void put_whole(Page *page, const BoardRecap *recap)
{
    const RecapUnit *all = recap_government(&recap->made.recap);
    bool open = !date_before(recap->window.last, page->visit->today) ||
                all->counts[RECAP_PENDING] > 0;
    page_put(page, HTML("<section><h2>"));
    page_say(page, open ? N_("For the time being") : N_("Whole"));
    page_put(page, HTML("</h2><ul class=\"todo\">\n"));
    put_open_days(page, recap);
    put_pending(page, recap);
    put_holes(page, recap);
    if (!open && recap->made.recap.hole_count == 0)
        put_item(page, said(&page->speech, "Nothing is outstanding"),
                 said(&page->speech, "Every day is over, and judged."));
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- what is different -----------------------------------------------------
 */

static Str person_name(const Page *page, Str code)
{
    const Register *r = &page->visit->view->office->r;
    uint32_t person = map_find(&r->person_codes, code);
    return person == NO_INDEX ? code : r->people[person].name;
}

static void put_change(Page *page, const RecapChange *change)
{
    const Speech *s = &page->speech;
    bool came = change->column == RECAP_COLUMNS && change->more.len == 0;
    page_put(page, HTML("<li><b>"));
    page_text(page, person_name(page, change->person));
    page_put(page, HTML("</b>"));
    if (came)
        page_say(page, change->to > 0 ? N_("new in the recap")
                                      : N_("not in the recap any more"));
    else
        PAGE_SAY(page, "{column}: {from} becomes {to}",
                 {"column",
                  recap_text_changed(page->arena, change, page->speech.lang)},
                 {"from", said_number(s, change->from)},
                 {"to", said_number(s, change->to)});
    page_put(page, HTML("</li>\n"));
}

static void put_changes(Page *page, const RecapChanges *changes, Str title)
{
    page_put(page, HTML("<section><h2>"));
    page_text(page, title);
    page_put(page, HTML("</h2>"));
    if (changes->count == 0) {
        page_put(page, HTML("<p class=\"s\">"));
        page_say(page, "Nothing is different.");
        page_put(page, HTML("</p>"));
    }
    page_put(page, HTML("<ul class=\"todo\">\n"));
    for (size_t i = 0; i < changes->count && i < SHOWN; i++)
        put_change(page, &changes->at[i]);
    page_put(page, HTML("</ul>"));
    if (changes->count > SHOWN) {
        page_put(page, HTML("<p class=\"s mut\">"));
        PAGE_SAY(page, "and {n} more",
                 {"n", said_number(&page->speech,
                                   (int64_t)(changes->count - SHOWN))});
        page_put(page, HTML("</p>"));
    }
    page_put(page, HTML("</section>\n"));
}

/* The closing before that one, of the same unit and days. */
static bool find_before(const Page *page, const BoardRecap *recap,
                        RecapClosing *out)
{
    const Visit *v = page->visit;
    LiveFacts all = live_facts_kinds(v->view, page->arena, K(RECAP));
    for (size_t i = 0; i < all.count; i++) {
        const Fact *f = all.at[i];
        if (f->number != recap->made.closing.version - 1 ||
            !str_is(f->unit, recap->made.table.unit) ||
            !date_is(f->days.first, recap->window.first) ||
            !date_is(f->days.last, recap->window.last))
            continue;
        *out = (RecapClosing){.version = f->number, .hash = f->evidence};
        return true;
    }
    return false;
}

static bool read_closed(const Page *page, const BoardRecap *recap,
                        const RecapClosing *closing, RecapTable *out)
{
    Err err = {0};
    bool found = false;
    const Visit *v = page->visit;
    ClosedRecap of = {&v->view->office->government, recap->made.table.unit,
                      recap->window};
    return closed_recap_read(page->arena, live_store(v->live), &of, closing,
                             out, &found, &err) &&
           found;
}

static void put_compared(Page *page, const RecapTable *old,
                         const RecapTable *later, Str title)
{
    Err err = {0};
    RecapChanges changes = {0};
    if (recap_compare(page->arena, old, later, &changes, &err))
        put_changes(page, &changes, title);
}

/* Since it was closed; or, where it stands, since the version before. */
static void put_since(Page *page, const BoardRecap *recap)
{
    const Speech *s = &page->speech;
    RecapTable last = {0}, before = {0};
    RecapClosing older = {0};
    int32_t version = recap->made.closing.version;
    if (version == 0 || !read_closed(page, recap, &recap->made.closing, &last))
        return;
    if (!make_recap_stands(&recap->made)) {
        put_compared(page, &last, &recap->made.table,
                     SAID(s, "Different since version {version}",
                          {"version", said_number(s, version)}));
        return;
    }
    if (find_before(page, recap, &older) &&
        read_closed(page, recap, &older, &before))
        put_compared(page, &before, &last,
                     SAID(s, "Different from version {version}",
                          {"version", said_number(s, older.version)}));
}

/* ---- closing and receiving -------------------------------------------------
 */

static void put_days(Page *page, const BoardRecap *recap)
{
    char iso[DATE_TEXT];
    form_hidden(page, "unit",
                page->visit->view->office->r.units[recap->unit.index].code);
    form_hidden(page, "mulai", str_of(date_iso(recap->window.first, iso)));
    form_hidden(page, "sampai", str_of(date_iso(recap->window.last, iso)));
}

static bool is_whole(const Page *page, const BoardRecap *recap)
{
    return recap->unit.index == page->visit->view->office->r.preorder[0].index;
}

static void put_close(Page *page, const BoardRecap *recap)
{
    Visit *v = page->visit;
    bool whole = is_whole(page, recap);
    bool may = visit_may(v, whole ? ACCESS_RECAP_ALL : ACCESS_RECAP, NO_PERSON,
                         whole ? NO_UNIT : recap->unit, NULL);
    if (!may || make_recap_stands(&recap->made) ||
        !date_before(recap->window.last, v->today))
        return;
    form_open_id(page,
                 whole ? STR("/rekap/tutup/seluruh") : STR("/rekap/tutup"));
    put_days(page, recap);
    form_button(page, "Close the recap");
    form_close(page);
}

static void put_receive(Page *page, const BoardRecap *recap)
{
    const RecapClosing *closing = &recap->made.closing;
    if (closing->version == 0 || closing->received.us != 0 ||
        !visit_may(page->visit, ACCESS_RECEIVE, NO_PERSON, NO_UNIT, NULL))
        return;
    form_open_id(page, STR("/rekap/terima"));
    put_days(page, recap);
    form_hidden(page, "versi", str_format(page->arena, "%d", closing->version));
    form_button(page, "Receive this version");
    form_close(page);
}

static void put_closing(Page *page, const BoardRecap *recap)
{
    page_put(page, HTML("<section><h2>"));
    page_say(page, "Closing");
    page_put(page, HTML("</h2><p>"));
    page_text(page, part_sentence(page->arena,
                                  recap_text_closing(page->arena, &recap->made,
                                                     page->speech.lang)));
    page_put(page, HTML("</p><p class=\"s mut sidik\">"));
    page_text(page, str_of(recap->made.hash));
    page_put(page, HTML("</p>\n"));
    put_close(page, recap);
    put_receive(page, recap);
    page_put(page, HTML("</section>\n"));
}

void board_recap_side(Page *page, const BoardRecap *recap)
{
    page_put(page, HTML("<aside class=\"side\" aria-label=\""));
    page_say(page, "State of the recap");
    page_put(page, HTML("\">\n"));
    put_whole(page, recap);
    put_closing(page, recap);
    put_since(page, recap);
    page_put(page, HTML("</aside>\n"));
}
