/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sign_tokens.c - service tokens: how another program comes in, in the name of
 * the administrator who made its token.
 */
#include "door/tokens.h"
#include "web/sign.h"
#include "web/sign_part.h"

static const FieldRule make_fields[] = {TOKENS_NEW};
static const FieldRule end_fields[] = {TOKENS_NUMBER};

/* ---- the list -------------------------------------------------------------
 */

static void put_cases(Page *page, uint64_t cases)
{
    bool first = true;
    for (int use = 0; use < ACCESS_COUNT; use++) {
        if ((cases >> use & 1) == 0) continue;
        if (!first) page_put(page, HTML("; "));
        page_text(page,
                  str_of(access_row((AccessCase)use)->said[page->speech.lang]));
        first = false;
    }
}

static Str maker_of(const Page *page, const Token *token)
{
    const Register *r = &page->visit->view->office->r;
    uint32_t index = map_find(&r->person_codes, token->actor);
    return index == NO_INDEX ? token->actor : r->people[index].name;
}

static void put_token(Page *page, const Token *token)
{
    page_put(page, HTML("<li><div><b>"));
    page_text(page, token->name);
    page_put(page, HTML("</b><span>"));
    PAGE_SAY(page, "By {who}, until {day}.", {"who", maker_of(page, token)},
             {"day", part_instant(page, token->until)});
    page_put(page, HTML("</span><span>"));
    put_cases(page, token->cases);
    page_put(page, HTML("</span></div>"));
    form_open(page, str_format(page->arena, "/token/%.*s/akhiri",
                               STR_ARG(address_part(page->arena, token->id))));
    page_put(page, HTML("<button class=\"btn alt sm\" aria-label=\""));
    PAGE_SAY(page, "End the token {name}", {"name", token->name});
    page_put(page, HTML("\">"));
    page_say(page, "End it");
    page_put(page, HTML("</button>"));
    form_close(page);
    page_put(page, HTML("</li>\n"));
}

static void put_list(Page *page, const Token *tokens, size_t count)
{
    part_open(page);
    page_heading(page, "Service tokens");
    part_paragraph(page, N_("With a token another program comes in, such as "
                            "the attendance machine of the office. It acts in "
                            "the name of whoever made it, and may only what is "
                            "ticked."));
    if (count == 0) part_small(page, N_("There is no token."));
    page_put(page, count == 0 ? HTML("") : HTML("<ul class=\"orang\">"));
    for (size_t i = 0; i < count; i++)
        put_token(page, &tokens[i]);
    page_put(page, count == 0 ? HTML("") : HTML("</ul>\n"));
    part_close(page);
}

/* ---- a new one ------------------------------------------------------------
 */

static void put_choice_of_cases(Page *page)
{
    FormChoice choices[ACCESS_COUNT];
    for (int use = 0; use < ACCESS_COUNT; use++) {
        const AccessRow *row = access_row((AccessCase)use);
        choices[use] = (FormChoice){
            .value = str_of(row->word),
            .text = part_sentence(page->arena,
                                  str_of(row->said[page->speech.lang]))};
    }
    form_checks(page, "kewenangan", "What it may do", choices, ACCESS_COUNT);
}

static void put_form(Page *page, const Err *err)
{
    part_open(page);
    part_heading(page, N_("A new token"));
    form_faults(page);
    part_failure(page, err);
    form_open(page, STR("/token"));
    form_field(page, &(FormField){.name = "nama",
                                  .label = N_("Name of the program"),
                                  .hint = N_("“perangkat:” and the name of a "
                                             "shared device of the register "
                                             "make it the token of that "
                                             "device: it then only notes "
                                             "facts, in the device's name."),
                                  .needed = true});
    form_field(page, &(FormField){.name = "hari",
                                  .label = N_("Valid for how many days"),
                                  .hint = N_("At most 366."),
                                  .value = STR("180"),
                                  .mode = "numeric",
                                  .needed = true});
    put_choice_of_cases(page);
    form_button(page, "Make the token");
    form_close(page);
    part_close(page);
}

static void put_page(Visit *v, const Err *wrong)
{
    static const PartDone done[] = {
        {"akhir", N_("The token has ended.")},
    };
    Err err = {0};
    Token *tokens = NULL;
    size_t count = 0;
    if (!token_list(v->arena, &v->world, v->government, v->actor, &tokens,
                    &count, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page =
        page_open(v, &(PageHead){.frame = PAGE_PHONE, .here = "/token"});
    part_status(v, wrong);
    part_done(&page, done, COUNT(done));
    put_list(&page, tokens, count);
    put_form(&page, wrong);
    page_close(&page);
}

static void show(Visit *v)
{
    put_page(v, NULL);
}

/* ---- made, and ended ------------------------------------------------------
 */

static void put_made(Visit *v, const Token *token, Str secret)
{
    PageHead head = {.frame = PAGE_PHONE, .alone = true};
    v->answer->cache = STR("no-store");
    Page page = page_open(v, &head);
    part_open(&page);
    page_heading(&page, "The token is made");
    part_paragraph(&page, N_("It is shown only now. Copy it into the settings "
                             "of the program; if it is lost, end it and make a "
                             "new one."));
    page_put(&page, HTML("<p class=\"rahasia\">"));
    page_text(&page, secret);
    page_put(&page, HTML("</p>\n"));
    part_rows(&page);
    part_row(&page, N_("Name of the program"), token->name);
    part_row(&page, N_("Valid until"), part_instant(&page, token->until));
    part_rows_end(&page);
    part_link(&page, STR("/token"), N_("Back to the tokens"));
    part_close(&page);
    page_close(&page);
}

static void make(Visit *v)
{
    Err err = {0};
    Token token;
    Str secret;
    if (v->fields.faults.count > 0)
        put_page(v, NULL);
    else if (tokens_make(v, &token, &secret, &err))
        put_made(v, &token, secret);
    else
        put_page(v, &err);
}

static void end(Visit *v)
{
    Err err = {0};
    if (tokens_end(v, &err))
        visit_go(v, STR("/token"), "akhir");
    else
        put_page(v, &err);
}

static const Route routes[] = {
    ROUTE(GET, "/token", MAY_OF_GOVERNMENT(TOKEN), NO_FIELDS, show,
          "Service tokens"),
    ROUTE_FORM(POST, "/token", MAY_OF_GOVERNMENT(TOKEN),
               ROUTE_FIELDS(make_fields), make, "Service tokens"),
    ROUTE(POST, "/token/{nomor}/akhiri", MAY_OF_GOVERNMENT(TOKEN),
          ROUTE_FIELDS(end_fields), end, "End a token"),
};

const RouteTable sign_tokens_routes = {routes, COUNT(routes)};
