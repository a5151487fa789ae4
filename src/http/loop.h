/* SPDX-License-Identifier: Apache-2.0 */
/*
 * loop.h - a thread that serves many connections, and owns them.
 *
 * Edge-triggered epoll: a connection is told of once, read until it is empty.
 * What workers have done comes back through a list with a lock, and so do
 * those who have had their turn; a thread's connections are otherwise its own.
 */
#pragma once

#include "http/connection.h"

typedef struct Loop Loop;

MUST_USE bool loop_open(Arena *arena, Door *door, Workers *workers,
                        int listener, unsigned connections, Loop **out,
                        Err *err);

/* Ends once the door is closing and nothing is under way any more. */
void loop_run(Loop *loop);

/* Look up: something outside has changed.  Any thread. */
void loop_wake(Loop *loop);

/* A worker brings back the connection that it was given.  Any thread. */
void loop_return(Connection *connection);
Door *loop_door(const Connection *connection); /* of its server */
void loop_close(Loop *loop);
