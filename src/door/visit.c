/* SPDX-License-Identifier: Apache-2.0 */
#include "door/visit.h"

#include "app/invite.h"
#include "base/json.h"
#include "door/door.h"

const FieldValue *visit_field(const Visit *visit, const char *name)
{
    return field_of(&visit->fields, name);
}

/* ---- may they? ------------------------------------------------------------
 */

static AccessAsked asked_of(const Visit *v, AccessCase use, PersonId person,
                            UnitId unit)
{
    return (AccessAsked){.actor = v->actor,
                         .use = use,
                         .person = person,
                         .unit = unit,
                         .day = v->today};
}

bool visit_may(Visit *v, AccessCase use, PersonId person, UnitId unit, Err *why)
{
    Err unused = {0};
    AccessWorld world = {&v->view->office->r, &v->view->office->government};
    AccessAsked asked = asked_of(v, use, person, unit);
    if (v->service && !token_may(&v->token, use)) {
        (void)FAIL(why == NULL ? &unused : why, ERR_DENIED,
                   "the service token does not hold that use case");
        return err_id(why == NULL ? &unused : why,
                      "token layanan itu tidak memuat kewenangan ini");
    }
    return access_allows(&world, &asked, why == NULL ? &unused : why);
}

unsigned visit_roles(Visit *v, PersonId person, UnitId unit)
{
    AccessWorld world = {&v->view->office->r, &v->view->office->government};
    AccessAsked asked = asked_of(v, ACCESS_COUNT, person, unit);
    return v->person.index == NO_INDEX ? 0 : access_roles(&world, &asked);
}

bool visit_is_demo(Visit *v)
{
    Err err = {0};
    if (!v->session.demo) return false;
    (void)invite_is_demo(&err);
    visit_refuse(v, &err);
    return true;
}

/* ---- saying something -----------------------------------------------------
 */

/* What the outbox adds to a form, where the route takes it. */
static void take_outbox(const Visit *v, Fact *fact)
{
    for (size_t i = 0; i < v->fields.rules.count; i++) {
        Str name = str_of(v->fields.rules.at[i].name);
        const FieldValue *value = &v->fields.values[i];
        if (!value->given) continue;
        if (str_is(name, STR("id"))) fact->id = value->id;
        if (str_is(name, STR("saat"))) fact->at = value->at;
        if (str_is(name, STR("dikirim"))) fact->sent = value->at;
    }
}

/* A phone's clock may be wrong by days, or by years: then its day says nothing,
 * and what counts is when it happened by ours. */
static void tell_day(const Visit *v, Fact *fact)
{
    static const int64_t hours_us = INT64_C(6) * 3600 * 1000000;
    int64_t off = v->now.us - fact->sent.us;
    Fact arrived = *fact;
    if (fact->at.us == 0 || fact->sent.us == 0) return;
    if (off < hours_us && off > -hours_us) return;
    arrived.received = v->now;
    fact->day = zone_day(fact->zone, fact_when(&arrived));
}

Channel visit_channel(const Visit *v)
{
    return v->service ? CHANNEL_IMPORT : CHANNEL_WEB;
}

Fact visit_fact(const Visit *v, FactKind kind)
{
    Fact fact = fact_blank(kind);
    fact.id = live_new_id(v->live);
    take_outbox(v, &fact);
    fact.channel = visit_channel(v);
    fact.zone = v->view->office->government.zone;
    fact.actor = v->actor;
    tell_day(v, &fact);
    return fact;
}

bool visit_try(Visit *v, const Fact *fact, Str secret, Recorded *out, Err *err)
{
    return live_record(v->live, v->government, v->arena, fact, secret, out,
                       err);
}

bool visit_record(Visit *v, const Fact *fact, Str secret, Recorded *out)
{
    Err err = {0};
    if (visit_try(v, fact, secret, out, &err)) return true;
    visit_refuse(v, &err);
    return false;
}

/* Whoever may not say it of them is told of nobody. */
static bool refuse_of(Visit *v, const Fact *facts, size_t count, size_t which,
                      const Err *why, Err *err)
{
    const Register *r = &v->view->office->r;
    Err ignored = {0};
    uint32_t person = NO_INDEX;
    if (which < count) person = map_find(&r->person_codes, facts[which].person);
    *err = *why;
    if (person == NO_INDEX || !visit_may(v, access_of_kind(facts[which].kind),
                                         (PersonId){person}, NO_UNIT, &ignored))
        return false;
    Str name = r->people[person].name;
    (void)err_set_at(err, why->kind, why->file, why->line, "%.*s: %s",
                     STR_ARG(name), why->text);
    if (why->id[0] != '\0')
        (void)err_id(err, "%.*s: %s", STR_ARG(name), why->id);
    return false;
}

bool visit_try_all(Visit *v, const Fact *facts, size_t count, Err *err)
{
    Err why = {0};
    size_t which = count;
    return live_record_all(v->live, v->government, v->arena, facts, count,
                           &which, &why) ||
           refuse_of(v, facts, count, which, &why, err);
}

bool visit_would_take(Visit *v, const Fact *facts, size_t count, Err *err)
{
    Err why = {0};
    size_t which = count;
    return live_would_record(v->view, v->arena, facts, count, &which, &why) ||
           refuse_of(v, facts, count, which, &why, err);
}

/* ---- going on -------------------------------------------------------------
 */

/* The outbox follows no redirect: it is told where the page would be. */
static void tell_outbox(Visit *v, Str path)
{
    Json json = json_in(&v->answer->body);
    json_open(&json, NULL, '{');
    json_text(&json, "ke", path);
    json_number(&json, "diterima", v->now.us / 1000);
    json_close(&json);
    CHECK(json_done(&json));
    v->answer->type = STR("application/json");
    v->answer->cache = STR("no-store");
}

void visit_go(Visit *v, Str path, const char *done)
{
    bool asked = str_find(path, STR("?"), 0) != SIZE_MAX;
    if (done != NULL)
        path = str_format(v->arena, "%.*s%csudah=%s", STR_ARG(path),
                          asked ? '&' : '?', done);
    if (http_has(&v->request->headers, STR("x-kotak")))
        tell_outbox(v, path);
    else
        http_see_other(v->answer, path);
}

Str visit_done(const Visit *v)
{
    return http_first(&v->request->query, STR("sudah"));
}

void visit_file(Visit *v, Str name, Str type, Str bytes)
{
    v->answer->type = type;
    v->answer->cache = STR("no-store");
    http_header(
        v->answer, STR("content-disposition"),
        str_format(v->arena, "attachment; filename=\"%.*s\"", STR_ARG(name)));
    buf_put(&v->answer->body, bytes);
}

Str visit_address(const Visit *visit, Str path)
{
    Str host = http_first(&visit->request->headers, STR("host"));
    return str_format(visit->arena, "%s://%.*s%.*s",
                      visit->request->secure ? "https" : "http", STR_ARG(host),
                      STR_ARG(path));
}

/* ---- the browser's name ---------------------------------------------------
 */

typedef struct {
    const char *mark, *name;
} Known;

static const char *known_in(Str text, const Known *known, size_t count,
                            const char *other)
{
    for (size_t i = 0; i < count; i++) {
        if (str_find(text, str_of(known[i].mark), 0) != SIZE_MAX)
            return known[i].name;
    }
    return other;
}

Str visit_label(const Visit *v)
{
    static const Known browsers[] = {
        {"Edg/",           "Edge"   },
        {"OPR/",           "Opera"  },
        {"SamsungBrowser", "Samsung"},
        {"Firefox/",       "Firefox"},
        {"Chrome/",        "Chrome" },
        {"Safari/",        "Safari" },
    };
    static const Known systems[] = {
        {"Android", "Android"},
        {"iPhone",  "iPhone" },
        {"iPad",    "iPad"   },
        {"Windows", "Windows"},
        {"Mac OS",  "macOS"  },
        {"Linux",   "Linux"  },
    };
    Str agent = http_first(&v->request->headers, STR("user-agent"));
    return str_format(
        v->arena, "%s di %s",
        known_in(agent, browsers, COUNT(browsers), "peramban lain"),
        known_in(agent, systems, COUNT(systems), "perangkat lain"));
}
