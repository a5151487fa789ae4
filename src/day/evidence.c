/* SPDX-License-Identifier: Apache-2.0 */
#include "day/evidence.h"

#include "base/buf.h"

enum { DIGITS = 64 };

static const Str mark = STR_INIT("berkas:");

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

bool evidence_is_name(Str name)
{
    static const Str endings[] = {STR_INIT(".jpg"), STR_INIT(".png"),
                                  STR_INIT(".pdf")};
    if (name.len != DIGITS + 4) return false;
    for (size_t i = 0; i < DIGITS; i++) {
        if (!is_hex(name.ptr[i])) return false;
    }
    for (size_t i = 0; i < COUNT(endings); i++) {
        if (str_ends(name, endings[i])) return true;
    }
    return false;
}

/* The file that stands first, if one does. */
static bool take_file(Str *rest, Str *name)
{
    if (!str_starts(*rest, mark)) return false;
    size_t end = str_find(*rest, STR(" "), 0);
    Str found = str_slice(*rest, mark.len, end);
    if (!evidence_is_name(found)) return false;
    *name = found;
    *rest = end == SIZE_MAX ? STR("") : str_slice(*rest, end + 1, rest->len);
    return true;
}

Evidence evidence_read(Str text)
{
    Evidence out = {.address = text};
    while (out.count < EVIDENCE_FILES &&
           take_file(&out.address, &out.files[out.count]))
        out.count++;
    return out;
}

Str evidence_text(Arena *arena, const Evidence *evidence)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < evidence->count; i++) {
        if (out.len > 0) buf_char(&out, ' ');
        buf_put(&out, mark);
        buf_put(&out, evidence->files[i]);
    }
    if (out.len > 0 && evidence->address.len > 0) buf_char(&out, ' ');
    buf_put(&out, evidence->address);
    return buf_str(&out);
}

bool evidence_names(Str text, Str name)
{
    Evidence all = evidence_read(text);
    for (size_t i = 0; i < all.count; i++) {
        if (str_is(all.files[i], name)) return true;
    }
    return false;
}
