/* SPDX-License-Identifier: Apache-2.0 */
#include "app/undo_plan.h"

#include "app/follow_part.h"
#include "app/move_keep.h"
#include "app/move_proof.h"

#include <string.h>

static bool absent(Err *err, const char *id, const char *en)
{
    (void)FAIL(err, ERR_ABSENT, "%s", en);
    return err_id(err, "%s", id);
}

/* The plan to take back; NULL: *err says why there is none. */
static Published *find(const Following *f, const PublishedList *list, Date day,
                       Err *err)
{
    const Published *found = published_on(list, day);
    bool is_there = true;
    if (found == NULL)
        is_there = absent(err, "tidak ada jadwal terbit yang memuat hari itu",
                          "no published plan holds that day");
    else if (found->move_count == 0)
        is_there =
            absent(err, "jadwal itu belum pernah dipindah sejak terbit",
                   "that plan has not been moved since it was published");
    else if (date_before(found->days.last, follow_first(f)))
        is_there = absent(err, "semua hari jadwal itu sudah lewat",
                          "every day of that plan is past");
    return is_there ? &list->at[found - list->at] : NULL;
}

/* The plan as it is, with the cells of the move on days to come as they were
 * before it. */
static Plan plan_back(Arena *arena, const Plan *now, const PlanMove *move,
                      uint32_t first)
{
    size_t count = (size_t)now->person_count * now->day_count;
    char *cells = NEW(arena, char, count + 1);
    uint16_t *reasons = NEW(arena, uint16_t, count + 1);
    Plan out = *now;
    memcpy(cells, now->cells, count);
    memcpy(reasons, now->reasons, count * sizeof *reasons);
    for (size_t k = 0; k < move->cell_count; k++) {
        const CellMove *c = &move->cells[k];
        size_t at = (size_t)c->person.index * now->day_count + c->day;
        if (c->day < first) continue;
        cells[at] = c->from;
        reasons[at] = c->was;
    }
    out.cells = cells;
    out.reasons = reasons;
    return out;
}

static bool still_breaks(const Err *why, Err *err)
{
    const char *id = why->id[0] != '\0' ? why->id : why->text;
    (void)FAIL(err, ERR_CLASH,
               "the plan of before breaks a rule as things stand (%s); take "
               "out what moved it by a correction, and the plan follows",
               why->text);
    return err_id(err,
                  "jadwal sebelumnya kini melanggar aturan (%s); batalkan "
                  "penyebabnya dengan koreksi, jadwal akan mengikuti",
                  id);
}

static bool is_lawful(const Following *f, Plan *plan, uint32_t first, Err *err)
{
    Corpus *corpus = NEW(f->arena, Corpus, 1);
    int64_t seats = 0;
    Err why = {0};
    if (!office_law(f->world->office, plan->known, corpus, err)) return false;
    plan->digest = demand_digest(corpus);
    return move_proof_rules(f->arena, corpus, plan, first, &seats, &why) ||
           still_breaks(&why, err);
}

bool undo_plan(const RecordWorld *world, const FollowWish *wish, Date day,
               Followed *out, Err *err)
{
    Following f;
    PublishedList list;
    if (!follow_open(world, wish, &f, err) ||
        !published_list(world->store, world->office, DATE_NEVER, &list, err))
        return false;
    Published *p = find(&f, &list, day, err);
    if (p == NULL) return false;
    const PublishedMove *last = &p->moves[p->move_count - 1];
    uint32_t first = move_question_first(&p->plan, follow_first(&f));
    Plan back = plan_back(f.arena, &p->plan, &last->move, first);
    if (!is_lawful(&f, &back, first, err)) return false;
    *out = (Followed){.days = p->days, .cause = last->by};
    out->move = move_keep_between(f.arena, &world->office->r, &p->plan, &back,
                                  follow_first(&f));
    return follow_write(&f, p, &back, out, err);
}
