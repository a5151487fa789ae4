/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grant.h - who was given a task that no post brings: clerk of a unit, acting
 * for the personnel board or the organisation office, administrator; and the
 * devices that people of a unit share.
 *
 * A grant is dated and of one person or one device.  A clerk's and a device's
 * is of a unit and all below it; the others are of the whole government and
 * have no unit.
 */
#pragma once

#include "base/date.h"
#include "register/ids.h"
#include "register/words.h"

/* name, word in files, is it of a unit? */
#define GRANT_ROLES(X)                          \
    X(CLERK, "petugas unit", true)              \
    X(BOARD, "badan kepegawaian", false)        \
    X(ORGANISATION, "bagian organisasi", false) \
    X(ADMIN, "administrator", false)            \
    X(DEVICE, "perangkat bersama", true)

/* What the code of a device begins with; its name follows. */
#define GRANT_DEVICE_HEAD "perangkat:"

typedef enum {
#define X(name, word, of_unit) GRANT_##name,
    GRANT_ROLES(X)
#undef X
} GrantRole;

typedef struct {
    PersonId person; /* NO_PERSON of a device */
    GrantRole role;
    UnitId unit; /* of a clerk and a device; else NO_UNIT */
    Window window;
    Str device; /* "perangkat:NAME"; empty of a person */
} Grant;

Words grant_role_words(void);
Str grant_role_word(GrantRole role);
bool grant_role_is_of_unit(GrantRole role);

/* "perangkat:" and a name of small letters, digits and hyphens. */
bool grant_is_device(Str code);
