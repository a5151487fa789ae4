/* SPDX-License-Identifier: Apache-2.0 */
#include "app/live_part.h"

#include <stdlib.h>

void live_lock(pthread_mutex_t *lock)
{
    CHECK(pthread_mutex_lock(lock) == 0);
}

void live_unlock(pthread_mutex_t *lock)
{
    CHECK(pthread_mutex_unlock(lock) == 0);
}

/* ---- parts -------------------------------------------------------------- */

void *live_part_new(size_t size, size_t block)
{
    Arena *arena = arena_open(block);
    LivePart *part = arena_bytes(arena, 1, size, _Alignof(max_align_t));
    atomic_init(&part->holders, 1);
    part->arena = arena;
    return part;
}

void live_part_hold(LivePart *part)
{
    (void)atomic_fetch_add_explicit(&part->holders, 1, memory_order_relaxed);
}

/* Who gives last must see all that the others did before they gave. */
bool live_part_last(LivePart *part)
{
    return atomic_fetch_sub_explicit(&part->holders, 1, memory_order_acq_rel) ==
           1;
}

/* ---- each kind ---------------------------------------------------------- */

LiveFiles *live_files_hold(LiveFiles *files)
{
    live_part_hold(&files->part);
    return files;
}

void live_files_give(LiveFiles *files)
{
    if (files != NULL && live_part_last(&files->part))
        arena_close(files->part.arena);
}

void live_journal_give(LiveJournal *journal)
{
    if (journal != NULL && live_part_last(&journal->part))
        arena_close(journal->part.arena);
}

void live_plans_give(LivePlans *plans)
{
    if (plans == NULL || !live_part_last(&plans->part)) return;
    live_files_give(plans->files);
    arena_close(plans->part.arena);
}

void live_base_give(LiveBase *base)
{
    if (base == NULL || !live_part_last(&base->part)) return;
    live_shelf_done(&base->shelf);
    live_plans_give(base->plans);
    live_files_give(base->files);
    live_journal_give(base->journal);
    arena_close(base->part.arena);
}

void live_troubles_give(LiveTroubles *troubles)
{
    if (troubles != NULL && live_part_last(&troubles->part))
        arena_close(troubles->part.arena);
}

void live_snapshot_give(LiveSnapshot *snapshot)
{
    if (snapshot == NULL || !live_part_last(&snapshot->part)) return;
    live_troubles_give(snapshot->troubles);
    live_base_give(snapshot->base);
    arena_close(snapshot->part.arena);
}

void live_shelved_give(LiveShelved *shelved)
{
    if (shelved == NULL || !live_part_last(&shelved->part)) return;
    CHECK(pthread_mutex_destroy(&shelved->lock) == 0);
    free(shelved->worked);
    arena_close(shelved->part.arena);
}
