/* SPDX-License-Identifier: Apache-2.0 */
#include "day/unit_part.h"

/* Protocol: docs/day.md, section 5.7. */

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

bool unit_protocol_of_meetings(Arena *tmp, const Clause *clause)
{
    return is_quoted(clause) &&
           speaks(tmp, clause->sentence->topic, "rapat", "meeting");
}

typedef enum { OF_DAY, OF_MEETING, OF_TRIP } Occasion;

static Occasion occasion_of(Arena *tmp, const Clause *clause)
{
    Str topic = clause->sentence->topic;
    if (unit_protocol_of_meetings(tmp, clause)) return OF_MEETING;
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

void unit_protocol_lines(UnitMaking *m, UnitId unit)
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

void unit_protocol_trips(UnitMaking *m)
{
    for (uint32_t i = 0; i < m->people_count; i++) {
        PersonId person = m->people[i];
        if (m->sheet->expected[person.index].letter == PLACED_TRIP)
            protocol_of_trip(m, person);
    }
}
