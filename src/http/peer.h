/* SPDX-License-Identifier: Apache-2.0 */
/*
 * peer.h - who is at the other end, as an address in text.
 */
#pragma once

#include "base/str.h"

#include <sys/socket.h>

enum { PEER_TEXT = 64 };

/* "10.1.2.3", "2001:db8::1"; "" on a Unix socket. */
Str peer_text(const struct sockaddr_storage *address, char text[PEER_TEXT]);

bool peer_is_address(Str text);
bool peer_is_loopback(Str text);

/*
 * peer_masked - the network it is in, for logs that should name nobody:
 * "10.1.2.0/24", "2001:db8::/48"; "" for what is no address.
 */
Str peer_masked(Str peer, char text[PEER_TEXT]);
