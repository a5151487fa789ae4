/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tint.h - the colour of a government, and what follows from it.
 *
 * Contrast is that of WCAG 2.2, in hundredths: 1850 is 18.5:1, of 2100 at most.
 */
#pragma once

#include "base/str.h"

typedef struct {
    uint8_t red, green, blue;
} Tint;

enum {
    TINT_LEAST = 450, /* of text on its ground */
    TINT_TEXT = 8     /* "#0b5c7a", with the ending zero */
};

/* "#0b5c7a" */
bool tint_parse(Str text, Tint *out);
const char *tint_text(Tint tint, char text[TINT_TEXT]);

int32_t tint_contrast(Tint one, Tint other);
int32_t tint_on_white(Tint tint);

/*
 * The three that pages are drawn in: one that can be read on every light ground
 * of theirs (itself, or a little darker), a darker one for what is pressed, and
 * a wash to stand behind text.
 */
typedef struct {
    Tint own, dark, wash;
} Tints;

Tints tint_derive(Tint tint);
