/* SPDX-License-Identifier: Apache-2.0 */
#include "day/judge.h"

/* ---- the day gathered --------------------------------------------------- */

static const Entry *last_deviation(Thread thread)
{
    const Entry *last = NULL;
    for (uint32_t i = 0; i < thread.count; i++) {
        const Entry *e = &thread.entries[i];
        if (e->fact->kind == FACT_DEVIATION && !e->struck) last = e;
    }
    return last;
}

/* The person's own, else that of the nearest unit above that has one. */
static const Entry *deviation_of(const Judge *j)
{
    const Register *r = j->sheet->corpus->r;
    UnitId unit = r->people[j->person.index].unit;
    const Entry *found = last_deviation(j->thread);
    while (found == NULL && unit.index != NO_INDEX) {
        found =
            last_deviation(daybook_unit(j->view->book, unit, j->sheet->day));
        unit = r->units[unit.index].parent;
    }
    return found;
}

static const Entry *apply_deviation(Judge *j)
{
    bool can = j->letter == PLACED_OFFICE || j->letter == PLACED_HOME ||
               j->letter == PLACED_FIELD;
    const Entry *deviation = can ? deviation_of(j) : NULL;
    if (deviation == NULL) return NULL;
    j->letter =
        str_is(deviation->word, STR("kantor")) ? PLACED_OFFICE : PLACED_HOME;
    j->placed = STRENGTH_MAY;
    return deviation;
}

static bool is_judged(const Judge *j)
{
    return j->expected->works &&
           (j->letter == PLACED_OFFICE || j->letter == PLACED_HOME ||
            j->letter == PLACED_FIELD || j->letter == PLACED_CLOSED);
}

static void judge_all(Judge *j)
{
    judge_checks(j);
    judge_report(j);
    judge_review(j);
    judge_reach(j);
    judge_recall(j);
    judge_stay(j);
    judge_travel(j);
    judge_follow(j);
    judge_coordinate(j);
    judge_tasks(j);
    judge_target(j);
    judge_beside(j);
}

/* All but what is found; *out is told where they are expected. */
static Judge gather(const DayView *view, PersonId person, Verdict *out)
{
    const DutySheet *sheet = view->sheet;
    Judge j = {
        .view = view,
        .sheet = sheet,
        .person = person,
        .expected = &sheet->expected[person.index],
        .thread = daybook_person(view->book, person, sheet->day),
        .owed = sheet->owed[person.index],
        .gap = daybook_gap(view->book, person, sheet->day),
        .out = out,
    };
    j.letter = j.expected->letter;
    j.placed = j.expected->strength;
    j.recalled = judge_first(&j, FACT_RECALL) != NULL;
    return j;
}

void verdict_make(const DayView *view, PersonId person, Verdict *out)
{
    Judge j = gather(view, person, out);
    out->person = person;
    out->day = view->sheet->day;
    out->planned = j.letter;
    out->where = '?';
    out->more = false;
    out->count = 0;
    const Entry *deviation = j.expected->works ? apply_deviation(&j) : NULL;
    out->expected = j.letter;
    if (j.expected->works && j.letter == PLACED_USUAL) judge_place(&j, NULL);
    if (j.expected->works && j.letter == PLACED_LEAVE) judge_leave(&j);
    if (!is_judged(&j)) return;
    judge_place(&j, deviation);
    judge_all(&j);
}

VerdictDue verdict_due(const DayView *view, PersonId person)
{
    Judge j = gather(view, person, NULL);
    VerdictDue due = {-1, -1, RHYTHM_DAILY, 0};
    due.within = (int16_t)judge_within(&j);
    if (j.expected->works) (void)apply_deviation(&j);
    if (!is_judged(&j)) return due;
    due.check_in = (int16_t)judge_place_due(&j);
    due.report = (int16_t)judge_report_due(&j, &due.rhythm);
    return due;
}

/* ---- words -------------------------------------------------------------- */

static const struct {
    const char *word, *english;
    Colour must, otherwise;
} outcomes[] = {
#define X(name, word, english, must, otherwise) \
    {word, english, COLOUR_##must, COLOUR_##otherwise},
    OUTCOMES(X)
#undef X
};

Colour finding_colour(const Finding *f)
{
    bool must =
        f->strength == STRENGTH_MUST || f->strength == STRENGTH_MUST_NOT;
    return must ? outcomes[f->outcome].must : outcomes[f->outcome].otherwise;
}

bool outcome_stands(Outcome outcome)
{
    Colour colour = outcomes[outcome].must;
    return colour == COLOUR_KEPT || colour == COLOUR_PENDING ||
           colour == COLOUR_UNKNOWN || outcome == OUTCOME_OTHER_CHANNEL ||
           outcome == OUTCOME_DEVIATION || outcome == OUTCOME_OBJECTED ||
           outcome == OUTCOME_OBJECTION_ANSWERED || outcome == OUTCOME_QUESTION;
}

Str outcome_word(Outcome outcome, Lang lang)
{
    CHECK((size_t)outcome < COUNT(outcomes));
    return str_of(lang == LANG_ID ? outcomes[outcome].word
                                  : outcomes[outcome].english);
}

Str colour_word(Colour colour, Lang lang)
{
    static const char *const words[][2] = {
        [COLOUR_KEPT] = {"dijalankan",      "kept"   },
        [COLOUR_NOTED] = {"dicatat",         "noted"  },
        [COLOUR_PENDING] = {"menunggu",        "pending"},
        [COLOUR_UNKNOWN] = {"tidak diketahui", "unknown"},
        [COLOUR_BREACH] = {"pelanggaran",     "breach" },
    };
    CHECK((size_t)colour < COUNT(words));
    return str_of(words[colour][lang == LANG_EN]);
}

/* ---- bytes -------------------------------------------------------------- */

static void write_finding(const Finding *f, const Corpus *corpus, Buf *out)
{
    char id[FACT_ID_TEXT];
    buf_put(out, duty_word(f->duty, LANG_ID));
    buf_c(out, " | ");
    buf_put(out, outcome_word(f->outcome, LANG_ID));
    buf_c(out, " | ");
    buf_put(out, colour_word(finding_colour(f), LANG_ID));
    buf_c(out, " | ");
    if (f->by.index == NO_INDEX)
        buf_char(out, '-');
    else
        buf_put(out, corpus_clause(corpus, f->by)->cite);
    buf_format(out, " | %d", (int)f->minutes);
    for (size_t i = 0; i < FINDING_FACTS && !fact_id_none(f->facts[i]); i++)
        buf_format(out, " %s", fact_id_text(f->facts[i], id));
    buf_char(out, '\n');
}

void verdict_write(const Verdict *v, const Corpus *corpus, Buf *out)
{
    char day[DATE_TEXT];
    buf_put(out, corpus->r->people[v->person.index].code);
    buf_format(out, " %s %c %c %c%s\n", date_iso(v->day, day), v->planned,
               v->expected, v->where, v->more ? " +" : "");
    for (uint32_t i = 0; i < v->count; i++)
        write_finding(&v->findings[i], corpus, out);
}
