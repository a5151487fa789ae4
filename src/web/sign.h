/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sign.h - pages of coming in: name and password, the second step and its
 * set-up, the slip, the first administrator, going out.
 */
#pragma once

#include "door/route.h"

extern const RouteTable sign_routes;
extern const RouteTable sign_codes_routes;    /* the second step, set up */
extern const RouteTable sign_slip_routes;     /* invitations */
extern const RouteTable sign_profile_routes;  /* one's own account */
extern const RouteTable sign_change_routes;   /* what one changes of it */
extern const RouteTable sign_accounts_routes; /* those of others: the list */
extern const RouteTable sign_account_routes;  /* one of them */
extern const RouteTable sign_tokens_routes;   /* of other programs */
