/* SPDX-License-Identifier: Apache-2.0 */
#include "base/csv.h"

#include <csv.h>
#include <string.h>

/*
 * libcsv splits the fields, in its strict mode, in which a stray quote is a
 * fault and not a guess.  It is fed one physical line at a time, so that we
 * always know on which line a row and a field begin.
 *
 *   row    = field {mark field} line-end
 *   field  = blanks '"' {any but '"' | '""'} '"' blanks | {any but '"'}
 */
typedef struct {
    Arena *arena;
    CsvLimits limits;
    Csv csv;
    VEC(Str) fields; /* of the row under way; used again for each */
    char *copy;      /* where the bytes of fields go: never more than the
                        text has */
    char *copies;    /* its beginning */
    size_t row_count;
    CsvEach *each; /* NULL: rows are kept in csv */
    void *context;
    uint32_t line; /* being fed */
    uint32_t row_line, field_line;
    bool in_row;
    bool failed;
    Err *err;
} Reading;

static void refuse(Reading *r, ErrKind kind, const char *what, size_t most)
{
    if (!r->failed)
        (void)FAIL(r->err, kind, "line %u: %s (at most %zu)", r->field_line,
                   what, most);
    r->failed = true;
}

static void end_field(void *text, size_t len, void *reading)
{
    Reading *r = reading;
    if (r->failed) return;
    if (len > r->limits.field) {
        refuse(r, ERR_LIMIT, "a field has too many bytes; is a quote open?",
               r->limits.field);
    } else if (r->fields.count == r->limits.columns) {
        refuse(r, ERR_LIMIT, "too many columns", r->limits.columns);
    } else {
        if (len > 0) memcpy(r->copy, text, len);
        VEC_PUSH(r->arena, &r->fields, ((Str){r->copy, len}));
        r->copy += len;
    }
    r->field_line = r->line;
}

static void keep_row(Reading *r)
{
    size_t count = r->fields.count;
    CsvRow row = {r->row_line, (uint32_t)count, NEW(r->arena, Str, count)};
    memcpy(row.field, r->fields.at, count * sizeof row.field[0]);
    VEC_PUSH(r->arena, &r->csv.rows, row);
}

static void hand_row(Reading *r)
{
    CsvRow row = {r->row_line, (uint32_t)r->fields.count, r->fields.at};
    r->failed = !r->each(r->context, &row, r->err);
    r->copy = r->copies;
}

/* Also called at each line end that ends nothing: the row is then empty. */
static void end_row(int line_end, void *reading)
{
    (void)line_end;
    Reading *r = reading;
    r->in_row = false;
    if (r->failed || r->fields.count == 0) return;
    if (r->row_count++ == r->limits.rows)
        refuse(r, ERR_LIMIT, "too many rows", r->limits.rows);
    else if (r->each == NULL)
        keep_row(r);
    else
        hand_row(r);
    r->fields.count = 0;
}

enum { READ_SLACK = 64 << 10 };

/* The text up to and with its first line end: LF, CR or both. */
static Str first_line(Str text)
{
    size_t len = 0;
    while (len < text.len && text.ptr[len] != '\n' && text.ptr[len] != '\r')
        len++;
    if (len < text.len && text.ptr[len] == '\r') len++;
    if (len < text.len && text.ptr[len] == '\n') len++;
    return str_slice(text, 0, len);
}

/* More commas, semicolons or tabs outside quotes on the first line? */
static char guess_mark(Str text)
{
    static const char marks[] = {'\t', ';', ','};
    size_t seen[COUNT(marks)] = {0};
    bool quoted = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool line_end = c == '\n' || c == '\r';
        if (c == '"') quoted = !quoted;
        if (line_end && !quoted) break;
        for (size_t m = 0; m < COUNT(marks) && !quoted; m++)
            seen[m] += c == marks[m];
    }
    size_t best = COUNT(marks) - 1;
    for (size_t m = 0; m < COUNT(marks); m++) {
        if (seen[m] > seen[best]) best = m;
    }
    return marks[best];
}

static bool is_blank(char c, char mark)
{
    return (c == ' ' || c == '\t') && c != mark;
}

/* The rest of a line, never advanced past its end. */
typedef struct {
    const char *at, *end;
} Rest;

static void skip_blanks(Rest *rest, char mark)
{
    while (rest->at < rest->end && is_blank(*rest->at, mark)) {
        rest->at++;
    }
}

static void put_field(Reading *r, Str field)
{
    if (field.len > r->limits.field)
        refuse(r, ERR_LIMIT, "a field has too many bytes", r->limits.field);
    else if (r->fields.count == r->limits.columns)
        refuse(r, ERR_LIMIT, "too many columns", r->limits.columns);
    else
        VEC_PUSH(r->arena, &r->fields, field);
}

/* What follows a field: nothing, or a mark and the rest. */
typedef enum { FIELD_LAST, FIELD_MORE, FIELD_ODD } FieldEnd;

/* Behind a field: the end of the line, or a mark, which is taken. */
static FieldEnd take_mark(Rest *rest, char mark)
{
    if (rest->at == rest->end) return FIELD_LAST;
    return *rest->at++ == mark ? FIELD_MORE : FIELD_ODD;
}

/* "..." without a quote inside, then blanks, then a mark or the end. */
static FieldEnd cut_quoted(Rest *rest, char mark, Str *field)
{
    const char *from = rest->at + 1;
    const char *quote = memchr(from, '"', (size_t)(rest->end - from));
    if (quote == NULL) return FIELD_ODD;
    *field = (Str){from, (size_t)(quote - from)};
    rest->at = quote + 1;
    skip_blanks(rest, mark);
    return take_mark(rest, mark);
}

/* Up to a mark or the end; a quote inside is for the library to refuse. */
static FieldEnd cut_bare(Rest *rest, char mark, Str *field)
{
    const char *from = rest->at;
    const char *last = from; /* behind the last byte that is no blank */
    for (; rest->at < rest->end && *rest->at != mark; rest->at++) {
        if (*rest->at == '"') return FIELD_ODD;
        if (!is_blank(*rest->at, mark)) last = rest->at + 1;
    }
    *field = (Str){from, (size_t)(last - from)};
    return take_mark(rest, mark);
}

static Str without_line_end(Str line)
{
    while (line.len > 0 &&
           (line.ptr[line.len - 1] == '\n' || line.ptr[line.len - 1] == '\r')) {
        line.len--;
    }
    return line;
}

/*
 * Most lines are their pieces between marks, some in quotes with none inside:
 * no need of the library, which reads byte by byte.  False, with nothing
 * taken, when the line is of another kind.
 */
static bool split_line(Reading *r, Str line)
{
    char mark = r->csv.mark;
    line = without_line_end(line);
    if (line.len > 0) memcpy(r->copy, line.ptr, line.len);
    Rest rest = {r->copy, r->copy + line.len};
    skip_blanks(&rest, mark);
    FieldEnd end = rest.at < rest.end ? FIELD_MORE : FIELD_LAST;
    while (end == FIELD_MORE && !r->failed) {
        Str field = {rest.at, 0};
        skip_blanks(&rest, mark);
        end = rest.at < rest.end && *rest.at == '"'
                  ? cut_quoted(&rest, mark, &field)
                  : cut_bare(&rest, mark, &field);
        if (end != FIELD_ODD) put_field(r, field);
    }
    if (end == FIELD_ODD) {
        r->fields.count = 0;
        return false;
    }
    r->copy += line.len;
    end_row(0, r);
    return true;
}

static bool feed_line(Reading *r, struct csv_parser *parser, Str line)
{
    bool begins = !r->in_row;
    if (begins) r->row_line = r->field_line = r->line;
    r->in_row = true;
    if (begins && split_line(r, line)) return !r->failed;
    size_t used = csv_parse(parser, line.ptr, line.len, end_field, end_row, r);
    if (r->failed) return false;
    if (used != line.len && csv_error(parser) == CSV_EPARSE)
        return FAIL(r->err, ERR_INPUT,
                    "line %u: a quote stands inside a field; write the whole "
                    "field in quotes and the inner ones double",
                    r->line) ||
               err_id(r->err,
                      "baris %u: tanda kutip di tengah sel; apit seluruh sel "
                      "dengan tanda kutip dan gandakan yang di dalam",
                      r->line);
    CHECK(used == line.len);
    /* An open quote must not gather the rest of the file. */
    if (csv_get_buffer_size(parser) > r->limits.field + READ_SLACK)
        refuse(r, ERR_LIMIT, "a field has too many bytes; is a quote open?",
               r->limits.field);
    return !r->failed;
}

static bool feed(Reading *r, struct csv_parser *parser, Str text)
{
    while (text.len > 0) {
        Str line = first_line(text);
        r->line++;
        if (!feed_line(r, parser, line)) return false;
        text = str_slice(text, line.len, text.len);
    }
    if (csv_fini(parser, end_field, end_row, r) != 0)
        return FAIL(r->err, ERR_INPUT,
                    "line %u: a quote opens and never closes", r->field_line) ||
               err_id(r->err, "baris %u: tanda kutip dibuka dan tidak ditutup",
                      r->field_line);
    return !r->failed;
}

static CsvLimits with_defaults(CsvLimits l)
{
    if (l.rows == 0) l.rows = 2000000;
    if (l.columns == 0) l.columns = 2000;
    if (l.field == 0) l.field = (size_t)64 << 10;
    return l;
}

/* The text in UTF-8 without its mark; NULs mean it is not such a text. */
static bool as_utf8(Reading *r, Str raw, Str *out)
{
    static const char nul = '\0';
    Str text = raw;
    if (str_starts(text, STR("\xef\xbb\xbf")))
        text = str_slice(text, 3, text.len);
    if (str_find(text, (Str){&nul, 1}, 0) != SIZE_MAX)
        return FAIL(r->err, ERR_INPUT,
                    "the table has bytes of zero; save it as CSV in UTF-8") ||
               err_id(r->err, "berkas ini bukan teks; simpan sebagai CSV UTF-8 "
                              "atau XLSX");
    if (str_utf8_fault(text) != SIZE_MAX) {
        r->csv.was_windows_1252 = true;
        text = str_from_windows_1252(r->arena, text);
    }
    *out = text;
    return true;
}

static bool read_all(Reading *r, Str text)
{
    struct csv_parser parser;
    if (!as_utf8(r, text, &text)) return false;
    r->csv.mark = guess_mark(text);
    r->copies = r->copy = NEW(r->arena, char, text.len + 1);
    CHECK(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) == 0);
    csv_set_delim(&parser, (unsigned char)r->csv.mark);
    csv_set_blk_size(&parser, READ_SLACK);
    bool read = feed(r, &parser, text);
    csv_free(&parser);
    return read;
}

bool csv_read(Arena *arena, Str text, CsvLimits limits, Csv *out, Err *err)
{
    Reading r = {.arena = arena, .limits = with_defaults(limits), .err = err};
    if (!read_all(&r, text)) return false;
    *out = r.csv;
    return true;
}

bool csv_each(Arena *arena, Str text, CsvLimits limits, CsvEach *each,
              void *context, Err *err)
{
    Reading r = {.arena = arena,
                 .limits = with_defaults(limits),
                 .each = each,
                 .context = context,
                 .err = err};
    return read_all(&r, text);
}

Str csv_field(const CsvRow *row, size_t column)
{
    return column < row->count ? str_trim(row->field[column]) : STR("");
}

/* Would a spreadsheet take it for a formula? */
static bool would_run(Str field)
{
    static const char starts[] = {'=', '+', '-', '@', '\t', '\r'};
    return field.len > 0 && memchr(starts, field.ptr[0], sizeof starts) != NULL;
}

static bool needs_quotes(Str field, char mark)
{
    for (size_t i = 0; i < field.len; i++) {
        char c = field.ptr[i];
        if (c == mark || c == '"' || (c >= '\t' && c <= '\r')) return true;
    }
    return field.len > 0 &&
           (field.ptr[0] == ' ' || field.ptr[field.len - 1] == ' ');
}

void csv_put(Buf *buf, Str field, char mark, bool last)
{
    bool first = buf->len == 0 || buf->ptr[buf->len - 1] == '\n';
    bool lost = first && last && field.len == 0; /* it would be an empty line */
    bool guarded = would_run(field);
    bool quoted = guarded || lost || needs_quotes(field, mark);
    if (quoted) buf_char(buf, '"');
    if (guarded) buf_char(buf, ' ');
    for (size_t i = 0; i < field.len; i++) {
        if (field.ptr[i] == '"') buf_char(buf, '"');
        buf_char(buf, field.ptr[i]);
    }
    if (quoted) buf_char(buf, '"');
    if (last) mark = '\n';
    buf_char(buf, mark);
}
