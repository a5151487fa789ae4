/* SPDX-License-Identifier: Apache-2.0 */
#include "api/field_schema.h"

enum { LINE_MOST = 200, TEXT_MOST = 4000 };

static void put_choices(Json *json, const FieldRule *rule)
{
    Str rest = str_of(rule->choices);
    json_open(json, "enum", '[');
    for (Str one; str_next(&rest, '|', &one);)
        json_text(json, NULL, one);
    json_close(json);
}

static const char *pattern_of(FieldKind kind)
{
    switch (kind) {
    case FIELD_MONTH: return "^[0-9]{4}-[0-9]{2}$";
    case FIELD_MINUTE: return "^[0-9]{2}[.:][0-9]{2}$";
    case FIELD_CODE: return "^[A-Za-z0-9_.:/ -]*$";
    case FIELD_ID: return "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_SECRET:
    case FIELD_DATE:
    case FIELD_INSTANT:
    case FIELD_NUMBER:
    case FIELD_CHOICE:
    case FIELD_FLAG:
    case FIELD_FILE: break;
    }
    return NULL;
}

static void put_number(Json *json, const FieldRule *rule)
{
    json_text(json, "type", STR("integer"));
    if (rule->kind == FIELD_INSTANT) {
        json_text(json, "format", STR("int64"));
        return;
    }
    json_number(json, "minimum", rule->least);
    json_number(json, "maximum", rule->most > 0 ? rule->most : INT32_MAX);
}

static void put_text(Json *json, const FieldRule *rule)
{
    const char *pattern = pattern_of(rule->kind);
    uint32_t most = rule->kind == FIELD_TEXT ? TEXT_MOST : LINE_MOST;
    json_text(json, "type", STR("string"));
    json_number(json, "maxLength", rule->most > 0 ? rule->most : most);
    if (rule->kind == FIELD_DATE) json_text(json, "format", STR("date"));
    if (pattern != NULL) json_text(json, "pattern", str_of(pattern));
    if (rule->kind == FIELD_CHOICE) put_choices(json, rule);
}

/* One, or several under one name, in a multipart body. */
static void put_file(Json *json, const FieldRule *rule)
{
    if (rule->many) {
        json_text(json, "type", STR("array"));
        json_open(json, "items", '{');
    }
    json_text(json, "type", STR("string"));
    json_text(json, "contentMediaType", STR("application/octet-stream"));
    if (rule->many) json_close(json);
}

/* In a form anything at all says yes; true does in JSON. */
static void put_flag(Json *json)
{
    json_open(json, "type", '[');
    json_text(json, NULL, STR("boolean"));
    json_text(json, NULL, STR("string"));
    json_close(json);
}

static void put_value(Json *json, const char *name, const FieldRule *rule)
{
    bool number = rule->kind == FIELD_NUMBER || rule->kind == FIELD_INSTANT;
    json_open(json, name, '{');
    if (number)
        put_number(json, rule);
    else if (rule->kind == FIELD_FLAG)
        put_flag(json);
    else if (rule->kind == FIELD_FILE)
        put_file(json, rule);
    else
        put_text(json, rule);
    json_close(json);
}

void field_schema_put(Json *json, const char *name, const FieldRule *rule)
{
    if (!rule->many) {
        put_value(json, name, rule);
        return;
    }
    json_open(json, name, '{');
    json_text(json, "type", STR("array"));
    put_value(json, "items", rule);
    json_close(json);
}
