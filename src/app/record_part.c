/* SPDX-License-Identifier: Apache-2.0 */
#include "app/record_part.h"

#include "day/effects.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

/* ---- refusals and codes -------------------------------------------------- */

bool record_refuse(Err *err, const char *id, const char *en)
{
    (void)FAIL(err, ERR_INPUT, "%s", en);
    return err_id(err, "%s", id);
}

bool record_no_code(Err *err, const char *field, Str code)
{
    Str shown = str_slice(code, 0, 60);
    (void)FAIL(err, ERR_INPUT,
               "%s: the register has no '%.*s'; look the code up in the "
               "register",
               field, STR_ARG(shown));
    return err_id(err, "%s: '%.*s' tidak ada di register; periksa kodenya",
                  field, STR_ARG(shown));
}

Str record_code(const Recording *rec, UnitId unit)
{
    return rec->world->office->r.units[unit.index].code;
}

bool record_people(const Recording *rec, Str list, uint32_t *count, Str *bad)
{
    Str rest = list;
    Str code = {0};
    *count = 0;
    while (str_next(&rest, '|', &code)) {
        *bad = code;
        if (map_find(&rec->world->office->r.person_codes, code) == NO_INDEX)
            return false;
        ++*count;
    }
    return true;
}

/* ---- who ---------------------------------------------------------------- */

static AccessWorld access_world(const RecordWorld *w)
{
    return (AccessWorld){&w->office->r, &w->office->government};
}

static AccessAsked asked_of(const Recording *rec, AccessCase use)
{
    return (AccessAsked){.actor = rec->fact.actor,
                         .use = use,
                         .person = rec->person,
                         .unit = rec->unit,
                         .day = rec->world->today};
}

unsigned record_roles(const Recording *rec)
{
    AccessWorld world = access_world(rec->world);
    AccessAsked asked = asked_of(rec, access_of_kind(rec->fact.kind));
    return access_roles(&world, &asked);
}

bool record_may(const Recording *rec, AccessCase use, Err *err)
{
    AccessWorld world = access_world(rec->world);
    AccessAsked asked = asked_of(rec, use);
    return access_allows(&world, &asked, err);
}

/* ---- what is stored ------------------------------------------------------ */

typedef struct {
    FactId about;
    uint64_t kinds;
    Arena *arena;
    VEC(Fact) facts;
} Answers;

static bool take_answer(void *context, uint64_t number, const Fact *fact,
                        Err *err)
{
    Answers *a = context;
    (void)number;
    (void)err;
    if (fact_id_is(fact->about, a->about)) VEC_PUSH(a->arena, &a->facts, *fact);
    return true;
}

bool record_answers(Recording *rec, FactId about, uint64_t kinds,
                    DataFacts *out, Err *err)
{
    return record_answers_of(rec, rec->fact.person, about, kinds, out, err);
}

bool record_answers_of(Recording *rec, Str person, FactId about, uint64_t kinds,
                       DataFacts *out, Err *err)
{
    Answers a = {.about = about, .arena = rec->arena};
    FactQuery query = {.government = rec->world->office->government.code,
                       .days = WINDOW_ALL,
                       .person = person,
                       .kinds = kinds};
    if (!store_facts(rec->world->store, rec->arena, &query, take_answer, &a,
                     err))
        return false;
    *out = (DataFacts){a.facts.at, a.facts.count};
    return true;
}

bool record_decided(Recording *rec, FactId about, int *out, Err *err)
{
    DataFacts decisions = {0};
    if (!record_answers(rec, about, K(DECISION), &decisions, err)) return false;
    *out = 0;
    for (size_t i = 0; i < decisions.count; i++)
        *out = str_is(decisions.at[i].word, STR("setuju")) ? 1 : -1;
    return true;
}

static bool take_all(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Answers *a = context;
    (void)number;
    (void)err;
    VEC_PUSH(a->arena, &a->facts, *fact);
    return true;
}

/* The fact, if it is here, behind the corrections of its person or unit. */
static bool with_corrections(Recording *rec, FactId id, Answers *out, Err *err)
{
    Fact fact = {0};
    bool found = false;
    Str government = rec->world->office->government.code;
    if (!store_fact(rec->world->store, rec->arena, government, id, &fact,
                    &found, err))
        return false;
    if (!found) return true;
    FactQuery query = {.government = government,
                       .days = WINDOW_ALL,
                       .person = fact.person,
                       .unit = fact.person.len > 0 ? STR("") : fact.unit,
                       .kinds = K(CORRECTION)};
    if (!store_facts(rec->world->store, rec->arena, &query, take_all, out, err))
        return false;
    VEC_PUSH(rec->arena, &out->facts, fact);
    return true;
}

/* The rule of the day itself: a correction that a later one takes out takes
 * nothing out.  Hardly any fact has one, so that is asked first: the rest
 * takes longer the more is known of the person. */
bool record_struck(Recording *rec, FactId about, bool *out, Err *err)
{
    Answers all = {.arena = rec->arena};
    size_t count = 0;
    if (!store_cancelled(rec->world->store, rec->world->office->government.code,
                         about, out, err))
        return false;
    if (!*out) return true;
    if (!with_corrections(rec, about, &all, err)) return false;
    const Fact *const *standing = effects_standing(
        rec->arena, all.facts.at, all.facts.count, ~UINT64_C(0), &count);
    bool stands = all.facts.count == 0;
    for (size_t i = 0; i < count && !stands; i++)
        stands = fact_id_is(standing[i]->id, about);
    *out = !stands;
    return true;
}

Fact record_follow(const Recording *rec, FactKind kind, uint32_t nth)
{
    Fact fact = fact_blank(kind);
    fact.id = rec->fact.id;
    /* The last four bytes tell them apart. */
    for (unsigned i = 0; i < 4; i++)
        fact.id.bytes[12 + i] ^= (uint8_t)((nth + 1) >> (8 * (3 - i)));
    fact.channel = rec->fact.channel;
    fact.zone = rec->fact.zone;
    fact.actor = rec->fact.actor;
    fact.day = rec->fact.day;
    fact.at = rec->fact.at;
    fact.unit = rec->fact.unit;
    return fact;
}

/* ---- the law --------------------------------------------------------------
 */

bool record_law(Recording *rec, Corpus *out, Err *err)
{
    Office office = *rec->world->office;
    Fact fact = rec->fact;
    office.diags = diags_in(rec->arena);
    fact.received = zone_instant(fact.zone, rec->world->today, 0);
    fact.at = fact.received;
    Register *r = NEW(rec->arena, Register, 1);
    if (!effects_apply(rec->arena, &rec->world->office->r, &fact, 1, r, err))
        return false;
    office.arena = rec->arena;
    office.r = *r;
    CorpusFrom from = office_from(&office);
    from.r = r; /* the corpus keeps it */
    if (corpus_make(rec->arena, &from, DATE_NEVER, out, &office.diags))
        return true;
    for (size_t i = 0; i < office.diags.list.count; i++) {
        const Diag *diag = &office.diags.list.at[i];
        if (diag->level != DIAG_ERROR) continue;
        (void)FAIL(err, ERR_INPUT, "%.*s", STR_ARG(diag->said[LANG_EN]));
        return err_id(err, "%.*s", STR_ARG(diag->said[LANG_ID]));
    }
    return record_refuse(err, "surat-surat itu tidak cocok satu sama lain",
                         "the letters do not fit together");
}
