/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/recap_follow.h"

/* ---- numbers and days ---------------------------------------------------- */

bool recap_follow_tells(const Recap *recap, PersonId person, uint32_t follow)
{
    if (!recap->served[person.index]) return false;
    for (uint32_t f = 0; f < recap->follow_count; f++) {
        const RecapFollowed *one = recap_followed(recap, person, f);
        bool asked = follow >= recap->follow_count || follow == f;
        if (asked && (one->count > 0 || one->open > 0)) return true;
    }
    return false;
}

Str recap_follow_amount(Arena *arena, int64_t hundredths, Lang lang)
{
    Buf out = buf_in(arena);
    say_number(&out, lang, hundredths / 100);
    buf_format(&out, "%s%02d", lang == LANG_EN ? "." : ",",
               (int)(hundredths % 100));
    return buf_str(&out);
}

Str recap_follow_plain(Arena *arena, int64_t hundredths)
{
    return str_format(arena, "%lld.%02d", (long long)(hundredths / 100),
                      (int)(hundredths % 100));
}

/* The first run of counted days from `day` on; empty: none is left. */
static Window next_run(const Recap *recap, PersonId person, uint32_t follow,
                       Date day)
{
    Date end = date_plus(recap->window.last, 1);
    while (date_before(day, end) &&
           !recap_follow_counts(recap, person, follow, day))
        day = date_plus(day, 1);
    Date last = day;
    while (recap_follow_counts(recap, person, follow, last))
        last = date_plus(last, 1);
    return (Window){day, date_plus(last, -1)};
}

Str recap_follow_dates(Arena *arena, const Recap *recap, PersonId person,
                       uint32_t follow, Lang lang)
{
    Buf out = buf_in(arena);
    Window run = next_run(recap, person, follow, recap->window.first);
    for (; !window_is_empty(run);
         run = next_run(recap, person, follow, date_plus(run.last, 1))) {
        if (out.len > 0) buf_c(&out, ", ");
        buf_put(&out, date_words(arena, run.first, lang));
        if (date_is(run.first, run.last)) continue;
        buf_c(&out, "–");
        buf_put(&out, date_words(arena, run.last, lang));
    }
    return buf_str(&out);
}

Str recap_follow_isos(Arena *arena, const Recap *recap, PersonId person,
                      uint32_t follow)
{
    Buf out = buf_in(arena);
    char iso[DATE_TEXT];
    for (Date day = recap->window.first; !date_before(recap->window.last, day);
         day = date_plus(day, 1)) {
        if (!recap_follow_counts(recap, person, follow, day)) continue;
        if (out.len > 0) buf_char(&out, ' ');
        buf_c(&out, date_iso(day, iso));
    }
    return buf_str(&out);
}

/* ---- sentences ----------------------------------------------------------- */

Str recap_follow_kind(Follows what, Lang lang)
{
    static const char *const words[][2] = {
        [FOLLOWS_NOTHING] = {"",                           ""                  },
        [FOLLOWS_HOURS] = {"jam diakui",                 "hours credited"    },
        [FOLLOWS_CUT] = {"potongan tunjangan, persen",
                             "allowance cut, percent"                          },
        [FOLLOWS_STEP] = {"usulan sanksi",              "suggested sanction"},
    };
    CHECK((size_t)what < COUNT(words));
    return str_of(words[what][lang]);
}

static void put_pay(Buf *out, Lang lang, const RecapFollowed *one, bool hours)
{
    Str amount = recap_follow_amount(out->arena, one->sum, lang);
    if (hours)
        say_format(out, lang, "%.*s jam diakui dari %d hari",
                   "%.*s hours credited, days: %d", STR_ARG(amount),
                   one->count);
    else
        say_format(out, lang, "tunjangan dipotong %.*s%% karena %d hari",
                   "allowance cut by %.*s%%, days: %d", STR_ARG(amount),
                   one->count);
}

/* A suggestion, and said to be one. */
static void put_step(Buf *out, Lang lang, const Clause *ladder,
                     const RecapFollowed *one)
{
    say_format(out, lang, "%d pelanggaran", "breaches: %d", one->count);
    if (one->sum == 0) return;
    Str ordinal = consequence_ordinal(ladder->sentence, one->sum, lang);
    Str step = consequence_step(ladder->sentence, one->sum, lang);
    say_format(out, lang, "; usulan, yang memutuskan pejabat: %.*s, \"%.*s\"",
               "; suggested, an official decides: %.*s, \"%.*s\"",
               STR_ARG(ordinal), STR_ARG(step));
}

static void put_open(Buf *out, Lang lang, bool step, int32_t open)
{
    if (open == 0) return;
    if (step)
        say_format(out, lang, "; %d hari tidak dihitung, server kami mati",
                   "; days left out, our server was down: %d", open);
    else
        say_format(out, lang, "; %d hari belum dapat dihitung",
                   "; days not counted yet: %d", open);
}

Str recap_follow_words(Arena *arena, const Recap *recap, PersonId person,
                       uint32_t follow, Lang lang)
{
    Buf out = buf_in(arena);
    const RecapFollow *f = &recap->follows[follow];
    const RecapFollowed *one = recap_followed(recap, person, follow);
    const Clause *clause = corpus_clause(recap->corpus, f->by);
    bool step = f->rule.what == FOLLOWS_STEP;
    Str dates = recap_follow_dates(arena, recap, person, follow, lang);
    Str cite = cite_words(arena, recap->corpus, clause->cite, lang);
    if (step)
        put_step(&out, lang, clause, one);
    else
        put_pay(&out, lang, one, f->rule.what == FOLLOWS_HOURS);
    if (dates.len > 0) buf_format(&out, " (%.*s)", STR_ARG(dates));
    put_open(&out, lang, step, one->open);
    buf_format(&out, " [%.*s]", STR_ARG(cite));
    return buf_str(&out);
}
