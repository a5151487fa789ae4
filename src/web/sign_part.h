/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sign_part.h - what the pages of coming in share.  For sign*.c only.
 */
#pragma once

#include "web/form.h"
#include "web/part.h"

/* "ke": where to after the last step. */
#define SIGN_BACK                                    \
    {                                                \
        "ke", N_("Back to"), FIELD_LINE, .most = 500 \
    }

/* What was asked for, if it is a page of ours. */
Str sign_back(const Visit *v);

/* Keep the new session, and go to the step that is next. */
void sign_go_on(Visit *v, const SignedIn *in);

/* A new password, with its rules as a hint; the old one. */
void sign_put_new_password(Page *page, const char *name, const char *label);
void sign_put_password(Page *page, const char *name, const char *label);

/* The choice of the government, where several are served. */
void sign_put_government(Page *page);

/* The help that stands at the same place on every page of coming in. */
void sign_put_help(Page *page);

/* Who is signed in, as the register knows them. */
const Person *sign_me(const Visit *v);

/* A page of one's own account. */
Page sign_open_own(Visit *v);
