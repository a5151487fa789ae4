/* SPDX-License-Identifier: Apache-2.0 */
/*
 * register.c - tables of the register: checked first, and set aside; then, when
 * somebody has read what they would change, put in.
 */
#include "api/api.h"
#include "door/tables.h"

static const FieldRule check_fields[] = {
    {"id", N_("Record"), FIELD_ID, .needed = true},
    TABLES_FILES,
    TABLES_KIND,
};
static const FieldRule kept_fields[] = {
    TABLES_KEPT,
};

/* ---- what is wrong --------------------------------------------------------
 */

/* What stands in tables of absences and marks says why somebody is away. */
static bool tells_reasons(const Renewal *renewal)
{
    for (size_t i = 0; i < renewal->table_count; i++) {
        TableKind kind = renewal->tables[i].kind;
        if (kind == TABLE_ABSENCES || kind == TABLE_MARKS) return true;
    }
    return false;
}

static void put_group(Json *json, const FaultGroup *group, bool places)
{
    Str rest = group->places;
    json_open(json, NULL, '{');
    json_text(json, "kode", group->id);
    json_text(json, "kalimat", group->said);
    json_text(json, "perbaikan", group->how);
    json_number(json, "jumlah", (int64_t)group->count);
    json_open(json, "tempat", '[');
    for (Str line; places && str_next(&rest, '\n', &line);) {
        if (str_trim(line).len > 0) json_text(json, NULL, str_trim(line));
    }
    json_close(json);
    json_close(json);
}

static void put_diag(Json *json, const Diag *diag, Lang lang)
{
    json_open(json, NULL, '{');
    json_none(json, "kode");
    json_text(json, "kalimat", diag->said[lang]);
    json_text(json, "perbaikan", diag->advice[lang]);
    json_number(json, "jumlah", 1);
    json_open(json, "tempat", '[');
    json_close(json);
    json_close(json);
}

static void put_faults(Json *json, const Visit *v, const Renewal *renewal)
{
    FaultGroup group;
    bool places = !tells_reasons(renewal);
    json_open(json, "salah", '[');
    for (size_t i = 0;
         faults_group(v->arena, &renewal->faults, i, v->lang, &group); i++) {
        if (group.count > 0) put_group(json, &group, places);
    }
    for (size_t i = 0; !renewal->sound && i < renewal->diags.list.count; i++) {
        if (renewal->diags.list.at[i].level == DIAG_ERROR)
            put_diag(json, &renewal->diags.list.at[i], v->lang);
    }
    json_close(json);
}

/* ---- what would be different ----------------------------------------------
 */

static void put_tables(Json *json, const Renewal *renewal)
{
    json_open(json, "tabel", '[');
    for (size_t i = 0; i < renewal->table_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "berkas", renewal->tables[i].name);
        json_text(json, "jenis",
                  import_files_table(renewal->tables[i].kind, LANG_ID));
        json_number(json, "baris", (int64_t)renewal->tables[i].rows);
        json_close(json);
    }
    json_close(json);
}

static void put_count(Json *json, const char *name, const RenewCount *count)
{
    json_open(json, name, '{');
    json_number(json, "sebelum", (int64_t)count->before);
    json_number(json, "sesudah", (int64_t)count->after);
    json_number(json, "baru", (int64_t)count->added);
    json_number(json, "hilang", (int64_t)count->gone);
    json_number(json, "berubah", (int64_t)count->changed);
    json_close(json);
}

static const char *what_word(RenewWhat what)
{
    switch (what) {
    case RENEW_NEW: return "baru";
    case RENEW_GONE: return "hilang";
    case RENEW_NAME: return "nama";
    case RENEW_UNIT: return "unit";
    case RENEW_TITLE: return "jabatan";
    case RENEW_STAFF: return "jenis pegawai";
    case RENEW_NIP: return "NIP";
    case RENEW_SERVICE: return "hari terakhir bertugas";
    }
    return "berubah";
}

static void put_changes(Json *json, const Renewal *renewal)
{
    json_open(json, "perubahan", '[');
    for (size_t i = 0; i < renewal->change_count; i++) {
        const RenewChange *change = &renewal->changes[i];
        json_open(json, NULL, '{');
        json_text(json, "kode", change->code);
        json_text(json, "nama", change->name);
        json_text(json, "apa", str_of(what_word(change->what)));
        api_word(json, "dari", change->from);
        api_word(json, "menjadi", change->to);
        json_close(json);
    }
    json_close(json);
}

static void put_renewal(Visit *v, const Renewal *renewal, FactId id)
{
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    json_truth(&json, "baik", renewal->sound);
    if (renewal->sound)
        api_id(&json, "titipan", id);
    else
        json_none(&json, "titipan");
    put_tables(&json, renewal);
    put_faults(&json, v, renewal);
    if (renewal->sound) {
        put_count(&json, "pegawai", &renewal->people);
        put_count(&json, "unit", &renewal->units);
        put_count(&json, "jabatan", &renewal->posts);
        put_changes(&json, renewal);
    }
    api_close(v, &json);
}

/* ---- checking -------------------------------------------------------------
 */

static void check_files(Visit *v)
{
    Err err = {0};
    FactId id = visit_field(v, "id")->id;
    Renewal *renewal = NEW(v->arena, Renewal, 1);
    if (tables_check(v, id, renewal, &err))
        put_renewal(v, renewal, id);
    else
        visit_refuse(v, &err);
}

static void show_kept(Visit *v)
{
    Err err = {0};
    Renewal *renewal = NEW(v->arena, Renewal, 1);
    if (tables_kept(v, renewal, &err))
        put_renewal(v, renewal, visit_field(v, "titipan")->id);
    else
        visit_refuse(v, &err);
}

static void put_in(Visit *v)
{
    Err err = {0};
    bool again = false;
    if (!tables_put_in(v, &again, &err)) {
        visit_refuse(v, &err);
        return;
    }
    v->answer->status = again ? 200 : 201;
    Json json = api_open(v);
    api_id(&json, "titipan", visit_field(v, "titipan")->id);
    json_truth(&json, "sudah_ada", again);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(POST, "/api/v1/impor", MAY_OF_GOVERNMENT(REGISTER),
               ROUTE_FIELDS(check_fields), check_files,
               "Check tables of the register"),
    ROUTE_DATA(GET, "/api/v1/impor/{titipan}", MAY_OF_GOVERNMENT(REGISTER),
               ROUTE_FIELDS(kept_fields), show_kept,
               "What the tables that were checked would change"),
    ROUTE_DATA(POST, "/api/v1/impor/{titipan}/masukkan",
               MAY_OF_GOVERNMENT(REGISTER), ROUTE_FIELDS(kept_fields), put_in,
               "Put in the tables that were checked"),
};

const RouteTable api_register_routes = {routes, COUNT(routes)};
