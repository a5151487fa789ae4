/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/acting.h"

#include "base/clock.h"
#include "cli/args.h"
#include "cli/find_actor.h"

#include <sodium.h>

bool acting_open(const Call *call, OpenHow how, Acting *out, int *code)
{
    Err err = {0};
    RecordWorld *world = &out->world;
    *out = (Acting){0};
    *code = EXIT_USAGE;
    if (!args_option_date(call, OPT_ON, DATE_NEVER, &world->today))
        return false;
    *code = EXIT_WORLD;
    if (sodium_init() < 0 || !open_data(call, how, &out->store, code))
        return false;
    if (!office_open_data(call->arena, out->store,
                          str_of(call->option[OPT_GOVERNMENT]), DATE_NEVER,
                          &out->office, &err)) {
        *code = say_refusal(call, &out->office, &err);
        return false;
    }
    if (!find_actor(call, &out->office.r, call->option[OPT_AS], &out->actor,
                    code))
        return false;
    world->store = out->store;
    world->office = &out->office;
    world->meeting_most = RECORD_MEETING_MOST;
    if (date_is(world->today, DATE_NEVER))
        world->today = zone_day(out->office.government.zone, clock_now());
    *code = EXIT_DONE;
    return true;
}

void acting_done(Acting *acting)
{
    store_close(acting->store);
    acting->store = NULL;
}
