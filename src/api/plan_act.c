/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_act.c - the draft of a month changed, taken back, made by the program,
 * published: the use cases of the pages, and what they say of each cell.
 */
#include "api/plan.h"
#include "app/draft_fill.h"
#include "app/draft_publish.h"

enum { SETTLE_SECONDS = 8 };

static const FieldRule change_fields[] = {ASKED_MONTH,   ASKED_UNIT,
                                          ASKED_VERSION, ASKED_CELLS,
                                          ASKED_REASON,  ASKED_STEP};
static const FieldRule make_fields[] = {ASKED_MONTH, ASKED_UNIT, ASKED_VERSION,
                                        ASKED_FILL};
static const FieldRule publish_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    {.name = "versi",
      .label = N_("Version"),
      .kind = FIELD_NUMBER,
      .needed = true,
      .most = INT32_MAX},
    ASKED_ID,
};

/* ---- what came of it ------------------------------------------------------
 */

static const char *done_word(DraftOutcome outcome)
{
    switch (outcome) {
    case DRAFT_CHANGED: return "diubah";
    case DRAFT_SAME: return "sama";
    case DRAFT_OVERTAKEN: return "didahului";
    }
    return "sama";
}

static void put_cell(Json *json, const Visit *v, const DraftCell *cell,
                     Str said)
{
    char letter = PLACED_NONE;
    if (cell->to != DRAFT_NONE) letter = draft_letter(cell->to);
    json_open(json, NULL, '{');
    api_person(json, "orang", v, cell->person);
    api_date(json, "tgl", cell->day);
    api_plan_put_place(json, "huruf", letter);
    api_word(json, "kalimat", said);
    json_close(json);
}

static void put_refused(Json *json, const Visit *v, const DraftDone *done)
{
    json_open(json, "ditolak", '[');
    for (size_t i = 0; i < done->refused.count; i++)
        put_cell(json, v, &done->refused.at[i].cell,
                 done->refused.at[i].said[v->lang]);
    json_close(json);
}

static void put_done(Visit *v, const Draft *draft, const DraftDone *done)
{
    Json json = api_open(v);
    v->answer->cache = STR("no-store");
    json_text(&json, "hasil", str_of(done_word(done->outcome)));
    json_number(&json, "versi", draft->version);
    json_number(&json, "sel_konsep", (int64_t)draft_cells(draft));
    put_refused(&json, v, done);
    api_close(v, &json);
}

static void refuse_cells(Visit *v, const DraftDone *done)
{
    Err err = {0};
    const DraftRefusal *first = &done->refused.at[0];
    Str code = v->view->office->r.people[first->cell.person.index].code;
    (void)FAIL(&err, ERR_CLASH, "%.*s: %.*s", STR_ARG(code),
               STR_ARG(first->said[LANG_EN]));
    (void)err_id(&err, "%.*s: %.*s", STR_ARG(code),
                 STR_ARG(first->said[LANG_ID]));
    visit_refuse(v, &err);
}

static void tell(Visit *v, const Draft *draft, const DraftDone *done)
{
    if (done->outcome == DRAFT_OVERTAKEN)
        visit_refuse_with(v, ERR_STALE,
                          "versi: orang lain sudah mengubah konsep itu; baca "
                          "lagi, lalu kirim sekali lagi",
                          "versi: somebody else changed the draft meanwhile; "
                          "read it again, then send once more");
    else if (done->outcome == DRAFT_SAME && done->refused.count > 0)
        refuse_cells(v, done);
    else
        put_done(v, draft, done);
}

/* ---- changing -------------------------------------------------------------
 */

static void change(Visit *v)
{
    Err err = {0};
    Draft draft = {0};
    DraftDone done = {0};
    AskedCells cells = {0};
    if (!asked_cells(v, visit_field(v, "alasan")->text, &cells)) return;
    if (asked_step_take(v, &cells, &draft, &done, &err))
        tell(v, &draft, &done);
    else
        visit_refuse(v, &err);
}

/* ---- making ---------------------------------------------------------------
 */

static void make(Visit *v)
{
    Err err = {0};
    Draft draft = {0};
    DraftDone done = {0};
    DraftWish wish = asked_draft(v, v->unit);
    DraftFill fill = asked_fill(v);
    if (draft_fill(v->arena, v->view, &wish, &fill, &draft, &done, &err))
        tell(v, &draft, &done);
    else
        visit_refuse(v, &err);
}

/* ---- publishing -----------------------------------------------------------
 */

static void put_published(Visit *v, const DraftPublished *done, bool settled)
{
    v->answer->status = done->again ? 200 : 201;
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    api_id(&json, "id", visit_field(v, "id")->id);
    json_truth(&json, "sudah_ada", done->again);
    api_instant(&json, "diterima", done->received);
    json_number(&json, "hari_ditetapkan", done->pins);
    json_number(&json, "menyimpang", done->asides);
    json_truth(&json, "jadwal_sudah_mengikuti", settled);
    api_close(v, &json);
}

static bool was_published(Visit *v, FactId id, bool *out, Err *err)
{
    Fact unused;
    return store_fact(live_store(v->live), v->arena, v->government, id, &unused,
                      out, err);
}

/* What goes with no plan is told by the check, and is not published. */
static bool checks(Visit *v, FactId id)
{
    Err err = {0};
    DraftTry tried;
    Draft draft;
    bool again = false;
    if (!was_published(v, id, &again, &err) ||
        (!again &&
         (!draft_open(v->arena, v->view, v->unit, visit_field(v, "bulan")->days,
                      &draft, &err) ||
          !draft_try(v->arena, v->view, &draft, v->actor, &tried, &err)))) {
        visit_refuse(v, &err);
        return false;
    }
    if (again || (tried.bad.count == 0 && !tried.clash)) return true;
    visit_refuse_with(v, ERR_CLASH,
                      "konsep itu tidak cocok dengan jadwal mana pun yang "
                      "menepati aturan; baca periksa, lalu perbaiki atau catat "
                      "sebagai penyimpangan",
                      "the draft goes with no plan that keeps the rules; read "
                      "the check, then mend it or record deviations");
    return false;
}

static void publish(Visit *v)
{
    Err err = {0};
    DraftPublished done;
    DraftWish wish = asked_draft(v, v->unit);
    FactId id = visit_field(v, "id")->id;
    if (!checks(v, id)) return;
    if (!draft_publish(v->arena, v->view, &wish, id, &done, &err)) {
        visit_refuse(v, &err);
        return;
    }
    put_published(v, &done,
                  live_settle(v->live, v->government, SETTLE_SECONDS));
}

static const Route routes[] = {
    ROUTE_DATA(POST, "/api/v1/jadwal/{bulan}/sel", MAY_OF_UNIT(DEVIATE),
               ROUTE_FIELDS(change_fields), change,
               "Change cells of the draft, or take a step back"),
    ROUTE_DATA(POST, "/api/v1/jadwal/{bulan}/susun", MAY_OF_UNIT(DEVIATE),
               ROUTE_FIELDS(make_fields), make, "Build the roster as a draft"),
    ROUTE_DATA(POST, "/api/v1/jadwal/{bulan}/terbitkan", MAY_OF_UNIT(DEVIATE),
               ROUTE_FIELDS(publish_fields), publish, "Publish the draft"),
};

const RouteTable api_plan_act_routes = {routes, COUNT(routes)};
