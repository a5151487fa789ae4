/* SPDX-License-Identifier: Apache-2.0 */
#include "http/answer.h"

#include "base/clock.h"
#include "base/json.h"
#include "base/rand.h"
#include "http/accept.h"
#include "http/stamp.h"
#include "http/token.h"

/* A packet holds less anyway: pressing what is shorter gains nothing. */
enum { PRESS_LEAST = 860 };

/* A body as short as this is copied behind its head: one call sends both. */
enum { JOIN_MOST = 4 << 10 };

/* The body as it goes out. */
typedef struct {
    Str bytes, etag;
    Str coding;  /* "gzip", "br" or empty */
    bool varies; /* by Accept-Encoding */
} Chosen;

void answer_init(HttpAnswer *answer, Arena *arena)
{
    *answer = (HttpAnswer){.arena = arena, .status = 200};
    answer->type = STR("text/html; charset=utf-8");
    answer->cache = STR("private, no-cache");
    answer->body = buf_in(arena);
}

void answer_guard(HttpAnswer *answer, bool secure)
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
        http_header(answer, str_of(always[i][0]), str_of(always[i][1]));
    if (secure)
        http_header(answer, STR("strict-transport-security"),
                    STR("max-age=31536000; includeSubDomains"));
}

/* For a person in front of a browser, whose language is not known yet. */
static void say_refusal(HttpAnswer *answer, Refusal why)
{
    answer->type = STR("text/plain; charset=utf-8");
    buf_put(&answer->body, refuse_words(why, LANG_ID));
    buf_char(&answer->body, '\n');
    buf_put(&answer->body, refuse_words(why, LANG_EN));
    buf_char(&answer->body, '\n');
}

/* For a program (RFC 9457). */
static void write_refusal(HttpAnswer *answer, Refusal why, Lang lang)
{
    Json json = json_in(&answer->body);
    answer->type = STR("application/problem+json");
    json_open(&json, NULL, '{');
    json_text(&json, "type", STR("about:blank"));
    json_number(&json, "status", answer->status);
    json_text(&json, "title", http_status_words(answer->status));
    json_text(&json, "detail", refuse_words(why, lang));
    json_close(&json);
    CHECK(json_done(&json));
}

void answer_refusal(HttpAnswer *answer, Refusal why, const HttpPairs *headers,
                    bool secure)
{
    Str taken = http_first(headers, STR("accept"));
    Str language = http_first(headers, STR("accept-language"));
    answer_init(answer, answer->arena);
    answer->status = refuse_status(why);
    answer->cache = STR("no-store");
    answer_guard(answer, secure);
    if (headers->count == 0 || str_find(taken, STR("text/html"), 0) != SIZE_MAX)
        say_refusal(answer, why);
    else
        write_refusal(answer, why,
                      str_starts(language, STR("en")) ? LANG_EN : LANG_ID);
    if (answer->status == 405)
        http_header(answer, STR("Allow"), STR("GET, HEAD, POST, PUT, DELETE"));
    if (!refuse_ends(why)) /* come again */
        http_header(answer, STR("Retry-After"), STR("1"));
}

/* ---- the coding ---------------------------------------------------------- */

static bool is_text(Str type)
{
    static const Str texts[] = {
        STR_INIT("application/json"),
        STR_INIT("application/javascript"),
        STR_INIT("image/svg+xml"),
        STR_INIT("application/manifest+json"),
        STR_INIT("application/problem+json"),
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        if (str_starts(type, texts[i])) return true;
    }
    return str_starts(type, STR("text/"));
}

static void choose_pressed(const HttpPressed *pressed, Str accepted,
                           Chosen *out)
{
    bool gzip = pressed->gzip.len > 0;
    bool brotli = pressed->brotli.len > 0;
    AcceptCoding best = accept_best(accepted, gzip, brotli);
    out->varies = gzip || brotli;
    out->bytes = pressed->plain;
    if (best == ACCEPT_GZIP)
        out->bytes = pressed->gzip, out->coding = STR("gzip");
    if (best == ACCEPT_BROTLI)
        out->bytes = pressed->brotli, out->coding = STR("br");
}

static void choose_body(const HttpAnswer *answer, Str accepted, Gzip *gzip,
                        Chosen *out)
{
    out->bytes = buf_str(&answer->body);
    out->varies = is_text(answer->type) && out->bytes.len > PRESS_LEAST;
    if (!out->varies || accept_best(accepted, true, false) != ACCEPT_GZIP)
        return;
    bool kept = str_find(answer->cache, STR("immutable"), 0) != SIZE_MAX;
    Str pressed = gzip_press(gzip, answer->arena, out->bytes,
                             kept ? GZIP_WELL : GZIP_QUICKLY);
    if (pressed.len == 0) return;
    out->bytes = pressed;
    out->coding = STR("gzip");
}

/* ---- the tag ------------------------------------------------------------- */

Str answer_tag(Arena *arena, Str text)
{
    return str_format(arena, "\"%016llx\"",
                      (unsigned long long)rand_digest(text));
}

/*
 * Tags are weak: the same page may go out in several codings.  A GET has one
 * of its own, or one made of its text.
 */
static Str tag_of(const HttpAnswer *answer, const AnswerTo *to)
{
    if (!to->get || answer->status != 200) return STR("");
    if (answer->etag.len > 0) return answer->etag;
    Str text = answer->pressed != NULL ? answer->pressed->plain
                                       : buf_str(&answer->body);
    return answer_tag(answer->arena, text);
}

static Str without_weakness(Str tag)
{
    return str_starts(tag, STR("W/")) ? str_slice(tag, 2, tag.len) : tag;
}

/* If-None-Match = "*" or a list of tags, of which one is ours. */
static bool client_has(const AnswerTo *to, Str tag)
{
    Str list = http_first(to->headers, STR("if-none-match"));
    Str member = {0};
    if (tag.len == 0 || list.len == 0) return false;
    if (str_is(list, STR("*"))) return true;
    while (token_next(&list, ',', &member)) {
        if (str_is(without_weakness(member), without_weakness(tag)))
            return true;
    }
    return false;
}

/* ---- the head ------------------------------------------------------------ */

Str http_status_words(int status)
{
    switch (status) {
#define X(number, words) \
    case number:         \
        return STR(words);
#include "http/status.def"
#undef X
    default: break;
    }
    CHECK(status == 0); /* a status that status.def does not have */
    return STR("");
}

/* Whatever a handler has set: no value of its own ends a header. */
static void put_header(Buf *out, Str name, Str value)
{
    CHECK(token_value_is(value));
    buf_put(out, name);
    buf_put(out, STR(": "));
    buf_put(out, value);
    buf_put(out, STR("\r\n"));
}

static void put_line(Buf *out, int status)
{
    char date[STAMP_TEXT];
    buf_put(out, STR("HTTP/1.1 "));
    buf_number(out, status);
    buf_char(out, ' ');
    buf_put(out, http_status_words(status));
    buf_put(out, STR("\r\n"));
    put_header(out, STR("Date"), stamp_http(clock_now(), date));
}

static bool has_no_content(int status)
{
    return status == 204 || status == 304;
}

static void put_content(Buf *out, const HttpAnswer *answer, int status,
                        const Chosen *chosen)
{
    if (has_no_content(status)) return;
    if (chosen->bytes.len > 0)
        put_header(out, STR("Content-Type"), answer->type);
    if (chosen->coding.len > 0)
        put_header(out, STR("Content-Encoding"), chosen->coding);
    buf_put(out, STR("Content-Length: "));
    buf_number(out, (int64_t)chosen->bytes.len);
    buf_put(out, STR("\r\n"));
}

static void put_tag(Buf *out, Str tag)
{
    if (tag.len == 0) return;
    CHECK(token_value_is(tag));
    buf_put(out, STR("ETag: W/"));
    buf_put(out, without_weakness(tag));
    buf_put(out, STR("\r\n"));
}

static void put_head(Buf *out, const HttpAnswer *answer, const AnswerTo *to,
                     int status, const Chosen *chosen)
{
    put_line(out, status);
    put_content(out, answer, status, chosen);
    put_tag(out, chosen->etag);
    put_header(out, STR("Cache-Control"), answer->cache);
    if (chosen->varies) put_header(out, STR("Vary"), STR("Accept-Encoding"));
    for (size_t i = 0; i < answer->headers.count; i++)
        put_header(out, answer->headers.at[i].name,
                   answer->headers.at[i].value);
    if (to->closes) put_header(out, STR("Connection"), STR("close"));
    buf_put(out, STR("\r\n"));
}

static void choose(const HttpAnswer *answer, const AnswerTo *to, int status,
                   Gzip *gzip, Chosen *out)
{
    Str accepted = http_first(to->headers, STR("accept-encoding"));
    if (answer->pressed != NULL)
        choose_pressed(answer->pressed, accepted, out);
    else if (status == 304)
        out->varies = is_text(answer->type);
    else
        choose_body(answer, accepted, gzip, out);
}

void answer_write(const HttpAnswer *answer, const AnswerTo *to, Gzip *gzip,
                  AnswerBytes *out)
{
    Buf text = buf_in(answer->arena);
    Chosen chosen = {.bytes = STR(""), .etag = tag_of(answer, to)};
    int status = buf_ok(&answer->body) ? answer->status : 500;
    if (client_has(to, chosen.etag)) status = 304;
    choose(answer, to, status, gzip, &chosen);
    put_head(&text, answer, to, status, &chosen);
    bool silent = to->bodiless || has_no_content(status);
    if (silent) chosen.bytes = STR("");
    if (chosen.bytes.len <= JOIN_MOST) {
        buf_put(&text, chosen.bytes);
        chosen.bytes = STR("");
    }
    out->status = status;
    out->head = buf_str(&text);
    out->body = chosen.bytes;
}
