/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_door.c - the door under load: a server process and its clients.
 *
 *     bench_door OUT.tsv PROGRAM DATA GOVERNMENT "DAY TIME" FOLDER PORT
 *
 * DATA holds days that were simulated up to that time.  Everybody has a session
 * beforehand; then they check in and out, through the page's form and through
 * the API, over 64 and 1,000 connections.  Beside it, in turns and with the
 * same clients: constants as long as our answers, by libmicrohttpd, by nginx
 * and by our own door, and the scribe alone with the same facts.  Medians of
 * ROUNDS.  In the end every answer that said "kept" is looked for in the
 * journal.
 */
#include "app/cast.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/num.h"
#include "comers.h"
#include "crowd.h"
#include "figure.h"
#include "serving.h"
#include "store/store_test.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    ROUNDS = 3,
    SENDERS = 64, /* as many as the door has workers */
    API_PART = 3, /* one in so many comes through the API as well */
    PAGES = 6000,
    PAGES_AGAIN = 24000,
    AGAIN = 64, /* people who load theirs again, one a connection */
    FEW = 2,    /* connections of somebody who looks on */
    LOOKS = 200,
    LOADED_MB = 304, /* what four workers of Debian's Tryton take */
    ROSTER = 150,
    EVERYBODY = 12000,
    CONSTANTS = 3,
    ACKED_MOST = 400000,
    QUIET = 15 /* seconds; the server rests after ten */
};

static void stop(const char *what)
{
    (void)fprintf(stderr, "bench_door: %s\n", what);
    exit(1);
}

typedef struct {
    FILE *out;
    const char *program, *data, *folder;
    int64_t port;
    Arena *arena;
    Comers comers;
    Serving ours;
    FactId *acked;
    size_t acked_count;
    uint64_t serial;
    Store *alone; /* the scribe alone */
} Bench;

static Str address_of(const Bench *b, int more)
{
    return str_format(b->arena, "127.0.0.1:%d", (int)b->port + more);
}

static FactId new_id(Bench *b)
{
    b->serial++;
    /* The lowest bits give way to the version of such ids. */
    return fact_id_of(b->comers.now, 0, b->serial << 8);
}

static void put(const Bench *b, Figure f)
{
    f.id = "door";
    figure_put(b->out, &f);
    (void)fflush(b->out);
}

/* ---- one run of check-ins ------------------------------------------------ */

typedef struct {
    double rate, p99;
} Speed;

static Speed speed_of(Arena *arena, const Crowd *crowd)
{
    return (Speed){(double)crowd->answered / crowd->seconds,
                   crowd_percentile(arena, crowd, 99)};
}

static void note_acked(Bench *b, const Crowd *crowd, const FactId *ids,
                       size_t count, unsigned status)
{
    for (size_t i = 0; i < count; i++) {
        if (crowd->status[i] != status) continue;
        CHECK(b->acked_count < ACKED_MOST);
        b->acked[b->acked_count++] = ids[i];
    }
    size_t kept = crowd_count(crowd, status);
    if (kept == count) return;
    (void)fprintf(stderr, "bench_door: %zu of %zu were kept\n", kept, count);
    exit(1);
}

/* Everybody, in or out; through the page or the API. */
static Speed come(Bench *b, unsigned connections, bool in, bool data)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 24);
    size_t count = b->comers.count / (data ? API_PART : 1);
    Str *requests = NEW(tmp, Str, count);
    FactId *ids = NEW(tmp, FactId, count);
    Crowd crowd;
    for (size_t i = 0; i < count; i++) {
        const Comer *comer = &b->comers.at[i];
        ids[i] = new_id(b);
        requests[i] =
            data ? comers_data(tmp, comer, in ? "masuk" : "pulang", ids[i])
                 : comers_form(tmp, comer, in ? "/hadir" : "/pulang", ids[i]);
    }
    CrowdWish wish = {b->ours.address, connections, requests, count, 0};
    if (!crowd_run(tmp, &wish, &crowd)) stop("nobody can connect");
    note_acked(b, &crowd, ids, count, data ? 201 : 303);
    return speed_of(tmp, &crowd);
}

/* ---- the peers ----------------------------------------------------------- */

static Speed constant(const Serving *peer, unsigned connections,
                      const Str *requests, size_t count)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Crowd crowd;
    CrowdWish wish = {peer->address, connections, requests, count, 3 * count};
    if (!crowd_run(tmp, &wish, &crowd)) stop("a constant is not there");
    if (crowd_count(&crowd, 200) != 3 * count)
        (void)fprintf(stderr, "bench_door: %zu of %zu answers at %.*s\n",
                      crowd_count(&crowd, 200), 3 * count,
                      STR_ARG(peer->address));
    return speed_of(tmp, &crowd);
}

typedef struct {
    Bench *b;
    const Fact *facts;
    size_t count;
    atomic_size_t next;
} Sending;

static void *send_all(void *context)
{
    Sending *s = context;
    for (size_t n; (n = atomic_fetch_add(&s->next, 1)) < s->count;) {
        Receipt receipt;
        Err err = {0};
        Intent intent = {.government = s->b->comers.office.government.code,
                         .facts = &s->facts[n],
                         .fact_count = 1};
        if (!store_write(s->b->alone, &intent, &receipt, &err)) stop(err.text);
    }
    return NULL;
}

static double scribe_alone(Bench *b, bool in)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 24);
    pthread_t thread[SENDERS];
    Fact *facts = NEW(tmp, Fact, b->comers.count);
    for (size_t i = 0; i < b->comers.count; i++)
        facts[i] = comers_fact(&b->comers, &b->comers.at[i],
                               in ? FACT_CHECK_IN : FACT_CHECK_OUT, new_id(b));
    Sending s = {.b = b, .facts = facts, .count = b->comers.count};
    int64_t begun = clock_monotonic_ns();
    for (size_t i = 0; i < SENDERS; i++) {
        if (pthread_create(&thread[i], NULL, send_all, &s) != 0)
            stop("no thread");
    }
    for (size_t i = 0; i < SENDERS; i++)
        (void)pthread_join(thread[i], NULL);
    return (double)s.count / ((double)(clock_monotonic_ns() - begun) / 1e9);
}

static Instant stands(void *context)
{
    const Instant *now = context;
    return *now;
}

static void open_alone(Bench *b)
{
    Err err = {0};
    StoreWish wish = {.folder = file_path(b->arena, b->folder, "alone"),
                      .create = true,
                      .write = true};
    if (!store_open(&wish, &b->alone, &err)) stop(err.text);
    store_clock(b->alone, stands, &b->comers.now);
}

/* ---- check-ins beside their peers ---------------------------------------- */

static const char *const constant_names[CONSTANTS] = {
    [CONSTANT_MHD] = "libmicrohttpd, a constant",
    [CONSTANT_NGINX] = "nginx, a constant",
    [CONSTANT_DOOR] = "our door, a constant",
};

typedef struct {
    double page[ROUNDS], page_p99[ROUNDS], data[ROUNDS], data_p99[ROUNDS];
    double constant[CONSTANTS][ROUNDS], alone[ROUNDS];
} Rounds;

static void open_constants(const Bench *b, size_t bytes, int port, Serving *out)
{
    for (int k = 0; k < CONSTANTS; k++) {
        const char *folder = file_path(
            b->arena, b->folder,
            str_c(b->arena, str_format(b->arena, "constant-%d", port + k)));
        if (mkdir(folder, 0755) != 0) stop("no folder");
        out[k] = serving_constant(b->arena, (ConstantKind)k, bytes, folder,
                                  address_of(b, port + k));
    }
}

static void close_constants(const Serving *constants)
{
    for (int k = 0; k < CONSTANTS; k++)
        serving_end(&constants[k]);
}

static Str *some_forms(Bench *b, Arena *arena)
{
    Str *requests = NEW(arena, Str, b->comers.count);
    for (size_t i = 0; i < b->comers.count; i++)
        requests[i] = comers_form(arena, &b->comers.at[i], "/hadir", new_id(b));
    return requests;
}

static void measure(Bench *b, unsigned connections, const Serving *constants,
                    Rounds *out)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 24);
    const Str *forms = some_forms(b, tmp);
    for (int i = 0; i < ROUNDS; i++) {
        bool in = i % 2 == 0;
        Speed page = come(b, connections, in, false);
        for (int k = 0; k < CONSTANTS; k++)
            out->constant[k][i] =
                constant(&constants[k], connections, forms, b->comers.count)
                    .rate;
        out->alone[i] = scribe_alone(b, in);
        Speed data = come(b, connections, !in, true);
        out->page[i] = page.rate, out->page_p99[i] = page.p99;
        out->data[i] = data.rate, out->data_p99[i] = data.p99;
    }
}

static const char *named(const Bench *b, const char *what, unsigned connections)
{
    return str_c(b->arena,
                 str_format(b->arena, "%s, %u connections", what, connections));
}

static void put_rates(const Bench *b, unsigned connections, Rounds *r)
{
    double page = figure_median(r->page, ROUNDS);
    double alone = figure_median(r->alone, ROUNDS);
    double least = alone * 0.8;
    for (int k = 0; k < CONSTANTS; k++) {
        double rate = figure_median(r->constant[k], ROUNDS);
        put(b, (Figure){.name = named(b, "check-ins by the page", connections),
                        .value = page,
                        .unit = "per s",
                        .peer = constant_names[k],
                        .peer_value = rate});
        if (k != CONSTANT_DOOR && rate * 0.25 < least) least = rate * 0.25;
    }
    put(b, (Figure){.name = named(b, "check-ins by the page", connections),
                    .value = page,
                    .unit = "per s",
                    .peer = "the scribe alone",
                    .peer_value = alone});
    put(b, (Figure){.name = named(b,
                                  "the same beside 80 % of the scribe or "
                                  "25 % of a constant",
                                  connections),
                    .value = page,
                    .unit = "per s",
                    .peer = "goal",
                    .peer_value = least,
                    .goal = 1});
}

static void put_checkins(const Bench *b, unsigned connections, Rounds *r)
{
    bool few = connections == 64;
    put(b, (Figure){.name =
                        named(b, "check-ins by the page, durable", connections),
                    .value = figure_median(r->page, ROUNDS),
                    .unit = "per s",
                    .peer = few ? "goal" : NULL,
                    .peer_value = few ? 5000 : 0,
                    .goal = few ? 1 : 0});
    put(b, (Figure){.name = named(b, "check-ins by the page, p99", connections),
                    .value = figure_median(r->page_p99, ROUNDS),
                    .unit = "ms",
                    .peer = few ? "limit" : NULL,
                    .peer_value = few ? 40 : 0,
                    .goal = few ? 1 : 0,
                    .less = true});
    put(b,
        (Figure){.name = named(b, "check-ins by the API, durable", connections),
                 .value = figure_median(r->data, ROUNDS),
                 .unit = "per s"});
    put(b, (Figure){.name = named(b, "check-ins by the API, p99", connections),
                    .value = figure_median(r->data_p99, ROUNDS),
                    .unit = "ms"});
    put_rates(b, connections, r);
}

static void bench_checkins(Bench *b)
{
    Serving constants[CONSTANTS];
    Str one =
        crowd_ask(b->arena, b->ours.address,
                  comers_form(b->arena, &b->comers.at[0], "/hadir", new_id(b)));
    if (!str_starts(one, STR("HTTP/1.1 303"))) stop(str_c(b->arena, one));
    open_constants(b, one.len - 150, 1, constants);
    static const unsigned each[] = {64, 1000};
    for (size_t i = 0; i < COUNT(each); i++) {
        Rounds rounds;
        measure(b, each[i], constants, &rounds);
        put_checkins(b, each[i], &rounds);
    }
    close_constants(constants);
}

/* ---- pages --------------------------------------------------------------- */

static Crowd look(const Bench *b, Arena *arena, Str cookie, Str path)
{
    Crowd crowd;
    Str request = comers_page(arena, cookie, path);
    CrowdWish wish = {b->ours.address, FEW, &request, 1, LOOKS};
    if (!crowd_run(arena, &wish, &crowd)) stop("nobody can connect");
    if (crowd_count(&crowd, 200) == LOOKS) return crowd;
    (void)fprintf(stderr, "bench_door: %.*s: %zu of %d\n", STR_ARG(path),
                  crowd_count(&crowd, 200), LOOKS);
    exit(1);
}

static void put_look(const Bench *b, const char *name, Str cookie, Str path,
                     double limit)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Crowd crowd = look(b, tmp, cookie, path);
    put(b, (Figure){.name = name,
                    .value = crowd_percentile(tmp, &crowd, 95),
                    .unit = "ms",
                    .peer = "limit",
                    .peer_value = limit,
                    .goal = 1,
                    .less = true});
}

/* Under the unit, all the way down. */
static unsigned size_of(const Register *r, UnitId unit, Date day)
{
    unsigned count = 0;
    for (uint32_t p = 0; p < r->person_count; p++)
        count += unit_is_under(r, r->people[p].unit, unit) &&
                 person_is_active(r, (PersonId){p}, day);
    return count;
}

/* Who heads the agency whose people are nearest to so many; among the comers.
 */
static const Comer *find_head(const Bench *b, unsigned people, unsigned *size)
{
    const Register *r = &b->comers.office.r;
    const Comer *best = NULL;
    unsigned off = UINT32_MAX;
    for (size_t i = 0; i < b->comers.count; i++) {
        const Comer *comer = &b->comers.at[i];
        UnitId unit = r->people[comer->person.index].unit;
        if (unit_head(r, unit, b->comers.today).index != comer->person.index)
            continue;
        unsigned is = size_of(r, unit, b->comers.today);
        unsigned away = is > people ? is - people : people - is;
        if (away >= off) continue;
        off = away, best = comer, *size = is;
    }
    return best;
}

/* As the demonstration lets in whoever is of its cast. */
static Str enter(const Bench *b, PersonId person)
{
    const Register *r = &b->comers.office.r;
    Str body = str_format(b->arena, "pemda=%.*s&orang=%.*s",
                          STR_ARG(b->comers.office.government.code),
                          STR_ARG(r->people[person.index].code));
    Str request = str_format(
        b->arena,
        "POST /demo/masuk HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: "
        "same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: %zu\r\n\r\n%.*s",
        body.len, STR_ARG(body));
    Str answer = crowd_ask(b->arena, b->ours.address, request);
    size_t from = str_find(answer, STR("tk="), 0);
    if (from == SIZE_MAX) stop("the cast cannot enter");
    size_t end = str_find(answer, STR(";"), from);
    return str_slice(answer, from + 3, end);
}

/* Whose pages they are; the path's {unit} and {bulan} are filled in. */
typedef enum { OF_SOMEBODY, OF_HEAD, OF_LARGEST, OF_BOARD, WHO_COUNT } Looker;

static const struct {
    const char *name, *path;
    Looker who;
    double limit;
} pages_looked_at[] = {
    {"page of the day, p95",               "/",                      OF_SOMEBODY, 50 },
    {"one's own month, p95",               "/jadwal/saya",           OF_SOMEBODY, 50 },
    {"one's own reports, p95",             "/laporan",               OF_SOMEBODY, 50 },
    {"presence of today, p95",             "/hadir",                 OF_SOMEBODY, 50 },
    {"counters for the public, p95",       "/loket",                 OF_SOMEBODY, 50 },
    {"a superior's team, p95",             "/tim",                   OF_HEAD,     50 },
    {"reports to review, p95",             "/tinjau",                OF_HEAD,     50 },
    {"a head's unit, p95",                 "/unit",                  OF_HEAD,     50 },
    {"what waits for a head, p95",         "/permintaan",            OF_HEAD,     50 },
    {"roster of {size} people, p95",       "/jadwal/{bulan}",        OF_HEAD,     80 },
    {"largest agency, its unit, p95",      "/unit",                  OF_LARGEST,  50 },
    {"largest agency, waiting, p95",       "/permintaan",            OF_LARGEST,  50 },
    {"dashboard of the government, p95",   "/pantau",                OF_BOARD,    100},
    {"dashboard of an agency, p95",        "/pantau/unit/{unit}",    OF_BOARD,    50 },
    {"largest agency, its dashboard, p95", "/pantau/unit/{largest}", OF_BOARD,
     50                                                                              },
    {"presence of everybody, p95",         "/kehadiran",             OF_BOARD,    100},
    {"days not as they should be, p95",    "/tidak-sesuai",          OF_BOARD,    100},
    {"recaps of everybody, p95",           "/rekap",                 OF_BOARD,    100},
};

typedef struct {
    Str cookie[WHO_COUNT];
    Str unit, month, size; /* of HEAD's agency */
    Str largest;           /* agency */
} Looking;

static Str unit_of(const Bench *b, const Comer *comer)
{
    const Register *r = &b->comers.office.r;
    return r->units[r->people[comer->person.index].unit.index].code;
}

static Looking looking_of(const Bench *b)
{
    unsigned size = 0, most = 0;
    Civil c = date_civil(b->comers.today);
    Cast cast = cast_of(&b->comers.office, b->comers.today);
    const Comer *head = find_head(b, ROSTER, &size);
    const Comer *largest = find_head(b, EVERYBODY, &most);
    if (head == NULL || largest == NULL) stop("nobody heads");
    Looking out = {.unit = unit_of(b, head),
                   .largest = unit_of(b, largest),
                   .month = str_format(b->arena, "%04d-%02d", c.year, c.month),
                   .size = str_format(b->arena, "%u", size)};
    out.cookie[OF_SOMEBODY] = b->comers.at[b->comers.count / 2].cookie;
    out.cookie[OF_HEAD] = head->cookie;
    out.cookie[OF_LARGEST] = largest->cookie;
    out.cookie[OF_BOARD] = enter(b, cast.of[CAST_BOARD]);
    return out;
}

static Str filled(Arena *arena, const Looking *of, const char *text)
{
    const struct {
        Str mark, value;
    } all[] = {
        {STR("{unit}"),    of->unit   },
        {STR("{largest}"), of->largest},
        {STR("{bulan}"),   of->month  },
        {STR("{size}"),    of->size   }
    };
    Str out = str_of(text);
    for (size_t i = 0; i < COUNT(all); i++) {
        size_t at = str_find(out, all[i].mark, 0);
        if (at == SIZE_MAX) continue;
        Str rest = str_slice(out, at + all[i].mark.len, out.len);
        out = str_format(arena, "%.*s%.*s%.*s", (int)at, out.ptr,
                         STR_ARG(all[i].value), STR_ARG(rest));
    }
    return out;
}

static void bench_looks(Bench *b)
{
    Looking of = looking_of(b);
    for (size_t i = 0; i < COUNT(pages_looked_at); i++)
        put_look(
            b, str_c(b->arena, filled(b->arena, &of, pages_looked_at[i].name)),
            of.cookie[pages_looked_at[i].who],
            filled(b->arena, &of, pages_looked_at[i].path),
            pages_looked_at[i].limit);
}

/* Of so many people in turn. */
static Speed pages_of_the_day(const Bench *b, size_t people, size_t pages)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 22);
    Str *requests = NEW(tmp, Str, pages);
    Crowd crowd;
    if (people > b->comers.count) stop("not people enough");
    for (size_t i = 0; i < pages; i++)
        requests[i] =
            comers_page(tmp, b->comers.at[i % people].cookie, STR("/"));
    CrowdWish wish = {b->ours.address, 64, requests, pages, 0};
    if (!crowd_run(tmp, &wish, &crowd)) stop("nobody can connect");
    if (crowd_count(&crowd, 200) != pages) stop("a page is not there");
    return speed_of(tmp, &crowd);
}

/* Each is the first of its minute. */
static double first_pages(const Bench *b)
{
    return pages_of_the_day(b, PAGES, PAGES).rate;
}

/* A few people have loaded theirs, and load it again and again, as people do
 * when something is late. */
static double pages_again(const Bench *b)
{
    (void)pages_of_the_day(b, AGAIN, AGAIN);
    return pages_of_the_day(b, AGAIN, PAGES_AGAIN).rate;
}

static void put_pages(const Bench *b, const char *name, double *rates,
                      double *peer, int of)
{
    put(b, (Figure){.name = name,
                    .value = figure_median(rates, ROUNDS),
                    .unit = "per s",
                    .peer = constant_names[of],
                    .peer_value = figure_median(peer, ROUNDS),
                    .goal = of == CONSTANT_DOOR ? 0 : 0.4});
}

static void bench_pages(Bench *b)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Serving constants[CONSTANTS];
    double first[ROUNDS], again[ROUNDS], peer[CONSTANTS][ROUNDS];
    Str request = comers_page(tmp, b->comers.at[0].cookie, STR("/"));
    Str one = crowd_ask(tmp, b->ours.address, request);
    open_constants(b, one.len - 150, 1 + CONSTANTS, constants);
    for (int i = 0; i < ROUNDS; i++) {
        first[i] = first_pages(b);
        again[i] = pages_again(b);
        Str *same = NEW(tmp, Str, PAGES_AGAIN);
        for (size_t n = 0; n < PAGES_AGAIN; n++)
            same[n] = request;
        for (int k = 0; k < CONSTANTS; k++)
            peer[k][i] = constant(&constants[k], 64, same, PAGES_AGAIN).rate;
    }
    close_constants(constants);
    for (int k = 0; k < CONSTANTS; k++) {
        put_pages(b, "pages of the day, the first of a minute", first, peer[k],
                  k);
        put_pages(b, "pages of the day, loaded again", again, peer[k], k);
    }
}

/* ---- afterwards ---------------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(FactId));
}

typedef struct {
    const Bench *b;
    size_t found;
} Finding;

static bool find_one(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Finding *f = context;
    (void)number, (void)err;
    f->found += bsearch(&fact->id, f->b->acked, f->b->acked_count,
                        sizeof(FactId), by_id) != NULL;
    return true;
}

static void verify(Bench *b)
{
    Err err = {0};
    Store *store = NULL;
    StoreWish wish = {.folder = b->data};
    FactQuery query = {.government = b->comers.office.government.code,
                       .days = WINDOW_ALL};
    Finding finding = {.b = b};
    qsort(b->acked, b->acked_count, sizeof(FactId), by_id);
    if (!store_open(&wish, &store, &err) ||
        !store_facts(store, NULL, &query, find_one, &finding, &err))
        stop(err.text);
    store_close(store);
    (void)printf("door    %zu answers said \"kept\", %zu are in the journal\n",
                 b->acked_count, finding.found);
    if (finding.found != b->acked_count) stop("something kept is not there");
}

static void put_memory(const Bench *b, const char *name, double limit)
{
    put(b, (Figure){.name = name,
                    .value = serving_resident_mb(&b->ours),
                    .unit = "MB",
                    .peer = limit > 0 ? "limit" : NULL,
                    .peer_value = limit,
                    .goal = limit > 0 ? 1 : 0,
                    .less = true});
}

static Instant instant_of(const char *text)
{
    Date day;
    Err err = {0};
    Str rest = str_of(text), word = {0};
    int64_t hour = 0, minute = 0;
    if (!str_next(&rest, ' ', &word) || !date_parse(word, &day, &err) ||
        !num_is(str_slice(rest, 0, 2), 0, 23, &hour) ||
        !num_is(str_slice(rest, 3, 5), 0, 59, &minute))
        stop("DAY TIME");
    return zone_instant(ZONE_WITA, day, (int)(hour * 60 + minute));
}

int main(int argc, char **argv)
{
    Err err = {0};
    Bench b = {.arena = arena_open(1 << 24)};
    if (argc != 8 || !num_parse(str_of(argv[7]), 1, 65000, &b.port, &err))
        stop("OUT.tsv PROGRAM DATA GOVERNMENT \"DAY TIME\" FOLDER PORT");
    b.out = fopen(argv[1], "a");
    b.program = argv[2], b.data = argv[3], b.folder = argv[6];
    b.acked = NEW(b.arena, FactId, ACKED_MOST);
    if (b.out == NULL) stop("no file for the figures");
    comers_make(b.arena, b.data, str_of(argv[4]), instant_of(argv[5]),
                &b.comers);
    open_alone(&b);
    b.ours =
        serving_ours(b.arena, b.program, b.data, b.folder, address_of(&b, 0));
    put_memory(&b, "serving 12,000 people, waiting", 64);
    bench_looks(&b);
    bench_checkins(&b);
    bench_pages(&b);
    put_memory(&b, "the same under this load", LOADED_MB);
    (void)sleep(QUIET);
    put_memory(&b, "the same a quarter of a minute after it", 64);
    serving_end(&b.ours);
    store_close(b.alone);
    verify(&b);
    arena_close(b.arena);
    return fclose(b.out) == 0 ? 0 : 3;
}
