/* SPDX-License-Identifier: Apache-2.0 */
#include "app/draft_mend.h"

#include <string.h>

/* The published plan with the fixed cells of the draft in it. */
static Plan plan_with(Arena *arena, const Plan *plan, const Draft *draft)
{
    Plan with = *plan;
    size_t count = (size_t)plan->person_count * plan->day_count;
    char *cells = NEW(arena, char, count + 1);
    if (count > 0) memcpy(cells, plan->cells, count);
    for (size_t i = 0; i < draft->rows.count; i++) {
        const DraftRow *row = &draft->rows.at[i];
        for (uint32_t d = 0; d < DRAFT_DAYS; d++) {
            uint32_t at =
                plan_day(plan, date_plus(draft->days.first, (int32_t)d));
            bool fixed =
                row->cells[d] != DRAFT_NONE && !draft_is_aside(row->cells[d]);
            if (fixed && at != NO_INDEX)
                cells[(size_t)row->person.index * plan->day_count + at] =
                    draft_letter(row->cells[d]);
        }
    }
    with.cells = cells;
    return with;
}

bool draft_broken(Arena *arena, LiveView *view, const Draft *draft, Date day,
                  DraftBroken *out, Err *err)
{
    const Published *published = published_on(view->plans, day);
    *out = (DraftBroken){0};
    if (published == NULL) return true;
    RecordWorld world = live_world(view, arena);
    Plan *plan = NEW(arena, Plan, 1);
    RepairBoard *board = NEW(arena, RepairBoard, 1);
    *plan = plan_with(arena, &published->plan, draft);
    if (!repair_board_open(world.office, plan, DATE_NEVER, day, board, err))
        return false;
    out->board = board;
    out->count = repair_find(board, out->broken);
    return true;
}
