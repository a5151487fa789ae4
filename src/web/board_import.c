/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_import.h"

enum { FILE_MOST = 20 << 20 };

const FieldRule board_import_fields[BOARD_IMPORT_FIELDS] = {
    {.name = "id",       .label = N_("Record"), .kind = FIELD_ID, .needed = true},
    { .name = "berkas",
     .label = N_("Tables"),
     .kind = FIELD_FILE,
     .needed = true,
     .many = true,
     .most = FILE_MOST},
};

const FieldRule board_import_kept_fields[BOARD_IMPORT_KEPT_FIELDS] = {
    {.name = "titipan", .label = N_("Files"), .kind = FIELD_ID, .needed = true},
};

/* ---- the first page --------------------------------------------------------
 */

static void put_form(Page *page)
{
    form_open_files(page, STR("/impor"));
    page_put(page, HTML("<div class=\"isian\"><label for=\"f-berkas\">"));
    page_say(page, "Tables of people, units, posts, absences, marks or "
                   "counters");
    page_put(page, HTML("</label><p class=\"hint\" id=\"h-berkas\">"));
    page_say(page, "CSV or XLSX, also as SIASN exports them. Which table it is "
                   "is told by its header. Tables that are not given stay.");
    page_put(page,
             HTML("</p><input type=\"file\" id=\"f-berkas\" name=\"berkas\" "
                  "aria-describedby=\"h-berkas\" multiple required "
                  "accept=\".csv,.tsv,.xlsx\"></div>\n"));
    form_button(page, "Check the files");
    form_close(page);
    part_small(page, N_("Nothing is written yet: first you see what would be "
                        "different."));
}

static Page open_page(Visit *v)
{
    PageHead head = {.frame = PAGE_DESK, .here = "/pegawai"};
    Page page = page_open(v, &head);
    board_head(&page, STR(""), said(&page.speech, "Renew the register"));
    board_head_end(&page);
    return page;
}

static void show_form(Visit *v, const Err *err, const Renewal *renewal)
{
    static const BoardDone done[] = {
        {"masuk", N_("Put in at {time}. It is known from today on.")},
    };
    Page page = open_page(v);
    board_done(&page, done, COUNT(done));
    if (renewal != NULL) board_import_faults(&page, renewal);
    part_open(&page);
    form_faults(&page);
    part_failure(&page, err);
    put_form(&page);
    part_close(&page);
    page_close(&page);
}

void board_import_page(Visit *v)
{
    show_form(v, NULL, NULL);
}

/* ---- checking --------------------------------------------------------------
 */

/* Spreadsheets are opened by a child that can do nothing else (confine.h). */
static bool read_files(Visit *v, ImportFile files[RENEW_FILES], size_t *count,
                       Err *err)
{
    const FieldValue *given = visit_field(v, "berkas");
    for (*count = 0; *count < given->file_count; (*count)++) {
        const HttpFile *file = given->files[*count];
        if (*count == RENEW_FILES) {
            (void)FAIL(err, ERR_LIMIT, "at most %d files at once", RENEW_FILES);
            return err_id(err, "paling banyak %d berkas sekaligus",
                          RENEW_FILES);
        }
        if (!office_table(v->arena, file->name, file->body, &files[*count],
                          err))
            return false;
    }
    return true;
}

static bool check(Visit *v, Renewal *renewal, Err *err)
{
    ImportFile files[RENEW_FILES];
    size_t count = 0;
    return read_files(v, files, &count, err) &&
           renew_register(v->arena, v->view, files, count, renewal, err) &&
           (!renewal->sound ||
            renew_register_keep(v->view, v->arena, visit_field(v, "id")->id,
                                v->actor, files, count, err));
}

void board_import_check(Visit *v)
{
    Err err = {0};
    Renewal renewal = {0};
    char id[FACT_ID_TEXT];
    if (v->fields.faults.count > 0) {
        v->answer->status = 422;
        show_form(v, NULL, NULL);
        return;
    }
    if (!check(v, &renewal, &err)) {
        v->answer->status = err_http(err.kind);
        show_form(v, &err, NULL);
        return;
    }
    if (!renewal.sound) {
        v->answer->status = 422;
        show_form(v, NULL, &renewal);
        return;
    }
    visit_go(v,
             str_format(v->arena, "/impor/%s",
                        fact_id_text(visit_field(v, "id")->id, id)),
             NULL);
}

/* ---- looking at it, and putting it in --------------------------------------
 */

static bool take_up(Visit *v, Renewal *out, Err *err)
{
    ImportFile files[RENEW_FILES];
    size_t count = 0;
    return renew_register_kept(v->view, v->arena, visit_field(v, "titipan")->id,
                               v->actor, files, &count, err) &&
           renew_register(v->arena, v->view, files, count, out, err);
}

static void put_confirm(Page *p)
{
    Visit *v = p->visit;
    char id[FACT_ID_TEXT];
    (void)fact_id_text(visit_field(v, "titipan")->id, id);
    form_open(p, str_format(v->arena, "/impor/%s/masukkan", id));
    form_button(p, "Put it in");
    form_close(p);
}

void board_import_preview(Visit *v)
{
    Err err = {0};
    Renewal renewal;
    if (!take_up(v, &renewal, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = open_page(v);
    if (!renewal.sound) {
        board_import_faults(&page, &renewal);
    } else {
        board_import_changes(&page, &renewal);
        put_confirm(&page);
    }
    part_link(&page, STR("/impor"), N_("Choose other files"));
    page_close(&page);
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
    if (!take_up(v, &renewal, err) || (!renewal.sound && !is_unsound(err)))
        return false;
    bool good = renew_register_write(v->view, &renewal, &loaded, err);
    return live_wrote(v->live, v->government, good ? err : &(Err){0}) && good;
}

/* Put in twice it is the same: the second time nothing is new. */
void board_import_write(Visit *v)
{
    Err err = {0};
    FactId id = visit_field(v, "titipan")->id;
    if (renew_register_done(v->view, v->arena, id, v->actor)) {
        visit_go(v, STR("/impor"), "masuk");
        return;
    }
    if (!write(v, &err)) {
        visit_refuse(v, &err);
        return;
    }
    renew_register_finish(v->view, v->arena, id, v->actor);
    visit_go(v, STR("/impor"), "masuk");
}
