/* SPDX-License-Identifier: Apache-2.0 */
/*
 * seal.c - texts for one role: nonce and box (XSalsa20-Poly1305), as base64.
 */
#include "store/store_part.h"

#include <sodium.h>

enum { NONCE = crypto_secretbox_NONCEBYTES, TAG = crypto_secretbox_MACBYTES };
enum { SEALED_MOST = 1 << 24 };

static bool take_key(Store *store, Str government, bool make,
                     uint8_t key[SEAL_KEY], Err *err)
{
    if (!ledger_code(government, err)) return false;
    CHECK(pthread_mutex_lock(&store->seals) == 0);
    bool fine = key_seal(store->folder, government, make, key, err);
    CHECK(pthread_mutex_unlock(&store->seals) == 0);
    return fine;
}

static Str to_base64(Arena *arena, const uint8_t *bytes, size_t len)
{
    static const int variant = sodium_base64_VARIANT_ORIGINAL;
    size_t room = sodium_base64_encoded_len(len, variant);
    char *text = NEW(arena, char, room);
    (void)sodium_bin2base64(text, room, bytes, len, variant);
    return str_of(text);
}

bool store_seal(Store *store, Arena *arena, Str government, Str text, Str *out,
                Err *err)
{
    uint8_t key[SEAL_KEY];
    if (text.len > SEALED_MOST)
        return FAIL(err, ERR_LIMIT, "%zu bytes are too many to seal", text.len);
    if (!take_key(store, government, store->scribe != NULL, key, err))
        return false;
    size_t len = (size_t)NONCE + TAG + text.len;
    uint8_t *box = NEW(arena, uint8_t, len);
    randombytes_buf(box, NONCE);
    (void)crypto_secretbox_easy(box + NONCE, (const unsigned char *)text.ptr,
                                text.len, box, key);
    sodium_memzero(key, sizeof key);
    *out = to_base64(arena, box, len);
    return true;
}

static bool open_box(const uint8_t *box, size_t len, const uint8_t *key,
                     uint8_t *text)
{
    return len >= (size_t)NONCE + TAG &&
           crypto_secretbox_open_easy(text, box + NONCE, len - NONCE, box,
                                      key) == 0;
}

bool store_unseal(Store *store, Arena *arena, Str government, Str sealed,
                  Str *out, Err *err)
{
    uint8_t key[SEAL_KEY];
    size_t len = 0;
    uint8_t *box = NEW(arena, uint8_t, sealed.len + 1);
    uint8_t *text = NEW(arena, uint8_t, sealed.len + 1);
    if (!take_key(store, government, false, key, err)) return false;
    bool opened =
        sodium_base642bin(box, sealed.len, sealed.ptr, sealed.len, NULL, &len,
                          NULL, sodium_base64_VARIANT_ORIGINAL) == 0 &&
        open_box(box, len, key, text);
    sodium_memzero(key, sizeof key);
    if (!opened) {
        (void)FAIL(err, ERR_DENIED, "this does not open with the key here");
        return err_id(err, "segel ini tidak terbuka dengan kunci di sini");
    }
    *out = (Str){(const char *)text, len - NONCE - TAG};
    return true;
}
