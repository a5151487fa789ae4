/* SPDX-License-Identifier: Apache-2.0 */
/*
 * head.c - heads of the journal that are kept elsewhere:
 *
 *     tk-journal GOVERNMENT NUMBER HEAD SIGNATURE      (both in hexadecimal)
 */
#include "base/num.h"
#include "store/journal.h"

#include <sodium.h>

typedef struct {
    Str government;
    uint64_t number;
    Digest head;
    Signature signature;
} KeptHead;

static bool no_journal(Str government, Err *err)
{
    (void)FAIL(err, ERR_ABSENT, "nothing is in the journal of %.*s",
               STR_ARG(government));
    return err_id(err, "jurnal %.*s masih kosong", STR_ARG(government));
}

static bool newest(const Reading *r, int64_t gov, KeptHead *out, bool *found,
                   Err *err)
{
    AUTO(db_told) Statement *q = db_ask(r->db, QUERY_JOURNAL_LAST);
    db_put_int(q, COLUMN_GOV, gov);
    if (!db_next(q, found, err)) return false;
    if (!*found) return true;
    out->number = (uint64_t)db_int(q, COLUMN_LAST, 0);
    *found = db_bytes(q, COLUMN_HEAD, &out->head, DIGEST) &&
             db_bytes(q, COLUMN_SIGNATURE, &out->signature, SIGNATURE);
    return true;
}

static Str write_head(Arena *arena, const KeptHead *kept)
{
    char hex[2 * SIGNATURE + 1];
    Str said =
        key_head_text(arena, kept->government, kept->number, &kept->head);
    return str_format(
        arena, "%.*s %s", STR_ARG(said),
        sodium_bin2hex(hex, sizeof hex, kept->signature.bytes, SIGNATURE));
}

bool store_head(Store *store, Arena *arena, Str government, Str *out, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    KeptHead kept = {.government = government};
    int64_t gov = 0;
    bool found = false;
    if (!reading_begin_of(store, &r, government, &gov, &found, err))
        return false;
    if (found && !newest(&r, gov, &kept, &found, err)) return false;
    if (!found) return no_journal(government, err);
    *out = write_head(arena, &kept);
    return true;
}

/* ---- does a kept one stand? ---------------------------------------------- */

static bool take_hex(Str text, uint8_t *out, size_t len)
{
    size_t got = 0;
    return text.len == 2 * len &&
           sodium_hex2bin(out, len, text.ptr, text.len, NULL, &got, NULL) ==
               0 &&
           got == len;
}

static bool read_head(Str text, KeptHead *out)
{
    Str word[5];
    size_t count = 0;
    int64_t number = 0;
    Str rest = str_trim(text);
    while (count < COUNT(word) && str_next(&rest, ' ', &word[count]))
        count++;
    if (count != COUNT(word) || rest.len > 0 ||
        !str_is(word[0], STR("tk-journal")) ||
        !num_is(word[2], 1, INT64_MAX, &number) ||
        !take_hex(word[3], out->head.bytes, DIGEST) ||
        !take_hex(word[4], out->signature.bytes, SIGNATURE))
        return false;
    out->government = word[1];
    out->number = (uint64_t)number;
    return true;
}

/* Walk the chain to that record, all of it made again from the records; a
 * fault behind it is not asked for here. */
static bool stands_in(const Reading *r, Arena *arena, int64_t gov,
                      const KeptHead *kept, bool *stands, Err *err)
{
    Walk walk = {.reading = r,
                 .arena = arena,
                 .government = kept->government,
                 .gov = gov,
                 .head = commitment_start(kept->government),
                 .received = {INT64_MIN},
                 .fault = STR(""),
                 .stop_at = kept->number};
    bool fits = true;
    for (int64_t b = 0; fits && b <= ledger_block(kept->number); b++)
        fits = journal_block(&walk, b, err);
    if (!fits && walk.fault.len == 0) return false;
    *stands = walk.number >= kept->number &&
              commitment_is(&walk.head_at_stop, &kept->head);
    return true;
}

bool store_head_stands(Store *store, Arena *arena, Str government, Str kept,
                       bool *stands, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    KeptHead head = {0};
    int64_t gov = 0;
    bool found = false;
    if (!read_head(kept, &head) || !str_is(head.government, government)) {
        (void)FAIL(err, ERR_INPUT, "this is no head of the journal of %.*s",
                   STR_ARG(government));
        return err_id(err, "ini bukan kepala jurnal %.*s", STR_ARG(government));
    }
    if (!reading_begin_of(store, &r, government, &gov, &found, err))
        return false;
    Str text = key_head_text(arena, government, head.number, &head.head);
    if (!found || !key_signed(&store->keys, text, &head.signature))
        return *stands = false, true;
    return stands_in(&r, arena, gov, &head, stands, err);
}
