/* SPDX-License-Identifier: Apache-2.0 */
/*
 * register.h - one government's organisation: units, posts, people, dates.
 *
 * Read-only after import.  Rows are dense and ordered as in the files; every
 * question about "now" takes a Date.  Questions about "as known" take the day
 * of knowledge as well.
 */
#pragma once

#include "base/map.h"
#include "register/calendar.h"
#include "register/counter.h"
#include "register/event.h"
#include "register/grant.h"
#include "register/person.h"
#include "register/unit.h"

/* Hours of work, in minutes of the day; all zero: the usual ones (see
 * register_hours). Letters that say their own win. */
typedef struct {
    int16_t begins, ends, ends_friday; /* of work */
    int16_t report_due;                /* the report of a day, by */
    int16_t answer_within;             /* minutes in which a call is answered */
} WorkHours;

typedef struct {
    Str code;     /* "kotim" */
    Str name;     /* "Pemerintah Kabupaten Kotawaringin Timur" */
    Str area;     /* "Kabupaten Kotawaringin Timur" */
    Str kind;     /* "kota", "kabupaten", "provinsi" */
    Str boundary; /* what "luar kota / luar daerah" is outside of */
    Str board;    /* code of the unit that is the personnel board */
    Str crest;    /* file beside the settings, or empty */
    Str colour;   /* "#0b5c7a" */
    Str note;     /* e.g. that the sample data are fictional */
    bool demo;    /* its people are made up: a visitor may step into them */
    bool mixed_passwords; /* by BSSN 4/2021: four kinds of characters */
    Zone zone;
    WorkHours hours;
} Government;

/* Those of the settings, or 07.30, 16.00, 16.30 on Fridays, a report by 20.00,
 * 15 minutes to answer. */
WorkHours register_hours(const Government *government);

/* Rows of `count` items that belong to one owner, in one shared array. */
typedef struct {
    uint32_t first, count;
} Rows;

typedef struct {
    const Unit *units;
    const Post *posts; /* by unit */
    const Person *people;
    const Holding *holdings; /* by person, then post */
    const Absence *absences; /* by person, then first day */
    const Mark *marks;       /* by person */
    const Counter *counters;
    const Event *events; /* by first day */
    const AreaStatus *statuses;
    const Grant *grants; /* as in the file */
    uint32_t unit_count, post_count, person_count, holding_count;
    uint32_t absence_count, mark_count, counter_count, event_count;
    uint32_t status_count, grant_count;

    /* Where each owner's rows are; owners as counted above. */
    const Rows *holdings_of; /* of a person */
    const Rows *absences_of; /* of a person */
    const Rows *marks_of;    /* of a person */
    const Rows *posts_of;    /* of a unit */
    const Rows *holders_of;  /* of a post; runs of `holders` */
    const uint32_t *holders; /* positions in `holdings`, by post */

    /* The tree in depth-first order: a unit's subtree is the run
     * [enter, leave) of `preorder`. */
    const UnitId *preorder;         /* unit_count */
    const uint32_t *enter, *leave;  /* unit_count */
    const PersonId *people_by_tree; /* people by unit, units as in preorder */
    const Rows *people_under;   /* of a unit and all below: of people_by_tree */
    const UnitId *agency_of;    /* nearest agency at or above, or NO_UNIT */
    const UnitId *work_unit_of; /* nearest unit kerja at or above */
    Map unit_codes, person_codes, nips, locals, post_codes;
    Map unit_names; /* folded name, short name and aliases -> UnitId; a name
                       borne by several units maps to NO_INDEX - 1 */
} Register;

bool unit_is_under(const Register *r, UnitId unit, UnitId ancestor); /* or is */

/* The person serves on that day. */
bool person_is_active(const Register *r, PersonId person, Date day);

/* Leave or trip of the person on that day as known on `known`, or NULL. */
const Absence *person_absence(const Register *r, PersonId person, Date day,
                              Date known);
const Mark *person_mark(const Register *r, PersonId person, Date day,
                        MarkEffect effect, Date known);
bool mark_holds(const Mark *mark, Date day, Date known);
bool person_has_mark(const Register *r, PersonId person, Date day, Str name,
                     Date known);

/*
 * holding_counts - does this holding make the person the holder that day?
 * Only while the person serves and inside the holding's window; then a full
 * one, a Plt and a Pj always, a Plh when nobody holds the post fully or who
 * does is absent that day (by whatever became known later).
 */
bool holding_counts(const Register *r, const Holding *h, Date day);

/* The best (lowest) rank the person has that day, acting included. */
Rank person_rank(const Register *r, PersonId person, Date day);
bool person_has_role(const Register *r, PersonId person, Role role, Date day);

/* Heads a unit with the agency flag / the work_unit flag that day. */
bool person_heads_agency(const Register *r, PersonId person, Date day);
bool person_heads_work_unit(const Register *r, PersonId person, Date day);

/*
 * unit_head - who heads the unit that day: the full holder of its head post,
 * unless absent while somebody acts who is there; the acting holder when the
 * post is vacant; NO_PERSON when there is none.
 */
PersonId unit_head(const Register *r, UnitId unit, Date day);

/*
 * person_superior - the direct superior by the structure: the head of the
 * person's unit, or of the nearest unit above whose head is another person
 * and is there (acting holders stand in); NO_PERSON at the top.
 */
PersonId person_superior(const Register *r, PersonId person, Date day);

/* People by internal code, NIP, local number or exact name (folded); all
 * that match, none guessed. */
size_t person_search(const Register *r, Str text, PersonId *out, size_t room);

/* A unit by folded name, short name, alias or code; false when unknown or
 * borne by several (then *several is true). */
bool unit_search(const Register *r, Str name, UnitId *out, bool *several);

/* Known names nearest to an unknown one, best first, at most `room`. */
size_t unit_nearest(Arena *tmp, const Register *r, Str name, Str *out,
                    size_t room);
