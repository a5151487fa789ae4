/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fact.h - something that was claimed or done: never edited, never inferred.
 *
 * A fact has who (actor), about whom (person, unit), when by two clocks (the
 * sender's and ours), by which channel, and an id that its sender made, so
 * that the same fact sent twice is one.  What else it holds depends on its
 * kind: facts.def says which slots it needs and takes.
 *
 * People, units and counters are named by their codes, which outlive any
 * import of the register.  Memory is that of whoever read the fact.
 *
 * Codes of actors that are no people: "sistem", "perangkat:NAME".
 */
#pragma once

#include "base/buf.h"
#include "base/zone.h"

/* 128 bits made by the sender; the first 48 are milliseconds since 1970, so
 * that ids rise with time (RFC 9562, version 7). */
typedef struct {
    uint8_t bytes[16];
} FactId;

enum { FACT_ID_TEXT = 37 }; /* "0192f3c1-...", with the ending zero */

bool fact_id_is(FactId a, FactId b);
bool fact_id_none(FactId id); /* all zero: no fact */
int fact_id_order(FactId a, FactId b);
const char *fact_id_text(FactId id, char text[FACT_ID_TEXT]);
bool fact_id_parse(Str text, FactId *out);

/* An id of that instant and these 74 random bits. */
FactId fact_id_of(Instant at, uint64_t random_a, uint64_t random_b);
/* The instant in an id, to a millisecond, whoever made it. */
Instant fact_id_instant(FactId id);

/* name, word, English; typed: somebody else writes down when it happened */
#define CHANNELS(X)                                        \
    X(WEB, "web", "web", false)                            \
    X(APP, "aplikasi", "app", false)                       \
    X(WHATSAPP, "WhatsApp", "WhatsApp", false)             \
    X(PHONE, "telepon", "phone, typed by somebody", true)  \
    X(PAPER, "kertas", "paper", true)                      \
    X(CLERK, "petugas", "clerk", true)                     \
    X(IMPORT, "impor", "import", true)                     \
    X(DEVICE, "perangkat bersama", "shared device", false) \
    X(SYSTEM, "sistem", "system", true)

typedef enum {
#define X(name, word, english, typed) CHANNEL_##name,
    CHANNELS(X)
#undef X
        CHANNEL_COUNT
} Channel;

/* name, column, what it holds */
#define FACT_SLOTS(X)                                                   \
    X(ABOUT, "tentang") /* id of the fact that it answers */            \
    X(THING, "hal")     /* a counter, task, document, the other one */  \
    X(WORD, "kata")     /* one of the kind's choices */                 \
    X(PLACE, "lokasi")  /* dalam, luar, tidak diketahui; no position */ \
    X(TEXT, "isi")      /* report, reason, note */                      \
    X(PRIORITY, "prioritas")                                            \
    X(URGENCY, "urgensi")                                               \
    X(DAYS, "mulai")       /* and "sampai": days, both in */            \
    X(HOURS, "dari")       /* and "hingga": minutes of the day */       \
    X(UNTIL, "saat_akhir") /* the second instant of an outage */        \
    X(NUMBER, "jumlah")                                                 \
    X(MEASURE, "satuan")                                                \
    X(LIST, "daftar")     /* codes or items, separated by | */          \
    X(EVIDENCE, "bukti")  /* address or digest of something kept */     \
    X(SEALED, "tersegel") /* a sealed box, for one role */

typedef enum {
#define X(name, column) SLOT_##name,
    FACT_SLOTS(X)
#undef X
        SLOT_COUNT
} FactSlot;

typedef enum {
#define FACT_KIND(name, ...) FACT_##name,
#include "day/facts.def"
#undef FACT_KIND
    FACT_KIND_COUNT
} FactKind;

typedef struct {
    FactId id;
    FactKind kind;
    Channel channel;
    Zone zone; /* of the unit: that in which `day` is counted */
    Str actor; /* who says it */
    Str person,
        unit;     /* whom it is about; the unit of the person, where known */
    Date day;     /* the civil day that it is about */
    Instant at;   /* when it happened, by the sender's clock; 0: unsaid */
    Instant sent; /* when it was sent, by the same clock; 0: at once */
    Instant received; /* by our clock; 0: not yet */

    FactId about;
    Str thing, word, place, text, priority, urgency, measure, list, evidence;
    Str sealed;
    Window days;      /* empty: unsaid */
    int16_t from, to; /* minutes; -1: unsaid */
    Instant until;    /* 0: unsaid */
    int32_t number;   /* FACT_NO_NUMBER: unsaid */
} Fact;

enum { FACT_NO_NUMBER = INT32_MIN };

typedef enum { ABOUT_NONE, ABOUT_PERSON, ABOUT_UNIT, ABOUT_EITHER } FactAbout;

typedef struct {
    const char *word, *english;
    FactAbout about;
    uint32_t needs, takes; /* bits of FactSlot */
    const char *choices;
} FactShape;

/* A fact with nothing said. */
Fact fact_blank(FactKind kind);
const FactShape *fact_shape(FactKind kind);
bool fact_kind_parse(Str word, FactKind *out);
Str fact_kind_word(FactKind kind, Lang lang);
bool channel_parse(Str word, Channel *out);
Str channel_word(Channel channel, Lang lang);
bool channel_is_typed(Channel channel);
/* Typed by somebody else: by a typed channel, or a message by WhatsApp that
 * its reader passes on. */
bool fact_is_typed(const Fact *f);
const char *fact_slot_column(FactSlot slot);
bool fact_has(const Fact *f, FactSlot slot); /* the slot is given */

/*
 * fact_when - when it happened, by our clock.
 *
 * A phone's clock may be wrong, and a fact may have waited in its outbox: the
 * phone says by its own clock when it happened and when it was sent, and the
 * difference is what counts: received - (sent - at).  Who writes down
 * somebody else's call or paper says when it was, and is believed; both are
 * clipped to `received`, since nothing arrives before it happens.
 */
Instant fact_when(const Fact *f);

/* How many minutes the sender's clock was ahead of ours as the fact came; 0
 * where it says no time of sending, or somebody typed it. */
enum { FACT_CLOCK_BEARABLE = 5 }; /* minutes, either way, are no news */
int fact_clock_ahead(const Fact *f);

int fact_minute(const Fact *f); /* of its day in its zone; may be < 0 or
                                      > 1439 when it happened on another */

/*
 * Where it belongs (docs/day.md, section 2): the days that it is about, as it
 * says itself (those without an end reach to DATE_NEVER), and whether it goes
 * where the fact goes that it is about.
 */
Window fact_days(const Fact *f);
bool fact_follows(const Fact *f);
/* It says that a record of its days is gone. */
bool fact_is_gap(const Fact *f);

/*
 * fact_check - is it a whole fact of its kind?  Codes are not looked up here.
 *
 * ERR_INPUT in both languages, naming the slot and what would be right:
 * missing or foreign slots, a word that is no choice, a window whose last day
 * is before its first or of which one end is unsaid, minutes outside the day,
 * an instant of another age, a number below 0, text that is no UTF-8 or over
 * 8,000 bytes, control characters.
 */
MUST_USE bool fact_check(const Fact *f, Err *err);

/* The same claim: equal in all but `sent` and `received`. */
bool fact_is(const Fact *a, const Fact *b);

/*
 * The canonical text of a fact: a line a slot, in one order, "kind=masuk".
 * What is not said has no line.  Backslash, line feed and the like are
 * escaped, so that equal facts have equal bytes and the way back is exact.
 */
void fact_write(const Fact *fact, Buf *out);
MUST_USE bool fact_read(Arena *arena, Str text, Fact *out, Err *err);
