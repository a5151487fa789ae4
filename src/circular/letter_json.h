/* SPDX-License-Identifier: Apache-2.0 */
/*
 * letter_json.h - a letter as JSON, lossless both ways: for editors and for
 * other programs.  docs/letter.schema.json is its schema, tree.def its shape.
 *
 * Left out is what is empty, false, nought or unsaid; places in the text are
 * never said.  Read is only what the text of a letter can say: the tree is
 * printed, read again through every gate and compared.
 */
#pragma once

#include "circular/tree.h"

enum {
    LETTER_JSON_FORMAT = 1, /* the member "format" */
    LETTER_JSON_DEEPEST = 512,
    LETTER_JSON_LARGEST = 32 << 20 /* bytes */
};

/* Of a letter that was read without an error.  False when it is larger than
 * LETTER_JSON_LARGEST. */
bool letter_to_json(const Letter *letter, Buf *out);

/*
 * letter_from_json - false with *err when it is no JSON of a letter, saying
 * where ("rules[0].sentences[1].pred: ..."), or what no letter can say; or when
 * faults of the letter were added to `diags`, about its canonical text, whose
 * name is `shown`.
 */
MUST_USE bool letter_from_json(Arena *arena, Str json, Str shown, Letter *out,
                               Diags *diags, Err *err);
