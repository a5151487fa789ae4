/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/html_style.h"

#include <sodium.h>

static const char *const lines[] = {
#define CSS(line) line "\n",
#include "sheet/grid.def"
};

static bool is_colour(Str text)
{
    bool shaped = text.len == 7 && text.ptr[0] == '#';
    for (size_t i = 1; shaped && i < text.len; i++) {
        char c = text.ptr[i];
        shaped = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
                 (c >= 'A' && c <= 'F');
    }
    return shaped;
}

static Str sheet(Arena *arena, Str colour)
{
    Buf css = buf_in(arena);
    buf_format(&css, ":root{--own:%.*s}\n",
               STR_ARG(is_colour(colour) ? colour : STR("#0d4a66")));
    for (size_t i = 0; i < COUNT(lines); i++)
        buf_c(&css, lines[i]);
    return buf_str(&css);
}

/* The digest as a policy names it. */
static Str digest(Arena *arena, Str text)
{
    enum { ROOM = 64 };
    unsigned char hash[crypto_hash_sha256_BYTES];
    char *name = NEW(arena, char, ROOM);
    (void)crypto_hash_sha256(hash, (const unsigned char *)text.ptr, text.len);
    (void)sodium_bin2base64(name, ROOM, hash, sizeof hash,
                            sodium_base64_VARIANT_ORIGINAL);
    return str_of(name);
}

Html html_style(Arena *arena, Str colour)
{
    Str css = sheet(arena, colour);
    Str hash = digest(arena, css);
    Buf out = buf_in(arena);
    buf_format(&out,
               "<meta http-equiv=\"Content-Security-Policy\" content=\""
               "default-src 'none'; style-src 'sha256-%.*s'; "
               "base-uri 'none'; form-action 'none'\">\n<style>",
               STR_ARG(hash));
    buf_put(&out, css);
    buf_c(&out, "</style>\n");
    return (Html){buf_str(&out)};
}

void html_style_letterhead(HtmlPage *page, Str government)
{
    html_put(page, HTML("<div class=band></div>\n"
                        "<header class=kop><div class=page>"
                        "<svg width=34 height=40 viewBox=\"0 0 34 40\" "
                        "aria-hidden=true>"
                        "<path d=\"M2 2h30v20c0 9-7 14-15 17C9 36 2 31 2 22z\" "
                        "fill=\"#fff\" stroke=\"#15222b\" stroke-width=2 />"
                        "<path class=own d=\"M4 12h26v-8h-26z\" />"
                        "<path d=\"M2 13h30\" stroke=\"#15222b\" "
                        "stroke-width=2 />"
                        "<path d=\"M9 18h16M9 23h16M9 28h10\" "
                        "stroke=\"#15222b\" stroke-width=2 /></svg>"
                        "<div><span>"));
    html_text(page, government);
}
