/* SPDX-License-Identifier: Apache-2.0 */
#include "app/unit_month_part.h"

/*
 * Shifts as published.  What a draft changes is dealt when it is published:
 * until then its cell has none.
 */

static bool has_shift(const UnitMonthCell *cell)
{
    bool in = cell->letter == PLACED_OFFICE || cell->letter == PLACED_USUAL;
    return in && (cell->marks & (UNIT_MONTH_CALLED | UNIT_MONTH_DRAFT)) == 0;
}

void unit_month_shifts(UnitMonthMaking *m)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    const Shift *shifts = live_shifts(tmp, m->view, m->law);
    for (uint32_t i = 0; shifts != NULL && i < m->month->row_count; i++) {
        UnitMonthRow *row = &m->month->rows[i];
        UnitMonthCell *cell = &row->cells[m->day];
        if (!has_shift(cell)) continue;
        cell->shift = shifts[row->person.index].number;
        shift_key_add(&m->month->shifts, &shifts[row->person.index]);
    }
}
