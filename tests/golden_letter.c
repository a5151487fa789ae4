/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/print.h"
#include "circular/words.h"
#include "golden.h"

/*
 * Rows about the letter itself: its head, its rules as they are kept, and
 * what the checker says of it.
 */

typedef struct {
    const GoldenRow *row;
    Arena *arena;
    const Corpus *corpus;
    const CorpusLetter *letter;
} Reading;

static bool open_reading(GoldenWorld *world, const GoldenRow *row, Reading *out)
{
    Str said = {"", 0};
    *out = (Reading){.row = row, .arena = golden_office(world)->arena};
    out->corpus = golden_corpus(world, golden_when(row->when).known, &said);
    uint32_t index = out->corpus == NULL
                         ? NO_INDEX
                         : golden_letter(out->corpus, row->letter);
    if (index == NO_INDEX) {
        golden_fail(row, "there is no letter %.*s: %.*s", STR_ARG(row->letter),
                    STR_ARG(said));
        return false;
    }
    out->letter = &out->corpus->letters[index];
    return true;
}

/* ---- the head
 * ------------------------------------------------------------------ */

typedef struct {
    const Reading *g;
    const Letter *tree;
    Buf *out;
} Telling;

static void tell_date(const Telling *t, Date date)
{
    char text[DATE_TEXT];
    buf_c(t->out,
          date_is(date, DATE_ALWAYS) ? "tidak disebut" : date_iso(date, text));
}

static void tell_window(const Telling *t, Window w)
{
    char text[DATE_TEXT];
    buf_format(t->out, "%s..", date_iso(w.first, text));
    if (!date_is(w.last, DATE_NEVER)) buf_c(t->out, date_iso(w.last, text));
}

static void tell_number(const Telling *t)
{
    if (t->tree->number_missing)
        buf_c(t->out, "tidak disebut");
    else
        buf_put(t->out, t->tree->number);
}

static void tell_title(const Telling *t)
{
    buf_put(t->out, t->tree->title.len > 0 ? t->tree->title : t->tree->name);
}

static void tell_issuer(const Telling *t)
{
    buf_put(t->out, t->tree->issuer);
}

static void tell_signer(const Telling *t)
{
    buf_format(t->out, "%.*s selaku %.*s", STR_ARG(t->tree->signer),
               STR_ARG(t->tree->signer_as));
}

static void tell_announcer(const Telling *t)
{
    buf_put(t->out, t->tree->announcer);
}

static void tell_enacted(const Telling *t)
{
    tell_date(t, t->tree->enacted);
}

static void tell_announced(const Telling *t)
{
    tell_date(t, t->tree->announced);
}

static void tell_valid(const Telling *t)
{
    const CorpusLetter *letter = t->g->letter;
    for (uint32_t i = 0; i < letter->window_count; i++) {
        if (i > 0) buf_c(t->out, " ");
        tell_window(t, letter->windows[i]);
    }
}

static void tell_original(const Telling *t)
{
    tell_window(t, t->g->letter->original);
}

static void tell_effect(const Telling *t)
{
    tell_date(t, t->g->letter->first_effect);
}

static void tell_status(const Telling *t)
{
    buf_format(t->out, "%.*s di %.*s%s", STR_ARG(t->tree->valid.status),
               STR_ARG(t->tree->valid.area),
               t->g->letter->status_assumed ? ", diandaikan" : "");
}

static void tell_review(const Telling *t)
{
    buf_put(t->out, t->tree->review);
}

static void tell_covering(const Telling *t)
{
    if (t->tree->covering != NULL)
        who_print(t->tree->covering, LANG_ID, t->out);
}

static void tell_considering(const Telling *t)
{
    for (uint32_t i = 0; i < t->tree->considering_count; i++) {
        buf_format(t->out, "%.*s; ", STR_ARG(t->tree->considering[i]));
    }
}

static void tell_notes(const Telling *t)
{
    for (uint32_t i = 0; i < t->tree->note_count; i++) {
        buf_format(t->out, "%.*s; ", STR_ARG(t->tree->notes[i]));
    }
}

static void tell_relations(const Telling *t)
{
    for (uint32_t i = 0; i < t->tree->relation_count; i++) {
        const Relation *relation = &t->tree->relations[i];
        Str word = relation_text(relation->kind, LANG_ID);
        Str number = relation->to.number;
        if (number.len == 0) number = STR("nomor tidak disebut");
        buf_format(t->out, "%.*s %.*s %.*s", STR_ARG(word),
                   STR_ARG(relation->to.kind), STR_ARG(number));
        if (!date_is(relation->to.date, DATE_ALWAYS)) {
            buf_c(t->out, " tanggal ");
            tell_date(t, relation->to.date);
        }
        buf_c(t->out, "; ");
    }
}

/* Keys of the column hasil; `whole`: the text must be all of it. */
static const struct {
    const char *key;
    void (*tell)(const Telling *t);
    bool whole;
} keys[] = {
    {"nomor",               tell_number,      true },
    {"tentang",             tell_title,       false},
    {"penerbit",            tell_issuer,      true },
    {"ditandatangani",      tell_signer,      true },
    {"diumumkan oleh",      tell_announcer,   true },
    {"diumumkan",           tell_announced,   true },
    {"ditetapkan",          tell_enacted,     true },
    {"berlaku",             tell_valid,       true },
    {"semula",              tell_original,    true },
    {"tempat diatur sejak", tell_effect,      true },
    {"selama status",       tell_status,      true },
    {"dievaluasi",          tell_review,      true },
    {"bagi",                tell_covering,    true },
    {"menimbang",           tell_considering, false},
    {"hubungan hanya",      tell_relations,   true },
    {"hubungan",            tell_relations,   false},
    {"catatan",             tell_notes,       false},
};

void golden_head(GoldenWorld *world, const GoldenRow *row, Str rest)
{
    Reading g = {0};
    (void)rest;
    if (!open_reading(world, row, &g)) return;
    Buf told = buf_in(g.arena);
    Telling t = {&g, g.letter->tree, &told};
    for (size_t i = 0; i < COUNT(keys); i++) {
        Str want = row->result;
        if (!golden_take(&want, keys[i].key)) continue;
        keys[i].tell(&t);
        Str got = str_trim(buf_str(&told));
        bool holds = keys[i].whole
                         ? str_is(got, want)
                         : want.len > 0 && str_find(got, want, 0) != SIZE_MAX;
        if (!holds)
            golden_fail(row, "%s: it is '%.*s'", keys[i].key, STR_ARG(got));
        return;
    }
    golden_fail(row, "kop: no line of a head begins so");
}

/* ---- the checker
 * ----------------------------------------------------------------- */

static const Diag *find_diag(const Diags *diags, Str id)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        if (str_is(str_of(diags->list.at[i].id), id)) return &diags->list.at[i];
    }
    return NULL;
}

/* hasil is an id, or "tanpa ID"; sebab holds parts of the sentence. */
void golden_checker(GoldenWorld *world, const GoldenRow *row, Str rest)
{
    Reading g = {0};
    (void)rest;
    if (!open_reading(world, row, &g)) return;
    Diags diags = diags_in(g.arena);
    Str id = row->result;
    bool absent = golden_take(&id, "tanpa");
    check_letter(g.arena, g.corpus, (uint32_t)(g.letter - g.corpus->letters),
                 &diags);
    const Diag *found = find_diag(&diags, id);
    Str why = row->why;
    Str piece = {"", 0};
    if ((found == NULL) != absent) {
        golden_fail(row, "the checker says %.*s: %s", STR_ARG(id),
                    absent ? "yes" : "no");
        return;
    }
    while (!absent && str_next(&why, '"', &piece)) {
        piece = str_trim(piece);
        if (piece.len > 0 && !str_is(piece, STR("-")) &&
            str_find(found->said[LANG_ID], piece, 0) == SIZE_MAX)
            golden_fail(row, "'%.*s' is not in: %.*s", STR_ARG(piece),
                        STR_ARG(found->said[LANG_ID]));
    }
}
