/* SPDX-License-Identifier: Apache-2.0 */
#include "plan/problem.h"

/*
 *   problem = "soal 1" LF "seed" half half LF "days" {date} LF
 *             {node LF} {row LF} {post LF} "end" LF
 *   node    = "node" index unit "least" {run} "most" {run} "why" {why}
 *             ["floor" {why}]                      one of each per day
 *   row     = "row" person node "must" days "may" days "offset" n {bound}
 *   bound   = "bound" days n most index
 *   post    = "post" counter node "need" {run} "rows" {rows}
 *   run     = most ["*" times]                     most = n | "free"
 *   why     = index ":" n ":" n ":" n ["*" times]  clause stated settled base
 *   days    = "-" | n ["-" n] {"," n ["-" n]}      days of the problem, from 0
 *   rows    = n ["-" n]                            a row, or from-to
 *   index   = n | "-"                              "-" is none
 *
 * Words are parted by single blanks.  Numbers are in decimals; a half is the
 * upper or lower 32 bits of the seed.
 */

static void put_index(Buf *out, uint32_t index)
{
    if (index == NO_INDEX)
        buf_char(out, '-');
    else
        buf_number(out, index);
}

static void put_times(Buf *out, uint32_t times)
{
    if (times < 2) return;
    buf_char(out, '*');
    buf_number(out, times);
}

static void put_amount(Buf *out, int32_t n)
{
    if (n == PROBLEM_FREE)
        buf_put(out, STR("free"));
    else
        buf_number(out, n);
}

static void put_runs(Buf *out, const char *name, const int32_t *at,
                     uint32_t count)
{
    buf_char(out, ' ');
    buf_c(out, name);
    for (uint32_t d = 0, end = 0; d < count; d = end) {
        for (end = d + 1; end < count && at[end] == at[d];)
            end++;
        buf_char(out, ' ');
        put_amount(out, at[d]);
        put_times(out, end - d);
    }
}

static bool why_same(BoundWhy a, BoundWhy b)
{
    return a.clause == b.clause && a.stated == b.stated &&
           a.settled == b.settled && a.base == b.base;
}

static void put_whys(Buf *out, const char *name, const BoundWhy *at,
                     uint32_t count)
{
    buf_char(out, ' ');
    buf_c(out, name);
    for (uint32_t d = 0, end = 0; d < count; d = end) {
        for (end = d + 1; end < count && why_same(at[end], at[d]);)
            end++;
        buf_char(out, ' ');
        put_index(out, at[d].clause);
        buf_char(out, ':');
        put_amount(out, at[d].stated);
        buf_char(out, ':');
        buf_number(out, at[d].settled);
        buf_char(out, ':');
        buf_number(out, at[d].base);
        put_times(out, end - d);
    }
}

static bool has_day(uint64_t days, int d)
{
    return d < PROBLEM_DAYS && (days >> d & 1) != 0;
}

static void put_days(Buf *out, uint64_t days)
{
    char before = ' ';
    for (int d = 0, end = 0; d < PROBLEM_DAYS; d = end + 1) {
        for (end = d; has_day(days, end);)
            end++;
        if (end == d) continue;
        buf_char(out, before);
        before = ',';
        buf_number(out, d);
        if (end - d < 2) continue;
        buf_char(out, '-');
        buf_number(out, end - 1);
    }
    if (before == ' ') buf_put(out, STR(" -"));
}

static void put_node(Buf *out, const Problem *p, const ProblemNode *node)
{
    buf_put(out, STR("node "));
    put_index(out, node->parent);
    buf_char(out, ' ');
    put_index(out, node->unit.index);
    put_runs(out, "least", node->least, p->day_count);
    put_runs(out, "most", node->most, p->day_count);
    put_whys(out, "why", node->why, p->day_count);
    if (node->why_least != NULL)
        put_whys(out, "floor", node->why_least, p->day_count);
    buf_char(out, '\n');
}

static void put_row(Buf *out, const ProblemRow *row)
{
    buf_put(out, STR("row "));
    put_index(out, row->person.index);
    buf_char(out, ' ');
    buf_number(out, row->node);
    buf_put(out, STR(" must"));
    put_days(out, row->must);
    buf_put(out, STR(" may"));
    put_days(out, row->may);
    buf_put(out, STR(" offset "));
    buf_number(out, row->offset);
    for (uint32_t b = 0; b < row->bound_count; b++) {
        buf_put(out, STR(" bound"));
        put_days(out, row->bounds[b].days);
        buf_char(out, ' ');
        buf_number(out, row->bounds[b].least);
        buf_char(out, ' ');
        put_amount(out, row->bounds[b].most);
        buf_char(out, ' ');
        put_index(out, row->bounds[b].clause);
    }
    buf_char(out, '\n');
}

static void put_post(Buf *out, const Problem *p, const ProblemPost *post)
{
    buf_put(out, STR("post "));
    put_index(out, post->counter.index);
    buf_char(out, ' ');
    buf_number(out, post->node);
    put_runs(out, "need", post->need, p->day_count);
    buf_put(out, STR(" rows"));
    for (uint32_t k = 0, end = 0; k < post->row_count; k = end) {
        for (end = k + 1; end < post->row_count &&
                          post->rows[end] == post->rows[k] + (end - k);)
            end++;
        buf_char(out, ' ');
        buf_number(out, post->rows[k]);
        if (end - k < 2) continue;
        buf_char(out, '-');
        buf_number(out, post->rows[end - 1]);
    }
    buf_char(out, '\n');
}

void problem_write(const Problem *problem, Buf *out)
{
    buf_put(out, STR("soal 1\nseed "));
    buf_number(out, (int64_t)(problem->seed >> 32));
    buf_char(out, ' ');
    buf_number(out, (int64_t)(problem->seed & UINT32_MAX));
    buf_put(out, STR("\ndays"));
    for (uint32_t d = 0; d < problem->day_count; d++) {
        char text[DATE_TEXT];
        buf_char(out, ' ');
        buf_c(out, date_iso(problem->days[d], text));
    }
    buf_char(out, '\n');
    for (uint32_t n = 0; n < problem->node_count; n++)
        put_node(out, problem, &problem->nodes[n]);
    for (uint32_t i = 0; i < problem->row_count; i++)
        put_row(out, &problem->rows[i]);
    for (uint32_t n = 0; n < problem->post_count; n++)
        put_post(out, problem, &problem->posts[n]);
    buf_put(out, STR("end\n"));
}
