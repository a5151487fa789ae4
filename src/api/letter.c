/* SPDX-License-Identifier: Apache-2.0 */
/*
 * letter.c - one letter in plain words and what it changed; whether a printed
 * annex is genuine.
 */
#include "api/api.h"
#include "app/annex_code.h"
#include "app/letter_view.h"
#include "app/public_counters.h"
#include "circular/print.h"

enum { CODE_MOST = 40 };

static const FieldRule letter_fields[] = {
    {"no", N_("Letter"), FIELD_CODE, .needed = true},
};
static const FieldRule code_fields[] = {
    {"kode", N_("Code"), FIELD_LINE, .needed = true, .most = CODE_MOST},
};

/* ---- the letter -----------------------------------------------------------
 */

static const char *state_word(LetterViewState state)
{
    switch (state) {
    case LETTER_VIEW_HOLDS: return "berlaku";
    case LETTER_VIEW_COMING: return "belum berlaku";
    case LETTER_VIEW_WAITING: return "menunggu status daerah";
    case LETTER_VIEW_ENDED: return "berakhir";
    case LETTER_VIEW_REVOKED: return "dicabut";
    case LETTER_VIEW_STATES: break;
    }
    return "berakhir";
}

static void put_cite(Json *json, const char *name, const Visit *v,
                     uint32_t letter)
{
    if (letter == NO_INDEX)
        json_none(json, name);
    else
        json_text(json, name, v->view->corpus->letters[letter].cite);
}

static void put_head(Json *json, const Visit *v, const LetterView *view)
{
    const Corpus *corpus = v->view->corpus;
    const Letter *tree = corpus->letters[view->letter].tree;
    json_text(json, "nomor", corpus->letters[view->letter].cite);
    json_text(json, "alamat", letter_view_path(v->arena, corpus, view->letter));
    json_text(json, "judul", tree->title.len > 0 ? tree->title : tree->name);
    api_word(json, "penerbit", tree->issuer);
    json_text(json, "keadaan", str_of(state_word(view->state)));
    api_date(json, "mulai", view->dated ? view->days.first : DATE_ALWAYS);
    api_date(json, "sampai", view->dated ? view->days.last : DATE_NEVER);
    put_cite(json, "mengubah", v, view->amends);
    put_cite(json, "dicabut_oleh", v, view->revoked_by);
}

/* ---- what it says ---------------------------------------------------------
 */

static void put_clauses(Json *json, const Visit *v, uint32_t letter)
{
    const Corpus *corpus = v->view->corpus;
    json_open(json, "aturan", '[');
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        if (corpus->clauses[i].letter != letter) continue;
        json_open(json, NULL, '{');
        api_clause(json, "dasar", v, (ClauseId){i});
        json_text(json, "kalimat",
                  public_clause(v->arena, v->view, (ClauseId){i}, v->lang));
        json_truth(json, "berlaku",
                   clause_holds(corpus, (ClauseId){i}, v->today));
        json_close(json);
    }
    json_close(json);
}

/* ---- what it changed ------------------------------------------------------
 */

static const char *change_word(ChangeKind kind)
{
    switch (kind) {
    case CHANGE_REPLACE: return "diubah";
    case CHANGE_DELETE: return "dihapus";
    case CHANGE_INSERT: return "disisipkan";
    case CHANGE_VALIDITY: return "masa berlaku";
    }
    return "diubah";
}

static void put_sentence(Json *json, const Visit *v, const Sentence *sentence)
{
    Buf out = buf_in(v->arena);
    sentence_print(sentence, v->lang, &out);
    json_text(json, NULL, buf_str(&out));
}

static void put_wording(Json *json, const Visit *v, const LetterViewChange *c)
{
    const Rule *rule = &c->change->rule;
    json_open(json, "semula", '[');
    for (size_t i = 0; i < c->before_count; i++)
        put_sentence(json, v,
                     corpus_clause(v->view->corpus, c->before[i])->sentence);
    json_close(json);
    json_open(json, "menjadi", '[');
    for (uint32_t i = 0; i < rule->sentence_count; i++)
        put_sentence(json, v, &rule->sentences[i]);
    json_close(json);
}

static void put_change(Json *json, const Visit *v, const LetterViewChange *c)
{
    bool days = c->change->kind == CHANGE_VALIDITY;
    json_open(json, NULL, '{');
    json_text(json, "jenis", str_of(change_word(c->change->kind)));
    api_word(json, "aturan", c->change->target.rule);
    api_word(json, "ayat", c->change->target.paragraph);
    api_date(json, "mulai", c->first);
    api_date(json, "hari_terakhir_semula", days ? c->last_before : DATE_NEVER);
    put_wording(json, v, c);
    json_close(json);
}

static void put_changes(Json *json, const Visit *v, uint32_t letter)
{
    size_t count = 0;
    LetterViewChange *changes = NULL;
    letter_view_changes(v->arena, v->view->corpus, letter, &changes, &count);
    json_open(json, "perubahan", '[');
    for (size_t i = 0; i < count; i++)
        put_change(json, v, &changes[i]);
    json_close(json);
}

static void show_letter(Visit *v)
{
    uint32_t letter = v->has_government
                          ? letter_view_find(v->arena, v->view->corpus,
                                             visit_field(v, "no")->text)
                          : NO_INDEX;
    if (letter == NO_INDEX) {
        visit_refuse_with(v, ERR_ABSENT, "edaran itu tidak ada",
                          "there is no such letter");
        return;
    }
    LetterView view = letter_view(v->view->corpus, letter, v->today);
    Json json = api_open(v);
    put_head(&json, v, &view);
    put_clauses(&json, v, letter);
    put_changes(&json, v, letter);
    json_text(&json, "naskah", v->view->corpus->letters[letter].source->text);
    api_close(v, &json);
}

/* ---- an annex -------------------------------------------------------------
 */

/* Whoever holds the paper need not know whose server it is. */
static const LiveView *find_annex(const Visit *v, AnnexFound *out)
{
    *out = (AnnexFound){.state = ANNEX_UNKNOWN};
    for (size_t i = 0; i < v->view_count; i++) {
        const LiveView *view = &v->views[i];
        *out = annex_code_find(v->arena, view->office, view->plans,
                               visit_field(v, "kode")->text);
        if (out->state >= ANNEX_LAST) return view;
    }
    return NULL;
}

static void refuse_code(Visit *v, AnnexState state)
{
    if (state == ANNEX_MISTYPED)
        visit_refuse_with(v, ERR_ABSENT,
                          "kode: paling sedikit satu huruf keliru atau kurang",
                          "kode: at least one letter is wrong or missing");
    else
        visit_refuse_with(v, ERR_ABSENT,
                          "kode itu tidak dikenal; jika ketikannya benar, "
                          "kertas itu bukan dari sini",
                          "that code is not known; if it is typed right, the "
                          "paper is not from here");
}

static void put_annex(Json *json, const LiveView *view, const AnnexFound *a)
{
    static const char *const words[] = {[ANNEX_LAST] = "terakhir",
                                        [ANNEX_SAME] = "tidak berubah",
                                        [ANNEX_OLDER] = "sudah berubah"};
    const Unit *unit = &view->office->r.units[a->of.unit.index];
    json_truth(json, "asli", true);
    json_text(json, "keadaan", str_of(words[a->state]));
    json_text(json, "pemda", view->office->government.code);
    json_open(json, "unit", '{');
    json_text(json, "kode", unit->code);
    json_text(json, "nama", unit->name);
    json_close(json);
    api_date(json, "mulai", a->days.first);
    api_date(json, "sampai", a->days.last);
    json_number(json, "versi", a->of.version);
    api_instant(json, "terbit", a->put);
    json_number(json, "versi_terakhir", a->last);
    api_instant(json, "terbit_terakhir", a->last_put);
    json_truth(json, "diganti", a->replaced);
}

static void show_annex(Visit *v)
{
    AnnexFound found;
    const LiveView *view = find_annex(v, &found);
    if (view == NULL) {
        refuse_code(v, found.state);
        return;
    }
    Json json = api_open(v);
    put_annex(&json, view, &found);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/edaran/{no}", ANYBODY, ROUTE_FIELDS(letter_fields),
               show_letter, "A letter in plain words, and what it changed"),
    ROUTE_DATA(GET, "/api/v1/cek/{kode}", ANYBODY, ROUTE_FIELDS(code_fields),
               show_annex, "Is a printed annex genuine, and the last?"),
};

const RouteTable api_letter_routes = {routes, COUNT(routes)};
