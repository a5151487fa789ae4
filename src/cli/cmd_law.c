/* SPDX-License-Identifier: Apache-2.0 */
#include "app/law_on_day.h"
#include "circular/clause_types.h"
#include "circular/print.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/open.h"

/* "5 Agustus 2020", "5 Agustus 2020 pukul 12.00" */
static Str day_words(Arena *arena, Lang lang, Date day, int16_t minute)
{
    enum { HOUR = 60 };
    Str words = date_words(arena, day, lang);
    if (minute < 0) return words;
    return str_format(arena, "%.*s %s %02d.%02d", STR_ARG(words),
                      lang == LANG_EN ? "at" : "pukul", minute / HOUR,
                      minute % HOUR);
}

/* Of a letter that does not say when it begins, its end alone. */
static void put_days(Buf *out, Lang lang, Arena *arena,
                     const CorpusLetter *letter, Window w)
{
    bool begins = !date_is(w.first, DATE_ALWAYS);
    bool ends = !date_is(w.last, DATE_NEVER);
    int16_t from = law_letter_hours(letter, w.first).from;
    int16_t to = law_letter_hours(letter, w.last).to;
    Str first = begins ? day_words(arena, lang, w.first, from) : STR("");
    Str last = ends ? day_words(arena, lang, w.last, to) : STR("");
    if (begins && ends)
        say_format(out, lang, "  berlaku %.*s sampai dengan %.*s\n",
                   "  in force %.*s to %.*s\n", STR_ARG(first), STR_ARG(last));
    else if (begins)
        say_format(out, lang,
                   "  berlaku sejak %.*s, sampai ditentukan kemudian\n",
                   "  in force from %.*s, until set later\n", STR_ARG(first));
    else if (ends)
        say_format(out, lang, "  berlaku sampai dengan %.*s\n",
                   "  in force to %.*s\n", STR_ARG(last));
}

static void put_window(Buf *out, Lang lang, Arena *arena,
                       const CorpusLetter *letter, Date day)
{
    for (uint32_t i = 0; i < letter->window_count; i++) {
        if (window_has(letter->windows[i], day))
            put_days(out, lang, arena, letter, letter->windows[i]);
    }
}

static bool amends(const Letter *tree, Str cite)
{
    for (uint32_t i = 0; i < tree->relation_count; i++) {
        const Relation *relation = &tree->relations[i];
        if (relation->kind == RELATION_AMENDS &&
            letter_number_is(relation->to.number, cite))
            return true;
    }
    return false;
}

/* The chain of amendments that are known, in their order. */
static void put_amendments(Buf *out, const Call *call, const Corpus *corpus,
                           const CorpusLetter *letter)
{
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        const CorpusLetter *later = &corpus->letters[i];
        if (!amends(later->tree, letter->cite)) continue;
        Str known = date_words(call->arena, later->known, call->lang);
        say_format(out, call->lang, "  diubah dengan %.*s, %.*s\n",
                   "  amended by %.*s, %.*s\n", STR_ARG(later->cite),
                   STR_ARG(known));
    }
}

static void put_letter(Buf *out, const Call *call, const LawOnDay *law,
                       const LetterOnDay *on)
{
    const Corpus *corpus = &law->corpus;
    const CorpusLetter *letter = &corpus->letters[on->letter];
    const Letter *tree = letter->tree;
    bool english = call->lang == LANG_EN && tree->title_en.len > 0;
    buf_format(out, "\n%.*s  %.*s\n", STR_ARG(letter->cite),
               STR_ARG(english ? tree->title_en : tree->title));
    put_window(out, call->lang, call->arena, letter, law->day);
    if (letter->extended_by != NO_INDEX)
        say_format(out, call->lang,
                   "  masa berlakunya terakhir diubah dengan %.*s\n",
                   "  its period was last amended by %.*s\n",
                   STR_ARG(corpus->letters[letter->extended_by].cite));
    put_amendments(out, call, corpus, letter);
    if (letter->status_assumed)
        say_format(out, call->lang, "  tanggal statusnya diandaikan\n",
                   "  the dates of its status are assumed\n");
}

/* The hours of a clause that begins or ends within the day by itself. */
static void put_hours(Buf *out, Lang lang, LawHours hours)
{
    enum { HOUR = 60 };
    if (hours.from >= 0)
        say_format(out, lang, " [mulai pukul %02d.%02d]", " [from %02d.%02d]",
                   hours.from / HOUR, hours.from % HOUR);
    if (hours.to >= 0)
        say_format(out, lang, " [sampai pukul %02d.%02d]", " [until %02d.%02d]",
                   hours.to / HOUR, hours.to % HOUR);
}

static void put_clause(Buf *out, const Call *call, const LawOnDay *law,
                       const Clause *clause)
{
    const Corpus *corpus = &law->corpus;
    if (clause->bound > 0) return; /* its sentence was shown */
    buf_c(out, "  ");
    say_rule(out, call->lang, clause->cite);
    buf_c(out, ": ");
    sentence_print(clause->sentence, call->lang, out);
    put_hours(out, call->lang, law_clause_hours(clause, law->day));
    if (clause->brought_by != clause->letter)
        say_format(out, call->lang, " [dengan %.*s]", " [by %.*s]",
                   STR_ARG(corpus->letters[clause->brought_by].cite));
    if (!clause_is_computed(clause->sentence))
        say_format(out, call->lang, " [dicatat]", " [recorded]");
    buf_char(out, '\n');
}

static void put_law(Buf *out, const Call *call, const LawOnDay *law)
{
    Str day = date_long(call->arena, law->day, call->lang);
    say_format(out, call->lang, "%.*s, %.*s\n", "%.*s, %.*s\n",
               STR_ARG(law->corpus.government->name), STR_ARG(day));
    if (law->letter_count == 0)
        say_format(out, call->lang, "Tidak ada surat yang berlaku.\n",
                   "No letter is in force.\n");
    for (uint32_t i = 0; i < law->letter_count; i++) {
        const LetterOnDay *on = &law->letters[i];
        put_letter(out, call, law, on);
        for (uint32_t c = 0; c < on->clause_count; c++)
            put_clause(out, call, law,
                       corpus_clause(&law->corpus, on->clauses[c]));
    }
}

int cmd_law(const Call *call)
{
    Err err = {0};
    Office office = {0};
    LawOnDay law = {0};
    int code = EXIT_DONE;
    Date day = {0};
    Date known = DATE_NEVER;
    if (!args_option_date(call, OPT_ON, DATE_NEVER, &day) ||
        !args_option_date(call, OPT_KNOWN, DATE_NEVER, &known))
        return EXIT_USAGE;
    if (!open_office(call, &office, &code)) return code;
    if (!law_on_day(&office, day, known, &law, &err))
        return say_refusal(call, &office, &err);

    Buf out = buf_in(call->arena);
    put_law(&out, call, &law);
    return say_result(call, &out, EXIT_DONE);
}
