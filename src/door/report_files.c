/* SPDX-License-Identifier: Apache-2.0 */
#include "door/report_files.h"

#include "app/evidence.h"

const FieldRule report_files_show_fields[3] = {
    {"orang",  N_("Person"), FIELD_CODE, .needed = true},
    {"nomor",  N_("Record"), FIELD_ID,   .needed = true},
    {"berkas", N_("File"),   FIELD_CODE, .needed = true},
};

static const struct {
    const char *ending, *said, *type;
} kinds[] = {
    {".jpg", "JPEG", "image/jpeg"     },
    {".png", "PNG",  "image/png"      },
    {".pdf", "PDF",  "application/pdf"},
};

static size_t kind_of(Str name)
{
    size_t kind = 0;
    while (kind + 1 < COUNT(kinds) &&
           !str_ends(name, str_of(kinds[kind].ending)))
        kind++;
    return kind;
}

Str report_files_kind(Str name)
{
    return str_of(kinds[kind_of(name)].said);
}

/* ---- handed in ------------------------------------------------------------
 */

bool report_files_take(Visit *v, Str address, Fact *fact, Err *err)
{
    const FieldValue *files = visit_field(v, "berkas");
    const FieldValue *kept = visit_field(v, "simpan");
    EvidenceGiven *given = NEW(v->arena, EvidenceGiven, files->file_count + 1);
    for (size_t i = 0; i < files->file_count; i++)
        given[i] =
            (EvidenceGiven){files->files[i]->name, files->files[i]->body};
    EvidenceWish wish = {.fact = fact->id,
                         .person = fact->person,
                         .given = given,
                         .given_count = files->file_count,
                         .before = visit_field(v, "dari")->id,
                         .kept = kept->many,
                         .kept_count = kept->many_count,
                         .address = address};
    return evidence_take(v->arena, v->view, &wish, &fact->evidence, err);
}

/* ---- given back -----------------------------------------------------------
 */

/* A picture may be looked at; a browser would refuse to show a PDF in the
 * sandbox. */
static Str disposition(const Visit *v, Str name)
{
    size_t kind = kind_of(name);
    bool shown = str_starts(str_of(kinds[kind].type), STR("image/"));
    return str_format(v->arena, "%s; filename=\"bukti-%.*s%s\"",
                      shown ? "inline" : "attachment", 8, name.ptr,
                      kinds[kind].ending);
}

void report_files_show(Visit *v)
{
    Err err = {0};
    Str bytes;
    Str name = visit_field(v, "berkas")->text;
    if (!evidence_look(v->arena, v->view, visit_field(v, "orang")->text,
                       visit_field(v, "nomor")->id, name, &bytes, &err)) {
        visit_refuse(v, &err);
        return;
    }
    v->answer->type = str_of(kinds[kind_of(name)].type);
    v->answer->cache = STR("no-store");
    /* Beside the policy of every answer: a browser holds to both. */
    http_header(v->answer, STR("content-security-policy"),
                STR("default-src 'none'; sandbox"));
    http_header(v->answer, STR("content-disposition"), disposition(v, name));
    buf_put(&v->answer->body, bytes);
}
