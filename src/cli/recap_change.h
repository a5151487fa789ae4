/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_change.h - what is different from a recap that was closed before.
 */
#pragma once

#include "app/make_recap.h"
#include "cli/say.h"

/* A line a change, the first 40, and how many more. */
void recap_change_put(const Call *call, const RecapChanges *changes, Buf *out);

/*
 * recap_change_text - compare with the canonical text in a file (.rekap):
 * person, column, from, to, the first 40.
 *
 * ERR_INPUT when the file is no recap, or one of another unit or other days;
 * ERR_IO when it cannot be read.
 */
MUST_USE bool recap_change_text(const Call *call, const RecapMade *made,
                                const char *path, Buf *out, Err *err);
