/* SPDX-License-Identifier: Apache-2.0 */
/*
 * base.h - the words every other file may use.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A borrowed run of bytes.  Not NUL-terminated; never owns its memory. */
typedef struct {
    const char *ptr;
    size_t len;
} Str;

/* STR("literal") - a view of a string literal, length known at compile time. */
#define STR(lit) ((Str){"" lit, sizeof(lit) - 1})

/* The same where a constant expression is asked for (static tables). */
#define STR_INIT(lit)           \
    {                           \
        "" lit, sizeof(lit) - 1 \
    }

/* Printf helper:  printf("%.*s", STR_ARG(name)). */
#define STR_ARG(s) ((int)(s).len), ((s).ptr)

/* Number of elements in a true array. */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* An index that points nowhere: the empty value of every id. */
#define NO_INDEX UINT32_MAX

/* CHECK(cond) - a programming error when false.  Never compiled out. */
#define CHECK(cond) ((cond) ? (void)0 : check_failed(#cond, __FILE__, __LINE__))
_Noreturn void check_failed(const char *what, const char *file, int line);

#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define MUST_USE               __attribute__((warn_unused_result))
#define AUTO(done)             __attribute__((cleanup(done)))
