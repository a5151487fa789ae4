/* SPDX-License-Identifier: Apache-2.0 */
/*
 * visit.h - one request as a handler sees it: who, to whom, when, with what.
 *
 * Whatever a handler finds here was checked: the session, the form's token,
 * the fields, and that the visitor may do what the route says to `about` or
 * `unit`, today.  A handler answers through `answer`, and refuses through
 * visit_refuse.
 */
#pragma once

#include "app/live.h"
#include "app/sign_in.h"
#include "app/token.h"
#include "door/route.h"

typedef struct Door Door; /* door/door.h */
typedef struct DoorHouse DoorHouse;

enum { VISIT_GOVERNMENTS = 32 };

struct Visit {
    Door *door;
    const HttpRequest *request;
    HttpAnswer *answer;
    Arena *arena; /* of the request */
    const Route *route;
    Fields fields;
    Lang lang;
    Instant now; /* there */

    /* of the visitor, or the one that a public page asks for ("pemda", else
     * the first) */
    bool has_government;
    const DoorHouse *house; /* where it is kept */
    Live *live;
    LiveView *view;
    Str government;
    Date today; /* there */

    bool signed_in; /* by its whole second step, or by a service token */
    bool entering;  /* the second step is still to come */
    Session session;
    Str cookie;      /* token of the session */
    PersonId person; /* the visitor, or NO_PERSON */
    Str actor;       /* their code, or an empty text */
    bool service;    /* came by `token` */
    Token token;

    HttpPairs beside; /* what a problem says beside its sentence, by name */

    PersonId about; /* whom the route's use case concerns, or NO_PERSON */
    UnitId unit;    /* or which unit, or NO_UNIT */

    /* between the parts of the door */
    LiveWait *wait;  /* for the commit of what is said; or NULL */
    bool at_hand;    /* asked on the thread of the connections: nothing waits */
    LiveView *views; /* of every government */
    const DoorHouse **of_house;
    size_t view_count;
    AccountWorld world;
};

/* The value of a declared field (CHECK). */
const FieldValue *visit_field(const Visit *visit, const char *name);

/* Refuse: the page of the problem, or problem+json; status by the kind of the
 * error (err_http). */
void visit_refuse(Visit *v, const Err *err);
/* Say why in both languages, and refuse. */
void visit_refuse_with(Visit *v, ErrKind kind, const char *id, const char *en);

/* The visitor may do that today to the person or unit (NO_PERSON, NO_UNIT: the
 * government)?  For what a page shows or leaves out; a route says it of itself.
 * `why` may be NULL. */
bool visit_may(Visit *v, AccessCase use, PersonId person, UnitId unit,
               Err *why);

/* Roles over the person or unit today, bits of AccessRole. */
unsigned visit_roles(Visit *v, PersonId person, UnitId unit);

/*
 * visit_record - what the visitor says, as a fact: actor, channel, zone and
 * day are filled in.  Refused by itself (then false and the answer is there).
 */
MUST_USE bool visit_record(Visit *v, const Fact *fact, Str secret,
                           Recorded *out);
/* The same, where the handler shows the refusal itself: beside the form, with
 * what was typed (form_refusal). */
MUST_USE bool visit_try(Visit *v, const Fact *fact, Str secret, Recorded *out,
                        Err *err);
/* Several of persons, whole or not at all (live_record_all), and whether they
 * would be taken; what is refused of one of them says of whom, to those who may
 * say something of them. */
MUST_USE bool visit_try_all(Visit *v, const Fact *facts, size_t count,
                            Err *err);
MUST_USE bool visit_would_take(Visit *v, const Fact *facts, size_t count,
                               Err *err);
/* A fact of the visitor, its id that of the form ("id") or a new one. */
Fact visit_fact(const Visit *v, FactKind kind);

/* How what the visitor says comes in: by a page, or by another program. */
Channel visit_channel(const Visit *v);

/* 303 to a path of ours; `done` (a word, or NULL) tells that page what was
 * done: "?sudah=hadir". */
void visit_go(Visit *v, Str path, const char *done);
/* That word, on the page that one was sent to. */
Str visit_done(const Visit *v);

/* What was taken for it is given back; the answer is whole. */
void visit_close(Visit *v);

/* The answer is a file, to be kept under that name. */
void visit_file(Visit *v, Str name, Str type, Str bytes);

/* The whole address of a path here, as it is printed or typed elsewhere. */
Str visit_address(const Visit *visit, Str path);

/* Sessions: the cookie of a sign-in, and its end. */
void visit_keep(Visit *v, const SignedIn *in);
void visit_leave(Visit *v);

/* Of a demonstration one's account stays as it is, for whoever tries it next.
 * True: that was answered. */
MUST_USE bool visit_is_demo(Visit *v);

/* A short name of the browser: "Chrome di Android". */
Str visit_label(const Visit *v);
