/* SPDX-License-Identifier: Apache-2.0 */
/*
 * http_client.h - a client that sends just the bytes it is told to.
 *
 * Reading waits for the server, however slow the machine; only a server that
 * says nothing for a minute ends it.
 */
#pragma once

#include "base/str.h"

/* To "127.0.0.1:80", "[::1]:80" or "unix:/path"; -1 if it is refused. */
int client_open(Str address);
bool client_send(int fd, Str bytes); /* all of them have gone */
void client_end(int fd);             /* nothing more will be sent */
void client_close(int fd);

/* One answer, by its Content-Length; `bodiless`: to a HEAD.  Empty at the end
 * of the connection. */
Str client_answer(Arena *arena, int fd, bool bodiless);

/* All there is until the server closes; empty if it says nothing. */
Str client_rest(Arena *arena, int fd);

/* A connection for one request that asks for the end of it. */
Str client_ask(Arena *arena, Str address, Str bytes);

int client_status(Str answer); /* 0: it is none */
Str client_header(Str answer, const char *name);
Str client_body(Str answer);
