/* SPDX-License-Identifier: Apache-2.0 */
#include "api/fact_json.h"

#include "api/input.h"
#include "base/unseen.h"
#include "day/fact_fields.h"

#include <string.h>

/* ---- reading --------------------------------------------------------------
 */

/* Said by the server alone. */
static bool is_ours(Str name)
{
    static const char *const ours[] = {"pelaku", "diterima", "tersegel",
                                       "zona"};
    for (size_t i = 0; i < COUNT(ours); i++) {
        if (str_is(name, str_of(ours[i]))) return true;
    }
    return false;
}

static const FactField *field_of(Str name)
{
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    for (size_t i = 0; i < count; i++) {
        if (str_is(name, str_of(fields[i].name)) && !is_ours(name))
            return &fields[i];
    }
    return NULL;
}

/* Instants may have any offset here; in files they are of UTC. */
static bool take(const FactField *field, Str text, Fact *fact, Err *err)
{
    Instant at;
    if (field->type == FIELD_INSTANT && input_instant(text, &at)) {
        if (!input_instant_fits(at))
            return input_wrong(err, str_of(field->name),
                               "isi saat antara tahun 2000 dan 2199",
                               "an instant from 2000 to 2199");
        memcpy((char *)fact + field->offset, &at, sizeof at);
        return true;
    }
    return fact_field_take(field, text, fact, err);
}

static bool take_seen(Str text, ApiFact *out, Err *err)
{
    return fact_id_parse(text, &out->seen) ||
           input_wrong(err, STR("tetap"), "id laporan yang digantikan",
                       "the id of the report that it replaces");
}

static bool take_member(Arena *arena, Str name, const json_t *value,
                        ApiFact *out, Err *err)
{
    Str text;
    size_t at;
    const FactField *field = field_of(name);
    bool seen = str_is(name, STR("tetap")) && out->fact.kind == FACT_REPORT;
    if (field == NULL && !seen && !str_is(name, STR("rahasia")))
        return input_wrong(err, name, "isian ini tidak dikenal",
                           "there is no such member");
    if (!input_text(arena, value, &text))
        return input_wrong(err, name, "harus teks atau bilangan bulat",
                           "must be a text or a whole number");
    if (unseen_find(text, &at) > 0)
        return input_wrong(err, name,
                           "isi teks tanpa karakter yang tidak terlihat",
                           "must be text without characters that nobody sees");
    if (text.len == 0) return true;
    if (seen) return take_seen(text, out, err);
    if (field == NULL) return out->secret = text, true;
    if (field->type == FIELD_CHANNEL) out->channel = true;
    return take(field, text, &out->fact, err);
}

/* The kind first: it makes the blank that the rest is written on. */
static bool take_kind(Arena *arena, const json_t *object, ApiFact *out,
                      Err *err)
{
    FactKind kind = FACT_CHECK_IN;
    Str text = {0};
    const json_t *value = json_object_get(object, "jenis");
    if (value == NULL || !input_text(arena, value, &text) ||
        !fact_kind_parse(text, &kind))
        return input_wrong(err, STR("jenis"),
                           "satu jenis fakta, misalnya masuk",
                           "a kind of fact, such as masuk");
    out->fact = fact_blank(kind);
    return true;
}

static bool take_members(Arena *arena, json_t *object, ApiFact *out, Err *err)
{
    const char *name;
    size_t length;
    json_t *value;
    json_object_keylen_foreach(object, name, length, value)
    {
        if (!take_member(arena, (Str){name, length}, value, out, err))
            return false;
    }
    return true;
}

bool api_fact_read(Arena *arena, Str body, ApiFact *out, Err *err)
{
    AUTO(input_done) json_t *object = NULL;
    ApiFact fact = {.channel = false};
    if (!input_read(body, INPUT_FACT_MOST, &object, err)) return false;
    if (!json_is_object(object))
        return input_wrong(err, STR("isi"), "harus satu objek JSON",
                           "must be one JSON object");
    if (!take_kind(arena, object, &fact, err) ||
        !take_members(arena, object, &fact, err))
        return false;
    *out = fact;
    return true;
}

/* ---- writing --------------------------------------------------------------
 */

/* Kinds whose words are of the work, of a unit or of an area.  What was written
 * of a person (why they are away or ask for another day, a case, its answers)
 * is told to those who decide, on its page; not to every program that counts.
 * A new kind keeps its words until it stands here. */
static bool tells_words(FactKind kind)
{
    static const FactKind kinds[] = {
        FACT_REPORT,    FACT_TASK,     FACT_TASK_DONE,  FACT_TARGET,
        FACT_RECALL,    FACT_MEETING,  FACT_CLOSURE,    FACT_REOPENING,
        FACT_CHECKLIST, FACT_TEAM,     FACT_COUNTER,    FACT_NOTICE,
        FACT_RHYTHM,    FACT_STATUS,   FACT_STATUS_END, FACT_OUTAGE,
        FACT_SIGN,      FACT_DOCUMENT, FACT_PUBLISH,    FACT_RECAP,
        FACT_RECEIPT,
    };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (kinds[i] == kind) return true;
    }
    return false;
}

/* The word of these kinds is itself a reason. */
static bool is_reason(FactKind kind)
{
    return kind == FACT_LEAVE || kind == FACT_EXIT || kind == FACT_MARK;
}

static bool is_told(FactKind kind, const char *name)
{
    static const char *const written[] = {"isi", "urgensi", "prioritas"};
    if (strcmp(name, "tersegel") == 0) return false;
    if (strcmp(name, "kata") == 0) return !is_reason(kind);
    if (strcmp(name, "hal") == 0) return kind != FACT_TRIP;
    for (size_t i = 0; i < COUNT(written); i++) {
        if (strcmp(name, written[i]) == 0) return tells_words(kind);
    }
    return true;
}

void api_fact_put(Json *json, const Fact *fact)
{
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    for (size_t i = 0; i < count; i++) {
        Buf text = buf_in(json->out->arena);
        if (!is_told(fact->kind, fields[i].name)) continue;
        fact_field_put(fact, &fields[i], &text);
        if (text.len == 0) continue;
        if (fields[i].type == FIELD_NUMBER)
            json_number(json, fields[i].name, fact->number);
        else
            json_text(json, fields[i].name, buf_str(&text));
    }
}

/* ---- what may be said -----------------------------------------------------
 */

static const char *pattern_of(FieldType type)
{
    switch (type) {
    case FIELD_ID: return "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
    case FIELD_DAY: return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    case FIELD_MINUTE: return "^[0-9]{2}[.:][0-9]{2}$";
    case FIELD_ZONE:
    case FIELD_KIND:
    case FIELD_CHANNEL:
    case FIELD_STR:
    case FIELD_INSTANT:
    case FIELD_NUMBER: break;
    }
    return NULL;
}

static void put_kinds(Json *json)
{
    json_open(json, "enum", '[');
    for (int kind = 0; kind < FACT_KIND_COUNT; kind++)
        json_text(json, NULL, fact_kind_word((FactKind)kind, LANG_ID));
    json_close(json);
}

static void put_field(Json *json, const FactField *field)
{
    const char *pattern = pattern_of(field->type);
    bool number = field->type == FIELD_NUMBER;
    json_open(json, field->name, '{');
    json_text(json, "type", number ? STR("integer") : STR("string"));
    if (field->type == FIELD_KIND) put_kinds(json);
    if (pattern != NULL) json_text(json, "pattern", str_of(pattern));
    if (field->type == FIELD_INSTANT)
        json_text(json, "format", STR("date-time"));
    if (field->type == FIELD_STR) json_number(json, "maxLength", 8000);
    json_close(json);
}

void api_fact_schema(Json *json)
{
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    json_text(json, "type", STR("object"));
    json_truth(json, "additionalProperties", false);
    json_open(json, "required", '[');
    json_text(json, NULL, STR("jenis"));
    json_close(json);
    json_open(json, "properties", '{');
    for (size_t i = 0; i < count; i++) {
        if (!is_ours(str_of(fields[i].name))) put_field(json, &fields[i]);
    }
    json_open(json, "rahasia", '{');
    json_text(json, "type", STR("string"));
    json_close(json);
    json_open(json, "tetap", '{');
    json_text(json, "type", STR("string"));
    json_text(json, "pattern", str_of(pattern_of(FIELD_ID)));
    json_close(json);
    json_close(json);
}
