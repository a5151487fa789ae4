/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"
#include "circular/words.h"

/*
 * Two sentences of a letter that are alike but for a number: "menjawab pesan
 * paling lama 15 menit" and "... 30 menit" of the same people on the same
 * days.  Bounds of units have a judgement of their own (check_clash.c).
 */

/* Tails whose number is the point of the sentence.  Hours are of a meaning and
 * of work only: one may check in at several. */
static bool tail_counts(const Sentence *s, TailKind kind)
{
    bool hours =
        s->pred == PRED_MEANS || (s->pred == PRED_DO && s->verb == VERB_WORK);
    return kind == TAIL_TIMES || kind == TAIL_CALLS || kind == TAIL_RADIUS ||
           kind == TAIL_AT_LEAST_LONG || kind == TAIL_WITHIN ||
           kind == TAIL_DEADLINE || (kind == TAIL_CLOCK && hours);
}

/* Days of a person in a week or month; a consequence. */
static bool amount_counts(const Sentence *s)
{
    bool of_person = false;
    for (uint32_t i = 0; i < s->tail_count; i++)
        of_person |= s->tails[i].kind == TAIL_RHYTHM;
    return s->pred == PRED_COUNTED || (s->pred == PRED_COUNT && of_person);
}

/* The sentence without what stands behind it and its number: most pairs differ
 * in that already. */
static Sentence bare(const Sentence *s)
{
    Sentence out = *s;
    out.tail_count = out.comment_count = 0;
    out.paragraph = out.comment_behind = (Str){"", 0};
    if (amount_counts(s)) out.amount = (Amount){.compare = s->amount.compare};
    return out;
}

static bool tail_is_so(const Sentence *s, const Tail *a, const Tail *b)
{
    Sentence one = {.tails = a, .tail_count = 1};
    Sentence two = {.tails = b, .tail_count = 1};
    return (a->kind == b->kind && tail_counts(s, a->kind)) ||
           tree_sentence_is(&one, &two);
}

typedef enum { OTHERWISE, ALIKE, ALIKE_BUT_NUMBER } Likeness;

static Likeness likeness(const Sentence *a, const Sentence *b)
{
    if (a->pred != b->pred || a->verb != b->verb || a->row_count > 0 ||
        b->row_count > 0 || a->tail_count != b->tail_count ||
        !tree_who_is(a->who, b->who) || !tree_who_is(a->object, b->object))
        return OTHERWISE;
    Sentence one = bare(a), two = bare(b);
    if (!tree_sentence_is(&one, &two)) return OTHERWISE;
    for (uint32_t i = 0; i < a->tail_count; i++) {
        if (!tail_is_so(a, &a->tails[i], &b->tails[i])) return OTHERWISE;
    }
    one = *a;
    two = *b;
    one.paragraph = two.paragraph;
    one.comment_count = two.comment_count = 0;
    one.comment_behind = two.comment_behind;
    return tree_sentence_is(&one, &two) ? ALIKE : ALIKE_BUT_NUMBER;
}

static void say_twice(const Lint *l, const Rule *rule, const Sentence *a,
                      const Sentence *b)
{
    lint_say(l, DIAG_WARNING, "periksa-37", b->span,
             str_format(l->arena,
                        "mengatur hal yang sama dengan aturan %.*s ayat "
                        "(%.*s), dengan angka lain",
                        STR_ARG(rule->number), STR_ARG(a->paragraph)),
             str_format(l->arena,
                        "says the same as rule %.*s paragraph (%.*s), with "
                        "another number",
                        STR_ARG(rule->number), STR_ARG(a->paragraph)));
    diag_advise(l->diags,
                STR("hapus salah satunya, atau sebut siapa atau kapan yang "
                    "lain itu berlaku"),
                STR("drop one of them, or say for whom or when the other one "
                    "holds"));
}

/* The sentences before it, of its rule and of those above; the first that is
 * alike has been held against the others. */
static void look_before(const Lint *l, uint32_t rule, uint32_t at)
{
    const Sentence *b = &l->tree->rules[rule].sentences[at];
    for (uint32_t r = 0; r <= rule; r++) {
        const Rule *one = &l->tree->rules[r];
        uint32_t count = r == rule ? at : one->sentence_count;
        for (uint32_t i = 0; i < count; i++) {
            Likeness like = likeness(&one->sentences[i], b);
            if (like == OTHERWISE) continue;
            if (like == ALIKE_BUT_NUMBER)
                say_twice(l, one, &one->sentences[i], b);
            return;
        }
    }
}

void lint_twice(const Lint *l)
{
    for (uint32_t r = 0; r < l->tree->rule_count; r++) {
        for (uint32_t i = 0; i < l->tree->rules[r].sentence_count; i++)
            look_before(l, r, i);
    }
}
