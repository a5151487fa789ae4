/* SPDX-License-Identifier: Apache-2.0 */
/*
 * session_cache.c - sessions in memory, so that a request asks the store
 * nothing: sets of WAYS places, of which the least used gives way.  All the
 * people of a large government fit at once: in the morning they come one after
 * the other, and of too few places each would be lost before it is asked for
 * again.  A place is made when it is first needed.
 *
 * Whoever reads a session from the store notes the version before, and puts
 * it here only if nothing was forgotten meanwhile: what has ended never comes
 * back.
 */
#include "app/account_part.h"
#include "app/secret.h"

#include <string.h>

enum { SETS = 4096, WAYS = 8, TEXT_MOST = 64 };

static const int64_t keep_every_us = INT64_C(600) * 1000000;

typedef struct {
    char text[TEXT_MOST];
    size_t len;
} Text;

typedef struct {
    char digest[SECRET_DIGEST];
    Text government, person, label;
    SessionHeld held; /* its texts are those above */
    uint64_t used;    /* 0: free */
} Place;

struct SessionCache {
    pthread_mutex_t lock;
    Arena *arena;
    uint64_t turn, version;
    Place *at[SETS][WAYS]; /* from the left; NULL: not made yet */
};

SessionCache *session_cache_open(Arena *arena)
{
    SessionCache *cache = NEW(arena, SessionCache, 1);
    cache->arena = arena_open(1 << 16);
    CHECK(pthread_mutex_init(&cache->lock, NULL) == 0);
    return cache;
}

void session_cache_close(SessionCache *cache)
{
    (void)pthread_mutex_destroy(&cache->lock);
    arena_close(cache->arena);
}

static void lock(SessionCache *cache)
{
    CHECK(pthread_mutex_lock(&cache->lock) == 0);
}

static void unlock(SessionCache *cache)
{
    CHECK(pthread_mutex_unlock(&cache->lock) == 0);
}

/* ---- places ------------------------------------------------------------- */

static Place **set_of(SessionCache *cache, Str digest)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < 8; i++)
        sum = sum * 31 + (unsigned char)digest.ptr[i];
    return cache->at[sum % SETS];
}

static Place *find(SessionCache *cache, Str digest)
{
    CHECK(digest.len == SECRET_DIGEST);
    Place **set = set_of(cache, digest);
    for (size_t i = 0; i < WAYS && set[i] != NULL; i++) {
        if (set[i]->used != 0 &&
            memcmp(set[i]->digest, digest.ptr, SECRET_DIGEST) == 0)
            return set[i];
    }
    return NULL;
}

/* A free one before a new one, a new one before that of somebody. */
static Place *room_for(SessionCache *cache, Str digest)
{
    Place **set = set_of(cache, digest);
    Place *oldest = NULL;
    size_t made = 0;
    for (; made < WAYS && set[made] != NULL; made++) {
        if (oldest == NULL || set[made]->used < oldest->used)
            oldest = set[made];
    }
    if (made == WAYS || (oldest != NULL && oldest->used == 0)) return oldest;
    set[made] = NEW(cache->arena, Place, 1);
    return set[made];
}

static Str put_text(Text *text, Str from)
{
    memcpy(text->text, from.ptr, from.len);
    text->len = from.len;
    return (Str){text->text, text->len};
}

static bool fits(const SessionRecord *record)
{
    return record->government.len <= TEXT_MOST &&
           record->person.len <= TEXT_MOST && record->label.len <= TEXT_MOST;
}

/* ---- use ---------------------------------------------------------------- */

bool session_cache_find(SessionCache *cache, Arena *arena, Str digest,
                        SessionHeld *out)
{
    lock(cache);
    Place *place = find(cache, digest);
    bool found = place != NULL;
    if (found) {
        place->used = ++cache->turn;
        *out = place->held;
        out->record.digest = digest;
        out->record.government = str_copy(arena, place->held.record.government);
        out->record.person = str_copy(arena, place->held.record.person);
        out->record.label = str_copy(arena, place->held.record.label);
    }
    unlock(cache);
    return found;
}

uint64_t session_cache_version(SessionCache *cache)
{
    lock(cache);
    uint64_t version = cache->version;
    unlock(cache);
    return version;
}

void session_cache_put(SessionCache *cache, const SessionHeld *held,
                       uint64_t version)
{
    const SessionRecord *record = &held->record;
    if (!fits(record)) return;
    lock(cache);
    if (version == cache->version) {
        Place *place = find(cache, record->digest);
        if (place == NULL) place = room_for(cache, record->digest);
        *place = (Place){.held = *held, .used = ++cache->turn};
        memcpy(place->digest, record->digest.ptr, SECRET_DIGEST);
        place->held.record.digest = (Str){place->digest, SECRET_DIGEST};
        place->held.record.government =
            put_text(&place->government, record->government);
        place->held.record.person = put_text(&place->person, record->person);
        place->held.record.label = put_text(&place->label, record->label);
    }
    unlock(cache);
}

bool session_cache_is_due(const SessionHeld *held, Instant now)
{
    return !held->only_here && now.us - held->written.us >= keep_every_us;
}

bool session_cache_seen(SessionCache *cache, Str digest, Instant now)
{
    bool keep = false;
    lock(cache);
    Place *place = find(cache, digest);
    if (place != NULL && now.us > place->held.record.seen.us) {
        place->held.record.seen = now;
        keep = session_cache_is_due(&place->held, now);
        if (keep) place->held.written = now;
    }
    unlock(cache);
    return keep;
}

/* ---- ends --------------------------------------------------------------- */

void session_forget(Accounts *accounts, Str government, Str person)
{
    SessionCache *cache = accounts->sessions;
    lock(cache);
    cache->version++;
    for (size_t i = 0; i < (size_t)SETS * WAYS; i++) {
        Place *place = cache->at[i / WAYS][i % WAYS];
        if (place != NULL && place->used != 0 &&
            str_is(place->held.record.person, person) &&
            str_is(place->held.record.government, government))
            *place = (Place){0};
    }
    unlock(cache);
}

void session_forget_one(Accounts *accounts, Str digest)
{
    SessionCache *cache = accounts->sessions;
    lock(cache);
    cache->version++;
    Place *place = find(cache, digest);
    if (place != NULL) *place = (Place){0};
    unlock(cache);
}
