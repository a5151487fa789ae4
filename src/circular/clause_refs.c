/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/build.h"
#include "circular/law.h"

/*
 * References between clauses: what an exception, an excess, a relief or a
 * derogation points to, and of which caps "the rest" is the rest.
 */

/* Of the letter that is referred to. */
static bool ref_names(const Ref *ref, const Clause *clause)
{
    return (ref->rule.len == 0 || str_is(clause->rule->number, ref->rule)) &&
           (ref->paragraph.len == 0 ||
            str_is(clause->sentence->paragraph, ref->paragraph));
}

void clause_find_all(Build *b, uint32_t letter, const Ref *ref, ClauseIds *out)
{
    const Corpus *c = b->corpus;
    uint32_t target =
        ref->letter.len > 0 ? build_letter(b, ref->letter) : letter;
    if (target == NO_INDEX) return;
    const CorpusLetter *in = &c->letters[target];
    for (uint32_t i = 0; i < in->clause_count; i++) {
        uint32_t id = in->first_clause + i;
        if (ref_names(ref, &c->clauses[id]))
            VEC_PUSH(b->arena, out, (ClauseId){id});
    }
}

/* "1, 2, 3": the rules that the letter has. */
static Str rules_of(Build *b, uint32_t letter)
{
    const CorpusLetter *in = &b->corpus->letters[letter];
    const Rule *last = NULL;
    Buf out = buf_in(b->arena);
    for (uint32_t i = 0; i < in->clause_count; i++) {
        const Rule *rule = b->corpus->clauses[in->first_clause + i].rule;
        if (rule == last) continue;
        if (out.len > 0) buf_c(&out, ", ");
        buf_put(&out, rule->number);
        last = rule;
    }
    return buf_str(&out);
}

static void say_no_rule(Build *b, const Clause *clause, const Ref *ref)
{
    uint32_t in =
        ref->letter.len > 0 ? build_letter(b, ref->letter) : clause->letter;
    build_say(b, DIAG_ERROR, "hukum-08", clause->brought_by, ref->span,
              STR("aturan yang dirujuk tidak ada"),
              STR("the rule referred to is absent"));
    if (in == NO_INDEX) {
        diag_advise(b->diags,
                    STR("surat yang dirujuk tidak ada di folder: muat surat "
                        "itu, atau betulkan nomornya"),
                    STR("the letter referred to is not in the folder: put it "
                        "there, or mend its number"));
        return;
    }
    Str rules = rules_of(b, in);
    diag_advise(b->diags,
                str_format(b->arena,
                           "sebut aturan dan ayat yang ada; %s mempunyai "
                           "aturan %.*s",
                           in == clause->letter ? "surat ini" : "surat itu",
                           STR_ARG(rules)),
                str_format(b->arena,
                           "name a rule and paragraph that exist; %s letter "
                           "has the rules %.*s",
                           in == clause->letter ? "this" : "that",
                           STR_ARG(rules)));
}

static void join_refs(Build *b, Clause *clause, const Ref *refs, uint32_t count)
{
    ClauseIds found = {0};
    for (uint32_t i = 0; i < count; i++) {
        size_t before = found.count;
        clause_find_all(b, clause->letter, &refs[i], &found);
        if (found.count == before) say_no_rule(b, clause, &refs[i]);
    }
    clause->targets = found.at;
    clause->target_count = (uint32_t)found.count;
}

/* "Selebihnya": the rest of the caps that stand before it in its rule. */
static void join_rest(Build *b, uint32_t id)
{
    Corpus *c = b->corpus;
    Clause *rest = &c->clauses[id];
    ClauseIds caps = {0};
    for (uint32_t i = c->letters[rest->letter].first_clause; i < id; i++) {
        if (c->clauses[i].act == ACT_CAP &&
            str_is(c->clauses[i].rule->number, rest->rule->number))
            VEC_PUSH(b->arena, &caps, (ClauseId){i});
    }
    rest->targets = caps.at;
    rest->target_count = (uint32_t)caps.count;
    if (caps.count == 0)
        build_say(b, DIAG_ERROR, "hukum-09", rest->brought_by,
                  rest->sentence->span,
                  STR("'selebihnya' tanpa batas jumlah sebelumnya dalam aturan "
                      "yang sama"),
                  STR("'the rest' without a bound before it in the same rule"));
}

/* A ladder of a rule that is not there is nobody's. */
static void join_ladder(Build *b, Clause *clause)
{
    ClauseIds found = {0};
    for (uint32_t i = 0; i < clause->sentence->ref_count; i++)
        clause_find_all(b, clause->letter, &clause->sentence->refs[i], &found);
    clause->targets = found.at;
    clause->target_count = (uint32_t)found.count;
}

/* ---- derogations --------------------------------------------------------- */

typedef enum { NAMED_NOT, NAMED_WITH_ITS_RULE, NAMED_ALONE } Named;

/* How the derogation of a clause, if it is one, names another clause. */
static Named derogation_names(Build *b, const Clause *by, const Clause *other)
{
    Named named = NAMED_NOT;
    const Frame *frame = clause_frame(by->sentence, FRAME_DEROGATE);
    for (uint32_t i = 0; frame != NULL && i < frame->ref_count; i++) {
        const Ref *ref = &frame->refs[i];
        uint32_t in =
            ref->letter.len > 0 ? build_letter(b, ref->letter) : by->letter;
        if (in != other->letter || !ref_names(ref, other)) continue;
        if (ref->paragraph.len > 0) return NAMED_ALONE;
        named = NAMED_WITH_ITS_RULE;
    }
    return named;
}

static void say_from_itself(Build *b, const Clause *clause, Span span)
{
    build_say(b, DIAG_ERROR, "hukum-08", clause->brought_by, span,
              STR("pengecualian ini hanya merujuk dirinya sendiri"),
              STR("this exception refers to nothing but itself"));
    diag_advise(b->diags,
                STR("sebut ayat yang dikecualikan, misalnya 'Dikecualikan dari "
                    "ayat (1)'"),
                STR("name the paragraph that it is taken from, for instance "
                    "'In derogation of paragraph (1)'"));
}

/* "Dikecualikan dari aturan 3" inside of rule 3 is from what else the rule has:
 * not from itself, nor from another exception to that rule, which would lift
 * each other.  Who names the other's paragraph derogates from it. */
static void join_derogation(Build *b, Clause *clause, const Frame *frame)
{
    ClauseIds kept = {0};
    join_refs(b, clause, frame->refs, frame->ref_count);
    for (uint32_t t = 0; t < clause->target_count; t++) {
        const Clause *from = &b->corpus->clauses[clause->targets[t].index];
        Named back = derogation_names(b, from, clause);
        if (back == NAMED_NOT || back < derogation_names(b, clause, from))
            VEC_PUSH(b->arena, &kept, clause->targets[t]);
    }
    if (kept.count == 0 && clause->target_count > 0)
        say_from_itself(b, clause, frame->span);
    clause->targets = kept.at;
    clause->target_count = (uint32_t)kept.count;
}

/* Does `by` hold whenever `from` does? */
static bool always_holds(const Clause *by, const Clause *from)
{
    return by->letter == from->letter && by->weekdays == 0 &&
           by->date_count == 0 && !by->under_status && by->row == NULL &&
           from->row == NULL &&
           !date_before(from->window.first, by->window.first) &&
           !date_before(by->window.last, from->window.last);
}

/* "Dikecualikan dari ayat (1), pada setiap kelurahan: ...": the bound of
 * paragraph (1) is not one of those units any more, nor of any that has them
 * below it.  A derogation of some people or days alone is asked of each day
 * (law_means.c). */
static void leave_units(Build *b, uint32_t id)
{
    Corpus *c = b->corpus;
    const Clause *by = &c->clauses[id];
    if (by->sentence->who != NULL) return;
    for (uint32_t t = 0; t < by->target_count; t++) {
        Clause *from = &c->clauses[by->targets[t].index];
        if (from->act != ACT_CAP || !always_holds(by, from)) continue;
        uint8_t *among = NEW(b->arena, uint8_t, c->r->unit_count + 1);
        for (uint32_t u = 0; u < c->r->unit_count; u++)
            among[u] = clause_among(from, (UnitId){u}) &&
                       cap_level_unit(c, (ClauseId){id}, (UnitId){u}).index ==
                           NO_INDEX;
        from->among = among;
    }
}

static void join(Build *b, uint32_t id)
{
    Clause *clause = &b->corpus->clauses[id];
    const Sentence *s = clause->sentence;
    const Frame *derogates = clause_frame(s, FRAME_DEROGATE);
    if (clause->act == ACT_REST) join_rest(b, id);
    if (clause->act == ACT_FOLLOW) join_ladder(b, clause);
    if (clause->act == ACT_EXCUSE || clause->act == ACT_EXCEED)
        join_refs(b, clause, s->refs, s->ref_count);
    if (clause->act == ACT_RELIEF)
        join_refs(b, clause, s->object_refs, s->object_ref_count);
    bool replaces = clause->act == ACT_PLACE || clause->act == ACT_CAP ||
                    clause->act == ACT_DAYS;
    if (replaces && derogates != NULL) join_derogation(b, clause, derogates);
    if (clause->act == ACT_CAP) leave_units(b, id);
}

void clause_join_all(Build *b)
{
    for (uint32_t i = 0; i < b->corpus->clause_count; i++) {
        join(b, i);
    }
}
