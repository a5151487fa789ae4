/*
 * my_part.h - between the rooms of my_day.
 *
 *   my_facts.c   what is read
 *   my_day.c     the verdict, where, and what to do
 *   my_lists.c   what was said, and what it is waiting for
 *   my_month.c   cells, and why
 */
#pragma once

#include "app/my_day.h"
#include "app/my_facts.h"
#include "app/my_month.h"
#include "day/recap.h"

/* The facts that stand, each once, in the order in which they were received. */
typedef struct {
    Arena *arena;
    const LiveView *view;
    Str code; /* of the person */
    PersonId person;
    Date day;
    Instant now;
    const MyVerdict *judged;
    const Fact **standing;
    size_t count;
    const Fact *struck; /* requests that were taken back */
    size_t struck_count;
} MyLists;

MyLists my_lists(Arena *arena, const LiveView *view, PersonId person,
                 const DataFacts *facts, const MyVerdict *judged);

MyReport my_report_on(const MyLists *lists, Date day, const VerdictDue *due);

/* Tasks, recalls, calls, notices, requests, objections. */
void my_lists_tell(const MyLists *lists, const VerdictDue *due, MyDay *out);
