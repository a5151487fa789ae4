/* SPDX-License-Identifier: Apache-2.0 */
#include "app/follow_plan.h"

#include "app/follow_part.h"
#include "app/move_keep.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

bool follow_moves(FactKind kind)
{
    static const uint64_t moving =
        K(RECALL) | K(MEETING) | K(VISIT) | K(TRIP) | K(DECISION) | K(CLOSURE) |
        K(REOPENING) | K(STATUS) | K(STATUS_END) | K(LEAVE) | K(RETURN) |
        K(MARK) | K(PIN) | K(SIGN) | K(CORRECTION);
    return (moving >> kind & 1) != 0;
}

/* An unproved move is not published: its sentence is the error. */
static bool unproved(const MovedPlan *moved, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "the moved plan is not proved: %.*s",
               STR_ARG(moved->audit_said[LANG_EN]));
    return err_id(err, "jadwal yang dipindah tidak terbukti: %.*s",
                  STR_ARG(moved->audit_said[LANG_ID]));
}

static bool take_answer(Following *f, Published *p, const MovedPlan *moved,
                        Err *err)
{
    Followed followed = {.kind = moved->solved ? FOLLOW_SAME : FOLLOW_CLASH,
                         .days = p->days,
                         .version = published_version(p),
                         .moved = moved,
                         .cause = f->wish->cause};
    if (moved->solved && !moved->verified) return unproved(moved, err);
    if (!moved->solved || moved->undo.cell_count == 0) {
        VEC_PUSH(f->arena, &f->list, followed);
        return true;
    }
    followed.move = move_keep(f->arena, &p->plan, moved, follow_first(f));
    return follow_write(f, p, &moved->plan, &followed, err);
}

static bool follow_one(Following *f, Published *p, Err *err)
{
    MovedPlan *moved = NEW(f->arena, MovedPlan, 1);
    MoveWish wish = {.now = follow_first(f), .settled_days = 1};
    follow_pins(f, p, &wish);
    return move_plan(f->world->office, &p->plan, &wish, moved, err) &&
           take_answer(f, p, moved, err);
}

/* Days of an older plan that a newer one holds are the newer one's; on its last
 * day no turn of a plan can change. */
static bool is_current(const PublishedList *list, const Published *p,
                       Date first)
{
    return !date_before(p->days.last, first) &&
           published_on(list, p->days.last) == p;
}

bool follow_plan(const RecordWorld *world, const FollowWish *wish,
                 FollowedList *out, Err *err)
{
    Following f;
    PublishedList list;
    if (!follow_open(world, wish, &f, err) ||
        !published_list(world->store, world->office, DATE_NEVER, &list, err))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        Published *p = &list.at[i];
        if (!is_current(&list, p, follow_first(&f))) continue;
        if (!follow_swaps(&f, p, err) || !follow_one(&f, p, err)) return false;
    }
    *out = (FollowedList){f.list.at, f.list.count};
    return true;
}
