/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"
#include "circular/words.h"

/*
 * "Selama bekerja dari rumah, pegawai wajib ...": of those who are at home, of
 * everybody whom the subject names.  Where the subject is nobody, or already
 * somewhere else, it would hold for others than it seems to: that is refused.
 */

static bool takes_text(Reader *r, const char *word)
{
    bool is =
        !reader_done(r) && str_folded_is(reader_peek(r, 0)->text, str_of(word));
    r->at += is ? 1 : 0;
    return is;
}

/* own = "selama" ( letter "berlaku" | ( "masa berlaku" | "berlakunya" ) letter
 * ) | "while" letter "is in force" (or "effect") */
static bool takes_own_time(Reader *r)
{
    if (r->lang == LANG_EN)
        return takes_text(r, "while") && reader_this_letter(r) &&
               takes_text(r, "is") && takes_text(r, "in") &&
               (takes_text(r, "force") || takes_text(r, "effect"));
    if (!reader_takes(r, W_DURING)) return false;
    if (reader_takes(r, W_VALIDITY) || takes_text(r, "berlakunya"))
        return reader_this_letter(r);
    return reader_this_letter(r) && takes_text(r, "berlaku");
}

/* "selama surat edaran ini berlaku": all its time, which needs no word. */
bool reader_own_time(Reader *r)
{
    Reader look = *r;
    if (!takes_own_time(&look)) return false;
    r->at = look.at;
    return true;
}

bool reader_while(Reader *r, While *out)
{
    uint32_t from = r->at;
    Where where = WHERE_NONE;
    bool read = reader_takes(r, W_DURING) && reader_place(r, &where);
    Span span = reader_span(r, from);
    read = read && (reader_take(r, TOKEN_COMMA) || reader_take(r, TOKEN_COLON));
    if (!read) r->at = from;
    *out = (While){read ? where : WHERE_NONE, span};
    return read;
}

static void limit_to(Reader *r, Term *term, Where place)
{
    Limit *limits = NEW(r->arena, Limit, term->limit_count + 1);
    uint32_t count = 0;
    bool put = false;
    for (uint32_t i = 0; i < term->limit_count; i++) {
        const Limit *limit = &term->limits[i];
        bool behind = limit->kind == LIMIT_REF || limit->kind == LIMIT_UNITS;
        if (!put && behind)
            limits[count++] = (Limit){.kind = LIMIT_PLACE, .place = place};
        put |= behind || limit->kind == LIMIT_PLACE;
        limits[count++] = *limit;
    }
    if (!put) limits[count++] = (Limit){.kind = LIMIT_PLACE, .place = place};
    term->limits = limits;
    term->limit_count = count;
}

static Group group_at(Reader *r, const Group *group, Where place)
{
    Term *terms = NEW(r->arena, Term, group->count + 1);
    for (uint32_t t = 0; t < group->count; t++) {
        terms[t] = group->terms[t];
        limit_to(r, &terms[t], place);
    }
    return (Group){terms, group->count};
}

/* No thing is at work anywhere, nor anybody in two places. */
static bool term_may_be_at(const Term *term, Where place)
{
    for (uint32_t i = 0; i < term->limit_count; i++) {
        const Limit *limit = &term->limits[i];
        if (limit->kind == LIMIT_PLACE && limit->place != place) return false;
    }
    return term->kind != TERM_THING;
}

static bool may_be_at(const Who *who, Where place)
{
    if (who == NULL || who->group_count == 0) return false;
    for (uint32_t g = 0; g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            if (!term_may_be_at(&who->groups[g].terms[t], place)) return false;
        }
    }
    return true;
}

static bool fault_while(Reader *r, const While *during)
{
    Str text = str_slice(r->source->text, during->span.from, during->span.to);
    const Str what[2] = {text, text};
    const Str place[2] = {where_text(during->place, LANG_ID),
                          where_text(during->place, LANG_EN)};
    return reader_fault2(r, FAULT_WHILE_NOBODY, during->span, what, place);
}

bool reader_keep_while(Reader *r, Sentence *s, const While *during)
{
    if (during->place == WHERE_NONE) return true;
    if (!may_be_at(s->who, during->place)) return fault_while(r, during);
    Who *who = NEW(r->arena, Who, 1);
    Group *groups = NEW(r->arena, Group, s->who->group_count + 1);
    *who = *s->who;
    for (uint32_t g = 0; g < who->group_count; g++)
        groups[g] = group_at(r, &s->who->groups[g], during->place);
    who->groups = groups;
    s->who = who;
    return true;
}
