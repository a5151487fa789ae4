/* SPDX-License-Identifier: Apache-2.0 */
#include "app/data.h"

#include "app/kept.h"
#include "day/effects.h"

#include <sodium.h>
#include <string.h>

/* ---- documents and facts ------------------------------------------------ */

bool data_berkas(Arena *arena, Store *store, Str government, Date known,
                 DataFiles *out, Err *err)
{
    static const Document none = {0};
    Document *documents = NULL;
    size_t count = 0;
    if (!store_documents(store, arena, government, DATA_FILE_KIND, known,
                         &documents, &count, err))
        return false;
    *out = (DataFiles){NULL, count > 0 ? documents : &none, count};
    return true;
}

bool data_is_berkas(const Fact *fact)
{
    return fact->kind == FACT_DOCUMENT && str_is(fact->text, DATA_FILE_KIND);
}

const char *const data_archive_kinds[] = {"jadwal", "rekap", "usulan"};
const size_t data_archive_kind_count = COUNT(data_archive_kinds);

bool data_archive_has(Str kind)
{
    for (size_t k = 0; k < data_archive_kind_count; k++) {
        if (str_is(kind, str_of(data_archive_kinds[k]))) return true;
    }
    return false;
}

bool data_id_taken(FactId id, Err *err)
{
    char text[FACT_ID_TEXT];
    (void)FAIL(err, ERR_STALE, "id %s was used for another claim",
               fact_id_text(id, text));
    return err_id(err, "id %s sudah dipakai untuk fakta lain",
                  fact_id_text(id, text));
}

FactId data_id_after(FactId of, Str what)
{
    crypto_generichash_state state;
    FactId id;
    Instant none = {0};
    uint64_t half[2];
    (void)crypto_generichash_init(&state, NULL, 0, sizeof half);
    (void)crypto_generichash_update(&state, of.bytes, sizeof of.bytes);
    (void)crypto_generichash_update(&state, (const uint8_t *)what.ptr,
                                    what.len);
    (void)crypto_generichash_final(&state, (uint8_t *)half, sizeof half);
    id = fact_id_of(none, half[0], half[1]);
    memcpy(id.bytes, of.bytes, 6); /* its milliseconds */
    return id;
}

Str data_digest(Arena *arena, Str bytes)
{
    unsigned char digest[crypto_hash_sha256_BYTES];
    char text[2 * sizeof digest + 1];
    CHECK(crypto_hash_sha256(digest, (const unsigned char *)bytes.ptr,
                             bytes.len) == 0);
    (void)sodium_bin2hex(text, sizeof text, digest, sizeof digest);
    return str_format(arena, "sha256:%s", text);
}

typedef struct {
    Arena *arena;
    const DataFactsWish *wish;
    VEC(Fact) facts;
} Gathering;

static bool gather(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Gathering *g = context;
    (void)number;
    (void)err;
    Date received = zone_day(g->wish->zone, fact->received);
    if (fact_is_gap(fact) || !date_before(g->wish->known, received))
        VEC_PUSH(g->arena, &g->facts, *fact);
    return true;
}

bool data_facts(Arena *arena, Store *store, const DataFactsWish *wish,
                DataFacts *out, Err *err)
{
    Gathering g = {.arena = arena, .wish = wish};
    FactQuery query = {.government = wish->government,
                       .days = WINDOW_ALL,
                       .kinds = wish->kinds};
    if (!store_facts(store, arena, &query, gather, &g, err)) return false;
    *out = (DataFacts){g.facts.at, g.facts.count};
    return true;
}

void data_facts_by(DataFacts *facts, Instant now)
{
    size_t kept = 0;
    for (size_t i = 0; i < facts->count; i++) {
        if (facts->at[i].received.us <= now.us || fact_is_gap(&facts->at[i]))
            facts->at[kept++] = facts->at[i];
    }
    facts->count = kept;
}

/* ---- the office --------------------------------------------------------- */

/* Those that effects_apply reads. */
#define KIND(name) (UINT64_C(1) << (FACT_##name))
static const uint64_t effect_kinds =
    KIND(RECALL) | KIND(MEETING) | KIND(VISIT) | KIND(TRIP) | KIND(DECISION) |
    KIND(CLOSURE) | KIND(REOPENING) | KIND(LEAVE) | KIND(RETURN) | KIND(MARK) |
    KIND(STATUS) | KIND(STATUS_END) | KIND(CORRECTION);

static bool apply_facts(Office *office, Store *store, Str government,
                        Date known, Err *err)
{
    DataFacts facts = {0};
    DataFactsWish wish = {government, office->government.zone, known,
                          effect_kinds};
    Register changed = {0};
    if (!data_facts(office->arena, store, &wish, &facts, err)) return false;
    if (facts.count == 0) return true;
    if (!effects_apply(office->arena, &office->r, facts.at, facts.count,
                       &changed, err))
        return false;
    office->r = changed;
    return true;
}

/* ---- administrators by account ------------------------------------------ */

typedef struct {
    const Office *office;
    Date known;
    VEC(Grant) grants;
} Granting;

/* As if the register had granted it, from that day on. */
static bool grant_admin(void *context, Str key, Str body, Err *err)
{
    Granting *g = context;
    Kept kept = {.body = body};
    int64_t since = kept_number(&kept, "sejak");
    uint32_t person = map_find(&g->office->r.person_codes, key);
    (void)err;
    if (kept.bad || since < 1 || since > INT32_MAX || person == NO_INDEX ||
        since > g->known.days)
        return true;
    Grant grant = {
        .person = {person     },
        .role = GRANT_ADMIN,
        .unit = NO_UNIT,
        .window = { {(int32_t)since}, DATE_NEVER},
    };
    VEC_PUSH(g->office->arena, &g->grants, grant);
    return true;
}

bool data_admins(Office *office, Store *store, Date known, Err *err)
{
    Str government = office->government.code;
    Granting g = {.office = office, .known = known};
    for (uint32_t i = 0; i < office->r.grant_count; i++)
        VEC_PUSH(office->arena, &g.grants, office->r.grants[i]);
    if (!store_kept_each(store, government, STR("administrator"), grant_admin,
                         &g, err))
        return false;
    office->r.grants = g.grants.at;
    office->r.grant_count = (uint32_t)g.grants.count;
    return true;
}

static bool no_government(Arena *arena, Store *store, Str government, Err *err)
{
    Str *codes = NULL;
    size_t count = 0;
    Buf all = buf_in(arena);
    if (!store_governments(store, arena, &codes, &count, err)) return false;
    for (size_t i = 0; i < count; i++)
        buf_format(&all, "%s%.*s", i == 0 ? "" : ", ", STR_ARG(codes[i]));
    Str known = str_slice(buf_str(&all), 0, 200);
    if (known.len == 0) known = STR("-");
    (void)FAIL(err, ERR_ABSENT,
               "the data hold no government '%.*s'; they hold: %.*s",
               STR_ARG(government), STR_ARG(known));
    return err_id(err,
                  "data ini tidak memuat pemerintah daerah '%.*s'; yang ada: "
                  "%.*s",
                  STR_ARG(government), STR_ARG(known));
}

bool office_open_data(Arena *arena, Store *store, Str government, Date known,
                      Office *out, Err *err)
{
    DataFiles files = {0};
    *out = (Office){.arena = arena,
                    .calendar = calendar_empty(),
                    .diags = diags_in(arena),
                    .faults = {.arena = arena},
                    .remarks = diags_in(arena)};
    if (!data_berkas(arena, store, government, known, &files, err))
        return false;
    if (files.count == 0) return no_government(arena, store, government, err);
    return office_open_files(arena, &files, out, err) &&
           apply_facts(out, store, government, known, err) &&
           data_admins(out, store, known, err);
}

bool office_open_wish(Arena *arena, const OfficeWish *wish, Office *out,
                      Err *err)
{
    AUTO(store_done) Store *store = NULL;
    StoreWish open = {.folder = wish->data};
    if (wish->data == NULL)
        return office_open(arena, wish->government, out, err);
    *out = (Office){.arena = arena};
    return store_open(&open, &store, err) &&
           office_open_data(arena, store, str_of(wish->government), wish->known,
                            out, err);
}
