/*
 * cookie.h - the two cookies that there are: the session's ("GOVERNMENT~TOKEN")
 * and the language's.
 *
 * Over TLS the session's is "__Host-tk", Secure; on the loopback address of a
 * trial without TLS it is "tk".  Always HttpOnly and SameSite=Lax, so that a
 * link in a chat opens the page that it names.
 */
#pragma once

#include "door/visit.h"

Str cookie_session(const HttpRequest *request);
void cookie_language(Visit *v, Lang lang);
