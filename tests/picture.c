/* SPDX-License-Identifier: Apache-2.0 */
#include "picture.h"

#include "base/buf.h"

#include <zlib.h>

static void put_segment(Buf *out, char marker, Str bytes)
{
    size_t length = bytes.len + 2;
    buf_char(out, '\xff');
    buf_char(out, marker);
    buf_char(out, (char)(length >> 8));
    buf_char(out, (char)(length & 255));
    buf_put(out, bytes);
}

/* Grey, one block, of one dot: ISO 10918-1, with tables of one code each. */
Str picture_jpeg(Arena *arena, bool more)
{
    Buf out = buf_in(arena);
    char table[65] = {0};
    for (size_t i = 1; i < sizeof table; i++)
        table[i] = 1;
    buf_put(&out, STR("\xff\xd8"));
    put_segment(&out, '\xe0', STR("JFIF\0\1\1\0\0\1\0\1\0\0"));
    if (more) {
        put_segment(&out, '\xe1', STR("Exif\0\0GPS-KENARI"));
        put_segment(&out, '\xe1',
                    STR("http://ns.adobe.com/xap/1.0/\0XMP-KENARI"));
        put_segment(&out, '\xed', STR("Photoshop 3.0\0IPTC-KENARI"));
        put_segment(&out, '\xfe', STR("<script>KOMENTAR</script>"));
        buf_char(&out, '\xff'); /* a fill byte */
    }
    put_segment(&out, '\xdb', (Str){table, sizeof table});
    put_segment(&out, '\xc0', STR("\x08\0\1\0\1\1\1\x11\0"));
    put_segment(&out, '\xc4', STR("\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"));
    put_segment(&out, '\xc4', STR("\x10\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"));
    put_segment(&out, '\xda', STR("\1\1\0\0\x3f\0"));
    buf_put(&out, STR("\x3f\xff\0\xff\xd0\x3f"));
    buf_put(&out, STR("\xff\xd9"));
    if (more) buf_put(&out, STR("ftypmp42 FILM-KENARI <html>"));
    return buf_str(&out);
}

static void put_number(Buf *out, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_char(out, (char)(number >> shift & 255));
}

static void put_chunk(Buf *out, const char *type, Str bytes)
{
    put_number(out, (uint32_t)bytes.len);
    size_t from = out->len;
    buf_c(out, type);
    buf_put(out, bytes);
    put_number(out, (uint32_t)crc32(0, (const Bytef *)out->ptr + from,
                                    (uInt)(out->len - from)));
}

static void put_head(Buf *out, uint32_t side)
{
    Buf head = buf_in(out->arena);
    put_number(&head, side);
    put_number(&head, side);
    buf_put(&head, STR("\x08\0\0\0\0"));
    buf_put(out, STR("\x89PNG\r\n\x1a\n"));
    put_chunk(out, "IHDR", buf_str(&head));
}

Str picture_png(Arena *arena, bool more)
{
    Buf out = buf_in(arena);
    put_head(&out, 1);
    if (more) {
        put_chunk(&out, "tEXt", STR("Comment\0<script>KOMENTAR</script>"));
        put_chunk(&out, "eXIf", STR("MM\0*GPS-KENARI"));
        put_chunk(&out, "iTXt", STR("XML:com.adobe.xmp\0XMP-KENARI"));
    }
    put_chunk(&out, "IDAT", STR("\x78\x9c\x63\x60\0\0\0\2\0\1"));
    put_chunk(&out, "IEND", STR(""));
    if (more) buf_put(&out, STR("PK FILM-KENARI <html>"));
    return buf_str(&out);
}

Str picture_wide_png(Arena *arena)
{
    Buf out = buf_in(arena);
    put_head(&out, 60000);
    put_chunk(&out, "IDAT", STR("\x78\x9c\x63\x60\0\0\0\2\0\1"));
    put_chunk(&out, "IEND", STR(""));
    return buf_str(&out);
}

Str picture_pdf(void)
{
    return STR("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n"
               "trailer<</Root 1 0 R>>\n%%EOF\n");
}
