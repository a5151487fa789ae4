/*
 * fuzz_http_form.c - hostile bytes as a query, a form with files, cookies, or
 * a body in chunks, as the first byte says: refused or read, never a crash;
 * what is read is text, within its limits, and the same however it is cut.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "http/body.h"
#include "http/forms.h"
#include "http/limit.h"
#include "http/multipart.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_fields(const HttpPairs *pairs)
{
    CHECK(pairs->count <= LIMIT_FIELDS);
    for (size_t i = 0; i < pairs->count; i++) {
        CHECK(pairs->at[i].name.len > 0);
        CHECK(pairs->at[i].value.len <= LIMIT_VALUE);
        CHECK(forms_text_is_fair(pairs->at[i].name));
        CHECK(forms_text_is_fair(pairs->at[i].value));
    }
}

static void try_fields(Arena *tmp, Str text)
{
    HttpPairs pairs = {0};
    if (forms_fields(tmp, text, &pairs) == REFUSAL_NONE) check_fields(&pairs);
}

/* The type is the first line, or a plain one where that is empty. */
static void try_multipart(Arena *tmp, Str text)
{
    MultipartForm form = {0};
    size_t end = str_find(text, STR("\n"), 0);
    Str type = str_slice(text, 0, end);
    if (end == SIZE_MAX) return;
    if (type.len == 0) type = STR("multipart/form-data; boundary=X");
    Str body = str_slice(text, end + 1, text.len);
    if (multipart_read(tmp, type, body, &form) != REFUSAL_NONE) return;
    check_fields(&form.fields);
    CHECK(form.file_count <= LIMIT_FILES);
    for (size_t i = 0; i < form.file_count; i++) {
        CHECK(form.files[i].body.ptr >= body.ptr);
        CHECK(form.files[i].body.ptr + form.files[i].body.len <=
              body.ptr + body.len);
    }
}

static void try_cookies(Arena *tmp, Str text)
{
    HttpPair header = {STR("cookie"), text};
    HttpPairs cookies = {0};
    if (forms_cookies(tmp, &(HttpPairs){&header, 1}, &cookies) != REFUSAL_NONE)
        return;
    CHECK(cookies.count <= LIMIT_COOKIES);
}

enum { BODY_MOST = 1000 };

static Refusal feed(Str text, size_t cut, Body *body, size_t *left)
{
    Head head = {.chunked = true};
    Refusal why = body_begin(body, &head, BODY_MOST);
    *left = 0;
    for (size_t at = 0; at < text.len && why == REFUSAL_NONE; at += cut) {
        Str piece = str_slice(text, at, at + cut);
        why = body_feed(body, &piece);
        *left += piece.len;
    }
    return why;
}

static void try_chunks(Str text)
{
    Body once = {0};
    Body cut = {0};
    size_t left = 0;
    size_t left_cut = 0;
    Refusal why = feed(text, text.len + 1, &once, &left);
    CHECK(feed(text, 3, &cut, &left_cut) == why);
    if (why == REFUSAL_NONE) {
        CHECK(once.whole == cut.whole && left == left_cut);
        CHECK(str_is(body_str(&once), body_str(&cut)));
        CHECK(once.len <= BODY_MOST);
    }
    body_done(&once);
    body_done(&cut);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    if (size == 0) return 0;
    Str text = {(const char *)bytes + 1, size - 1};
    switch (bytes[0]) {
    case 'f': try_fields(tmp, text); break;
    case 'm': try_multipart(tmp, text); break;
    case 'c': try_cookies(tmp, text); break;
    case 'b': try_chunks(text); break;
    default: break;
    }
    return 0;
}
