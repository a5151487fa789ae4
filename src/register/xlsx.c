/* SPDX-License-Identifier: Apache-2.0 */
#include "register/xlsx.h"

#include "base/date.h"
#include "base/num.h"
#include "register/words.h"
#include "register/workbook.h"

/*
 * A workbook is a zip of XML files.  Four matter: the workbook (which sheet is
 * the first), its relations (where that sheet lies), the styles (which cells
 * are dates), the shared strings; and then the sheet itself.  See ECMA-376,
 * part 1, 18.3 to 18.8.
 */

enum {
    CELLS_MOST = 1000000,  /* with something in them */
    PLACES_MOST = 4000000, /* with the gaps before them */
    ROWS_MOST = 1048576,
    COLUMNS_MOST = 2000,
    STYLES_MOST = 65536,
    FORMATS_MOST = 500,
};

typedef enum {
    CELL_NUMBER,
    CELL_SHARED,
    CELL_INLINE,
    CELL_TEXT,
    CELL_FLAG,
    CELL_DATE
} CellType;

static const Word cell_types[] = {
    {STR_INIT("n"),         CELL_NUMBER},
    {STR_INIT("s"),         CELL_SHARED},
    {STR_INIT("str"),       CELL_TEXT  },
    {STR_INIT("inlineStr"), CELL_INLINE},
    {STR_INIT("b"),         CELL_FLAG  },
    {STR_INIT("d"),         CELL_DATE  },
    {STR_INIT("e"),         CELL_TEXT  },
};

typedef struct {
    Arena *arena;
    Book *book;

    Str sheet_id;   /* relation of the first sheet */
    Str sheet_path; /* where it lies */
    bool from_1904; /* dates count from there */

    VEC(Str) strings;          /* shared */
    VEC(int64_t) date_formats; /* custom ones */
    VEC(bool) date_styles;     /* does the cell style show a date? */
    bool in_cell_styles;

    /* What is being read in the sheet, or among the strings. */
    Buf text;
    bool in_text, in_phonetic;
    CellType type;
    size_t style;
    uint32_t row, column; /* from 1; of the cell */
    VEC(Str) fields;
    size_t cells, places;
    Csv csv;
} Reading;

/* --- which sheet -----------------------------------------------------------
 */

static void workbook_begin(void *user, const char *name, const char **pairs)
{
    Reading *r = user;
    if (xml_is(name, "workbookPr")) {
        Str base = xml_attribute(pairs, "date1904");
        r->from_1904 = str_is(base, STR("1")) || str_is(base, STR("true"));
    }
    if (xml_is(name, "sheet") && r->sheet_id.len == 0)
        r->sheet_id = str_copy(r->arena, xml_attribute(pairs, "id"));
}

static void relations_begin(void *user, const char *name, const char **pairs)
{
    Reading *r = user;
    if (!xml_is(name, "Relationship") || r->sheet_id.len == 0 ||
        !str_is(xml_attribute(pairs, "Id"), r->sheet_id))
        return;
    Str target = xml_attribute(pairs, "Target");
    if (str_starts(target, STR("/")))
        r->sheet_path = str_copy(r->arena, str_slice(target, 1, target.len));
    else
        r->sheet_path = str_format(r->arena, "xl/%.*s", STR_ARG(target));
}

/* --- styles ----------------------------------------------------------------
 */

/* A format shows a date when it has a y or d outside quotes and brackets. */
static bool shows_date(Str code)
{
    bool quoted = false;
    bool bracketed = false;
    for (size_t i = 0; i < code.len; i++) {
        char c = code.ptr[i];
        if (c == '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (c == '\\' || c == '_' || c == '*')
            i++;
        else if (c == '[' || c == ']')
            bracketed = c == '[';
        else if (!bracketed && (c == 'y' || c == 'Y' || c == 'd' || c == 'D'))
            return true;
    }
    return false;
}

/* Formats 14 to 17 and 22 are dates by themselves; 18 to 21 are times. */
static bool is_date_format(const Reading *r, int64_t id)
{
    if ((id >= 14 && id <= 17) || id == 22) return true;
    for (size_t i = 0; i < r->date_formats.count; i++) {
        if (r->date_formats.at[i] == id) return true;
    }
    return false;
}

/* The file lists the formats before the styles that use them. */
static void styles_begin(void *user, const char *name, const char **pairs)
{
    Reading *r = user;
    int64_t id = 0;
    if (xml_is(name, "cellXfs")) r->in_cell_styles = true;
    if (!num_is(xml_attribute(pairs, "numFmtId"), 0, INT32_MAX, &id)) id = 0;
    if (xml_is(name, "numFmt") && r->date_formats.count < FORMATS_MOST &&
        shows_date(xml_attribute(pairs, "formatCode")))
        VEC_PUSH(r->arena, &r->date_formats, id);
    if (xml_is(name, "xf") && r->in_cell_styles &&
        r->date_styles.count < STYLES_MOST)
        VEC_PUSH(r->arena, &r->date_styles, is_date_format(r, id));
}

static void styles_end(void *user, const char *name)
{
    Reading *r = user;
    if (xml_is(name, "cellXfs")) r->in_cell_styles = false;
}

/* --- texts -----------------------------------------------------------------
 */

static void take_text(void *user, const char *bytes, int len)
{
    Reading *r = user;
    if (r->in_text && !r->in_phonetic)
        buf_put(&r->text, (Str){bytes, (size_t)len});
}

/* One buffer serves all texts; what is kept is copied out of it. */
static void text_begin(Reading *r)
{
    r->text.len = 0;
    r->in_text = false;
}

static Str text_kept(Reading *r)
{
    return str_copy(r->arena, buf_str(&r->text));
}

static void strings_begin(void *user, const char *name, const char **pairs)
{
    Reading *r = user;
    (void)pairs;
    if (xml_is(name, "si")) text_begin(r);
    if (xml_is(name, "rPh")) r->in_phonetic = true;
    if (xml_is(name, "t")) r->in_text = true;
}

static void strings_end(void *user, const char *name)
{
    Reading *r = user;
    if (xml_is(name, "t")) r->in_text = false;
    if (xml_is(name, "rPh")) r->in_phonetic = false;
    if (xml_is(name, "si")) VEC_PUSH(r->arena, &r->strings, text_kept(r));
}

/* --- cells -----------------------------------------------------------------
 */

/* reference = letters digits ; only the letters matter here: "AB12" -> 28 */
static uint32_t column_of(Str reference)
{
    uint32_t column = 0;
    for (size_t i = 0; i < reference.len && column <= COLUMNS_MOST; i++) {
        char c = reference.ptr[i];
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + (uint32_t)(c - 'A') + 1;
    }
    return column;
}

static void row_begin(Reading *r, const char **pairs)
{
    int64_t row = 0;
    r->row++;
    if (num_is(xml_attribute(pairs, "r"), 1, ROWS_MOST, &row) &&
        row >= (int64_t)r->row)
        r->row = (uint32_t)row;
    r->column = 0;
    r->fields.count = 0;
    if (r->row > ROWS_MOST)
        book_refuse(r->book, "lebih dari %d baris; pecah lembarnya",
                    "more than %d rows; split the sheet", ROWS_MOST);
}

static void cell_begin(Reading *r, const char **pairs)
{
    int64_t style = 0;
    int type = CELL_NUMBER;
    uint32_t column = column_of(xml_attribute(pairs, "r"));
    r->column = column > r->column ? column : r->column + 1;
    if (!num_is(xml_attribute(pairs, "s"), 0, INT32_MAX, &style)) style = 0;
    r->style = (size_t)style;
    (void)words_find(WORDS(cell_types), xml_attribute(pairs, "t"), &type);
    r->type = (CellType)type;
    text_begin(r);
    if (r->column > COLUMNS_MOST)
        book_refuse(
            r->book,
            "baris %u berisi lebih dari %d kolom; hapus kolom di kanan tabel",
            "row %u has more than %d columns; delete the "
            "columns to the right of the table",
            r->row, COLUMNS_MOST);
    if (++r->cells > CELLS_MOST)
        book_refuse(r->book, "lebih dari %d sel; pecah lembarnya",
                    "more than %d cells; split the sheet", CELLS_MOST);
}

/* A serial of a cell with a date's style as ISO text; the time is dropped. */
static Str date_text(Reading *r, Str value)
{
    enum { BASE_1900 = 25569, BASE_1904 = 24107, LAST = 109574 };
    int64_t serial = 0;
    Str whole = value;
    Str rest = value;
    char iso[DATE_TEXT] = {0};
    (void)str_next(&rest, '.', &whole);
    if (!num_is(whole, 1, LAST, &serial)) return value;
    int64_t days = serial - (r->from_1904 ? BASE_1904 : BASE_1900);
    return str_copy(r->arena, str_of(date_iso((Date){(int32_t)days}, iso)));
}

static Str shared_text(Reading *r)
{
    int64_t at = 0;
    int64_t last = (int64_t)r->strings.count - 1;
    if (num_is(buf_str(&r->text), 0, last, &at)) return r->strings.at[at];
    book_refuse(
        r->book,
        "baris %u menunjuk teks yang tidak ada; simpan ulang buku kerjanya",
        "row %u names a text that is not there; save the "
        "workbook again",
        r->row);
    return STR("");
}

static bool is_date_style(const Reading *r)
{
    return r->style < r->date_styles.count && r->date_styles.at[r->style];
}

static Str cell_text(Reading *r)
{
    if (r->text.len == 0) return STR("");
    switch (r->type) {
    case CELL_SHARED: return shared_text(r);
    case CELL_FLAG:
        return str_is(buf_str(&r->text), STR("1")) ? STR("ya") : STR("tidak");
    case CELL_DATE: return str_slice(text_kept(r), 0, 10);
    case CELL_NUMBER:
        if (is_date_style(r)) return date_text(r, text_kept(r));
        break;
    case CELL_INLINE:
    case CELL_TEXT: break;
    }
    return text_kept(r);
}

/* Put the cell where it belongs, with empty ones before it. */
static void cell_end(Reading *r)
{
    Str value = cell_text(r);
    if (value.len == 0 || book_failed(r->book)) return;
    size_t gap = r->column - r->fields.count;
    r->places += gap;
    if (r->places > PLACES_MOST) {
        book_refuse(
            r->book,
            "tabelnya terlalu tersebar; taruh satu tabel di kiri atas lembar",
            "the table is too scattered; keep one table at "
            "the sheet's top left");
        return;
    }
    while (r->fields.count + 1 < r->column)
        VEC_PUSH(r->arena, &r->fields, STR(""));
    VEC_PUSH(r->arena, &r->fields, value);
}

static void row_end(Reading *r)
{
    size_t count = r->fields.count;
    if (count == 0) return;
    CsvRow row = {r->row, (uint32_t)count, NEW(r->arena, Str, count)};
    for (size_t i = 0; i < count; i++)
        row.field[i] = r->fields.at[i];
    VEC_PUSH(r->arena, &r->csv.rows, row);
}

static void sheet_begin(void *user, const char *name, const char **pairs)
{
    Reading *r = user;
    if (book_failed(r->book)) return;
    if (xml_is(name, "row")) row_begin(r, pairs);
    if (xml_is(name, "c")) cell_begin(r, pairs);
    if (xml_is(name, "rPh")) r->in_phonetic = true;
    if (xml_is(name, "v") || xml_is(name, "t")) r->in_text = true;
}

static void sheet_end(void *user, const char *name)
{
    Reading *r = user;
    if (book_failed(r->book)) return;
    if (xml_is(name, "v") || xml_is(name, "t")) r->in_text = false;
    if (xml_is(name, "rPh")) r->in_phonetic = false;
    if (xml_is(name, "c")) cell_end(r);
    if (xml_is(name, "row")) row_end(r);
}

/* --- the whole -------------------------------------------------------------
 */

static bool read_sheet(Reading *r)
{
    static const XmlReader workbook = {workbook_begin, NULL, NULL};
    static const XmlReader relations = {relations_begin, NULL, NULL};
    static const XmlReader styles = {styles_begin, styles_end, NULL};
    static const XmlReader strings = {strings_begin, strings_end, take_text};
    static const XmlReader sheet = {sheet_begin, sheet_end, take_text};

    r->sheet_path = STR("xl/worksheets/sheet1.xml");
    return book_xml(r->book, STR("xl/workbook.xml"), true, &workbook, r) &&
           book_xml(r->book, STR("xl/_rels/workbook.xml.rels"), false,
                    &relations, r) &&
           book_xml(r->book, STR("xl/styles.xml"), false, &styles, r) &&
           book_xml(r->book, STR("xl/sharedStrings.xml"), false, &strings, r) &&
           book_xml(r->book, r->sheet_path, true, &sheet, r);
}

bool xlsx_read(Arena *arena, Str bytes, Csv *out, Err *err)
{
    Reading r = {.arena = arena, .csv = {.mark = ','}, .text = buf_in(arena)};
    r.book = book_open(arena, bytes, err);
    if (r.book == NULL) return false;
    bool read = read_sheet(&r);
    book_close(r.book);
    if (read) *out = r.csv;
    return read;
}
