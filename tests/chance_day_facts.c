/* SPDX-License-Identifier: Apache-2.0 */
#include "chance_day_facts.h"

enum { DAY = 1440 };

static const int64_t SECOND = 1000000, MINUTE = 60 * 1000000LL;

bool making_happens(Making *m)
{
    return rand_chance(m->rand, m->often);
}

bool making_half(Making *m)
{
    return rand_chance(m->rand, 500);
}

int making_pick(Making *m, int low, int high)
{
    return low + (int)rand_below(m->rand, (uint32_t)(high - low + 1));
}

/* ---- minutes ------------------------------------------------------------- */

static int edge(Making *m)
{
    static const int edges[] = {0,   420,  450,  465, 480, 540,  600,  660,
                                720, 780,  840,  900, 930, 960,  990,  1020,
                                930, 1170, 1200, 600, 390, 1439, 1440, -1};
    const DayHours *h = &m->date->hours;
    const int ours[] = {h->begins,      h->ends,           h->ends_friday,
                        h->report_due,  h->begins - 60,    h->report_due - 30,
                        h->begins + 15, h->report_due - 1, h->ends + 1};
    return making_half(m) ? ours[rand_below(m->rand, COUNT(ours))]
                          : edges[rand_below(m->rand, COUNT(edges))];
}

/* Each expression asks chance once: compilers differ in which comes first. */
int making_minute(Making *m)
{
    uint32_t how = rand_below(m->rand, 8);
    if (how == 4) return making_pick(m, -30, DAY + 30);
    if (how > 4) return making_pick(m, 360, 1260);
    int minute = edge(m);
    if (how == 2) return minute + making_pick(m, -2, 2);
    return how == 3 ? minute + making_pick(m, -40, 40) : minute;
}

/* ---- clocks ----------------------------------------------------------------
 */

static int64_t wait_of(Rand *rand)
{
    if (rand_chance(rand, 600)) return rand_below(rand, 90) * SECOND;
    return (int64_t)rand_below(rand, 3000) * MINUTE;
}

static bool is_typed(const Fact *f)
{
    return f->channel == CHANNEL_PHONE || f->channel == CHANNEL_PAPER ||
           f->channel == CHANNEL_CLERK || f->channel == CHANNEL_IMPORT ||
           f->channel == CHANNEL_SYSTEM ||
           (f->channel == CHANNEL_WHATSAPP && f->person.len > 0 &&
            !str_is(f->actor, f->person));
}

/* A phone is wrong by days at times; the difference of its two is not. */
static int64_t skew_of(Rand *rand)
{
    if (rand_chance(rand, 400)) return 0;
    int64_t most = rand_chance(rand, 700) ? 20 : 5000;
    int64_t minutes = (int64_t)rand_below(rand, (uint32_t)(2 * most + 1));
    return (minutes - most) * MINUTE + rand_below(rand, 60) * SECOND;
}

void making_clock(Rand *rand, Fact *f, Instant happened)
{
    int64_t waited = wait_of(rand);
    uint32_t how = rand_below(rand, 6);
    f->at = f->sent = (Instant){0};
    f->received = happened;
    if (how == 0) return; /* nothing said: when it was received */
    if (is_typed(f)) {
        f->at = happened;
        f->received.us += waited;
        if (how == 1) f->at.us = f->received.us = happened.us;
        return;
    }
    f->at.us = happened.us + skew_of(rand);
    if (how == 1) return; /* sent at once */
    f->sent.us = f->at.us + waited;
    f->received.us = happened.us + waited;
}

static Instant instant_of(Making *m, int minute)
{
    Instant at = zone_instant(m->zone, m->date->date, minute);
    if (rand_chance(m->rand, 300)) return at;
    if (rand_chance(m->rand, 100)) return (Instant){at.us + MINUTE - 1};
    return (Instant){at.us + (int64_t)rand_below(m->rand, 60000000)};
}

/* ---- one fact
 * ---------------------------------------------------------------- */

static Channel channel_of(Making *m)
{
    static const Channel usual[] = {CHANNEL_APP, CHANNEL_APP, CHANNEL_WEB,
                                    CHANNEL_WHATSAPP};
    if (making_half(m)) return usual[rand_below(m->rand, COUNT(usual))];
    return (Channel)rand_below(m->rand, CHANNEL_COUNT);
}

static Str actor_of(Making *m)
{
    if (rand_chance(m->rand, 700)) return m->code;
    return making_half(m) ? m->superior : m->other;
}

static void say_needed(Making *m, Fact *f)
{
    const FactShape *shape = fact_shape(f->kind);
    if (shape->about == ABOUT_PERSON || shape->about == ABOUT_EITHER)
        f->person = m->code;
    if (shape->about == ABOUT_UNIT || rand_chance(m->rand, 700))
        f->unit = m->unit;
    if ((shape->needs & 1U << SLOT_TEXT) != 0) f->text = STR("catatan");
    if ((shape->needs & 1U << SLOT_WORD) != 0)
        f->word = making_word(m, shape->choices);
    if ((shape->needs & 1U << SLOT_DAYS) != 0) f->days = making_days(m);
}

size_t making_put(Making *m, FactKind kind, int minute)
{
    Fact f = fact_blank(kind);
    Instant happened = instant_of(m, minute);
    f.channel = channel_of(m);
    f.zone = m->zone;
    f.actor = actor_of(m);
    f.day = m->date->date;
    say_needed(m, &f);
    making_clock(m->rand, &f, happened);
    uint64_t high = rand_next(m->rand), low = rand_next(m->rand);
    f.id = fact_id_of(f.at.us != 0 ? f.at : f.received, high, low);
    VEC_PUSH(m->arena, &m->facts, f);
    return m->facts.count - 1;
}

Fact *making_at(Making *m, size_t fact)
{
    return &m->facts.at[fact];
}

size_t making_answer(Making *m, FactKind kind, size_t about, int minute)
{
    size_t at = making_put(m, kind, minute);
    m->facts.at[at].about = m->facts.at[about].id;
    if (rand_chance(m->rand, 100))
        m->facts.at[at].day = date_plus(m->date->date, making_pick(m, -2, 2));
    return at;
}

void making_decide(Making *m, size_t about, int minute)
{
    int times = rand_chance(m->rand, 700) ? 1 : making_pick(m, 0, 3);
    for (int i = 0; i < times; i++) {
        size_t at = making_answer(m, FACT_DECISION, about,
                                  minute + making_pick(m, -20, 90));
        Fact *f = making_at(m, at);
        f->actor = m->superior;
        if (making_half(m)) f->word = STR("setuju");
        if (!rand_chance(m->rand, 150)) continue;
        f->person = STR("");
        f->unit = m->unit;
    }
}

int making_when(const Making *m, size_t fact)
{
    Instant at = fact_when(&m->facts.at[fact]);
    int days = zone_day(m->zone, at).days - m->date->date.days;
    return days * DAY + zone_minute(m->zone, at);
}

Str making_word(Making *m, const char *choices)
{
    Str rest = str_of(choices), word = {"", 0}, picked = {"", 0};
    uint32_t seen = 0;
    while (str_next(&rest, '|', &word)) {
        if (rand_below(m->rand, ++seen) == 0) picked = word;
    }
    return picked;
}

Window making_days(Making *m)
{
    Date d = m->date->date;
    switch (rand_below(m->rand, 6)) {
    case 0: return (Window){date_plus(d, -3), d};
    case 1: return (Window){d, date_plus(d, 2)};
    case 2: return (Window){date_plus(d, -30), date_plus(d, 20)};
    case 3: return (Window){date_plus(d, 1), date_plus(d, 4)};
    default: return (Window){d, d};
    }
}
