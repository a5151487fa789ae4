/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report.c - a report of one's own with its files, and the files of reports.
 *
 * A report without files is a fact as any other (facts.c).  This one comes as a
 * form with files, is checked as the page checks it, and says of which report
 * it takes the place as there.
 */
#include "api/api.h"
#include "day/evidence.h"
#include "door/address.h"
#include "door/approved.h"
#include "door/report_files.h"

static const FieldRule report_fields[] = {
    FIELD_OUTBOX,
    {"isi",     N_("Results of the day"),       FIELD_TEXT, .needed = true },
    {"bukti",   N_("Address of what shows it"), FIELD_LINE, .most = 300    },
    {"tanggal", N_("Day"),                      FIELD_DATE, .needed = false},
    {"tentang", N_("Report"),                   FIELD_ID,   .needed = false},
    {"tetap",   N_("Report"),                   FIELD_ID,   .needed = false},
    REPORT_FILES_RULES,
};

/* ---- sending --------------------------------------------------------------
 */

static Fact fact_of(Visit *v)
{
    Fact fact = visit_fact(v, FACT_REPORT);
    const FieldValue *day = visit_field(v, "tanggal");
    fact.person = v->actor;
    if (day->given) fact.day = day->date;
    fact.text = visit_field(v, "isi")->text;
    fact.about = visit_field(v, "tentang")->id;
    return fact;
}

static void send(Visit *v)
{
    Err err = {0};
    Recorded done;
    Fact fact = fact_of(v);
    if (approved_asks(v, &fact, visit_field(v, "tetap")->id, &err) ||
        !report_files_take(v, visit_field(v, "bukti")->text, &fact, &err) ||
        !visit_try(v, &fact, STR(""), &done, &err)) {
        visit_refuse(v, &err);
        return;
    }
    api_receipt(v, &done);
}

/* ---- reading --------------------------------------------------------------
 */

static Str address_of(const Visit *v, const Fact *report, Str file)
{
    char id[FACT_ID_TEXT];
    Str person = address_part(v->arena, report->person);
    return str_format(v->arena, "/api/v1/bukti/%.*s/%s/%.*s", STR_ARG(person),
                      fact_id_text(report->id, id), STR_ARG(file));
}

void api_evidence(Json *json, const Visit *v, const Fact *report)
{
    Evidence evidence = {0};
    if (report != NULL) evidence = evidence_read(report->evidence);
    json_open(json, "berkas", '[');
    for (size_t i = 0; i < evidence.count; i++)
        json_text(json, NULL, address_of(v, report, evidence.files[i]));
    json_close(json);
    api_word(json, "tautan", evidence.address);
}

static const Route routes[] = {
    ROUTE_DATA(POST, "/api/v1/saya/laporan", MAY_OF_SELF(REPORT),
               ROUTE_FIELDS(report_fields), send,
               "Send a report, with files or without"),
    ROUTE_DATA(GET, "/api/v1/bukti/{orang}/{nomor}/{berkas}",
               MAY_OF_PERSON(SEE_PERSON),
               ROUTE_FIELDS(report_files_show_fields), report_files_show,
               "A file of a report"),
};

const RouteTable api_report_routes = {routes, COUNT(routes)};
