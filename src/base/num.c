/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* number = ["-"] digit {digit} ; counted downwards, so that INT64_MIN fits. */
static bool read_whole(Str text, int64_t *out)
{
    bool minus = text.len > 0 && text.ptr[0] == '-';
    size_t at = minus ? 1 : 0;
    int64_t n = 0;
    if (at == text.len) return false;
    for (; at < text.len; at++) {
        if (!is_digit(text.ptr[at])) return false;
        if (__builtin_mul_overflow(n, (int64_t)10, &n)) return false;
        if (__builtin_sub_overflow(n, (int64_t)(text.ptr[at] - '0'), &n))
            return false;
    }
    if (!minus && __builtin_sub_overflow((int64_t)0, n, &n)) return false;
    *out = n;
    return true;
}

bool num_is(Str text, int64_t low, int64_t high, int64_t *out)
{
    int64_t n = 0;
    if (!read_whole(text, &n) || n < low || n > high) return false;
    *out = n;
    return true;
}

/* Only the head of a long text belongs in a sentence. */
static Str head(Str text)
{
    enum { SHOWN = 40 };
    return (Str){text.ptr, text.len < SHOWN ? text.len : SHOWN};
}

bool num_parse(Str text, int64_t low, int64_t high, int64_t *out, Err *err)
{
    int64_t n = 0;
    if (!read_whole(text, &n))
        return FAIL(err, ERR_INPUT, "'%.*s' is not a whole number",
                    STR_ARG(head(text)));
    if (n < low || n > high)
        return FAIL(err, ERR_INPUT, "%lld is not between %lld and %lld",
                    (long long)n, (long long)low, (long long)high);
    *out = n;
    return true;
}

/* share = digit {digit} [mark digit [digit]] */
bool num_hundredths(Str text, char mark, int64_t *out)
{
    size_t whole = 0;
    while (whole < text.len && text.ptr[whole] != mark)
        whole++;

    int64_t n = 0;
    Str before = {text.ptr, whole};
    if (!num_is(before, 0, INT64_MAX / 100 - 1, &n)) return false;
    if (before.ptr[0] == '-') return false;
    n *= 100;
    if (whole < text.len) {
        Str after = {text.ptr + whole + 1, text.len - whole - 1};
        int64_t part = 0;
        if (after.len > 2 || !num_is(after, 0, 99, &part)) return false;
        if (after.ptr[0] == '-') return false;
        n += after.len == 1 ? part * 10 : part;
    }
    *out = n;
    return true;
}
