/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recalls.h - whom a visitor calls to the office, by the fields "orang" (many),
 * "mulai" and "sampai" (unsaid: the first day alone).  Pages and API alike.
 */
#pragma once

#include "app/recall_caps.h"
#include "door/visit.h"

/*
 * recalls_ask - whoever may not be called by the visitor spoils the list: its
 * effect is told of nobody then.  Whoever stands in it twice is called once.
 *
 * ERR_INPUT: an unknown code, the visitor themself, somebody outside the
 * visit's unit and all below it, or days the wrong way round; ERR_DENIED as
 * visit_may.
 */
MUST_USE bool recalls_ask(Visit *v, RecallAsk *ask, Date *last, Err *err);
