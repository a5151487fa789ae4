/* SPDX-License-Identifier: Apache-2.0 */
/*
 * problem.h - what is said when it does not go on: a page, or problem+json
 * (RFC 9457) for data.
 */
#pragma once

#include "door/visit.h"

void problem_method(Visit *v); /* 405; Allow is set already */
void problem_type(Visit *v);   /* 415: a body of no kind that is read */
void problem_fields(Visit *v); /* 422: each fault of the fields */
/* 401, of data: it is not known who asks; `why` says what was shown. */
void problem_unknown(Visit *v, const Err *why);
/* 429: passwords or codes were tried too fast; `why` says how long to wait. */
void problem_often(Visit *v, const Err *why);

/* A sentence for a fault, in that language: "isi: wajib diisi". */
Str problem_field_said(Arena *arena, const FieldFault *fault, Lang lang);

/* The text of an error in that language.  Of what failed inside (a disk, the
 * database) neither paths nor words of the database are told: only that. */
Str problem_said(const Err *err, Lang lang);
/* The same to who asks, on a page: "Anda", where a refusal names their code. */
Str problem_said_to(const Visit *v, const Err *err);
/* What failed inside is kept for the line of the log: whoever gives an answer
 * its status by an error says so. */
void problem_cause(Visit *v, const Err *err);
