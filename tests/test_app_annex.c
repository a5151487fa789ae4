/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The code under a printed annex: it follows the document that published the
 * plan, and tells whether the paper is still right.
 */
#include "app/annex_code.h"
#include "harness.h"
#include "web_world.h"

#include <string.h>

typedef struct {
    WebWorld *web;
    LiveView view;
    Arena *arena;
} World;

static void take(World *w)
{
    Err err = {0};
    EXPECT(live_take(w->web->house.live, STR("contoh"), &w->view, &err));
}

static World open_world(const char *name)
{
    World w = {.web = web_world_open(name)};
    w.arena = w.web->arena;
    take(&w);
    return w;
}

static void close_world(World *w)
{
    live_give(&w->view);
    web_world_close(w->web);
}

static UnitId unit_of(const World *w, const char *code)
{
    return (UnitId){map_find(&w->view.office->r.unit_codes, str_of(code))};
}

static Date august(void)
{
    Date day = {0};
    EXPECT(date_of(2020, 8, 15, &day));
    return day;
}

static Str code_of(const World *w, uint32_t version, const char *unit)
{
    AnnexOf of = {&w->view.plans->at[0], version, unit_of(w, unit), august()};
    return annex_code(w->arena, w->view.office, &of);
}

static AnnexFound find(const World *w, Str typed)
{
    return annex_code_find(w->arena, w->view.office, w->view.plans, typed);
}

static PersonId person_of(const World *w, const char *code)
{
    return (PersonId){map_find(&w->view.office->r.person_codes, str_of(code))};
}

/* The first day from the 10th on that the person is planned at home. */
static Date day_at_home(const World *w, const char *who)
{
    Date day = {0};
    EXPECT(date_of(2020, 8, 10, &day));
    for (int i = 0; i < 15; i++, day = date_plus(day, 1)) {
        if (live_plan_cell(&w->view, person_of(w, who), day) == PLACED_HOME)
            return day;
    }
    EXPECT(false);
    return day;
}

/* Somebody is recalled on a day at home: the plan becomes another version. */
static void recall(World *w, const char *who)
{
    char day[DATE_TEXT];
    (void)date_iso(day_at_home(w, who), day);
    const char *fields =
        str_c(w->arena,
              str_format(w->arena, "pegawai=%s;mulai=%s;sampai=%s;isi=rapat",
                         who, day, day));
    live_give(&w->view);
    (void)web_world_say(w->web, "H", "panggilan", fields);
    take(w);
}

FACT(a_code_is_found_again_with_what_it_is_of)
{
    World w = open_world("annex-found");
    Str code = code_of(&w, 1, "s1");
    EXPECT_INT((int64_t)code.len, ANNEX_CODE_TEXT);
    AnnexFound found = find(&w, code);
    EXPECT_INT(found.state, ANNEX_LAST);
    EXPECT_INT(found.of.version, 1);
    EXPECT_INT(found.of.unit.index, unit_of(&w, "s1").index);
    EXPECT_INT(window_days(found.days), 26); /* 3 to 28 August */
    EXPECT(found.put.us > 0);
    close_world(&w);
}

FACT(each_unit_has_a_code_of_its_own)
{
    World w = open_world("annex-units");
    static const char *const units[] = {"kota", "dinas", "s1", "s2", "upt"};
    for (size_t i = 0; i < COUNT(units); i++) {
        ROW("%s", units[i]);
        Str code = code_of(&w, 1, units[i]);
        EXPECT_INT(find(&w, code).of.unit.index, unit_of(&w, units[i]).index);
        for (size_t k = 0; k < i; k++)
            EXPECT(!str_is(code, code_of(&w, 1, units[k])));
    }
    close_world(&w);
}

/* As it is read aloud, typed on a phone, or misread. */
FACT(a_code_is_taken_as_people_type_it)
{
    World w = open_world("annex-typed");
    Str code = code_of(&w, 1, "dinas");
    char small[ANNEX_CODE_TEXT + 1] = {0};
    memcpy(small, code.ptr, code.len);
    for (size_t i = 0; i < code.len; i++) {
        char c = small[i];
        if (c >= 'A' && c <= 'Z') small[i] = (char)(c - 'A' + 'a');
        if (c == '1') small[i] = 'l';
        if (c == '0') small[i] = 'O';
        if (c == '-') small[i] = ' ';
    }
    EXPECT_INT(find(&w, str_of(small)).state, ANNEX_LAST);
    close_world(&w);
}

FACT(any_one_wrong_letter_is_seen_and_any_two_swapped)
{
    static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    World w = open_world("annex-wrong");
    Str code = code_of(&w, 1, "upt");
    char typed[ANNEX_CODE_TEXT + 1] = {0};
    for (size_t i = 0; i < code.len; i++) {
        if (code.ptr[i] == '-') continue;
        for (size_t k = 0; k < 32; k++) {
            memcpy(typed, code.ptr, code.len);
            if (typed[i] == letters[k]) continue;
            typed[i] = letters[k];
            if (find(&w, str_of(typed)).state != ANNEX_MISTYPED)
                EXPECT_STR(str_of(typed), "");
        }
    }
    for (size_t i = 0; i + 1 < code.len; i++) {
        memcpy(typed, code.ptr, code.len);
        typed[i] = code.ptr[i + 1];
        typed[i + 1] = code.ptr[i];
        bool same =
            typed[i] == typed[i + 1] || typed[i] == '-' || typed[i + 1] == '-';
        EXPECT(same || find(&w, str_of(typed)).state == ANNEX_MISTYPED);
    }
    close_world(&w);
}

static const char *const mistyped[] = {
    "",
    "K7QD",
    "----",
    "K7QD-3MXA-9PT",
    "K7QD-3MXA-9PTCC",
    "U7QD-3MXA-9PTC",
    "K7QD 3MXA 9PT!",
};

FACT(what_is_no_code_is_said_to_be_none)
{
    World w = open_world("annex-none");
    for (size_t i = 0; i < COUNT(mistyped); i++) {
        ROW("%s", mistyped[i]);
        EXPECT_INT(find(&w, str_of(mistyped[i])).state, ANNEX_MISTYPED);
    }
    EXPECT_INT(find(&w, STR("0000-0000-0000")).state, ANNEX_UNKNOWN);
    close_world(&w);
}

FACT(a_plan_that_moved_has_another_code_and_the_old_one_says_so)
{
    World w = open_world("annex-moved");
    Str s1 = code_of(&w, 1, "s1"), upt = code_of(&w, 1, "upt");
    recall(&w, "A");
    const Published *plan = &w.view.plans->at[0];
    if (!EXPECT(published_version(plan) >= 2)) return;
    uint32_t last = published_version(plan);
    EXPECT(!str_is(code_of(&w, last, "s1"), s1));
    EXPECT_INT(find(&w, code_of(&w, last, "s1")).state, ANNEX_LAST);
    EXPECT_INT(find(&w, code_of(&w, last, "s1")).of.version, last);
    AnnexFound old = find(&w, s1);
    EXPECT_INT(old.state, ANNEX_OLDER);
    EXPECT_INT(old.last, last);
    EXPECT(!old.replaced);
    EXPECT(old.put.us < old.last_put.us);
    EXPECT_INT(find(&w, upt).state, ANNEX_SAME);
    close_world(&w);
}
