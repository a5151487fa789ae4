/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/recap_change.h"

#include "sheet/recap_text.h"

enum { RECAP_MOST = 64 << 20, CHANGES_SHOWN = 40 };

/* A fault of the text, behind the name of its file. */
static bool name_file(const char *path, Err *err)
{
    Err why = *err;
    (void)FAIL(err, why.kind, "'%s': %s", path, why.text);
    return err_id(err, "'%s': %s", path, why.id[0] != '\0' ? why.id : why.text);
}

static bool compare(const Call *call, const RecapMade *made, const char *path,
                    RecapChanges *out, Err *err)
{
    Str text = {0};
    RecapTable old = {0};
    if (!office_read_file(call->arena, path, RECAP_MOST, &text, err))
        return false;
    if (!recap_table_read(call->arena, text, &old, err) ||
        !recap_compare(call->arena, &old, &made->table, out, err))
        return name_file(path, err);
    return true;
}

static void put_change(const Call *call, const RecapChange *change, Buf *out)
{
    if (change->column == RECAP_COLUMNS && change->more.len == 0) {
        if (change->to > 0)
            say_format(out, call->lang, "  %.*s: baru\n", "  %.*s: new\n",
                       STR_ARG(change->person));
        else
            say_format(out, call->lang, "  %.*s: tidak ada lagi\n",
                       "  %.*s: gone\n", STR_ARG(change->person));
        return;
    }
    Str column = recap_text_changed(call->arena, change, call->lang);
    say_format(out, call->lang, "  %.*s, %.*s: %d menjadi %d\n",
               "  %.*s, %.*s: %d becomes %d\n", STR_ARG(change->person),
               STR_ARG(column), change->from, change->to);
}

void recap_change_put(const Call *call, const RecapChanges *changes, Buf *out)
{
    for (size_t i = 0; i < changes->count && i < CHANGES_SHOWN; i++)
        put_change(call, &changes->at[i], out);
    if (changes->count > CHANGES_SHOWN)
        say_format(out, call->lang, "  dan %zu lagi\n", "  and %zu more\n",
                   changes->count - CHANGES_SHOWN);
}

bool recap_change_text(const Call *call, const RecapMade *made,
                       const char *path, Buf *out, Err *err)
{
    RecapChanges changes = {0};
    if (!compare(call, made, path, &changes, err)) return false;
    say_format(out, call->lang, "\nDibandingkan dengan %s: %zu perubahan\n",
               "\nCompared with %s: %zu changes\n", path, changes.count);
    recap_change_put(call, &changes, out);
    return true;
}
