/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field.h - what a form or a query may hold: declared, checked, then seen.
 *
 * A route declares its fields (route.h).  A handler sees only values that were
 * checked against these; a field that nobody declared is refused, but passed
 * over in the address of a page (door.c).
 */
#pragma once

#include "day/fact.h"
#include "http/http.h"

/* Marks a sentence that stands in a table: gettext finds it by this. */
/* gettext's own name. */
#define N_(english) english /* NOLINT(readability-identifier-naming) */

typedef enum {
    FIELD_LINE,    /* one line, trimmed, no control bytes */
    FIELD_TEXT,    /* several lines; CR LF becomes LF */
    FIELD_SECRET,  /* a password: as it is, never shown again */
    FIELD_DATE,    /* 2020-08-03 */
    FIELD_MONTH,   /* 2020-08: its days */
    FIELD_MINUTE,  /* 07.30, 07:30 */
    FIELD_INSTANT, /* milliseconds since 1970, by the clock of the phone */
    FIELD_NUMBER,  /* from least to most */
    FIELD_CODE,    /* letters, digits, - _ . : / and blanks */
    FIELD_ID,      /* of a fact */
    FIELD_CHOICE,  /* one of the choices, parted by | */
    FIELD_FLAG,    /* given at all */
    FIELD_FILE
} FieldKind;

typedef struct {
    const char *name;  /* in the form and the address */
    const char *label; /* in English; an entry of the catalogue */
    FieldKind kind;
    bool needed, many;
    int32_t least;
    uint32_t most; /* bytes of a text or file, or the greatest number; 0: 200
                      bytes of a line, 4,000 of a text */
    const char *choices;
    bool rows;   /* many, and empty ones stay: the n-th is of the n-th row */
    bool hollow; /* files of no bytes are given too: the handler names them */
} FieldRule;

typedef struct {
    const FieldRule *at;
    size_t count;
} FieldRules;

/* What a form has that may wait in the phone's outbox: the id of its record,
 * when it happened and when it is sent, by the phone's clock. */
#define FIELD_OUTBOX                                                       \
    {"id", N_("Record"), FIELD_ID, .needed = true},                        \
        {"saat", N_("Time on the phone"), FIELD_INSTANT, .needed = false}, \
    {                                                                      \
        "dikirim", N_("Time of sending"), FIELD_INSTANT, .needed = false   \
    }

typedef struct {
    bool given; /* not empty */
    Str text;   /* as it came, trimmed; of every kind but FILE */
    Date date;
    Window days; /* of a month */
    int32_t number, minute;
    Instant at;
    FactId id;
    const HttpFile *file; /* the first, where the rule has many */
    const HttpFile *const *files;
    size_t file_count;
    const Str *many; /* every value that is given, in order; of rows: all */
    size_t many_count;
} FieldValue;

typedef enum {
    FIELD_FINE,
    FIELD_MISSING,
    FIELD_LONG,
    FIELD_MALFORMED, /* not of its kind */
    FIELD_UNKNOWN    /* declared nowhere; `rule` is NULL */
} FieldFaultKind;

typedef struct {
    FieldFaultKind kind;
    const FieldRule *rule;
    Str name;
} FieldFault;

typedef struct {
    FieldRules rules;
    FieldValue *values; /* by rule */
    VEC(FieldFault) faults;
} Fields;

/* Check what came against the rules; faults are in the order of the rules,
 * unknown names last.  `path` holds the parts of the address. */
Fields field_check(Arena *arena, FieldRules rules, const HttpRequest *request,
                   const HttpPairs *path);

/* The value of a declared field; any other name is our own mistake (CHECK). */
const FieldValue *field_of(const Fields *fields, const char *name);
