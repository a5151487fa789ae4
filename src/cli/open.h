/* SPDX-License-Identifier: Apache-2.0 */
/*
 * open.h - the folder and the files that a call names, or why not.
 */
#pragma once

#include "app/data.h"
#include "cli/say.h"

/* The government of the call: a folder or, with --data, a code and the day of
 * --known.  False after a wrong date was said. */
bool open_wish(const Call *call, OfficeWish *out);

/* The government of the call, read whole; false after it was said what is
 * wrong, *code being the exit code. */
bool open_office(const Call *call, Office *out, int *code);

/* The file is there; false after it was said that it is not. */
bool open_file(const Call *call, const char *path, int *code);

/* The data directory of --data, read, or (made when need be) written. */
typedef enum { OPEN_TO_READ, OPEN_TO_WRITE, OPEN_TO_MAKE } OpenHow;
bool open_data(const Call *call, OpenHow how, Store **out, int *code);
