/* SPDX-License-Identifier: Apache-2.0 */
#include "app/follow_plan.h"

#include "app/follow_part.h"
#include "app/move_keep.h"

/* An unproved move is not published: its sentence is the error. */
static bool unproved(const MovedPlan *moved, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "the moved plan is not proved: %.*s",
               STR_ARG(moved->audit_said[LANG_EN]));
    return err_id(err, "jadwal yang dipindah tidak terbukti: %.*s",
                  STR_ARG(moved->audit_said[LANG_ID]));
}

/* Whose fixed day gave way is told as well. */
static void tell_dropped(const Following *f, const MovedPlan *moved,
                         PlanMove *move)
{
    uint32_t people = f->world->office->r.person_count;
    PlanTold *of = NEW(f->arena, PlanTold, (size_t)people + 1);
    PlanTold *told = NEW(f->arena, PlanTold, (size_t)people + 1);
    if (moved->dropped_count == 0) return;
    for (size_t k = 0; k < move->told_count; k++)
        of[move->told[k].person.index] = move->told[k];
    for (size_t k = 0; k < moved->dropped_count; k++)
        of[moved->dropped[k].person.index].own = true;
    move->told_count = 0;
    for (uint32_t p = 0; p < people; p++) {
        of[p].person = (PersonId){p};
        if (of[p].own || of[p].superior || of[p].unit)
            told[move->told_count++] = of[p];
    }
    move->told = told;
}

static bool take_answer(Following *f, Published *p, const MovedPlan *moved,
                        Err *err)
{
    Followed followed = {.kind = moved->solved ? FOLLOW_SAME : FOLLOW_CLASH,
                         .days = p->days,
                         .version = published_version(p),
                         .moved = moved};
    if (moved->solved && !moved->verified) return unproved(moved, err);
    if (!moved->solved || moved->undo.cell_count == 0) {
        VEC_PUSH(f->arena, &f->list, followed);
        return true;
    }
    followed.kind = FOLLOW_MOVED;
    followed.move = move_keep(f->arena, &p->plan, moved, follow_first(f, p));
    followed.move.cause = follow_since(f, p);
    follow_told(f, p, &moved->plan, &followed.move);
    tell_dropped(f, moved, &followed.move);
    return follow_write(f, p, &moved->plan, &followed, err);
}

static bool follow_one(Following *f, Published *p, Err *err)
{
    MovedPlan *moved = NEW(f->arena, MovedPlan, 1);
    MoveWish wish = {.now = follow_first(f, p)};
    wish.settled_days =
        (uint32_t)window_days((Window){f->world->today, wish.now}) - 1;
    if (date_before(p->days.last, wish.now)) return true;
    follow_pins(f, p, &wish);
    return move_plan(f->world->office, &p->plan, &wish, moved, err) &&
           take_answer(f, p, moved, err);
}

/* Some day from today on belongs to it. */
static bool is_current(const Following *f, const Published *p)
{
    Date day = f->world->today;
    if (date_before(day, p->days.first)) day = p->days.first;
    for (; !date_before(p->days.last, day); day = date_plus(day, 1)) {
        if (follow_owns(f, p, day)) return true;
    }
    return false;
}

/* Days to come of the letters that no plan holds: after the last published. */
static bool find_bare(Following *f, Err *err)
{
    Window days = {date_plus(f->world->today, 1), DATE_NEVER};
    Corpus *corpus = NEW(f->arena, Corpus, 1);
    Window letters;
    Err unasked = {0}; /* a period that cannot be told has no days to miss */
    if (f->plans.count == 0) return true;
    if (!office_law(f->world->office, DATE_NEVER, corpus, err)) return false;
    if (!corpus_period(corpus, &letters, &unasked)) return true;
    for (size_t i = 0; i < f->plans.count; i++) {
        Date next = date_plus(f->plans.at[i].days.last, 1);
        if (date_before(days.first, next)) days.first = next;
    }
    days.last = letters.last;
    if (window_is_empty(days)) return true;
    VEC_PUSH(f->arena, &f->list,
             ((Followed){.kind = FOLLOW_BARE, .days = days}));
    return true;
}

bool follow_plan(const RecordWorld *world, const FollowWish *wish,
                 FollowedList *out, Err *err)
{
    Following f;
    if (!follow_open(world, wish, &f, err)) return false;
    for (size_t i = 0; i < f.plans.count; i++) {
        Published *p = &f.plans.at[i];
        if (!is_current(&f, p)) continue;
        if (!follow_one(&f, p, err) || !follow_swaps(&f, p, err)) return false;
    }
    if (!find_bare(&f, err)) return false;
    *out = (FollowedList){f.list.at, f.list.count};
    return true;
}
