/* SPDX-License-Identifier: Apache-2.0 */
/*
 * evidence.h - use case: files that are handed in with a report, and looked at.
 *
 * Who may see the report may see its files.  They are kept as long as it is
 * (retain.def).
 */
#pragma once

#include "app/clean_file.h"
#include "app/live.h"
#include "day/evidence.h"

/* A file as it came. */
typedef struct {
    Str name, bytes; /* the name is told in refusals, and kept nowhere */
} EvidenceGiven;

typedef struct {
    FactId fact; /* that will name them */
    Str person;  /* whose it is, by code */
    const EvidenceGiven *given;
    size_t given_count;
    /* files of an earlier report of theirs that this one has too, by name */
    FactId before;
    const Str *kept;
    size_t kept_count;
    Str address;
} EvidenceWish;

/*
 * evidence_take - clean the files, put them beside the database, and say how
 * the fact names them (its "bukti", in the arena).
 *
 * ERR_INPUT: a file is of another kind, damaged, empty or larger than 5 MB, or
 * there are more than EVIDENCE_FILES; ERR_ABSENT: one to be kept is not of that
 * report.
 */
MUST_USE bool evidence_take(Arena *arena, const LiveView *view,
                            const EvidenceWish *wish, Str *bukti, Err *err);

/* A file of a person's report; ERR_ABSENT: that fact is no report of theirs,
 * or names no such file. */
MUST_USE bool evidence_look(Arena *arena, const LiveView *view, Str person,
                            FactId fact, Str name, Str *out, Err *err);
