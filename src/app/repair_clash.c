/* SPDX-License-Identifier: Apache-2.0 */
#include "app/repair.h"

/* No roster at all: each demand of the smallest clash has its way out, and a
 * cap or a counter can also be left broken, openly. */

typedef struct {
    Office *office;
    const RosterMade *made;
    VEC(Repair) list;
} Ways;

typedef struct {
    const Ways *w;
    const ClashDemand *demand;
    const Repair *repair;
    Lang lang;
    Buf out;
} Telling;

static void put(Telling *t, const char *id, const char *en)
{
    buf_c(&t->out, t->lang == LANG_ID ? id : en);
}

static void put_days(Telling *t)
{
    uint64_t days =
        t->demand->by_days != 0 ? t->demand->by_days : t->demand->days;
    if (days == 0) return;
    Date first = t->w->made->demand.problem.days[__builtin_ctzll(days)];
    put(t, " mulai ", " from ");
    buf_put(&t->out, date_long(t->out.arena, first, t->lang));
    int count = __builtin_popcountll(days);
    buf_format(&t->out, ", %d ", count);
    put(t, "hari", count == 1 ? "day" : "days");
}

static void put_rule(Telling *t)
{
    const Corpus *corpus = &t->w->made->corpus;
    if (t->demand->clause == NO_INDEX) return;
    Str cite = corpus->clauses[t->demand->clause].cite;
    Str words = cite_words(t->out.arena, corpus, cite, t->lang);
    buf_format(&t->out, " (%.*s)", STR_ARG(words));
}

/* The first place that the demand is about. */
static void put_place(Telling *t)
{
    const Problem *p = &t->w->made->demand.problem;
    const Register *r = &t->w->office->r;
    uint32_t at = t->demand->bounds[0].at;
    switch (t->demand->kind) {
    case CLASH_CAP:
    case CLASH_FLOOR:
        buf_put(&t->out, r->units[p->nodes[at].unit.index].name);
        break;
    case CLASH_NEED:
        buf_put(&t->out, r->counters[p->posts[at].counter.index].name);
        break;
    case CLASH_LEAST:
    case CLASH_MOST:
    case CLASH_MUST:
        buf_put(&t->out, r->people[p->rows[at].person.index].name);
        break;
    }
    if (t->demand->places > 1)
        buf_format(&t->out,
                   t->lang == LANG_ID ? " dan %u tempat lain"
                                      : " and %u other places",
                   t->demand->places - 1);
}

/* What is done to one place, id and en; the number stands behind it. */
static const struct {
    const char *id, *en;
} deeds[] = {
    [REPAIR_RAISE_CAP] = {"batas dinaikkan pada ",                 "the cap is raised in "},
    [REPAIR_EXCEED] = {"batas dilanggar, dengan alasan, pada ",
                          "the bound is left broken, with a reason, in "                  },
    [REPAIR_LOWER_FLOOR] = {"batas paling sedikit diturunkan pada ",
                          "the least number is lowered in "                               },
    [REPAIR_LOWER_NEED] = {"kebutuhan petugas diturunkan di ",
                          "the need of officers is lowered at "                           },
    [REPAIR_SHORTEN] = {"loket buka dengan petugas yang ada: ",
                          "the counter opens with the officers there are: "               },
    [REPAIR_EXEMPT] = {"dikecualikan: ",                        "exempted: "           },
};

static void put_count(Telling *t, int64_t n, const char *id, const char *one,
                      const char *many)
{
    buf_number(&t->out, n);
    buf_char(&t->out, ' ');
    put(t, id, n == 1 ? one : many);
}

static void put_price(Telling *t)
{
    const RepairPrice *p = &t->repair->price;
    int64_t cost = t->demand->cost;
    put(t, ". Harganya: ", ". Its price: ");
    if (p->over > 0)
        put_count(t, cost, "kursi di luar aturan, disampaikan ke atas.",
                  "seat outside the rule, shown upwards.",
                  "seats outside the rule, shown upwards.");
    else if (p->wanting > 0)
        put_count(t, cost, "petugas loket tidak ada.", "officer wanting.",
                  "officers wanting.");
    else
        put_count(t, cost, "kursi atau orang diubah aturannya.",
                  "seat or person for whom a rule changes.",
                  "seats or people for whom a rule changes.");
}

static Str way_words(const Ways *w, const Repair *repair, Lang lang)
{
    Telling t = {w, &w->made->clash.demands[repair->demand], repair, lang,
                 buf_in(w->office->arena)};
    put(&t, deeds[repair->kind].id, deeds[repair->kind].en);
    put_place(&t);
    put_rule(&t);
    put(&t, ", sebesar ", ", by ");
    buf_number(&t.out, t.demand->by);
    put_days(&t);
    put_price(&t);
    return buf_str(&t.out);
}

static int32_t number(int64_t n)
{
    return n > INT32_MAX ? INT32_MAX : (int32_t)n;
}

static void add_way(Ways *w, RepairKind kind, uint32_t demand)
{
    int64_t cost = w->made->clash.demands[demand].cost;
    Repair repair = repair_of(kind);
    repair.demand = demand;
    if (kind == REPAIR_EXCEED)
        repair.price.over = number(cost);
    else if (kind == REPAIR_SHORTEN)
        repair.price.wanting = number(cost);
    else
        repair.price.rules = cost;
    repair.said[LANG_ID] = way_words(w, &repair, LANG_ID);
    repair.said[LANG_EN] = way_words(w, &repair, LANG_EN);
    VEC_PUSH(w->office->arena, &w->list, repair);
}

static void add_ways(Ways *w, uint32_t demand)
{
    switch (w->made->clash.demands[demand].kind) {
    case CLASH_CAP:
        add_way(w, REPAIR_RAISE_CAP, demand);
        add_way(w, REPAIR_EXCEED, demand);
        break;
    case CLASH_NEED:
        add_way(w, REPAIR_LOWER_NEED, demand);
        add_way(w, REPAIR_SHORTEN, demand);
        break;
    case CLASH_FLOOR:
        add_way(w, REPAIR_LOWER_FLOOR, demand);
        add_way(w, REPAIR_EXCEED, demand);
        break;
    case CLASH_MOST: add_way(w, REPAIR_RAISE_CAP, demand); break;
    case CLASH_LEAST:
    case CLASH_MUST: add_way(w, REPAIR_EXEMPT, demand); break;
    }
}

bool repair_clash(Office *office, const RosterMade *made, Repairs *out,
                  Err *err)
{
    Ways w = {.office = office, .made = made};
    if (made->solved || made->clash.demand_count == 0)
        return office_refuse(office, "perbaikan-05",
                             STR("ada jadwal yang mungkin, jadi tidak ada "
                                 "benturan yang perlu diselesaikan"),
                             STR("a roster is possible, so there is no clash "
                                 "to be solved"),
                             err);
    for (uint32_t k = 0; k < made->clash.demand_count; k++)
        add_ways(&w, k);
    repair_take(&office->r, w.list.at, w.list.count, out);
    return true;
}
