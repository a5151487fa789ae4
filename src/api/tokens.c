/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tokens.c - service tokens: listed, made, ended.
 *
 * Made and ended by the session of an administrator alone: who holds a token
 * gets no other by it, and ends none.
 */
#include "door/tokens.h"

#include "api/api.h"

static const FieldRule make_fields[] = {TOKENS_NEW};
static const FieldRule end_fields[] = {TOKENS_NUMBER};

static void put_token(Json *json, const char *name, const Visit *v,
                      const Token *token)
{
    json_open(json, name, '{');
    json_text(json, "nomor", token->id);
    json_text(json, "nama", token->name);
    api_coded(json, "pembuat", v, token->actor);
    api_instant(json, "dibuat", token->made);
    api_instant(json, "sampai", token->until);
    json_open(json, "kewenangan", '[');
    for (int use = 0; use < ACCESS_COUNT; use++) {
        if (token_may(token, (AccessCase)use))
            json_text(json, NULL, str_of(access_row((AccessCase)use)->word));
    }
    json_close(json);
    json_close(json);
}

static void show(Visit *v)
{
    Err err = {0};
    Token *all = NULL;
    size_t count = 0;
    if (!token_list(v->arena, &v->world, v->government, v->actor, &all, &count,
                    &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    json_open(&json, "token", '[');
    for (size_t i = 0; i < count; i++)
        put_token(&json, NULL, v, &all[i]);
    json_close(&json);
    api_close(v, &json);
}

/* Sent twice, it is two tokens: the secret of none is told again. */
static void make(Visit *v)
{
    Err err = {0};
    Token token;
    Str secret;
    if (!tokens_make(v, &token, &secret, &err)) {
        visit_refuse(v, &err);
        return;
    }
    v->answer->status = 201;
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    put_token(&json, "token", v, &token);
    json_text(&json, "rahasia", secret);
    api_close(v, &json);
}

static void end(Visit *v)
{
    Err err = {0};
    if (!tokens_end(v, &err)) {
        visit_refuse(v, &err);
        return;
    }
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    json_text(&json, "diakhiri", visit_field(v, "nomor")->text);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/token", MAY_OF_GOVERNMENT(TOKEN), NO_FIELDS, show,
               "Service tokens, without their secrets"),
    ROUTE_IN_PERSON(POST, "/api/v1/token", MAY_OF_GOVERNMENT(TOKEN),
                    ROUTE_FIELDS(make_fields), make,
                    "A service token, its secret told once"),
    ROUTE_IN_PERSON(POST, "/api/v1/token/{nomor}/akhiri",
                    MAY_OF_GOVERNMENT(TOKEN), ROUTE_FIELDS(end_fields), end,
                    "End a service token"),
};

const RouteTable api_token_routes = {routes, COUNT(routes)};
