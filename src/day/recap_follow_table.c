/* SPDX-License-Identifier: Apache-2.0 */
#include "day/recap_part.h"

/*
 * What follows from days, in the table of a recap: the names of its columns,
 * and its sums read back from a table that was kept.
 */

/* Three numbers a clause, in the order of RecapFollowed. */
static const char *const names[][RECAP_FOLLOW_NUMBERS] = {
    [FOLLOWS_HOURS] = {"hari_diakui",        "jam_diakui_x100",      "hari_terbuka"},
    [FOLLOWS_CUT] = {"hari_dipotong",      "potongan_persen_x100", "hari_terbuka"},
    [FOLLOWS_STEP] = {"pelanggaran_tangga", "usulan_langkah",       "hari_terbuka"},
};

/* An amended clause has the name of the old one and that of its letter. */
Str recap_follow_name(Arena *arena, const Recap *recap, uint32_t follow,
                      uint32_t number)
{
    const RecapFollow *f = &recap->follows[follow];
    const Clause *clause = corpus_clause(recap->corpus, f->by);
    const char *name = names[f->rule.what][number];
    CHECK(name != NULL);
    if (clause->brought_by == clause->letter)
        return str_format(arena, "%s %.*s", name, STR_ARG(clause->cite));
    return str_format(arena, "%s %.*s %.*s", name, STR_ARG(clause->cite),
                      STR_ARG(recap->corpus->letters[clause->brought_by].cite));
}

static void put_number(RecapFollowed *cell, uint32_t number, int32_t value)
{
    if (number == 0) cell->count = value;
    if (number == 1) cell->sum = value;
    if (number == 2) cell->open = value;
}

static void restore_column(const RecapTable *kept, const Recap *recap,
                           uint32_t column, uint32_t cell,
                           RecapFollowed *followed)
{
    for (size_t i = 0; i < kept->count; i++) {
        uint32_t p = map_find(&recap->r->person_codes, kept->rows[i].code);
        if (p == NO_INDEX) continue;
        size_t at = (size_t)p * recap->follow_count;
        put_number(&followed[at + cell / RECAP_FOLLOW_NUMBERS],
                   cell % RECAP_FOLLOW_NUMBERS, kept->rows[i].more[column]);
    }
}

void recap_follow_restore(Arena *arena, const RecapTable *kept, Recap *recap)
{
    size_t cells = (size_t)recap->r->person_count * recap->follow_count + 1;
    RecapFollowed *followed = NEW(arena, RecapFollowed, cells);
    if (kept->more_count == 0) recap->follow_count = 0;
    for (uint32_t n = 0; n < recap->follow_count * RECAP_FOLLOW_NUMBERS; n++) {
        Str name = recap_follow_name(arena, recap, n / RECAP_FOLLOW_NUMBERS,
                                     n % RECAP_FOLLOW_NUMBERS);
        for (uint32_t c = 0; c < kept->more_count; c++) {
            if (str_is(kept->more[c], name))
                restore_column(kept, recap, c, n, followed);
        }
    }
    recap->followed = followed;
    recap->follow_days = NULL;
}
