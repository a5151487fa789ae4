/* SPDX-License-Identifier: Apache-2.0 */
#include "chance_sentence.h"

#include "chance_who.h"
#include "circular/report_said.h"

typedef struct {
    ChanceWords w;
    bool counted; /* a count stood before in this rule */
    bool framed;  /* a frame of the sentence names a unit */
} Chance;

static When no_when(void)
{
    return (When){.window = WINDOW_ALL, .from_minute = -1, .last_minute = -1};
}

/* ---- tails ----------------------------------------------------------------
 */

static void put_words(Chance *c, Tail *tail)
{
    const TailRow *row = tail_row(tail->kind);
    bool list = row->holds == HOLDS_WORDS;
    bool event = tail->kind == TAIL_IF || tail->kind == TAIL_EXCEPT_IF ||
                 tail->kind == TAIL_AGAIN;
    bool none = (!list && !event) || tail->kind == TAIL_OPEN_LIST;
    if (none && chance_is(&c->w, 40)) return;
    tail->word_count = list ? 1 + chance_below(&c->w, 3) : 1;
    Str *words = NEW(c->w.arena, Str, tail->word_count);
    for (uint32_t i = 0; i < tail->word_count; i++)
        words[i] = chance_gloss(&c->w);
    tail->words = words;
    tail->all = tail->word_count > 1 && chance_is(&c->w, 50);
    tail->open = list && tail->kind != TAIL_OPEN_LIST && chance_is(&c->w, 20);
}

static void put_deadline(Chance *c, Tail *tail)
{
    if (chance_is(&c->w, 40)) {
        tail->clock = chance_clock(&c->w, &tail->clock_count);
    } else if (chance_is(&c->w, 50)) {
        tail->when.given = true;
        tail->when.window.last = chance_date(&c->w);
    } else {
        tail->duration = chance_duration(&c->w);
    }
}

static void put_number(Chance *c, Tail *tail)
{
    tail->amount = chance_amount(&c->w, false);
    if (tail->kind == TAIL_SIZE) tail->amount = chance_amount(&c->w, true);
    if (tail->kind == TAIL_CALLS) tail->amount.counted = STR("panggilan");
    if (tail->kind == TAIL_TIMES) tail->amount.counted = STR("kali");
    if (tail->kind == TAIL_SHIFTS) tail->amount.counted = STR("gelombang");
    if (tail->kind != TAIL_SIZE) tail->amount.hundredths = 0;
}

static Tail some_tail(Chance *c, TailKind kind)
{
    const ChanceWords *w = &c->w;
    Tail tail = {.kind = kind, .when = no_when()};
    if (kind == TAIL_ROUNDING)
        tail.rounding = chance_is(w, 50) ? ROUND_UP : ROUND_DOWN;
    switch (tail_row(kind)->holds) {
    case HOLDS_NOTHING: break;
    case HOLDS_WHO:
        tail.who = kind == TAIL_AT ? chance_who(w, CHANCE_UNITS, false)
                                   : chance_who(w, CHANCE_PEOPLE, false);
        break;
    case HOLDS_WORDS:
    case HOLDS_OWN_WORDS: put_words(c, &tail); break;
    case HOLDS_AMOUNT: put_number(c, &tail); break;
    case HOLDS_DURATION: tail.duration = chance_duration(w); break;
    case HOLDS_WHEN: tail.when = chance_when(w); break;
    case HOLDS_CLOCK:
        tail.clock = chance_clock(w, &tail.clock_count);
        if (chance_is(w, 30)) tail.zone = STR("WITA");
        break;
    case HOLDS_DEADLINE: put_deadline(c, &tail); break;
    case HOLDS_REF: tail.ref = chance_ref(w); break;
    }
    return tail;
}

/* What every sentence takes: what a verb without tails of its own does. */
static TailSet common(void)
{
    return verb_row(VERB_WEIGH)->takes;
}

static TailSet takes(const Sentence *s)
{
    switch ((int)s->pred) {
    case PRED_DO: return verb_row((Verb)s->verb)->takes;
    case PRED_STATE: return state_row((State)s->verb)->takes;
    case PRED_PLACE: return common() | T(TURNS) | T(RHYTHM) | T(CLOCK) | T(BY);
    case PRED_COUNT: return common() | T(FLOOR_NUMBER) | T(RHYTHM) | T(TURNS);
    case PRED_TURN: return common() | T(RHYTHM) | T(SCHEDULED_BY) | T(TURNS);
    case PRED_RECORDED_DO:
        return common() | T(TIMES) | T(TO) | T(CHANNEL) | T(PROOF) | T(RADIUS) |
               T(DEADLINE) | T(WITHIN) | T(AT_LEAST_LONG) | T(EXCEPT_FOR);
    default: return common();
    }
}

static TailSet needs(const Sentence *s)
{
    if (s->pred == PRED_DO) return verb_row((Verb)s->verb)->needs;
    if (s->pred == PRED_STATE) return state_row((State)s->verb)->needs;
    return 0;
}

/* The tails that must be there: one of those needed, and of a share two. */
static TailSet must(Chance *c, const Sentence *s)
{
    TailSet all = needs(s);
    bool share = s->pred == PRED_COUNT && s->amount.share;
    if (share) return T(BASE) | T(ROUNDING);
    if (s->pred == PRED_TURN) return T(TURNS);
    for (int tries = 0; all != 0 && tries < 1000; tries++) {
        TailSet one = UINT64_C(1) << chance_below(&c->w, TAIL_COUNT);
        if ((all & one) != 0) return one;
    }
    return 0;
}

static void put_tails(Chance *c, Sentence *s)
{
    TailSet wanted = must(c, s);
    TailSet taken = takes(s);
    Tail *tails = NEW(c->w.arena, Tail, TAIL_COUNT);
    for (int kind = 0; kind < TAIL_COUNT; kind++) {
        TailSet bit = UINT64_C(1) << kind;
        bool may = (taken & bit) != 0 && chance_is(&c->w, 12);
        if ((wanted & bit) == 0 && !may) continue;
        tails[s->tail_count++] = some_tail(c, (TailKind)kind);
    }
    s->tails = tails;
}

/* ---- predicates -----------------------------------------------------------
 */

static Strength strength(Chance *c)
{
    return (Strength)(STRENGTH_MUST + chance_below(&c->w, 6));
}

static void put_places(Chance *c, Sentence *s, uint32_t most)
{
    s->where_count = 1 + chance_below(&c->w, most);
    Where *where = NEW(c->w.arena, Where, s->where_count);
    for (uint32_t i = 0; i < s->where_count; i++)
        where[i] = (Where)(WHERE_OFFICE + chance_below(&c->w, 4));
    s->where = where;
}

static void put_texts(Chance *c, Sentence *s)
{
    s->text = chance_text(&c->w);
    if (chance_is(&c->w, 20)) s->text_en = chance_text(&c->w);
}

/* Things; "laporan bulanan" says how often, so that a sentence which reports
 * it is never without a rhythm. */
static Who *some_things(const ChanceWords *w, const Sentence *s)
{
    Duration every = {0};
    bool reports = s->verb == VERB_SUBMIT || s->verb == VERB_REPORT_ON ||
                   s->verb == VERB_FILL_IN;
    Who *things = chance_who(w, CHANCE_ANYTHING, false);
    while (reports && report_rhythm(things, &every))
        things = chance_who(w, CHANCE_ANYTHING, false);
    return things;
}

static void put_verb(Chance *c, Sentence *s)
{
    const ChanceWords *w = &c->w;
    Term *area = NEW(w->arena, Term, 1);
    s->verb = (int32_t)chance_below(w, VERB_COUNT);
    s->strength = strength(c);
    switch (verb_row((Verb)s->verb)->object) {
    case OBJECT_NONE: return;
    case OBJECT_THINGS:
    case OBJECT_ANY: s->object = some_things(w, s); return;
    case OBJECT_WHO: s->object = chance_who(w, CHANCE_PEOPLE, false); return;
    case OBJECT_REFS:
        s->object_refs = chance_refs(w, &s->object_ref_count);
        return;
    case OBJECT_AREA:
        *area = (Term){.kind = TERM_NAME, .name = chance_gloss(w)};
        s->object = chance_alone(w, area);
        return;
    }
}

static void put_ladder(Chance *c, Sentence *s)
{
    uint32_t count = 1 + chance_below(&c->w, 3);
    TableRow *rows = NEW(c->w.arena, TableRow, count);
    for (uint32_t i = 0; i < count; i++) {
        Sentence *body = NEW(c->w.arena, Sentence, 1);
        Str *label = NEW(c->w.arena, Str, 1);
        *label = chance_gloss(&c->w);
        body->pred = PRED_RECORD;
        put_texts(c, body);
        rows[i] = (TableRow){label, 1, body};
    }
    s->rows = rows;
    s->row_count = count;
}

static void put_consequence(Chance *c, Sentence *s)
{
    s->verb = (int32_t)chance_below(&c->w, CONSEQUENCE_COUNT);
    if (chance_is(&c->w, 30))
        put_ladder(c, s);
    else if (chance_is(&c->w, 40))
        s->amount = chance_amount(&c->w, false);
    else
        put_texts(c, s);
}

/* ---- subjects -------------------------------------------------------------
 */

static void put_subject(Chance *c, Sentence *s, ChanceWho what)
{
    s->subject = SUBJECT_WHO;
    if (what == CHANCE_PEOPLE && c->counted && chance_is(&c->w, 20)) {
        s->subject = SUBJECT_REST;
        return;
    }
    s->who = chance_who(&c->w, what, c->framed);
}

static void put_clause(Chance *c, Sentence *s, bool letter)
{
    s->subject = letter ? SUBJECT_LETTER : SUBJECT_REF;
    if (!letter) s->refs = chance_refs(&c->w, &s->ref_count);
}

static void put_thing(Chance *c, Sentence *s)
{
    const ChanceWords *w = &c->w;
    Term *term = NEW(w->arena, Term, 1);
    *term = (Term){.kind = TERM_THING,
                   .value = (int32_t)chance_below(w, THING_COUNT)};
    s->subject = SUBJECT_WHO;
    s->who = chance_alone(w, term);
}

static void put_do(Chance *c, Sentence *s)
{
    put_verb(c, s);
    VerbSubject who = verb_row((Verb)s->verb)->subject;
    if (who == FOR_THINGS)
        put_thing(c, s);
    else
        put_subject(c, s, CHANCE_PEOPLE);
}

/* A further bound, of the same places or of others. */
static void put_bound(Chance *c, Sentence *s)
{
    Bound *bound = NEW(c->w.arena, Bound, 1);
    Sentence other = {0};
    bound->amount = s->amount;
    if (chance_is(&c->w, 50)) put_places(c, &other, 1);
    bound->where = other.where;
    bound->where_count = other.where_count;
    s->bounds = bound;
    s->bound_count = 1;
}

static void put_count(Chance *c, Sentence *s)
{
    put_places(c, s, 2);
    s->amount = chance_amount(&c->w, true);
    if (chance_is(&c->w, 50)) put_subject(c, s, CHANCE_PEOPLE);
    if (s->subject != SUBJECT_NONE && chance_is(&c->w, 30))
        s->strength = strength(c);
    bool plain = s->amount.compare != FEWEST && !s->amount.set_by_other;
    if (plain && chance_is(&c->w, 15)) put_bound(c, s);
}

static void put_body(Chance *c, Sentence *s)
{
    const ChanceWords *w = &c->w;
    s->pred = (PredKind)chance_below(w, PRED_RECORDED_DO + 1);
    switch (s->pred) {
    case PRED_PLACE:
        put_subject(c, s, CHANCE_PEOPLE);
        s->strength = strength(c);
        put_places(c, s, 2);
        break;
    case PRED_COUNT: put_count(c, s); break;
    case PRED_DO: put_do(c, s); break;
    case PRED_TURN: put_subject(c, s, CHANCE_PEOPLE); break;
    case PRED_STATE:
        s->verb = (int32_t)chance_below(w, STATE_COUNT);
        put_thing(c, s);
        break;
    case PRED_COUNTED:
        put_consequence(c, s);
        if (s->verb == CONSEQUENCE_SUBJECT)
            put_clause(c, s, false);
        else
            put_thing(c, s);
        break;
    case PRED_MEANS:
        put_subject(c, s, CHANCE_ANYTHING);
        if (chance_is(w, 50))
            put_texts(c, s);
        else
            s->object = chance_who(w, CHANCE_PEOPLE, false);
        break;
    case PRED_SCOPE:
        put_clause(c, s, chance_is(w, 50));
        s->object = chance_who(w, CHANCE_PEOPLE, false);
        break;
    case PRED_EXCEED:
        put_clause(c, s, false);
        s->strength = STRENGTH_MAY;
        s->object = chance_who(w, CHANCE_UNITS, false);
        break;
    case PRED_RECORD:
        s->subject = SUBJECT_TOPIC;
        s->topic = chance_gloss(w);
        put_texts(c, s);
        return;
    case PRED_RECORDED_DO:
        put_subject(c, s, CHANCE_PEOPLE);
        s->strength = strength(c);
        put_texts(c, s);
        break;
    }
    if (s->row_count == 0) put_tails(c, s);
}

/* Whom the sentence does not mean: of its subject, or of its object. */
static void put_except(Chance *c, Sentence *s)
{
    bool object = s->pred == PRED_SCOPE || s->pred == PRED_EXCEED;
    Who *whole = object ? s->object : s->who;
    bool may = s->pred == PRED_PLACE || s->pred == PRED_DO || object;
    if (!may || whole == NULL || !chance_is(&c->w, 10)) return;
    whole->except = chance_who(&c->w, CHANCE_PEOPLE, false);
}

/* ---- frames, tables, sentences --------------------------------------------
 */

static Frame some_frame(Chance *c, FrameKind kind)
{
    Frame f = {.kind = kind, .when = no_when()};
    switch (kind) {
    case FRAME_EACH:
    case FRAME_AT:
        f.who = chance_who(&c->w, CHANCE_UNITS, false);
        c->framed = true;
        break;
    case FRAME_WHEN: f.when = chance_when(&c->w); break;
    case FRAME_IF:
        f.words = chance_gloss(&c->w);
        if (chance_is(&c->w, 50)) f.who = chance_unit(&c->w);
        c->framed = c->framed || f.who != NULL;
        break;
    case FRAME_DEROGATE: f.refs = chance_refs(&c->w, &f.ref_count); break;
    case FRAME_BY: f.words = STR("zona risiko"); break;
    }
    return f;
}

static void put_frames(Chance *c, Sentence *s)
{
    Frame *frames = NEW(c->w.arena, Frame, FRAME_BY);
    for (int kind = FRAME_EACH; kind < FRAME_BY; kind++) {
        if (!chance_is(&c->w, 10)) continue;
        frames[s->frame_count++] = some_frame(c, (FrameKind)kind);
    }
    s->frames = frames;
}

static void put_table(Chance *c, Sentence *s)
{
    uint32_t count = 1 + chance_below(&c->w, 3);
    TableRow *rows = NEW(c->w.arena, TableRow, count);
    Frame *frames = NEW(c->w.arena, Frame, s->frame_count + 1);
    for (uint32_t i = 0; i < s->frame_count; i++)
        frames[i] = s->frames[i];
    frames[s->frame_count++] = some_frame(c, FRAME_BY);
    s->frames = frames;
    for (uint32_t i = 0; i < count; i++) {
        Sentence *body = NEW(c->w.arena, Sentence, 1);
        Str *label = NEW(c->w.arena, Str, 1);
        *label = chance_gloss(&c->w);
        do {
            *body = (Sentence){0};
            put_body(c, body);
        } while (body->row_count > 0);
        rows[i] = (TableRow){label, 1, body};
    }
    s->rows = rows;
    s->row_count = count;
}

static bool leaves_rest(const Sentence *s)
{
    bool rest = s->row_count == 0 && s->pred == PRED_COUNT;
    for (uint32_t i = 0; i < s->row_count; i++)
        rest = rest || s->rows[i].body->pred == PRED_COUNT;
    return rest;
}

void chance_sentences(const ChanceWords *w, Rule *rule)
{
    Chance of = {.w = *w};
    Chance *c = &of;
    uint32_t count = 1 + chance_below(&c->w, 4);
    Sentence *list = NEW(c->w.arena, Sentence, count);
    for (uint32_t i = 0; i < count; i++) {
        Sentence *s = &list[i];
        c->framed = false;
        s->paragraph = str_format(c->w.arena, "%u%s", i + 1,
                                  chance_is(&c->w, 10) ? "a" : "");
        put_frames(c, s);
        if (chance_is(&c->w, 8))
            put_table(c, s);
        else
            put_body(c, s);
        put_except(c, s);
        s->comments = chance_comments(&c->w, &s->comment_count);
        s->comment_behind = chance_behind(&c->w);
        c->counted = c->counted || leaves_rest(s);
    }
    rule->sentences = list;
    rule->sentence_count = count;
}
