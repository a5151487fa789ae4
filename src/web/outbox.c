/* SPDX-License-Identifier: Apache-2.0 */
#include "web/outbox.h"

#include "web/page.h"
#include "web/words.h"

/* Sentences for the rows that the module draws. */
static void put_words(Page *page)
{
    static const struct {
        const char *name, *english;
    } words[] = {
        {"menunggu", N_("waiting to be sent")      },
        {"ditolak",  N_("not taken by the server:")},
        {"salin",    N_("Copy as text")            },
        {"hapus",    N_("Delete")                  },
        {"lagi",     N_("Send once more")          },
    };
    for (size_t i = 0; i < COUNT(words); i++) {
        page_put(page, HTML(" data-"));
        page_text(page, str_of(words[i].name));
        page_put(page, HTML("=\""));
        page_text(page, words_say(page->speech.lang, words[i].english));
        page_put(page, HTML("\""));
    }
}

static void show_outbox(Visit *v)
{
    PageHead head = {.here = "/lainnya", .modules = "kotak"};
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "Outbox");
    page_put(&page, HTML("<p class=\"mut skrip\">"));
    page_say(&page, "What you noted without a signal waits here, on this phone "
                    "only. It is sent by itself as soon as there is a signal. "
                    "Do not clear the browser's data before this list is "
                    "empty.");
    page_put(&page, HTML("</p><ul class=\"tl\" id=\"kotak\""));
    put_words(&page);
    page_put(&page, HTML("></ul><p id=\"kosong\" hidden>"));
    page_say(&page, "All is sent.");
    page_put(&page, HTML("</p><p id=\"belum\" class=\"mut\" role=\"status\" "
                         "hidden>"));
    page_say(&page, "Cannot connect yet. It is tried again by itself.");
    page_put(&page, HTML("</p><button class=\"btn\" type=\"button\" hidden "
                         "id=\"kirim-sekarang\">"));
    page_say(&page, "Send now");
    page_put(&page, HTML("</button><noscript><p>"));
    page_say(&page, "Scripts are off in this browser: nothing can wait here. "
                    "Forms are sent at once.");
    page_put(&page, HTML("</p></noscript></section>\n"));
    page_close(&page);
}

static void show_no_signal(Visit *v)
{
    PageHead head = {.frame = PAGE_PUBLIC, .alone = true};
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "No signal");
    page_put(&page, HTML("<p>"));
    page_say(&page, "This page was not opened before, so it is not on this "
                    "phone. The page of the day and the report work without a "
                    "signal.");
    page_put(&page, HTML("</p><p>"));
    page_link_say(&page, STR("/"), "To the first page");
    page_put(&page, HTML("</p></section>\n"));
    page_close(&page);
}

static const Route routes[] = {
    ROUTE(GET, "/kotak-keluar", SIGNED_IN, NO_FIELDS, show_outbox, "Outbox"),
    ROUTE(GET, "/luring", ANYBODY, NO_FIELDS, show_no_signal, "No signal"),
};

const RouteTable outbox_routes = {routes, COUNT(routes)};
