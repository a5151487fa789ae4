/* SPDX-License-Identifier: Apache-2.0 */
#include "http/note.h"

#include "base/json.h"
#include "http/peer.h"
#include "http/stamp.h"

static void put_members(Json *json, Instant at, const Note *note)
{
    char time[STAMP_TEXT];
    char peer[PEER_TEXT];
    json_text(json, "time", stamp_iso(at, time));
    json_number(json, "number", (int64_t)note->number);
    json_text(json, "method", note->method);
    json_text(json, "path", note->path);
    json_number(json, "status", note->status);
    json_number(json, "ms", note->ms);
    json_number(json, "bytes", (int64_t)note->bytes);
    json_text(json, "peer", peer_masked(note->peer, peer));
    if (note->refused != REFUSAL_NONE)
        json_text(json, "refused", refuse_name(note->refused));
}

/* Line feeds of texts are escaped: what is left of them is layout. */
static void put_in_one_line(Buf *line)
{
    size_t len = 0;
    for (size_t i = 0; i < line->len; i++) {
        if (line->ptr[i] != '\n') line->ptr[len++] = line->ptr[i];
    }
    line->len = len;
    buf_char(line, '\n');
}

void note_write(FILE *log, Arena *arena, Instant at, const Note *note)
{
    Buf line = buf_in(arena);
    Json json = json_in(&line);
    json_open(&json, NULL, '{');
    put_members(&json, at, note);
    json_close(&json);
    CHECK(json_done(&json));
    put_in_one_line(&line);
    /* One call, so that lines of several threads never mix. */
    (void)fwrite(line.ptr, 1, line.len, log);
}
