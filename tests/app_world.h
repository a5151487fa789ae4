/* SPDX-License-Identifier: Apache-2.0 */
/*
 * app_world.h - Paser on 30 July 2020 in a data directory, and rows of facts
 * that somebody tries to record there.
 *
 * In texts $X stands for a code: P a person of a unit with counters, S the
 * superior, H the head of the agency, M a colleague, C the agency's clerk, O
 * somebody of another agency, B and D two who were granted to act for the
 * personnel board, K somebody of its unit who was not, U the unit;
 * $1 to $63 for the id of the fact that an earlier row labelled.
 */
#pragma once

#include "app/record.h"

#define APP_UNIT "disdukcapil-pelayanan-pendaftaran-penduduk"

typedef struct {
    Arena *arena;
    const char *folder;
    Store *store;
    Office office;
    RecordWorld record;
    /* of the unit that has counters: a person, the superior, a head above,
     * a colleague, a clerk; somebody else; two who act for the personnel board,
     * and one who only works there */
    Str person, superior, head, mate, clerk, other, board, board2, of_board;
    FactId labels[64];
    uint64_t next;
} AppWorld;

typedef struct {
    int label; /* of the fact, for later rows; 0: none */
    const char *as, *kind, *fields;
    const char *why; /* words of the refusal, or NULL: accepted */
} AppRow;

/* A fresh data directory of that name below the test's folder. */
AppWorld *app_world_open(const char *name);
void app_world_close(AppWorld *w);
void app_world_again(AppWorld *w);    /* read the office anew */
uint64_t app_world_kept(AppWorld *w); /* facts in the journal */
FactId app_world_id(AppWorld *w);     /* one that nobody has */

/* "field=value;field=value" as a fact of that kind. */
Fact app_world_fact(AppWorld *w, const char *as, const char *kind,
                    const char *fields, Str *secret);

/* The same again: the same receipt, and nothing written. */
void app_world_repeat(AppWorld *w, const Fact *fact, Str secret,
                      const Recorded *first);

/* Accepted, written, and the same again; or refused with these words in both
 * languages, and nothing written. */
void app_world_play(AppWorld *w, const AppRow *row);
void app_world_play_all(AppWorld *w, const AppRow *rows, size_t count);
