/* SPDX-License-Identifier: Apache-2.0 */
#include "app/draft_publish.h"

#include <string.h>

/* ---- facts --------------------------------------------------------------- */

static FactId id_of(Arena *arena, FactId id, Str person, Date day, size_t count)
{
    char iso[DATE_TEXT];
    if (count == 0) return id;
    return data_id_after(
        id, str_format(arena, "%.*s|%s", STR_ARG(person), date_iso(day, iso)));
}

static void add_fact(Arena *arena, const LiveView *view, const DraftCell *cell,
                     Str actor, FactId id, DraftFacts *out)
{
    const Register *r = &view->office->r;
    const Person *who = &r->people[cell->person.index];
    bool aside = draft_is_aside(cell->to);
    Fact fact = fact_blank(aside ? FACT_DEVIATION : FACT_PIN);
    fact.id = id_of(arena, id, who->code, cell->day, out->facts.count);
    fact.channel = CHANNEL_WEB;
    fact.zone = view->office->government.zone;
    fact.actor = actor;
    fact.person = who->code;
    fact.unit = r->units[who->unit.index].code;
    fact.day = live_today(view);
    fact.days = (Window){cell->day, cell->day};
    fact.word =
        draft_letter(cell->to) == PLACED_OFFICE ? STR("kantor") : STR("rumah");
    fact.text = cell->reason;
    VEC_PUSH(arena, &out->facts, fact);
    if (aside)
        VEC_PUSH(arena, &out->asides, *cell);
    else
        VEC_PUSH(arena, &out->fixed, *cell);
}

static void sort_cell(Arena *arena, DraftLaw *law, const DraftCell *cell,
                      FactId id, DraftFacts *out)
{
    Str unsaid[2];
    bool changes =
        draft_now(law, cell->person, cell->day) != draft_letter(cell->to);
    if (!draft_is_theirs(law, cell->person))
        VEC_PUSH(arena, &out->others, *cell);
    else if (!changes || !draft_allows(law, cell, unsaid))
        VEC_PUSH(arena, &out->lapsed, *cell);
    else
        add_fact(arena, law->view, cell, law->actor, id, out);
}

DraftFacts draft_facts(Arena *arena, const LiveView *view, const Draft *draft,
                       Str actor, FactId id)
{
    DraftFacts out = {0};
    DraftLaw law = draft_law(arena, view, draft->days, actor);
    for (size_t i = 0; i < draft->rows.count; i++) {
        const DraftRow *row = &draft->rows.at[i];
        for (uint32_t d = 0; d < DRAFT_DAYS; d++) {
            Date day = date_plus(draft->days.first, (int32_t)d);
            DraftCell cell = {row->person, day, row->cells[d],
                              draft_reason(draft, row->person, day)};
            if (row->cells[d] != DRAFT_NONE)
                sort_cell(arena, &law, &cell, id, &out);
        }
    }
    return out;
}

/* ---- writing ------------------------------------------------------------- */

/* What stays: cells of people over whom somebody else decides. */
static Draft rest_of(Arena *arena, const LiveView *view, const Draft *draft,
                     const DraftFacts *facts)
{
    Draft rest = draft_none(arena, &view->office->r, draft->unit, draft->days);
    rest.id = draft->id;
    rest.version = draft->version;
    rest.parts = draft->parts;
    for (size_t i = 0; i < draft->reasons.count; i++)
        VEC_PUSH(arena, &rest.reasons, draft->reasons.at[i]);
    if (!draft_step(&rest, STR("sistem"), facts->others.at,
                    facts->others.count))
        rest.version++;
    rest.steps.count = 0;
    return rest;
}

static bool is_stale(const Draft *draft, const DraftWish *wish, Err *err)
{
    if (!wish->sees || wish->seen == draft->version) return false;
    (void)FAIL(err, ERR_STALE,
               "the draft was changed meanwhile; look at it again");
    return !err_id(err, "rancangan ini baru saja diubah; periksa lagi");
}

static bool nothing(Err *err)
{
    (void)FAIL(err, ERR_ABSENT, "there is nothing in the draft to publish");
    return err_id(err, "tidak ada yang diterbitkan dalam rancangan ini");
}

static bool write(Arena *arena, LiveView *view, const Draft *draft,
                  const DraftFacts *facts, Receipt *out, Err *err)
{
    Err ignored = {0};
    const Register *r = &view->office->r;
    DraftSeen seen = draft_seen(arena, view, draft, draft->version);
    Draft rest = rest_of(arena, view, draft, facts);
    DraftKeeps keeps = facts->others.count > 0 ? draft_keeps(&rest, r)
                                               : draft_keeps_none(draft, r);
    Intent intent = {.government = view->office->government.code,
                     .facts = facts->facts.at,
                     .fact_count = (uint32_t)facts->facts.count,
                     .guard = draft_seen_holds,
                     .context = &seen,
                     .keeps = keeps.at,
                     .keep_count = keeps.count};
    if (!store_write(live_store(view->live), &intent, out, err)) return false;
    /* What is kept is kept, whether or not it can be shown at once. */
    (void)!live_wrote(view->live, view->office->government.code, &ignored);
    return true;
}

static bool was_before(Arena *arena, const LiveView *view, FactId id,
                       DraftPublished *out, Err *err)
{
    Fact fact = fact_blank(FACT_PIN);
    if (!store_fact(live_store(view->live), arena,
                    view->office->government.code, id, &fact, &out->again, err))
        return false;
    if (!out->again) return true;
    if (fact.kind != FACT_PIN && fact.kind != FACT_DEVIATION)
        return data_id_taken(id, err);
    out->received = fact.received;
    return true;
}

static bool publish(Arena *arena, LiveView *view, const DraftWish *wish,
                    FactId id, DraftPublished *out, Err *err)
{
    Draft draft;
    Receipt receipt;
    if (!draft_open(arena, view, wish->unit, wish->month, &draft, err) ||
        is_stale(&draft, wish, err))
        return false;
    DraftFacts facts = draft_facts(arena, view, &draft, wish->actor, id);
    if (facts.facts.count == 0) return nothing(err);
    for (size_t i = 0; i < facts.facts.count; i++)
        facts.facts.at[i].channel = wish->channel;
    if (!write(arena, view, &draft, &facts, &receipt, err)) return false;
    out->received = receipt.received;
    out->pins = (uint32_t)facts.fixed.count;
    out->asides = (uint32_t)facts.asides.count;
    return true;
}

bool draft_publish(Arena *arena, LiveView *view, const DraftWish *wish,
                   FactId id, DraftPublished *out, Err *err)
{
    DraftPublished done = {0};
    if (!was_before(arena, view, id, &done, err)) return false;
    if (!done.again && !publish(arena, view, wish, id, &done, err))
        return false;
    *out = done;
    return true;
}
