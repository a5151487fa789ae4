/* SPDX-License-Identifier: Apache-2.0 */
/*
 * renew_register.h - use case: tables of the register are given anew; what
 * would change is told before anything is written.
 *
 * Each file's table is guessed from its header (import_files.h), unless
 * somebody says which it is, and takes the place of the one that is kept; the
 * others stay.  The whole folder must hold with them.  What was checked is set
 * aside until somebody says that it is to be so, and then loaded in one intent
 * (load.h).
 */
#pragma once

#include "app/import_files.h"
#include "app/live.h"
#include "app/load.h"

enum { RENEW_FILES = 9, RENEW_SHOWN = 60 };

typedef struct {
    ImportFile files[RENEW_FILES];
    size_t count;
    TableKind kind; /* of the one file; TABLE_COUNT: their columns tell */
} RenewFiles;

typedef struct {
    Str name; /* as it was given */
    TableKind kind;
    size_t rows;
} RenewTable;

/* What would be different of somebody. */
typedef enum {
    RENEW_NEW,
    RENEW_GONE,
    RENEW_NAME,
    RENEW_UNIT,
    RENEW_TITLE,
    RENEW_STAFF,
    RENEW_NIP,
    RENEW_SERVICE
} RenewWhat;

typedef struct {
    Str code, name;
    RenewWhat what;
    Str from, to; /* not of a NIP */
} RenewChange;

typedef struct {
    size_t before, after, added, gone, changed;
} RenewCount;

typedef struct {
    RenewTable tables[RENEW_FILES];
    size_t table_count;
    bool sound;
    /* what is wrong, or worth knowing, when it is not sound */
    Faults faults;
    Diags diags;
    Diags remarks; /* of the register: worth knowing, sound or not */
    /* what would be different, when it is */
    RenewCount people, units, posts;
    const RenewChange *changes; /* of people: the first RENEW_SHOWN */
    size_t change_count;
    LoadFolder folder;
} Renewal;

/*
 * renew_register - false when a file is no table of ours, or a spreadsheet
 * that does not open: *err says which.  Faults of the tables are no failure:
 * then `sound` is false.
 */
MUST_USE bool renew_register(Arena *arena, const LiveView *view,
                             const RenewFiles *given, Renewal *out, Err *err);

/* Set aside under that id, for that person; and taken up again.  ERR_ABSENT:
 * it is not there any more, or somebody else's. */
MUST_USE bool renew_register_keep(const LiveView *view, Arena *arena, FactId id,
                                  Str actor, const RenewFiles *given, Err *err);
MUST_USE bool renew_register_kept(const LiveView *view, Arena *arena, FactId id,
                                  Str actor, RenewFiles *out, Err *err);

/* It was put in: nothing of it is set aside any more but that it was; and was
 * it, by that person? */
void renew_register_finish(const LiveView *view, Arena *arena, FactId id,
                           Str actor);
bool renew_register_done(const LiveView *view, Arena *arena, FactId id,
                         Str actor);

/* Load it, known from today; live_wrote is the caller's. */
MUST_USE bool renew_register_write(const LiveView *view, const Renewal *renewal,
                                   Loaded *out, Err *err);
