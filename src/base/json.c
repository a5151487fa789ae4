/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"

#include <string.h>

Json json_in(Buf *out)
{
    return (Json){.out = out};
}

Json json_in_a_line(Buf *out)
{
    return (Json){.out = out, .narrow = true};
}

static bool is_plain(char c)
{
    return (unsigned char)c >= ' ' && c != '"' && c != '\\' && c != '<' &&
           c != 0x7f;
}

static void put_escape(Buf *out, char c)
{
    static const char hex[] = "0123456789abcdef";
    unsigned char byte = (unsigned char)c;
    buf_char(out, '\\');
    if (c == '"' || c == '\\') {
        buf_char(out, c);
        return;
    }
    buf_c(out, "u00");
    buf_char(out, hex[byte >> 4]);
    buf_char(out, hex[byte & 15]);
}

/* What stands for itself is copied in runs. */
static void put_escaped(Buf *out, Str text)
{
    size_t from = 0;
    buf_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (is_plain(text.ptr[i])) continue;
        buf_put(out, str_slice(text, from, i));
        put_escape(out, text.ptr[i]);
        from = i + 1;
    }
    buf_put(out, str_slice(text, from, text.len));
    buf_char(out, '"');
}

/* A line for each member, or a blank. */
static void put_gap(const Json *json)
{
    if (json->filled[json->depth - 1]) buf_char(json->out, ',');
    if (!json->narrow) buf_char(json->out, '\n');
    for (int i = 0; i < (json->narrow ? 1 : json->depth); i++)
        buf_char(json->out, ' ');
}

/* What stands before a value: comma, line, name.  False: none fits here. */
static bool begin(Json *json, const char *name)
{
    bool outside = json->depth == 0;
    bool in_object = !outside && json->open[json->depth - 1] == '{';
    if (json->wrong || in_object != (name != NULL) ||
        (outside && json->begun)) {
        json->wrong = true;
        return false;
    }
    json->begun = true;
    if (outside) return true;
    put_gap(json);
    json->filled[json->depth - 1] = true;
    if (name == NULL) return true;
    put_escaped(json->out, str_of(name));
    buf_c(json->out, ": ");
    return true;
}

void json_open(Json *json, const char *name, char how)
{
    CHECK(how == '{' || how == '[');
    if (json->depth == JSON_DEPTH) json->wrong = true;
    if (!begin(json, name)) return;
    buf_char(json->out, how);
    json->open[json->depth] = how;
    json->filled[json->depth] = false;
    json->depth++;
}

void json_close(Json *json)
{
    if (json->depth == 0) json->wrong = true;
    if (json->wrong) return;
    json->depth--;
    buf_char(json->out, json->open[json->depth] == '{' ? '}' : ']');
    if (json->depth == 0) buf_char(json->out, '\n');
}

void json_text(Json *json, const char *name, Str text)
{
    if (str_utf8_fault(text) != SIZE_MAX) json->wrong = true;
    if (begin(json, name)) put_escaped(json->out, text);
}

void json_number(Json *json, const char *name, int64_t number)
{
    if (begin(json, name)) buf_number(json->out, number);
}

void json_truth(Json *json, const char *name, bool truth)
{
    if (begin(json, name)) buf_c(json->out, truth ? "true" : "false");
}

void json_none(Json *json, const char *name)
{
    if (begin(json, name)) buf_c(json->out, "null");
}

bool json_done(const Json *json)
{
    return json->begun && !json->wrong && json->depth == 0 && buf_ok(json->out);
}

bool json_is_deeper(Str text, int most)
{
    int depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (quoted && c == '\\') i++;
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if ((c == '{' || c == '[') && ++depth > most) return true;
        if (c == '}' || c == ']') depth--;
    }
    return false;
}
