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

/* ---- which sentences may be alike ---------------------------------------- */

/* What two sentences that are alike have in common, as a number; blanks and
 * capitals of names do not count (str_folded_is). */
static uint32_t mix(uint32_t key, uint32_t more)
{
    return (key ^ more) * 16777619U; /* FNV-1a */
}

static uint32_t mix_name(uint32_t key, Str name)
{
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.ptr[i];
        if (c > ' ') key = mix(key, c >= 'A' && c <= 'Z' ? c + 32U : c);
    }
    return key;
}

static uint32_t mix_who(uint32_t key, const Who *who)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        const Group *group = &who->groups[g];
        for (uint32_t t = 0; t < group->count; t++) {
            const Term *term = &group->terms[t];
            key = mix(mix(key, term->kind), (uint32_t)term->value);
            key = mix_name(key, term->name);
            for (uint32_t i = 0; i < term->limit_count; i++) {
                const Limit *limit = &term->limits[i];
                for (uint32_t k = 0; k < limit->mark_count; k++)
                    key = mix_name(key, limit->marks[k]);
            }
        }
    }
    return key;
}

static uint32_t key_of(const Sentence *s)
{
    uint32_t key = mix(mix(2166136261U, s->pred), (uint32_t)s->verb);
    key = mix_who(mix_who(key, s->who), s->object);
    for (uint32_t i = 0; i < s->tail_count; i++)
        key = mix(key, s->tails[i].kind);
    if (amount_counts(s)) return key;
    return mix(mix(key, (uint32_t)s->amount.number), (uint32_t)s->amount.share);
}

/* ---- one after another --------------------------------------------------- */

typedef struct Seen Seen;
struct Seen {
    const Rule *rule;
    const Sentence *sentence;
    Seen *next;
};

/* Those before it that may be alike, in their order, are held against it; the
 * first that is alike has been held against the others.  Who writes more than
 * LOOKED sentences of one people and one verb is not looked at to the end. */
static void look_back(const Lint *l, Seen **bucket, Seen *own)
{
    enum { LOOKED = 64 };
    for (int i = 0; *bucket != NULL && i < LOOKED; i++) {
        const Seen *one = *bucket;
        Likeness like = likeness(one->sentence, own->sentence);
        if (like == ALIKE_BUT_NUMBER)
            say_twice(l, one->rule, one->sentence, own->sentence);
        if (like != OTHERWISE) return;
        bucket = &(*bucket)->next;
    }
    if (*bucket == NULL) *bucket = own;
}

static uint32_t count_sentences(const Letter *letter)
{
    uint32_t count = 0;
    for (uint32_t r = 0; r < letter->rule_count; r++)
        count += letter->rules[r].sentence_count;
    return count;
}

/* Linear in the sentences, but for LOOKED. */
void lint_twice(const Lint *l)
{
    uint32_t count = count_sentences(l->tree), used = 0;
    uint32_t room = 2 * count + 1;
    Seen **buckets = NEW(l->arena, Seen *, room);
    Seen *seen = NEW(l->arena, Seen, count + 1);
    for (uint32_t r = 0; r < l->tree->rule_count; r++) {
        const Rule *rule = &l->tree->rules[r];
        for (uint32_t i = 0; i < rule->sentence_count; i++) {
            Seen *own = &seen[used++];
            *own = (Seen){rule, &rule->sentences[i], NULL};
            look_back(l, &buckets[key_of(own->sentence) % room], own);
        }
    }
}
