/* SPDX-License-Identifier: Apache-2.0 */
#include "schema_check.h"

#include "base/date.h"

#include <string.h>

typedef struct {
    Arena *arena;
    json_t *root;
} Check;

static Str misfit(const Check *c, json_t *schema, json_t *value, Str at);

static Str why(const Check *c, Str at, const char *what, const char *of)
{
    return str_format(c->arena, "%.*s: %s %s", STR_ARG(at), what, of);
}

static bool is_type(const char *type, const json_t *value)
{
    if (strcmp(type, "object") == 0) return json_is_object(value);
    if (strcmp(type, "array") == 0) return json_is_array(value);
    if (strcmp(type, "string") == 0) return json_is_string(value);
    if (strcmp(type, "integer") == 0) return json_is_integer(value);
    if (strcmp(type, "null") == 0) return json_is_null(value);
    return strcmp(type, "boolean") == 0 && json_is_boolean(value);
}

static bool is_among(const json_t *list, const json_t *value)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (json_equal(json_array_get(list, i), value)) return true;
    }
    return false;
}

static bool is_known(const char *word)
{
    static const char *const words[] = {"$schema",     "title",
                                        "description", "$defs",
                                        "$ref",        "type",
                                        "enum",        "properties",
                                        "required",    "additionalProperties",
                                        "items",       "minItems",
                                        "minimum",     "maximum",
                                        "format",      "pattern",
                                        "anyOf"};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (strcmp(words[i], word) == 0) return true;
    }
    return false;
}

static Str members_misfit(const Check *c, json_t *schema, json_t *value, Str at)
{
    json_t *properties = json_object_get(schema, "properties");
    json_t *required = json_object_get(schema, "required");
    for (size_t i = 0; i < json_array_size(required); i++) {
        const char *name = json_string_value(json_array_get(required, i));
        if (json_object_get(value, name) == NULL)
            return why(c, at, "lacks", name);
    }
    for (void *m = json_object_iter(value); m != NULL;
         m = json_object_iter_next(value, m)) {
        const char *name = json_object_iter_key(m);
        json_t *inner = json_object_get(properties, name);
        json_t *other = json_object_get(schema, "additionalProperties");
        if (inner == NULL && json_is_object(other)) inner = other;
        if (inner == NULL) return why(c, at, "has no member", name);
        Str bad = misfit(c, inner, json_object_iter_value(m),
                         str_format(c->arena, "%.*s.%s", STR_ARG(at), name));
        if (bad.len > 0) return bad;
    }
    return STR("");
}

static Str items_misfit(const Check *c, json_t *schema, json_t *value, Str at)
{
    json_t *least = json_object_get(schema, "minItems");
    if ((json_int_t)json_array_size(value) < json_integer_value(least))
        return why(c, at, "is", "too short");
    for (size_t i = 0; i < json_array_size(value); i++) {
        Str bad = misfit(c, json_object_get(schema, "items"),
                         json_array_get(value, i),
                         str_format(c->arena, "%.*s[%zu]", STR_ARG(at), i));
        if (bad.len > 0) return bad;
    }
    return STR("");
}

static Str number_misfit(const Check *c, json_t *schema, const json_t *value,
                         Str at)
{
    json_int_t n = json_integer_value(value);
    json_t *low = json_object_get(schema, "minimum");
    json_t *high = json_object_get(schema, "maximum");
    bool fits = (low == NULL || n >= json_integer_value(low)) &&
                (high == NULL || n <= json_integer_value(high));
    return fits ? STR("") : why(c, at, "is", "out of range");
}

/* One of several types, in the stead of one. */
static Str types_misfit(const Check *c, const json_t *types,
                        const json_t *value, Str at)
{
    for (size_t i = 0; i < json_array_size(types); i++) {
        if (is_type(json_string_value(json_array_get(types, i)), value))
            return STR("");
    }
    return why(c, at, "is of no type", "named");
}

static Str any_misfit(const Check *c, json_t *any, json_t *value, Str at)
{
    Str bad = STR("");
    for (size_t i = 0; i < json_array_size(any); i++) {
        Str one = misfit(c, json_array_get(any, i), value, at);
        if (one.len == 0) return one;
        if (bad.len == 0) bad = one;
    }
    return bad;
}

static json_t *referred(const Check *c, const char *ref)
{
    static const char shared[] = "#/components/schemas/";
    size_t len = sizeof shared - 1;
    if (strncmp(ref, shared, len) == 0)
        return json_object_get(
            json_object_get(json_object_get(c->root, "components"), "schemas"),
            ref + len);
    CHECK(strncmp(ref, "#/$defs/", 8) == 0);
    return json_object_get(json_object_get(c->root, "$defs"), ref + 8);
}

static Str misfit(const Check *c, json_t *schema, json_t *value, Str at)
{
    Date day = {0};
    Err err = {0};
    const char *ref = json_string_value(json_object_get(schema, "$ref"));
    const json_t *types = json_object_get(schema, "type");
    const char *type = json_string_value(types);
    json_t *any = json_object_get(schema, "anyOf");
    json_t *list = json_object_get(schema, "enum");
    for (void *m = json_object_iter(schema); m != NULL;
         m = json_object_iter_next(schema, m)) {
        if (!is_known(json_object_iter_key(m)))
            return why(c, at, "schema says", json_object_iter_key(m));
    }
    if (ref != NULL) return misfit(c, referred(c, ref), value, at);
    if (any != NULL) return any_misfit(c, any, value, at);
    if (list != NULL && !is_among(list, value)) return why(c, at, "is", "none");
    if (list == NULL && types == NULL) return why(c, at, "has", "no schema");
    if (json_is_array(types) && types_misfit(c, types, value, at).len > 0)
        return why(c, at, "is of", "no such type");
    if (types != NULL && type == NULL && json_is_null(value)) return STR("");
    if (type != NULL && !is_type(type, value)) return why(c, at, "is no", type);
    const char *format = json_string_value(json_object_get(schema, "format"));
    bool dated = format != NULL && strcmp(format, "date") == 0;
    if (dated && !date_parse(str_of(json_string_value(value)), &day, &err))
        return why(c, at, "is no", "date");
    if (json_is_object(value)) return members_misfit(c, schema, value, at);
    if (json_is_array(value)) return items_misfit(c, schema, value, at);
    return json_is_integer(value) ? number_misfit(c, schema, value, at)
                                  : STR("");
}

Str schema_misfit(Arena *arena, json_t *schema, json_t *value)
{
    return schema_misfit_in(arena, schema, schema, value);
}

Str schema_misfit_in(Arena *arena, json_t *root, json_t *schema, json_t *value)
{
    const Check c = {arena, root};
    return misfit(&c, schema, value, STR("$"));
}
