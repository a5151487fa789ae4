/* SPDX-License-Identifier: Apache-2.0 */
#include "day/effects_part.h"

#include <stdlib.h>

static int order_of_id(const void *a, const void *b)
{
    const Said *x = a, *y = b;
    int64_t one = x->fact->received.us, two = y->fact->received.us;
    int order = fact_id_order(x->fact->id, y->fact->id);
    if (order != 0 || one == two) return order;
    return one < two ? -1 : 1;
}

static int order_of_time(const void *a, const void *b)
{
    const Said *x = *(const Said *const *)a, *y = *(const Said *const *)b;
    Instant one = fact_when(x->fact), two = fact_when(y->fact);
    if (one.us != two.us) return one.us < two.us ? -1 : 1;
    return fact_id_order(x->fact->id, y->fact->id);
}

static int order_of_about(const void *a, const void *b)
{
    const Said *x = *(const Said *const *)a, *y = *(const Said *const *)b;
    int order = fact_id_order(x->fact->about, y->fact->about);
    return order != 0 ? order : order_of_time(a, b);
}

/* The fact of that id, or NULL. */
static Said *said_of(const AllSaid *all, FactId id)
{
    size_t low = 0, high = all->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = fact_id_order(all->by_id[middle].fact->id, id);
        if (order == 0) return &all->by_id[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Of several only the last counts, which comes first here; "ganti" about a
 * correction changes nothing. */
static void correct(const AllSaid *all, const Fact *by)
{
    Said *about = said_of(all, by->about);
    bool out = str_is(by->word, STR("batal"));
    if (about == NULL || about->corrected ||
        (!out && about->fact->kind == FACT_CORRECTION))
        return;
    about->corrected = true;
    about->out = out;
    if (!out && by->thing.len > 0) about->word = by->thing;
}

/* From the last to the first, so that a correction which a later one has taken
 * out is known to be before it is reached. */
static void correct_all(const AllSaid *all, Said *const *in_order)
{
    for (size_t i = all->count; i-- > 0;) {
        if (in_order[i]->fact->kind == FACT_CORRECTION && !in_order[i]->out)
            correct(all, in_order[i]->fact);
    }
}

static Said **sorted(Arena *arena, const AllSaid *all,
                     int order(const void *, const void *))
{
    Said **out = NEW(arena, Said *, all->count + 1);
    for (size_t i = 0; i < all->count; i++)
        out[i] = &all->by_id[i];
    if (all->count > 0)
        qsort(out, all->count, sizeof *out, /* NOLINT(bugprone-sizeof-*) */
              order);
    return out;
}

AllSaid effects_gather(Arena *arena, const Fact *facts, size_t count)
{
    Said *by_id = NEW(arena, Said, count + 1);
    AllSaid all = {.by_id = by_id};
    for (size_t i = 0; i < count; i++)
        by_id[i] = (Said){.fact = &facts[i], .word = facts[i].word};
    if (count > 0) qsort(by_id, count, sizeof *by_id, order_of_id);
    for (size_t i = 0; i < count; i++) {
        if (all.count == 0 ||
            !fact_id_is(by_id[all.count - 1].fact->id, by_id[i].fact->id))
            by_id[all.count++] = by_id[i];
    }
    correct_all(&all, sorted(arena, &all, order_of_time));
    all.by_about = sorted(arena, &all, order_of_about);
    return all;
}

/* The run of facts about an id: [from, to). */
static size_t first_about(const AllSaid *all, FactId id)
{
    size_t low = 0, high = all->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fact_id_order(all->by_about[middle]->fact->about, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const Said *effects_last_about(const AllSaid *all, FactKind kind, FactId id)
{
    const Said *last = NULL;
    for (size_t i = first_about(all, id);
         i < all->count && fact_id_is(all->by_about[i]->fact->about, id); i++) {
        const Said *s = all->by_about[i];
        if (s->fact->kind == kind && !s->out) last = s;
    }
    return last;
}

const Said *effects_approval(const AllSaid *all, FactId id)
{
    const Said *decision = effects_last_about(all, FACT_DECISION, id);
    bool yes = decision != NULL && str_is(decision->word, STR("setuju"));
    return yes ? decision : NULL;
}

/* ---- facts that stand ---------------------------------------------------- */

static const Fact *const *standing(Arena *arena, const Fact *facts,
                                   size_t count, uint64_t kinds, bool approved,
                                   size_t *out_count)
{
    AllSaid all = effects_gather(arena, facts, count);
    const Fact **out = NEW(arena, const Fact *, all.count + 1);
    Fact *facts_said = NEW(arena, Fact, all.count + 1);
    *out_count = 0;
    for (size_t i = 0; i < all.count; i++) {
        const Said *s = &all.by_id[i];
        if ((kinds >> s->fact->kind & 1) == 0 || s->out ||
            (approved && effects_approval(&all, s->fact->id) == NULL))
            continue;
        facts_said[*out_count] = *s->fact;
        facts_said[*out_count].word = s->word;
        out[*out_count] = &facts_said[*out_count];
        ++*out_count;
    }
    return out;
}

const Fact *const *effects_standing(Arena *arena, const Fact *facts,
                                    size_t count, uint64_t kinds,
                                    size_t *out_count)
{
    return standing(arena, facts, count, kinds, false, out_count);
}

const Fact *const *effects_approved(Arena *arena, const Fact *facts,
                                    size_t count, uint64_t kinds,
                                    size_t *out_count)
{
    return standing(arena, facts, count, kinds, true, out_count);
}
