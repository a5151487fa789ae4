/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every row of the route table is asked for by everybody who may come to the
 * door (web_cast.h): allowed exactly where a naive reading of who may says so
 * (naive_access.h), refused otherwise with the right status and with nothing
 * written.  web_recorded.def holds a valid request for each row.
 *
 * All refusals come first, since they change nothing; then everything is done
 * by who sent it, and by the others who may.
 */
#include "harness.h"
#include "web_recorded.h"

#include <sqlite3.h>
#include <string.h>

typedef struct {
    WebWorld *w;
    WebCast *cast;
    WebPlaces *places;
    NaiveLand land;
    sqlite3 *watch[2]; /* of each government's store */
    bool ends;         /* whoever sent the last row is out by it */
} Stage;

/* ---- was anything written? ------------------------------------------------
 */

static sqlite3 *watch_of(Arena *arena, const char *folder)
{
    sqlite3 *db = NULL;
    const char *path = file_path(
        arena, file_path(arena, harness_folder(), folder), "tata-kerja.db");
    CHECK(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK);
    return db;
}

/* A number that changes with whatever any other connection commits. */
static int64_t writes_seen(sqlite3 *db)
{
    sqlite3_stmt *ask = NULL;
    CHECK(sqlite3_prepare_v2(db, "PRAGMA data_version", -1, &ask, NULL) ==
          SQLITE_OK);
    CHECK(sqlite3_step(ask) == SQLITE_ROW);
    int64_t number = sqlite3_column_int64(ask, 0);
    CHECK(sqlite3_finalize(ask) == SQLITE_OK);
    return number;
}

/* ---- opening --------------------------------------------------------------
 */

static Stage *stage_open(const char *name, const char *beside)
{
    WebWorld *w = web_world_open(name);
    Stage *s = NEW(w->arena, Stage, 1);
    s->w = w;
    s->cast = web_cast_open(w, beside);
    s->places = web_recorded_make(s->cast);
    web_cast_land(&s->land);
    s->watch[0] = watch_of(w->arena, name);
    s->watch[1] = watch_of(w->arena, beside);
    return s;
}

static void stage_close(Stage *s)
{
    CHECK(sqlite3_close(s->watch[0]) == SQLITE_OK);
    CHECK(sqlite3_close(s->watch[1]) == SQLITE_OK);
    web_cast_close(s->cast);
    web_world_close(s->w);
}

/* ---- who may --------------------------------------------------------------
 */

static bool is_in_list(const char *list, const char *code)
{
    Str rest = str_of(list), one = {0};
    while (str_next(&rest, ' ', &one)) {
        if (str_is(one, str_of(code))) return true;
    }
    return false;
}

static NaiveQuestion question_of(const WebRecorded *row, int actor)
{
    NaiveQuestion q = {
        .actor = {.person = actor, .device = -1},
        .person = -1,
        .unit = -1,
        .day = 0
    };
    if (row->of[0] == 'S') q.person = actor;
    if (row->of[0] == 'P') q.person = web_cast_person(row->of + 2);
    if (row->of[0] == 'U') q.unit = web_cast_unit(row->of + 2);
    CHECK(row->of[0] != 'P' || q.person >= 0);
    CHECK(row->of[0] != 'U' || q.unit >= 0);
    return q;
}

/* Over themselves alone: what they are elsewhere is nothing here. */
static bool may_beyond(const WebRecorded *row)
{
    return row->of[0] == 'S' &&
           strchr(naive_access_letters(row->may), 'P') != NULL;
}

static bool may_somewhere(const Stage *s, const WebRecorded *row,
                          NaiveQuestion q)
{
    for (q.unit = 0; q.unit < s->land.units; q.unit++) {
        if (naive_access_may(&s->land, &q, row->may)) return true;
    }
    return false;
}

static bool may_use(const Stage *s, const WebRecorded *row,
                    const CastMember *member)
{
    bool program = member->kind == CAST_PROGRAM;
    if (member->kind == CAST_BEYOND) return may_beyond(row);
    int actor = web_cast_person(program ? "P1" : member->code);
    NaiveQuestion q = question_of(row, actor);
    bool holds = !program || web_cast_token_holds(row->may);
    if (row->of[0] == '?') return holds && may_somewhere(s, row, q);
    return holds && naive_access_may(&s->land, &q, row->may);
}

/* Is the program let in at all? */
static bool is_inside(const CastMember *member, bool data)
{
    return member->kind == CAST_PROGRAM
               ? data
               : member->kind != CAST_NOBODY && member->kind != CAST_ENTERING;
}

static bool may(const Stage *s, const WebRecorded *row,
                const CastMember *member, bool data)
{
    bool inside = is_inside(member, data);
    switch (row->may[0]) {
    case '*': return true;
    case '~': return inside || member->kind == CAST_ENTERING;
    case '-':
        return inside && (member->kind != CAST_PROGRAM ||
                          web_cast_token_holds("presensi"));
    case '+': return inside;
    case '@': return member->kind == CAST_OWN;
    case '=': return inside && is_in_list(row->may + 1, member->code);
    default: return inside && may_use(s, row, member);
    }
}

/* ---- the answers ----------------------------------------------------------
 */

static WebAnswer ask(Stage *s, const WebRecorded *row, CastMember *member,
                     bool data)
{
    HttpRequest request = web_recorded_request(s->places, row, member, data);
    return web_world_ask(s->w, &request);
}

static bool is_sent_to_sign_in(const WebAnswer *answer)
{
    return answer->status == 303 && (str_is(answer->to, STR("/demo")) ||
                                     str_starts(answer->to, STR("/masuk")));
}

/* Neither in, nor told why not. */
static bool is_let_in(const WebAnswer *answer)
{
    return answer->status != 401 && answer->status != 403 &&
           !is_sent_to_sign_in(answer) && answer->status < 500;
}

/* As whom are they refused: nobody is sent to sign in, a program is told; who
 * may not is told so; what is of another government is not there. */
static bool is_refused_well(const WebRecorded *row, const CastMember *member,
                            const WebAnswer *answer, bool data)
{
    bool hidden = row->may[0] == '=';
    bool elsewhere = row->of[0] == 'P' || row->of[0] == 'U' || hidden;
    if (!is_inside(member, data))
        return data ? answer->status == 401 : is_sent_to_sign_in(answer);
    if (answer->status == 422)
        return hidden || (member->kind == CAST_BEYOND && elsewhere);
    if (answer->status == 404)
        return hidden || (member->kind == CAST_BEYOND && elsewhere);
    return answer->status == 403 &&
           (hidden || member->kind != CAST_BEYOND || !elsewhere);
}

static void row_of(const WebRecorded *row, const CastMember *member)
{
    static const char *const methods[] = {"GET", "POST", "PUT", "DELETE"};
    ROW("%s %s as %s, %s", methods[row->method], row->target, member->code,
        member->role);
}

static void expect_refusal(Stage *s, const WebRecorded *row, CastMember *member,
                           bool data)
{
    web_cast_wake(s->cast, member);
    int64_t before[2] = {writes_seen(s->watch[0]), writes_seen(s->watch[1])};
    WebAnswer answer = ask(s, row, member, data);
    row_of(row, member);
    if (!EXPECT(is_refused_well(row, member, &answer, data)))
        EXPECT_INT(answer.status, 403);
    EXPECT_INT(writes_seen(s->watch[0]) - before[0], 0);
    EXPECT_INT(writes_seen(s->watch[1]) - before[1], 0);
}

static const Route *route_of(const Stage *s, const WebRecorded *row)
{
    for (size_t t = 0; t < s->w->door.table_count; t++) {
        const RouteTable *table = &s->w->door.tables[t];
        for (size_t i = 0; i < table->count; i++) {
            if (table->at[i].method == row->method &&
                strcmp(table->at[i].path, row->route) == 0)
                return &table->at[i];
        }
    }
    return NULL;
}

static void refuse_all(Stage *s, const WebRecorded *row)
{
    const Route *route = route_of(s, row);
    ROW("%s", row->route);
    if (!EXPECT(route != NULL)) return;
    for (size_t i = 0; i < CAST_SIZE; i++) {
        CastMember *member = &s->cast->member[i];
        if (!may(s, row, member, route->data))
            expect_refusal(s, row, member, route->data);
    }
}

/* ---- what is allowed ------------------------------------------------------
 */

/* Whatever is done elsewhere, nothing of Kota Contoh is written by it. */
static void let_in(Stage *s, const WebRecorded *row, CastMember *member,
                   bool data)
{
    web_cast_wake(s->cast, member);
    int64_t before = writes_seen(s->watch[0]);
    WebAnswer answer = ask(s, row, member, data);
    bool ask_again = row->may[0] == '*' || row->may[0] == '~' || s->ends;
    row_of(row, member);
    if (!ask_again && !EXPECT(is_let_in(&answer)))
        EXPECT_INT(answer.status, 200);
    EXPECT(answer.status < 500);
    if ((member->kind == CAST_BEYOND && row->may[0] != '*') ||
        row->may[0] == '-')
        EXPECT_INT(writes_seen(s->watch[0]) - before, 0);
}

static void let_sender(Stage *s, const WebRecorded *row, bool data)
{
    CastMember *sender = web_cast_member(s->cast, row->by);
    web_cast_wake(s->cast, sender);
    row_of(row, sender);
    EXPECT(may(s, row, sender, data));
    WebAnswer answer = ask(s, row, sender, data);
    bool wrong = answer.status == 403 || answer.status == 429;
    if (!EXPECT_INT(row->status == 0 && wrong ? 0 : answer.status, row->status))
        EXPECT_STR(str_slice(answer.body, 0, 3000), "");
    s->ends = is_sent_to_sign_in(&answer);
    EXPECT(live_settle(s->w->house.live, STR("contoh"), 60));
}

static void let_all(Stage *s, const WebRecorded *row)
{
    const Route *route = route_of(s, row);
    if (route == NULL) return;
    let_sender(s, row, route->data);
    for (size_t i = 0; i < CAST_SIZE; i++) {
        CastMember *member = &s->cast->member[i];
        if (strcmp(member->code, row->by) != 0 &&
            may(s, row, member, route->data))
            let_in(s, row, member, route->data);
    }
}

/* ---- facts ----------------------------------------------------------------
 */

FACT(every_row_of_the_route_table_has_a_recorded_request)
{
    WebWorld *w = web_world_open("rows");
    size_t count = 0;
    for (size_t t = 0; t < w->door.table_count; t++) {
        const RouteTable *table = &w->door.tables[t];
        for (size_t i = 0; i < table->count; i++) {
            const Route *route = &table->at[i];
            ROW("%d %s", (int)route->method, route->path);
            EXPECT(web_recorded_of(route->method, route->path) != NULL);
            count++;
        }
    }
    ROW("and each is of a row");
    EXPECT_INT((int64_t)web_recorded_count(), (int64_t)count);
    web_world_close(w);
}

FACT(everybody_is_allowed_exactly_what_a_naive_reading_says)
{
    Stage *s = stage_open("peran", "seberang");
    for (size_t i = 0; i < web_recorded_count(); i++)
        refuse_all(s, web_recorded_at(i));
    for (size_t i = 0; i < web_recorded_count(); i++)
        let_all(s, web_recorded_at(i));
    stage_close(s);
}
