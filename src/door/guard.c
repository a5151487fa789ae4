/* SPDX-License-Identifier: Apache-2.0 */
#include "door/guard.h"

#include "http/answer.h"

void guard_headers(Visit *v)
{
    answer_guard(v->answer, v->request->secure);
}

/* What is the same for everybody says itself how long it lasts.  A form that is
 * shown again holds what was typed. */
void guard_cache(Visit *v)
{
    bool unsaid = str_is(v->answer->cache, STR("private, no-cache"));
    bool shown_again = v->answer->status >= 400;
    if (unsaid && (v->signed_in || v->entering || shown_again))
        v->answer->cache = STR("no-store");
}

/* "https://host:port" names the host that was asked. */
static bool origin_is_ours(const HttpRequest *request, Str origin)
{
    Str host = http_first(&request->headers, STR("host"));
    Str scheme = request->secure ? STR("https://") : STR("http://");
    return str_starts(origin, scheme) &&
           str_is(str_slice(origin, scheme.len, origin.len), host);
}

/* A browser says where a form was; an old one at least its origin. */
static bool from_here(const HttpRequest *request)
{
    Str site = http_first(&request->headers, STR("sec-fetch-site"));
    Str origin = http_first(&request->headers, STR("origin"));
    if (site.len > 0) return str_is(site, STR("same-origin"));
    return origin.len > 0 && origin_is_ours(request, origin);
}

static bool has_key(const Visit *v)
{
    Str key = http_first(&v->request->headers, STR("x-kunci"));
    if (key.len == 0) key = http_first(&v->request->form, STR("kunci"));
    return session_form_token_is(&v->session, key);
}

bool guard_passes(Visit *v)
{
    if (v->request->method == HTTP_GET || v->service) return true;
    if (!from_here(v->request)) {
        visit_refuse_with(v, ERR_DENIED,
                          "permintaan ini bukan dari halaman kami; buka "
                          "halamannya lalu kirim dari sana",
                          "this request did not come from a page of ours; "
                          "open the page and send from there");
        return false;
    }
    if (!(v->signed_in || v->entering) || has_key(v)) return true;
    visit_refuse_with(v, ERR_STALE,
                      "formulir ini sudah lama; muat ulang halamannya lalu "
                      "kirim lagi",
                      "this form is too old; load the page again and send it "
                      "once more");
    return false;
}
