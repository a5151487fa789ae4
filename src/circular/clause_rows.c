/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/row_case.h"

/*
 * Tables: each row is a clause of its own, on the days and for the units that
 * bear its labels (row_case.h).
 */

/* ---- the clause of a case ------------------------------------------------ */

static Str labels_of(const RowCase *c)
{
    Buf text = buf_in(c->b->arena);
    for (uint32_t i = 0; i < c->row->label_count; i++) {
        if (i > 0) buf_c(&text, ", ");
        buf_put(&text, c->row->labels[i]);
    }
    if (c->cited.len > 0) buf_format(&text, ", %.*s", STR_ARG(c->cited));
    return buf_str(&text);
}

static bool is_same_set(const uint8_t *a, const uint8_t *b, uint32_t units)
{
    for (uint32_t u = 0; u < units; u++) {
        if ((a[u] != 0) != (b[u] != 0)) return false;
    }
    return true;
}

/* Equal sets are one array, that of all is NULL: rows that mean the same units
 * are known by it. */
static const uint8_t *among_of(const RowCase *c)
{
    const Build *b = c->b;
    uint32_t units = b->corpus->r->unit_count;
    bool all = true;
    for (uint32_t u = 0; u < units; u++)
        all = all && c->among[u] != 0;
    if (all) return NULL;
    for (size_t i = 0; i < b->clauses.count; i++) {
        const uint8_t *had = b->clauses.at[i].among;
        if (had != NULL && is_same_set(had, c->among, units)) return had;
    }
    return c->among;
}

/* The units of an excess are read without asking whom the row means. */
static const uint8_t *units_of(const RowCase *c, const Clause *like)
{
    uint32_t units = c->b->corpus->r->unit_count;
    uint8_t *both = NEW(c->b->arena, uint8_t, units + 1);
    if (like->act != ACT_EXCEED) return like->units;
    for (uint32_t u = 0; u < units; u++)
        both[u] = c->among[u] && (like->units == NULL || like->units[u]);
    return both;
}

/* Days of the row within those of the frame. */
static void narrow_days(RowCase *c, Clause *clause)
{
    uint8_t days = c->weekdays;
    if (days == ROW_EVERY_DAY) return;
    if (clause->weekdays != 0) days &= clause->weekdays;
    if (days == 0) row_case_never(c);
    clause->weekdays = days;
}

static void add_case(RowCase *c, const Clause *like)
{
    Clause clause = *like;
    clause.row = c->row;
    clause.units = units_of(c, like);
    clause.cite = str_format(c->b->arena, "%.*s [%.*s]", STR_ARG(like->cite),
                             STR_ARG(labels_of(c)));
    clause.among = among_of(c);
    narrow_days(c, &clause);
    if (c->under_status) {
        clause.under_status = true;
        clause.spans = c->spans.list.at;
        clause.span_count = (uint32_t)c->spans.list.count;
    }
    clause.unborne = c->unborne;
    VEC_PUSH(c->b->arena, &c->b->clauses, clause);
}

/* No unit stands where the label is borne: kept, so that it can be said. */
static void add_unborne(Build *b, const Sentence *table, const TableRow *row,
                        const Clause *like)
{
    RowCase c = row_case_open(b, table, row, (Str){"", 0});
    c.under_status = true;
    c.unborne = true;
    add_case(&c, like);
}

/* ---- rows ---------------------------------------------------------------- */

static void add_everywhere(Build *b, const Sentence *table, const TableRow *row,
                           const Clause *like)
{
    RowCases cases = row_case_meet(row_case_open(b, table, row, (Str){"", 0}));
    RowCase *c = &cases.list.at[0];
    c->unborne |= c->spans.list.count == 0;
    add_case(c, like);
}

/* Units with the same area are one case, that of the first of them. */
static bool area_came_before(const Str *areas, uint32_t unit)
{
    for (uint32_t u = 0; u < unit; u++) {
        if (str_folded_is(areas[u], areas[unit])) return true;
    }
    return false;
}

/* A clause for each case with days on which its labels are borne. */
static bool add_borne(RowCases *cases, const Clause *like)
{
    bool borne = false;
    for (size_t i = 0; i < cases->list.count; i++) {
        if (cases->list.at[i].spans.list.count == 0) continue;
        borne = true;
        add_case(&cases->list.at[i], like);
    }
    return borne;
}

static void add_by_area(Build *b, const Sentence *table, const TableRow *row,
                        const Clause *like)
{
    uint32_t units = b->corpus->r->unit_count;
    Str *areas = NEW(b->arena, Str, units + 1);
    bool borne = false;
    for (uint32_t u = 0; u < units; u++)
        areas[u] = row_case_area(b, table, (UnitId){u});
    for (uint32_t first = 0; first < units; first++) {
        if (area_came_before(areas, first)) continue;
        RowCase c = row_case_open(b, table, row, areas[first]);
        for (uint32_t u = 0; u < units; u++)
            c.among[u] = str_folded_is(areas[u], areas[first]);
        RowCases cases = row_case_meet(c);
        borne |= add_borne(&cases, like);
    }
    if (!borne) add_unborne(b, table, row, like);
}

void clause_add_row(Build *b, const Sentence *table, const TableRow *row,
                    const Clause *like)
{
    if (row_case_asks_area(table))
        add_by_area(b, table, row, like);
    else
        add_everywhere(b, table, row, like);
}

/* The row as a sentence of its own: its body under the frames of the table,
 * which then has this row alone. */
const Sentence *clause_row_sentence(Arena *arena, const Sentence *table,
                                    const TableRow *row)
{
    Sentence *s = NEW(arena, Sentence, 1);
    *s = *row->body;
    s->paragraph = table->paragraph;
    s->frames = table->frames;
    s->frame_count = table->frame_count;
    if (s->row_count > 0) return s; /* a ladder */
    s->rows = row;
    s->row_count = 1;
    return s;
}
