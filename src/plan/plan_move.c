/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/plan_move.h"

#include "plan/plan_text.h"

#include <string.h>

/*
 * text    = "pindah 1" LF "government" text LF "window" date date LF
 *           "version" n LF "cause" text LF "first" date LF
 *           "before" mark "after" mark {reason LF} {cell LF} {tell LF} "end" LF
 *   mark  = date n LF "digest" half half LF         known, reasons
 *   cell  = "cell" word {" " day ":" from "/" was ">" to "/" now ["!"]}
 *   tell  = "tell" word [" own"] [" superior"] [" unit"]
 * A word is the code of a person.  A "!" marks what was forced.
 */

/* ---- applying ---- */

PlanMark plan_mark(const Plan *plan)
{
    return (PlanMark){plan->known, plan->digest, plan->reason_count};
}

static bool marks_agree(const PlanMark *a, const PlanMark *b)
{
    return date_is(a->known, b->known) && a->digest == b->digest &&
           a->reason_count == b->reason_count;
}

static bool follows(const Plan *before, const PlanMove *move)
{
    PlanMark mark = plan_mark(before);
    return str_is(before->government, move->government) &&
           date_is(before->window.first, move->window.first) &&
           date_is(before->window.last, move->window.last) &&
           marks_agree(&mark, &move->before);
}

static bool refuse(const PlanMove *move, Err *err)
{
    (void)FAIL(err, ERR_STALE,
               "version %u does not follow on the plan before it",
               move->version);
    return err_id(err, "versi %u tidak menyambung pada jadwal sebelumnya",
                  move->version);
}

static void copy_cells(Arena *arena, const Plan *before, char **cells,
                       uint16_t **reasons)
{
    size_t count = (size_t)before->person_count * before->day_count;
    *cells = NEW(arena, char, count + 1);
    *reasons = NEW(arena, uint16_t, count + 1);
    if (count == 0) return;
    memcpy(*cells, before->cells, count);
    memcpy(*reasons, before->reasons, count * sizeof **reasons);
}

static const Reason *join_reasons(Arena *arena, const Plan *before,
                                  const PlanMove *move)
{
    uint32_t count = move->after.reason_count;
    Reason *all = NEW(arena, Reason, (size_t)count + 1);
    for (uint32_t k = 0; k < count; k++)
        all[k] = k < before->reason_count
                     ? before->reason[k]
                     : move->fresh[k - before->reason_count];
    return all;
}

/* What is written on days that have begun (before move->first) stands beside
 * what they began with. */
static void keep_begun(Arena *arena, const Plan *before, const PlanMove *move,
                       Plan *out)
{
    size_t count = before->began_count;
    PlanBegan *all = NEW(arena, PlanBegan, count + move->cell_count + 1);
    if (count > 0) memcpy(all, before->began, count * sizeof *all);
    for (size_t k = 0; k < move->cell_count; k++) {
        const CellMove *c = &move->cells[k];
        bool called = before->reason[c->was].step == STEP_RECALL;
        char letter = c->from;
        if (called) letter = PLACED_NONE;
        if (!date_before(before->days[c->day], move->first)) continue;
        all[count++] = (PlanBegan){c->person, c->day, letter};
    }
    out->began = all;
    out->began_count = count;
}

bool plan_move_apply(Arena *arena, const Plan *before, const PlanMove *move,
                     Plan *out, Err *err)
{
    char *cells = NULL;
    uint16_t *reasons = NULL;
    if (!follows(before, move)) return refuse(move, err);
    copy_cells(arena, before, &cells, &reasons);
    for (size_t k = 0; k < move->cell_count; k++) {
        const CellMove *c = &move->cells[k];
        size_t at = (size_t)c->person.index * before->day_count + c->day;
        bool fits = c->person.index < before->person_count &&
                    c->day < before->day_count && cells[at] == c->from &&
                    reasons[at] == c->was && c->now < move->after.reason_count;
        if (!fits) return refuse(move, err);
        cells[at] = c->to;
        reasons[at] = c->now;
    }
    *out = *before;
    out->cells = cells;
    out->reasons = reasons;
    out->reason = join_reasons(arena, before, move);
    out->known = move->after.known;
    out->digest = move->after.digest;
    out->reason_count = move->after.reason_count;
    keep_begun(arena, before, move, out);
    return true;
}

/* ---- out ---- */

static void put_mark(const char *name, const PlanMark *mark, Buf *out)
{
    buf_c(out, name);
    plan_put_date(out, mark->known);
    buf_format(out, " %u\n", mark->reason_count);
    plan_put_halves(out, "digest", mark->digest);
}

static void put_cell(const PlanMove *move, const Register *r, size_t k,
                     Buf *out)
{
    const CellMove *c = &move->cells[k];
    bool fresh = k == 0 || c[-1].person.index != c->person.index;
    if (fresh) {
        if (k > 0) buf_char(out, '\n');
        buf_put(out, STR("cell "));
        plan_put_word(out, r->people[c->person.index].code);
    }
    buf_format(out, " %u:%c/%u>%c/%u", c->day, c->from, c->was, c->to, c->now);
    if (c->forced) buf_char(out, '!');
}

static void put_told(const PlanTold *told, const Register *r, Buf *out)
{
    buf_put(out, STR("tell "));
    plan_put_word(out, r->people[told->person.index].code);
    if (told->own) buf_put(out, STR(" own"));
    if (told->superior) buf_put(out, STR(" superior"));
    if (told->unit) buf_put(out, STR(" unit"));
    buf_char(out, '\n');
}

void plan_move_write(const PlanMove *move, const Register *r, Buf *out)
{
    buf_put(out, STR("pindah 1\ngovernment "));
    plan_put_text(out, move->government);
    buf_put(out, STR("\nwindow"));
    plan_put_date(out, move->window.first);
    plan_put_date(out, move->window.last);
    buf_format(out, "\nversion %u\ncause ", move->version);
    plan_put_text(out, move->cause);
    buf_put(out, STR("\nfirst"));
    plan_put_date(out, move->first);
    buf_char(out, '\n');
    put_mark("before", &move->before, out);
    put_mark("after", &move->after, out);
    uint32_t fresh = move->after.reason_count - move->before.reason_count;
    for (uint32_t k = 0; k < fresh; k++)
        plan_put_reason(&move->fresh[k], out);
    for (size_t k = 0; k < move->cell_count; k++)
        put_cell(move, r, k, out);
    if (move->cell_count > 0) buf_char(out, '\n');
    for (size_t k = 0; k < move->told_count; k++)
        put_told(&move->told[k], r, out);
    buf_put(out, STR("end\n"));
}
