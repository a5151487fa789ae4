/* SPDX-License-Identifier: Apache-2.0 */
#include "web/note.h"

#include "app/data.h"
#include "base/num.h"
#include "door/problem.h"
#include "web/form.h"
#include "web/part.h"

#define PLACES         "kantor|rumah|lapangan|dinas"
#define CHANNELS_TYPED "kertas|telepon|WhatsApp|petugas"

static const FieldRule show_fields[] = {
    {"hari", N_("Day"), FIELD_DATE, .needed = false},
    {"cari", N_("Name"), FIELD_LINE, .most = 60},
    {"sesudah", N_("After"), FIELD_CODE, .most = 64},
    {"dicatat", N_("Records"), FIELD_NUMBER, .most = 100000},
};
static const FieldRule say_fields[] = {
    {"id", N_("Record"), FIELD_ID, .needed = true},
    {"hari", N_("Day"), FIELD_DATE, .needed = true},
    {"saluran", N_("Channel"), FIELD_CHOICE, .needed = true,
     .choices = CHANNELS_TYPED},
    {"isi", N_("Note"), FIELD_LINE, .most = 200},
    {"cari", N_("Name"), FIELD_LINE, .most = 60},
    {"sesudah", N_("After"), FIELD_CODE, .most = 64},
    {"orang", N_("Person"), FIELD_CODE, .most = 64, .rows = true},
    {"jam", N_("Came"), FIELD_LINE, .most = 20, .rows = true},
    {"pulang", N_("Left"), FIELD_LINE, .most = 20, .rows = true},
    {"kata", N_("Place"), FIELD_CHOICE, .rows = true, .choices = PLACES},
};

/* ---- what several rooms share ----------------------------------------------
 */

/* "7.30" and "0730" are how lists are written. */
bool note_time(Str text, int32_t *out)
{
    int64_t hour = 0, minute = 0;
    size_t mark = str_find(text, STR("."), 0);
    if (mark == SIZE_MAX) mark = str_find(text, STR(":"), 0);
    *out = -1;
    if (text.len == 0) return true;
    bool bare = mark == SIZE_MAX && text.len == 4;
    size_t end = bare ? 2 : mark, from = bare ? 2 : mark + 1;
    if ((!bare && mark == SIZE_MAX) || end == 0 || end > 2 ||
        text.len != from + 2 ||
        !num_is(str_slice(text, 0, end), 0, 23, &hour) ||
        !num_is(str_slice(text, from, text.len), 0, 59, &minute))
        return false;
    *out = (int32_t)(hour * 60 + minute);
    return true;
}

Str note_person_path(const Page *page, PersonId person, Date day)
{
    char iso[DATE_TEXT];
    Str code = page->visit->view->office->r.people[person.index].code;
    return str_format(page->arena, "/catat/%.*s?hari=%s",
                      STR_ARG(address_part(page->arena, code)),
                      date_iso(day, iso));
}

void note_put_channels(Page *page)
{
    const Speech *s = &page->speech;
    FormChoice choices[] = {
        {STR("kertas"), said(s, "On paper"), said(s, "A list or a note"), true},
        {STR("telepon"), said(s, "By telephone"),
         said(s, "They called; you type"), false},
        {STR("WhatsApp"), said(s, "By WhatsApp"),
         said(s, "They wrote to you; you pass it on"), false},
        {STR("petugas"), said(s, "Seen or told"),
         said(s, "You saw them, or they told you"), false},
    };
    form_radios(page, "saluran", "How did it reach you?", choices,
                COUNT(choices));
}

Channel note_channel(const Visit *v)
{
    Channel channel = CHANNEL_CLERK;
    CHECK(channel_parse(visit_field(v, "saluran")->text, &channel));
    return channel;
}

Fact note_fact(const Visit *v, FactKind kind, Str person, Date day,
               int32_t minute)
{
    Fact fact = visit_fact(v, kind);
    fact.person = person;
    fact.channel = note_channel(v);
    fact.day = day;
    fact.at = zone_instant(fact.zone, day, minute);
    return fact;
}

/* ---- the page of a day -----------------------------------------------------
 */

static void put_lead(Page *page, const NoteList *list)
{
    page_put(page, HTML("<p class=\"lead\">"));
    PAGE_SAY(page,
             "*{bare} of {all}* have no check-in on {day}. Type a time, and "
             "leave empty what you do not know.",
             {"bare", said_number(&page->speech, (int64_t)list->bare)},
             {"all", said_number(&page->speech, (int64_t)list->count)},
             {"day", said_date(&page->speech, list->day.day)});
    page_put(page, HTML("</p>\n"));
}

static void put_search(Page *page, const NoteList *list)
{
    char iso[DATE_TEXT];
    page_put(page, HTML("<form method=\"get\" action=\"/catat\" "
                        "class=\"saringan\">"));
    form_field(page,
               &(FormField){.name = "hari",
                            .label = N_("Day"),
                            .type = "date",
                            .value = str_of(date_iso(list->day.day, iso))});
    form_field(page,
               &(FormField){.name = "cari",
                            .label = N_("Name"),
                            .value = visit_field(page->visit, "cari")->text});
    page_put(page, HTML("<button class=\"btn alt\">"));
    page_say(page, "Show");
    page_put(page, HTML("</button></form>\n"));
}

static void put_kept(Page *page, size_t kept)
{
    if (kept == 0) return;
    page_put(page, HTML("<p class=\"sudah\" role=\"status\">"));
    PAGE_SAY_MANY(page, "{n} record is kept.", "{n} records are kept.",
                  (int64_t)kept, {"unused", STR("")});
    page_put(page, HTML("</p>\n"));
}

static void put_form(Page *page, const NoteList *list)
{
    char iso[DATE_TEXT];
    const Visit *v = page->visit;
    form_open_id(page, STR("/catat"));
    form_hidden(page, "hari", str_of(date_iso(list->day.day, iso)));
    form_hidden(page, "cari", visit_field(v, "cari")->text);
    form_hidden(page, "sesudah", visit_field(v, "sesudah")->text);
    note_put_channels(page);
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("Note"),
                                  .hint = N_("Which list it is, or who called. "
                                             "It stands with each record.")});
    note_list_put(page, list);
    form_button(page, "Keep what is typed");
    form_close(page);
}

static void put_more(Page *page, const NoteList *list)
{
    const Register *r = &page->visit->view->office->r;
    char iso[DATE_TEXT];
    if (list->last >= list->count) return;
    Str code = r->people[list->rows[list->last - 1]->person.index].code;
    page_put(page, HTML("<p class=\"tautan\">"));
    page_link_say(page,
                  str_format(page->arena, "/catat?hari=%s&sesudah=%.*s",
                             date_iso(list->day.day, iso),
                             STR_ARG(address_part(page->arena, code))),
                  "Further people");
    page_put(page, HTML("</p>\n"));
}

static void show(NoteList *list, const Err *why)
{
    PageHead head = {.frame = PAGE_DESK, .here = "/catat"};
    Page page = page_open(list->visit, &head);
    page_put(&page, HTML("<div class=\"ph\"><div>"));
    page_heading(&page, "Note for others");
    page_put(&page, HTML("</div></div>\n"));
    put_kept(&page, list->kept);
    form_faults(&page);
    part_failure(&page, why);
    note_list_strangers(&page, list);
    put_lead(&page, list);
    put_search(&page, list);
    if (list->count == 0)
        part_paragraph(&page, N_("Nobody of that name is yours to note for."));
    else
        put_form(&page, list);
    put_more(&page, list);
    page_close(&page);
}

static void show_day(Visit *v)
{
    NoteList list;
    if (!note_list_take(v, &list)) return;
    list.kept = (size_t)visit_field(v, "dicatat")->number;
    show(&list, NULL);
}

/* ---- a list that is typed in -----------------------------------------------
 */

static void check_row(const NoteList *list, NoteTyped *row)
{
    Visit *v = list->visit;
    Zone zone = v->view->office->government.zone;
    bool today = date_is(list->day.day, v->today);
    int32_t now = today ? zone_minute(zone, v->now) : 24 * 60;
    if (!note_time(row->came, &row->came_minute) ||
        !note_time(row->left, &row->left_minute))
        row->fault = N_("Write the time as hours and minutes, such as 07.30.");
    else if (row->came_minute > now || row->left_minute > now)
        row->fault = N_("That time is still to come.");
    else if (row->came_minute >= 0 && row->left_minute >= 0 &&
             row->left_minute < row->came_minute)
        row->fault = N_("They cannot have left before they came.");
}

/* The rows of the form beside each other; false: it is no form of ours. */
static bool take_typed(NoteList *list)
{
    Visit *v = list->visit;
    const FieldValue *who = visit_field(v, "orang");
    const FieldValue *came = visit_field(v, "jam");
    const FieldValue *left = visit_field(v, "pulang");
    const FieldValue *place = visit_field(v, "kata");
    list->typed = NEW(v->arena, NoteTyped, who->many_count + 1);
    list->typed_count = who->many_count;
    if (came->many_count != who->many_count ||
        left->many_count != who->many_count ||
        place->many_count != who->many_count)
        return false;
    for (size_t i = 0; i < who->many_count; i++) {
        list->typed[i] = (NoteTyped){.code = who->many[i],
                                     .came = came->many[i],
                                     .left = left->many[i],
                                     .place = place->many[i]};
        check_row(list, &list->typed[i]);
    }
    return true;
}

/* One record of a row; each has its own id, the same when it is sent again. */
static bool keep(NoteList *list, NoteTyped *row, FactKind kind, int32_t minute)
{
    Err err = {0};
    Recorded recorded;
    Visit *v = list->visit;
    if (minute < 0) return true;
    Str word = fact_kind_word(kind, LANG_ID);
    Fact fact = note_fact(v, kind, row->code, list->day.day, minute);
    fact.id =
        data_id_after(fact.id, str_format(v->arena, "%.*s %.*s", STR_ARG(word),
                                          STR_ARG(row->code)));
    fact.word = row->place;
    fact.text = visit_field(v, "isi")->text;
    if (visit_try(v, &fact, STR(""), &recorded, &err)) {
        list->kept++;
        return true;
    }
    problem_cause(v, &err);
    row->refused = str_copy(v->arena, problem_said(&err, v->lang));
    return false;
}

static bool keep_all(NoteList *list)
{
    bool all = true;
    for (size_t i = 0; i < list->typed_count; i++) {
        NoteTyped *row = &list->typed[i];
        bool came = keep(list, row, FACT_CHECK_IN, row->came_minute);
        bool left = came && keep(list, row, FACT_CHECK_OUT, row->left_minute);
        all = all && came && left;
    }
    return all;
}

static bool has_fault(const NoteList *list, bool *anything)
{
    bool fault = false;
    *anything = false;
    for (size_t i = 0; i < list->typed_count; i++) {
        const NoteTyped *row = &list->typed[i];
        fault = fault || row->fault != NULL;
        *anything = *anything || row->came.len > 0 || row->left.len > 0;
    }
    return fault;
}

/* Shown again, with what was typed. */
static void again(NoteList *list, const char *id, const char *en)
{
    Err err = {0};
    (void)FAIL(&err, ERR_INPUT, "%s", en);
    (void)err_id(&err, "%s", id);
    part_status(list->visit, &err);
    show(list, &err);
}

static void say_day(Visit *v)
{
    NoteList list;
    char iso[DATE_TEXT];
    bool anything = false;
    if (!note_list_take(v, &list)) return;
    if (!take_typed(&list)) {
        again(&list, "baris formulir tidak lengkap; muat ulang halamannya",
              "the rows of the form are not whole; load the page again");
    } else if (v->fields.faults.count > 0) {
        part_status(v, NULL);
        show(&list, NULL);
    } else if (has_fault(&list, &anything)) {
        again(&list, "belum ada yang dicatat: perbaiki baris yang ditandai",
              "nothing is kept yet: mend the rows that are marked");
    } else if (!anything) {
        again(&list, "isi paling sedikit satu jam",
              "fill in one time at least");
    } else if (!keep_all(&list)) {
        again(&list, "sebagian baris ditolak; sebabnya tertulis di baris itu",
              "some rows were refused; each says why");
    } else {
        visit_go(v,
                 str_format(v->arena, "/catat?hari=%s&dicatat=%zu",
                            date_iso(list.day.day, iso), list.kept),
                 NULL);
    }
}

static const Route routes[] = {
    ROUTE(GET, "/catat", SIGNED_IN, ROUTE_FIELDS(show_fields), show_day,
          "Note for others"),
    ROUTE_FORM(POST, "/catat", SIGNED_IN, ROUTE_FIELDS(say_fields), say_day,
               "Note for others"),
    ROUTE(GET, "/catat/{orang}", MAY_OF_PERSON(PRESENCE),
          ROUTE_FIELDS(note_person_fields), note_person_page,
          "Note for somebody"),
    ROUTE_FORM(POST, "/catat/{orang}", MAY_OF_PERSON(PRESENCE),
               ROUTE_FIELDS(note_person_say_fields), note_person_say,
               "Note for somebody"),
};

const RouteTable note_routes = {routes, COUNT(routes)};
