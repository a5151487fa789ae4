/* SPDX-License-Identifier: Apache-2.0 */
#include "http/gzip.h"

#include "base/str.h"

#define ZLIB_CONST /* next_in is read only */
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <zlib.h>

/* A page of level 3 is 2 to 5 % longer than one of 4, for two thirds of the
 * time; one of 6 is hardly shorter, for twice the time. */
enum { LEVEL = 3, LEVEL_WELL = 9, WINDOW_GZIP = 15 + 16, MEMORY = 8 };

/*
 * A stream is a quarter of a megabyte, all of which a press touches.  The one
 * used last is taken first: few threads press at once, and of one stream each
 * most would find theirs gone from the processor's caches.
 */
typedef struct Press Press;
struct Press {
    Press *next;
    z_stream stream;
};

struct Gzip {
    pthread_mutex_t lock;
    Press *idle;
};

Gzip *gzip_open(Arena *arena)
{
    Gzip *gzip = NEW(arena, Gzip, 1);
    CHECK(pthread_mutex_init(&gzip->lock, NULL) == 0);
    return gzip;
}

static Press *take_all(Gzip *gzip)
{
    CHECK(pthread_mutex_lock(&gzip->lock) == 0);
    Press *all = gzip->idle;
    gzip->idle = NULL;
    CHECK(pthread_mutex_unlock(&gzip->lock) == 0);
    return all;
}

void gzip_rest(Gzip *gzip)
{
    Press *next = NULL;
    for (Press *press = take_all(gzip); press != NULL; press = next) {
        next = press->next;
        (void)deflateEnd(&press->stream);
        free(press);
    }
}

void gzip_close(Gzip *gzip)
{
    if (gzip == NULL) return;
    gzip_rest(gzip);
    CHECK(pthread_mutex_destroy(&gzip->lock) == 0);
}

static Press *make(void)
{
    Press *press = calloc(1, sizeof *press);
    CHECK(press != NULL);
    if (deflateInit2(&press->stream, LEVEL, Z_DEFLATED, WINDOW_GZIP, MEMORY,
                     Z_DEFAULT_STRATEGY) == Z_OK)
        return press;
    free(press);
    return NULL;
}

/* NULL: there is no memory for it. */
static Press *take(Gzip *gzip)
{
    CHECK(pthread_mutex_lock(&gzip->lock) == 0);
    Press *press = gzip->idle;
    if (press != NULL) gzip->idle = press->next;
    CHECK(pthread_mutex_unlock(&gzip->lock) == 0);
    if (press == NULL) return make();
    CHECK(deflateReset(&press->stream) == Z_OK);
    return press;
}

static void give(Gzip *gzip, Press *press)
{
    CHECK(pthread_mutex_lock(&gzip->lock) == 0);
    press->next = gzip->idle;
    gzip->idle = press;
    CHECK(pthread_mutex_unlock(&gzip->lock) == 0);
}

Str gzip_press(Gzip *gzip, Arena *arena, Str text, GzipCare care)
{
    Press *press = text.len > UINT_MAX ? NULL : take(gzip);
    if (press == NULL) return STR("");
    z_stream *stream = &press->stream;
    CHECK(deflateParams(stream, care == GZIP_WELL ? LEVEL_WELL : LEVEL,
                        Z_DEFAULT_STRATEGY) == Z_OK);
    Bytef *out = NEW(arena, Bytef, text.len);
    stream->next_in = (const Bytef *)text.ptr;
    stream->avail_in = (uInt)text.len;
    stream->next_out = out;
    stream->avail_out = (uInt)text.len;
    bool whole = deflate(stream, Z_FINISH) == Z_STREAM_END;
    size_t len = text.len - stream->avail_out;
    give(gzip, press);
    return whole ? (Str){(const char *)out, len} : STR("");
}
