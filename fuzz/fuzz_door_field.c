/*
 * fuzz_door_field.c - hostile bytes as fields behind the door: a query, a form
 * with files, cookies, a way back; refused, found at fault or checked, never a
 * crash; and what was found right is right, looked at a second time.
 *
 * The first byte says which: 'q' query, 'm' form with files, 'c' cookies (a
 * second byte: over TLS), 'b' a way back.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "door/address.h"
#include "door/cookie.h"
#include "door/field.h"
#include "http/forms.h"
#include "http/limit.h"
#include "http/multipart.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { LINE_MOST = 20, FILE_MOST = 64, LEAST = 3, MOST = 99 };

static const FieldRule rules[] = {
    {"baris",   "", FIELD_LINE,    true,  false, 0,     LINE_MOST, NULL,       false, false},
    {"teks",    "", FIELD_TEXT,    false, false, 0,     40,        NULL,       false, false},
    {"sandi",   "", FIELD_SECRET,  false, false, 0,     40,        NULL,       false, false},
    {"tanggal", "", FIELD_DATE,    false, false, 0,     0,         NULL,       false, false},
    {"bulan",   "", FIELD_MONTH,   false, false, 0,     0,         NULL,       false, false},
    {"jam",     "", FIELD_MINUTE,  false, false, 0,     0,         NULL,       false, false},
    {"saat",    "", FIELD_INSTANT, false, false, 0,     0,         NULL,       false, false},
    {"angka",   "", FIELD_NUMBER,  false, false, LEAST, MOST,      NULL,       false, false},
    {"orang",   "", FIELD_CODE,    false, true,  0,     10,        NULL,       false, false},
    {"id",      "", FIELD_ID,      false, false, 0,     0,         NULL,       false, false},
    {"pilih",   "", FIELD_CHOICE,  false, false, 0,     0,         "satu|dua", false, false},
    {"ya",      "", FIELD_FLAG,    false, false, 0,     0,         NULL,       false, false},
    {"berkas",  "", FIELD_FILE,    false, true,  0,     FILE_MOST, NULL,       false, false},
};

/* ---- looked at a second time ---------------------------------------------
 */

static bool is_plain(Str text, bool lines)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if ((c < 0x20 && !(lines && (c == '\n' || c == '\t'))) || c == 0x7f)
            return false;
    }
    return true;
}

static void check_window(Window days)
{
    Civil first = date_civil(days.first);
    Civil last = date_civil(days.last);
    CHECK(first.day == 1 && first.month == last.month);
    CHECK(date_civil(date_plus(days.last, 1)).day == 1);
}

static void check_code(Str text)
{
    CHECK(text.len > 0 && text.len <= 10);
    for (size_t i = 0; i < text.len; i++)
        CHECK(text.ptr[i] != '\0' &&
              strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                     "0123456789-_.:/ ",
                     text.ptr[i]) != NULL);
}

static void check_value(const FieldRule *rule, const FieldValue *value)
{
    switch (rule->kind) {
    case FIELD_LINE:
        CHECK(value->text.len <= LINE_MOST && is_plain(value->text, false));
        break;
    case FIELD_TEXT:
        CHECK(value->text.len <= 40 && is_plain(value->text, true));
        break;
    case FIELD_SECRET: CHECK(value->text.len <= 40); break;
    case FIELD_DATE: CHECK(date_civil(value->date).year > 0); break;
    case FIELD_MONTH: check_window(value->days); break;
    case FIELD_MINUTE:
        CHECK(value->minute >= 0 && value->minute < 24 * 60);
        break;
    case FIELD_INSTANT: CHECK(value->at.us >= 0); break;
    case FIELD_NUMBER:
        CHECK(value->number >= LEAST && value->number <= MOST);
        break;
    case FIELD_CODE:
        for (size_t i = 0; i < value->many_count; i++)
            check_code(value->many[i]);
        break;
    case FIELD_ID: break;
    case FIELD_CHOICE:
        CHECK(str_is(value->text, STR("satu")) ||
              str_is(value->text, STR("dua")));
        break;
    case FIELD_FLAG: break;
    case FIELD_FILE:
        for (size_t i = 0; i < value->file_count; i++)
            CHECK(value->files[i]->body.len <= FILE_MOST);
        break;
    }
}

static bool is_at_fault(const Fields *fields, const FieldRule *rule)
{
    for (size_t i = 0; i < fields->faults.count; i++) {
        const FieldFault *fault = &fields->faults.at[i];
        CHECK((fault->rule == NULL) == (fault->kind == FIELD_UNKNOWN));
        if (fault->rule == rule) return true;
    }
    return false;
}

static void check_fields(Arena *tmp, const HttpRequest *request)
{
    static const HttpPairs none = {0};
    FieldRules all = {rules, sizeof rules / sizeof rules[0]};
    Fields fields = field_check(tmp, all, request, &none);
    for (size_t i = 0; i < all.count; i++) {
        const FieldRule *rule = &rules[i];
        const FieldValue *value = field_of(&fields, rule->name);
        bool fault = is_at_fault(&fields, rule);
        if (rule->needed) CHECK(fault || value->given);
        if (!fault && value->given) check_value(rule, value);
    }
}

/* ---- what came ------------------------------------------------------------
 */

static void try_query(Arena *tmp, Str text)
{
    HttpRequest request = {.arena = tmp, .method = HTTP_GET};
    if (forms_fields(tmp, text, &request.query) == REFUSAL_NONE)
        check_fields(tmp, &request);
}

static void try_form(Arena *tmp, Str text)
{
    MultipartForm form = {0};
    HttpRequest request = {.arena = tmp, .method = HTTP_POST};
    Str type = STR("multipart/form-data; boundary=X");
    if (multipart_read(tmp, type, text, &form) != REFUSAL_NONE) return;
    request.form = form.fields;
    request.files = form.files;
    request.file_count = form.file_count;
    check_fields(tmp, &request);
}

static void try_cookies(Arena *tmp, Str text)
{
    HttpRequest request = {.arena = tmp, .secure = str_starts(text, STR("s"))};
    HttpPair header = {STR("cookie"), str_slice(text, 1, text.len)};
    if (forms_cookies(tmp, &(HttpPairs){&header, 1}, &request.cookies) !=
        REFUSAL_NONE)
        return;
    Str session = cookie_session(&request);
    CHECK(session.len <= header.value.len);
    CHECK(is_plain(session, false));
    CHECK(is_plain(cookie_language_of(&request), false));
}

static void try_back(Str text)
{
    Str back = address_back(text);
    CHECK(back.len > 0 && back.ptr[0] == '/' && is_plain(back, false));
    CHECK(http_path_is_ours(back));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    if (size == 0) return 0;
    Str text = {(const char *)bytes + 1, size - 1};
    switch (bytes[0]) {
    case 'q': try_query(tmp, text); break;
    case 'm': try_form(tmp, text); break;
    case 'c': try_cookies(tmp, text); break;
    case 'b': try_back(text); break;
    default: break;
    }
    return 0;
}
