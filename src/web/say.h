/* SPDX-License-Identifier: Apache-2.0 */
/*
 * say.h - sentences with places in them: "{in} of {cap} in the office".
 *
 * A sentence is one entry of the catalogue (words.h), so that both languages
 * may order its parts as they need.  Places stand in braces and are filled by
 * name; what stands between stars is set in bold.  Arguments are texts from
 * anywhere: they are escaped here.
 */
#pragma once

#include "base/html.h"
#include "base/zone.h"

typedef struct {
    const char *name;
    Str value;
} SayArg;

/* Where a sentence goes. */
typedef struct {
    Arena *arena;
    Lang lang;
} Speech;

/* As plain text: for titles, attributes, problems.  A name that the sentence
 * does not hold, or a place without a name, is our own mistake (CHECK). */
Str said(const Speech *speech, const char *english);
Str said_with(const Speech *speech, const char *english, const SayArg *args,
              size_t count);
Str said_many(const Speech *speech, const char *one, const char *many,
              int64_t n, const SayArg *args, size_t count);

/* As markup. */
void say(HtmlPage *page, const Speech *speech, const char *english);
void say_with(HtmlPage *page, const Speech *speech, const char *english,
              const SayArg *args, size_t count);
void say_many(HtmlPage *page, const Speech *speech, const char *one,
              const char *many, int64_t n, const SayArg *args, size_t count);

/* SAID(speech, "{in} of {cap}", {"in", x}, {"cap", y}), the same for SAY;
 * in the plural {n} is the number. */
#define SAY_ARGS(...)  ((const SayArg[]){__VA_ARGS__})
#define SAY_COUNT(...) (sizeof(SAY_ARGS(__VA_ARGS__)) / sizeof(SayArg))
#define SAID(speech, english, ...) \
    said_with(speech, english, SAY_ARGS(__VA_ARGS__), SAY_COUNT(__VA_ARGS__))
#define SAY(page, speech, english, ...)                    \
    say_with(page, speech, english, SAY_ARGS(__VA_ARGS__), \
             SAY_COUNT(__VA_ARGS__))

/* Values as the language writes them. */
Str said_number(const Speech *speech, int64_t n); /* 4.286; 4,286 */
Str said_percent(const Speech *speech, int64_t part, int64_t whole); /* 92,8% */
/* Of a thousand, rounded as said_percent says it: never all of it unless all is
 * there. */
int32_t said_tenths(int64_t part, int64_t whole);
Str said_minute(const Speech *speech, int minute); /* 07.30; 07:30 */
Str said_time(const Speech *speech, Zone zone, Instant at);
Str said_date(const Speech *speech, Date date);      /* Senin, 3 Agustus 2020 */
Str said_day_month(const Speech *speech, Date date); /* 3 Agt; 3 Aug */
/* 3–5 Agt; 31 Jul–2 Agt; 3 Agt, of one day */
Str said_days(const Speech *speech, Window days);
Str said_weekday(const Speech *speech, Date date); /* Sen; Mon */
