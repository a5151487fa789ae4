/* SPDX-License-Identifier: Apache-2.0 */
#include "door/field.h"

#include "base/num.h"
#include "base/unseen.h"

#include <string.h>

enum { LINE_MOST = 200, TEXT_MOST = 4000, MANY_MOST = 2000 };

/* Names that the door itself reads: the form's token, the language, the
 * government and what was done before. */
static bool is_ours(Str name)
{
    static const char *const ours[] = {"kunci", "bahasa", "pemda", "sudah"};
    for (size_t i = 0; i < COUNT(ours); i++) {
        if (str_is(name, str_of(ours[i]))) return true;
    }
    return false;
}

/* ---- kinds ----------------------------------------------------------------
 */

static bool has_control(Str text, bool lines)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if ((c < 0x20 && !(lines && (c == '\n' || c == '\t'))) || c == 0x7f)
            return true;
    }
    return false;
}

static Str unix_lines(Arena *arena, Str text)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        bool pair =
            text.ptr[i] == '\r' && i + 1 < text.len && text.ptr[i + 1] == '\n';
        if (!pair) buf_char(&out, text.ptr[i]);
    }
    return buf_str(&out);
}

static bool is_month(Str text, Window *out)
{
    int64_t year = 0, month = 0;
    Date first, next;
    if (text.len != 7 || text.ptr[4] != '-' ||
        !num_is(str_slice(text, 0, 4), 1900, 2199, &year) ||
        !num_is(str_slice(text, 5, 7), 1, 12, &month) ||
        !date_of((int32_t)year, (int32_t)month, 1, &first))
        return false;
    bool last = month == 12;
    if (!date_of((int32_t)(year + last), last ? 1 : (int32_t)month + 1, 1,
                 &next))
        return false;
    *out = (Window){first, date_plus(next, -1)};
    return true;
}

static bool is_minute(Str text, int32_t *out)
{
    int64_t hour = 0, minute = 0;
    if (text.len != 5 || (text.ptr[2] != '.' && text.ptr[2] != ':') ||
        !num_is(str_slice(text, 0, 2), 0, 23, &hour) ||
        !num_is(str_slice(text, 3, 5), 0, 59, &minute))
        return false;
    *out = (int32_t)(hour * 60 + minute);
    return true;
}

static bool is_instant(Str text, Instant *out)
{
    int64_t ms = 0;
    if (!num_is(text, INT64_C(946684800000), INT64_C(7258118400000), &ms))
        return false;
    out->us = ms * 1000;
    return true;
}

/* Codes are as a register has them, blanks between words included. */
static bool is_code(Str text)
{
    static const char others[] = {'-', '_', '.', ':', '/', ' '};
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    (c >= '0' && c <= '9');
        if (!word && memchr(others, c, sizeof others) == NULL) return false;
    }
    return true;
}

static bool is_choice(const char *choices, Str text)
{
    Str rest = str_of(choices);
    for (Str one; str_next(&rest, '|', &one);) {
        if (str_is(one, text)) return true;
    }
    return false;
}

static bool is_number(const FieldRule *rule, Str text, int32_t *out)
{
    int64_t number = 0;
    int64_t most = rule->most > 0 ? (int64_t)rule->most : INT32_MAX;
    if (!num_is(text, rule->least, most, &number)) return false;
    *out = (int32_t)number;
    return true;
}

static bool is_of_kind(const FieldRule *rule, FieldValue *v)
{
    Err ignored = {0};
    switch (rule->kind) {
    case FIELD_LINE: return !has_control(v->text, false);
    case FIELD_TEXT: return !has_control(v->text, true);
    case FIELD_SECRET:
    case FIELD_FLAG:
    case FIELD_FILE: return true;
    case FIELD_DATE: return date_parse(v->text, &v->date, &ignored);
    case FIELD_MONTH: return is_month(v->text, &v->days);
    case FIELD_MINUTE: return is_minute(v->text, &v->minute);
    case FIELD_INSTANT: return is_instant(v->text, &v->at);
    case FIELD_NUMBER: return is_number(rule, v->text, &v->number);
    case FIELD_CODE: return is_code(v->text);
    case FIELD_ID: return fact_id_parse(v->text, &v->id);
    case FIELD_CHOICE: return is_choice(rule->choices, v->text);
    }
    return false;
}

/* ---- one field ------------------------------------------------------------
 */

static size_t most_of(const FieldRule *rule)
{
    if (rule->kind == FIELD_NUMBER) return LINE_MOST;
    if (rule->most > 0) return rule->most;
    return rule->kind == FIELD_TEXT ? TEXT_MOST : LINE_MOST;
}

/* What nobody sees comes along when a text is taken over from another program:
 * it goes, and whoever typed the rest is not asked to find it. */
static Str shaped(Arena *arena, const FieldRule *rule, Str text)
{
    if (rule->kind == FIELD_SECRET) return text;
    if (rule->kind == FIELD_TEXT) text = unix_lines(arena, text);
    text = unseen_without(arena, text);
    return str_trim(text);
}

static FieldFaultKind check_text(Arena *arena, const FieldRule *rule, Str text,
                                 FieldValue *out)
{
    out->text = shaped(arena, rule, text);
    out->given = out->text.len > 0;
    if (!out->given) return FIELD_FINE;
    if (out->text.len > most_of(rule)) return FIELD_LONG;
    return is_of_kind(rule, out) ? FIELD_FINE : FIELD_MALFORMED;
}

/* Where a field may come from: the address, the query of a GET, the form. */
typedef struct {
    Arena *arena;
    const HttpRequest *request;
    const HttpPairs *from[3];
} Source;

static Source source_of(Arena *arena, const HttpRequest *request,
                        const HttpPairs *path)
{
    bool posted = request->method == HTTP_POST || request->method == HTTP_PUT;
    return (Source){
        arena,
        request,
        {path, posted ? &request->form : &request->query, NULL}
    };
}

static FieldFaultKind check_many(const Source *s, const FieldRule *rule,
                                 FieldValue *out)
{
    VEC(Str) all = {0};
    FieldFaultKind fault = FIELD_FINE;
    for (size_t k = 0; k < COUNT(s->from) && s->from[k] != NULL; k++) {
        for (size_t i = 0; i < s->from[k]->count; i++) {
            FieldValue one = {0};
            if (!str_is(s->from[k]->at[i].name, str_of(rule->name))) continue;
            if (all.count == MANY_MOST) return FIELD_LONG;
            FieldFaultKind kind =
                check_text(s->arena, rule, s->from[k]->at[i].value, &one);
            if (kind != FIELD_FINE) fault = kind;
            if (one.given || rule->rows) VEC_PUSH(s->arena, &all, one.text);
            if (one.given && !out->given) *out = one;
        }
    }
    out->many = all.at;
    out->many_count = all.count;
    return fault;
}

static FieldFaultKind check_file(const Source *s, const FieldRule *rule,
                                 FieldValue *out)
{
    VEC(const HttpFile *) all = {0};
    for (size_t i = 0; i < s->request->file_count; i++) {
        const HttpFile *file = &s->request->files[i];
        if (!str_is(file->field, str_of(rule->name)) ||
            (file->body.len == 0 && !rule->hollow))
            continue;
        if (rule->most > 0 && file->body.len > rule->most) return FIELD_LONG;
        VEC_PUSH(s->arena, &all, file);
    }
    out->given = all.count > 0;
    out->file = out->given ? all.at[0] : NULL;
    out->files = all.at;
    out->file_count = all.count;
    return all.count > 1 && !rule->many ? FIELD_MALFORMED : FIELD_FINE;
}

static FieldFaultKind check_one(const Source *s, const FieldRule *rule,
                                FieldValue *out)
{
    FieldFaultKind fault = rule->kind == FIELD_FILE ? check_file(s, rule, out)
                                                    : check_many(s, rule, out);
    if (fault == FIELD_FINE && !rule->many && !rule->rows &&
        out->many_count > 1)
        return FIELD_MALFORMED;
    if (fault == FIELD_FINE && rule->needed && !out->given)
        return FIELD_MISSING;
    return fault;
}

/* ---- all of them ----------------------------------------------------------
 */

static bool is_declared(FieldRules rules, Str name)
{
    for (size_t i = 0; i < rules.count; i++) {
        if (str_is(str_of(rules.at[i].name), name)) return true;
    }
    return is_ours(name);
}

static void find_unknown(const Source *s, Fields *out)
{
    for (size_t k = 0; k < COUNT(s->from) && s->from[k] != NULL; k++) {
        for (size_t i = 0; i < s->from[k]->count; i++) {
            Str name = s->from[k]->at[i].name;
            if (!is_declared(out->rules, name))
                VEC_PUSH(s->arena, &out->faults,
                         ((FieldFault){FIELD_UNKNOWN, NULL, name}));
        }
    }
}

Fields field_check(Arena *arena, FieldRules rules, const HttpRequest *request,
                   const HttpPairs *path)
{
    Source s = source_of(arena, request, path);
    Fields out = {.rules = rules,
                  .values = NEW(arena, FieldValue, rules.count + 1)};
    for (size_t i = 0; i < rules.count; i++) {
        FieldFaultKind fault = check_one(&s, &rules.at[i], &out.values[i]);
        if (fault != FIELD_FINE)
            VEC_PUSH(
                arena, &out.faults,
                ((FieldFault){fault, &rules.at[i], str_of(rules.at[i].name)}));
    }
    find_unknown(&s, &out);
    return out;
}

const FieldValue *field_of(const Fields *fields, const char *name)
{
    for (size_t i = 0; i < fields->rules.count; i++) {
        if (strcmp(fields->rules.at[i].name, name) == 0)
            return &fields->values[i];
    }
    check_failed("a handler reads what its route declares", __FILE__, __LINE__);
}
