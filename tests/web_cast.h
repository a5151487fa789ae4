/* SPDX-License-Identifier: Apache-2.0 */
/*
 * web_cast.h - everybody who may come to the door of Kota Contoh
 * (web_world.h), each signed in once: a person of every role, nobody, somebody
 * whose second step is owed, a program with a service token, and a person of
 * another government that the same server keeps.
 */
#pragma once

#include "naive_access.h"
#include "web_world.h"

typedef enum {
    CAST_PERSON,   /* of Kota Contoh, signed in */
    CAST_OWN,      /* the same, by an account of their own */
    CAST_NOBODY,   /* not signed in */
    CAST_ENTERING, /* owes the second step */
    CAST_PROGRAM,  /* by a service token */
    CAST_BEYOND    /* of the other government */
} CastKind;

typedef struct {
    const char *code, *role;
    CastKind kind;
    SignedIn in;
} CastMember;

enum { CAST_SIZE = 15 };

typedef struct {
    WebWorld *world;
    CastMember member[CAST_SIZE];
    Str token; /* of the program: acts for P1 */
    DoorHouse houses[2];
} WebCast;

/* What the program's token holds, as words of access.def. */
bool web_cast_token_holds(const char *word);

/* Opens the other government beside the world's, in a folder of that name below
 * the test's, and signs everybody in. */
WebCast *web_cast_open(WebWorld *world, const char *folder);
void web_cast_close(WebCast *cast);

CastMember *web_cast_member(WebCast *cast, const char *code);

/* Signed in again where their session has ended meanwhile. */
void web_cast_wake(WebCast *cast, CastMember *member);

/* A request of theirs: a form, JSON where `body` begins with a brace or a
 * bracket, or (NULL) none. */
HttpRequest web_cast_request(WebCast *cast, const CastMember *member,
                             HttpMethod method, const char *target,
                             const char *body, bool data);

/* Kota Contoh on 4 August, by hand; the number of a person and of a unit. */
void web_cast_land(NaiveLand *out);
int web_cast_person(const char *code);
int web_cast_unit(const char *code);
