/* SPDX-License-Identifier: Apache-2.0 */
/*
 * evidence.h - what the field "bukti" of a fact names: files that were handed
 * in with it, and an address behind them.
 *
 *     bukti  = [file *( " " file )] [" "] [address]
 *     file   = "berkas:" name
 *     name   = 64 hex digits "." ( "jpg" / "png" / "pdf" )
 *
 * The digits are the SHA-256 of the file's bytes, so that a fact, which the
 * journal commits to, proves its files.
 */
#pragma once

#include "base/str.h"

enum { EVIDENCE_FILES = 3 };

typedef struct {
    Str files[EVIDENCE_FILES]; /* names, without "berkas:" */
    size_t count;
    Str address; /* what is left; may be empty */
} Evidence;

/* Views into the text; whatever is no file is address. */
Evidence evidence_read(Str text);

/* The way back, in the arena. */
Str evidence_text(Arena *arena, const Evidence *evidence);

/* It is of the form of a file's name. */
bool evidence_is_name(Str name);

/* The text names that file. */
bool evidence_names(Str text, Str name);
