/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_api_answers.c - the description and the answers say the same: every
 * recorded request of a route of data, as whoever may and as nobody, is
 * answered by a status, a type and a body that OpenAPI has.
 */
#include "harness.h"
#include "schema_check.h"
#include "web_recorded.h"

#include <string.h>

typedef struct {
    WebWorld *w;
    WebCast *cast;
    WebPlaces *places;
    json_t *root; /* the description */
} Stage;

static Stage stage_open(const char *name, const char *beside)
{
    Stage s = {.w = web_world_open(name)};
    s.cast = web_cast_open(s.w, beside);
    s.places = web_recorded_make(s.cast);
    WebAnswer a = web_world_get(s.w, "/api/v1/openapi.json");
    s.root = json_loadb(a.body.ptr, a.body.len, JSON_REJECT_DUPLICATES, NULL);
    CHECK(s.root != NULL);
    return s;
}

static void stage_close(Stage *s)
{
    json_decref(s->root);
    web_cast_close(s->cast);
    web_world_close(s->w);
}

static json_t *operation(const Stage *s, HttpMethod method, const char *path)
{
    static const char *const methods[] = {"get", "post", "put", "delete"};
    return json_object_get(
        json_object_get(json_object_get(s->root, "paths"), path),
        methods[method]);
}

/* ---- answers --------------------------------------------------------------
 */

/* The part of the description that such an answer has; NULL: none. */
static json_t *described(json_t *of, const WebAnswer *answer, const char *type)
{
    json_t *all = json_object_get(of, "responses");
    char status[16];
    (void)snprintf(status, sizeof status, "%d", answer->status);
    json_t *one = json_object_get(all, status);
    if (one == NULL && answer->status >= 400)
        one = json_object_get(all, "default");
    return json_object_get(
        json_object_get(json_object_get(one, "content"), type), "schema");
}

static void expect_fits(const Stage *s, const WebRecorded *row,
                        const WebAnswer *answer)
{
    const char *type =
        str_c(s->w->arena,
              str_slice(answer->type, 0, str_find(answer->type, STR(";"), 0)));
    json_t *of = operation(s, row->method, row->route);
    json_t *schema = described(of, answer, type);
    EXPECT(schema != NULL);
    bool own = strcmp(row->route, "/api/v1/openapi.json") == 0;
    if (schema == NULL || own || strstr(type, "json") == NULL) return;
    json_t *value = json_loadb(answer->body.ptr, answer->body.len, 0, NULL);
    EXPECT(value != NULL);
    EXPECT_STR(schema_misfit_in(s->w->arena, s->root, schema, value), "");
    json_decref(value);
}

static void ask(const Stage *s, const WebRecorded *row, CastMember *member,
                bool oddly)
{
    static const HttpPair odd[] = {
        {STR_INIT("entah"), STR_INIT("1")}
    };
    web_cast_wake(s->cast, member);
    HttpRequest request = web_recorded_request(s->places, row, member, true);
    if (oddly) request.query = request.form = (HttpPairs){odd, 1};
    WebAnswer answer = web_world_ask(s->w, &request);
    ROW("%s as %s%s: %d", row->route, member->code, oddly ? ", oddly" : "",
        answer.status);
    expect_fits(s, row, &answer);
}

FACT(every_answer_of_data_is_as_it_is_described)
{
    size_t rows = 0;
    Stage s = stage_open("jawaban", "seberang-jawaban");
    CastMember *nobody = web_cast_member(s.cast, "-");
    for (size_t i = 0; i < web_recorded_count(); i++) {
        const WebRecorded *row = web_recorded_at(i);
        if (operation(&s, row->method, row->route) == NULL) continue;
        CastMember *sender = web_cast_member(s.cast, row->by);
        ask(&s, row, nobody, false);
        ask(&s, row, sender, true);
        ask(&s, row, sender, false);
        rows++;
    }
    EXPECT(rows >= 60);
    stage_close(&s);
}

/* ---- the description itself -----------------------------------------------
 */

static bool has_parameter(const json_t *of, Str name, const char *in)
{
    const json_t *all = json_object_get(of, "parameters");
    for (size_t i = 0; i < json_array_size(all); i++) {
        const json_t *one = json_array_get(all, i);
        if (str_is(name,
                   str_of(json_string_value(json_object_get(one, "name")))) &&
            strcmp(json_string_value(json_object_get(one, "in")), in) == 0)
            return true;
    }
    return false;
}

FACT(every_part_of_a_path_is_a_parameter_of_it)
{
    const char *path, *method;
    json_t *at, *of;
    size_t parts = 0;
    Stage s = stage_open("bagian", "seberang-bagian");
    json_object_foreach(json_object_get(s.root, "paths"), path, at)
    {
        json_object_foreach(at, method, of)
        {
            Str rest = str_of(path), segment;
            while (str_next(&rest, '/', &segment)) {
                if (!str_starts(segment, STR("{"))) continue;
                ROW("%s %s", method, path);
                EXPECT(has_parameter(of, str_slice(segment, 1, segment.len - 1),
                                     "path"));
                parts++;
            }
        }
    }
    EXPECT(parts > 20);
    ROW("a key where an id is taken");
    EXPECT(has_parameter(operation(&s, HTTP_POST, "/api/v1/fakta"),
                         STR("Idempotency-Key"), "header"));
    EXPECT(has_parameter(operation(&s, HTTP_POST, "/api/v1/rekap/tutup"),
                         STR("Idempotency-Key"), "header"));
    EXPECT(!has_parameter(operation(&s, HTTP_GET, "/api/v1/fakta"),
                          STR("Idempotency-Key"), "header"));
    stage_close(&s);
}
