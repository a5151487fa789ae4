/* SPDX-License-Identifier: Apache-2.0 */
#include "app/draft_change.h"

enum { TRIES = 4 };

/* A version that no earlier draft of the month has had: whoever still shows
 * one of those is told.  Seconds since 2020. */
static uint32_t first_version(const LiveView *view)
{
    const int64_t begins = INT64_C(1577836800);
    int64_t now = live_view_now(view).us / 1000000 - begins;
    return now > 0 && now < INT32_MAX ? (uint32_t)now : 1;
}

static void begin(const LiveView *view, Draft *draft)
{
    if (draft->version > 0) return;
    draft->version = first_version(view);
    draft->id = live_new_id(view->live);
}

/* ---- kept ---------------------------------------------------------------- */

static bool keep(Arena *arena, const LiveView *view, const Draft *draft,
                 uint32_t before, DraftKeeps keeps, Err *err)
{
    Receipt receipt = {0};
    DraftSeen seen = draft_seen(arena, view, draft, before);
    Intent intent = {.government = view->office->government.code,
                     .guard = draft_seen_holds,
                     .context = &seen,
                     .keeps = keeps.at,
                     .keep_count = keeps.count};
    return store_write(live_store(view->live), &intent, &receipt, err);
}

static bool keep_changed(Arena *arena, const LiveView *view, const Draft *draft,
                         uint32_t before, Err *err)
{
    return keep(arena, view, draft, before,
                draft_keeps(draft, &view->office->r), err);
}

/* ---- overtaken ----------------------------------------------------------- */

static void tell_other(const Draft *draft, const DraftStep *step,
                       const DraftStepRow *row, DraftDone *out)
{
    for (uint32_t d = 0; d < DRAFT_DAYS; d++) {
        if (row->after[d] == DRAFT_UNTOUCHED) continue;
        Date day = date_plus(draft->days.first, (int32_t)d);
        DraftCell cell = {.person = row->person,
                          .day = day,
                          .to = draft_cell(draft, row->person, day)};
        VEC_PUSH(draft->arena, &out->others, cell);
        out->other = step->actor;
    }
}

/* Has somebody else changed it since? */
static bool is_overtaken(const Draft *draft, const DraftWish *wish,
                         DraftDone *out)
{
    if (!wish->sees || wish->seen == draft->version) return false;
    for (size_t i = 0; i < draft->steps.count; i++) {
        const DraftStep *step = &draft->steps.at[i];
        if (step->version <= wish->seen || str_is(step->actor, wish->actor))
            continue;
        for (size_t k = 0; k < step->rows.count; k++)
            tell_other(draft, step, &step->rows.at[k], out);
    }
    if (out->others.count == 0) return false;
    out->outcome = DRAFT_OVERTAKEN;
    return true;
}

/* ---- a change ------------------------------------------------------------ */

/* What comes to what is published needs no cell. */
static char cell_of(DraftLaw *law, const DraftCell *cell)
{
    if (cell->to == DRAFT_NONE) return DRAFT_NONE;
    bool so = draft_now(law, cell->person, cell->day) == draft_letter(cell->to);
    if (so) return DRAFT_NONE;
    return cell->to;
}

static size_t allowed(Arena *arena, DraftLaw *law, DraftCells cells,
                      DraftCell *good, DraftDone *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < cells.count; i++) {
        DraftRefusal refusal = {.cell = cells.at[i]};
        if (!draft_allows(law, &cells.at[i], refusal.said)) {
            VEC_PUSH(arena, &out->refused, refusal);
            continue;
        }
        good[kept] = cells.at[i];
        good[kept].to = cell_of(law, &cells.at[i]);
        kept++;
    }
    return kept;
}

typedef struct {
    DraftCells cells; /* of a change */
    bool back, redo;  /* instead */
} Turn;

static bool turn(Arena *arena, const LiveView *view, const DraftWish *wish,
                 const Turn *turn, Draft *draft, DraftDone *out)
{
    if (turn->back) return draft_undo(draft, wish->actor, turn->redo);
    DraftLaw law = draft_law(arena, view, wish->month, wish->actor);
    DraftCell *good = NEW(arena, DraftCell, turn->cells.count + 1);
    size_t count = allowed(arena, &law, turn->cells, good, out);
    if (count == 0) return false;
    begin(view, draft);
    return draft_step(draft, wish->actor, good, count);
}

static bool try_once(Arena *arena, const LiveView *view, const DraftWish *wish,
                     const Turn *what, Draft *draft, DraftDone *out, Err *err)
{
    *out = (DraftDone){.outcome = DRAFT_SAME};
    if (!draft_open(arena, view, wish->unit, wish->month, draft, err))
        return false;
    uint32_t before = draft->version;
    if (is_overtaken(draft, wish, out)) return true;
    if (!turn(arena, view, wish, what, draft, out)) return true;
    if (!keep_changed(arena, view, draft, before, err)) return false;
    out->outcome = DRAFT_CHANGED;
    return true;
}

/* Whoever wrote in between is read first. */
static bool change(Arena *arena, const LiveView *view, const DraftWish *wish,
                   const Turn *what, Draft *draft, DraftDone *out, Err *err)
{
    for (int i = 0; i < TRIES; i++) {
        Err why = {0};
        if (try_once(arena, view, wish, what, draft, out, &why)) return true;
        *err = why;
        if (why.kind != ERR_STALE) return false;
    }
    return false;
}

bool draft_change(Arena *arena, const LiveView *view, const DraftWish *wish,
                  DraftCells cells, Draft *draft, DraftDone *out, Err *err)
{
    Turn what = {.cells = cells};
    return change(arena, view, wish, &what, draft, out, err);
}

bool draft_turn_back(Arena *arena, const LiveView *view, const DraftWish *wish,
                     bool redo, Draft *draft, DraftDone *out, Err *err)
{
    Turn what = {.back = true, .redo = redo};
    return change(arena, view, wish, &what, draft, out, err);
}

bool draft_discard(Arena *arena, const LiveView *view, const DraftWish *wish,
                   Err *err)
{
    Draft draft;
    if (!draft_open(arena, view, wish->unit, wish->month, &draft, err))
        return false;
    if (draft.version == 0) return true;
    return keep(arena, view, &draft, draft.version,
                draft_keeps_none(&draft, &view->office->r), err);
}
