/* SPDX-License-Identifier: Apache-2.0 */
#include "workday.h"

#include "base/rand.h"

enum { ASKING = 100 }; /* one of so many asks for something */

/* What a day consists of, one after another: its kind, how many people to one
 * such fact, and the minute at which the first and last of them come. */
static const struct {
    FactKind kind;
    uint64_t people;
    int begins, ends;
} parts[] = {
    {FACT_CHECK_IN,  1,      420, 455 },
    {FACT_VISIT,     ASKING, 480, 500 },
    {FACT_DECISION,  ASKING, 510, 540 },
    {FACT_REPORT,    1,      600, 900 },
    {FACT_REVIEW,    1,      905, 955 },
    {FACT_CHECK_OUT, 1,      960, 1020},
};

static uint64_t part_size(const Workday *w, size_t part)
{
    return w->count / parts[part].people;
}

static void shuffle(PersonId *people, uint64_t count, uint64_t seed)
{
    Rand rand = rand_seeded(seed);
    for (uint64_t i = count; i > 1; i--) {
        uint64_t other = rand_below(&rand, (uint32_t)i);
        PersonId kept = people[i - 1];
        people[i - 1] = people[other];
        people[other] = kept;
    }
}

Workday workday_make(Arena *arena, const Office *office, Date day)
{
    const Register *r = &office->r;
    PersonId *people = NEW(arena, PersonId, (size_t)r->person_count + 1);
    PersonId *superior = NEW(arena, PersonId, (size_t)r->person_count + 1);
    Workday w = {.r = r, .zone = office->government.zone, .day = day};
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (person_is_active(r, (PersonId){p}, day) &&
            person_superior(r, (PersonId){p}, day).index != NO_INDEX)
            people[w.count++] = (PersonId){p};
    }
    shuffle(people, w.count, (uint64_t)day.days);
    for (uint64_t i = 0; i < w.count; i++)
        superior[i] = person_superior(r, people[i], day);
    w.people = people;
    w.superior = superior;
    for (size_t part = 0; part < COUNT(parts); part++)
        w.facts += part_size(&w, part);
    return w;
}

/* Fact i of a part, without what only its kind has. */
static Fact blank(const Workday *w, size_t part, uint64_t i)
{
    uint64_t minutes = (uint64_t)(parts[part].ends - parts[part].begins);
    Fact f = fact_blank(parts[part].kind);
    Rand rand = rand_seeded((uint64_t)w->day.days << 32 | part << 28 | i);
    f.zone = w->zone;
    f.day = w->day;
    f.at = zone_instant(w->zone, w->day, parts[part].begins);
    f.at.us += (int64_t)(minutes * 60000000 * i / part_size(w, part)) +
               (int64_t)rand_below(&rand, 1000);
    f.sent.us = f.at.us + 1400000 + (int64_t)rand_below(&rand, 200000);
    f.id = fact_id_of(f.at, rand_next(&rand), rand_next(&rand));
    f.channel = CHANNEL_APP;
    f.person = w->r->people[w->people[i].index].code;
    f.actor = f.person;
    f.unit = w->r->units[w->r->people[w->people[i].index].unit.index].code;
    return f;
}

/* By the superior, of the fact with this number of the part before. */
static void answer(const Workday *w, size_t part, uint64_t i, Fact *f)
{
    f->actor = w->r->people[w->superior[i].index].code;
    f->about = blank(w, part - 1, i).id;
}

static void ask(const Workday *w, uint64_t i, Fact *f)
{
    f->days = (Window){w->day, date_plus(w->day, 1)};
    f->text = STR("Menandatangani berkas pengadaan di kantor.");
    if (i % 3 != 0) return;
    f->kind = FACT_TRIP;
    f->priority = STR("1");
    f->urgency = STR("rapat koordinasi provinsi");
}

static void fill(const Workday *w, size_t part, uint64_t i, Fact *f)
{
    switch (parts[part].kind) { /* NOLINT(clang-diagnostic-switch-enum) */
    case FACT_CHECK_IN:
        f->word = w->people[i].index % 4 == 0 ? STR("kantor") : STR("rumah");
        f->place = STR("dalam");
        break;
    case FACT_REPORT:
        f->text = STR("Menyusun konsep nota dinas dan merekap laporan harian "
                      "subbagian.");
        break;
    case FACT_REVIEW:
        answer(w, part, i, f);
        f->word = STR("terima");
        break;
    case FACT_DECISION:
        answer(w, part, i, f);
        f->word = STR("setuju");
        break;
    case FACT_VISIT: ask(w, i, f); break;
    default: break;
    }
}

Fact workday_fact(const Workday *w, uint64_t n)
{
    size_t part = 0;
    while (n >= part_size(w, part))
        n -= part_size(w, part++);
    Fact f = blank(w, part, n);
    fill(w, part, n, &f);
    return f;
}

Instant workday_received(const Fact *fact)
{
    return (Instant){fact->sent.us + 30000};
}
