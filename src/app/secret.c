/* SPDX-License-Identifier: Apache-2.0 */
#include "app/secret.h"

#include "base/buf.h"

#include <sodium.h>
#include <string.h>

enum { BYTES = 32, GROUP = 4 };

/* Without I, L, O and U. */
static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

Str secret_token(Arena *arena)
{
    static const int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    uint8_t bytes[BYTES];
    char *text = NEW(arena, char, SECRET_TOKEN + 1);
    randombytes_buf(bytes, sizeof bytes);
    (void)sodium_bin2base64(text, SECRET_TOKEN + 1, bytes, sizeof bytes,
                            variant);
    sodium_memzero(bytes, sizeof bytes);
    return (Str){text, SECRET_TOKEN};
}

/* ---- codes -------------------------------------------------------------- */

Str secret_code(Arena *arena)
{
    uint8_t bytes[SECRET_CODE];
    char *text = NEW(arena, char, SECRET_CODE + 1);
    randombytes_buf(bytes, sizeof bytes);
    for (size_t i = 0; i < SECRET_CODE; i++)
        text[i] = letters[bytes[i] & 31];
    sodium_memzero(bytes, sizeof bytes);
    return (Str){text, SECRET_CODE};
}

Str secret_code_shown(Arena *arena, Str code)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < code.len; i += GROUP) {
        if (i > 0) buf_char(&out, '-');
        buf_put(&out, str_slice(code, i, i + GROUP));
    }
    return buf_str(&out);
}

/* As it was meant; 0 when no letter of ours was. */
static char meant(char c)
{
    if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    if (c == '\0' || strchr(letters, c) == NULL) return '\0';
    return c;
}

bool secret_code_take(Arena *arena, Str typed, Str *out)
{
    char *text = NEW(arena, char, SECRET_CODE + 1);
    size_t len = 0;
    for (size_t i = 0; i < typed.len; i++) {
        char c = typed.ptr[i];
        if (c == ' ' || c == '-') continue;
        c = meant(c);
        if (c == '\0' || len == SECRET_CODE) return false;
        text[len++] = c;
    }
    if (len != SECRET_CODE) return false;
    *out = (Str){text, len};
    return true;
}

/* ---- digests ------------------------------------------------------------ */

void secret_key(const char *purpose, Str secret, uint8_t out[32])
{
    crypto_generichash_state state;
    (void)crypto_generichash_init(&state, NULL, 0, BYTES);
    (void)crypto_generichash_update(&state, (const uint8_t *)purpose,
                                    strlen(purpose) + 1);
    (void)crypto_generichash_update(&state, (const uint8_t *)secret.ptr,
                                    secret.len);
    (void)crypto_generichash_final(&state, out, BYTES);
}

Str secret_digest(Arena *arena, const char *purpose, Str secret)
{
    uint8_t digest[BYTES];
    char *text = NEW(arena, char, SECRET_DIGEST + 1);
    secret_key(purpose, secret, digest);
    (void)sodium_bin2hex(text, SECRET_DIGEST + 1, digest, sizeof digest);
    return (Str){text, SECRET_DIGEST};
}

bool secret_is(Str a, Str b)
{
    return a.len == b.len && sodium_memcmp(a.ptr, b.ptr, a.len) == 0;
}
