/* SPDX-License-Identifier: Apache-2.0 */
#include "day/unit_part.h"

/* ---- whose day ---------------------------------------------------------- */

UnitAsk unit_day_of_unit(const Register *r, UnitId unit)
{
    const Unit *u = &r->units[unit.index];
    return (UnitAsk){unit, u->agency || !u->work_unit, NO_PERSON};
}

UnitAsk unit_day_of_superior(PersonId superior)
{
    return (UnitAsk){NO_UNIT, false, superior};
}

static bool is_asked(const UnitMaking *m, PersonId person)
{
    UnitId unit = m->r->people[person.index].unit;
    if (!person_is_active(m->r, person, m->day)) return false;
    if (m->ask.superior.index != NO_INDEX)
        return person_superior(m->r, person, m->day).index ==
               m->ask.superior.index;
    if (m->ask.below) return unit_is_under(m->r, unit, m->ask.unit);
    return m->r->work_unit_of[unit.index].index == m->ask.unit.index;
}

static void gather_people(UnitMaking *m)
{
    m->people = NEW(m->tmp, PersonId, m->r->person_count + 1);
    m->seen = NEW(m->tmp, UnitSeen *, m->r->person_count + 1);
    for (uint32_t p = 0; p < m->r->person_count; p++) {
        if (is_asked(m, (PersonId){p}))
            m->people[m->people_count++] = (PersonId){p};
    }
}

static void gather_units(UnitMaking *m)
{
    m->units = NEW(m->tmp, UnitId, m->r->unit_count + 1);
    if (m->ask.unit.index == NO_INDEX) return;
    uint32_t from = m->r->enter[m->ask.unit.index];
    uint32_t to = m->ask.below ? m->r->leave[m->ask.unit.index] : from + 1;
    for (uint32_t i = from; i < to; i++) {
        const Unit *unit = &m->r->units[m->r->preorder[i].index];
        if (unit->work_unit && window_has(unit->window, m->day))
            m->units[m->unit_count++] = m->r->preorder[i];
    }
}

/* ---- the topics --------------------------------------------------------- */

typedef void UnitTopicOf(UnitMaking *m, UnitId unit);

static void each_unit(UnitMaking *m, UnitTopicOf *tell)
{
    for (uint32_t i = 0; i < m->unit_count; i++)
        tell(m, m->units[i]);
}

static void tell_all(UnitMaking *m)
{
    each_unit(m, unit_seat_closure);
    unit_seat_caps(m);
    unit_seat_people(m);
    each_unit(m, unit_counter_lines);
    each_unit(m, unit_counter_team);
    each_unit(m, unit_protocol_lines);
    unit_protocol_trips(m);
    each_unit(m, unit_meeting_lines);
    unit_people_silent(m);
    unit_people_breaches(m);
    unit_people_work(m);
    unit_people_review(m);
    unit_remind_lines(m);
}

UnitDay unit_day_make(Arena *arena, const DayView *view, const LawDay *law,
                      UnitAsk ask)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    UnitMaking m = {
        .arena = arena,
        .tmp = tmp,
        .view = view,
        .law = law,
        .sheet = view->sheet,
        .corpus = view->sheet->corpus,
        .r = view->sheet->corpus->r,
        .day = view->sheet->day,
        .ask = ask,
    };
    CHECK((ask.unit.index == NO_INDEX) != (ask.superior.index == NO_INDEX));
    gather_people(&m);
    gather_units(&m);
    tell_all(&m);
    return (UnitDay){ask, m.day, m.lines.at, m.lines.count};
}

/* ---- words -------------------------------------------------------------- */

Str unit_day_topic(UnitTopic topic, Lang lang)
{
    static const char *const words[][2] = {
#define X(name, word, english) {word, english},
        UNIT_TOPICS(X)
#undef X
    };
    CHECK((size_t)topic < COUNT(words));
    return str_of(words[topic][lang == LANG_EN]);
}

Str unit_day_outcome(UnitOutcome outcome, Lang lang)
{
    static const char *const words[][2] = {
#define X(name, word, english, colour) {word, english},
        UNIT_OUTCOMES(X)
#undef X
    };
    CHECK((size_t)outcome < COUNT(words));
    return str_of(words[outcome][lang == LANG_EN]);
}

/* ---- bytes -------------------------------------------------------------- */

static Str cite_of(const Corpus *c, ClauseId by)
{
    return by.index == NO_INDEX ? STR("-") : corpus_clause(c, by)->cite;
}

static Str thing_of(const Corpus *c, const UnitLine *line)
{
    if (line->thing == NO_INDEX) return STR("-");
    return line->topic == UNIT_TOPIC_COUNTER ? c->r->counters[line->thing].code
                                             : c->letters[line->thing].cite;
}

static void write_facts(const UnitLine *line, Buf *out)
{
    char id[FACT_ID_TEXT];
    if (fact_id_none(line->facts[0])) buf_c(out, " -");
    for (size_t i = 0; i < UNIT_FACTS && !fact_id_none(line->facts[i]); i++)
        buf_format(out, " %s", fact_id_text(line->facts[i], id));
    buf_char(out, '\n');
}

static void write_line(const UnitLine *line, const Corpus *c, Buf *out)
{
    const Register *r = c->r;
    Str topic = unit_day_topic(line->topic, LANG_ID);
    Str outcome = unit_day_outcome(line->outcome, LANG_ID);
    Str colour = colour_word(line->colour, LANG_ID);
    Str cite = cite_of(c, line->by), thing = thing_of(c, line);
    Str unit = line->unit.index == NO_INDEX ? STR("-")
                                            : r->units[line->unit.index].code;
    Str person = line->person.index == NO_INDEX
                     ? STR("-")
                     : r->people[line->person.index].code;
    buf_format(out, "%.*s | %.*s | %.*s | %.*s | %.*s %.*s %.*s |",
               STR_ARG(topic), STR_ARG(outcome), STR_ARG(colour), STR_ARG(cite),
               STR_ARG(unit), STR_ARG(person), STR_ARG(thing));
    for (size_t i = 0; i < UNIT_NUMBERS; i++)
        buf_format(out, " %d", (int)line->numbers[i]);
    buf_c(out, " |");
    write_facts(line, out);
}

void unit_day_write(const UnitDay *day, const Corpus *corpus, Buf *out)
{
    char date[DATE_TEXT];
    const Register *r = corpus->r;
    Str code = day->ask.unit.index == NO_INDEX
                   ? r->people[day->ask.superior.index].code
                   : r->units[day->ask.unit.index].code;
    buf_format(out, "%.*s%s %s\n", STR_ARG(code), day->ask.below ? "+" : "",
               date_iso(day->day, date));
    for (size_t i = 0; i < day->count; i++)
        write_line(&day->lines[i], corpus, out);
}
