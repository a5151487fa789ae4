/* SPDX-License-Identifier: Apache-2.0 */
#include "app/publish_plan.h"

#include "app/access.h"

#define PLAN_KIND STR("jadwal")

/* ---- publishing --------------------------------------------------------- */

static bool may(const Office *office, const PublishWish *wish, Err *err)
{
    AccessWorld world = {&office->r, &office->government, NULL, 0};
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

static Str name_of(Arena *arena, Window days, const char *ending)
{
    char first[DATE_TEXT], last[DATE_TEXT];
    return str_format(arena, "%s_%s.%s", date_iso(days.first, first),
                      date_iso(days.last, last), ending);
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

bool publish_plan(Store *store, Office *office, const RosterMade *made,
                  const PublishWish *wish, Receipt *out, Err *err)
{
    Arena *arena = office->arena;
    const Plan *plan = &made->demand.plan;
    if (!may(office, wish, err) || !is_proved(made, err)) return false;
    Buf table = buf_in(arena), proof = buf_in(arena);
    plan_write_csv(plan, &office->r, ',', &table);
    plan_write_cert(plan, &made->demand.problem, &made->answer, &proof);
    Str name = name_of(arena, plan->window, "csv");
    Fact fact =
        fact_of(office, wish, plan, name, data_digest(arena, buf_str(&table)));
    DocumentPut documents[] = {
        {PLAN_KIND,     name,    wish->today, buf_str(&table)},
        { PLAN_KIND, name_of(arena, plan->window, "cert"),                                      wish->today,
         buf_str(&proof)},
    };
    Intent intent = {.government = office->government.code,
                     .facts = &fact,
                     .fact_count = 1,
                     .documents = documents,
                     .document_count = COUNT(documents)};
    return fact_check(&fact, err) && store_write(store, &intent, out, err);
}

/* ---- finding ------------------------------------------------------------ */

/* The days in the name of a table; false for a certificate. */
static bool days_in(Str name, Window *out)
{
    Err ignored = {0};
    return name.len == 25 && str_ends(name, STR(".csv")) &&
           date_parse(str_slice(name, 0, 10), &out->first, &ignored) &&
           date_parse(str_slice(name, 11, 21), &out->last, &ignored);
}

static const Document *newest_for(const Document *all, size_t count, Date day)
{
    const Document *best = NULL;
    for (size_t i = 0; i < count; i++) {
        Window days;
        if (days_in(all[i].name, &days) && window_has(days, day) &&
            (best == NULL || all[i].put.us > best->put.us))
            best = &all[i];
    }
    return best;
}

static const Document *beside(const Document *all, size_t count, Str table)
{
    Str stem = str_slice(table, 0, table.len - 4);
    for (size_t i = 0; i < count; i++) {
        if (str_starts(all[i].name, stem) &&
            str_ends(all[i].name, STR(".cert")))
            return &all[i];
    }
    return NULL;
}

bool published_plan(Store *store, Office *office, Window window, Date known,
                    Plan *out, bool *found, Err *err)
{
    Document *all = NULL;
    size_t count = 0;
    Answer unused = {0};
    if (!store_documents(store, office->arena, office->government.code,
                         PLAN_KIND, known, &all, &count, err))
        return false;
    const Document *table = newest_for(all, count, window.first);
    const Document *proof =
        table == NULL ? NULL : beside(all, count, table->name);
    *found = proof != NULL;
    return !*found || plan_read(office->arena, table->body, proof->body,
                                &office->r, out, &unused, err);
}
