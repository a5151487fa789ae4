/* SPDX-License-Identifier: Apache-2.0 */
/*
 * note.h - noting for others: the clerk of a unit, or a direct superior, writes
 * down what somebody said by telephone, by WhatsApp, on paper or to their face.
 *
 * Each record says who noted it, by which channel, when it happened (believed)
 * and when it was noted (by our clock).
 *
 *   note_whom.c    whom one may note for
 *   note.c         the list of a day, and a paper list typed in at once
 *   note_list.c    the rows of that list
 *   note_person.c  one person's day: presence, report, answers
 */
#pragma once

#include "app/people_day.h"
#include "web/page.h"

extern const RouteTable note_routes;

/* Does the visitor note for anybody by a grant?  (Superiors do by their post.)
 */
bool note_is_clerk(Visit *v);

/* ---- between its rooms ----------------------------------------------------
 */

enum { NOTE_SHOWN = 100, NOTE_TIME = 5 /* letters of "07.30" */ };

/* A row as it was typed. */
typedef struct {
    Str code, came, left, place;
    int32_t came_minute, left_minute; /* -1: nothing was typed */
    const char *fault;                /* in English; NULL: none */
    Str refused;                      /* by whoever keeps records; or empty */
} NoteTyped;

typedef struct {
    Visit *visit;
    PeopleDay day;
    const PeopleRow **rows; /* whom the visitor may note for, and who fit */
    size_t count, first, last, bare; /* shown are [first, last); no check-in */
    NoteTyped *typed;
    size_t typed_count, kept; /* rows; records that were kept just now */
} NoteList;

/* Of the fields "hari", "cari" and "sesudah"; false: the answer is there. */
MUST_USE bool note_list_take(Visit *v, NoteList *out);

void note_list_put(Page *page, const NoteList *list);
/* Refused rows of people who are not in the list. */
void note_list_strangers(Page *page, const NoteList *list);

/* The day of the field "hari", or today; false: it is to come, answered. */
MUST_USE bool note_day(Visit *v, Date *out);
/* "07.30", "7:30", "0730"; -1: empty; false: no time. */
bool note_time(Str text, int32_t *out);
/* "/catat/A?hari=2020-08-04" */
Str note_person_path(const Page *page, PersonId person, Date day);
/* The channels by which one notes, as radios. */
void note_put_channels(Page *page);
Channel note_channel(const Visit *v);
/* A record of somebody by that channel, at that minute of the day. */
Fact note_fact(const Visit *v, FactKind kind, Str person, Date day,
               int32_t minute);

extern const FieldRule note_person_fields[3], note_person_say_fields[9];
void note_person_page(Visit *v);
void note_person_say(Visit *v);
