/* SPDX-License-Identifier: Apache-2.0 */
/*
 * framing.h - where a request ends and whose it is, by its headers.
 *
 * Length, transfer coding, Host: what two readers may take differently is what
 * smuggling lives on (RFC 9112, 11.2), so each may be said in one way only.
 */
#pragma once

#include "http/head.h"

/* Set what the headers say of body, connection and expectation. */
MUST_USE Refusal framing_read(Head *head);
