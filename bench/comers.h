/* SPDX-License-Identifier: Apache-2.0 */
/*
 * comers.h - the people of a government as they come in the morning: each with
 * an account, a session and a token for its forms, made beforehand by what
 * makes them in the product.
 *
 * The accounts are those of a demonstration, so only "serve --demo" lets them
 * in; who belongs to its cast is left out, for it gives these a password of
 * its own.
 */
#pragma once

#include "app/office.h"
#include "day/fact.h"

typedef struct {
    Str code;
    Str cookie; /* "contoh~TOKEN" */
    Str key;    /* of a form */
    PersonId person;
} Comer;

typedef struct {
    Arena *arena;
    Office office;
    Instant now; /* just after the last that is in the journal */
    Date today;
    Comer *at;
    size_t count;
} Comers;

/* Into the data directory, which nobody serves yet; stops the program when it
 * cannot. */
void comers_make(Arena *arena, const char *data, Str government, Instant now,
                 Comers *out);

/* Request texts: the page's form to check in or out ("/hadir", "/pulang"), the
 * same fact to the API, and a page of theirs.  The id of the fact is `id`. */
Str comers_form(Arena *arena, const Comer *comer, const char *path, FactId id);
Str comers_data(Arena *arena, const Comer *comer, const char *kind, FactId id);
Str comers_page(Arena *arena, Str cookie, Str path);

/* The fact that they make. */
Fact comers_fact(const Comers *comers, const Comer *comer, FactKind kind,
                 FactId id);
