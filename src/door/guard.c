/* SPDX-License-Identifier: Apache-2.0 */
#include "door/guard.h"

void guard_headers(Visit *v)
{
    static const char *const always[][2] = {
        {"content-security-policy",
         "default-src 'self'; script-src 'self'; style-src 'self'; "
         "img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; "
         "frame-ancestors 'none'; form-action 'self'"                      },
        {"x-content-type-options",       "nosniff"                         },
        {"x-frame-options",              "DENY"                            },
        {"referrer-policy",              "same-origin"                     },
        {"cross-origin-opener-policy",   "same-origin"                     },
        {"cross-origin-resource-policy", "same-origin"                     },
        {"permissions-policy",
         "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"},
    };
    for (size_t i = 0; i < COUNT(always); i++)
        http_header(v->answer, str_of(always[i][0]), str_of(always[i][1]));
    if (v->request->secure)
        http_header(v->answer, STR("strict-transport-security"),
                    STR("max-age=31536000"));
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
