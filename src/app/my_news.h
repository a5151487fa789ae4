/* SPDX-License-Identifier: Apache-2.0 */
/*
 * my_news.h - use case: what a person has to be told of the published plans.
 *
 * A plan that is published whole is for everybody whose days it holds; a
 * version is for those whom it tells (PlanTold).  Read is what the person has
 * said to have read.
 */
#pragma once

#include "app/my_day.h"

enum { MY_NEWS_DAYS = 31 };

typedef struct {
    Date day;
    char from, to; /* letters */
} MyNewsCell;

typedef struct {
    const Fact *publish;
    Window days;             /* of the plan */
    uint32_t version;        /* 1: published whole */
    PlanTold told;           /* why they are told; of version 1 `own` */
    const MyNewsCell *cells; /* of their own that a later version changed */
    size_t cell_count;
    bool read;
} MyNewsItem;

typedef struct {
    const MyNewsItem *at; /* unread ones first, then the newest first */
    size_t count, unread;
} MyNews;

/* Of the last MY_NEWS_DAYS days.  O(moves of the published plans). */
MUST_USE bool my_news(Arena *arena, LiveView *view, PersonId person,
                      MyNews *out, Err *err);

/* How many of them are unread, for whom the page of today is at hand: then
 * nothing more is read. */
size_t my_news_unread(Arena *arena, const LiveView *view, const MyDay *today);
