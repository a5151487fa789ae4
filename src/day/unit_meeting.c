/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "day/unit_part.h"

/* Protocol and meetings: docs/day.md, sections 5.7 and 5.8. */

/* ---- what a clause in quotes speaks of ---------------------------------- */

static bool speaks(Arena *tmp, Str text, const char *id, const char *en)
{
    Str folded = str_fold(tmp, text);
    return str_find(folded, str_of(id), 0) != SIZE_MAX ||
           str_find(folded, str_of(en), 0) != SIZE_MAX;
}

static bool is_quoted(const Clause *clause)
{
    PredKind pred = clause->sentence->pred;
    return pred == PRED_RECORD || pred == PRED_RECORDED_DO;
}

typedef enum { OF_DAY, OF_MEETING, OF_TRIP } Occasion;

static Occasion occasion_of(Arena *tmp, const Clause *clause)
{
    Str topic = clause->sentence->topic;
    if (speaks(tmp, topic, "rapat", "meeting")) return OF_MEETING;
    return speaks(tmp, topic, "perjalanan", "travel") ? OF_TRIP : OF_DAY;
}

static bool is_protocol(Arena *tmp, const Clause *clause)
{
    const Sentence *s = clause->sentence;
    const Str all[] = {s->topic, s->text, s->text_en};
    for (size_t i = 0; is_quoted(clause) && i < COUNT(all); i++) {
        if (speaks(tmp, all[i], "protokol", "protocol") ||
            speaks(tmp, all[i], "jarak", "distance"))
            return true;
    }
    return false;
}

/* ---- protocol ----------------------------------------------------------- */

static const Entry *checklist(const Judge *thread, FactId about)
{
    return judge_about_first(thread, FACT_CHECKLIST, about);
}

static void tell_protocol(UnitMaking *m, UnitLine line, const Entry *about,
                          const Entry *done)
{
    Judge clock = {.view = m->view, .sheet = m->sheet};
    UnitOutcome outcome = UNIT_DONE;
    Cited cited = {0};
    if (done == NULL)
        outcome = judge_before(&clock, DAY_MINUTES) ? UNIT_PENDING : UNIT_NONE;
    UnitLine told = unit_thread_line(UNIT_TOPIC_PROTOCOL, outcome, line.unit);
    told.by = line.by;
    told.person = line.person;
    cite_entry(&cited, about);
    cite_entry(&cited, done);
    unit_thread_cite(&told, cited);
    if (done != NULL) told.numbers[0] = unit_thread_items(done->fact->list);
    unit_thread_add(m, told);
}

static bool somebody_works(UnitMaking *m, UnitId unit)
{
    for (uint32_t i = 0; i < m->people_count; i++) {
        UnitId own = m->r->people[m->people[i].index].unit;
        if (m->r->work_unit_of[own.index].index == unit.index &&
            unit_thread_seen(m, m->people[i])->works)
            return true;
    }
    return false;
}

static bool is_held(const Judge *thread, const Entry *meeting)
{
    const Entry *said =
        judge_about_last(thread, FACT_DECISION, meeting->fact->id);
    return entry_says(meeting, "tatap muka") &&
           (said == NULL || !entry_says(said, "tolak"));
}

static void protocol_of_meetings(UnitMaking *m, const Judge *thread,
                                 UnitLine line)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(thread, FACT_MEETING, &at));) {
        if (is_held(thread, e))
            tell_protocol(m, line, e, checklist(thread, e->fact->id));
    }
}

void unit_meeting_protocol(UnitMaking *m, UnitId unit)
{
    Judge thread = unit_thread_of(m, unit);
    ClauseId closed = NO_CLAUSE;
    bool open =
        !unit_thread_closed(m, unit, &closed) && somebody_works(m, unit);
    uint32_t count = 0;
    const ClauseId *all = law_clauses(m->law, &count);
    UnitLine line = unit_thread_line(UNIT_TOPIC_PROTOCOL, UNIT_NONE, unit);
    for (uint32_t i = 0; i < count; i++) {
        const Clause *clause = corpus_clause(m->corpus, all[i]);
        if (!is_protocol(m->tmp, clause) ||
            !unit_thread_reached(m, all[i], unit))
            continue;
        Occasion of = occasion_of(m->tmp, clause);
        line.by = all[i];
        if (of == OF_DAY && open)
            tell_protocol(m, line, NULL, checklist(&thread, (FactId){{0}}));
        if (of == OF_MEETING) protocol_of_meetings(m, &thread, line);
    }
}

static void protocol_of_trip(UnitMaking *m, PersonId person)
{
    Judge thread = unit_thread_person(m, person, m->day);
    const Entry *trip = unit_thread_trip(&thread, DATE_NEVER);
    uint32_t count = 0;
    const ClauseId *all = law_clauses(m->law, &count);
    UnitLine line = unit_thread_line(UNIT_TOPIC_PROTOCOL, UNIT_NONE, NO_UNIT);
    line.person = person;
    for (uint32_t i = 0; trip != NULL && i < count; i++) {
        LawAsk ask = {all[i], NULL};
        const Clause *clause = corpus_clause(m->corpus, all[i]);
        if (!is_protocol(m->tmp, clause) ||
            occasion_of(m->tmp, clause) != OF_TRIP ||
            law_means_bits(m->law, &ask, 1, person) == 0)
            continue;
        line.by = all[i];
        tell_protocol(m, line, trip, checklist(&thread, trip->fact->id));
    }
}

void unit_meeting_trips(UnitMaking *m)
{
    for (uint32_t i = 0; i < m->people_count; i++) {
        PersonId person = m->people[i];
        if (m->sheet->expected[person.index].letter == PLACED_TRIP)
            protocol_of_trip(m, person);
    }
}

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
    if (!is_quoted(clause) || occasion_of(tmp, clause) != OF_MEETING) return -1;
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
