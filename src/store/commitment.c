/* SPDX-License-Identifier: Apache-2.0 */
#include "store/commitment.h"

#include <string.h>

typedef crypto_generichash_state State;

static void add_number(State *state, uint64_t number)
{
    uint8_t bytes[8];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (uint8_t)(number >> (8 * (7 - i)));
    (void)crypto_generichash_update(state, bytes, sizeof bytes);
}

static void add(State *state, const void *bytes, size_t len)
{
    add_number(state, len);
    (void)crypto_generichash_update(state, bytes, len);
}

static void begin(State *state, Str purpose)
{
    (void)crypto_generichash_init(state, NULL, 0, DIGEST);
    add(state, purpose.ptr, purpose.len);
}

static Digest end(State *state)
{
    Digest digest;
    (void)crypto_generichash_final(state, digest.bytes, sizeof digest.bytes);
    return digest;
}

bool commitment_is(const Digest *a, const Digest *b)
{
    return memcmp(a->bytes, b->bytes, DIGEST) == 0;
}

Salt commitment_salt(void)
{
    Salt salt;
    randombytes_buf(salt.bytes, sizeof salt.bytes);
    return salt;
}

Digest commitment_body(Str body)
{
    State state;
    begin(&state, STR("isi"));
    add(&state, body.ptr, body.len);
    return end(&state);
}

Digest commitment_document(const DocumentSaid *said)
{
    State state;
    begin(&state, STR("dokumen"));
    add(&state, said->kind.ptr, said->kind.len);
    add(&state, said->name.ptr, said->name.len);
    add_number(&state, (uint64_t)said->version);
    add_number(&state, (uint64_t)said->known);
    add_number(&state, (uint64_t)said->put);
    add_number(&state, (uint64_t)said->placed);
    add(&state, said->body.bytes, DIGEST);
    return end(&state);
}

void commitment_prepare(Arena *tmp, const Salt *salt, const Fact *fact,
                        Prepared *out)
{
    Fact claim = *fact;
    Buf text = buf_in(tmp);
    claim.received.us = 0;
    fact_write(&claim, &text);
    CHECK(buf_ok(&text));
    begin(&out->said, STR("catatan"));
    add(&out->said, salt->bytes, SALT);
    add(&out->said, text.ptr, text.len);
    out->salt = *salt;
}

Digest commitment_finish(const Prepared *prepared, Instant received,
                         const Digest *documents, size_t count)
{
    State state = prepared->said;
    add_number(&state, (uint64_t)received.us);
    for (size_t i = 0; i < count; i++)
        add(&state, documents[i].bytes, DIGEST);
    return end(&state);
}

Digest commitment_record(Arena *tmp, const Salt *salt, const Fact *fact,
                         const Digest *documents, size_t count)
{
    Prepared prepared;
    commitment_prepare(tmp, salt, fact, &prepared);
    return commitment_finish(&prepared, fact->received, documents, count);
}

int64_t commitment_mark(const Digest *commitment)
{
    int64_t mark = (int64_t)commitment->bytes[0] << 8 | commitment->bytes[1];
    return mark - INT16_MAX - 1;
}

Digest commitment_start(Str government)
{
    State state;
    begin(&state, STR("jurnal"));
    add(&state, government.ptr, government.len);
    return end(&state);
}

/* All parts have one length each: 110 bytes, one block of the hash. */
Digest commitment_next(const Digest *head, const ChainLink *link)
{
    State state;
    begin(&state, STR("rantai"));
    (void)crypto_generichash_update(&state, head->bytes, DIGEST);
    add_number(&state, link->number);
    add_number(&state, (uint64_t)link->received.us);
    (void)crypto_generichash_update(&state, link->id.bytes,
                                    sizeof link->id.bytes);
    (void)crypto_generichash_update(&state, link->commitment.bytes, DIGEST);
    return end(&state);
}
