/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_draft.c - what is posted to a draft: cells, a step back, all away.
 */
#include "web/grid_part.h"

/* ---- cells --------------------------------------------------------------- */

typedef VEC(DraftCell) Cells;

static bool take_cells(Visit *v, Cells *out)
{
    const FieldValue *sel = visit_field(v, "sel");
    Str reason = visit_field(v, "alasan")->text;
    for (size_t i = 0; i < sel->many_count; i++) {
        DraftCell cell = {0};
        if (!draft_cell_parse(&v->view->office->r, sel->many[i], reason,
                              &cell)) {
            visit_refuse_with(v, ERR_INPUT,
                              "sel: pegawai, tanggal atau huruf tidak dikenal",
                              "sel: no such person, day or letter");
            return false;
        }
        VEC_PUSH(v->arena, out, cell);
    }
    return true;
}

/* ---- doing it ------------------------------------------------------------ */

typedef enum { DO_CHANGE, DO_UNDO, DO_REDO, DO_DISCARD } Doing;

static Doing doing_of(const Visit *v)
{
    Str word = visit_field(v, "aksi")->text;
    if (str_is(word, STR("urung"))) return DO_UNDO;
    if (str_is(word, STR("ulang"))) return DO_REDO;
    if (str_is(word, STR("buang"))) return DO_DISCARD;
    return DO_CHANGE;
}

static DraftWish wish_of(const Visit *v, UnitId unit)
{
    const FieldValue *seen = visit_field(v, "versi");
    return (DraftWish){.unit = unit,
                       .month = visit_field(v, GRID_MONTH)->days,
                       .actor = v->actor,
                       .sees = seen->given,
                       .seen = (uint32_t)seen->number};
}

static bool act(Visit *v, Doing doing, const Cells *cells, DraftDone *done,
                Err *err)
{
    Draft draft;
    DraftWish wish = wish_of(v, v->unit);
    if (doing == DO_DISCARD) {
        done->outcome = DRAFT_CHANGED;
        return draft_discard(v->arena, v->view, &wish, err);
    }
    if (doing == DO_CHANGE)
        return draft_change(v->arena, v->view, &wish,
                            (DraftCells){cells->at, cells->count}, &draft, done,
                            err);
    return draft_turn_back(v->arena, v->view, &wish, doing == DO_REDO, &draft,
                           done, err);
}

/* ---- saying it ----------------------------------------------------------- */

static const char *word_of(Doing doing, const DraftDone *done)
{
    if (done->outcome == DRAFT_SAME) return "sama";
    switch (doing) {
    case DO_UNDO: return "urung";
    case DO_REDO: return "ulang";
    case DO_DISCARD: return "dibuang";
    case DO_CHANGE: break;
    }
    return "diubah";
}

static int status_of(const DraftDone *done)
{
    if (done->outcome == DRAFT_OVERTAKEN) return err_http(ERR_STALE);
    return done->outcome == DRAFT_SAME && done->refused.count > 0 ? 422 : 200;
}

/* Back to the last cell that was changed. */
static Str path_after(const Grid *grid, const Cells *cells)
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
static void tell(Visit *v, Doing doing, const Cells *cells,
                 const DraftDone *done)
{
    Grid grid;
    bool parts = grid_wants_parts(v);
    bool tells = done->outcome == DRAFT_OVERTAKEN || done->refused.count > 0;
    if (!grid_open(v, &grid)) return;
    if (!parts && !tells) {
        visit_go(v, path_after(&grid, cells), word_of(doing, done));
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
    Cells cells = {0};
    DraftDone done = {0};
    Doing doing = doing_of(v);
    if (!take_cells(v, &cells)) return;
    if (!act(v, doing, &cells, &done, &err)) {
        visit_refuse(v, &err);
        return;
    }
    tell(v, doing, &cells, &done);
}
