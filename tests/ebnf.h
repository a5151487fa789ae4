/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ebnf.h - a grammar in the notation of docs/grammar.ebnf, read, and random
 * sentences of it.
 */
#pragma once

#include "base/buf.h"
#include "base/date.h"
#include "base/rand.h"
#include "base/vec.h"

typedef struct EbnfNode EbnfNode;

typedef struct {
    Str name;
    EbnfNode *body;
    bool used;
} EbnfRule;

typedef struct {
    Arena *arena;
    VEC(EbnfRule) rules;
    VEC(Str) terminals; /* "..." */
    Str fault;          /* empty: read to its end, every name is defined */
} Ebnf;

Ebnf ebnf_read(Arena *arena, Str text);

/* A rule by name: "id.X" or "en.X" before "X"; NULL: there is none. */
EbnfRule *ebnf_find(Ebnf *grammar, Str name, Lang lang);

/* A sentence from the rule; tokens between ? ? are made by `token`. */
typedef Str EbnfToken(Arena *arena, Rand *rand, Str name, Lang lang);
Str ebnf_sentence(Ebnf *grammar, Arena *arena, Rand *rand, Str rule, Lang lang,
                  EbnfToken *token);
