/* SPDX-License-Identifier: Apache-2.0 */
/*
 * public_letter_page.c - P4: one letter: in short, what it is to others, what
 * it changed, and its text as printed.
 */
#include "app/public_counters.h"
#include "circular/print.h"
#include "web/public_letter.h"

const FieldRule public_letter_fields[2] = {
    {"no",     N_("Letter"),   FIELD_CODE,   .needed = true    },
    {"naskah", N_("Language"), FIELD_CHOICE, .choices = "id|en"},
};
const FieldRule public_letter_file_fields[1] = {
    {"no", N_("Letter"), FIELD_CODE, .needed = true},
};

static const Corpus *corpus_of(const Page *page)
{
    return page->visit->view->corpus;
}

static const Letter *tree_of(const Page *page, uint32_t letter)
{
    return corpus_of(page)->letters[letter].tree;
}

static Str day_words(const Page *page, Date date)
{
    return date_words(page->arena, date, page->speech.lang);
}

/* ---- the head -------------------------------------------------------------
 */

static void put_banner(Page *page, const LetterView *view)
{
    if (view->revoked_by == NO_INDEX) return;
    page_put(page, HTML("<p class=\"alertbar\"><b>"));
    PAGE_SAY(page,
             view->state == LETTER_VIEW_REVOKED
                 ? N_("Revoked from {day} on.")
                 : N_("Will be revoked from {day} on."),
             {"day", day_words(page, view->revoked)});
    page_put(page, HTML("</b> "));
    page_say(page, "By");
    page_put(page, HTML(" "));
    public_put_letter(page, view->revoked_by);
    page_put(page, HTML("</p>\n"));
}

static void put_head(Page *page, const LetterView *view)
{
    const Letter *tree = tree_of(page, view->letter);
    page_put(page, HTML("<p class=\"s mut\">"));
    page_text(page, cite_letter(page->arena, corpus_of(page), view->letter,
                                page->speech.lang));
    page_put(page, HTML(" "));
    public_letter_put_state(page, view);
    page_put(page, HTML("</p>\n<h1>"));
    public_letter_put_title(page, tree);
    page_put(page, HTML("</h1>\n<p>"));
    if (tree->issuer.len > 0)
        PAGE_SAY(page, "By {who}. ", {"who", tree->issuer});
    public_letter_put_days(page, view);
    page_put(page, HTML(".</p>\n"));
}

/* ---- in short -------------------------------------------------------------
 */

static Str who_words(const Page *page, const Who *who)
{
    Buf out = buf_in(page->arena);
    who_print(who, page->speech.lang, &out);
    return buf_str(&out);
}

static void put_validity_line(Page *page, const LetterView *view)
{
    const Letter *tree = tree_of(page, view->letter);
    page_put(page, HTML("<li>"));
    public_letter_put_days(page, view);
    if (tree->covering != NULL)
        PAGE_SAY(page, ", for {who}", {"who", who_words(page, tree->covering)});
    page_put(page, HTML(".</li>\n"));
}

/* "1(2)" of a cite as the anchor of its rule. */
static void put_clause_line(Page *page, ClauseId id)
{
    const Clause *clause = corpus_clause(corpus_of(page), id);
    page_put(page, HTML("<li>"));
    page_text(page, public_clause(page->arena, page->visit->view, id,
                                  page->speech.lang));
    page_put(page, HTML(" <span class=\"s mut nw\">"));
    PAGE_SAY(page, "rule {rule} ({paragraph})", {"rule", clause->rule->number},
             {"paragraph", clause->sentence->paragraph});
    page_put(page, HTML("</span></li>\n"));
}

static void put_short(Page *page, const LetterView *view)
{
    ClauseId clauses[LETTER_VIEW_SHORT];
    size_t count = 0, left = 0;
    letter_view_short(corpus_of(page), view->letter, page->visit->today,
                      clauses, &count, &left);
    part_heading(page, N_("In short"));
    page_put(page, HTML("<ul class=\"singkat\">"));
    put_validity_line(page, view);
    for (size_t i = 0; i < count; i++)
        put_clause_line(page, clauses[i]);
    page_put(page, HTML("</ul>\n"));
    if (left == 0) return;
    page_put(page, HTML("<p class=\"s mut\">"));
    say_many(&page->html, &page->speech, "{n} more sentence in the text below.",
             "{n} more sentences in the text below.", (int64_t)left, NULL, 0);
    page_put(page, HTML("</p>\n"));
}

/* ---- the text -------------------------------------------------------------
 */

static bool begins_rule(Str line)
{
    static const char *const words[] = {"aturan ", "rule "};
    for (size_t i = 0; i < COUNT(words); i++) {
        Str word = str_of(words[i]);
        if (!str_starts(line, word) || line.len == word.len) continue;
        char next = line.ptr[word.len];
        return next >= '0' && next <= '9';
    }
    return false;
}

static void put_line(Page *page, Str line)
{
    bool examples =
        str_is(line, STR("contoh")) || str_is(line, STR("examples"));
    if (begins_rule(line) || examples) {
        page_element(page, "h3", line);
    } else if (str_starts(line, STR("(")) || str_starts(line, STR(" "))) {
        page_put(page, HTML("<p class=\"ayat\">"));
        page_text(page, str_trim(line));
        page_put(page, HTML("</p>\n"));
    } else if (line.len > 0) {
        page_element(page, "p", line);
    }
}

static Lang text_language(const Visit *v)
{
    const FieldValue *asked = visit_field(v, "naskah");
    if (!asked->given) return v->lang;
    return str_is(asked->text, STR("en")) ? LANG_EN : LANG_ID;
}

static Str path_of(const Page *page, uint32_t letter, const char *rest)
{
    Str path = letter_view_path(page->arena, corpus_of(page), letter);
    return public_path(
        page, str_format(page->arena, "/edaran/%.*s%s", STR_ARG(path), rest));
}

static void put_text_links(Page *page, uint32_t letter, Lang lang)
{
    page_put(page, HTML("<p class=\"tautan\">"));
    page_link_say(
        page,
        path_of(page, letter,
                lang == LANG_EN ? "?naskah=id#naskah" : "?naskah=en#naskah"),
        lang == LANG_EN ? N_("The text in Indonesian")
                        : N_("The text in English"));
    page_put(page, HTML(" "));
    page_link_say(page, path_of(page, letter, "/berkas"),
                  "Download the text (.edaran)");
    page_put(page, HTML("</p>\n"));
}

static void put_text(Page *page, uint32_t letter)
{
    Lang lang = text_language(page->visit);
    Buf text = buf_in(page->arena);
    letter_print(tree_of(page, letter), lang, &text);
    part_open(page);
    page_put(page, HTML("<h2 id=\"naskah\">"));
    page_say(page, "Text of the letter");
    page_put(page, HTML("</h2>\n"));
    put_text_links(page, letter, lang);
    page_put(page, lang == LANG_EN
                       ? HTML("<div class=\"naskah\" lang=\"en\">")
                       : HTML("<div class=\"naskah\" lang=\"id\">"));
    Str rest = buf_str(&text);
    for (Str line; str_next(&rest, '\n', &line);)
        put_line(page, line);
    page_put(page, HTML("</div>\n"));
    part_close(page);
}

/* ---- all ------------------------------------------------------------------
 */

/* The letter of the address; NO_INDEX: the answer is there. */
static uint32_t find(Visit *v)
{
    uint32_t letter = NO_INDEX;
    if (!public_has_government(v)) return letter;
    letter =
        letter_view_find(v->arena, v->view->corpus, visit_field(v, "no")->text);
    if (letter == NO_INDEX)
        visit_refuse_with(v, ERR_ABSENT, "edaran itu tidak ada",
                          "there is no such letter");
    return letter;
}

void public_letter_page(Visit *v)
{
    uint32_t letter = find(v);
    if (letter == NO_INDEX) return;
    LetterView view = letter_view(v->view->corpus, letter, v->today);
    PageHead head = {
        .frame = PAGE_PUBLIC,
        .about = N_("A circular in full: its rules, since when and how long it "
                    "holds, and the letters that it changes or rests on."),
        .name = cite_letter(v->arena, v->view->corpus, letter, v->lang)};
    Page page = public_open(v, &head);
    put_banner(&page, &view);
    part_open(&page);
    put_head(&page, &view);
    put_short(&page, &view);
    part_close(&page);
    public_letter_put_relations(&page, letter);
    public_letter_put_changes(&page, &view);
    put_text(&page, letter);
    part_open(&page);
    page_link_say(&page, public_path(&page, STR("/edaran")), "All letters");
    part_close(&page);
    public_close(&page);
}

/* The text as it was written: what its writer may read in again. */
void public_letter_file(Visit *v)
{
    uint32_t letter = find(v);
    if (letter == NO_INDEX) return;
    const Corpus *corpus = v->view->corpus;
    Str path = letter_view_path(v->arena, corpus, letter);
    http_header(v->answer, STR("content-disposition"),
                str_format(v->arena, "attachment; filename=\"%.*s.edaran\"",
                           STR_ARG(path)));
    v->answer->type = STR("text/plain; charset=utf-8");
    buf_put(&v->answer->body, corpus->letters[letter].source->text);
}
