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

/* The plan of the day; NULL: *err says that there is none. */
static Published *find_plan(Following *f, Date day, Err *err)
{
    const Published *found = published_on(&f->plans, day);
    if (found != NULL) return &f->plans.at[found - f->plans.at];
    (void)absent(err, "tidak ada jadwal terbit yang memuat hari itu",
                 "no published plan holds that day");
    return NULL;
}

/* The move to take back; NULL: there is none. */
static const PublishedMove *find_move(const Published *p, uint32_t version,
                                      Err *err)
{
    if (version == 0) version = published_version(p);
    if (version >= 2 && version <= published_version(p))
        return &p->moves[version - 2];
    (void)absent(err, "jadwal itu tidak pernah dipindah dengan versi itu",
                 "that plan has no such version that moved it");
    return NULL;
}

/* The plan as it is, with the cells of the move as they were before it, where
 * they still are as it left them.  False when there is none. */
static bool plan_back(Arena *arena, const Plan *now, const PlanMove *move,
                      uint32_t first, Plan *out)
{
    size_t count = (size_t)now->person_count * now->day_count;
    char *cells = NEW(arena, char, count + 1);
    uint16_t *reasons = NEW(arena, uint16_t, count + 1);
    bool any = false;
    memcpy(cells, now->cells, count);
    memcpy(reasons, now->reasons, count * sizeof *reasons);
    for (size_t k = 0; k < move->cell_count; k++) {
        const CellMove *c = &move->cells[k];
        size_t at = (size_t)c->person.index * now->day_count + c->day;
        if (c->day < first || now->cells[at] != c->to || c->from == c->to)
            continue;
        cells[at] = c->from;
        reasons[at] = c->was;
        any = true;
    }
    *out = *now;
    out->cells = cells;
    out->reasons = reasons;
    return any;
}

/* ---- what stands against it ---------------------------------------------- */

static bool breaks_rule(const Err *why, Err *err)
{
    const char *id = why->id[0] != '\0' ? why->id : why->text;
    (void)FAIL(err, ERR_CLASH,
               "the plan of before breaks a rule as things stand (%s); take "
               "out what moved it by a correction first",
               why->text);
    return err_id(err,
                  "jadwal sebelumnya kini melanggar aturan (%s); batalkan dulu "
                  "penyebabnya dengan koreksi",
                  id);
}

static bool breaks_pin(const Following *f, const PlanPin *pin, Err *err)
{
    char day[DATE_TEXT];
    Str code = f->world->office->r.people[pin->person.index].code;
    (void)date_iso(pin->day, day);
    (void)FAIL(err, ERR_CLASH,
               "the day of %.*s on %s is still fixed or swapped; take that out "
               "by a correction first",
               STR_ARG(code), day);
    return err_id(err,
                  "hari %.*s pada %s masih ditetapkan atau ditukar; batalkan "
                  "itu dulu dengan koreksi",
                  STR_ARG(code), day);
}

static bool keeps_pins(const Following *f, const Published *p, const Plan *back,
                       Date first, Err *err)
{
    MoveWish wish = {.now = first};
    follow_pins(f, p, &wish);
    for (size_t k = 0; k < wish.pin_count; k++) {
        const PlanPin *pin = &wish.pins[k];
        uint32_t day = plan_day(back, pin->day);
        size_t at = (size_t)pin->person.index * back->day_count + day;
        bool turn = back->reason[back->reasons[at]].step == STEP_TURN;
        if (turn && back->cells[at] != pin->letter)
            return breaks_pin(f, pin, err);
    }
    return true;
}

static bool is_lawful(const Following *f, Plan *plan, uint32_t first, Err *err)
{
    Corpus *corpus = NEW(f->arena, Corpus, 1);
    int64_t seats = 0;
    Err why = {0};
    if (!office_law(f->world->office, plan->known, corpus, err)) return false;
    plan->digest = demand_digest(corpus);
    return move_proof_rules(f->arena, corpus, plan, first, &seats, &why) ||
           breaks_rule(&why, err);
}

/* ---- taking back --------------------------------------------------------- */

static bool take_back(Following *f, Published *p, const PublishedMove *made,
                      Followed *out, Err *err)
{
    Plan back;
    char cause[FACT_ID_TEXT];
    Date from = follow_first(f, p);
    uint32_t first = move_question_first(&p->plan, from);
    if (!plan_back(f->arena, &p->plan, &made->move, first, &back))
        return absent(err,
                      "tidak ada hari mendatang yang masih seperti versi itu",
                      "no day to come is still as that version left it");
    if (!is_lawful(f, &back, first, err) || !keeps_pins(f, p, &back, from, err))
        return false;
    *out = (Followed){.kind = FOLLOW_MOVED, .days = p->days};
    out->move = move_keep_between(f->arena, &f->world->office->r, &p->plan,
                                  &back, from);
    out->move.cause =
        str_copy(f->arena, str_of(fact_id_text(made->fact.id, cause)));
    follow_told(f, p, &back, &out->move);
    return follow_write(f, p, &back, out, err);
}

bool undo_plan(const RecordWorld *world, const FollowWish *wish,
               const UndoWish *undo, Followed *out, Err *err)
{
    Following f;
    if (!follow_open(world, wish, &f, err)) return false;
    Published *p = find_plan(&f, undo->day, err);
    if (p == NULL) return false;
    const PublishedMove *made = find_move(p, undo->version, err);
    return made != NULL && take_back(&f, p, made, out, err);
}
