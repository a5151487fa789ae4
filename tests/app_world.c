/* SPDX-License-Identifier: Apache-2.0 */
#include "app_world.h"

#include "app/load.h"
#include "harness.h"

#include <stdlib.h>
#include <string.h>

/* ---- the world: Paser on 30 July 2020 ------------------------------------ */

static Str code_of(const AppWorld *w, PersonId id)
{
    CHECK(id.index != NO_INDEX);
    return w->office.r.people[id.index].code;
}

static UnitId unit_of(const AppWorld *w, const char *code)
{
    uint32_t index = map_find(&w->office.r.unit_codes, str_of(code));
    CHECK(index != NO_INDEX);
    return (UnitId){index};
}

/* The n-th person of a unit's subtree who heads nothing and is there. */
static Str staff_of(const AppWorld *w, UnitId unit, int n)
{
    const Register *r = &w->office.r;
    for (uint32_t i = 0; i < r->person_count; i++) {
        PersonId id = {i};
        bool fits = unit_is_under(r, r->people[i].unit, unit) &&
                    r->holdings_of[i].count == 0 &&
                    r->absences_of[i].count == 0 && r->marks_of[i].count == 0 &&
                    person_is_active(r, id, w->record.today);
        if (fits && n-- == 0) return r->people[i].code;
    }
    CHECK(false);
    return STR("");
}

/* The n-th who was granted it by the register; of a clerk: for that unit. */
static Str granted(const AppWorld *w, GrantRole role, UnitId unit, int n)
{
    const Register *r = &w->office.r;
    for (uint32_t i = 0; i < r->grant_count; i++) {
        const Grant *grant = &r->grants[i];
        if (grant->role == role &&
            (unit.index == NO_INDEX || unit_is_under(r, unit, grant->unit)) &&
            n-- == 0)
            return code_of(w, grant->person);
    }
    CHECK(false);
    return STR("");
}

/* Somebody of the unit who was granted nothing. */
static Str ungranted(const AppWorld *w, UnitId unit)
{
    const Register *r = &w->office.r;
    for (int n = 0;; n++) {
        Str code = staff_of(w, unit, n);
        uint32_t i = 0;
        while (i < r->grant_count &&
               (r->grants[i].person.index == NO_INDEX ||
                !str_is(code_of(w, r->grants[i].person), code)))
            i++;
        if (i == r->grant_count) return code;
    }
}

static void choose_people(AppWorld *w)
{
    const Register *r = &w->office.r;
    Date day = w->record.today;
    UnitId unit = unit_of(w, APP_UNIT);
    w->person = staff_of(w, unit, 0);
    w->mate = staff_of(w, unit, 1);
    w->clerk = granted(w, GRANT_CLERK, unit, 0);
    PersonId person = {map_find(&r->person_codes, w->person)};
    w->superior = code_of(w, person_superior(r, person, day));
    w->head = code_of(w, unit_head(r, r->agency_of[unit.index], day));
    w->other = staff_of(w, unit_of(w, "dishub"), 0);
    w->board = granted(w, GRANT_BOARD, NO_UNIT, 0);
    w->board2 = granted(w, GRANT_BOARD, NO_UNIT, 1);
    w->of_board = ungranted(w, unit_of(w, "bkpsdm"));
}

void app_world_again(AppWorld *w)
{
    Err err = {0};
    if (!office_open_data(w->arena, w->store, STR("paser"), DATE_NEVER,
                          &w->office, &err))
        EXPECT_STR(err.text, "");
}

AppWorld *app_world_open(const char *name)
{
    Arena *arena = arena_open(1 << 20);
    AppWorld *w = NEW(arena, AppWorld, 1);
    LoadFolder from = {0};
    Loaded loaded = {0};
    Err err = {0};
    w->arena = arena;
    w->folder = file_path(arena, harness_folder(), name);
    CHECK(date_of(2020, 7, 30, &w->record.today));
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    CHECK(load_read(arena, "examples/paser", &from, &err));
    StoreWish wish = {.folder = w->folder, .create = true, .write = true};
    CHECK(store_open(&wish, &w->store, &err));
    CHECK(load_write(w->store, &from, (Date){18000}, &loaded, &err));
    app_world_again(w);
    choose_people(w);
    w->record.store = w->store;
    w->record.office = &w->office;
    w->record.meeting_most = 3;
    return w;
}

void app_world_close(AppWorld *w)
{
    store_close(w->store);
    arena_close(w->arena);
}

static bool count_one(void *context, uint64_t number, const Fact *fact,
                      Err *err)
{
    (void)number;
    (void)fact;
    (void)err;
    ++*(uint64_t *)context;
    return true;
}

uint64_t app_world_kept(AppWorld *w)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Err err = {0};
    uint64_t count = 0;
    FactQuery all = {.government = STR("paser"), .days = WINDOW_ALL};
    EXPECT(store_facts(w->store, tmp, &all, count_one, &count, &err));
    return count;
}

/* ---- words to facts ------------------------------------------------------ */

/* "P" and so on for people, "1" to "63" for facts written before. */
static void put_mark(AppWorld *w, Str mark, Buf *out)
{
    char text[FACT_ID_TEXT];
    switch (mark.ptr[0]) {
    case 'P': buf_put(out, w->person); return;
    case 'S': buf_put(out, w->superior); return;
    case 'H': buf_put(out, w->head); return;
    case 'M': buf_put(out, w->mate); return;
    case 'C': buf_put(out, w->clerk); return;
    case 'O': buf_put(out, w->other); return;
    case 'B': buf_put(out, w->board); return;
    case 'D': buf_put(out, w->board2); return;
    case 'K': buf_put(out, w->of_board); return;
    case 'U': buf_c(out, APP_UNIT); return;
    default: buf_c(out, fact_id_text(w->labels[atoi(mark.ptr)], text)); return;
    }
}

/* $X stands for a code or an id; $12 takes all its digits. */
static Str filled(AppWorld *w, const char *text)
{
    Buf out = buf_in(w->arena);
    for (const char *at = text; *at != '\0'; at++) {
        if (*at != '$') {
            buf_char(&out, *at);
            continue;
        }
        at++;
        put_mark(w, str_of(at), &out);
        while (at[0] >= '0' && at[0] <= '9' && at[1] >= '0' && at[1] <= '9')
            at++;
    }
    return buf_str(&out);
}

FactId app_world_id(AppWorld *w)
{
    w->next++;
    return fact_id_of((Instant){INT64_C(1596100000000000)}, w->next,
                      w->next * 0x9e3779b97f4a7c15U);
}

Fact app_world_fact(AppWorld *w, const char *as, const char *kind,
                    const char *fields, Str *secret)
{
    Err err = {0};
    FactKind k = FACT_CHECK_IN;
    Str rest = filled(w, fields);
    Str word = {0};
    CHECK(fact_kind_parse(str_of(kind), &k));
    Fact fact = fact_blank(k);
    fact.channel = CHANNEL_COUNT; /* unsaid */
    while (str_next(&rest, ';', &word)) {
        if (!record_parse(word, &fact, secret, &err)) EXPECT_STR(err.text, "");
    }
    fact.id = app_world_id(w);
    fact.actor = filled(w, as);
    if (fact.channel == CHANNEL_COUNT) fact.channel = record_channel(&fact);
    return fact;
}

/* ---- one row: accepted or refused ---------------------------------------- */

void app_world_repeat(AppWorld *w, const Fact *fact, Str secret,
                      const Recorded *first)
{
    Err err = {0};
    Recorded again = {0};
    uint64_t before = app_world_kept(w);
    if (!record_fact(w->arena, &w->record, fact, secret, &again, &err))
        EXPECT_STR(err.text, "");
    EXPECT(again.receipt.again);
    EXPECT(again.receipt.number == first->receipt.number);
    EXPECT(memcmp(again.receipt.seal, first->receipt.seal, 32) == 0);
    EXPECT(app_world_kept(w) == before);
}

static void expect_refused(AppWorld *w, const AppRow *row, bool done,
                           const Err *err, uint64_t before)
{
    EXPECT(!done);
    EXPECT_HAS(err->text, row->why);
    EXPECT(err->id[0] != '\0');
    EXPECT(strcmp(err->id, err->text) != 0);
    EXPECT(strstr(err->id, "KENARI") == NULL);
    EXPECT(strstr(err->text, "KENARI") == NULL);
    EXPECT(app_world_kept(w) == before);
}

void app_world_play(AppWorld *w, const AppRow *row)
{
    Err err = {0};
    Recorded done = {0};
    Str secret = {0};
    Fact fact = app_world_fact(w, row->as, row->kind, row->fields, &secret);
    uint64_t before = app_world_kept(w);
    bool fine = record_fact(w->arena, &w->record, &fact, secret, &done, &err);
    if (row->why != NULL) {
        expect_refused(w, row, fine, &err, before);
        return;
    }
    if (!EXPECT(fine)) {
        EXPECT_STR(err.text, "");
        return;
    }
    EXPECT(app_world_kept(w) == before + done.written);
    if (row->label > 0) w->labels[row->label] = fact.id;
    app_world_repeat(w, &fact, secret, &done);
}

void app_world_play_all(AppWorld *w, const AppRow *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ROW("%zu: %s %s", i, rows[i].kind, rows[i].fields);
        app_world_play(w, &rows[i]);
    }
}
