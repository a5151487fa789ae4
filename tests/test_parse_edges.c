/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_parse_edges.c - sentences at the edge of the language: each is refused
 * where it goes wrong, or printed as it was understood.
 */
#include "circular/parse.h"
#include "circular/print.h"
#include "harness.h"

/* "baca-07 29, cocok-18 27", of the line of the sentence; "=" and the sentence
 * in the canonical form, alone when that is how it was written. */
static const struct {
    const char *sentence, *said;
} edges[] = {
#include "parse_edges.inc"
};

static void put_places(const Diags *diags, Buf *out)
{
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        int line = 0;
        int column = 0;
        diag_place(diag->source, diag->span.from, &line, &column);
        buf_format(out, "%s%s %d", i > 0 ? ", " : "", diag->id, column);
    }
}

static void put_sentence(const Sentence *s, Str written, Buf *out)
{
    Buf text = buf_in(out->arena);
    sentence_print(s, LANG_ID, &text);
    Str printed = str_trim(buf_str(&text));
    buf_c(out, out->len > 0 ? "; =" : "=");
    if (!str_is(printed, written)) buf_format(out, " %.*s", STR_ARG(printed));
}

static Str understood(Arena *arena, const char *sentence)
{
    Source *source = NEW(arena, Source, 1);
    Letter letter = {0};
    Diags diags = diags_in(arena);
    Buf out = buf_in(arena);
    *source = (Source){
        STR("row"),
        str_format(arena,
                   "surat edaran 1/T/2026\n\naturan 1 \"satu\"\n(1) Di kantor "
                   "paling banyak 10 orang.\n(2) %s\n",
                   sentence)};
    bool read = letter_parse(arena, source, &letter, &diags);
    EXPECT(read == (diags.errors == 0));
    put_places(&diags, &out);
    if (read)
        put_sentence(&letter.rules[0].sentences[1], str_of(sentence), &out);
    return buf_str(&out);
}

FACT(a_sentence_at_the_edge_is_refused_in_its_place_or_understood)
{
    for (size_t i = 0; i < COUNT(edges); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        ROW("%s", edges[i].sentence);
        EXPECT_STR(understood(arena, edges[i].sentence), edges[i].said);
    }
}
