/* SPDX-License-Identifier: Apache-2.0 */
#include "base/log.h"

#include "base/clock.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const level_names[] = {
    [LOG_ERROR] = "error",
    [LOG_WARN] = "warn",
    [LOG_INFO] = "info",
    [LOG_DEBUG] = "debug",
};

/* The level in force, or -1 as long as nobody has asked or told. */
static atomic_int level_now = -1;

static LogLevel level_from_environment(void)
{
    /* Nothing in this program changes its environment. */
    const char *asked = getenv("TATAKERJA_LOG"); /* NOLINT(*-mt-unsafe) */
    for (size_t i = 0; asked != NULL && i < COUNT(level_names); i++) {
        if (strcmp(asked, level_names[i]) == 0) return (LogLevel)i;
    }
    return LOG_WARN;
}

void log_level(LogLevel level)
{
    atomic_store(&level_now, (int)level);
}

static bool is_wanted(LogLevel level)
{
    int now = atomic_load(&level_now);
    if (now < 0) {
        now = (int)level_from_environment();
        atomic_store(&level_now, now);
    }
    return (int)level <= now;
}

/* One line per record whatever is logged: control bytes become '?'. */
static void flatten(char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < ' ' || c == 0x7f) text[i] = '?';
    }
}

/* What snprintf says it wrote, clipped to what it had room for. */
static size_t written(int made, size_t room)
{
    if (made < 0) return 0;
    return (size_t)made < room ? (size_t)made : room - 1;
}

static size_t put_head(char *text, size_t room, LogLevel level,
                       const char *topic)
{
    static const int64_t day_us = INT64_C(86400) * 1000000;
    char day[DATE_TEXT];
    int64_t now = clock_now().us;
    Date date = {(int32_t)(now / day_us)};
    int ms = (int)(now % day_us / 1000);
    int made =
        snprintf(text, room, "time=%sT%02d:%02d:%02d.%03dZ level=%s topic=%s ",
                 date_iso(date, day), ms / 3600000, ms / 60000 % 60,
                 ms / 1000 % 60, ms % 1000, level_names[level], topic);
    return written(made, room);
}

void log_line(LogLevel level, const char *topic, const char *fmt, ...)
{
    char text[2048];
    CHECK((size_t)level < COUNT(level_names));
    if (!is_wanted(level)) return;

    size_t room = sizeof text - 1; /* for the line feed */
    size_t len = put_head(text, room, level, topic);
    va_list ap;
    va_start(ap, fmt);
    int made = vsnprintf(text + len, room - len, fmt, ap);
    va_end(ap);
    len += written(made, room - len);
    flatten(text, len);
    text[len++] = '\n';
    /* One write, so that lines of several threads never mix. */
    ssize_t gone = write(STDERR_FILENO, text, len);
    (void)gone; /* a log that cannot be written has nobody to tell */
}
