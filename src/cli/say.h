/* SPDX-License-Identifier: Apache-2.0 */
/*
 * say.h - what a command says, in the language of the call.
 *
 * Results go to standard output in one piece, at the end; everything that is
 * about the run itself goes to standard error.
 */
#pragma once

#include "app/office.h"
#include "cli/command.h"
#include "sheet/say.h"

/* The result on standard output; EXIT_WORLD if that fails, else `code`. */
int say_result(const Call *call, const Buf *out, int code);

/* "galat: ..." on standard error. */
void say_error(const Call *call, const char *id, const char *en, ...)
    PRINTF_LIKE(2, 4) PRINTF_LIKE(3, 4);

/* A wrong call: the sentence, and how the command is written; EXIT_USAGE. */
int say_usage(const Call *call, const char *id, const char *en, ...)
    PRINTF_LIKE(2, 4) PRINTF_LIKE(3, 4);

/* What the register itself leaves open, as warnings: heads that are vacant. */
void say_remarks(Buf *out, Lang lang, const Office *office);

/* Warnings of the folder, on standard error. */
void say_warnings(const Call *call, const Office *office);

/* Why the use case failed: faults of the office, else *err.  The exit code. */
int say_refusal(const Call *call, const Office *office, const Err *err);
