/* SPDX-License-Identifier: Apache-2.0 */
#include "app/move_keep.h"

#include "app/move_notice.h"
#include "base/vec.h"

#include <stdlib.h>

static int by_person(const void *a, const void *b)
{
    const CellMove *x = a;
    const CellMove *y = b;
    if (x->person.index != y->person.index)
        return x->person.index < y->person.index ? -1 : 1;
    return x->day < y->day ? -1 : x->day > y->day;
}

static PlanMove move_between(const Plan *before, const Plan *after, Date first)
{
    return (PlanMove){
        .government = before->government,
        .window = before->window,
        .first = first,
        .before = plan_mark(before),
        .after = plan_mark(after),
        .fresh = after->reason + before->reason_count,
    };
}

static bool is_forced(const MovedPlan *moved, PersonId person, uint32_t day)
{
    size_t low = 0, high = moved->cell_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const MovedCell *c = &moved->cells[middle];
        bool before = c->person.index != person.index
                          ? c->person.index < person.index
                          : c->day < day;
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return low < moved->cell_count &&
           moved->cells[low].person.index == person.index &&
           moved->cells[low].day == day && moved->cells[low].forced;
}

PlanMove move_keep(Arena *arena, const Plan *before, const MovedPlan *moved,
                   Date first)
{
    const Plan *after = &moved->plan;
    PlanMove move = move_between(before, after, first);
    CellMove *cells = NEW(arena, CellMove, moved->undo.cell_count + 1);
    for (size_t k = 0; k < moved->undo.cell_count; k++) {
        const UndoCell *was = &moved->undo.cells[k];
        size_t at = (size_t)was->person.index * after->day_count + was->day;
        cells[k] = (CellMove){
            .person = was->person,
            .day = was->day,
            .from = was->letter,
            .to = after->cells[at],
            .was = was->reason,
            .now = after->reasons[at],
            .forced = is_forced(moved, was->person, was->day),
        };
    }
    if (moved->undo.cell_count > 0)
        qsort(cells, moved->undo.cell_count, sizeof *cells, by_person);
    move.cells = cells;
    move.cell_count = moved->undo.cell_count;
    move.told = moved->notices;
    move.told_count = moved->notice_count;
    return move;
}

PlanMove move_keep_between(Arena *arena, const Register *r, const Plan *before,
                           const Plan *after, Date first)
{
    VEC(CellMove) cells = {0};
    VEC(MovedCell) moved = {0};
    size_t count = (size_t)before->person_count * before->day_count;
    for (size_t at = 0; at < count; at++) {
        CellMove c = {
            .person = {(uint32_t)(at / before->day_count)},
            .day = (uint32_t)(at % before->day_count),
            .from = before->cells[at],
            .to = after->cells[at],
            .was = before->reasons[at],
            .now = after->reasons[at],
        };
        if (c.from == c.to && c.was == c.now) continue;
        VEC_PUSH(arena, &cells, c);
        if (c.from != c.to)
            VEC_PUSH(arena, &moved,
                     ((MovedCell){c.person, c.day, c.from, c.to, false}));
    }
    MovedPlan as = {
        .plan = *after, .cells = moved.at, .cell_count = moved.count};
    move_notice(arena, r, &as);
    PlanMove move = move_between(before, after, first);
    move.cells = cells.at;
    move.cell_count = cells.count;
    move.told = as.notices;
    move.told_count = as.notice_count;
    return move;
}
