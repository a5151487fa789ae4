/* SPDX-License-Identifier: Apache-2.0 */
#include "app/data_files.h"

bool data_files_too_large(const char *path, size_t most, Err *err)
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

bool data_files_empty(Str name, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "'%.*s' is empty; take it out of the folder or fill it",
               STR_ARG(name));
    return err_id(err, "'%.*s' kosong; keluarkan dari folder atau isi",
                  STR_ARG(name));
}

/* The first document not before the name; documents are sorted. */
static size_t first_from(const DataFiles *files, Str name)
{
    size_t low = 0;
    size_t high = files->count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (str_order(files->documents[mid].name, name) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static const Document *find(const DataFiles *files, Str name)
{
    size_t at = first_from(files, name);
    bool here = at < files->count && str_is(files->documents[at].name, name);
    return here ? &files->documents[at] : NULL;
}

bool data_files_has(const DataFiles *files, Arena *tmp, const char *name)
{
    if (files->documents == NULL)
        return file_exists(file_path(tmp, files->folder, name));
    if (find(files, str_of(name)) != NULL) return true;
    Str inside = str_format(tmp, "%s/", name);
    size_t at = first_from(files, inside);
    return at < files->count && str_starts(files->documents[at].name, inside);
}

bool data_files_list(Arena *arena, const DataFiles *files, const char *folder,
                     Str suffix, FileNames *out, Err *err)
{
    if (files->documents == NULL)
        return file_list(arena, file_path(arena, files->folder, folder), suffix,
                         out, err);
    FileNames names = {0};
    Str inside = str_format(arena, "%s/", folder);
    for (size_t i = first_from(files, inside); i < files->count; i++) {
        Str name = files->documents[i].name;
        if (!str_starts(name, inside)) break;
        Str rest = str_slice(name, inside.len, name.len);
        if (str_find(rest, STR("/"), 0) == SIZE_MAX && str_ends(rest, suffix))
            VEC_PUSH(arena, &names, rest);
    }
    *out = names;
    return true;
}

bool data_files_read(Arena *arena, const DataFiles *files, const char *name,
                     size_t most, Str *out, Err *err)
{
    if (files->documents == NULL) {
        const char *path = file_path(arena, files->folder, name);
        if (file_read(arena, path, most, out, err)) return true;
        return err->kind == ERR_LIMIT && data_files_too_large(path, most, err);
    }
    const Document *document = find(files, str_of(name));
    if (document == NULL) {
        (void)FAIL(err, ERR_ABSENT, "there is no '%s' in the data", name);
        return err_id(err, "'%s' tidak ada di dalam data", name);
    }
    if (document->body.len > most) return data_files_too_large(name, most, err);
    *out = document->body;
    return true;
}
