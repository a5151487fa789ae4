/*
 * grant.h - who was given a task that no post brings: clerk of a unit,
 * organisation office, administrator.
 *
 * A grant is dated and of one person.  A clerk's is of a unit and all below
 * it; the others are of the whole government and have no unit.
 */
#pragma once

#include "base/date.h"
#include "register/ids.h"
#include "register/words.h"

/* name, word in files, is it of a unit? */
#define GRANT_ROLES(X)                          \
    X(CLERK, "petugas unit", true)              \
    X(ORGANISATION, "bagian organisasi", false) \
    X(ADMIN, "administrator", false)

typedef enum {
#define X(name, word, of_unit) GRANT_##name,
    GRANT_ROLES(X)
#undef X
} GrantRole;

typedef struct {
    PersonId person;
    GrantRole role;
    UnitId unit; /* of a clerk; else NO_UNIT */
    Window window;
} Grant;

Words grant_role_words(void);
Str grant_role_word(GrantRole role);
bool grant_role_is_of_unit(GrantRole role);
