/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_case.h"

enum { TEXT_MOST = 1000 };

const FieldRule board_case_fields[BOARD_CASE_FIELDS] = {
    {.name = "orang",
     .label = N_("Person"),
     .kind = FIELD_CODE,
     .needed = true},
    {.name = "tgl", .label = N_("Day"), .kind = FIELD_DATE, .needed = true},
};

const FieldRule board_case_say_fields[BOARD_CASE_SAY_FIELDS] = {
    {.name = "id", .label = N_("Record"), .kind = FIELD_ID, .needed = true},
    {.name = "orang",
     .label = N_("Person"),
     .kind = FIELD_CODE,
     .needed = true},
    {.name = "tgl", .label = N_("Day"), .kind = FIELD_DATE, .needed = true},
    {.name = "kata",
     .label = N_("What it is"),
     .kind = FIELD_CHOICE,
     .needed = true,
     .choices = "tanya|jawab|catatan|selesai"},
    {.name = "isi",
     .label = N_("Text"),
     .kind = FIELD_TEXT,
     .needed = true,
     .most = TEXT_MOST},
};

typedef struct {
    Page *page;
    const Person *person;
    PersonId superior;
    Date day;
    MyVerdict judged;
    const Clarification *matter; /* or NULL */
    bool board, answers;         /* who looks */
} Matter;

/* ---- what is known ---------------------------------------------------------
 */

static void put_clause(const Matter *m, const Finding *f)
{
    const Corpus *corpus = m->page->visit->view->corpus;
    if (f->by.index == NO_INDEX) return;
    page_element(m->page, "small",
                 cite_words(m->page->arena, corpus,
                            corpus_clause(corpus, f->by)->cite,
                            m->page->speech.lang));
}

/* "masuk 07.48, web": what the finding rests on. */
static void put_facts(const Matter *m, const Finding *f)
{
    const Speech *s = &m->page->speech;
    Zone zone = m->page->visit->view->office->government.zone;
    for (size_t i = 0; i < FINDING_FACTS; i++) {
        const Fact *fact = daybook_find(m->judged.book, f->facts[i]);
        if (fact == NULL) continue;
        page_element(m->page, "small",
                     SAID(s, "{what} {time}, {channel}",
                          {"what", fact_kind_word(fact->kind, s->lang)},
                          {"time", said_time(s, zone, fact_when(fact))},
                          {"channel", channel_word(fact->channel, s->lang)}));
    }
}

static size_t put_findings(const Matter *m, bool asked)
{
    const Verdict *v = &m->judged.verdict;
    size_t count = 0;
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        bool hidden = f->outcome == OUTCOME_UNKNOWN;
        if (asked ? !board_case_asks(f) : !hidden) continue;
        page_put(m->page, HTML("<li>"));
        if (asked)
            page_element(
                m->page, "b",
                board_case_question(&m->page->speech, f, m->judged.book));
        else
            page_element(m->page, "b",
                         duty_word(f->duty, m->page->speech.lang));
        put_clause(m, f);
        put_facts(m, f);
        page_put(m->page, HTML("</li>\n"));
        count++;
    }
    return count;
}

static void put_known(const Matter *m)
{
    part_open(m->page);
    part_heading(m->page, N_("To be asked"));
    page_put(m->page, HTML("<ul class=\"todo\">\n"));
    size_t count = put_findings(m, true);
    page_put(m->page, HTML("</ul>"));
    if (count == 0)
        part_paragraph(m->page,
                       N_("By what is noted now, nothing is to be asked."));
    part_close(m->page);
}

/* Of our own making: held against nobody. */
static void put_unknown(const Matter *m)
{
    bool any = false;
    const Verdict *v = &m->judged.verdict;
    for (uint32_t i = 0; i < v->count; i++)
        any = any || v->findings[i].outcome == OUTCOME_UNKNOWN;
    if (!any) return;
    part_open(m->page);
    part_heading(m->page, N_("Not known, since our server was down"));
    page_put(m->page, HTML("<ul class=\"todo\">\n"));
    (void)put_findings(m, false);
    page_put(m->page, HTML("</ul>"));
    part_close(m->page);
}

/* ---- what was said ---------------------------------------------------------
 */

static const char *said_by(const Fact *fact)
{
    if (str_is(fact->word, STR("tanya"))) return N_("{who} asks, {at}");
    if (str_is(fact->word, STR("jawab"))) return N_("{who} answers, {at}");
    if (str_is(fact->word, STR("selesai"))) return N_("{who} closes, {at}");
    return N_("{who} notes, {at}");
}

static Str name_of(const Matter *m, Str code)
{
    const Register *r = &m->page->visit->view->office->r;
    uint32_t person = map_find(&r->person_codes, code);
    return person == NO_INDEX ? code : r->people[person].name;
}

static void put_word(const Matter *m, const Fact *fact)
{
    page_put(m->page, HTML("<li><b>"));
    PAGE_SAY(m->page, said_by(fact), {"who", name_of(m, fact->actor)},
             {"at", part_instant(m->page, fact->received)});
    page_put(m->page, HTML("</b><p class=\"kutip\">"));
    page_text(m->page, fact->text);
    page_put(m->page, HTML("</p></li>\n"));
}

/* Notes are of the board alone. */
static bool is_seen(const Matter *m, const Fact *fact)
{
    return m->board || !str_is(fact->word, STR("catatan"));
}

/* What the person said of that day by themself. */
static size_t put_objections(const Matter *m)
{
    LiveFacts all = live_facts_person(m->page->visit->view, m->page->arena,
                                      m->page->visit->about);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        const Fact *f = all.at[i];
        if (f->kind != FACT_OBJECTION || !date_is(f->day, m->day)) continue;
        page_put(m->page, HTML("<li><b>"));
        PAGE_SAY(m->page, "{who} objects, {at}", {"who", name_of(m, f->actor)},
                 {"at", part_instant(m->page, f->received)});
        page_put(m->page, HTML("</b><p class=\"kutip\">"));
        page_text(m->page, f->text);
        page_put(m->page, HTML("</p></li>\n"));
        count++;
    }
    return count;
}

static void put_log(const Matter *m)
{
    part_open(m->page);
    page_put(m->page, HTML("<header><h2>"));
    page_say(m->page, "What was said");
    page_put(m->page, HTML("</h2>"));
    board_case_state(m->page,
                     m->matter == NULL ? CLARIFY_NONE : m->matter->state);
    page_put(m->page, HTML("</header><ol class=\"todo\">\n"));
    size_t count = put_objections(m);
    for (size_t i = 0; m->matter != NULL && i < m->matter->count; i++) {
        if (!is_seen(m, m->matter->log[i])) continue;
        put_word(m, m->matter->log[i]);
        count++;
    }
    page_put(m->page, HTML("</ol>"));
    if (count == 0) part_small(m->page, N_("Nothing yet."));
    part_close(m->page);
}

/* ---- the next word ---------------------------------------------------------
 */

/* All that is to be asked, in one text that may be changed. */
static Str first_question(const Matter *m)
{
    const Verdict *v = &m->judged.verdict;
    Buf out = buf_in(m->page->arena);
    Speech indonesian = {m->page->arena, LANG_ID};
    for (uint32_t i = 0; i < v->count; i++) {
        if (!board_case_asks(&v->findings[i])) continue;
        if (out.len > 0) buf_char(&out, '\n');
        buf_put(&out, board_case_question(&indonesian, &v->findings[i],
                                          m->judged.book));
    }
    return buf_str(&out);
}

static void open_form(const Matter *m, const char *label, Str text)
{
    form_open_id(m->page,
                 board_case_path(m->page->arena, m->person->code, m->day));
    form_field(m->page, &(FormField){.name = "isi",
                                     .label = label,
                                     .value = text,
                                     .rows = 4,
                                     .needed = true});
}

static void put_board_form(const Matter *m)
{
    bool fresh = m->matter == NULL || m->matter->state == CLARIFY_NONE ||
                 m->matter->state == CLARIFY_CLOSED;
    part_open(m->page);
    part_heading(m->page, N_("Your word"));
    open_form(m, N_("Question, note or result"),
              fresh ? first_question(m) : STR(""));
    page_put(m->page, HTML("<p class=\"aksi\">"));
    form_button_named(m->page, "Ask the superior", "kata", STR("tanya"), fresh);
    form_button_named(m->page, "Note it", "kata", STR("catatan"), false);
    form_button_named(m->page, "Close the matter", "kata", STR("selesai"),
                      !fresh);
    page_put(m->page, HTML("</p>"));
    form_close(m->page);
    part_small(m->page,
               N_("The person, the superior and the head see questions "
                  "and results; notes stay with the board."));
    part_close(m->page);
}

static void put_answer_form(const Matter *m)
{
    bool asked = m->matter != NULL && m->matter->state != CLARIFY_CLOSED;
    if (!asked) return;
    part_open(m->page);
    part_heading(m->page, N_("Your answer"));
    open_form(m, N_("What you know of it"), STR(""));
    form_button_named(m->page, "Answer", "kata", STR("jawab"), true);
    form_close(m->page);
    part_close(m->page);
}

/* ---- the page --------------------------------------------------------------
 */

static bool day_fits(Visit *v, Date day)
{
    if (!date_before(v->today, day) &&
        !date_before(day, date_plus(v->today, -LIVE_KEPT)))
        return true;
    visit_refuse_with(v, ERR_ABSENT, "hari itu tidak ada di sini",
                      "that day is not here");
    return false;
}

static bool read_matter(Visit *v, Clarifications *all, Matter *out)
{
    Err err = {0};
    unsigned roles = visit_roles(v, v->about, NO_UNIT);
    unsigned board = 1U << ACCESS_BOARD_ROLE;
    unsigned answers = 1U << ACCESS_SELF_ROLE | 1U << ACCESS_SUPERIOR_ROLE |
                       1U << ACCESS_HEAD_ROLE;
    Matter m = {.person = &v->view->office->r.people[v->about.index],
                .day = visit_field(v, "tgl")->date,
                .board = (roles & board) != 0,
                .answers = (roles & answers) != 0};
    if (!day_fits(v, m.day)) return false;
    if (!my_verdict(v->arena, v->view, v->about, m.day, &m.judged, &err)) {
        visit_refuse(v, &err);
        return false;
    }
    *all = clarify_all(v->arena, v->view);
    m.matter = clarify_find(all, v->about, m.day);
    m.superior = person_superior(&v->view->office->r, v->about, v->today);
    *out = m;
    return true;
}

static void put_head(const Matter *m)
{
    Page *page = m->page;
    const Register *r = &page->visit->view->office->r;
    Str unit = board_unit(page, m->person->unit);
    board_head(page,
               m->superior.index == NO_INDEX
                   ? unit
                   : SAID(&page->speech, "{unit} · superior: {who}",
                          {"unit", unit},
                          {"who", r->people[m->superior.index].name}),
               m->person->name);
    if (m->board) {
        page_put(page, HTML("<a class=\"btn alt sm\" href=\""));
        page_text(page,
                  board_code_path(page->arena, "/pegawai/", m->person->code));
        page_put(page, HTML("\">"));
        page_say(page, "In the register");
        page_put(page, HTML("</a>"));
    }
    board_head_end(page);
    page_put(page, HTML("<p class=\"lead\">"));
    page_text(page, said_date(&page->speech, m->day));
    page_put(page, HTML(" "));
    page_put(page, HTML("<span class=\"tag "));
    page_put(page,
             (Html){str_of(page_letter_class(m->judged.verdict.expected))});
    page_put(page, HTML("\">"));
    page_text(page, page_letter_word(page, m->judged.verdict.expected));
    page_put(page, HTML("</span></p>\n"));
}

void board_case_page(Visit *v)
{
    static const BoardDone done[] = {
        {"tanya", N_("Asked at {time}. The superior sees it under "
                     "Clarifications.")},
        {"jawab", N_("Answered at {time}.")},
        {"catatan", N_("Noted at {time}.")},
        {"selesai", N_("Closed at {time}.")},
    };
    Matter m;
    Clarifications all;
    if (!read_matter(v, &all, &m)) return;
    PageHead head = {.frame = PAGE_DESK,
                     .here = m.board ? "/tidak-sesuai" : "/klarifikasi",
                     .name = m.person->name};
    Page page = page_open(v, &head);
    m.page = &page;
    put_head(&m);
    form_faults(&page);
    board_done(&page, done, COUNT(done));
    page_put(&page, HTML("<div class=\"berdua\">\n<div>"));
    put_known(&m);
    put_unknown(&m);
    page_put(&page, HTML("</div><div>"));
    put_log(&m);
    if (m.board && v->person.index != v->about.index) put_board_form(&m);
    if (m.answers) put_answer_form(&m);
    page_put(&page, HTML("</div></div>\n"));
    page_close(&page);
}

void board_case_say(Visit *v)
{
    Recorded recorded;
    if (v->fields.faults.count > 0) {
        v->answer->status = 422;
        board_case_page(v);
        return;
    }
    Str word = visit_field(v, "kata")->text;
    Fact fact = visit_fact(v, FACT_CLARIFY);
    fact.person = visit_field(v, "orang")->text;
    fact.day = visit_field(v, "tgl")->date;
    fact.word = word;
    fact.text = visit_field(v, "isi")->text;
    if (!visit_record(v, &fact, STR(""), &recorded)) return;
    visit_go(v, board_case_path(v->arena, fact.person, fact.day),
             str_c(v->arena, word));
}
