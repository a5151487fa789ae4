/* SPDX-License-Identifier: Apache-2.0 */
#include "http/percent.h"

int percent_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that "%hh" at `at` stands for, or -1. */
static int take_byte(Str text, size_t at)
{
    if (text.len - at < 3) return -1;
    int high = percent_digit(text.ptr[at + 1]);
    int low = percent_digit(text.ptr[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool percent_decode(Str text, bool plus, char *out, size_t *len)
{
    size_t n = 0;
    for (size_t at = 0; at < text.len; at++) {
        char c = text.ptr[at];
        if (c == '+' && plus) c = ' ';
        if (c == '%') {
            int byte = take_byte(text, at);
            if (byte <= 0) return false;
            c = (char)(unsigned char)byte;
            at += 2;
        }
        out[n++] = c;
    }
    *len = n;
    return true;
}
