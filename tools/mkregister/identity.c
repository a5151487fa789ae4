/* SPDX-License-Identifier: Apache-2.0 */
#include "identity.h"

typedef struct {
    Str men, women, men_last, women_last;
} NameList;

static const NameList name_lists[REGION_COUNT] = {
#define NAMES(region, men, women, men_last, women_last)                      \
    [REGION_##region] = {STR_INIT(men), STR_INIT(women), STR_INIT(men_last), \
                         STR_INIT(women_last)},
#include "names.def"
#undef NAMES
};

static uint32_t count_words(Str list)
{
    uint32_t count = 0;
    Str word = {0};
    while (str_next(&list, ' ', &word))
        count++;
    return count;
}

static Str any_word(Rand *rand, Str list)
{
    uint32_t skip = rand_below(rand, count_words(list));
    Str word = {0};
    do
        (void)str_next(&list, ' ', &word);
    while (skip-- > 0);
    return word;
}

static Region any_region(const Example *example, Rand *rand)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < REGION_COUNT; i++)
        sum += example->region[i];
    uint32_t at = rand_below(rand, sum);
    unsigned region = 0;
    while (at >= example->region[region])
        at -= example->region[region++];
    return (Region)region;
}

Str identity_name(const Model *m, Rand *rand, bool woman)
{
    const NameList *list = &name_lists[any_region(m->example, rand)];
    Str given = any_word(rand, woman ? list->women : list->men);
    Str second = any_word(rand, woman ? list->women : list->men);
    Str last = any_word(rand, woman ? list->women_last : list->men_last);
    bool three = rand_chance(rand, 300) && !str_is(given, second) &&
                 !str_is(second, last);
    if (str_is(given, last)) return str_copy(m->arena, given);
    if (!three)
        return str_format(m->arena, "%.*s %.*s", STR_ARG(given), STR_ARG(last));
    return str_format(m->arena, "%.*s %.*s %.*s", STR_ARG(given),
                      STR_ARG(second), STR_ARG(last));
}

Str identity_titled(Arena *arena, Str name, Str degree)
{
    if (degree.len == 0) return name;
    if (degree.ptr[degree.len - 1] == ' ')
        return str_format(arena, "%.*s%.*s", STR_ARG(degree), STR_ARG(name));
    return str_format(arena, "%.*s, %.*s", STR_ARG(name), STR_ARG(degree));
}

/* Any day of the year. */
static Date any_day(Rand *rand, int32_t year)
{
    Date first = {0};
    bool exists = date_of(year, 1, 1, &first);
    CHECK(exists);
    return date_plus(first, (int32_t)rand_below(rand, 365));
}

/* The first of the month in which the person was appointed: as a CPNS within
 * the year before the example, else at 21 to 34 years of age. */
static Date any_appointment(const Model *m, Rand *rand, StaffKind kind,
                            int32_t born)
{
    static const int32_t months[] = {1, 2, 3, 3, 3, 4, 4, 12, 12, 10};
    int32_t now = date_civil(m->period.first).year;
    int32_t year = born + 21 + (int32_t)rand_below(rand, 14);
    if (year > now - 2) year = now - 2;
    if (kind == STAFF_CPNS || kind == STAFF_PPPK) year = now - 1;
    Date first = {0};
    bool exists =
        date_of(year, months[rand_below(rand, COUNT(months))], 1, &first);
    CHECK(exists);
    return first;
}

void identity_number(Model *m, Rand *rand, PersonRow *person, uint32_t low,
                     uint32_t high)
{
    int32_t now = date_civil(m->period.first).year;
    for (;;) {
        int32_t age = (int32_t)(low + rand_below(rand, high - low + 1));
        Civil born = date_civil(any_day(rand, now - age));
        Date since = any_appointment(m, rand, person->kind, born.year);
        Civil joined = date_civil(since);
        int32_t month = person->kind == STAFF_PPPK ? 21 : joined.month;
        Str key = str_format(m->arena, "%04d%02d%02d%04d%02d%d", born.year,
                             born.month, born.day, joined.year, month,
                             person->woman ? 2 : 1);
        if (map_find(&m->nips, key) != NO_INDEX) continue;
        (void)map_put(&m->nips, key, 0);
        person->nip = str_format(m->arena, "%.*s000", STR_ARG(key));
        person->window = (Window){since, DATE_NEVER};
        return;
    }
}
