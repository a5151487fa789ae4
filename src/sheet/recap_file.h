/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_file.h - a recap as a file, by the ending of its name; and the sheet
 * of reports that e-Kinerja takes.
 *
 * .csv    a row a person: code, NIP, name, unit kerja, perangkat daerah, then
 *         the columns of the recap, then hours, cuts and suggested sanctions
 *         where a letter has such; "," between, texts neutralised
 * .xlsx   the same, and sheets of units, caps, what follows, and holes; NIPs
 *         are text cells
 * .html   a page of units for people to read
 * .rekap  the canonical text whose hash is printed
 */
#pragma once

#include "app/make_recap.h"

/* ending, media type, is there one of the reports for e-Kinerja? */
#define RECAP_FORMS(X)                                                     \
    X(CSV, ".csv", "text/csv; charset=utf-8", true)                        \
    X(XLSX, ".xlsx",                                                       \
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", \
      true)                                                                \
    X(HTML, ".html", "text/html; charset=utf-8", false)                    \
    X(TEXT, ".rekap", "text/plain; charset=utf-8", false)

typedef enum {
#define X(name, ending, type, kinerja) RECAP_FORM_##name,
    RECAP_FORMS(X)
#undef X
        RECAP_FORM_COUNT
} RecapForm;

/* By the ending of a name that is more than an ending. */
bool recap_file_form(Str name, RecapForm *out);
bool recap_file_has_kinerja(RecapForm form);
Str recap_file_ending(RecapForm form);
Str recap_file_type(RecapForm form);

/* What may be asked for, as choices of a field. */
#define RECAP_FILE_CHOICES \
    "rekap.csv|rekap.xlsx|rekap.html|rekap.rekap|kinerja.csv|kinerja.xlsx"

typedef struct {
    Str type, bytes; /* in the arena */
} RecapFile;

/* One of the choices. */
MUST_USE bool recap_file_asked(Arena *arena, Lang lang, const RecapMade *made,
                               Str asked, RecapFile *out, Err *err);

/* The bytes of the file, in the arena. */
MUST_USE bool recap_file_put(Arena *arena, Lang lang, const RecapMade *made,
                             RecapForm form, Str *out, Err *err);
MUST_USE bool recap_file_kinerja(Arena *arena, Lang lang, const RecapMade *made,
                                 RecapForm form, Str *out, Err *err);

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
