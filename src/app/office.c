/* SPDX-License-Identifier: Apache-2.0 */
#include "app/office.h"

#include "app/confine.h"
#include "circular/parse.h"
#include "register/crest.h"

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

bool office_read_file(Arena *arena, const char *path, size_t most, Str *out,
                      Err *err)
{
    if (file_read(arena, path, most, out, err)) return true;
    return err->kind == ERR_LIMIT && data_files_too_large(path, most, err);
}

static bool has_faults(Str shown, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "'%.*s' has faults", STR_ARG(shown));
    return err_id(err, "'%.*s' berisi kesalahan", STR_ARG(shown));
}

static const Source *source_of(Arena *arena, Str shown, Str text)
{
    Source *source = NEW(arena, Source, 1);
    *source = (Source){shown, text};
    return source;
}

static bool parse_letter(Arena *arena, const Source *source, CorpusInput *out,
                         Diags *diags, Err *err)
{
    Letter *tree = NEW(arena, Letter, 1);
    bool sound = letter_parse(arena, source, tree, diags);
    *out = (CorpusInput){.tree = tree, .source = source};
    return sound || has_faults(source->name, err);
}

bool office_read_letter(Arena *arena, const char *path, Str shown,
                        CorpusInput *out, Diags *diags, Err *err)
{
    Str text = {0};
    return office_read_file(arena, path, LETTER_MOST, &text, err) &&
           parse_letter(arena, source_of(arena, shown, text), out, diags, err);
}

/* The refusal of a sheet, behind the name of its file. */
static bool name_sheet(Str shown, Err *err)
{
    Err why = *err;
    (void)FAIL(err, why.kind, "'%.*s': %s", STR_ARG(shown), why.text);
    if (why.id[0] == '\0') return false;
    return err_id(err, "'%.*s': %s", STR_ARG(shown), why.id);
}

static bool is_hollow(Str shown, Err *err)
{
    Str name = str_slice(shown, 0, 80);
    (void)FAIL(err, ERR_INPUT,
               "the file '%.*s' is empty (0 bytes); save the table once more "
               "and choose it again",
               STR_ARG(name));
    return err_id(err,
                  "berkas '%.*s' itu kosong (0 byte); simpan lagi tabelnya, "
                  "lalu pilih kembali",
                  STR_ARG(name));
}

bool office_table(Arena *arena, Str shown, Str bytes, ImportFile *out, Err *err)
{
    if (bytes.len == 0) return is_hollow(shown, err);
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

bool office_read_table(Arena *arena, const char *path, Str shown,
                       ImportFile *out, Err *err)
{
    Str bytes = {0};
    return office_read_file(arena, path, TABLE_MOST, &bytes, err) &&
           office_table(arena, shown, bytes, out, err);
}

/* ---- the parts of a folder --------------------------------------------- */

/* A file of the folder as its reader would name it. */
static Str shown_path(const Office *o, const char *name)
{
    const char *folder = o->files.folder;
    if (folder == NULL || strcmp(folder, ".") == 0)
        return str_copy(o->arena, str_of(name));
    return str_of(file_path(o->arena, folder, name));
}

static bool read_source(Office *o, const char *name, const Source **out,
                        Err *err)
{
    Str text = {0};
    if (!data_files_read(o->arena, &o->files, name, SMALL_MOST, &text, err))
        return false;
    *out = source_of(o->arena, shown_path(o, name), text);
    return true;
}

/* Where the tables are, without their ending. */
static const char *const table_paths[] = {
    [TABLE_UNITS] = "register/units",
    [TABLE_POSTS] = "register/posts",
    [TABLE_PEOPLE] = "register/people",
    [TABLE_ABSENCES] = "register/absences",
    [TABLE_MARKS] = "register/marks",
    [TABLE_COUNTERS] = "register/counters",
    [TABLE_EVENTS] = "events",
    [TABLE_STATUSES] = "status",
    [TABLE_GRANTS] = "register/kewenangan",
};

Str office_table_path(TableKind kind)
{
    CHECK((size_t)kind < COUNT(table_paths));
    return str_of(table_paths[kind]);
}

static bool read_tables(Office *o, ImportFile tables[TABLE_COUNT], Err *err)
{
    static const char *const endings[] = {".csv", ".tsv", ".xlsx"};
    for (size_t kind = 0; kind < TABLE_COUNT; kind++) {
        tables[kind] = (ImportFile){0};
        for (size_t e = 0; e < COUNT(endings); e++) {
            Str name =
                str_format(o->arena, "%s%s", table_paths[kind], endings[e]);
            Str bytes = {0};
            if (!data_files_has(&o->files, o->arena, name.ptr)) continue;
            if (!data_files_read(o->arena, &o->files, name.ptr, TABLE_MOST,
                                 &bytes, err) ||
                !office_table(o->arena, shown_path(o, name.ptr), bytes,
                              &tables[kind], err))
                return false;
            break;
        }
    }
    return true;
}

/* What lies in a folder can be mended there; what the memory keeps is read. */
static bool all_is_seen(Office *o, const ImportFile tables[TABLE_COUNT])
{
    bool seen = true;
    for (int kind = 0; o->files.documents == NULL && kind < TABLE_COUNT;
         kind++) {
        if (tables[kind].name.len > 0)
            seen &= import_unseen(o->arena, (TableKind)kind, &tables[kind],
                                  &o->faults);
    }
    return seen;
}

static bool read_register(Office *o, Err *err)
{
    ImportFile tables[TABLE_COUNT];
    if (!read_tables(o, tables, err)) return false;
    bool seen = all_is_seen(o, tables);
    if (import_register(o->arena, tables, &o->r, &o->faults, &o->remarks) &&
        seen)
        return true;
    (void)FAIL(err, ERR_INPUT, "the register has faults");
    return err_id(err, "register berisi kesalahan");
}

/* Said where the settings name it. */
static bool refuse_crest(Office *o, const Source *source, const Err *why,
                         Err *err)
{
    size_t at = str_find(source->text, o->government.crest, 0);
    Span span = {(uint32_t)at, (uint32_t)(at + o->government.crest.len)};
    if (at == SIZE_MAX) span = (Span){0, 0};
    diag_add(
        &o->diags, DIAG_ERROR, "setelan-10", source, span,
        str_copy(o->arena, str_of(why->id[0] != '\0' ? why->id : why->text)),
        str_copy(o->arena, str_of(why->text)));
    return has_faults(source->name, err);
}

/* A crest that is named is there, and can do nothing but be seen. */
static bool read_crest(Office *o, const Source *source, Err *err)
{
    Err why = {0};
    Str name = o->government.crest;
    if (name.len == 0) return true;
    bool plain =
        str_find(name, STR("/"), 0) == SIZE_MAX && str_ends(name, STR(".svg"));
    if (!plain) {
        (void)FAIL(&why, ERR_INPUT, "the crest is an SVG beside the settings");
        (void)err_id(&why, "lambang ialah berkas SVG di sebelah setelan");
    }
    if (plain &&
        data_files_read(o->arena, &o->files, str_c(o->arena, name), SMALL_MOST,
                        &o->crest, &why) &&
        crest_check(o->crest, &why))
        return true;
    o->crest = STR("");
    return refuse_crest(o, source, &why, err);
}

static bool read_settings(Office *o, Err *err)
{
    const Source *source = NULL;
    if (!read_source(o, "government.conf", &source, err)) return false;
    if (!settings_read(o->arena, source, &o->government, &o->diags))
        return has_faults(source->name, err);
    return read_crest(o, source, err);
}

static bool read_calendar(Office *o, const Source *source, Err *err)
{
    return calendar_read(o->arena, source, &o->calendar, &o->diags) ||
           has_faults(source->name, err);
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

static bool no_national(Err *err)
{
    (void)FAIL(err, ERR_IO,
               "the national calendar, data/%s, is not beside the program; "
               "TATAKERJA_DATA may name its folder",
               national);
    return err_id(err,
                  "kalender nasional, data/%s, tidak ada di samping "
                  "program; TATAKERJA_DATA dapat menyebut foldernya",
                  national);
}

static bool read_national(Office *o, Err *err)
{
    const char *data = find_data(o->arena);
    Str text = {0};
    if (data == NULL) return no_national(err);
    return office_read_file(o->arena, file_path(o->arena, data, national),
                            SMALL_MOST, &text, err) &&
           read_calendar(o, source_of(o->arena, str_of(national), text), err);
}

static bool read_calendars(Office *o, Err *err)
{
    FileNames names = {0};
    if (!read_national(o, err)) return false;
    if (!data_files_has(&o->files, o->arena, "calendar")) return true;
    if (!data_files_list(o->arena, &o->files, "calendar", STR(".csv"), &names,
                         err))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        const Source *source = NULL;
        Str name = str_format(o->arena, "calendar/%.*s", STR_ARG(names.at[i]));
        if (!read_source(o, name.ptr, &source, err) ||
            !read_calendar(o, source, err))
            return false;
    }
    return true;
}

/* ---- letters ----------------------------------------------------------- */

typedef VEC(CorpusInput) Inputs;

static bool read_letter(Office *o, const char *name, CorpusInput *out, Err *err)
{
    Str text = {0};
    return data_files_read(o->arena, &o->files, name, LETTER_MOST, &text,
                           err) &&
           parse_letter(o->arena,
                        source_of(o->arena, shown_path(o, name), text), out,
                        &o->diags, err);
}

/* All letters of a folder; all of their faults come at once. */
static bool read_letters(Office *o, const char *folder, bool decision,
                         Inputs *inputs, Err *err)
{
    FileNames names = {0};
    Err first = {0};
    if (!data_files_has(&o->files, o->arena, folder)) return true;
    if (!data_files_list(o->arena, &o->files, folder, STR(".edaran"), &names,
                         err))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        Str name =
            str_format(o->arena, "%s/%.*s", folder, STR_ARG(names.at[i]));
        CorpusInput letter = {0};
        if (!read_letter(o, name.ptr, &letter, &first)) continue;
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

bool office_open_files(Arena *arena, const DataFiles *files, Office *out,
                       Err *err)
{
    *out = (Office){
        .arena = arena,
        .files = *files,
        .calendar = calendar_empty(),
        .diags = diags_in(arena),
        .faults = {.arena = arena},
        .remarks = diags_in(arena),
    };
    if (files->documents == NULL && !file_exists(files->folder))
        return no_folder(err, files->folder);
    return read_settings(out, err) && read_register(out, err) &&
           read_calendars(out, err) && read_all_letters(out, err);
}

bool office_open(Arena *arena, const char *folder, Office *out, Err *err)
{
    return office_open_files(arena, &(DataFiles){.folder = folder}, out, err);
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
