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
    f.channel = wish->channel;
    f.zone = office->government.zone;
    f.actor = wish->actor;
    f.day = wish->today;
    f.thing = name;
    f.days = plan->window;
    f.number = (int32_t)plan->person_count;
    f.evidence = digest;
    return f;
}

/* The first number that these days do not have yet, or that of the name. */
static bool next_base(Store *store, const Office *office, Window days,
                      Str name_before, uint32_t *out, Err *err)
{
    bool taken = true;
    for (*out = 0; taken;) {
        Str name = published_name(office->arena, days, ++*out, ".csv");
        if (!published_has(store, office->arena, office->government.code, name,
                           &taken, err))
            return false;
        taken = taken && !str_is(name_before, name);
    }
    return true;
}

/* Days that have begun belong to the plan that was there. */
static bool days_are_free(Store *store, Office *office, Window days, Date today,
                          Err *err)
{
    PublishedList list;
    if (!published_list(store, office, DATE_NEVER, &list, err)) return false;
    Window begun = {days.first,
                    date_before(days.last, today) ? days.last : today};
    for (size_t i = 0; i < list.count; i++) {
        if (window_is_empty(begun) || !window_meets(list.at[i].days, begun))
            continue;
        char text[DATE_TEXT];
        (void)date_iso(date_plus(today, 1), text);
        (void)FAIL(err, ERR_INPUT,
                   "days that have begun are published already; publish from "
                   "%s on",
                   text);
        return err_id(err,
                      "hari yang sudah berjalan telah terbit; terbitkan mulai "
                      "%s",
                      text);
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

static bool put(Store *store, const Office *office, const Fact *fact,
                const DocumentPut documents[2], Receipt *out, Err *err)
{
    Race race = {office, fact->thing};
    Intent intent = {.government = office->government.code,
                     .facts = fact,
                     .fact_count = 1,
                     .documents = documents,
                     .document_count = 2,
                     .guard = still_free,
                     .context = &race};
    return fact_check(fact, err) && store_write(store, &intent, out, err);
}

static bool find_base(Store *store, Office *office, const PublishWish *wish,
                      Window days, uint32_t *out, Err *err)
{
    Fact before = {0};
    bool again = false;
    return store_fact(store, office->arena, office->government.code, wish->id,
                      &before, &again, err) &&
           (again || days_are_free(store, office, days, wish->today, err)) &&
           next_base(store, office, days, before.thing, out, err);
}

bool publish_plan(Store *store, Office *office, const RosterMade *made,
                  const PublishWish *wish, Receipt *out, Err *err)
{
    Arena *arena = office->arena;
    const Plan *plan = &made->demand.plan;
    Window days = plan->window;
    uint32_t base = 0;
    if (!may(office, wish, err) || !is_proved(made, err) ||
        !find_base(store, office, wish, days, &base, err))
        return false;
    Buf table = buf_in(arena), proof = buf_in(arena);
    plan_write_csv(plan, &office->r, ',', &table);
    plan_write_cert(plan, &made->demand.problem, &made->answer, &proof);
    Str kind = STR(PUBLISHED_KIND);
    Str name = published_name(arena, days, base, ".csv");
    Str beside = published_name(arena, days, base, ".cert");
    Str digest = published_digest(arena, buf_str(&table), buf_str(&proof));
    Fact fact = fact_of(office, wish, plan, name, digest);
    DocumentPut documents[2] = {
        {kind, name,   wish->today, buf_str(&table)},
        {kind, beside, wish->today, buf_str(&proof)},
    };
    return put(store, office, &fact, documents, out, err);
}
