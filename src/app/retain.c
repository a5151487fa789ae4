/* SPDX-License-Identifier: Apache-2.0 */
#include "app/retain.h"

#include <sodium.h>
#include <string.h>

enum { AT_ONCE = 1000 };

static const int16_t days_kept[FACT_KIND_COUNT] = {
#define RETAIN(kind, days) [FACT_##kind] = (days),
#include "app/retain.def"
#undef RETAIN
};

int retain_days(FactKind kind)
{
    CHECK((size_t)kind < COUNT(days_kept));
    return days_kept[kind] > 0 ? days_kept[kind] : -1;
}

typedef struct {
    Arena *arena;
    const RecordWorld *world;
    Str actor;
    Corpus corpus;
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

static bool take_fact(void *context, uint64_t number, const Fact *fact,
                      Err *err)
{
    Retaining *r = context;
    const Office *office = r->world->office;
    (void)number;
    (void)err;
    r->done.looked_at++;
    if (!is_over(r, fact)) return true;
    r->done.over++;
    r->done.by_kind[fact->kind]++;
    Fact erase = fact_blank(FACT_ERASE);
    erase.id = id_of(r, fact);
    erase.channel = CHANNEL_SYSTEM;
    erase.zone = office->government.zone;
    erase.actor = r->actor;
    erase.day = r->world->today;
    erase.unit = fact->unit.len > 0 ? fact->unit : office->r.units[0].code;
    erase.about = fact->id;
    erase.text = str_format(r->arena, "masa simpan %.*s habis",
                            STR_ARG(fact_kind_word(fact->kind, LANG_ID)));
    VEC_PUSH(r->arena, &r->erasures, erase);
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
        (!wish->dry && !write_all(r, err)))
        return false;
    *out = r->done;
    return true;
}
