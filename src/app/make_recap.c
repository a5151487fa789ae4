/* SPDX-License-Identifier: Apache-2.0 */
#include "app/make_recap.h"

#include "app/closed_recap.h"
#include "app/find_unit.h"

/* The letters' windows that hold some day of the recap, uncut. */
static RecapPeriods asked_around(Arena *arena, const Corpus *corpus,
                                 Window window)
{
    enum { AROUND = 366 };
    RecapPeriods all = recap_periods(arena, corpus,
                                     (Window){date_plus(window.first, -AROUND),
                                              date_plus(window.last, AROUND)});
    RecapPeriod *met = NEW(arena, RecapPeriod, all.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        if (window_meets(all.at[i].window, window)) met[count++] = all.at[i];
    }
    return (RecapPeriods){met, count};
}

/* ---- the unit ----------------------------------------------------------- */

/* The whole government when none is named. */
static bool unit_of(Arena *arena, const Register *r, Str name, UnitId *out,
                    Err *err)
{
    *out = r->preorder[0];
    return name.len == 0 || find_unit(arena, r, name, out, err);
}

/* ---- all ---------------------------------------------------------------- */

static RecapFrom from_of(const Judged *j, const RecapWish *wish,
                         const UnitId *within)
{
    return (RecapFrom){.corpus = &j->corpus,
                       .plan = j->has_plan ? &j->plan : NULL,
                       .book = j->book,
                       .within = within,
                       .hours = j->hours,
                       .zone = j->zone,
                       .now = j->now,
                       .window = wish->judge.window,
                       .tick = wish->tick,
                       .context = wish->context};
}

/* ---- closed, and erased since -------------------------------------------- */

static bool is_of(const RecapMade *made, const Fact *gap)
{
    const Register *r = &made->judged.r;
    uint32_t person = map_find(&r->person_codes, gap->person);
    uint32_t unit = person != NO_INDEX ? r->people[person].unit.index
                                       : map_find(&r->unit_codes, gap->unit);
    return unit != NO_INDEX && (unit_is_under(r, (UnitId){unit}, made->unit) ||
                                (person == NO_INDEX &&
                                 unit_is_under(r, made->unit, (UnitId){unit})));
}

static bool was_erased(const RecapMade *made)
{
    const DataFacts *facts = &made->judged.facts;
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *fact = &facts->at[i];
        if (made->closing.version > 0 && fact_is_gap(fact) &&
            fact->received.us > made->closing.at.us &&
            window_meets(made->table.window, fact->days) && is_of(made, fact))
            return true;
    }
    return false;
}

/* What was closed cannot be counted again: its kept text is what there is. */
static bool take_kept(Office *office, Store *store, RecapMade *made, Err *err)
{
    ClosedRecap of = {&office->government, made->table.unit,
                      made->table.window};
    RecapTable kept = {0};
    Buf text = buf_in(office->arena);
    bool found = false;
    if (!closed_recap_read(office->arena, store, &of, &made->closing, &kept,
                           &found, err))
        return false;
    if (!found) return true;
    made->table = kept;
    recap_table_write(&kept, &text);
    made->text = buf_str(&text);
    (void)recap_hash(made->text, made->hash);
    recap_restore(office->arena, &kept, &made->recap);
    return true;
}

static bool take_what_was_closed(Office *office, const RecapWish *wish,
                                 RecapMade *made, Err *err)
{
    AUTO(store_done) Store *store = NULL;
    StoreWish open = {.folder = wish->judge.data};
    if (!made->erased) return true;
    if (wish->judge.given != NULL)
        return take_kept(office, wish->judge.given->store, made, err);
    return wish->judge.data == NULL || (store_open(&open, &store, err) &&
                                        take_kept(office, store, made, err));
}

/* What was closed before hours and cuts were counted stays what it was. */
static void take_plain(Arena *arena, RecapMade *made)
{
    RecapTable plain = recap_table_plain(&made->table);
    char hash[RECAP_HASH_TEXT];
    Buf text = buf_in(arena);
    if (made->table.more_count == 0 || made->closing.version == 0) return;
    recap_table_write(&plain, &text);
    if (!str_is(made->closing.hash, str_of(recap_hash(buf_str(&text), hash))))
        return;
    made->table = plain;
    made->text = buf_str(&text);
    (void)recap_hash(made->text, made->hash);
}

/* ---- all of it ----------------------------------------------------------- */

bool make_recap(Office *office, const RecapWish *wish, RecapMade *out, Err *err)
{
    Arena *arena = office->arena;
    Buf text = buf_in(arena);
    if (!judge_open(office, &wish->judge, &out->judged, err)) return false;
    const Register *r = &out->judged.r;
    RecapFrom from = from_of(&out->judged, wish, &out->unit);
    if (!unit_of(arena, r, wish->unit, &out->unit, err) ||
        !recap_make(arena, &from, &out->recap, err))
        return false;
    out->table = recap_table(arena, &out->recap, out->unit);
    recap_table_write(&out->table, &text);
    out->text = buf_str(&text);
    (void)recap_hash(out->text, out->hash);
    out->closing = recap_closing(out->judged.facts.at, out->judged.facts.count,
                                 out->table.unit, wish->judge.window);
    take_plain(arena, out);
    out->asked = asked_around(arena, &out->judged.corpus, wish->judge.window);
    out->erased = was_erased(out);
    return take_what_was_closed(office, wish, out, err);
}

bool make_recap_stands(const RecapMade *made)
{
    return made->closing.version > 0 &&
           str_is(made->closing.hash, str_of(made->hash));
}

RecapReports make_recap_reports(const RecapMade *made)
{
    Arena *arena = made->judged.office->arena;
    const Register *r = &made->judged.r;
    RecapReports all =
        recap_reports(arena, made->judged.book, made->judged.window);
    RecapReport *of_unit = NEW(arena, RecapReport, all.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        if (unit_is_under(r, r->people[all.at[i].person.index].unit,
                          made->unit))
            of_unit[count++] = all.at[i];
    }
    return (RecapReports){of_unit, count};
}

/* ---- the window --------------------------------------------------------- */

static bool no_period(RecapSpan span, Date day, Err *err)
{
    char text[DATE_TEXT];
    Str en = recap_span_word(span, LANG_EN);
    Str id = recap_span_word(span, LANG_ID);
    (void)FAIL(err, ERR_ABSENT,
               "no letter asks for a recap (%.*s) that has begun by %s; give "
               "--from and --to",
               STR_ARG(en), date_iso(day, text));
    return err_id(err,
                  "tidak ada surat yang meminta rekap (%.*s) yang sudah mulai "
                  "pada %s; beri --from dan --to",
                  STR_ARG(id), text);
}

bool make_recap_window(Office *office, const JudgeWish *wish, RecapSpan span,
                       Date day, Window *out, Err *err)
{
    enum { AHEAD = 366 };
    JudgeWish looking = *wish;
    Judged judged = {0};
    looking.plan = NULL;
    looking.window = (Window){day, day};
    if (!judge_open(office, &looking, &judged, err)) return false;
    RecapPeriods all = recap_periods(office->arena, &judged.corpus,
                                     (Window){{0}, date_plus(day, AHEAD)});
    return recap_period_of(&all, span, day, out) || no_period(span, day, err);
}
