/* SPDX-License-Identifier: Apache-2.0 */
#include "app/law_on_day.h"

bool law_on_day(Office *office, Date day, Date known, LawOnDay *out, Err *err)
{
    LawOnDay made = {.day = day};
    if (!office_law(office, known, &made.corpus, err)) return false;

    *out = made; /* the day keeps a pointer to its corpus */
    uint32_t count = 0;
    LawDay *law = law_day(office->arena, &out->corpus, day);
    const ClauseId *clauses = law_clauses_of_both(office->arena, law, &count);
    VEC(LetterOnDay) letters = {0};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t letter = corpus_clause(&out->corpus, clauses[i])->letter;
        bool fresh = letters.count == 0 ||
                     letters.at[letters.count - 1].letter != letter;
        if (fresh)
            VEC_PUSH(office->arena, &letters,
                     ((LetterOnDay){letter, clauses + i, 0}));
        letters.at[letters.count - 1].clause_count++;
    }
    out->letters = letters.at;
    out->letter_count = (uint32_t)letters.count;
    return true;
}
