/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex_paper.c - the annex around its table: of which letter it is the annex
 * (number and date are written when it is signed), what it carries out, what
 * its letters mean, who signs, and the square that says whether it is the last.
 */
#include "door/annexes.h"
#include "web/annex_part.h"
#include "web/grid_part.h"
#include "web/head.h"
#include "web/part.h"
#include "web/qr.h"

/* ---- above
 * -------------------------------------------------------------------------- */

static void put_dotted(Page *page, const char *english)
{
    page_put(page, HTML("<div><dt>"));
    page_say(page, english);
    page_put(page, HTML("</dt><dd>: <i class=\"titik\"></i></dd></div>"));
}

/* The letters that cap or place somebody of the unit, each once. */
static void put_letters(Page *page, const UnitMonth *month)
{
    const Corpus *c = page->visit->view->corpus;
    Buf text = buf_in(page->arena);
    bool *told = NEW(page->arena, bool, c->letter_count + 1);
    for (uint32_t i = 0; i < month->rule_count; i++) {
        const UnitRule *rule = &month->rules[i];
        if (rule->kind == UNIT_RULE_COUNTERS) continue;
        uint32_t letter = corpus_clause(c, rule->clause)->letter;
        if (told[letter]) continue;
        told[letter] = true;
        if (buf_str(&text).len > 0) buf_put(&text, STR(", "));
        buf_put(&text, cite_letter(page->arena, c, letter, page->speech.lang));
    }
    if (buf_str(&text).len == 0) return;
    page_put(page, HTML("<p class=\"dasar\">"));
    PAGE_SAY(page, "Carries out {letters}", {"letters", buf_str(&text)});
    page_put(page, HTML("</p>\n"));
}

void annex_put_head(Page *page, const AnnexTable *annex, const UnitMonth *month)
{
    const Visit *v = page->visit;
    page_put(page, HTML("<div class=\"lam\"><p>"));
    page_say(page, "Annex");
    page_put(page, HTML("</p><dl>"));
    put_dotted(page, N_("Number"));
    put_dotted(page, N_("Date"));
    page_put(page, HTML("</dl></div>\n<h1 class=\"judul\">"));
    page_say(page, "Office attendance of staff");
    page_put(page, HTML("<br>"));
    page_text(page, head_unit(v, annex->of.unit)->name);
    page_put(page, HTML(" "));
    page_text(page, v->view->office->government.area);
    page_put(page, HTML("</h1>\n"));
    put_letters(page, month);
}

/* ---- below
 * -------------------------------------------------------------------------- */

static bool occurs(const AnnexTable *annex, size_t letter)
{
    for (uint32_t d = 0; d < annex->day_count; d++) {
        if (annex->people[letter][d] > 0) return true;
    }
    return false;
}

static void put_letters_said(Page *page, const AnnexTable *annex)
{
    for (size_t i = 0; i < ANNEX_LETTERS; i++) {
        if (!occurs(annex, i)) continue;
        page_put(page, HTML(" <b>"));
        page_text(page, (Str){&annex_letters[i], 1});
        page_put(page, HTML("</b> "));
        page_text(page,
                  placed_word((Placed)annex_letters[i], page->speech.lang));
        page_put(page, HTML(";"));
    }
    page_put(page, HTML(" "));
    page_say(page, "narrow grey columns are days off");
}

/* The most of any day of the cap of the unit itself; 0: there is none. */
static int32_t most_of(const UnitMonthCap *cap, uint32_t days)
{
    int32_t most = 0;
    for (uint32_t d = 0; d < days; d++) {
        if (cap->days[d].counts && cap->days[d].works &&
            cap->days[d].stated > most)
            most = cap->days[d].stated;
    }
    return most;
}

/* "; paling banyak 50% di kantor: 57 orang" */
static void put_caps(Page *page, const AnnexTable *annex,
                     const UnitMonth *month)
{
    const Corpus *c = page->visit->view->corpus;
    for (uint32_t i = 0; i < month->cap_count; i++) {
        const UnitMonthCap *cap = &month->caps[i];
        int32_t most = most_of(cap, month->day_count);
        if (cap->unit.index != annex->of.unit.index || most == 0) continue;
        page_put(page, HTML("; "));
        PAGE_SAY_MANY(
            page, "{asks}: {n} person", "{asks}: {n} people", most,
            {"asks", grid_clause_asks(page, corpus_clause(c, cap->cap))});
    }
}

static void put_shift_key(Page *page, const ShiftKey *key)
{
    if (key->most == 0) return;
    page_put(page, HTML(" "));
    page_say(page, "The number behind a letter is the shift of that day.");
    page_put(page, HTML(" "));
    page_text(page, shift_key_text(page->arena, key, page->speech.lang));
}

static void put_legend(Page *page, const AnnexTable *annex,
                       const UnitMonth *month)
{
    page_put(page, HTML("<p class=\"ket\">"));
    page_say(page, "Key:");
    put_letters_said(page, annex);
    put_caps(page, annex, month);
    page_put(page, HTML("."));
    put_shift_key(page, &annex->shifts);
    page_put(page, HTML("</p>\n"));
}

/* Whoever holds the paper can ask whether it is the last. */
static void put_code(Page *page, const AnnexTable *annex)
{
    Str address = annexes_address(page->visit, annex);
    page_put(page, HTML("<div class=\"sah\">"));
    qr_put(page, address, N_("The address where this annex can be checked"));
    page_put(page, HTML("<p>"));
    PAGE_SAY(page, "Version {version}. Check it at {address}",
             {"version", said_number(&page->speech, annex->of.version)},
             {"address", address});
    page_put(page, HTML("</p></div>"));
}

/* The post in which the head signs: "Plt. Kepala Dinas ..." */
static Str post_of(Page *page, const AnnexTable *annex)
{
    static const char *const as[] = {[HOLD_FULL] = "",
                                     [HOLD_PLT] = "Plt. ",
                                     [HOLD_PLH] = "Plh. ",
                                     [HOLD_PJ] = "Pj. "};
    const Register *r = &page->visit->view->office->r;
    if (annex->head.index == NO_INDEX)
        return said(&page->speech, "Head of the unit");
    Rows rows = r->holdings_of[annex->head.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &r->holdings[i];
        const Post *post = &r->posts[h->post.index];
        if (post->unit.index == annex->of.unit.index && post->head &&
            holding_counts(r, h, page->visit->today))
            return str_format(page->arena, "%s%.*s", as[h->kind],
                              STR_ARG(post->name));
    }
    return r->people[annex->head.index].title;
}

static void put_signature(Page *page, const AnnexTable *annex)
{
    const Register *r = &page->visit->view->office->r;
    page_put(page, HTML("<div class=\"teken\"><p><i class=\"titik\"></i>, "
                        "<i class=\"titik\"></i></p><p class=\"pos\">"));
    page_text(page, post_of(page, annex));
    page_put(page, HTML(",</p><p class=\"ruang\">"));
    page_say(page, "Room for an electronic signature or one in ink");
    page_put(page, HTML("</p>"));
    if (annex->head.index != NO_INDEX) {
        const Person *head = &r->people[annex->head.index];
        page_put(page, HTML("<p><b>"));
        page_text(page, head->name);
        page_put(page, HTML("</b></p>"));
        if (head->nip.len > 0) {
            page_put(page, HTML("<p>NIP "));
            page_text(page, head->nip);
            page_put(page, HTML("</p>"));
        }
    }
    page_put(page, HTML("</div>"));
}

void annex_put_foot(Page *page, const AnnexTable *annex, const UnitMonth *month)
{
    put_legend(page, annex, month);
    if (annex->draft != NULL) return; /* nobody signs it, nothing proves it */
    page_put(page, HTML("<div class=\"tanda\">"));
    put_code(page, annex);
    put_signature(page, annex);
    page_put(page, HTML("</div>\n"));
}
