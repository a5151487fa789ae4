/* SPDX-License-Identifier: Apache-2.0 */
/*
 * log.h - structured lines for operators: one line, key=value, UTC time.
 *
 *     log_line(LOG_WARN, "roster", "unit=%s short=%d", id, n);
 *
 * Writes to stderr, one write a line, and drops lines under the level of
 * TATAKERJA_LOG (error, warn, info, debug; default warn) unless log_level has
 * set another.  Control bytes become '?'; a line ends after 2 KiB.  Only
 * app/, http/ and cli/ log; the core never does.
 */
#pragma once

#include "base/base.h"

typedef enum { LOG_ERROR, LOG_WARN, LOG_INFO, LOG_DEBUG } LogLevel;

void log_level(LogLevel level);
void log_line(LogLevel level, const char *topic, const char *fmt, ...)
    PRINTF_LIKE(3, 4);
