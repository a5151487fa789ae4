/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"

#include <string.h>

Json json_in(Buf *out)
{
    return (Json){.out = out};
}

static void put_escaped(Buf *out, Str text)
{
    static const char hex[] = "0123456789abcdef";
    buf_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == '"' || c == '\\') {
            buf_char(out, '\\');
            buf_char(out, (char)text.ptr[i]);
        } else if (c < ' ' || c == '<' || c == 0x7f) {
            buf_format(out, "\\u00%c%c", hex[c >> 4], hex[c & 15]);
        } else {
            buf_char(out, text.ptr[i]);
        }
    }
    buf_char(out, '"');
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
    buf_c(json->out, json->filled[json->depth - 1] ? ",\n" : "\n");
    for (int i = 0; i < json->depth; i++)
        buf_char(json->out, ' ');
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
