/* SPDX-License-Identifier: Apache-2.0 */
#include "door/address.h"

static bool is_plain(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
           c == '~';
}

Str address_part(Arena *arena, Str text)
{
    static const char digits[] = "0123456789ABCDEF";
    Buf out = buf_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (is_plain(c)) {
            buf_char(&out, (char)c);
            continue;
        }
        buf_char(&out, '%');
        buf_char(&out, digits[c >> 4]);
        buf_char(&out, digits[c & 15]);
    }
    return buf_str(&out);
}

Str address_back(Str path)
{
    bool ours = str_starts(path, STR("/")) && !str_starts(path, STR("//")) &&
                str_find(path, STR("\\"), 0) == SIZE_MAX;
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        if (c <= 0x20 || c >= 0x7f) ours = false;
    }
    return ours ? path : STR("/");
}
