/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/build.h"
#include "circular/row_key.h"

/*
 * Tables: each row is a clause of its own, on the days and for the units that
 * bear its labels.
 *
 *   status    the days of the status in the government's area: `spans`
 *   stands    those in the area where the unit stands; a clause an area, with
 *             the units that stand there, and one more for the days on which
 *             that area has no status and the government's counts
 *   service   the units of that class: `among`
 *   day       those days of the week: `weekdays`
 *
 * Where a unit stands is said by itself or the nearest above it; on a day of
 * which nothing is known there, or when none is said, the government's area is
 * taken.  Its class is likewise its own or that of the nearest above that has
 * one.  Two labels hold together.
 */

enum { EVERY_DAY = 0x7f };

typedef struct {
    VEC(Window) list;
} Windows;

typedef struct {
    Build *b;
    const Sentence *table;
    const TableRow *row;
    Str keys;
    Str area;       /* of this case */
    Str cited;      /* that whose status it is, of these two */
    uint8_t *among; /* units of this case */
    Windows spans;
    bool under_status;
    uint8_t weekdays; /* bits */
    bool unborne;     /* some label is borne by nothing at all */
} Case;

typedef struct {
    VEC(Case) list;
} Cases;

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

/* The area that is asked first for the unit: its own when something is known
 * there on some day. */
static Str area_of(const Build *b, const Sentence *table, UnitId unit)
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

/* ---- one case ------------------------------------------------------------ */

static void put_span(Arena *arena, Windows *spans, Window w)
{
    if (!window_is_empty(w)) VEC_PUSH(arena, &spans->list, w);
}

/* The days on which the label is borne in the area, of those so far. */
static void meet_status(Case *c, const RowKey *key, Str label, Str area)
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
static void leave_own_days(Case *c, const RowKey *key, uint32_t at)
{
    const Register *r = c->b->corpus->r;
    for (uint32_t i = 0; i < r->status_count; i++) {
        const AreaStatus *status = &r->statuses[i];
        if (is_news(c->b, c->table, key, at, status, c->area))
            c->spans = without(c->b->arena, &c->spans, status->window);
    }
}

/* What the area above says on the days left to it is a case of its own. */
static void meet_where_it_stands(Cases *cases, size_t i, const RowKey *key,
                                 uint32_t at)
{
    Case above = cases->list.at[i];
    Case *own = &cases->list.at[i];
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

static void meet_service(Case *c, Str label)
{
    const Register *r = c->b->corpus->r;
    uint32_t classes = row_label_classes(label);
    c->unborne |= classes == 0;
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if ((classes >> class_of(r, (UnitId){u}) & 1U) == 0) c->among[u] = 0;
    }
}

/* On no day at all: a clause under a status that never holds. */
static void hold_never(Case *c)
{
    c->under_status = true;
    c->spans = (Windows){0};
}

static void meet_days(Case *c, Str label)
{
    uint8_t days = row_label_days(label);
    c->unborne |= days == 0;
    c->weekdays &= days;
    if (c->weekdays == 0) hold_never(c);
}

static void meet_label(Cases *cases, size_t i, const RowKey *key, uint32_t at)
{
    Case *c = &cases->list.at[i];
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

/* The case, and those that come of it: each day is in one of them. */
static Cases meet_labels(Case c)
{
    Cases cases = {0};
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

/* ---- the clause of a case ------------------------------------------------ */

static Str labels_of(const Case *c)
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
static const uint8_t *among_of(const Case *c)
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
static const uint8_t *units_of(const Case *c, const Clause *like)
{
    uint32_t units = c->b->corpus->r->unit_count;
    uint8_t *both = NEW(c->b->arena, uint8_t, units + 1);
    if (like->act != ACT_EXCEED) return like->units;
    for (uint32_t u = 0; u < units; u++)
        both[u] = c->among[u] && (like->units == NULL || like->units[u]);
    return both;
}

/* Days of the row within those of the frame. */
static void narrow_days(Case *c, Clause *clause)
{
    uint8_t days = c->weekdays;
    if (days == EVERY_DAY) return;
    if (clause->weekdays != 0) days &= clause->weekdays;
    if (days == 0) hold_never(c);
    clause->weekdays = days;
}

static void add_case(Case *c, const Clause *like)
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

static Case open_case(Build *b, const Sentence *table, const TableRow *row,
                      Str area)
{
    uint32_t units = b->corpus->r->unit_count;
    Case c = {.b = b,
              .table = table,
              .row = row,
              .keys = keys_of(table),
              .area = area,
              .cited = area.len > 0 ? b->corpus->government->area : area,
              .weekdays = EVERY_DAY,
              .among = NEW(b->arena, uint8_t, units + 1)};
    for (uint32_t u = 0; u < units; u++)
        c.among[u] = 1;
    return c;
}

/* No unit stands where the label is borne: kept, so that it can be said. */
static void add_unborne(Build *b, const Sentence *table, const TableRow *row,
                        const Clause *like)
{
    Case c = open_case(b, table, row, (Str){"", 0});
    c.under_status = true;
    c.unborne = true;
    add_case(&c, like);
}

/* ---- rows ---------------------------------------------------------------- */

static bool asks_where_it_stands(const Sentence *table)
{
    Str words = keys_of(table);
    RowKey key;
    while (row_key_next(&words, &key)) {
        if (key.kind == ROW_KEY_STANDS) return true;
    }
    return false;
}

static void add_everywhere(Build *b, const Sentence *table, const TableRow *row,
                           const Clause *like)
{
    Cases cases = meet_labels(open_case(b, table, row, (Str){"", 0}));
    Case *c = &cases.list.at[0];
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
static bool add_borne(Cases *cases, const Clause *like)
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
        areas[u] = area_of(b, table, (UnitId){u});
    for (uint32_t first = 0; first < units; first++) {
        if (area_came_before(areas, first)) continue;
        Case c = open_case(b, table, row, areas[first]);
        for (uint32_t u = 0; u < units; u++)
            c.among[u] = str_folded_is(areas[u], areas[first]);
        Cases cases = meet_labels(c);
        borne |= add_borne(&cases, like);
    }
    if (!borne) add_unborne(b, table, row, like);
}

void clause_add_row(Build *b, const Sentence *table, const TableRow *row,
                    const Clause *like)
{
    if (asks_where_it_stands(table))
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
