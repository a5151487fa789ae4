/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff_more.h"

#include "app/my_news.h"
#include "web/in_app.h"
#include "web/nav.h"
#include "web/staff_part.h"

typedef struct {
    const char *path, *english;
} MoreEntry;

static const MoreEntry mine[] = {
    {"/pemberitahuan", N_("News")              },
    {"/tugas",         N_("My tasks")          },
    {"/izin",          N_("Permits")           },
    {"/tukar",         N_("Swap a day")        },
    {"/keberatan",     N_("Objections")        },
    {"/hadir",         N_("Presence of today") },
    {"/kotak-keluar",  N_("Outbox")            },
    {"/kalender",      N_("Add to my calendar")},
};

static const MoreEntry settings[] = {
    {"/profil",        N_("My account")     },
    {"/loket",         N_("Public counters")},
    {"/edaran",        N_("Circulars")      },
    {"/bantuan",       N_("Help")           },
    {"/privasi",       N_("Privacy")        },
    {"/aksesibilitas", N_("Accessibility")  },
};

static void put_entries(Page *page, const MoreEntry *entries, size_t count)
{
    page_put(page, HTML("<ul class=\"pilihan\">"));
    for (size_t i = 0; i < count; i++) {
        if (!nav_is_there(page, entries[i].path)) continue;
        page_put(page, HTML("<li><a href=\""));
        page_text(page, str_of(entries[i].path));
        page_put(page, HTML("\"><b>"));
        page_say(page, entries[i].english);
        page_put(page, HTML("</b></a></li>"));
    }
    page_put(page, HTML("</ul>"));
}

static void put_leave(Page *page)
{
    page_put(page, HTML("<section class=\"blk\"><p class=\"tautan\">"));
    nav_language(page);
    page_put(page, HTML("</p>"));
    part_install(page, HTML(""));
    form_open(page, STR("/keluar"));
    staff_put_submit(page, N_("Sign out"));
    form_close(page);
    page_put(page, HTML("</section>\n"));
}

void staff_more_show(Visit *v)
{
    PageHead head = {.here = "/lainnya", .modules = "kotak"};
    Page page = page_open(v, &head);
    in_app_put(&page);
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "More");
    put_entries(&page, mine, COUNT(mine));
    page_put(&page, HTML("</section>\n"));
    (void)nav_put_list(&page, N_("By your office"));
    page_put(&page, HTML("<section class=\"blk\"><h2>"));
    page_say(&page, "Account and help");
    page_put(&page, HTML("</h2>"));
    put_entries(&page, settings, COUNT(settings));
    page_put(&page, HTML("</section>\n"));
    put_leave(&page);
    page_close(&page);
}
