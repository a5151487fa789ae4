/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public_letter_ties.c - of a letter: what it is to others, what it changed.
 */
#include "circular/print.h"
#include "web/public_letter.h"

static const Corpus *corpus_of(const Page *page)
{
    return page->visit->view->corpus;
}

static const Letter *tree_of(const Page *page, uint32_t letter)
{
    return corpus_of(page)->letters[letter].tree;
}

/* ---- what it is to others -------------------------------------------------
 */

static const char *const relation_words[][2] = {
    [RELATION_AMENDS] = {N_("It changes"),    N_("Changed by")      },
    [RELATION_REVOKES] = {N_("Revokes"),       N_("Revoked by")      },
    [RELATION_BESIDE] = {N_("Stands beside"), N_("Beside it stands")},
    [RELATION_BASED] = {N_("Rests on"),      N_("On it rests")     },
    [RELATION_DEPARTS] = {N_("Departs from"),  N_("From it departs") },
};

static void put_instrument(Page *page, const Instrument *to)
{
    uint32_t letter = letter_view_cited(corpus_of(page), to->number);
    if (letter != NO_INDEX) {
        public_put_letter(page, letter);
        return;
    }
    page_text(page, to->kind);
    page_put(page, HTML(" "));
    page_text(page, to->number);
}

static void put_matter(Page *page, const Relation *relation)
{
    if (relation->matter.len == 0) return;
    page_put(page, HTML("<br>"));
    PAGE_SAY(page, "on “{matter}”", {"matter", relation->matter});
}

static void put_own_relations(Page *page, uint32_t letter)
{
    const Letter *tree = tree_of(page, letter);
    for (uint32_t i = 0; i < tree->relation_count; i++) {
        const Relation *relation = &tree->relations[i];
        part_row_open(page, relation_words[relation->kind][0]);
        put_instrument(page, &relation->to);
        put_matter(page, relation);
        part_row_close(page);
    }
}

static void put_relations_of(Page *page, uint32_t by, uint32_t letter)
{
    const Corpus *corpus = corpus_of(page);
    const Letter *tree = tree_of(page, by);
    for (uint32_t i = 0; i < tree->relation_count; i++) {
        const Relation *relation = &tree->relations[i];
        if (!letter_number_is(corpus->letters[letter].cite,
                              relation->to.number))
            continue;
        part_row_open(page, relation_words[relation->kind][1]);
        public_put_letter(page, by);
        part_row_close(page);
    }
}

static bool is_related(const Page *page, uint32_t letter)
{
    const Corpus *corpus = corpus_of(page);
    if (tree_of(page, letter)->relation_count > 0) return true;
    for (uint32_t by = 0; by < corpus->letter_count; by++) {
        const Letter *tree = corpus->letters[by].tree;
        for (uint32_t i = 0; i < tree->relation_count; i++) {
            if (letter_number_is(corpus->letters[letter].cite,
                                 tree->relations[i].to.number))
                return true;
        }
    }
    return false;
}

void public_letter_put_relations(Page *page, uint32_t letter)
{
    const Corpus *corpus = corpus_of(page);
    if (!is_related(page, letter)) return;
    part_open(page);
    part_heading(page, N_("With other letters"));
    part_rows(page);
    put_own_relations(page, letter);
    for (uint32_t by = 0; by < corpus->letter_count; by++) {
        if (by != letter && !corpus->letters[by].decision)
            put_relations_of(page, by, letter);
    }
    part_rows_end(page);
    part_close(page);
}

/* ---- what it changed ------------------------------------------------------
 */

static void put_target(Page *page, const Change *change)
{
    static const char *const whole[] = {
        [CHANGE_REPLACE] = N_("Rule {rule} is replaced"),
        [CHANGE_DELETE] = N_("Rule {rule} is deleted"),
        [CHANGE_INSERT] = N_("After rule {rule} something is inserted"),
    };
    static const char *const part[] = {
        [CHANGE_REPLACE] = N_("Rule {rule} paragraph ({paragraph}) is "
                              "replaced"),
        [CHANGE_DELETE] = N_("Rule {rule} paragraph ({paragraph}) is deleted"),
        [CHANGE_INSERT] = N_("After rule {rule} paragraph ({paragraph}) "
                             "something is inserted"),
    };
    if (change->target.paragraph.len == 0)
        PAGE_SAY(page, whole[change->kind], {"rule", change->target.rule});
    else
        PAGE_SAY(page, part[change->kind], {"rule", change->target.rule},
                 {"paragraph", change->target.paragraph});
}

static void put_sentence(Page *page, const Sentence *sentence)
{
    Buf out = buf_in(page->arena);
    sentence_print(sentence, page->speech.lang, &out);
    page_element(page, "p", buf_str(&out));
}

static void put_wording(Page *page, const LetterViewChange *c)
{
    const Rule *rule = &c->change->rule;
    if (c->before_count > 0) {
        page_put(page, HTML("<del>"));
        for (size_t i = 0; i < c->before_count; i++)
            put_sentence(
                page, corpus_clause(corpus_of(page), c->before[i])->sentence);
        page_put(page, HTML("</del>\n"));
    }
    if (rule->sentence_count == 0) return;
    page_put(page, HTML("<ins>"));
    for (uint32_t i = 0; i < rule->sentence_count; i++)
        put_sentence(page, &rule->sentences[i]);
    page_put(page, HTML("</ins>\n"));
}

static Str end_words(const Page *page, Date last)
{
    return date_is(last, DATE_NEVER)
               ? said(&page->speech, "until further notice")
               : SAID(
                     &page->speech, "until {day}",
                     {"day", date_words(page->arena, last, page->speech.lang)});
}

static void put_change(Page *page, const LetterViewChange *c)
{
    page_put(page, HTML("<li><b>"));
    if (c->change->kind == CHANGE_VALIDITY) {
        page_say(page, "How long it is in force");
        page_put(page, HTML("</b><del><p>"));
        page_text(page, end_words(page, c->last_before));
        page_put(page, HTML("</p></del><ins><p>"));
        page_text(page, end_words(page, c->change->valid.window.last));
        page_put(page, HTML("</p></ins>"));
    } else {
        put_target(page, c->change);
        page_put(page, HTML("</b>"));
        put_wording(page, c);
    }
    page_put(page, HTML("</li>\n"));
}

void public_letter_put_changes(Page *page, const LetterView *view)
{
    LetterViewChange *changes = NULL;
    size_t count = 0;
    letter_view_changes(page->arena, corpus_of(page), view->letter, &changes,
                        &count);
    if (count == 0) return;
    part_open(page);
    page_put(page, HTML("<h2>"));
    PAGE_SAY(page,
             view->state == LETTER_VIEW_COMING
                 ? N_("What it will change in {letter}")
                 : N_("What it changed in {letter}"),
             {"letter", cite_letter(page->arena, corpus_of(page), view->amends,
                                    page->speech.lang)});
    page_put(page, HTML("</h2>\n<ul class=\"ubah\">"));
    for (size_t i = 0; i < count; i++)
        put_change(page, &changes[i]);
    page_put(page, HTML("</ul>\n"));
    part_close(page);
}
