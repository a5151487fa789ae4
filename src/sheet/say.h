/* SPDX-License-Identifier: Apache-2.0 */
/*
 * say.h - texts in one of two languages: formats, numbers, rules.
 *
 * Both languages stand at the call; what has a catalogue is web/say.h.
 */
#pragma once

#include "base/buf.h"
#include "base/date.h"

#include <stdarg.h>

/* Append the text of the language; both formats take the same arguments. */
void say_format(Buf *out, Lang lang, const char *id, const char *en, ...)
    PRINTF_LIKE(3, 5) PRINTF_LIKE(4, 5);
void say_list(Buf *out, const char *fmt, va_list list)
    __attribute__((format(printf, 2, 0)));

/* The same as a text. */
Str say_text(Arena *arena, Lang lang, const char *id, const char *en, ...)
    PRINTF_LIKE(3, 5) PRINTF_LIKE(4, 5);

/* "188.65/504#1(2)" -> "Aturan 1 (2)" / "Rule 1 (2)", where the letter is
 * clear from what stands before. */
void say_rule(Buf *out, Lang lang, Str cite);

/* 12000 -> "12.000" / "12,000"; 9.28 as hundredths 928 -> "9,28" / "9.28". */
void say_number(Buf *out, Lang lang, int64_t number);
void say_tenths(Buf *out, Lang lang, int64_t tenths);
