/*
 * recap_file.h - a recap as a file, by the ending of its name; and the sheet
 * of reports that e-Kinerja takes.
 *
 * .csv    a row a person: code, NIP, name, unit kerja, perangkat daerah, then
 *         the columns of the recap; "," between, texts neutralised
 * .xlsx   the same, and sheets of units, caps and holes; NIPs are text cells
 * .html   a page of units for people to read
 * .rekap  the canonical text whose hash is printed
 */
#pragma once

#include "app/make_recap.h"
#include "cli/say.h"

bool recap_file_known(const char *path);
bool recap_file_kinerja_known(const char *path); /* .csv, .xlsx */

/* All or nothing; the path was checked. */
MUST_USE bool recap_file_write(const Call *call, const RecapMade *made,
                               const char *path, Err *err);
MUST_USE bool recap_file_kinerja(const Call *call, const RecapMade *made,
                                 const char *path, Err *err);

/* A person's texts, in the order of the columns of a file. */
enum { RECAP_PERSON_TEXTS = 5 };
void recap_file_person(const Register *r, PersonId person,
                       Str texts[RECAP_PERSON_TEXTS]);
Str recap_file_person_head(size_t column);

/* The NIP, or the local number of those who have none. */
Str recap_file_number(const Person *person);

/* Heads of the sheet for e-Kinerja; its texts but the amount, by column. */
enum { RECAP_KINERJA_TEXTS = 8, RECAP_KINERJA_AMOUNT = 4 };
Str recap_file_kinerja_head(size_t column);
void recap_file_kinerja_row(Arena *arena, const Register *r,
                            const RecapReport *report,
                            Str texts[RECAP_KINERJA_TEXTS]);
