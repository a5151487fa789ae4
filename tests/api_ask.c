/* SPDX-License-Identifier: Apache-2.0 */
#include "api_ask.h"

#include "harness.h"

#include <jansson.h>
#include <stdlib.h>

typedef VEC(HttpPair) Pairs;

void api_ask_header(WebWorld *w, HttpRequest *request, const char *name,
                    Str value)
{
    Pairs all = {0};
    for (size_t i = 0; i < request->headers.count; i++)
        VEC_PUSH(w->arena, &all, request->headers.at[i]);
    VEC_PUSH(w->arena, &all, ((HttpPair){str_of(name), value}));
    request->headers = (HttpPairs){all.at, all.count};
}

WebAnswer api_ask_keyed(WebWorld *w, const char *target, const char *body,
                        const char *key)
{
    HttpRequest request = web_world_request(w, HTTP_POST, target, NULL);
    request.type = STR("application/json");
    request.body = str_of(body);
    api_ask_header(w, &request, "x-kunci",
                   session_form_token(w->arena, &w->in.session));
    if (key != NULL)
        api_ask_header(w, &request, "idempotency-key", str_of(key));
    return web_world_ask(w, &request);
}

WebAnswer api_ask_post(WebWorld *w, const char *target, const char *body)
{
    return api_ask_keyed(w, target, body, NULL);
}

WebAnswer api_ask_token(WebWorld *w, HttpMethod method, const char *target,
                        Str token)
{
    HttpRequest request = web_world_request(w, method, target, NULL);
    request.cookies = (HttpPairs){0};
    if (method == HTTP_POST) {
        request.type = STR("application/json");
        request.body = STR("{}");
    }
    api_ask_header(w, &request, "authorization",
                   str_format(w->arena, "Bearer %.*s", STR_ARG(token)));
    return web_world_ask(w, &request);
}

Str api_ask_at(WebWorld *w, const WebAnswer *answer, const char *path)
{
    json_t *root = json_loadb(answer->body.ptr, answer->body.len,
                              JSON_REJECT_DUPLICATES, NULL);
    const json_t *at = root;
    Str rest = str_of(path);
    for (Str part; at != NULL && str_next(&rest, '.', &part);) {
        const char *name = str_c(w->arena, part);
        at = json_is_array(at) ? json_array_get(at, strtoul(name, NULL, 10))
                               : json_object_get(at, name);
    }
    Str out = STR("(none)");
    if (json_is_string(at)) {
        out = str_copy(w->arena, str_of(json_string_value(at)));
    } else if (at != NULL) {
        char *text = json_dumps(at, JSON_ENCODE_ANY | JSON_COMPACT);
        out = str_copy(w->arena, str_of(text));
        free(text);
    }
    json_decref(root);
    return out;
}

const char *api_ask_text(WebWorld *w, const WebAnswer *answer, const char *path)
{
    return str_c(w->arena, api_ask_at(w, answer, path));
}

void api_ask_expect_problem(WebWorld *w, const WebAnswer *answer, int status,
                            const char *words)
{
    EXPECT_INT(answer->status, status);
    EXPECT_STR(answer->type, "application/problem+json");
    EXPECT_HAS(api_ask_at(w, answer, "detail"), words);
}
