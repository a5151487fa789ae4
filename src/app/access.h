/* SPDX-License-Identifier: Apache-2.0 */
/*
 * access.h - may this actor do this, to this person or unit, on this date?
 *
 * One answer for pages, commands and channels.  Who somebody is follows from
 * the register on that date (self, superior, head; the head of the personnel
 * board acts for it), from a grant of register/kewenangan.csv (clerk, personnel
 * board, organisation office, administrator, shared device), or is "sistem",
 * the program itself.  Whose unit somebody is in gives no right at all.  One
 * government never sees another: the register is that of one.
 */
#pragma once

#include "day/fact.h"
#include "register/register.h"

/* name, word, over whom, English, over whom */
#define ACCESS_ROLES(X)                                                       \
    X(SELF, "pegawai sendiri", "diri sendiri", "the person", "oneself")       \
    X(SUPERIOR, "atasan langsung", "bawahan langsung pada hari itu",          \
      "direct superior", "those whose line ends at them that day")            \
    X(HEAD, "kepala unit", "unitnya dan semua di bawahnya", "head of unit",   \
      "the unit and all below it")                                            \
    X(CLERK, "petugas unit", "unitnya dan semua di bawahnya", "unit's clerk", \
      "the unit and all below it")                                            \
    X(BOARD, "badan kepegawaian",                                             \
      "seluruh pemerintah daerah; kepalanya dan yang diberi kewenangan itu",  \
      "personnel board", "the government; its head and who was granted it")   \
    X(ORGANISATION, "bagian organisasi", "seluruh pemerintah daerah",         \
      "organisation office", "the government")                                \
    X(ADMIN, "administrator", "seluruh pemerintah daerah", "administrator",   \
      "the government")                                                       \
    X(SYSTEM, "sistem", "seluruh pemerintah daerah", "system",                \
      "the government")                                                       \
    X(DEVICE, "perangkat bersama", "unitnya dan semua di bawahnya",           \
      "shared device", "the unit and all below it")

typedef enum {
#define X(name, ...) ACCESS_##name##_ROLE,
    ACCESS_ROLES(X)
#undef X
        ACCESS_ROLE_COUNT
} AccessRole;

typedef enum {
#define ACCESS(id, ...) ACCESS_##id,
#include "app/access.def"
#undef ACCESS
    ACCESS_COUNT
} AccessCase;

typedef struct {
    const char *word;
    unsigned roles;               /* bits of AccessRole */
    int persons;                  /* 1 or 2 */
    uint64_t kinds;               /* bits of FactKind */
    const char *said[2], *who[2]; /* by Lang */
} AccessRow;

const AccessRow *access_row(AccessCase use);

/* The one use case that writes facts of this kind. */
AccessCase access_of_kind(FactKind kind);

/* Whose government it is; grants stand in the register. */
typedef struct {
    const Register *r;
    const Government *government;
} AccessWorld;

typedef struct {
    Str actor; /* code of a person, "sistem" or "perangkat:NAME" */
    AccessCase use;
    PersonId person; /* about whom, or NO_PERSON */
    UnitId unit;     /* or about which unit, or NO_UNIT */
    Date day;        /* on which it is done */
} AccessAsked;

/* The roles that the actor has over the person or unit on that day, bits of
 * AccessRole; none when the actor does not serve, or is not granted, then.
 * O(depth + grants). */
unsigned access_roles(const AccessWorld *world, const AccessAsked *asked);

/*
 * access_allows - true, or ERR_DENIED with the row's sentence: who may, in
 * both languages, and what the actor is not.
 */
MUST_USE bool access_allows(const AccessWorld *world, const AccessAsked *asked,
                            Err *why);

/* The same about a unit, or (NO_UNIT) about the government. */
MUST_USE bool access_allows_unit(const AccessWorld *world, AccessCase use,
                                 Str actor, UnitId unit, Date day, Err *why);

/*
 * access_people - to whom of all people may the actor do it on that day: by
 * person, in the arena.  What is so of a whole unit is asked once a unit.
 * O(units * (depth + grants) + people), beside the lines of those that a unit
 * does not decide.
 */
const bool *access_people(Arena *arena, const AccessWorld *world,
                          AccessCase use, Str actor, Date day);

/* The table as text, for help and the manual: a line a use case. */
void access_put_table(Buf *out, Lang lang);
