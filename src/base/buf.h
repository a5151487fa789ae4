/* SPDX-License-Identifier: Apache-2.0 */
/*
 * buf.h - writing text: a buffer that grows inside an arena.
 *
 * Sticky: after the limit is passed, every further put is ignored and
 * buf_ok() is false; check once, at the end.
 */
#pragma once

#include "base/str.h"

typedef struct {
    Arena *arena;
    char *ptr;
    size_t len, room, limit;
    bool failed;
} Buf;

Buf buf_in(Arena *arena); /* limit: 1 GiB */
void buf_put(Buf *buf, Str text);
void buf_c(Buf *buf, const char *c_string);
void buf_char(Buf *buf, char c);
void buf_format(Buf *buf, const char *fmt, ...) PRINTF_LIKE(2, 3);
void buf_number(Buf *buf, int64_t n); /* fast: no locale, no format */
bool buf_ok(const Buf *buf);
Str buf_str(const Buf *buf);
