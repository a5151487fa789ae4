/*
 * test_register_xlsx.c - spreadsheets as people make them, and as enemies do.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/file.h"
#include "csv_text.h"
#include "harness.h"
#include "register/xlsx.h"
#include "tables.h"

#include <xlsxwriter.h>
#include <zip.h>

static Str bytes_of(Arena *arena, const char *path)
{
    Str bytes = {0};
    Err err = {0};
    CHECK(file_read(arena, path, (size_t)64 << 20, &bytes, &err));
    return bytes;
}

/* A workbook as libxlsxwriter writes it. */
static Str written(Arena *arena)
{
    const char *path = file_path(arena, harness_folder(), "tulis.xlsx");
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Pegawai");
    lxw_format *date = workbook_add_format(book);
    lxw_format *time = workbook_add_format(book);
    lxw_datetime day = {.year = 2020, .month = 8, .day = 3};
    (void)format_set_num_format(date, "dd/mm/yyyy");
    (void)format_set_num_format(time, "[h]:mm \"day\"");
    (void)worksheet_write_string(sheet, 0, 0, "kode", NULL);
    (void)worksheet_write_string(sheet, 0, 1, "nip", NULL);
    (void)worksheet_write_string(sheet, 0, 3, "mulai", NULL);
    (void)worksheet_write_string(sheet, 2, 0, "A1 & <b>", NULL);
    (void)worksheet_write_string(sheet, 2, 1, "198609262015051001", NULL);
    (void)worksheet_write_datetime(sheet, 2, 3, &day, date);
    (void)worksheet_write_boolean(sheet, 2, 4, 1, NULL);
    (void)worksheet_write_number(sheet, 3, 0, 7, NULL);
    (void)worksheet_write_number(sheet, 3, 1, 198609262015051001.0, NULL);
    (void)worksheet_write_number(sheet, 3, 3, 44046, time);
    CHECK(workbook_close(book) == LXW_NO_ERROR);
    return bytes_of(arena, path);
}

FACT(what_libxlsxwriter_wrote_is_read)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Csv csv = {0};
    Err err = {0};
    EXPECT(xlsx_read(tmp, written(tmp), &csv, &err));
    EXPECT_STR(csv_text(tmp, &csv),
               "1:kode|nip||mulai/"
               "3:A1 & <b>|198609262015051001||2020-08-03|ya/"
               "4:7|1.98609262015051E+17||44046");
}

FACT(a_ruined_nip_of_a_workbook_is_a_fault_of_its_cell)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *path = file_path(tmp, harness_folder(), "nip.xlsx");
    static const char *const header[] = {"kode", "nip", "nama", "jenis_pegawai",
                                         "unit"};
    const char *texts[TABLE_COUNT] = {
        [TABLE_UNITS] = "kode,nama,induk,jenis\nkota,Kota,,pemerintah\n"};
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    for (uint16_t i = 0; i < COUNT(header); i++)
        (void)worksheet_write_string(sheet, 0, i, header[i], NULL);
    (void)worksheet_write_string(sheet, 1, 0, "A1", NULL);
    (void)worksheet_write_number(sheet, 1, 1, 198609262015051001.0, NULL);
    (void)worksheet_write_string(sheet, 1, 2, "Siti", NULL);
    (void)worksheet_write_string(sheet, 1, 3, "PNS", NULL);
    (void)worksheet_write_string(sheet, 1, 4, "kota", NULL);
    CHECK(workbook_close(book) == LXW_NO_ERROR);

    Tables t = tables_import_file(tmp, TABLE_PEOPLE, STR("pegawai.xlsx"),
                                  bytes_of(tmp, path), texts);
    EXPECT(!t.made);
    if (EXPECT_COUNT(t.faults.list.count, 1))
        EXPECT_STR(tables_fault(tmp, &t.faults.list.at[0]),
                   "nip-rusak|pegawai.xlsx|2|2|nip|1.98609262015051E+17|");
}

/* --- workbooks made by hand ------------------------------------------------
 */

typedef struct {
    const char *path;
    Str text;
} Part;

static Str zipped(Arena *arena, const Part *parts, size_t count)
{
    const char *path = file_path(arena, harness_folder(), "tangan.xlsx");
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    CHECK(zip != NULL);
    for (size_t i = 0; i < count; i++) {
        zip_source_t *source =
            zip_source_buffer(zip, parts[i].text.ptr, parts[i].text.len, 0);
        CHECK(zip_file_add(zip, parts[i].path, source, 0) >= 0);
    }
    CHECK(zip_close(zip) == 0);
    return bytes_of(arena, path);
}

#define WORKBOOK                                                        \
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"rId7\"/>" \
    "<sheet name=\"B\" r:id=\"rId8\"/></sheets></workbook>"
#define RELATIONS                                                            \
    "<Relationships><Relationship Id=\"rId8\" Target=\"worksheets/b.xml\"/>" \
    "<Relationship Id=\"rId7\" Target=\"/xl/worksheets/a.xml\"/>"            \
    "</Relationships>"
#define STYLES                                                              \
    "<styleSheet><numFmts><numFmt numFmtId=\"164\" "                        \
    "formatCode=\"[$-421]dd\\ mmmm\\ yyyy\"/><numFmt numFmtId=\"165\" "     \
    "formatCode=\"0.00\\d\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/>" \
    "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"     \
    "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"
#define STRINGS                                                   \
    "<sst><si><t>Si</t></si><si><r><t>ti </t></r><r><t>A</t></r>" \
    "<rPh><t>zz</t></rPh></si></sst>"

/* A workbook with this sheet, and this workbook.xml. */
static Str by_hand(Arena *arena, const char *workbook, const char *sheet)
{
    Part parts[] = {
        {"xl/workbook.xml",            str_of(workbook)   },
        {"xl/_rels/workbook.xml.rels", STR(RELATIONS)     },
        {"xl/styles.xml",              STR(STYLES)        },
        {"xl/sharedStrings.xml",       STR(STRINGS)       },
        {"xl/worksheets/a.xml",        str_of(sheet)      },
        {"xl/worksheets/b.xml",        STR("<worksheet/>")},
    };
    return zipped(arena, parts, COUNT(parts));
}

#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"

static const struct {
    const char *fact, *workbook, *sheet, *rows;
} readable[] = {
    {"shared, rich and inline texts", WORKBOOK,
     SHEET("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
           "<c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\">"
           "<is><r><t>in</t></r><r><t>line</t></r></is></c>"
           "<c r=\"D1\" t=\"str\"><f>A1</f><v>formula</v></c></row>"),
     "1:Si|ti A|inline|formula"                                              },
    {"dates by style",                WORKBOOK,
     SHEET("<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44046</v></c>"
           "<c r=\"B2\" s=\"2\"><v>44046.75</v></c>"
           "<c r=\"C2\" s=\"3\"><v>44046</v></c><c r=\"D2\"><v>44046</v></c>"
           "<c r=\"E2\" s=\"1\"><v>109574</v></c>"
           "<c r=\"F2\" s=\"1\"><v>109575</v></c>"
           "<c r=\"G2\" t=\"d\"><v>2020-08-03T00:00:00</v></c></row>"),
     "2:2020-08-03|2020-08-03|44046|44046|2199-12-31|109575|2020-08-03"      },
    {"prefixes of the standard",      WORKBOOK,
     "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\">"
     "<x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>",          "1:5"},
    {"cells without addresses",       WORKBOOK,
     SHEET("<row><c><v>1</v></c><c><v>2</v></c></row><row/>"
           "<row><c t=\"b\"><v>0</v></c></row>"),
     "1:1|2/3:tidak"                                                         },
    {"gaps and empty rows",           WORKBOOK,
     SHEET("<row r=\"3\"><c r=\"C3\"><v>1</v></c><c r=\"D3\" s=\"1\"/></row>"
           "<row r=\"4\"><c r=\"A4\"/></row>"
           "<row r=\"9\"><c r=\"A9\" t=\"e\"><v>#N/A</v></c></row>"),
     "3:||1/9:#N/A"                                                          },
};

FACT(workbooks_of_other_programs_are_read)
{
    for (size_t i = 0; i < COUNT(readable); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        Csv csv = {0};
        Err err = {0};
        ROW("%s", readable[i].fact);
        Str bytes = by_hand(tmp, readable[i].workbook, readable[i].sheet);
        if (!EXPECT(xlsx_read(tmp, bytes, &csv, &err)))
            EXPECT_STR(err.text, "");
        else
            EXPECT_STR(csv_text(tmp, &csv), readable[i].rows);
    }
}

FACT(a_workbook_may_count_from_1904_and_name_no_sheet)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Csv csv = {0};
    Err err = {0};
    Part parts[] = {
        {"xl/workbook.xml",
         STR("<workbook><workbookPr date1904=\"true\"/></workbook>")          },
        {"xl/styles.xml",            STR(STYLES)                              },
        {"xl/worksheets/sheet1.xml",
         STR(SHEET("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>42584</v></c></row>"))},
    };
    EXPECT(xlsx_read(tmp, zipped(tmp, parts, COUNT(parts)), &csv, &err));
    EXPECT_STR(csv_text(tmp, &csv), "1:2020-08-03");
}

static const struct {
    const char *fact, *workbook, *sheet, *why;
} refused[] = {
    {"a DTD",                    WORKBOOK,
     "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>",                           "document type"},
    {"a DTD in the workbook",    "<!DOCTYPE workbook><workbook/>", "<worksheet/>",
     "document type"                                                                                        },
    {"a text that is not there", WORKBOOK,
     SHEET("<row r=\"5\"><c r=\"A5\" t=\"s\"><v>2</v></c></row>"),
     "row 5 names a text that is not there"                                                                 },
    {"no text by a number",      WORKBOOK,
     SHEET("<row r=\"5\"><c r=\"A5\" t=\"s\"><v>-1</v></c></row>"),
     "not there"                                                                                            },
    {"too many columns",         WORKBOOK,
     SHEET("<row r=\"1\"><c r=\"XFD1\"><v>2</v></c></row>"),
     "more than 2000 columns"                                                                               },
    {"not XML",                  WORKBOOK,                         "hello",                  "damaged"      },
    {"half of the XML",          WORKBOOK,                         "<worksheet><sheetData>", "damaged"      },
};

FACT(what_no_spreadsheet_does_is_refused)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        Csv csv = {0};
        Err err = {0};
        ROW("%s", refused[i].fact);
        Str bytes = by_hand(tmp, refused[i].workbook, refused[i].sheet);
        EXPECT(!xlsx_read(tmp, bytes, &csv, &err));
        EXPECT_HAS(err.text, refused[i].why);
        EXPECT(err.id[0] != 0);
        EXPECT(csv.rows.at == NULL);
    }
}

/* A text of `count` times the piece, between a beginning and an end. */
static Str repeated(Arena *arena, const char *before, const char *piece,
                    size_t count, const char *after)
{
    Buf out = buf_in(arena);
    buf_c(&out, before);
    for (size_t i = 0; i < count; i++)
        buf_c(&out, piece);
    buf_c(&out, after);
    return buf_str(&out);
}

FACT(bombs_are_refused)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Str parts[] = {
        repeated(tmp, "<sst>", "                ", 1 << 20, "</sst>"),
        repeated(tmp, "<sst>", "                ", 1 << 23, "</sst>"),
        repeated(tmp, "<sst>", "<a>", 100, ""),
    };
    static const char *const why[] = {"more than 200 times", "more than 64 MiB",
                                      "more than 64 deep"};
    static const char *const why_id[] = {"lebih dari 200 kali",
                                         "lebih dari 64 MiB setelah dibuka",
                                         "lebih dari 64 tingkat"};
    for (size_t i = 0; i < COUNT(parts); i++) {
        Csv csv = {0};
        Err err = {0};
        Part book[] = {
            {"xl/workbook.xml",            STR(WORKBOOK) },
            {"xl/_rels/workbook.xml.rels", STR(RELATIONS)},
            {"xl/sharedStrings.xml",       parts[i]      },
        };
        ROW("%s", why[i]);
        EXPECT(!xlsx_read(tmp, zipped(tmp, book, COUNT(book)), &csv, &err));
        EXPECT_HAS(err.text, why[i]);
        EXPECT_HAS(err.id, why_id[i]);
    }
}

FACT(a_scattered_or_endless_sheet_is_refused)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Csv csv = {0};
    Err err = {0};
    Buf far = buf_in(tmp);
    buf_c(&far, "<worksheet><sheetData>");
    for (int i = 0; i < 4000; i++) /* numbers that do not compress well */
        buf_format(&far, "<row><c r=\"BXA1\"><v>%u%u</v></c></row>",
                   (unsigned)i * 2654435761U, (unsigned)i * 2246822519U);
    buf_c(&far, "</sheetData></worksheet>");
    Part book[] = {
        {"xl/workbook.xml",            STR(WORKBOOK) },
        {"xl/_rels/workbook.xml.rels", STR(RELATIONS)},
        {"xl/worksheets/a.xml",        buf_str(&far) },
    };
    EXPECT(!xlsx_read(tmp, zipped(tmp, book, COUNT(book)), &csv, &err));
    EXPECT_HAS(err.text, "too scattered");
    EXPECT_HAS(err.id, "terlalu tersebar");
}

FACT(a_book_of_many_parts_is_refused)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Part parts[65] = {
        {"xl/workbook.xml", STR_INIT(WORKBOOK)}
    };
    Csv csv = {0};
    Err err = {0};
    for (size_t i = 1; i < COUNT(parts); i++)
        parts[i] = (Part){str_c(tmp, str_format(tmp, "p%zu", i)), STR("x")};
    EXPECT(!xlsx_read(tmp, zipped(tmp, parts, COUNT(parts)), &csv, &err));
    EXPECT_HAS(err.text, "65 parts, more than 64");
    EXPECT_HAS(err.id, "65 bagian, lebih dari 64");
}

FACT(a_workbook_cut_anywhere_is_refused)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Str whole = by_hand(tmp, WORKBOOK, SHEET(""));
    for (size_t len = 0; len < whole.len; len += 7) {
        Csv csv = {0};
        Err err = {0};
        EXPECT(!xlsx_read(tmp, str_slice(whole, 0, len), &csv, &err));
    }
}

FACT(a_file_of_another_kind_is_named)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Csv csv = {0};
    Err err = {0};
    EXPECT(!xlsx_read(tmp, STR("\xd0\xcf\x11\xe0 old"), &csv, &err));
    EXPECT_HAS(err.text, "old .xls file");
    EXPECT_HAS(err.id, "berkas .xls lama");
    EXPECT(!xlsx_read(tmp, STR("a,b\n1,2\n"), &csv, &err));
    EXPECT_HAS(err.text, "save the sheet as .xlsx or as CSV");
    Part parts[] = {
        {"readme.txt", STR_INIT("x")}
    };
    EXPECT(!xlsx_read(tmp, zipped(tmp, parts, 1), &csv, &err));
    EXPECT_HAS(err.text, "no xl/workbook.xml");
}
