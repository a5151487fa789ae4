/* SPDX-License-Identifier: Apache-2.0 */
#include "app/make_recap.h"

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

static RecapFrom from_of(const Judged *j, const RecapWish *wish)
{
    return (RecapFrom){.corpus = &j->corpus,
                       .plan = j->has_plan ? &j->plan : NULL,
                       .book = j->book,
                       .hours = j->hours,
                       .zone = j->zone,
                       .now = j->now,
                       .window = wish->judge.window,
                       .tick = wish->tick,
                       .context = wish->context};
}

bool make_recap(Office *office, const RecapWish *wish, RecapMade *out, Err *err)
{
    Arena *arena = office->arena;
    Buf text = buf_in(arena);
    if (!judge_open(office, &wish->judge, &out->judged, err)) return false;
    RecapFrom from = from_of(&out->judged, wish);
    if (!recap_make(arena, &from, &out->recap, err)) return false;
    const Register *r = &out->judged.r;
    out->table = recap_table(arena, &out->recap, r->preorder[0]);
    recap_table_write(&out->table, &text);
    out->text = buf_str(&text);
    (void)recap_hash(out->text, out->hash);
    out->closing = recap_closing(out->judged.facts.at, out->judged.facts.count,
                                 out->table.unit, wish->judge.window);
    out->asked = asked_around(arena, &out->judged.corpus, wish->judge.window);
    return true;
}

bool make_recap_stands(const RecapMade *made)
{
    return made->closing.version > 0 &&
           str_is(made->closing.hash, str_of(made->hash));
}

RecapReports make_recap_reports(const RecapMade *made)
{
    return recap_reports(made->judged.office->arena, made->judged.book,
                         made->judged.window);
}
