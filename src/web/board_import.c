/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_import.h"

#include "door/problem.h"
#include "door/tables.h"

const FieldRule board_import_fields[BOARD_IMPORT_FIELDS] = {
    {.name = "id", .label = N_("Record"), .kind = FIELD_ID, .needed = true},
    TABLES_FILES,
    TABLES_KIND,
};

const FieldRule board_import_kept_fields[BOARD_IMPORT_KEPT_FIELDS] = {
    TABLES_KEPT,
};

/* ---- the first page --------------------------------------------------------
 */

static void put_kinds(Page *page)
{
    FormChoice choices[TABLE_COUNT + 1] = {
        {STR(""), said(&page->speech, "By its columns"), {0}, true}
    };
    for (int k = 0; k < TABLE_COUNT; k++) {
        TableKind kind = (TableKind)k;
        choices[k + 1] =
            (FormChoice){.value = import_files_word(kind),
                         .text = import_files_table(kind, page->speech.lang)};
    }
    form_select(page, "jenis", "Kind of table", choices, COUNT(choices));
}

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
    put_kinds(page);
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
    if (!tables_check(v, visit_field(v, "id")->id, &renewal, &err)) {
        problem_cause(v, &err);
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
    if (!tables_kept(v, &renewal, &err)) {
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

/* Put in twice it is the same: the second time nothing is new. */
void board_import_write(Visit *v)
{
    Err err = {0};
    bool again = false;
    if (tables_put_in(v, &again, &err))
        visit_go(v, STR("/impor"), "masuk");
    else
        visit_refuse(v, &err);
}
