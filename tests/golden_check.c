/* SPDX-License-Identifier: Apache-2.0 */
#include "golden.h"

/* The first words of the column apa, and who takes the row. */
static const struct {
    const char *word;
    GoldenCheck *check;
} checks[] = {
    {"semua",      golden_all    },
    {"seorang",    golden_one    },
    {"unit",       golden_seats  },
    {"giliran",    golden_turns  },
    {"loket",      golden_counter},
    {"hari kerja", golden_days   },
    {"jadwal",     golden_plans  },
    {"kop",        golden_head   },
    {"aturan",     golden_rule   },
    {"pemeriksa",  golden_checker},
};

void golden_check(Arena *arena, GoldenWorld **all, const GoldenRow *row)
{
    if (row->fault.len > 0) {
        golden_fail(row, "%.*s", STR_ARG(row->fault));
        return;
    }
    for (size_t i = 0; i < COUNT(checks); i++) {
        Str rest = row->what;
        if (!golden_take(&rest, checks[i].word)) continue;
        GoldenWorld *world = golden_world(arena, all, row);
        if (world != NULL) checks[i].check(world, row, rest);
        return;
    }
    golden_fail(row, "apa begins with no word that is known");
}
