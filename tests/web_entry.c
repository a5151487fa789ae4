/* SPDX-License-Identifier: Apache-2.0 */
#include "web_entry.h"

#include "app/totp.h"
#include "base/clock.h"
#include "harness.h"

bool web_entry_says(const WebAnswer *answer, const char *text)
{
    return str_find(answer->body, str_of(text), 0) != SIZE_MAX;
}

const char *web_entry_joined(WebWorld *w, const char *before, Str part,
                             const char *behind)
{
    return str_c(w->arena, str_format(w->arena, "%s%.*s%s", before,
                                      STR_ARG(part), behind));
}

/* What stands between <p class="rahasia"> and its end. */
Str web_entry_secret(const WebAnswer *answer)
{
    Str mark = STR("<p class=\"rahasia\">");
    size_t at = str_find(answer->body, mark, 0);
    if (!EXPECT(at != SIZE_MAX)) return STR("");
    size_t end = str_find(answer->body, STR("</p>"), at);
    return str_slice(answer->body, at + mark.len, end);
}

Str web_entry_header(const WebAnswer *answer, const char *name)
{
    for (size_t i = 0; i < answer->answer->headers.count; i++) {
        if (str_is(answer->answer->headers.at[i].name, str_of(name)))
            return answer->answer->headers.at[i].value;
    }
    return STR("");
}

/* ---- who is signed in by a real account ------------------------------------
 */

AccountWorld web_entry_accounts(WebWorld *w, LiveView *view)
{
    Err err = {0};
    EXPECT(live_take(w->house.live, STR("contoh"), view, &err));
    return (AccountWorld){w->house.accounts, &view->office, 1,
                          live_now(w->house.live), clock_monotonic_ns()};
}

/* From the cookie that the answer sets on; false when it sets none. */
bool web_entry_take(WebWorld *w, const WebAnswer *answer)
{
    Err err = {0};
    LiveView view;
    bool found = false;
    Str cookie = web_entry_header(answer, "set-cookie");
    size_t from = str_find(cookie, STR("~"), 0);
    if (from == SIZE_MAX) return false;
    size_t end = str_find(cookie, STR(";"), from);
    w->in.token = str_slice(cookie, from + 1, end);
    AccountWorld world = web_entry_accounts(w, &view);
    EXPECT(session_find(w->arena, &world, w->in.token, &w->in.session, &found,
                        &err));
    live_give(&view);
    return found;
}

/* A slip for somebody, by an administrator: its code without dashes. */
Str web_entry_invite(WebWorld *w, const char *whom)
{
    web_world_as(w, "P1");
    WebAnswer slip = web_world_post(
        w, web_entry_joined(w, "/akun/", str_of(whom), "/slip"), "");
    EXPECT_INT(slip.status, 200);
    web_world_expect_page(&slip);
    Str shown = web_entry_secret(&slip);
    web_world_as(w, NULL);
    return shown;
}

/* An account of their own, by a slip; they are signed in. */
WebAnswer web_entry_enter(WebWorld *w, const char *whom)
{
    Str code = web_entry_invite(w, whom);
    WebAnswer in =
        web_world_post(w, web_entry_joined(w, "/undangan/", code, ""), GOOD);
    EXPECT_INT(in.status, 303);
    EXPECT(web_entry_take(w, &in));
    return in;
}

/* Base32 as the page shows it, without its blanks. */
Str web_entry_bare(WebWorld *w, Str shown)
{
    Buf out = buf_in(w->arena);
    for (Str part; str_next(&shown, ' ', &part);)
        buf_put(&out, part);
    return buf_str(&out);
}

Str web_entry_code(WebWorld *w, Str secret, int ahead)
{
    char code[TOTP_DIGITS + 1];
    int64_t step =
        live_now(w->house.live).us / (TOTP_SECONDS * INT64_C(1000000));
    EXPECT(totp_code(secret, step + ahead, code));
    return str_copy(w->arena, str_of(code));
}
