/* SPDX-License-Identifier: Apache-2.0 */
/*
 * exchange.h - one request and its answer, and the memory of both.
 *
 * It belongs to one thread at a time: that of the connection reads it, a
 * worker runs it, that of the connection sees it out.
 */
#pragma once

#include "http/answer.h"
#include "http/body.h"
#include "http/door.h"

typedef struct {
    Arena *arena;
    int64_t begun_ns;
    Head head;
    Body body;
    size_t held; /* bytes of the body that the door counts */
    HttpRequest request;
    HttpAnswer answer;
    HttpWait wait;     /* `resume` is set while it is suspended */
    bool taken;        /* the body, as fields of a form */
    Refusal untakable; /* or why not */
    Refusal refused;
    bool ends;   /* the connection, behind the answer */
    bool broken; /* it could not be sent */
    AnswerBytes out;
    size_t sent; /* of head and body together */
} Exchange;

Exchange *exchange_open(Door *door, Str peer, int64_t now_ns);
void exchange_close(Exchange *exchange, Door *door);

/* The head has arrived: REFUSAL_NONE, or why it goes no further. */
MUST_USE Refusal exchange_take_head(Exchange *exchange, Door *door, Str head);

/* More of the body, off *bytes; exchange->body.whole at its end. */
MUST_USE Refusal exchange_take_body(Exchange *exchange, Door *door, Str *bytes);

/* Ask who answers at once; DONE: the answer is ready to be sent.  What waits is
 * woken as `owner`. */
HttpAtOnceSays exchange_at_once(Exchange *exchange, Door *door, Gzip *gzip,
                                void *owner);

/* What was waited for is there, or a worker has run it.  True: the answer is
 * ready to be sent; false: a worker shall run it. */
bool exchange_resume(Exchange *exchange, Door *door, Gzip *gzip);
/* Suspended, and nothing will wake it any more: resume it. */
bool exchange_give_up(const Exchange *exchange);

/* Read the form, ask the handler; the answer is ready to be sent. */
void exchange_run(Exchange *exchange, Door *door, Gzip *gzip);
void exchange_refuse(Exchange *exchange, Door *door, Refusal why);

/* Send what the socket takes now: true, or broken, once all is gone. */
bool exchange_send(Exchange *exchange, int fd);

/* It is over: counted, and noted in the log. */
void exchange_note(Exchange *exchange, Door *door, Buf *notes, int64_t now_ns);
