/* SPDX-License-Identifier: Apache-2.0 */
#include "app/import_files.h"

static const Str table_words[TABLE_COUNT][2] = {
    [TABLE_UNITS] = {STR_INIT("unit"),                STR_INIT("units")        },
    [TABLE_POSTS] = {STR_INIT("jabatan"),             STR_INIT("posts")        },
    [TABLE_PEOPLE] = {STR_INIT("pegawai"),             STR_INIT("people")       },
    [TABLE_ABSENCES] = {STR_INIT("cuti dan dinas luar"),
                     STR_INIT("leave and trips")                               },
    [TABLE_MARKS] = {STR_INIT("tanda"),               STR_INIT("marks")        },
    [TABLE_COUNTERS] = {STR_INIT("loket"),               STR_INIT("counters")     },
    [TABLE_EVENTS] = {STR_INIT("kejadian"),            STR_INIT("events")       },
    [TABLE_STATUSES] = {STR_INIT("status wilayah"),      STR_INIT("area statuses")},
    [TABLE_GRANTS] = {STR_INIT("kewenangan"),          STR_INIT("grants")       },
};

Str import_files_table(TableKind kind, Lang lang)
{
    CHECK((size_t)kind < TABLE_COUNT);
    return table_words[kind][lang];
}

Str import_files_word(TableKind kind)
{
    Str rest = STR(IMPORT_KINDS);
    Str word = {0};
    for (int k = 0; k <= (int)kind && str_next(&rest, '|', &word);)
        k++;
    return word;
}

TableKind import_files_kind(Str word)
{
    int kind = 0;
    while (kind < TABLE_COUNT &&
           !str_is(word, import_files_word((TableKind)kind)))
        kind++;
    return (TableKind)kind;
}

static void refuse_file(ImportPreview *p, Str file, const char *said_id,
                        const char *said_en)
{
    Arena *arena = p->remarks.arena;
    diag_add(&p->remarks, DIAG_ERROR, "impor-12", NULL, (Span){0, 0},
             str_format(arena, "'%.*s' %s", STR_ARG(file), said_id),
             str_format(arena, "'%.*s' %s", STR_ARG(file), said_en));
}

/* Look at the header; true when the file has found its place. */
static bool place_file(ImportPreview *p, const ImportFile *file,
                       ImportedFile *seen, ImportFile tables[TABLE_COUNT])
{
    Csv csv = {0};
    Err err = {0};
    *seen = (ImportedFile){.file = file->name};
    if (!csv_read(p->remarks.arena, file->bytes, (CsvLimits){0}, &csv, &err)) {
        refuse_file(p, file->name, "tidak dapat dibaca sebagai tabel",
                    "cannot be read as a table");
        return false;
    }
    if (csv.rows.count > 0) {
        seen->guess = import_guess(&csv.rows.at[0]);
        seen->rows = csv.rows.count - 1;
    }
    if (seen->guess.sure < IMPORT_SURE) {
        refuse_file(p, file->name, "bukan tabel yang dikenal dari judulnya",
                    "is no table that its header makes known");
        return false;
    }
    if (tables[seen->guess.kind].name.len > 0) {
        refuse_file(p, file->name, "memuat tabel yang sudah diberikan",
                    "holds a table that has been given already");
        return false;
    }
    tables[seen->guess.kind] = *file;
    return true;
}

bool import_files(Arena *arena, const char *const *paths, size_t count,
                  ImportPreview *out, Err *err)
{
    ImportFile tables[TABLE_COUNT] = {0};
    ImportPreview made = {
        .files = NEW(arena, ImportedFile, count),
        .file_count = count,
        .faults = {.arena = arena},
        .remarks = diags_in(arena),
    };
    bool placed = true;
    for (size_t i = 0; i < count; i++) {
        ImportFile file = {0};
        if (!office_read_table(arena, paths[i], str_of(paths[i]), &file, err))
            return false;
        placed = place_file(&made, &file, &made.files[i], tables) && placed;
    }
    made.sound = placed && import_register(arena, tables, &made.r, &made.faults,
                                           &made.remarks);
    for (size_t kind = 0; kind < TABLE_COUNT; kind++) {
        if (tables[kind].name.len > 0)
            made.sound &= import_unseen(arena, (TableKind)kind, &tables[kind],
                                        &made.faults);
    }
    *out = made;
    return true;
}
