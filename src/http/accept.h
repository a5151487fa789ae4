/* SPDX-License-Identifier: Apache-2.0 */
/*
 * accept.h - which form of a body the client takes (RFC 9110, 12.5.3).
 */
#pragma once

#include "base/base.h"

typedef enum { ACCEPT_PLAIN, ACCEPT_GZIP, ACCEPT_BROTLI } AcceptCoding;

/*
 * accept_best - of those we have, the one the client likes best, brotli before
 * gzip before plain where it likes them the same.  Plain is always there, even
 * for who refuses it: better an answer than none.
 */
AcceptCoding accept_best(Str accept_encoding, bool gzip, bool brotli);
