/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_person.c - one person of the register.  Of absences it tells days and
 * whether it is leave or a trip, never why; nothing that is sealed.
 */
#include "app/account.h"
#include "web/board_register.h"

enum { CHANGES_SHOWN = 40 };

const FieldRule board_person_fields[BOARD_PERSON_FIELDS] = {
    {.name = "orang",
     .label = N_("Person"),
     .kind = FIELD_CODE,
     .needed = true},
};

typedef struct {
    Page *page;
    const Register *r;
    PersonId id;
    const Person *person;
    Date today;
} Sheet;

static Str window_said(const Speech *s, Window window)
{
    bool open = date_is(window.last, DATE_NEVER);
    bool always = date_is(window.first, DATE_ALWAYS);
    if (open && always) return said(s, "without an end");
    if (open)
        return SAID(s, "since {day}",
                    {"day", date_words(s->arena, window.first, s->lang)});
    if (always)
        return SAID(s, "until {day}",
                    {"day", date_words(s->arena, window.last, s->lang)});
    return SAID(s, "{first} to {last}",
                {"first", date_words(s->arena, window.first, s->lang)},
                {"last", date_words(s->arena, window.last, s->lang)});
}

/* ---- who -------------------------------------------------------------------
 */

/* "Subbagian Umum · Sekretariat · Dinas Kesehatan". */
static Str units_said(const Sheet *s)
{
    Buf out = buf_in(s->page->arena);
    UnitId unit = s->person->unit;
    for (; unit.index != NO_INDEX; unit = s->r->units[unit.index].parent) {
        if (s->r->units[unit.index].parent.index == NO_INDEX) break;
        if (out.len > 0) buf_c(&out, " · ");
        buf_put(&out, s->r->units[unit.index].name);
    }
    return buf_str(&out);
}

static void put_superior(const Sheet *s)
{
    PersonId superior = person_superior(s->r, s->id, s->today);
    part_row_open(s->page, N_("Direct superior"));
    if (superior.index == NO_INDEX) {
        page_say(s->page, "none in the register");
    } else {
        const Person *p = &s->r->people[superior.index];
        page_link(s->page,
                  board_code_path(s->page->arena, "/pegawai/", p->code),
                  p->name);
    }
    part_row_close(s->page);
}

static void put_identity(const Sheet *s)
{
    Page *page = s->page;
    const Person *p = s->person;
    part_open(page);
    part_heading(page, N_("In the register"));
    part_rows(page);
    part_row(page, N_("Code"), p->code);
    if (p->nip.len > 0)
        part_row(page, N_("NIP"), nip_masked(page->arena, p->nip));
    if (p->local.len > 0) part_row(page, N_("Local number"), p->local);
    part_row(page, N_("Staff"), part_staff_kind(page, p->kind));
    if (p->title.len > 0) part_row(page, N_("Job"), p->title);
    part_row(page, N_("Unit"), units_said(s));
    put_superior(s);
    part_row(page, N_("In service"), window_said(&page->speech, p->window));
    if (p->field)
        part_row(page, N_("Field"), said(&page->speech, "field officer"));
    part_rows_end(page);
    part_close(page);
}

/* ---- posts and grants ------------------------------------------------------
 */

static void put_posts(const Sheet *s)
{
    Rows rows = s->r->holdings_of[s->id.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &s->r->holdings[i];
        const Post *post = &s->r->posts[h->post.index];
        page_put(s->page, HTML("<li>"));
        page_text(s->page, post->name);
        page_put(s->page, HTML(" <span class=\"mut\">"));
        if (h->kind != HOLD_FULL) {
            page_text(s->page, hold_kind_word(h->kind));
            page_put(s->page, HTML(" · "));
        }
        page_text(s->page, window_said(&s->page->speech, h->window));
        page_put(s->page, HTML("</span></li>\n"));
    }
}

static void put_grants(const Sheet *s)
{
    for (uint32_t i = 0; i < s->r->grant_count; i++) {
        const Grant *g = &s->r->grants[i];
        if (g->person.index != s->id.index) continue;
        page_put(s->page, HTML("<li>"));
        page_text(s->page, grant_role_word(g->role));
        if (g->unit.index != NO_INDEX) {
            page_put(s->page, HTML(" "));
            page_text(s->page, s->r->units[g->unit.index].name);
        }
        page_put(s->page, HTML(" <span class=\"mut\">"));
        page_text(s->page, window_said(&s->page->speech, g->window));
        page_put(s->page, HTML("</span></li>\n"));
    }
}

static void put_offices(const Sheet *s)
{
    part_open(s->page);
    part_heading(s->page, N_("Posts and tasks"));
    page_put(s->page, HTML("<ul class=\"daftar\">\n"));
    size_t empty = s->page->html.buf.len;
    put_posts(s);
    put_grants(s);
    bool none = s->page->html.buf.len == empty;
    page_put(s->page, HTML("</ul>"));
    if (none) part_small(s->page, N_("None."));
    part_close(s->page);
}

/* ---- absences and marks ----------------------------------------------------
 */

static void put_dated(const Sheet *s, Str what, Window window)
{
    page_put(s->page, HTML("<li>"));
    page_text(s->page, what);
    page_put(s->page, HTML(" <span class=\"mut\">"));
    page_text(s->page, window_said(&s->page->speech, window));
    page_put(s->page, HTML("</span></li>\n"));
}

static size_t put_absences(const Sheet *s)
{
    Rows rows = s->r->absences_of[s->id.index];
    size_t count = 0;
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Absence *a = &s->r->absences[i];
        if (!person_history_is_near(a->window, s->today)) continue;
        put_dated(s, page_letter_word(s->page, absence_letter(a->kind)),
                  a->window);
        count++;
    }
    return count;
}

/* By what it does to the plan; what it is called may tell why. */
static const char *mark_said(MarkEffect effect)
{
    switch (effect) {
    case MARK_MUST_HOME: return N_("Mark: at home");
    case MARK_MAY_HOME: return N_("Mark: may be at home");
    case MARK_NO_RECALL: return N_("Mark: not to be called");
    case MARK_NAMED: break;
    }
    return N_("Mark that a letter asks for");
}

static size_t put_marks(const Sheet *s)
{
    Rows rows = s->r->marks_of[s->id.index];
    size_t count = 0;
    if (!visit_may(s->page->visit, ACCESS_MARK, NO_PERSON, NO_UNIT, NULL))
        return 0;
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Mark *m = &s->r->marks[i];
        if (!person_history_is_near(m->window, s->today)) continue;
        put_dated(s, said(&s->page->speech, mark_said(m->effect)), m->window);
        count++;
    }
    return count;
}

static void put_away(const Sheet *s)
{
    part_open(s->page);
    part_heading(s->page, N_("Away, and marks"));
    part_small(s->page, N_("Without reasons: these are sealed."));
    page_put(s->page, HTML("<ul class=\"daftar\">\n"));
    size_t count = put_absences(s) + put_marks(s);
    page_put(s->page, HTML("</ul>"));
    if (count == 0) part_small(s->page, N_("None."));
    part_close(s->page);
}

/* ---- what changed ----------------------------------------------------------
 */

static void put_change(const Sheet *s, const PersonChange *change)
{
    Page *page = s->page;
    const Speech *speech = &page->speech;
    Str from = change->from, to = change->to;
    page_put(page, HTML("<li><b>"));
    page_text(page, date_words(page->arena, change->known, speech->lang));
    page_put(page, HTML("</b> "));
    if (change->came)
        PAGE_SAY(page, "{row} came into {table}", {"row", to},
                 {"table", change->table});
    else if (change->went)
        PAGE_SAY(page, "{row} went out of {table}", {"row", from},
                 {"table", change->table});
    else
        PAGE_SAY(page, "{column}: “{from}” became “{to}”",
                 {"column", change->column}, {"from", from}, {"to", to});
    page_put(page, HTML("</li>\n"));
}

static void put_history(const Sheet *s)
{
    Err err = {0};
    PersonHistory history;
    Page *page = s->page;
    part_open(page);
    part_heading(page, N_("Changes"));
    if (!person_history(page->arena, page->visit->view, s->id, &history,
                        &err)) {
        part_failure(page, &err);
        part_close(page);
        return;
    }
    page_put(page, HTML("<ul class=\"daftar\">\n"));
    for (size_t i = 0; i < history.count && i < CHANGES_SHOWN; i++)
        put_change(s, &history.at[i]);
    page_put(page, HTML("</ul><p class=\"s mut\">"));
    if (date_is(history.since, DATE_NEVER))
        page_say(page, "The tables that are kept here do not tell since when.");
    else
        PAGE_SAY(
            page, "In the register since {day}, as it is kept here.",
            {"day", date_words(page->arena, history.since, page->speech.lang)});
    page_put(page, HTML("</p>"));
    part_close(page);
}

/* ---- the account -----------------------------------------------------------
 */

static void put_account(const Sheet *s)
{
    Err err = {0};
    Account account;
    Page *page = s->page;
    Visit *v = page->visit;
    if (!account_of(page->arena, &v->world, v->government, s->person->code,
                    &account, &err))
        return;
    part_open(page);
    part_heading(page, N_("Account"));
    part_rows(page);
    part_row(page, N_("State"),
             account_state_word(account.state, page->speech.lang));
    if (account.entered.us != 0)
        part_row(page, N_("Last sign-in"), part_instant(page, account.entered));
    part_row(page, N_("Second step"),
             said(&page->speech, account.codes ? N_("set up") : N_("none")));
    part_rows_end(page);
    if (visit_may(v, ACCESS_INVITE, s->id, NO_UNIT, NULL))
        part_link(page, board_code_path(page->arena, "/akun/", s->person->code),
                  N_("Invite, or set anew"));
    part_close(page);
}

/* ---- the page --------------------------------------------------------------
 */

static void put_links(const Sheet *s)
{
    Page *page = s->page;
    page_put(page, HTML("<a class=\"btn alt sm\" href=\""));
    page_text(page, board_code_path(page->arena, "/tim/", s->person->code));
    page_put(page, HTML("\">"));
    page_say(page, "Their month");
    page_put(page, HTML("</a>"));
    board_renew_link(page);
}

void board_person_page(Visit *v)
{
    const Register *r = &v->view->office->r;
    const Person *person = &r->people[v->about.index];
    PageHead head = {
        .frame = PAGE_DESK, .here = "/pegawai", .name = person->name};
    Page page = page_open(v, &head);
    Sheet s = {&page, r, v->about, person, v->today};
    board_head(&page, r->units[person->unit.index].name, person->name);
    put_links(&s);
    board_head_end(&page);
    page_put(&page, HTML("<div class=\"berdua\">\n<div>"));
    put_identity(&s);
    put_offices(&s);
    page_put(&page, HTML("</div><div>"));
    put_away(&s);
    put_account(&s);
    put_history(&s);
    page_put(&page, HTML("</div></div>\n"));
    page_close(&page);
}
