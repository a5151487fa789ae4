/* SPDX-License-Identifier: Apache-2.0 */
#include "base/err.h"

#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void check_failed(const char *what, const char *file, int line)
{
    (void)fprintf(stderr, "%s:%d: CHECK failed: %s\n", file, line, what);
    abort();
}

/* A letter may have been cut, by the room here or by whoever quotes: what is
 * left of it goes, for who reads this may take UTF-8 alone (json.h). */
static void drop_halves(char *text)
{
    size_t at, len = strlen(text);
    while ((at = str_utf8_fault((Str){text, len})) != SIZE_MAX) {
        memmove(text + at, text + at + 1, len - at);
        len--;
    }
}

bool err_set_at(Err *err, ErrKind kind, const char *file, int line,
                const char *fmt, ...)
{
    CHECK(err != NULL && kind != ERR_NONE);
    Err made = {.kind = kind, .file = file, .line = line};
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(made.text, sizeof made.text, fmt, ap);
    va_end(ap);
    drop_halves(made.text);
    *err = made; /* last: an argument may point into the old sentence */
    return false;
}

bool err_id(Err *err, const char *fmt, ...)
{
    CHECK(err != NULL && err->kind != ERR_NONE);
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(err->id, sizeof err->id, fmt, ap);
    va_end(ap);
    drop_halves(err->id);
    return false;
}

bool err_in(Err *err, const char *fmt, ...)
{
    static const char lead[] = " while ";
    CHECK(err != NULL && err->kind != ERR_NONE);
    size_t used = strlen(err->text);
    size_t room = sizeof err->text - used;
    if (room <= sizeof lead) return false; /* full: keep the inner cause */
    memcpy(err->text + used, lead, sizeof lead);
    used += sizeof lead - 1;
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(err->text + used, sizeof err->text - used, fmt, ap);
    va_end(ap);
    drop_halves(err->text);
    return false;
}

int err_http(ErrKind kind)
{
    static const int status[] = {
#define X(name, code, http, text) [ERR_##name] = (http),
        ERR_KINDS(X)
#undef X
    };
    CHECK((size_t)kind < COUNT(status));
    return status[kind];
}

int err_exit(ErrKind kind)
{
    static const int exit_code[] = {
#define X(name, code, http, text) [ERR_##name] = (code),
        ERR_KINDS(X)
#undef X
    };
    CHECK((size_t)kind < COUNT(exit_code));
    return exit_code[kind];
}
