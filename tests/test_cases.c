/* SPDX-License-Identifier: Apache-2.0 */
/* test_cases.c - how many cases the "jika" of a closure asks for. */
#include "circular/cases.h"
#include "harness.h"

static const struct {
    const char *event;
    bool of_cases, said;
    int least;
} events[] = {
    {"ada kasus positif",                                true,  false, 1},
    {"ada pegawai yang terkonfirmasi",                   true,  false, 1},
    {"ada paling sedikit 3 kasus positif",               true,  true,  3},
    {"ada 2 (dua) kasus atau lebih",                     true,  true,  2},
    {"ada lebih dari satu kasus",                        true,  true,  2},
    {"ada lebih dari 3 (tiga) kasus dalam 14 hari",      true,  true,  4},
    {"dalam 14 hari ada kasus positif",                  true,  false, 1},
    {"dalam 14 hari terakhir ada 5 orang terkonfirmasi", true,  true,  5},
    {"ada klaster",                                      true,  false, 2},
    {"ada klaster paling sedikit 6 orang",               true,  true,  6},
    {"ada klaster dari 3 kasus",                         true,  true,  3},
    {"there are more than two positive cases",           true,  true,  3},
    {"there is a cluster",                               true,  false, 2},
    {"gedung terendam banjir",                           false, false, 1},
    {"listrik padam 6 jam",                              false, false, 1},
    {"",                                                 false, false, 1},
};

FACT(an_event_says_how_many_cases_it_asks_for)
{
    for (size_t i = 0; i < COUNT(events); i++) {
        CasesAsked asked = cases_asked(str_of(events[i].event));
        ROW("%s", events[i].event);
        EXPECT_INT(asked.of_cases, events[i].of_cases);
        EXPECT_INT(asked.said, events[i].said);
        EXPECT_INT(asked.least, events[i].least);
    }
}
