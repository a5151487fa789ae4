/* SPDX-License-Identifier: Apache-2.0 */
#include "web/site.h"

#include "door/problem.h"
#include "web/board.h"
#include "web/calendar.h"
#include "web/demo.h"
#include "web/files.h"
#include "web/form.h"
#include "web/grid.h"
#include "web/head.h"
#include "web/leave.h"
#include "web/note.h"
#include "web/outbox.h"
#include "web/part.h"
#include "web/public.h"
#include "web/sign.h"
#include "web/staff.h"
#include "web/superior.h"
#include "web/theme.h"

const RouteTable *site_tables(size_t *count)
{
    static RouteTable tables[64];
    const RouteTable all[] = {
        files_routes,         sign_routes,          sign_codes_routes,
        sign_slip_routes,     sign_profile_routes,  sign_change_routes,
        sign_accounts_routes, sign_account_routes,  sign_tokens_routes,
        public_routes,        public_letter_routes, public_check_routes,
        public_help_routes,   staff_routes,         outbox_routes,
        demo_routes,          superior_routes,      head_routes,
        board_routes,         calendar_routes,      grid_routes,
        theme_routes,         note_routes,          leave_routes};
    _Static_assert(COUNT(all) <= COUNT(tables), "there is room for each");
    for (size_t i = 0; i < COUNT(all); i++)
        tables[i] = all[i];
    *count = COUNT(all);
    return tables;
}

static const char *heading_of(int status)
{
    switch (status) {
    case 403: return N_("This is not yours to do");
    case 404: return N_("Not found");
    case 409: return N_("Changed meanwhile");
    case 413: return N_("Too large");
    case 422: return N_("There is something to mend");
    case 429: return N_("Wait a moment");
    case 503: return N_("Too busy just now");
    case 507: return N_("No room left");
    default:
        return status < 500 ? N_("That did not work")
                            : N_("Something broke here");
    }
}

static void put_fault_list(Page *page)
{
    const Visit *v = page->visit;
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < v->fields.faults.count; i++) {
        Str text = problem_field_said(page->arena, &v->fields.faults.at[i],
                                      page->speech.lang);
        page_element(page, "li", text);
    }
    page_put(page, HTML("</ul>"));
}

void site_problem(Visit *v, const Err *err)
{
    PageHead head = {.frame = PAGE_PUBLIC,
                     .title = heading_of(v->answer->status)};
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, head.title);
    page_put(&page, HTML("<p>"));
    page_text(&page, part_sentence(page.arena, problem_said_to(v, err)));
    page_put(&page, HTML("</p>"));
    put_fault_list(&page);
    page_put(&page, HTML("<p>"));
    page_link_say(&page, STR("/"), "To the first page");
    page_put(&page, HTML("</p></section>\n"));
    page_close(&page);
}
