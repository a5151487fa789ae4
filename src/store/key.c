/* SPDX-License-Identifier: Apache-2.0 */
#include "store/key.h"

#include "base/file.h"
#include "store/folder.h"

#include <sodium.h>
#include <string.h>

enum { FILE_MOST = 1 << 16 };

#define PUBLIC_FILE "jurnal.pub"
#define SECRET_FILE FOLDER_KEYS "/jurnal"
#define BOX_FILE    FOLDER_KEYS "/simpanan"

static bool damaged(const char *path, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "'%s' is no key of ours", path);
    return err_id(err, "'%s' bukan kunci program ini", path);
}

/* ---- the journal's ------------------------------------------------------- */

static bool take_line(JournalKeys *keys, Str line)
{
    size_t len = 0;
    if (keys->count == KEYS_MOST) return false;
    return sodium_hex2bin(keys->open[keys->count++], PUBLIC_KEY, line.ptr,
                          line.len, NULL, &len, NULL) == 0 &&
           len == PUBLIC_KEY && line.len == 2 * (size_t)PUBLIC_KEY;
}

static bool read_public(Arena *tmp, const char *folder, JournalKeys *keys,
                        Err *err)
{
    const char *path = file_path(tmp, folder, PUBLIC_FILE);
    Str text;
    Str line;
    if (!file_exists(path)) return true;
    if (!file_read(tmp, path, FILE_MOST, &text, err)) return false;
    while (str_next(&text, '\n', &line)) {
        if (!take_line(keys, line)) return damaged(path, err);
    }
    return true;
}

static bool write_public(Arena *tmp, const char *folder,
                         const JournalKeys *keys, Err *err)
{
    Buf text = buf_in(tmp);
    for (size_t i = 0; i < keys->count; i++) {
        char hex[2 * PUBLIC_KEY + 1];
        buf_c(&text,
              sodium_bin2hex(hex, sizeof hex, keys->open[i], PUBLIC_KEY));
        buf_char(&text, '\n');
    }
    return folder_write_private(file_path(tmp, folder, PUBLIC_FILE),
                                buf_str(&text), true, err);
}

static bool is_listed(const JournalKeys *keys, const uint8_t *open)
{
    for (size_t i = 0; i < keys->count; i++) {
        if (memcmp(keys->open[i], open, PUBLIC_KEY) == 0) return true;
    }
    return false;
}

/* The secret's public half is listed before anything is signed with it. */
static bool list_own(Arena *tmp, const char *folder, JournalKeys *keys,
                     Err *err)
{
    uint8_t open[PUBLIC_KEY];
    (void)crypto_sign_ed25519_sk_to_pk(open, keys->secret);
    if (is_listed(keys, open)) return true;
    if (keys->count == KEYS_MOST)
        return FAIL(err, ERR_LIMIT, "'%s' has too many keys", PUBLIC_FILE);
    memcpy(keys->open[keys->count++], open, PUBLIC_KEY);
    return write_public(tmp, folder, keys, err);
}

static bool read_secret(Arena *tmp, const char *path, JournalKeys *keys,
                        Err *err)
{
    Str bytes;
    if (!file_read(tmp, path, FILE_MOST, &bytes, err)) return false;
    if (bytes.len != SECRET_KEY) return damaged(path, err);
    memcpy(keys->secret, bytes.ptr, SECRET_KEY);
    return true;
}

static bool make_secret(const char *path, JournalKeys *keys, Err *err)
{
    uint8_t open[PUBLIC_KEY];
    (void)crypto_sign_keypair(open, keys->secret);
    Str bytes = {(const char *)keys->secret, SECRET_KEY};
    return folder_write_private(path, bytes, false, err);
}

bool key_journal(const char *folder, bool write, JournalKeys *out, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(8192);
    JournalKeys keys = {.signs = write};
    const char *path = file_path(tmp, folder, SECRET_FILE);
    if (!read_public(tmp, folder, &keys, err)) return false;
    if (write) {
        const char *room = file_path(tmp, folder, FOLDER_KEYS);
        if (!folder_make(room, false, err) || !folder_private(room, err))
            return false;
        bool have = file_exists(path) ? read_secret(tmp, path, &keys, err)
                                      : make_secret(path, &keys, err);
        if (!have || !list_own(tmp, folder, &keys, err)) return false;
    }
    *out = keys;
    return true;
}

Str key_head_text(Arena *arena, Str government, uint64_t number,
                  const Digest *head)
{
    char hex[2 * DIGEST + 1];
    return str_format(arena, "tk-journal %.*s %llu %s", STR_ARG(government),
                      (unsigned long long)number,
                      sodium_bin2hex(hex, sizeof hex, head->bytes, DIGEST));
}

Signature key_sign(const JournalKeys *keys, Str text)
{
    Signature signature;
    CHECK(keys->signs);
    (void)crypto_sign_detached(signature.bytes, NULL,
                               (const unsigned char *)text.ptr, text.len,
                               keys->secret);
    return signature;
}

bool key_signed(const JournalKeys *keys, Str text, const Signature *signature)
{
    for (size_t i = keys->count; i-- > 0;) {
        if (crypto_sign_verify_detached(signature->bytes,
                                        (const unsigned char *)text.ptr,
                                        text.len, keys->open[i]) == 0)
            return true;
    }
    return false;
}

/* ---- seals --------------------------------------------------------------- */

static bool make_seal(const char *path, Err *err)
{
    uint8_t key[SEAL_KEY];
    Err raced = {0};
    randombytes_buf(key, sizeof key);
    bool made = folder_write_private(path, (Str){(const char *)key, SEAL_KEY},
                                     false, &raced);
    sodium_memzero(key, sizeof key);
    if (made || raced.kind == ERR_STALE) return true; /* another thread's */
    *err = raced;
    return false;
}

static bool read_key(Arena *tmp, const char *path, uint8_t out[SEAL_KEY],
                     Err *err)
{
    Str key;
    if (!file_read(tmp, path, FILE_MOST, &key, err)) return false;
    if (key.len != SEAL_KEY) return damaged(path, err);
    memcpy(out, key.ptr, SEAL_KEY);
    return true;
}

bool key_box(const char *folder, bool make, uint8_t out[SEAL_KEY], Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    const char *path = file_path(tmp, folder, BOX_FILE);
    if (file_exists(path)) return read_key(tmp, path, out, err);
    if (make) return make_seal(path, err) && read_key(tmp, path, out, err);
    (void)FAIL(err, ERR_ABSENT, "the key '%s' is not here", BOX_FILE);
    return err_id(err, "kunci '%s' tidak ada di sini", BOX_FILE);
}

const char *key_seal_path(Arena *arena, const char *folder, Str government)
{
    Str name =
        str_format(arena, "%s/segel-%.*s", FOLDER_KEYS, STR_ARG(government));
    return file_path(arena, folder, name.ptr);
}

bool key_seal_is_here(const char *folder, Str government)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    return file_exists(key_seal_path(tmp, folder, government));
}

bool key_seal(const char *folder, Str government, bool make,
              uint8_t out[SEAL_KEY], Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    const char *path = key_seal_path(tmp, folder, government);
    if (!file_exists(path)) {
        if (!make) {
            (void)FAIL(err, ERR_ABSENT, "no seal key of %.*s is here",
                       STR_ARG(government));
            return err_id(err, "kunci segel %.*s tidak ada di sini",
                          STR_ARG(government));
        }
        if (!make_seal(path, err)) return false;
    }
    return read_key(tmp, path, out, err);
}
