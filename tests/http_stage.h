/* SPDX-License-Identifier: Apache-2.0 */
/*
 * http_stage.h - a server whose handler shows what it was given.
 *
 * GET /page is a long page, /short a short one, /large 8 MiB, /asset pressed;
 * /gate waits until the gate is opened, /hold too, but holds up the thread of
 * the connections; /at-once is answered at once.  GET and POST /later are
 * suspended until they are woken, and then answered without a handler;
 * /later/worker goes to the handler then; /later/impatient gives up by itself,
 * /later/late would, but is told to go on waiting.
 * Everything else is shown: "METHOD path", then a line for each "query a=b",
 * "form a=b", "cookie a=b", "file field name type length", "type t", "body b",
 * "peer p", "secure".
 */
#pragma once

#include "http/server.h"

#include <stdatomic.h>

typedef struct Stage Stage;

/* The wish's handler, context and, unless told, address are filled in. */
Stage *stage_open(HttpWish wish);
void stage_close(Stage *stage);

HttpServer *stage_server(Stage *stage);
Str stage_address(const Stage *stage);
unsigned stage_handled(const Stage *stage); /* requests that a handler saw */

void stage_await_gate(Stage *stage, unsigned count); /* so many wait there */
void stage_open_gate(Stage *stage);

void stage_await_later(Stage *stage, unsigned count); /* so many suspended */
unsigned stage_told_to_wait(void); /* how often one asked to give up */
void stage_wake(Stage *stage);     /* all of them, each by http_wake */

/* Close while others look on: begins, and is waited for by stage_close. */
void stage_begin_close(Stage *stage, unsigned seconds);

Str stage_page(void); /* the text of /page */
enum { STAGE_LARGE = 8 << 20 };
