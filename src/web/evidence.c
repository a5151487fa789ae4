/* SPDX-License-Identifier: Apache-2.0 */
#include "web/evidence.h"

#include "door/address.h"
#include "door/report_files.h"

/* "File 1 (JPEG)". */
static Str file_said(const Page *page, size_t at, Str name)
{
    return SAID(&page->speech, "File {n} ({kind})",
                {"n", said_number(&page->speech, (int64_t)at + 1)},
                {"kind", report_files_kind(name)});
}

/* ---- the field ----------------------------------------------------------- */

static void put_attribute(Page *page, Html before, const char *english)
{
    page_put(page, before);
    page_say(page, english);
    page_put(page, HTML("\""));
}

static void put_input(Page *page)
{
    page_put(page, HTML("<div class=\"isian\"><label for=\"f-berkas\">"));
    page_say(page, "Photo or file");
    page_put(page, HTML("</label><p class=\"hint\" id=\"h-berkas\">"));
    page_say(page, "At most 3: JPEG, PNG or PDF, up to 5 MB each. Photos are "
                   "made smaller on the phone, and the place where one was "
                   "taken is removed. A PDF is kept as it is, with what it "
                   "says of its author.");
    page_put(page, HTML("</p><input type=\"file\" id=\"f-berkas\" "
                        "name=\"berkas\" aria-describedby=\"h-berkas\" "
                        "multiple accept=\"image/*,application/pdf\""));
    put_attribute(page, HTML(" data-lebih=\""),
                  N_("Only the first 3 are taken."));
    page_put(page, HTML("></div>\n"));
}

static void put_kept(Page *page, const Fact *before)
{
    char id[FACT_ID_TEXT];
    FormChoice choices[EVIDENCE_FILES] = {0};
    Evidence files = evidence_read(before->evidence);
    if (files.count == 0) return;
    for (size_t i = 0; i < files.count; i++)
        choices[i] = (FormChoice){.value = files.files[i],
                                  .text = file_said(page, i, files.files[i]),
                                  .chosen = true};
    form_hidden(page, "dari", str_of(fact_id_text(before->id, id)));
    form_checks(page, "simpan", N_("Files sent before"), choices, files.count);
}

void evidence_field(Page *page, const Fact *before)
{
    if (before != NULL) put_kept(page, before);
    put_input(page);
}

bool evidence_of_form(Visit *v, Str address, Fact *fact, StaffForm *form)
{
    Err err = {0};
    if (report_files_take(v, address, fact, &err)) return true;
    staff_refuse_with(v, form, &err);
    return false;
}

/* ---- links --------------------------------------------------------------- */

static Str path_of(const Page *page, const Fact *report, Str name)
{
    char id[FACT_ID_TEXT];
    Str person = address_part(page->arena, report->person);
    return str_format(page->arena, "/bukti/%.*s/%s/%.*s", STR_ARG(person),
                      fact_id_text(report->id, id), STR_ARG(name));
}

static void put_link(Page *page, Str path, Str said)
{
    page_put(page, HTML("<a data-bukti target=\"_blank\" rel=\"noopener\" "
                        "href=\""));
    page_text(page, path);
    page_put(page, HTML("\">"));
    page_text(page, said);
    page_put(page, HTML("</a>"));
}

void evidence_links(Page *page, const Fact *report, const char *key)
{
    Evidence files = evidence_read(report->evidence);
    if (report->evidence.len == 0) return;
    page_put(page, HTML("<p class=\"s\">"));
    for (size_t i = 0; i < files.count; i++) {
        if (i > 0) page_put(page, HTML(" · "));
        put_link(page, path_of(page, report, files.files[i]),
                 file_said(page, i, files.files[i]));
    }
    if (files.count > 0 && key != NULL) {
        page_put(page, HTML(" <kbd aria-hidden=\"true\">"));
        page_text(page, str_of(key));
        page_put(page, HTML("</kbd>"));
    }
    if (files.count > 0 && files.address.len > 0) page_put(page, HTML("<br>"));
    page_text(page, files.address);
    page_put(page, HTML("</p>\n"));
}
