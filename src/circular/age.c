/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/age.h"

#include "base/num.h"

/* Whole years on the day by the birth date in the NIP; -1: no such date. */
static int32_t age_on(const Person *person, Date day)
{
    Date born = {0};
    if (!nip_birth(person->nip, &born)) return -1;
    Civil from = date_civil(born);
    Civil to = date_civil(day);
    bool before =
        to.month < from.month || (to.month == from.month && to.day < from.day);
    return to.year - from.year - (before ? 1 : 0);
}

/* ---- ages as marks ------------------------------------------------------- */

/* How a mark says its age, around the number; `more` years than it names. */
static const struct {
    Str before, behind;
    int32_t more;
} spellings[] = {
    {STR_INIT("berusia "),                STR_INIT(" tahun ke atas"),    0},
    {STR_INIT("berusia "),                STR_INIT(" tahun atau lebih"), 0},
    {STR_INIT("berusia "),                STR_INIT(" tahun dan lebih"),  0},
    {STR_INIT("berusia paling sedikit "), STR_INIT(" tahun"),            0},
    {STR_INIT("berusia di atas "),        STR_INIT(" tahun"),            1},
    {STR_INIT("berusia lebih dari "),     STR_INIT(" tahun"),            1},
};

/* The years between the two; false when it is spelt otherwise. */
static bool takes_years(Str name, Str before, Str behind, int32_t *out)
{
    int64_t years = 0;
    if (name.len <= before.len + behind.len) return false;
    size_t to = name.len - behind.len;
    Str number = str_slice(name, before.len, to);
    if (!str_folded_is(str_slice(name, 0, before.len), before) ||
        !str_folded_is(str_slice(name, to, name.len), behind) ||
        !num_is(number, 0, INT16_MAX, &years))
        return false;
    *out = (int32_t)years;
    return true;
}

/* The least age of whoever bears the mark; -1: it is no age. */
static int32_t age_of_mark(Str name)
{
    int32_t years = 0;
    for (size_t i = 0; i < COUNT(spellings); i++) {
        if (takes_years(name, spellings[i].before, spellings[i].behind, &years))
            return years + spellings[i].more;
    }
    return -1;
}

static bool has_mark_of(const Register *r, PersonId person, Date day,
                        int32_t years, Date known)
{
    Rows rows = r->marks_of[person.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Mark *mark = &r->marks[i];
        if (mark_holds(mark, day, known) && age_of_mark(mark->name) >= years)
            return true;
    }
    return false;
}

bool age_fits(const Amount *asked, const Register *r, PersonId person, Date day,
              Date known)
{
    int32_t age = age_on(&r->people[person.index], day);
    bool least = asked->compare == AT_LEAST;
    if (age < 0)
        return least && has_mark_of(r, person, day, asked->number, known);
    if (least) return age >= asked->number;
    return asked->compare == AT_MOST ? age <= asked->number
                                     : age == asked->number;
}
