/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/build.h"
#include "circular/words.h"

#include <string.h>

/*
 * Amendments, in the order of issue.  A letter's provisions start as its own
 * sentences; each amending letter known by the day cuts the window of what it
 * replaces to the day before its own first day, and adds its wording from
 * there, in its place in the text.  A change of validity moves the end (or the
 * beginning) and nothing else, so that rosters of days before stay as they
 * were.
 */

/* A change works from a day, or from a minute of it: then the day has both
 * wordings. */
typedef struct {
    Date day;
    int16_t minute; /* -1: from its beginning */
} Turn;

/* The sentences of a rule, before the provision at `at`. */
static void add_rule(Build *b, uint32_t letter, size_t at, const Rule *rule,
                     uint32_t brought_by, Turn since)
{
    Provisions *of = &b->of[letter];
    Window window = {since.day, DATE_NEVER};
    size_t behind = of->list.count - at;
    uint32_t count = rule->sentence_count;
    if (count == 0) return;
    for (uint32_t i = 0; i < count; i++)
        VEC_PUSH(b->arena, &of->list, ((Provision){0}));
    memmove(of->list.at + at + count, of->list.at + at,
            behind * sizeof of->list.at[0]);
    for (uint32_t i = 0; i < count; i++)
        of->list.at[at + i] = (Provision){
            rule, &rule->sentences[i], brought_by, window, since.minute, -1};
}

Date amend_from(const CorpusLetter *letter)
{
    const When *valid = &letter->tree->valid;
    return valid->given ? valid->window.first : letter->known;
}

static Turn turn_of(const CorpusLetter *letter)
{
    int16_t minute = letter->tree->valid.from_minute;
    return (Turn){amend_from(letter), (int16_t)(minute > 0 ? minute : -1)};
}

static bool is_target(const Provision *p, const Ref *target)
{
    return str_is(p->rule->number, target->rule) &&
           (target->paragraph.len == 0 ||
            str_is(p->sentence->paragraph, target->paragraph));
}

/* End the wording of the target on the day before, or at the minute; how many
 * there were. */
static uint32_t end_wording(Build *b, uint32_t letter, const Ref *target,
                            Turn from)
{
    uint32_t found = 0;
    for (size_t i = 0; i < b->of[letter].list.count; i++) {
        Provision *p = &b->of[letter].list.at[i];
        if (!is_target(p, target) || !date_is(p->window.last, DATE_NEVER))
            continue;
        p->window.last = date_plus(from.day, from.minute < 0 ? -1 : 0);
        p->ends_at = from.minute;
        found++;
    }
    return found;
}

/* Behind the last wording of the target; 0: there is none. */
static size_t place_behind(const Provisions *of, const Ref *target)
{
    for (size_t i = of->list.count; i > 0; i--) {
        if (is_target(&of->list.at[i - 1], target)) return i;
    }
    return 0;
}

/* "aturan 3 ayat (1a)" */
static Str target_words(Arena *arena, const Ref *target, Lang lang)
{
    Str rule = word_text(W_RULE, lang);
    Str paragraph = word_text(W_PARAGRAPH, lang);
    if (target->paragraph.len == 0)
        return str_format(arena, "%.*s %.*s", STR_ARG(rule),
                          STR_ARG(target->rule));
    return str_format(arena, "%.*s %.*s %.*s (%.*s)", STR_ARG(rule),
                      STR_ARG(target->rule), STR_ARG(paragraph),
                      STR_ARG(target->paragraph));
}

static void say_missing(Build *b, uint32_t by, const Ref *target,
                        uint32_t letter, Span span)
{
    Str cite = b->corpus->letters[letter].cite;
    Str id = target_words(b->arena, target, LANG_ID);
    Str en = target_words(b->arena, target, LANG_EN);
    build_say(
        b, DIAG_ERROR, "hukum-03", by, span,
        str_format(b->arena, "%.*s tidak mempunyai %.*s", STR_ARG(cite),
                   STR_ARG(id)),
        str_format(b->arena, "%.*s has no %.*s", STR_ARG(cite), STR_ARG(en)));
}

static void say_no_target(Build *b, uint32_t by, const Change *change,
                          uint32_t letter)
{
    say_missing(b, by, &change->target, letter, change->span);
}

/* "di antara aturan 2 dan aturan 3": the second is there too. */
static bool has_next(Build *b, uint32_t letter, uint32_t by,
                     const Change *change)
{
    const Ref *next = &change->next;
    if (next->rule.len == 0 || place_behind(&b->of[letter], next) > 0)
        return true;
    say_missing(b, by, next, letter, next->span);
    return false;
}

/* A changed rule keeps its number and, unless given anew, its title; so does
 * one that has a new paragraph. */
static const Rule *renamed(Build *b, uint32_t letter, const Change *change)
{
    Rule *rule = NEW(b->arena, Rule, 1);
    *rule = change->rule;
    for (size_t i = 0; i < b->of[letter].list.count; i++) {
        const Rule *old = b->of[letter].list.at[i].rule;
        if (!str_is(old->number, change->target.rule)) continue;
        if (rule->number.len == 0) rule->number = old->number;
        if (rule->title.len == 0) rule->title = old->title;
    }
    return rule;
}

static void change_validity(Build *b, uint32_t letter, uint32_t by,
                            const When *valid)
{
    CorpusLetter *target = &b->corpus->letters[letter];
    if (target->window_count == 0) return;
    Window *last = &target->windows[target->window_count - 1];
    last->last = valid->window.last;
    if (!date_is(valid->window.first, DATE_ALWAYS))
        target->windows[0].first = valid->window.first;
    if (!date_is(valid->window.first, DATE_ALWAYS)) {
        target->starts_on = valid->window.first;
        target->starts_at = valid->from_minute;
    }
    target->ends_on = valid->window.last;
    target->ends_at = valid->last_minute;
    target->open_end = date_is(valid->window.last, DATE_NEVER);
    target->extended_by = by;
}

/* The change's own sentences, behind what it changes. */
static void bring(Build *b, uint32_t letter, uint32_t by, const Change *change)
{
    Turn since = turn_of(&b->corpus->letters[by]);
    size_t at = place_behind(&b->of[letter], &change->target);
    if (at == 0) {
        say_no_target(b, by, change, letter);
        return;
    }
    add_rule(b, letter, at, renamed(b, letter, change), by, since);
}

static void apply_change(Build *b, uint32_t letter, uint32_t by,
                         const Change *change)
{
    Turn from = turn_of(&b->corpus->letters[by]);
    switch (change->kind) {
    case CHANGE_VALIDITY:
        change_validity(b, letter, by, &change->valid);
        return;
    case CHANGE_REPLACE:
        if (end_wording(b, letter, &change->target, from) == 0)
            say_no_target(b, by, change, letter);
        else
            bring(b, letter, by, change);
        return;
    case CHANGE_DELETE:
        if (end_wording(b, letter, &change->target, from) == 0)
            say_no_target(b, by, change, letter);
        return;
    case CHANGE_INSERT:
        if (has_next(b, letter, by, change)) bring(b, letter, by, change);
        return;
    }
}

/* The last letter before `by` that amends the same letter, or NO_INDEX. */
static uint32_t last_amender(const Build *b, uint32_t letter, uint32_t by)
{
    Str cite = b->corpus->letters[letter].cite;
    for (uint32_t i = by; i-- > 0;) {
        const Letter *tree = b->corpus->letters[i].tree;
        for (uint32_t k = 0; k < tree->relation_count; k++) {
            if (tree->relations[k].kind == RELATION_AMENDS &&
                letter_number_is(tree->relations[k].to.number, cite))
                return i;
        }
    }
    return NO_INDEX;
}

/* The letter says "as last amended by A", but B came in between. */
static void say_overtaken(Build *b, uint32_t by, const Relation *relation,
                          uint32_t before)
{
    Str cite = b->corpus->letters[before].cite;
    build_say(b, DIAG_ERROR, "hukum-04", by, relation->last.span,
              str_format(b->arena,
                         "%.*s bukan perubahan terakhir: %.*s terbit "
                         "sesudahnya dan sebelum surat ini",
                         STR_ARG(relation->last.number), STR_ARG(cite)),
              str_format(b->arena,
                         "%.*s is not the last amendment: %.*s was issued "
                         "after it and before this letter",
                         STR_ARG(relation->last.number), STR_ARG(cite)));
    diag_advise(b->diags,
                str_format(b->arena,
                           "tulis 'sebagaimana terakhir diubah dengan surat "
                           "edaran %.*s' dan periksa masa berlakunya",
                           STR_ARG(cite)),
                str_format(b->arena,
                           "write 'as last amended by circular %.*s' and check "
                           "the validity",
                           STR_ARG(cite)));
}

/*
 * Order of issue: an amendment "as last amended by X" must come after X; two
 * amendments of one letter with the same date have no order.
 */
static void check_order(Build *b, uint32_t letter, uint32_t by,
                        const Relation *relation)
{
    CorpusLetter *target = &b->corpus->letters[letter];
    const CorpusLetter *amending = &b->corpus->letters[by];
    if (date_before(amending->known, target->known))
        build_say(b, DIAG_ERROR, "hukum-04", by, relation->span,
                  str_format(b->arena, "mengubah %.*s yang terbit sesudahnya",
                             STR_ARG(target->cite)),
                  str_format(b->arena, "amends %.*s, which was issued later",
                             STR_ARG(target->cite)));
    uint32_t last = build_letter(b, relation->last.number);
    uint32_t before = last_amender(b, letter, by);
    if (last != NO_INDEX && last < by && before != NO_INDEX && before != last)
        say_overtaken(b, by, relation, before);
    if (relation->last.number.len > 0 && (last == NO_INDEX || last > by))
        build_say(b, DIAG_ERROR, "hukum-04", by, relation->last.span,
                  str_format(b->arena,
                             "perubahan terakhir %.*s belum terbit pada waktu "
                             "surat ini",
                             STR_ARG(relation->last.number)),
                  str_format(b->arena,
                             "the last amendment %.*s had not been issued when "
                             "this letter was",
                             STR_ARG(relation->last.number)));
}

/* Numbers of the letters there are, for who mistyped one. */
static Str letters_there(Build *b, uint32_t by)
{
    enum { SHOWN = 6 };
    Buf out = buf_in(b->arena);
    uint32_t shown = 0;
    for (uint32_t i = 0; i < b->corpus->letter_count; i++) {
        const CorpusLetter *letter = &b->corpus->letters[i];
        if (i == by || letter->decision || shown == SHOWN) continue;
        if (shown++ > 0) buf_c(&out, ", ");
        buf_put(&out, letter->cite);
    }
    return buf_str(&out);
}

static void say_absent(Build *b, uint32_t by, const Relation *relation)
{
    Str there = letters_there(b, by);
    build_say(b, DIAG_ERROR, "hukum-02", by, relation->span,
              str_format(b->arena, "surat %.*s yang diubah tidak ada",
                         STR_ARG(relation->to.number)),
              str_format(b->arena, "letter %.*s, to be amended, is absent",
                         STR_ARG(relation->to.number)));
    if (there.len == 0) there = STR("-");
    diag_advise(b->diags,
                str_format(b->arena,
                           "betulkan nomornya, atau masukkan surat itu ke "
                           "folder letters/; yang ada: %.*s",
                           STR_ARG(there)),
                str_format(b->arena,
                           "mend the number, or put that letter into the "
                           "folder letters/; there are: %.*s",
                           STR_ARG(there)));
}

static void amend(Build *b, uint32_t by, const Relation *relation)
{
    const Letter *tree = b->corpus->letters[by].tree;
    uint32_t letter = build_letter(b, relation->to.number);
    if (letter == NO_INDEX) {
        say_absent(b, by, relation);
        return;
    }
    check_order(b, letter, by, relation);
    for (uint32_t i = 0; i < tree->change_count; i++) {
        apply_change(b, letter, by, &tree->changes[i]);
    }
}

/* The minute at which the revocation works, of its first day; -1. */
static int16_t revoked_at(const Letter *tree, const Relation *relation)
{
    bool own = date_is(relation->from, DATE_ALWAYS);
    return (int16_t)(own && tree->valid.given ? tree->valid.from_minute
                                              : relation->from_minute);
}

/* What is revoked ends on the day before, or at the minute of the day. */
static void revoke(Build *b, uint32_t by, const Relation *relation)
{
    uint32_t letter = build_letter(b, relation->to.number);
    if (letter == NO_INDEX) return; /* of another house: a link, no more */
    Date from = date_is(relation->from, DATE_ALWAYS)
                    ? amend_from(&b->corpus->letters[by])
                    : relation->from;
    CorpusLetter *target = &b->corpus->letters[letter];
    int16_t at = revoked_at(b->corpus->letters[by].tree, relation);
    Date last = at > 0 ? from : date_plus(from, -1);
    for (uint32_t w = 0; w < target->window_count; w++) {
        if (date_before(target->windows[w].last, from)) continue;
        target->windows[w].last = last;
        target->open_end = false;
        target->ends_on = last;
        target->ends_at = (int16_t)(at > 0 ? at : -1);
    }
}

static void relate(Build *b, uint32_t by, const Relation *relation)
{
    switch (relation->kind) {
    case RELATION_AMENDS: amend(b, by, relation); return;
    case RELATION_REVOKES: revoke(b, by, relation); return;
    case RELATION_BESIDE:
    case RELATION_BASED:
    case RELATION_DEPARTS: return; /* links: shown, applied by nobody */
    }
}

void amend_all(Build *b)
{
    Corpus *c = b->corpus;
    for (uint32_t i = 0; i < c->letter_count; i++) {
        const Letter *tree = c->letters[i].tree;
        for (uint32_t k = 0; k < tree->rule_count; k++) {
            add_rule(b, i, b->of[i].list.count, &tree->rules[k], i,
                     (Turn){DATE_ALWAYS, -1});
        }
    }
    for (uint32_t i = 0; i < c->letter_count; i++) {
        const Letter *tree = c->letters[i].tree;
        for (uint32_t k = 0; k < tree->relation_count; k++) {
            relate(b, i, &tree->relations[k]);
        }
    }
}
