/* SPDX-License-Identifier: Apache-2.0 */
#include "web/form.h"
#include "web/part.h"
#include "web/superior.h"
#include "web/unit_people.h"

const FieldRule team_day_fields[1] = {
    {"cari", N_("Name"), FIELD_LINE, .most = 60},
};
const FieldRule team_call_fields[3] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true,   .most = 64},
    {"id",       N_("Record"),                FIELD_ID,        .needed = true},
    {"kata",       N_("By"),              FIELD_CHOICE,          .choices = "telepon|WhatsApp|aplikasi"},
};

/* ---- the sentence on top ----------------------------------------------------
 */

static void put_lead(Page *page, const TeamDay *team)
{
    page_put(page, HTML("<p class=\"lead\">"));
    PAGE_SAY(page,
             "*{present} of {count}* have checked in: {office} are expected at "
             "the office, {home} at home, {away} elsewhere.",
             {"present", said_number(&page->speech, (int64_t)team->present)},
             {"count",
              said_number(&page->speech,
                          (int64_t)(team->office + team->home + team->away))},
             {"office", said_number(&page->speech, (int64_t)team->office)},
             {"home", said_number(&page->speech, (int64_t)team->home)},
             {"away", said_number(&page->speech, (int64_t)team->away)});
    page_put(page, HTML(" "));
    say_many(&page->html, &page->speech, "*{n} report* waits for you.",
             "*{n} reports* wait for you.", (int64_t)team->report_count, NULL,
             0);
    page_put(page, HTML("</p>\n"));
}

/* ---- a member
 * ---------------------------------------------------------------- */

static void put_presence(Page *page, const TeamMember *m)
{
    if (m->in != NULL && m->out != NULL)
        PAGE_SAY(page, "In {in}, out {out}",
                 {"in", said_minute(&page->speech, m->in_minute)},
                 {"out", said_minute(&page->speech, m->out_minute)});
    else if (m->in != NULL)
        PAGE_SAY(page, "In {in}",
                 {"in", said_minute(&page->speech, m->in_minute)});
    else if (m->hidden)
        page_say(page, "Not known: our server was down");
    else if (m->works)
        page_say(page, m->silent ? N_("No sign yet") : N_("Not in yet"));
    else
        page_say(page, "No working day");
    if (m->task_count > 0)
        PAGE_SAY(page, " · {open} of {all} tasks open",
                 {"open", said_number(&page->speech, (int64_t)m->tasks_open)},
                 {"all", said_number(&page->speech, (int64_t)m->task_count)});
}

static void put_shift(Page *page, const TeamMember *m)
{
    if (m->shift > 0)
        PAGE_SAY(page, " · shift {n}",
                 {"n", said_number(&page->speech, m->shift)});
}

static void put_contact(Page *page, const TeamMember *m)
{
    if (!m->silent || m->contact == NULL) return;
    PAGE_SAY(page, " · last sign {day}, {time}",
             {"day", said_day_month(&page->speech, m->contact_day)},
             {"time", said_minute(&page->speech, m->contact_minute)});
}

static void put_report(Page *page, const TeamMember *m)
{
    switch (m->report.state) {
    case MY_REPORT_NOT_OWED: break;
    case MY_REPORT_NONE:
        if (m->report.late) part_tag(page, "warn", N_("No report"));
        break;
    case MY_REPORT_SENT: part_tag(page, "info", N_("Report waits")); break;
    case MY_REPORT_RETURNED: part_tag(page, "warn", N_("To be mended")); break;
    case MY_REPORT_ACCEPTED: part_tag(page, "ok", N_("Approved")); break;
    }
}

/* Whoever is silent can be called with one tap; the call is noted. */
static void put_call(Page *page, const TeamMember *m)
{
    if (!m->silent) return;
    form_open_id(page,
                 str_format(page->arena, "%.*s/hubungi",
                            STR_ARG(superior_path(page, "/tim/", m->person))));
    form_button_named(page, N_("I am calling"), "kata", STR("telepon"), false);
    form_close(page);
}

static void put_member(Page *page, const TeamMember *m)
{
    const Person *person = superior_person(page, m->person);
    page_put(page, HTML("<li>"));
    page_chip(page, m->letter);
    page_put(page, HTML("<div><b>"));
    page_link(page, superior_path(page, "/tim/", m->person), person->name);
    page_put(page, HTML("</b><small>"));
    put_presence(page, m);
    put_shift(page, m);
    put_contact(page, m);
    page_put(page, HTML("</small></div>"));
    put_report(page, m);
    put_call(page, m);
    page_put(page, HTML("</li>\n"));
}

/* ---- groups
 * ------------------------------------------------------------------- */

typedef bool InGroup(const TeamMember *m);

static bool is_silent(const TeamMember *m)
{
    return m->silent;
}

static bool is_office(const TeamMember *m)
{
    return !m->silent && m->place == TEAM_OFFICE;
}

static bool is_home(const TeamMember *m)
{
    return !m->silent && m->place == TEAM_HOME;
}

static bool is_other(const TeamMember *m)
{
    return !m->silent && !is_office(m) && !is_home(m);
}

static void put_group(Page *page, const TeamDay *team, const char *english,
                      InGroup *in)
{
    size_t count = 0;
    for (size_t i = 0; i < team->member_count; i++)
        count += in(&team->members[i]);
    if (count == 0) return;
    page_put(page, HTML("<h2><span class=\"kuat\">"));
    page_say(page, english);
    page_put(page, HTML("</span><span>"));
    html_number(&page->html, (int64_t)count);
    page_put(page, HTML("</span></h2><ul>\n"));
    for (size_t i = 0; i < team->member_count; i++) {
        if (in(&team->members[i])) put_member(page, &team->members[i]);
    }
    page_put(page, HTML("</ul>\n"));
}

static void put_calls(Page *page, const TeamDay *team)
{
    if (team->call_count == 0) return;
    page_put(page, HTML("<section class=\"blk\">"));
    part_heading(page, N_("Calls without an answer"));
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < team->call_count; i++) {
        const TeamCall *call = &team->calls[i];
        page_put(page, HTML("<li>"));
        if (call->left >= 0)
            PAGE_SAY(page, "{who}, called {time}: {left} minutes left",
                     {"who", superior_person(page, call->person)->name},
                     {"time", said_minute(&page->speech, call->call.minute)},
                     {"left", said_number(&page->speech, call->left)});
        else
            PAGE_SAY(page, "{who}, called {time}: {late} minutes over",
                     {"who", superior_person(page, call->person)->name},
                     {"time", said_minute(&page->speech, call->call.minute)},
                     {"late", said_number(&page->speech, -call->left)});
        page_put(page, HTML("</li>"));
    }
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- the page
 * ------------------------------------------------------------------ */

static void put_top(Page *page)
{
    const Visit *v = page->visit;
    page_put(page, HTML("<div class=\"ph\"><div><p class=\"crumb\">"));
    page_text(page, said_date(&page->speech, v->today));
    page_put(page, HTML("</p>"));
    page_heading(page, "My team today");
    page_put(page, HTML("</div><div class=\"act\">"
                        "<a class=\"btn alt sm\" href=\"/tinjau\">"));
    page_say(page, "Review reports");
    page_put(page, HTML("</a><a class=\"btn sm\" href=\"/tugas/baru\">"));
    page_say(page, "Give a task");
    page_put(page, HTML("</a></div></div>\n"));
}

void team_show(Visit *v)
{
    static const PartDone done[] = {
        {"hubungi", N_("The call is noted. The answer clock is running.")},
        {"tugas",   N_("The task is given.")                             },
    };
    PageHead head = {.frame = PAGE_DESK, .here = "/tim"};
    TeamDay team;
    if (!superior_team(v, &team)) return;
    Page page = page_open(v, &head);
    put_top(&page);
    part_done(&page, done, COUNT(done));
    if (team.member_count == 0) {
        part_paragraph(&page, N_("Nobody's line ends at you today. Ask the "
                                 "personnel board if that is wrong."));
        page_close(&page);
        return;
    }
    put_lead(&page, &team);
    unit_people_put_hidden(&page, (int32_t)team.hidden);
    put_calls(&page, &team);
    page_put(&page, HTML("<div class=\"plist\">"));
    put_group(&page, &team, N_("No sign yet"), is_silent);
    put_group(&page, &team, N_("At the office"), is_office);
    put_group(&page, &team, N_("At home"), is_home);
    put_group(&page, &team, N_("Elsewhere or off"), is_other);
    page_put(&page, HTML("</div>\n"));
    page_close(&page);
}

void team_call(Visit *v)
{
    Recorded recorded;
    Fact fact = visit_fact(v, FACT_CONTACT);
    fact.person = v->view->office->r.people[v->about.index].code;
    fact.word = visit_field(v, "kata")->text;
    if (visit_record(v, &fact, STR(""), &recorded))
        visit_go(v, STR("/tim"), "hubungi");
}
