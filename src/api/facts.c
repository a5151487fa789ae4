/* SPDX-License-Identifier: Apache-2.0 */
/*
 * facts.c - the journal as a feed, and one fact said by another program.
 */
#include "api/api.h"
#include "api/fact_json.h"
#include "door/approved.h"
#include "door/body.h"
#include "door/door.h"

enum { FEED_MOST = 500 };

static const FieldRule feed_fields[] = {
    {"setelah", N_("After which place"), FIELD_NUMBER, .needed = false},
    {"jenis",   N_("Kind"),              FIELD_LINE,   .most = 60     },
};

/* ---- the feed -------------------------------------------------------------
 */

typedef struct {
    Json *json;
    size_t count;
    uint64_t last;
    bool full;
} Feed;

static bool put_fact(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Feed *feed = context;
    feed->full = feed->count == FEED_MOST;
    if (feed->full) return FAIL(err, ERR_LIMIT, "the page is full");
    json_open(feed->json, NULL, '{');
    json_number(feed->json, "nomor", (int64_t)number);
    api_fact_put(feed->json, fact);
    json_close(feed->json);
    feed->count++;
    feed->last = number;
    return true;
}

/* One kind, or all. */
static bool take_kinds(Visit *v, uint64_t *kinds)
{
    FactKind kind = FACT_CHECK_IN;
    const FieldValue *asked = visit_field(v, "jenis");
    *kinds = 0;
    if (!asked->given) return true;
    if (!fact_kind_parse(asked->text, &kind)) {
        visit_refuse_with(v, ERR_INPUT,
                          "jenis: satu jenis fakta, misalnya masuk",
                          "jenis: a kind of fact, such as masuk");
        return false;
    }
    *kinds = UINT64_C(1) << kind;
    return true;
}

static void show_feed(Visit *v)
{
    Err err = {0};
    FactQuery query = {.government = v->government, .days = WINDOW_ALL};
    if (!take_kinds(v, &query.kinds)) return;
    query.after = (uint64_t)visit_field(v, "setelah")->number;
    Json json = api_open(v);
    Feed feed = {.json = &json, .last = query.after};
    json_open(&json, "fakta", '[');
    if (!store_facts(live_store(v->live), NULL, &query, put_fact, &feed,
                     &err) &&
        !feed.full) {
        v->answer->body.len = 0;
        visit_refuse(v, &err);
        return;
    }
    json_close(&json);
    json_number(&json, "setelah", (int64_t)feed.last);
    json_truth(&json, "masih_ada", feed.full);
    api_close(v, &json);
}

/* ---- one fact -------------------------------------------------------------
 */

/* The header's id is the fact's own; the body may say it again. */
static bool take_id(Visit *v, Fact *fact)
{
    FactId said = fact->id;
    Str key = http_first(&v->request->headers, STR("idempotency-key"));
    if (key.len == 0 && fact_id_none(said)) fact->id = live_new_id(v->live);
    if (key.len == 0) return true;
    if (fact_id_parse(key, &fact->id))
        return fact_id_none(said) || fact_id_is(said, fact->id) ||
               body_two_ids(v);
    visit_refuse_with(v, ERR_INPUT,
                      "Idempotency-Key: id fakta, misalnya "
                      "0192f3c1-8a4b-7000-8000-000000000001",
                      "Idempotency-Key: the id of a fact, such as "
                      "0192f3c1-8a4b-7000-8000-000000000001");
    return false;
}

/* A token that bears the code of a shared device: it speaks as that device. */
static bool is_device(const Visit *v)
{
    return v->service && grant_is_device(v->token.name);
}

/* A program may say how something came to it, but not that it is ourselves; a
 * device at a door says that it is one, and nobody else does. */
static bool take_channel(Visit *v, ApiFact *said)
{
    Channel channel = said->fact.channel;
    Channel own = is_device(v) ? CHANNEL_DEVICE : visit_channel(v);
    bool fits = is_device(v)
                    ? channel == CHANNEL_DEVICE
                    : channel != CHANNEL_SYSTEM && channel != CHANNEL_DEVICE;
    if (!said->channel) said->fact.channel = own;
    if (!said->channel || fits) return true;
    visit_refuse_with(v, ERR_INPUT, "saluran: saluran itu bukan untuk program",
                      "saluran: that channel is not for programs");
    return false;
}

/* Proposing a correction is correcting (record.c). */
static AccessCase use_of(const Fact *fact)
{
    bool proposes =
        fact->kind == FACT_SIGN && str_is(fact->thing, STR("koreksi"));
    return proposes ? ACCESS_CORRECT : access_of_kind(fact->kind);
}

/* Of whom the visitor may say it is asked when it is recorded; that the token
 * holds the use case at all is asked here. */
static bool token_holds(Visit *v, const Fact *fact)
{
    if (!v->service || token_may(&v->token, use_of(fact))) return true;
    visit_refuse_with(v, ERR_DENIED,
                      "token layanan itu tidak memuat kewenangan ini",
                      "the service token does not hold that use case");
    return false;
}

/* Of another report than the one that they know to be approved. */
static bool asks_first(Visit *v, const ApiFact *said)
{
    Err err = {0};
    if (is_device(v) || !approved_asks(v, &said->fact, said->seen, &err))
        return false;
    visit_refuse(v, &err);
    return true;
}

static void say(Visit *v)
{
    Err err = {0};
    ApiFact said;
    Recorded done;
    if (!api_fact_read(v->arena, v->request->body, &said, &err)) {
        visit_refuse(v, &err);
        return;
    }
    said.fact.actor = is_device(v) ? v->token.name : v->actor;
    said.fact.zone = v->view->office->government.zone;
    if (!take_id(v, &said.fact) || !take_channel(v, &said) ||
        !token_holds(v, &said.fact) || asks_first(v, &said) ||
        !visit_record(v, &said.fact, said.secret, &done))
        return;
    api_receipt(v, &done);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/fakta", MAY_OF_GOVERNMENT(MONITOR),
               ROUTE_FIELDS(feed_fields), show_feed,
               "The journal from a place on"),
    ROUTE_DATA(POST, "/api/v1/fakta", SIGNED_IN, NO_FIELDS, say,
               "Say one fact"),
};

const RouteTable api_fact_routes = {routes, COUNT(routes)};
