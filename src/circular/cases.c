/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/cases.h"

#include "base/num.h"

static bool is_any_of(Str word, Str words)
{
    Str one = {0};
    while (str_next(&words, ' ', &one)) {
        if (str_folded_is(word, one)) return true;
    }
    return false;
}

/* The place of the word in the list, from 1; 0: not there. */
static int32_t place_in(Str word, Str words)
{
    Str one = {0};
    for (int32_t at = 1; str_next(&words, ' ', &one); at++) {
        if (str_folded_is(word, one)) return at;
    }
    return 0;
}

/* "3", "tiga", "three"; 0: no number. */
static int32_t number_of(Str word)
{
    enum { MOST = 100000 };
    int64_t figure = 0;
    int32_t said = place_in(word, STR("satu dua tiga empat lima enam tujuh "
                                      "delapan sembilan sepuluh"));
    if (said == 0)
        said = place_in(word, STR("one two three four five six seven eight "
                                  "nine ten"));
    if (said > 0) return said;
    if (!num_is(word, 1, MOST, &figure)) return 0;
    return (int32_t)figure;
}

/* A number is of cases when no measure of time comes between. */
typedef struct {
    CasesAsked out;
    int32_t number; /* said, and of what is not known yet; 0: none */
    bool cluster;
    bool more, above; /* "lebih", "lebih dari" came just before */
} Reading;

static void take_word(Reading *r, Str word)
{
    int32_t number = number_of(word);
    bool is_case = is_any_of(word, STR("kasus positif terkonfirmasi case cases "
                                       "positive confirmed"));
    if (number > 0) r->number = number + (r->above ? 1 : 0);
    r->above = r->more && is_any_of(word, STR("dari than"));
    r->more = is_any_of(word, STR("lebih more"));
    if (is_any_of(word, STR("hari jam minggu days hours weeks"))) r->number = 0;
    r->cluster |= is_any_of(word, STR("klaster cluster clusters"));
    r->out.of_cases |= is_case || r->cluster;
    if (!is_case || r->number == 0 || r->out.said) return;
    r->out.least = r->number;
    r->out.said = true;
}

CasesAsked cases_asked(Str event)
{
    Reading r = {.out = {.least = 1}};
    Str word = {0};
    while (str_next(&event, ' ', &word))
        take_word(&r, word);
    if (!r.cluster || r.out.said) return r.out;
    r.out.said = r.number > 0; /* "klaster paling sedikit 3 orang" */
    r.out.least = r.out.said ? r.number : 2;
    return r.out;
}
