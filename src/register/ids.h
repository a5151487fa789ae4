/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ids.h - the ids of the organisation: positions in the register's rows.
 *
 * One-field structs, so that the wrong one does not compile.  NO_INDEX is
 * nobody / nothing.  They hold within one Register; files carry the codes.
 */
#pragma once

#include "base/base.h"

typedef struct {
    uint32_t index;
} UnitId;

typedef struct {
    uint32_t index;
} PostId;

typedef struct {
    uint32_t index;
} PersonId;

typedef struct {
    uint32_t index;
} CounterId;

#define NO_UNIT   ((UnitId){NO_INDEX})
#define NO_PERSON ((PersonId){NO_INDEX})
