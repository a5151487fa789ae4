/* SPDX-License-Identifier: Apache-2.0 */
#include "door/cookie.h"

static Str name_of(const HttpRequest *request)
{
    return request->secure ? STR("__Host-tk") : STR("tk");
}

static Str language_name_of(const HttpRequest *request)
{
    return request->secure ? STR("__Host-bahasa") : STR("bahasa");
}

Str cookie_language_of(const HttpRequest *request)
{
    return http_first(&request->cookies, language_name_of(request));
}

Str cookie_session(const HttpRequest *request)
{
    return http_first(&request->cookies, name_of(request));
}

static void put(Visit *v, Str name, Str value, int seconds, bool hidden)
{
    bool secure = v->request->secure;
    http_header(
        v->answer, STR("set-cookie"),
        str_format(v->arena, "%.*s=%.*s; Path=/; SameSite=Lax; Max-Age=%d%s%s",
                   STR_ARG(name), STR_ARG(value), seconds,
                   hidden ? "; HttpOnly" : "", secure ? "; Secure" : ""));
}

/* As long as a session may last at most; it ends by itself before. */
void visit_keep(Visit *v, const SignedIn *in)
{
    put(v, name_of(v->request),
        str_format(v->arena, "%.*s~%.*s", STR_ARG(in->session.government),
                   STR_ARG(in->token)),
        30 * 86400, true);
}

/* What the browser has kept of its own goes too; the pages that the service
 * worker keeps, it forgets itself (web/assets/sw.js). */
void visit_leave(Visit *v)
{
    put(v, name_of(v->request), STR(""), 0, true);
    http_header(v->answer, STR("clear-site-data"), STR("\"cache\""));
}

void cookie_language(Visit *v, Lang lang)
{
    put(v, language_name_of(v->request),
        lang == LANG_EN ? STR("en") : STR("id"), 365 * 86400, true);
}
