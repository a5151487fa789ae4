/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live_part.h - between the rooms of live.
 *
 *   live.c           opened, taken and given
 *   live_threads.c   the two threads, and who waits for them
 *   live_parts.c     what snapshots share, and when it dies
 *   live_journal.c   the facts at hand
 *   live_facts.c     whose they are
 *   live_base.c      office, law and plans
 *   live_days.c      days of the law
 *   live_renew.c     the next snapshot
 *   live_follow.c    plans follow
 *   live_record.c    facts are recorded
 *
 * What snapshots share dies with its last holder.  Whoever makes something new
 * of a government is the only one to do so (`make`); what grows meanwhile is
 * the journal, under `grow`: its rows only ever get longer, so that a snapshot
 * keeps how many it has seen.  `door` is held for as long as it takes to copy a
 * pointer.  Locks are taken in this order: make, grow, door.
 */
#pragma once

#include "app/live.h"

#include <pthread.h>
#include <stdatomic.h>

/* First of each part: how many hold it, and its memory, itself in it. */
typedef struct {
    atomic_uint holders;
    Arena *arena;
} LivePart;

/* The documents of a government, read; without what facts change. */
typedef struct {
    LivePart part;
    Office office;
} LiveFiles;

/* What of a base is not so any more. */
typedef struct {
    bool law, files, plans, erased;
} LiveNews;

/* A fact, and whose it is: that which it corrects or answers says it, as in
 * day/daybook.h. */
typedef struct {
    const Fact *fact, *root, *corrected;
} LiveKept;

/* Facts at hand, in the order of the journal. */
typedef struct {
    LivePart part;      /* grows under `grow` */
    uint64_t upto;      /* the place of the journal up to which it was read */
    VEC(Fact) effects;  /* of the kinds that effects_apply reads */
    VEC(LiveKept) kept; /* see live.h */
    Map ids;            /* text of bytes -> position in kept; requests
                           and what reaches far, to know their answers */
    LiveNews news;      /* since a base was last made of it */
} LiveJournal;

typedef struct {
    LivePart part;
    LiveFiles *files; /* whose register the cells stand beside */
    Office office;    /* of its own memory */
    PublishedList list;
} LivePlans;

/* A day on its shelf. */
typedef struct LiveShelved {
    LivePart part;
    pthread_mutex_t lock; /* while it is made */
    bool made;
    uint64_t used;
    LiveDay day;
    uint16_t *seen;    /* per person, under lock; NULL: not read yet */
    int16_t *reported; /* the same: minute of their last report */
    bool seen_known, reported_known;
    uint64_t seen_mark, reported_mark; /* of the store's day, when it was read
                                        */
    void *worked; /* live_worked, under lock; malloc, or NULL */
    size_t worked_size;
    uint64_t worked_key;
} LiveShelved;

typedef struct {
    pthread_mutex_t lock;
    LiveShelved *at[LIVE_DAYS];
    uint32_t count;
    uint64_t clock; /* rises with each use */
} LiveShelf;

/* The first `count` kept facts, by whom they are of: people, then units, then
 * the government. */
typedef struct {
    const Fact **at;
    uint32_t *first; /* per owner, and one more */
    uint32_t owners;
    size_t count;
    const Fact **naming; /* those that name others, and their answers */
    size_t naming_count;
} LiveIndex;

typedef struct {
    LivePart part;
    LiveFiles *files;
    LiveJournal *journal;
    LivePlans *plans;
    uint64_t number; /* law_number */
    Office office;   /* with what facts change */
    Corpus corpus;
    LiveIndex index;
    LiveShelf shelf;
} LiveBase;

/* What could not be followed. */
typedef struct {
    LivePart part;
    const LiveTrouble *at;
    size_t count;
} LiveTroubles;

struct LiveSnapshot {
    LivePart part;
    LiveBase *base;
    LiveTroubles *troubles; /* NULL: none */
    uint64_t number;
    const LiveKept *kept; /* of the journal, as far as it was seen */
    size_t kept_count;
};

enum { LIVE_PEOPLE = 4096 }; /* counters of people; some share one */

typedef struct LiveGovernment LiveGovernment;
struct LiveGovernment {
    Live *live;
    LiveGovernment *next;
    Str code;
    Zone zone;
    pthread_mutex_t make, grow, door;
    LiveSnapshot *current; /* under door */
    LiveJournal *journal;  /* under grow */
    uint64_t number;       /* of the newest snapshot; under door */
    uint64_t law;          /* of the newest base; under make */
    atomic_ullong seen;    /* a place of the journal that is committed */
    atomic_ullong wanted, followed; /* changes of the law: come, followed */
    atomic_bool late;               /* what hindered it may pass: try again */
    atomic_ullong wrote;            /* how often something else was written */
    atomic_ullong people[LIVE_PEOPLE];
};

struct Live {
    Arena *arena;
    Store *store;
    LiveWish wish;
    pthread_mutex_t opening; /* of a government that is new */
    pthread_mutex_t lock;    /* of what follows */
    pthread_cond_t woken, settled, ticked;
    LiveGovernment *governments;
    bool stopping;
    bool follows, beats; /* that thread runs */
    pthread_t follower, beater;
};

void live_lock(pthread_mutex_t *lock);
void live_unlock(pthread_mutex_t *lock);

/* ---- live_parts.c ------------------------------------------------------- */

/* A part in memory of its own, held once; zeroed. */
#define LIVE_PART(Type, block) ((Type *)live_part_new(sizeof(Type), (block)))
void *live_part_new(size_t size, size_t block);
void live_part_hold(LivePart *part);
/* True when nobody holds it any more: let go of what it holds, then free. */
bool live_part_last(LivePart *part);

LiveFiles *live_files_hold(LiveFiles *files);
void live_files_give(LiveFiles *files); /* NULL is fine, as of all */
void live_journal_give(LiveJournal *journal);
void live_plans_give(LivePlans *plans);
void live_base_give(LiveBase *base);
void live_troubles_give(LiveTroubles *troubles);
void live_snapshot_give(LiveSnapshot *snapshot);
void live_shelved_give(LiveShelved *shelved);

/* ---- live_journal.c ----------------------------------------------------- */

/* Read what came since; *grew: facts were kept.  Under grow. */
MUST_USE bool live_journal_read(LiveGovernment *g, LiveJournal *journal,
                                bool *grew, Err *err);
bool live_journal_keeps(FactKind kind); /* may a fact of it be kept? */
bool live_news_any(const LiveNews *news);

/* ---- live_facts.c ------------------------------------------------------- */

LiveIndex live_index_make(Arena *arena, const Register *r, const LiveKept *kept,
                          size_t count);

/* ---- live_base.c -------------------------------------------------------- */

/* A journal as far as it was read, and what of the base before still holds. */
typedef struct {
    LiveFiles *files; /* or NULL: read them */
    LivePlans *plans; /* or NULL */
    LiveJournal *journal;
    const Fact *effects;
    size_t effect_count;
    const LiveKept *kept;
    size_t kept_count;
} LiveFrom;

/* NULL with *err. Under make. */
LiveBase *live_base_make(LiveGovernment *g, const LiveFrom *from, Err *err);

/* ---- live_days.c -------------------------------------------------------- */

void live_shelf_init(LiveShelf *shelf);
void live_shelf_done(LiveShelf *shelf);
/* All days but that one fall off. */
void live_shelf_rest(LiveShelf *shelf, Date but);

/* ---- live_renew.c ------------------------------------------------------- */

/* Read what came, make a new base where the law changed, and let the plans
 * follow if `follow`.  Takes make; what could not be followed is no failure. */
MUST_USE bool live_renew(LiveGovernment *g, bool follow, Err *err);

/* Facts that came are put up at once; the follower is told when the law
 * changed. */
MUST_USE bool live_absorb(LiveGovernment *g, Err *err);

LiveSnapshot *live_current(LiveGovernment *g); /* held once more; or NULL */

/* ---- live_follow.c ------------------------------------------------------ */

/* The plans follow; *moved: a version was published; *late: something hindered
 * it that may pass.  Troubles: NULL, none. */
LiveTroubles *live_follow(LiveGovernment *g, const LiveBase *base, bool *moved,
                          bool *late);
/* A busy scribe, a full disk, a slow one: not what was recorded is wrong. */
bool live_may_pass(const Err *err);
LiveTroubles *live_follow_failed(const Err *why); /* nothing followed */

/* ---- live.c ------------------------------------------------------------- */

LiveGovernment *live_find(Live *live, Str code); /* or NULL */

/* ---- live_threads.c ----------------------------------------------------- */

/* Both run, unless the live state is still; ERR_IO when one cannot.  live_stop
 * ends those that run, after a failure too, and waits until they have ended. */
MUST_USE bool live_start(Live *live, Err *err);
void live_stop(Live *live);

void live_wake(Live *live);    /* the follower */
void live_settled(Live *live); /* whoever waits for it */

/* Are there changes of the law that the plans have not followed yet? */
bool live_is_behind(LiveGovernment *g);
