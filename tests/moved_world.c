/* SPDX-License-Identifier: Apache-2.0 */
#include "moved_world.h"

#include "app/move_keep.h"
#include "harness.h"

#include <stdlib.h>
#include <string.h>

Date moved_date(const char *text)
{
    Err err = {0};
    Date date = {0};
    EXPECT(date_parse(str_of(text), &date, &err));
    return date;
}

static MovedWorld *world_open(Arena *arena, const char *folder,
                              const char *from, const char *to)
{
    Err err = {0};
    MovedWorld *w = NEW(arena, MovedWorld, 1);
    RosterWish wish = make_roster_wish();
    (void)setenv("TATAKERJA_DATA", "data", 0);
    wish.window = (Window){moved_date(from), moved_date(to)};
    w->arena = arena;
    if (!EXPECT(office_open(arena, folder, &w->office, &err)) ||
        !EXPECT(make_roster(&w->office, &wish, &w->made, &err)) ||
        !EXPECT(w->made.solved && w->made.verified))
        exit(1);
    w->plan = w->made.demand.plan;
    return w;
}

MovedWorld *moved_balikpapan(Arena *arena)
{
    return world_open(arena, "examples/balikpapan", "2020-08-03", "2020-08-28");
}

MovedWorld *moved_kotim(Arena *arena)
{
    return world_open(arena, "examples/kotim", "2021-07-19", "2021-08-06");
}

MovedPlan *moved_by(MovedWorld *w, const Plan *before, Date now,
                    const PlanPin *pins, size_t count)
{
    Err err = {0};
    MovedPlan *m = NEW(w->arena, MovedPlan, 1);
    MoveWish wish = {.now = now, .pins = pins, .pin_count = count};
    if (!EXPECT(move_plan(&w->office, before, &wish, m, &err)))
        EXPECT_STR(err.text, "");
    else if (!EXPECT(m->verified))
        EXPECT_STR(m->audit_said[LANG_EN], "");
    return m;
}

static size_t cells_of(const Plan *plan)
{
    return (size_t)plan->person_count * plan->day_count;
}

bool moved_same_cells(const Plan *a, const Plan *b)
{
    return memcmp(a->cells, b->cells, cells_of(a)) == 0 &&
           memcmp(a->reasons, b->reasons, cells_of(a) * sizeof *a->reasons) ==
               0;
}

bool moved_same_files(MovedWorld *w, const Plan *a, const Plan *b)
{
    Buf one = buf_in(w->arena), two = buf_in(w->arena);
    const Problem *p = &w->made.demand.problem;
    plan_write_csv(a, &w->office.r, ' ', &one);
    plan_write_cert(a, p, &w->made.answer, &one);
    plan_write_csv(b, &w->office.r, ' ', &two);
    plan_write_cert(b, p, &w->made.answer, &two);
    return str_is(buf_str(&one), buf_str(&two));
}

bool moved_undo_gives_back(MovedWorld *w, const Plan *before,
                           const MovedPlan *m)
{
    Plan back = {0};
    move_plan_undo(w->arena, &m->plan, &m->undo, &back);
    return EXPECT(moved_same_files(w, before, &back));
}

size_t moved_consequences(const MovedPlan *m)
{
    size_t count = 0;
    for (size_t k = 0; k < m->cell_count; k++)
        count += !m->cells[k].forced;
    return count;
}

bool moved_only_listed(const Plan *before, const MovedPlan *m, Date now)
{
    size_t differing = 0;
    for (uint32_t p = 0; p < before->person_count; p++) {
        for (uint32_t d = 0; d < before->day_count; d++) {
            char from = plan_cell(before, (PersonId){p}, d);
            if (from == plan_cell(&m->plan, (PersonId){p}, d)) continue;
            differing++;
            if (!EXPECT(!date_before(before->days[d], now))) return false;
        }
    }
    return EXPECT_INT((int64_t)m->cell_count, (int64_t)differing);
}

PlanTold moved_notice_of(const MovedPlan *m, uint32_t person)
{
    for (size_t k = 0; k < m->notice_count; k++) {
        if (m->notices[k].person.index == person) return m->notices[k];
    }
    return (PlanTold){0};
}

uint32_t moved_in_turn(const Plan *plan, uint32_t from, uint32_t day,
                       char letter)
{
    for (uint32_t p = from; p < plan->person_count; p++) {
        size_t at = (size_t)p * plan->day_count + day;
        if (plan->cells[at] == letter &&
            plan->reason[plan->reasons[at]].step == STEP_TURN)
            return p;
    }
    CHECK(plan->person_count == 0);
    return 0;
}

/* What is kept of the move, read again and laid on, is the moved plan. */
static bool kept_gives_it(MovedWorld *w, const Plan *before, const MovedPlan *m)
{
    Err err = {0};
    Plan after = {0};
    Buf text = buf_in(w->arena);
    PlanMove move = move_keep(w->arena, before, m, before->window.first), read;
    move.version = 2;
    plan_move_write(&move, &w->office.r, &text);
    if (EXPECT(plan_move_read(w->arena, buf_str(&text), &w->office.r, &read,
                              &err)) &&
        EXPECT(plan_move_apply(w->arena, before, &read, &after, &err)))
        return EXPECT(moved_same_files(w, &after, &m->plan));
    EXPECT_STR(err.text, "");
    return false;
}

MovedPlan *moved_after(MovedWorld *w, const Plan *before,
                       const MoveEvent *event)
{
    move_event_put(w->arena, &w->office.r, event);
    MovedPlan *m = moved_by(w, before, event->window.first, NULL, 0);
    if (m->solved) {
        (void)moved_only_listed(before, m, event->window.first);
        (void)moved_undo_gives_back(w, before, m);
        (void)kept_gives_it(w, before, m);
    }
    return m;
}

MoveEvent moved_any_event(const MovedWorld *w, Rand *rand, uint32_t day)
{
    static const MoveEventKind kinds[] = {MOVE_RECALL, MOVE_LEAVE, MOVE_RETURN,
                                          MOVE_CLOSURE, MOVE_REOPENING};
    uint32_t who = rand_below(rand, w->plan.person_count);
    uint32_t length = rand_below(rand, 5);
    Date first = w->plan.days[day];
    return (MoveEvent){
        .kind = kinds[rand_below(rand, COUNT(kinds))],
        .person = {who              },
        .unit = w->office.r.work_unit_of[w->office.r.people[who].unit.index],
        .window = { first, date_plus(first, (int32_t)length)},
        .absence = ABSENCE_CUTI,
        .known = first,
    };
}
