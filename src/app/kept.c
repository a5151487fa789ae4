/* SPDX-License-Identifier: Apache-2.0 */
#include "app/kept.h"

#include "base/num.h"

Str kept_text(const Kept *kept, const char *name)
{
    Str rest = kept->body;
    Str line;
    Str head = str_of(name);
    while (str_next(&rest, '\n', &line)) {
        if (str_starts(line, head) && line.len > head.len &&
            line.ptr[head.len] == '=')
            return str_slice(line, head.len + 1, line.len);
    }
    return STR("");
}

int64_t kept_number(Kept *kept, const char *name)
{
    int64_t number = 0;
    Str text = kept_text(kept, name);
    if (text.len > 0 && !num_is(text, INT64_MIN, INT64_MAX, &number))
        kept->bad = true;
    return number;
}

Instant kept_instant(Kept *kept, const char *name)
{
    return (Instant){kept_number(kept, name)};
}

void kept_put_text(Buf *out, const char *name, Str value)
{
    CHECK(str_find(value, STR("\n"), 0) == SIZE_MAX);
    if (value.len > 0) buf_format(out, "%s=%.*s\n", name, STR_ARG(value));
}

void kept_put_number(Buf *out, const char *name, int64_t value)
{
    if (value != 0) buf_format(out, "%s=%lld\n", name, (long long)value);
}
