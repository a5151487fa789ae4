/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/say.h"

#include <stdio.h>

void say_list(Buf *out, const char *fmt, va_list list)
{
    va_list again;
    va_copy(again, list);
    int len = vsnprintf(NULL, 0, fmt, again);
    va_end(again);
    if (len <= 0) return;
    char *text = NEW(out->arena, char, (size_t)len + 1);
    (void)vsnprintf(text, (size_t)len + 1, fmt, list);
    buf_put(out, (Str){text, (size_t)len});
}

#define PUT(out, lang, id, en)                                  \
    do {                                                        \
        va_list list;                                           \
        va_start(list, en);                                     \
        say_list((out), (lang) == LANG_EN ? (en) : (id), list); \
        va_end(list);                                           \
    } while (0)

void say_format(Buf *out, Lang lang, const char *id, const char *en, ...)
{
    PUT(out, lang, id, en);
}

Str say_text(Arena *arena, Lang lang, const char *id, const char *en, ...)
{
    Buf out = buf_in(arena);
    PUT(&out, lang, id, en);
    return buf_str(&out);
}

void say_rule(Buf *out, Lang lang, Str cite)
{
    size_t mark = str_find(cite, STR("#"), 0);
    Str rest = mark == SIZE_MAX ? cite : str_slice(cite, mark + 1, cite.len);
    size_t open = str_find(rest, STR("("), 0);
    say_format(out, lang, "Aturan %.*s", "Rule %.*s",
               STR_ARG(str_slice(rest, 0, open)));
    if (open == SIZE_MAX) return;
    buf_char(out, ' ');
    buf_put(out, str_slice(rest, open, rest.len));
}

void say_number(Buf *out, Lang lang, int64_t number)
{
    char digits[24];
    int64_t size = number < 0 ? -number : number;
    int len = snprintf(digits, sizeof digits, "%lld", (long long)size);
    if (number < 0) buf_c(out, "-");
    for (int i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0)
            buf_char(out, lang == LANG_EN ? ',' : '.');
        buf_char(out, digits[i]);
    }
}

void say_tenths(Buf *out, Lang lang, int64_t tenths)
{
    say_number(out, lang, tenths / 10);
    if (tenths % 10 == 0) return;
    buf_char(out, lang == LANG_EN ? '.' : ',');
    buf_number(out, tenths % 10);
}
