/* SPDX-License-Identifier: Apache-2.0 */
/*
 * route.h - one table of what can be asked of the server.
 *
 * A row says method, path, who may, the fields, the handler and the title.
 * The same rows make the dispatch, the permissions, the help page and the
 * description of the API; a row without a permission does not compile.
 *
 *     ROUTE(GET, "/tim/{orang}", MAY_OF_PERSON(SEE_PERSON), person_fields,
 *           person_page, "A person's month")
 */
#pragma once

#include "app/access.h"
#include "app/record.h"
#include "door/field.h"

typedef struct Visit Visit; /* door/visit.h */
typedef void RouteHandler(Visit *visit);

/* What the visitor says with a form, in one fact; and the answer, once it is
 * kept (door/saying.h). */
typedef struct {
    Fact (*fact)(Visit *visit);
    void (*told)(Visit *visit, const Recorded *recorded);
} RouteSaying;

void saying_handle(Visit *v); /* the handler of such a row */

typedef enum {
    PERMIT_ANYBODY,   /* signed in or not */
    PERMIT_SIGNED_IN, /* any account, by its whole second step */
    PERMIT_ENTERING,  /* a session that still owes its second step, too */
    PERMIT_CASE       /* who may do the use case to the object */
} PermitKind;

/* To whom or what the use case is done. */
typedef enum {
    OBJECT_GOVERNMENT,
    OBJECT_SELF,
    OBJECT_PERSON,  /* the field "orang": a person's code */
    OBJECT_UNIT,    /* the field "unit": a unit's code; unsaid: one's own */
    OBJECT_OWN_UNIT /* the agency that the visitor heads, or is of */
} RouteObject;

typedef struct {
    PermitKind kind;
    AccessCase use;
    RouteObject object;
} Permit;

#define ANYBODY                PERMIT_ANYBODY, ACCESS_COUNT, OBJECT_GOVERNMENT
#define SIGNED_IN              PERMIT_SIGNED_IN, ACCESS_COUNT, OBJECT_SELF
#define ENTERING               PERMIT_ENTERING, ACCESS_COUNT, OBJECT_SELF
#define MAY_OF_SELF(use)       PERMIT_CASE, ACCESS_##use, OBJECT_SELF
#define MAY_OF_PERSON(use)     PERMIT_CASE, ACCESS_##use, OBJECT_PERSON
#define MAY_OF_UNIT(use)       PERMIT_CASE, ACCESS_##use, OBJECT_UNIT
#define MAY_OF_OWN_UNIT(use)   PERMIT_CASE, ACCESS_##use, OBJECT_OWN_UNIT
#define MAY_OF_GOVERNMENT(use) PERMIT_CASE, ACCESS_##use, OBJECT_GOVERNMENT

typedef struct {
    HttpMethod method;
    const char *path; /* "{name}" stands for one segment */
    Permit permit;
    FieldRules fields;
    RouteHandler *handler;
    const char *title; /* in English; an entry of the catalogue */
    bool data;         /* JSON: problems are application/problem+json */
    bool own_faults;   /* the handler shows the faults of its fields itself */
    bool recent;       /* the page of a minute may be sent again: recent.h */
    bool in_person;    /* by a session of one's own: no service token does it */
    const RouteSaying *saying; /* or NULL; the handler is saying_handle */
} Route;

#define ROUTE_FIELDS(rules)                         \
    {                                               \
        (rules), sizeof(rules) / sizeof((rules)[0]) \
    }
#define NO_FIELDS \
    {             \
        NULL, 0   \
    }
#define ROUTE(method_, path_, permit_, fields_, handler_, title_)          \
    {                                                                      \
        HTTP_##method_, (path_), {permit_}, fields_, (handler_), (title_), \
            .data = false                                                  \
    }
/* Made of nothing but what recent.h names. */
#define ROUTE_RECENT(method_, path_, permit_, fields_, handler_, title_)   \
    {                                                                      \
        HTTP_##method_, (path_), {permit_}, fields_, (handler_), (title_), \
            .recent = true                                                 \
    }
/* The form is shown again, with what was typed and its faults. */
#define ROUTE_FORM(method_, path_, permit_, fields_, handler_, title_)     \
    {                                                                      \
        HTTP_##method_, (path_), {permit_}, fields_, (handler_), (title_), \
            .own_faults = true                                             \
    }
#define ROUTE_DATA(method_, path_, permit_, fields_, handler_, title_)     \
    {                                                                      \
        HTTP_##method_, (path_), {permit_}, fields_, (handler_), (title_), \
            .data = true                                                   \
    }
/* Data, and what decides who may come in: whoever holds a service token shall
 * not reach its maker's own account by it. */
#define ROUTE_IN_PERSON(method_, path_, permit_, fields_, handler_, title_) \
    {                                                                       \
        HTTP_##method_, (path_), {permit_}, fields_, (handler_), (title_),  \
            .data = true, .in_person = true                                 \
    }
/* One fact, and nobody waits for its commit. */
#define ROUTE_SAYING(method_, path_, permit_, fields_, saying_, title_)       \
    {                                                                         \
        HTTP_##method_, (path_), {permit_}, fields_, saying_handle, (title_), \
            .saying = (saying_)                                               \
    }

typedef struct {
    const Route *at;
    size_t count;
} RouteTable;

/* What a request asks for. */
typedef struct {
    const Route *route; /* or NULL */
    bool path_known;    /* by another method */
    unsigned allowed;   /* bits of HttpMethod that the path knows */
    HttpPairs parts;    /* of the path, by name */
} RouteFound;

/* A row without places wins over one with; O(rows). */
RouteFound route_find(Arena *arena, const RouteTable *tables, size_t count,
                      HttpMethod method, Str path);
