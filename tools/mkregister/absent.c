/* SPDX-License-Identifier: Apache-2.0 */
#include "absent.h"

/* per mille of the absences, days, and how many days before (or, when
 * negative, after) the first day it may be recorded */
static const struct {
    AbsenceKind kind;
    uint32_t share;
    int32_t days_least, days_most, early_least, early_most;
} absences[] = {
    {ABSENCE_CUTI,          480, 2,   10,  3,  14 },
    {ABSENCE_SAKIT,         200, 1,   4,   -1, 0  },
    {ABSENCE_DINAS_LUAR,    220, 1,   4,   1,  7  },
    {ABSENCE_MELAHIRKAN,    60,  90,  90,  10, 40 },
    {ABSENCE_TUGAS_BELAJAR, 40,  500, 900, 30, 120},
};

static const struct {
    uint32_t share; /* per mille of the marks */
    Str name;
} marks[] = {
    {450, STR_INIT("wajib di rumah")        },
    {200, STR_INIT("boleh di rumah")        },
    {200, STR_INIT("tidak dipanggil")       },
    {90,  STR_INIT("rumahnya terendam")     },
    {60,  STR_INIT("pengguna angkutan umum")},
};

static int32_t between(Rand *rand, int32_t low, int32_t high)
{
    return low + (int32_t)rand_below(rand, (uint32_t)(high - low + 1));
}

static size_t any_absence(Rand *rand, bool woman)
{
    for (;;) {
        uint32_t at = rand_below(rand, 1000);
        size_t i = 0;
        while (at >= absences[i].share)
            at -= absences[i++].share;
        if (woman || absences[i].kind != ABSENCE_MELAHIRKAN) return i;
    }
}

/* A long absence has mostly begun before the period. */
static void add_absence(Model *m, Rand *rand, uint32_t person)
{
    size_t i = any_absence(rand, m->people.at[person].woman);
    int32_t days = between(rand, absences[i].days_least, absences[i].days_most);
    int32_t back = days < 14 ? days - 1 : days * 2 / 3;
    int32_t span = window_days(m->period) - 1;
    Date first = date_plus(m->period.first, between(rand, -back, span));
    Window window = {first, date_plus(first, days - 1)};
    Date known = date_plus(
        first, -between(rand, absences[i].early_least, absences[i].early_most));
    VEC_PUSH(m->arena, &m->absences,
             ((AbsenceRow){person, absences[i].kind, window, known}));
}

/* Who leads the person's agency: of the head's post, else of the secretary's.
 */
static uint32_t leader_of(const Model *m, uint32_t person)
{
    uint32_t agency = m->units.at[m->people.at[person].unit].agency;
    for (size_t i = 0; i < m->posts.count; i++) {
        const PostRow *post = &m->posts.at[i];
        if (post->head && post->holder != NO_INDEX &&
            m->units.at[post->unit].agency == agency)
            return post->holder;
    }
    return person;
}

static void add_mark(Model *m, Rand *rand, uint32_t person)
{
    uint32_t at = rand_below(rand, 1000);
    size_t i = 0;
    while (at >= marks[i].share)
        at -= marks[i++].share;
    int32_t late = between(rand, -10, window_days(m->period) / 2);
    Date known = date_plus(m->period.first, late);
    Window window = {known, known};
    window.first = date_plus(known, between(rand, 0, 2));
    window.last = date_plus(known, between(rand, 14, 120));
    VEC_PUSH(m->arena, &m->marks,
             ((MarkRow){person, marks[i].name, window, known,
                        leader_of(m, person)}));
}

/* Pension or the end of a contract, at the end of the period's first month. */
static void leave(Model *m, PersonRow *person)
{
    Civil civil = date_civil(m->period.first);
    Date next = {0};
    bool exists = date_of(civil.year, civil.month + 1, 1, &next);
    CHECK(exists);
    person->window.last = date_plus(next, -1);
}

/* Who already has an absence is steady: see cases.c. */
void absent_add(Model *m)
{
    Rand rand = model_rand(m, "absent");
    for (uint32_t i = 0; i < m->people.count; i++) {
        PersonRow *person = &m->people.at[i];
        bool absent = rand_chance(&rand, 66);
        bool marked = rand_chance(&rand, 32);
        bool leaving = rand_chance(&rand, 2);
        bool leads = person->post != NO_INDEX &&
                     m->posts.at[person->post].echelon[1] == 'I';
        if (person->steady) continue;
        if (absent) add_absence(m, &rand, i);
        if (marked && !leads) add_mark(m, &rand, i);
        if (leaving && !absent && person->post == NO_INDEX) leave(m, person);
    }
}
