/* SPDX-License-Identifier: Apache-2.0 */
#include "api/api.h"

enum {
#define TABLE(name) TABLE_##name,
#include "api/tables.def"
#undef TABLE
    TABLES,
    HOUR = 60
};

const RouteTable *api_tables(size_t *count)
{
    static RouteTable tables[TABLES];
    const RouteTable all[TABLES] = {
#define TABLE(name) api_##name##_routes,
#include "api/tables.def"
#undef TABLE
    };
    for (size_t i = 0; i < TABLES; i++)
        tables[i] = all[i];
    *count = TABLES;
    return tables;
}

const RouteTable *api_beside(Arena *arena, const RouteTable *pages,
                             size_t page_count, size_t *count)
{
    size_t own = 0;
    const RouteTable *tables = api_tables(&own);
    RouteTable *all = NEW(arena, RouteTable, page_count + own);
    for (size_t i = 0; i < page_count; i++)
        all[i] = pages[i];
    for (size_t i = 0; i < own; i++)
        all[page_count + i] = tables[i];
    *count = page_count + own;
    return all;
}

/* ---- writing -------------------------------------------------------------
 */

Json api_open(Visit *v)
{
    v->answer->type = STR("application/json");
    Json json = json_in(&v->answer->body);
    json_open(&json, NULL, '{');
    return json;
}

void api_close(Visit *v, Json *json)
{
    (void)v;
    json_close(json);
    CHECK(json_done(json));
}

void api_date(Json *json, const char *name, Date date)
{
    if (date_is(date, DATE_NEVER) || date_is(date, DATE_ALWAYS)) {
        json_none(json, name);
        return;
    }
    char text[DATE_TEXT];
    json_text(json, name, str_of(date_iso(date, text)));
}

void api_minute(Json *json, const char *name, int minute)
{
    Arena *arena = json->out->arena;
    if (minute < 0)
        json_none(json, name);
    else
        json_text(json, name,
                  str_format(arena, "%02d.%02d", minute / HOUR, minute % HOUR));
}

/* 2020-08-03T00:31:05.123456Z, as in the files of facts. */
void api_instant(Json *json, const char *name, Instant at)
{
    const int64_t second = 1000000, day = 86400 * second;
    char text[DATE_TEXT];
    int64_t days = at.us / day, rest = at.us % day;
    if (at.us == 0) {
        json_none(json, name);
        return;
    }
    if (rest < 0) days--, rest += day;
    int s = (int)(rest / second);
    json_text(json, name,
              str_format(json->out->arena, "%sT%02d:%02d:%02d.%06dZ",
                         date_iso((Date){(int32_t)days}, text), s / 3600,
                         s / 60 % 60, s % 60, (int)(rest % second)));
}

void api_id(Json *json, const char *name, FactId id)
{
    char text[FACT_ID_TEXT];
    json_text(json, name, str_of(fact_id_text(id, text)));
}

void api_word(Json *json, const char *name, Str word)
{
    if (word.len == 0)
        json_none(json, name);
    else
        json_text(json, name, word);
}

void api_letter(Json *json, char letter, bool bare)
{
    json_text(json, "huruf", (Str){&letter, 1});
    if (placed_is(letter) && !bare)
        json_text(json, "tempat", placed_word((Placed)letter, LANG_ID));
    else
        json_none(json, "tempat");
}

void api_clause(Json *json, const char *name, const Visit *v, ClauseId id)
{
    if (id.index == NO_INDEX)
        json_none(json, name);
    else
        json_text(json, name, corpus_clause(v->view->corpus, id)->cite);
}

static void put_named(Json *json, const char *name, Str code, Str said)
{
    json_open(json, name, '{');
    json_text(json, "kode", code);
    json_text(json, "nama", said);
    json_close(json);
}

void api_person(Json *json, const char *name, const Visit *v, PersonId person)
{
    const Register *r = &v->view->office->r;
    if (person.index == NO_INDEX)
        json_none(json, name);
    else
        put_named(json, name, r->people[person.index].code,
                  r->people[person.index].name);
}

void api_unit(Json *json, const char *name, const Visit *v, UnitId unit)
{
    const Register *r = &v->view->office->r;
    if (unit.index == NO_INDEX)
        json_none(json, name);
    else
        put_named(json, name, r->units[unit.index].code,
                  r->units[unit.index].name);
}

void api_coded(Json *json, const char *name, const Visit *v, Str code)
{
    uint32_t index = map_find(&v->view->office->r.person_codes, code);
    if (code.len == 0) {
        json_none(json, name);
        return;
    }
    if (index != NO_INDEX) {
        api_person(json, name, v, (PersonId){index});
        return;
    }
    json_open(json, name, '{');
    json_text(json, "kode", code);
    json_none(json, "nama");
    json_close(json);
}

void api_days(Json *json, Window days)
{
    api_date(json, "mulai", days.first);
    api_date(json, "sampai", days.last);
}

void api_fact_short(Json *json, const char *name, const Fact *fact, int minute)
{
    if (fact == NULL) {
        json_none(json, name);
        return;
    }
    json_open(json, name, '{');
    api_id(json, "id", fact->id);
    json_text(json, "jenis", fact_kind_word(fact->kind, LANG_ID));
    api_minute(json, "jam", minute);
    json_close(json);
}

void api_receipt(Visit *v, const Recorded *done)
{
    static const char hex[] = "0123456789abcdef";
    char seal[2 * sizeof done->receipt.seal];
    for (size_t i = 0; i < sizeof done->receipt.seal; i++) {
        seal[2 * i] = hex[done->receipt.seal[i] >> 4];
        seal[2 * i + 1] = hex[done->receipt.seal[i] & 15];
    }
    v->answer->status = done->receipt.again ? 200 : 201;
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    api_id(&json, "id", done->receipt.id);
    json_number(&json, "nomor", (int64_t)done->receipt.number);
    api_instant(&json, "diterima", done->receipt.received);
    json_text(&json, "segel", (Str){seal, sizeof seal});
    api_close(v, &json);
}

/* ---- pages ---------------------------------------------------------------
 */

void api_next(Json *json, const Visit *v, PersonId last, bool more)
{
    if (more)
        json_text(json, "berikut", v->view->office->r.people[last.index].code);
    else
        json_none(json, "berikut");
}

void api_cursor_stale(Visit *v)
{
    visit_refuse_with(v, ERR_STALE,
                      "setelah: penanda halaman itu tidak berlaku lagi; mulai "
                      "dari awal",
                      "setelah: that page mark holds no more; begin anew");
}

/* A cursor is the code of the last person that was told: it outlives a renewal
 * of the register as long as the person does. */
bool api_cursor(Visit *v, uint32_t *from)
{
    const FieldValue *after = visit_field(v, "setelah");
    *from = 0;
    if (!after->given) return true;
    uint32_t index = map_find(&v->view->office->r.person_codes, after->text);
    if (index == NO_INDEX) return api_cursor_stale(v), false;
    *from = index + 1;
    return true;
}
