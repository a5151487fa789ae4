/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/corpus.h"

#include "circular/build.h"
#include "circular/meanings.h"

#include <string.h>

enum { OPEN_END_DAYS = 28 }; /* golden.md: open letters, four weeks */

/* What would be right, where the finding itself does not say. */
static const struct {
    const char *id, *advice[2];
} advices[] = {
    {"hukum-01",
     {"beri surat ini nomor lain, atau keluarkan salah satunya dari folder",
      "give this letter another number, or take one of the two out of the "
      "folder"}                                                         },
    {"hukum-03",
     {"lihat aturan dan ayat surat itu; yang baru ditambahkan dengan 'sesudah "
      "aturan N disisipkan aturan NA \"...\":'",
      "look at the rules of that letter; a new one is added with 'after rule N "
      "is inserted rule NA \"...\":'"}                                  },
    {"hukum-04",
     {"betulkan 'ditetapkan', atau sebut perubahan yang terakhir: 'sebagaimana "
      "terakhir diubah dengan ...'",
      "mend 'enacted', or name the latest amendment: 'as last amended by "
      "...'"}                                                           },
    {"hukum-05",
     {"tulis satu kalimat untuk tiap masa, dengan tanggalnya",
      "write a sentence for each period, with its dates"}               },
    {"hukum-06",
     {"biarkan bila memang hanya untuk dibaca; yang dihitung ada di "
      "docs/clause-types.md",
      "leave it if it is only to be read; what is computed is in "
      "docs/clause-types.md"}                                           },
    {"hukum-09",
     {"tulis batasnya lebih dulu dalam aturan ini, atau 'Pegawai lainnya ...'",
      "write the bound first in this rule, or 'Other staff ...'"}       },
    {"hukum-10",
     {"keputusan kepala menyebut aturan yang menjadi dasarnya dan alasannya "
      "('menimbang'), dan tidak lebih lama atau lebih luas daripada aturan itu",
      "a head's decision names the rule that it rests on and its reason "
      "('considering'), and is neither longer nor wider than that rule"}},
};

void build_say(Build *b, DiagLevel level, const char *id, uint32_t letter,
               Span span, Str said_id, Str said_en)
{
    diag_quote(b->diags, b->corpus->letters[letter].tree->lang);
    diag_add(b->diags, level, id, b->corpus->letters[letter].source, span,
             said_id, said_en);
    for (size_t i = 0; i < COUNT(advices); i++) {
        if (strcmp(advices[i].id, id) == 0)
            diag_advise(b->diags, str_of(advices[i].advice[LANG_ID]),
                        str_of(advices[i].advice[LANG_EN]));
    }
}

uint32_t build_letter(const Build *b, Str number)
{
    for (uint32_t i = 0; i < b->corpus->letter_count; i++) {
        const CorpusLetter *letter = &b->corpus->letters[i];
        if (number.len > 0 && letter_number_is(letter->cite, number)) return i;
    }
    return NO_INDEX;
}

/* ---- letters known by a day, in the order of issue ------------------------
 */

/* Enacted, else announced, else the first day of validity. */
static Date known_date(const Letter *tree)
{
    if (!date_is(tree->enacted, DATE_ALWAYS)) return tree->enacted;
    if (!date_is(tree->announced, DATE_ALWAYS)) return tree->announced;
    return tree->valid.window.first;
}

static void move_earlier(CorpusLetter *letters, uint32_t i)
{
    CorpusLetter moved = letters[i];
    for (; i > 0 && date_before(moved.known, letters[i - 1].known); i--) {
        letters[i] = letters[i - 1];
    }
    letters[i] = moved;
}

static void take_letters(Build *b, const CorpusInput *inputs, size_t count)
{
    Corpus *c = b->corpus;
    c->letters = NEW(b->arena, CorpusLetter, count + 1);
    for (size_t i = 0; i < count; i++) {
        const Letter *tree = inputs[i].tree;
        Date known = known_date(tree);
        if (date_before(c->known, known)) continue;
        c->letters[c->letter_count] = (CorpusLetter){
            .tree = tree,
            .source = inputs[i].source,
            .cite = letter_cite(tree),
            .known = known,
            .decision = inputs[i].decision || decision_is(tree),
            .head_of = NO_UNIT,
            .extended_by = NO_INDEX,
        };
        move_earlier(c->letters, c->letter_count++);
    }
}

static void refuse_twice(Build *b)
{
    for (uint32_t i = 1; i < b->corpus->letter_count; i++) {
        const CorpusLetter *letter = &b->corpus->letters[i];
        for (uint32_t k = 0; k < i; k++) {
            if (!letter_number_is(b->corpus->letters[k].cite, letter->cite))
                continue;
            build_say(b, DIAG_ERROR, "hukum-01", i, letter->tree->head,
                      str_format(b->arena,
                                 "nomor %.*s sudah dipakai surat lain",
                                 STR_ARG(letter->cite)),
                      str_format(b->arena, "number %.*s is another letter's",
                                 STR_ARG(letter->cite)));
            break;
        }
    }
}

/* ---- validity --------------------------------------------------------------
 */

static void add_status_windows(Build *b, CorpusLetter *letter)
{
    const Register *r = b->corpus->r;
    const When *valid = &letter->tree->valid;
    letter->windows = NEW(b->arena, Window, r->status_count + 1);
    for (uint32_t i = 0; i < r->status_count; i++) {
        const AreaStatus *status = &r->statuses[i];
        if (date_before(b->corpus->known, status->known) ||
            !str_folded_is(status->status, valid->status) ||
            !str_folded_is(status->area, valid->area))
            continue;
        Window w = window_meet(status->window, valid->window);
        if (window_is_empty(w)) continue;
        letter->windows[letter->window_count++] = w;
        letter->status_assumed |= status->assumed;
    }
    letter->status_missing = letter->window_count == 0;
}

static void set_validity(Build *b, CorpusLetter *letter)
{
    const When *valid = &letter->tree->valid;
    letter->starts_on = valid->window.first;
    letter->starts_at = valid->from_minute;
    letter->ends_on = valid->window.last;
    letter->ends_at = valid->last_minute;
    if (valid->status.len > 0) {
        add_status_windows(b, letter);
        return;
    }
    letter->windows = NEW(b->arena, Window, 1);
    if (!valid->given) return; /* an amendment: its changes have their day */
    Window w = valid->window;
    if (valid->date_count > 0)
        w = (Window){valid->dates[0], valid->dates[valid->date_count - 1]};
    letter->windows[0] = w;
    letter->window_count = 1;
    letter->original = w;
    letter->open_end = date_is(w.last, DATE_NEVER);
}

static bool day_is_listed(const Date *dates, uint32_t count, Date day)
{
    for (uint32_t i = 0; i < count; i++) {
        if (date_is(dates[i], day)) return true;
    }
    return count == 0;
}

bool letter_holds(const CorpusLetter *letter, Date day)
{
    const When *valid = &letter->tree->valid;
    if (valid->weekdays != 0 &&
        (valid->weekdays & (1U << date_weekday(day))) == 0)
        return false;
    if (!day_is_listed(valid->dates, valid->date_count, day)) return false;
    for (uint32_t i = 0; i < letter->window_count; i++) {
        if (window_has(letter->windows[i], day)) return true;
    }
    return false;
}

static bool span_has(const Clause *clause, Date day)
{
    for (uint32_t i = 0; i < clause->span_count; i++) {
        if (window_has(clause->spans[i], day)) return true;
    }
    return !clause->under_status;
}

bool clause_holds(const Corpus *corpus, ClauseId id, Date day)
{
    const Clause *clause = corpus_clause(corpus, id);
    if (!window_has(clause->window, day) || !span_has(clause, day))
        return false;
    if (clause->weekdays != 0 &&
        (clause->weekdays & (1U << date_weekday(day))) == 0)
        return false;
    if (!day_is_listed(clause->dates, clause->date_count, day)) return false;
    return letter_holds(&corpus->letters[clause->letter], day);
}

/* ---- the whole -------------------------------------------------------------
 */

static void select_covering(Build *b)
{
    for (uint32_t i = 0; i < b->corpus->letter_count; i++) {
        CorpusLetter *letter = &b->corpus->letters[i];
        letter->covering = selection_make(
            b->arena, b->corpus->r,
            meaning_expand(b->arena, letter->tree, letter->tree->covering),
            letter->source, b->diags);
        if (letter->decision)
            letter->head_of =
                decision_unit(b->arena, b->corpus->r, letter->tree->issuer);
    }
}

static bool places_somebody(const Clause *clause)
{
    return clause->act == ACT_PLACE || clause->act == ACT_CAP ||
           clause->act == ACT_REST;
}

/* The first day of a letter on which a clause that places somebody holds. */
static void find_first_effects(Corpus *corpus)
{
    for (uint32_t l = 0; l < corpus->letter_count; l++) {
        CorpusLetter *letter = &corpus->letters[l];
        letter->first_effect = DATE_NEVER;
        for (uint32_t c = 0; c < letter->clause_count; c++) {
            const Clause *clause = &corpus->clauses[letter->first_clause + c];
            for (uint32_t w = 0;
                 places_somebody(clause) && w < letter->window_count; w++) {
                Window both = window_meet(clause->window, letter->windows[w]);
                if (!window_is_empty(both) &&
                    date_before(both.first, letter->first_effect))
                    letter->first_effect = both.first;
            }
        }
    }
}

bool corpus_make(Arena *arena, const CorpusFrom *from, Date known, Corpus *out,
                 Diags *diags)
{
    size_t errors = diags->errors;
    *out = (Corpus){.r = from->r,
                    .calendar = from->calendar,
                    .government = from->government,
                    .known = known};
    Build b = {.arena = arena, .corpus = out, .diags = diags};
    take_letters(&b, from->inputs, from->input_count);
    refuse_twice(&b);
    for (uint32_t i = 0; i < out->letter_count; i++) {
        set_validity(&b, &out->letters[i]);
    }
    b.of = NEW(arena, Provisions, out->letter_count + 1);
    amend_all(&b);
    select_covering(&b);
    clause_make_all(&b);
    clause_join_all(&b);
    find_first_effects(out);
    closure_make_all(&b);
    trip_check_all(&b);
    leave_check_all(&b);
    decision_check_all(&b);
    return diags->errors == errors;
}

ClauseId corpus_find(const Corpus *corpus, Str cite)
{
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        if (str_is(corpus->clauses[i].cite, cite)) return (ClauseId){i};
    }
    return NO_CLAUSE;
}

/* ---- the period to roster ---------------------------------------------------
 */

static Date later(Date a, Date b)
{
    return date_before(a, b) ? b : a;
}

static Date end_of(const CorpusLetter *letter)
{
    Date last = DATE_ALWAYS;
    for (uint32_t w = 0; w < letter->window_count; w++) {
        last = later(last, letter->windows[w].last);
    }
    if (date_is(last, DATE_NEVER))
        last = date_plus(letter->first_effect, OPEN_END_DAYS - 1);
    return last;
}

static bool ask_for_status(const CorpusLetter *letter, Err *err)
{
    const When *valid = &letter->tree->valid;
    (void)FAIL(err, ERR_INPUT,
               "%.*s is in force during the status \"%.*s\" in %.*s, but "
               "status.csv has no dates for it; fill in its first and last day",
               STR_ARG(letter->cite), STR_ARG(valid->status),
               STR_ARG(valid->area));
    return err_id(err,
                  "%.*s berlaku selama status \"%.*s\" di %.*s, tetapi "
                  "status.csv tidak memuat tanggal status itu; isi mulai dan "
                  "sampai",
                  STR_ARG(letter->cite), STR_ARG(valid->status),
                  STR_ARG(valid->area));
}

static bool ask_for_dates(Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "no letter places anybody; give --from and --to");
    return err_id(err, "tidak ada surat yang menempatkan pegawai; beri --from "
                       "dan --to");
}

bool corpus_period(const Corpus *corpus, Window *out, Err *err)
{
    Window period = {DATE_NEVER, DATE_ALWAYS};
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        const CorpusLetter *letter = &corpus->letters[i];
        if (letter->status_missing) return ask_for_status(letter, err);
        if (letter->decision || date_is(letter->first_effect, DATE_NEVER))
            continue;
        if (date_before(letter->first_effect, period.first))
            period.first = letter->first_effect;
        period.last = later(period.last, end_of(letter));
    }
    if (window_is_empty(period)) return ask_for_dates(err);
    *out = period;
    return true;
}

/* ---- citing ------------------------------------------------------------ */

Str cite_letter(Arena *arena, const Corpus *corpus, uint32_t letter, Lang lang)
{
    static const Str kinds[][2] = {
        [LETTER_CIRCULAR] = {STR_INIT("SE"),             STR_INIT("SE")         },
        [LETTER_POLICY] = {STR_INIT("kebijakan"),      STR_INIT("policy")     },
        [LETTER_INSTRUCTION] = {STR_INIT("instruksi"),      STR_INIT("instruction")},
        [LETTER_DECISION] = {STR_INIT("keputusan"),      STR_INIT("decision")   },
        [LETTER_NOTICE] = {STR_INIT("pengumuman"),     STR_INIT("notice")     },
        [LETTER_ORAL] = {STR_INIT("perintah lisan"), STR_INIT("oral order") },
        [LETTER_REGULATION] = {STR_INIT("peraturan"),      STR_INIT("regulation") },
    };
    const CorpusLetter *l = &corpus->letters[letter];
    Str kind = kinds[l->tree->kind][lang];
    return l->tree->number.len > 0
               ? str_format(arena, "%.*s %.*s", STR_ARG(kind), STR_ARG(l->cite))
               : str_format(arena, "%.*s \"%.*s\"", STR_ARG(kind),
                            STR_ARG(l->cite));
}

/* The letter that a cite begins with, spoken of by its kind. */
static Str letter_words(Arena *arena, const Corpus *corpus, Str number,
                        Lang lang)
{
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (letter_number_is(corpus->letters[i].cite, number))
            return cite_letter(arena, corpus, i, lang);
    }
    return str_format(arena, "SE %.*s", STR_ARG(number));
}

Str cite_words(Arena *arena, const Corpus *corpus, Str cite, Lang lang)
{
    static const char *const join[2] = {" ayat ", " paragraph "};
    size_t hash = str_find(cite, STR("#"), 0);
    Str number = str_slice(cite, 0, hash);
    Str letter = letter_words(arena, corpus, number, lang);
    if (hash == SIZE_MAX) return letter;
    Str rule = str_slice(cite, hash + 1, cite.len);
    size_t open = str_find(rule, STR("("), 0);
    Str paragraph = str_slice(rule, open, rule.len);
    Str head = str_slice(rule, 0, open);
    const char *between = paragraph.len > 0 ? join[lang] : "";
    return lang == LANG_ID
               ? str_format(arena, "aturan %.*s%s%.*s %.*s", STR_ARG(head),
                            between, STR_ARG(paragraph), STR_ARG(letter))
               : str_format(arena, "rule %.*s%s%.*s of %.*s", STR_ARG(head),
                            between, STR_ARG(paragraph), STR_ARG(letter));
}
