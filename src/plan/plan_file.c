/* SPDX-License-Identifier: Apache-2.0 */
#include "base/csv.h"
#include "plan/lines.h"
#include "plan/plan.h"
#include "plan/plan_text.h"

#include <string.h>

/*
 * plan.csv    a head and a row per person, in the order of the register:
 *               id,nip,nama,unit,2020-08-03,2020-08-04,...
 *               B00017,19860901...,Siti Aminah,dinkes,K,R,...
 *
 * plan.cert   = "rencana 1" LF "government" text LF "window" date date LF
 *               "known" date LF "digest" half half LF "seed" half half LF
 *               {reason LF} {cells LF} [carried LF]
 *               "proof" vertices presence fairness LF
 *               [labels LF] {duty LF} "end" LF
 *   reason    = "reason" step TAB rule TAB other TAB thing
 *   cells     = "cells" {run} | "same" n   the next person / the next n
 *                                          people as the person before
 *   run       = index ["*" times]          reasons, day by day
 *   carried   = "carried" {days ["*" times]}  of earlier letters, per person
 *   labels    = "labels" {presence "," fairness ["*" times]}
 *   duty      = "duty" row {day ":" post}
 *
 * In a text a backslash, a tab and a line feed are written \\, \t and \n; a
 * date that never comes is "..".
 */

static const char *const heads[] = {"id", "nip", "nama", "unit"};

/* ---- the table, out ---- */

static void put_head(const Plan *plan, char mark, Buf *out)
{
    for (size_t c = 0; c < COUNT(heads); c++) {
        if (c > 0) buf_char(out, mark);
        buf_c(out, heads[c]);
    }
    for (uint32_t d = 0; d < plan->day_count; d++) {
        char text[DATE_TEXT];
        buf_char(out, mark);
        buf_c(out, date_iso(plan->days[d], text));
    }
    buf_char(out, '\n');
}

/* The letters of a person, each after a mark: the bulk of the file. */
static void put_cells(const Plan *plan, uint32_t person, char mark, Buf *out)
{
    enum { PIECE = 64 };
    const char *cells = plan->cells + (size_t)person * plan->day_count;
    char piece[2 * PIECE];
    for (uint32_t d = 0; d < plan->day_count; d += PIECE) {
        size_t len = 0;
        for (uint32_t k = d; k < plan->day_count && k < d + PIECE; k++) {
            piece[len++] = mark;
            piece[len++] = cells[k];
        }
        buf_put(out, (Str){piece, len});
    }
    buf_char(out, '\n');
}

void plan_write_csv(const Plan *plan, const Register *r, char mark, Buf *out)
{
    CHECK(plan->person_count == r->person_count);
    put_head(plan, mark, out);
    for (uint32_t i = 0; i < plan->person_count; i++) {
        const Person *person = &r->people[i];
        bool alone = plan->day_count == 0;
        csv_put(out, person->code, mark, false);
        csv_put(out, person->nip, mark, false);
        csv_put(out, person->name, mark, false);
        csv_put(out, r->units[person->unit.index].code, mark, true);
        if (alone) continue;
        if (buf_ok(out)) out->len--; /* the line goes on */
        put_cells(plan, i, mark, out);
    }
}

/* ---- the certificate, out ---- */

static void put_times(Buf *out, size_t times)
{
    if (times < 2) return;
    buf_char(out, '*');
    buf_number(out, (int64_t)times);
}

static void put_preamble(const Plan *plan, Buf *out)
{
    buf_put(out, STR("rencana 1\ngovernment "));
    plan_put_text(out, plan->government);
    buf_put(out, STR("\nwindow"));
    plan_put_date(out, plan->window.first);
    plan_put_date(out, plan->window.last);
    buf_put(out, STR("\nknown"));
    plan_put_date(out, plan->known);
    buf_char(out, '\n');
    plan_put_halves(out, "digest", plan->digest);
    plan_put_halves(out, "seed", plan->seed);
}

static void put_reasons(const Plan *plan, Buf *out)
{
    for (uint32_t k = 0; k < plan->reason_count; k++)
        plan_put_reason(&plan->reason[k], out);
}

static void put_reason_runs(const uint16_t *at, uint32_t count, Buf *out)
{
    buf_put(out, STR("cells"));
    for (uint32_t d = 0, end = 0; d < count; d = end) {
        for (end = d + 1; end < count && at[end] == at[d];)
            end++;
        buf_char(out, ' ');
        buf_number(out, at[d]);
        put_times(out, end - d);
    }
    buf_char(out, '\n');
}

static void put_cell_reasons(const Plan *plan, Buf *out)
{
    size_t width = plan->day_count;
    size_t bytes = width * sizeof plan->reasons[0];
    for (uint32_t i = 0, end = 0; i < plan->person_count; i = end) {
        const uint16_t *at = plan->reasons + i * width;
        put_reason_runs(at, plan->day_count, out);
        for (end = i + 1; end < plan->person_count && width > 0 &&
                          memcmp(at, plan->reasons + end * width, bytes) == 0;)
            end++;
        if (end == i + 1) continue;
        buf_put(out, STR("same "));
        buf_number(out, end - i - 1);
        buf_char(out, '\n');
    }
}

static void put_carried(const Plan *plan, Buf *out)
{
    if (plan->carried == NULL) return;
    buf_put(out, STR("carried"));
    for (uint32_t i = 0, end = 0; i < plan->person_count; i = end) {
        for (end = i + 1; end < plan->person_count &&
                          plan->carried[end] == plan->carried[i];)
            end++;
        buf_char(out, ' ');
        buf_number(out, plan->carried[i]);
        put_times(out, end - i);
    }
    buf_char(out, '\n');
}

static void put_labels(const Certificate *c, Buf *out)
{
    if (c->vertex_count == 0) return;
    buf_put(out, STR("labels"));
    for (size_t v = 0, end = 0; v < c->vertex_count; v = end) {
        Label label = c->labels[v];
        for (end = v + 1; end < c->vertex_count &&
                          c->labels[end].presence == label.presence &&
                          c->labels[end].fairness == label.fairness;)
            end++;
        buf_char(out, ' ');
        buf_number(out, label.presence);
        buf_char(out, ',');
        buf_number(out, label.fairness);
        put_times(out, end - v);
    }
    buf_char(out, '\n');
}

static void put_duties(const Answer *answer, Buf *out)
{
    for (size_t k = 0; k < answer->duty_count; k++) {
        const PostDuty *duty = &answer->duties[k];
        bool fresh = k == 0 || duty[-1].row != duty->row;
        if (fresh && k > 0) buf_char(out, '\n');
        if (fresh) {
            buf_put(out, STR("duty "));
            buf_number(out, duty->row);
        }
        buf_char(out, ' ');
        buf_number(out, duty->day);
        buf_char(out, ':');
        buf_number(out, duty->post);
    }
    if (answer->duty_count > 0) buf_char(out, '\n');
}

void plan_write_cert(const Plan *plan, const Problem *problem,
                     const Answer *answer, Buf *out)
{
    CHECK(answer->certificate.kind == ANSWER_SOLVED);
    CHECK(answer->certificate.vertex_count == vertex_map(problem).count);
    put_preamble(plan, out);
    put_reasons(plan, out);
    put_cell_reasons(plan, out);
    put_carried(plan, out);
    buf_put(out, STR("proof "));
    buf_number(out, (int64_t)answer->certificate.vertex_count);
    buf_char(out, ' ');
    buf_number(out, answer->presence);
    buf_char(out, ' ');
    buf_number(out, answer->fairness);
    buf_char(out, '\n');
    put_labels(&answer->certificate, out);
    put_duties(answer, out);
    buf_put(out, STR("end\n"));
}
