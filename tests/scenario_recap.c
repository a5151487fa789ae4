/* SPDX-License-Identifier: Apache-2.0 */
#include "day/recap_period.h"
#include "day/recap_report.h"
#include "day/recap_table.h"
#include "scenario.h"

/*
 * What a recap must hold.
 *
 *     Rekap A 26 Juli 2021 sampai dengan 30 Juli 2021: hari_kerja 5
 *     Rekap A D sampai dengan D, karena aturan ...: see scenario_follow.c
 *     Rekap perangkat daerah A D sampai dengan D: hari_kerja 160
 *     Rekap perangkat daerah A D sampai dengan D: ditutup 5, diterima
 *     Masa rekap mingguan 26 Juli 2021 sampai dengan 1 Agustus 2021:
 *        karena aturan 4 ayat (4)
 *     E-kinerja A D: "katalog 30 judul" diterima | E-kinerja A D: tanpa "x"
 */

/* ---- numbers ------------------------------------------------------------- */

static bool make_recap(Telling *t, Window window, Recap *out)
{
    Err err = {0};
    const Judging *j = &t->judging;
    RecapFrom from = {.corpus = &j->corpus,
                      .book = j->book,
                      .hours = register_hours(j->corpus.government),
                      .zone = j->view.zone,
                      .now = j->now,
                      .window = window};
    return scenario_told_plan(t, &from.plan) &&
           (recap_make(t->arena, &from, out, &err) ||
            scenario_fail(t, "no recap: %s", err.text));
}

static bool take_column(Str *rest, RecapColumn *column, int32_t *want)
{
    size_t end = str_find(*rest, STR(" "), 0);
    if (end == SIZE_MAX ||
        !recap_column_parse(str_slice(*rest, 0, end), column))
        return false;
    *rest = str_slice(*rest, end + 1, rest->len);
    return scenario_take_number(rest, want);
}

static int64_t count_of(const Recap *recap, PersonId person, UnitId agency,
                        RecapColumn column)
{
    return agency.index == NO_INDEX
               ? recap_count(recap, person, column)
               : recap->units[RECAP_AGENCIES][agency.index].counts[column];
}

static bool expect_numbers(Telling *t, PersonId person, UnitId agency,
                           Window window, Str words)
{
    Recap recap = {0};
    RecapColumn column = RECAP_COLUMNS;
    int32_t want = 0;
    if (!make_recap(t, window, &recap)) return false;
    do {
        if (!take_column(&words, &column, &want))
            return scenario_fail(t, "not understood from '%.*s'",
                                 STR_ARG(words));
        int64_t got = count_of(&recap, person, agency, column);
        Str name = recap_column_name(column);
        if (got != want)
            return scenario_fail(t, "%.*s %lld", STR_ARG(name), (long long)got);
    } while (scenario_take(&words, ", "));
    return words.len == 0 ||
           scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
}

/* ---- closing ------------------------------------------------------------- */

static bool expect_closing(Telling *t, UnitId agency, Window window, Str words)
{
    int32_t version = 0;
    Str code = t->judging.r.units[agency.index].code;
    if (!scenario_take_number(&words, &version))
        return scenario_fail(t, "'%.*s' is no version", STR_ARG(words));
    bool received = scenario_take(&words, ", diterima");
    RecapClosing closing =
        recap_closing(t->facts.at, t->facts.count, code, window);
    return (words.len == 0 && closing.version == version &&
            (closing.received.us != 0) == received) ||
           scenario_fail(t, "closed as version %d, %s", closing.version,
                         closing.received.us != 0 ? "received"
                                                  : "not received");
}

static bool expect_followed(Telling *t, PersonId person, Window window,
                            Str words)
{
    Recap recap = {0};
    return make_recap(t, window, &recap) &&
           scenario_expect_follow(t, &recap, person, words);
}

bool scenario_expect_recap(Telling *t, Str words)
{
    char label = 0;
    PersonId person = NO_PERSON;
    UnitId agency = NO_UNIT;
    Window window = {0};
    const Register *r = &t->judging.r;
    bool of_agency = scenario_take(&words, "perangkat daerah ");
    if (!scenario_take_label(&words, &label) || !scenario_take(&words, " ") ||
        !scenario_take_days(&words, &window))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    bool follows = !of_agency && scenario_take(&words, ", karena ");
    if (!follows && !scenario_take(&words, ": "))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    if (!scenario_person(t, label, &person)) return false;
    if (of_agency) agency = r->agency_of[r->people[person.index].unit.index];
    t->checked++;
    if (follows) return expect_followed(t, person, window, words);
    if (of_agency && scenario_take(&words, "ditutup "))
        return expect_closing(t, agency, window, words);
    return expect_numbers(t, person, agency, window, words);
}

/* ---- which recaps are asked for ------------------------------------------ */

static bool take_span(Str *rest, RecapSpan *span)
{
    for (int s = RECAP_OF_WEEK; s <= RECAP_OF_LETTER; s++) {
        Str word = recap_span_word((RecapSpan)s, LANG_ID);
        if (!str_starts(*rest, word)) continue;
        *rest = str_slice(*rest, word.len, rest->len);
        *span = (RecapSpan)s;
        return true;
    }
    return false;
}

static bool has_period(const Judging *j, const RecapPeriods *all,
                       RecapSpan span, Window window, Str cite)
{
    for (size_t i = 0; i < all->count; i++) {
        const RecapPeriod *p = &all->at[i];
        if (p->span == span && date_is(p->window.first, window.first) &&
            date_is(p->window.last, window.last) &&
            scenario_cite_is(j, p->by, cite))
            return true;
    }
    return false;
}

bool scenario_expect_period(Telling *t, Str words)
{
    RecapSpan span = RECAP_OF_WEEK;
    Window window = {0};
    Str cite = {"", 0};
    if (!take_span(&words, &span) || !scenario_take(&words, " ") ||
        !scenario_take_days(&words, &window) ||
        !scenario_take(&words, ": karena ") ||
        !scenario_take_rule(t->arena, &words, t->letter, &cite))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    t->checked++;
    RecapPeriods all = recap_periods(t->arena, &t->judging.corpus, window);
    return has_period(&t->judging, &all, span, window, cite) ||
           scenario_fail(t, "no such recap is asked for");
}

/* ---- rows for e-Kinerja -------------------------------------------------- */

static bool has_row(const RecapReports *rows, PersonId person, Str text,
                    Str state)
{
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->at[i].person.index == person.index &&
            str_is(rows->at[i].text, text) &&
            (state.len == 0 ||
             str_is(recap_state_word(rows->at[i].state, LANG_ID), state)))
            return true;
    }
    return false;
}

bool scenario_expect_kinerja(Telling *t, Str words)
{
    char label = 0;
    PersonId person = NO_PERSON;
    Window window = {0};
    Str text = {"", 0};
    bool absent = false;
    if (!scenario_take_label(&words, &label) || !scenario_take(&words, " ") ||
        !scenario_take_days(&words, &window) || !scenario_take(&words, ": "))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    absent = scenario_take(&words, "tanpa ");
    if (!scenario_take_quoted(&words, &text) ||
        (!absent && !scenario_take(&words, " ")))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    if (!scenario_person(t, label, &person)) return false;
    t->checked++;
    RecapReports rows = recap_reports(t->arena, t->judging.book, window);
    return has_row(&rows, person, text, words) != absent ||
           scenario_fail(t, "of %zu rows it is otherwise", rows.count);
}
