/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/plan_text.h"

#include "cli/clash_text.h"

enum { CELLS_SHOWN = 8, CAUSES_SHOWN = 3 };

typedef struct {
    const Call *call;
    const Office *office;
    const DataFacts *facts;
    Buf *out;
} Telling;

/* ---- parts --------------------------------------------------------------- */

static void put_days(const Telling *t, Window days)
{
    Str first = date_words(t->call->arena, days.first, t->call->lang);
    Str last = date_words(t->call->arena, days.last, t->call->lang);
    say_format(t->out, t->call->lang, "Jadwal %.*s sampai dengan %.*s",
               "Plan of %.*s to %.*s", STR_ARG(first), STR_ARG(last));
}

static Date day_of(const PlanMove *move, uint32_t day)
{
    return date_plus(move->window.first, (int32_t)day);
}

/* Days on which somebody is elsewhere than before. */
static size_t days_moved(const PlanMove *move)
{
    size_t count = 0;
    for (size_t k = 0; k < move->cell_count; k++)
        count += move->cells[k].from != move->cells[k].to;
    return count;
}

static void put_cell(const Telling *t, const PlanMove *move, const CellMove *c)
{
    Lang lang = t->call->lang;
    const Person *person = &t->office->r.people[c->person.index];
    Str day = date_words(t->call->arena, day_of(move, c->day), lang);
    Str from = placed_word((Placed)c->from, lang);
    Str to = placed_word((Placed)c->to, lang);
    buf_format(t->out, "    %.*s  %.*s  %.*s: %.*s -> %.*s%s\n",
               STR_ARG(person->code), STR_ARG(person->name), STR_ARG(day),
               STR_ARG(from), STR_ARG(to),
               c->forced         ? ""
               : lang == LANG_ID ? " (akibatnya)"
                                 : " (in consequence)");
}

static void put_cells(const Telling *t, const PlanMove *move)
{
    size_t shown = 0, all = days_moved(move);
    for (size_t k = 0; k < move->cell_count && shown < CELLS_SHOWN; k++) {
        if (move->cells[k].from == move->cells[k].to) continue;
        put_cell(t, move, &move->cells[k]);
        shown++;
    }
    if (all > shown)
        say_format(t->out, t->call->lang, "    dan %zu lagi\n",
                   "    and %zu more\n", all - shown);
}

static void put_counts(const Telling *t, const PlanMove *move)
{
    say_format(t->out, t->call->lang,
               "%zu orang-hari berubah, %zu orang diberi tahu\n",
               "%zu person-days change, %zu people are told\n",
               days_moved(move), move->told_count);
}

/* ---- following ----------------------------------------------------------- */

static void put_dropped(const Telling *t, const MovedPlan *moved)
{
    for (size_t k = 0; moved != NULL && k < moved->dropped_count; k++) {
        const PlanPin *pin = &moved->dropped[k];
        const Person *person = &t->office->r.people[pin->person.index];
        Str day = date_words(t->call->arena, pin->day, t->call->lang);
        say_format(t->out, t->call->lang,
                   "    hari tetap %.*s pada %.*s tidak dapat dipertahankan\n",
                   "    the fixed day of %.*s on %.*s cannot be kept\n",
                   STR_ARG(person->code), STR_ARG(day));
    }
}

static void put_moved(const Telling *t, const Followed *f)
{
    say_format(t->out, t->call->lang, ": versi %u; ", ": version %u; ",
               f->version);
    put_counts(t, &f->move);
    put_cells(t, &f->move);
}

static void put_refused(const Telling *t, const Followed *f)
{
    bool own = t->call->lang == LANG_ID && f->why.id[0] != '\0';
    say_format(t->out, t->call->lang,
               ": tukar hari tidak dapat lagi dijalankan: %s\n",
               ": a swap is not possible any more: %s\n",
               own ? f->why.id : f->why.text);
}

static void put_bare(const Telling *t, Window days)
{
    Str first = date_words(t->call->arena, days.first, t->call->lang);
    Str last = date_words(t->call->arena, days.last, t->call->lang);
    say_format(t->out, t->call->lang,
               "%.*s sampai dengan %.*s belum mempunyai jadwal terbit\n",
               "%.*s to %.*s has no published plan yet\n", STR_ARG(first),
               STR_ARG(last));
}

static void put_followed(const Telling *t, const Followed *f)
{
    if (f->kind == FOLLOW_BARE) {
        put_bare(t, f->days);
        return;
    }
    put_days(t, f->days);
    switch (f->kind) {
    case FOLLOW_BARE: break;
    case FOLLOW_SAME:
        say_format(t->out, t->call->lang, ": tetap versi %u\n",
                   ": still version %u\n", f->version);
        break;
    case FOLLOW_MOVED: put_moved(t, f); break;
    case FOLLOW_REFUSED: put_refused(t, f); break;
    case FOLLOW_CLASH:
        say_format(t->out, t->call->lang,
                   ": tetap versi %u, karena tidak ada susunan yang memenuhi "
                   "semua aturan\n",
                   ": still version %u, for nothing keeps all the rules\n",
                   f->version);
        clash_text(&f->moved->made, t->call->lang, t->out);
        break;
    }
    put_dropped(t, f->moved);
}

bool plan_text_followed(const Call *call, const Office *office,
                        const FollowedList *list, Buf *out)
{
    Telling t = {.call = call, .office = office, .out = out};
    bool good = true;
    for (size_t i = 0; i < list->count; i++) {
        put_followed(&t, &list->at[i]);
        good = good && list->at[i].kind != FOLLOW_CLASH;
    }
    return good;
}

/* ---- versions ------------------------------------------------------------ */

static const Fact *fact_with(const Telling *t, FactId id)
{
    for (size_t i = 0; i < t->facts->count; i++) {
        if (fact_id_is(t->facts->at[i].id, id)) return &t->facts->at[i];
    }
    return NULL;
}

/* "recall B00012, by B00003" */
static void put_fact(const Telling *t, const Fact *fact)
{
    Lang lang = t->call->lang;
    Str who = fact->person.len > 0 ? fact->person : fact->unit;
    if (fact->kind == FACT_PUBLISH) {
        say_format(t->out, lang, "versi sebelumnya ditarik",
                   "a version before was taken back");
        return;
    }
    buf_put(t->out, fact_kind_word(fact->kind, lang));
    if (who.len > 0) buf_format(t->out, " %.*s", STR_ARG(who));
    say_format(t->out, lang, ", oleh %.*s", ", by %.*s", STR_ARG(fact->actor));
}

/* Of those whom it may concern: NO_PERSON, everything. */
static bool concerns(const Telling *t, const Fact *fact, PersonId reader)
{
    const Register *r = &t->office->r;
    if (reader.index == NO_INDEX || fact->person.len == 0) return true;
    uint32_t whose = map_find(&r->person_codes, fact->person);
    if (whose == NO_INDEX) return false;
    return whose == reader.index ||
           str_is(fact->thing, r->people[reader.index].code) ||
           person_superior(r, (PersonId){whose}, fact->day).index ==
               reader.index;
}

/* What the version follows; of somebody told, only what is about them. */
static void put_cause(const Telling *t, const PlanMove *move, PersonId reader)
{
    FactId ids[FOLLOW_CAUSES];
    size_t count = follow_causes(move->cause, ids), shown = 0, more = 0;
    for (size_t i = 0; i < count; i++) {
        const Fact *fact = fact_with(t, ids[i]);
        if (fact == NULL || !concerns(t, fact, reader)) continue;
        if (shown == CAUSES_SHOWN) {
            more++;
            continue;
        }
        if (shown++ > 0) buf_put(t->out, STR("; "));
        put_fact(t, fact);
    }
    if (shown == 0)
        say_format(t->out, t->call->lang, "akibat perubahan lain",
                   "in consequence of other changes");
    if (more > 0)
        say_format(t->out, t->call->lang, "; dan %zu lagi", "; and %zu more",
                   more);
    if (move->cell_count == 0)
        say_format(t->out, t->call->lang, " (tidak dapat dijalankan)",
                   " (not possible)");
}

static void put_when(const Telling *t, Instant at)
{
    Zone zone = t->office->government.zone;
    char day[DATE_TEXT];
    int minute = zone_minute(zone, at);
    buf_format(t->out, "%s %02d.%02d  ", date_iso(zone_day(zone, at), day),
               minute / 60, minute % 60);
}

void plan_text_versions(const Call *call, const Office *office,
                        const Published *published, const DataFacts *facts,
                        Buf *out)
{
    Telling t = {call, office, facts, out};
    put_days(&t, published->days);
    say_format(out, call->lang, ": versi %u\n", ": version %u\n",
               published_version(published));
    buf_put(out, STR("  1  "));
    put_when(&t, published->fact.received);
    say_format(out, call->lang, "diterbitkan untuk %u pegawai\n",
               "published for %u people\n", published->plan.person_count);
    for (size_t i = 0; i < published->move_count; i++) {
        const PlanMove *move = &published->moves[i].move;
        buf_format(out, "  %u  ", move->version);
        put_when(&t, published->moves[i].fact.received);
        put_cause(&t, move, NO_PERSON);
        buf_put(out, STR(": "));
        put_counts(&t, move);
        put_cells(&t, move);
    }
}

/* ---- what one is told ------------------------------------------------------
 */

static const PlanTold *told_of(const PlanMove *move, PersonId person)
{
    for (size_t k = 0; k < move->told_count; k++) {
        if (move->told[k].person.index == person.index) return &move->told[k];
    }
    return NULL;
}

static bool was_read(const Telling *t, FactId version, PersonId person)
{
    Str code = t->office->r.people[person.index].code;
    for (size_t i = 0; i < t->facts->count; i++) {
        const Fact *f = &t->facts->at[i];
        if (f->kind == FACT_NOTICE_READ && fact_id_is(f->about, version) &&
            str_is(f->person, code))
            return true;
    }
    return false;
}

static void put_why(const Telling *t, const PlanTold *told)
{
    Lang lang = t->call->lang;
    if (told->own) say_format(t->out, lang, "; harinya", "; own days");
    if (told->superior)
        say_format(t->out, lang, "; hari bawahannya", "; days of their staff");
    if (told->unit)
        say_format(t->out, lang, "; unitnya ditutup atau dibuka",
                   "; their unit is shut or opens");
}

static void put_own_cells(const Telling *t, const PlanMove *move,
                          PersonId person)
{
    for (size_t k = 0; k < move->cell_count; k++) {
        const CellMove *c = &move->cells[k];
        if (c->person.index == person.index && c->from != c->to)
            put_cell(t, move, c);
    }
}

static void put_read(const Telling *t, const Fact *version, PersonId person)
{
    if (was_read(t, version->id, person)) {
        say_format(t->out, t->call->lang, "; sudah dibaca\n", "; read\n");
    } else {
        char id[FACT_ID_TEXT];
        say_format(t->out, t->call->lang,
                   "; belum dibaca (dibaca, tentang=%s)\n",
                   "; not read yet (notice read, tentang=%s)\n",
                   fact_id_text(version->id, id));
    }
}

static void put_told(const Telling *t, const PublishedMove *kept,
                     const PlanTold *told)
{
    put_when(t, kept->fact.received);
    put_cause(t, &kept->move, told->person);
    put_why(t, told);
    put_read(t, &kept->fact, told->person);
    put_own_cells(t, &kept->move, told->person);
}

size_t plan_text_told(const Call *call, const Office *office,
                      const Published *published, const DataFacts *facts,
                      PersonId person, Buf *out)
{
    Telling t = {call, office, facts, out};
    size_t count = 1;
    put_when(&t, published->fact.received);
    put_days(&t, published->days);
    say_format(out, call->lang, " diterbitkan", " published");
    put_read(&t, &published->fact, person);
    for (size_t i = 0; i < published->move_count; i++) {
        const PublishedMove *kept = &published->moves[i];
        const PlanTold *told = told_of(&kept->move, person);
        if (told == NULL) continue;
        put_told(&t, kept, told);
        count++;
    }
    return count;
}
