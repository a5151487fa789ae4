/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/row_case.h"

#include "circular/row_key.h"

static Str keys_of(const Sentence *table)
{
    const Frame *by = clause_frame(table, FRAME_BY);
    return by != NULL ? by->words : (Str){"", 0};
}

/* ---- statuses ------------------------------------------------------------ */

static bool is_known(const Build *b, const AreaStatus *status)
{
    return !date_before(b->corpus->known, status->known);
}

/* Is it of that area, and borne by any label of the table's key? */
static bool is_news(const Build *b, const Sentence *table, const RowKey *key,
                    uint32_t at, const AreaStatus *status, Str area)
{
    if (!is_known(b, status) || !str_folded_is(status->area, area))
        return false;
    for (uint32_t k = 0; k < table->row_count; k++) {
        if (row_label_is(key, table->rows[k].labels[at], status->status))
            return true;
    }
    return false;
}

/* On any day at all. */
static bool area_has_status(const Build *b, const Sentence *table,
                            const RowKey *key, uint32_t at, Str area)
{
    const Register *r = b->corpus->r;
    for (uint32_t i = 0; i < r->status_count; i++) {
        if (is_news(b, table, key, at, &r->statuses[i], area)) return true;
    }
    return false;
}

/* The area of the unit or of the nearest above that says one. */
static Str own_area(const Register *r, UnitId unit)
{
    while (unit.index != NO_INDEX && r->units[unit.index].area.len == 0)
        unit = r->units[unit.index].parent;
    return unit.index == NO_INDEX ? (Str){"", 0} : r->units[unit.index].area;
}

Str row_case_area(const Build *b, const Sentence *table, UnitId unit)
{
    Str words = keys_of(table);
    Str own = own_area(b->corpus->r, unit);
    RowKey key;
    for (uint32_t at = 0; own.len > 0 && row_key_next(&words, &key); at++) {
        if (key.kind == ROW_KEY_STANDS &&
            area_has_status(b, table, &key, at, own))
            return own;
    }
    return b->corpus->government->area;
}

bool row_case_asks_area(const Sentence *table)
{
    Str words = keys_of(table);
    RowKey key;
    while (row_key_next(&words, &key)) {
        if (key.kind == ROW_KEY_STANDS) return true;
    }
    return false;
}

/* ---- one case ------------------------------------------------------------ */

RowCase row_case_open(Build *b, const Sentence *table, const TableRow *row,
                      Str area)
{
    uint32_t units = b->corpus->r->unit_count;
    RowCase c = {.b = b,
                 .table = table,
                 .row = row,
                 .keys = keys_of(table),
                 .area = area,
                 .cited = area.len > 0 ? b->corpus->government->area : area,
                 .weekdays = ROW_EVERY_DAY,
                 .among = NEW(b->arena, uint8_t, units + 1)};
    for (uint32_t u = 0; u < units; u++)
        c.among[u] = 1;
    return c;
}

static void put_span(Arena *arena, Windows *spans, Window w)
{
    if (!window_is_empty(w)) VEC_PUSH(arena, &spans->list, w);
}

/* The days on which the label is borne in the area, of those so far. */
static void meet_status(RowCase *c, const RowKey *key, Str label, Str area)
{
    const Build *b = c->b;
    const Register *r = b->corpus->r;
    Windows both = {0};
    for (uint32_t i = 0; i < r->status_count; i++) {
        const AreaStatus *status = &r->statuses[i];
        if (!is_known(b, status) || !str_folded_is(status->area, area) ||
            !row_label_is(key, label, status->status))
            continue;
        for (size_t k = 0; k < c->spans.list.count; k++)
            put_span(b->arena, &both,
                     window_meet(status->window, c->spans.list.at[k]));
    }
    c->spans = both;
    c->under_status = true;
}

/* The days before it, and those behind it. */
static Windows without(Arena *arena, const Windows *spans, Window cut)
{
    Windows left = {0};
    for (size_t i = 0; i < spans->list.count; i++) {
        Window w = spans->list.at[i];
        Window before = {DATE_ALWAYS, date_plus(cut.first, -1)};
        Window behind = {date_plus(cut.last, 1), DATE_NEVER};
        if (!date_is(cut.first, DATE_ALWAYS))
            put_span(arena, &left, window_meet(w, before));
        if (!date_is(cut.last, DATE_NEVER))
            put_span(arena, &left, window_meet(w, behind));
    }
    return left;
}

/* Only days on which its own area has no status of the key are left. */
static void leave_own_days(RowCase *c, const RowKey *key, uint32_t at)
{
    const Register *r = c->b->corpus->r;
    for (uint32_t i = 0; i < r->status_count; i++) {
        const AreaStatus *status = &r->statuses[i];
        if (is_news(c->b, c->table, key, at, status, c->area))
            c->spans = without(c->b->arena, &c->spans, status->window);
    }
}

/* What the area above says on the days left to it is a case of its own. */
static void meet_where_it_stands(RowCases *cases, size_t i, const RowKey *key,
                                 uint32_t at)
{
    RowCase above = cases->list.at[i];
    RowCase *own = &cases->list.at[i];
    Str label = own->row->labels[at];
    Str area = own->b->corpus->government->area;
    meet_status(own, key, label, own->area);
    own->cited = own->area;
    if (str_folded_is(own->area, area)) return;
    leave_own_days(&above, key, at);
    meet_status(&above, key, label, area);
    if (above.spans.list.count > 0)
        VEC_PUSH(above.b->arena, &cases->list, above);
}

static ServiceClass class_of(const Register *r, UnitId unit)
{
    while (unit.index != NO_INDEX &&
           r->units[unit.index].service == SERVICE_NONE)
        unit = r->units[unit.index].parent;
    return unit.index == NO_INDEX ? SERVICE_NONE : r->units[unit.index].service;
}

static void meet_service(RowCase *c, Str label)
{
    const Register *r = c->b->corpus->r;
    uint32_t classes = row_label_classes(label);
    c->unborne |= classes == 0;
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if ((classes >> class_of(r, (UnitId){u}) & 1U) == 0) c->among[u] = 0;
    }
}

void row_case_never(RowCase *c)
{
    c->under_status = true;
    c->spans = (Windows){0};
}

static void meet_days(RowCase *c, Str label)
{
    uint8_t days = row_label_days(label);
    c->unborne |= days == 0;
    c->weekdays &= days;
    if (c->weekdays == 0) row_case_never(c);
}

static void meet_label(RowCases *cases, size_t i, const RowKey *key,
                       uint32_t at)
{
    RowCase *c = &cases->list.at[i];
    Str label = c->row->labels[at];
    if (key->kind == ROW_KEY_SERVICE)
        meet_service(c, label);
    else if (key->kind == ROW_KEY_DAY)
        meet_days(c, label);
    else if (key->kind == ROW_KEY_STANDS)
        meet_where_it_stands(cases, i, key, at);
    else
        meet_status(c, key, label, c->b->corpus->government->area);
}

RowCases row_case_meet(RowCase c)
{
    RowCases cases = {0};
    Str words = c.keys;
    RowKey key;
    put_span(c.b->arena, &c.spans, WINDOW_ALL);
    VEC_PUSH(c.b->arena, &cases.list, c);
    for (uint32_t at = 0; at < c.row->label_count && row_key_next(&words, &key);
         at++) {
        size_t count = cases.list.count;
        for (size_t i = 0; i < count; i++)
            meet_label(&cases, i, &key, at);
    }
    return cases;
}
