/* SPDX-License-Identifier: Apache-2.0 */
/*
 * key.h - the keys of a data directory.
 *
 * The journal's heads are signed (Ed25519) with kunci/jurnal; the public key
 * is a line of jurnal.pub, which every copy has.  A copy without keys that
 * is written to gets a new signing key, and jurnal.pub one more line: old
 * heads still verify.  Sealed texts of a government: kunci/segel-CODE; secrets
 * in kept records: kunci/simpanan.
 */
#pragma once

#include "store/commitment.h"

enum { SIGNATURE = 64, SECRET_KEY = 64, PUBLIC_KEY = 32, SEAL_KEY = 32 };

typedef struct {
    uint8_t bytes[SIGNATURE];
} Signature;

enum { KEYS_MOST = 64 };

typedef struct {
    bool signs; /* the secret is here */
    uint8_t secret[SECRET_KEY];
    size_t count; /* of public keys, oldest first */
    uint8_t open[KEYS_MOST][PUBLIC_KEY];
} JournalKeys;

/* Read them; a writer makes what is missing. */
MUST_USE bool key_journal(const char *folder, bool write, JournalKeys *out,
                          Err *err);

/* What is signed of a head: "tk-journal CODE NUMBER HEX". */
Str key_head_text(Arena *arena, Str government, uint64_t number,
                  const Digest *head);

Signature key_sign(const JournalKeys *keys, Str text);
bool key_signed(const JournalKeys *keys, Str text, const Signature *signature);

/* Where the seal key of a government lies, or would; and is it there? */
const char *key_seal_path(Arena *arena, const char *folder, Str government);
bool key_seal_is_here(const char *folder, Str government);
/* The seal key of a government; ERR_ABSENT when there is none and `make` is
 * false. */
MUST_USE bool key_seal(const char *folder, Str government, bool make,
                       uint8_t out[SEAL_KEY], Err *err);
/* The key of secrets in kept records; as above. */
MUST_USE bool key_box(const char *folder, bool make, uint8_t out[SEAL_KEY],
                      Err *err);
