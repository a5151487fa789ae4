/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_move_plan.c - a published plan of a whole government meets events.
 *
 * SOAK=1 in the environment tries ten times as many.
 */
#include "base/file.h"
#include "cli/clash_text.h"
#include "harness.h"
#include "moved_world.h"

#include <stdio.h>

/* ---- nothing happens --------------------------------------------------- */

static const struct {
    const char *name;
    MovedOpen *open;
} worlds[] = {
    {"balikpapan", moved_balikpapan},
    {"kotim",      moved_kotim     },
};

FACT(no_event_no_change)
{
    for (size_t k = 0; k < COUNT(worlds); k++) {
        ROW("%s", worlds[k].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        MovedWorld *w = worlds[k].open(arena);
        MovedPlan *m = moved_by(w, &w->plan, w->plan.days[5], NULL, 0);
        EXPECT(m->solved);
        EXPECT_INT((int64_t)m->cell_count, 0);
        EXPECT_INT((int64_t)m->undo.cell_count, 0);
        EXPECT_INT((int64_t)m->notice_count, 0);
        EXPECT(moved_same_cells(&w->plan, &m->plan));
        EXPECT(moved_same_files(w, &w->plan, &m->plan));
    }
}

/* ---- one event --------------------------------------------------------- */

FACT(a_recall_moves_the_person_and_nobody_else)
{
    for (size_t k = 0; k < COUNT(worlds); k++) {
        ROW("%s", worlds[k].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        MovedWorld *w = worlds[k].open(arena);
        uint32_t who = moved_in_turn(&w->plan, 1000, 9, PLACED_HOME);
        Date day = w->plan.days[9];
        MoveEvent recall = {
            .kind = MOVE_RECALL,
            .person = {who },
            .window = { day, day},
            .known = date_plus(day, -1),
        };
        MovedPlan *m = moved_after(w, &w->plan, &recall);
        EXPECT_INT((int64_t)m->cell_count, 1);
        EXPECT_INT(m->cells[0].person.index, who);
        EXPECT(m->cells[0].from == PLACED_HOME);
        EXPECT(m->cells[0].to == PLACED_OFFICE && m->cells[0].forced);
        EXPECT_INT(m->changed, 0);
        PersonId superior = person_superior(&w->office.r, (PersonId){who}, day);
        EXPECT(moved_notice_of(m, who).own);
        EXPECT(superior.index == NO_INDEX ||
               moved_notice_of(m, superior.index).superior);
    }
}

FACT(leave_and_return_come_back_to_the_plan)
{
    for (size_t k = 0; k < COUNT(worlds); k++) {
        ROW("%s", worlds[k].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        MovedWorld *w = worlds[k].open(arena);
        uint32_t who = moved_in_turn(&w->plan, 2000, 9, PLACED_OFFICE);
        Window days = {w->plan.days[9], w->plan.days[13]};
        MoveEvent leave = {
            .kind = MOVE_LEAVE,
            .person = {who},
            .window = days,
            .absence = ABSENCE_SAKIT,
            .known = days.first,
        };
        MoveEvent back = leave;
        back.kind = MOVE_RETURN;
        MovedPlan *m = moved_after(w, &w->plan, &leave);
        EXPECT(m->solved && m->cell_count > 0);
        EXPECT_INT((int64_t)moved_consequences(m), m->changed);
        MovedPlan *n = moved_after(w, &m->plan, &back);
        EXPECT(n->solved);
        EXPECT_INT((int64_t)(n->cell_count - moved_consequences(n)),
                   (int64_t)(m->cell_count - moved_consequences(m)));
        EXPECT_INT(n->changed, 0);
        EXPECT_INT(plan_cell(&n->plan, (PersonId){who}, 9), PLACED_OFFICE);
    }
}

/* A unit kerja with people in turn. */
static UnitId some_unit(const MovedWorld *w, uint32_t from)
{
    uint32_t who = moved_in_turn(&w->plan, from, 9, PLACED_OFFICE);
    UnitId unit = w->office.r.people[who].unit;
    return w->office.r.work_unit_of[unit.index];
}

FACT(closure_and_reopening_tell_everybody_of_the_unit)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    MovedWorld *w = moved_balikpapan(arena);
    UnitId unit = some_unit(w, 3000);
    MoveEvent shut = {
        .kind = MOVE_CLOSURE,
        .unit = unit,
        .person = NO_PERSON,
        .window = {w->plan.days[9], w->plan.days[11]},
        .known = w->plan.days[9],
    };
    MoveEvent open = shut;
    open.kind = MOVE_REOPENING;
    open.window = (Window){w->plan.days[10], w->plan.days[10]};
    MovedPlan *m = moved_after(w, &w->plan, &shut);
    size_t staff = 0, told = 0;
    for (uint32_t p = 0; p < w->plan.person_count; p++) {
        UnitId of = w->office.r.work_unit_of[w->office.r.people[p].unit.index];
        if (of.index != unit.index) continue;
        staff++;
        told += moved_notice_of(m, p).unit;
        EXPECT_INT(plan_cell(&m->plan, (PersonId){p}, 9), PLACED_CLOSED);
    }
    printf("a unit of %zu shut: %zu cells, %zu people told\n", staff,
           m->cell_count, m->notice_count);
    EXPECT(staff > 1);
    EXPECT_INT((int64_t)told, (int64_t)staff);
    MovedPlan *n = moved_after(w, &m->plan, &open);
    EXPECT(n->solved && n->cell_count > 0);
    for (size_t k = 0; k < n->cell_count; k++)
        EXPECT(n->cells[k].from == PLACED_CLOSED);
    EXPECT_INT(n->changed, 0);
}

/* ---- another letter ---------------------------------------------------- */

/* The text with `from` replaced by `to`; CHECKs that it is there. */
static Str replaced(Arena *arena, Str text, Str from, Str to)
{
    size_t at = str_find(text, from, 0);
    CHECK(at != SIZE_MAX);
    Str head = str_slice(text, 0, at);
    Str tail = str_slice(text, at + from.len, text.len);
    return str_format(arena, "%.*s%.*s%.*s", STR_ARG(head), STR_ARG(to),
                      STR_ARG(tail));
}

/* Put in the place of "paling banyak 50%". */
static bool amend(MovedWorld *w, const char *words)
{
    CorpusInput *letter = NULL, amended = {0};
    Err err = {0};
    for (size_t k = 0; k < w->office.letter_count; k++) {
        if (str_find(w->office.letters[k].source->text,
                     STR("paling banyak 50%"), 0) != SIZE_MAX)
            letter = &w->office.letters[k];
    }
    if (!EXPECT(letter != NULL)) return false;
    const char *path = file_path(w->arena, harness_folder(), "amended.edaran");
    Str text = replaced(w->arena, letter->source->text,
                        STR("paling banyak 50%"), str_of(words));
    if (!EXPECT(file_write(path, text, &err)) ||
        !EXPECT(office_read_letter(w->arena, path, STR("amended.edaran"),
                                   &amended, &w->office.diags, &err)))
        return false;
    office_put_letter(&w->office, amended);
    return true;
}

FACT(a_lower_cap_drops_as_few_as_it_must)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    MovedWorld *w = moved_balikpapan(arena);
    Date now = w->plan.days[10];
    if (!amend(w, "paling banyak 40%")) return;
    MovedPlan *m = moved_by(w, &w->plan, now, NULL, 0);
    EXPECT(m->solved && m->changed > 0);
    EXPECT_INT(m->changed, (int64_t)m->cell_count);
    for (size_t k = 0; k < m->cell_count; k++)
        EXPECT(m->cells[k].to == PLACED_HOME && !m->cells[k].forced);
    (void)moved_only_listed(&w->plan, m, now);
    (void)moved_undo_gives_back(w, &w->plan, m);
    printf("50 to 40 per cent: %zu cells, %zu people told\n", m->cell_count,
           m->notice_count);
}

FACT(a_clash_is_an_answer_with_the_rules_of_it)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    MovedWorld *w = moved_balikpapan(arena);
    if (!amend(w, "paling sedikit 95%")) return;
    MovedPlan *m = moved_by(w, &w->plan, w->plan.days[10], NULL, 0);
    EXPECT(!m->solved && !m->made.solved);
    EXPECT(m->made.clash.demand_count > 0);
    EXPECT(m->made.clash.asked > m->made.clash.left);
    EXPECT_INT((int64_t)m->cell_count, 0);
    Buf id = buf_in(arena), en = buf_in(arena);
    clash_text(&m->made, LANG_ID, &id);
    clash_text(&m->made, LANG_EN, &en);
    EXPECT_HAS(buf_str(&en), "rule ");
    EXPECT_HAS(buf_str(&id), "aturan ");
}

/* ---- pins -------------------------------------------------------------- */

FACT(a_pin_is_kept_and_costs_the_fewest_changes)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    MovedWorld *w = moved_balikpapan(arena);
    uint32_t who = moved_in_turn(&w->plan, 4000, 9, PLACED_HOME);
    PlanPin pin = {{who}, w->plan.days[9], PLACED_OFFICE};
    MovedPlan *m = moved_by(w, &w->plan, w->plan.days[5], &pin, 1);
    EXPECT(m->solved);
    EXPECT_INT(plan_cell(&m->plan, (PersonId){who}, 9), PLACED_OFFICE);
    EXPECT(m->cell_count >= 1 && m->cell_count <= 2);
    (void)moved_only_listed(&w->plan, m, w->plan.days[5]);
    (void)moved_undo_gives_back(w, &w->plan, m);
    PlanPin home = {{who}, w->plan.days[9], PLACED_HOME};
    MovedPlan *n = moved_by(w, &m->plan, w->plan.days[5], &home, 1);
    EXPECT_INT(plan_cell(&n->plan, (PersonId){who}, 9), PLACED_HOME);
    EXPECT(n->cell_count >= 1 && n->cell_count <= 2);
}

static void expect_refused(MovedWorld *w, const PlanPin *pins, size_t count,
                           const char *en, const char *id)
{
    Err err = {0};
    MovedPlan *m = NEW(w->arena, MovedPlan, 1);
    MoveWish wish = {.now = w->plan.days[5], .pins = pins, .pin_count = count};
    EXPECT(!move_plan(&w->office, &w->plan, &wish, m, &err));
    EXPECT_HAS(err.text, en);
    EXPECT_HAS(err.id, id);
}

FACT(a_pin_that_breaks_a_rule_is_refused_by_that_rule)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    MovedWorld *w = moved_balikpapan(arena);
    uint32_t who = moved_in_turn(&w->plan, 4000, 9, PLACED_HOME);
    uint32_t must = 0;
    for (; must < w->plan.person_count; must++) {
        size_t at = (size_t)must * w->plan.day_count + 9;
        if (w->plan.reason[w->plan.reasons[at]].step == STEP_MUST) break;
    }
    const PlanPin past = {{who}, w->plan.days[2], PLACED_HOME};
    const PlanPin late = {{who}, moved_date("2021-01-01"), PLACED_HOME};
    const PlanPin law = {{must}, w->plan.days[9], PLACED_HOME};
    const PlanPin both[] = {
        {{who}, w->plan.days[9], PLACED_HOME  },
        {{who}, w->plan.days[9], PLACED_OFFICE}
    };
    expect_refused(w, &past, 1, "the day is past", "sudah lewat");
    expect_refused(w, &late, 1, "not in the plan", "di luar jadwal");
    expect_refused(w, &law, 1, "rule ", "aturan ");
    expect_refused(w, both, 2, "to another place", "di tempat lain");

    /* Everybody of one cap in the office at once. */
    VEC(PlanPin) all = {0};
    UnitId unit = some_unit(w, 4000);
    for (uint32_t p = 0; p < w->plan.person_count; p++) {
        UnitId of = w->office.r.work_unit_of[w->office.r.people[p].unit.index];
        char letter = plan_cell(&w->plan, (PersonId){p}, 9);
        size_t at = (size_t)p * w->plan.day_count + 9;
        bool turn = w->plan.reason[w->plan.reasons[at]].step == STEP_TURN;
        if (of.index == unit.index && letter != PLACED_NONE && turn)
            VEC_PUSH(arena, &all,
                     ((PlanPin){{p}, w->plan.days[9], PLACED_OFFICE}));
    }
    expect_refused(w, all.at, all.count, "that breaks rule",
                   "melanggar aturan");
}

/* ---- at random --------------------------------------------------------- */

FACT(many_events_one_after_another_are_proved_and_undone)
{
    for (size_t k = 0; k < COUNT(worlds); k++) {
        ROW("%s", worlds[k].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        MovedWorld *w = worlds[k].open(arena);
        Rand rand = rand_seeded(31 + k);
        Plan plan = w->plan;
        size_t cells = 0, clashes = 0, others = 0;
        for (int e = 0; e < harness_trials(8); e++) {
            MoveEvent event =
                moved_any_event(w, &rand, 3 + rand_below(&rand, 10));
            MovedPlan *m = moved_after(w, &plan, &event);
            clashes += !m->solved;
            if (!m->solved) continue;
            cells += m->cell_count;
            others += moved_consequences(m);
            plan = m->plan;
        }
        printf("%zu cells moved, of these %zu by the roster; %zu clashes\n",
               cells, others, clashes);
    }
}

FACT(the_same_event_gives_the_same_bytes)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    MovedWorld *w = moved_kotim(arena);
    Rand rand = rand_seeded(41);
    MoveEvent event = moved_any_event(w, &rand, 6);
    event.kind = MOVE_LEAVE;
    MovedPlan *m = moved_after(w, &w->plan, &event);
    MovedPlan *n = moved_by(w, &w->plan, event.window.first, NULL, 0);
    EXPECT(moved_same_files(w, &m->plan, &n->plan));
    EXPECT_INT((int64_t)m->cell_count, (int64_t)n->cell_count);
}

FACT(a_plan_of_another_register_is_refused)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    MovedWorld *w = moved_kotim(arena);
    Err err = {0};
    MovedPlan *m = NEW(arena, MovedPlan, 1);
    MoveWish late = {
        .now = moved_date("2022-01-01"), .pins = NULL, .pin_count = 0};
    EXPECT(!move_plan(&w->office, &w->plan, &late, m, &err));
    EXPECT_HAS(err.text, "every day of the plan is past");
    Plan other = w->plan;
    MoveWish wish = {.now = w->plan.days[0], .pins = NULL, .pin_count = 0};
    other.government = STR("balikpapan");
    EXPECT(!move_plan(&w->office, &other, &wish, m, &err));
    EXPECT(err.kind == ERR_STALE);
    EXPECT_HAS(err.id, "register lain");
}
