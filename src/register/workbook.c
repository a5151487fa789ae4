/* SPDX-License-Identifier: Apache-2.0 */
#include "register/workbook.h"

#include <expat.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

enum {
    ENTRIES_MOST = 64,
    UNPACKED_MOST = 64 << 20,
    RATIO_MOST = 200,
    RATIO_FROM = 1 << 16, /* smaller entries may have any ratio */
    CHUNK = 1 << 16,
    DEPTH_MOST = 64, /* elements inside each other */
};

struct Book {
    Arena *arena;
    Err *err;
    zip_t *zip;
    uint64_t unpacked; /* so far */
    bool failed;
    char chunk[CHUNK];
};

bool book_failed(const Book *book)
{
    return book->failed;
}

void book_refuse(Book *book, const char *id, const char *en, ...)
{
    char why[sizeof book->err->text];
    char why_id[sizeof book->err->id];
    if (book->failed) return;
    book->failed = true;
    va_list ap;
    va_start(ap, en);
    va_list again;
    va_copy(again, ap);
    (void)vsnprintf(why, sizeof why, en, ap);
    (void)vsnprintf(why_id, sizeof why_id, id, again);
    va_end(again);
    va_end(ap);
    (void)FAIL(book->err, ERR_INPUT, "%s", why);
    (void)err_id(book->err, "%s", why_id);
}

void book_close(Book *book)
{
    if (book != NULL && book->zip != NULL) zip_discard(book->zip);
}

/* What the first bytes say, for those who chose the wrong file. */
static void refuse_other(Book *book, Str bytes)
{
    if (str_starts(bytes, STR("\xd0\xcf\x11\xe0")))
        book_refuse(book,
                    "ini berkas .xls lama atau bersandi; simpan sebagai .xlsx "
                    "tanpa sandi",
                    "this is an old .xls file or one with a password; save it "
                    "as .xlsx without a password");
    else
        book_refuse(
            book,
            "ini bukan berkas .xlsx; simpan lembarnya sebagai .xlsx atau CSV",
            "this is no .xlsx file; save the sheet as .xlsx or as CSV");
}

static bool entry_is_honest(Book *book, zip_uint64_t i)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_uint64_t known = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(book->zip, i, 0, &stat) != 0 ||
        (stat.valid & known) != known) {
        book_refuse(book, "buku kerja ini rusak; simpan ulang",
                    "the workbook is damaged; save it again");
        return false;
    }
    if (stat.size > UNPACKED_MOST ||
        (book->unpacked += stat.size) > UNPACKED_MOST)
        book_refuse(book,
                    "lebih dari %d MiB setelah dibuka; pecah buku kerjanya",
                    "more than %d MiB when unpacked; split the workbook",
                    UNPACKED_MOST >> 20);
    else if (stat.size > RATIO_FROM && stat.size / RATIO_MOST > stat.comp_size)
        book_refuse(book,
                    "satu bagian mengembang lebih dari %d kali; register tidak "
                    "pernah begitu; simpan lembarnya sebagai CSV",
                    "a part unpacks to more than %d times its size; no "
                    "register does; save the sheet as CSV",
                    RATIO_MOST);
    return !book->failed;
}

static bool entries_are_honest(Book *book)
{
    zip_int64_t count = zip_get_num_entries(book->zip, 0);
    if (count < 0 || count > ENTRIES_MOST) {
        book_refuse(book,
                    "buku kerja ini terdiri dari %lld bagian, lebih dari %d; "
                    "sisakan satu lembar lalu simpan ulang",
                    "the workbook has %lld parts, more than %d; keep the "
                    "one sheet and save it again",
                    (long long)count, ENTRIES_MOST);
        return false;
    }
    for (zip_int64_t i = 0; i < count; i++) {
        if (!entry_is_honest(book, (zip_uint64_t)i)) return false;
    }
    book->unpacked = 0; /* from here on counted as it comes */
    return true;
}

static zip_t *open_zip(Str bytes)
{
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *source =
        zip_source_buffer_create(bytes.ptr, bytes.len, 0, &why);
    zip_t *zip = NULL;
    if (source != NULL) zip = zip_open_from_source(source, ZIP_RDONLY, &why);
    if (zip == NULL && source != NULL) zip_source_free(source);
    zip_error_fini(&why);
    return zip;
}

Book *book_open(Arena *arena, Str bytes, Err *err)
{
    Book *book = NEW(arena, Book, 1);
    book->arena = arena;
    book->err = err;
    book->zip = open_zip(bytes);
    if (book->zip == NULL)
        refuse_other(book, bytes);
    else if (entries_are_honest(book))
        return book;
    book_close(book);
    return NULL;
}

/* --- XML -------------------------------------------------------------------
 */

static const char *local_name(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon == NULL ? name : colon + 1;
}

bool xml_is(const char *name, const char *want)
{
    return strcmp(local_name(name), want) == 0;
}

Str xml_attribute(const char **pairs, const char *want)
{
    for (size_t i = 0; pairs[i] != NULL; i += 2) {
        if (xml_is(pairs[i], want)) return str_of(pairs[i + 1]);
    }
    return STR("");
}

/* What the callbacks of one file are given. */
typedef struct {
    Book *book;
    XML_Parser parser;
    const XmlReader *reader;
    void *user;
    int depth;
} Parsing;

static void stop_if_failed(Parsing *p)
{
    if (p->book->failed) (void)XML_StopParser(p->parser, XML_FALSE);
}

static void on_begin(void *user, const char *name, const char **pairs)
{
    Parsing *p = user;
    if (++p->depth > DEPTH_MOST)
        book_refuse(
            p->book,
            "unsur bersarang lebih dari %d tingkat; simpan ulang buku kerjanya",
            "elements lie more than %d deep; save the "
            "workbook again",
            DEPTH_MOST);
    else if (p->reader->begin != NULL)
        p->reader->begin(p->user, name, pairs);
    stop_if_failed(p);
}

static void on_end(void *user, const char *name)
{
    Parsing *p = user;
    p->depth--;
    if (p->reader->end != NULL) p->reader->end(p->user, name);
    stop_if_failed(p);
}

static void on_text(void *user, const char *bytes, int len)
{
    Parsing *p = user;
    if (p->reader->text != NULL) p->reader->text(p->user, bytes, len);
}

static void on_doctype(void *user, const char *name, const char *system,
                       const char *public, int has_subset)
{
    Parsing *p = user;
    (void)name, (void)system, (void)public, (void)has_subset;
    book_refuse(p->book,
                "buku kerja ini memuat DTD, yang tidak ada pada lembar kerja "
                "mana pun; simpan ulang",
                "the workbook declares a document type, which no "
                "spreadsheet does; save it again");
    stop_if_failed(p);
}

static bool feed(Parsing *p, zip_file_t *entry)
{
    Book *book = p->book;
    for (;;) {
        zip_int64_t got = zip_fread(entry, book->chunk, CHUNK);
        if (got < 0)
            book_refuse(book, "buku kerja ini rusak; simpan ulang",
                        "the workbook is damaged; save it again");
        if (got > 0 && (book->unpacked += (uint64_t)got) > UNPACKED_MOST)
            book_refuse(book,
                        "lebih dari %d MiB setelah dibuka; pecah buku kerjanya",
                        "more than %d MiB when unpacked; split the "
                        "workbook",
                        UNPACKED_MOST >> 20);
        if (book->failed) return false;
        if (XML_Parse(p->parser, book->chunk, (int)got, got == 0) ==
            XML_STATUS_ERROR)
            book_refuse(book, "buku kerja ini rusak (%s); simpan ulang",
                        "the workbook is damaged (%s); save it again",
                        XML_ErrorString(XML_GetErrorCode(p->parser)));
        if (book->failed) return false;
        if (got == 0) return true;
    }
}

static bool parse_entry(Book *book, zip_file_t *entry, const XmlReader *reader,
                        void *user)
{
    Parsing p = {book, XML_ParserCreate(NULL), reader, user, 0};
    CHECK(p.parser != NULL);
    XML_SetUserData(p.parser, &p);
    XML_SetElementHandler(p.parser, on_begin, on_end);
    XML_SetCharacterDataHandler(p.parser, on_text);
    XML_SetStartDoctypeDeclHandler(p.parser, on_doctype);
    bool read = feed(&p, entry);
    XML_ParserFree(p.parser);
    return read;
}

bool book_xml(Book *book, Str path, bool must, const XmlReader *reader,
              void *user)
{
    if (book->failed) return false;
    zip_int64_t at = zip_name_locate(book->zip, str_c(book->arena, path), 0);
    if (at < 0) {
        if (must)
            book_refuse(book,
                        "buku kerja ini tanpa %.*s; simpan ulang sebagai .xlsx",
                        "the workbook has no %.*s; save it again as "
                        ".xlsx",
                        STR_ARG(path));
        return !must;
    }
    zip_file_t *entry = zip_fopen_index(book->zip, (zip_uint64_t)at, 0);
    if (entry == NULL) {
        book_refuse(book,
                    "satu bagian dikemas atau dikunci sehingga tidak terbaca; "
                    "simpan buku kerja tanpa sandi",
                    "a part is packed or locked in a way that cannot be "
                    "read; save the workbook without a password");
        return false;
    }
    bool read = parse_entry(book, entry, reader, user);
    (void)zip_fclose(entry);
    return read;
}
