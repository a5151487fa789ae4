/* SPDX-License-Identifier: Apache-2.0 */
/*
 * multipart.h - forms with files (RFC 7578).
 *
 *     form  = "--" boundary CRLF part *( CRLF "--" boundary CRLF part )
 *             CRLF "--" boundary "--" [ CRLF ]
 *     part  = *( header CRLF ) CRLF bytes
 *
 * Nothing stands before the first boundary or after the last.  Every part has
 * a Content-Disposition of form-data with a name.  Fields and files are views
 * of the body, which outlives them.  A file field left empty is no file.
 */
#pragma once

#include "http/http.h"
#include "http/refuse.h"

typedef struct {
    HttpPairs fields;
    const HttpFile *files;
    size_t file_count;
} MultipartForm;

/* `type` is the whole value of the request's Content-Type. */
MUST_USE Refusal multipart_read(Arena *arena, Str type, Str body,
                                MultipartForm *out);
