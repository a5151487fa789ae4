/* SPDX-License-Identifier: Apache-2.0 */
/*
 * describe.c - what can be asked, as OpenAPI 3.1: made of the very rows that
 * answer, so that it cannot say anything else.
 */
#include "api/api.h"
#include "api/fact_json.h"
#include "api/field_schema.h"
#include "api/presence_json.h"
#include "api/shape.h"
#include "door/door.h"

#include <string.h>

/* Bodies that are JSON; what answers something else than JSON. */
static const struct {
    const char *path;
    void (*schema)(Json *json);
} bodies[] = {
    {"/api/v1/fakta",     api_fact_schema    },
    {"/api/v1/kehadiran", api_presence_schema},
};
static const struct {
    const char *path, *type;
} types[] = {
    {"/api/v1/jadwal/{bulan}/lampiran.xlsx",
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"/api/v1/rekap/berkas",
     "text/csv|application/vnd.openxmlformats-officedocument."
     "spreadsheetml.sheet|text/html|text/plain"                         },
    {"/api/v1/bukti/{orang}/{nomor}/{berkas}",
     "image/jpeg|image/png|application/pdf"                             },
    {"/kalender/{berkas}",                     "text/calendar"          },
    {"/metrics",                               "text/plain"             },
};

static const char *type_of(const Route *route)
{
    for (size_t i = 0; i < COUNT(types); i++) {
        if (strcmp(types[i].path, route->path) == 0) return types[i].type;
    }
    return "application/json";
}

/* ---- fields ---------------------------------------------------------------
 */

/* A segment may have the name of a field, and stand for itself. */
static bool in_path(const Route *route, const FieldRule *rule)
{
    Str path = str_of(route->path), segment;
    while (str_next(&path, '/', &segment)) {
        if (str_starts(segment, STR("{")) &&
            str_is(str_slice(segment, 1, segment.len - 1), str_of(rule->name)))
            return true;
    }
    return false;
}

static bool is_posted(const Route *route)
{
    return route->method == HTTP_POST || route->method == HTTP_PUT;
}

static const FieldRule *key_rule(const Route *route)
{
    for (size_t i = 0; i < route->fields.count; i++) {
        if (strcmp(route->fields.at[i].name, "id") == 0)
            return &route->fields.at[i];
    }
    return NULL;
}

/* POST /api/v1/fakta has a body of its own, whose "id" it is. */
static bool takes_key(const Route *route)
{
    return is_posted(route) && (key_rule(route) != NULL ||
                                strcmp(route->path, "/api/v1/fakta") == 0);
}

static void put_parameter(Json *json, const Route *route, const FieldRule *rule)
{
    bool path = in_path(route, rule);
    json_open(json, NULL, '{');
    json_text(json, "name", str_of(rule->name));
    json_text(json, "in", path ? STR("path") : STR("query"));
    json_truth(json, "required", path || rule->needed);
    json_text(json, "description", str_of(rule->label));
    field_schema_put(json, "schema", rule);
    json_close(json);
}

static void put_key(Json *json)
{
    static const FieldRule rule = {.name = "id", .kind = FIELD_ID};
    json_open(json, NULL, '{');
    json_text(json, "name", STR("Idempotency-Key"));
    json_text(json, "in", STR("header"));
    json_truth(json, "required", false);
    json_text(json, "description",
              STR("The id of what is said, where the body has no \"id\"; the "
                  "same again changes nothing"));
    field_schema_put(json, "schema", &rule);
    json_close(json);
}

static void put_parameters(Json *json, const Route *route)
{
    bool posted = is_posted(route);
    json_open(json, "parameters", '[');
    if (takes_key(route)) put_key(json);
    for (size_t i = 0; i < route->fields.count; i++) {
        const FieldRule *rule = &route->fields.at[i];
        if (!posted || in_path(route, rule)) put_parameter(json, route, rule);
    }
    json_close(json);
}

/* ---- bodies: one of its own, or the fields, as JSON or as a form ----------
 */

static void put_required(Json *json, const Route *route)
{
    json_open(json, "required", '[');
    for (size_t i = 0; i < route->fields.count; i++) {
        const FieldRule *rule = &route->fields.at[i];
        if (rule->needed && !in_path(route, rule) && rule != key_rule(route))
            json_text(json, NULL, str_of(rule->name));
    }
    json_close(json);
}

static void put_form(Json *json, const Route *route)
{
    json_text(json, "type", STR("object"));
    json_open(json, "properties", '{');
    for (size_t i = 0; i < route->fields.count; i++) {
        const FieldRule *rule = &route->fields.at[i];
        if (!in_path(route, rule)) field_schema_put(json, rule->name, rule);
    }
    json_close(json);
    put_required(json, route);
}

static void put_body_of(Json *json, const char *type, const Route *route,
                        void (*schema)(Json *json))
{
    json_open(json, type, '{');
    json_open(json, "schema", '{');
    if (schema == NULL)
        put_form(json, route);
    else
        schema(json);
    json_close(json);
    json_close(json);
}

/* No JSON carries them. */
static bool has_files(const Route *route)
{
    bool files = false;
    for (size_t i = 0; i < route->fields.count; i++)
        files = files || route->fields.at[i].kind == FIELD_FILE;
    return files;
}

static const char *form_type(const Route *route)
{
    return has_files(route) ? "multipart/form-data"
                            : "application/x-www-form-urlencoded";
}

static void put_body(Json *json, const Route *route)
{
    size_t b = 0;
    if (!is_posted(route)) return;
    while (b < COUNT(bodies) && strcmp(bodies[b].path, route->path) != 0)
        b++;
    bool form = b == COUNT(bodies);
    json_open(json, "requestBody", '{');
    json_truth(json, "required", true);
    json_open(json, "content", '{');
    if (!has_files(route))
        put_body_of(json, "application/json", route,
                    form ? NULL : bodies[b].schema);
    if (form) put_body_of(json, form_type(route), route, NULL);
    json_close(json);
    json_close(json);
}

/* ---- answers --------------------------------------------------------------
 */

static const struct {
    HttpMethod method;
    const char *path, *shape;
} answers[] = {
#define SHAPE(name, shape)
#define ANSWER(method, path, shape) {HTTP_##method, (path), (shape)},
#include "api/answers.def"
#undef ANSWER
#undef SHAPE
};
static const struct {
    const char *name, *shape;
} shapes[] = {
#define SHAPE(name, shape) {#name, (shape)},
#define ANSWER(method, path, shape)
#include "api/answers.def"
#undef ANSWER
#undef SHAPE
};

/* NULL: it is no JSON, or what it is is said elsewhere (OpenAPI itself). */
static const char *shape_of(const Route *route)
{
    for (size_t i = 0; i < COUNT(answers); i++) {
        if (answers[i].method == route->method &&
            strcmp(answers[i].path, route->path) == 0)
            return answers[i].shape;
    }
    return NULL;
}

static void put_schema(Json *json, const char *type, const char *shape)
{
    json_open(json, type, '{');
    if (shape != NULL) {
        shape_put(json, "schema", shape);
    } else {
        json_open(json, "schema", '{');
        json_close(json);
    }
    json_close(json);
}

/* Of several types, with "|" between, each is one that the answer may have. */
static void put_content(Json *json, const char *status, const char *said,
                        const char *type, const char *shape)
{
    Str rest = str_of(type), one;
    json_open(json, status, '{');
    json_text(json, "description", str_of(said));
    json_open(json, "content", '{');
    while (str_next(&rest, '|', &one))
        put_schema(json, str_c(json->out->arena, one), shape);
    json_close(json);
    json_close(json);
}

/* What is said under an id is made once, and then told again; a slip and a
 * token are made anew each time.  Tables set aside and steps of an account make
 * nothing. */
static bool makes(const Route *route)
{
    static const char *const also[] = {
        "/api/v1/fakta", "/api/v1/akun/{orang}/slip", "/api/v1/saya/kalender",
        "/api/v1/impor/{titipan}/masukkan", "/api/v1/token"};
    static const char *const not [] = {
        "/api/v1/impor", "/api/v1/akun/{orang}/henti",
        "/api/v1/akun/{orang}/tanpa-kode", "/api/v1/akun/{orang}/administrator",
        "/api/v1/akun/{orang}/bukan-administrator"};
    bool made = key_rule(route) != NULL;
    for (size_t i = 0; i < COUNT(also); i++)
        made = made || strcmp(also[i], route->path) == 0;
    for (size_t i = 0; i < COUNT(not ); i++)
        made = made && strcmp(not [i], route -> path) != 0;
    return is_posted(route) && made;
}

static void put_answers(Json *json, const Route *route)
{
    const char *shape = shape_of(route);
    json_open(json, "responses", '{');
    put_content(json, "200", "As asked", type_of(route), shape);
    if (makes(route)) put_content(json, "201", "Made", type_of(route), shape);
    put_content(json, "default", "What is wrong, and what would be right",
                "application/problem+json", "Problem");
    json_close(json);
}

/* Anybody; or by one of the two; or by a session alone. */
static void put_security(Json *json, const Route *route)
{
    static const char *const schemes[] = {"bearer", "cookie"};
    json_open(json, "security", '[');
    for (size_t i = 0; i < COUNT(schemes); i++) {
        if (route->permit.kind == PERMIT_ANYBODY) break;
        if (route->in_person && i == 0) continue;
        json_open(json, NULL, '{');
        json_open(json, schemes[i], '[');
        json_close(json);
        json_close(json);
    }
    json_close(json);
    if (route->permit.kind == PERMIT_CASE)
        json_text(json, "x-kewenangan",
                  str_of(access_row(route->permit.use)->word));
}

/* ---- paths ----------------------------------------------------------------
 */

static void put_operation(Json *json, const Route *route)
{
    static const char *const methods[HTTP_METHOD_COUNT] = {
        [HTTP_GET] = "get",
        [HTTP_POST] = "post",
        [HTTP_PUT] = "put",
        [HTTP_DELETE] = "delete",
    };
    json_open(json, methods[route->method], '{');
    json_text(json, "summary", str_of(route->title));
    put_security(json, route);
    put_parameters(json, route);
    put_body(json, route);
    put_answers(json, route);
    json_close(json);
}

typedef struct {
    const RouteTable *tables;
    size_t count;
} Site;

/* All methods of a path, at its first row. */
static void put_path(Json *json, const Site *site, const char *path)
{
    json_open(json, path, '{');
    for (size_t t = 0; t < site->count; t++) {
        for (size_t i = 0; i < site->tables[t].count; i++) {
            const Route *route = &site->tables[t].at[i];
            if (route->data && strcmp(route->path, path) == 0)
                put_operation(json, route);
        }
    }
    json_close(json);
}

static bool is_first(const Site *site, const Route *which)
{
    for (size_t t = 0; t < site->count; t++) {
        for (size_t i = 0; i < site->tables[t].count; i++) {
            const Route *route = &site->tables[t].at[i];
            if (route->data && strcmp(route->path, which->path) == 0)
                return route == which;
        }
    }
    return false;
}

static void put_paths(Json *json, const Site *site)
{
    json_open(json, "paths", '{');
    for (size_t t = 0; t < site->count; t++) {
        for (size_t i = 0; i < site->tables[t].count; i++) {
            const Route *route = &site->tables[t].at[i];
            if (route->data && is_first(site, route))
                put_path(json, site, route->path);
        }
    }
    json_close(json);
}

/* ---- what all share -------------------------------------------------------
 */

/* RFC 9457; `errors` of fields, `tetap` of a report (door/approved.h). */
static void put_shapes(Json *json)
{
    json_open(json, "schemas", '{');
    shape_put(json, "Problem",
              "{type: text, status: number, title: text, detail: text, "
              "instance: text, tetap*: text, disetujui*: text, "
              "errors*: [{field: text, detail: text}]}");
    for (size_t i = 0; i < COUNT(shapes); i++)
        shape_put(json, shapes[i].name, shapes[i].shape);
    json_close(json);
}

static void put_schemes(Json *json)
{
    json_open(json, "securitySchemes", '{');
    json_open(json, "bearer", '{');
    json_text(json, "type", STR("http"));
    json_text(json, "scheme", STR("bearer"));
    json_text(json, "description",
              STR("A service token, tk_..., made by an administrator"));
    json_close(json);
    json_open(json, "cookie", '{');
    json_text(json, "type", STR("apiKey"));
    json_text(json, "in", STR("cookie"));
    json_text(json, "name", STR("__Host-tk"));
    json_text(json, "description",
              STR("The session of a browser; what changes something needs the "
                  "header X-Kunci too"));
    json_close(json);
    json_close(json);
}

static void describe(Visit *v)
{
    Site site = {v->door->tables, v->door->table_count};
    Json json = api_open(v);
    json_text(&json, "openapi", STR("3.1.0"));
    json_open(&json, "info", '{');
    json_text(&json, "title", STR("Tata Kerja"));
    json_text(&json, "version", STR("1"));
    json_close(&json);
    put_paths(&json, &site);
    json_open(&json, "components", '{');
    put_shapes(&json);
    put_schemes(&json);
    json_close(&json);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/openapi.json", ANYBODY, NO_FIELDS, describe,
               "This description"),
};

const RouteTable api_describe_routes = {routes, COUNT(routes)};
