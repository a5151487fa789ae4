/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff_news.h"

#include "app/my_news.h"
#include "web/staff_part.h"

const FieldRule staff_news_read_fields[2] = {
    {"id",          N_("Record"), FIELD_ID,       .needed = true},
    { "nomor", N_("Notice"),     FIELD_ID, .needed = true,   .many = true},
};

static Str id_text(const Page *page, FactId id)
{
    char text[FACT_ID_TEXT];
    return str_copy(page->arena, str_of(fact_id_text(id, text)));
}

static void put_read_button(Page *page, FactId id, bool read)
{
    if (read) {
        part_tag(page, "", N_("Has been read"));
        return;
    }
    form_open_id(page, STR("/pemberitahuan"));
    form_hidden(page, "nomor", id_text(page, id));
    page_put(page, HTML("<button class=\"btn alt sm\">"));
    page_say(page, "Mark as read");
    page_put(page, HTML("</button>"));
    form_close(page);
}

/* ---- changes of the plan -------------------------------------------------
 */

static void put_cells(Page *page, const MyNewsItem *item)
{
    page_put(page, HTML("<ul class=\"ganti\">"));
    for (size_t i = 0; i < item->cell_count; i++) {
        const MyNewsCell *cell = &item->cells[i];
        page_put(page, HTML("<li>"));
        page_link(page, staff_day_path(page, "/jadwal/saya/", cell->day),
                  said_date(&page->speech, cell->day));
        page_put(page, HTML(" "));
        page_chip_word(page, cell->from);
        page_put(page, HTML("<span aria-hidden=\"true\">→</span><span "
                            "class=\"vh\">"));
        page_say(page, "becomes");
        page_put(page, HTML("</span>"));
        page_chip_word(page, cell->to);
        page_put(page, HTML("</li>"));
    }
    page_put(page, HTML("</ul>"));
}

static const char *why_told(const PlanTold *told)
{
    if (told->own) return N_("Days of yours have changed.");
    if (told->superior) return N_("Days of your staff have changed.");
    return N_("Your unit is shut on a day, or open again.");
}

static void put_plan_words(Page *page, const MyNewsItem *item)
{
    page_put(page, HTML("<b>"));
    if (item->version == 1)
        PAGE_SAY(page, "The plan of {days} is published",
                 {"days", said_days(&page->speech, item->days)});
    else
        PAGE_SAY(page, "The plan of {days}, version {version}",
                 {"days", said_days(&page->speech, item->days)},
                 {"version", said_number(&page->speech, item->version)});
    page_put(page, HTML("</b><span>"));
    page_text(page, staff_when(page, item->publish));
    if (item->version > 1) {
        page_put(page, HTML(" · "));
        page_say(page, why_told(&item->told));
    }
    page_put(page, HTML("</span>"));
}

static void put_change(Page *page, const MyNewsItem *item)
{
    page_put(page, HTML("<li><div>"));
    put_plan_words(page, item);
    if (item->cell_count > 0) put_cells(page, item);
    page_put(page, HTML("</div>"));
    put_read_button(page, item->publish->id, item->read);
    page_put(page, HTML("</li>\n"));
}

static void put_changes(Page *page, const MyNews *news)
{
    if (news->count == 0) return;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "My schedule");
    page_put(page, HTML("</h2><ul class=\"tl berita\">"));
    for (size_t i = 0; i < news->count; i++)
        put_change(page, &news->at[i]);
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- notices -------------------------------------------------------------
 */

static Str unit_name(const Page *page, Str code)
{
    const Register *r = &page->visit->view->office->r;
    uint32_t index = map_find(&r->unit_codes, code);
    return index == NO_INDEX ? code : r->units[index].name;
}

static void put_notice(Page *page, const MyNotice *notice)
{
    const Fact *f = notice->notice;
    page_put(page, HTML("<li><div><b class=\"alinea\">"));
    page_text(page, f->text);
    page_put(page, HTML("</b><span>"));
    PAGE_SAY(page, "{who}, for {unit} · {when}",
             {"who", staff_name(page, f->actor)},
             {"unit", unit_name(page, f->unit)}, {"when", staff_when(page, f)});
    page_put(page, HTML("</span></div>"));
    put_read_button(page, f->id, notice->read);
    page_put(page, HTML("</li>\n"));
}

static void put_notices(Page *page, const MyDay *day)
{
    if (day->notice_count == 0) return;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Notices");
    page_put(page, HTML("</h2><ul class=\"tl berita\">"));
    for (size_t i = 0; i < day->notice_count; i++)
        put_notice(page, &day->notices[i]);
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- the page ------------------------------------------------------------
 */

static void put_all_button(Page *page, const MyDay *day, const MyNews *news)
{
    if (day->notices_unread + news->unread < 2) return;
    form_open_id(page, STR("/pemberitahuan"));
    for (size_t i = 0; i < day->notices_unread; i++)
        form_hidden(page, "nomor", id_text(page, day->notices[i].notice->id));
    for (size_t i = 0; i < news->unread; i++)
        form_hidden(page, "nomor", id_text(page, news->at[i].publish->id));
    form_button(page, "Mark all as read");
    form_close(page);
}

static const PartDone done_rows[] = {
    {"dibaca", N_("Noted as read.")},
};

void staff_news_show(Visit *v)
{
    Err err = {0};
    MyDay day;
    MyNews news;
    PageHead head = {.here = "/lainnya"};
    if (!staff_day(v, v->today, &day)) return;
    if (!my_news(v->arena, v->view, v->person, &news, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = page_open(v, &head);
    part_done(&page, done_rows, COUNT(done_rows));
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "News");
    if (day.notices_unread + news.unread == 0)
        part_small(&page, N_("Nothing new."));
    put_all_button(&page, &day, &news);
    page_put(&page, HTML("</section>\n"));
    put_changes(&page, &news);
    put_notices(&page, &day);
    page_close(&page);
}

/* Of several, each has an id of its own, made of the form's. */
static bool read_one(Visit *v, Str about, bool only)
{
    Recorded recorded;
    Fact fact = visit_fact(v, FACT_NOTICE_READ);
    fact.person = v->actor;
    CHECK(fact_id_parse(about, &fact.about));
    if (!only) fact.id = data_id_after(fact.id, about);
    return visit_record(v, &fact, STR(""), &recorded);
}

void staff_news_read(Visit *v)
{
    const FieldValue *which = visit_field(v, "nomor");
    for (size_t i = 0; i < which->many_count; i++) {
        if (!read_one(v, which->many[i], which->many_count == 1)) return;
    }
    visit_go(v, STR("/pemberitahuan"), "dibaca");
}
