/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_intraday.c - letters that begin, end or are revoked within the day.
 *
 * The day has two halves.  Which places they have is asked of letters without
 * an hour: the half before is a day on which the letter has not begun yet, the
 * half behind one on which it has ended.
 */
#include "circular/explain.h"
#include "circular/law.h"
#include "harness.h"
#include "small_law.h"
#include "small_texts.h"

#define BETWEEN "====\n"
#define FIRST(validity, rule)                                                 \
    "surat edaran 1/T\npenerbit Wali Kota\nditetapkan 1 Agustus 2020\n"       \
    "berlaku " validity "\nbagi seluruh pegawai\n\naturan 1 \"a\"\n(1) " rule \
    "\n"
#define SECOND(validity, lines, rule)                           \
    BETWEEN "surat edaran 2/T\npenerbit Wali Kota\n"            \
            "ditetapkan 2 Agustus 2020\nberlaku " validity "\n" \
            "bagi seluruh pegawai\n" lines "\naturan 1 \"a\"\n(1) " rule "\n"

/* A letter that changes the first from an hour of the day. */
#define CHANGE(from, change)                                      \
    BETWEEN "surat edaran 3/T\npenerbit Wali Kota\n"              \
            "ditetapkan 4 Agustus 2020\nberlaku sejak " from "\n" \
            "mengubah surat edaran 1/T\n\n" change "\n"

#define HOME   "Pegawai wajib di rumah."
#define OFFICE "Pegawai pada Dinas Contoh wajib di kantor."
#define AUGUST "3 Agustus 2020 sampai dengan 31 Agustus 2020"

/* On Wednesday 5 August 2020; `before` and `behind` are the same letters with
 * whole days. */
static const struct {
    const char *letters, *before, *behind;
    int minute;
    bool late; /* the day is that of the half behind */
} cases[] = {
    {FIRST("sejak 5 Agustus 2020 pukul 12.00 sampai dengan 31 Agustus 2020",
           HOME),
     FIRST("6 Agustus 2020 sampai dengan 31 Agustus 2020", HOME),
     FIRST(AUGUST, HOME), 720, true},
    {FIRST("3 Agustus 2020 sampai dengan 5 Agustus 2020 pukul 11.30", HOME),
     FIRST(AUGUST, HOME),
     FIRST("3 Agustus 2020 sampai dengan 4 Agustus 2020", HOME), 690, false},
    {FIRST(AUGUST, HOME)
         SECOND("sejak 5 Agustus 2020 pukul 13.00 sampai dengan 31 "
                "Agustus 2020",
                "mencabut surat edaran 1/T\n", OFFICE),
     FIRST(AUGUST, HOME),
     FIRST("3 Agustus 2020 sampai dengan 4 Agustus 2020", HOME)
         SECOND(AUGUST, "", OFFICE),
     780, true},
    {FIRST(AUGUST, HOME) SECOND("10 Agustus 2020 sampai dengan 31 Agustus 2020",
                                "mencabut surat edaran 1/T mulai 5 Agustus "
                                "2020 pukul 10.00\n",
                                OFFICE),
     FIRST(AUGUST, HOME),
     FIRST("3 Agustus 2020 sampai dengan 4 Agustus 2020", HOME), 600, false},
    {FIRST(AUGUST, OFFICE)
         SECOND("sejak 5 Agustus 2020 pukul 09.00 sampai dengan 31 "
                "Agustus 2020",
                "di samping surat edaran 1/T\n",
                "Pegawai pada Seksi Dua wajib di rumah."),
     FIRST(AUGUST, OFFICE),
     FIRST(AUGUST, OFFICE) SECOND(AUGUST, "di samping surat edaran 1/T\n",
                                  "Pegawai pada Seksi Dua wajib di rumah."),
     540, true},
    /* the first of two beginnings turns the day, and the first of two ends; a
     * beginning before an end */
    {FIRST("sejak 5 Agustus 2020 pukul 12.00 sampai dengan 31 Agustus 2020",
           OFFICE)
         SECOND(
             "sejak 5 Agustus 2020 pukul 10.00 sampai dengan 31 Agustus 2020",
             "di samping surat edaran 1/T\n",
             "Pegawai pada Seksi Dua wajib di rumah."),
     FIRST("6 Agustus 2020 sampai dengan 31 Agustus 2020", OFFICE),
     FIRST(AUGUST, OFFICE) SECOND(AUGUST, "di samping surat edaran 1/T\n",
                                  "Pegawai pada Seksi Dua wajib di rumah."),
     600, true},
    {FIRST("3 Agustus 2020 sampai dengan 5 Agustus 2020 pukul 11.30", OFFICE)
         SECOND("3 Agustus 2020 sampai dengan 5 Agustus 2020 pukul 10.00",
                "di samping surat edaran 1/T\n",
                "Pegawai pada Seksi Dua wajib di rumah."),
     FIRST(AUGUST, OFFICE) SECOND(AUGUST, "di samping surat edaran 1/T\n",
                                  "Pegawai pada Seksi Dua wajib di rumah."),
     FIRST(AUGUST, OFFICE), 600, false},
    {FIRST("3 Agustus 2020 sampai dengan 5 Agustus 2020 pukul 10.00", HOME)
         SECOND(
             "sejak 5 Agustus 2020 pukul 13.00 sampai dengan 31 Agustus 2020",
             "di samping surat edaran 1/T\n", OFFICE),
     FIRST(AUGUST, HOME),
     FIRST("3 Agustus 2020 sampai dengan 4 Agustus 2020", HOME)
         SECOND(AUGUST, "", OFFICE),
     780, true},
    /* a clause that is changed, struck or brought in at an hour */
    {FIRST(AUGUST, HOME)
         CHANGE("5 Agustus 2020 pukul 12.15",
                "aturan 1 ayat (1) diubah menjadi:\n(1) " OFFICE),
     FIRST(AUGUST, HOME), FIRST(AUGUST, OFFICE), 735, true},
    {FIRST(AUGUST, HOME)
         CHANGE("5 Agustus 2020 pukul 08.45", "aturan 1 ayat (1) dihapus."),
     FIRST(AUGUST, HOME),
     FIRST("3 Agustus 2020 sampai dengan 4 Agustus 2020", HOME), 525, false},
    {FIRST(AUGUST, OFFICE)
         CHANGE("5 Agustus 2020 pukul 14.00",
                "sesudah aturan 1 ayat (1) disisipkan ayat (1a):\n"
                "(1a) Pegawai pada Seksi Dua wajib di rumah."),
     FIRST(AUGUST, OFFICE),
     FIRST(AUGUST, OFFICE "\n(2) Pegawai pada Seksi Dua wajib di rumah."), 840,
     true},
    /* a clause with hours of its own, in a frame and behind */
    {FIRST(AUGUST, "Mulai 5 Agustus 2020 pukul 09.30: pegawai wajib di rumah."),
     FIRST("6 Agustus 2020 sampai dengan 31 Agustus 2020", HOME),
     FIRST(AUGUST, HOME), 570, true},
    {FIRST(AUGUST, "Pegawai wajib di rumah sampai dengan 5 Agustus 2020 pukul "
                   "15.00."),
     FIRST(AUGUST, HOME),
     FIRST("3 Agustus 2020 sampai dengan 4 Agustus 2020", HOME), 900, false},
    /* what is owed from another hour does not turn the places */
    {FIRST(AUGUST, HOME "\n(2) Mulai 5 Agustus 2020 pukul 10.00: pegawai wajib "
                        "melapor setiap hari kerja kepada atasan langsung.")
         CHANGE("5 Agustus 2020 pukul 12.00",
                "aturan 1 ayat (1) diubah menjadi:\n(1) " OFFICE),
     FIRST(AUGUST, HOME), FIRST(AUGUST, OFFICE), 720, true},
};

enum { THE_FIFTH = 18479 };

static const LawDay *day_of(Arena *arena, const char *letters)
{
    const char *texts[TABLE_COUNT] = {[TABLE_UNITS] = small_texts[TABLE_UNITS],
                                      [TABLE_PEOPLE] =
                                          small_texts[TABLE_PEOPLE],
                                      [TABLE_POSTS] = small_texts[TABLE_POSTS]};
    SmallLaw *law = NEW(arena, SmallLaw, 1);
    if (small_law_make(arena, texts, letters, DATE_NEVER, law))
        return law_day(arena, &law->corpus, (Date){THE_FIFTH});
    EXPECT_STR(small_law_said(arena, law, LANG_EN), "");
    return NULL;
}

static void expect_halves(const Directive *d, char before, char behind,
                          size_t row)
{
    bool late = cases[row].late;
    EXPECT_INT(d->letter, late ? behind : before);
    EXPECT_INT(d->part, before == behind ? 0 : late ? before : behind);
    if (before == behind) return;
    EXPECT_INT(d->part_from, late ? 0 : cases[row].minute);
    EXPECT_INT(d->part_to, late ? cases[row].minute : 1440);
    EXPECT(d->part_event == NO_INDEX);
}

FACT(a_day_on_which_a_letter_begins_or_ends_has_the_places_of_both_halves)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 18);
        size_t parted = 0;
        ROW("%zu", i);
        const LawDay *day = day_of(arena, cases[i].letters);
        const LawDay *before = day_of(arena, cases[i].before);
        const LawDay *behind = day_of(arena, cases[i].behind);
        if (day == NULL || before == NULL || behind == NULL) continue;
        for (uint32_t p = 0; p < SMALL_PEOPLE; p++) {
            Directive d = law_person(day, (PersonId){p});
            expect_halves(&d, law_person(before, (PersonId){p}).letter,
                          law_person(behind, (PersonId){p}).letter, i);
            parted += d.part != 0;
        }
        EXPECT(parted > 0);
    }
}

/* Who asks why is told of both halves, and by which rule. */
static const struct {
    const char *letters;
    Lang lang;
    const char *says;
} told[] = {
    {FIRST(AUGUST, HOME)
         SECOND("sejak 5 Agustus 2020 pukul 13.00 sampai dengan 31 "
                "Agustus 2020",
                "mencabut surat edaran 1/T\n", OFFICE),
     LANG_ID, "Sampai pukul 13.00: rumah, menurut aturan 1 ayat (1) SE 1/T."},
    {FIRST("3 Agustus 2020 sampai dengan 5 Agustus 2020 pukul 11.30", HOME),
     LANG_ID, "Sejak pukul 11.30: bekerja biasa."},
    {FIRST("sejak 5 Agustus 2020 pukul 12.00 sampai dengan 31 Agustus 2020",
           HOME),
     LANG_EN, "Until 12.00: works as usual."},
};

FACT(the_place_of_the_other_half_is_told)
{
    for (size_t i = 0; i < COUNT(told); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 18);
        Explanation e = {0};
        Buf out = buf_in(arena);
        ROW("%zu", i);
        const LawDay *day = day_of(arena, told[i].letters);
        if (day == NULL) continue;
        Directive d = law_person(day, (PersonId){1});
        explain_cell(arena, day, (PersonId){1}, d.letter, NULL, told[i].lang,
                     &e);
        explanation_print(&e, law_corpus(day)->r, (PersonId){1},
                          (Date){THE_FIFTH}, told[i].lang, &out);
        EXPECT_HAS(buf_str(&out), told[i].says);
    }
}

/* Both wordings are of that day, each in the place of its letter. */
FACT(the_clauses_of_both_halves_are_told_in_their_order)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 18);
    const LawDay *day = day_of(
        arena, FIRST(AUGUST, HOME "\n(2) Rapat diadakan secara daring.")
                   CHANGE("5 Agustus 2020 pukul 12.00",
                          "aturan 1 ayat (1) diubah menjadi:\n(1) " OFFICE));
    uint32_t count = 0;
    if (day == NULL) return;
    (void)law_clauses(day, &count);
    EXPECT_INT(count, 2);
    const ClauseId *both = law_clauses_of_both(arena, day, &count);
    if (!EXPECT_INT(count, 3)) return;
    for (uint32_t i = 0; i < count; i++)
        EXPECT_INT(both[i].index, i);
    LawHours old = law_clause_hours(corpus_clause(law_corpus(day), both[0]),
                                    (Date){THE_FIFTH});
    LawHours anew = law_clause_hours(corpus_clause(law_corpus(day), both[1]),
                                     (Date){THE_FIFTH});
    EXPECT_INT(old.from, -1);
    EXPECT_INT(old.to, 720);
    EXPECT_INT(anew.from, 720);
    EXPECT_INT(anew.to, -1);
}
