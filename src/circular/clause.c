/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/build.h"
#include "circular/meanings.h"
#include "circular/row_key.h"

/*
 * One sentence, one clause.  What a sentence does is read off its subject and
 * predicate; frames and tails narrow whom, where and when.
 */

const Tail *clause_tail(const Sentence *s, TailKind kind)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) return &s->tails[i];
    }
    return NULL;
}

const Frame *clause_frame(const Sentence *s, FrameKind kind)
{
    for (uint32_t i = 0; i < s->frame_count; i++) {
        if (s->frames[i].kind == kind) return &s->frames[i];
    }
    return NULL;
}

/* ---- where ------------------------------------------------------------- */

static const Source *source_of(const Build *b, const Clause *clause)
{
    return b->corpus->letters[clause->brought_by].source;
}

/* The words of the letter that brought the sentence, then of the amended one.
 */
static const Who *in_full(const Build *b, const Clause *clause, const Who *who)
{
    const CorpusLetter *letters = b->corpus->letters;
    who = meaning_expand(b->arena, letters[clause->brought_by].tree, who);
    if (clause->brought_by == clause->letter) return who;
    return meaning_expand(b->arena, letters[clause->letter].tree, who);
}

/* "pada setiap unit kerja dan UPTD": the widest kind named gives the level. */
static Level level_of(const Who *each)
{
    Level level = LEVEL_UNITS;
    for (uint32_t g = 0; g < each->group_count; g++) {
        for (uint32_t t = 0; t < each->groups[g].count; t++) {
            const Term *term = &each->groups[g].terms[t];
            if (term->limit_count > 0) continue;
            if (term->kind == TERM_AGENCY) level = LEVEL_AGENCY;
            if (term->kind == TERM_WORK_UNIT && level != LEVEL_AGENCY)
                level = LEVEL_WORK_UNIT;
        }
    }
    return level;
}

/* "pada setiap kelurahan, pada Kecamatan Tepi": the named ones of both. */
static void keep_within(const Build *b, const uint8_t *within, uint8_t *named)
{
    for (uint32_t u = 0; u < b->corpus->r->unit_count; u++)
        named[u] = named[u] && within[u];
}

static void take_where(Build *b, Clause *clause)
{
    const Register *r = b->corpus->r;
    const Source *source = source_of(b, clause);
    const Frame *each = clause_frame(clause->sentence, FRAME_EACH);
    const Frame *at = clause_frame(clause->sentence, FRAME_AT);
    const uint8_t *within = NULL;
    if (at != NULL)
        within = selection_units(b->arena, r, in_full(b, clause, at->who), true,
                                 source, b->diags);
    clause->units = within;
    if (each == NULL) return;
    clause->level = level_of(each->who);
    if (clause->level != LEVEL_UNITS) return;
    uint8_t *named = selection_units(b->arena, r, in_full(b, clause, each->who),
                                     false, source, b->diags);
    if (within != NULL) keep_within(b, within, named);
    clause->units = named;
}

/* ---- caps -------------------------------------------------------------- */

static void take_places(Cap *cap, const Where *where, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        cap->office |= where[i] == WHERE_OFFICE;
        cap->home |= where[i] == WHERE_HOME;
        cap->leave |= where[i] == WHERE_LEAVE;
    }
}

/* The bound of the clause: the first of its sentence, or one behind it. */
static void take_bound(Clause *clause, const Sentence *s)
{
    const Where *where = s->where;
    const Amount *amount = &s->amount;
    uint32_t count = s->where_count;
    for (uint32_t i = 0; i < clause->bound; i++) {
        amount = &s->bounds[i].amount;
        if (s->bounds[i].where_count == 0) continue;
        where = s->bounds[i].where;
        count = s->bounds[i].where_count;
    }
    clause->cap.compare = amount->compare;
    clause->cap.share = amount->share;
    clause->cap.number = amount->number;
    take_places(&clause->cap, where, count);
}

/* Of a share it is said, or the sentence was refused (cocok-05). */
static void take_rounding(Build *b, Clause *clause)
{
    const Tail *own = clause_tail(clause->sentence, TAIL_ROUNDING);
    Rounding head = b->corpus->letters[clause->brought_by].tree->share_rounding;
    clause->cap.rounding = own != NULL ? own->rounding : head;
}

static Selection *select_or_all(Build *b, const Clause *clause, const Who *who)
{
    return selection_make(b->arena, b->corpus->r, in_full(b, clause, who),
                          source_of(b, clause), b->diags);
}

static void take_cap(Build *b, Clause *clause)
{
    const Sentence *s = clause->sentence;
    const Letter *tree = b->corpus->letters[clause->brought_by].tree;
    const Tail *base = clause_tail(s, TAIL_BASE);
    const Tail *least = clause_tail(s, TAIL_FLOOR_NUMBER);
    take_bound(clause, s);
    clause->cap.base =
        select_or_all(b, clause, base != NULL ? base->who : tree->share_base);
    clause->cap.counted = select_or_all(b, clause, s->who);
    clause->cap.floor_forced = clause_tail(s, TAIL_FLOOR_FORCED) != NULL;
    clause->cap.floor_number = least != NULL ? least->amount.number : 0;
    take_rounding(b, clause);
}

/* "Di mana saja" is away from the office: at home, for the count. */
static void take_days(Build *b, Clause *clause)
{
    const Tail *rhythm = clause_tail(clause->sentence, TAIL_RHYTHM);
    CHECK(rhythm != NULL); /* else the reader takes it for a cap */
    take_bound(clause, clause->sentence);
    if (!clause->cap.office) clause->cap.home = true;
    clause->days = rhythm->duration;
    clause->who = select_or_all(b, clause, clause->sentence->who);
}

/* ---- the clause -------------------------------------------------------- */

static const Who *whom(const Clause *clause)
{
    if (clause->act == ACT_EXEMPT || clause->act == ACT_EXCUSE)
        return clause->sentence->object;
    return clause->sentence->who;
}

/* A duty of people, not of things ("layanan wajib tetap berjalan"), nor of "the
 * unit of the closure", whom the closure itself places. */
static bool owes_in_person(const Sentence *s)
{
    if (s->pred != PRED_DO || s->who == NULL) return false;
    for (uint32_t g = 0; g < s->who->group_count; g++) {
        const Group *group = &s->who->groups[g];
        for (uint32_t t = 0; t < group->count; t++) {
            if (group->terms[t].kind == TERM_THING) return false;
        }
    }
    return true;
}

static void take_exceed(Build *b, Clause *clause)
{
    const Tail *at = clause_tail(clause->sentence, TAIL_AT);
    const Who *who = at != NULL ? at->who : clause->sentence->object;
    if (who != NULL)
        clause->units =
            selection_units(b->arena, b->corpus->r, in_full(b, clause, who),
                            true, source_of(b, clause), b->diags);
}

/* "pada puskesmas", "pada Dinas Pasar": of which units a closure speaks; of a
 * work unit or an agency without more: of all. */
static void take_closed(Build *b, Clause *clause)
{
    const Tail *tail = clause_tail(clause->sentence, TAIL_WHEN);
    const Frame *event = clause_frame(clause->sentence, FRAME_IF);
    CHECK(event != NULL); /* else it closes nothing (clause_act) */
    const Who *where = event->who;
    if (tail != NULL) clause->days = tail->when.lasting;
    if (where == NULL || clause->units != NULL ||
        level_of(where) != LEVEL_UNITS)
        return;
    clause->units =
        selection_units(b->arena, b->corpus->r, in_full(b, clause, where), true,
                        source_of(b, clause), b->diags);
}

static void say_not_computed(Build *b, const Clause *clause)
{
    build_say(b, DIAG_WARNING, "hukum-06", clause->brought_by,
              clause->sentence->span,
              STR("kalimat ini dicatat dan ditunjukkan, belum dihitung"),
              STR("this sentence is kept and shown, not computed yet"));
}

static void take_act(Build *b, Clause *clause)
{
    const Sentence *s = clause->sentence;
    const Tail *tail = clause_tail(s, TAIL_WHEN);
    switch (clause->act) {
    case ACT_CAP: take_cap(b, clause); return;
    case ACT_DAYS: take_days(b, clause); return;
    case ACT_EXCEED: take_exceed(b, clause); return;
    case ACT_PLACE:
    case ACT_EXEMPT:
    case ACT_EXCUSE:
        clause->who = select_or_all(b, clause, whom(clause));
        return;
    case ACT_CLOSE: take_closed(b, clause); return;
    case ACT_RELIEF:
        if (tail != NULL) clause->days = tail->when.lasting;
        return;
    case ACT_RECORD:
        if (clause_is_only_kept(s)) say_not_computed(b, clause);
        return;
    case ACT_STATE:
        if (s->pred == PRED_COUNT) say_not_computed(b, clause);
        if (clause_takes_turns(s))
            clause->who = select_or_all(b, clause, whom(clause));
        return;
    case ACT_DUTY:
        if (owes_in_person(s))
            clause->who = select_or_all(b, clause, whom(clause));
        return;
    case ACT_REST:
    case ACT_DELEGATE:
    case ACT_MEAN:
    case ACT_FOLLOW:
    case ACT_CASES: return;
    }
}

static Str cite_of(Build *b, const Clause *clause)
{
    Str letter = b->corpus->letters[clause->letter].cite;
    Str paragraph = clause->sentence->paragraph;
    if (paragraph.len == 0)
        return str_format(b->arena, "%.*s#%.*s", STR_ARG(letter),
                          STR_ARG(clause->rule->number));
    return str_format(b->arena, "%.*s#%.*s(%.*s)", STR_ARG(letter),
                      STR_ARG(clause->rule->number), STR_ARG(paragraph));
}

static Clause make_clause(Build *b, uint32_t letter, const Provision *p,
                          uint32_t bound)
{
    const Sentence *s = p->sentence;
    Clause clause = {
        .letter = letter,
        .brought_by = p->brought_by,
        .rule = p->rule,
        .sentence = s,
        .bound = bound,
        .act = clause_act(s),
        .strength = s->strength,
        .where = s->where_count > 0 ? s->where[0] : WHERE_NONE,
        .window = p->window,
        .starts_at = p->starts_at,
        .ends_at = p->ends_at,
        .turns = clause_tail(s, TAIL_TURNS) != NULL,
        .no_turns = clause_tail(s, TAIL_NO_TURNS) != NULL,
        .by_need = clause_tail(s, TAIL_BY_NEED) != NULL,
    };
    clause.cite = cite_of(b, &clause);
    clause_take_when(b, &clause);
    take_where(b, &clause);
    take_act(b, &clause);
    return clause;
}

/* A row of a table is a sentence of its own, for those who bear its labels. */
static void make_row(Build *b, uint32_t letter, const Provision *p,
                     const TableRow *row)
{
    Provision own = *p;
    own.sentence = clause_row_sentence(b->arena, p->sentence, row);
    for (uint32_t i = 0; i <= own.sentence->bound_count; i++) {
        Clause like = make_clause(b, letter, &own, i);
        clause_add_row(b, p->sentence, row, &like);
    }
}

/* A sentence with further bounds is a clause for each. */
static void make_clauses(Build *b, uint32_t letter, const Provision *p)
{
    const Sentence *s = p->sentence;
    for (uint32_t i = 0; row_keys_known(s) && i < s->row_count; i++)
        make_row(b, letter, p, &s->rows[i]);
    for (uint32_t i = 0; !row_keys_known(s) && i <= s->bound_count; i++)
        VEC_PUSH(b->arena, &b->clauses, make_clause(b, letter, p, i));
}

void clause_make_all(Build *b)
{
    Corpus *c = b->corpus;
    for (uint32_t l = 0; l < c->letter_count; l++) {
        diag_quote(b->diags, c->letters[l].tree->lang);
        c->letters[l].first_clause = (uint32_t)b->clauses.count;
        for (size_t i = 0; i < b->of[l].list.count; i++)
            make_clauses(b, l, &b->of[l].list.at[i]);
        c->letters[l].clause_count =
            (uint32_t)b->clauses.count - c->letters[l].first_clause;
    }
    c->clauses = b->clauses.at;
    c->clause_count = (uint32_t)b->clauses.count;
}
