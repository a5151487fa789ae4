/* SPDX-License-Identifier: Apache-2.0 */
#include "app/password.h"

#include "app/account_part.h"
#include "base/num.h"

#include <sodium.h>
#include <string.h>

/* OWASP's least for argon2id, 33 ms on a small server. */
enum { PASSES = 2, MEMORY_KIB = 19456 };

_Static_assert(PASSWORD_KEPT >= crypto_pwhash_STRBYTES, "room for a hash");

/* ---- places ------------------------------------------------------------- */

static void take_place(Accounts *accounts)
{
    CHECK(pthread_mutex_lock(&accounts->lock) == 0);
    while (accounts->places == 0)
        CHECK(pthread_cond_wait(&accounts->free_place, &accounts->lock) == 0);
    accounts->places--;
    CHECK(pthread_mutex_unlock(&accounts->lock) == 0);
}

static void give_place(Accounts *accounts)
{
    CHECK(pthread_mutex_lock(&accounts->lock) == 0);
    accounts->places++;
    CHECK(pthread_cond_signal(&accounts->free_place) == 0);
    CHECK(pthread_mutex_unlock(&accounts->lock) == 0);
}

/* ---- hashes ------------------------------------------------------------- */

bool password_hash(Arena *arena, Accounts *accounts, Str password, Str *out,
                   Err *err)
{
    char kept[crypto_pwhash_STRBYTES];
    take_place(accounts);
    int code = crypto_pwhash_str_alg(kept, password.ptr, password.len, PASSES,
                                     (size_t)MEMORY_KIB * 1024,
                                     crypto_pwhash_ALG_ARGON2ID13);
    give_place(accounts);
    if (code != 0) {
        (void)FAIL(err, ERR_LIMIT, "no memory to keep a password");
        return err_id(err, "memori tidak cukup untuk menyimpan kata sandi");
    }
    *out = str_copy(arena, str_of(kept));
    return true;
}

/* The same work for nobody. */
static void work_for_nothing(Str password)
{
    static const uint8_t salt[crypto_pwhash_SALTBYTES] = {0};
    uint8_t out[32];
    (void)!crypto_pwhash(out, sizeof out, password.ptr, password.len, salt,
                         PASSES, (size_t)MEMORY_KIB * 1024,
                         crypto_pwhash_ALG_ARGON2ID13);
}

bool password_is(Accounts *accounts, Str kept, Str password)
{
    char text[crypto_pwhash_STRBYTES] = {0};
    bool possible =
        kept.len > 0 && kept.len < sizeof text && password.len <= PASSWORD_MOST;
    bool same = false;
    if (possible) memcpy(text, kept.ptr, kept.len);
    take_place(accounts);
    if (possible)
        same = crypto_pwhash_str_verify(text, password.ptr, password.len) == 0;
    else
        work_for_nothing(str_slice(password, 0, PASSWORD_MOST));
    give_place(accounts);
    return same;
}

/* "$argon2id$v=19$m=19456,t=2,p=1$..." */
static int64_t parameter(Str kept, Str name)
{
    int64_t value = 0;
    size_t at = str_find(kept, name, 0);
    if (at == SIZE_MAX) return 0;
    size_t end = at + name.len;
    while (end < kept.len && kept.ptr[end] >= '0' && kept.ptr[end] <= '9')
        end++;
    Str digits = str_slice(kept, at + name.len, end);
    return num_is(digits, 0, INT32_MAX, &value) ? value : 0;
}

bool password_is_weak(Str kept)
{
    return !str_starts(kept, STR("$argon2id$")) ||
           parameter(kept, STR("$m=")) < MEMORY_KIB ||
           parameter(kept, STR(",t=")) < PASSES;
}
