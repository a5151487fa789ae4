/*
 * open.h - the folder and the files that a call names, or why not.
 */
#pragma once

#include "cli/say.h"

/* The folder of --government, read whole; false after it was said what is
 * wrong, *code being the exit code. */
bool open_office(const Call *call, Office *out, int *code);

/* The file is there; false after it was said that it is not. */
bool open_file(const Call *call, const char *path, int *code);
