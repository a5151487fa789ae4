/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fact_fields.h - the fields of a fact, once: their names, order and texts.
 *
 * The canonical text, the table of a folder and the checks walk this list; a
 * field's text is the same in all of them.  An empty text: unsaid.
 */
#pragma once

#include "day/fact.h"

typedef enum {
    FIELD_ID,
    FIELD_KIND,
    FIELD_CHANNEL,
    FIELD_ZONE,
    FIELD_STR,
    FIELD_DAY,
    FIELD_MINUTE,
    FIELD_INSTANT,
    FIELD_NUMBER
} FieldType;

typedef struct {
    const char *name;
    FieldType type;
    size_t offset; /* in Fact */
} FactField;

const FactField *fact_fields(size_t *count);

/* The field's text, appended; nothing when unsaid. */
void fact_field_put(const Fact *f, const FactField *field, Buf *out);

/* Read a field's text into the fact (texts are borrowed); ERR_INPUT with what
 * would be right. */
MUST_USE bool fact_field_take(const FactField *field, Str text, Fact *fact,
                              Err *err);
