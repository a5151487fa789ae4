/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/check.h"

#include "circular/build.h"
#include "circular/lint.h"
#include "circular/words.h"

#include <string.h>

/* ---- the text alone ---------------------------------------------------- */

bool lint_works_plainly(const Lint *l, Date day)
{
    if (l->c != NULL)
        return calendar_works(l->c->calendar, 5, day, l->c->known);
    return date_weekday(day) < SATURDAY;
}

static void lint_open_list(const Lint *l, const Tail *tail)
{
    bool open = tail->kind == TAIL_OPEN_LIST || tail->open;
    if (!open) return;
    lint_say(l, DIAG_WARNING, "periksa-02", tail->span,
             STR("daftar ini terbuka: yang tidak disebut tidak dihitung"),
             STR("this list is open: what is not named is not computed"));
    diag_advise(l->diags,
                STR("lengkapi daftarnya, atau lampirkan, sebelum diundangkan"),
                STR("complete the list, or annex it, before it is enacted"));
}

static void lint_sentence(const Lint *l, const Sentence *s)
{
    lint_lasting(l, s);
    for (uint32_t i = 0; i < s->tail_count; i++) {
        lint_open_list(l, &s->tails[i]);
    }
}

static void lint_head(const Lint *l)
{
    const Letter *t = l->tree;
    if (t->number_missing)
        lint_say(l, DIAG_NOTE, "periksa-04", t->head,
                 STR("nomor surat tidak disebut"),
                 STR("the letter's number is not stated"));
    if (date_is(t->enacted, DATE_ALWAYS))
        lint_say(
            l, DIAG_NOTE, "periksa-05", t->head,
            date_is(t->announced, DATE_ALWAYS)
                ? STR("tanggal penetapan tidak disebut; dianggap diketahui "
                      "sejak mulai berlaku")
                : STR("tanggal penetapan tidak disebut; dianggap diketahui "
                      "sejak diumumkan"),
            date_is(t->announced, DATE_ALWAYS)
                ? STR("no date of issue; taken as known since it came "
                      "into force")
                : STR("no date of issue; taken as known since it was "
                      "announced"));
}

static void lint_open_end(const Lint *l)
{
    const Letter *t = l->tree;
    bool open = t->valid.given && t->valid.status.len == 0 &&
                t->valid.period.len == 0 && t->valid.date_count == 0 &&
                date_is(t->valid.window.last, DATE_NEVER);
    bool changes_only = t->rule_count == 0; /* the changed letter has an end */
    if (!open || changes_only || t->review.len > 0 ||
        t->review_rhythm.number > 0)
        return;
    lint_say(l, DIAG_WARNING, "periksa-03", t->valid.span,
             STR("berlaku tanpa batas akhir dan tanpa peninjauan"),
             STR("in force without an end and without a review"));
    diag_advise(l->diags,
                STR("tambahkan misalnya baris 'dievaluasi setiap bulan'"),
                STR("add for example a line 'reviewed every month'"));
}

/* A word that begins so; what is annexed to a report ("melampirkan foto",
 * "sebagai lampiran laporan") is no annex of the letter. */
static bool has_word(Str text, Str begin)
{
    static const char *const other[] = {"sebagai ", "as an "};
    for (size_t at = str_find(text, begin, 0); at != SIZE_MAX;
         at = str_find(text, begin, at + 1)) {
        Str before = str_slice(text, 0, at);
        bool whole =
            at == 0 || text.ptr[at - 1] < 'a' || text.ptr[at - 1] > 'z';
        for (size_t i = 0; i < COUNT(other); i++)
            whole = whole && !str_ends(before, str_of(other[i]));
        if (whole) return true;
    }
    return false;
}

/* "sebagaimana terlampir", and no annex: what was promised is not given. */
static void lint_promise(const Lint *l, const Sentence *s)
{
    Str text = str_fold(l->arena, s->text);
    bool promised = has_word(text, STR("lampiran")) ||
                    has_word(text, STR("terlampir")) ||
                    has_word(text, STR("annex"));
    if (!promised || l->tree->annex_count > 0) return;
    lint_say(
        l, DIAG_WARNING, "periksa-31", s->span,
        STR("lampiran disebut, tetapi surat ini tidak melampirkan apa pun"),
        STR("an annex is spoken of, but this letter has none"));
    diag_advise(l->diags,
                STR("tambahkan baris 'lampiran \"daftar.csv\"', atau sebut "
                    "daftarnya di sini"),
                STR("add a line 'annex \"daftar.csv\"', or give the list "
                    "here"));
}

static void lint_rule(const Lint *l, const Rule *rule)
{
    for (uint32_t i = 0; i < rule->sentence_count; i++) {
        lint_sentence(l, &rule->sentences[i]);
        lint_promise(l, &rule->sentences[i]);
    }
}

static void lint_text(const Lint *l)
{
    lint_head(l);
    lint_open_end(l);
    lint_signing(l);
    lint_hours(l);
    lint_zone(l);
    lint_period(l);
    lint_twice(l);
    for (uint32_t i = 0; i < l->tree->rule_count; i++)
        lint_rule(l, &l->tree->rules[i]);
    for (uint32_t i = 0; i < l->tree->change_count; i++)
        lint_rule(l, &l->tree->changes[i].rule);
}

void check_alone(Arena *arena, const Letter *letter, const Source *source,
                 Diags *diags)
{
    Lint l = {.arena = arena, .tree = letter, .source = source, .diags = diags};
    lint_text(&l);
}

/* ---- dates on the calendar --------------------------------------------- */

static void lint_start(const Lint *l)
{
    const CorpusLetter *letter = &l->c->letters[l->letter];
    if (letter->window_count == 0) return;
    Date first = letter->windows[0].first;
    if (date_is(first, DATE_ALWAYS)) return;
    Str day_id = date_long(l->arena, first, LANG_ID);
    Str day_en = date_long(l->arena, first, LANG_EN);
    if (!lint_works_plainly(l, first))
        lint_say(l, DIAG_WARNING, "periksa-06", l->tree->valid.span,
                 str_format(l->arena,
                            "mulai %.*s, bukan hari kerja bagi unit lima hari",
                            STR_ARG(day_id)),
                 str_format(l->arena,
                            "starts on %.*s, no working day for five-day units",
                            STR_ARG(day_en)));
    if (date_is(letter->first_effect, DATE_NEVER) ||
        !date_before(first, letter->first_effect))
        return;
    Str effect_id = date_words(l->arena, letter->first_effect, LANG_ID);
    Str effect_en = date_words(l->arena, letter->first_effect, LANG_EN);
    lint_say(l, DIAG_NOTE, "periksa-07", l->tree->valid.span,
             str_format(l->arena,
                        "berlaku sejak %.*s, tetapi tempat bekerja baru diatur "
                        "mulai %.*s; di antaranya bekerja biasa",
                        STR_ARG(day_id), STR_ARG(effect_id)),
             str_format(l->arena,
                        "in force since %.*s, but places are set only from "
                        "%.*s; in between work is as usual",
                        STR_ARG(day_en), STR_ARG(effect_en)));
}

static void lint_status(const Lint *l)
{
    const CorpusLetter *letter = &l->c->letters[l->letter];
    if (letter->status_missing) {
        lint_say(l, DIAG_WARNING, "periksa-08", l->tree->valid.span,
                 STR("status ini belum mempunyai tanggal; jadwal baru dapat "
                     "dibuat setelah status.csv memuatnya"),
                 STR("this status has no dates yet; a roster can be made once "
                     "status.csv has them"));
        diag_advise(l->diags,
                    STR("tambahkan baris status dengan mulai dan sampai"),
                    STR("add a row for the status with its first and last "
                        "day"));
    }
    if (letter->status_assumed)
        lint_say(l, DIAG_WARNING, "periksa-09", l->tree->valid.span,
                 STR("tanggal status ini diandaikan, bukan dari sumber"),
                 STR("the dates of this status are assumed, not sourced"));
}

/* ---- beside other letters ---------------------------------------------- */

static bool is_related(const Letter *a, Str b)
{
    for (uint32_t i = 0; i < a->relation_count; i++) {
        if (letter_number_is(a->relations[i].to.number, b)) return true;
    }
    return false;
}

static bool places_anybody(const Corpus *c, uint32_t letter)
{
    return !date_is(c->letters[letter].first_effect, DATE_NEVER) &&
           !c->letters[letter].decision;
}

static bool letters_meet(const CorpusLetter *a, const CorpusLetter *b)
{
    for (uint32_t i = 0; i < a->window_count; i++) {
        for (uint32_t k = 0; k < b->window_count; k++) {
            if (window_meets(a->windows[i], b->windows[k])) return true;
        }
    }
    return false;
}

static void lint_overlap(const Lint *l)
{
    const Corpus *c = l->c;
    const CorpusLetter *own = &c->letters[l->letter];
    if (!places_anybody(c, l->letter)) return;
    for (uint32_t i = 0; i < c->letter_count; i++) {
        const CorpusLetter *other = &c->letters[i];
        if (i == l->letter || !places_anybody(c, i) ||
            !letters_meet(own, other) || is_related(own->tree, other->cite) ||
            is_related(other->tree, own->cite))
            continue;
        Str name_id = cite_letter(l->arena, c, i, LANG_ID);
        Str name_en = cite_letter(l->arena, c, i, LANG_EN);
        lint_say(l, DIAG_WARNING, "periksa-10", l->tree->head,
                 str_format(l->arena,
                            "berlaku bersamaan dengan %.*s yang juga mengatur "
                            "tempat, tanpa disebut hubungannya",
                            STR_ARG(name_id)),
                 str_format(l->arena,
                            "in force together with %.*s, which also sets "
                            "places, and no relation is stated",
                            STR_ARG(name_en)));
        diag_advise(l->diags,
                    str_format(l->arena,
                               "tambahkan di kepala surat: 'di samping surat "
                               "edaran %.*s' (keduanya berlaku), 'mencabut "
                               "...' atau 'mengubah ...'",
                               STR_ARG(other->cite)),
                    str_format(l->arena,
                               "add to the head: 'beside circular %.*s' (both "
                               "hold), 'revokes ...' or 'amends ...'",
                               STR_ARG(other->cite)));
    }
}

/* A chain of amendments in which a later one does not name the one before. */
static void lint_chain(const Lint *l)
{
    const Corpus *c = l->c;
    for (uint32_t i = 0; i < l->tree->relation_count; i++) {
        const Relation *rel = &l->tree->relations[i];
        if (rel->kind != RELATION_AMENDS || rel->last.kind.len > 0) continue;
        for (uint32_t k = l->letter; k-- > 0;) {
            const CorpusLetter *before = &c->letters[k];
            if (!letter_amends(before->tree, rel->to.number)) continue;
            lint_say(l, DIAG_NOTE, "periksa-11", rel->span,
                     str_format(l->arena,
                                "perubahan sebelumnya, %.*s, tidak disebut; "
                                "urutan terbit yang dipakai",
                                STR_ARG(before->cite)),
                     str_format(l->arena,
                                "the amendment before, %.*s, is not named; the "
                                "order of issue is taken",
                                STR_ARG(before->cite)));
            return;
        }
    }
}

/* ---- clauses, as law ----------------------------------------------------- */

static void lint_clauses(Lint *l)
{
    lint_never(l);
    lint_rows(l);
    lint_days(l);
    lint_level(l);
    lint_on_days(l);
}

/* What was found in the text of that letter; what others brought into it is
 * said where they are checked. */
static void keep_of(Diags *diags, const Diags *found, const CorpusLetter *of)
{
    diag_quote(diags, of->tree->lang);
    for (size_t i = 0; i < found->list.count; i++) {
        const Diag *diag = &found->list.at[i];
        if (diag->source != of->source) continue;
        diag_add(diags, diag->level, diag->id, diag->source, diag->span,
                 diag->said[LANG_ID], diag->said[LANG_EN]);
        diag_advise(diags, diag->advice[LANG_ID], diag->advice[LANG_EN]);
    }
}

/* The clauses of one letter, told where the text of the other brought them. */
static void lint_brought(const Lint *own, uint32_t letter, Date from)
{
    const CorpusLetter *of = &own->c->letters[letter];
    Diags found = diags_in(own->arena);
    Lint l = *own;
    l.letter = letter;
    l.tree = of->tree;
    l.source = of->source;
    l.diags = &found;
    l.from = from;
    lint_clauses(&l);
    keep_of(own->diags, &found, &own->c->letters[own->by]);
}

void check_letter(Arena *arena, const Corpus *corpus, uint32_t letter,
                  Diags *diags)
{
    const CorpusLetter *own = &corpus->letters[letter];
    Lint l = lint_of(arena, corpus, letter, diags);
    lint_text(&l);
    lint_start(&l);
    lint_status(&l);
    lint_overlap(&l);
    lint_chain(&l);
    lint_brought(&l, letter, DATE_ALWAYS);
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (i != letter && letter_amends(own->tree, corpus->letters[i].cite))
            lint_brought(&l, i, amend_from(own));
    }
}
