/* SPDX-License-Identifier: Apache-2.0 */
#include "web/presence.h"

const FieldRule presence_fields[6] = {
    {"id",     N_("Record"),   FIELD_ID,     .needed = true},
    {"kata",   N_("Place"),    FIELD_CHOICE,
     .choices = "kantor|rumah|lapangan|dinas"              },
    {"lokasi", N_("Location"), FIELD_CHOICE,
     .choices = "dalam|luar|tidak diketahui"               },
    {"isi",    N_("Note"),     FIELD_LINE,   .most = 200   },
};

static void note(Visit *v, FactKind kind, const char *done)
{
    Recorded recorded;
    Fact fact = visit_fact(v, kind);
    fact.person = v->actor;
    fact.word = visit_field(v, "kata")->text;
    fact.place = visit_field(v, "lokasi")->text;
    fact.text = visit_field(v, "isi")->text;
    if (!visit_record(v, &fact, STR(""), &recorded)) return;
    visit_go(v, STR("/"), done);
}

void presence_check_in(Visit *v)
{
    note(v, FACT_CHECK_IN, "hadir");
}

void presence_check_out(Visit *v)
{
    note(v, FACT_CHECK_OUT, "pulang");
}
