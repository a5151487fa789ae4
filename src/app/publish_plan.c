/* SPDX-License-Identifier: Apache-2.0 */
#include "app/publish_plan.h"

#include "app/access.h"
#include "app/published.h"

/* ---- publishing --------------------------------------------------------- */

static bool may(const Office *office, const PublishWish *wish, Err *err)
{
    AccessWorld world = {&office->r, &office->government};
    AccessAsked asked = {.actor = wish->actor,
                         .use = ACCESS_PUBLISH,
                         .person = NO_PERSON,
                         .unit = NO_UNIT,
                         .day = wish->today};
    return access_allows(&world, &asked, err);
}

static bool is_proved(const RosterMade *made, Err *err)
{
    if (made->solved && made->verified) return true;
    (void)FAIL(err, ERR_INPUT, "only a plan that is proved can be published");
    return err_id(err, "hanya jadwal yang terbukti dapat diterbitkan");
}

static Fact fact_of(const Office *office, const PublishWish *wish,
                    const Plan *plan, Str name, Str digest)
{
    Fact f = fact_blank(FACT_PUBLISH);
    f.id = wish->id;
    f.channel = CHANNEL_WEB;
    f.zone = office->government.zone;
    f.actor = wish->actor;
    f.day = wish->today;
    f.thing = name;
    f.days = plan->window;
    f.number = (int32_t)plan->person_count;
    f.evidence = digest;
    return f;
}

/* The first number that these days do not have yet; said again: that of the
 * first time. */
static bool next_base(Store *store, const Office *office, Window days,
                      FactId id, uint32_t *out, Err *err)
{
    Fact before = {0};
    bool again = false, taken = true;
    if (!store_fact(store, office->arena, office->government.code, id, &before,
                    &again, err))
        return false;
    for (*out = 0; taken;) {
        Str name = published_name(office->arena, days, ++*out, ".csv");
        if (!published_has(store, office->arena, office->government.code, name,
                           &taken, err))
            return false;
        taken = taken && !(again && str_is(before.thing, name));
    }
    return true;
}

typedef struct {
    const Office *office;
    Str name;
} Race;

static bool still_free(Store *store, void *context, Err *err)
{
    const Race *race = context;
    bool taken = false;
    if (!published_has(store, race->office->arena,
                       race->office->government.code, race->name, &taken, err))
        return false;
    if (!taken) return true;
    (void)FAIL(err, ERR_STALE,
               "these days were published by somebody else meanwhile");
    return err_id(err, "hari-hari itu baru saja diterbitkan orang lain");
}

bool publish_plan(Store *store, Office *office, const RosterMade *made,
                  const PublishWish *wish, Receipt *out, Err *err)
{
    Arena *arena = office->arena;
    const Plan *plan = &made->demand.plan;
    if (!may(office, wish, err) || !is_proved(made, err)) return false;
    Buf table = buf_in(arena), proof = buf_in(arena);
    plan_write_csv(plan, &office->r, ',', &table);
    plan_write_cert(plan, &made->demand.problem, &made->answer, &proof);
    uint32_t base = 0;
    if (!next_base(store, office, plan->window, wish->id, &base, err))
        return false;
    Str name = published_name(arena, plan->window, base, ".csv");
    Race race = {office, name};
    Fact fact =
        fact_of(office, wish, plan, name, data_digest(arena, buf_str(&table)));
    DocumentPut documents[] = {
        {STR(PUBLISHED_KIND), name, wish->today, buf_str(&table)},
        { STR(PUBLISHED_KIND),
         published_name(arena, plan->window,           base,                                         ".cert"), wish->today,
         buf_str(&proof)},
    };
    Intent intent = {.government = office->government.code,
                     .facts = &fact,
                     .fact_count = 1,
                     .documents = documents,
                     .document_count = COUNT(documents),
                     .guard = still_free,
                     .context = &race};
    return fact_check(&fact, err) && store_write(store, &intent, out, err);
}
