/* SPDX-License-Identifier: Apache-2.0 */
#include "register/tint.h"

#include <math.h>
#include <stdio.h>

static const Tint white = {255, 255, 255};
/* The darkest ground on which pages set coloured text (--wash of tk.css). */
static const Tint ground = {0xec, 0xed, 0xea};

/* ---- as text --------------------------------------------------------------
 */

static int nibble(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static bool take_byte(Str text, size_t at, uint8_t *out)
{
    int high = nibble(text.ptr[at]), low = nibble(text.ptr[at + 1]);
    if (high < 0 || low < 0) return false;
    *out = (uint8_t)(high * 16 + low);
    return true;
}

bool tint_parse(Str text, Tint *out)
{
    Tint made = {0, 0, 0};
    if (text.len != 7 || text.ptr[0] != '#' || !take_byte(text, 1, &made.red) ||
        !take_byte(text, 3, &made.green) || !take_byte(text, 5, &made.blue))
        return false;
    *out = made;
    return true;
}

const char *tint_text(Tint tint, char text[TINT_TEXT])
{
    (void)snprintf(text, TINT_TEXT, "#%02x%02x%02x", tint.red, tint.green,
                   tint.blue);
    return text;
}

/* ---- contrast -------------------------------------------------------------
 */

static double linear(uint8_t channel)
{
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(Tint t)
{
    return 0.2126 * linear(t.red) + 0.7152 * linear(t.green) +
           0.0722 * linear(t.blue);
}

/* Cut, not rounded: 4.499 is not enough. */
int32_t tint_contrast(Tint one, Tint other)
{
    double a = luminance(one), b = luminance(other);
    double light = a > b ? a : b, dark = a > b ? b : a;
    return (int32_t)((light + 0.05) / (dark + 0.05) * 100 + 1e-9);
}

int32_t tint_on_white(Tint tint)
{
    return tint_contrast(tint, white);
}

/* ---- what follows ---------------------------------------------------------
 */

/* So many hundredths of the other. */
static Tint mixed(Tint one, Tint other, int share)
{
    return (Tint){
        (uint8_t)((one.red * (100 - share) + other.red * share) / 100),
        (uint8_t)((one.green * (100 - share) + other.green * share) / 100),
        (uint8_t)((one.blue * (100 - share) + other.blue * share) / 100)};
}

Tints tint_derive(Tint tint)
{
    const Tint black = {0, 0, 0};
    Tints all = {.own = tint};
    for (int share = 1; tint_contrast(all.own, ground) < TINT_LEAST; share++)
        all.own = mixed(tint, black, share);
    all.dark = mixed(all.own, black, 28);
    all.wash = mixed(white, all.own, 10);
    return all;
}
