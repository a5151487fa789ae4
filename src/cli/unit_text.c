/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/unit_text.h"

#include "cli/recap_day.h"
#include "day/unit_notice.h"

enum { NAMES_SHOWN = 20 };

typedef struct {
    const Judged *judged;
    const UnitDay *day;
    Lang lang;
    Buf *out;
} Telling;

/* ---- numbers ------------------------------------------------------------ */

/* What the numbers of a topic are called; NULL: not shown by name. */
static const char *const words[UNIT_TOPIC_COUNT][UNIT_NUMBERS][2] = {
    [UNIT_TOPIC_CLOSURE] = {{"hari ke", "day"},                                  {"dari", "of"}},
    [UNIT_TOPIC_CAP] = {{"dasar", "base"},
                            {"batas", "cap"},
                            {"direncanakan", "planned"},
                            {"hadir", "there"},
                            {"dipanggil", "called"}},
    [UNIT_TOPIC_PEOPLE] = {{"bertugas", "in service"},
                            {"direncanakan di kantor", "planned in the office"},
                            {"hadir di kantor", "there"},
                            {"direncanakan di rumah", "planned at home"},
                            {"presensi di rumah", "checked in at home"}},
    [UNIT_TOPIC_COUNTER] = {{"perlu", "needed"},
                            {"siap", "ready"},
                            {"hadir", "there"}},
    [UNIT_TOPIC_TEAM] = {{"anggota", "members"}                                                  },
    [UNIT_TOPIC_PROTOCOL] = {{"butir", "items"}},
    [UNIT_TOPIC_MEETING] = {{"peserta", "people"}       },
    [UNIT_TOPIC_REPORTS] = {{"wajib", "owed"},
                            {"masuk", "in"},
                            {"dikembalikan", "returned"},
                            {"tidak ada", "missing"},
                            {"menunggu", "pending"},
                            {"tidak diketahui", "unknown"},
                            {"tidak disimpan lagi", "no longer kept"}},
    [UNIT_TOPIC_TASKS] = {{"diberikan", "given"},
                            {"selesai", "done"},
                            {"sebagian", "in part"},
                            {"belum", "open"},
                            {"tidak disimpan lagi", "no longer kept"}},
    [UNIT_TOPIC_REVIEW] = {{"umur laporan (hari)", "age of the report (days)"}                                                  },
    [UNIT_TOPIC_REMINDER] = {{"hari", "days"}},
};

static void put_clocks(const Telling *t, int32_t from, int32_t to)
{
    if (from < 0) return;
    say_format(t->out, t->lang, ", pukul %02d.%02d", ", %02d.%02d",
               (int)from / 60, (int)from % 60);
    if (to >= 0) buf_format(t->out, "-%02d.%02d", (int)to / 60, (int)to % 60);
}

/* Outcomes whose numbers say nothing. */
static bool is_bare(UnitOutcome o)
{
    return o == UNIT_SHUT || o == UNIT_BASIS || o == UNIT_NONE;
}

/* What nobody can know is told only where there is any. */
static bool is_told(const UnitLine *line, size_t number)
{
    bool open = (line->topic == UNIT_TOPIC_REPORTS && number >= 5) ||
                (line->topic == UNIT_TOPIC_TASKS && number >= 4);
    return !open || line->numbers[number] > 0;
}

static void put_numbers(const Telling *t, const UnitLine *line)
{
    const char *between = " (";
    bool shut = is_bare(line->outcome);
    for (size_t i = 0; i < UNIT_NUMBERS && !shut; i++) {
        const char *word = words[line->topic][i][t->lang == LANG_EN];
        if (word == NULL || !is_told(line, i)) continue;
        buf_format(t->out, "%s%s %d", between, word, (int)line->numbers[i]);
        between = ", ";
    }
    if (line->outcome == UNIT_TOO_MANY)
        say_format(t->out, t->lang, ", paling banyak %d", ", at most %d",
                   (int)line->numbers[1]);
    else if (line->topic == UNIT_TOPIC_MEETING)
        put_clocks(t, line->numbers[1], line->numbers[2]);
    if (line->topic == UNIT_TOPIC_COUNTER && !shut)
        put_clocks(t, line->numbers[3], line->numbers[4]);
    if (between[0] == ',') buf_char(t->out, ')');
}

/* ---- lines -------------------------------------------------------------- */

/* Of what the line is: a counter, a letter, a person, a unit. */
static void put_about(const Telling *t, const UnitLine *line)
{
    const Register *r = &t->judged->r;
    if (line->topic == UNIT_TOPIC_COUNTER) {
        const Counter *c = &r->counters[line->thing];
        buf_format(t->out, " %.*s %.*s", STR_ARG(c->code), STR_ARG(c->name));
    } else if (line->thing != NO_INDEX) {
        Str cite = cite_letter(t->out->arena, &t->judged->corpus, line->thing,
                               t->lang);
        buf_format(t->out, " %.*s", STR_ARG(cite));
    }
    if (line->person.index != NO_INDEX) {
        const Person *p = &r->people[line->person.index];
        buf_format(t->out, " %.*s %.*s", STR_ARG(p->code), STR_ARG(p->name));
    }
    if (line->unit.index != NO_INDEX &&
        line->unit.index != t->day->ask.unit.index) {
        Str name = r->units[line->unit.index].name;
        buf_format(t->out, ", %.*s", STR_ARG(name));
    }
}

static void put_line(const Telling *t, const UnitLine *line)
{
    const Corpus *c = &t->judged->corpus;
    Str topic = unit_day_topic(line->topic, t->lang);
    Str outcome = unit_day_outcome(line->outcome, t->lang);
    Str colour = colour_word(line->colour, t->lang);
    buf_format(t->out, "  %.*s", STR_ARG(topic));
    put_about(t, line);
    buf_format(t->out, ": %.*s", STR_ARG(outcome));
    put_numbers(t, line);
    buf_format(t->out, " [%.*s]", STR_ARG(colour));
    if (line->by.index != NO_INDEX) {
        Str cite = cite_words(t->out->arena, c,
                              corpus_clause(c, line->by)->cite, t->lang);
        buf_format(t->out, " %.*s", STR_ARG(cite));
    }
    buf_char(t->out, '\n');
    for (size_t i = 0; i < UNIT_FACTS && !fact_id_none(line->facts[i]); i++)
        recap_day_fact(t->judged, line->facts[i], t->lang, t->out);
}

/* ---- people, told together ---------------------------------------------- */

/* Rules and facts of each are told by `day PERSON`. */
static const UnitOutcome together[] = {
    UNIT_NEITHER,        UNIT_NO_CHECK_IN, UNIT_NO_REPORT,   UNIT_UNKNOWN,
    UNIT_GONE,           UNIT_ABSENT,      UNIT_LATE,        UNIT_ELSEWHERE,
    UNIT_REPORT_MISSING, UNIT_REPORT_LATE, UNIT_UNREACHABLE, UNIT_ANSWERED_LATE,
    UNIT_NOT_OBEYED,     UNIT_OUTSIDE,     UNIT_TRAVELLED,   UNIT_OVERDUE,
    UNIT_TO_REVIEW};

static bool is_together(const UnitLine *line)
{
    return line->topic == UNIT_TOPIC_SILENT ||
           line->topic == UNIT_TOPIC_BREACH || line->topic == UNIT_TOPIC_REVIEW;
}

static bool is_one_of(const UnitLine *line, UnitOutcome outcome)
{
    return is_together(line) && line->outcome == outcome;
}

/* How late the first was, or how often it was so. */
static void put_how(const Telling *t, const UnitLine *line)
{
    if (line->topic == UNIT_TOPIC_REVIEW && line->numbers[0] > 0)
        say_format(t->out, t->lang, " (%d hari lalu)", " (%d days ago)",
                   (int)line->numbers[0]);
    if (line->topic != UNIT_TOPIC_BREACH) return;
    if (line->numbers[0] > 1)
        say_format(t->out, t->lang, " (%d kali)", " (%d times)",
                   (int)line->numbers[0]);
    else if (line->outcome == UNIT_LATE || line->outcome == UNIT_REPORT_LATE ||
             line->outcome == UNIT_ANSWERED_LATE)
        say_format(t->out, t->lang, " (%d menit)", " (%d minutes)",
                   (int)line->numbers[1]);
}

static void put_name(const Telling *t, const UnitLine *line, bool first)
{
    const Person *p = &t->judged->r.people[line->person.index];
    buf_format(t->out, "%s %.*s %.*s", first ? "" : ",", STR_ARG(p->code),
               STR_ARG(p->name));
    put_how(t, line);
}

static void put_together(const Telling *t, UnitOutcome outcome)
{
    uint32_t count = 0, shown = 0;
    Str word = unit_day_outcome(outcome, t->lang);
    for (size_t i = 0; i < t->day->count; i++)
        count += is_one_of(&t->day->lines[i], outcome);
    if (count == 0) return;
    buf_format(t->out, "  %.*s, %u:", STR_ARG(word), count);
    for (size_t i = 0; i < t->day->count && shown < NAMES_SHOWN; i++) {
        if (is_one_of(&t->day->lines[i], outcome))
            put_name(t, &t->day->lines[i], shown++ == 0);
    }
    if (count > shown)
        say_format(t->out, t->lang, " dan %u lagi", " and %u more",
                   count - shown);
    buf_char(t->out, '\n');
}

/* ---- all ---------------------------------------------------------------- */

static void put_title(const Telling *t)
{
    const Unit *unit = &t->judged->r.units[t->day->ask.unit.index];
    const Government *government = &t->judged->office->government;
    Str date = date_long(t->out->arena, t->day->day, t->lang);
    buf_put(t->out, unit->name);
    if (t->day->ask.below)
        say_format(t->out, t->lang, ", dengan semua di bawahnya",
                   ", with everything below it");
    buf_format(t->out, "\n%.*s\n", STR_ARG(date));
    if (government->note.len > 0)
        buf_format(t->out, "%.*s\n", STR_ARG(government->note));
}

/* The breaches, or all else. */
static void put_lines(const Telling *t, bool breaches)
{
    for (size_t i = 0; i < t->day->count; i++) {
        const UnitLine *line = &t->day->lines[i];
        if (!is_together(line) && (line->colour == COLOUR_BREACH) == breaches)
            put_line(t, line);
    }
}

static void put_notices(const Telling *t)
{
    for (size_t i = 0; i < t->day->count; i++) {
        const UnitLine *line = &t->day->lines[i];
        UnitNotice notice;
        if (line->topic != UNIT_TOPIC_CLOSURE ||
            !unit_notice_make(&t->judged->corpus, line->unit, t->day->day,
                              &notice))
            continue;
        buf_char(t->out, '\n');
        unit_notice_write(&notice, &t->judged->corpus, t->lang, t->out);
    }
}

static void put_all(const Telling *t)
{
    put_lines(t, true);
    for (size_t i = 0; i < COUNT(together); i++)
        put_together(t, together[i]);
    put_lines(t, false);
}

void unit_text(const Judged *judged, const UnitDay *day, Lang lang, Buf *out)
{
    Telling t = {judged, day, lang, out};
    put_title(&t);
    put_all(&t);
    put_notices(&t);
}

void unit_text_under(const Judged *judged, const UnitDay *day, Lang lang,
                     Buf *out)
{
    Telling t = {judged, day, lang, out};
    say_format(out, lang, "Bawahan langsung:\n", "Direct subordinates:\n");
    put_all(&t);
}
