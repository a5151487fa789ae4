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
    if (note->cause.len > 0) json_text(json, "cause", note->cause);
}

void note_put(Buf *notes, Instant at, const Note *note)
{
    Json json = json_in_a_line(notes);
    json_open(&json, NULL, '{');
    put_members(&json, at, note);
    json_close(&json);
    CHECK(json_done(&json));
}

void note_write(Buf *notes, FILE *log)
{
    if (notes->len == 0) return;
    (void)fwrite(notes->ptr, 1, notes->len, log);
    notes->len = 0;
}
