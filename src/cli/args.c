/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/args.h"

#include "base/num.h"
#include "cli/say.h"

#include <string.h>

typedef struct {
    int count, at;
    char **words;
    Call call;
    bool only_words; /* after "--" */
} Reading;

/* ---- options ----------------------------------------------------------- */

static const char lang_equals[] = "--lang=";

static bool take_lang(const char *value, Lang *out)
{
    if (strcmp(value, "id") != 0 && strcmp(value, "en") != 0) return false;
    *out = strcmp(value, "en") == 0 ? LANG_EN : LANG_ID;
    return true;
}

Lang args_lang(int count, char **words, Lang lang)
{
    for (int i = 1; i < count && strcmp(words[i], "--") != 0; i++) {
        if (strcmp(words[i], "--lang") == 0 && i + 1 < count)
            (void)take_lang(words[i + 1], &lang);
        else if (str_starts(str_of(words[i]), str_of(lang_equals)))
            (void)take_lang(words[i] + sizeof lang_equals - 1, &lang);
    }
    return lang;
}

static bool find_option(Str name, OptionId *out)
{
    for (unsigned i = 0; i < OPT_COUNT; i++) {
        const Option *option = command_option((OptionId)i);
        bool letter = name.len == 1 && option->letter == name.ptr[0];
        if (!letter && !str_is(str_of(option->name), name)) continue;
        *out = (OptionId)i;
        return true;
    }
    return false;
}

/* The nearest option that the command takes; short names must be nearer. */
static bool nearest_option(const Call *call, Str name, OptionId *out)
{
    size_t limit = name.len < 4 ? 2 : 3;
    size_t best = limit;
    for (unsigned i = 0; i < OPT_COUNT && name.len > 1; i++) {
        size_t far =
            str_distance(name, str_of(command_option((OptionId)i)->name), best);
        if (far >= best || !command_takes(call->command, (OptionId)i)) continue;
        best = far;
        *out = (OptionId)i;
    }
    return best < limit;
}

static int refuse_option(const Call *call, const char *word, Str name)
{
    OptionId near = OPT_LANG;
    if (!find_option(name, &near) && nearest_option(call, name, &near))
        return say_usage(call, "'%s' tidak dikenal; maksudnya '--%s'?",
                         "'%s' is not known; did you mean '--%s'?", word,
                         command_option(near)->name);
    return say_usage(call, "'%s' bukan pilihan perintah '%s'",
                     "'%s' is no option of the command '%s'", word,
                     call->command->name);
}

static int set_option(Call *call, OptionId id, const char *value)
{
    const char *name = command_option(id)->name;
    if (call->option[id] != NULL)
        return say_usage(call, "'--%s' diberikan dua kali",
                         "'--%s' is given twice", name);
    if (id == OPT_LANG && !take_lang(value, &call->lang))
        return say_usage(call, "bahasa '%s' tidak ada; pilih id atau en",
                         "there is no language '%s'; choose id or en", value);
    call->option[id] = value;
    return EXIT_DONE;
}

static int refuse_value(const Call *call, OptionId id)
{
    const char *name = command_option(id)->name;
    return say_usage(call, "'--%s' tidak diikuti apa pun",
                     "'--%s' is followed by nothing", name);
}

static int take_option(Reading *r)
{
    const char *word = r->words[r->at++];
    bool is_long = word[1] == '-';
    Str name = str_of(word + (is_long ? 2 : 1));
    const char *value = is_long ? strchr(word, '=') : NULL;
    if (value != NULL) name.len = (size_t)(value++ - name.ptr);

    OptionId id = OPT_LANG;
    if ((!is_long && name.len != 1) || (is_long && name.len < 2) ||
        !find_option(name, &id) || !command_takes(r->call.command, id))
        return refuse_option(&r->call, word, name);
    if (command_option(id)->value[LANG_EN][0] == '\0')
        return value == NULL ? set_option(&r->call, id, "")
                             : refuse_value(&r->call, id);
    if (value == NULL && r->at < r->count) value = r->words[r->at++];
    if (value == NULL || value[0] == '\0')
        return say_usage(&r->call, "sesudah '%s' harus ada %s",
                         "'%s' must be followed by %s", word,
                         command_option(id)->value[r->call.lang]);
    return set_option(&r->call, id, value);
}

/* ---- the whole --------------------------------------------------------- */

static int take_command(Reading *r)
{
    const char *name = r->words[r->at++];
    r->call.command = command_find(name);
    if (r->call.command != NULL) return EXIT_DONE;
    const Command *near = command_nearest(r->call.arena, name);
    if (near != NULL)
        return say_usage(&r->call, "perintah '%s' tidak ada; maksudnya '%s'?",
                         "there is no command '%s'; did you mean '%s'?", name,
                         near->name);
    return say_usage(&r->call, "perintah '%s' tidak ada",
                     "there is no command '%s'", name);
}

static int check_whole(const Call *call)
{
    const Command *command = call->command;
    for (unsigned i = 0; i < OPT_COUNT; i++) {
        bool needed = (command->needs & 1U << i) != 0;
        if (needed && call->option[i] == NULL)
            return say_usage(call, "'--%s' harus diberikan",
                             "'--%s' must be given",
                             command_option((OptionId)i)->name);
    }
    if (call->word_count < command->least)
        return say_usage(call, "perintah '%s' kurang lengkap",
                         "the command '%s' is not complete", command->name);
    if (call->word_count > command->most)
        return say_usage(call, "'%s' terlalu banyak bagi perintah '%s'",
                         "'%s' is too much for the command '%s'",
                         call->words[command->most], command->name);
    return EXIT_DONE;
}

static int take_word(Reading *r)
{
    const char *word = r->words[r->at];
    if (!r->only_words && strcmp(word, "--") == 0) {
        r->only_words = true;
        r->at++;
        return EXIT_DONE;
    }
    if (!r->only_words && word[0] == '-' && word[1] != '\0')
        return take_option(r);
    r->call.words[r->call.word_count++] = word;
    r->at++;
    return EXIT_DONE;
}

/* "tatakerja", "tatakerja --help" and "tatakerja -h" ask for help. */
static bool asks_help(int count, char **words)
{
    for (int i = 1; i < count; i++) {
        if (strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0)
            return true;
    }
    return false;
}

static const char *help_topic(int count, char **words)
{
    bool named = count > 1 && words[1][0] != '-';
    return named && strcmp(words[1], "help") != 0 ? words[1] : NULL;
}

int args_read(Arena *arena, Lang lang, int count, char **words, Call *out)
{
    Reading r = {
        .count = count,
        .at = 1,
        .words = words,
        .call = {.arena = arena,
                 .lang = args_lang(count, words, lang),
                 .words = NEW(arena, const char *, (size_t)count + 1)},
    };
    if (asks_help(count, words)) {
        const char *topic = help_topic(count, words);
        r.call.command = command_find("help");
        if (topic != NULL) r.call.words[r.call.word_count++] = topic;
        *out = r.call;
        return EXIT_DONE;
    }
    /* The language may stand before the command. */
    while (r.at + 2 < count && strcmp(words[r.at], "--lang") == 0)
        r.at += 2;
    if (r.at >= count)
        return say_usage(&r.call, "perintahnya tidak disebut",
                         "no command is named");
    int code = take_command(&r);
    while (code == EXIT_DONE && r.at < count)
        code = take_word(&r);
    if (code == EXIT_DONE) code = check_whole(&r.call);
    if (code == EXIT_DONE) *out = r.call;
    return code;
}

/* ---- dates ------------------------------------------------------------- */

static bool month_named(Str name, int32_t *out)
{
    for (int32_t month = 1; month <= 12; month++) {
        if (!str_folded_is(name, date_month_name(month, LANG_ID)) &&
            !str_folded_is(name, date_month_name(month, LANG_EN)))
            continue;
        *out = month;
        return true;
    }
    return false;
}

/* "3 Agustus 2020" */
static bool date_in_words(Str text, Date *out)
{
    Str rest = str_trim(text);
    Str day = {0};
    Str month = {0};
    int64_t day_number = 0;
    int64_t year = 0;
    int32_t month_number = 0;
    return str_next(&rest, ' ', &day) && str_next(&rest, ' ', &month) &&
           num_is(day, 1, 31, &day_number) &&
           month_named(month, &month_number) &&
           num_is(str_trim(rest), 1900, 2199, &year) &&
           date_of((int32_t)year, month_number, (int32_t)day_number, out);
}

/* A bare number is the serial of some spreadsheet, not what anybody types. */
static bool is_number(Str text)
{
    int64_t number = 0;
    return num_is(text, INT64_MIN, INT64_MAX, &number);
}

bool args_date(const Call *call, const char *text, Date *out)
{
    Str given = str_of(text);
    Date date = {0};
    if ((!is_number(given) && date_lenient(given, &date)) ||
        date_in_words(given, &date)) {
        *out = date;
        return true;
    }
    (void)say_usage(call,
                    "'%s' bukan tanggal; tulis seperti 2020-08-03, 3-8-2020, "
                    "atau \"3 Agustus 2020\"",
                    "'%s' is no date; write it like 2020-08-03, 3-8-2020 or "
                    "\"3 August 2020\"",
                    text);
    return false;
}

bool args_option_date(const Call *call, OptionId id, Date otherwise, Date *out)
{
    if (call->option[id] != NULL) return args_date(call, call->option[id], out);
    *out = otherwise;
    return true;
}

bool args_window(const Call *call, Window *out)
{
    Window window = *out;
    bool from = call->option[OPT_FROM] != NULL;
    bool to = call->option[OPT_TO] != NULL;
    if (!args_option_date(call, OPT_FROM, window.first, &window.first) ||
        !args_option_date(call, OPT_TO, window.last, &window.last))
        return false;
    if (from != to)
        (void)say_usage(call, "'--from' dan '--to' diberikan berdua",
                        "'--from' and '--to' are given together");
    else if (from && window_is_empty(window))
        (void)say_usage(call, "'--to' mendahului '--from'",
                        "'--to' comes before '--from'");
    else {
        *out = window;
        return true;
    }
    return false;
}
