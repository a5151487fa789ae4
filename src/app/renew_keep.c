/* SPDX-License-Identifier: Apache-2.0 */
/*
 * renew_keep.c - tables that wait for a word: a line that says whose they are
 * and of which kind, where that was chosen; then each with a line of its name
 * and length before it.
 *
 *     impor 2<tab>kotim<tab>P1<tab>pegawai
 *     people.csv<tab>1234
 *     kode,nip,...
 */
#include "app/renew_register.h"
#include "base/num.h"

static void put_line(Buf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool splits = text.ptr[i] == '\t' || text.ptr[i] == '\n';
        if (!splits) buf_char(out, text.ptr[i]);
    }
}

static Str head_of(Arena *arena, const LiveView *view, Str actor)
{
    return str_format(arena, "impor 2\t%.*s\t%.*s\t",
                      STR_ARG(view->office->government.code), STR_ARG(actor));
}

/* What somebody has looked at under an id is what is put in by it. */
static bool is_free(const LiveView *view, Arena *arena, FactId id, Str bytes,
                    Err *err)
{
    Str before = {0};
    bool found = false;
    if (!store_aside(live_store(view->live), arena, id, &before, &found, err))
        return false;
    if (!found || str_is(before, bytes)) return true;
    (void)FAIL(err, ERR_STALE,
               "other files were handed in by this form; load "
               "the page again and choose anew");
    return err_id(err, "formulir ini sudah dipakai untuk berkas lain; muat "
                       "ulang halamannya lalu pilih lagi");
}

bool renew_register_keep(const LiveView *view, Arena *arena, FactId id,
                         Str actor, const RenewFiles *given, Err *err)
{
    Buf out = buf_in(arena);
    const ImportFile *files = given->files;
    buf_put(&out, head_of(arena, view, actor));
    if (given->kind != TABLE_COUNT)
        buf_put(&out, import_files_word(given->kind));
    buf_char(&out, '\n');
    for (size_t i = 0; i < given->count; i++) {
        put_line(&out, files[i].name);
        buf_format(&out, "\t%zu\n", files[i].bytes.len);
        buf_put(&out, files[i].bytes);
    }
    return is_free(view, arena, id, buf_str(&out), err) &&
           store_aside_put(live_store(view->live), id, live_view_now(view),
                           buf_str(&out), err);
}

static bool is_gone(Err *err)
{
    (void)FAIL(err, ERR_ABSENT,
               "these files are not here any more; choose them again");
    return err_id(err, "berkas itu tidak ada lagi di sini; pilih lagi");
}

/* One file; false at the end, or where the text is none of ours. */
static bool next_file(Str *rest, ImportFile *out)
{
    Str line = {0}, name = {0};
    int64_t length = 0;
    if (!str_next(rest, '\n', &line) || !str_next(&line, '\t', &name) ||
        !num_is(line, 0, STORE_ASIDE_MOST, &length) ||
        (size_t)length > rest->len)
        return false;
    *out = (ImportFile){name, str_slice(*rest, 0, (size_t)length)};
    *rest = str_slice(*rest, (size_t)length, rest->len);
    return true;
}

bool renew_register_kept(const LiveView *view, Arena *arena, FactId id,
                         Str actor, RenewFiles *out, Err *err)
{
    Str rest = {0}, head = {0};
    bool found = false;
    Str mine = head_of(arena, view, actor);
    RenewFiles files = {.count = 0};
    if (!store_aside(live_store(view->live), arena, id, &rest, &found, err))
        return false;
    if (!found || !str_next(&rest, '\n', &head) || !str_starts(head, mine))
        return is_gone(err);
    files.kind = import_files_kind(str_slice(head, mine.len, head.len));
    while (files.count < RENEW_FILES &&
           next_file(&rest, &files.files[files.count]))
        files.count++;
    if (files.count == 0) return is_gone(err);
    *out = files;
    return true;
}

/* ---- put in ----------------------------------------------------------------
 */

static Str done_mark(Arena *arena, const LiveView *view, Str actor)
{
    return str_format(arena, "selesai\t%.*s\t%.*s\n",
                      STR_ARG(view->office->government.code), STR_ARG(actor));
}

/* Where that cannot be kept, the next time says that they are gone. */
void renew_register_finish(const LiveView *view, Arena *arena, FactId id,
                           Str actor)
{
    Err ignored = {0};
    if (!store_aside_put(live_store(view->live), id, live_view_now(view),
                         done_mark(arena, view, actor), &ignored))
        store_aside_drop(live_store(view->live), id);
}

bool renew_register_done(const LiveView *view, Arena *arena, FactId id,
                         Str actor)
{
    Str text = {0};
    bool found = false;
    Err ignored = {0};
    return store_aside(live_store(view->live), arena, id, &text, &found,
                       &ignored) &&
           found && str_is(text, done_mark(arena, view, actor));
}
