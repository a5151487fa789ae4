/* SPDX-License-Identifier: Apache-2.0 */
#include "http/exchange.h"

#include "base/clock.h"
#include "http/limit.h"
#include "http/note.h"
#include "http/request.h"

#include <errno.h>
#include <sys/socket.h>

/* Most requests need no second block. */
enum { FIRST_BLOCK = 8 << 10, SHORT_BODY = 4 << 10 };

Exchange *exchange_open(Door *door, Str peer, int64_t now_ns)
{
    Arena *arena = arena_open(FIRST_BLOCK);
    Exchange *exchange = NEW(arena, Exchange, 1);
    exchange->arena = arena;
    exchange->begun_ns = now_ns;
    exchange->request.arena = arena;
    exchange->request.peer = str_copy(arena, peer);
    exchange->request.number = atomic_fetch_add(&door->numbers, 1) + 1;
    answer_init(&exchange->answer, arena);
    (void)atomic_fetch_add(&door->counts.in_flight, 1);
    return exchange;
}

void exchange_close(Exchange *exchange, Door *door)
{
    if (exchange == NULL) return;
    (void)atomic_fetch_sub(&door->counts.in_flight, 1);
    door_release(door, exchange->held);
    body_done(&exchange->body);
    arena_close(exchange->arena);
}

/* ---- in ------------------------------------------------------------------ */

Refusal exchange_take_head(Exchange *exchange, Door *door, Str head)
{
    HttpRequest *request = &exchange->request;
    uint64_t number = request->number;
    Str peer = request->peer;
    Refusal why = head_read(exchange->arena, head, &exchange->head);
    if (why == REFUSAL_NONE)
        why = request_of_head(exchange->arena, &exchange->head, peer,
                              door->wish.proxied, request);
    request->number = number;
    if (why == REFUSAL_NONE)
        why =
            body_begin(&exchange->body, &exchange->head, door->wish.body_most);
    exchange->ends = exchange->head.closes;
    return why;
}

Refusal exchange_take_body(Exchange *exchange, Door *door, Str *bytes)
{
    Body *body = &exchange->body;
    Refusal why = body_feed(body, bytes);
    size_t more = body->room - exchange->held;
    if (why != REFUSAL_NONE || more == 0) return why;
    if (!door_hold(door, more)) return REFUSAL_FULL;
    exchange->held += more;
    return REFUSAL_NONE;
}

/* ---- the answer ---------------------------------------------------------- */

static void finish(Exchange *exchange, Door *door, Gzip *gzip)
{
    exchange->ends = exchange->ends || atomic_load(&door->closing);
    AnswerTo to = {
        .headers = &exchange->head.headers,
        .get = exchange->head.method == HTTP_GET &&
               exchange->refused == REFUSAL_NONE,
        .bodiless = exchange->head.bodiless,
        .closes = exchange->ends,
    };
    answer_write(&exchange->answer, &to, gzip, &exchange->out);
}

void exchange_refuse(Exchange *exchange, Door *door, Refusal why)
{
    exchange->refused = why;
    exchange->ends = exchange->ends || refuse_ends(why);
    const HttpPairs *headers = &exchange->head.headers;
    answer_refusal(&exchange->answer, why, headers,
                   request_is_secure(headers, door->wish.proxied));
    finish(exchange, door, NULL); /* too short to be pressed */
}

/* Once: whoever asks first. */
static Refusal take_fields(Exchange *exchange)
{
    if (!exchange->taken)
        exchange->untakable =
            request_take_body(&exchange->request, body_str(&exchange->body));
    exchange->taken = true;
    return exchange->untakable;
}

/* What takes long to read is a worker's. */
static bool is_short(Exchange *exchange)
{
    if (exchange->head.method == HTTP_GET) return true;
    return exchange->head.method == HTTP_POST &&
           exchange->body.len <= SHORT_BODY &&
           take_fields(exchange) == REFUSAL_NONE;
}

HttpAtOnceSays exchange_at_once(Exchange *exchange, Door *door, Gzip *gzip,
                                void *owner)
{
    const HttpWish *wish = &door->wish;
    HttpWait *wait = &exchange->wait;
    if (wish->at_once == NULL || !is_short(exchange)) return AT_ONCE_NOT;
    wait->owner = owner;
    HttpAtOnceSays says = wish->at_once(wish->context, &exchange->request,
                                        &exchange->answer, wait);
    if (says == AT_ONCE_DONE) finish(exchange, door, gzip);
    return says;
}

bool exchange_resume(Exchange *exchange, Door *door, Gzip *gzip)
{
    HttpWait *wait = &exchange->wait;
    bool (*resume)(void *kept) = wait->resume;
    wait->resume = NULL;
    if (resume == NULL) return true;
    if (!resume(wait->kept)) return false;
    finish(exchange, door, gzip);
    return true;
}

bool exchange_give_up(const Exchange *exchange)
{
    const HttpWait *wait = &exchange->wait;
    return wait->resume != NULL && wait->give_up != NULL &&
           wait->give_up(wait->kept);
}

void exchange_run(Exchange *exchange, Door *door, Gzip *gzip)
{
    const HttpWish *wish = &door->wish;
    Refusal why = take_fields(exchange);
    if (why != REFUSAL_NONE) {
        exchange_refuse(exchange, door, why);
        return;
    }
    wish->handler(wish->context, &exchange->request, &exchange->answer);
    finish(exchange, door, gzip);
}

/* ---- out ----------------------------------------------------------------- */

/* The rest of head and body, whichever is next. */
static ssize_t send_some(const Exchange *exchange, int fd)
{
    const AnswerBytes *out = &exchange->out;
    int how = MSG_NOSIGNAL | MSG_DONTWAIT;
    bool head = exchange->sent < out->head.len;
    Str piece = head ? out->head : out->body;
    size_t from = head ? exchange->sent : exchange->sent - out->head.len;
    if (head && out->body.len > 0) how |= MSG_MORE; /* in one packet */
    return send(fd, piece.ptr + from, piece.len - from, how);
}

bool exchange_send(Exchange *exchange, int fd)
{
    size_t all = exchange->out.head.len + exchange->out.body.len;
    while (exchange->sent < all) {
        ssize_t gone = send_some(exchange, fd);
        if (gone >= 0) exchange->sent += (size_t)gone;
        if (gone >= 0 || errno == EINTR) continue;
        exchange->broken = errno != EAGAIN;
        return exchange->broken;
    }
    return true;
}

static Str method_word(const Head *head)
{
    static const Str words[] = {
        [HTTP_GET] = STR_INIT("GET"),
        [HTTP_POST] = STR_INIT("POST"),
        [HTTP_PUT] = STR_INIT("PUT"),
        [HTTP_DELETE] = STR_INIT("DELETE"),
    };
    if (head->path.len == 0) return STR(""); /* it was never read */
    return head->bodiless ? STR("HEAD") : words[head->method];
}

/* An address may hold a secret, and name somebody: what nobody has looked at is
 * kept by its beginning alone. */
static Str noted_path(Exchange *exchange)
{
    Str path = exchange->head.path;
    if (exchange->answer.noted.len > 0) return exchange->answer.noted;
    size_t end = str_find(path, STR("/"), path.len > 0);
    if (end == SIZE_MAX) return path;
    return str_format(exchange->arena, "%.*s/...",
                      STR_ARG(str_slice(path, 0, end)));
}

void exchange_note(Exchange *exchange, Door *door, Buf *notes, int64_t now_ns)
{
    int64_t passed = now_ns - exchange->begun_ns;
    counts_answered(&door->counts, exchange->out.status, exchange->sent,
                    passed);
    if (exchange->refused != REFUSAL_NONE)
        counts_refused(&door->counts, exchange->refused);
    if (door->wish.log == NULL) return;
    Note note = {
        .number = exchange->request.number,
        .method = method_word(&exchange->head),
        .path = noted_path(exchange),
        .peer = exchange->request.peer,
        .status = exchange->out.status,
        .ms = passed / 1000000,
        .bytes = exchange->sent,
        .refused = exchange->refused,
        .cause = exchange->answer.cause,
    };
    note_put(notes, clock_now(), &note);
}
