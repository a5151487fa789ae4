/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "base/zone.h"
#include "circular/lex.h"
#include "circular/lint.h"

/*
 * Times of a letter are those of its government: WIB, WITA or WIT behind a time
 * changes nothing.  That is right only where it is the government's own zone;
 * of a letter looked at alone, where all its times are of one zone.
 */

/* The zone said at that token, not the first, right behind a time. */
static bool zone_said(const Lexed *lexed, uint32_t at, Zone *out)
{
    return lexed->tokens[at - 1].kind == TOKEN_CLOCK &&
           lexed->tokens[at].kind == TOKEN_WORD &&
           zone_parse(lexed->tokens[at].text, out);
}

/* The same instant by the other clock; of another day, or where a number is
 * written like a time: only that it is. */
static Str time_there(const Lint *l, Str time, int hours)
{
    enum { MINUTES_SHOWN = 3, HOURS_OF_DAY = 24 };
    int64_t hour = 0;
    size_t dot = time.len - MINUTES_SHOWN;
    if (!num_is(str_slice(time, 0, dot), 0, HOURS_OF_DAY, &hour) ||
        hour + hours < 0 || hour + hours >= HOURS_OF_DAY)
        return STR("...");
    return str_format(l->arena, "%02d%.*s", (int)hour + hours,
                      STR_ARG(str_slice(time, dot, time.len)));
}

static void say_other(const Lint *l, const Token *time, Zone said, Zone own)
{
    int hours = zone_offset_hours(own) - zone_offset_hours(said);
    Str there = time_there(l, time->text, hours);
    Str name = zone_name(own);
    Span span = {time->span.from, time[1].span.to};
    lint_say(l, DIAG_ERROR, "periksa-35", span,
             str_format(l->arena, "waktu %.*s, sedangkan waktu surat ini %.*s",
                        STR_ARG(zone_name(said)), STR_ARG(name)),
             str_format(l->arena,
                        "a time in %.*s, but this letter's are in "
                        "%.*s",
                        STR_ARG(zone_name(said)), STR_ARG(name)));
    diag_advise(l->diags,
                str_format(l->arena, "tulis '%.*s %.*s'", STR_ARG(there),
                           STR_ARG(name)),
                str_format(l->arena, "write '%.*s %.*s'", STR_ARG(there),
                           STR_ARG(name)));
}

static bool names_zone(Str text)
{
    static const Str zones[] = {STR_INIT(" WIB"), STR_INIT(" WITA"),
                                STR_INIT(" WIT")};
    bool named = false;
    for (size_t i = 0; i < COUNT(zones); i++)
        named |= str_find(text, zones[i], 0) != SIZE_MAX;
    return named;
}

/* The text is cut into words once more, and only where a zone is named. */
void lint_zone(const Lint *l)
{
    if (l->source == NULL || !names_zone(l->source->text)) return;
    const Lexicon *lexicon = lexicon_open(l->arena, l->tree->lang);
    Lexed lexed = lex_text(l->arena, l->source->text, lexicon);
    bool known = l->c != NULL;
    Zone own = known ? l->c->government->zone : ZONE_WIB;
    for (uint32_t at = 1; at < lexed.count; at++) {
        Zone said = ZONE_WIB;
        if (!zone_said(&lexed, at, &said)) continue;
        if (!known) own = said;
        known = true;
        if (said != own) say_other(l, &lexed.tokens[at - 1], said, own);
    }
}
