/* SPDX-License-Identifier: Apache-2.0 */
#include "door/tables.h"

/* Spreadsheets are opened by a child that can do nothing else
 * (app/confine.h). */
static bool read_files(Visit *v, RenewFiles *out, Err *err)
{
    const FieldValue *given = visit_field(v, "berkas");
    if (given->file_count > RENEW_FILES) {
        (void)FAIL(err, ERR_LIMIT, "at most %d files at once", RENEW_FILES);
        return err_id(err, "paling banyak %d berkas sekaligus", RENEW_FILES);
    }
    out->kind = import_files_kind(visit_field(v, "jenis")->text);
    for (out->count = 0; out->count < given->file_count; out->count++) {
        const HttpFile *file = given->files[out->count];
        if (!office_table(v->arena, file->name, file->body,
                          &out->files[out->count], err))
            return false;
    }
    return true;
}

bool tables_check(Visit *v, FactId id, Renewal *out, Err *err)
{
    RenewFiles files;
    return read_files(v, &files, err) &&
           renew_register(v->arena, v->view, &files, out, err) &&
           (!out->sound ||
            renew_register_keep(v->view, v->arena, id, v->actor, &files, err));
}

bool tables_kept(Visit *v, Renewal *out, Err *err)
{
    RenewFiles files;
    return renew_register_kept(v->view, v->arena, visit_field(v, "titipan")->id,
                               v->actor, &files, err) &&
           renew_register(v->arena, v->view, &files, out, err);
}

static bool is_unsound(Err *err)
{
    (void)FAIL(err, ERR_STALE,
               "the register changed meanwhile, and these tables do not fit it "
               "any more; check them again");
    return err_id(err, "register berubah sementara itu dan tabel ini tidak "
                       "cocok lagi; periksa lagi");
}

static bool write(Visit *v, Err *err)
{
    Loaded loaded = {0};
    Renewal renewal = {0};
    if (!tables_kept(v, &renewal, err) || (!renewal.sound && !is_unsound(err)))
        return false;
    if (!renew_register_write(v->view, &renewal, &loaded, err)) return false;
    /* What is kept is kept, whether or not it can be shown at once. */
    Err ignored = {0};
    (void)!live_wrote(v->live, v->government, &ignored);
    return true;
}

bool tables_put_in(Visit *v, bool *again, Err *err)
{
    FactId id = visit_field(v, "titipan")->id;
    *again = renew_register_done(v->view, v->arena, id, v->actor);
    if (*again) return true;
    if (!write(v, err)) return false;
    renew_register_finish(v->view, v->arena, id, v->actor);
    return true;
}
