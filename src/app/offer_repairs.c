/* SPDX-License-Identifier: Apache-2.0 */
#include "app/repair.h"

#include <stdlib.h>

/* ---- by price ---------------------------------------------------------- */

typedef struct {
    const Repair *repair;
    Str code; /* of the first person who moves */
    size_t at;
} Priced;

static int compare_numbers(int64_t x, int64_t y)
{
    return x < y ? -1 : x > y;
}

static int compare_priced(const void *a, const void *b)
{
    const Priced *x = a;
    const Priced *y = b;
    const RepairPrice *p = &x->repair->price;
    const RepairPrice *q = &y->repair->price;
    const int by[] = {
        compare_numbers((int64_t)p->over + p->wanting,
                        (int64_t)q->over + q->wanting),
        compare_numbers(p->rules, q->rules),
        compare_numbers(p->cells, q->cells),
        compare_numbers(p->squares, q->squares),
        compare_numbers((int64_t)x->repair->kind, (int64_t)y->repair->kind),
        str_order(x->code, y->code),
        compare_numbers((int64_t)x->at, (int64_t)y->at),
    };
    for (size_t k = 0; k < COUNT(by); k++) {
        if (by[k] != 0) return by[k];
    }
    return 0;
}

void repair_take(const Register *register_of, Repair *list, size_t count,
                 Repairs *out)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)1 << 12);
    Priced *rows = NEW(scratch, Priced, count + 1);
    for (size_t i = 0; i < count; i++) {
        rows[i] = (Priced){
            &list[i], {"", 0},
             i
        };
        if (list[i].move_count > 0)
            rows[i].code =
                register_of->people[list[i].moves[0].person.index].code;
    }
    qsort(rows, count, sizeof *rows, compare_priced);
    *out = (Repairs){0};
    for (size_t i = 0; i < count && i < REPAIRS_MOST; i++)
        out->at[out->count++] = *rows[i].repair;
}

/* ---- the offers -------------------------------------------------------- */

static bool is_broken(RepairBoard *board, const Broken *broken)
{
    Broken found[BROKEN_MOST];
    uint32_t count = repair_find(board, found);
    for (uint32_t i = 0; i < count; i++) {
        const Broken *b = &found[i];
        if (b->kind == broken->kind && b->day == broken->day &&
            b->cap.index == broken->cap.index &&
            b->unit.index == broken->unit.index &&
            b->counter == broken->counter && b->by == broken->by)
            return true;
    }
    return false;
}

static bool refuse_sound(RepairBoard *board, Err *err)
{
    return office_refuse(
        board->office, "perbaikan-03",
        STR("di situ tidak ada yang perlu diperbaiki pada hari itu"),
        STR("nothing there needs mending on that day"), err);
}

bool offer_repairs(RepairBoard *board, const Broken *broken, Repairs *out,
                   Err *err)
{
    Repairing r = {.board = board, .broken = broken};
    if (!is_broken(board, broken)) return refuse_sound(board, err);
    switch (broken->kind) {
    case BROKEN_CAP: repair_cap(&r); break;
    case BROKEN_COUNTER: repair_counter(&r); break;
    }
    repair_take(board->corpus.r, r.list.at, r.list.count, out);
    return true;
}

bool repair_apply(RepairBoard *board, const Repair *repair, Plan *out, Err *err)
{
    if (repair->kind == REPAIR_RECALL)
        return office_refuse(
            board->office, "perbaikan-04",
            STR("panggilan dicatat sebagai peristiwa, bukan sebagai perubahan "
                "jadwal"),
            STR("a call is kept as an event, not as a change of the plan"),
            err);
    return seating_moved(board->office->arena, &board->seating, repair->moves,
                         repair->move_count, out, err);
}
