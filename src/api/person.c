/* SPDX-License-Identifier: Apache-2.0 */
/*
 * person.c - one person of the register.  Of absences it tells days and whether
 * it is leave or a trip, never why; of marks what they do to the plan, to whom
 * may keep them.
 */
#include "api/api.h"
#include "app/person_history.h"

static const FieldRule fields[] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true},
};

typedef struct {
    Json json;
    Visit *v;
    const Register *r;
    PersonId id;
    const Person *person;
} Sheet;

/* ---- who ------------------------------------------------------------------
 */

static void put_identity(Sheet *s)
{
    Json *json = &s->json;
    const Person *p = s->person;
    api_person(json, "orang", s->v, s->id);
    api_word(json, "nip", nip_masked(s->v->arena, p->nip));
    api_word(json, "nomor_lokal", p->local);
    json_text(json, "jenis", staff_kind_word(p->kind));
    api_word(json, "jabatan", p->title);
    api_unit(json, "unit", s->v, p->unit);
    api_person(json, "atasan", s->v, person_superior(s->r, s->id, s->v->today));
    json_truth(json, "petugas_lapangan", p->field);
    api_days(json, p->window);
}

static void put_posts(Sheet *s)
{
    Rows rows = s->r->holdings_of[s->id.index];
    json_open(&s->json, "memegang", '[');
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &s->r->holdings[i];
        json_open(&s->json, NULL, '{');
        json_text(&s->json, "jabatan", s->r->posts[h->post.index].name);
        json_text(&s->json, "cara", hold_kind_word(h->kind));
        api_days(&s->json, h->window);
        json_close(&s->json);
    }
    json_close(&s->json);
}

static void put_grants(Sheet *s)
{
    json_open(&s->json, "kewenangan", '[');
    for (uint32_t i = 0; i < s->r->grant_count; i++) {
        const Grant *g = &s->r->grants[i];
        if (g->person.index != s->id.index) continue;
        json_open(&s->json, NULL, '{');
        json_text(&s->json, "peran", grant_role_word(g->role));
        api_unit(&s->json, "unit", s->v, g->unit);
        api_days(&s->json, g->window);
        json_close(&s->json);
    }
    json_close(&s->json);
}

/* ---- absences and marks ---------------------------------------------------
 */

static void put_absences(Sheet *s)
{
    Rows rows = s->r->absences_of[s->id.index];
    json_open(&s->json, "tidak_hadir", '[');
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Absence *a = &s->r->absences[i];
        if (!person_history_is_near(a->window, s->v->today)) continue;
        json_open(&s->json, NULL, '{');
        api_letter(&s->json, absence_letter(a->kind), false);
        api_days(&s->json, a->window);
        json_close(&s->json);
    }
    json_close(&s->json);
}

/* By what it does to the plan; what it is called may tell why. */
static const char *effect_word(MarkEffect effect)
{
    switch (effect) {
    case MARK_MUST_HOME: return "di rumah";
    case MARK_MAY_HOME: return "boleh di rumah";
    case MARK_NO_RECALL: return "tidak dipanggil";
    case MARK_NAMED: break;
    }
    return "diminta edaran";
}

static void put_marks(Sheet *s)
{
    Rows rows = s->r->marks_of[s->id.index];
    if (!visit_may(s->v, ACCESS_MARK, NO_PERSON, NO_UNIT, NULL)) {
        json_none(&s->json, "tanda");
        return;
    }
    json_open(&s->json, "tanda", '[');
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Mark *m = &s->r->marks[i];
        if (!person_history_is_near(m->window, s->v->today)) continue;
        json_open(&s->json, NULL, '{');
        json_text(&s->json, "akibat", str_of(effect_word(m->effect)));
        api_days(&s->json, m->window);
        json_close(&s->json);
    }
    json_close(&s->json);
}

/* ---- what changed ---------------------------------------------------------
 */

static void put_change(Json *json, const PersonChange *change)
{
    json_open(json, NULL, '{');
    api_date(json, "sejak", change->known);
    json_text(json, "tabel", change->table);
    api_word(json, "kolom", change->column);
    api_word(json, "dari", change->from);
    api_word(json, "menjadi", change->to);
    json_close(json);
}

static void put_changes(Json *json, const PersonHistory *history)
{
    json_open(json, "perubahan", '[');
    for (size_t i = 0; i < history->count; i++)
        put_change(json, &history->at[i]);
    json_close(json);
    api_date(json, "tercatat_sejak", history->since);
}

static void show(Visit *v)
{
    Err err = {0};
    PersonHistory history;
    const Register *r = &v->view->office->r;
    if (!person_history(v->arena, v->view, v->about, &history, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Sheet s = {api_open(v), v, r, v->about, &r->people[v->about.index]};
    put_identity(&s);
    put_posts(&s);
    put_grants(&s);
    put_absences(&s);
    put_marks(&s);
    put_changes(&s.json, &history);
    api_close(v, &s.json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/pegawai/{orang}", MAY_OF_PERSON(REGISTER),
               ROUTE_FIELDS(fields), show, "A person of the register"),
};

const RouteTable api_person_routes = {routes, COUNT(routes)};
