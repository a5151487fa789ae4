/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/*
 * Whom a letter or a rule leaves out, in the words of letters: "Aturan 1 tidak
 * berlaku bagi guru", "Guru dikecualikan dari aturan 1", "Dikecualikan dari
 * aturan 1 ialah guru".  All are one sentence of the tree.
 */

/* letter = "surat edaran ini" | "this circular" */
bool reader_this_letter(Reader *r)
{
    uint32_t words = 0;
    bool english = r->lang == LANG_EN;
    uint32_t at = r->at + (english ? 1 : 0);
    if (english && !reader_sees(r, W_THIS)) return false;
    if (reader_phrase(r, at, CLASS_LETTER, &words) == NULL) return false;
    if (!english && !reader_sees_at(r, at + words, W_THIS)) return false;
    r->at = at + words + (english ? 0 : 1);
    return true;
}

static bool sees_bagi(const Reader *r)
{
    return str_folded_is(reader_peek(r, 0)->text, STR("bagi"));
}

/* "Dikecualikan dari aturan 1 adalah", "... bagi": where that word stands. */
static uint32_t scope_word(const Reader *r)
{
    Reader look = *r;
    if (r->lang != LANG_ID || !reader_sees(r, W_DEROGATE)) return r->end;
    for (; !reader_done(&look); look.at++) {
        if (reader_sees(&look, W_BEING) || sees_bagi(&look)) return look.at;
        if (reader_is(&look, TOKEN_COLON)) break;
        if (!reader_take(&look, TOKEN_COMMA)) continue;
        if (!reader_sees_ref(&look)) break; /* behind a frame */
    }
    return r->end;
}

bool reader_sees_scope_first(const Reader *r)
{
    return scope_word(r) < r->end;
}

/* what = "surat edaran ini" | refs */
static bool take_scoped(Reader *r, Sentence *out)
{
    out->pred = PRED_SCOPE;
    out->subject = SUBJECT_LETTER;
    if (str_folded_is(reader_peek(r, 0)->text, STR("ketentuan")) &&
        !reader_sees_ref(r))
        r->at++;
    if (reader_this_letter(r)) return true;
    out->subject = SUBJECT_REF;
    return reader_refs(r, &out->refs, &out->ref_count);
}

/* scope = "dikecualikan dari" what ( "ialah" | "bagi" ) who */
bool reader_scope_first(Reader *r, Sentence *out)
{
    (void)reader_takes(r, W_DEROGATE);
    if (!take_scoped(r, out)) return false;
    if (!reader_takes(r, W_BEING) && sees_bagi(r)) r->at++;
    return reader_scoped(r, out);
}

/* scope = who "dikecualikan dari" what */
bool reader_scope_behind(Reader *r, Sentence *out)
{
    if (out->subject != SUBJECT_WHO) return reader_no_predicate(r, out->who);
    (void)reader_takes(r, W_DEROGATE);
    out->object = out->who;
    out->who = NULL;
    return take_scoped(r, out);
}

/* Behind "tidak berlaku bagi": people and units, or their list. */
bool reader_scoped(Reader *r, Sentence *out)
{
    if (reader_is(r, TOKEN_COLON)) return reader_listed(r, &out->object);
    return reader_who(r, WHO_TAIL, &out->object);
}

/* "tanpa izin" stands where nobody is forbidden anything. */
bool reader_without_leave_fits(Reader *r, const Sentence *s)
{
    bool forbids = s->pred == PRED_DO || s->pred == PRED_RECORDED_DO;
    if (r->without_leave.to == 0 ||
        (forbids && s->strength == STRENGTH_MUST_NOT))
        return true;
    Str word =
        str_slice(r->source->text, r->without_leave.from, r->without_leave.to);
    Strength said = s->strength == STRENGTH_NONE ? STRENGTH_MAY : s->strength;
    const Str strength[2] = {strength_text(said, LANG_ID),
                             strength_text(said, LANG_EN)};
    const Str what[2] = {word, word};
    return reader_fault2(r, FAULT_TAIL_MISFIT, r->without_leave, what,
                         strength);
}
