/* SPDX-License-Identifier: Apache-2.0 */
#include "http/framing.h"

#include "base/num.h"
#include "http/limit.h"
#include "http/token.h"

#include <arpa/inet.h>
#include <string.h>

/* Names in lower case, as head_read left them. */
static size_t count_of(const HttpPairs *headers, Str name)
{
    size_t count = 0;
    for (size_t i = 0; i < headers->count; i++)
        count += str_is(headers->at[i].name, name);
    return count;
}

/* ---- once only ----------------------------------------------------------- */

static const struct {
    Str name;
    Refusal twice;
} singles[] = {
    {STR_INIT("host"),              REFUSAL_HEADER_TWICE},
    {STR_INIT("content-length"),    REFUSAL_LENGTH_TWICE},
    {STR_INIT("transfer-encoding"), REFUSAL_CODING      },
    {STR_INIT("content-type"),      REFUSAL_HEADER_TWICE},
    {STR_INIT("content-encoding"),  REFUSAL_HEADER_TWICE},
    {STR_INIT("expect"),            REFUSAL_HEADER_TWICE},
    {STR_INIT("authorization"),     REFUSAL_HEADER_TWICE},
    {STR_INIT("origin"),            REFUSAL_HEADER_TWICE},
    {STR_INIT("sec-fetch-site"),    REFUSAL_HEADER_TWICE},
    {STR_INIT("x-forwarded-proto"), REFUSAL_HEADER_TWICE},
};

static Refusal check_singles(const HttpPairs *headers)
{
    for (size_t i = 0; i < COUNT(singles); i++) {
        if (count_of(headers, singles[i].name) > 1) return singles[i].twice;
    }
    return REFUSAL_NONE;
}

/* ---- Host ---------------------------------------------------------------- */

static bool is_port(Str text)
{
    int64_t port = 0;
    return num_is(text, 1, 65535, &port);
}

/* A name as registered, or an address of four numbers: the same letters. */
static bool is_host_name(Str text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
    for (size_t i = 0; i < text.len; i++) {
        if (memchr(letters, text.ptr[i], sizeof letters - 1) == NULL)
            return false;
    }
    return text.len > 0 && text.len <= 253;
}

static bool is_address_6(Str text)
{
    char address[INET6_ADDRSTRLEN] = {0};
    unsigned char bytes[16];
    if (text.len >= sizeof address) return false;
    memcpy(address, text.ptr, text.len);
    return strlen(address) == text.len &&
           inet_pton(AF_INET6, address, bytes) == 1;
}

/* host = ( name / "[" address "]" ) [ ":" port ] */
static bool is_host(Str text)
{
    Str name = text;
    Str rest = {0};
    bool six = str_starts(text, STR("["));
    size_t end = str_find(text, six ? STR("]") : STR(":"), 0);
    if (six && end == SIZE_MAX) return false;
    if (end != SIZE_MAX) {
        name = str_slice(text, six, end);
        rest = str_slice(text, end + six, text.len);
    }
    if (rest.len > 0 &&
        (rest.ptr[0] != ':' || !is_port(str_slice(rest, 1, rest.len))))
        return false;
    return six ? is_address_6(name) : is_host_name(name);
}

static Refusal check_host(const Head *head)
{
    bool there = http_has(&head->headers, STR("host"));
    if (!there) return head->old ? REFUSAL_NONE : REFUSAL_HOST_MISSING;
    Str host = http_first(&head->headers, STR("host"));
    return is_host(host) ? REFUSAL_NONE : REFUSAL_HOST_FORM;
}

/* ---- the body ------------------------------------------------------------ */

static Refusal take_length(const HttpPairs *headers, uint64_t *out)
{
    int64_t length = 0;
    Str text = http_first(headers, STR("content-length"));
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return REFUSAL_LENGTH_FORM;
    }
    if (text.len == 0) return REFUSAL_LENGTH_FORM;
    if (!num_is(text, 0, INT64_MAX, &length))
        return REFUSAL_BODY_LARGE; /* digits without an end */
    *out = (uint64_t)length;
    return REFUSAL_NONE;
}

static Refusal take_coding(Head *head)
{
    if (head->old) return REFUSAL_CODING_OLD;
    Str coding = http_first(&head->headers, STR("transfer-encoding"));
    head->chunked = str_is(coding, STR("chunked"));
    return head->chunked ? REFUSAL_NONE : REFUSAL_CODING;
}

static Refusal take_body(Head *head)
{
    bool sized = http_has(&head->headers, STR("content-length"));
    bool coded = http_has(&head->headers, STR("transfer-encoding"));
    Refusal why = REFUSAL_NONE;
    if (sized && coded) return REFUSAL_LENGTH_AND_CODING;
    if (sized) why = take_length(&head->headers, &head->length);
    if (coded) why = take_coding(head);
    if (why != REFUSAL_NONE) return why;
    bool body = head->chunked || head->length > 0;
    if (body && head->method == HTTP_GET) return REFUSAL_BODY_NOT_OURS;
    /* What is pressed we would have to believe before we can measure it. */
    if (http_has(&head->headers, STR("content-encoding")))
        return REFUSAL_BODY_NOT_OURS;
    return REFUSAL_NONE;
}

static Refusal take_expectation(Head *head)
{
    if (!http_has(&head->headers, STR("expect"))) return REFUSAL_NONE;
    if (head->old) return REFUSAL_NONE; /* such a client waits for nothing */
    Str what = http_first(&head->headers, STR("expect"));
    head->expects = token_same(what, STR("100-continue"));
    return head->expects ? REFUSAL_NONE : REFUSAL_EXPECT;
}

static bool says_close(const HttpPairs *headers)
{
    for (size_t i = 0; i < headers->count; i++) {
        if (str_is(headers->at[i].name, STR("connection")) &&
            token_listed(headers->at[i].value, STR("close")))
            return true;
    }
    return false;
}

Refusal framing_read(Head *head)
{
    Refusal why = check_singles(&head->headers);
    if (why == REFUSAL_NONE) why = check_host(head);
    if (why == REFUSAL_NONE) why = take_body(head);
    if (why == REFUSAL_NONE) why = take_expectation(head);
    head->closes = head->old || says_close(&head->headers);
    return why;
}
