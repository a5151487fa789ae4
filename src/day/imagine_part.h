/* SPDX-License-Identifier: Apache-2.0 */
/*
 * imagine_part.h - between imagine.c (when and by whom) and imagine_person.c
 * (what somebody does that day).
 */
#pragma once

#include "day/imagine.h"

typedef VEC(Fact) ImaginedFacts;

typedef struct {
    Arena *arena;
    const ImagineWish *wish;
    PersonId person, superior;
    const Expected *expected;
    Temper temper;
    Rand rand;
    int skew; /* minutes by which their phone is ahead */
    ImaginedFacts *facts;
    size_t lost;
} Imagining;

/* A fact of the person, said by themself in the app. */
Fact imagine_fact(const Imagining *m, FactKind kind);

/* It happened at that minute, and waited so many before it was sent; a dead
 * server makes it wait longer.  Its id. */
FactId imagine_say(Imagining *m, Fact fact, int minute, int waits);
bool imagine_down(const Imagining *m, int minute);
/* When the server answers what is tried at that minute. */
int imagine_back(const Imagining *m, int minute);

void imagine_person(Imagining *m);
