/* SPDX-License-Identifier: Apache-2.0 */
#include "door/recent.h"

#include "door/cookie.h"
#include "door/door.h"
#include "http/accept.h"
#include "http/answer.h"

#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { LOCKS = 64, ETAG = 24 };

typedef struct {
    unsigned char key[RECENT_KEY];
    char etag[ETAG];
    size_t length;
    char bytes[];
} Kept;

struct Recent {
    Arena *arena;
    Gzip *gzip;
    pthread_mutex_t locks[LOCKS]; /* of every LOCKS-th place */
    Kept *at[RECENT_PAGES];
};

/* ---- opening --------------------------------------------------------------
 */

Recent *recent_open(void)
{
    Arena *arena = arena_open(1 << 16);
    Recent *recent = NEW(arena, Recent, 1);
    recent->arena = arena;
    recent->gzip = gzip_open(arena);
    for (size_t i = 0; i < LOCKS; i++)
        CHECK(pthread_mutex_init(&recent->locks[i], NULL) == 0);
    return recent;
}

static void lock(Recent *recent, size_t place)
{
    CHECK(pthread_mutex_lock(&recent->locks[place % LOCKS]) == 0);
}

static void unlock(Recent *recent, size_t place)
{
    CHECK(pthread_mutex_unlock(&recent->locks[place % LOCKS]) == 0);
}

static void put(Recent *recent, size_t place, Kept *kept)
{
    lock(recent, place);
    Kept *old = recent->at[place];
    recent->at[place] = kept;
    unlock(recent, place);
    free(old);
}

void recent_rest(Recent *recent)
{
    for (size_t i = 0; i < RECENT_PAGES; i++)
        put(recent, i, NULL);
    gzip_rest(recent->gzip);
}

void recent_close(Recent *recent)
{
    if (recent == NULL) return;
    recent_rest(recent);
    for (size_t i = 0; i < LOCKS; i++)
        CHECK(pthread_mutex_destroy(&recent->locks[i]) == 0);
    gzip_close(recent->gzip);
    arena_close(recent->arena);
}

size_t recent_count(Recent *recent)
{
    size_t count = 0;
    for (size_t i = 0; i < RECENT_PAGES; i++) {
        lock(recent, i);
        count += recent->at[i] != NULL;
        unlock(recent, i);
    }
    return count;
}

/* ---- the key --------------------------------------------------------------
 */

bool recent_may_have(const Door *door, const HttpRequest *request)
{
    Str accepted = http_first(&request->headers, STR("accept-encoding"));
    return door->recent != NULL && request->query.count == 0 &&
           cookie_session(request).len > 0 &&
           accept_best(accepted, true, false) == ACCEPT_GZIP;
}

static bool may_be_kept(const Visit *v)
{
    return v->route->recent && v->signed_in && !v->service &&
           recent_may_have(v->door, v->request);
}

/* No part holds a space but the path, which is the last. */
static Str text_of(const Visit *v)
{
    const int64_t numbers[] = {
        v->lang, v->now.us / 60000000, (int64_t)v->view->number,
        (int64_t)live_person_number(v->live, v->government, v->actor)};
    Buf text = buf_in(v->arena);
    buf_put(&text, v->government);
    buf_char(&text, ' ');
    buf_put(&text, v->cookie);
    for (size_t i = 0; i < COUNT(numbers); i++) {
        buf_char(&text, ' ');
        buf_number(&text, numbers[i]);
    }
    buf_char(&text, ' ');
    buf_put(&text, v->request->path);
    return buf_str(&text);
}

static RecentKey key_of(const Visit *v)
{
    RecentKey key = {.known = may_be_kept(v)};
    if (!key.known) return key;
    Str text = text_of(v);
    CHECK(crypto_generichash(key.bytes, sizeof key.bytes,
                             (const unsigned char *)text.ptr, text.len, NULL,
                             0) == 0);
    return key;
}

static size_t place_of(const RecentKey *key)
{
    uint64_t first;
    memcpy(&first, key->bytes, sizeof first);
    return first % RECENT_PAGES;
}

/* ---- kept, and found ------------------------------------------------------
 */

static bool copy_kept(Recent *recent, const RecentKey *key, Arena *arena,
                      Str *bytes, Str *etag)
{
    size_t place = place_of(key);
    lock(recent, place);
    const Kept *kept = recent->at[place];
    bool found = kept != NULL && memcmp(kept->key, key->bytes, RECENT_KEY) == 0;
    if (found) {
        *bytes = str_copy(arena, (Str){kept->bytes, kept->length});
        *etag = str_copy(arena, str_of(kept->etag));
    }
    unlock(recent, place);
    return found;
}

static void answer_pressed(Visit *v, HttpPressed pressed, Str etag)
{
    HttpPressed *out = NEW(v->arena, HttpPressed, 1);
    *out = pressed;
    v->answer->pressed = out;
    v->answer->etag = etag;
}

bool recent_answer(Visit *v, RecentKey *key)
{
    Str bytes = {0}, etag = {0};
    *key = key_of(v);
    if (!key->known ||
        !copy_kept(v->door->recent, key, v->arena, &bytes, &etag))
        return false;
    answer_pressed(v, (HttpPressed){.plain = STR(""), .gzip = bytes}, etag);
    return true;
}

static Kept *kept_of(const RecentKey *key, Str pressed, Str etag)
{
    CHECK(etag.len < ETAG);
    Kept *kept = malloc(sizeof *kept + pressed.len);
    CHECK(kept != NULL);
    memcpy(kept->key, key->bytes, RECENT_KEY);
    memcpy(kept->etag, etag.ptr, etag.len);
    kept->etag[etag.len] = '\0';
    kept->length = pressed.len;
    memcpy(kept->bytes, pressed.ptr, pressed.len);
    return kept;
}

void recent_keep(Visit *v, const RecentKey *key)
{
    HttpAnswer *answer = v->answer;
    if (!key->known || answer->status != 200 || !buf_ok(&answer->body)) return;
    Recent *recent = v->door->recent;
    Str plain = buf_str(&answer->body);
    Str pressed = gzip_press(recent->gzip, v->arena, plain, GZIP_QUICKLY);
    if (pressed.len == 0 || pressed.len > RECENT_BYTES) return;
    Str etag = answer_tag(v->arena, plain);
    answer_pressed(v, (HttpPressed){.plain = plain, .gzip = pressed}, etag);
    put(recent, place_of(key), kept_of(key, pressed, etag));
}
