/* SPDX-License-Identifier: Apache-2.0 */
#include "app/people_find.h"

#define O(name) (UINT64_C(1) << (OUTCOME_##name))
#define D(name) (1U << (DUTY_##name))

/* Which outcomes a word means. */
typedef struct {
    const char *word;
    uint64_t outcomes;
} Meaning;

/* Who came too late, or elsewhere, came. */
static const Meaning presences[] = {
    {"hadir",     O(PRESENT) | O(LATE) | O(ELSEWHERE) | O(WITH_LEAVE)},
    {"belum",     O(ABSENT) | O(PENDING) | O(UNKNOWN)                },
    {"terlambat", O(LATE)                                            },
    {"lain",      O(ELSEWHERE)                                       },
    {"tanpa",     O(NO_SIGN)                                         },
};

static const Meaning reports[] = {
    {"sudah", O(IN) | O(LATE) | O(ACCEPTED) | O(RETURNED) | O(OTHER_CHANNEL)},
    {"belum", O(MISSING) | O(PENDING) | O(UNKNOWN)                          },
};

static bool is_meant(const Meaning *words, size_t count, Str word,
                     Outcome outcome)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(word, str_of(words[i].word)))
            return (words[i].outcomes >> outcome & 1) != 0;
    }
    return true;
}

static bool name_fits(Arena *arena, Str part, Str name)
{
    if (part.len == 0) return true;
    return str_find(str_fold(arena, name), part, 0) != SIZE_MAX;
}

bool people_find_fits(Arena *arena, const Register *r, const PeopleWish *wish,
                      const PeopleRow *row)
{
    const Person *person = &r->people[row->person.index];
    if (wish->unit.index != NO_INDEX &&
        !unit_is_under(r, person->unit, wish->unit))
        return false;
    if (wish->letter != 0 && (wish->letter != row->letter || !row->works))
        return false;
    return is_meant(presences, COUNT(presences), wish->presence,
                    row->presence) &&
           is_meant(reports, COUNT(reports), wish->report, row->report) &&
           name_fits(arena, wish->name, person->name);
}

static uint32_t duties_of(Str word)
{
    static const struct {
        const char *word;
        uint32_t duties;
    } asks[] = {
        {"hadir",     D(PRESENT)                                                  },
        {"absen",     D(PRESENT)                                                  },
        {"laporan",   D(REPORT)                                                   },
        {"panggilan", D(REACH) | D(RECALL)                                        },
        {"isyarat",   D(SIGNAL)                                                   },
        {"lain",      ~(D(PRESENT) | D(REPORT) | D(REACH) | D(RECALL) | D(SIGNAL))},
    };
    for (size_t i = 0; i < COUNT(asks); i++) {
        if (str_is(word, str_of(asks[i].word))) return asks[i].duties;
    }
    return ~0U;
}

bool people_find_asks(Str word, const PeopleRow *row)
{
    bool absent = row->presence == OUTCOME_ABSENT;
    return (row->asks & duties_of(word)) != 0 &&
           (absent || !str_is(word, STR("absen")));
}
