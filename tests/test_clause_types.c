/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_clause_types.c - the 86 types of clause, by the rows of their manual.
 *
 * A row of docs/clause-types.md is a sentence or a line of the head in both
 * languages, and all types that it is of.  The letter around it is of none.
 */
#include "base/file.h"
#include "circular/clause_types.h"
#include "each_letter.h"
#include "harness.h"

typedef const char *Frames[2];

static const Frames in_rule = {
    "surat edaran 1/T/2026\n\naturan 1 \"satu\"\n"
    "(1) Di kantor paling banyak 10 orang.\n(2) %s\n",
    "circular 1/T/2026\n\nrule 1 \"satu\"\n"
    "(1) In the office at most 10 persons.\n(2) %s\n",
};

static const Frames in_head = {
    "surat edaran 1/T/2026\n%s\n\naturan 1 \"satu\"\n(1) Hal lain: \"Ini.\"\n",
    "circular 1/T/2026\n%s\n\nrule 1 \"satu\"\n(1) Hal lain: \"Ini.\"\n",
};

static const struct {
    const char *mark;
    const Frames *frames;
} marks[] = {
    {"<!-- type sentences -->", &in_rule},
    {"<!-- type lines -->", &in_head},
};

static Str framed(Arena *arena, const char *frame, Str row)
{
    size_t at = str_find(str_of(frame), STR("%s"), 0);
    Buf out = buf_in(arena);
    buf_put(&out, str_slice(str_of(frame), 0, at));
    buf_put(&out, row);
    buf_c(&out, frame + at + 2);
    return buf_str(&out);
}

static bool read_text(Arena *arena, Str text, Letter *letter)
{
    return EXPECT_STR(letter_faults(arena, text, letter), "");
}

static void expect_stable(Arena *arena, const Letter *letter, Lang lang)
{
    Letter again = {0};
    Str text = letter_text(arena, letter, lang);
    if (read_text(arena, text, &again)) {
        EXPECT(tree_is(letter, &again));
        EXPECT_STR(letter_text(arena, &again, lang), text);
    }
}

/* The codes of all types of the letter, in the order of the table. */
static Str types_of(Arena *arena, const Letter *letter)
{
    ClauseTypeUse uses[CLAUSE_TYPE_COUNT];
    Buf out = buf_in(arena);
    clause_types_of(letter, uses);
    for (int i = 0; i < CLAUSE_TYPE_COUNT; i++) {
        if (!uses[i].used) continue;
        if (out.len > 0) buf_char(&out, ' ');
        buf_put(&out, clause_type_row((ClauseType)i).code);
    }
    return buf_str(&out);
}

/* "C.BASE C.MAXO" in the order of the table. */
static Str in_order(Arena *arena, Str codes)
{
    bool said[CLAUSE_TYPE_COUNT] = {0};
    Buf out = buf_in(arena);
    Str code = {0};
    while (str_next(&codes, ' ', &code)) {
        ClauseType type = 0;
        ROW("%s", str_c(arena, code));
        if (EXPECT(clause_type_of(code, &type))) said[type] = true;
    }
    for (int i = 0; i < CLAUSE_TYPE_COUNT; i++) {
        if (!said[i]) continue;
        if (out.len > 0) buf_char(&out, ' ');
        buf_put(&out, clause_type_row((ClauseType)i).code);
    }
    return buf_str(&out);
}

/* ---- the manual ---------------------------------------------------------- */

typedef struct {
    Str in, en, types;
} Row;

/* The next `code` of a row of a table. */
static bool next_code(Str *rest, Str *code)
{
    size_t from = str_find(*rest, STR("`"), 0);
    if (from == SIZE_MAX) return false;
    size_t to = str_find(*rest, STR("`"), from + 1);
    if (to == SIZE_MAX) return false;
    *code = str_slice(*rest, from + 1, to);
    *rest = str_slice(*rest, to + 1, rest->len);
    return true;
}

/* row = "| `" Indonesian "` | `" English "` | " codes " |" */
static bool read_row(Str line, Row *out)
{
    if (!next_code(&line, &out->in) || !next_code(&line, &out->en))
        return false;
    size_t from = str_find(line, STR("| "), 0);
    size_t to = str_find(line, STR(" |"), from + 2);
    if (from == SIZE_MAX || to == SIZE_MAX) return false;
    out->types = str_slice(line, from + 2, to);
    return true;
}

static Str own_type(const Row *row)
{
    return str_slice(row->types, 0, str_find(row->types, STR(" "), 0));
}

static void expect_row(Arena *arena, const Row *row, const Frames *frames)
{
    Letter first = {0};
    Letter second = {0};
    Str wanted = in_order(arena, row->types);
    ROW("%s", str_c(arena, row->in));
    if (!read_text(arena, framed(arena, (*frames)[LANG_ID], row->in), &first) ||
        !read_text(arena, framed(arena, (*frames)[LANG_EN], row->en), &second))
        return;
    EXPECT(tree_is(&first, &second));
    expect_stable(arena, &first, LANG_ID);
    expect_stable(arena, &first, LANG_EN);
    EXPECT_STR(types_of(arena, &first), str_c(arena, wanted));
    EXPECT_STR(types_of(arena, &second), str_c(arena, wanted));
}

static Str manual(Arena *arena)
{
    Str text = {0};
    Err err = {0};
    (void)EXPECT(
        file_read(arena, "docs/clause-types.md", 1 << 20, &text, &err));
    return text;
}

static void mark_row(Arena *arena, const Row *row, Str heading,
                     uint32_t counts[CLAUSE_TYPE_COUNT])
{
    ClauseType type = 0;
    ROW("%s", str_c(arena, row->in));
    EXPECT_STR(own_type(row), str_c(arena, heading));
    if (EXPECT(clause_type_of(own_type(row), &type))) counts[type]++;
}

FACT(rows_of_the_manual_are_of_exactly_the_types_that_it_says)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 18);
    uint32_t counts[CLAUSE_TYPE_COUNT] = {0};
    const Frames *frames = NULL;
    Str text = manual(arena);
    Str line = {0};
    Str heading = {0};
    while (str_next(&text, '\n', &line)) {
        Row row = {0};
        if (str_starts(line, STR("### ")))
            heading = str_slice(line, STR("### ").len, line.len);
        for (size_t i = 0; i < COUNT(marks); i++) {
            if (str_is(line, str_of(marks[i].mark))) frames = marks[i].frames;
        }
        if (!str_starts(line, STR("| `"))) continue;
        if (!EXPECT(frames != NULL) || !EXPECT(read_row(line, &row))) continue;
        mark_row(arena, &row, heading, counts);
        expect_row(arena, &row, frames);
    }
    for (int i = 0; i < CLAUSE_TYPE_COUNT; i++) {
        ROW("%s has no example",
            str_c(arena, clause_type_row((ClauseType)i).code));
        EXPECT(counts[i] > 0);
    }
}

/* "*Indonesian · English* (computed)." below its heading. */
FACT(the_manual_names_each_type_and_says_whether_it_is_computed)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 18);
    Str text = manual(arena);
    EXPECT_INT(CLAUSE_TYPE_COUNT, 86);
    for (int i = 0; i < CLAUSE_TYPE_COUNT; i++) {
        ClauseTypeRow row = clause_type_row((ClauseType)i);
        Str begins = str_format(
            arena, "### %.*s\n\n*%.*s \xC2\xB7 %.*s* (%s).\n",
            STR_ARG(row.code), STR_ARG(row.name[LANG_ID]),
            STR_ARG(row.name[LANG_EN]), row.computed ? "computed" : "recorded");
        ROW("%s", str_c(arena, begins));
        EXPECT(str_find(text, begins, 0) != SIZE_MAX);
    }
}

FACT(the_letters_around_the_rows_are_of_no_type)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    for (size_t i = 0; i < COUNT(marks); i++) {
        Letter letter = {0};
        const char *frame = (*marks[i].frames)[LANG_ID];
        Str neutral = i == 0 ? STR("Hal lain: \"Itu.\"") : STR("catatan \"a\"");
        if (read_text(arena, framed(arena, frame, neutral), &letter))
            EXPECT_STR(types_of(arena, &letter), "");
    }
}

/* ---- computed or recorded ------------------------------------------------ */

static const struct {
    const char *sentence, *code;
    bool computed;
} kept[] = {
    {"Pegawai wajib di rumah.", "C.ALLH", true},
    {"Menurut zona risiko: merah: pegawai wajib di rumah.", "C.ALLH", true},
    {"Menurut musim: hujan: pegawai wajib di rumah.", "C.ALLH", false},
    {"Menurut level PPKM tempat unit kerja berada: 4: pegawai wajib di rumah.",
     "C.AREA", true},
    {"Pegawai yang divaksin didahulukan di kantor.", "W.VACC", false},
    {"Pegawai yang belum divaksin wajib di rumah.", "W.VACC", true},
    {"Kepala perangkat daerah wajib menimbang jarak rumah.", "W.CRIT", false},
    {"Protokol kesehatan: \"Masker dipakai.\"", "O.HEALTH", false},
    {"Pegawai wajib \"memakai masker\".", "O.HEALTH", false},
    {"Perangkat daerah wajib membentuk satgas.", "O.HEALTH", true},
    {"Jam kerja ialah pukul 08.00–14.00.", "T.HOURS", true},
    {"Jam kerja ialah \"luwes\".", "T.HOURS", false},
    {"Hari di rumah dihitung 8,5 jam.", "R.PAY", true},
    {"Hari di kantor dihitung 7 jam, jika laporan tidak diterima.", "R.PAY",
     true},
    {"Hari di rumah dihitung hari kerja.", "R.PAY", false},
    {"Hari tanpa presensi dihitung \"tidak hadir\".", "R.PAY", false},
    {"Hari di rumah dihitung 8,5 jam, jika atasan puas.", "R.PAY", false},
    {"Jika ada klaster: hari di rumah dihitung 8,5 jam.", "R.PAY", false},
    {"Tunjangan dipotong 0,5%, jika apel tidak diikuti.", "R.PAY", false},
    {"Jika banjir: pegawai wajib di rumah.", "C.ALLH", false},
    {"Pegawai di rumah wajib melapor setiap hari kerja.", "R.DAILY", true},
    {"Jika banjir: pegawai di rumah wajib melapor setiap hari kerja.",
     "R.DAILY", false},
    {"Perjalanan dinas ditiadakan.", "O.DINAS", true},
    {"Jika banjir: perjalanan dinas ditiadakan.", "O.DINAS", false},
    {"Perjalanan dinas ditiadakan, jika banjir.", "O.DINAS", false},
    {"Tunjangan dipotong 0,5%.", "R.PAY", false},
    {"Tunjangan: \"Tetap dibayarkan.\"", "R.PAY", false},
    {"Pelanggaran aturan 1 dikenai: pertama: \"teguran\".", "R.SANCT", true},
    {"Pelanggaran aturan 1 dikenai: kedua: \"teguran\".", "R.SANCT", false},
    {"Pelanggaran aturan 1 dikenai \"hukuman disiplin\".", "R.SANCT", false},
    {"Pelanggaran aturan 1 dikenai: pertama: \"tunjangan ditahan\".", "R.PAY",
     false},
    {"Sanksi: \"Menurut peraturan.\"", "R.SANCT", false},
    {"Unit kerja ditutup.", "O.CLOSE", false},
    {"Pegawai yang sembuh wajib di kantor sesudah 3 hari kalender.", "W.QUAR",
     false},
};

FACT(a_use_is_computed_only_where_the_sentence_is)
{
    for (size_t i = 0; i < COUNT(kept); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        ClauseTypeUse uses[CLAUSE_TYPE_COUNT];
        Letter letter = {0};
        ClauseType type = 0;
        ROW("%s", kept[i].sentence);
        Str text = framed(arena, in_rule[LANG_ID], str_of(kept[i].sentence));
        if (!read_text(arena, text, &letter)) continue;
        clause_types_of(&letter, uses);
        if (!EXPECT(clause_type_of(str_of(kept[i].code), &type))) continue;
        EXPECT_INT(uses[type].computed, kept[i].computed);
    }
}

static const struct {
    const char *sentence, *types;
} near[] = {
#include "types_near.inc"
};

/* "C.ALLH V.EVENT-": in the order of the table, what is recorded with a dash.
 */
static Str types_as_used(Arena *arena, const Letter *letter)
{
    ClauseTypeUse uses[CLAUSE_TYPE_COUNT];
    Buf out = buf_in(arena);
    clause_types_of(letter, uses);
    for (int i = 0; i < CLAUSE_TYPE_COUNT; i++) {
        if (!uses[i].used) continue;
        if (out.len > 0) buf_char(&out, ' ');
        buf_put(&out, clause_type_row((ClauseType)i).code);
        if (!uses[i].computed) buf_char(&out, '-');
    }
    return buf_str(&out);
}

FACT(what_lies_near_a_type_is_of_its_own_types)
{
    for (size_t i = 0; i < COUNT(near); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Letter letter = {0};
        ROW("%s", near[i].sentence);
        Str text = framed(arena, in_rule[LANG_ID], str_of(near[i].sentence));
        if (read_text(arena, text, &letter))
            EXPECT_STR(types_as_used(arena, &letter), near[i].types);
    }
}

static const struct {
    const char *code, *word[2];
} record_words[] = {
#define RECORD_WORD(code, in, en) {code, {in, en}},
#include "circular/record_words.def"
#undef RECORD_WORD
};

static void expect_recorded(Arena *arena, const char *code, Lang lang, Str text)
{
    ClauseTypeUse uses[CLAUSE_TYPE_COUNT];
    Letter letter = {0};
    ClauseType type = 0;
    ROW("%s", str_c(arena, text));
    if (!read_text(arena, framed(arena, in_rule[lang], text), &letter)) return;
    clause_types_of(&letter, uses);
    if (!EXPECT(clause_type_of(str_of(code), &type))) return;
    EXPECT(uses[type].used && !uses[type].computed);
}

FACT(words_of_what_is_recorded_are_known_in_topics_and_in_duties)
{
    static const char *const duties[2] = {"Pegawai wajib \"tentang %s\".",
                                          "Staff must \"of %s\"."};
    for (size_t i = 0; i < COUNT(record_words); i++) {
        for (int lang = 0; lang < 2; lang++) {
            AUTO(arena_done) Arena *arena = arena_open(1 << 16);
            Str word = str_of(record_words[i].word[lang]);
            Str topic = str_format(arena, "Hal %.*s: \"Lihat pedoman.\"",
                                   STR_ARG(word));
            expect_recorded(arena, record_words[i].code, (Lang)lang, topic);
            expect_recorded(arena, record_words[i].code, (Lang)lang,
                            framed(arena, duties[lang], word));
        }
    }
}

/* Dates of the head: on the day of signing, and on the day after, it is at
 * once; later it is not. */
static const struct {
    const char *first;
    bool at_once;
} firsts[] = {
    {"9", false},
    {"10", true},
    {"11", true},
    {"12", false},
};

FACT(a_letter_in_force_on_the_day_or_the_next_takes_effect_at_once)
{
    for (size_t i = 0; i < COUNT(firsts); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        ClauseTypeUse uses[CLAUSE_TYPE_COUNT];
        Letter letter = {0};
        ROW("%s", firsts[i].first);
        Str line = str_format(arena,
                              "ditetapkan 10 Agustus 2020\n"
                              "berlaku %s Agustus 2020 sampai dengan 20 "
                              "Agustus 2020",
                              firsts[i].first);
        if (!read_text(arena, framed(arena, in_head[LANG_ID], line), &letter))
            continue;
        clause_types_of(&letter, uses);
        EXPECT_INT(uses[TYPE_V_INTRADAY].used, firsts[i].at_once);
    }
}
