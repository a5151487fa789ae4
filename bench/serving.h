/* SPDX-License-Identifier: Apache-2.0 */
/*
 * serving.h - the processes that a crowd comes to: ours, and constants.
 *
 * Each is a child that ends with us.  A constant answers every request, of
 * whatever method, with so many bytes of body, the same each time: by
 * libmicrohttpd, by nginx, and by our own door without anything behind it.
 */
#pragma once

#include "base/str.h"

#include <sys/types.h>

typedef struct {
    pid_t pid;
    Str address;
} Serving;

/* "tatakerja serve --demo": it listens when this returns; its log goes to
 * FOLDER/log. */
Serving serving_ours(Arena *arena, const char *program, const char *data,
                     const char *folder, Str address);

typedef enum { CONSTANT_MHD, CONSTANT_NGINX, CONSTANT_DOOR } ConstantKind;

Serving serving_constant(Arena *arena, ConstantKind kind, size_t bytes,
                         const char *folder, Str address);

void serving_end(const Serving *serving);           /* and waits for it */
void serving_kill(const Serving *serving);          /* -9 */
double serving_resident_mb(const Serving *serving); /* its memory */
