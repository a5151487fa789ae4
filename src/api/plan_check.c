/* SPDX-License-Identifier: Apache-2.0 */
/*
 * plan_check.c - the draft of a month, the ways to mend a day, and what
 * publishing comes to, before it is done.
 */
#include "api/plan.h"
#include "app/draft_mend.h"
#include "app/draft_publish.h"

static const FieldRule draft_fields[] = {ASKED_MONTH, ASKED_UNIT};
static const FieldRule day_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
    {.name = "tgl", .label = N_("Date"), .kind = FIELD_DATE, .needed = true},
};
static const FieldRule check_fields[] = {ASKED_MONTH, ASKED_UNIT, ASKED_CELLS};

/* ---- cells ----------------------------------------------------------------
 */

static void put_draft_cell(Json *json, const Visit *v, const DraftCell *cell,
                           Str said)
{
    char letter = draft_letter(cell->to);
    json_open(json, NULL, '{');
    api_person(json, "orang", v, cell->person);
    api_date(json, "tgl", cell->day);
    json_text(json, "huruf", (Str){&letter, 1});
    json_truth(json, "menyimpang", draft_is_aside(cell->to));
    api_word(json, "alasan", cell->reason);
    api_word(json, "kalimat", said);
    json_close(json);
}

static void put_row(Json *json, const Visit *v, const Draft *draft,
                    const DraftRow *row)
{
    for (int32_t d = 0; d < window_days(draft->days); d++) {
        DraftCell cell = {row->person, date_plus(draft->days.first, d),
                          row->cells[d], STR("")};
        if (cell.to == DRAFT_NONE) continue;
        cell.reason = draft_reason(draft, row->person, cell.day);
        put_draft_cell(json, v, &cell, STR(""));
    }
}

static void show_draft(Visit *v)
{
    ApiPlan *plan = NEW(v->arena, ApiPlan, 1);
    if (!api_plan_open(v, plan)) return;
    const Draft *draft = &plan->draft;
    Json json = api_open(v);
    api_plan_put_head(&json, v, plan);
    json_truth(&json, "dapat_diurungkan",
               draft_can_undo(draft, v->actor, false));
    json_truth(&json, "dapat_diulang", draft_can_undo(draft, v->actor, true));
    json_open(&json, "sel", '[');
    for (size_t i = 0; i < draft->rows.count; i++)
        put_row(&json, v, draft, &draft->rows.at[i]);
    json_close(&json);
    api_close(v, &json);
}

/* ---- ways to mend ---------------------------------------------------------
 */

static void put_way(Json *json, const Visit *v, const Plan *plan,
                    const Repair *way)
{
    json_open(json, NULL, '{');
    json_text(json, "kalimat", way->said[v->lang]);
    json_number(json, "melebihi", way->price.over);
    json_number(json, "kekurangan_petugas", way->price.wanting);
    json_number(json, "aturan_diubah", way->price.rules);
    json_number(json, "sel_berubah", way->price.cells);
    json_open(json, "pindah", '[');
    for (uint32_t m = 0; plan != NULL && m < way->move_count; m++) {
        json_open(json, NULL, '{');
        api_person(json, "orang", v, way->moves[m].person);
        api_date(json, "tgl", plan->days[way->moves[m].day]);
        api_plan_put_place(json, "huruf", way->moves[m].to);
        json_close(json);
    }
    json_close(json);
    json_close(json);
}

static void put_ways(Json *json, const Visit *v, const Plan *plan,
                     const Repairs *ways)
{
    json_open(json, "jalan", '[');
    for (uint32_t i = 0; i < ways->count; i++)
        put_way(json, v, plan, &ways->at[i]);
    json_close(json);
}

static void put_broken(Json *json, const Visit *v, RepairBoard *board,
                       const Broken *broken)
{
    Err unused = {0};
    Repairs ways = {0};
    bool cap = broken->kind == BROKEN_CAP;
    json_open(json, NULL, '{');
    json_text(json, "jenis", cap ? STR("batas") : STR("loket"));
    api_clause(json, "dasar", v, cap ? broken->cap : NO_CLAUSE);
    api_unit(json, "unit", v, broken->unit);
    json_number(json, "sebanyak", broken->by);
    json_text(json, "kalimat", broken->said[v->lang]);
    if (!offer_repairs(board, broken, &ways, &unused)) ways.count = 0;
    put_ways(json, v, &board->demand.plan, &ways);
    json_close(json);
}

/* Of the unit, or of one above it whose cap counts its people. */
static bool concerns(const Visit *v, const Broken *broken)
{
    const Register *r = &v->view->office->r;
    return unit_is_under(r, broken->unit, v->unit) ||
           unit_is_under(r, v->unit, broken->unit);
}

static void put_mend(Visit *v, const ApiPlan *plan, const DraftBroken *all)
{
    Json json = api_open(v);
    api_plan_put_head(&json, v, plan);
    api_date(&json, "tgl", visit_field(v, "tgl")->date);
    json_open(&json, "rusak", '[');
    for (uint32_t i = 0; i < all->count; i++) {
        if (concerns(v, &all->broken[i]))
            put_broken(&json, v, all->board, &all->broken[i]);
    }
    json_close(&json);
    api_close(v, &json);
}

static void show_mend(Visit *v)
{
    Err err = {0};
    ApiPlan *plan = NEW(v->arena, ApiPlan, 1);
    DraftBroken *all = NEW(v->arena, DraftBroken, 1);
    Date day = visit_field(v, "tgl")->date;
    Window month = visit_field(v, "bulan")->days;
    if (!window_has(month, day)) {
        visit_refuse_with(v, ERR_ABSENT, "hari itu di luar bulan ini",
                          "the day is not of this month");
        return;
    }
    if (!api_plan_open(v, plan)) return;
    Draft none = draft_none(v->arena, &v->view->office->r, v->unit, month);
    if (draft_broken(v->arena, v->view, plan->edits ? &plan->draft : &none, day,
                     all, &err))
        put_mend(v, plan, all);
    else
        visit_refuse(v, &err);
}

/* ---- what publishing comes to ---------------------------------------------
 */

static void put_moves(Json *json, const Visit *v, const DraftTry *tried)
{
    json_open(json, "berubah", '[');
    for (size_t i = 0; i < tried->moves.count; i++) {
        const DraftMove *move = &tried->moves.at[i];
        json_open(json, NULL, '{');
        api_person(json, "orang", v, move->person);
        api_date(json, "tgl", move->day);
        api_plan_put_place(json, "dari", move->from);
        api_plan_put_place(json, "menjadi", move->to);
        json_truth(json, "dari_konsep", move->own);
        json_close(json);
    }
    json_close(json);
}

static void put_cells(Json *json, const Visit *v, const DraftTry *tried)
{
    json_open(json, "tidak_cocok", '[');
    for (size_t i = 0; i < tried->bad.count; i++)
        put_draft_cell(json, v, &tried->bad.at[i].cell,
                       tried->bad.at[i].said[v->lang]);
    json_close(json);
    json_open(json, "menyimpang", '[');
    for (size_t i = 0; i < tried->asides.count; i++)
        put_draft_cell(json, v, &tried->asides.at[i], STR(""));
    json_close(json);
    json_open(json, "gugur", '[');
    for (size_t i = 0; i < tried->lapsed.count; i++)
        put_draft_cell(json, v, &tried->lapsed.at[i], STR(""));
    json_close(json);
}

static void put_try(Visit *v, const ApiPlan *plan, const DraftTry *tried)
{
    bool some = tried->pins + tried->asides.count > 0;
    Json json = api_open(v);
    api_plan_put_head(&json, v, plan);
    json_truth(&json, "dapat_diterbitkan",
               some && tried->bad.count == 0 && !tried->clash);
    json_number(&json, "hari_ditetapkan", (int64_t)tried->pins);
    json_number(&json, "belum_berjadwal", (int64_t)tried->bare);
    json_number(&json, "diberi_tahu", (int64_t)tried->told);
    json_truth(&json, "tanpa_jalan", tried->clash);
    put_ways(&json, v, NULL, &tried->ways);
    put_cells(&json, v, tried);
    put_moves(&json, v, tried);
    api_close(v, &json);
}

/* The draft with these cells laid over it, in memory of its own: nothing is
 * kept. */
static Draft draft_with(const Visit *v, const Draft *kept,
                        const AskedCells *cells)
{
    Draft draft =
        draft_none(v->arena, &v->view->office->r, kept->unit, kept->days);
    for (size_t i = 0; i < kept->rows.count; i++) {
        draft.row_of[kept->rows.at[i].person.index] = (uint32_t)i;
        VEC_PUSH(v->arena, &draft.rows, kept->rows.at[i]);
    }
    for (size_t i = 0; i < kept->reasons.count; i++)
        VEC_PUSH(v->arena, &draft.reasons, kept->reasons.at[i]);
    (void)draft_step(&draft, v->actor, cells->at, cells->count);
    return draft;
}

static void show_check(Visit *v)
{
    Err err = {0};
    DraftTry tried;
    AskedCells cells = {0};
    ApiPlan *plan = NEW(v->arena, ApiPlan, 1);
    if (!asked_cells(v, STR(""), &cells) || !api_plan_open(v, plan)) return;
    Draft draft = draft_with(v, &plan->draft, &cells);
    if (draft_try(v->arena, v->view, &draft, v->actor, &tried, &err))
        put_try(v, plan, &tried);
    else
        visit_refuse(v, &err);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/jadwal/{bulan}/konsep", MAY_OF_UNIT(DEVIATE),
               ROUTE_FIELDS(draft_fields), show_draft,
               "The draft of a unit's month"),
    ROUTE_DATA(GET, "/api/v1/jadwal/{bulan}/usul", MAY_OF_UNIT(SEE_UNIT),
               ROUTE_FIELDS(day_fields), show_mend,
               "What is broken on a day, and ways to mend it"),
    ROUTE_DATA(GET, "/api/v1/jadwal/{bulan}/periksa", MAY_OF_UNIT(DEVIATE),
               ROUTE_FIELDS(check_fields), show_check,
               "What publishing the draft, and further cells, comes to"),
};

const RouteTable api_plan_check_routes = {routes, COUNT(routes)};
