/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sign_account.h - accounts of others: invited and set anew by a printed slip,
 * stopped, their second step taken off, by whoever may.
 */
#pragma once

#include "web/sign_part.h"

/* By the code; NULL. */
const Person *sign_account_person(const Visit *v, Str code);
Str sign_account_unit(const Visit *v, const Person *p);

/* "/akun/CODE" and what follows. */
Str sign_account_path(Arena *arena, Str person, const char *step);
void sign_account_put_state(Page *page, const Account *account);
