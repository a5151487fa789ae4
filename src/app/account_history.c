/* SPDX-License-Identifier: Apache-2.0 */
#include "app/account_history.h"

#include "app/account_part.h"
#include "base/vec.h"

typedef struct {
    Arena *arena;
    VEC(AccountDeed) all;
} Reading;

/* What else is noted, the name of a token, is for who keeps tokens. */
static Str told(const Fact *fact)
{
    return str_is(fact->word, STR("administrator")) ? fact->text : STR("");
}

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Reading *r = context;
    (void)number;
    (void)err;
    VEC_PUSH(
        r->arena, &r->all,
        ((AccountDeed){fact_when(fact), fact->word, fact->actor, told(fact)}));
    return true;
}

bool account_history(Arena *arena, const AccountWorld *world, Str government,
                     Str person, AccountDeed out[ACCOUNT_HISTORY],
                     size_t *count, Err *err)
{
    Reading reading = {.arena = arena};
    FactQuery query = {.government = government,
                       .days = WINDOW_ALL,
                       .person = person,
                       .kinds = UINT64_C(1) << FACT_ACCOUNT};
    *count = 0;
    if (!store_facts(world->accounts->store, arena, &query, take, &reading,
                     err))
        return false;
    for (size_t i = reading.all.count; i-- > 0 && *count < ACCOUNT_HISTORY;)
        out[(*count)++] = reading.all.at[i];
    return true;
}
