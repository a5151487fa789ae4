/*
 * test_base_csv.c - tables from spreadsheets, editors and enemies.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "csv_text.h"
#include "harness.h"

/* What is read: the text, and "line:field|field/line:field" of it. */
static const struct {
    Str text;
    const char *rows;
} readable[] = {
    {STR_INIT("a,b\n1,2\n"),             "1:a|b/2:1|2"                    },
    {STR_INIT("a,b\n1,2"),               "1:a|b/2:1|2"                    },
    {STR_INIT("a;b\n1,5;2\n"),           "1:a|b/2:1,5|2"                  },
    {STR_INIT("a\tb\n\t2\n"),            "1:a|b/2:|2"                     },
    {STR_INIT("\"a,b,c\";d\n1;2\n"),     "1:a,b,c|d/2:1|2"                },
    {STR_INIT("a\nb\n"),                 "1:a/2:b"                        },
    {STR_INIT("\xef\xbb\xbfz,b\n"),      "1:z|b"                          },
    {STR_INIT("a,b\r\n1,2\r\n"),         "1:a|b/2:1|2"                    },
    {STR_INIT("a,b\r1,2\r"),             "1:a|b/2:1|2"                    },
    {STR_INIT("a\r\nb\rc\nd"),           "1:a/2:b/3:c/4:d"                },
    {STR_INIT("\n\na\r\n\r\n  \nb\n\n"), "3:a/6:b"                        },
    {STR_INIT(""),                       ""                               },
    {STR_INIT("\n\r\n\r"),               ""                               },
    {STR_INIT("\xef\xbb\xbf"),           ""                               },
    {STR_INIT("a,b,c\n,,\n"),            "1:a|b|c/2:||"                   },
    {STR_INIT("a\n\"\"\nb\n"),           "1:a/2:/3:b"                     },
    {STR_INIT("a,b\n1\n1,2,3\n"),        "1:a|b/2:1/3:1|2|3"              },
    {STR_INIT("a,b\n\"1,2\",3\n"),       "1:a|b/2:1,2|3"                  },
    {STR_INIT("a\n\"x \"\"y\"\"\"\n"),   "1:a/2:x \"y\""                  },
    {STR_INIT("a,b\n\"x\r\ny\",z\nw,v"), "1:a|b/2:x\r\ny|z/4:w|v"         },
    {STR_INIT("a,b\n \"x\" , \"y\" \n"), "1:a|b/2:x|y"                    },
    {STR_INIT("nip\n000123\n"),          "1:nip/2:000123"                 },
    {STR_INIT("a\nJos\xe9 \x80\n"),      "1:a/2:Jos\xc3\xa9 \xe2\x82\xac" },
    {STR_INIT("1\n2\n3\n4\n5\n6\n7\n8"), "1:1/2:2/3:3/4:4/5:5/6:6/7:7/8:8"},
    {STR_INIT("1234567890123456"),       "1:1234567890123456"             },
};

/* What is refused, and the words that say why. */
static const struct {
    Str text;
    const char *why;
} refused[] = {
    {STR_INIT("a,b\n1,2\n3,\"x\n4,5\n"),       "line 3: a quote opens and never"       },
    {STR_INIT("a,b\n\"x\n\n\",\"y\n4,5"),      "line 4: a quote opens and never"       },
    {STR_INIT("\""),                           "line 1: a quote opens and never closes"},
    {STR_INIT("a\n1\nJl. \"Merdeka\" 5\n"),    "line 3: a quote stands inside"         },
    {STR_INIT("a\n\"x\"y\n"),                  "line 2: a quote stands inside a field" },
    {STR_INIT("a\n\n\"x\ny\"z\n"),             "line 4: a quote stands inside a field" },
    {STR_INIT("\xff\xfe\0a,\0b\0\n\0"),        "bytes of zero"                         },
    {STR_INIT("a,b\n1,\0\n"),                  "bytes of zero"                         },
    {STR_INIT("a,b,c,d,e\n"),                  "line 1: too many columns (at most 4)"  },
    {STR_INIT("1\n2\n3\n4\n5\n6\n7\n8\n9"),
     "line 9: too many rows (at most 8)"                                               },
    {STR_INIT("a\n12345678901234567"),         "line 2: a field has too many bytes"    },
    {STR_INIT("a,b\n1,\"12345678901234567\""), "line 2: a field has too many"          },
};

static const CsvLimits small = {.rows = 8, .columns = 4, .field = 16};

FACT(tables_are_read)
{
    for (size_t i = 0; i < COUNT(readable); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1024);
        Csv csv = {0};
        Err err = {0};
        ROW("%zu: %s", i, readable[i].rows);
        EXPECT(csv_read(tmp, readable[i].text, small, &csv, &err));
        EXPECT_STR(csv_text(tmp, &csv), readable[i].rows);
    }
}

FACT(what_is_no_table_is_refused_with_the_line)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1024);
        Csv csv = {0};
        Err err = {0};
        ROW("%zu: %s", i, refused[i].why);
        EXPECT(!csv_read(tmp, refused[i].text, small, &csv, &err));
        EXPECT_HAS(err.text, refused[i].why);
        EXPECT(csv.rows.count == 0);
    }
}

FACT(an_open_quote_does_not_swallow_a_large_file)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    Buf text = buf_in(tmp);
    Csv csv = {0};
    Err err = {0};
    buf_c(&text, "a,b\n\"");
    for (int i = 0; i < 100000; i++)
        buf_c(&text, "one,two\n");
    EXPECT(!csv_read(tmp, buf_str(&text), (CsvLimits){0}, &csv, &err));
    EXPECT_INT(err.kind, ERR_LIMIT);
    EXPECT_HAS(err.text, "line 2: a field has too many bytes");
}

FACT(a_field_past_the_row_is_empty)
{
    Str one = STR(" x ");
    CsvRow row = {1, 1, &one};
    EXPECT_STR(csv_field(&row, 0), "x");
    EXPECT_STR(csv_field(&row, 1), "");
    EXPECT_STR(csv_field(&row, 99), "");
}

FACT(what_is_put_is_read_again)
{
    static const struct {
        const char *field, *written;
    } fields[] = {
        {"plain",              "plain;"             },
        {"",                   ";"                  },
        {"a;b",                "\"a;b\";"           },
        {"a,b",                "a,b;"               },
        {"x \"y\"",            "\"x \"\"y\"\"\";"   },
        {"two\nlines",         "\"two\nlines\";"    },
        {"=1+1",               "\" =1+1\";"         },
        {"+62811",             "\" +62811\";"       },
        {"-5",                 "\" -5\";"           },
        {"@SUM(A1)",           "\" @SUM(A1)\";"     },
        {"1=1",                "1=1;"               },
        {"Jos\xc3\xa9",        "Jos\xc3\xa9;"       },
        {"198001012006041001", "198001012006041001;"},
    };
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    Buf all = buf_in(tmp);
    Csv csv = {0};
    Err err = {0};
    buf_c(&all, "head;;\n");
    for (size_t i = 0; i < COUNT(fields); i++) {
        Buf one = buf_in(tmp);
        ROW("%s", fields[i].field);
        csv_put(&one, str_of(fields[i].field), ';', false);
        EXPECT_STR(buf_str(&one), fields[i].written);
        csv_put(&all, str_of(fields[i].field), ';', false);
        csv_put(&all, STR("z"), ';', true);
    }
    ROW("read again");
    EXPECT(csv_read(tmp, buf_str(&all), (CsvLimits){0}, &csv, &err));
    EXPECT_INT(csv.mark, ';');
    EXPECT_INT((int64_t)csv.rows.count, (int64_t)COUNT(fields) + 1);
    for (size_t i = 0; i + 1 < csv.rows.count; i++)
        EXPECT_STR(csv_field(&csv.rows.at[i + 1], 0), fields[i].field);
}

FACT(an_empty_field_alone_on_its_row_is_not_an_empty_line)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    Buf out = buf_in(tmp);
    csv_put(&out, STR("a"), ',', true);
    csv_put(&out, STR(""), ',', true);
    EXPECT_STR(buf_str(&out), "a\n\"\"\n");
}
