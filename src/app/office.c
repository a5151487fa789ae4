/* SPDX-License-Identifier: Apache-2.0 */
#include "app/office.h"

#include "app/confine.h"
#include "base/file.h"
#include "circular/parse.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    TABLE_MOST = 64 << 20, /* bytes of a table, */
    LETTER_MOST = 1 << 20, /* of a letter, */
    SMALL_MOST = 4 << 20   /* of settings and calendars */
};

/* ---- single files ------------------------------------------------------ */

/* Too large: how large it may be, in the unit that people know. */
static bool say_too_large(const char *path, size_t most, Err *err)
{
    size_t megabytes = most >> 20;
    (void)FAIL(err, ERR_LIMIT,
               "'%s' is larger than %zu MB, the most that is read; is it the "
               "right file? If so, take out what is not needed",
               path, megabytes);
    return err_id(err,
                  "'%s' lebih besar dari %zu MB, batas yang dibaca; apakah "
                  "berkasnya benar? Bila ya, keluarkan yang tidak perlu",
                  path, megabytes);
}

bool office_read_file(Arena *arena, const char *path, size_t most, Str *out,
                      Err *err)
{
    if (file_read(arena, path, most, out, err)) return true;
    return err->kind == ERR_LIMIT && say_too_large(path, most, err);
}

static bool has_faults(Str shown, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "'%.*s' has faults", STR_ARG(shown));
    return err_id(err, "'%.*s' berisi kesalahan", STR_ARG(shown));
}

static bool read_source(Arena *arena, const char *path, Str shown, size_t most,
                        const Source **out, Err *err)
{
    Str text = {0};
    if (!office_read_file(arena, path, most, &text, err)) return false;
    Source *source = NEW(arena, Source, 1);
    *source = (Source){shown, text};
    *out = source;
    return true;
}

bool office_read_letter(Arena *arena, const char *path, Str shown,
                        CorpusInput *out, Diags *diags, Err *err)
{
    const Source *source = NULL;
    Letter *tree = NEW(arena, Letter, 1);
    if (!read_source(arena, path, shown, LETTER_MOST, &source, err))
        return false;
    bool sound = letter_parse(arena, source, tree, diags);
    *out = (CorpusInput){.tree = tree, .source = source};
    return sound || has_faults(shown, err);
}

/* The refusal of a sheet, behind the name of its file. */
static bool name_sheet(Str shown, Err *err)
{
    Err why = *err;
    (void)FAIL(err, why.kind, "'%.*s': %s", STR_ARG(shown), why.text);
    if (why.id[0] == '\0') return false;
    return err_id(err, "'%.*s': %s", STR_ARG(shown), why.id);
}

bool office_read_table(Arena *arena, const char *path, Str shown,
                       ImportFile *out, Err *err)
{
    Str bytes = {0};
    if (!office_read_file(arena, path, TABLE_MOST, &bytes, err)) return false;
    /* Some spreadsheets are named otherwise; all are zip archives. */
    if (str_ends(shown, STR(".xlsx")) || str_starts(bytes, STR("PK\x03\x04"))) {
        Str xlsx = bytes;
        if (!confine_sheet(arena, xlsx, &bytes, err))
            return name_sheet(shown, err);
        /* The ending tells how bytes are read: these are no workbook now. */
        shown = str_format(arena, "%.*s (lembar 1)", STR_ARG(shown));
    }
    *out = (ImportFile){shown, bytes};
    return true;
}

/* ---- the parts of a folder --------------------------------------------- */

/* A file of the folder as its reader would name it. */
static Str shown_path(const Office *o, const char *name)
{
    if (strcmp(o->folder, ".") == 0) return str_of(name);
    return str_of(file_path(o->arena, o->folder, name));
}

/* Where the tables are, without their ending. */
static const char *const table_paths[] = {
    [TABLE_UNITS] = "register/units",   [TABLE_POSTS] = "register/posts",
    [TABLE_PEOPLE] = "register/people", [TABLE_ABSENCES] = "register/absences",
    [TABLE_MARKS] = "register/marks",   [TABLE_COUNTERS] = "register/counters",
    [TABLE_EVENTS] = "events",          [TABLE_STATUSES] = "status",
};

static bool read_tables(Office *o, ImportFile tables[TABLE_COUNT], Err *err)
{
    static const char *const endings[] = {".csv", ".tsv", ".xlsx"};
    for (size_t kind = 0; kind < TABLE_COUNT; kind++) {
        tables[kind] = (ImportFile){0};
        for (size_t e = 0; e < COUNT(endings); e++) {
            Str name =
                str_format(o->arena, "%s%s", table_paths[kind], endings[e]);
            const char *path = file_path(o->arena, o->folder, name.ptr);
            if (!file_exists(path)) continue;
            if (!office_read_table(o->arena, path, shown_path(o, name.ptr),
                                   &tables[kind], err))
                return false;
            break;
        }
    }
    return true;
}

static bool read_register(Office *o, Err *err)
{
    ImportFile tables[TABLE_COUNT];
    if (!read_tables(o, tables, err)) return false;
    if (import_register(o->arena, tables, &o->r, &o->faults, &o->remarks))
        return true;
    (void)FAIL(err, ERR_INPUT, "the register has faults");
    return err_id(err, "register berisi kesalahan");
}

static bool read_settings(Office *o, Err *err)
{
    const char *path = file_path(o->arena, o->folder, "government.conf");
    const Source *source = NULL;
    Str shown = shown_path(o, "government.conf");
    if (!read_source(o->arena, path, shown, SMALL_MOST, &source, err))
        return false;
    return settings_read(o->arena, source, &o->government, &o->diags) ||
           has_faults(shown, err);
}

static bool read_calendar(Office *o, const char *path, Str shown, Err *err)
{
    const Source *source = NULL;
    if (!read_source(o->arena, path, shown, SMALL_MOST, &source, err))
        return false;
    return calendar_read(o->arena, source, &o->calendar, &o->diags) ||
           has_faults(shown, err);
}

static const char national[] = "calendar/nasional.csv";

/*
 * The data folder, or NULL: TATAKERJA_DATA, else "data" in the folder of the
 * program or in one of the four above it (build/gcc/tests/ is the deepest).
 */
static const char *find_data(Arena *arena)
{
    /* Nothing in this program changes its environment. */
    const char *told = getenv("TATAKERJA_DATA"); /* NOLINT(*-mt-unsafe) */
    if (told != NULL && told[0] != '\0') return told;
    char at[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", at, sizeof at - 1);
    if (len <= 0) return NULL;
    at[len] = '\0';
    for (int up = 0; up < 5; up++) {
        char *slash = strrchr(at, '/');
        if (slash == NULL) return NULL;
        *slash = '\0';
        const char *data = file_path(arena, at[0] == '\0' ? "/" : at, "data");
        if (file_exists(file_path(arena, data, national))) return data;
    }
    return NULL;
}

static bool read_calendars(Office *o, Err *err)
{
    const char *data = find_data(o->arena);
    const char *local = file_path(o->arena, o->folder, "calendar");
    FileNames names = {0};
    if (data == NULL) {
        (void)FAIL(err, ERR_IO,
                   "the national calendar, data/%s, is not beside the program; "
                   "TATAKERJA_DATA may name its folder",
                   national);
        return err_id(err,
                      "kalender nasional, data/%s, tidak ada di samping "
                      "program; TATAKERJA_DATA dapat menyebut foldernya",
                      national);
    }
    if (!read_calendar(o, file_path(o->arena, data, national), str_of(national),
                       err))
        return false;
    if (!file_exists(local)) return true;
    if (!file_list(o->arena, local, STR(".csv"), &names, err)) return false;
    for (size_t i = 0; i < names.count; i++) {
        Str name = str_format(o->arena, "calendar/%.*s", STR_ARG(names.at[i]));
        if (!read_calendar(o, file_path(o->arena, o->folder, name.ptr),
                           shown_path(o, name.ptr), err))
            return false;
    }
    return true;
}

/* ---- letters ----------------------------------------------------------- */

typedef VEC(CorpusInput) Inputs;

/* All letters of a folder; all of their faults come at once. */
static bool read_letters(Office *o, const char *folder, bool decision,
                         Inputs *inputs, Err *err)
{
    const char *path = file_path(o->arena, o->folder, folder);
    FileNames names = {0};
    Err first = {0};
    if (!file_exists(path)) return true;
    if (!file_list(o->arena, path, STR(".edaran"), &names, err)) return false;
    for (size_t i = 0; i < names.count; i++) {
        Str name =
            str_format(o->arena, "%s/%.*s", folder, STR_ARG(names.at[i]));
        CorpusInput letter = {0};
        if (!office_read_letter(
                o->arena, file_path(o->arena, o->folder, name.ptr),
                shown_path(o, name.ptr), &letter, &o->diags, &first))
            continue;
        letter.decision = decision;
        VEC_PUSH(o->arena, inputs, letter);
    }
    if (first.kind == ERR_NONE) return true;
    *err = first;
    return false;
}

static bool read_all_letters(Office *o, Err *err)
{
    Inputs inputs = {0};
    bool letters = read_letters(o, "letters", false, &inputs, err);
    bool all = read_letters(o, "decisions", true, &inputs, err) && letters;
    o->letters = inputs.at;
    o->letter_count = inputs.count;
    return all;
}

void office_put_letter(Office *office, CorpusInput letter)
{
    Str cite = letter_cite(letter.tree);
    for (size_t i = 0; i < office->letter_count; i++) {
        CorpusInput *old = &office->letters[i];
        if (!letter_number_is(letter_cite(old->tree), cite)) continue;
        letter.decision = old->decision;
        *old = letter;
        return;
    }
    Inputs inputs = {office->letters, office->letter_count,
                     office->letter_count};
    VEC_PUSH(office->arena, &inputs, letter);
    office->letters = inputs.at;
    office->letter_count = inputs.count;
}

/* ---- all --------------------------------------------------------------- */

static bool no_folder(Err *err, const char *folder)
{
    (void)FAIL(err, ERR_IO, "there is no folder '%s'", folder);
    return err_id(err, "folder '%s' tidak ada", folder);
}

bool office_open(Arena *arena, const char *folder, Office *out, Err *err)
{
    *out = (Office){
        .arena = arena,
        .folder = folder,
        .calendar = calendar_empty(),
        .diags = diags_in(arena),
        .faults = {.arena = arena},
        .remarks = diags_in(arena),
    };
    if (!file_exists(folder)) return no_folder(err, folder);
    return read_settings(out, err) && read_register(out, err) &&
           read_calendars(out, err) && read_all_letters(out, err);
}

CorpusFrom office_from(const Office *office)
{
    return (CorpusFrom){
        .inputs = office->letters,
        .input_count = office->letter_count,
        .government = &office->government,
        .r = &office->r,
        .calendar = &office->calendar,
    };
}

bool office_law(Office *office, Date known, Corpus *out, Err *err)
{
    CorpusFrom from = office_from(office);
    if (corpus_make(office->arena, &from, known, out, &office->diags))
        return true;
    (void)FAIL(err, ERR_INPUT, "the letters do not fit together");
    return err_id(err, "surat-surat itu tidak cocok satu sama lain");
}

bool office_refuse(Office *office, const char *id, Str said_id, Str said_en,
                   Err *err)
{
    diag_add(&office->diags, DIAG_ERROR, id, NULL, (Span){0, 0}, said_id,
             said_en);
    (void)FAIL(err, ERR_INPUT, "%.*s", STR_ARG(said_en));
    return err_id(err, "%.*s", STR_ARG(said_id));
}
