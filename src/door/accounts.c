/* SPDX-License-Identifier: Apache-2.0 */
#include "door/accounts.h"

bool accounts_read(Visit *v, Account *out)
{
    Err err = {0};
    if (account_of(v->arena, &v->world, v->government,
                   visit_field(v, "orang")->text, out, &err))
        return true;
    visit_refuse(v, &err);
    return false;
}

AccountAct accounts_act(const Visit *v)
{
    return (AccountAct){.government = v->government,
                        .actor = v->actor,
                        .person = visit_field(v, "orang")->text,
                        .channel = CHANNEL_WEB};
}

AccountAct accounts_step(const Visit *v)
{
    AccountAct act = accounts_act(v);
    act.id = visit_field(v, "id")->id;
    return act;
}

SessionAct accounts_sessions(const Visit *v)
{
    return (SessionAct){.government = v->government,
                        .actor = v->actor,
                        .person = visit_field(v, "orang")->text,
                        .channel = CHANNEL_WEB};
}

bool accounts_admin(Visit *v, bool admin, Err *err)
{
    AccountAct act = accounts_step(v);
    if (!invite_admin(v->arena, &v->world, &act, admin, err)) return false;
    accounts_wrote(v);
    return true;
}

void accounts_wrote(const Visit *v)
{
    Err ignored = {0}; /* the next change reads it anew, too */
    (void)!live_wrote(v->live, v->government, &ignored);
}
