/* SPDX-License-Identifier: Apache-2.0 */
#include "app/access.h"
#include "app/follow_part.h"
#include "app/move_notice.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

/* What moves plans, and what else is asked here. */
static uint64_t kinds_read(void)
{
    uint64_t kinds = K(PUBLISH) | K(SWAP);
    for (unsigned k = 0; k < FACT_KIND_COUNT; k++) {
        if (follow_moves((FactKind)k)) kinds |= UINT64_C(1) << k;
    }
    return kinds;
}

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
                           .known = DATE_NEVER,
                           .kinds = kinds_read()};
    *out = (Following){.world = world, .wish = wish, .arena = office->arena};
    return access_allows(&who, &asked, err) &&
           published_list(world->store, office, DATE_NEVER, &out->plans, err) &&
           (out->plans.count == 0 ||
            data_facts(out->arena, world->store, &facts, &out->facts, err));
}

/* What a version took as begun has begun, whatever day is said now. */
Date follow_first(const Following *f, const Published *published)
{
    Date first = date_plus(f->world->today, 1);
    for (size_t i = 0; i < published->move_count; i++) {
        if (date_before(first, published->moves[i].move.first))
            first = published->moves[i].move.first;
    }
    return first;
}

bool follow_owns(const Following *f, const Published *published, Date day)
{
    return published_on(&f->plans, day) == published;
}

/* ---- who is told --------------------------------------------------------- */

void follow_told(const Following *f, const Published *published,
                 const Plan *after, PlanMove *move)
{
    VEC(MovedCell) cells = {0};
    for (size_t k = 0; k < move->cell_count; k++) {
        const CellMove *c = &move->cells[k];
        if (c->from != c->to && follow_owns(f, published, after->days[c->day]))
            VEC_PUSH(
                f->arena, &cells,
                ((MovedCell){c->person, c->day, c->from, c->to, c->forced}));
    }
    MovedPlan as = {
        .plan = *after, .cells = cells.at, .cell_count = cells.count};
    move_notice(f->arena, &f->world->office->r, &as);
    move->told = as.notices;
    move->told_count = as.notice_count;
}

/* ---- a version ----------------------------------------------------------- */

static Fact fact_of(const Following *f, const Published *p,
                    const Followed *followed, Str name, Str body)
{
    FactId causes[FOLLOW_CAUSES];
    Fact fact = fact_blank(FACT_PUBLISH);
    fact.id = data_id_after(f->wish->id, name);
    fact.channel = CHANNEL_SYSTEM;
    fact.zone = f->world->office->government.zone;
    fact.actor = f->wish->actor;
    fact.day = f->world->today;
    if (follow_causes(followed->move.cause, causes) == 1)
        fact.about = causes[0];
    fact.thing = name;
    fact.days = p->days;
    fact.number = (int32_t)followed->move.cell_count;
    fact.evidence = published_digest(f->arena, body, STR(""));
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

/* What cannot be read again is not published. */
static bool reads_back(const Following *f, Str text, Err *err)
{
    PlanMove unused;
    return plan_move_read(f->arena, text, &f->world->office->r, &unused, err);
}

static bool write(const Following *f, const Published *p, Followed *followed,
                  Fact *fact, Err *err)
{
    Buf text = buf_in(f->arena);
    Str name = published_move_name(f->arena, p, followed->move.version);
    plan_move_write(&followed->move, &f->world->office->r, &text);
    *fact = fact_of(f, p, followed, name, buf_str(&text));
    DocumentPut document = {STR(PUBLISHED_KIND), name, f->world->today,
                            buf_str(&text)};
    Race race = {f, p, name};
    Intent intent = {.government = f->world->office->government.code,
                     .facts = fact,
                     .fact_count = 1,
                     .documents = &document,
                     .document_count = 1,
                     .guard = still_newest,
                     .context = &race};
    return reads_back(f, buf_str(&text), err) && fact_check(fact, err) &&
           store_write(f->world->store, &intent, &followed->receipt, err);
}

static void move_on(const Following *f, Published *p, const Plan *after,
                    const Followed *followed, const Fact *fact)
{
    PublishedMove *moves = NEW(f->arena, PublishedMove, p->move_count + 1);
    for (size_t i = 0; i < p->move_count; i++)
        moves[i] = p->moves[i];
    moves[p->move_count] = (PublishedMove){followed->move, *fact};
    moves[p->move_count++].fact.received = followed->receipt.received;
    p->moves = moves;
    p->plan = *after;
}

bool follow_write(Following *f, Published *published, const Plan *after,
                  Followed *followed, Err *err)
{
    Fact fact;
    followed->move.version = published_version(published) + 1;
    if (!write(f, published, followed, &fact, err)) return false;
    followed->version = followed->move.version;
    move_on(f, published, after, followed, &fact);
    VEC_PUSH(f->arena, &f->list, *followed);
    return true;
}
