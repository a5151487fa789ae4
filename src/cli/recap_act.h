/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_act.h - a recap is closed or received, and what is told of it.
 */
#pragma once

#include "cli/recap_call.h"

/*
 * recap_act - what --close or --receive asks for, appended to `out`: version,
 * hash, what changed since the version before; made->closing becomes what it is
 * now.  Nothing without these options.  False after a refusal was said, *code
 * being the exit code.
 */
bool recap_act(const Call *call, const RecapCall *asked, RecapMade *made,
               Buf *out, int *code);

/*
 * recap_act_since - where a recap of a data directory is no longer what was
 * closed: what is different from that.  Else nothing is appended.
 */
MUST_USE bool recap_act_since(const Call *call, const RecapMade *made, Buf *out,
                              Err *err);
