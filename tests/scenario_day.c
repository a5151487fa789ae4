/* SPDX-License-Identifier: Apache-2.0 */
#include "day/unit_day.h"
#include "day/unit_notice.h"
#include "scenario.h"

/*
 * What the day of a unit must hold (docs/day.md, section 5).
 *
 *     Unit A, loket "L001": tutup, dicatat, tanpa aturan, dengan fakta 1
 *     Perangkat daerah A, tanpa kabar: tanpa laporan, pegawai B
 *     Bawahan A, laporan: jumlah, wajib 5, masuk 1
 *     Pemerintah, loket "L7": bukan terlayani
 *     Unit A, satgas: tidak ada baris
 *     Unit A: dihitung lagi sama
 *     Unit A: pengumuman penutupan "Dibuka kembali pada Senin"
 *
 * One line of that topic must have all that is said.
 */

typedef struct {
    UnitTopic topic;
    uint32_t counter; /* NO_INDEX: unsaid */
    Str outcome;
    int colour;                    /* -1: unsaid */
    PersonId person;               /* NO_PERSON: unsaid */
    Str cite;                      /* empty: unsaid; "-": no rule */
    int32_t numbers[UNIT_NUMBERS]; /* FACT_NO_NUMBER: unsaid */
    bool facts_said;
    FactId facts[FINDING_FACTS];
} Wanted;

/* ---- words --------------------------------------------------------------- */

static const char *const topics[] = {
#define X(name, word, english) [UNIT_TOPIC_##name] = (word),
    UNIT_TOPICS(X)
#undef X
};

static const char *const outcomes[] = {
#define X(name, word, english, colour) [UNIT_##name] = (word),
    UNIT_OUTCOMES(X)
#undef X
};

/* What the numbers of a topic are called, in their order. */
static const char *const numbers[UNIT_TOPIC_COUNT][UNIT_NUMBERS] = {
    [UNIT_TOPIC_CLOSURE] = {"hari ke",                 "dari"},
    [UNIT_TOPIC_CAP] = {"dasar",                         "batas", "direncanakan", "hadir", "dipanggil"},
    [UNIT_TOPIC_PEOPLE] = {"pegawai","direncanakan di kantor",
                            "hadir di kantor", "direncanakan di rumah",
                            "presensi di rumah"},
    [UNIT_TOPIC_COUNTER] = {"perlu",                  "siap", "hadir", "buka menit",
                            "tutup menit"},
    [UNIT_TOPIC_TEAM] = {"anggota"                        },
    [UNIT_TOPIC_PROTOCOL] = {"butir"       },
    [UNIT_TOPIC_MEETING] = {"peserta",  "paling banyak"},
    [UNIT_TOPIC_REPORTS] = {"wajib",                         "masuk", "dikembalikan", "tidak ada",
                            "menunggu", "tidak diketahui", "tidak disimpan"},
    [UNIT_TOPIC_TASKS] = {"diberikan",  "selesai", "sebagian", "belum",
                            "tidak disimpan"},
    [UNIT_TOPIC_BREACH] = {"kali",             "menit"},
    [UNIT_TOPIC_REVIEW] = {"umur"                        },
    [UNIT_TOPIC_REMINDER] = {"hari"},
};

/* ---- reading ------------------------------------------------------------- */

static bool take_counter(Telling *t, Str *rest, Wanted *w)
{
    Str code = {"", 0};
    const Register *r = &t->judging.r;
    w->counter = NO_INDEX;
    if (!scenario_take(rest, " ")) return true;
    if (!scenario_take_quoted(rest, &code)) return false;
    for (uint32_t i = 0; i < r->counter_count; i++) {
        if (str_is(r->counters[i].code, code)) w->counter = i;
    }
    return w->counter != NO_INDEX;
}

static bool take_figure(Str *rest, Wanted *w)
{
    for (size_t i = 0; i < UNIT_NUMBERS; i++) {
        const char *word = numbers[w->topic][i];
        Str left = *rest;
        if (word == NULL || !scenario_take(&left, word) ||
            !scenario_take(&left, " ") ||
            !scenario_take_number(&left, &w->numbers[i]))
            continue;
        *rest = left;
        return true;
    }
    return false;
}

static bool take_part(Telling *t, Str *rest, Wanted *w)
{
    char label = 0;
    if (take_figure(rest, w)) return true;
    if (scenario_take(rest, "pegawai "))
        return scenario_take_label(rest, &label) &&
               scenario_person(t, label, &w->person);
    if (scenario_take(rest, "karena "))
        return scenario_take_rule(t->arena, rest, t->letter, &w->cite);
    if (scenario_take(rest, "tanpa aturan")) {
        w->cite = STR("-");
        return true;
    }
    w->facts_said = true;
    if (scenario_take(rest, "tanpa fakta")) return true;
    if (scenario_take(rest, "dengan fakta "))
        return scenario_take_facts(t, rest, w->facts);
    w->facts_said = false;
    w->colour = scenario_take_colour(rest);
    return w->colour >= 0;
}

static bool take_wanted(Telling *t, Str rest, Wanted *w)
{
    int outcome = scenario_take_longest(&rest, outcomes, COUNT(outcomes));
    w->colour = -1;
    w->person = NO_PERSON;
    for (size_t i = 0; i < UNIT_NUMBERS; i++)
        w->numbers[i] = FACT_NO_NUMBER;
    if (outcome < 0)
        return scenario_fail(t, "'%.*s' is no outcome", STR_ARG(rest));
    w->outcome = str_of(outcomes[outcome]);
    while (scenario_take(&rest, ", ")) {
        Str part = rest;
        if (!take_part(t, &rest, w))
            return scenario_fail(t, "not understood from '%.*s'",
                                 STR_ARG(part));
    }
    return rest.len == 0 ||
           scenario_fail(t, "not understood from '%.*s'", STR_ARG(rest));
}

/* ---- checking ------------------------------------------------------------ */

static bool numbers_are(const UnitLine *line, const Wanted *w)
{
    for (size_t i = 0; i < UNIT_NUMBERS; i++) {
        if (w->numbers[i] != FACT_NO_NUMBER &&
            w->numbers[i] != line->numbers[i])
            return false;
    }
    return true;
}

static bool facts_are(const UnitLine *line, const Wanted *w)
{
    for (size_t i = 0; i < UNIT_FACTS; i++) {
        if (!fact_id_is(line->facts[i], w->facts[i])) return false;
    }
    return true;
}

static bool is_wanted(const Judging *j, const UnitLine *line, const Wanted *w)
{
    return line->topic == w->topic &&
           (w->counter == NO_INDEX || line->thing == w->counter) &&
           str_is(str_of(outcomes[line->outcome]), w->outcome) &&
           (w->colour < 0 || (int)line->colour == w->colour) &&
           (w->person.index == NO_INDEX ||
            line->person.index == w->person.index) &&
           (w->cite.len == 0 || scenario_cite_is(j, line->by, w->cite)) &&
           numbers_are(line, w) && (!w->facts_said || facts_are(line, w));
}

static Str written(Telling *t, const Judging *j, const UnitDay *day)
{
    Buf out = buf_in(t->arena);
    unit_day_write(day, &j->corpus, &out);
    return buf_str(&out);
}

static bool fail_day(Telling *t, const UnitDay *day)
{
    if (t->waiting) return true;
    Str got = written(t, &t->judging, day);
    return scenario_fail(t, "it is\n%.*s", STR_ARG(got));
}

static bool has_line(Telling *t, const UnitDay *day, const Wanted *w)
{
    for (size_t i = 0; i < day->count; i++) {
        if (is_wanted(&t->judging, &day->lines[i], w)) return true;
    }
    return false;
}

static bool has_topic(const UnitDay *day, const Wanted *w)
{
    for (size_t i = 0; i < day->count; i++) {
        if (day->lines[i].topic == w->topic &&
            (w->counter == NO_INDEX || day->lines[i].thing == w->counter))
            return true;
    }
    return false;
}

static bool expect_line(Telling *t, const UnitDay *day, Str words)
{
    Wanted w = {0};
    int topic = scenario_take_longest(&words, topics, COUNT(topics));
    if (topic < 0)
        return scenario_fail(t, "'%.*s' is no topic", STR_ARG(words));
    w.topic = (UnitTopic)topic;
    if (!take_counter(t, &words, &w) || !scenario_take(&words, ": "))
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    if (str_is(words, STR("tidak ada baris")))
        return !has_topic(day, &w) || fail_day(t, day);
    bool absent = scenario_take(&words, "bukan ");
    if (!take_wanted(t, words, &w)) return false;
    return has_line(t, day, &w) != absent || fail_day(t, day);
}

/* ---- the same again ------------------------------------------------------ */

static bool is_same_again(Telling *t, UnitAsk ask, const UnitDay *before)
{
    Judging *again = NEW(t->arena, Judging, 1);
    const Judging *j = &t->judging;
    if (!scenario_judge(t, j->now, j->day, true, again)) return false;
    again->view.sheet = &again->sheet;
    UnitDay day = unit_day_make(t->arena, &again->view, again->law, ask);
    Str got = written(t, again, &day);
    return str_is(written(t, j, before), got) ||
           scenario_fail(t, "computed again it is\n%.*s", STR_ARG(got));
}

/* ---- the public notice --------------------------------------------------- */

static bool names_nobody(Telling *t, UnitId unit, Str text)
{
    const Register *r = &t->judging.r;
    for (uint32_t i = 0; i < r->person_count; i++) {
        const Person *p = &r->people[i];
        if (unit_is_under(r, p->unit, unit) &&
            (str_find(text, p->name, 0) != SIZE_MAX ||
             str_find(text, p->code, 0) != SIZE_MAX))
            return scenario_fail(t, "it names %.*s", STR_ARG(p->name));
    }
    return true;
}

static bool expect_notice(Telling *t, UnitId unit, Str words)
{
    Str part = {"", 0};
    UnitNotice notice;
    Buf out = buf_in(t->arena);
    if (!scenario_take_quoted(&words, &part) || words.len > 0)
        return scenario_fail(t, "not understood from '%.*s'", STR_ARG(words));
    if (!unit_notice_make(&t->judging.corpus, unit, t->judging.day, &notice))
        return scenario_fail(t, "the unit is open");
    unit_notice_write(&notice, &t->judging.corpus, LANG_ID, &out);
    Str text = buf_str(&out);
    return names_nobody(t, unit, text) &&
           (str_find(text, part, 0) != SIZE_MAX ||
            scenario_fail(t, "it says\n%.*s", STR_ARG(text)));
}

/* ---- whose day ----------------------------------------------------------- */

bool scenario_expect_day(Telling *t, UnitAsk ask, Str words)
{
    if (t->judging.law == NULL)
        return scenario_fail(t, "the letters do not fit together");
    t->checked++;
    if (scenario_take(&words, "pengumuman penutupan "))
        return expect_notice(t, ask.unit, words);
    UnitDay day =
        unit_day_make(t->arena, &t->judging.view, t->judging.law, ask);
    if (str_is(words, STR("dihitung lagi sama")))
        return is_same_again(t, ask, &day);
    return expect_line(t, &day, words);
}
