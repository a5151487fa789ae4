/* SPDX-License-Identifier: Apache-2.0 */
#include "door/body.h"

#include "base/json.h"
#include "door/problem.h"

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

static bool has_body(const Visit *v)
{
    return v->request->method == HTTP_POST || v->request->method == HTTP_PUT;
}

static bool has_rule(const Route *route, const char *name)
{
    for (size_t i = 0; i < route->fields.count; i++) {
        if (strcmp(route->fields.at[i].name, name) == 0) return true;
    }
    return false;
}

static Str key_of(const Visit *v)
{
    bool taken = v->route->data && has_rule(v->route, "id");
    Str key = http_first(&v->request->headers, STR("idempotency-key"));
    return taken && has_body(v) ? key : STR("");
}

bool body_two_ids(Visit *v)
{
    visit_refuse_with(v, ERR_INPUT,
                      "Idempotency-Key dan id harus sama; kirim salah satu",
                      "Idempotency-Key and id must be the same; send one of "
                      "them");
    return false;
}

/* False: the body says another id, and the answer is there. */
static bool add_key(Visit *v, Pairs *out)
{
    Str key = key_of(v);
    if (key.len == 0) return true;
    for (size_t i = 0; i < out->count; i++) {
        if (!str_is(out->at[i].name, STR("id"))) continue;
        if (str_is(out->at[i].value, key)) return true;
        return body_two_ids(v);
    }
    VEC_PUSH(v->arena, out, ((HttpPair){STR("id"), key}));
    return true;
}

/* ---- all of it ------------------------------------------------------------
 */

static bool is_json(const Visit *v)
{
    return v->route->data && has_body(v) &&
           str_is(v->request->type, STR("application/json"));
}

/* Of a form the fields are left; what is no form and no JSON is left whole.  A
 * route of data without fields reads JSON alone. */
static bool is_of_no_kind(const Visit *v)
{
    const HttpRequest *request = v->request;
    bool json_alone = v->route->data && v->route->fields.count == 0;
    if (!has_body(v) || is_json(v)) return false;
    return request->body.len > 0 || (json_alone && request->form.count > 0);
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

static bool take(Visit *v, Pairs *out)
{
    const HttpPairs *form = &v->request->form;
    if (is_json(v)) return read(v, out) && add_key(v, out);
    for (size_t i = 0; i < form->count; i++)
        VEC_PUSH(v->arena, out, form->at[i]);
    return add_key(v, out);
}

const HttpRequest *body_form(Visit *v)
{
    Pairs pairs = {0};
    if (is_of_no_kind(v)) {
        problem_type(v);
        return NULL;
    }
    if (v->route->fields.count == 0 || (!is_json(v) && key_of(v).len == 0))
        return v->request;
    if (!take(v, &pairs)) return NULL;
    HttpRequest *form = NEW(v->arena, HttpRequest, 1);
    *form = *v->request;
    form->form = (HttpPairs){pairs.at, pairs.count};
    return form;
}
