/* SPDX-License-Identifier: Apache-2.0 */
/*
 * harness.h - facts about the program, by name.
 *
 *     FACT(leap_days_exist_in_leap_years)
 *     {
 *         for (size_t i = 0; i < COUNT(cases); i++) {
 *             ROW("%s", cases[i].text);
 *             EXPECT(date_parse(...));
 *             EXPECT_STR(got, "2020-02-29");
 *         }
 *     }
 *
 * A program of tests is one file; FACTs run in the order of the file, and main
 * is in harness.c.  A fact counts once, or once per ROW if it has rows.  The
 * program ends with "N passed, N failed"; an argument runs only the facts
 * whose name contains it.
 */
#pragma once

#include "base/str.h"

typedef void FactFn(void);

#define FACT(name)                                               \
    static void fact_##name(void);                               \
    __attribute__((constructor)) static void enlist_##name(void) \
    {                                                            \
        harness_enlist(#name, fact_##name);                      \
    }                                                            \
    static void fact_##name(void)

/* From here to the next ROW or the end of the fact: one row of a table. */
#define ROW(...) harness_row(__VA_ARGS__)

#define EXPECT(cond) harness_expect((cond), #cond, __FILE__, __LINE__)
#define EXPECT_INT(got, want) \
    harness_expect_int((got), (want), #got, __FILE__, __LINE__)

/* Texts that are the same; texts of which one holds the other.  Each argument
 * is a Str or a C string. */
#define EXPECT_STR(got, want) \
    harness_expect_str(AS_STR(got), AS_STR(want), #got, __FILE__, __LINE__)
#define EXPECT_HAS(got, part) \
    harness_expect_has(AS_STR(got), AS_STR(part), #got, __FILE__, __LINE__)
#define EXPECT_LACKS(got, part) \
    harness_expect_lacks(AS_STR(got), AS_STR(part), #got, __FILE__, __LINE__)

/* A call that must end in a failed CHECK. */
#define EXPECT_DIES(fn) \
    harness_expect(harness_dies(fn), #fn " dies", __FILE__, __LINE__)

#define AS_STR(text) \
    _Generic((text), Str                 \
             : harness_str, char *       \
             : str_of, const char *      \
             : str_of)(text)

void harness_enlist(const char *name, FactFn *fact);
void harness_row(const char *fmt, ...) PRINTF_LIKE(1, 2);
bool harness_expect(bool holds, const char *what, const char *file, int line);
bool harness_expect_int(int64_t got, int64_t want, const char *what,
                        const char *file, int line);
bool harness_expect_str(Str got, Str want, const char *what, const char *file,
                        int line);
bool harness_expect_has(Str got, Str part, const char *what, const char *file,
                        int line);
bool harness_expect_lacks(Str got, Str part, const char *what, const char *file,
                          int line);
bool harness_dies(FactFn *fn);
Str harness_str(Str text);

/* An empty folder for this run, removed with what is in it at the end. */
const char *harness_folder(void);

/* SOAK=1 is in the environment: random tests try ten times as many. */
bool harness_soaks(void);
int harness_trials(int usual);

/* The step through a long sweep, and by what the number of random trials is
 * divided: 1, but 3 under the sanitizers, which are slow and see the same code
 * as the whole sweep of the plain build. */
uint64_t harness_stride(void);

/* Is this the build whose memory a sanitizer watches? */
bool harness_sanitized(void);
