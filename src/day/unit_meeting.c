/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "day/unit_part.h"

/* Meetings: docs/day.md, section 5.8. */

/* ---- clauses about meetings --------------------------------------------- */

static bool is_of_meetings(const Clause *clause, State state)
{
    const Sentence *s = clause->sentence;
    return s->pred == PRED_STATE && s->verb == (int32_t)state &&
           (duty_names(s->who, THING_MEETING) ||
            duty_names(s->who, THING_FACE_MEETING));
}

static bool limits_meetings(const Clause *clause)
{
    return is_of_meetings(clause, STATE_LIMITED);
}

static bool holds_online(const Clause *clause)
{
    return is_of_meetings(clause, STATE_HELD) &&
           duty_tail(clause->sentence, TAIL_ONLINE) != NULL;
}

static bool asks_approval(const Clause *clause)
{
    return holds_online(clause) ||
           duty_tail(clause->sentence, TAIL_APPROVED_BY) != NULL ||
           duty_tail(clause->sentence, TAIL_PERMITTED_BY) != NULL;
}

/* N of "paling banyak N" / "at most N"; -1: none. */
static int64_t most_said(Arena *tmp, Str text)
{
    static const char *const words[] = {"paling banyak ", "at most "};
    Str folded = str_fold(tmp, text);
    int64_t most = -1;
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t at = str_find(folded, str_of(words[i]), 0);
        if (at == SIZE_MAX) continue;
        size_t from = at + str_of(words[i]).len, to = from;
        while (to < folded.len && folded.ptr[to] >= '0' &&
               folded.ptr[to] <= '9')
            to++;
        if (num_is(str_slice(folded, from, to), 0, INT32_MAX, &most))
            return most;
    }
    return -1;
}

static int64_t most_of(Arena *tmp, const Clause *clause)
{
    const Sentence *s = clause->sentence;
    if (!unit_protocol_of_meetings(tmp, clause)) return -1;
    int64_t most = most_said(tmp, s->text);
    return most >= 0 ? most : most_said(tmp, s->text_en);
}

/* ---- one meeting -------------------------------------------------------- */

typedef struct {
    UnitMaking *m;
    UnitId unit;
    Judge thread;
    ClauseId limit, online; /* of the unit, or NO_CLAUSE */
} Meetings;

static UnitOutcome outcome_of(const Meetings *k, const Entry *e, ClauseId by)
{
    const Entry *said =
        judge_about_last(&k->thread, FACT_DECISION, e->fact->id);
    if (said != NULL && entry_says(said, "tolak")) return UNIT_REFUSED;
    if (by.index == NO_INDEX) return UNIT_IN_PERSON;
    const Clause *clause = corpus_clause(k->m->corpus, by);
    if (duty_tail(clause->sentence, TAIL_FOR) != NULL &&
        e->fact->urgency.len == 0)
        return UNIT_NO_REASON;
    if (!asks_approval(clause)) return UNIT_IN_PERSON;
    if (said != NULL && entry_says(said, "setuju"))
        return holds_online(clause) ? UNIT_BESIDE : UNIT_APPROVED;
    int begins = e->fact->from >= 0 ? e->fact->from : 0;
    return judge_before(&k->thread, begins) ? UNIT_PENDING : UNIT_UNAPPROVED;
}

static UnitLine line_of(const Meetings *k, const Entry *e, UnitOutcome outcome,
                        ClauseId by)
{
    UnitLine line = unit_thread_line(UNIT_TOPIC_MEETING, outcome, k->unit);
    Cited cited = {0};
    line.by = by;
    line.numbers[0] = unit_thread_items(e->fact->list);
    cite_entry(&cited, e);
    if (outcome < UNIT_TOO_MANY)
        cite_entry(&cited,
                   judge_about_last(&k->thread, FACT_DECISION, e->fact->id));
    unit_thread_cite(&line, cited);
    return line;
}

static void tell_too_many(const Meetings *k, const Entry *e)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(k->m->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        int64_t most = most_of(k->m->tmp, corpus_clause(k->m->corpus, all[i]));
        UnitLine line = line_of(k, e, UNIT_TOO_MANY, all[i]);
        if (most < 0 || line.numbers[0] <= most ||
            !unit_thread_reached(k->m, all[i], k->unit))
            continue;
        line.numbers[1] = (int32_t)most;
        unit_thread_add(k->m, line);
        return;
    }
}

static void tell_meeting(const Meetings *k, const Entry *e)
{
    bool online = entry_says(e, "daring");
    bool limited = k->limit.index != NO_INDEX;
    ClauseId by = online || !limited ? k->online : k->limit;
    ClauseId closed = NO_CLAUSE;
    UnitOutcome outcome = online ? UNIT_ONLINE : outcome_of(k, e, by);
    UnitLine line = line_of(k, e, outcome, by);
    line.numbers[1] = e->fact->from;
    line.numbers[2] = e->fact->to;
    unit_thread_add(k->m, line);
    if (online || outcome == UNIT_REFUSED) return;
    tell_too_many(k, e);
    if (unit_thread_closed(k->m, k->unit, &closed))
        unit_thread_add(k->m, line_of(k, e, UNIT_IN_CLOSURE, closed));
}

void unit_meeting_lines(UnitMaking *m, UnitId unit)
{
    const Entry *e;
    Meetings k = {
        .m = m,
        .unit = unit,
        .thread = unit_thread_of(m, unit),
        .limit = unit_thread_first(m, limits_meetings, unit),
        .online = unit_thread_first(m, holds_online, unit),
    };
    for (uint32_t at = 0; (e = judge_entry(&k.thread, FACT_MEETING, &at));)
        tell_meeting(&k, e);
}
