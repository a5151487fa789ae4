/* SPDX-License-Identifier: Apache-2.0 */
#include "app/find_unit.h"
#include "base/file.h"
#include "base/num.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/find_person.h"
#include "cli/groups_text.h"
#include "cli/open.h"
#include "cli/progress.h"

/* ---- the calendar --------------------------------------------------------
 *
 * calendar = "hari" | "days" | "minggu" | "weeks" | group "/" group {"/" group}
 * group    = run {"," run}
 * run      = day ["-" day]              Indonesian or English, "senin-rabu"
 */

/* The Indonesian name of an English day; other words as they are. */
static Str day_in_indonesian(Str word)
{
    for (int day = MONDAY; day <= SUNDAY; day++) {
        if (str_folded_is(word, date_weekday_name((Weekday)day, LANG_EN)))
            return date_weekday_name((Weekday)day, LANG_ID);
    }
    return word;
}

/* Days as the register writes them, which counter_days_parse reads. */
static bool take_group(Arena *arena, Str text, uint8_t *weekdays)
{
    Buf days = buf_in(arena);
    Str run = {0};
    while (str_next(&text, ',', &run)) {
        Str day = {0};
        if (days.len > 0) buf_char(&days, ',');
        for (bool first = true; str_next(&run, '-', &day); first = false) {
            if (!first) buf_char(&days, '-');
            buf_put(&days, day_in_indonesian(str_trim(day)));
        }
    }
    return counter_days_parse(buf_str(&days), weekdays);
}

static bool refuse_calendar(const Call *call, const char *word)
{
    (void)say_usage(call,
                    "'%s' bukan kalender kelompok; tulis hari, minggu, atau "
                    "hari-hari 2 sampai 8 kelompok seperti "
                    "senin,rabu/selasa,kamis",
                    "'%s' is no calendar of groups; write days, weeks, or the "
                    "weekdays of 2 to 8 groups like "
                    "monday,wednesday/tuesday,thursday",
                    word);
    return false;
}

static bool take_weekdays(const Call *call, PatternAsk *ask)
{
    Str rest = str_of(call->words[1]);
    Str group = {0};
    ask->kind = PATTERN_WEEKDAYS;
    ask->groups = 0;
    while (str_next(&rest, '/', &group)) {
        if (ask->groups == PATTERN_GROUPS ||
            !take_group(call->arena, group, &ask->weekdays[ask->groups++]))
            return refuse_calendar(call, call->words[1]);
    }
    return ask->groups >= 2 || refuse_calendar(call, call->words[1]);
}

static bool take_calendar(const Call *call, PatternAsk *ask)
{
    Str word = str_of(call->words[1]);
    ask->groups = 2;
    if (str_folded_is(word, STR("hari")) || str_folded_is(word, STR("days")))
        ask->kind = PATTERN_DAYS;
    else if (str_folded_is(word, STR("minggu")) ||
             str_folded_is(word, STR("weeks")))
        ask->kind = PATTERN_WEEKS;
    else
        return take_weekdays(call, ask);
    return true;
}

/* ---- the other words ----------------------------------------------------- */

typedef struct {
    Str a, b;
} Couple;

/* What the words say before the register is read. */
typedef struct {
    PatternAsk ask;
    bool counted; /* N was given */
    Couple *couples;
    size_t couple_count;
} Asked;

/* "pisah=B00001:B00002"; false when the word begins otherwise. */
static bool is_couple(Str word, Str *rest)
{
    static const char *const heads[] = {"pisah=", "apart="};
    for (size_t i = 0; i < COUNT(heads); i++) {
        Str head = str_of(heads[i]);
        if (!str_starts(word, head)) continue;
        *rest = str_slice(word, head.len, word.len);
        return true;
    }
    return false;
}

static bool take_couple(const Call *call, Str rest, Asked *asked)
{
    size_t mark = str_find(rest, STR(":"), 0);
    Couple c = {str_trim(str_slice(rest, 0, mark)), {0}};
    if (mark != SIZE_MAX) c.b = str_trim(str_slice(rest, mark + 1, rest.len));
    if (c.a.len > 0 && c.b.len > 0) {
        asked->couples[asked->couple_count++] = c;
        return true;
    }
    (void)say_usage(call,
                    "'%.*s' bukan pasangan; tulis seperti pisah=B00001:B00002",
                    "'%.*s' is no couple; write it like apart=B00001:B00002",
                    STR_ARG(rest));
    return false;
}

static bool take_number(const Call *call, const char *word, Asked *asked)
{
    PatternAsk *ask = &asked->ask;
    int64_t number = 0;
    if (ask->kind == PATTERN_WEEKDAYS)
        (void)say_usage(call,
                        "'%s': banyaknya kelompok sudah disebut oleh "
                        "hari-harinya; hapus kata itu",
                        "'%s': the weekdays say how many groups there are; "
                        "leave that word out",
                        word);
    else if (asked->counted)
        (void)say_usage(call, "'%s': banyaknya kelompok sudah disebut",
                        "'%s': the number of groups is given already", word);
    else if (!num_is(str_of(word), 2, PATTERN_GROUPS, &number))
        (void)say_usage(
            call, "'%s' bukan banyaknya kelompok; tulis 2 sampai %d",
            "'%s' is no number of groups; write 2 to %d", word, PATTERN_GROUPS);
    else {
        ask->groups = (uint32_t)number;
        asked->counted = true;
        return true;
    }
    return false;
}

static bool take_words(const Call *call, Asked *asked)
{
    asked->couples = NEW(call->arena, Couple, call->word_count + 1);
    if (!take_calendar(call, &asked->ask)) return false;
    for (size_t i = 2; i < call->word_count; i++) {
        Str rest = {0};
        bool couple = is_couple(str_of(call->words[i]), &rest);
        if (couple ? !take_couple(call, rest, asked)
                   : !take_number(call, call->words[i], asked))
            return false;
    }
    return true;
}

/* Everything that is wrong with the call is said before the work begins. */
static bool read_call(const Call *call, Asked *asked)
{
    const char *file = call->option[OPT_OUTPUT];
    RosterWish *wish = &asked->ask.roster;
    *wish = make_roster_wish();
    if (!take_words(call, asked) || !args_window(call, &wish->window) ||
        !args_option_date(call, OPT_KNOWN, DATE_NEVER, &wish->known))
        return false;
    if (file == NULL || str_ends(str_of(file), STR(".csv"))) return true;
    (void)say_usage(call, "'%s' harus berakhir .csv", "'%s' must end in .csv",
                    file);
    return false;
}

/* ---- the work ------------------------------------------------------------ */

static bool find_couples(const Call *call, const Register *r, Asked *asked,
                         int *code)
{
    PatternPair *pairs = NEW(call->arena, PatternPair, asked->couple_count + 1);
    for (size_t k = 0; k < asked->couple_count; k++) {
        const char *a = str_c(call->arena, asked->couples[k].a);
        const char *b = str_c(call->arena, asked->couples[k].b);
        if (!find_person(call, r, a, &pairs[k].a, code) ||
            !find_person(call, r, b, &pairs[k].b, code))
            return false;
    }
    asked->ask.apart = pairs;
    asked->ask.apart_count = asked->couple_count;
    return true;
}

static int refuse(const Call *call, const Office *office,
                  const PatternMade *made, const Err *err)
{
    bool clash = made->made.answer.certificate.kind == ANSWER_CLASH;
    int code = say_refusal(call, office, err);
    return clash ? EXIT_CLASH : code;
}

static int tell(const Call *call, const Office *office, const PatternAsk *ask,
                const PatternMade *made)
{
    Err err = {0};
    const char *file = call->option[OPT_OUTPUT];
    Buf table = buf_in(call->arena);
    Buf out = buf_in(call->arena);
    say_warnings(call, office);
    if (file != NULL && made->verified) {
        groups_text_csv(office, ask, made, &table);
        if (!file_write(file, buf_str(&table), &err))
            return say_refusal(call, office, &err);
    }
    groups_text(office, ask, made, call->lang, &out);
    return say_result(call, &out, made->verified ? EXIT_DONE : EXIT_INPUT);
}

int cmd_groups(const Call *call)
{
    Err err = {0};
    Office office = {0};
    Asked asked = {0};
    PatternMade *made = NEW(call->arena, PatternMade, 1);
    Progress progress = progress_begin(call);
    int code = EXIT_DONE;
    if (!read_call(call, &asked)) return EXIT_USAGE;
    if (!open_office(call, &office, &code)) return code;
    if (!find_unit(call->arena, &office.r, str_of(call->words[0]),
                   &asked.ask.unit, &err))
        return say_refusal(call, &office, &err);
    if (!find_couples(call, &office.r, &asked, &code)) return code;
    asked.ask.roster.options =
        (RosterOptions){.progress = progress_tick, .context = &progress};
    progress_step(&progress, "menyusun jadwal dan kelompok",
                  "making roster and groups");
    bool done = make_pattern(&office, &asked.ask, made, &err);
    progress_end(&progress);
    return done ? tell(call, &office, &asked.ask, made)
                : refuse(call, &office, made, &err);
}
