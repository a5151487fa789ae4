/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_access.h - who may do what, read a second time from the words of
 * access.def and of the rules of security, by plain scans of plain rows.
 *
 * It shares nothing with app/access.c or the register's own questions: units,
 * people, posts and grants are rows of small numbers; days are numbers; both
 * ends of a time belong to it; -1 is nobody and nothing.
 */
#pragma once

#include <stdbool.h>

enum { NAIVE_UNITS = 16, NAIVE_PEOPLE = 48, NAIVE_ROWS = 96 };

typedef struct {
    int first, last;
} NaiveTime;

/* Somebody leads a unit: fully, or acting (plt, plh, pj) beside or instead. */
typedef struct {
    int unit, person;
    bool full;
    NaiveTime time;
} NaiveLead;

typedef struct {
    int person;
    NaiveTime time;
} NaiveAway;

/* 'C' clerk, 'B' board, 'O' organisation office, 'A' administrator, 'V' a
 * device, which is then no person but a number. */
typedef struct {
    char letter;
    int person, device, unit;
    NaiveTime time;
} NaiveGrant;

typedef struct {
    int units, people, leads, aways, grants;
    int parent[NAIVE_UNITS]; /* -1: the top */
    int unit_of[NAIVE_PEOPLE];
    NaiveTime serves[NAIVE_PEOPLE];
    NaiveLead lead[NAIVE_ROWS];
    NaiveAway away[NAIVE_ROWS];
    NaiveGrant grant[NAIVE_ROWS];
    int board; /* the unit that is the personnel board */
} NaiveLand;

/* Who asks: a person, or a device, or the program itself, or nobody known. */
typedef struct {
    int person, device;
    bool system;
} NaiveActor;

typedef struct {
    NaiveActor actor;
    int person, unit; /* about whom, or about which unit, or neither */
    int day;
} NaiveQuestion;

/*
 * naive_access_letters - who may do the use case of that word ("presensi"):
 * P the person, S superior, H head, C clerk, B board, O organisation office,
 * A administrator, Y the system, V a shared device.  NULL: no such word.
 */
const char *naive_access_letters(const char *word);

/* The same, as the sentence of a refusal tells it in English. */
void naive_access_told(const char *sentence, char out[10]);

/* Is that letter true of whoever asks? */
bool naive_access_is(const NaiveLand *land, const NaiveQuestion *q,
                     char letter);

bool naive_access_may(const NaiveLand *land, const NaiveQuestion *q,
                      const char *word);
