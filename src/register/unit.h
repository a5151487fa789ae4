/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit.h - the parts of a government: a dated tree.
 *
 * Unit kerja (work_unit) is a flag of a node; its staff are those of the node
 * and of the nodes below it down to the next node with the flag.  Perangkat
 * daerah (agency) is a node with the flag and everything below it.
 */
#pragma once

#include "base/date.h"
#include "register/ids.h"
#include "register/words.h"

/* name, word in files and letters, English, English plural */
#define UNIT_TYPES(X)                                                  \
    X(PEMERINTAH, "pemerintah", "government", "governments")           \
    X(SETDA, "setda", "regional secretariat", "regional secretariats") \
    X(SETWAN, "sekretariat dprd", "council secretariat",               \
      "council secretariats")                                          \
    X(INSPEKTORAT, "inspektorat", "inspectorate", "inspectorates")     \
    X(DINAS, "dinas", "dinas", "dinas")                                \
    X(BADAN, "badan", "badan", "badan")                                \
    X(SATPOL, "satpol pp", "satpol pp", "satpol pp")                   \
    X(RSUD, "rsud", "regional hospital", "regional hospitals")         \
    X(KECAMATAN, "kecamatan", "kecamatan", "kecamatan")                \
    X(KELURAHAN, "kelurahan", "kelurahan", "kelurahan")                \
    X(PUSKESMAS, "puskesmas", "puskesmas", "puskesmas")                \
    X(UPTD, "uptd", "UPTD", "UPTD")                                    \
    X(SEKOLAH, "sekolah", "school", "schools")                         \
    X(ASISTEN, "asisten", "assistant's office", "assistants' offices") \
    X(BAGIAN, "bagian", "bagian", "bagian")                            \
    X(SEKRETARIAT, "sekretariat", "secretariat", "secretariats")       \
    X(BIDANG, "bidang", "bidang", "bidang")                            \
    X(SUBBAGIAN, "subbagian", "subbagian", "subbagian")                \
    X(SUBBIDANG, "subbidang", "subbidang", "subbidang")                \
    X(SEKSI, "seksi", "section", "sections")

typedef enum {
#define X(name, word, english, plural) UNIT_##name,
    UNIT_TYPES(X)
#undef X
} UnitType;

/* How a unit serves: what letters call layanan langsung, esensial, kritikal */
#define SERVICE_CLASSES(X)        \
    X(NONE, "bukan layanan")      \
    X(DIRECT, "layanan langsung") \
    X(ESSENTIAL, "esensial")      \
    X(CRITICAL, "kritikal")

typedef enum {
#define X(name, word) SERVICE_##name,
    SERVICE_CLASSES(X)
#undef X
} ServiceClass;

/* Is the unit a service section (bagian pelayanan) of its agency? */
typedef enum { SECTION_UNSAID, SECTION_SERVICE, SECTION_NOT_SERVICE } Section;

typedef struct {
    Str code;       /* "dinkes", unique in the register */
    Str name;       /* "Dinas Kesehatan" */
    Str short_name; /* "Dinkes", or empty; further names in aliases */
    Str aliases;    /* separated by |, or empty */
    UnitId parent;  /* NO_UNIT at the root only */
    UnitType type;
    bool agency;      /* perangkat daerah */
    bool work_unit;   /* unit kerja */
    bool round_clock; /* serves 24 hours */
    ServiceClass service;
    Section section;
    uint8_t week; /* 5, 6 or 7 working days, from Monday */
    Str area;     /* where it stands, e.g. "Kecamatan Baamang" */
    Str building;
    Window window; /* when it exists */
} Unit;

Str unit_type_word(UnitType type, Lang lang);
bool unit_type_parse(Str word, UnitType *out); /* folded, Indonesian */

/* The type that a name begins with: "UPTD Metrologi", "SD Negeri 3". */
bool unit_type_guess(Str name, UnitType *out);
Words unit_type_words(void);
Str service_class_word(ServiceClass service);
bool service_class_parse(Str word, ServiceClass *out);
Words service_class_words(void);
