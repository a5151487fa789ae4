/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/parse.h"
#include "scenario.h"

#include <stdarg.h>
#include <stdio.h>

bool scenario_fail(Telling *t, const char *fmt, ...)
{
    char said[3000];
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(said, sizeof said, fmt, ap);
    va_end(ap);
    ScenarioFault fault = {t->line, str_copy(t->arena, str_of(said))};
    VEC_PUSH(t->arena, &t->faults, fault);
    return false;
}

bool scenario_person(Telling *t, char label, PersonId *out)
{
    *out = t->people[label - 'A'];
    return out->index != NO_INDEX ||
           scenario_fail(t, "nobody is called %c", label);
}

/* ---- who and when -------------------------------------------------------- */

/* "Hari 27 Juli 2021[, dengan jadwal]" */
static bool tell_day(Telling *t, Str words)
{
    if (!scenario_take(&words, "Hari ") || !scenario_take_day(&words, &t->day))
        return scenario_fail(t, "no such day");
    t->has_plan = scenario_take(&words, ", dengan jadwal");
    return words.len == 0 ||
           scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
}

/* "Jam laporan_tutup 18.00": of the government, in the words of its settings */
static bool tell_hour(Telling *t, Str words)
{
    WorkHours hours = register_hours(&t->office.government);
    const struct {
        const char *word;
        int16_t *hour;
    } all[] = {
        {"Jam jam_masuk ",        &hours.begins     },
        {"Jam jam_pulang ",       &hours.ends       },
        {"Jam jam_pulang_jumat ", &hours.ends_friday},
        {"Jam laporan_tutup ",    &hours.report_due },
    };
    for (size_t i = 0; i < COUNT(all); i++) {
        if (!scenario_take(&words, all[i].word)) continue;
        if (!scenario_take_clock(&words, all[i].hour) || words.len > 0) break;
        t->office.government.hours = hours;
        return true;
    }
    return scenario_fail(t, "no such hour");
}

/* "Pegawai A: pelaksana pada disdik, direncanakan di rumah" */
static bool tell_person(Telling *t, Str words)
{
    char label = 0;
    if (!scenario_take(&words, "Pegawai ") ||
        !scenario_take_label(&words, &label) || !scenario_take(&words, ": "))
        return scenario_fail(t, "it is 'Pegawai A: ...'");
    if (t->people[label - 'A'].index != NO_INDEX)
        return scenario_fail(t, "somebody else is called %c", label);
    return scenario_choose(t, words, &t->people[label - 'A']);
}

/* ---- letters of the scenario --------------------------------------------- */

static bool tell_letter(Telling *t, Str words)
{
    t->alone = str_is(words, STR("Surat pengganti:"));
    t->text = buf_in(t->arena);
    return t->alone || str_is(words, STR("Surat tambahan:")) ||
           scenario_fail(t, "it is 'Surat tambahan:' or 'Surat pengganti:'");
}

static void tell_text(Telling *t, Str line)
{
    Str text = str_slice(line, 1, line.len);
    if (t->text.arena == NULL) t->text = buf_in(t->arena);
    buf_put(&t->text, text.len > 0 && text.ptr[0] == ' '
                          ? str_slice(text, 1, text.len)
                          : text);
    buf_char(&t->text, '\n');
}

/* A copy: the list of the folder stays what it is. */
static void own_letters(Telling *t)
{
    CorpusInput *copy = NEW(t->arena, CorpusInput, t->office.letter_count + 1);
    for (size_t i = 0; i < t->office.letter_count; i++)
        copy[i] = t->office.letters[i];
    t->office.letters = copy;
    t->office.arena = t->arena;
    if (t->alone) t->office.letter_count = 0;
    t->own_office = true;
}

/* The letter is whole when another line begins. */
static bool put_letter(Telling *t)
{
    Source *source = NEW(t->arena, Source, 1);
    Letter *tree = NEW(t->arena, Letter, 1);
    Diags diags = diags_in(t->arena);
    *source = (Source){STR("surat"), buf_str(&t->text)};
    t->text = (Buf){0};
    if (!letter_parse(t->arena, source, tree, &diags)) {
        Buf said = buf_in(t->arena);
        diags_print(&diags, LANG_ID, &said);
        return scenario_fail(t, "%.*s", STR_ARG(buf_str(&said)));
    }
    own_letters(t);
    office_put_letter(&t->office,
                      (CorpusInput){.tree = tree,
                                    .source = source,
                                    .decision = tree->kind == LETTER_DECISION});
    return true;
}

/* ---- what happened ------------------------------------------------------- */

static bool tell_fact(Telling *t, Str words)
{
    int32_t number = 0;
    bool twice = false;
    Fact fact;
    if (!scenario_take_number(&words, &number) ||
        !scenario_take(&words, ". ") || (size_t)number != t->told.count + 1)
        return scenario_fail(t, "the next fact is number %zu",
                             t->told.count + 1);
    bool told = scenario_fact(t, words, &fact, &twice);
    if (!told) fact = fact_blank(FACT_MESSAGE);
    VEC_PUSH(t->arena, &t->told, fact.id);
    if (!told) return false;
    VEC_PUSH(t->arena, &t->facts, fact);
    if (!twice) return true;
    fact.received.us += (int64_t)5 * 60 * 1000000;
    VEC_PUSH(t->arena, &t->facts, fact);
    return true;
}

/* ---- what must come of it ------------------------------------------------ */

/* "Pada akhir hari:" | "Pada akhir D:" | "Pada pukul 10.00:" |
 * "Pada D pukul 10.00:", each with ", tentang D" before the colon. */
static bool tell_judging(Telling *t, Str words)
{
    Date day = t->day;
    int16_t minute = 1440;
    bool read = scenario_take(&words, "Pada ");
    if (scenario_take(&words, "akhir ")) {
        read &=
            scenario_take(&words, "hari") || scenario_take_day(&words, &day);
    } else {
        if (scenario_take_day(&words, &day)) read &= scenario_take(&words, " ");
        read &= scenario_take(&words, "pukul ") &&
                scenario_take_clock(&words, &minute);
    }
    Date about = day;
    if (scenario_take(&words, ", tentang "))
        read &= scenario_take_day(&words, &about);
    if (!read || !str_is(words, STR(":")))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    Instant now = zone_instant(t->office.government.zone, day, minute);
    t->judged = scenario_judge(t, now, about, false, &t->judging);
    return t->judged;
}

/* "Unit A, ...", "Unit A: ..." of the unit kerja of A; "Perangkat daerah A"
 * with all below it; "Bawahan A" of the direct subordinates. */
static UnitAsk ask_of(const Telling *t, PersonId person, bool subordinates,
                      bool agency)
{
    const Register *r = &t->judging.r;
    UnitId unit = r->people[person.index].unit;
    if (subordinates) return unit_day_of_superior(person);
    if (agency) return (UnitAsk){r->agency_of[unit.index], true, NO_PERSON};
    return (UnitAsk){r->work_unit_of[unit.index], false, NO_PERSON};
}

static bool tell_day_of(Telling *t, Str words, bool subordinates, bool agency)
{
    char label = 0;
    PersonId person = NO_PERSON;
    if (!scenario_take_label(&words, &label) ||
        (!scenario_take(&words, ", ") && !scenario_take(&words, ": ")))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    if (!scenario_person(t, label, &person)) return false;
    return scenario_expect_day(t, ask_of(t, person, subordinates, agency),
                               words);
}

static bool tell_unit(Telling *t, Str words)
{
    char label = 0;
    PersonId person = NO_PERSON;
    Str rest = words;
    if (!scenario_take_label(&rest, &label))
        return scenario_fail(t, "it is about nobody");
    if (!scenario_person(t, label, &person)) return false;
    bool of_law = scenario_take(&rest, ": ") &&
                  !str_starts(rest, STR("pengumuman penutupan ")) &&
                  !str_is(rest, STR("dihitung lagi sama"));
    return of_law ? scenario_expect_unit(t, person, rest)
                  : tell_day_of(t, words, false, false);
}

static bool tell_somebody(Telling *t, Str words)
{
    char label = 0;
    PersonId person = NO_PERSON;
    if (!scenario_take_label(&words, &label))
        return scenario_fail(t, "it is about nobody");
    if (!scenario_person(t, label, &person)) return false;
    if (scenario_take(&words, ", "))
        return scenario_expect_duty(t, person, words);
    if (!scenario_take(&words, ": "))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    return scenario_expect_person(t, person, words);
}

static bool tell_expected(Telling *t, Str words)
{
    if (!t->judged) return scenario_fail(t, "no 'Pada akhir hari:' before it");
    if (scenario_take(&words, "Pemeriksa: "))
        return scenario_expect_checker(t, words);
    if (t->judging.law == NULL)
        return scenario_fail(t, "the letters do not fit together");
    if (scenario_take(&words, "Unit ")) return tell_unit(t, words);
    if (scenario_take(&words, "Bawahan "))
        return tell_day_of(t, words, true, false);
    if (scenario_take(&words, "Perangkat daerah "))
        return tell_day_of(t, words, false, true);
    if (scenario_take(&words, "Pemerintah, "))
        return scenario_expect_day(
            t, (UnitAsk){t->judging.r.preorder[0], true, NO_PERSON}, words);
    if (scenario_take(&words, "Rekap ")) return scenario_expect_recap(t, words);
    if (scenario_take(&words, "Masa rekap "))
        return scenario_expect_period(t, words);
    if (scenario_take(&words, "E-kinerja "))
        return scenario_expect_kinerja(t, words);
    return tell_somebody(t, words);
}

/* ---- line by line -------------------------------------------------------- */

/* False when what comes behind it would make no sense. */
static bool tell_line(Telling *t, const Said *said)
{
    t->line = said->line;
    if (said->kind != SAID_TEXT && t->text.len > 0 && !put_letter(t))
        return false;
    switch (said->kind) {
    case SAID_NOTHING:
    case SAID_WAITING: return true;
    case SAID_DAY: return tell_day(t, said->text);
    case SAID_HOUR: return tell_hour(t, said->text);
    case SAID_LETTER: return tell_letter(t, said->text);
    case SAID_TEXT: tell_text(t, said->text); return true;
    case SAID_PERSON: return tell_person(t, said->text);
    case SAID_MARK: return scenario_mark(t, said->text);
    case SAID_FACT: return tell_fact(t, said->text);
    case SAID_JUDGING: return tell_judging(t, said->text);
    case SAID_EXPECTED: (void)tell_expected(t, said->text); return true;
    case SAID_UNREADABLE: break;
    }
    return scenario_fail(t, "'%.*s' is no line of a scenario",
                         STR_ARG(said->text));
}

bool scenario_waits(const Scenario *scenario)
{
    for (size_t i = 0; i < scenario->said.count; i++) {
        if (scenario->said.at[i].kind == SAID_WAITING) return true;
    }
    return false;
}

Telling scenario_tell(Arena *arena, ScenarioWorld *world, Str letter,
                      const Scenario *scenario)
{
    Telling t = {
        .arena = arena,
        .world = world,
        .office = *scenario_office(world),
        .letter = letter,
        .waiting = scenario_waits(scenario),
    };
    for (size_t i = 0; i < SCENARIO_PEOPLE; i++)
        t.people[i] = NO_PERSON;
    for (size_t i = 0; i < scenario->said.count; i++) {
        if (!tell_line(&t, &scenario->said.at[i])) return t;
    }
    t.line = scenario->line;
    if (t.checked == 0 && t.faults.count == 0 && !t.waiting)
        (void)scenario_fail(&t, "nothing was expected of it");
    return t;
}
