/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recap_call.h - what a call of `recap` asks for.
 */
#pragma once

#include "app/make_recap.h"
#include "cli/say.h"

typedef struct {
    RecapWish recap;
    bool by_period; /* the window is still to be chosen by `span` */
    RecapSpan span;
    Date day; /* on which it is asked or done; DATE_NEVER: today */
} RecapCall;

/* False after it was said what is wrong with the call; then EXIT_USAGE. */
bool recap_call_read(const Call *call, RecapCall *out);

/* Fill in what hangs on the government: the day, and the window. */
MUST_USE bool recap_call_settle(Office *office, RecapCall *asked, Err *err);
