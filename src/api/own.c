/* SPDX-License-Identifier: Apache-2.0 */
/*
 * own.c - one's own lists: tasks, reports, news, and who calls.
 *
 * All of the last 31 days, so that none needs a page.
 */
#include "api/api.h"
#include "app/my_news.h"
#include "app/my_reports.h"

static bool read_day(Visit *v, MyDay *out)
{
    Err err = {0};
    if (my_day(v->arena, v->view, v->about, v->today, out, &err)) return true;
    visit_refuse(v, &err);
    return false;
}

static Json open_own(Visit *v)
{
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    api_date(&json, "hari", v->today);
    return json;
}

/* ---- tasks ----------------------------------------------------------------
 */

void api_task(Json *json, const Visit *v, const MyTask *task)
{
    const Fact *f = task->task;
    json_open(json, NULL, '{');
    api_id(json, "id", f->id);
    api_coded(json, "orang", v, f->person);
    api_coded(json, "dari", v, f->actor);
    json_text(json, "isi", f->text);
    api_date(json, "sampai", task->last);
    if (f->number == FACT_NO_NUMBER)
        json_none(json, "jumlah");
    else
        json_number(json, "jumlah", f->number);
    api_word(json, "satuan", f->measure);
    json_number(json, "persen", task->percent);
    json_truth(json, "selesai", task->percent == 100);
    json_truth(json, "lewat",
               task->percent < 100 && date_before(task->last, v->today));
    api_word(json, "catatan", task->done == NULL ? STR("") : task->done->text);
    json_close(json);
}

static void show_tasks(Visit *v)
{
    MyDay day;
    if (!read_day(v, &day)) return;
    Json json = open_own(v);
    json_number(&json, "terbuka", (int64_t)day.tasks_open);
    json_open(&json, "tugas", '[');
    for (size_t i = 0; i < day.task_count; i++)
        api_task(&json, v, &day.tasks[i]);
    json_close(&json);
    api_close(v, &json);
}

/* ---- reports --------------------------------------------------------------
 */

static void put_review(Json *json, const Visit *v, const Fact *review)
{
    if (review == NULL) {
        json_none(json, "tinjauan");
        return;
    }
    json_open(json, "tinjauan", '{');
    api_id(json, "id", review->id);
    api_coded(json, "oleh", v, review->actor);
    json_text(json, "kata", review->word);
    api_word(json, "isi", review->text);
    json_close(json);
}

static void put_report(Json *json, const Visit *v, const MyReportDay *one)
{
    const Fact *f = one->report.report;
    json_open(json, NULL, '{');
    api_date(json, "hari", one->day);
    json_text(json, "keadaan", api_report_word(one->report.state));
    json_truth(json, "terlambat", one->report.late);
    api_minute(json, "batas", one->report.due);
    api_fact_short(json, "terakhir", f, one->report.minute);
    api_word(json, "isi", f == NULL ? STR("") : f->text);
    api_evidence(json, v, f);
    put_review(json, v, one->report.review);
    json_close(json);
}

static void show_reports(Visit *v)
{
    Err err = {0};
    MyReports reports;
    if (!my_reports(v->arena, v->view, v->about, &reports, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = open_own(v);
    json_number(&json, "dikembalikan", (int64_t)reports.returned);
    json_number(&json, "belum_ada", (int64_t)reports.wanting);
    json_number(&json, "diterima", (int64_t)reports.accepted);
    json_open(&json, "laporan", '[');
    for (size_t i = 0; i < reports.count; i++)
        put_report(&json, v, &reports.at[i]);
    json_close(&json);
    api_close(v, &json);
}

/* ---- news -----------------------------------------------------------------
 */

static UnitId unit_of(const Visit *v, Str code)
{
    return (UnitId){map_find(&v->view->office->r.unit_codes, code)};
}

static void put_notice(Json *json, const Visit *v, const MyNotice *notice)
{
    const Fact *f = notice->notice;
    json_open(json, NULL, '{');
    api_id(json, "id", f->id);
    api_coded(json, "dari", v, f->actor);
    api_unit(json, "unit", v, unit_of(v, f->unit));
    json_text(json, "isi", f->text);
    api_instant(json, "diterima", f->received);
    json_truth(json, "dibaca", notice->read);
    json_close(json);
}

static const char *why_told(const PlanTold *told)
{
    if (told->own) return "hari sendiri";
    return told->superior ? "hari bawahan" : "unit ditutup atau dibuka";
}

static void put_letter(Json *json, const char *name, char letter)
{
    json_text(json, name, (Str){&letter, 1});
}

static void put_change(Json *json, const MyNewsItem *item)
{
    json_open(json, NULL, '{');
    api_id(json, "id", item->publish->id);
    api_days(json, item->days);
    json_number(json, "versi", item->version);
    json_text(json, "sebab", str_of(why_told(&item->told)));
    json_truth(json, "dibaca", item->read);
    json_open(json, "hari", '[');
    for (size_t i = 0; i < item->cell_count; i++) {
        json_open(json, NULL, '{');
        api_date(json, "tgl", item->cells[i].day);
        put_letter(json, "dari", item->cells[i].from);
        put_letter(json, "menjadi", item->cells[i].to);
        json_close(json);
    }
    json_close(json);
    json_close(json);
}

static void show_news(Visit *v)
{
    Err err = {0};
    MyDay day;
    MyNews news;
    if (!read_day(v, &day)) return;
    if (!my_news(v->arena, v->view, v->about, &news, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = open_own(v);
    json_number(&json, "belum_dibaca",
                (int64_t)(day.notices_unread + news.unread));
    json_open(&json, "pengumuman", '[');
    for (size_t i = 0; i < day.notice_count; i++)
        put_notice(&json, v, &day.notices[i]);
    json_close(&json);
    json_open(&json, "jadwal", '[');
    for (size_t i = 0; i < news.count; i++)
        put_change(&json, &news.at[i]);
    json_close(&json);
    api_close(v, &json);
}

/* ---- who calls ------------------------------------------------------------
 */

/* That somebody cannot come is told; why is told to whoever called. */
static void put_recall(Json *json, const Visit *v, const MyRecall *recall)
{
    const Fact *f = recall->recall;
    json_open(json, NULL, '{');
    api_id(json, "id", f->id);
    api_coded(json, "dari", v, f->actor);
    api_days(json, f->days);
    api_minute(json, "dari_jam", f->from);
    api_minute(json, "hingga_jam", f->to);
    json_text(json, "isi", f->text);
    api_word(json, "tempat", f->thing);
    api_word(json, "jawaban",
             recall->ack == NULL ? STR("") : recall->ack->word);
    Instant never = {0};
    api_instant(json, "tiba",
                recall->arrival == NULL ? never : fact_when(recall->arrival));
    json_close(json);
}

static void put_call(Json *json, const Visit *v, const MyCall *call)
{
    json_open(json, NULL, '{');
    api_id(json, "id", call->call->id);
    api_coded(json, "dari", v, call->call->actor);
    api_minute(json, "jam", call->minute);
    json_number(json, "dijawab_dalam_menit", call->within);
    json_number(json, "menunggu_menit", call->waited);
    json_truth(json, "dijawab", call->answer != NULL);
    json_close(json);
}

static void show_calls(Visit *v)
{
    MyDay day;
    if (!read_day(v, &day)) return;
    Json json = open_own(v);
    json_open(&json, "panggilan", '[');
    for (size_t i = 0; i < day.recall_count; i++)
        put_recall(&json, v, &day.recalls[i]);
    json_close(&json);
    json_open(&json, "hubungi", '[');
    for (size_t i = 0; i < day.call_count; i++)
        put_call(&json, v, &day.calls[i]);
    json_close(&json);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/saya/tugas", MAY_OF_SELF(SEE_PERSON), NO_FIELDS,
               show_tasks, "One's own tasks"),
    ROUTE_DATA(GET, "/api/v1/saya/laporan", MAY_OF_SELF(SEE_PERSON), NO_FIELDS,
               show_reports, "One's own reports of 31 days"),
    ROUTE_DATA(GET, "/api/v1/saya/pemberitahuan", MAY_OF_SELF(SEE_PERSON),
               NO_FIELDS, show_news, "Notices and changes of one's plan"),
    ROUTE_DATA(GET, "/api/v1/saya/panggilan", MAY_OF_SELF(SEE_PERSON),
               NO_FIELDS, show_calls, "Who calls to the office, or asks"),
};

const RouteTable api_own_routes = {routes, COUNT(routes)};
