/*
 * about.h - use case: everything that is kept about one person, for them.
 *
 * The row of the register, the facts about or by the person and those of units
 * that name them in a list, and the files in which their code, NIP or local
 * number stands.  Sealed texts stay sealed: whoever may open them does so by
 * record_look, and it is noted.
 */
#pragma once

#include "app/record.h"

typedef struct {
    Str text;  /* the register's row, files and counts, for reading */
    Str table; /* the facts, as fakta.csv */
    size_t facts, files;
} About;

/*
 * about_person - ERR_ABSENT: no such code; ERR_DENIED unless the person
 * themself or the personnel board asks.
 */
MUST_USE bool about_person(Arena *arena, const RecordWorld *world, Str actor,
                           Str person, Lang lang, About *out, Err *err);
