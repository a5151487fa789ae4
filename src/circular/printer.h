/* SPDX-License-Identifier: Apache-2.0 */
/*
 * printer.h - what the print_* files share.
 */
#pragma once

#include "circular/print.h"
#include "circular/words.h"

typedef struct {
    Buf *out;
    Lang lang;
    bool juxtapose;     /* "bidang Dinas Sosial", without "pada" */
    bool named;         /* that, where the unit has a name of its own only */
    bool tabulated;     /* in that list: names may hold "dan" */
    bool within;        /* behind "pada": the units of a limit */
    bool beside;        /* behind people, without "pada" */
    bool marked;        /* behind a mark, in a list of people */
    bool placed;        /* before a place, without "wajib" between */
    bool flat;          /* lists in the line, for messages */
    const Term *listed; /* "berikut": its list stands at the end */
} Printer;

void printer_put(Printer *p, Str text);
void printer_c(Printer *p, const char *text);
void printer_word(Printer *p, FunctionWord word);
void printer_free(Printer *p, Str text, Plain as); /* quoted if need be */
void printer_quoted(Printer *p, Str text);
void printer_texts(Printer *p, Str text, Str english); /* "..." ["..."] */

/* Between item `i` and the one before it: nothing, ", " or " dan ". */
void printer_between(Printer *p, uint32_t i, uint32_t count, FunctionWord last);

void printer_date(Printer *p, Date date);
/* " pukul 07.30 WITA", the zone where it is said; -1: none */
void printer_minute(Printer *p, int16_t minute, Str zone);
void printer_clocks(Printer *p, const Tail *tail);
void printer_duration(Printer *p, Duration d);
void printer_every(Printer *p, Duration d);
void printer_number(Printer *p, int32_t number, int32_t hundredths);
void printer_counted(Printer *p, Str counted, bool one);
void printer_amount(Printer *p, const Amount *a);
void printer_when(Printer *p, const When *w);
void printer_valid(Printer *p, const When *w); /* behind "berlaku" */

void printer_ref(Printer *p, const Ref *ref);
void printer_refs(Printer *p, const Ref *refs, uint32_t count);
void printer_instrument(Printer *p, const Instrument *i);

typedef enum { MANY, ONE } Grammatical; /* of English terms */

void printer_who(Printer *p, const Who *who, Grammatical number);
void printer_whole(Printer *p, const Who *who); /* "seluruh pegawai" */
void printer_listed(Printer *p); /* the list that "berikut" speaks of, if any */
void printer_tails(Printer *p, const Sentence *s);
void printer_words(Printer *p, const Tail *tail); /* A, B atau C */
void printer_frames(Printer *p, const Sentence *s);
void printer_sentence(Printer *p, const Sentence *s);
void printer_head(Printer *p, const Letter *letter);

/* Comment lines above, and " -- ..." at the line end, with the line end. */
void printer_above(Printer *p, const Str *comments, uint32_t count);
void printer_behind(Printer *p, Str comment);
