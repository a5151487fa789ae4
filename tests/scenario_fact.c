/* SPDX-License-Identifier: Apache-2.0 */
#include "scenario.h"

/*
 * A sentence is put to every row of scenario_facts.def until one takes all of
 * it; that which came furthest tells where nothing fitted any more.
 */

static const struct {
    FactKind kind;
    const char *word, *sentence;
} sayings[] = {
#define SAY(kind, word, sentence) {FACT_##kind, word, sentence},
#include "scenario_facts.def"
#undef SAY
};

/* A sentence being put to a row. */
typedef struct {
    Telling *t;
    Str rest;
    Fact fact;
} Saying;

bool scenario_can_say(FactKind kind)
{
    for (size_t i = 0; i < COUNT(sayings); i++) {
        if (sayings[i].kind == kind) return true;
    }
    return false;
}

/* ---- people, units, facts ------------------------------------------------ */

static const Register *register_of(const Saying *s)
{
    return &s->t->office.r;
}

/* The code of whoever bears the label, or false. */
static bool take_person(Saying *s, PersonId *out)
{
    char label = 0;
    Str rest = s->rest;
    if (!scenario_take_label(&rest, &label)) return false;
    *out = s->t->people[label - 'A'];
    if (out->index == NO_INDEX) return false;
    s->rest = rest;
    return true;
}

static bool take_code(Saying *s, Str *out)
{
    PersonId person = NO_PERSON;
    if (!take_person(s, &person)) return false;
    *out = register_of(s)->people[person.index].code;
    return true;
}

static bool take_actor(Saying *s)
{
    if (scenario_take(&s->rest, "sistem")) {
        s->fact.actor = STR("sistem");
        return true;
    }
    return take_code(s, &s->fact.actor);
}

static bool take_subject(Saying *s)
{
    PersonId person = NO_PERSON;
    const Register *r = register_of(s);
    if (!take_person(s, &person)) return false;
    s->fact.person = r->people[person.index].code;
    s->fact.unit = r->units[r->people[person.index].unit.index].code;
    return true;
}

static UnitId unit_of(const Saying *s, PersonId person, bool agency)
{
    const Register *r = register_of(s);
    UnitId unit = r->people[person.index].unit;
    return agency ? r->agency_of[unit.index] : r->work_unit_of[unit.index];
}

static bool take_unit(Saying *s)
{
    PersonId person = NO_PERSON;
    UnitId unit = NO_UNIT;
    Str name = {"", 0};
    bool several = false;
    bool agency = scenario_take(&s->rest, "perangkat daerah ");
    if (agency || scenario_take(&s->rest, "unit ")) {
        if (!take_person(s, &person)) return false;
        unit = unit_of(s, person, agency);
    } else if (!scenario_take_quoted(&s->rest, &name) ||
               !unit_search(register_of(s), name, &unit, &several) || several) {
        return false;
    }
    if (unit.index == NO_INDEX) return false;
    s->fact.unit = register_of(s)->units[unit.index].code;
    return true;
}

static const Fact *find_fact(const Telling *t, FactId id)
{
    for (size_t i = 0; i < t->facts.count; i++) {
        if (fact_id_is(t->facts.at[i].id, id)) return &t->facts.at[i];
    }
    return NULL;
}

/* "fakta 2": an answer is about whom the answered one is about. */
static bool take_fact(Saying *s)
{
    int32_t number = 0;
    Str rest = s->rest;
    if (!scenario_take(&rest, "fakta ") ||
        !scenario_take_number(&rest, &number) || number < 1 ||
        (size_t)number > s->t->told.count)
        return false;
    s->rest = rest;
    s->fact.about = s->t->told.at[number - 1];
    const Fact *answered = find_fact(s->t, s->fact.about);
    FactAbout about = fact_shape(s->fact.kind)->about;
    if (about == ABOUT_NONE || s->fact.person.len > 0) return true;
    if (about != ABOUT_UNIT) s->fact.person = answered->person;
    s->fact.unit = answered->unit;
    return true;
}

/* ---- words --------------------------------------------------------------- */

/* A bare word: "berkas". */
static bool take_measure(Saying *s)
{
    size_t end = 0;
    while (end < s->rest.len && s->rest.ptr[end] >= 'a' &&
           s->rest.ptr[end] <= 'z')
        end++;
    s->fact.measure = str_slice(s->rest, 0, end);
    s->rest = str_slice(s->rest, end, s->rest.len);
    return end > 0;
}

static bool take_item(Saying *s, Buf *list)
{
    Str item = {"", 0};
    if (!scenario_take_quoted(&s->rest, &item) && !take_code(s, &item))
        return false;
    if (list->len > 0) buf_char(list, '|');
    buf_put(list, item);
    return true;
}

static bool take_list(Saying *s)
{
    Buf list = buf_in(s->t->arena);
    if (!take_item(s, &list)) return false;
    for (Str before = s->rest;
         scenario_take(&s->rest, ", ") || scenario_take(&s->rest, " dan ");
         before = s->rest) {
        if (take_item(s, &list)) continue;
        s->rest = before; /* what stands behind the sentence */
        break;
    }
    s->fact.list = buf_str(&list);
    return true;
}

static bool take_slot(Saying *s, char slot)
{
    Fact *f = &s->fact;
    switch (slot) {
    case 'P': return take_subject(s);
    case 'A': return take_actor(s);
    case 'Q': return take_code(s, &f->thing);
    case 'U': return take_unit(s);
    case 'F': return take_fact(s);
    case 'K':
        return scenario_take_choice(&s->rest, fact_shape(f->kind)->choices,
                                    &f->word);
    case 'T': return scenario_take_quoted(&s->rest, &f->text);
    case 'H': return scenario_take_quoted(&s->rest, &f->thing);
    case 'D': return scenario_take_days(&s->rest, &f->days);
    case 'J': return scenario_take_clocks(&s->rest, &f->from, &f->to);
    case 'Z': return scenario_take_clock(&s->rest, &f->to);
    case 'N': return scenario_take_number(&s->rest, &f->number);
    case 'S': return take_measure(s);
    case 'L': return take_list(s);
    case 'Y': return scenario_take_quoted(&s->rest, &f->priority);
    case 'V': return scenario_take_quoted(&s->rest, &f->urgency);
    case 'W': return scenario_take_quoted(&s->rest, &f->place);
    case 'B': return scenario_take_quoted(&s->rest, &f->evidence);
    case 'X': return scenario_take_quoted(&s->rest, &f->sealed);
    default: return false;
    }
}

/* ---- a row --------------------------------------------------------------- */

/* The pieces of a row: text, <X>, or [...] that may be left out. */
static bool put_row(Saying *s, Str row)
{
    while (row.len > 0) {
        if (row.ptr[0] == '[') {
            size_t end = str_find(row, STR("]"), 0);
            Saying before = *s;
            if (!put_row(s, str_slice(row, 1, end))) *s = before;
            row = str_slice(row, end + 1, row.len);
        } else if (row.ptr[0] == '<') {
            if (!take_slot(s, row.ptr[1])) return false;
            row = str_slice(row, 3, row.len);
        } else {
            if (s->rest.len == 0 || s->rest.ptr[0] != row.ptr[0]) return false;
            s->rest = str_slice(s->rest, 1, s->rest.len);
            row = str_slice(row, 1, row.len);
        }
    }
    return true;
}

/* ---- what may stand behind a sentence ------------------------------------ */

typedef struct {
    int16_t sent;    /* minute at which it was sent; -1: at once */
    int32_t slow_by; /* minutes by which the phone's clock is behind */
    bool twice;
} Sending;

static bool take_channel(Saying *s)
{
    for (int c = 0; c < CHANNEL_COUNT; c++) {
        Str word = channel_word((Channel)c, LANG_ID);
        if (!str_starts(s->rest, word)) continue;
        s->fact.channel = (Channel)c;
        s->rest = str_slice(s->rest, word.len, s->rest.len);
        return true;
    }
    return false;
}

static bool take_clock_error(Saying *s, Sending *sending)
{
    bool slow = scenario_take(&s->rest, "lambat ");
    if (!slow && !scenario_take(&s->rest, "cepat ")) return false;
    if (!scenario_take_number(&s->rest, &sending->slow_by)) return false;
    if (!slow) sending->slow_by = -sending->slow_by;
    return scenario_take(&s->rest, " menit");
}

static bool take_tail(Saying *s, Sending *sending)
{
    if (scenario_take(&s->rest, "lewat ")) return take_channel(s);
    if (scenario_take(&s->rest, "dicatat ")) return take_actor(s);
    if (scenario_take(&s->rest, "untuk hari "))
        return scenario_take_day(&s->rest, &s->fact.day);
    if (scenario_take(&s->rest, "jam ponsel lebih "))
        return take_clock_error(s, sending);
    if (scenario_take(&s->rest, "dikirim pukul "))
        return scenario_take_clock(&s->rest, &sending->sent);
    sending->twice = scenario_take(&s->rest, "dikirim dua kali");
    return sending->twice;
}

static bool put_saying(Saying *s, size_t row, Sending *sending)
{
    s->fact.kind = sayings[row].kind;
    s->fact.word = str_of(sayings[row].word);
    *sending = (Sending){.sent = -1};
    if (!put_row(s, str_of(sayings[row].sentence))) return false;
    while (scenario_take(&s->rest, ", ")) {
        if (!take_tail(s, sending)) return false;
    }
    return s->rest.len == 0;
}

/* ---- the whole ----------------------------------------------------------- */

/*
 * What the clocks said: the sentence tells the true minute.  A phone that is
 * behind has an earlier one on the fact and on its sending; ours on receipt.
 */
static void set_clocks(Fact *f, Date day, int16_t minute, const Sending *how)
{
    int sent = how->sent >= 0 ? how->sent : minute;
    f->at = zone_instant(f->zone, day, minute - how->slow_by);
    f->sent = zone_instant(f->zone, day, sent - how->slow_by);
    f->received = zone_instant(f->zone, day, sent);
}

/* "26 Juli 2021 pukul 15.00, " or "pukul 15.00, "; the end of a span behind. */
static bool take_when(Telling *t, Str *rest, Date *day, int16_t *at,
                      int16_t *until)
{
    *day = t->day;
    if (scenario_take_day(rest, day) && !scenario_take(rest, " ")) return false;
    return scenario_take(rest, "pukul ") &&
           scenario_take_clocks(rest, at, until) && scenario_take(rest, ", ");
}

/* Meetings are held by the unit of whoever calls them. */
static void set_defaults(Saying *s)
{
    Fact *f = &s->fact;
    const Register *r = register_of(s);
    PersonId actor = NO_PERSON;
    if (f->actor.len == 0)
        f->actor = f->person.len > 0 ? f->person : STR("sistem");
    if (f->kind != FACT_MEETING || f->unit.len > 0) return;
    if (person_search(r, f->actor, &actor, 1) == 1)
        f->unit = r->units[unit_of(s, actor, false).index].code;
}

static bool finish(Saying *s, Date day, int16_t at, int16_t until,
                   const Sending *sending, Fact *out)
{
    Telling *t = s->t;
    Err err = {0};
    s->fact.id =
        fact_id_of(zone_instant(s->fact.zone, day, at), 0, t->told.count + 1);
    set_clocks(&s->fact, day, at, sending);
    set_defaults(s);
    if (until >= 0) s->fact.until = zone_instant(s->fact.zone, day, until);
    if (!fact_check(&s->fact, &err)) return scenario_fail(t, "%s", err.id);
    *out = s->fact;
    return true;
}

bool scenario_fact(Telling *t, Str sentence, Fact *out, bool *twice)
{
    Date day = t->day;
    int16_t at = -1, until = -1;
    if (!take_when(t, &sentence, &day, &at, &until))
        return scenario_fail(t, "no 'pukul 07.20, ' before what happened");
    Str furthest = sentence;
    for (size_t i = 0; i < COUNT(sayings); i++) {
        Sending sending = {0};
        Saying s = {t, sentence, fact_blank(sayings[i].kind)};
        s.fact.zone = t->office.government.zone;
        s.fact.day = day;
        if (put_saying(&s, i, &sending)) {
            *twice = sending.twice;
            return finish(&s, day, at, until, &sending, out);
        }
        if (s.rest.len < furthest.len) furthest = s.rest;
    }
    return scenario_fail(t, "not understood from '%.*s'", STR_ARG(furthest));
}
