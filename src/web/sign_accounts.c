/* SPDX-License-Identifier: Apache-2.0 */
#include "web/sign.h"
#include "web/sign_account.h"

enum { PAGE_ROWS = 50 };

static const FieldRule list_fields[] = {
    {"q",           N_("Name"),   FIELD_LINE,            .most = 80},
    {     "keadaan",  N_("State"), FIELD_CHOICE,
     .choices = "semua|belum|diundang|aktif|dihentikan"          },
    { "hal", N_("Page"),   FIELD_NUMBER,        .least = 1,           .most = 100000},
};
/* ---- the list -------------------------------------------------------------
 */

typedef struct {
    const char *word, *english;
    AccountState state;
} Filter;

static const Filter filters[] = {
    {"semua",      N_("All"),      ACCOUNT_NONE   },
    {"belum",      N_("None yet"), ACCOUNT_NONE   },
    {"diundang",   N_("Invited"),  ACCOUNT_INVITED},
    {"aktif",      N_("Active"),   ACCOUNT_OPEN   },
    {"dihentikan", N_("Stopped"),  ACCOUNT_STOPPED},
};

static const Filter *filter_of(const Visit *v)
{
    Str word = visit_field(v, "keadaan")->text;
    for (size_t i = 1; i < COUNT(filters); i++) {
        if (str_is(word, str_of(filters[i].word))) return &filters[i];
    }
    return &filters[0];
}

static bool holds(Arena *arena, Str text, Str folded)
{
    return str_find(str_fold(arena, text), folded, 0) != SIZE_MAX;
}

static bool is_wanted(const Visit *v, const Account *account, Str folded)
{
    const Filter *filter = filter_of(v);
    const Person *p = sign_account_person(v, account->person);
    if (p == NULL) return false;
    if (filter != &filters[0] && filter->state != account->state) return false;
    return folded.len == 0 || holds(v->arena, p->name, folded) ||
           holds(v->arena, account->name, folded) || str_is(p->nip, folded) ||
           str_is(p->local, folded) ||
           holds(v->arena, sign_account_unit(v, p), folded);
}

typedef VEC(const Account *) Wanted;

static Wanted choose(const Visit *v, const Account *all, size_t count)
{
    Wanted wanted = {0};
    Str folded = str_fold(v->arena, visit_field(v, "q")->text);
    for (size_t i = 0; i < count; i++) {
        if (is_wanted(v, &all[i], folded)) VEC_PUSH(v->arena, &wanted, &all[i]);
    }
    return wanted;
}

static Str list_path(const Visit *v, const char *state, size_t number)
{
    Str q = address_part(v->arena, visit_field(v, "q")->text);
    return str_format(v->arena, "/akun?q=%.*s&keadaan=%s&hal=%zu", STR_ARG(q),
                      state, number);
}

static void put_filters(Page *page)
{
    const Visit *v = page->visit;
    page_put(page, HTML("<nav class=\"filt\" aria-label=\""));
    page_say(page, "Filter");
    page_put(page, HTML("\">"));
    for (size_t i = 0; i < COUNT(filters); i++) {
        page_put(page, HTML("<a href=\""));
        page_text(page, list_path(v, filters[i].word, 1));
        page_put(page, &filters[i] == filter_of(v)
                           ? HTML("\" aria-current=\"true\">")
                           : HTML("\">"));
        page_say(page, filters[i].english);
        page_put(page, HTML("</a>"));
    }
    page_put(page, HTML("</nav>\n"));
}

static void put_search(Page *page)
{
    Str q = visit_field(page->visit, "q")->text;
    page_put(page, HTML("<form role=\"search\" action=\"/akun\" class=\"cari\">"
                        "<label for=\"f-q\" class=\"vh\">"));
    page_say(page, "Search by name, unit or number");
    page_put(page, HTML("</label><input id=\"f-q\" name=\"q\" type=\"search\" "
                        "value=\""));
    page_text(page, q);
    page_put(page, HTML("\"><button class=\"btn alt\">"));
    page_say(page, "Search");
    page_put(page, HTML("</button></form>\n"));
}

static void put_head_row(Page *page)
{
    static const char *const heads[] = {N_("Name"), N_("Unit"), N_("State"),
                                        N_("Second step"), N_("Last sign-in")};
    part_columns(page, heads, COUNT(heads));
}

static void put_account(Page *page, const Account *account)
{
    const Visit *v = page->visit;
    const Person *p = sign_account_person(v, account->person);
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_link(page, sign_account_path(page->arena, account->person, ""),
              p->name);
    page_put(page, HTML("</th><td>"));
    page_text(page, sign_account_unit(v, p));
    page_put(page, HTML("</td><td>"));
    sign_account_put_state(page, account);
    page_put(page, HTML("</td><td>"));
    page_say(page, account->codes ? N_("Turned on") : N_("Not set up"));
    page_put(page, HTML("</td><td>"));
    if (account->entered.us > 0)
        page_text(page, part_instant(page, account->entered));
    else
        page_say(page, "Never");
    page_put(page, HTML("</td></tr>\n"));
}

static size_t first_row(const Visit *v, size_t count)
{
    const FieldValue *number = visit_field(v, "hal");
    size_t at = number->given ? ((size_t)number->number - 1) * PAGE_ROWS : 0;
    return at < count ? at : 0;
}

static void put_pages(Page *page, size_t from, size_t count)
{
    const Visit *v = page->visit;
    const char *state = filter_of(v)->word;
    size_t here = from / PAGE_ROWS + 1;
    if (count <= PAGE_ROWS) return;
    page_put(page, HTML("<p class=\"tautan\">"));
    if (from > 0)
        page_link_say(page, list_path(v, state, here - 1), "Page before");
    page_put(page, HTML(" "));
    if (from + PAGE_ROWS < count)
        page_link_say(page, list_path(v, state, here + 1), "Next page");
    page_put(page, HTML("</p>\n"));
}

static void put_table(Page *page, const Wanted *wanted)
{
    size_t from = first_row(page->visit, wanted->count);
    size_t to = from + PAGE_ROWS;
    if (to > wanted->count) to = wanted->count;
    page_put(page, HTML("<div class=\"led akun\"><table><caption>"));
    PAGE_SAY_MANY(page, "{from} to {to} of {n} account",
                  "{from} to {to} of {n} accounts", (int64_t)wanted->count,
                  {"from", said_number(&page->speech, (int64_t)from + 1)},
                  {"to", said_number(&page->speech, (int64_t)to)});
    page_put(page, HTML("</caption>"));
    put_head_row(page);
    page_put(page, HTML("<tbody>"));
    for (size_t i = from; i < to; i++)
        put_account(page, wanted->at[i]);
    page_put(page, HTML("</tbody></table></div>\n"));
    put_pages(page, from, wanted->count);
}

static void show_list(Visit *v)
{
    Err err = {0};
    Account *all = NULL;
    size_t count = 0;
    if (!account_list(v->arena, &v->world, v->government, v->actor, &all,
                      &count, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Wanted wanted = choose(v, all, count);
    Page page = page_open(v, &(PageHead){.frame = PAGE_DESK, .here = "/akun"});
    page_put(&page, HTML("<div class=\"ph\"><div>"));
    page_heading(&page, "Accounts");
    page_put(&page, HTML("</div></div>\n"));
    put_search(&page);
    put_filters(&page);
    if (wanted.count == 0)
        part_paragraph(&page, N_("Nobody fits. Search for less."));
    else
        put_table(&page, &wanted);
    page_close(&page);
}

static const Route routes[] = {
    ROUTE(GET, "/akun", SIGNED_IN, ROUTE_FIELDS(list_fields), show_list,
          "Accounts"),
};

const RouteTable sign_accounts_routes = {routes, COUNT(routes)};
