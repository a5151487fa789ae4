/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public_letter.c - P3: which letters are in force, which were.
 */
#include "web/public_letter.h"

#include "web/public.h"

/* ---- words ----------------------------------------------------------------
 */

void public_letter_put_title(Page *page, const Letter *tree)
{
    bool english = page->speech.lang == LANG_EN;
    if (english && tree->title_en.len > 0) {
        page_text(page, tree->title_en);
        return;
    }
    page_put(page, english ? HTML("<span lang=\"id\">") : HTML("<span>"));
    page_text(page, tree->title.len > 0 ? tree->title : tree->name);
    page_put(page, HTML("</span>"));
}

static const struct {
    const char *css, *tag, *heading;
} states[LETTER_VIEW_STATES] = {
    [LETTER_VIEW_HOLDS] = {"ok",   N_("In force"),           N_("In force")},
    [LETTER_VIEW_COMING] = {"info", N_("Not in force yet"),   N_("To come") },
    [LETTER_VIEW_WAITING] = {"warn", N_("Waits for a status"),
                           N_("Waiting for a status of the area")          },
    [LETTER_VIEW_ENDED] = {"",     N_("Ended"),              N_("Ended")   },
    [LETTER_VIEW_REVOKED] = {"bad",  N_("Revoked"),            N_("Revoked") },
};

void public_letter_put_state(Page *page, const LetterView *view)
{
    part_tag(page, states[view->state].css, states[view->state].tag);
}

static Str day_words(const Page *page, Date date)
{
    return date_words(page->arena, date, page->speech.lang);
}

static void put_window(Page *page, Window days)
{
    if (date_is(days.first, DATE_ALWAYS))
        PAGE_SAY(page, "In force until {last}",
                 {"last", day_words(page, days.last)});
    else if (date_is(days.last, DATE_NEVER))
        PAGE_SAY(page, "In force from {first} until further notice",
                 {"first", day_words(page, days.first)});
    else
        PAGE_SAY(page, "In force from {first} to {last}",
                 {"first", day_words(page, days.first)},
                 {"last", day_words(page, days.last)});
}

static void put_change(Page *page, const LetterView *view)
{
    Str letter = cite_letter(page->arena, page->visit->view->corpus,
                             view->amends, page->speech.lang);
    if (view->state == LETTER_VIEW_COMING)
        PAGE_SAY(page, "Changes {letter} from {day} on", {"letter", letter},
                 {"day", day_words(page, view->from)});
    else
        PAGE_SAY(page, "Changes {letter}", {"letter", letter});
}

void public_letter_put_days(Page *page, const LetterView *view)
{
    const Corpus *corpus = page->visit->view->corpus;
    const Letter *tree = corpus->letters[view->letter].tree;
    if (view->state == LETTER_VIEW_WAITING)
        PAGE_SAY(page,
                 "In force while {area} has the status {status}, of which no "
                 "day was noted yet",
                 {"area", tree->valid.area}, {"status", tree->valid.status});
    else if (view->dated)
        put_window(page, view->days);
    else if (view->amends != NO_INDEX)
        put_change(page, view);
    else
        page_say(page, "No days are named");
    if (view->dated && view->ahead)
        page_say(page, ", as changed by a letter that is still to come");
}

static void put_changers(Page *page, uint32_t letter, bool coming)
{
    const Visit *v = page->visit;
    const Corpus *corpus = v->view->corpus;
    bool first = true;
    for (uint32_t by = 0; by < corpus->letter_count; by++) {
        if (by == letter || !letter_view_amends(corpus, by, letter) ||
            letter_view_comes(corpus, by, v->today) != coming)
            continue;
        if (first)
            page_say(page,
                     coming ? N_("Will be changed by") : N_("Changed by"));
        else
            page_put(page, HTML(","));
        page_put(page, HTML(" "));
        public_put_letter(page, by);
        first = false;
    }
    if (!first) page_put(page, HTML(". "));
}

void public_letter_put_changers(Page *page, uint32_t letter)
{
    put_changers(page, letter, false);
    put_changers(page, letter, true);
}

/* ---- the list -------------------------------------------------------------
 */

static void put_letter(Page *page, const LetterView *view)
{
    const Corpus *corpus = page->visit->view->corpus;
    page_put(page, HTML("<li><b>"));
    public_put_letter(page, view->letter);
    page_put(page, HTML("</b>"));
    public_letter_put_state(page, view);
    page_put(page, HTML("<p>"));
    public_letter_put_title(page, corpus->letters[view->letter].tree);
    page_put(page, HTML("</p><p>"));
    public_letter_put_days(page, view);
    page_put(page, HTML(". "));
    public_letter_put_changers(page, view->letter);
    page_put(page, HTML("</p></li>\n"));
}

static void put_group(Page *page, const LetterView *views, size_t count)
{
    page_put(page, HTML("<section class=\"plist\"><h2>"));
    page_say(page, states[views[0].state].heading);
    page_put(page, HTML(" <span>"));
    page_text(page, said_number(&page->speech, (int64_t)count));
    page_put(page, HTML("</span></h2>\n<ul class=\"lok\">"));
    for (size_t i = 0; i < count; i++)
        put_letter(page, &views[i]);
    page_put(page, HTML("</ul></section>\n"));
}

/* Runs of the same state. */
static void put_groups(Page *page, const LetterView *views, size_t count)
{
    size_t from = 0;
    for (size_t i = 1; i <= count; i++) {
        if (i < count && views[i].state == views[from].state) continue;
        put_group(page, views + from, i - from);
        from = i;
    }
}

static void show_list(Visit *v)
{
    LetterView *views = NULL;
    size_t count = 0;
    if (!public_has_government(v)) return;
    letter_view_list(v->arena, v->view->corpus, v->today, &views, &count);
    Page page = public_open(
        v, &(PageHead){
               .frame = PAGE_PUBLIC,
               .about = N_("Circulars on where and when those who serve the "
                           "government work: in force, to come and ended.")});
    page_put(&page, HTML("<div class=\"cr\">"));
    page_heading(&page, "Letters");
    page_put(&page, HTML("<p class=\"s mut\">"));
    PAGE_SAY(&page, "How those who serve the government work; as of {day}.",
             {"day", said_date(&page.speech, v->today)});
    page_put(&page, HTML("</p>\n"));
    public_put_governments(&page, "/edaran");
    page_put(&page, HTML("</div>\n"));
    put_groups(&page, views, count);
    if (count == 0) {
        part_open(&page);
        part_paragraph(&page, N_("No letter was published yet."));
        part_close(&page);
    }
    public_close(&page);
}

static const Route routes[] = {
    ROUTE(GET, "/edaran", ANYBODY, NO_FIELDS, show_list, "Letters"),
    ROUTE(GET, "/edaran/{no}", ANYBODY, ROUTE_FIELDS(public_letter_fields),
          public_letter_page, "Letter"),
    ROUTE(GET, "/edaran/{no}/berkas", ANYBODY,
          ROUTE_FIELDS(public_letter_file_fields), public_letter_file,
          "Text of the letter"),
};

const RouteTable public_letter_routes = {routes, COUNT(routes)};
