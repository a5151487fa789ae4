/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clean_png.c - a PNG (ISO 15948) with the chunks of its picture alone.
 *
 *     png    = signature IHDR *chunk IEND
 *     chunk  = length(4) type(4) bytes check(4)
 *
 * Checks are left to whoever decodes it; nothing here unfolds a byte.
 */
#include "app/clean_file.h"
#include "base/buf.h"

enum { SIGNATURE_LENGTH = 8, AROUND = 12, HEAD_LENGTH = 13 };

typedef struct {
    Str rest;
    Str type, whole;
    bool drawn;
    Buf out;
} Walk;

static uint32_t number_at(Str bytes, size_t at)
{
    uint32_t out = 0;
    for (size_t i = 0; i < 4; i++)
        out = out << 8 | (unsigned char)bytes.ptr[at + i];
    return out;
}

static bool take_chunk(Walk *w)
{
    if (w->rest.len < AROUND) return false;
    size_t length = number_at(w->rest, 0);
    if (length > w->rest.len - AROUND) return false;
    w->type = str_slice(w->rest, 4, 8);
    w->whole = str_slice(w->rest, 0, length + AROUND);
    w->rest = str_slice(w->rest, length + AROUND, w->rest.len);
    return true;
}

static bool is_kept(Str type)
{
    static const char kept[][5] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                   "gAMA", "cHRM", "sRGB", "sBIT", "pHYs"};
    for (size_t i = 0; i < COUNT(kept); i++) {
        if (str_is(type, str_of(kept[i]))) return true;
    }
    return false;
}

static bool take_head(Walk *w)
{
    if (!take_chunk(w) || !str_is(w->type, STR("IHDR")) ||
        w->whole.len != HEAD_LENGTH + AROUND)
        return false;
    buf_put(&w->out, w->whole);
    return number_at(w->whole, 8) > 0 && number_at(w->whole, 12) > 0;
}

/* What stands behind its end goes. */
bool clean_png(Arena *arena, Str bytes, Str *out)
{
    Str signature = str_slice(bytes, 0, SIGNATURE_LENGTH);
    Walk w = {.rest = str_slice(bytes, SIGNATURE_LENGTH, bytes.len),
              .out = buf_in(arena)};
    buf_put(&w.out, signature);
    if (signature.len < SIGNATURE_LENGTH || !take_head(&w)) return false;
    while (!str_is(w.type, STR("IEND"))) {
        if (!take_chunk(&w) || str_is(w.type, STR("IHDR"))) return false;
        w.drawn |= str_is(w.type, STR("IDAT"));
        if (is_kept(w.type)) buf_put(&w.out, w.whole);
    }
    *out = buf_str(&w.out);
    return w.drawn;
}
