/* SPDX-License-Identifier: Apache-2.0 */
/*
 * accounts.h - what is done to somebody's account, by the field "orang": pages
 * and API alike.
 */
#pragma once

#include "app/account.h"
#include "app/invite.h"
#include "door/visit.h"

/* That account.  False: the answer is there, a refusal. */
MUST_USE bool accounts_read(Visit *v, Account *out);

/* By the visitor; a step is traced under the field "id". */
AccountAct accounts_act(const Visit *v);
AccountAct accounts_step(const Visit *v);
SessionAct accounts_sessions(const Visit *v);

/* As invite_admin, by the field "id"; and whoever reads is told. */
MUST_USE bool accounts_admin(Visit *v, bool admin, Err *err);

/* Who administrates was changed: what every request reads is read anew. */
void accounts_wrote(const Visit *v);
