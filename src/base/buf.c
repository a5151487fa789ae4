/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_ROOM = 256, LIMIT = 1 << 30 };

Buf buf_in(Arena *arena)
{
    return (Buf){.arena = arena, .limit = LIMIT};
}

/* Make room for `more` bytes; false, and failed for good, past the limit. */
static bool reserve(Buf *buf, size_t more)
{
    if (buf->failed || more > buf->limit - buf->len) {
        buf->failed = true;
        return false;
    }
    if (more <= buf->room - buf->len) return true;
    size_t room = buf->room == 0 ? FIRST_ROOM : buf->room * 2;
    if (room < buf->len + more) room = buf->len + more;
    char *moved = NEW(buf->arena, char, room);
    if (buf->len > 0) memcpy(moved, buf->ptr, buf->len);
    buf->ptr = moved;
    buf->room = room;
    return true;
}

void buf_put(Buf *buf, Str text)
{
    if (!reserve(buf, text.len) || text.len == 0) return;
    memcpy(buf->ptr + buf->len, text.ptr, text.len);
    buf->len += text.len;
}

void buf_c(Buf *buf, const char *c_string)
{
    buf_put(buf, str_of(c_string));
}

void buf_char(Buf *buf, char c)
{
    if (!reserve(buf, 1)) return;
    buf->ptr[buf->len++] = c;
}

void buf_format(Buf *buf, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int want = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    CHECK(want >= 0);
    size_t bytes = (size_t)want + 1; /* vsnprintf ends with a NUL */
    if (!reserve(buf, bytes)) return;
    va_start(ap, fmt);
    int made = vsnprintf(buf->ptr + buf->len, bytes, fmt, ap);
    va_end(ap);
    CHECK(made == want);
    buf->len += bytes - 1;
}

void buf_number(Buf *buf, int64_t n)
{
    char digits[20];
    size_t at = sizeof digits;
    uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (n < 0) digits[--at] = '-';
    buf_put(buf, (Str){digits + at, sizeof digits - at});
}

bool buf_ok(const Buf *buf)
{
    return !buf->failed;
}

Str buf_str(const Buf *buf)
{
    return (Str){buf->len == 0 ? "" : buf->ptr, buf->len};
}
