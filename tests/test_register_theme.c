/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_register_theme.c - the colour of a government and its crest: what is
 * taken, what follows, what is refused.
 */
#include "base/buf.h"
#include "harness.h"
#include "register/crest.h"
#include "register/tint.h"

#include <string.h>

/* Contrast with white, as published calculators give it. */
static const struct {
    const char *text;
    int32_t contrast;
} contrasts[] = {
    {"#ffffff", 100 },
    {"#000000", 2100},
    {"#767676", 454 },
    {"#777777", 447 },
    {"#595959", 700 },
    {"#ff0000", 399 },
    {"#008000", 513 },
    {"#0000ff", 859 },
};

FACT(contrast_is_that_of_the_guidelines)
{
    for (size_t i = 0; i < COUNT(contrasts); i++) {
        Tint tint;
        char text[TINT_TEXT];
        ROW("%s", contrasts[i].text);
        EXPECT(tint_parse(str_of(contrasts[i].text), &tint));
        EXPECT_INT(tint_on_white(tint), contrasts[i].contrast);
        EXPECT_STR(tint_text(tint, text), contrasts[i].text);
    }
}

FACT(what_is_no_colour_is_none)
{
    static const char *const no[] = {"",        "#fff",     "0b5c7a",
                                     "#0b5c7g", "#0b5c7a0", "#0b5c7"};
    Tint tint = {1, 2, 3};
    for (size_t i = 0; i < COUNT(no); i++) {
        ROW("%s", no[i]);
        EXPECT(!tint_parse(str_of(no[i]), &tint));
        EXPECT_INT(tint.red, 1);
    }
}

/* Whatever colour is taken can be read on each ground that it stands on. */
FACT(what_follows_can_be_read)
{
    const Tint white = {255, 255, 255}, canvas = {0xf5, 0xf5, 0xf1},
               wash = {0xec, 0xed, 0xea}, ink = {0x15, 0x22, 0x2b};
    size_t taken = 0;
    for (int i = 0; i < 16 * 16 * 16; i++) {
        Tint t = {(uint8_t)(i % 16 * 17), (uint8_t)(i / 16 % 16 * 17),
                  (uint8_t)(i / 256 * 17)};
        if (tint_on_white(t) < TINT_LEAST) continue;
        Tints all = tint_derive(t);
        bool fine = tint_contrast(all.own, white) >= TINT_LEAST &&
                    tint_contrast(all.own, canvas) >= TINT_LEAST &&
                    tint_contrast(all.own, wash) >= TINT_LEAST &&
                    tint_contrast(all.dark, all.wash) >= TINT_LEAST &&
                    tint_contrast(ink, all.wash) >= TINT_LEAST &&
                    tint_contrast(all.own, all.wash) >= 400;
        taken++;
        if (fine) continue;
        ROW("#%02x%02x%02x", t.red, t.green, t.blue);
        EXPECT(fine);
    }
    EXPECT(taken > 500);
}

FACT(a_dark_colour_stays_what_it_is)
{
    Tint tint;
    char text[TINT_TEXT];
    EXPECT(tint_parse(STR("#0d4a66"), &tint));
    Tints all = tint_derive(tint);
    EXPECT_STR(tint_text(all.own, text), "#0d4a66");
    EXPECT_STR(tint_text(all.dark, text), "#093549");
    EXPECT_STR(tint_text(all.wash, text), "#e6ecef");
}

/* ---- crests ---------------------------------------------------------------
 */

#define SVG(inside)                                                         \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">" inside \
    "</svg>"

static const char *const drawings[] = {
    SVG("<path d=\"M0 0h1v1z\" fill=\"#fff\" style=\"stroke:#000\"/>"),
    SVG("<defs><linearGradient id=\"a\"><stop offset=\"0\"/></linearGradient>"
        "</defs><rect width=\"1\" height=\"1\" fill=\"url(#a)\"/>"),
    SVG("<g transform=\"translate(1 2)\"><use href=\"#a\"/></g>"),
    SVG("<!-- a word --><title>Perisai &lt;script&gt;</title>"),
};

FACT(drawings_are_taken)
{
    for (size_t i = 0; i < COUNT(drawings); i++) {
        Err err = {0};
        ROW("%s", drawings[i]);
        EXPECT(crest_check(str_of(drawings[i]), &err));
        EXPECT_STR(err.text, "");
    }
}

/* The drawing, and the word that the refusal names. */
static const struct {
    const char *svg, *word;
} hostile[] = {
    {SVG("<script>alert(1)</script>"),                           "script"        },
    {SVG("<g><script href=\"data:,x\"/></g>"),                   "script"        },
    {SVG("<foreignObject><p/></foreignObject>"),                 "foreignObject" },
    {SVG("<style>path{fill:url(http://a/b)}</style>"),           "style"         },
    {SVG("<image href=\"http://a/b.png\"/>"),                    "image"         },
    {SVG("<a href=\"#x\"><path/></a>"),                          "a"             },
    {SVG("<animate attributeName=\"href\"/>"),                   "animate"       },
    {SVG("<set attributeName=\"onload\" to=\"x\"/>"),            "set"           },
    {SVG("<path onload=\"alert(1)\"/>"),                         "onload"        },
    {SVG("<path ONCLICK=\"alert(1)\"/>"),                        "ONCLICK"       },
    {SVG("<use href=\"http://a/b.svg#c\"/>"),                    "href"          },
    {SVG("<use xlink:href=\"data:image/svg+xml,x\" "
         "xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>"),
     "href"                                                                      },
    {SVG("<path fill=\"url(http://a/b)\"/>"),                    "fill"          },
    {SVG("<path style=\"fill:URL('//a/b')\"/>"),                 "style"         },
    {SVG("<path style=\"fill:\\75 rl(//a/b)\"/>"),               "style"         },
    {SVG("<path style=\"@import '//a'\"/>"),                     "style"         },
    {SVG("<g xml:base=\"http://a/\"><use href=\"#b\"/></g>"),    "xml:base"      },
    {SVG("<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>"),  "x:script"      },
    {SVG("<metadata/>"),                                         "metadata"      },
    {"<!DOCTYPE svg [<!ENTITY a \"b\">]>" SVG("&a;"),            "DOCTYPE"       },
    {"<?xml-stylesheet href=\"http://a/b\"?>" SVG(""),           "xml-stylesheet"},
    {"<html><svg/></html>",                                      "html"          },
    {"GIF89a",                                                   "is no SVG"     },
    {SVG("<path>"),                                              "is no SVG"     },
    {"",                                                         "is no SVG"     },
};

FACT(whatever_could_run_or_reach_out_is_refused_by_name)
{
    for (size_t i = 0; i < COUNT(hostile); i++) {
        Err err = {0};
        ROW("%s", hostile[i].svg);
        EXPECT(!crest_check(str_of(hostile[i].svg), &err));
        EXPECT_HAS(err.text, hostile[i].word);
        EXPECT(err.id[0] != '\0');
    }
}

static Str repeated(Arena *arena, const char *open, const char *close,
                    int count)
{
    Buf out = buf_in(arena);
    buf_c(&out, "<svg xmlns=\"http://www.w3.org/2000/svg\">");
    for (int i = 0; i < count; i++)
        buf_c(&out, open);
    for (int i = 0; i < count; i++)
        buf_c(&out, close);
    buf_c(&out, "</svg>");
    return buf_str(&out);
}

FACT(a_crest_is_small)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Err err = {0};
    EXPECT(crest_check(repeated(tmp, "<g>", "</g>", CREST_DEPTH - 1), &err));
    EXPECT(!crest_check(repeated(tmp, "<g>", "</g>", CREST_DEPTH), &err));
    EXPECT(!crest_check(repeated(tmp, "<g/>", "", CREST_ELEMENTS), &err));
    EXPECT(
        !crest_check(repeated(tmp, "          ", "", CREST_MOST / 10), &err));
    EXPECT_HAS(err.text, "larger than 64 kB");
}
