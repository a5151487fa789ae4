/* SPDX-License-Identifier: Apache-2.0 */
/*
 * press.c - files into the program, pressed beforehand.
 *
 *     press OUT.c FILE...
 *
 * Each file becomes a row of `asset_rows` (web/asset.h): its bytes, their gzip
 * and brotli forms where these are smaller, and a name that changes with the
 * bytes, so that a browser may keep it for ever.  Style sheets lose their
 * comments and blanks first, modules their lines of comments.  A module that
 * names another by its base ("/aset/kirim.js") names it by that lasting name
 * from then on: give what is named first.  Runs at build time only, on files of
 * ours.
 */
#include <brotli/encode.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { FILE_MOST = 4 << 20 };

typedef struct {
    unsigned char *at;
    size_t count;
} Bytes;

static void stop(const char *what, const char *name)
{
    (void)fprintf(stderr, "press: %s: %s\n", name, what);
    exit(1);
}

static Bytes room_for(size_t count)
{
    Bytes made = {malloc(count + 1), count};
    if (made.at == NULL) stop("no memory", "");
    return made;
}

static Bytes read_file(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL) stop("cannot be opened", name);
    Bytes all = room_for(FILE_MOST);
    all.count = fread(all.at, 1, FILE_MOST, file);
    bool whole = feof(file) != 0 && ferror(file) == 0;
    if (fclose(file) != 0 || !whole) stop("not read whole", name);
    return all;
}

static Bytes gzipped(Bytes from)
{
    enum { GZIP = 15 + 16, MEMORY = 9 };
    z_stream z = {0};
    if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP, MEMORY,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        stop("no zlib", "");
    Bytes to = room_for(deflateBound(&z, from.count));
    z.next_in = from.at;
    z.avail_in = (uInt)from.count;
    z.next_out = to.at;
    z.avail_out = (uInt)to.count;
    if (deflate(&z, Z_FINISH) != Z_STREAM_END) stop("zlib failed", "");
    to.count = z.total_out;
    (void)deflateEnd(&z);
    return to;
}

static Bytes brotlied(Bytes from)
{
    size_t most = BrotliEncoderMaxCompressedSize(from.count);
    Bytes to = room_for(most > 0 ? most : from.count + 1024);
    if (BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_MAX_WINDOW_BITS,
                              BROTLI_MODE_TEXT, from.count, from.at, &to.count,
                              to.at) != BROTLI_TRUE)
        stop("brotli failed", "");
    return to;
}

/* ---- style sheets ---------------------------------------------------------
 */

static bool ends_with(const char *text, const char *ending)
{
    size_t a = strlen(text), b = strlen(ending);
    return a >= b && strcmp(text + a - b, ending) == 0;
}

static bool is_at(Bytes from, size_t at, const char *text)
{
    size_t len = strlen(text);
    return from.count - at >= len && memcmp(from.at + at, text, len) == 0;
}

/* A comment or a text in quotes, from its first byte past its last. */
static size_t past(Bytes from, size_t at, const char *end)
{
    for (size_t i = at + 1; i < from.count; i++) {
        if (from.at[i] == '\\')
            i++;
        else if (is_at(from, i, end))
            return i + strlen(end);
    }
    stop("a comment or a text has no end", "style sheet");
    return 0;
}

/* A blank beside one of these says nothing in a style sheet. */
static bool parts(unsigned char c)
{
    return c != 0 && strchr("{};,", c) != NULL;
}

static bool is_blank(unsigned char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static void put_run(Bytes *to, Bytes from, size_t at, size_t end, bool blank)
{
    unsigned char last = to->count > 0 ? to->at[to->count - 1] : '{';
    if (from.at[at] == '}' && last == ';') to->count--;
    if (blank && !parts(last) && !parts(from.at[at])) to->at[to->count++] = ' ';
    memcpy(to->at + to->count, from.at + at, end - at);
    to->count += end - at;
}

/* The same style in fewer bytes; texts in quotes stay as they are. */
static Bytes squeezed(Bytes from)
{
    Bytes to = room_for(from.count);
    bool blank = false;
    to.count = 0;
    for (size_t i = 0, end; i < from.count; i = end) {
        const char quote[2] = {(char)from.at[i], '\0'};
        bool comment = is_at(from, i, "/*");
        bool text = quote[0] == '"' || quote[0] == '\'';
        end = i + 1;
        if (comment || text) end = past(from, i, comment ? "*/" : quote);
        bool said = !comment && !is_blank(from.at[i]);
        if (said) put_run(&to, from, i, end, blank);
        blank = !said && (blank || !comment);
    }
    return to;
}

/* ---- modules --------------------------------------------------------------
 */

/* The same lines without those of comments alone, and without the blanks at
 * their beginning: no text of ours goes over a line. */
static Bytes uncommented(Bytes from)
{
    Bytes to = room_for(from.count);
    to.count = 0;
    for (size_t i = 0, end; i < from.count; i = end) {
        while (i < from.count && is_blank(from.at[i]))
            i++;
        for (end = i; end < from.count && from.at[end] != '\n';)
            end++;
        if (is_at(from, i, "//")) continue;
        memcpy(to.at + to.count, from.at + i, end - i);
        to.count += end - i;
        if (end > i) to.at[to.count++] = '\n';
    }
    return to;
}

/* ---- rows -----------------------------------------------------------------
 */

static bool is_less(Bytes form, Bytes plain)
{
    return form.count < plain.count;
}

static void put_bytes(FILE *out, size_t row, const char *form, Bytes bytes)
{
    (void)fprintf(out, "static const unsigned char %s_%zu[] = {", form, row);
    for (size_t i = 0; i < bytes.count; i++)
        (void)fprintf(out, "%s%u,", i % 24 == 0 ? "\n" : "", bytes.at[i]);
    (void)fprintf(out, "0};\n");
}

static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* "tk.css" of those bytes: "tk.0123456789.css". */
static void name_of(const char *base, Bytes bytes, char out[200])
{
    unsigned char hash[32];
    char text[2 * sizeof hash + 1];
    const char *dot = strrchr(base, '.');
    if (dot == NULL || strlen(base) > 100) stop("no ending", base);
    (void)crypto_generichash(hash, sizeof hash, bytes.at, bytes.count, NULL, 0);
    (void)sodium_bin2hex(text, sizeof text, hash, sizeof hash);
    (void)snprintf(out, 200, "%.*s.%.10s%s", (int)(dot - base), base, text,
                   dot);
}

static void put_form(FILE *out, size_t row, const char *form, Bytes bytes,
                     bool kept)
{
    if (kept)
        (void)fprintf(out, " {(const char *)%s_%zu, %zu},", form, row,
                      bytes.count);
    else
        (void)fprintf(out, " {\"\", 0},");
}

typedef struct {
    const char *base;
    char name[200];
    Bytes plain, gzip, brotli;
} Pressed;

/* The lasting name of what a module asks for, by its base: one of the rows so
 * far, or stop. */
static const Pressed *named_at(Bytes from, size_t at, const Pressed *rows,
                               size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(rows[i].base);
        if (is_at(from, at, rows[i].base) && from.count - at > len &&
            from.at[at + len] == '\'')
            return &rows[i];
    }
    stop("a module names what does not come before it", "/aset/");
    return NULL;
}

/* Each '/aset/BASE' by its lasting name. */
static Bytes linked(Bytes from, const Pressed *rows, size_t count)
{
    static const char folder[] = "'/aset/";
    enum { LINKS_MOST = 100 };
    Bytes to = room_for(from.count + LINKS_MOST * sizeof rows->name);
    to.count = 0;
    for (size_t i = 0, links = 0; i < from.count;) {
        to.at[to.count++] = from.at[i];
        if (!is_at(from, i++, folder) || is_at(from, i + 6, "'")) continue;
        i += sizeof folder - 2;
        const Pressed *to_row = named_at(from, i, rows, count);
        if (++links > LINKS_MOST) stop("too many links", to_row->base);
        int len = sprintf((char *)to.at + to.count, "/aset/%s", to_row->name);
        to.count += (size_t)len;
        i += strlen(to_row->base);
    }
    return to;
}

/* The next row; those before it are there. */
static Pressed press(FILE *out, const char *path, const Pressed *rows,
                     size_t row)
{
    Pressed p = {.base = base_of(path), .plain = read_file(path)};
    if (ends_with(path, ".css")) p.plain = squeezed(p.plain);
    if (ends_with(path, ".js")) p.plain = uncommented(p.plain);
    if (ends_with(path, ".js")) p.plain = linked(p.plain, rows, row);
    p.gzip = gzipped(p.plain);
    p.brotli = brotlied(p.plain);
    name_of(p.base, p.plain, p.name);
    put_bytes(out, row, "plain", p.plain);
    if (is_less(p.gzip, p.plain)) put_bytes(out, row, "gzip", p.gzip);
    if (is_less(p.brotli, p.plain)) put_bytes(out, row, "brotli", p.brotli);
    return p;
}

static void put_row(FILE *out, const Pressed *p, size_t row)
{
    (void)fprintf(out, "    {\"%s\", \"%s\", {", p->base, p->name);
    put_form(out, row, "plain", p->plain, true);
    put_form(out, row, "gzip", p->gzip, is_less(p->gzip, p->plain));
    put_form(out, row, "brotli", p->brotli, is_less(p->brotli, p->plain));
    (void)fprintf(out, "}},\n");
}

int main(int argc, char **argv)
{
    if (argc < 3 || sodium_init() < 0) return 2;
    FILE *out = fopen(argv[1], "w");
    if (out == NULL) stop("cannot be written", argv[1]);
    size_t count = (size_t)argc - 2;
    Pressed *all = calloc(count, sizeof *all);
    if (all == NULL) stop("no memory", "");
    (void)fprintf(out, "/* Made by tools/build/press.c. */\n"
                       "#include \"web/asset.h\"\n");
    for (size_t i = 0; i < count; i++)
        all[i] = press(out, argv[i + 2], all, i);
    (void)fprintf(out, "const AssetRow asset_rows[] = {\n");
    for (size_t i = 0; i < count; i++)
        put_row(out, &all[i], i);
    (void)fprintf(out, "};\nconst size_t asset_row_count = %zu;\n", count);
    return fclose(out) == 0 ? 0 : 1;
}
