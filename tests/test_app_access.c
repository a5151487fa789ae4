/* SPDX-License-Identifier: Apache-2.0 */
/*
 * access_allows against a reading of a real register by hand: who may stands a
 * second time in naive_access.c, and every answer is found by plain scans.
 */
#include "app/access.h"
#include "app/office.h"
#include "base/rand.h"
#include "harness.h"
#include "naive_access.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    Arena *arena;
    Office office;
    Grant grants[6];
    AccessWorld world;
} Land;

static Land *land_open(void)
{
    Arena *arena = arena_open(1 << 20);
    Land *l = NEW(arena, Land, 1);
    Err err = {0};
    l->arena = arena;
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    CHECK(office_open(arena, "examples/paser", &l->office, &err));
    l->office.r.grants = l->grants;
    l->office.r.grant_count = COUNT(l->grants);
    l->world = (AccessWorld){&l->office.r, &l->office.government};
    return l;
}

/* ---- the register read by hand ------------------------------------------- */

/* Is the unit at or below the other, by its parents? */
static bool below(const Register *r, uint32_t unit, uint32_t top)
{
    for (; unit != NO_INDEX; unit = r->units[unit].parent.index) {
        if (unit == top) return true;
    }
    return false;
}

static uint32_t person_of(const Register *r, Str code)
{
    for (uint32_t i = 0; i < r->person_count; i++) {
        if (str_is(r->people[i].code, code)) return i;
    }
    return NO_INDEX;
}

static uint32_t unit_named(const Register *r, Str code)
{
    for (uint32_t i = 0; i < r->unit_count; i++) {
        if (str_is(r->units[i].code, code)) return i;
    }
    return NO_INDEX;
}

static bool served(const Register *r, uint32_t person, Date day)
{
    return window_has(r->people[person].window, day);
}

static bool heads_above(const Register *r, uint32_t actor, uint32_t place,
                        Date day)
{
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (unit_head(r, (UnitId){u}, day).index == actor &&
            place != NO_INDEX && below(r, place, u))
            return true;
    }
    return false;
}

static bool was_granted(const Land *l, const AccessAsked *q, uint32_t actor,
                        GrantRole role, uint32_t place)
{
    for (size_t i = 0; i < COUNT(l->grants); i++) {
        const Grant *g = &l->grants[i];
        bool of_unit = role == GRANT_CLERK || role == GRANT_DEVICE;
        bool theirs = role == GRANT_DEVICE ? str_is(g->device, q->actor)
                                           : g->person.index == actor;
        if (g->role == role && theirs && window_has(g->window, q->day) &&
            (!of_unit ||
             (place != NO_INDEX && below(&l->office.r, place, g->unit.index))))
            return true;
    }
    return false;
}

static bool has_letter(const Land *l, const AccessAsked *q, char letter)
{
    const Register *r = &l->office.r;
    uint32_t actor = person_of(r, q->actor);
    uint32_t of = q->person.index;
    uint32_t place = of != NO_INDEX ? r->people[of].unit.index : q->unit.index;
    if (letter == 'Y') return str_is(q->actor, STR("sistem"));
    if (letter == 'V') return was_granted(l, q, NO_INDEX, GRANT_DEVICE, place);
    if (actor == NO_INDEX || !served(r, actor, q->day)) return false;
    switch (letter) {
    case 'P': return of == actor;
    case 'S':
        return of != NO_INDEX && of != actor &&
               person_superior(r, (PersonId){of}, q->day).index == actor;
    case 'H': return heads_above(r, actor, place, q->day);
    case 'B':
        return was_granted(l, q, actor, GRANT_BOARD, place) ||
               unit_head(r, (UnitId){unit_named(r, l->office.government.board)},
                         q->day)
                       .index == actor;
    case 'C': return was_granted(l, q, actor, GRANT_CLERK, place);
    case 'O': return was_granted(l, q, actor, GRANT_ORGANISATION, place);
    case 'A': return was_granted(l, q, actor, GRANT_ADMIN, place);
    default: return false;
    }
}

static bool should(const Land *l, const AccessAsked *q)
{
    const char *letters = naive_access_letters(access_row(q->use)->word);
    for (const char *c = letters; *c != '\0'; c++) {
        if (has_letter(l, q, *c)) return true;
    }
    return false;
}

/* ---- questions ------------------------------------------------------------
 */

static uint32_t any_person(const Land *l, Rand *rand)
{
    return rand_below(rand, l->office.r.person_count);
}

static void grant_some(Land *l, Rand *rand)
{
    static const GrantRole roles[] = {GRANT_CLERK, GRANT_ORGANISATION,
                                      GRANT_BOARD, GRANT_ADMIN, GRANT_DEVICE};
    const Register *r = &l->office.r;
    for (size_t i = 0; i < COUNT(l->grants); i++) {
        Date first = {18460 + (int32_t)rand_below(rand, 30)};
        GrantRole role = roles[rand_below(rand, COUNT(roles))];
        bool device = role == GRANT_DEVICE;
        l->grants[i] = (Grant){
            .person = {device ? NO_INDEX : any_person(l, rand)},
            .role = role,
            .unit = {rand_below(rand, r->unit_count)},
            .window = {first, date_plus(first, (int32_t)rand_below(rand, 60))},
            .device = device ? STR("perangkat:pintu") : STR("")};
    }
}

/* Somebody of the unit or of one below it: drivers too. */
static PersonId any_below(const Land *l, Rand *rand, UnitId unit)
{
    const Register *r = &l->office.r;
    for (int tries = 0; tries < 10000; tries++) {
        uint32_t person = any_person(l, rand);
        if (below(r, r->people[person].unit.index, unit.index))
            return (PersonId){person};
    }
    return NO_PERSON;
}

/* Somebody who has to do with the question, more often than not. */
static Str any_actor(const Land *l, Rand *rand, const AccessAsked *q)
{
    const Register *r = &l->office.r;
    PersonId near = NO_PERSON;
    UnitId place =
        q->person.index != NO_INDEX ? r->people[q->person.index].unit : q->unit;
    UnitId board = {unit_named(r, l->office.government.board)};
    switch (rand_below(rand, 10)) {
    case 0: near = q->person; break;
    case 1:
        if (q->person.index != NO_INDEX)
            near = person_superior(r, q->person, q->day);
        break;
    case 2:
        for (uint32_t up = rand_below(rand, 4);
             up > 0 && place.index != NO_INDEX &&
             r->units[place.index].parent.index != NO_INDEX;
             up--)
            place = r->units[place.index].parent;
        if (place.index != NO_INDEX) near = unit_head(r, place, q->day);
        break;
    case 3: near = unit_head(r, board, q->day); break;
    case 4: near = l->grants[rand_below(rand, COUNT(l->grants))].person; break;
    case 8: near = any_below(l, rand, board); break;
    case 5: return STR("sistem");
    case 6: return STR("perangkat:pintu");
    case 7: return STR("tidak-ada");
    default: break;
    }
    if (near.index == NO_INDEX) near.index = any_person(l, rand);
    return r->people[near.index].code;
}

static AccessAsked any_question(const Land *l, Rand *rand)
{
    const Register *r = &l->office.r;
    AccessAsked q = {.use = (AccessCase)rand_below(rand, ACCESS_COUNT),
                     .person = NO_PERSON,
                     .unit = NO_UNIT,
                     .day = {18460 + (int32_t)rand_below(rand, 60)}};
    uint32_t about = rand_below(rand, 10);
    if (about < 7)
        q.person.index = any_person(l, rand);
    else if (about < 9)
        q.unit.index = rand_below(rand, r->unit_count);
    q.actor = any_actor(l, rand, &q);
    return q;
}

FACT(access_is_what_the_register_says_by_hand)
{
    enum { QUESTIONS = 10000 };
    Land *l = land_open();
    Rand rand = rand_seeded(1882);
    uint32_t allowed = 0;
    for (int i = 0; i < QUESTIONS; i++) {
        Err why = {0};
        if (i % 50 == 0) grant_some(l, &rand);
        AccessAsked q = any_question(l, &rand);
        bool may = access_allows(&l->world, &q, &why);
        allowed += may;
        if (may == should(l, &q) && (may || why.id[0] != '\0')) continue;
        ROW("question %d: %.*s, %s", i, STR_ARG(q.actor),
            access_row(q.use)->word);
        EXPECT(false);
    }
    ROW("both answers come up");
    EXPECT(allowed > QUESTIONS / 20 && allowed < QUESTIONS / 2);
    arena_close(l->arena);
}

/* Of whom the register says only that they work in the board's unit. */
FACT(being_of_the_boards_unit_gives_no_right)
{
    static const AccessCase uses[] = {ACCESS_MARK, ACCESS_LOOK, ACCESS_ENACT,
                                      ACCESS_RECEIVE, ACCESS_STATUS};
    Land *l = land_open();
    const Register *r = &l->office.r;
    UnitId board = {unit_named(r, l->office.government.board)};
    Date day = {18470};
    l->office.r.grant_count = 0;
    uint32_t seen = 0;
    for (uint32_t p = 0; p < r->person_count; p++) {
        bool heads = unit_head(r, board, day).index == p;
        if (!below(r, r->people[p].unit.index, board.index)) continue;
        if (!served(r, p, day)) continue;
        seen += !heads;
        for (size_t i = 0; i < COUNT(uses); i++) {
            Err why = {0};
            ROW("%.*s, %s", STR_ARG(r->people[p].title),
                access_row(uses[i])->word);
            EXPECT(access_allows_unit(&l->world, uses[i], r->people[p].code,
                                      NO_UNIT, day, &why) == heads);
        }
    }
    EXPECT(seen > 10);
    arena_close(l->arena);
}

FACT(a_shared_device_reaches_its_unit_while_it_is_granted)
{
    Land *l = land_open();
    const Register *r = &l->office.r;
    UnitId unit = {unit_named(r, STR("disdukcapil"))};
    Date first = {18470}, last = {18480};
    l->grants[0] = (Grant){.person = NO_PERSON,
                           .role = GRANT_DEVICE,
                           .unit = unit,
                           .window = {first, last},
                           .device = STR("perangkat:pintu")};
    l->office.r.grant_count = 1;
    UnitId lower = {
        unit_named(r, STR("disdukcapil-pelayanan-pendaftaran-penduduk"))};
    UnitId other = {unit_named(r, STR("dishub"))};
    const struct {
        const char *actor;
        UnitId unit;
        Date day;
        bool may;
    } asked[] = {
        {"perangkat:pintu", unit, first, true},
        {"perangkat:pintu", lower, last, true},
        {"perangkat:pintu", other, first, false},
        {"perangkat:pintu", NO_UNIT, first, false},
        {"perangkat:pintu", unit, date_plus(first, -1), false},
        {"perangkat:pintu", unit, date_plus(last, 1), false},
        {"perangkat:pintu2", unit, first, false},
        {"perangkat:", unit, first, false},
    };
    for (size_t i = 0; i < COUNT(asked); i++) {
        Err why = {0};
        ROW("%zu: %s", i, asked[i].actor);
        EXPECT(access_allows_unit(&l->world, ACCESS_PRESENCE,
                                  str_of(asked[i].actor), asked[i].unit,
                                  asked[i].day, &why) == asked[i].may);
    }
    arena_close(l->arena);
}

FACT(each_kind_of_fact_has_one_use_case)
{
    uint64_t seen = 0;
    for (unsigned u = 0; u < ACCESS_COUNT; u++) {
        const AccessRow *row = access_row((AccessCase)u);
        ROW("%s", row->word);
        EXPECT((seen & row->kinds) == 0);
        EXPECT(row->roles != 0);
        EXPECT(row->who[LANG_ID][0] != '\0' && row->who[LANG_EN][0] != '\0');
        seen |= row->kinds;
    }
    for (unsigned k = 0; k < FACT_KIND_COUNT; k++)
        EXPECT((seen >> k & 1) == 1);
}

FACT(the_table_is_told_in_both_languages)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Buf id = buf_in(tmp);
    Buf en = buf_in(tmp);
    access_put_table(&id, LANG_ID);
    access_put_table(&en, LANG_EN);
    EXPECT_HAS(buf_str(&id), "meninjau laporan: atasan langsung (");
    EXPECT_HAS(buf_str(&en), "review reports: direct superior (");
}
