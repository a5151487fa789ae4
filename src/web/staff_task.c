/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff_task.h"

#include "web/staff_part.h"

const FieldRule staff_task_fields[7] = {
    STAFF_NUMBER,
    FIELD_OUTBOX,
    {"jumlah", N_("Percent"), FIELD_NUMBER, .most = 100},
    {"isi",    N_("Note"),    FIELD_TEXT,   .most = 500},
    {"ke",     N_("Back to"), FIELD_LINE,   .most = 200},
};

/* ---- the list ------------------------------------------------------------
 */

static void put_words(Page *page, const MyTask *task)
{
    page_put(page, HTML("<span>"));
    PAGE_SAY(page, "From {who} · until {day}",
             {"who", staff_name(page, task->task->actor)},
             {"day", said_day_month(&page->speech, task->last)});
    page_put(page, HTML("</span>"));
    if (task->percent > 0 && task->percent < 100) {
        page_put(page, HTML("<span>"));
        PAGE_SAY(page, "{n}% done",
                 {"n", said_number(&page->speech, task->percent)});
        page_put(page, HTML("</span>"));
    }
}

static void put_row(Page *page, const MyTask *task)
{
    bool done = task->percent == 100;
    page_put(page, HTML("<li>"));
    if (!done) {
        form_open_outbox(page, staff_path(page, "/tugas/", task->task->id, ""),
                         N_("Task done"));
        page_put(page, HTML("<button class=\"centang\" aria-label=\""));
        PAGE_SAY(page, "Done: {task}", {"task", task->task->text});
        page_put(page, HTML("\"></button>"));
        form_close(page);
    }
    page_put(page, done ? HTML("<div><b class=\"done\">") : HTML("<div><b>"));
    page_link(page, staff_path(page, "/tugas/", task->task->id, ""),
              task->task->text);
    page_put(page, HTML("</b>"));
    put_words(page, task);
    page_put(page, HTML("</div>"));
    if (!done && date_before(task->last, page->visit->today))
        part_tag(page, "warn", N_("Past its day"));
    page_put(page, HTML("</li>"));
}

static void put_rows(Page *page, const MyDay *day, bool open,
                     const char *english)
{
    size_t from = open ? 0 : day->tasks_open;
    size_t to = open ? day->tasks_open : day->task_count;
    if (from == to) return;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, english);
    page_put(page, HTML("</h2><ul class=\"tl\">"));
    for (size_t i = from; i < to; i++)
        put_row(page, &day->tasks[i]);
    page_put(page, HTML("</ul></section>\n"));
}

static const PartDone done_rows[] = {
    {"tugas", N_("The task is done. It will stand in the report.")},
    {"maju",  N_("The progress is noted.")                        },
    {"urung", N_("The task is open again.")                       },
};

void staff_task_list(Visit *v)
{
    MyDay day;
    PageHead head = {.here = "/lainnya", .modules = "kotak"};
    if (!staff_day(v, v->today, &day)) return;
    Page page = page_open(v, &head);
    part_done(&page, done_rows, COUNT(done_rows));
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "My tasks");
    if (day.task_count == 0) part_small(&page, N_("No task yet."));
    page_put(&page, HTML("</section>\n"));
    put_rows(&page, &day, true, N_("Still to be done"));
    put_rows(&page, &day, false, N_("Finished tasks"));
    page_close(&page);
}

/* ---- one task ------------------------------------------------------------
 */

static const MyTask *find(Visit *v, const MyDay *day)
{
    FactId id = visit_field(v, "nomor")->id;
    for (size_t i = 0; i < day->task_count; i++) {
        if (fact_id_is(day->tasks[i].task->id, id)) return &day->tasks[i];
    }
    staff_absent(v);
    return NULL;
}

static void put_facts(Page *page, const MyTask *task)
{
    const Fact *f = task->task;
    page_put(page, HTML("<p class=\"mut\">"));
    PAGE_SAY(page, "From {who}, {when} · until {day}",
             {"who", staff_name(page, f->actor)}, {"when", staff_when(page, f)},
             {"day", said_date(&page->speech, task->last)});
    page_put(page, HTML("</p>"));
    if (f->number != FACT_NO_NUMBER) {
        page_put(page, HTML("<p>"));
        PAGE_SAY(page, "Asked for: {n} {unit}",
                 {"n", said_number(&page->speech, f->number)},
                 {"unit", f->measure});
        page_put(page, HTML("</p>"));
    }
    if (task->done == NULL) return;
    page_put(page, HTML("<p>"));
    PAGE_SAY(page, "{n}% done, as said {when}. {note}",
             {"n", said_number(&page->speech, task->percent)},
             {"when", staff_when(page, task->done)},
             {"note", task->done->text});
    page_put(page, HTML("</p>"));
}

static void put_progress(Page *page, const MyTask *task)
{
    static const char *const parts[] = {"25", "50", "75", "100"};
    FormChoice choices[COUNT(parts)];
    for (size_t i = 0; i < COUNT(parts); i++)
        choices[i] = (FormChoice){str_of(parts[i]),
                                  str_format(page->arena, "%s%%", parts[i]),
                                  {0},
                                  i + 1 == COUNT(parts)};
    form_open_outbox(page, staff_path(page, "/tugas/", task->task->id, ""),
                     N_("Task done"));
    form_radios(page, "jumlah", "How far is it?", choices, COUNT(choices));
    form_field(page,
               &(FormField){.name = "isi", .label = N_("Note"), .rows = 2});
    form_button(page, "Note it");
    form_close(page);
}

/* One's own word of today can be taken back. */
static void put_undo(Page *page, const MyTask *task)
{
    const Fact *done = task->done;
    bool mine = done != NULL && str_is(done->actor, page->visit->actor) &&
                date_is(done->day, page->visit->today);
    if (!mine) return;
    staff_put_button(page,
                     staff_path(page, "/tugas/", task->task->id, "/urung"),
                     N_("Open it again"), false);
}

static void show(Visit *v, const Err *why)
{
    MyDay day;
    PageHead head = {
        .here = "/lainnya", .modules = "kotak", .title = N_("Task")};
    if (!staff_day(v, v->today, &day)) return;
    const MyTask *task = find(v, &day);
    if (task == NULL) return;
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    form_faults(&page);
    part_failure(&page, why);
    page_put(&page, HTML("<p class=\"crumb\"><a href=\"/tugas\">"));
    page_say(&page, "My tasks");
    page_put(&page, HTML("</a></p>"));
    page_element(&page, "h1", task->task->text);
    put_facts(&page, task);
    if (task->percent < 100) put_progress(&page, task);
    put_undo(&page, task);
    page_put(&page, HTML("<p class=\"tautan\">"));
    page_link_say(&page, STR("/laporan/tulis"), "To the report of today");
    page_put(&page, HTML("</p></section>\n"));
    page_close(&page);
}

void staff_task_show(Visit *v)
{
    show(v, NULL);
}

/* ---- saying so -----------------------------------------------------------
 */

void staff_task_done(Visit *v)
{
    const FieldValue *percent = visit_field(v, "jumlah");
    Fact fact = visit_fact(v, FACT_TASK_DONE);
    if (staff_faults(v, show)) return;
    fact.person = v->actor;
    fact.about = visit_field(v, "nomor")->id;
    fact.text = visit_field(v, "isi")->text;
    if (percent->given) fact.number = percent->number;
    if (!staff_write(v, &fact, show)) return;
    bool whole = !percent->given || percent->number == 100;
    const FieldValue *back = visit_field(v, "ke");
    visit_go(v, back->given ? address_back(back->text) : STR("/tugas"),
             whole ? "tugas" : "maju");
}

void staff_task_undo(Visit *v)
{
    MyDay day;
    Recorded recorded;
    Fact fact = visit_fact(v, FACT_CORRECTION);
    if (!staff_day(v, v->today, &day)) return;
    const MyTask *task = find(v, &day);
    if (task == NULL) return;
    if (task->done == NULL) { /* sent twice: it is open again already */
        visit_go(v, STR("/tugas"), "urung");
        return;
    }
    fact.person = v->actor;
    fact.about = task->done->id;
    fact.word = STR("batal");
    fact.text = STR("belum selesai");
    if (visit_record(v, &fact, STR(""), &recorded))
        visit_go(v, STR("/tugas"), "urung");
}
