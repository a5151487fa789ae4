/*
 * fuzz_http_head.c - hostile bytes as the head of a request: refused or read,
 * the same however they are cut; and what is read can be read in one way only:
 * written again in plain form, it gives the same.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/buf.h"
#include "http/head.h"
#include "http/limit.h"
#include "http/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

typedef struct {
    bool whole;
    size_t length;
    Refusal why;
} End;

/* As if the bytes came in pieces of `cut`. */
static End end_of(Str bytes, size_t cut)
{
    End end = {0};
    size_t seen = 0;
    for (size_t at = 0; at < bytes.len && end.why == REFUSAL_NONE; at += cut) {
        Str so_far = str_slice(bytes, 0, at + cut);
        end.whole = head_end(so_far, &seen, &end.length, &end.why);
        if (end.whole) break;
    }
    return end;
}

static void check_path(Str path)
{
    CHECK(str_starts(path, STR("/")) && !str_starts(path, STR("//")));
    CHECK(str_utf8_fault(path) == SIZE_MAX && token_value_is(path));
    CHECK(str_find(path, STR("\\"), 0) == SIZE_MAX);
    CHECK(str_find(path, STR("/../"), 0) == SIZE_MAX);
    CHECK(!str_ends(path, STR("/..")) && !str_ends(path, STR("/.")));
}

static size_t check_headers(const HttpPairs *headers)
{
    size_t hosts = 0;
    size_t lengths = 0;
    for (size_t i = 0; i < headers->count; i++) {
        const HttpPair *pair = &headers->at[i];
        CHECK(token_is(pair->name) && token_value_is(pair->value));
        hosts += str_is(pair->name, STR("host"));
        lengths += str_is(pair->name, STR("content-length")) ||
                   str_is(pair->name, STR("transfer-encoding"));
    }
    CHECK(hosts <= 1 && lengths <= 1);
    return hosts;
}

static void check_head(const Head *head)
{
    check_path(head->path);
    size_t hosts = check_headers(&head->headers);
    CHECK(hosts == 1 || head->old);
    CHECK(!head->chunked || (!head->old && head->length == 0));
    CHECK(head->method != HTTP_GET || (!head->chunked && head->length == 0));
}

static Str written(Arena *tmp, const Head *head)
{
    static const char *const methods[] = {"GET", "POST", "PUT", "DELETE"};
    Buf out = buf_in(tmp);
    buf_format(&out, "%s %.*s HTTP/1.%d\r\n",
               head->bodiless ? "HEAD" : methods[head->method],
               STR_ARG(head->target), head->old ? 0 : 1);
    for (size_t i = 0; i < head->headers.count; i++)
        buf_format(&out, "%.*s:%.*s\r\n", STR_ARG(head->headers.at[i].name),
                   STR_ARG(head->headers.at[i].value));
    buf_c(&out, "\r\n");
    return buf_str(&out);
}

static void check_same(const Head *a, const Head *b)
{
    CHECK(a->method == b->method && a->bodiless == b->bodiless);
    CHECK(a->length == b->length && a->chunked == b->chunked);
    CHECK(a->closes == b->closes && a->expects == b->expects);
    CHECK(str_is(a->target, b->target) && str_is(a->path, b->path));
    CHECK(a->headers.count == b->headers.count);
    CHECK(a->query.count == b->query.count);
    for (size_t i = 0; i < a->headers.count; i++) {
        CHECK(str_is(a->headers.at[i].name, b->headers.at[i].name));
        CHECK(str_is(a->headers.at[i].value, b->headers.at[i].value));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Str text = {(const char *)bytes, size};
    Head head = {0};
    Head again = {0};
    End end = end_of(text, size == 0 ? 1 : size);
    End pieces = end_of(text, 7);
    CHECK(end.whole == pieces.whole && end.length == pieces.length);
    if (!end.whole) return 0;
    CHECK(end.length <= LIMIT_HEAD);
    text = str_slice(text, 0, end.length);
    if (head_read(tmp, text, &head) != REFUSAL_NONE) return 0;
    check_head(&head);
    CHECK(head_read(tmp, written(tmp, &head), &again) == REFUSAL_NONE);
    check_same(&head, &again);
    return 0;
}
