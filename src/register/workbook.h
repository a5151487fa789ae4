/* SPDX-License-Identifier: Apache-2.0 */
/*
 * workbook.h - the zip around a spreadsheet, and the XML inside (libzip,
 * expat).
 *
 * Everything that a hostile file could do is refused here: too many entries,
 * too many bytes when unpacked, a ratio that no honest file has, an entry that
 * is longer than it says, a DTD.
 */
#pragma once

#include "base/err.h"
#include "base/str.h"

typedef struct Book Book;

/* NULL, with *err, when the bytes are no zip or over a limit.  The book keeps
 * `err` and tells further failures there. */
Book *book_open(Arena *arena, Str bytes, Err *err);
void book_close(Book *book); /* NULL is fine */

/* Stop at the next occasion, for a reason, said in both languages with the
 * same arguments; only the first one is kept. */
void book_refuse(Book *book, const char *id, const char *en, ...)
    PRINTF_LIKE(2, 4) PRINTF_LIKE(3, 4);
bool book_failed(const Book *book);

/* Called for each element and each piece of text; any may be NULL. */
typedef struct {
    void (*begin)(void *user, const char *name, const char **pairs);
    void (*end)(void *user, const char *name);
    void (*text)(void *user, const char *bytes, int len);
} XmlReader;

/* Read one XML file of the book; a missing one is a failure only if `must`. */
bool book_xml(Book *book, Str path, bool must, const XmlReader *reader,
              void *user);

/* Is that the element's name, whatever its prefix? */
bool xml_is(const char *name, const char *want);

/* The attribute's value, whatever its prefix; empty when there is none. */
Str xml_attribute(const char **pairs, const char *want);
