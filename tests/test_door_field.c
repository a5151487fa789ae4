/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fields: what a form may hold, and how everything else is refused.
 */
#include "door/field.h"
#include "harness.h"

static const FieldRule rules[] = {
    {"baris", "Line",   FIELD_LINE,   .most = 10    },
    {"teks",  "Text",   FIELD_TEXT,   .most = 20    },
    {"hari",  "Day",    FIELD_DATE,   .most = 0     },
    {"bulan", "Month",  FIELD_MONTH,  .most = 0     },
    {"jam",   "Time",   FIELD_MINUTE, .most = 0     },
    {"angka", "Number", FIELD_NUMBER, .least = 1,     .most = 50},
    {"kode",       "Code",          FIELD_CODE,          .most = 0    },
    {"id",       "Record",            FIELD_ID,          .most = 0},
    {"pilih",       "Choice",         FIELD_CHOICE,       .choices = "kantor|rumah"},
    {"banyak",       "Many",        FIELD_CODE,        .many = true    },
};
static const FieldRules all = {rules, COUNT(rules)};

static Fields posted(Arena *arena, const HttpPair *pairs, size_t count)
{
    HttpPairs none = {0};
    HttpRequest request = {
        .arena = arena, .method = HTTP_POST, .form = {pairs, count}
    };
    return field_check(arena, all, &request, &none);
}

static const struct {
    const char *name, *value;
    int fault; /* FieldFaultKind */
} cases[] = {
    {"baris", "satu",                                 FIELD_FINE     },
    {"baris", "  satu  ",                             FIELD_FINE     },
    {"baris", "dua\nbaris",                           FIELD_MALFORMED},
    {"baris", "terlalu panjang",                      FIELD_LONG     },
    {"teks",  "dua\r\nbaris",                         FIELD_FINE     },
    {"teks",  "bel\a",                                FIELD_MALFORMED},
    {"hari",  "2020-02-29",                           FIELD_FINE     },
    {"hari",  "2021-02-29",                           FIELD_MALFORMED},
    {"hari",  "29-02-2020",                           FIELD_MALFORMED},
    {"bulan", "2020-12",                              FIELD_FINE     },
    {"bulan", "2020-13",                              FIELD_MALFORMED},
    {"bulan", "2020-1",                               FIELD_MALFORMED},
    {"jam",   "07.30",                                FIELD_FINE     },
    {"jam",   "23:59",                                FIELD_FINE     },
    {"jam",   "24.00",                                FIELD_MALFORMED},
    {"jam",   "7.30",                                 FIELD_MALFORMED},
    {"angka", "50",                                   FIELD_FINE     },
    {"angka", "51",                                   FIELD_MALFORMED},
    {"angka", "0",                                    FIELD_MALFORMED},
    {"angka", "1e1",                                  FIELD_MALFORMED},
    {"kode",  "B00042",                               FIELD_FINE     },
    {"kode",  "B'; DROP",                             FIELD_MALFORMED},
    {"id",    "0173b0c0-1111-7222-8333-444455556666", FIELD_FINE     },
    {"id",    "0173b0c0",                             FIELD_MALFORMED},
    {"pilih", "rumah",                                FIELD_FINE     },
    {"pilih", "kantor|rumah",                         FIELD_MALFORMED},
    {"pilih", "Rumah",                                FIELD_MALFORMED},
    {"kunci", "apa saja",                             FIELD_FINE     },
    {"bukan", "x",                                    FIELD_UNKNOWN  },
};

FACT(each_kind_takes_its_form_and_nothing_else)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        HttpPair pair = {str_of(cases[i].name), str_of(cases[i].value)};
        Fields fields = posted(tmp, &pair, 1);
        ROW("%s=%s", cases[i].name, cases[i].value);
        EXPECT_INT((int64_t)fields.faults.count,
                   cases[i].fault == FIELD_FINE ? 0 : 1);
        if (fields.faults.count == 1)
            EXPECT_INT(fields.faults.at[0].kind, cases[i].fault);
    }
}

FACT(values_are_read)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    HttpPair pairs[] = {
        {STR("baris"),  STR("\xe2\x80\x8b a \xe2\x80\xae"
                           "b ")},
        {STR("teks"),   STR("a\r\nb")                 },
        {STR("hari"),   STR("2020-08-03")             },
        {STR("bulan"),  STR("2020-02")                },
        {STR("jam"),    STR("07:30")                  },
        {STR("angka"),  STR("7")                      },
        {STR("banyak"), STR("x")                      },
        {STR("banyak"), STR("y")                      },
    };
    Fields f = posted(tmp, pairs, COUNT(pairs));
    char iso[DATE_TEXT];
    EXPECT_INT((int64_t)f.faults.count, 0);
    EXPECT_STR(field_of(&f, "baris")->text, "a b");
    EXPECT_STR(field_of(&f, "teks")->text, "a\nb");
    EXPECT_STR(date_iso(field_of(&f, "hari")->date, iso), "2020-08-03");
    EXPECT_INT(window_days(field_of(&f, "bulan")->days), 29);
    EXPECT_INT(field_of(&f, "jam")->minute, 450);
    EXPECT_INT(field_of(&f, "angka")->number, 7);
    EXPECT_INT((int64_t)field_of(&f, "banyak")->many_count, 2);
    EXPECT_STR(field_of(&f, "banyak")->many[1], "y");
    EXPECT(!field_of(&f, "pilih")->given);
}

FACT(what_nobody_sees_is_not_a_value)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    HttpPair pairs[] = {
        {STR("baris"), STR("\xe2\x80\x8b\xef\xbb\xbf ")}
    };
    Fields f = posted(tmp, pairs, COUNT(pairs));
    EXPECT(!field_of(&f, "baris")->given);
}

FACT(one_value_where_one_is_asked)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    HttpPair pairs[] = {
        {STR("pilih"), STR("kantor")},
        {STR("pilih"), STR("rumah") }
    };
    Fields f = posted(tmp, pairs, COUNT(pairs));
    EXPECT_INT((int64_t)f.faults.count, 1);
    EXPECT_INT(f.faults.at[0].kind, FIELD_MALFORMED);
}

FACT(what_is_needed_is_missed)
{
    static const FieldRule needed[] = {
        {"isi", "Text", FIELD_TEXT, .needed = true},
    };
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    HttpPairs none = {0};
    HttpPair blank = {STR("isi"), STR(" \r\n ")};
    HttpRequest request = {
        .arena = tmp, .method = HTTP_POST, .form = {&blank, 1}
    };
    Fields f = field_check(tmp, (FieldRules){needed, 1}, &request, &none);
    EXPECT_INT((int64_t)f.faults.count, 1);
    EXPECT_INT(f.faults.at[0].kind, FIELD_MISSING);
}

/* The query of a form that is posted says nothing: it may stand in a link. */
FACT(a_posted_form_is_not_read_from_its_address)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    HttpPairs none = {0};
    HttpPair pair = {STR("pilih"), STR("kantor")};
    HttpRequest request = {
        .arena = tmp, .method = HTTP_POST, .query = {&pair, 1}
    };
    Fields f = field_check(tmp, all, &request, &none);
    EXPECT(!field_of(&f, "pilih")->given);
}

static void read_undeclared(void)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Fields f = posted(tmp, NULL, 0);
    (void)field_of(&f, "lain");
}

FACT(a_handler_reads_what_its_route_declares)
{
    EXPECT_DIES(read_undeclared);
}
