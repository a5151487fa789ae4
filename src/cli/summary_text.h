/* SPDX-License-Identifier: Apache-2.0 */
/*
 * summary_text.h - the summary of a roster as lines for a terminal.
 */
#pragma once

#include "base/buf.h"
#include "cli/summary.h"

void summary_text(const Summary *summary, Lang lang, Buf *out);

/* "sertifikat: optimal, terbukti ..." / "certificate: optimal, ...". */
void summary_text_proof(const RosterMade *made, Lang lang, Buf *out);
