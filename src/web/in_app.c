/* SPDX-License-Identifier: Apache-2.0 */
#include "web/in_app.h"

#include "web/part.h"

static bool is_inside(const Visit *v)
{
    Str agent = http_first(&v->request->headers, STR("user-agent"));
    return str_find(agent, STR("Android"), 0) != SIZE_MAX &&
           str_find(agent, STR("; wv)"), 0) != SIZE_MAX;
}

/* An address that Android opens by the app of that name ("Android Intents with
 * Chrome"). */
static Str chrome_address(const Visit *v)
{
    Str address = visit_address(v, v->request->path);
    size_t host = str_find(address, STR("//"), 0);
    return str_format(
        v->arena, "intent:%.*s#Intent;scheme=%s;package=com.android.chrome;end",
        STR_ARG(str_slice(address, host, address.len)),
        v->request->secure ? "https" : "http");
}

void in_app_put(Page *page)
{
    if (!is_inside(page->visit)) return;
    page_put(page, HTML("<section class=\"pan lain\"><b>"));
    page_say(page, "This page is open inside another app.");
    page_put(page, HTML("</b><p>"));
    page_say(page, "There it cannot notify you, nor send by itself what waits "
                   "on the phone.");
    page_put(page, HTML("</p>"));
    page_link_say(page, chrome_address(page->visit), "Open in Chrome");
    page_put(page, HTML("</section>\n"));
}
