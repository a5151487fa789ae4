/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/saying.h"
#include "circular/words.h"

/* ---- rules ------------------------------------------------------------- */

void saying_placed(Saying *s, const Directive *d)
{
    Str cite = saying_words(s, d->by);
    Str text = saying_rule(s, d->by);
    saying_letter(s, d, corpus_clause(s->c, d->by)->letter);
    saying_add(
        s, BEARING_APPLIED, saying_cite(s, d->by),
        str_format(s->arena, "%.*s: %.*s", STR_ARG(cite), STR_ARG(text)));
}

void saying_others(Saying *s, const Directive *d)
{
    uint32_t count = 0;
    uint32_t silent = 0;
    const ClauseId *all = law_clauses(s->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Clause *clause = corpus_clause(s->c, all[i]);
        silent += clause->act == ACT_PLACE && all[i].index != d->by.index &&
                  !law_means(s->day, all[i], s->person);
    }
    if (silent == 0) return;
    saying_add(
        s, BEARING_NOT, (Str){"", 0},
        str_format(s->arena,
                   s->lang == LANG_ID
                       ? "%u aturan tempat lain tidak mengenai pegawai ini."
                   : silent == 1
                       ? "%u other rule of place does not concern this person."
                       : "%u other rules of place do not concern this "
                         "person.",
                   silent));
}

/* The clause that lets the need of counters exceed this cap, if one holds. */
static ClauseId exceeding(const Saying *s, ClauseId cap)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(s->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Clause *clause = corpus_clause(s->c, all[i]);
        for (uint32_t t = 0; t < clause->target_count; t++) {
            if (clause->act == ACT_EXCEED &&
                clause->targets[t].index == cap.index)
                return all[i];
        }
    }
    return NO_CLAUSE;
}

/* How many are above the cap, and why: each cause with what allows it. */
static void say_over(Saying *s, const Directive *d, const ExplainTurn *turn)
{
    ClauseId allows = exceeding(s, d->cap);
    int32_t needed = allows.index != NO_INDEX ? turn->by_need : 0;
    int32_t called = turn->over - needed;
    if (called > turn->called) called = turn->called;
    int32_t plain = turn->over - needed - called;
    Str cite =
        allows.index == NO_INDEX ? (Str){"", 0} : saying_words(s, allows);
    if (needed > 0)
        saying_add(s, BEARING_FACT, saying_cite(s, allows),
                   str_format(s->arena,
                              s->lang == LANG_ID
                                  ? "%d di atas batas karena kebutuhan loket "
                                    "(%.*s)."
                                  : "%d above the cap by the need of counters "
                                    "(%.*s).",
                              needed, STR_ARG(cite)));
    if (called > 0)
        saying_add(s, BEARING_FACT, (Str){"", 0},
                   str_format(s->arena,
                              s->lang == LANG_ID
                                  ? "%d di atas batas karena dipanggil ke "
                                    "kantor; alasannya diminta."
                                  : "%d above the cap by recall; a reason is "
                                    "asked for.",
                              called));
    if (plain > 0)
        saying_add(s, BEARING_FACT, (Str){"", 0},
                   str_format(s->arena,
                              s->lang == LANG_ID
                                  ? "%d di atas batas tanpa aturan yang "
                                    "membolehkan."
                                  : "%d above the cap, and no rule allows it.",
                              plain));
}

/* "paling banyak" / "at most" */
static Str compare_words(const Saying *s, Compare compare)
{
    FunctionWord word = compare == AT_LEAST  ? W_AT_LEAST
                        : compare == EXACTLY ? W_EXACTLY
                                             : W_AT_MOST;
    return word_text(word, s->lang);
}

/* "Unit of 41: at most 20; 20 in that day, of whom 1 must be there." */
static Str office_words(const Saying *s, Str unit, const Cap *cap,
                        const ExplainTurn *turn)
{
    Str bound = compare_words(s, cap->compare);
    return str_format(
        s->arena,
        s->lang == LANG_ID
            ? "%.*s berpegawai %d, jadi %.*s %d; terisi %d, di antaranya %d "
              "wajib hadir."
            : "%.*s has %d staff, so %.*s %d; %d are in, %d of whom must be.",
        STR_ARG(unit), turn->base, STR_ARG(bound), turn->limit, turn->in,
        turn->forced);
}

/* "Unit of 23: at most 6 away; 17 are in": of a bound on those at home. */
static Str away_words(const Saying *s, Str unit, const Cap *cap,
                      const ExplainTurn *turn)
{
    Str bound = compare_words(s, cap->compare);
    return str_format(
        s->arena,
        s->lang == LANG_ID
            ? "%.*s berpegawai %d, jadi %.*s %d tidak di kantor; %d di kantor."
            : "%.*s has %d staff, so %.*s %d away from the office; %d are in.",
        STR_ARG(unit), turn->base, STR_ARG(bound), turn->limit, turn->in);
}

static void say_cap(Saying *s, const Directive *d, const ExplainTurn *turn)
{
    Str cite = saying_words(s, d->cap);
    Str text = saying_rule(s, d->cap);
    if (turn == NULL || !turn->given) {
        saying_add(
            s, BEARING_APPLIED, saying_cite(s, d->cap),
            str_format(s->arena, "%.*s: %.*s", STR_ARG(cite), STR_ARG(text)));
        return;
    }
    Str unit = s->c->r->units[turn->unit.index].name;
    const Cap *cap = &corpus_clause(s->c, d->cap)->cap;
    Str counted = cap->office ? office_words(s, unit, cap, turn)
                              : away_words(s, unit, cap, turn);
    saying_add(s, BEARING_APPLIED, saying_cite(s, d->cap),
               str_format(s->arena, "%.*s: %.*s \xE2\x86\x92 %.*s",
                          STR_ARG(cite), STR_ARG(text), STR_ARG(counted)));
    if (turn->over > 0 && cap->office && cap->compare != AT_LEAST)
        say_over(s, d, turn);
}

static void say_share(Saying *s, const ExplainTurn *turn)
{
    if (turn == NULL || !turn->given) return;
    if (turn->counter != NO_INDEX) {
        Str name = s->c->r->counters[turn->counter].name;
        saying_add(s, BEARING_FACT, (Str){"", 0},
                   str_format(s->arena,
                              s->lang == LANG_ID ? "Bertugas di %.*s hari ini."
                                                 : "On duty at %.*s this day.",
                              STR_ARG(name)));
    }
    saying_add(
        s, BEARING_FACT, (Str){"", 0},
        str_format(s->arena,
                   s->lang == LANG_ID
                       ? "Bergilir: %d hari di kantor dari %d hari jadwal; "
                         "rekan yang bergilir di unit ini %d sampai %d "
                         "hari."
                       : "In turns: in the office on %d of the %d days of "
                         "the roster; colleagues in turn in this unit on "
                         "%d to %d.",
                   turn->office_days, turn->period_days, turn->least_days,
                   turn->most_days));
}

void saying_forced_cap(Saying *s, const Directive *d, const ExplainTurn *turn)
{
    if (d->cap.index == NO_INDEX || d->tied) return;
    if (turn != NULL && turn->given) {
        say_cap(s, d, turn);
        return;
    }
    Str cite = saying_words(s, d->cap);
    saying_add(
        s, BEARING_FACT, saying_cite(s, d->cap),
        str_format(s->arena,
                   s->lang == LANG_ID
                       ? "Ikut dihitung dalam batas %.*s; yang wajib hadir "
                         "didahulukan."
                       : "Counts under the cap of %.*s; those who must be "
                         "there come first.",
                   STR_ARG(cite)));
}

void saying_turn(Saying *s, const Directive *d, char letter,
                 const ExplainTurn *turn)
{
    saying_letter(s, d, corpus_clause(s->c, d->cap)->letter);
    say_cap(s, d, turn);
    if (letter == PLACED_HOME && d->rest.index != NO_INDEX) {
        Str cite = saying_words(s, d->rest);
        Str text = saying_rule(s, d->rest);
        saying_add(
            s, BEARING_APPLIED, saying_cite(s, d->rest),
            str_format(s->arena, "%.*s: %.*s", STR_ARG(cite), STR_ARG(text)));
    }
    say_share(s, turn);
}
