/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/saying.h"

#include "circular/print.h"

void saying_add(Saying *s, Bearing bearing, Str cite, Str text)
{
    if (s->out->step_count == COUNT(s->out->steps)) return;
    s->out->steps[s->out->step_count++] = (ExplainStep){bearing, cite, text};
}

Str saying_pick(const Saying *s, Str indonesian, Str english)
{
    return s->lang == LANG_ID ? indonesian : english;
}

Str saying_cite(const Saying *s, ClauseId id)
{
    return id.index == NO_INDEX ? (Str){"", 0} : corpus_clause(s->c, id)->cite;
}

Str saying_words(const Saying *s, ClauseId id)
{
    return cite_words(s->arena, s->c, saying_cite(s, id), s->lang);
}

/* The sentence of the rule itself, as the letter has it. */
Str saying_rule(const Saying *s, ClauseId id)
{
    Buf text = buf_in(s->arena);
    sentence_print(corpus_clause(s->c, id)->sentence, s->lang, &text);
    return str_trim(buf_str(&text));
}

/* "aturan 5 ayat (1) SE ...: " and its sentence. */
void saying_clause(Saying *s, ClauseId id)
{
    Str cite = saying_words(s, id);
    Str text = saying_rule(s, id);
    saying_add(
        s, BEARING_APPLIED, saying_cite(s, id),
        str_format(s->arena, "%.*s: %.*s", STR_ARG(cite), STR_ARG(text)));
}

/* ---- the letter -------------------------------------------------------------
 */

static Window window_on(const CorpusLetter *letter, Date day)
{
    for (uint32_t w = 0; w < letter->window_count; w++) {
        if (window_has(letter->windows[w], day)) return letter->windows[w];
    }
    return WINDOW_ALL;
}

static Str until_words(const Saying *s, Date last)
{
    bool open = date_is(last, DATE_NEVER);
    if (open && s->lang == LANG_ID) return STR("sampai ditentukan kemudian");
    if (open) return STR("until further notice");
    Str day = date_words(s->arena, last, s->lang);
    return str_format(s->arena,
                      s->lang == LANG_ID ? "sampai dengan %.*s"
                                         : "until and including %.*s",
                      STR_ARG(day));
}

Str saying_window(const Saying *s, Window w)
{
    Str until = until_words(s, w.last);
    if (date_is(w.first, DATE_ALWAYS)) return until; /* nobody said from when */
    Str first = date_words(s->arena, w.first, s->lang);
    if (date_is(w.first, w.last))
        return str_format(s->arena,
                          s->lang == LANG_ID ? "pada %.*s" : "on %.*s",
                          STR_ARG(first));
    const char *since = s->lang == LANG_ID ? "sejak " : "since ";
    return str_format(s->arena, "%s%.*s %.*s",
                      date_is(w.last, DATE_NEVER) ? since : "", STR_ARG(first),
                      STR_ARG(until));
}

/* "SE X berlaku 23 Maret ...", and by which amendment, if one moved it. */
void saying_letter(Saying *s, const Directive *d, uint32_t index)
{
    const CorpusLetter *letter = &s->c->letters[index];
    Str name = cite_letter(s->arena, s->c, index, s->lang);
    Str when = saying_window(s, window_on(letter, law_date(s->day)));
    Str text = str_format(s->arena,
                          s->lang == LANG_ID ? "%.*s berlaku %.*s"
                                             : "%.*s is in force %.*s",
                          STR_ARG(name), STR_ARG(when));
    if (d->extended_by != NO_INDEX) {
        Str by = cite_letter(s->arena, s->c, d->extended_by, s->lang);
        text =
            str_format(s->arena,
                       s->lang == LANG_ID ? "%.*s, menurut perubahan dalam %.*s"
                                          : "%.*s, as amended by %.*s",
                       STR_ARG(text), STR_ARG(by));
    }
    if (letter->status_assumed)
        text = str_format(s->arena,
                          s->lang == LANG_ID
                              ? "%.*s (tanggal status diandaikan)"
                              : "%.*s (the dates of the status are assumed)",
                          STR_ARG(text));
    saying_add(s, BEARING_FACT, letter->cite,
               str_format(s->arena, "%.*s.", STR_ARG(text)));
}
