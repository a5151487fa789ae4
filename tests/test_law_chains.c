/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_law_chains.c - law over two times: which letters and rules answer for a
 * day, as known on another, along two chains of real letters.
 *
 * What is expected was taken from the text of the letters: their dates of
 * issue, the validity that each gives, what each inserts or deletes.
 */
#include "app/law_on_day.h"
#include "circular/parse.h"
#include "cli_run.h"
#include "harness.h"

enum { LETTERS_MOST = 8 };

/* ---- the law of a day in a line ------------------------------------------ */

/* "188.65/504/ORG/2020 to 2020-04-04: 1:2 2:2": the letter, the last day of its
 * stretch, who moved it, and of each rule how many sentences are in force, in
 * the order of the text as changed. */
typedef struct {
    const char *day, *known, *law;
} Row;

static Date day_of(const char *text)
{
    Date day = {0};
    Err err = {0};
    EXPECT(date_parse(str_of(text), &day, &err));
    return day;
}

static void put_stretch(const CorpusLetter *letter, const Corpus *corpus,
                        Date day, Buf *out)
{
    char text[DATE_TEXT];
    for (uint32_t i = 0; i < letter->window_count; i++) {
        Date last = letter->windows[i].last;
        if (!window_has(letter->windows[i], day)) continue;
        buf_format(out, " to %s",
                   date_is(last, DATE_NEVER) ? "-" : date_iso(last, text));
    }
    if (letter->extended_by != NO_INDEX)
        buf_format(out, " by %.*s",
                   STR_ARG(corpus->letters[letter->extended_by].cite));
}

static void put_rules(const LawOnDay *law, const LetterOnDay *on, Buf *out)
{
    for (uint32_t i = 0; i < on->clause_count;) {
        const Clause *first = corpus_clause(&law->corpus, on->clauses[i]);
        Str rule = first->rule->number;
        uint32_t count = 0;
        while (i < on->clause_count &&
               str_is(corpus_clause(&law->corpus, on->clauses[i])->rule->number,
                      rule)) {
            count++;
            i++;
        }
        buf_format(out, " %.*s:%u", STR_ARG(rule), count);
    }
}

static Str law_line(Arena *arena, const LawOnDay *law)
{
    Buf out = buf_in(arena);
    for (uint32_t i = 0; i < law->letter_count; i++) {
        const LetterOnDay *on = &law->letters[i];
        const CorpusLetter *letter = &law->corpus.letters[on->letter];
        if (i > 0) buf_c(&out, "; ");
        buf_put(&out, letter->cite);
        put_stretch(letter, &law->corpus, law->day, &out);
        buf_char(&out, ':');
        put_rules(law, on, &out);
    }
    return buf_str(&out);
}

static void expect_row(Office *office, const Row *row)
{
    Err err = {0};
    LawOnDay law = {0};
    ROW("%s as known on %s", row->day, row->known);
    bool made =
        law_on_day(office, day_of(row->day), day_of(row->known), &law, &err);
    Buf said = buf_in(office->arena);
    diags_print(&office->diags, LANG_EN, &said);
    if (!made) EXPECT_STR(buf_str(&said), "");
    if (EXPECT(made)) EXPECT_STR(law_line(office->arena, &law), row->law);
}

/* ---- offices ------------------------------------------------------------- */

static bool put_text(Office *o, const char *text)
{
    Source *source = NEW(o->arena, Source, 1);
    Letter *tree = NEW(o->arena, Letter, 1);
    Diags diags = diags_in(o->arena);
    *source = (Source){STR("surat"), str_of(text)};
    if (!EXPECT(letter_parse(o->arena, source, tree, &diags))) return false;
    office_put_letter(o, (CorpusInput){.tree = tree, .source = source});
    return true;
}

static bool put_file(Office *o, const char *name)
{
    Err err = {0};
    CorpusInput letter = {0};
    Diags diags = diags_in(o->arena);
    const char *path = str_c(
        o->arena, str_format(o->arena, "examples/letters/%s.edaran", name));
    if (!EXPECT(office_read_letter(o->arena, path, str_of(path), &letter,
                                   &diags, &err)))
        return false;
    office_put_letter(o, letter);
    return true;
}

static bool open_folder(Arena *arena, const char *folder, Office *out)
{
    Err err = {0};
    return EXPECT(office_open(arena, folder, out, &err));
}

/* The made-up city, and letters of examples/letters. */
static bool open_ministry(Arena *arena, const char *const *names, size_t count,
                          Office *out)
{
    bool put = open_folder(arena, "examples/letters/pemerintah", out);
    for (size_t i = 0; put && i < count; i++)
        put = put_file(out, names[i]);
    return put;
}

static void expect_rows(Office *office, const Row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_row(office, &rows[i]);
}

/* ---- Bontang: 504, 527, the second change, 651 ----------------------------
 */

#define BTG_504     "188.65/504/ORG/2020"
#define BTG_SECOND  "Perubahan kedua atas 188.65/504/ORG/2020"
#define BTG_RULES   " 1:2 2:2 3:1 4:7 5:5"
#define BTG_WITH_4A " 1:2 2:2 3:1 4:7 4A:1 5:5"
#define BTG_OWN     BTG_504 " to 2020-04-04:" BTG_RULES
#define BTG_527     BTG_504 " to 2020-04-21 by 188.65/527/ORG/2020:" BTG_RULES
#define BTG_2ND     BTG_504 " to 2020-05-13 by " BTG_SECOND ":" BTG_RULES
#define BTG_651     BTG_504 " to 2020-05-29 by 188.65/651/ORG/2020:"

static const Row bontang[] = {
  /* signed on 20 March, in force from 23 March to 4 April, both in */
    {"2020-03-22", "2020-06-30", ""                   },
    {"2020-03-23", "2020-03-19", ""                   },
    {"2020-03-23", "2020-03-20", BTG_OWN              },
    {"2020-04-04", "2020-03-29", BTG_OWN              },
    {"2020-04-05", "2020-03-29", ""                   },
 /* 527, announced on 30 March: the end moves, for days before it too */
    {"2020-04-05", "2020-03-30", BTG_527              },
    {"2020-03-25", "2020-03-30", BTG_527              },
 /* a head's decision, signed on 6 April for the 7th alone */
    {"2020-04-07", "2020-04-05", BTG_527              },
    {"2020-04-07", "2020-04-06",
     BTG_527 "; 800/02/Dinsos/2020 to 2020-04-07: 1:1"},
    {"2020-04-08", "2020-04-06", BTG_527              },
 /* the second change, announced on the last day of the first one */
    {"2020-04-21", "2020-04-20", BTG_527              },
    {"2020-04-22", "2020-04-20", ""                   },
    {"2020-04-22", "2020-04-21", BTG_2ND              },
    {"2020-05-13", "2020-05-11", BTG_2ND              },
    {"2020-05-14", "2020-05-11", ""                   },
 /* 651, signed on 12 May: the end for all days, its rule from that day */
    {"2020-05-14", "2020-05-12", BTG_651 BTG_WITH_4A  },
    {"2020-05-12", "2020-05-12", BTG_651 BTG_WITH_4A  },
    {"2020-05-11", "2020-05-12", BTG_651 BTG_RULES    },
    {"2020-05-29", "2020-05-12", BTG_651 BTG_WITH_4A  },
    {"2020-05-30", "2020-05-12", ""                   },
};

FACT(bontang_answers_by_the_letters_that_were_signed_by_then)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Office office = {0};
    if (open_folder(arena, "examples/bontang", &office))
        expect_rows(&office, bontang, COUNT(bontang));
}

/* ---- letters that come late, or end a letter within the day ---------------
 */

static const char late[] = "surat edaran 188.65/690/ORG/2020\n"
                           "penerbit Wali Kota Bontang\n"
                           "ditetapkan 18 Mei 2020\n"
                           "berlaku 14 Mei 2020 sampai dengan 20 Mei 2020\n\n"
                           "aturan 1 \"apel\"\n(1) Apel ditiadakan.\n";

static const char amends_late[] =
    "surat edaran 188.65/695/ORG/2020\n"
    "penerbit Wali Kota Bontang\n"
    "ditetapkan 19 Mei 2020\n"
    "berlaku sejak 15 Mei 2020 sampai dengan ditentukan kemudian\n"
    "mengubah surat edaran 188.65/504/ORG/2020, sebagaimana terakhir diubah "
    "dengan surat edaran 188.65/651/ORG/2020\n\n"
    "aturan 2 ayat (2) dihapus.\n";

static const char ends_at_noon[] =
    "surat edaran 188.65/700/ORG/2020\n"
    "penerbit Wali Kota Bontang\n"
    "ditetapkan 25 Mei 2020\n"
    "mencabut surat edaran 188.65/504/ORG/2020 mulai 26 Mei 2020 pukul 12.00\n";

#define BTG_690     "; 188.65/690/ORG/2020 to 2020-05-20: 1:1"
#define BTG_SHORTER " 1:2 2:1 3:1 4:7 4A:1 5:5"
#define BTG_ENDED   BTG_504 " to 2020-05-26 by 188.65/651/ORG/2020:"

static const Row bontang_later[] = {
  /* signed on the 18th for the 14th to the 20th: known from the 18th */
    {"2020-05-14", "2020-05-17", BTG_651 BTG_WITH_4A        },
    {"2020-05-14", "2020-05-18", BTG_651 BTG_WITH_4A BTG_690},
    {"2020-05-13", "2020-05-18", BTG_651 BTG_WITH_4A        },
 /* the change of the 19th holds from the 15th, once it is known */
    {"2020-05-15", "2020-05-18", BTG_651 BTG_WITH_4A BTG_690},
    {"2020-05-15", "2020-05-19", BTG_651 BTG_SHORTER BTG_690},
    {"2020-05-14", "2020-05-19", BTG_651 BTG_WITH_4A BTG_690},
    {"2020-05-21", "2020-05-20", BTG_651 BTG_SHORTER        },
 /* withdrawn at noon of the 26th: its morning is still under the letter */
    {"2020-05-27", "2020-05-24", BTG_651 BTG_SHORTER        },
    {"2020-05-26", "2020-05-25", BTG_ENDED BTG_SHORTER      },
    {"2020-05-27", "2020-05-25", ""                         },
};

FACT(what_is_signed_late_answers_from_its_signature_for_days_before_it)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Office office = {0};
    if (open_folder(arena, "examples/bontang", &office) &&
        put_text(&office, late) && put_text(&office, amends_late) &&
        put_text(&office, ends_at_noon))
        expect_rows(&office, bontang_later, COUNT(bontang_later));
}

/* ---- what was inserted is changed again ------------------------------------
 */

static const char inserts[] =
    "surat edaran 188.65/701/ORG/2020\n"
    "penerbit Wali Kota Bontang\n"
    "ditetapkan 13 Mei 2020\n"
    "berlaku sejak 14 Mei 2020 sampai dengan ditentukan kemudian\n"
    "mengubah surat edaran 188.65/504/ORG/2020, sebagaimana terakhir diubah "
    "dengan surat edaran 188.65/651/ORG/2020\n\n"
    "sesudah aturan 2 ayat (1) disisipkan ayat (1a):\n"
    "(1a) Lurah wajib di lapangan.\n";

static const char changes_inserted[] =
    "surat edaran 188.65/702/ORG/2020\n"
    "penerbit Wali Kota Bontang\n"
    "ditetapkan 15 Mei 2020\n"
    "berlaku sejak 18 Mei 2020 sampai dengan ditentukan kemudian\n"
    "mengubah surat edaran 188.65/504/ORG/2020, sebagaimana terakhir diubah "
    "dengan surat edaran 188.65/701/ORG/2020\n\n"
    "aturan 2 ayat (1a) diubah menjadi:\n"
    "(1a) Lurah boleh di rumah.\n";

/* The paragraph of that number, "-" when there is none, and where it stands. */
static Str paragraph_line(Office *office, const char *day, const char *number)
{
    Err err = {0};
    LawOnDay law = {0};
    EXPECT(law_on_day(office, day_of(day), DATE_NEVER, &law, &err));
    for (uint32_t c = 1; c < law.letters[0].clause_count; c++) {
        const ClauseId *ids = law.letters[0].clauses + c;
        const Clause *clause = corpus_clause(&law.corpus, ids[0]);
        const Clause *before = corpus_clause(&law.corpus, ids[-1]);
        if (str_is(clause->sentence->paragraph, str_of(number)))
            return str_format(office->arena, "%.*s behind %.*s",
                              STR_ARG(clause->cite), STR_ARG(before->cite));
    }
    return STR("-");
}

FACT(an_inserted_paragraph_stands_in_its_rule_and_can_be_changed)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Office office = {0};
    Str there = STR(BTG_504 "#2(1a) behind " BTG_504 "#2(1)");
    if (!open_folder(arena, "examples/bontang", &office) ||
        !put_text(&office, inserts) || !put_text(&office, changes_inserted))
        return;
    EXPECT_STR(paragraph_line(&office, "2020-05-13", "1a"), "-");
    EXPECT_STR(paragraph_line(&office, "2020-05-14", "1a"), there);
    EXPECT_STR(paragraph_line(&office, "2020-05-18", "1a"), there);
}

/* ---- the ministry: 19, 34, 50, 54, 57, 58 ---------------------------------
 */

#define M19    "19 Tahun 2020"
#define M_BASE " 1:4 2:2 3:5"
#define M_OWN  M19 " to 2020-03-31:" M_BASE
#define M_34   M19 " to 2020-04-21 by 34 Tahun 2020:" M_BASE
#define M_50   M19 " to 2020-05-13 by 50 Tahun 2020:" M_BASE " 3A:3"
#define M_54   M19 " to 2020-05-29 by 54 Tahun 2020:" M_BASE " 3A:3 3B:2"
#define M_57   M19 " to 2020-06-04 by 57 Tahun 2020:" M_BASE " 3A:3 3B:2 3C:4"
#define M_58   "58 Tahun 2020 to -: 1:5 3:3"

static const char *const chain[] = {
    "N01-menpanrb-19-2020", "N02-menpanrb-34-2020", "N05-menpanrb-50-2020",
    "N06-menpanrb-54-2020", "N07-menpanrb-57-2020", "N08-menpanrb-58-2020",
};

static const Row ministry[] = {
  /* 19, signed on 16 March, from the 17th to the 31st */
    {"2020-03-16", "2020-03-16", ""          },
    {"2020-03-17", "2020-03-15", ""          },
    {"2020-03-17", "2020-03-16", M_OWN       },
    {"2020-03-31", "2020-03-29", M_OWN       },
    {"2020-04-01", "2020-03-29", ""          },
 /* 34, signed a day before the end: its rule 3A from that day */
    {"2020-03-29", "2020-03-30", M_34        },
    {"2020-03-30", "2020-03-30", M_34 " 3A:3"},
    {"2020-04-21", "2020-04-19", M_34 " 3A:3"},
    {"2020-04-22", "2020-04-19", ""          },
 /* 50, signed on 20 April */
    {"2020-04-22", "2020-04-20", M_50 " 3B:2"},
    {"2020-04-19", "2020-04-20", M_50        },
    {"2020-05-14", "2020-05-11", ""          },
 /* 54, signed on 12 May */
    {"2020-05-14", "2020-05-12", M_54 " 3C:4"},
    {"2020-05-11", "2020-05-12", M_54        },
    {"2020-05-30", "2020-05-27", ""          },
 /* 57, signed on 28 May; 58, signed a day later, from 5 June: it revokes the
  * others from then on, and its rule 2 waits for a status that is over */
    {"2020-05-30", "2020-05-28", M_57        },
    {"2020-06-04", "2020-05-29", M_57        },
    {"2020-06-05", "2020-05-28", ""          },
    {"2020-06-05", "2020-05-29", M_58        },
    {"2021-06-05", "2020-05-29", M_58        },
};

FACT(the_ministry_answers_by_the_letters_that_were_signed_by_then)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Office office = {0};
    if (open_ministry(arena, chain, COUNT(chain), &office))
        expect_rows(&office, ministry, COUNT(ministry));
}

/* ---- an outside status that ends later than was said ----------------------
 */

static const char *const under_status[] = {
    "N01-menpanrb-19-2020", "N02-menpanrb-34-2020", "N04-menpanrb-45-2020"};

#define M_45_FIRST "45 Tahun 2020 to 2020-04-23: 1:3 2:2"
#define M_45_THEN  "45 Tahun 2020 to 2020-05-31: 1:3 2:2"

static const Row status[] = {
    {"2020-04-22", "2020-04-08", ""        },
    {"2020-04-22", "2020-04-09", M_45_FIRST},
    {"2020-04-09", "2020-04-09", ""        },
    {"2020-04-24", "2020-04-21", ""        },
    {"2020-04-24", "2020-04-22", M_45_THEN },
    {"2020-05-31", "2020-04-22", M_45_THEN },
    {"2020-06-01", "2020-04-22", ""        },
};

/* PSBB first told to 23 April, on 22 April told to 31 May. */
static void tell_status(Office *o)
{
    AreaStatus *told = NEW(o->arena, AreaStatus, 2);
    told[0] = (AreaStatus){
        .status = STR("PSBB"),
        .area = STR("Kota Teladan"),
        .window = {day_of("2020-04-10"), day_of("2020-04-23")},
        .known = day_of("2020-04-09"),
    };
    told[1] = told[0];
    told[1].window = (Window){day_of("2020-04-24"), day_of("2020-05-31")};
    told[1].known = day_of("2020-04-22");
    o->r.statuses = told;
    o->r.status_count = 2;
}

FACT(a_letter_bound_to_a_status_ends_when_the_status_is_known_to_end)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Office office = {0};
    if (!open_ministry(arena, under_status + 2, 1, &office)) return;
    tell_status(&office);
    expect_rows(&office, status, COUNT(status));
}

static const Row beside[] = {
    {"2020-04-20", "2020-04-08", M_34 " 3A:3"             },
    {"2020-04-20", "2020-04-09", M_34 " 3A:3; " M_45_FIRST},
    {"2020-04-22", "2020-04-20", M_45_FIRST               },
};

FACT(a_letter_under_a_status_stands_beside_the_chain)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Office office = {0};
    if (!open_ministry(arena, under_status, COUNT(under_status), &office))
        return;
    tell_status(&office);
    expect_rows(&office, beside, COUNT(beside));
}

/* ---- as a user asks -------------------------------------------------------
 */

static const struct {
    const char *day, *known, *has, *lacks;
} asked[] = {
    {"2020-04-09", "2020-03-25", "Tidak ada surat yang berlaku", "504"      },
    {"2020-04-09", "2020-03-30", "188.65/527/ORG/2020",          "Tidak ada"},
    {"2020-05-11", "2020-05-12", "188.65/651/ORG/2020",          "Aturan 4A"},
    {"2020-05-12", "2020-05-12", "Aturan 4A",                    "Tidak ada"},
};

FACT(the_command_says_the_same)
{
    for (size_t i = 0; i < COUNT(asked); i++) {
        ROW("law --on %s --known %s", asked[i].day, asked[i].known);
        Str line =
            str_format(cli_memory(),
                       "law --government examples/bontang --on %s --known %s",
                       asked[i].day, asked[i].known);
        Ran ran = cli_run(str_c(cli_memory(), line));
        EXPECT_INT(ran.code, 0);
        EXPECT_HAS(ran.out, asked[i].has);
        EXPECT(str_find(ran.out, str_of(asked[i].lacks), 0) == SIZE_MAX);
    }
}
