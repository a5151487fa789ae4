/* SPDX-License-Identifier: Apache-2.0 */
#include "app/data_parts.h"

#include "base/num.h"

enum {
    READ_MOST = 64 << 20,
    WRITE_MOST = 32 << 20,
    ROWS_MOST = 100000,
    PARTS_MOST = 9999
};

/* ---- names -------------------------------------------------------------- */

static Str name_of(Arena *arena, uint32_t part)
{
    return part == 1 ? STR(DATA_FACTS_FILE)
                     : str_format(arena, "fakta-%04u.csv", part);
}

/* part = "fakta.csv" | "fakta-" four digits ".csv", from 2; else 0 */
static uint32_t part_of(Str name)
{
    const size_t head = sizeof "fakta-" - 1;
    int64_t part = 0;
    if (str_is(name, STR(DATA_FACTS_FILE))) return 1;
    bool is = name.len == sizeof "fakta-0002.csv" - 1 &&
              str_starts(name, STR("fakta-")) && str_ends(name, STR(".csv")) &&
              num_is(str_slice(name, head, head + 4), 2, PARTS_MOST, &part);
    return is ? (uint32_t)part : 0;
}

bool data_parts_is(Str name)
{
    return part_of(name) != 0;
}

static bool refuse_missing(Str name, Str behind, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "'%.*s' is missing, though '%.*s' is there; facts need all of "
               "their files",
               STR_ARG(name), STR_ARG(behind));
    return err_id(err,
                  "'%.*s' tidak ada, padahal '%.*s' ada; fakta memerlukan "
                  "semua berkasnya",
                  STR_ARG(name), STR_ARG(behind));
}

/* By name "fakta-0002.csv" comes before "fakta.csv", which is last. */
bool data_parts_list(Arena *arena, const char *folder, FileNames *out, Err *err)
{
    FileNames all = {0};
    FileNames parts = {0};
    if (!file_list(arena, folder, STR(".csv"), &all, err)) return false;
    if (file_exists(file_path(arena, folder, DATA_FACTS_FILE)))
        VEC_PUSH(arena, &parts, STR(DATA_FACTS_FILE));
    for (size_t i = 0; i < all.count; i++) {
        uint32_t part = part_of(all.at[i]);
        if (part < 2) continue;
        if (part != parts.count + 1)
            return refuse_missing(name_of(arena, (uint32_t)parts.count + 1),
                                  all.at[i], err);
        VEC_PUSH(arena, &parts, all.at[i]);
    }
    *out = parts;
    return true;
}

/* ---- reading ------------------------------------------------------------ */

bool data_parts_read(Arena *arena, const char *folder, Str name, DataPart *out,
                     Err *err)
{
    DataFiles disk = {.folder = folder};
    DataPart part = {.name = name};
    Str text = {0};
    if (!data_files_read(arena, &disk, str_c(arena, name), READ_MOST, &text,
                         err))
        return false;
    if (text.len == 0) return data_files_empty(name, err);
    part.digest = data_digest(arena, text);
    if (!data_facts_read(arena, name, text, &part.facts, err)) return false;
    *out = part;
    return true;
}

bool data_parts_all(Arena *arena, const char *folder, DataFacts *out, Err *err)
{
    FileNames names = {0};
    VEC(Fact) all = {0};
    if (!data_parts_list(arena, folder, &names, err)) return false;
    for (size_t p = 0; p < names.count; p++) {
        DataPart part = {0};
        if (!data_parts_read(arena, folder, names.at[p], &part, err))
            return false;
        for (size_t i = 0; i < part.facts.count; i++)
            VEC_PUSH(arena, &all, part.facts.at[i]);
    }
    *out = (DataFacts){all.at, all.count};
    return true;
}

/* ---- writing ------------------------------------------------------------ */

DataPartsOut data_parts_out(Arena *arena, const char *folder, uint32_t rows)
{
    return (DataPartsOut){.arena = arena,
                          .folder = folder,
                          .rows = rows == 0 ? ROWS_MOST : rows,
                          .table = buf_in(arena),
                          .scratch = buf_in(arena)};
}

static bool refuse_many(Err *err)
{
    (void)FAIL(err, ERR_LIMIT, "facts for more than %d files", PARTS_MOST);
    return err_id(err, "fakta untuk lebih dari %d berkas", PARTS_MOST);
}

bool data_parts_end(DataPartsOut *parts, Err *err)
{
    if (parts->held == 0) return true;
    if (!buf_ok(&parts->table) || parts->files > PARTS_MOST)
        return refuse_many(err);
    Str name = name_of(parts->arena, parts->files);
    const char *path =
        file_path(parts->arena, parts->folder, str_c(parts->arena, name));
    parts->held = 0;
    return file_write(path, buf_str(&parts->table), err);
}

bool data_parts_put(DataPartsOut *parts, const Fact *fact, Err *err)
{
    bool full = parts->held == parts->rows || parts->table.len > WRITE_MOST;
    if (full && !data_parts_end(parts, err)) return false;
    if (parts->held == 0) {
        parts->files++;
        parts->table.len = 0;
        data_facts_head(&parts->table);
    }
    data_facts_row(fact, &parts->scratch, &parts->table);
    parts->held++;
    parts->facts++;
    return true;
}
