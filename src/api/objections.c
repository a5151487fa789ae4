/* SPDX-License-Identifier: Apache-2.0 */
/*
 * objections.c - what one has objected to, who answers it, and the answer.
 */
#include "api/api.h"
#include "app/objection.h"

static Instant due_of(const MyObjection *one)
{
    bool waits = one->answer == NULL && objection_is_of_data(one->objection);
    return waits ? objection_due(one->objection) : (Instant){0};
}

static void put_answer(Json *json, const Visit *v, const Fact *answer)
{
    if (answer == NULL) {
        json_none(json, "jawaban");
        return;
    }
    json_open(json, "jawaban", '{');
    api_id(json, "id", answer->id);
    api_coded(json, "oleh", v, answer->actor);
    json_text(json, "kata", answer->word);
    json_text(json, "isi", answer->text);
    api_instant(json, "saat", fact_when(answer));
    json_close(json);
}

static void put_objection(Json *json, const Visit *v, const MyObjection *one)
{
    const Fact *f = one->objection;
    json_open(json, NULL, '{');
    api_id(json, "id", f->id);
    api_word(json, "kata", f->word);
    json_text(json, "isi", f->text);
    api_instant(json, "saat", fact_when(f));
    json_text(json, "keadaan",
              one->answer == NULL ? STR("menunggu jawaban")
                                  : one->answer->word);
    api_person(json, "atasan", v,
               objection_superior(&v->view->office->r, f, v->about, v->today));
    api_instant(json, "paling_lambat", due_of(one));
    put_answer(json, v, one->answer);
    json_close(json);
}

static void show(Visit *v)
{
    Err err = {0};
    MyDay day;
    if (!my_day(v->arena, v->view, v->about, v->today, &day, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    json_open(&json, "keberatan", '[');
    for (size_t i = 0; i < day.objection_count; i++)
        put_objection(&json, v, &day.objections[i]);
    json_close(&json);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/saya/keberatan", MAY_OF_SELF(SEE_PERSON),
               NO_FIELDS, show, "What one has objected to, and the answers"),
};

const RouteTable api_objection_routes = {routes, COUNT(routes)};
