/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public_help.c - P6: help, privacy, accessibility.  What can be read from the
 * program's own tables is: who may do what, what is kept how long, which pages
 * there are for whom.
 */
#include "app/retain.h"
#include "web/public.h"
#include "web/public_part.h"
#include "web/site.h"

/* ---- texts ----------------------------------------------------------------
 */

typedef struct {
    const char *id, *heading;
    const char *lines[8]; /* up to the first NULL */
} Chapter;

static void put_chapter(Page *page, const Chapter *chapter)
{
    page_put(page, HTML("<section class=\"blk\" id=\""));
    page_text(page, str_of(chapter->id));
    page_put(page, HTML("\">"));
    part_heading(page, chapter->heading);
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < COUNT(chapter->lines); i++) {
        if (chapter->lines[i] == NULL) break;
        page_put(page, HTML("<li>"));
        page_say(page, chapter->lines[i]);
        page_put(page, HTML("</li>"));
    }
    page_put(page, HTML("</ul></section>\n"));
}

static const Chapter help_chapters[] = {
    {"masuk",
     N_("I cannot sign in"),
     {N_("Sign in with your NIP (blanks make no difference), your local number "
         "or your user name."),
      N_("After a wrong password the next try waits a little longer each time. "
         "Nothing is ever locked for good."),
      N_("Password forgotten, or never had one: ask the clerk or the head of "
         "your unit for a slip. It has a code, valid for 7 days."),
      N_("The code of the app does not fit: set the clock of your phone to "
         "automatic and take the newest code."),
      N_("Phone lost: use a code of recovery. Without one, go to an "
         "administrator in person.")}                                        },
    {"sinyal",
     N_("Without a signal"),
     {N_("Checking in and reports that cannot be sent wait on your phone, and "
         "go out once there is a signal."),
      N_("Do not clear the data of your browser before they are sent."),
      N_("A report that waited does not put aside one that was approved "
         "meanwhile: you read both, and are asked."),
      N_("What counts is when you pressed the button, not when it arrived.")}},
    {"keliru",
     N_("Something is wrong"),
     {N_("Under every explanation stands “Something wrong?”. It goes to who "
         "may answer it."),
      N_("An error of your own record can be mended by yourself on its day, "
         "later by your superior. The record stays, and the correction stands "
         "beside it."),
      N_("When this server was down, that never counts against you.")}       },
};

static const Chapter privacy_chapters[] = {
    {"apa",
     N_("What is noted of people"),
     {N_("Where and when they check in, reports, calls and answers, permits, "
         "leave: what the letters in force ask for, and nothing else."),
      N_("No photo of a face, no fingerprint, no map, no tracking."),
      N_("A location is never needed. Where a letter asks for the place, only "
         "inside, outside or unknown is kept, never the position."),
      N_("Reasons of health are sealed. Only the personnel board opens them, "
         "and every look is noted."),
      N_("A case closes a unit and names nobody.")}                         },
    {"siapa",
     N_("Who sees it"),
     {N_("Oneself; the direct superior; the head of a unit above; the clerk of "
         "the unit; the personnel board. An administrator sees the register "
         "and the accounts. Nobody else, and no other government."),
      N_("No page loads anything from elsewhere, and nothing is sent to third "
         "parties."),
      N_("Two cookies: one for signing in, one for the language.")}         },
    {"hak",
     N_("What you can do"),
     {N_("See what is noted of you on your own pages."),
      N_("Object to what is wrong, and get an answer with a reason."),
      N_("End sessions that you do not know, on the page of your account.")}},
};

static const Chapter access_chapters[] = {
    {"cara",
     N_("How these pages are made"),
     {N_("They are made to follow WCAG 2.2, level AA."),
      N_("Every task works without scripts, with the keyboard alone, and with "
         "the text twice as large."),
      N_("No state is shown by colour alone: there is always a word or a "
         "letter."),
      N_("Pages are in Indonesian and in English.")}          },
    {"batas",
     N_("What is not easy yet"),
     {N_("The plan of a whole unit is a wide table; on a phone each day and "
         "each person has a list of its own."),
      N_("Texts of letters are in the language in which they were written; "
         "what stands in quotation marks is not translated.")}},
};

/* ---- where to ask ---------------------------------------------------------
 */

static void put_ask(Page *page)
{
    const Visit *v = page->visit;
    if (!v->has_government) return;
    const Register *r = &v->view->office->r;
    uint32_t board =
        map_find(&r->unit_codes, v->view->office->government.board);
    page_put(page, HTML("<section class=\"blk\" id=\"tanya\">"));
    part_heading(page, N_("Where to ask"));
    part_rows(page);
    if (v->person.index != NO_INDEX) {
        PersonId superior = person_superior(r, v->person, v->today);
        if (superior.index != NO_INDEX)
            part_row(page, N_("Schedule, tasks, reports: your superior"),
                     r->people[superior.index].name);
    }
    part_row_open(page, N_("Account and password"));
    page_say(page, "The clerk or the head of your unit");
    part_row_close(page);
    if (board != NO_INDEX)
        part_row(page, N_("Data of the register, everything else"),
                 r->units[board].name);
    part_rows_end(page);
    part_close(page);
}

/* ---- who may do what ------------------------------------------------------
 */

static Str sentence(const Page *page, const char *const said[2])
{
    return part_sentence(page->arena, str_of(said[page->speech.lang]));
}

static void put_access(Page *page)
{
    static const char *const heads[] = {N_("What"), N_("Who")};
    page_put(page, HTML("<section class=\"blk\" id=\"boleh\">"));
    part_heading(page, N_("Who may do what"));
    page_put(page, HTML("<details><summary>"));
    page_say(page, "Show the table");
    page_put(page, HTML("</summary><div class=\"gulir\" tabindex=\"0\"><table "
                        "class=\"hari\">"));
    part_columns(page, heads, COUNT(heads));
    page_put(page, HTML("<tbody>"));
    for (int use = 0; use < ACCESS_COUNT; use++) {
        const AccessRow *row = access_row((AccessCase)use);
        page_put(page, HTML("<tr><th scope=\"row\">"));
        page_text(page, sentence(page, row->said));
        page_put(page, HTML("</th><td>"));
        page_text(page, sentence(page, row->who));
        page_put(page, HTML("</td></tr>\n"));
    }
    page_put(page, HTML("</tbody></table></div></details></section>\n"));
}

/* ---- which pages there are ------------------------------------------------
 */

static void put_who(Page *page, const Permit *permit)
{
    switch (permit->kind) {
    case PERMIT_ANYBODY: page_say(page, "Anybody"); break;
    case PERMIT_ENTERING:
    case PERMIT_SIGNED_IN:
        page_say(page, "Everybody with an account; it shows what one may see");
        break;
    case PERMIT_CASE:
        page_text(page, sentence(page, access_row(permit->use)->who));
        break;
    }
}

static bool needs_more(const Route *route)
{
    for (size_t i = 0; i < route->fields.count; i++) {
        if (route->fields.at[i].needed) return true;
    }
    return false;
}

/* Pages that one can go to by themselves: no form's end, no step of coming in,
 * nothing of an address that somebody would have to know. */
static bool is_a_page(const Route *route)
{
    return route->method == HTTP_GET && !route->data && !needs_more(route) &&
           route->permit.kind != PERMIT_ENTERING &&
           str_find(str_of(route->path), STR("."), 0) == SIZE_MAX;
}

static void put_page_row(Page *page, const Route *route)
{
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_link_say(page, str_of(route->path), route->title);
    page_put(page, HTML("<span class=\"s mut\"> "));
    page_text(page, str_of(route->path));
    page_put(page, HTML("</span></th><td>"));
    put_who(page, &route->permit);
    page_put(page, HTML("</td></tr>\n"));
}

static void put_pages(Page *page)
{
    static const char *const heads[] = {N_("Page"), N_("For whom")};
    const Door *door = page->visit->door;
    page_put(page, HTML("<section class=\"blk\" id=\"halaman\">"));
    part_heading(page, N_("All pages"));
    page_put(page, HTML("<details><summary>"));
    page_say(page, "Show the table");
    page_put(page, HTML("</summary><div class=\"gulir\" tabindex=\"0\"><table "
                        "class=\"hari\">"));
    part_columns(page, heads, COUNT(heads));
    page_put(page, HTML("<tbody>"));
    for (size_t t = 0; t < door->table_count; t++) {
        for (size_t i = 0; i < door->tables[t].count; i++) {
            if (is_a_page(&door->tables[t].at[i]))
                put_page_row(page, &door->tables[t].at[i]);
        }
    }
    page_put(page, HTML("</tbody></table></div></details></section>\n"));
}

/* ---- how long -------------------------------------------------------------
 */

/* The next longer time that some kind is kept; -1: none. */
static int longer_than(int days)
{
    int next = -1;
    for (int kind = 0; kind < FACT_KIND_COUNT; kind++) {
        int kept = retain_days((FactKind)kind);
        if (kept > days && (next < 0 || kept < next)) next = kept;
    }
    return next;
}

static void put_kinds(Page *page, int days)
{
    const char *between = "";
    for (int kind = 0; kind < FACT_KIND_COUNT; kind++) {
        if (retain_days((FactKind)kind) != days) continue;
        page_text(page, str_of(between));
        page_text(page, fact_kind_word((FactKind)kind, page->speech.lang));
        between = ", ";
    }
}

static void put_kept_row(Page *page, int days)
{
    page_put(page, HTML("<tr><th scope=\"row\">"));
    if (days < 0)
        page_say(page, "Always");
    else
        say_many(&page->html, &page->speech, "{n} day", "{n} days", days, NULL,
                 0);
    page_put(page, HTML("</th><td>"));
    put_kinds(page, days);
    page_put(page, HTML("</td></tr>\n"));
}

static void put_kept(Page *page)
{
    static const char *const heads[] = {N_("How long"), N_("What")};
    page_put(page, HTML("<section class=\"blk\" id=\"simpan\">"));
    part_heading(page, N_("What is kept how long"));
    part_paragraph(page, N_("Counted from the end of the letter that asked for "
                            "it. Then it is erased; what is always kept names "
                            "nobody but who answers for it."));
    page_put(page, HTML("<table class=\"hari\">"));
    part_columns(page, heads, COUNT(heads));
    page_put(page, HTML("<tbody>"));
    for (int days = longer_than(-1); days >= 0; days = longer_than(days))
        put_kept_row(page, days);
    put_kept_row(page, -1);
    page_put(page, HTML("</tbody></table>\n"));
    part_close(page);
}

/* ---- the pages ------------------------------------------------------------
 */

static Page open_help(Visit *v, const PageHead *head, const Chapter *chapters,
                      size_t count)
{
    Page page = public_open(v, head);
    part_open(&page);
    page_put(&page, HTML("<h1>"));
    page_say(&page, head->title);
    page_put(&page, HTML("</h1>\n"));
    part_close(&page);
    for (size_t i = 0; i < count; i++)
        put_chapter(&page, &chapters[i]);
    return page;
}

static void show_help(Visit *v)
{
    PageHead head = {.title = N_("Help"),
                     .frame = PAGE_PUBLIC,
                     .about = N_("How to use Tata Kerja: signing in, the day, "
                                 "reports, and whom to ask.")};
    Page page = open_help(v, &head, help_chapters, COUNT(help_chapters));
    put_ask(&page);
    put_access(&page);
    put_pages(&page);
    public_close(&page);
}

static void show_privacy(Visit *v)
{
    PageHead head = {
        .title = N_("Privacy"),
        .frame = PAGE_PUBLIC,
        .about = N_(
            "Which data about people are kept, how long, and who sees them.")};
    Page page = open_help(v, &head, privacy_chapters, COUNT(privacy_chapters));
    put_kept(&page);
    put_ask(&page);
    public_close(&page);
}

static void show_access(Visit *v)
{
    PageHead head = {.title = N_("Accessibility"),
                     .frame = PAGE_PUBLIC,
                     .about = N_("How these pages are made for everybody, and "
                                 "what to do when one bars you.")};
    Page page = open_help(v, &head, access_chapters, COUNT(access_chapters));
    put_ask(&page);
    public_close(&page);
}

static const Route routes[] = {
    ROUTE(GET, "/bantuan", ANYBODY, NO_FIELDS, show_help, "Help"),
    ROUTE(GET, "/privasi", ANYBODY, NO_FIELDS, show_privacy, "Privacy"),
    ROUTE(GET, "/aksesibilitas", ANYBODY, NO_FIELDS, show_access,
          "Accessibility"),
};

const RouteTable public_help_routes = {routes, COUNT(routes)};
