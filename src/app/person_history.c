/* SPDX-License-Identifier: Apache-2.0 */
#include "app/person_history.h"

#include "base/csv.h"

enum { ROWS_MOST = 16, FIELDS_MOST = 64 };

/* A row that names the person; cells in the order of the header. */
typedef struct {
    Str key; /* its first cell */
    Str cells[FIELDS_MOST];
    uint32_t count;
} Row;

typedef struct {
    Str columns[FIELDS_MOST];
    uint32_t column_count;
    Row rows[ROWS_MOST];
    uint32_t row_count;
    bool is_table; /* of people or posts */
} Version;

typedef struct {
    Arena *arena;
    const LiveView *view;
    const Person *person;
    Str table;
    Version *version; /* under way */
    VEC(PersonChange) changes;
    Date since;
} Tracing;

/* ---- one version ----------------------------------------------------------
 */

static bool names(const Tracing *t, Str cell)
{
    const Person *p = t->person;
    Str bare = nip_bare(t->arena, cell);
    return str_is(cell, p->code) || (p->nip.len > 0 && str_is(bare, p->nip)) ||
           (p->local.len > 0 && str_is(cell, p->local));
}

static uint32_t copy_cells(Arena *arena, const CsvRow *row,
                           Str out[FIELDS_MOST])
{
    uint32_t count = row->count;
    if (count > FIELDS_MOST) count = FIELDS_MOST;
    for (uint32_t i = 0; i < count; i++)
        out[i] = str_copy(arena, csv_field(row, i));
    return count;
}

static void take_header(Tracing *t, const CsvRow *row)
{
    Version *v = t->version;
    TableGuess guess = import_guess(row);
    v->is_table = guess.kind == TABLE_PEOPLE || guess.kind == TABLE_POSTS;
    v->column_count = copy_cells(t->arena, row, v->columns);
}

static bool take_row(void *context, const CsvRow *row, Err *err)
{
    Tracing *t = context;
    Version *v = t->version;
    bool mine = false;
    (void)err;
    if (v->column_count == 0) {
        take_header(t, row);
        return true;
    }
    for (uint32_t i = 0; v->is_table && !mine && i < row->count; i++)
        mine = row->field[i].len > 0 && names(t, csv_field(row, i));
    if (!mine || v->row_count == ROWS_MOST) return true;
    Row *kept = &v->rows[v->row_count++];
    kept->count = copy_cells(t->arena, row, kept->cells);
    kept->key = kept->count > 0 ? kept->cells[0] : STR("");
    return true;
}

static Version *read_version(Tracing *t, Str body)
{
    Err unread = {0};
    t->version = NEW(t->arena, Version, 1);
    if (body.len == 0 ||
        !csv_each(t->arena, body, (CsvLimits){0}, take_row, t, &unread))
        t->version->row_count = 0;
    return t->version;
}

/* ---- two versions ---------------------------------------------------------
 */

static const Row *row_of(const Version *v, Str key)
{
    for (uint32_t i = 0; v != NULL && i < v->row_count; i++) {
        if (str_is(v->rows[i].key, key)) return &v->rows[i];
    }
    return NULL;
}

static Str cell_of(const Version *v, const Row *row, Str column)
{
    for (uint32_t i = 0; i < v->column_count && i < row->count; i++) {
        if (str_is(v->columns[i], column)) return row->cells[i];
    }
    return STR("");
}

/* A NIP, in whatever column it stands. */
static Str masked(Arena *arena, Str text)
{
    NipState state = nip_state(nip_bare(arena, text));
    bool number = state == NIP_GOOD || state == NIP_SAMPLE || state == NIP_DATE;
    return number ? nip_masked(arena, text) : text;
}

static void add(Tracing *t, PersonChange change)
{
    change.table = t->table;
    change.from = masked(t->arena, change.from);
    change.to = masked(t->arena, change.to);
    VEC_PUSH(t->arena, &t->changes, change);
}

static void compare_rows(Tracing *t, const Version *old, const Row *before,
                         const Version *now, const Row *after, Date known)
{
    for (uint32_t i = 0; i < now->column_count && i < after->count; i++) {
        Str from = cell_of(old, before, now->columns[i]);
        if (str_is(from, after->cells[i])) continue;
        add(t, (PersonChange){.known = known,
                              .column = now->columns[i],
                              .from = from,
                              .to = after->cells[i]});
    }
}

static void compare(Tracing *t, const Version *old, const Version *now,
                    Date known)
{
    for (uint32_t i = 0; old != NULL && i < old->row_count; i++) {
        if (row_of(now, old->rows[i].key) == NULL)
            add(t, (PersonChange){
                       .known = known, .went = true, .from = old->rows[i].key});
    }
    for (uint32_t i = 0; i < now->row_count; i++) {
        const Row *after = &now->rows[i];
        const Row *before = row_of(old, after->key);
        if (before != NULL)
            compare_rows(t, old, before, now, after, known);
        else if (old != NULL)
            add(t,
                (PersonChange){.known = known, .came = true, .to = after->key});
    }
    if (now->row_count > 0 && date_before(known, t->since)) t->since = known;
}

/* ---- one table ------------------------------------------------------------
 */

/* The days on which a version of that name became known, in their order. */
static uint32_t days_of(const Tracing *t, Date days[PERSON_VERSIONS])
{
    LiveFacts all =
        live_facts_kinds(t->view, t->arena, UINT64_C(1) << FACT_DOCUMENT);
    uint32_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        const Fact *f = all.at[i];
        bool told = data_is_berkas(f) && str_is(f->thing, t->table);
        if (!told || (count > 0 && date_is(days[count - 1], f->day))) continue;
        if (count == PERSON_VERSIONS) {
            for (uint32_t d = 1; d < count; d++)
                days[d - 1] = days[d];
            count--;
        }
        days[count++] = f->day;
    }
    return count;
}

static bool trace(Tracing *t, Err *err)
{
    Date days[PERSON_VERSIONS] = {{0}};
    const Version *old = NULL;
    uint32_t count = days_of(t, days);
    for (uint32_t i = 0; i < count; i++) {
        Document document;
        bool found = false;
        if (!store_document(live_store(t->view->live), t->arena,
                            t->view->office->government.code, DATA_FILE_KIND,
                            t->table, days[i], &document, &found, err))
            return false;
        const Version *now = read_version(t, found ? document.body : STR(""));
        compare(t, old, now, found ? document.known : days[i]);
        old = now;
    }
    return true;
}

static bool is_text(Str name)
{
    return str_starts(name, STR("register/")) &&
           (str_ends(name, STR(".csv")) || str_ends(name, STR(".tsv")));
}

/* ---- all ------------------------------------------------------------------
 */

static void turn_round(PersonChange *at, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        PersonChange swap = at[i];
        at[i] = at[count - 1 - i];
        at[count - 1 - i] = swap;
    }
}

bool person_history_is_near(Window window, Date today)
{
    return !date_before(window.last, date_plus(today, -PERSON_DAYS_BACK));
}

bool person_history(Arena *arena, const LiveView *view, PersonId person,
                    PersonHistory *out, Err *err)
{
    const DataFiles *files = &view->office->files;
    Tracing t = {.arena = arena,
                 .view = view,
                 .person = &view->office->r.people[person.index],
                 .since = DATE_NEVER};
    for (size_t i = 0; files->documents != NULL && i < files->count; i++) {
        t.table = files->documents[i].name;
        if (is_text(t.table) && !trace(&t, err)) return false;
    }
    turn_round(t.changes.at, t.changes.count);
    *out = (PersonHistory){t.changes.at, t.changes.count, t.since};
    return true;
}
