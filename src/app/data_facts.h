/* SPDX-License-Identifier: Apache-2.0 */
/*
 * data_facts.h - facts as a table, as in the file fakta.csv of a folder.
 *
 * The header names the fields of fact_fields.h; every text is in quotes but
 * the plainest.  A text that a spreadsheet would run (= + - @ behind its
 * blanks) is given a leading blank, which reading takes off again, so that the
 * way back is exact.
 */
#pragma once

#include "app/data.h"

#define DATA_FACTS_FILE "fakta.csv"

/* ERR_INPUT with the file, the line and the field, in both languages: an
 * unknown column, one that stands twice, a text that is none of its field, no
 * whole fact. */
MUST_USE bool data_facts_read(Arena *arena, Str file, Str text, DataFacts *out,
                              Err *err);

void data_facts_write(const Fact *facts, size_t count, Buf *out);

/* The same line by line; `scratch` is overwritten. */
void data_facts_head(Buf *out);
void data_facts_row(const Fact *fact, Buf *scratch, Buf *out);
