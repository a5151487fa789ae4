/* SPDX-License-Identifier: Apache-2.0 */
#include "app/letter_view.h"

#include "base/vec.h"

#include <sodium.h>
#include <stdlib.h>

enum { PATH_MOST = 80 };

static const Letter *tree_of(const Corpus *corpus, uint32_t letter)
{
    return corpus->letters[letter].tree;
}

uint32_t letter_view_cited(const Corpus *corpus, Str number)
{
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (number.len > 0 && letter_number_is(corpus->letters[i].cite, number))
            return i;
    }
    return NO_INDEX;
}

/* ---- the state ------------------------------------------------------------
 */

/* When a letter that changes another does so. */
static Date begins(const CorpusLetter *letter)
{
    const When *valid = &letter->tree->valid;
    return valid->given ? valid->window.first : letter->known;
}

bool letter_view_comes(const Corpus *corpus, uint32_t letter, Date today)
{
    return date_before(today, begins(&corpus->letters[letter]));
}

bool letter_view_amends(const Corpus *corpus, uint32_t by, uint32_t letter)
{
    const Letter *tree = tree_of(corpus, by);
    for (uint32_t i = 0; i < tree->relation_count; i++) {
        if (tree->relations[i].kind == RELATION_AMENDS &&
            letter_number_is(corpus->letters[letter].cite,
                             tree->relations[i].to.number))
            return true;
    }
    return false;
}

static bool changes_validity(const Letter *tree)
{
    for (uint32_t i = 0; i < tree->change_count; i++) {
        if (tree->changes[i].kind == CHANGE_VALIDITY) return true;
    }
    return false;
}

/* The days of the letter are those with all changes on file; so a reader is
 * told of those that come. */
static bool is_ahead(const Corpus *corpus, uint32_t letter, Date today)
{
    for (uint32_t by = 0; by < corpus->letter_count; by++) {
        if (by != letter && letter_view_amends(corpus, by, letter) &&
            letter_view_comes(corpus, by, today) &&
            changes_validity(tree_of(corpus, by)))
            return true;
    }
    return false;
}

static uint32_t amended_by(const Corpus *corpus, uint32_t letter)
{
    const Letter *tree = tree_of(corpus, letter);
    for (uint32_t i = 0; i < tree->relation_count; i++) {
        if (tree->relations[i].kind == RELATION_AMENDS)
            return letter_view_cited(corpus, tree->relations[i].to.number);
    }
    return NO_INDEX;
}

/* The relation of `by` that revokes the letter, or NULL. */
static const Relation *revoking(const Corpus *corpus, uint32_t by,
                                uint32_t letter)
{
    const Letter *tree = tree_of(corpus, by);
    for (uint32_t i = 0; i < tree->relation_count; i++) {
        const Relation *r = &tree->relations[i];
        if (r->kind == RELATION_REVOKES &&
            letter_number_is(corpus->letters[letter].cite, r->to.number))
            return r;
    }
    return NULL;
}

static void find_revocation(const Corpus *corpus, Date today, LetterView *view)
{
    for (uint32_t by = 0; by < corpus->letter_count; by++) {
        const Relation *r = revoking(corpus, by, view->letter);
        if (r == NULL) continue;
        Date from = date_is(r->from, DATE_ALWAYS) ? begins(&corpus->letters[by])
                                                  : r->from;
        view->revoked_by = by;
        view->revoked = from;
        if (!date_before(today, from)) view->state = LETTER_VIEW_REVOKED;
    }
}

/* Whole windows of its days; what a revocation left empty counts not. */
static LetterViewState by_windows(const CorpusLetter *letter, Date today,
                                  LetterView *view)
{
    LetterViewState state = LETTER_VIEW_ENDED;
    for (uint32_t i = 0; i < letter->window_count; i++) {
        Window w = letter->windows[i];
        if (window_is_empty(w)) continue;
        if (!view->dated) view->days.first = w.first;
        view->days.last = w.last;
        view->dated = true;
        if (window_has(w, today)) state = LETTER_VIEW_HOLDS;
        if (date_before(today, w.first) && state == LETTER_VIEW_ENDED)
            state = LETTER_VIEW_COMING;
    }
    return state;
}

static LetterViewState state_of(const Corpus *corpus, Date today,
                                LetterView *view)
{
    const CorpusLetter *letter = &corpus->letters[view->letter];
    LetterViewState own = by_windows(letter, today, view);
    if (letter->status_missing) return LETTER_VIEW_WAITING;
    if (letter->window_count > 0 || view->amends == NO_INDEX ||
        view->amends == view->letter)
        return own;
    if (date_before(today, begins(letter))) return LETTER_VIEW_COMING;
    LetterView target = {.letter = view->amends, .amends = NO_INDEX};
    return by_windows(&corpus->letters[view->amends], today, &target);
}

LetterView letter_view(const Corpus *corpus, uint32_t letter, Date today)
{
    LetterView view = {.letter = letter,
                       .ahead = is_ahead(corpus, letter, today),
                       .amends = amended_by(corpus, letter),
                       .from = begins(&corpus->letters[letter]),
                       .revoked_by = NO_INDEX};
    view.state = state_of(corpus, today, &view);
    find_revocation(corpus, today, &view);
    return view;
}

/* ---- all of them ----------------------------------------------------------
 */

/* Letters stand in the order of issue. */
static int by_state(const void *a, const void *b)
{
    const LetterView *x = a;
    const LetterView *y = b;
    if (x->state != y->state) return x->state < y->state ? -1 : 1;
    return (x->letter < y->letter) - (x->letter > y->letter);
}

void letter_view_list(Arena *arena, const Corpus *corpus, Date today,
                      LetterView **out, size_t *count)
{
    *out = NEW(arena, LetterView, corpus->letter_count + 1);
    *count = 0;
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (corpus->letters[i].decision) continue;
        (*out)[(*count)++] = letter_view(corpus, i, today);
    }
    if (*count > 0) qsort(*out, *count, sizeof **out, by_state);
}

/* ---- addresses ------------------------------------------------------------
 */

static Str plain_path(Arena *arena, Str cite)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < cite.len && out.len < PATH_MOST; i++) {
        char c = cite.ptr[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        bool plain =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
        bool again = out.len == 0 || out.ptr[out.len - 1] == '-';
        if (!plain && again) continue;
        if (!plain) c = '-';
        buf_char(&out, c);
    }
    while (out.len > 0 && out.ptr[out.len - 1] == '-')
        out.len--;
    return buf_str(&out);
}

static bool is_alone(Arena *arena, const Corpus *corpus, uint32_t letter,
                     Str path)
{
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (i != letter &&
            str_is(plain_path(arena, corpus->letters[i].cite), path))
            return false;
    }
    return path.len > 0 && path.len < PATH_MOST;
}

Str letter_view_path(Arena *arena, const Corpus *corpus, uint32_t letter)
{
    Str cite = corpus->letters[letter].cite;
    Str path = plain_path(arena, cite);
    uint8_t digest[crypto_generichash_BYTES];
    if (is_alone(arena, corpus, letter, path)) return path;
    CHECK(crypto_generichash(digest, sizeof digest,
                             (const unsigned char *)cite.ptr, cite.len, NULL,
                             0) == 0);
    return str_format(arena, "%.*s-%02x%02x%02x", STR_ARG(path), digest[0],
                      digest[1], digest[2]);
}

/* An address of the time when it was the only one goes on to lead somewhere:
 * to the first of that name. */
uint32_t letter_view_find(Arena *arena, const Corpus *corpus, Str path)
{
    uint32_t plain = NO_INDEX;
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (corpus->letters[i].decision) continue;
        if (str_is(letter_view_path(arena, corpus, i), path)) return i;
        if (plain == NO_INDEX &&
            str_is(plain_path(arena, corpus->letters[i].cite), path))
            plain = i;
    }
    return plain;
}

/* ---- in short -------------------------------------------------------------
 */

/* How much a clause says: places and caps first, then what is owed. */
static int weight_of(const Clause *clause)
{
    switch (clause->act) {
    case ACT_CAP: return 6;
    case ACT_DAYS:
    case ACT_PLACE: return 5;
    case ACT_REST:
    case ACT_EXEMPT: return 4;
    case ACT_CLOSE: return 3;
    case ACT_DUTY: return clause->strength == STRENGTH_MUST ? 2 : 1;
    case ACT_EXCUSE:
    case ACT_EXCEED:
    case ACT_RELIEF:
    case ACT_STATE:
    case ACT_FOLLOW: return 1;
    case ACT_DELEGATE:
    case ACT_MEAN:
    case ACT_RECORD:
    case ACT_CASES: break;
    }
    return 0;
}

/* The wording that was not replaced by the day. */
static bool is_current(const Clause *clause, Date today)
{
    return !date_before(clause->window.last, today);
}

/* A letter that has ended is told as it stood at its end. */
static Date told_on(const Corpus *corpus, uint32_t letter, Date today)
{
    LetterView view = letter_view(corpus, letter, today);
    return view.dated && date_before(view.days.last, today) ? view.days.last
                                                            : today;
}

static bool is_taken(const ClauseId *out, size_t count, uint32_t index)
{
    for (size_t i = 0; i < count; i++) {
        if (out[i].index == index) return true;
    }
    return false;
}

static uint32_t heaviest(const Corpus *corpus, uint32_t letter, Date day,
                         const ClauseId *out, size_t count)
{
    const CorpusLetter *l = &corpus->letters[letter];
    uint32_t best = NO_INDEX;
    for (uint32_t i = l->first_clause; i < l->first_clause + l->clause_count;
         i++) {
        const Clause *clause = &corpus->clauses[i];
        if (!is_current(clause, day) || is_taken(out, count, i)) continue;
        if (best == NO_INDEX ||
            weight_of(clause) > weight_of(&corpus->clauses[best]))
            best = i;
    }
    return best;
}

static size_t digits_of(Str text)
{
    size_t count = 0;
    while (count < text.len && text.ptr[count] <= '9')
        count++;
    return count;
}

/* "2" before "2A" before "10". */
static int by_number(Str a, Str b)
{
    size_t x = digits_of(a), y = digits_of(b);
    return x != y ? (x > y) - (x < y) : str_order(a, b);
}

/* A wording that came later stands where the one before it stood. */
static void sort_by_place(const Corpus *corpus, ClauseId *out, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        for (size_t k = i; k > 0; k--) {
            const Clause *x = corpus_clause(corpus, out[k - 1]);
            const Clause *y = corpus_clause(corpus, out[k]);
            int order = by_number(x->rule->number, y->rule->number);
            if (order == 0)
                order =
                    by_number(x->sentence->paragraph, y->sentence->paragraph);
            if (order <= 0) break;
            ClauseId moved = out[k];
            out[k] = out[k - 1];
            out[k - 1] = moved;
        }
    }
}

void letter_view_short(const Corpus *corpus, uint32_t letter, Date today,
                       ClauseId out[LETTER_VIEW_SHORT], size_t *count,
                       size_t *left)
{
    const CorpusLetter *l = &corpus->letters[letter];
    Date day = told_on(corpus, letter, today);
    size_t current = 0;
    *count = 0;
    for (uint32_t i = 0; i < l->clause_count; i++)
        current += is_current(&corpus->clauses[l->first_clause + i], day);
    while (*count < LETTER_VIEW_SHORT && *count < current) {
        out[*count] = (ClauseId){heaviest(corpus, letter, day, out, *count)};
        ++*count;
    }
    *left = current - *count;
    sort_by_place(corpus, out, *count);
}

/* ---- what it changed ------------------------------------------------------
 */

static bool is_target(const Clause *clause, const Ref *target)
{
    return str_is(clause->rule->number, target->rule) &&
           (target->paragraph.len == 0 ||
            str_is(clause->sentence->paragraph, target->paragraph));
}

/* The wording that ended when this letter began: that of the latest letter
 * before it. */
static void find_before(Arena *arena, const Corpus *corpus, uint32_t by,
                        uint32_t target, LetterViewChange *out)
{
    const CorpusLetter *l = &corpus->letters[target];
    VEC(ClauseId) before = {0};
    uint32_t brought = 0;
    for (uint32_t i = l->first_clause; i < l->first_clause + l->clause_count;
         i++) {
        const Clause *clause = &corpus->clauses[i];
        if (clause->brought_by == by ||
            !date_before(clause->window.last, out->first) ||
            !is_target(clause, &out->change->target))
            continue;
        if (before.count > 0 && clause->brought_by < brought) continue;
        if (clause->brought_by > brought) before.count = 0;
        brought = clause->brought_by;
        VEC_PUSH(arena, &before, ((ClauseId){i}));
    }
    out->before = before.at;
    out->before_count = before.count;
}

static const Change *validity_change(const Letter *tree)
{
    for (uint32_t i = 0; i < tree->change_count; i++) {
        if (tree->changes[i].kind == CHANGE_VALIDITY) return &tree->changes[i];
    }
    return NULL;
}

static Date last_before(const Corpus *corpus, uint32_t by, uint32_t target)
{
    Date last = corpus->letters[target].original.last;
    for (uint32_t i = 0; i < by; i++) {
        const Change *change = validity_change(tree_of(corpus, i));
        if (change != NULL && amended_by(corpus, i) == target)
            last = change->valid.window.last;
    }
    return last;
}

void letter_view_changes(Arena *arena, const Corpus *corpus, uint32_t letter,
                         LetterViewChange **out, size_t *count)
{
    const Letter *tree = tree_of(corpus, letter);
    uint32_t target = amended_by(corpus, letter);
    *out = NEW(arena, LetterViewChange, tree->change_count + 1);
    *count = target == NO_INDEX ? 0 : tree->change_count;
    for (size_t i = 0; i < *count; i++) {
        LetterViewChange *made = &(*out)[i];
        *made = (LetterViewChange){.change = &tree->changes[i],
                                   .first = begins(&corpus->letters[letter])};
        if (made->change->kind == CHANGE_VALIDITY)
            made->last_before = last_before(corpus, letter, target);
        else
            find_before(arena, corpus, letter, target, made);
    }
}
