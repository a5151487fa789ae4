/* SPDX-License-Identifier: Apache-2.0 */
#include "chance_words.h"

static const char *const usual[] = {
    "Dinas Sosial",    "Kelurahan Api-Api", "perizinan",
    "RSUD Taman",      "Bagian Umum",       "Tepi Dalam",
    "siaga",           "ruang rapat",       "BPBD",
    "loket 3",         "Sei Pinang",        "aplikasi Hadir",
    "Kecamatan Barat", "keuangan",          "arsip",
    "posko",
};

/* What names and texts of real letters may hold, and worse. */
static const char *const odd[] = {
    "a, b",  "x; y",   "(A)",     "50%",   "a:b",      "O'Brien",   "e-mail",
    "dan",   "Dan",    "serta",   "3",     "07.30",    "12 Maret",  "yang",
    "--",    "-- x",   "a.",      "1.",    "...",      "WFH",       "WFO",
    "pada",  "Pada",   "Senin",   "satu",  "–",        "•",         "Ünit é",
    "itu",   "dari",   "<b>",     "\\",    "aturan 1", "ayat (1)",  "contoh:",
    "hari",  "jam 8",  "berikut", "cuti",  "'",        "s.d.",      "a-b",
    "No. 3", "rule 2", "hari,",   "the a", "\x7f",     "\xc2\xa0x",
};

typedef struct {
    Arena *arena;
    VEC(Str) list;
} Phrases;

static void keep(void *with, PhraseClass class, int32_t id, Str text)
{
    Phrases *p = with;
    (void)class;
    (void)id;
    VEC_PUSH(p->arena, &p->list, text);
}

ChanceWords chance_words(Arena *arena, Rand *rand)
{
    Phrases p = {.arena = arena};
    lexicon_visit(LANG_ID, keep, &p);
    lexicon_visit(LANG_EN, keep, &p);
    return (ChanceWords){arena, rand, p.list.at, p.list.count};
}

uint32_t chance_below(const ChanceWords *w, uint32_t limit)
{
    return rand_below(w->rand, limit);
}

bool chance_is(const ChanceWords *w, uint32_t percent)
{
    return rand_chance(w->rand, percent * 10);
}

/* "wajib di" -> "Wajib di", or all in capitals. */
static Str capital(const ChanceWords *w, Str text)
{
    char *out = NEW(w->arena, char, text.len);
    bool all = chance_is(w, 20);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool low = c >= 'a' && c <= 'z' && (all || i == 0);
        out[i] = low ? (char)(c - 'a' + 'A') : c;
    }
    return (Str){out, text.len};
}

static Str piece(const ChanceWords *w)
{
    Str text = w->phrases[chance_below(w, (uint32_t)w->phrase_count)];
    if (chance_is(w, 30))
        text = str_of(usual[chance_below(w, COUNT(usual))]);
    else if (chance_is(w, 30))
        text = str_of(odd[chance_below(w, COUNT(odd))]);
    return chance_is(w, 15) ? capital(w, text) : text;
}

/* Blanks of all kinds become single ones, as the lexer makes them. */
static Str tidy(const ChanceWords *w, Str text)
{
    Buf out = buf_in(w->arena);
    bool blank = false;
    for (size_t at = 0; at < text.len;) {
        size_t width = 0;
        unsigned char c = (unsigned char)text.ptr[at];
        if (c <= ' ' || c == 0x7f) width = 1;
        if (str_starts(str_slice(text, at, text.len), STR("\xc2\xa0")))
            width = 2;
        if (width == 0 && blank && out.len > 0) buf_char(&out, ' ');
        if (width == 0) buf_char(&out, text.ptr[at]);
        blank = width > 0;
        at += width > 0 ? width : 1;
    }
    return out.len > 0 ? buf_str(&out) : STR("x");
}

static Str pieces(const ChanceWords *w, uint32_t most)
{
    Buf out = buf_in(w->arena);
    uint32_t count = 1 + chance_below(w, most);
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0) buf_char(&out, ' ');
        buf_put(&out, piece(w));
    }
    return tidy(w, buf_str(&out));
}

Str chance_name(const ChanceWords *w)
{
    if (chance_is(w, 50)) return str_of(usual[chance_below(w, COUNT(usual))]);
    return pieces(w, 3);
}

Str chance_text(const ChanceWords *w)
{
    Str text = pieces(w, 8);
    return chance_is(w, 30) ? str_format(w->arena, "%.*s.", STR_ARG(text))
                            : text;
}

Str chance_gloss(const ChanceWords *w)
{
    static const Str glosses[] = {
#define GLOSS(in, en) STR_INIT(in),
#include "circular/glossary.def"
#undef GLOSS
    };
    if (chance_is(w, 40)) return chance_name(w);
    return glosses[chance_below(w, COUNT(glosses))];
}

/* Nothing that ends it or goes on in the next line. */
Str chance_line(const ChanceWords *w)
{
    static const char *const lines[] = {"Bupati Paser",
                                        "Wali Kota (sementara)",
                                        "Kepala Dinas A, B dan C",
                                        "a.n. Bupati; Sekda",
                                        "Sekretaris Daerah 3",
                                        "wajib di kantor hadir",
                                        "Dinas: Umum",
                                        "Ünit 50% x"};
    return str_of(lines[chance_below(w, COUNT(lines))]);
}

Str chance_number_of_letter(const ChanceWords *w)
{
    static const char *const numbers[] = {
        "1/T/2026",           "800/0437/Org", "061.1/1882/ORG",
        "443/452/IV.06/2020", "5 Tahun 2026", "188.65/527/ORG/2020"};
    return str_of(numbers[chance_below(w, COUNT(numbers))]);
}

Str chance_comment(const ChanceWords *w)
{
    Str text = pieces(w, 4);
    return chance_is(w, 20) ? str_format(w->arena, "\"%.*s", STR_ARG(text))
                            : text;
}

const Str *chance_comments(const ChanceWords *w, uint32_t *count)
{
    *count = chance_is(w, 10) ? 1 + chance_below(w, 2) : 0;
    Str *list = NEW(w->arena, Str, *count);
    for (uint32_t i = 0; i < *count; i++)
        list[i] = chance_comment(w);
    return list;
}

Str chance_behind(const ChanceWords *w)
{
    return chance_is(w, 10) ? chance_comment(w) : STR("");
}
