/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cookie.h - the two cookies that there are: the session's ("GOVERNMENT~TOKEN")
 * and the language's.
 *
 * Over TLS they are "__Host-tk" and "__Host-bahasa", Secure; on the loopback
 * address of a trial without TLS "tk" and "bahasa".  Always HttpOnly and
 * SameSite=Lax, so that a link in a chat opens the page that it names.
 */
#pragma once

#include "door/visit.h"

Str cookie_session(const HttpRequest *request);
Str cookie_language_of(const HttpRequest *request);
void cookie_language(Visit *v, Lang lang);
