/* SPDX-License-Identifier: Apache-2.0 */
#include "app/access.h"
#include "app/enact.h"
#include "app/follow_plan.h"
#include "app/simulate_part.h"
#include "circular/parse.h"

#include <stdio.h>

enum { LETTER_MOST = 1 << 20 };

#define PROPOSALS "usulan"

static void note_refusal(SimulatedHours *h, const Err *err)
{
    if (h->said->refused++ == 0) h->said->why = *err;
}

/* ---- the plan follows ---------------------------------------------------- */

/* The office as it is known now; the one of before stays where it is. */
static bool read_again(SimulatedHours *h, Err *err)
{
    Office *office = NEW(h->arena, Office, 1);
    if (!simulate_office(h->s, h->arena, office, err)) return false;
    h->office = office;
    h->world.office = office;
    return true;
}

bool simulate_follow(SimulatedHours *h, Err *err)
{
    FollowWish wish = {.actor = STR("sistem"), .id = simulate_id(h->s)};
    FollowedList list = {0};
    if (!read_again(h, err) || !follow_plan(&h->world, &wish, &list, err))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        const Followed *f = &list.at[i];
        h->said->clashes += f->kind == FOLLOW_CLASH;
        if (f->kind != FOLLOW_MOVED) continue;
        h->said->versions++;
        h->said->told += f->move.told_count;
        for (size_t k = 0; k < f->move.cell_count; k++)
            h->said->moved += f->move.cells[k].from != f->move.cells[k].to;
    }
    return true;
}

/* ---- the case of the first Tuesday --------------------------------------- */

/* A small unit kerja with a head. */
static UnitId unit_of_case(Simulation *s, const Register *r, Date day)
{
    for (int tries = 0; tries < 1000; tries++) {
        UnitId unit = {rand_below(&s->rand, r->unit_count)};
        if (r->units[unit.index].type == UNIT_KELURAHAN &&
            unit_head(r, unit, day).index != NO_INDEX)
            return unit;
    }
    return NO_UNIT;
}

static Fact closure_of(Simulation *s, const RecordWorld *world, UnitId unit,
                       Date day)
{
    const Register *r = &world->office->r;
    Fact f = fact_blank(FACT_CLOSURE);
    f.channel = CHANNEL_WEB;
    f.zone = world->office->government.zone;
    f.actor = r->people[unit_head(r, unit, day).index].code;
    f.unit = r->units[unit.index].code;
    f.day = day;
    f.days = (Window){day, DATE_NEVER};
    f.word = STR("kasus");
    f.at = f.sent = s->now;
    f.id = simulate_id(s);
    return f;
}

/* Of as many days as the letter says; where none says it, of three. */
static bool order_closure(const RecordWorld *world, Fact f, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Recorded recorded;
    if (record_fact(arena, world, &f, STR(""), &recorded, err)) return true;
    if (err->kind != ERR_INPUT) return false;
    *err = (Err){0};
    f.days.last = date_plus(f.day, 2);
    return record_fact(arena, world, &f, STR(""), &recorded, err);
}

static void close_a_unit(SimulatedHours *h)
{
    Simulation *s = h->s;
    Date day = h->world.today;
    if (s->had_case || date_weekday(day) != TUESDAY) return;
    UnitId unit = unit_of_case(s, &h->office->r, day);
    if (unit.index == NO_UNIT.index) return;
    s->had_case = true;
    Fact f = closure_of(s, &h->world, unit, day);
    Err err = {0};
    if (order_closure(&h->world, f, &err))
        (void)snprintf(h->said->closed, sizeof h->said->closed, "%.*s",
                       STR_ARG(f.unit));
    else
        note_refusal(h, &err);
}

/* ---- letters of the day -------------------------------------------------- */

/* The nth who may sign letters; empty: there is none. */
static Str signer(const SimulatedHours *h, int nth)
{
    const Register *r = &h->office->r;
    AccessWorld world = {r, &h->office->government};
    AccessAsked asked = {.use = ACCESS_ENACT,
                         .person = NO_PERSON,
                         .unit = NO_UNIT,
                         .day = h->world.today};
    for (uint32_t p = 0; p < r->person_count; p++) {
        Err unused = {0};
        asked.actor = r->people[p].code;
        if (access_allows(&world, &asked, &unused) && nth-- == 0)
            return asked.actor;
    }
    return STR("");
}

/* Proposed by one, put into force by another. */
static bool enact(SimulatedHours *h, Str name, Str body, Err *err)
{
    Receipt receipt;
    EnactProposal proposal = {
        .id = simulate_id(h->s),
        .actor = signer(h, 0),
        .channel = CHANNEL_WEB,
        .name = str_format(h->arena, "letters/%.*s", STR_ARG(name)),
        .body = body};
    EnactSigning signing = {simulate_id(h->s), proposal.id, signer(h, 1),
                            CHANNEL_WEB};
    return enact_propose(h->arena, &h->world, &proposal, &receipt, err) &&
           enact_letter(h->arena, &h->world, &signing, &receipt, err);
}

static bool is_of_today(const SimulatedHours *h, Str name, Str body)
{
    Source source = {name, body};
    Letter letter = {0};
    Diags diags = diags_in(h->arena);
    return letter_parse(h->arena, &source, &letter, &diags) &&
           date_is(letter.enacted, h->world.today);
}

static bool take_letter(SimulatedHours *h, Str name, Err *err)
{
    Str body = {0};
    Err why = {0};
    const char *path =
        str_c(h->arena, str_format(h->arena, PROPOSALS "/%.*s", STR_ARG(name)));
    if (!data_files_read(h->arena, &h->office->files, path, LETTER_MOST, &body,
                         err))
        return false;
    if (!is_of_today(h, name, body)) return true;
    if (!enact(h, name, body, &why))
        note_refusal(h, &why);
    else
        (void)snprintf(h->said->enacted, sizeof h->said->enacted, "%.*s",
                       STR_ARG(name));
    return true;
}

/* Proposals that bear the date of the day. */
static bool enact_letters(SimulatedHours *h, Err *err)
{
    FileNames names = {0};
    if (!data_files_has(&h->office->files, h->arena, PROPOSALS)) return true;
    if (!data_files_list(h->arena, &h->office->files, PROPOSALS, STR(".edaran"),
                         &names, err))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        if (!take_letter(h, names.at[i], err)) return false;
    }
    return true;
}

bool simulate_orders(SimulatedHours *h, Err *err)
{
    close_a_unit(h);
    if (!enact_letters(h, err)) return false;
    bool ordered = h->said->closed[0] != '\0' || h->said->enacted[0] != '\0';
    return !ordered || simulate_follow(h, err);
}
