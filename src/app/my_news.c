/* SPDX-License-Identifier: Apache-2.0 */
#include "app/my_news.h"

#include "app/my_facts.h"

typedef struct {
    Arena *arena;
    const LiveView *view;
    PersonId person;
    Date since;
    VEC(FactId) read;
    VEC(MyNewsItem) items;
} News;

/* ---- what was read -------------------------------------------------------
 */

static bool take_read(void *context, uint64_t number, const Fact *fact,
                      Err *err)
{
    News *news = context;
    (void)number;
    (void)err;
    VEC_PUSH(news->arena, &news->read, fact->about);
    return true;
}

static bool find_read(News *news, Err *err)
{
    const Office *office = news->view->office;
    FactQuery query = {
        .government = office->government.code,
        .days = {news->since, DATE_NEVER},
        .person = office->r.people[news->person.index].code,
        .kinds = UINT64_C(1) << FACT_NOTICE_READ
    };
    return store_facts(live_store(news->view->live), news->arena, &query,
                       take_read, news, err);
}

static bool is_read(const News *news, FactId id)
{
    for (size_t i = 0; i < news->read.count; i++) {
        if (fact_id_is(news->read.at[i], id)) return true;
    }
    return false;
}

/* ---- versions ------------------------------------------------------------
 */

static const PlanTold *told_of(const PlanMove *move, PersonId person)
{
    size_t low = 0, high = move->told_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (move->told[middle].person.index < person.index)
            low = middle + 1;
        else
            high = middle;
    }
    bool found =
        low < move->told_count && move->told[low].person.index == person.index;
    return found ? &move->told[low] : NULL;
}

/* The person's own cells of which the letter changed. */
static void tell_cells(const News *news, const Published *plan,
                       const PlanMove *move, MyNewsItem *item)
{
    VEC(MyNewsCell) cells = {0};
    for (size_t i = 0; i < move->cell_count; i++) {
        const CellMove *cell = &move->cells[i];
        if (cell->person.index != news->person.index || cell->from == cell->to)
            continue;
        MyNewsCell one = {plan->plan.days[cell->day], cell->from, cell->to};
        VEC_PUSH(news->arena, &cells, one);
    }
    item->cells = cells.at;
    item->cell_count = cells.count;
}

static bool is_recent(const News *news, const Fact *fact)
{
    return !date_before(fact->day, news->since);
}

static void add_version(News *news, const Published *plan,
                        const PublishedMove *moved)
{
    const PlanTold *told = told_of(&moved->move, news->person);
    if (told == NULL || !is_recent(news, &moved->fact)) return;
    MyNewsItem item = {.publish = &moved->fact,
                       .days = plan->days,
                       .version = moved->move.version,
                       .told = *told,
                       .read = is_read(news, moved->fact.id)};
    tell_cells(news, plan, &moved->move, &item);
    VEC_PUSH(news->arena, &news->items, item);
}

/* Whoever has no day in the plan is not told that it is there. */
static bool has_days(const News *news, const Published *plan)
{
    for (uint32_t d = 0; d < plan->plan.day_count; d++) {
        if (plan_cell(&plan->plan, news->person, d) != PLACED_NONE) return true;
    }
    return false;
}

static void add_whole(News *news, const Published *plan)
{
    if (!is_recent(news, &plan->fact) || !has_days(news, plan)) return;
    MyNewsItem item = {
        .publish = &plan->fact,
        .days = plan->days,
        .version = 1,
        .told = {.person = news->person, .own = true},
        .read = is_read(news, plan->fact.id)
    };
    VEC_PUSH(news->arena, &news->items, item);
}

static void add_plan(News *news, const Published *plan)
{
    add_whole(news, plan);
    for (size_t i = 0; i < plan->move_count; i++)
        add_version(news, plan, &plan->moves[i]);
}

/* ---- in order ------------------------------------------------------------
 */

static size_t add_sorted(const News *news, bool read, MyNewsItem *out)
{
    size_t added = 0;
    for (size_t i = news->items.count; i-- > 0;) {
        if (news->items.at[i].read == read) out[added++] = news->items.at[i];
    }
    return added;
}

static News news_open(Arena *arena, const LiveView *view, PersonId person,
                      Date today)
{
    return (News){.arena = arena,
                  .view = view,
                  .person = person,
                  .since = date_plus(today, -MY_NEWS_DAYS)};
}

static void add_plans(News *news)
{
    const PublishedList *plans = news->view->plans;
    for (size_t i = 0; i < plans->count; i++)
        add_plan(news, &plans->at[i]);
}

size_t my_news_unread(Arena *arena, const LiveView *view, const MyDay *today)
{
    _Static_assert((int)MY_NEWS_DAYS <= (int)MY_FACTS_BACK,
                   "a day reads as far back");
    size_t unread = 0;
    News news = news_open(arena, view, today->person, today->day);
    for (size_t i = 0; i < today->read_count; i++)
        VEC_PUSH(arena, &news.read, today->read[i]);
    add_plans(&news);
    for (size_t i = 0; i < news.items.count; i++)
        unread += !news.items.at[i].read;
    return unread;
}

bool my_news(Arena *arena, LiveView *view, PersonId person, MyNews *out,
             Err *err)
{
    News news = news_open(arena, view, person, live_today(view));
    if (!find_read(&news, err)) return false;
    add_plans(&news);
    MyNewsItem *sorted = NEW(arena, MyNewsItem, news.items.count + 1);
    out->unread = add_sorted(&news, false, sorted);
    out->count = out->unread + add_sorted(&news, true, sorted + out->unread);
    out->at = sorted;
    return true;
}
