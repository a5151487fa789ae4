/* SPDX-License-Identifier: Apache-2.0 */
#include "http/body.h"

#include "http/percent.h"

#include <string.h>

enum { FIRST_ROOM = 1024 };

Refusal body_begin(Body *body, const Head *head, size_t most)
{
    if (head->length > most) return REFUSAL_BODY_LARGE;
    *body = (Body){.most = most, .chunked = head->chunked};
    body->left = head->length;
    body->stage = head->chunked ? BODY_SIZE : BODY_BYTES;
    body->whole = !head->chunked && head->length == 0;
    return REFUSAL_NONE;
}

void body_done(Body *body)
{
    arena_done(&body->arena);
}

Str body_str(const Body *body)
{
    return (Str){body->len == 0 ? "" : body->ptr, body->len};
}

/* ---- bytes --------------------------------------------------------------- */

/* A new arena, twice as large; the old one goes at once. */
static void make_room(Body *body, size_t more)
{
    if (more <= body->room - body->len) return;
    size_t room = body->room == 0 ? FIRST_ROOM : body->room * 2;
    while (room < body->len + more)
        room *= 2;
    Arena *arena = arena_open(room);
    char *moved = NEW(arena, char, room);
    if (body->len > 0) memcpy(moved, body->ptr, body->len);
    arena_close(body->arena);
    body->arena = arena;
    body->ptr = moved;
    body->room = room;
}

static void take_bytes(Body *body, Str *bytes)
{
    size_t take = bytes->len < body->left ? bytes->len : (size_t)body->left;
    CHECK(body->left <= body->most - body->len); /* when it was announced */
    make_room(body, take);
    memcpy(body->ptr + body->len, bytes->ptr, take);
    body->len += take;
    body->left -= take;
    *bytes = str_slice(*bytes, take, bytes->len);
    if (body->left > 0) return;
    body->whole = !body->chunked;
    body->stage = BODY_SEAM;
}

/* ---- lines between them -------------------------------------------------- */

/* Gather a line of at most `most` bytes; true once its line feed is there. */
static bool gather_line(Body *body, size_t most, Str *bytes, Refusal *why)
{
    while (bytes->len > 0 && body->line_len < most) {
        char c = bytes->ptr[0];
        body->line[body->line_len++] = c;
        *bytes = str_slice(*bytes, 1, bytes->len);
        if (c == '\n') return true;
    }
    if (body->line_len == most) *why = REFUSAL_CHUNK;
    return false;
}

static bool ends_well(const Body *body)
{
    return str_ends((Str){body->line, body->line_len}, STR("\r\n"));
}

static bool read_size(const Body *body, uint64_t *out)
{
    uint64_t size = 0;
    size_t digits = body->line_len - 2;
    for (size_t i = 0; i < digits; i++) {
        int digit = percent_digit(body->line[i]);
        if (digit < 0) return false;
        size = size * 16 + (uint64_t)digit;
    }
    *out = size;
    return digits > 0 && (size > 0 || digits == 1);
}

static Refusal take_size(Body *body, Str *bytes)
{
    Refusal why = REFUSAL_NONE;
    if (!gather_line(body, LIMIT_CHUNK_LINE, bytes, &why)) return why;
    if (!ends_well(body) || !read_size(body, &body->left)) return REFUSAL_CHUNK;
    if (body->left > body->most - body->len) return REFUSAL_BODY_LARGE;
    body->stage = body->left > 0 ? BODY_BYTES : BODY_END;
    body->line_len = 0;
    return REFUSAL_NONE;
}

static Refusal take_seam(Body *body, Str *bytes)
{
    Refusal why = REFUSAL_NONE;
    if (!gather_line(body, 2, bytes, &why)) return why;
    if (!ends_well(body)) return REFUSAL_CHUNK;
    body->whole = body->stage == BODY_END;
    body->stage = BODY_SIZE;
    body->line_len = 0;
    return REFUSAL_NONE;
}

Refusal body_feed(Body *body, Str *bytes)
{
    Refusal why = REFUSAL_NONE;
    while (why == REFUSAL_NONE && !body->whole && bytes->len > 0) {
        switch (body->stage) {
        case BODY_SIZE: why = take_size(body, bytes); break;
        case BODY_BYTES: take_bytes(body, bytes); break;
        case BODY_SEAM:
        case BODY_END: why = take_seam(body, bytes); break;
        }
    }
    return why;
}
