/* SPDX-License-Identifier: Apache-2.0 */
#include "app/retain.h"

#include "app/account_erase.h"
#include "base/clock.h"

#include <sodium.h>
#include <string.h>

enum { AT_ONCE = 250, CHAIN_MOST = 8 };

/* What becomes of a kind. */
typedef struct {
    int16_t days;
    bool trace;
    const char *why_kept;
} Fate;

enum { ALONE, TRACE };

static const Fate fates[FACT_KIND_COUNT] = {
#define RETAIN(kind, days, trace) [FACT_##kind] = {(days), (trace), NULL},
#define KEEP(kind, why)           [FACT_##kind] = {0, false, (why)},
#include "app/retain.def"
#undef RETAIN
#undef KEEP
};

int retain_days(FactKind kind)
{
    CHECK((size_t)kind < COUNT(fates));
    return fates[kind].days > 0 ? fates[kind].days : -1;
}

const char *retain_why_kept(FactKind kind)
{
    CHECK((size_t)kind < COUNT(fates));
    return fates[kind].why_kept;
}

typedef struct {
    Arena *arena;
    const RecordWorld *world;
    Str actor;
    Corpus corpus;
    VEC(Fact) over;
    VEC(Fact) erasures;
    Retained done;
} Retaining;

/* ---- when a fact's time is over ------------------------------------------ */

/* The latest end of the letters in force that day; the day when none is. */
static Date end_of_letters(const Retaining *r, Date day)
{
    Date end = day;
    for (uint32_t i = 0; i < r->corpus.letter_count; i++) {
        const CorpusLetter *letter = &r->corpus.letters[i];
        for (uint32_t w = 0; w < letter->window_count; w++) {
            if (window_has(letter->windows[w], day) &&
                date_before(end, letter->windows[w].last))
                end = letter->windows[w].last;
        }
    }
    return end;
}

static Date last_day(const Fact *fact)
{
    return window_is_empty(fact->days) ? fact->day : fact->days.last;
}

static bool is_over(const Retaining *r, const Fact *fact)
{
    int days = retain_days(fact->kind);
    if (days < 0) return false;
    Date end = end_of_letters(r, last_day(fact));
    return date_before(date_plus(end, days), r->world->today);
}

/* ---- erasing ------------------------------------------------------------- */

/* Made of what is erased: the same run again says the same. */
static FactId id_of(const Retaining *r, const Fact *fact)
{
    static const unsigned char purpose[] = "tata kerja: masa simpan habis";
    uint64_t half[2];
    unsigned char digest[sizeof half];
    CHECK(crypto_generichash(digest, sizeof digest, fact->id.bytes,
                             sizeof fact->id.bytes, purpose,
                             sizeof purpose - 1) == 0);
    memcpy(half, digest, sizeof half);
    return fact_id_of(
        zone_instant(r->world->office->government.zone, r->world->today, 0),
        half[0], half[1]);
}

/* Whose days they were: of the fact at the end of the chain of answers, and of
 * the first person from there back to the fact.  What is not here any more has
 * told its days when it was erased. */
static bool find_trace(const Retaining *r, const Fact *fact, Fact *erase,
                       Err *err)
{
    Fact at = *fact;
    Str person = at.person;
    bool found = true;
    for (int hop = 0; found && hop < CHAIN_MOST && fact_follows(&at); hop++) {
        Fact next;
        if (!store_fact(r->world->store, r->arena,
                        r->world->office->government.code, at.about, &next,
                        &found, err))
            return false;
        if (found) at = next;
        if (at.person.len > 0) person = at.person;
    }
    erase->person = person;
    erase->unit = person.len > 0 || at.unit.len == 0 ? erase->unit : at.unit;
    erase->days = fact_days(&at);
    if (date_is(erase->days.last, DATE_NEVER))
        erase->days.last = end_of_letters(r, at.day);
    return true;
}

static Fact blank_erasure(const Retaining *r, const Fact *fact)
{
    const Office *office = r->world->office;
    Fact erase = fact_blank(FACT_ERASE);
    erase.id = id_of(r, fact);
    erase.channel = CHANNEL_SYSTEM;
    erase.zone = office->government.zone;
    erase.actor = r->actor;
    erase.day = r->world->today;
    erase.unit = fact->unit.len > 0 ? fact->unit : office->r.units[0].code;
    erase.about = fact->id;
    erase.text = STR("masa simpan habis");
    return erase;
}

static bool make_erasures(Retaining *r, Err *err)
{
    for (size_t i = 0; i < r->over.count; i++) {
        const Fact *fact = &r->over.at[i];
        Fact erase = blank_erasure(r, fact);
        if (fates[fact->kind].trace && !find_trace(r, fact, &erase, err))
            return false;
        VEC_PUSH(r->arena, &r->erasures, erase);
    }
    return true;
}

static bool take_fact(void *context, uint64_t number, const Fact *fact,
                      Err *err)
{
    Retaining *r = context;
    (void)number;
    (void)err;
    r->done.looked_at++;
    if (!is_over(r, fact)) return true;
    r->done.over++;
    r->done.by_kind[fact->kind]++;
    VEC_PUSH(r->arena, &r->over, *fact);
    return true;
}

static bool write_all(const Retaining *r, Err *err)
{
    for (size_t at = 0; at < r->erasures.count; at += AT_ONCE) {
        size_t left = r->erasures.count - at;
        Receipt receipt = {0};
        Intent intent = {.government = r->world->office->government.code,
                         .facts = r->erasures.at + at,
                         .fact_count =
                             (uint32_t)(left < AT_ONCE ? left : AT_ONCE)};
        if (!store_write(r->world->store, &intent, &receipt, err)) return false;
    }
    return true;
}

static bool may(const RecordWorld *world, Str actor, Err *err)
{
    AccessWorld who = {&world->office->r, &world->office->government};
    return access_allows_unit(&who, ACCESS_RETAIN, actor, NO_UNIT, world->today,
                              err);
}

/* What no fact names is nobody's, and is kept for nobody. */
static bool sweep(const Retaining *r, Err *err)
{
    size_t count = 0;
    return store_evidence_sweep(r->world->store, clock_now(), &count, err);
}

bool retain_run(Arena *arena, const RecordWorld *world, const RetainWish *wish,
                Retained *out, Err *err)
{
    Retaining *r = NEW(arena, Retaining, 1);
    uint64_t kinds = 0;
    r->arena = arena;
    r->world = world;
    r->actor = wish->actor;
    for (unsigned k = 0; k < FACT_KIND_COUNT; k++)
        kinds |= retain_days((FactKind)k) < 0 ? 0 : UINT64_C(1) << k;
    FactQuery query = {
        .government = world->office->government.code,
        .days = {DATE_ALWAYS, world->today},
        .kinds = kinds
    };
    if (!may(world, wish->actor, err) ||
        !office_law(world->office, DATE_NEVER, &r->corpus, err) ||
        !store_facts(world->store, arena, &query, take_fact, r, err) ||
        (!wish->dry &&
         (!make_erasures(r, err) || !write_all(r, err) || !sweep(r, err))) ||
        !account_retain(arena, world, wish->dry, &r->done.accounts, err))
        return false;
    *out = r->done;
    return true;
}
