/* SPDX-License-Identifier: Apache-2.0 */
/*
 * json.h - writing JSON (RFC 8259), sticky: wrong nesting is remembered.
 *
 *     Json json = json_in(&buf);
 *     json_open(&json, NULL, '{');
 *     json_text(&json, "nama", name);
 *     json_open(&json, "fakta", '[');
 *     json_close(&json);
 *     json_close(&json);
 *     bool whole = json_done(&json);
 *
 * A member of an object has a name, a member of an array none (NULL).  Texts
 * must be UTF-8; control bytes are escaped, and "<" so that no page that holds
 * the text runs it.
 */
#pragma once

#include "base/buf.h"

enum { JSON_DEPTH = 512 };

typedef struct {
    Buf *out;
    int depth;
    char open[JSON_DEPTH]; /* '{' or '[' */
    bool filled[JSON_DEPTH];
    bool begun, wrong;
    bool narrow; /* in one line */
} Json;

Json json_in(Buf *out);
Json json_in_a_line(Buf *out); /* for logs; the line feed is at its end */

/* '{' or '[', as the whole, or in an array, or (with a name) in an object. */
void json_open(Json *json, const char *name, char how);
void json_close(Json *json);
void json_text(Json *json, const char *name, Str text);
void json_number(Json *json, const char *name, int64_t number);
void json_truth(Json *json, const char *name, bool truth);
void json_none(Json *json, const char *name); /* null */

/* Do brackets nest deeper than that, outside of texts?  Asked before anybody
 * makes a tree of what may be JSON. */
bool json_is_deeper(Str text, int most);

/* One whole value was written, and it fits the buffer. */
bool json_done(const Json *json);
