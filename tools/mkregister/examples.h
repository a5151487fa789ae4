/* SPDX-License-Identifier: Apache-2.0 */
/*
 * examples.h - the five governments that examples are made for: names, sizes.
 *
 * Sizes follow published figures of the five; everybody in them is made up.
 */
#pragma once

#include "register/counter.h"
#include "register/person.h"

/* Which governments a row of a table is for: bits. */
enum {
    BTG = 1,
    BPN = 2,
    PSR = 4,
    KTM = 8,
    BDL = 16,
    ALL = BTG | BPN | PSR | KTM | BDL,
    KOTA = BTG | BPN | BDL,
    KABUPATEN = PSR | KTM
};

/* Parts of a government among which staff without posts are divided. */
typedef enum {
    PART_OFFICES,
    PART_SCHOOLS,
    PART_CLINICS,
    PART_HOSPITALS,
    PART_DISTRICTS,
    PART_COUNT
} StaffPart;

/* Where the names of people come from; one list of names.def each. */
typedef enum {
    REGION_JAWA,
    REGION_BANJAR,
    REGION_BUGIS,
    REGION_DAYAK,
    REGION_LAMPUNG,
    REGION_BATAK,
    REGION_MINANG,
    REGION_COUNT
} Region;

typedef struct {
    unsigned bit;
    Str code, name, area, kind, boundary, zone, colour;
    Str city;                 /* in names of schools */
    Str dialling;             /* "0542" */
    Str middle;               /* of its town, rounded: "-1.27,116.83" */
    Str campus;               /* where most offices stand */
    const char *first, *last; /* the days its example is about */
    uint32_t people;
    uint32_t contract; /* of them not ASN */
    StaffKind contract_kind;
    Str contract_prefix;        /* of the local number: "TKD" */
    uint32_t pppk;              /* per mille of ASN without posts */
    uint32_t over_fifty;        /* per mille of ASN without posts */
    int32_t women;              /* per mille to add to each group's share */
    uint16_t share[PART_COUNT]; /* per mille of staff; offices take the rest */
    uint8_t clerks;             /* subbagian of an agency's secretariat */
    uint8_t wings;              /* bidang of an agency, at most */
    uint8_t sections;           /* seksi of a bidang, at most */
    uint8_t district_sections, village_sections;
    uint16_t primary, junior; /* schools */
    uint8_t clinics;
    uint16_t region[REGION_COUNT]; /* weights */
} Example;

enum { EXAMPLE_COUNT = 5 };
extern const Example examples[EXAMPLE_COUNT];

/* The government of that code, or NULL. */
const Example *example_find(Str code);
