/* SPDX-License-Identifier: Apache-2.0 */
#include "door/body.h"

#include "base/json.h"

#include <jansson.h>
#include <string.h>

enum { DEPTH = 2 };

typedef VEC(HttpPair) Pairs;

/* ---- refusals -------------------------------------------------------------
 */

static const HttpRequest *no_object(Visit *v)
{
    visit_refuse_with(v, ERR_INPUT, "isinya harus satu objek JSON",
                      "the body must be one object of JSON");
    return NULL;
}

static bool no_value(Visit *v, const char *name)
{
    Err err = {0};
    Str shown = str_slice(str_of(name), 0, 40);
    if (str_utf8_fault(shown) != SIZE_MAX) shown = STR("?");
    (void)FAIL(&err, ERR_INPUT,
               "%.*s: a text, a whole number, true, false or a list of texts",
               STR_ARG(shown));
    (void)err_id(&err,
                 "%.*s: teks, bilangan bulat, true, false atau daftar teks",
                 STR_ARG(shown));
    visit_refuse(v, &err);
    return false;
}

/* ---- members --------------------------------------------------------------
 */

/* False: it is no value of a field.  *given false: there is none. */
static bool text_of(Arena *arena, const json_t *value, Str *out, bool *given)
{
    *given = !json_is_null(value) && !json_is_false(value);
    if (!*given) return true;
    if (json_is_true(value)) return *out = STR("ya"), true;
    if (json_is_integer(value)) {
        *out = str_format(arena, "%lld", (long long)json_integer_value(value));
        return true;
    }
    if (!json_is_string(value)) return false;
    Str text = {json_string_value(value), json_string_length(value)};
    return *out = str_copy(arena, text), true;
}

static bool add(Visit *v, Pairs *out, const char *name, const json_t *value)
{
    Str text = {0};
    bool given = false;
    if (!text_of(v->arena, value, &text, &given)) return no_value(v, name);
    if (given)
        VEC_PUSH(v->arena, out,
                 ((HttpPair){str_copy(v->arena, str_of(name)), text}));
    return true;
}

static bool add_member(Visit *v, Pairs *out, const char *name,
                       const json_t *value)
{
    if (!json_is_array(value)) return add(v, out, name, value);
    for (size_t i = 0; i < json_array_size(value); i++) {
        if (!add(v, out, name, json_array_get(value, i))) return false;
    }
    return true;
}

static bool take_members(Visit *v, json_t *root, Pairs *out)
{
    const char *name;
    json_t *value;
    json_object_foreach(root, name, value)
    {
        if (!add_member(v, out, name, value)) return false;
    }
    return true;
}

/* ---- the key --------------------------------------------------------------
 */

static bool has_rule(const Route *route, const char *name)
{
    for (size_t i = 0; i < route->fields.count; i++) {
        if (strcmp(route->fields.at[i].name, name) == 0) return true;
    }
    return false;
}

static bool has_pair(const Pairs *pairs, Str name)
{
    for (size_t i = 0; i < pairs->count; i++) {
        if (str_is(pairs->at[i].name, name)) return true;
    }
    return false;
}

static void add_key(Visit *v, Pairs *out)
{
    Str key = http_first(&v->request->headers, STR("idempotency-key"));
    if (key.len > 0 && has_rule(v->route, "id") && !has_pair(out, STR("id")))
        VEC_PUSH(v->arena, out, ((HttpPair){STR("id"), key}));
}

/* ---- all of it ------------------------------------------------------------
 */

static bool is_json(const Visit *v)
{
    const HttpRequest *request = v->request;
    return v->route->data && v->route->fields.count > 0 &&
           (request->method == HTTP_POST || request->method == HTTP_PUT) &&
           str_starts(request->type, STR("application/json"));
}

static bool read(Visit *v, Pairs *out)
{
    Str body = v->request->body;
    json_t *root =
        body.len > BODY_MOST || json_is_deeper(body, DEPTH)
            ? NULL
            : json_loadb(body.ptr, body.len, JSON_REJECT_DUPLICATES, NULL);
    bool object = json_is_object(root);
    if (!object) (void)no_object(v);
    bool fine = object && take_members(v, root, out);
    json_decref(root);
    return fine;
}

const HttpRequest *body_form(Visit *v)
{
    Pairs pairs = {0};
    if (!is_json(v)) return v->request;
    if (!read(v, &pairs)) return NULL;
    add_key(v, &pairs);
    HttpRequest *form = NEW(v->arena, HttpRequest, 1);
    *form = *v->request;
    form->form = (HttpPairs){pairs.at, pairs.count};
    return form;
}
