/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live_base.c - office, law and plans of a government as known now.
 */
#include "app/live_part.h"
#include "day/effects.h"

enum { FILES_BLOCK = 4 << 20, PLANS_BLOCK = 4 << 20, BASE_BLOCK = 1 << 20 };

/* ---- files -------------------------------------------------------------- */

/* What is wrong is said for the office's owner, who is not here. */
static bool say_fault(const LiveGovernment *g, const Office *office, Err *err)
{
    for (size_t i = 0; i < office->diags.list.count; i++) {
        const Diag *diag = &office->diags.list.at[i];
        if (diag->level != DIAG_ERROR) continue;
        (void)FAIL(err, ERR_INPUT, "%.*s: %.*s", STR_ARG(g->code),
                   STR_ARG(diag->said[LANG_EN]));
        return err_id(err, "%.*s: %.*s", STR_ARG(g->code),
                      STR_ARG(diag->said[LANG_ID]));
    }
    return false;
}

static LiveFiles *read_files(LiveGovernment *g, Err *err)
{
    LiveFiles *files = LIVE_PART(LiveFiles, FILES_BLOCK);
    Arena *arena = files->part.arena;
    DataFiles from = {0};
    if (data_berkas(arena, g->live->store, g->code, DATE_NEVER, &from, err) &&
        office_open_files(arena, &from, &files->office, err))
        return files;
    (void)say_fault(g, &files->office, err);
    live_files_give(files);
    return NULL;
}

/* ---- plans -------------------------------------------------------------- */

static LivePlans *read_plans(LiveGovernment *g, LiveFiles *files, Err *err)
{
    LivePlans *plans = LIVE_PART(LivePlans, PLANS_BLOCK);
    plans->files = live_files_hold(files);
    plans->office = files->office;
    plans->office.arena = plans->part.arena;
    plans->office.diags = diags_in(plans->part.arena);
    if (published_list(g->live->store, &plans->office, DATE_NEVER, &plans->list,
                       err))
        return plans;
    live_plans_give(plans);
    return NULL;
}

/* ---- law ---------------------------------------------------------------- */

static bool make_law(LiveGovernment *g, LiveBase *base, const LiveFrom *from,
                     Err *err)
{
    Office *office = &base->office;
    *office = base->files->office;
    office->arena = base->part.arena;
    office->diags = diags_in(base->part.arena);
    if (from->effect_count > 0 &&
        !effects_apply(office->arena, &base->files->office.r, from->effects,
                       from->effect_count, &office->r, err))
        return false;
    if (!data_admins(office, g->live->store, DATE_NEVER, err)) return false;
    return office_law(office, DATE_NEVER, &base->corpus, err) ||
           say_fault(g, office, err);
}

static bool fill(LiveGovernment *g, LiveBase *base, const LiveFrom *from,
                 Err *err)
{
    base->files =
        from->files != NULL ? live_files_hold(from->files) : read_files(g, err);
    if (base->files == NULL) return false;
    if (from->plans != NULL && from->plans->files == base->files) {
        live_part_hold(&from->plans->part);
        base->plans = from->plans;
    } else {
        base->plans = read_plans(g, base->files, err);
    }
    if (base->plans == NULL || !make_law(g, base, from, err)) return false;
    base->index = live_index_make(base->part.arena, &base->office.r, from->kept,
                                  from->kept_count);
    return true;
}

LiveBase *live_base_make(LiveGovernment *g, const LiveFrom *from, Err *err)
{
    LiveBase *base = LIVE_PART(LiveBase, BASE_BLOCK);
    live_shelf_init(&base->shelf);
    live_part_hold(&from->journal->part);
    base->journal = from->journal;
    if (!fill(g, base, from, err)) {
        live_base_give(base);
        return NULL;
    }
    base->number = ++g->law;
    return base;
}
