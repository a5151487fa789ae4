/* SPDX-License-Identifier: Apache-2.0 */
#include "app/access.h"
#include "app/follow_part.h"

bool follow_open(const RecordWorld *world, const FollowWish *wish,
                 Following *out, Err *err)
{
    Office *office = world->office;
    AccessWorld who = {&office->r, &office->government};
    AccessAsked asked = {.actor = wish->actor,
                         .use = ACCESS_PUBLISH,
                         .person = NO_PERSON,
                         .unit = NO_UNIT,
                         .day = world->today};
    DataFactsWish facts = {.government = office->government.code,
                           .zone = office->government.zone,
                           .known = DATE_NEVER};
    *out = (Following){.world = world, .wish = wish, .arena = office->arena};
    return access_allows(&who, &asked, err) &&
           data_facts(out->arena, world->store, &facts, &out->facts, err);
}

Date follow_first(const Following *f)
{
    return date_plus(f->world->today, 1);
}

/* ---- a version ----------------------------------------------------------- */

static Fact fact_of(const Following *f, const Published *p,
                    const Followed *followed, Str name, Str body)
{
    Fact fact = fact_blank(FACT_PUBLISH);
    fact.id = data_id_after(f->wish->id, name);
    fact.channel = CHANNEL_SYSTEM;
    fact.zone = f->world->office->government.zone;
    fact.actor = f->wish->actor;
    fact.day = f->world->today;
    fact.about = followed->cause;
    fact.thing = name;
    fact.days = p->days;
    fact.number = (int32_t)followed->move.cell_count;
    fact.evidence = data_digest(f->arena, body);
    return fact;
}

typedef struct {
    const Following *f;
    const Published *published;
    Str name;
} Race;

static bool lost(const Race *race, Err *err)
{
    (void)FAIL(err, ERR_STALE,
               "the plan %.*s was published anew meanwhile; ask once more",
               STR_ARG(race->published->name));
    return err_id(err, "jadwal %.*s baru saja terbit lagi; ulangi permintaan",
                  STR_ARG(race->published->name));
}

/* Nobody has published these days, or this version of them, meanwhile. */
static bool still_newest(Store *store, void *context, Err *err)
{
    const Race *race = context;
    const Published *p = race->published;
    Arena *arena = race->f->arena;
    Str government = race->f->world->office->government.code;
    Str next = published_name(arena, p->days, p->base + 1, ".csv");
    bool anew = false, moved = false;
    if (!published_has(store, arena, government, next, &anew, err) ||
        !published_has(store, arena, government, race->name, &moved, err))
        return false;
    return (!anew && !moved) || lost(race, err);
}

static bool write(const Following *f, const Published *p, Followed *followed,
                  Err *err)
{
    Buf text = buf_in(f->arena);
    Str name = published_move_name(f->arena, p, followed->move.version);
    plan_move_write(&followed->move, &f->world->office->r, &text);
    Fact fact = fact_of(f, p, followed, name, buf_str(&text));
    DocumentPut document = {STR(PUBLISHED_KIND), name, f->world->today,
                            buf_str(&text)};
    Race race = {f, p, name};
    Intent intent = {.government = f->world->office->government.code,
                     .facts = &fact,
                     .fact_count = 1,
                     .documents = &document,
                     .document_count = 1,
                     .guard = still_newest,
                     .context = &race};
    return fact_check(&fact, err) &&
           store_write(f->world->store, &intent, &followed->receipt, err);
}

static void move_on(const Following *f, Published *p, const Plan *after,
                    const Followed *followed)
{
    PublishedMove *moves = NEW(f->arena, PublishedMove, p->move_count + 1);
    for (size_t i = 0; i < p->move_count; i++)
        moves[i] = p->moves[i];
    moves[p->move_count++] = (PublishedMove){
        followed->move, followed->receipt.received, followed->receipt.id};
    p->moves = moves;
    p->plan = *after;
}

bool follow_write(Following *f, Published *published, const Plan *after,
                  Followed *followed, Err *err)
{
    char cause[FACT_ID_TEXT] = "";
    if (!fact_id_none(followed->cause))
        (void)fact_id_text(followed->cause, cause);
    followed->move.version = published_version(published) + 1;
    followed->move.cause = str_copy(f->arena, str_of(cause));
    if (!write(f, published, followed, err)) return false;
    followed->kind = FOLLOW_MOVED;
    followed->version = followed->move.version;
    move_on(f, published, after, followed);
    VEC_PUSH(f->arena, &f->list, *followed);
    return true;
}
