/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/types_text.h"

#include "circular/clause_types.h"
#include "sheet/say.h"

enum { CODE_WIDTH = 10, NAME_WIDTH = 42, PLACE_WIDTH = 22 };

/* The text, and blanks up to the width in code points. */
static void put_cell(Buf *out, Str text, size_t width)
{
    buf_put(out, text);
    for (size_t i = str_columns(text); i < width; i++)
        buf_char(out, ' ');
    buf_char(out, ' ');
}

/* "aturan 2 ayat (1)", or the line of the head. */
static Str place_of(Arena *arena, const Source *source,
                    const ClauseTypeUse *use, Lang lang)
{
    int line = 0;
    int column = 0;
    if (use->rule != NULL && use->rule->number.len > 0)
        return str_format(arena,
                          lang == LANG_ID ? "aturan %.*s ayat (%.*s)"
                                          : "rule %.*s paragraph (%.*s)",
                          STR_ARG(use->rule->number),
                          STR_ARG(use->sentence->paragraph));
    diag_place(source, use->span.from, &line, &column);
    return str_format(arena, lang == LANG_ID ? "baris %d" : "line %d", line);
}

static void put_use(Buf *out, const Source *source, ClauseType type,
                    const ClauseTypeUse *use, Lang lang)
{
    ClauseTypeRow row = clause_type_row(type);
    put_cell(out, row.code, CODE_WIDTH);
    put_cell(out, row.name[lang], NAME_WIDTH);
    put_cell(out, place_of(out->arena, source, use, lang), PLACE_WIDTH);
    say_format(out, lang, "%s\n", "%s\n",
               lang == LANG_ID
                   ? use->computed ? "dihitung" : "dicatat, tidak dihitung"
               : use->computed ? "computed"
                               : "recorded, not computed");
}

void types_text(const CorpusInput *letter, Lang lang, Buf *out)
{
    ClauseTypeUse uses[CLAUSE_TYPE_COUNT];
    uint32_t used = 0;
    clause_types_of(letter->tree, uses);
    for (int i = 0; i < CLAUSE_TYPE_COUNT; i++)
        used += uses[i].used;
    Str name = letter->source->name;
    say_format(out, lang, "\n%.*s: %u dari %d jenis ketentuan\n",
               "\n%.*s: %u of %d types of clause\n", STR_ARG(name), used,
               (int)CLAUSE_TYPE_COUNT);
    for (int i = 0; i < CLAUSE_TYPE_COUNT; i++) {
        if (uses[i].used)
            put_use(out, letter->source, (ClauseType)i, &uses[i], lang);
    }
}

/* ---- what is only kept ----------------------------------------------------
 */

static void put_recorded(Buf *out, const Rule *rule, const Sentence *s,
                         Lang lang, bool first)
{
    if (first)
        say_format(out, lang,
                   "Dicatat, tidak dihitung: ", "Recorded, not computed: ");
    else
        buf_c(out, ", ");
    say_format(out, lang, "aturan %.*s ayat (%.*s)",
               "rule %.*s paragraph (%.*s)", STR_ARG(rule->number),
               STR_ARG(s->paragraph));
}

void recorded_text(const CorpusInput *letter, Lang lang, Buf *out)
{
    bool first = true;
    for (uint32_t r = 0; r < letter->tree->rule_count; r++) {
        const Rule *rule = &letter->tree->rules[r];
        for (uint32_t i = 0; i < rule->sentence_count; i++) {
            if (clause_is_computed(&rule->sentences[i])) continue;
            put_recorded(out, rule, &rule->sentences[i], lang, first);
            first = false;
        }
    }
    if (!first) buf_c(out, ".\n");
}
