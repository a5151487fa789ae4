/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/clash_text.h"

#include "cli/say.h"

enum { PEOPLE_SHOWN = 5, PLACES_SHOWN = 3 };

typedef struct {
    Buf *out;
    Lang lang;
    const RosterMade *made;
    const Problem *problem;
    const Register *r;
} Telling;

/* ---- days and rules ---------------------------------------------------- */

static Date day_at(const Telling *t, uint32_t day)
{
    return t->problem->days[day];
}

static void put_date(const Telling *t, uint32_t day)
{
    buf_put(t->out, date_words(t->out->arena, day_at(t, day), t->lang));
}

/* "3 Agustus 2020", or the first and the last and how many there are. */
static void put_days(const Telling *t, uint64_t days)
{
    int count = __builtin_popcountll(days);
    if (count == 0) return;
    uint32_t first = (uint32_t)__builtin_ctzll(days);
    uint32_t last = 63U - (uint32_t)__builtin_clzll(days);
    if (count > 1)
        say_format(t->out, t->lang, "%d hari antara ", "%d days between ",
                   count);
    put_date(t, first);
    if (count == 1) return;
    say_format(t->out, t->lang, " dan ", " and ");
    put_date(t, last);
}

static void put_clause(const Telling *t, uint32_t clause)
{
    if (clause == NO_INDEX) return;
    Str cite = t->made->corpus.clauses[clause].cite;
    Str words = cite_words(t->out->arena, &t->made->corpus, cite, t->lang);
    buf_format(t->out, " (%.*s)", STR_ARG(words));
}

static Str unit_name(const Telling *t, uint32_t node)
{
    return t->r->units[t->problem->nodes[node].unit.index].name;
}

static void put_people(const Telling *t, const uint32_t *rows, int64_t count)
{
    for (int64_t i = 0; i < count && i < PEOPLE_SHOWN; i++) {
        PersonId person = t->problem->rows[rows[i]].person;
        Str name = t->r->people[person.index].name;
        buf_format(t->out, "%s%.*s", i == 0 ? ": " : ", ", STR_ARG(name));
    }
    if (count > PEOPLE_SHOWN) buf_c(t->out, ", ...");
}

/* ---- what is demanded -------------------------------------------------- */

/* The bound as the letter states it, and who has taken seats of it. */
static void put_cap(const Telling *t, const ClashDemand *demand)
{
    for (uint32_t i = 0; i < demand->bound_count && i < PLACES_SHOWN; i++) {
        const ClashBound *bound = &demand->bounds[i];
        uint32_t day = (uint32_t)__builtin_ctzll(bound->days);
        const BoundWhy *why = &t->problem->nodes[bound->at].why[day];
        Str unit = unit_name(t, bound->at);
        buf_format(t->out, "- %.*s: ", STR_ARG(unit));
        say_format(t->out, t->lang, "paling banyak %d di kantor pada ",
                   "at most %d in the office on ", why->stated);
        put_days(t, bound->days);
        put_clause(t, demand->clause);
        if (why->settled > 0)
            say_format(t->out, t->lang, "; %d di antaranya sudah pasti hadir",
                       "; %d of them are there in any case", why->settled);
        buf_char(t->out, '\n');
    }
}

static void put_floor(const Telling *t, const ClashDemand *demand)
{
    for (uint32_t i = 0; i < demand->bound_count && i < PLACES_SHOWN; i++) {
        const ClashBound *bound = &demand->bounds[i];
        uint32_t day = (uint32_t)__builtin_ctzll(bound->days);
        const ProblemNode *node = &t->problem->nodes[bound->at];
        Str unit = unit_name(t, bound->at);
        int32_t least = node->why_least != NULL ? node->why_least[day].stated
                                                : node->least[day];
        buf_format(t->out, "- %.*s: ", STR_ARG(unit));
        say_format(t->out, t->lang, "paling sedikit %d di kantor pada ",
                   "at least %d in the office on ", least);
        put_days(t, bound->days);
        put_clause(t, demand->clause);
        buf_char(t->out, '\n');
    }
}

static void put_need(const Telling *t, const ClashDemand *demand)
{
    const ClashBound *bound = &demand->bounds[0];
    uint32_t day = (uint32_t)__builtin_ctzll(bound->days);
    const ProblemPost *post = &t->problem->posts[bound->at];
    const Counter *counter = &t->r->counters[post->counter.index];
    say_format(
        t->out, t->lang, "- loket %.*s (%.*s): paling sedikit %d petugas pada ",
        "- counter %.*s (%.*s): at least %d people on ", STR_ARG(counter->name),
        STR_ARG(t->r->units[counter->unit.index].name), post->need[day]);
    put_days(t, demand->days);
    buf_char(t->out, '\n');
}

static void put_of_rows(const Telling *t, const ClashDemand *demand)
{
    buf_c(t->out, "- ");
    say_number(t->out, t->lang, demand->places);
    switch (demand->kind) {
    case CLASH_LEAST:
        say_format(t->out, t->lang, " orang perlu %lld hari kantor dalam ",
                   " people need %lld office days in ",
                   (long long)demand->amount);
        break;
    case CLASH_MOST:
        say_format(
            t->out, t->lang, " orang paling banyak %lld hari kantor dalam ",
            " people at most %lld office days in ", (long long)demand->amount);
        break;
    case CLASH_MUST:
    case CLASH_CAP:
    case CLASH_FLOOR:
    case CLASH_NEED:
        say_format(t->out, t->lang, " orang wajib di kantor pada ",
                   " people must be in the office on ");
        break;
    }
    put_days(t, demand->days);
    put_clause(t, demand->clause);
    buf_char(t->out, '\n');
}

static void put_demand(const Telling *t, const ClashDemand *demand)
{
    switch (demand->kind) {
    case CLASH_CAP: put_cap(t, demand); break;
    case CLASH_FLOOR: put_floor(t, demand); break;
    case CLASH_NEED: put_need(t, demand); return;
    case CLASH_LEAST:
    case CLASH_MOST:
    case CLASH_MUST: put_of_rows(t, demand); return;
    }
    if (demand->bound_count > PLACES_SHOWN)
        say_format(t->out, t->lang, "  dan %u batas lain dari aturan itu\n",
                   "  and %u other bounds of that rule\n",
                   demand->bound_count - PLACES_SHOWN);
}

/* ---- ways out ---------------------------------------------------------- */

static void put_change(const Telling *t, const ClashDemand *demand,
                       const char *id, const char *en)
{
    buf_format(t->out, "- %s %lld", t->lang == LANG_EN ? en : id,
               (long long)demand->by);
    if (demand->kind == CLASH_MOST)
        say_format(t->out, t->lang, ", bagi %u orang", ", for %u people",
                   demand->places);
    else if (demand->places > 1)
        say_format(t->out, t->lang, " pada masing-masing dari %u tempat",
                   " at each of %u places", demand->places);
    if (demand->by_days != 0) { /* none: a whole week or month */
        buf_c(t->out, ", ");
        put_days(t, demand->by_days);
    }
    buf_char(t->out, '\n');
}

static void put_way(const Telling *t, const ClashDemand *demand)
{
    switch (demand->kind) {
    case CLASH_CAP:
        put_change(t, demand, "naikkan batas sebesar", "raise the cap by");
        break;
    case CLASH_FLOOR:
        put_change(t, demand, "turunkan batas bawah sebesar",
                   "lower the floor by");
        break;
    case CLASH_NEED:
        put_change(t, demand, "kurangi kebutuhan loket sebesar",
                   "lower the need of the counter by");
        break;
    case CLASH_MOST:
        put_change(t, demand, "naikkan hari kantor terbanyak sebesar",
                   "raise the most office days by");
        break;
    case CLASH_LEAST:
    case CLASH_MUST:
        say_format(t->out, t->lang, "- kecualikan %lld orang",
                   "- exempt %lld people", (long long)demand->by);
        if (demand->people != NULL) put_people(t, demand->people, demand->by);
        buf_char(t->out, '\n');
        break;
    }
}

void clash_text(const RosterMade *made, Lang lang, Buf *out)
{
    Telling t = {out, lang, made, &made->demand.problem, made->corpus.r};
    const Clash *clash = &made->clash;
    say_format(out, lang,
               "Tidak ada jadwal yang mungkin. Ketentuan ini tidak dapat "
               "dipenuhi bersama:\n",
               "No roster exists. These demands cannot be met together:\n");
    for (uint32_t i = 0; i < clash->demand_count; i++)
        put_demand(&t, &clash->demands[i]);
    say_format(out, lang, "Diminta %lld, tersedia %lld: kurang %lld.\n",
               "Asked %lld, left %lld: short by %lld.\n",
               (long long)clash->asked, (long long)clash->left,
               (long long)(clash->asked - clash->left));
    say_format(out, lang, "Salah satu dari ini cukup:\n",
               "One of these is enough:\n");
    for (uint32_t i = 0; i < clash->demand_count; i++)
        put_way(&t, &clash->demands[i]);
    if (made->verified)
        say_format(out, lang, "sertifikat: benturan terbukti oleh audit\n",
                   "certificate: the clash is verified by audit\n");
    else
        say_format(out, lang, "sertifikat: TIDAK terbukti: %.*s\n",
                   "certificate: NOT verified: %.*s\n",
                   STR_ARG(made->audit_said[lang]));
}
