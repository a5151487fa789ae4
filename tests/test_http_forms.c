/*
 * test_http_forms.c - queries, forms, files, cookies and bodies in chunks.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "http/body.h"
#include "http/forms.h"
#include "http/limit.h"
#include "http/multipart.h"
#include "http/parameter.h"

static Str pairs_text(Arena *arena, const HttpPairs *pairs)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < pairs->count; i++)
        buf_format(&out, "[%.*s|%.*s]", STR_ARG(pairs->at[i].name),
                   STR_ARG(pairs->at[i].value));
    return buf_str(&out);
}

static Str times(Arena *arena, const char *head, const char *each, size_t count,
                 const char *tail)
{
    Buf out = buf_in(arena);
    buf_c(&out, head);
    for (size_t i = 0; i < count; i++)
        buf_c(&out, each);
    buf_c(&out, tail);
    return buf_str(&out);
}

/* ---- fields -------------------------------------------------------------- */

static const struct {
    Str text;
    Refusal why;
    const char *pairs;
} fields[] = {
    {STR_INIT(""), REFUSAL_NONE, ""},
    {STR_INIT("a=1"), REFUSAL_NONE, "[a|1]"},
    {STR_INIT("a=1&b=2&a=3"), REFUSAL_NONE, "[a|1][b|2][a|3]"},
    {STR_INIT("a"), REFUSAL_NONE, "[a|]"},
    {STR_INIT("a="), REFUSAL_NONE, "[a|]"},
    {STR_INIT("a=b=c"), REFUSAL_NONE, "[a|b=c]"},
    {STR_INIT("a+b=c+d"), REFUSAL_NONE, "[a b|c d]"},
    {STR_INIT("a=%2B%26%3d%25"), REFUSAL_NONE, "[a|+&=%]"},
    {STR_INIT("a=%C3%A9"), REFUSAL_NONE, "[a|\xc3\xa9]"},
    {STR_INIT("a=\xc3\xa9"), REFUSAL_NONE, "[a|\xc3\xa9]"},
    {STR_INIT("a=1%0D%0A%092"), REFUSAL_NONE, "[a|1\r\n\t2]"},
    {STR_INIT("a=1;b=2"), REFUSAL_NONE, "[a|1;b=2]"},
    {STR_INIT("&"), REFUSAL_FORM, NULL},
    {STR_INIT("=1"), REFUSAL_FORM, NULL},
    {STR_INIT("a=1&&b=2"), REFUSAL_FORM, NULL},
    {STR_INIT("&a=1"), REFUSAL_FORM, NULL},
    {STR_INIT("a=%"), REFUSAL_FORM, NULL},
    {STR_INIT("a=%4"), REFUSAL_FORM, NULL},
    {STR_INIT("a=%4g"), REFUSAL_FORM, NULL},
    {STR_INIT("a=%u0041"), REFUSAL_FORM, NULL},
    {STR_INIT("%=a"), REFUSAL_FORM, NULL},
    {STR_INIT("a=%00"), REFUSAL_FORM, NULL},
    {STR_INIT("a=\0"), REFUSAL_FORM_TEXT, NULL},
    {STR_INIT("a=%01"), REFUSAL_FORM_TEXT, NULL},
    {STR_INIT("a=%7F"), REFUSAL_FORM_TEXT, NULL},
    {STR_INIT("a=%FF"), REFUSAL_FORM_TEXT, NULL},
    {STR_INIT("a=%C3"), REFUSAL_FORM_TEXT, NULL},
    {STR_INIT("a=%C0%AF"), REFUSAL_FORM_TEXT, NULL},
    {STR_INIT("a=%ED%A0%80"), REFUSAL_FORM_TEXT, NULL},
    {STR_INIT("%FF=a"), REFUSAL_FORM_TEXT, NULL},
};

FACT(fields_are_read_or_refused_as_a_whole)
{
    for (size_t i = 0; i < COUNT(fields); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        HttpPairs pairs = {0};
        ROW("%s", str_c(tmp, fields[i].text));
        EXPECT_INT(forms_fields(tmp, fields[i].text, &pairs), fields[i].why);
        if (fields[i].why == REFUSAL_NONE)
            EXPECT_STR(pairs_text(tmp, &pairs), fields[i].pairs);
    }
}

FACT(fields_have_limits_to_the_byte)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    HttpPairs pairs = {0};
    EXPECT_INT(
        forms_fields(tmp, times(tmp, "a", "&a", LIMIT_FIELDS - 1, ""), &pairs),
        REFUSAL_NONE);
    EXPECT_INT((int64_t)pairs.count, LIMIT_FIELDS);
    EXPECT_INT(
        forms_fields(tmp, times(tmp, "a", "&a", LIMIT_FIELDS, ""), &pairs),
        REFUSAL_FORM_LARGE);
    EXPECT_INT(
        forms_fields(tmp, times(tmp, "a=", "b", LIMIT_VALUE, ""), &pairs),
        REFUSAL_NONE);
    EXPECT_INT(
        forms_fields(tmp, times(tmp, "a=", "b", LIMIT_VALUE + 1, ""), &pairs),
        REFUSAL_FORM_LARGE);
    /* It is the text that counts, not how it was written. */
    EXPECT_INT(
        forms_fields(tmp, times(tmp, "a=", "%62", LIMIT_VALUE, ""), &pairs),
        REFUSAL_NONE);
}

/* ---- cookies ------------------------------------------------------------- */

FACT(cookies_that_are_well_formed_are_kept)
{
    static const struct {
        const char *header, *pairs;
    } cases[] = {
        {"a=1", "[a|1]"},
        {"a=1; b=2", "[a|1][b|2]"},
        {"a=1;b=2", "[a|1][b|2]"},
        {"__Host-s=abc+/=", "[__Host-s|abc+/=]"},
        {"a=", "[a|]"},
        {"a=1; b c=2; d=3", "[a|1][d|3]"},
        {"a=1; b=x y; d=3", "[a|1][d|3]"},
        {"a=1; b; d=3", "[a|1][d|3]"},
        {"a=1; b=\"2\"; d=3", "[a|1][d|3]"},
        {"a=1; =2; d=3", "[a|1][d|3]"},
        {"a=1; b={\"x\":1,\"y\":2}; d=3", "[a|1][d|3]"},
        {"a=1; b=\xc3\xa9; d=3", "[a|1][d|3]"},
        {";;;", ""},
        {"", ""},
        {"a=1; a=2", "[a|1][a|2]"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        HttpPair header = {STR("cookie"), str_of(cases[i].header)};
        HttpPairs cookies = {0};
        ROW("%s", cases[i].header);
        EXPECT_INT(forms_cookies(tmp, &(HttpPairs){&header, 1}, &cookies),
                   REFUSAL_NONE);
        EXPECT_STR(pairs_text(tmp, &cookies), cases[i].pairs);
    }
}

/* ---- parameters ---------------------------------------------------------- */

FACT(a_parameter_is_found_by_its_name)
{
    static const struct {
        const char *value;
        int holds; /* the value is of the form */
        const char *found;
    } cases[] = {
        {"form-data; name=\"a\"", 1, "a"},
        {"form-data; NAME=a", 1, "a"},
        {"form-data;name=a ;x=y", 1, "a"},
        {"form-data; x=\"name=b\"; name=a", 1, "a"},
        {"form-data; x=\"; name=b\"; name=a", 1, "a"},
        {"form-data; name=\"a; b\"", 1, "a; b"},
        {"form-data; name=\"a\\\"", 1, "a\\"},
        {"form-data; name=\"\"", 1, ""},
        {"form-data", 1, NULL},
        {"form-data; x=y", 1, NULL},
        {"form-data; name=a; name=b", 0, NULL},
        {"form-data; name=\"a", 0, NULL},
        {"form-data; name=\"a\"b", 0, NULL},
        {"form-data; name=", 0, NULL},
        {"form-data; name", 0, NULL},
        {"form-data; name =a", 0, NULL},
        {"form-data;", 0, NULL},
        {"form-data; =a", 0, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str found = {0};
        bool there = false;
        ROW("%s", cases[i].value);
        bool holds =
            parameter_find(str_of(cases[i].value), STR("name"), &found, &there);
        EXPECT_INT(holds, cases[i].holds);
        EXPECT_INT(there, cases[i].found != NULL);
        if (there) EXPECT_STR(found, cases[i].found);
    }
}

/* ---- multipart ----------------------------------------------------------- */

#define TYPE     "multipart/form-data; boundary=X"
#define FIELD(n) "Content-Disposition: form-data; name=\"" n "\"\r\n\r\n"
#define FILE_(n, f)                                                          \
    "Content-Disposition: form-data; name=\"" n "\"; filename=\"" f "\"\r\n" \
    "Content-Type: text/csv\r\n\r\n"

static const struct {
    const char *type;
    Str body;
    Refusal why;
    const char *shown; /* fields in [], files in () */
} forms[] = {
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "1\r\n--X--\r\n"), REFUSAL_NONE,
     "[a|1]"},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "1\r\n--X--"), REFUSAL_NONE, "[a|1]"},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "\r\n--X--"), REFUSAL_NONE, "[a|]"},
    {TYPE,
     STR_INIT("--X\r\n" FIELD("a") "1\r\n--X\r\n" FIELD("b") "2\r\n3\r\n--X--"),
     REFUSAL_NONE, "[a|1][b|2\r\n3]"},
    {TYPE, STR_INIT("--X\r\n" FILE_("f", "a.csv") "x\0y\r\n--X--"),
     REFUSAL_NONE, "(f|a.csv|text/csv|3)"},
    {TYPE,
     STR_INIT(
         "--X\r\n" FIELD("a") "1\r\n--X\r\n" FILE_("f", "b") "\xff\r\n--X--"),
     REFUSAL_NONE, "[a|1](f|b|text/csv|1)"},
    {TYPE, STR_INIT("--X\r\n" FILE_("f", "") "\r\n--X--"), REFUSAL_NONE, ""},
    {TYPE, STR_INIT("--X\r\n" FILE_("f", "") "x\r\n--X--"), REFUSAL_NONE,
     "(f||text/csv|1)"},
    {TYPE, STR_INIT("--X\r\n" FILE_("f", "C:\\a.csv") "x\r\n--X--"),
     REFUSAL_NONE, "(f|C:\\a.csv|text/csv|1)"},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "1\r\n-X\r\n--\r\n--X--"),
     REFUSAL_NONE, "[a|1\r\n-X\r\n--]"},
    {TYPE,
     STR_INIT("--X\r\nX-Own: y\r\ncontent-disposition:form-data;name=a\r\n\r\n"
              "1\r\n--X--"),
     REFUSAL_NONE, "[a|1]"},
    {"multipart/form-data; charset=utf-8; boundary=\"a b\"",
     STR_INIT("--a b--"), REFUSAL_FORM, NULL},
    {"multipart/form-data; boundary=\"a:b\"; charset=utf-8",
     STR_INIT("--a:b--"), REFUSAL_NONE, ""},
    {TYPE, STR_INIT("--X--"), REFUSAL_NONE, ""},

    {TYPE, STR_INIT(""), REFUSAL_FORM, NULL},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "1"), REFUSAL_FORM, NULL},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "1\r\n--X"), REFUSAL_FORM, NULL},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "1\r\n--X-"), REFUSAL_FORM, NULL},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "1\r\n--XY\r\n--X--"), REFUSAL_FORM,
     NULL},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "1\r\n--X--\r\nmore"), REFUSAL_FORM,
     NULL},
    {TYPE, STR_INIT("before\r\n--X\r\n" FIELD("a") "1\r\n--X--"), REFUSAL_FORM,
     NULL},
    {TYPE, STR_INIT("--X\n" FIELD("a") "1\r\n--X--"), REFUSAL_FORM, NULL},
    {TYPE, STR_INIT("--X\r\n\r\n1\r\n--X--"), REFUSAL_FORM, NULL},
    {TYPE, STR_INIT("--X\r\nContent-Type: a/b\r\n\r\n1\r\n--X--"), REFUSAL_FORM,
     NULL},
    {TYPE, STR_INIT("--X\r\nContent-Disposition: form-data\r\n\r\n1\r\n--X--"),
     REFUSAL_FORM, NULL},
    {TYPE, STR_INIT("--X\r\n" FIELD("") "1\r\n--X--"), REFUSAL_FORM, NULL},
    {TYPE,
     STR_INIT("--X\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n"
              "--X--"),
     REFUSAL_FORM, NULL},
    {TYPE,
     STR_INIT("--X\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n"
              "1\r\n--X--"),
     REFUSAL_FORM, NULL},
    {TYPE,
     STR_INIT("--X\r\nContent-Disposition: form-data; name=a\r\n"
              "Content-Disposition: form-data; name=b\r\n\r\n1\r\n--X--"),
     REFUSAL_FORM, NULL},
    {TYPE,
     STR_INIT("--X\r\nContent-Disposition : form-data; name=a\r\n\r\n"
              "1\r\n--X--"),
     REFUSAL_FORM, NULL},
    {TYPE,
     STR_INIT("--X\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\n"
              "1\r\n--X--"),
     REFUSAL_FORM, NULL},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "\xff\r\n--X--"), REFUSAL_FORM_TEXT,
     NULL},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "\0\r\n--X--"), REFUSAL_FORM_TEXT,
     NULL},
    {TYPE, STR_INIT("--X\r\n" FIELD("a") "\x1b\r\n--X--"), REFUSAL_FORM_TEXT,
     NULL},
    {"multipart/form-data", STR_INIT("--X--"), REFUSAL_FORM, NULL},
    {"multipart/form-data; boundary=", STR_INIT("----"), REFUSAL_FORM, NULL},
    {"multipart/form-data; boundary=\"\"", STR_INIT("----"), REFUSAL_FORM,
     NULL},
    {"multipart/form-data; boundary=X; boundary=Y", STR_INIT("--X--"),
     REFUSAL_FORM, NULL},
};

static Str form_text(Arena *arena, const MultipartForm *form)
{
    Buf out = buf_in(arena);
    buf_put(&out, pairs_text(arena, &form->fields));
    for (size_t i = 0; i < form->file_count; i++)
        buf_format(&out, "(%.*s|%.*s|%.*s|%zu)", STR_ARG(form->files[i].field),
                   STR_ARG(form->files[i].name), STR_ARG(form->files[i].type),
                   form->files[i].body.len);
    return buf_str(&out);
}

FACT(a_form_with_files_is_read_or_refused_as_a_whole)
{
    for (size_t i = 0; i < COUNT(forms); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        MultipartForm form = {0};
        ROW("%s %s", forms[i].type, str_c(tmp, forms[i].body));
        EXPECT_INT(
            multipart_read(tmp, str_of(forms[i].type), forms[i].body, &form),
            forms[i].why);
        if (forms[i].why == REFUSAL_NONE)
            EXPECT_STR(form_text(tmp, &form), forms[i].shown);
    }
}

static Refusal read_form(Arena *tmp, Str body)
{
    MultipartForm form = {0};
    return multipart_read(tmp, STR(TYPE), body, &form);
}

FACT(a_form_with_files_has_limits_to_the_byte)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    static const char one[] = "\r\n--X\r\n" FIELD("a") "1";
    static const char file[] = "\r\n--X\r\n" FILE_("f", "a") "1";
    static const char first[] = "--X\r\n" FIELD("a");
    static const char upload[] = "--X\r\n" FILE_("f", "a");
    static const char end[] = "\r\n--X--";
    EXPECT_INT(read_form(tmp, times(tmp, first, one, LIMIT_FIELDS - 1, end)),
               REFUSAL_NONE);
    EXPECT_INT(read_form(tmp, times(tmp, first, one, LIMIT_FIELDS, end)),
               REFUSAL_FORM_LARGE);
    EXPECT_INT(read_form(tmp, times(tmp, upload, file, LIMIT_FILES, end)),
               REFUSAL_FORM_LARGE);
    EXPECT_INT(read_form(tmp, times(tmp, first, "v", LIMIT_VALUE, end)),
               REFUSAL_NONE);
    EXPECT_INT(read_form(tmp, times(tmp, first, "v", LIMIT_VALUE + 1, end)),
               REFUSAL_FORM_LARGE);
    EXPECT_INT(read_form(tmp, times(tmp, upload, "v", LIMIT_FILE, end)),
               REFUSAL_NONE);
    EXPECT_INT(read_form(tmp, times(tmp, upload, "v", LIMIT_FILE + 1, end)),
               REFUSAL_FORM_LARGE);
}

/* ---- bodies -------------------------------------------------------------- */

/* However the bytes are cut, the body is the same, and what is behind it is
 * left alone. */
FACT(a_body_is_the_same_however_it_arrives)
{
    static const Str sent =
        STR_INIT("5\r\nhello\r\n1\r\n,\r\n0007\r\n world\n\r\n0\r\n\r\nnext");
    for (size_t cut = 1; cut <= sent.len; cut++) {
        ROW("pieces of %zu", cut);
        Head head = {.chunked = true};
        Body body = {0};
        size_t left = 0;
        EXPECT_INT(body_begin(&body, &head, 100), REFUSAL_NONE);
        for (size_t at = 0; at < sent.len; at += cut) {
            Str piece = str_slice(sent, at, at + cut);
            EXPECT_INT(body_feed(&body, &piece), REFUSAL_NONE);
            left += piece.len;
        }
        EXPECT(body.whole);
        EXPECT_STR(body_str(&body), "hello, world\n");
        EXPECT_INT((int64_t)left, 4);
        body_done(&body);
    }
}

FACT(a_body_takes_no_more_memory_than_came)
{
    Head head = {.length = 20 << 20};
    Body body = {0};
    Str piece = STR("abc");
    EXPECT_INT(body_begin(&body, &head, 25 << 20), REFUSAL_NONE);
    EXPECT_INT(body_feed(&body, &piece), REFUSAL_NONE);
    EXPECT(!body.whole && body.len == 3 && body.room < 8192);
    body_done(&body);
}
