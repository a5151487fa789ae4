/* SPDX-License-Identifier: Apache-2.0 */
/*
 * seal.c - texts for one role: the id of their key, then nonce and box
 * (XSalsa20-Poly1305) as base64: "1a2b3c4d:AbC...".  A text without an id is
 * of before there were ids: it is tried with the key that is here.
 */
#include "store/store_part.h"

#include <sodium.h>

enum { NONCE = crypto_secretbox_NONCEBYTES, TAG = crypto_secretbox_MACBYTES };
enum { SEALED_MOST = 1 << 24, KEY_ID = 8 };

typedef struct {
    char hex[KEY_ID + 1];
} KeyId;

/* Four bytes of a digest: enough to tell keys apart, nothing to guess by. */
static KeyId id_of(const uint8_t key[SEAL_KEY])
{
    static const uint8_t purpose[] = "segel";
    crypto_generichash_state state;
    uint8_t digest[DIGEST];
    KeyId id;
    (void)crypto_generichash_init(&state, NULL, 0, sizeof digest);
    (void)crypto_generichash_update(&state, purpose, sizeof purpose);
    (void)crypto_generichash_update(&state, key, SEAL_KEY);
    (void)crypto_generichash_final(&state, digest, sizeof digest);
    (void)sodium_bin2hex(id.hex, sizeof id.hex, digest, KEY_ID / 2);
    return id;
}

/* ---- boxes ------------------------------------------------------------- */

/* "1a2b3c4d:..." parted; false: it names no key. */
static bool take_id(Str sealed, Str *id, Str *box)
{
    *box = sealed;
    if (sealed.len <= KEY_ID || sealed.ptr[KEY_ID] != ':') return false;
    *id = str_slice(sealed, 0, KEY_ID);
    *box = str_slice(sealed, KEY_ID + 1, sealed.len);
    return true;
}

static bool open_box(const uint8_t *box, size_t len, const uint8_t *key,
                     uint8_t *text)
{
    return len >= (size_t)NONCE + TAG &&
           crypto_secretbox_open_easy(text, box + NONCE, len - NONCE, box,
                                      key) == 0;
}

static bool open_text(Arena *arena, Str sealed, const uint8_t *key, Str *out)
{
    size_t len = 0;
    Str id, coded;
    uint8_t *box = NEW(arena, uint8_t, sealed.len + 1);
    uint8_t *text = NEW(arena, uint8_t, sealed.len + 1);
    (void)take_id(sealed, &id, &coded);
    if (sodium_base642bin(box, coded.len, coded.ptr, coded.len, NULL, &len,
                          NULL, sodium_base64_VARIANT_ORIGINAL) != 0 ||
        !open_box(box, len, key, text))
        return false;
    *out = (Str){(const char *)text, len - NONCE - TAG};
    return true;
}

/* ---- the facts that are sealed --------------------------------------------
 */

typedef struct {
    Arena *arena;
    const uint8_t *key; /* or NULL: there is none */
    uint64_t shut;
} Count;

static bool count_shut(void *context, uint64_t number, const Fact *fact,
                       Err *err)
{
    Count *count = context;
    Str text = {0};
    (void)number;
    (void)err;
    if (fact->sealed.len == 0) return true;
    if (count->key == NULL ||
        !open_text(count->arena, fact->sealed, count->key, &text))
        count->shut++;
    return true;
}

static uint64_t sealed_kinds(void)
{
    uint64_t kinds = 0;
    for (size_t i = 0; i < FACT_KIND_COUNT; i++) {
        const FactShape *shape = fact_shape((FactKind)i);
        if (((shape->needs | shape->takes) >> SLOT_SEALED & 1) != 0)
            kinds |= UINT64_C(1) << i;
    }
    return kinds;
}

/* Sealed texts of the government that this key, or none, does not open. */
static bool look_for_shut(Store *store, Str government, const uint8_t *key,
                          uint64_t *out, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Count count = {.arena = tmp, .key = key};
    FactQuery query = {
        .government = government, .days = WINDOW_ALL, .kinds = sealed_kinds()};
    if (!store_facts(store, tmp, &query, count_shut, &count, err)) return false;
    *out = count.shut;
    return true;
}

/* ---- keys ---------------------------------------------------------------- */

/* A new key beside texts of another would part what is sealed for ever. */
static bool may_make(Store *store, Str government, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    uint64_t shut = 0;
    if (!look_for_shut(store, government, NULL, &shut, err)) return false;
    if (shut == 0) return true;
    const char *path = key_seal_path(tmp, store->folder, government);
    (void)FAIL(
        err, ERR_ABSENT,
        "sealed texts are here (%llu) but not their key; bring '%s' back "
        "before sealing more",
        (unsigned long long)shut, path);
    return err_id(err,
                  "ada teks tersegel di sini (%llu) tetapi kuncinya tidak; "
                  "kembalikan '%s' sebelum menyegel lagi",
                  (unsigned long long)shut, path);
}

static bool take_key(Store *store, Str government, bool make,
                     uint8_t key[SEAL_KEY], Err *err)
{
    if (!ledger_code(government, err)) return false;
    CHECK(pthread_mutex_lock(&store->seals) == 0);
    bool fine = (!make || key_seal_is_here(store->folder, government) ||
                 may_make(store, government, err)) &&
                key_seal(store->folder, government, make, key, err);
    CHECK(pthread_mutex_unlock(&store->seals) == 0);
    return fine;
}

/* ---- sealing ------------------------------------------------------------- */

static Str to_text(Arena *arena, const KeyId *id, const uint8_t *box,
                   size_t len)
{
    static const int variant = sodium_base64_VARIANT_ORIGINAL;
    size_t room = sodium_base64_encoded_len(len, variant);
    char *text = NEW(arena, char, room);
    (void)sodium_bin2base64(text, room, box, len, variant);
    return str_format(arena, "%s:%s", id->hex, text);
}

static Str shut_in(Arena *arena, const uint8_t *key, Str text)
{
    size_t len = (size_t)NONCE + TAG + text.len;
    uint8_t *box = NEW(arena, uint8_t, len);
    KeyId id = id_of(key);
    randombytes_buf(box, NONCE);
    (void)crypto_secretbox_easy(box + NONCE, (const unsigned char *)text.ptr,
                                text.len, box, key);
    return to_text(arena, &id, box, len);
}

static bool fits(Str text, Err *err)
{
    return text.len <= SEALED_MOST ||
           FAIL(err, ERR_LIMIT, "%zu bytes are too many to seal", text.len);
}

bool store_seal(Store *store, Arena *arena, Str government, Str text, Str *out,
                Err *err)
{
    uint8_t key[SEAL_KEY];
    if (!fits(text, err) ||
        !take_key(store, government, store->scribe != NULL, key, err))
        return false;
    *out = shut_in(arena, key, text);
    sodium_memzero(key, sizeof key);
    return true;
}

bool store_box(Store *store, Arena *arena, Str text, Str *out, Err *err)
{
    uint8_t key[SEAL_KEY];
    if (!fits(text, err) ||
        !key_box(store->folder, store->scribe != NULL, key, err))
        return false;
    *out = shut_in(arena, key, text);
    sodium_memzero(key, sizeof key);
    return true;
}

/* ---- opening ------------------------------------------------------------- */

static bool stays_shut(Str sealed, const uint8_t *key, Err *err)
{
    Str id, box;
    KeyId here = id_of(key);
    if (!take_id(sealed, &id, &box) || str_is(id, str_of(here.hex))) {
        (void)FAIL(err, ERR_DENIED, "this does not open with the key here");
        return err_id(err, "segel ini tidak terbuka dengan kunci di sini");
    }
    (void)FAIL(err, ERR_DENIED, "sealed with key %.*s; the key here is %s",
               STR_ARG(id), here.hex);
    return err_id(err, "disegel dengan kunci %.*s; kunci di sini %s",
                  STR_ARG(id), here.hex);
}

bool store_unseal(Store *store, Arena *arena, Str government, Str sealed,
                  Str *out, Err *err)
{
    uint8_t key[SEAL_KEY];
    if (!take_key(store, government, false, key, err)) return false;
    bool opened =
        open_text(arena, sealed, key, out) || stays_shut(sealed, key, err);
    sodium_memzero(key, sizeof key);
    return opened;
}

bool store_unbox(Store *store, Arena *arena, Str boxed, Str *out, Err *err)
{
    uint8_t key[SEAL_KEY];
    if (!key_box(store->folder, false, key, err)) return false;
    bool opened =
        open_text(arena, boxed, key, out) || stays_shut(boxed, key, err);
    sodium_memzero(key, sizeof key);
    return opened;
}

bool store_shut(Store *store, Arena *arena, Str government, SealsShut *out,
                Err *err)
{
    uint8_t key[SEAL_KEY];
    const char *path = key_seal_path(arena, store->folder, government);
    SealsShut shut = {.file = str_of(path)};
    bool here = key_seal_is_here(store->folder, government);
    if (here && !take_key(store, government, false, key, err)) return false;
    bool fine =
        look_for_shut(store, government, here ? key : NULL, &shut.texts, err);
    sodium_memzero(key, sizeof key);
    if (fine) *out = shut;
    return fine;
}
