/* SPDX-License-Identifier: Apache-2.0 */
/*
 * invite_demo.c - the accounts of a demonstration, all with one password that
 * everybody may know; marked, so that no other process lets them in.
 */
#include "app/invite_part.h"
#include "app/password.h"

enum { DEMO_MOST = 2000 };

typedef struct {
    Arena *arena;
    const AccountWorld *world;
    const Office *office;
    Str hash;
    VEC(KeepPut) keeps;
    VEC(Fact) facts;
} Demo;

static WaitOwner owner_of(Str government, Str person)
{
    return (WaitOwner){
        .government = government, .person = person, .purpose = "sandi"};
}

static bool add(Demo *demo, Str code, Err *err)
{
    PersonId person;
    AccountChange trace = {
        .arena = demo->arena, .world = demo->world, .office = demo->office};
    AccountRecord record;
    bool found = false;
    if (!account_person(demo->office, code, &person, err) ||
        !account_record(demo->arena, demo->world->accounts->store,
                        demo->office->government.code, code, &record, &found,
                        err))
        return false;
    if (found && !record.demo) return true; /* somebody's own */
    if (!found) record.made = demo->world->now;
    record.demo = true;
    record.hash = demo->hash; /* that of the process before counts no more */
    record.secret = record.recovery = STR("");
    record.epoch++;
    trace.person = code;
    account_trace(&trace, STR("sistem"), CHANNEL_SYSTEM, "buat", (FactId){0});
    trace.fact.text = STR("peragaan");
    KeepPut put = {ACCOUNT_KEPT, code,
                   account_record_text(demo->arena, &record)};
    VEC_PUSH(demo->arena, &demo->facts, trace.fact);
    WaitOwner owner = owner_of(demo->office->government.code, code);
    VEC_PUSH(demo->arena, &demo->keeps, put);
    VEC_PUSH(demo->arena, &demo->keeps, wait_keep(demo->arena, &owner));
    return true;
}

static bool write_all(Demo *demo, Err *err)
{
    Receipt receipt;
    Intent intent = {.government = demo->office->government.code,
                     .facts = demo->facts.at,
                     .fact_count = (uint32_t)demo->facts.count,
                     .keeps = demo->keeps.at,
                     .keep_count = (uint32_t)demo->keeps.count};
    return store_write(demo->world->accounts->store, &intent, &receipt, err);
}

bool invite_demo(Arena *arena, const AccountWorld *world, Str government,
                 const Str *people, size_t count, Str password, Err *err)
{
    Demo demo = {.arena = arena, .world = world};
    KeepPut mark = {ACCOUNT_DEMOS, STR("akun"), STR("ya=1\n")};
    if (count > DEMO_MOST)
        return FAIL(err, ERR_LIMIT, "at most %d accounts of a demonstration",
                    DEMO_MOST);
    if (!account_office(world, government, &demo.office, err) ||
        !password_hash(arena, world->accounts, password, &demo.hash, err))
        return false;
    VEC_PUSH(arena, &demo.keeps, mark);
    for (size_t i = 0; i < count; i++) {
        if (!add(&demo, people[i], err)) return false;
    }
    return write_all(&demo, err);
}

void invite_demo_ready(const AccountWorld *world, Str government, Str person)
{
    WaitOwner owner = owner_of(government, person);
    if (world->accounts->demo) (void)wait_over(world, &owner);
}
