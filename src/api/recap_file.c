/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_file.c - a recap, and its sheet for e-Kinerja, as the files that its
 * page gives: with NIPs in full, as the personnel board takes them.
 */
#include "sheet/recap_file.h"

#include "api/recap.h"
#include "door/recaps.h"

static const FieldRule file_fields[] = {
    ASKED_UNIT_NEEDED,
    ASKED_DAYS,
    {"bentuk", N_("Form"), FIELD_CHOICE, .needed = true,
      .choices = RECAP_FILE_CHOICES},
};

static void show_file(Visit *v)
{
    Err err = {0};
    RecapFile file;
    Str asked = visit_field(v, "bentuk")->text;
    RecapMade *made = api_recap_asked(v, v->unit);
    if (made == NULL) return;
    if (recap_file_asked(v->arena, v->lang, made, asked, &file, &err))
        visit_file(v, recaps_file_name(v, made, asked), file.type, file.bytes);
    else
        visit_refuse(v, &err);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/rekap/berkas", MAY_OF_UNIT(SEE_UNIT),
               ROUTE_FIELDS(file_fields), show_file, "A recap as a file"),
};

const RouteTable api_recap_file_routes = {routes, COUNT(routes)};
