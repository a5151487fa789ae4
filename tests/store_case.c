/* SPDX-License-Identifier: Apache-2.0 */
#include "store_case.h"

#include "base/file.h"
#include "harness.h"
#include "kill_work.h"

const StoreCaseBackend store_case_backends[] = {{"SQLite"}};
const size_t store_case_backend_count = COUNT(store_case_backends);

const char *store_case_path(Arena *arena, const char *name)
{
    return file_path(arena, kill_work_folder(), name);
}

Store *store_case_open(const char *folder, const char *vfs)
{
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {
        .folder = folder, .create = true, .write = true, .vfs = vfs};
    if (!store_open(&wish, &store, &err)) EXPECT_STR(err.text, "");
    CHECK(store != NULL);
    return store;
}

Store *store_case_reader(const char *folder)
{
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {.folder = folder};
    if (!store_open(&wish, &store, &err)) EXPECT_STR(err.text, "");
    CHECK(store != NULL);
    return store;
}

Instant store_case_instant(uint64_t n)
{
    return (Instant){INT64_C(1596412800000000) + (int64_t)n * 1000};
}

FactId store_case_id(uint64_t n)
{
    return fact_id_of(store_case_instant(n), n, n * 0x9e3779b97f4a7c15U);
}

static Fact blank(Arena *arena, FactKind kind, uint64_t n)
{
    Fact fact = fact_blank(kind);
    fact.id = store_case_id(n);
    fact.channel = CHANNEL_APP;
    fact.zone = ZONE_WIB;
    fact.at = store_case_instant(n);
    fact.sent = (Instant){fact.at.us + 2500};
    fact.day = zone_day(ZONE_WIB, fact.at);
    fact.actor = fact.person =
        str_format(arena, "P%05llu", (unsigned long long)(n % 100000));
    fact.unit = str_format(arena, "U%llu", (unsigned long long)(n % 10));
    return fact;
}

Fact store_case_check_in(Arena *arena, uint64_t n)
{
    Fact fact = blank(arena, FACT_CHECK_IN, n);
    fact.word = n % 2 == 0 ? STR("rumah") : STR("kantor");
    return fact;
}

Fact store_case_report(Arena *arena, uint64_t n, Str text)
{
    Fact fact = blank(arena, FACT_REPORT, n);
    fact.text = text;
    return fact;
}

static Fact of_system(FactKind kind, uint64_t n, FactId about)
{
    Fact fact = fact_blank(kind);
    fact.id = store_case_id(n);
    fact.channel = CHANNEL_WEB;
    fact.actor = STR("P90001");
    fact.unit = STR("U1");
    fact.day = zone_day(ZONE_WIB, store_case_instant(n));
    fact.about = about;
    fact.text = STR("atas permintaan yang bersangkutan");
    return fact;
}

Fact store_case_erase(uint64_t n, FactId about)
{
    return of_system(FACT_ERASE, n, about);
}

Fact store_case_cancel(uint64_t n, FactId about)
{
    Fact fact = of_system(FACT_CORRECTION, n, about);
    fact.word = STR("batal");
    return fact;
}

bool store_case_put(Store *store, const Fact *fact, const DocumentPut *puts,
                    uint32_t count, Receipt *out, Err *err)
{
    Intent intent = {.government = STR("kotim"),
                     .facts = fact,
                     .fact_count = 1,
                     .documents = puts,
                     .document_count = count};
    return store_write(store, &intent, out, err);
}

bool store_case_write(Store *store, const Fact *fact, Receipt *out, Err *err)
{
    return store_case_put(store, fact, NULL, 0, out, err);
}

Str store_case_fault(Store *store, Arena *arena, JournalState *out)
{
    Err err = {0};
    if (!store_verify(store, arena, STR("kotim"), out, &err))
        return str_format(arena, "not verified: %s", err.text);
    return out->fault;
}

static bool count_one(void *context, uint64_t number, const Fact *fact,
                      Err *err)
{
    uint64_t *count = context;
    (void)number;
    (void)fact;
    (void)err;
    ++*count;
    return true;
}

uint64_t store_case_count(Store *store)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    uint64_t count = 0;
    Err err = {0};
    FactQuery all = {.government = STR("kotim"), .days = WINDOW_ALL};
    EXPECT(store_facts(store, tmp, &all, count_one, &count, &err));
    return count;
}

/* ---- random facts ---------------------------------------------------------
 */

static void dress(Fact *fact, Rand *rand, const FactId *ids, size_t count)
{
    static const Str wheres[] = {STR_INIT("kantor"), STR_INIT("rumah"),
                                 STR_INIT("lapangan"), STR_INIT("dinas")};
    FactId about =
        count == 0 ? store_case_id(1) : ids[rand_below(rand, (uint32_t)count)];
    uint32_t needs = fact_shape(fact->kind)->needs;
    if (fact->kind == FACT_CHECK_IN) fact->word = wheres[rand_below(rand, 4)];
    if (fact->kind == FACT_REVIEW) fact->word = STR("terima");
    if (fact->kind == FACT_CORRECTION)
        fact->word = rand_chance(rand, 700) ? STR("batal") : STR("ganti");
    if ((needs & (1U << SLOT_ABOUT)) != 0) fact->about = about;
    if ((needs & (1U << SLOT_TEXT)) != 0) fact->text = STR("isi\nbaris");
    if ((needs & (1U << SLOT_DAYS)) != 0)
        fact->days = (Window){fact->day, fact->day};
}

Fact store_case_random(Arena *arena, Rand *rand, const FactId *ids,
                       size_t count)
{
    static const FactKind kinds[] = {
        FACT_CHECK_IN, FACT_CHECK_IN,   FACT_CHECK_OUT, FACT_REPORT,
        FACT_REVIEW,   FACT_CONTACT,    FACT_ANSWER,    FACT_RECALL,
        FACT_ARRIVAL,  FACT_CORRECTION, FACT_MESSAGE};
    uint64_t n = rand_next(rand) >> 24;
    Fact fact = blank(arena, kinds[rand_below(rand, COUNT(kinds))], n);
    fact.person = str_format(arena, "P%u", rand_below(rand, 12));
    fact.actor = rand_chance(rand, 800) ? fact.person : STR("P90002");
    fact.unit = rand_chance(rand, 200)
                    ? STR("")
                    : str_format(arena, "U%u", rand_below(rand, 3));
    fact.at = store_case_instant(0);
    fact.sent = (Instant){fact.at.us + rand_below(rand, 100000000)};
    fact.day.days = 18477 + (int32_t)rand_below(rand, 3);
    dress(&fact, rand, ids, count);
    return fact;
}
