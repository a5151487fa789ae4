/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/* by = "menurut" key { "dan" key }; the keys are kept joined by "dan" */
static bool take_keys(Reader *r, Frame *frame, uint32_t *keys)
{
    Buf text = buf_in(r->arena);
    frame->kind = FRAME_BY;
    do {
        Str key = {0};
        if (!reader_gloss(r, &key)) return false;
        if (*keys > 0) buf_c(&text, " dan ");
        buf_put(&text, key);
        (*keys)++;
    } while (reader_takes(r, W_AND));
    frame->words = buf_str(&text);
    return true;
}

/* if = "jika" event [ "pada" unit ] */
static bool take_if(Reader *r, Frame *frame)
{
    uint32_t to = r->at;
    frame->kind = FRAME_IF;
    while (to < r->end && r->lexed.tokens[to].kind != TOKEN_COLON &&
           r->lexed.tokens[to].kind != TOKEN_COMMA &&
           !reader_sees_at(r, to, W_IN))
        to++;
    if (to == r->at)
        return reader_expected(r, STR("peristiwa"), STR("an event"));
    frame->words = reader_free_text(r, to);
    if (!reader_takes(r, W_IN)) return true;
    return reader_who(r, WHO_UNITS, &frame->who);
}

/* "Bagi perangkat daerah yang melaksanakan 6 hari kerja": units, not people. */
static bool sees_for_units(const Reader *r)
{
    uint32_t words = 0;
    if (r->lang != LANG_ID ||
        !str_folded_is(reader_peek(r, 0)->text, STR("bagi")))
        return false;
    const Phrase *term = reader_phrase(r, r->at + 1, CLASS_TERM, &words);
    return (term != NULL && term_is_unit(lexicon_term(term->id)->kind)) ||
           str_folded_is(reader_peek(r, 1)->text, STR("instansi"));
}

static bool sees_frame(const Reader *r)
{
    uint32_t words = 0;
    if (reader_phrase(r, r->at, CLASS_PLACE, &words) != NULL) return false;
    if (reader_sees(r, W_DEROGATE)) return !reader_sees_scope_first(r);
    return reader_sees(r, W_IN_EVERY) || reader_sees_when(r) ||
           reader_sees(r, W_IN) || reader_sees(r, W_IF) ||
           reader_sees(r, W_ACCORDING_TO) || sees_for_units(r);
}

/* frame = "dikecualikan dari" refs | "pada setiap" units | when | "pada" units
 *       | if | by */
static bool take_frame(Reader *r, Frame *frame, uint32_t *keys)
{
    if (reader_takes(r, W_DEROGATE)) {
        frame->kind = FRAME_DEROGATE;
        return reader_refs(r, &frame->refs, &frame->ref_count);
    }
    if (reader_takes(r, W_IN_EVERY)) {
        frame->kind = FRAME_EACH;
        return reader_who(r, WHO_UNITS, &frame->who);
    }
    if (reader_sees_when(r)) {
        frame->kind = FRAME_WHEN;
        return reader_when(r, &frame->when);
    }
    if (reader_takes(r, W_IF)) return take_if(r, frame);
    if (reader_takes(r, W_ACCORDING_TO)) return take_keys(r, frame, keys);
    if (sees_for_units(r))
        r->at++;
    else
        (void)reader_takes(r, W_IN);
    frame->kind = FRAME_AT;
    return reader_who(r, WHO_UNITS, &frame->who);
}

/* A comma ends the frames only before what cannot go on a list of units. */
static bool comma_ends(const Reader *r, const Frame *frame)
{
    uint32_t words = 0;
    return frame->kind == FRAME_WHEN || frame->kind == FRAME_IF ||
           reader_sees(r, W_REST) ||
           (frame->kind != FRAME_BY && reader_sees_person(r, r->at)) ||
           (frame->kind == FRAME_AT &&
            reader_phrase(r, r->at, CLASS_THING, &words) != NULL) ||
           reader_phrase(r, r->at, CLASS_PLACE, &words) != NULL;
}

static bool names_unit(const Frame *frame)
{
    return frame->who != NULL ||
           (frame->kind == FRAME_WHEN && frame->when.period.len > 0);
}

static bool fault_colon(Reader *r, uint32_t from)
{
    uint32_t words = 0;
    if (reader_phrase(r, r->at, CLASS_REFUSED, &words) != NULL)
        return reader_expected(r, STR(""), STR(""));
    return reader_no_colon(r, from);
}

/* frames = frame { "," frame } ( ":" | "," ) */
bool reader_frames(Reader *r, Sentence *out, uint32_t *keys)
{
    VEC(Frame) frames = {0};
    bool more = sees_frame(r);
    if (reader_sees(r, W_EXCEPT))
        return reader_fault(r, FAULT_EXCEPT_FIRST, reader_here(r), STR(""));
    while (more) {
        Frame frame = {.when = when_empty()};
        uint32_t from = r->at;
        r->framing = true;
        bool read = take_frame(r, &frame, keys);
        r->framing = false;
        if (!read) return false;
        frame.span = reader_span(r, from);
        for (size_t i = 0; i < frames.count; i++) {
            if (frames.at[i].kind == frame.kind)
                return reader_fault(r, FAULT_FRAME_TWICE, frame.span, STR(""));
        }
        VEC_PUSH(r->arena, &frames, frame);
        r->framed = r->framed || names_unit(&frame);
        bool comma = reader_take(r, TOKEN_COMMA);
        more = comma && sees_frame(r);
        if (!comma && !reader_take(r, TOKEN_COLON)) return fault_colon(r, from);
        if (comma && !more && !comma_ends(r, &frame))
            return fault_colon(r, from);
    }
    out->frames = frames.at;
    out->frame_count = (uint32_t)frames.count;
    return true;
}
