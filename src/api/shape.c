/* SPDX-License-Identifier: Apache-2.0 */
#include "api/shape.h"

#include "base/vec.h"

enum { DEPTH = 8 };

typedef struct {
    Json *json;
    Arena *arena;
    Str rest;
    int depth;
} Shape;

typedef VEC(Str) Names;

/* ---- the notation ---------------------------------------------------------
 */

static char next(Shape *s)
{
    while (str_starts(s->rest, STR(" ")))
        s->rest = str_slice(s->rest, 1, s->rest.len);
    if (s->rest.len == 0) return '\0';
    return s->rest.ptr[0];
}

static bool took(Shape *s, char mark)
{
    if (next(s) != mark) return false;
    s->rest = str_slice(s->rest, 1, s->rest.len);
    return true;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static Str take_name(Shape *s)
{
    size_t len = 0;
    (void)next(s);
    while (len < s->rest.len && is_letter(s->rest.ptr[len]))
        len++;
    CHECK(len > 0);
    Str name = str_slice(s->rest, 0, len);
    s->rest = str_slice(s->rest, len, s->rest.len);
    return name;
}

/* ---- words ----------------------------------------------------------------
 */

static void put_type(Shape *s, const char *type)
{
    if (!took(s, '?')) {
        json_text(s->json, "type", str_of(type));
        return;
    }
    json_open(s->json, "type", '[');
    json_text(s->json, NULL, str_of(type));
    json_text(s->json, NULL, STR("null"));
    json_close(s->json);
}

static void put_word(Shape *s, Str word)
{
    static const struct {
        const char *word, *type, *key, *value;
    } words[] = {
        {"text",    "string",  NULL,      NULL                   },
        {"number",  "integer", NULL,      NULL                   },
        {"truth",   "boolean", NULL,      NULL                   },
        {"date",    "string",  "format",  "date"                 },
        {"month",   "string",  "pattern", "^[0-9]{4}-[0-9]{2}$"  },
        {"minute",  "string",  "pattern", "^[0-9]{2}[.][0-9]{2}$"},
        {"instant", "string",  "format",  "date-time"            },
        {"id",      "string",  "pattern",
         "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"           },
    };
    for (size_t i = 0; i < COUNT(words); i++) {
        if (!str_is(word, str_of(words[i].word))) continue;
        if (words[i].key != NULL)
            json_text(s->json, words[i].key, str_of(words[i].value));
        put_type(s, words[i].type);
        return;
    }
    CHECK(false);
}

static void put_ref(Shape *s, Str name)
{
    Str ref = str_format(s->arena, "#/components/schemas/%.*s", STR_ARG(name));
    if (!took(s, '?')) {
        json_text(s->json, "$ref", ref);
        return;
    }
    json_open(s->json, "anyOf", '[');
    json_open(s->json, NULL, '{');
    json_text(s->json, "$ref", ref);
    json_close(s->json);
    json_open(s->json, NULL, '{');
    json_text(s->json, "type", STR("null"));
    json_close(s->json);
    json_close(s->json);
}

/* ---- what holds others ----------------------------------------------------
 */

static void put(Shape *s, const char *name);

/* *others: members of any other name have been spoken of. */
static void put_member(Shape *s, Names *needed, bool *others)
{
    *others = took(s, '*');
    if (*others) return;
    Str name = take_name(s);
    if (!took(s, '*')) VEC_PUSH(s->arena, needed, name);
    CHECK(took(s, ':'));
    put(s, str_c(s->arena, name));
}

static void put_needed(Shape *s, const Names *needed)
{
    json_open(s->json, "required", '[');
    for (size_t i = 0; i < needed->count; i++)
        json_text(s->json, NULL, needed->at[i]);
    json_close(s->json);
}

static void put_object(Shape *s)
{
    Names needed = {0};
    bool others = false;
    json_open(s->json, "properties", '{');
    do {
        put_member(s, &needed, &others);
    } while (!others && took(s, ','));
    json_close(s->json);
    if (others) {
        CHECK(took(s, ':'));
        put(s, "additionalProperties");
    }
    put_needed(s, &needed);
    CHECK(took(s, '}'));
    put_type(s, "object");
}

static void put_array(Shape *s)
{
    put(s, "items");
    CHECK(took(s, ']'));
    put_type(s, "array");
}

static void put(Shape *s, const char *name)
{
    CHECK(++s->depth <= DEPTH);
    json_open(s->json, name, '{');
    if (took(s, '{')) {
        put_object(s);
    } else if (took(s, '[')) {
        put_array(s);
    } else {
        Str word = take_name(s);
        bool named = word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
        if (named)
            put_ref(s, word);
        else
            put_word(s, word);
    }
    json_close(s->json);
    s->depth--;
}

void shape_put(Json *json, const char *name, const char *shape)
{
    Shape s = {json, json->out->arena, str_of(shape), 0};
    put(&s, name);
    CHECK(next(&s) == '\0');
}
