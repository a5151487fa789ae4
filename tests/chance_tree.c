/* SPDX-License-Identifier: Apache-2.0 */
#include "chance_tree.h"

#include "chance_sentence.h"
#include "chance_who.h"

/* ---- letters --------------------------------------------------------------
 */

static When no_when(void)
{
    return (When){.window = WINDOW_ALL, .from_minute = -1, .last_minute = -1};
}

static void put_rules(const ChanceWords *w, Letter *letter)
{
    uint32_t count = 1 + chance_below(w, 3);
    Rule *rules = NEW(w->arena, Rule, count);
    for (uint32_t i = 0; i < count; i++) {
        Rule *rule = &rules[i];
        rule->number =
            str_format(w->arena, "%u%s", i + 1, chance_is(w, 10) ? "A" : "");
        rule->title = chance_text(w);
        if (chance_is(w, 20)) rule->title_en = chance_text(w);
        rule->valid = no_when();
        if (chance_is(w, 10)) rule->valid = chance_when(w);
        rule->comments = chance_comments(w, &rule->comment_count);
        rule->comment_behind = chance_behind(w);
        chance_sentences(w, rule);
    }
    letter->rules = rules;
    letter->rule_count = count;
}

static void put_change(const ChanceWords *w, Change *change)
{
    *change = (Change){.kind = (ChangeKind)chance_below(w, 4),
                       .valid = no_when(),
                       .rule.valid = no_when()};
    change->comments = chance_comments(w, &change->comment_count);
    change->comment_behind = chance_behind(w);
    if (change->kind == CHANGE_VALIDITY) {
        change->valid = chance_when(w);
        return;
    }
    change->target = (Ref){.rule = STR("2"), .paragraph = STR("")};
    if (change->kind == CHANGE_DELETE) return;
    if (change->kind == CHANGE_INSERT) change->rule.number = STR("2A");
    if (change->kind == CHANGE_INSERT && chance_is(w, 40))
        change->next = (Ref){.rule = STR("3"), .paragraph = STR("")};
    if (change->kind == CHANGE_INSERT || chance_is(w, 30))
        change->rule.title = chance_text(w);
    chance_sentences(w, &change->rule);
}

static void put_changes(const ChanceWords *w, Letter *letter)
{
    uint32_t count = 1 + chance_below(w, 2);
    Change *changes = NEW(w->arena, Change, count);
    for (uint32_t i = 0; i < count; i++)
        put_change(w, &changes[i]);
    letter->changes = changes;
    letter->change_count = count;
}

static void put_example(const ChanceWords *w, Example *e)
{
    *e = (Example){.date = chance_date(w), .known = DATE_NEVER};
    bool unit = chance_is(w, 40);
    const TermRow *row = NULL;
    e->who = chance_unit(w);
    if (unit) e->unit_of = 1 + (int32_t)chance_below(w, 90);
    while (!unit &&
           (row == NULL || !term_is_person(row->kind) || row->word.len == 0))
        row = lexicon_term((int32_t)chance_below(w, (uint32_t)lexicon_terms()));
    Term *term = NEW(w->arena, Term, 1);
    if (!unit) {
        *term = (Term){.kind = row->kind, .value = row->value};
        e->who = chance_alone(w, term);
    }
    e->usual = chance_is(w, 30);
    e->clash = !e->usual && chance_is(w, 20);
    bool placed = !e->usual && !e->clash;
    if (placed) e->where = (Where)(WHERE_OFFICE + chance_below(w, 4));
    if (placed && unit) e->amount = chance_amount(w, true);
    if (chance_is(w, 50)) e->because = chance_ref(w);
    if (chance_is(w, 30)) e->known = chance_date(w);
    e->comments = chance_comments(w, &e->comment_count);
    e->comment_behind = chance_behind(w);
}

static void put_ends(const ChanceWords *w, Letter *letter)
{
    Annex *annex = NEW(w->arena, Annex, 1);
    Example *examples = NEW(w->arena, Example, 3);
    *annex = (Annex){.file = STR("daftar.csv"), .title = chance_text(w)};
    letter->annexes = annex;
    letter->annex_count = chance_is(w, 20);
    letter->examples = examples;
    letter->example_count = chance_is(w, 40) ? 1 + chance_below(w, 3) : 0;
    for (uint32_t i = 0; i < letter->example_count; i++)
        put_example(w, &examples[i]);
    letter->comments = chance_comments(w, &letter->comment_count);
}

static Relation some_relation(const ChanceWords *w)
{
    static const char *const kinds[] = {"Instruksi Gubernur", "surat edaran",
                                        "kebijakan", "Keputusan Presiden"};
    Relation rel = {.kind = (RelationKind)chance_below(w, RELATION_DEPARTS + 1),
                    .from = DATE_ALWAYS,
                    .to.date = DATE_ALWAYS,
                    .last.date = DATE_ALWAYS,
                    .from_minute = -1};
    rel.to.kind = str_of(kinds[chance_below(w, COUNT(kinds))]);
    if (chance_is(w, 80)) rel.to.number = chance_number_of_letter(w);
    if (chance_is(w, 20)) rel.to.date = chance_date(w);
    if (chance_is(w, 20)) {
        rel.last.kind = STR("surat edaran");
        rel.last.number = chance_number_of_letter(w);
    }
    if (chance_is(w, 20)) rel.matter = chance_text(w);
    if (chance_is(w, 20)) rel.from = chance_date(w);
    return rel;
}

static void put_relations(const ChanceWords *w, Letter *letter)
{
    letter->relation_count = chance_below(w, 3);
    Relation *list = NEW(w->arena, Relation, letter->relation_count);
    for (uint32_t i = 0; i < letter->relation_count; i++)
        list[i] = some_relation(w);
    letter->relations = list;
}

static void put_lines(const ChanceWords *w, Letter *letter)
{
    if (chance_is(w, 60)) letter->title = chance_text(w);
    if (letter->title.len > 0 && chance_is(w, 20))
        letter->title_en = chance_text(w);
    if (chance_is(w, 50)) letter->issuer = chance_line(w);
    if (chance_is(w, 50)) letter->signer = chance_line(w);
    if (letter->signer.len > 0 && chance_is(w, 50))
        letter->signer_as = chance_line(w);
    if (chance_is(w, 60)) letter->enacted = chance_date(w);
    if (chance_is(w, 20)) letter->announced = chance_date(w);
    if (!date_is(letter->announced, DATE_ALWAYS) && chance_is(w, 50))
        letter->announcer = chance_line(w);
    if (chance_is(w, 60)) letter->valid = chance_when(w);
    if (chance_is(w, 20)) letter->returns = chance_date(w);
    if (chance_is(w, 20)) letter->review_rhythm = chance_duration(w);
    if (chance_is(w, 40))
        letter->covering = chance_who(w, CHANCE_PEOPLE, false);
    if (chance_is(w, 20)) {
        letter->share_base = chance_who(w, CHANCE_PEOPLE, false);
        letter->share_rounding = chance_is(w, 50) ? ROUND_UP : ROUND_DOWN;
    }
}

static const Str *texts(const ChanceWords *w, uint32_t *count)
{
    *count = chance_is(w, 30) ? 1 + chance_below(w, 3) : 0;
    Str *list = NEW(w->arena, Str, *count);
    for (uint32_t i = 0; i < *count; i++)
        list[i] = chance_text(w);
    return list;
}

/* Beside lines that are there: the first, and notes. */
static void put_line_comments(const ChanceWords *w, Letter *letter)
{
    LineComment *list = NEW(w->arena, LineComment, 2 + letter->note_count);
    uint32_t n = 0;
    if (chance_is(w, 20))
        list[n++] = (LineComment){LINE_FIRST, 0, false, chance_comment(w)};
    if (chance_is(w, 20))
        list[n++] = (LineComment){LINE_FIRST, 0, true, chance_comment(w)};
    for (uint32_t i = 0; i < letter->note_count; i++) {
        if (!chance_is(w, 30)) continue;
        list[n++] =
            (LineComment){LINE_NOTE, i, chance_is(w, 50), chance_comment(w)};
    }
    letter->line_comments = list;
    letter->line_comment_count = n;
}

Letter chance_letter(Arena *arena, Rand *rand)
{
    const ChanceWords words = chance_words(arena, rand);
    const ChanceWords *w = &words;
    Letter letter = {.kind = (LetterKind)chance_below(w, LETTER_ORAL + 1),
                     .enacted = DATE_ALWAYS,
                     .announced = DATE_ALWAYS,
                     .returns = DATE_ALWAYS,
                     .valid = no_when()};
    letter.lang = chance_is(w, 50) ? LANG_ID : LANG_EN;
    if (chance_is(w, 80))
        letter.number = chance_number_of_letter(w);
    else
        letter.name = chance_text(w);
    letter.number_missing = letter.name.len > 0 && chance_is(w, 50);
    put_lines(w, &letter);
    letter.considering = texts(w, &letter.considering_count);
    letter.notes = texts(w, &letter.note_count);
    put_relations(w, &letter);
    put_line_comments(w, &letter);
    if (chance_is(w, 20)) put_changes(w, &letter);
    put_rules(w, &letter);
    put_ends(w, &letter);
    return letter;
}
