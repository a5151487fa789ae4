/* SPDX-License-Identifier: Apache-2.0 */
#include "app/check_letters.h"

#include "app/letter_days.h"

typedef struct {
    CorpusInput *at;
    size_t count;
} Given;

/* Read all; faults of the texts are in diags, the world's in *err. */
static bool read_given(Arena *arena, const char *const *paths, Given *given,
                       Diags *diags, Err *err)
{
    for (size_t i = 0; i < given->count; i++) {
        Err why = {0};
        if (!office_read_letter(arena, paths[i], str_of(paths[i]),
                                &given->at[i], diags, &why) &&
            given->at[i].tree == NULL) {
            *err = why;
            return false;
        }
    }
    return true;
}

static void check_each_alone(Arena *arena, const Given *given, Diags *diags)
{
    for (size_t i = 0; i < given->count; i++)
        check_alone(arena, given->at[i].tree, given->at[i].source, diags);
}

/* Lint the given letters among the others, and run their examples. */
static void check_among(Office *office, const Given *given,
                        const Corpus *corpus)
{
    CorpusFrom from = office_from(office);
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        for (size_t g = 0; g < given->count; g++) {
            if (corpus->letters[i].tree != given->at[g].tree) continue;
            check_letter(office->arena, corpus, i, &office->diags);
            check_examples(office->arena, &from, corpus, i, &office->diags);
        }
    }
}

/* The days of all given letters, from the earliest on. */
static bool days_of(const Corpus *corpus, const Given *given, Window *out,
                    bool *more, Err *err)
{
    for (size_t i = 0; i < given->count; i++) {
        Window days = {0};
        bool longer = false;
        if (!letter_days(corpus, given->at[i].tree, &days, &longer, err))
            return false;
        if (i == 0 || date_before(days.first, out->first))
            out->first = days.first;
        if (i == 0 || date_before(out->last, days.last)) out->last = days.last;
        *more |= longer;
    }
    Date most = date_plus(out->first, LETTER_DAYS_MOST - 1);
    *more |= date_before(most, out->last);
    if (date_before(most, out->last)) out->last = most;
    return true;
}

static void try_roster(CheckedLetters *checked, const Corpus *corpus,
                       const Given *given)
{
    RosterWish wish = make_roster_wish();
    if (!days_of(corpus, given, &wish.window, &checked->more,
                 &checked->why_not) ||
        !make_roster(&checked->office, &wish, &checked->roster,
                     &checked->why_not))
        checked->as = CHECKED_NO_ROSTER;
    else
        checked->as = !checked->roster.solved    ? CHECKED_CLASH
                      : checked->roster.verified ? CHECKED_FITS
                                                 : CHECKED_UNPROVED;
}

static bool check_with(const Given *given, CheckedLetters *out, Err *err)
{
    Office *office = &out->office;
    Corpus corpus = {0};
    out->as = CHECKED_FAULTY;
    bool read = office->diags.errors == 0;
    for (size_t i = 0; i < given->count; i++)
        office_put_letter(office, given->at[i]);
    /* Names are looked up even where a sentence could not be read. */
    if (!office_law(office, DATE_NEVER, &corpus, err) || !read)
        return office->diags.errors > 0;
    check_among(office, given, &corpus);
    if (office->diags.errors == 0) try_roster(out, &corpus, given);
    return true;
}

bool check_letters(Arena *arena, const char *const *paths, size_t count,
                   const OfficeWish *from, CheckedLetters *out, Err *err)
{
    Given given = {NEW(arena, CorpusInput, count), count};
    *out = (CheckedLetters){
        .office = {.arena = arena, .diags = diags_in(arena)},
        .letters = given.at,
        .letter_count = count,
    };
    if (from != NULL && !office_open_wish(arena, from, &out->office, err))
        return false;
    if (!read_given(arena, paths, &given, &out->office.diags, err))
        return false;
    if (from != NULL) return check_with(&given, out, err);
    check_each_alone(arena, &given, &out->office.diags);
    out->as = out->office.diags.errors > 0 ? CHECKED_FAULTY : CHECKED_ALONE;
    return true;
}
