/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/types.h"

/* ---- sentences ----------------------------------------------------------- */

const Tail *said_tail(const Said *said, TailKind kind)
{
    const Sentence *s = said->sentence;
    for (uint32_t i = 0; s != NULL && i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) return &s->tails[i];
    }
    return NULL;
}

const Frame *said_frame(const Said *said, FrameKind kind)
{
    const Sentence *s = said->table;
    for (uint32_t i = 0; s != NULL && i < s->frame_count; i++) {
        if (s->frames[i].kind == kind) return &s->frames[i];
    }
    return NULL;
}

bool said_pred(const Said *said, PredKind pred)
{
    return said->sentence != NULL && said->sentence->pred == pred;
}

bool said_verb(const Said *said, Verb verb)
{
    return said_pred(said, PRED_DO) && said->sentence->verb == (int32_t)verb;
}

bool said_state(const Said *said, State state)
{
    return said_pred(said, PRED_STATE) &&
           said->sentence->verb == (int32_t)state;
}

static bool has_place(const Where *where, uint32_t count, Where wanted)
{
    for (uint32_t i = 0; i < count; i++) {
        if (where[i] == wanted) return true;
    }
    return false;
}

bool said_place(const Said *said, Where where)
{
    const Sentence *s = said->sentence;
    return said_pred(said, PRED_PLACE) &&
           has_place(s->where, s->where_count, where);
}

static bool is_bound(const Amount *amount, Compare compare, bool share)
{
    bool people = str_is(amount->counted, STR("orang"));
    return amount->compare == compare && (share ? amount->share : people);
}

bool said_count(const Said *said, Where where, Compare compare, bool share)
{
    const Sentence *s = said->sentence;
    if (!said_pred(said, PRED_COUNT)) return false;
    const Where *places = s->where;
    uint32_t count = s->where_count;
    bool found =
        has_place(places, count, where) && is_bound(&s->amount, compare, share);
    for (uint32_t i = 0; i < s->bound_count; i++) {
        const Bound *bound = &s->bounds[i];
        if (bound->where_count > 0) {
            places = bound->where;
            count = bound->where_count;
        }
        found |= has_place(places, count, where) &&
                 is_bound(&bound->amount, compare, share);
    }
    return found;
}

bool said_places(const Said *said)
{
    return said_pred(said, PRED_PLACE) || said_pred(said, PRED_COUNT);
}

static bool has_code(const char *types, const char *code)
{
    Str rest = str_of(types);
    Str word = {0};
    while (str_next(&rest, ' ', &word)) {
        if (str_is(word, str_of(code))) return true;
    }
    return false;
}

bool said_word(const Said *said, const char *code)
{
    const Sentence *s = said->sentence;
    if (said_pred(said, PRED_DO))
        return has_code(verb_row((Verb)s->verb)->types, code);
    return said_pred(said, PRED_STATE) &&
           has_code(state_row((State)s->verb)->types, code);
}

/* ---- recorded words ------------------------------------------------------ */

static const struct {
    Str code, in, en;
} records[] = {
#define RECORD_WORD(code, in, en) {STR_INIT(code), STR_INIT(in), STR_INIT(en)},
#include "circular/record_words.def"
#undef RECORD_WORD
};

static bool holds_folded(Str text, Str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++) {
        if (str_folded_is(str_slice(text, at, at + word.len), word))
            return true;
    }
    return false;
}

static bool text_has(Str text, const char *code)
{
    for (size_t i = 0; i < COUNT(records); i++) {
        if (str_is(records[i].code, str_of(code)) &&
            (holds_folded(text, records[i].in) ||
             holds_folded(text, records[i].en)))
            return true;
    }
    return false;
}

static bool ladder_has(const Sentence *s, const char *code)
{
    bool has = text_has(s->text, code);
    for (uint32_t i = 0; i < s->row_count; i++)
        has |= text_has(s->rows[i].body->text, code);
    return has;
}

bool said_record(const Said *said, const char *code)
{
    const Sentence *s = said->sentence;
    if (said_pred(said, PRED_RECORD)) return text_has(s->topic, code);
    if (said_pred(said, PRED_COUNTED)) return ladder_has(s, code);
    return said_pred(said, PRED_RECORDED_DO) && text_has(s->text, code);
}

/* ---- times ----------------------------------------------------------------
 */

static bool when_is_such(const When *when, WhenTest *test, TypeUse *use)
{
    if (!when->given || !test(when)) return false;
    use->span = when->span;
    return true;
}

static bool head_when(const Letter *letter, WhenTest *test, TypeUse *use)
{
    if (when_is_such(&letter->valid, test, use)) return true;
    for (uint32_t i = 0; i < letter->change_count; i++) {
        if (when_is_such(&letter->changes[i].valid, test, use)) return true;
    }
    return false;
}

bool said_when(const Said *said, WhenTest *test, TypeUse *use)
{
    if (said->sentence == NULL) return head_when(said->letter, test, use);
    const Frame *frame = said_frame(said, FRAME_WHEN);
    const Tail *tail = said_tail(said, TAIL_WHEN);
    return (frame != NULL && when_is_such(&frame->when, test, use)) ||
           (tail != NULL && when_is_such(&tail->when, test, use)) ||
           when_is_such(&said->rule->valid, test, use);
}

/* ---- people ---------------------------------------------------------------
 */

static bool terms_have(const Term *terms, uint32_t count, TermTest *test)
{
    for (uint32_t i = 0; i < count; i++) {
        if (test(&terms[i])) return true;
        for (uint32_t k = 0; k < terms[i].listed_count; k++) {
            if (test(&terms[i].listed[k])) return true;
        }
    }
    return false;
}

bool who_has(const Who *who, TermTest *test)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        if (terms_have(who->groups[g].terms, who->groups[g].count, test))
            return true;
    }
    return false;
}

bool said_who(const Said *said, TermTest *test)
{
    return said->sentence != NULL && who_has(said->sentence->who, test);
}

bool said_left_out(const Said *said, TermTest *test)
{
    const Sentence *s = said->sentence;
    if (s == NULL) return false;
    if (said_pred(said, PRED_SCOPE) && who_has(s->object, test)) return true;
    if (s->who != NULL && who_has(s->who->except, test)) return true;
    return said_frame(said, FRAME_DEROGATE) != NULL && who_has(s->who, test);
}

static bool who_speaks_of(const Who *who, Thing thing)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            const Term *term = &who->groups[g].terms[t];
            if (term->kind == TERM_THING && term->value == (int32_t)thing)
                return true;
        }
    }
    return false;
}

bool said_thing(const Said *said, Thing thing)
{
    const Sentence *s = said->sentence;
    return s != NULL &&
           (who_speaks_of(s->who, thing) || who_speaks_of(s->object, thing));
}

/* What marks tell of; those that are not here tell of something else. */
static const struct {
    char kind;
    Str mark;
} marks[] = {
    {'v', STR_INIT("hamil")                     },
    {'v', STR_INIT("menyusui")                  },
    {'v', STR_INIT("berusia")                   },
    {'v', STR_INIT("memiliki penyakit penyerta")},
    {'i', STR_INIT("divaksin")                  },
    {'i', STR_INIT("belum divaksin")            },
    {'i', STR_INIT("divaksin dosis penguat")    },
    {'q', STR_INIT("baru tiba dari luar daerah")},
    {'q', STR_INIT("terkonfirmasi positif")     },
    {'q', STR_INIT("kontak erat")               },
    {'q', STR_INIT("sembuh")                    },
    {'q', STR_INIT("bergejala ringan")          },
    {'h', STR_INIT("sehat")                     },
    {'-', STR_INIT("dipanggil")                 },
    {'-', STR_INIT("cuti")                      },
    {'-', STR_INIT("tidak cuti")                },
    {'-', STR_INIT("bertugas")                  },
};

static char kind_of_mark(Str mark)
{
    for (size_t i = 0; i < COUNT(marks); i++) {
        if (str_folded_is(marks[i].mark, mark)) return marks[i].kind;
    }
    return 'c';
}

static bool limits_mark(const Limit *limits, uint32_t count, char kind)
{
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t m = 0; m < limits[i].mark_count; m++) {
            if (kind_of_mark(limits[i].marks[m]) == kind) return true;
        }
    }
    return false;
}

static bool who_marks(const Who *who, char kind)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            const Term *term = &who->groups[g].terms[t];
            if (limits_mark(term->limits, term->limit_count, kind)) return true;
        }
    }
    return who != NULL && limits_mark(who->each, who->each_count, kind);
}

bool said_mark(const Said *said, char kind)
{
    const Sentence *s = said->sentence;
    if (s == NULL) return false;
    return who_marks(s->who, kind) ||
           (s->who != NULL && who_marks(s->who->except, kind)) ||
           (said_pred(said, PRED_SCOPE) && who_marks(s->object, kind));
}

static bool is_sub_type(int32_t type)
{
    return type == UNIT_BAGIAN || type == UNIT_SEKRETARIAT ||
           type == UNIT_BIDANG || type == UNIT_SUBBAGIAN ||
           type == UNIT_SUBBIDANG || type == UNIT_SEKSI;
}

bool term_is_sub(const Term *term)
{
    return term->kind == TERM_SECTION ||
           (term->kind == TERM_UNIT_TYPE && is_sub_type(term->value));
}

bool term_stands_in(const Term *term, TermTest *test)
{
    for (uint32_t i = 0; i < term->limit_count; i++) {
        if (term->limits[i].kind == LIMIT_UNITS &&
            who_has(term->limits[i].units, test))
            return true;
    }
    return test(term);
}

bool term_is_all(const Term *term)
{
    bool all = term->kind == TERM_STAFF_ALL || term->kind == TERM_ASN ||
               term_is_unit(term->kind);
    if (term_stands_in(term, term_is_sub)) return false;
    for (uint32_t i = 0; i < term->limit_count; i++) {
        LimitKind kind = term->limits[i].kind;
        all = all && (kind == LIMIT_UNITS || kind == LIMIT_THAT);
    }
    return all;
}
