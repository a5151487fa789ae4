/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clean_jpeg.c - a JPEG (ITU T.81, annex B) without what it says beside the
 * picture.
 *
 *     jpeg     = FF D8 *( segment / scan ) FF D9
 *     segment  = 1*FF marker length bytes      length counts its own two
 *     scan     = segment of SOS, then coded bytes, in which FF is followed by
 *                00 or by RST0..RST7
 */
#include "app/clean_file.h"
#include "base/buf.h"

enum {
    SOF_FIRST = 0xc0,
    DHT = 0xc4,
    JPG = 0xc8,
    DAC = 0xcc,
    SOF_LAST = 0xcf,
    RST_FIRST = 0xd0,
    RST_LAST = 0xd7,
    EOI = 0xd9,
    SOS = 0xda,
    DQT = 0xdb,
    DNL = 0xdc,
    DRI = 0xdd,
    APP0 = 0xe0
};

enum { JFIF_LENGTH = 16, FRAME_LENGTH = 8 };

typedef struct {
    Str bytes;
    size_t at;
    bool framed, scanned, ended;
    Buf out;
} Walk;

static unsigned byte_at(const Walk *w, size_t at)
{
    return (unsigned char)w->bytes.ptr[at];
}

static bool has(const Walk *w, size_t count)
{
    return w->bytes.len - w->at >= count;
}

static void copy(Walk *w, size_t from, size_t to)
{
    buf_put(&w->out, str_slice(w->bytes, from, to));
}

/* FF, once or more, and the marker; fill bytes go. */
static bool take_marker(Walk *w, unsigned *marker)
{
    if (!has(w, 2) || byte_at(w, w->at) != 0xff) return false;
    while (has(w, 2) && byte_at(w, w->at + 1) == 0xff)
        w->at++;
    if (!has(w, 2)) return false;
    *marker = byte_at(w, w->at + 1);
    w->at += 2;
    return true;
}

static bool is_frame(unsigned marker)
{
    return marker >= SOF_FIRST && marker <= SOF_LAST && marker != DHT &&
           marker != JPG && marker != DAC;
}

/* What a decoder needs. */
static bool is_kept(const Walk *w, unsigned marker, size_t length)
{
    if (marker == APP0)
        return length == JFIF_LENGTH &&
               str_starts(str_slice(w->bytes, w->at + 2, w->at + length),
                          STR("JFIF\0"));
    return is_frame(marker) || marker == DHT || marker == DAC ||
           marker == SOS || marker == DQT || marker == DNL || marker == DRI;
}

/* A frame says how high and wide it is (a height of 0: DNL says it later). */
static bool frame_fits(Walk *w, size_t length)
{
    if (length < FRAME_LENGTH || w->framed) return false;
    unsigned width = byte_at(w, w->at + 5) << 8 | byte_at(w, w->at + 6);
    w->framed = true;
    return width > 0;
}

static bool take_segment(Walk *w, unsigned marker)
{
    if (!has(w, 2)) return false;
    size_t length = byte_at(w, w->at) << 8 | byte_at(w, w->at + 1);
    if (length < 2 || !has(w, length)) return false;
    if (is_frame(marker) && !frame_fits(w, length)) return false;
    if (is_kept(w, marker, length)) {
        buf_char(&w->out, '\xff');
        buf_char(&w->out, (char)marker);
        copy(w, w->at, w->at + length);
    }
    w->at += length;
    return true;
}

/* Up to the marker behind the coded bytes. */
static bool take_scan(Walk *w)
{
    size_t from = w->at;
    if (!w->framed) return false;
    for (; has(w, 2); w->at++) {
        unsigned next = byte_at(w, w->at + 1);
        if (byte_at(w, w->at) != 0xff) continue;
        if (next != 0 && (next < RST_FIRST || next > RST_LAST)) break;
        w->at++;
    }
    if (!has(w, 2)) return false;
    copy(w, from, w->at);
    w->scanned = true;
    return true;
}

static bool take_part(Walk *w)
{
    unsigned marker = 0;
    if (!take_marker(w, &marker)) return false;
    if (marker == EOI) {
        buf_put(&w->out, STR("\xff\xd9"));
        w->ended = true;
        return w->scanned;
    }
    /* No segment stands behind those below SOF0, RST, SOI. */
    if (marker < SOF_FIRST || (marker >= RST_FIRST && marker < EOI))
        return false;
    return take_segment(w, marker) && (marker != SOS || take_scan(w));
}

bool clean_jpeg(Arena *arena, Str bytes, Str *out)
{
    Walk w = {.bytes = bytes, .at = 2, .out = buf_in(arena)};
    if (!str_starts(bytes, STR("\xff\xd8"))) return false;
    buf_put(&w.out, STR("\xff\xd8"));
    while (!w.ended) {
        if (!take_part(&w)) return false;
    }
    *out = buf_str(&w.out);
    return true;
}
