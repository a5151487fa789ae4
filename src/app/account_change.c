/* SPDX-License-Identifier: Apache-2.0 */
#include "app/account_part.h"
#include "app/kept.h"

#include <sodium.h>
#include <string.h>

/* ---- the change --------------------------------------------------------- */

/* The intent, as far as the guard still fills it in. */
typedef struct {
    AccountChange *change;
    Intent intent;
} Writing;

void account_keep(AccountChange *change, Str kind, Str key, Str body)
{
    KeepPut put = {kind, key, body};
    VEC_PUSH(change->arena, &change->more, put);
}

static bool edit(Store *store, void *context, Err *err)
{
    Writing *w = context;
    AccountChange *change = w->change;
    change->more.count = 0;
    account_keep(change, ACCOUNT_KEPT, change->person, STR(""));
    if (!account_record(change->arena, store, w->intent.government,
                        change->person, &change->record, &change->found, err) ||
        !change->edit(change, err))
        return false;
    change->more.at[0].body =
        account_record_text(change->arena, &change->record);
    w->intent.keeps = change->more.at;
    w->intent.keep_count = (uint32_t)change->more.count;
    return true;
}

bool account_change(AccountChange *change, Err *err)
{
    static const KeepPut none = {STR_INIT("akun"), STR_INIT("-"), STR_INIT("")};
    Writing w = {
        .change = change,
        .intent = {.government = change->office->government.code,
                   .facts = &change->fact,
                   .fact_count = change->traced ? 1 : 0,
                   .guard = edit,
                   .keeps = &none,
                   .keep_count = 1},
    };
    w.intent.context = &w;
    bool done = store_write(change->world->accounts->store, &w.intent,
                            &change->receipt, err);
    session_forget(change->world->accounts, w.intent.government,
                   change->person);
    return done;
}

void account_put_admin(AccountChange *change, bool admin)
{
    Buf body = buf_in(change->arena);
    Date day = account_today(change->world, change->office);
    if (admin) kept_put_number(&body, "sejak", day.days);
    account_keep(change, ACCOUNT_ADMINS, change->person, buf_str(&body));
}

/* ---- its trace ---------------------------------------------------------- */

static FactId new_id(Instant now)
{
    uint64_t random[2];
    randombytes_buf(random, sizeof random);
    return fact_id_of(now, random[0], random[1]);
}

void account_trace(AccountChange *change, Str actor, Channel channel,
                   const char *word, FactId id)
{
    const Office *office = change->office;
    PersonId person = {map_find(&office->r.person_codes, change->person)};
    Fact fact = fact_blank(FACT_ACCOUNT);
    fact.id = fact_id_none(id) ? new_id(change->world->now) : id;
    fact.channel = channel;
    fact.zone = office->government.zone;
    fact.actor = actor;
    fact.person = change->person;
    if (person.index != NO_INDEX)
        fact.unit =
            office->r.units[office->r.people[person.index].unit.index].code;
    fact.day = account_today(change->world, office);
    fact.word = str_of(word);
    change->fact = fact;
    change->traced = true;
}

/* ---- who may ------------------------------------------------------------ */

bool account_person(const Office *office, Str code, PersonId *out, Err *err)
{
    uint32_t index = map_find(&office->r.person_codes, code);
    Str shown = str_slice(code, 0, 60);
    if (index != NO_INDEX) return *out = (PersonId){index}, true;
    (void)FAIL(err, ERR_ABSENT, "the register knows no person '%.*s'",
               STR_ARG(shown));
    return err_id(err, "register tidak mengenal pegawai '%.*s'",
                  STR_ARG(shown));
}

bool account_may(const AccountWorld *world, const Office *office,
                 AccessCase use, Str actor, PersonId person, Err *err)
{
    AccessWorld who = {&office->r, &office->government};
    AccessAsked asked = {.actor = actor,
                         .use = use,
                         .person = person,
                         .unit = NO_UNIT,
                         .day = account_today(world, office)};
    return access_allows(&who, &asked, err);
}

unsigned account_roles(const AccountWorld *world, const Office *office,
                       Str actor)
{
    AccessWorld who = {&office->r, &office->government};
    AccessAsked asked = {.actor = actor,
                         .person = NO_PERSON,
                         .unit = NO_UNIT,
                         .day = account_today(world, office)};
    return access_roles(&who, &asked);
}
