/* SPDX-License-Identifier: Apache-2.0 */
#include "app/renew_register.h"

#include <stdlib.h>

/* ---- which tables ----------------------------------------------------------
 */

static bool refuse(Str file, const char *id, const char *en, Err *err)
{
    Str name = str_slice(file, 0, 80);
    (void)FAIL(err, ERR_INPUT, "'%.*s' %s", STR_ARG(name), en);
    return err_id(err, "'%.*s' %s", STR_ARG(name), id);
}

/* With the line and what is wrong there. */
static bool unreadable(Str file, const Err *why, Err *err)
{
    Str name = str_slice(file, 0, 80);
    (void)FAIL(err, ERR_INPUT, "'%.*s' cannot be read as a table: %.200s",
               STR_ARG(name), why->text);
    return err_id(err, "'%.*s' tidak dapat dibaca sebagai tabel: %.200s",
                  STR_ARG(name), why->id[0] != '\0' ? why->id : why->text);
}

static bool is_given(const Renewal *r, TableKind kind)
{
    for (size_t i = 0; i < r->table_count; i++) {
        if (r->tables[i].kind == kind) return true;
    }
    return false;
}

static bool is_many(Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "a kind was chosen for several files; give that file alone, or "
               "let the columns tell");
    return err_id(err, "satu jenis dipilih untuk beberapa berkas; berikan "
                       "berkas itu saja, atau pilih menurut kolomnya");
}

static bool place(Arena *arena, const ImportFile *file, TableKind kind,
                  Renewal *r, Err *err)
{
    Csv csv = {0};
    Err unread = {0};
    TableGuess guess = {0};
    if (!csv_read(arena, file->bytes, (CsvLimits){0}, &csv, &unread))
        return unreadable(file->name, &unread, err);
    if (csv.rows.count > 0) guess = import_guess(&csv.rows.at[0]);
    if (kind != TABLE_COUNT) guess = (TableGuess){kind, 100};
    if (csv.rows.count == 0 || guess.sure < IMPORT_SURE)
        return refuse(file->name,
                      "bukan tabel yang dikenal dari judulnya; baris pertama "
                      "memuat judul kolom, misalnya kode, nama, "
                      "jenis_pegawai, unit",
                      "is no table that its header makes known; the first row "
                      "has the names of columns, such as kode, nama, "
                      "jenis_pegawai, unit",
                      err);
    if (is_given(r, guess.kind))
        return refuse(file->name, "memuat tabel yang sudah diberikan",
                      "holds a table that has been given already", err);
    r->tables[r->table_count++] =
        (RenewTable){file->name, guess.kind, csv.rows.count - 1};
    return true;
}

/* ---- the folder with them --------------------------------------------------
 */

static bool is_replaced(Arena *arena, const Renewal *r, Str name)
{
    static const char *const endings[] = {".csv", ".tsv", ".xlsx"};
    for (size_t i = 0; i < r->table_count; i++) {
        Str path = office_table_path(r->tables[i].kind);
        for (size_t e = 0; e < COUNT(endings); e++) {
            if (str_is(name,
                       str_format(arena, "%.*s%s", STR_ARG(path), endings[e])))
                return true;
        }
    }
    return false;
}

static int by_name(const void *a, const void *b)
{
    return str_order(((const Document *)a)->name, ((const Document *)b)->name);
}

static DataFiles folder_with(Arena *arena, const LiveView *view,
                             const Renewal *r, const ImportFile *files)
{
    const DataFiles *here = &view->office->files;
    Document *all = NEW(arena, Document, here->count + RENEW_FILES + 1);
    size_t count = 0;
    for (size_t i = 0; i < here->count; i++) {
        if (!is_replaced(arena, r, here->documents[i].name))
            all[count++] = here->documents[i];
    }
    for (size_t i = 0; i < r->table_count; i++) {
        Str path = office_table_path(r->tables[i].kind);
        all[count++] =
            (Document){.kind = DATA_FILE_KIND,
                       .name = str_format(arena, "%.*s.csv", STR_ARG(path)),
                       .body = files[i].bytes};
    }
    qsort(all, count, sizeof *all, by_name);
    return (DataFiles){.documents = all, .count = count};
}

/* Faults say the file as it was given, and not the place it would take. */
static void name_faults(Arena *arena, Renewal *r)
{
    for (size_t i = 0; i < r->faults.list.count; i++) {
        Str *file = &r->faults.list.at[i].file;
        for (size_t t = 0; t < r->table_count; t++) {
            Str path = office_table_path(r->tables[t].kind);
            if (!str_is(*file, str_format(arena, "%.*s.csv", STR_ARG(path))))
                continue;
            *file = r->tables[t].name;
            break;
        }
    }
}

/* ---- what would be different -----------------------------------------------
 */

typedef struct {
    Arena *arena;
    const Register *before, *after;
    RenewCount *count;
    VEC(RenewChange) changes;
} Comparing;

static void add(Comparing *c, const Person *person, RenewWhat what, Str from,
                Str to)
{
    if (c->changes.count == RENEW_SHOWN) return;
    VEC_PUSH(c->arena, &c->changes,
             ((RenewChange){person->code, person->name, what, from, to}));
}

static bool compare_text(Comparing *c, const Person *person, RenewWhat what,
                         Str from, Str to)
{
    if (str_is(from, to)) return false;
    add(c, person, what, from, to);
    return true;
}

static Str unit_code(const Register *r, UnitId unit)
{
    return r->units[unit.index].code;
}

static bool compare_service(Comparing *c, const Person *old, const Person *now)
{
    char from[DATE_TEXT], to[DATE_TEXT];
    if (date_is(old->window.first, now->window.first) &&
        date_is(old->window.last, now->window.last))
        return false;
    Str before = str_copy(c->arena, str_of(date_iso(old->window.last, from)));
    Str after = str_copy(c->arena, str_of(date_iso(now->window.last, to)));
    add(c, now, RENEW_SERVICE, before, after);
    return true;
}

static bool compare_person(Comparing *c, const Person *old, const Person *now)
{
    bool changed = compare_text(c, now, RENEW_NAME, old->name, now->name);
    changed |= compare_text(c, now, RENEW_UNIT, unit_code(c->before, old->unit),
                            unit_code(c->after, now->unit));
    changed |= compare_text(c, now, RENEW_TITLE, old->title, now->title);
    changed |= compare_text(c, now, RENEW_STAFF, staff_kind_word(old->kind),
                            staff_kind_word(now->kind));
    if (!str_is(old->nip, now->nip)) {
        add(c, now, RENEW_NIP, STR(""), STR(""));
        changed = true;
    }
    return compare_service(c, old, now) || changed;
}

static void compare_people(Comparing *c)
{
    const Register *old = c->before, *now = c->after;
    c->count->before = old->person_count;
    c->count->after = now->person_count;
    for (uint32_t p = 0; p < now->person_count; p++) {
        const Person *person = &now->people[p];
        uint32_t was = map_find(&old->person_codes, person->code);
        if (was == NO_INDEX) {
            add(c, person, RENEW_NEW, STR(""), STR(""));
            c->count->added++;
        } else if (compare_person(c, &old->people[was], person)) {
            c->count->changed++;
        }
    }
    for (uint32_t p = 0; p < old->person_count; p++) {
        const Person *person = &old->people[p];
        if (map_find(&now->person_codes, person->code) != NO_INDEX) continue;
        add(c, person, RENEW_GONE, STR(""), STR(""));
        c->count->gone++;
    }
}

static RenewCount compare_units(const Register *old, const Register *now)
{
    RenewCount count = {.before = old->unit_count, .after = now->unit_count};
    for (uint32_t u = 0; u < now->unit_count; u++) {
        const Unit *unit = &now->units[u];
        uint32_t was = map_find(&old->unit_codes, unit->code);
        count.added += was == NO_INDEX;
        count.changed +=
            was != NO_INDEX && !str_is(old->units[was].name, unit->name);
    }
    for (uint32_t u = 0; u < old->unit_count; u++)
        count.gone +=
            map_find(&now->unit_codes, old->units[u].code) == NO_INDEX;
    return count;
}

static RenewCount compare_posts(const Register *old, const Register *now)
{
    RenewCount count = {.before = old->post_count, .after = now->post_count};
    for (uint32_t p = 0; p < now->post_count; p++)
        count.added +=
            map_find(&old->post_codes, now->posts[p].code) == NO_INDEX;
    for (uint32_t p = 0; p < old->post_count; p++)
        count.gone +=
            map_find(&now->post_codes, old->posts[p].code) == NO_INDEX;
    return count;
}

static void compare(Arena *arena, const LiveView *view, const Office *office,
                    Renewal *r)
{
    Comparing c = {.arena = arena,
                   .before = &view->office->r,
                   .after = &office->r,
                   .count = &r->people};
    compare_people(&c);
    r->units = compare_units(&view->office->r, &office->r);
    r->posts = compare_posts(&view->office->r, &office->r);
    r->changes = c.changes.at;
    r->change_count = c.changes.count;
}

/* ---- all -------------------------------------------------------------------
 */

bool renew_register(Arena *arena, const LiveView *view, const RenewFiles *given,
                    Renewal *out, Err *err)
{
    Renewal r = {.table_count = 0};
    Err faulty = {0};
    Office *office = NEW(arena, Office, 1);
    const ImportFile *files = given->files;
    if (given->kind != TABLE_COUNT && given->count > 1) return is_many(err);
    for (size_t i = 0; i < given->count; i++) {
        if (!place(arena, &files[i], given->kind, &r, err)) return false;
    }
    DataFiles folder = folder_with(arena, view, &r, files);
    r.sound = office_open_files(arena, &folder, office, &faulty);
    if (!r.sound && faulty.kind != ERR_INPUT) {
        *err = faulty;
        return false;
    }
    r.faults = office->faults;
    name_faults(arena, &r);
    for (size_t i = 0; i < r.table_count; i++)
        r.sound &= import_unseen(arena, r.tables[i].kind, &files[i], &r.faults);
    r.diags = office->diags;
    r.remarks = office->remarks;
    if (r.sound) compare(arena, view, office, &r);
    r.folder = (LoadFolder){.arena = arena, .office = *office, .files = folder};
    *out = r;
    return true;
}

bool renew_register_write(const LiveView *view, const Renewal *renewal,
                          Loaded *out, Err *err)
{
    CHECK(renewal->sound);
    return load_write(live_store(view->live), &renewal->folder,
                      live_today(view), out, err);
}
