/* SPDX-License-Identifier: Apache-2.0 */
/*
 * web_world.h - a small government behind the door: pages are asked for and
 * forms are sent without a socket.
 *
 * Kota Contoh (code "contoh", WITA) under one letter, 1/SE/2020, whose plan of
 * 3 to 28 August 2020 is published.  It opens on Tuesday 4 August at 08.00.
 * People, by code, and their letter on that day:
 *
 *   dinas  H head K
 *   s1     K1 head K, A R, B clerk R, C on leave, D K (a name with <script>)
 *   s2     K2 head R, E R, F K, G contract staff K
 *   upt    U0 head K, U1 R, U2 K, U3 R, U4 R; the counter L1 wants one of the
 *          last four on weekdays
 *   bkd    P0 head of the personnel board K, P1 acts for it, administrator R
 *   orta   O0 head of the organisation office K, O1 acts for it R
 *
 * The superior of A to D is K1, of E to G K2, of U1 to U4 U0; of these H.
 * Nobody is signed in at first.
 */
#pragma once

#include "app/sign_in.h"
#include "day/fact.h"
#include "door/door.h"

typedef struct {
    Arena *arena;
    Store *store;
    DoorHouse house;
    Door door;
    Str person; /* who is signed in, by code; empty: nobody */
    SignedIn in;
    const char *lang; /* "id", "en"; "id" at first */
} WebWorld;

typedef struct {
    int status;
    Str type, body;
    Str to; /* Location of a 303 */
    const HttpAnswer *answer;
} WebAnswer;

/* A fresh data directory of that name below the test's folder. */
WebWorld *web_world_open(const char *name);
/* The same with so many people more in s1, W1 and on, whose names exist
 * nowhere. */
WebWorld *web_world_open_wide(const char *name, int more);
/* The same with 150 people in s1, and 3,000 in 60 agencies beside: M1 with the
 * head X0 and X1 to X49, M2 with X50 and on. */
WebWorld *web_world_open_large(const char *name);
/* The same with rules behind those of the letter: "\naturan 4 ...". */
WebWorld *web_world_open_rules(const char *name, const char *rules);
/* The same with a counter L1 that says how it is reached, and L2 that does
 * not. */
WebWorld *web_world_open_reached(const char *name);
/* The same with a letter of 10 August that prolongs it until 4 September. */
WebWorld *web_world_open_prolonged(const char *name);
/* The same where B, the clerk, is an administrator too, N of s1 has neither NIP
 * nor local number, nothing says that it is a demonstration, and passwords are
 * to be of four kinds of characters. */
WebWorld *web_world_open_odd(const char *name);
/* The same on such a way to the disk (store_vfs.h). */
WebWorld *web_world_open_on(const char *name, const char *vfs);
/* The same before its plan was published. */
WebWorld *web_world_open_unplanned(const char *name);
void web_world_close(WebWorld *w);

/* From now on it is this day and minute ("2020-08-05", "13.10"), later than
 * before; whoever was signed in is not any more. */
void web_world_at(WebWorld *w, const char *day, const char *time);

/* Opened, and Wednesday: Monday and Tuesday are over.  K1 came to the office on
 * Tuesday, and A reported. */
WebWorld *web_world_wednesday(const char *name);

/* Sign in; NULL: nobody is. */
void web_world_as(WebWorld *w, const char *person);

/* sign_in, waiting where it asks to wait. */
bool web_world_sign_in(Arena *arena, AccountWorld *world,
                       const SignInAsked *asked, SignedIn *in, Err *err);

/* ---- asking -------------------------------------------------------------- */

/* "/jadwal/saya?bulan=2020-08" as a browser would ask. */
WebAnswer web_world_get(WebWorld *w, const char *target);

/* A form as a page of ours sends it, with the session's token: "kata=kantor&
 * isi=dua+kata"; bytes as %0A. */
WebAnswer web_world_post(WebWorld *w, const char *target, const char *form);

/* Either, to be altered (headers, files) before it is answered. */
HttpRequest web_world_request(WebWorld *w, HttpMethod method,
                              const char *target, const char *form);
WebAnswer web_world_ask(WebWorld *w, const HttpRequest *request);

/* ---- facts --------------------------------------------------------------- */

/* An id that nobody has, as text. */
const char *web_world_id(WebWorld *w);

/* "id=%s&kata=rumah", in the world's memory; at most 2,000 bytes. */
const char *web_world_line(WebWorld *w, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Somebody says it today: "field=value;field=value" as record_parse reads
 * them; expects that it is kept.  The id of the fact, as text. */
const char *web_world_say(WebWorld *w, const char *as, const char *kind,
                          const char *fields);

/* How many facts of a kind are kept ("masuk"; NULL: of all kinds). */
size_t web_world_kept(WebWorld *w, const char *kind);
/* The last of them. */
Fact web_world_last(WebWorld *w, const char *kind);

/* ---- pages --------------------------------------------------------------- */

/* The value of the n-th input of that name in a page, or an empty text. */
Str web_world_value(const WebAnswer *answer, const char *name, int n);

/* The letter of a person's cell in the page of a unit's month: day of it. */
char web_world_letter(WebWorld *w, const WebAnswer *page, const char *person,
                      int day);

/* The page is whole: one h1, no text of ours in another language's stead, no
 * inline style or script, no script that came from outside. */
void web_world_expect_page(const WebAnswer *answer);
