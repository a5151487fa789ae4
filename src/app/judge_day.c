/* SPDX-License-Identifier: Apache-2.0 */
#include "app/judge_day.h"

#include "app/data_parts.h"
#include "app/plan_files.h"
#include "day/effects.h"
#include "day/recap.h"

/* ---- facts -------------------------------------------------------------- */

static bool read_journal(Office *office, const JudgeWish *wish, DataFacts *out,
                         Err *err)
{
    AUTO(store_done) Store *store = NULL;
    StoreWish open = {.folder = wish->data};
    DataFactsWish facts = {.government = office->government.code,
                           .zone = office->government.zone,
                           .known = wish->known};
    return store_open(&open, &store, err) &&
           data_facts(office->arena, store, &facts, out, err);
}

static bool is_of_data(const JudgeWish *wish)
{
    return wish->data != NULL || wish->given != NULL;
}

static bool read_facts(Office *office, const JudgeWish *wish, DataFacts *out,
                       Err *err)
{
    if (wish->given != NULL) {
        *out = *wish->given->facts;
        return true;
    }
    return wish->data != NULL
               ? read_journal(office, wish, out, err)
               : data_parts_all(office->arena, office->files.folder, out, err);
}

/* ---- law ---------------------------------------------------------------- */

/* An office of a data directory was opened with what its facts change. */
static bool make_law(const JudgeWish *wish, Judged *j, Err *err)
{
    Office *office = j->office;
    CorpusFrom from = office_from(office);
    j->r = office->r;
    if (!is_of_data(wish) && j->facts.count > 0 &&
        !effects_apply(office->arena, &office->r, j->facts.at, j->facts.count,
                       &j->r, err))
        return false;
    from.r = &j->r;
    if (corpus_make(office->arena, &from, wish->known, &j->corpus,
                    &office->diags))
        return true;
    (void)FAIL(err, ERR_INPUT, "the letters do not fit together");
    return err_id(err, "surat-surat itu tidak cocok satu sama lain");
}

/* The plan that was published, when the call names none. */
static bool take_published(const JudgeWish *wish, Judged *j, Err *err)
{
    AUTO(store_done) Store *store = NULL;
    StoreWish open = {.folder = wish->data};
    return store_open(&open, &store, err) &&
           published_plan(store, j->office, wish->window, wish->known, &j->plan,
                          &j->has_plan, err);
}

static bool read_plan(const JudgeWish *wish, Judged *j, Err *err)
{
    Answer unused = {0};
    if (wish->given != NULL) {
        j->has_plan = published_join(j->office->arena, wish->given->plans,
                                     wish->window, &j->plan);
        return true;
    }
    if (wish->plan == NULL && wish->data != NULL)
        return take_published(wish, j, err);
    j->has_plan = wish->plan != NULL;
    return !j->has_plan ||
           plan_files_read(j->office, wish->plan, &j->plan, &unused, err);
}

/* ---- all ---------------------------------------------------------------- */

static Instant now_of(const Office *office, const JudgeWish *wish)
{
    if (date_is(wish->known, DATE_NEVER)) return wish->now;
    return zone_instant(office->government.zone, date_plus(wish->known, 1), 0);
}

bool judge_open(Office *office, const JudgeWish *wish, Judged *out, Err *err)
{
    Judged *j = out;
    *j = (Judged){.office = office,
                  .hours = register_hours(&office->government),
                  .zone = office->government.zone,
                  .now = now_of(office, wish),
                  .window = wish->window};
    if (!read_facts(office, wish, &j->facts, err)) return false;
    data_facts_by(&j->facts, j->now);
    if (!make_law(wish, j, err) || !read_plan(wish, j, err)) return false;
    j->book = daybook_make(office->arena, &j->r, j->facts.at, j->facts.count,
                           recap_book_window(wish->window), &j->unknown);
    return true;
}

bool judge_day(Arena *arena, const Judged *judged, Date day, Judgement *out,
               Err *err)
{
    const Plan *plan = judged->has_plan ? &judged->plan : NULL;
    out->law = law_day(arena, &judged->corpus, day);
    out->view = (DayView){&out->sheet, judged->book, judged->zone, judged->now};
    return duty_sheet_make(arena, out->law, plan, judged->hours, &out->sheet,
                           err);
}
