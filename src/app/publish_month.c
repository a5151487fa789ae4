/* SPDX-License-Identifier: Apache-2.0 */
#include "app/publish_month.h"

/* ---- which days ---------------------------------------------------------- */

/* Some clause of the day settles or bounds where people are. */
static bool is_governed(Arena *arena, const LiveView *view, Date day)
{
    uint32_t count = 0;
    const LawDay *law = law_day(arena, view->corpus, day);
    const ClauseId *clauses = law_clauses(law, &count);
    for (uint32_t i = 0; i < count; i++) {
        Act act = corpus_clause(view->corpus, clauses[i])->act;
        if (act == ACT_CAP || act == ACT_PLACE || act == ACT_REST) return true;
    }
    return false;
}

static bool is_bare(Arena *arena, const LiveView *view, Date day)
{
    return date_before(live_today(view), day) &&
           published_on(view->plans, day) == NULL &&
           is_governed(arena, view, day);
}

Window publish_month_days(Arena *arena, const LiveView *view, Window month)
{
    Date first = month.first;
    while (!date_before(month.last, first) && !is_bare(arena, view, first))
        first = date_plus(first, 1);
    Date last = first;
    while (date_before(last, month.last) &&
           is_bare(arena, view, date_plus(last, 1)))
        last = date_plus(last, 1);
    if (date_before(month.last, first)) last = date_plus(first, -1);
    return (Window){first, last};
}

/* ---- publishing ------------------------------------------------------------
 */

static Str clash_said(Arena *arena, const RosterMade *made, Lang lang)
{
    Buf out = buf_in(arena);
    for (uint32_t i = 0; i < made->clash.demand_count; i++) {
        uint32_t clause = made->clash.demands[i].clause;
        if (clause == NO_INDEX) continue;
        if (out.len > 0) buf_c(&out, "; ");
        buf_put(&out, cite_words(arena, &made->corpus,
                                 made->corpus.clauses[clause].cite, lang));
    }
    return buf_str(&out);
}

static bool nothing(Err *err)
{
    (void)FAIL(err, ERR_ABSENT,
               "every day to come of this month that a letter governs is in a "
               "published plan");
    return err_id(err, "semua hari bulan ini yang diatur edaran sudah terbit");
}

/* Was it published before, by this very form? */
static bool was_before(Arena *arena, const LiveView *view, FactId id,
                       Window month, MonthPublished *out, Err *err)
{
    Fact fact = fact_blank(FACT_PUBLISH);
    if (!store_fact(live_store(view->live), arena,
                    view->office->government.code, id, &fact, &out->again, err))
        return false;
    if (!out->again) return true;
    if (fact.kind != FACT_PUBLISH || !window_meets(fact.days, month))
        return data_id_taken(id, err);
    out->days = fact.days;
    out->solved = true;
    out->received = fact.received;
    return true;
}

static bool make(Arena *arena, LiveView *view, const PublishWish *wish,
                 MonthPublished *out, Err *err)
{
    RecordWorld world = live_world(view, arena);
    RosterMade *made = NEW(arena, RosterMade, 1);
    RosterWish roster = make_roster_wish();
    Receipt receipt = {0};
    Err ignored = {0};
    roster.window = out->days;
    if (!make_roster(world.office, &roster, made, err)) return false;
    out->solved = made->solved;
    if (!made->solved) {
        out->said[LANG_ID] = clash_said(arena, made, LANG_ID);
        out->said[LANG_EN] = clash_said(arena, made, LANG_EN);
        return true;
    }
    if (!publish_plan(world.store, world.office, made, wish, &receipt, err))
        return false;
    out->received = receipt.received;
    out->again = receipt.again;
    /* What is kept is kept, whether or not it can be shown at once. */
    (void)!live_wrote(view->live, view->office->government.code, &ignored);
    return true;
}

bool publish_month(Arena *arena, LiveView *view, Window month,
                   const PublishWish *wish, MonthPublished *out, Err *err)
{
    MonthPublished done = {.days = publish_month_days(arena, view, month),
                           .id = wish->id};
    if (!was_before(arena, view, wish->id, month, &done, err)) return false;
    if (!done.again && window_is_empty(done.days)) return nothing(err);
    if (!done.again && !make(arena, view, wish, &done, err)) return false;
    *out = done;
    return true;
}
