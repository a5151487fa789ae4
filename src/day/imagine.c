/* SPDX-License-Identifier: Apache-2.0 */
#include "day/imagine_part.h"

#include <stdlib.h>

/* ---- tempers ------------------------------------------------------------ */

static const struct {
    const char *word, *english;
    uint32_t share;
} tempers[] = {
#define X(name, word, english, share) {word, english, share},
    TEMPERS(X)
#undef X
};

Temper imagine_temper(uint64_t seed, Str person)
{
    Rand rand = rand_seeded(seed ^ rand_digest(person));
    uint32_t at = rand_below(&rand, 1000);
    for (int t = 0; t < TEMPER_COUNT - 1; t++) {
        if (at < tempers[t].share) return (Temper)t;
        at -= tempers[t].share;
    }
    return (Temper)(TEMPER_COUNT - 1);
}

Str imagine_temper_word(Temper temper, Lang lang)
{
    CHECK((size_t)temper < COUNT(tempers));
    return str_of(lang == LANG_ID ? tempers[temper].word
                                  : tempers[temper].english);
}

/* ---- saying ------------------------------------------------------------- */

Fact imagine_fact(const Imagining *m, FactKind kind)
{
    const Register *r = m->wish->sheet->corpus->r;
    const Person *person = &r->people[m->person.index];
    Fact f = fact_blank(kind);
    f.channel = CHANNEL_APP;
    f.zone = m->wish->zone;
    f.actor = f.person = person->code;
    f.unit = r->units[person->unit.index].code;
    f.day = m->wish->sheet->day;
    return f;
}

static const int64_t minute_us = 60000000;

int imagine_back(const Imagining *m, int minute)
{
    for (uint32_t i = 0; i < m->wish->outage_count; i++) {
        ImaginedOutage o = m->wish->outages[i];
        if (minute >= o.from && minute < o.to) minute = o.to;
    }
    return minute;
}

FactId imagine_say(Imagining *m, Fact fact, int minute, int waits)
{
    int64_t second = rand_below(&m->rand, 60) * INT64_C(1000000);
    int64_t skew = m->skew * minute_us;
    int arrives = imagine_back(m, minute + waits);
    Instant midnight = zone_instant(fact.zone, fact.day, 0);
    int64_t done = midnight.us + minute * minute_us + second;
    int64_t came = midnight.us + arrives * minute_us + second + 900000;
    fact.at.us = done + skew;
    fact.sent.us = came + skew;
    fact.received.us = came;
    fact.id =
        fact_id_of((Instant){done}, rand_next(&m->rand), rand_next(&m->rand));
    VEC_PUSH(m->arena, m->facts, fact);
    return fact.id;
}

bool imagine_down(const Imagining *m, int minute)
{
    return imagine_back(m, minute) != minute;
}

/* ---- the day ------------------------------------------------------------ */

static void say_outages(Arena *arena, const ImagineWish *wish,
                        ImaginedFacts *to)
{
    Instant midnight = zone_instant(wish->zone, wish->sheet->day, 0);
    for (uint32_t i = 0; i < wish->outage_count; i++) {
        ImaginedOutage o = wish->outages[i];
        Fact f = fact_blank(FACT_OUTAGE);
        f.channel = CHANNEL_SYSTEM;
        f.zone = wish->zone;
        f.actor = STR("sistem");
        f.day = wish->sheet->day;
        f.at.us = midnight.us + o.from * minute_us;
        f.until.us = midnight.us + o.to * minute_us;
        f.received = f.until;
        f.text = STR("server tidak menjawab");
        f.id = fact_id_of(f.at, wish->seed, i);
        VEC_PUSH(arena, to, f);
    }
}

static int by_received(const void *a, const void *b)
{
    const Fact *x = a, *y = b;
    if (x->received.us != y->received.us)
        return x->received.us < y->received.us ? -1 : 1;
    return fact_id_order(x->id, y->id);
}

/* Each person's own stream of chance: others change nothing of it. */
static Imagining imagining_of(Arena *arena, const ImagineWish *wish,
                              PersonId person, ImaginedFacts *facts)
{
    const DutySheet *s = wish->sheet;
    Str code = s->corpus->r->people[person.index].code;
    uint64_t seed = wish->seed ^ rand_digest(code) ^
                    (uint64_t)(uint32_t)s->day.days * 0x9e3779b97f4a7c15ULL;
    Imagining m = {
        .arena = arena,
        .wish = wish,
        .person = person,
        .expected = &s->expected[person.index],
        .temper = imagine_temper(wish->seed, code),
        .rand = rand_seeded(seed),
        .facts = facts,
    };
    m.superior = person_superior(s->corpus->r, person, s->day);
    if (m.temper == TEMPER_OFFLINE) m.skew = (int)rand_below(&m.rand, 41) - 20;
    return m;
}

Imagined imagine_day(Arena *arena, const ImagineWish *wish)
{
    ImaginedFacts facts = {0};
    Imagined out = {0};
    uint32_t people = wish->sheet->corpus->r->person_count;
    say_outages(arena, wish, &facts);
    for (uint32_t p = 0; p < people; p++) {
        Imagining m = imagining_of(arena, wish, (PersonId){p}, &facts);
        imagine_person(&m);
        out.lost += m.lost;
    }
    if (facts.count > 0)
        qsort(facts.at, facts.count, sizeof *facts.at, by_received);
    out.at = facts.at;
    out.count = facts.count;
    return out;
}
