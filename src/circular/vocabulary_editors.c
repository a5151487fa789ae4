/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"
#include "circular/vocabulary_part.h"

/*
 * Syntax files of editors: groups of classes, longest phrases first, both
 * languages in one.
 */

typedef struct {
    const char *name, *vim, *scope;
    unsigned classes; /* bits of PhraseClass */
} Colour;

#define C(class) (1U << CLASS_##class)

static const Colour colours[] = {
    {"Refused",  "Error",      "invalid.illegal",         C(REFUSED)               },
    {"Strength", "Statement",  "keyword.control",
     C(STRENGTH) | C(STATE) | C(CONSEQUENCE)                                       },
    {"Place",    "Constant",   "constant.language",       C(PLACE)                 },
    {"Verb",     "Function",   "entity.name.function",    C(VERB)                  },
    {"Term",     "Type",       "support.type",            C(TERM) | C(THING)       },
    {"Measure",  "Number",     "constant.numeric",
     C(COUNT) | C(MONTH) | C(WEEKDAY) | C(NUMBER)                                  },
    {"Head",     "PreProc",    "keyword.other.directive",
     C(HEAD) | C(RELATION) | C(LETTER)                                             },
    {"Word",     "Keyword",    "keyword.operator",        C(FUNCTION) | C(COURTESY)},
    {"Gloss",    "Identifier", "variable.other.constant", C(GLOSS)                 },
};

static bool is_coloured(const Entry *entry, const Colour *colour)
{
    return (colour->classes & (1U << entry->class)) != 0;
}

/* The longest behind the one before it. */
static const Entry *next_longest(const Entries *both, const Colour *colour,
                                 const Entry *before)
{
    const Entry *best = NULL;
    for (size_t l = 0; l < 2; l++) {
        for (size_t i = 0; i < both[l].list.count; i++) {
            const Entry *e = &both[l].list.at[i];
            if (!is_coloured(e, colour)) continue;
            bool later = before == NULL || e->text.len < before->text.len ||
                         (e->text.len == before->text.len &&
                          str_order(e->text, before->text) > 0);
            bool better = best == NULL || e->text.len > best->text.len ||
                          (e->text.len == best->text.len &&
                           str_order(e->text, best->text) < 0);
            if (later && better) best = e;
        }
    }
    return best;
}

/* Alternatives, with what a pattern would take for a sign escaped. */
static Str pattern(Arena *arena, const Entries *both, const Colour *colour,
                   const char *bar)
{
    Buf out = buf_in(arena);
    for (const Entry *e = next_longest(both, colour, NULL); e != NULL;
         e = next_longest(both, colour, e)) {
        if (out.len > 0) buf_c(&out, bar);
        for (size_t i = 0; i < e->text.len; i++) {
            char c = e->text.ptr[i];
            if (c == '.' || c == '*' || c == '[' || c == '+' || c == '?')
                buf_char(&out, '\\');
            buf_char(&out, c);
        }
    }
    return buf_str(&out);
}

void vocabulary_vim(Buf *out)
{
    Entries both[2];
    vocabulary_both(out->arena, both);
    buf_c(out, "\" edaran.vim - letters of Tata Kerja; made by "
               "build/tools/mklanguage vim\n"
               "if exists(\"b:current_syntax\")\n  finish\nendif\n"
               "syntax case ignore\n");
    for (size_t i = COUNT(colours); i-- > 0;)
        buf_format(out, "syntax match edaran%s =\\<\\%%(%.*s\\)\\k\\@!=\n",
                   colours[i].name,
                   STR_ARG(pattern(out->arena, both, &colours[i], "\\|")));
    buf_c(out,
          "syntax match edaranFigure =\\<\\d[0-9.,:]*=\n"
          "syntax match edaranParagraph =^\\s*(\\d\\+[a-z]\\?)=\n"
          "syntax match edaranRule =^\\s*\\%(aturan\\|rule\\) \\d\\+[A-Z]\\?=\n"
          "syntax region edaranText start=+\"+ end=+\"+\n"
          "syntax match edaranComment =\\%(^\\|\\s\\)--\\s.*$=\n");
    for (size_t i = 0; i < COUNT(colours); i++)
        buf_format(out, "highlight default link edaran%s %s\n", colours[i].name,
                   colours[i].vim);
    buf_c(out, "highlight default link edaranFigure Number\n"
               "highlight default link edaranParagraph Label\n"
               "highlight default link edaranRule Title\n"
               "highlight default link edaranText String\n"
               "highlight default link edaranComment Comment\n"
               "let b:current_syntax = \"edaran\"\n");
}

static void put_match(Json *json, Str match, const char *scope)
{
    json_open(json, NULL, '{');
    json_text(json, "name", str_of(scope));
    json_text(json, "match", match);
    json_close(json);
}

static void put_text_region(Json *json)
{
    json_open(json, NULL, '{');
    json_text(json, "name", STR("string.quoted.double.edaran"));
    json_text(json, "begin", STR("\""));
    json_text(json, "end", STR("\"|^\\s*$"));
    json_close(json);
}

void vocabulary_vscode(Buf *out)
{
    Entries both[2];
    Arena *arena = out->arena;
    Json json = json_in(out);
    vocabulary_both(arena, both);
    json_open(&json, NULL, '{');
    json_text(&json, "comment", STR("made by build/tools/mklanguage vscode"));
    json_text(&json, "name", STR("Tata Kerja: edaran"));
    json_text(&json, "scopeName", STR("source.edaran"));
    json_open(&json, "patterns", '[');
    put_match(&json, STR("(^|\\s)--\\s.*$"), "comment.line.edaran");
    put_text_region(&json);
    put_match(&json, STR("(?i)^\\s*(aturan|rule) \\d+[A-Z]?"),
              "entity.name.section.edaran");
    put_match(&json, STR("^\\s*\\(\\d+[a-z]?\\)"), "entity.name.tag.edaran");
    for (size_t i = 0; i < COUNT(colours); i++) {
        Str words = pattern(arena, both, &colours[i], "|");
        put_match(
            &json,
            str_format(arena, "(?i)(?<![\\p{L}\\d])(?:%.*s)(?![\\p{L}\\d])",
                       STR_ARG(words)),
            str_c(arena, str_format(arena, "%s.edaran", colours[i].scope)));
    }
    put_match(&json, STR("\\b\\d[0-9.,:]*"), "constant.numeric.edaran");
    json_close(&json);
    json_close(&json);
}
