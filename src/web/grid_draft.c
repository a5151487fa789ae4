/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_draft.c - what is posted to a draft: cells, a step back, all away.
 */
#include "web/grid_part.h"

/* ---- saying it ----------------------------------------------------------- */

static const char *word_of(AskedStep step, const DraftDone *done)
{
    if (done->outcome == DRAFT_SAME) return "sama";
    switch (step) {
    case ASKED_UNDO: return "urung";
    case ASKED_REDO: return "ulang";
    case ASKED_DISCARD: return "dibuang";
    case ASKED_CHANGE: break;
    }
    return "diubah";
}

static int status_of(const DraftDone *done)
{
    if (done->outcome == DRAFT_OVERTAKEN) return err_http(ERR_STALE);
    return done->outcome == DRAFT_SAME && done->refused.count > 0 ? 422 : 200;
}

/* Back to the last cell that was changed. */
static Str path_after(const Grid *grid, const AskedCells *cells)
{
    Arena *arena = grid->v->arena;
    char iso[DATE_TEXT];
    if (cells->count == 0)
        return str_format(arena, "%.*s?%.*s", STR_ARG(grid->base),
                          STR_ARG(grid->query));
    const DraftCell *cell = &cells->at[cells->count - 1];
    Str code = grid->v->view->office->r.people[cell->person.index].code;
    return str_format(arena, "%.*s?%.*s&orang=%.*s&tgl=%s", STR_ARG(grid->base),
                      STR_ARG(grid->query), STR_ARG(address_part(arena, code)),
                      date_iso(cell->day, iso));
}

/* The draft as it was kept is laid over the month again. */
static void tell(Visit *v, AskedStep step, const AskedCells *cells,
                 const DraftDone *done)
{
    Grid grid;
    bool parts = grid_wants_parts(v);
    bool tells = done->outcome == DRAFT_OVERTAKEN || done->refused.count > 0;
    if (!grid_open(v, &grid)) return;
    if (!parts && !tells) {
        visit_go(v, path_after(&grid, cells), word_of(step, done));
        return;
    }
    grid.done = done;
    v->answer->status = status_of(done);
    if (parts)
        grid_show_parts(&grid);
    else
        grid_show(&grid);
}

void grid_change_cells(Visit *v)
{
    Err err = {0};
    Draft draft;
    AskedCells cells = {0};
    DraftDone done = {0};
    if (!asked_cells(v, visit_field(v, "alasan")->text, &cells)) return;
    if (asked_step_take(v, &cells, &draft, &done, &err))
        tell(v, asked_step(v), &cells, &done);
    else
        visit_refuse(v, &err);
}
