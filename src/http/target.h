/* SPDX-License-Identifier: Apache-2.0 */
/*
 * target.h - the target of a request: the path decoded once, and the query.
 *
 *     target  = path [ "?" query ]
 *     path    = 1*( "/" segment )          the last segment may be empty
 *
 * A percent sign in the path stands for no slash, backslash or control byte,
 * and the path is UTF-8 without a segment of dots: a path is seen here as
 * every proxy before us sees it, and as every file system behind us would.
 */
#pragma once

#include "http/http.h"
#include "http/refuse.h"

MUST_USE Refusal target_read(Arena *arena, Str target, Str *path,
                             HttpPairs *query);
