/* SPDX-License-Identifier: Apache-2.0 */
#include "app/totp.h"

#include "base/buf.h"

#include <liboath/oath.h>
#include <sodium.h>
#include <stdlib.h>

enum { SECRET_BYTES = 20, SECRET_TEXT = 32 };

static const int64_t second_us = 1000000;

Str totp_secret(Arena *arena)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    uint8_t bytes[SECRET_TEXT];
    char *text = NEW(arena, char, SECRET_TEXT + 1);
    randombytes_buf(bytes, sizeof bytes);
    for (size_t i = 0; i < SECRET_TEXT; i++)
        text[i] = letters[bytes[i] & 31];
    sodium_memzero(bytes, sizeof bytes);
    return (Str){text, SECRET_TEXT};
}

static void put_escaped(Buf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        if (plain)
            buf_char(out, (char)c);
        else
            buf_format(out, "%%%02X", c);
    }
}

Str totp_uri(Arena *arena, Str secret, Str who, Str government)
{
    Buf out = buf_in(arena);
    Str issuer = str_format(arena, "Tata Kerja %.*s", STR_ARG(government));
    buf_c(&out, "otpauth://totp/");
    put_escaped(&out, issuer);
    buf_char(&out, ':');
    put_escaped(&out, who);
    buf_format(&out, "?secret=%.*s&issuer=", STR_ARG(secret));
    put_escaped(&out, issuer);
    buf_format(&out, "&algorithm=SHA1&digits=%d&period=%d", TOTP_DIGITS,
               TOTP_SECONDS);
    return buf_str(&out);
}

/* The bytes of a secret of ours. */
static bool decode(Str secret, uint8_t out[SECRET_BYTES])
{
    char *bytes = NULL;
    size_t len = 0;
    if (oath_base32_decode(secret.ptr, secret.len, &bytes, &len) != OATH_OK)
        return false;
    bool whole = len == SECRET_BYTES;
    for (size_t i = 0; whole && i < SECRET_BYTES; i++)
        out[i] = (uint8_t)bytes[i];
    sodium_memzero(bytes, len);
    free(bytes); /* NOLINT: liboath's own */
    return whole;
}

static bool code_at(const uint8_t bytes[SECRET_BYTES], int64_t step,
                    char out[TOTP_DIGITS + 1])
{
    return step >= 0 &&
           oath_hotp_generate((const char *)bytes, SECRET_BYTES, (uint64_t)step,
                              TOTP_DIGITS, false, OATH_HOTP_DYNAMIC_TRUNCATION,
                              out) == OATH_OK;
}

bool totp_code(Str secret, int64_t step, char out[TOTP_DIGITS + 1])
{
    uint8_t bytes[SECRET_BYTES];
    return decode(secret, bytes) && code_at(bytes, step, out);
}

int64_t totp_step(Str secret, Str code, Instant now, int64_t taken)
{
    uint8_t bytes[SECRET_BYTES];
    char want[TOTP_DIGITS + 1] = {0};
    int64_t here = now.us / second_us / TOTP_SECONDS;
    int64_t found = 0;
    if (code.len != TOTP_DIGITS || !decode(secret, bytes)) return 0;
    for (int64_t step = here - 1; step <= here + 1; step++) {
        if (!code_at(bytes, step, want)) continue;
        bool same = sodium_memcmp(want, code.ptr, TOTP_DIGITS) == 0;
        if (same && step > taken) found = step;
    }
    sodium_memzero(bytes, sizeof bytes);
    return found;
}
