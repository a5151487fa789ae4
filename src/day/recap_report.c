/* SPDX-License-Identifier: Apache-2.0 */
#include "day/recap_report.h"

#include "base/vec.h"
#include "day/evidence.h"

/* The last review of the report in its thread. */
RecapState recap_report_state(Thread thread, FactId report)
{
    RecapState state = RECAP_REPORTED_STATE;
    for (uint32_t i = 0; i < thread.count; i++) {
        const Entry *e = &thread.entries[i];
        if (e->struck || e->fact->kind != FACT_REVIEW ||
            !fact_id_is(e->fact->about, report))
            continue;
        state = str_is(e->word, STR("terima")) ? RECAP_ACCEPTED_STATE
                                               : RECAP_RETURNED_STATE;
    }
    return state;
}

/* A task of the day that bears the name of the report's thing. */
static const Fact *task_named(Thread thread, Str thing)
{
    for (uint32_t i = 0; i < thread.count && thing.len > 0; i++) {
        const Fact *f = thread.entries[i].fact;
        if (f->kind == FACT_TASK && !thread.entries[i].struck &&
            str_is(f->thing, thing))
            return f;
    }
    return NULL;
}

static Str plan_of(const DayBook *book, Thread thread, const Fact *report)
{
    const Fact *about = daybook_find(book, report->about);
    if (about != NULL && about->kind == FACT_REPORT) /* mended */
        about = daybook_find(book, about->about);
    if (about == NULL || about->kind != FACT_TASK)
        about = task_named(thread, report->thing);
    return about != NULL ? about->text : report->thing;
}

typedef struct {
    Arena *arena;
    const DayBook *book;
    VEC(RecapReport) rows;
} Listing;

static void take_day(Listing *l, PersonId person, Date day)
{
    Thread thread = daybook_person(l->book, person, day);
    for (uint32_t i = 0; i < thread.count; i++) {
        const Fact *f = thread.entries[i].fact;
        if (f->kind != FACT_REPORT || thread.entries[i].struck) continue;
        VEC_PUSH(l->arena, &l->rows,
                 ((RecapReport){
                     .person = person,
                     .day = day,
                     .plan = plan_of(l->book, thread, f),
                     .text = f->text,
                     .number = f->number,
                     .measure = f->measure,
                     .evidence = evidence_read(f->evidence).address,
                     .state = recap_report_state(thread, f->id),
                 }));
    }
}

RecapReports recap_reports(Arena *arena, const DayBook *book, Window window)
{
    Listing l = {.arena = arena, .book = book};
    for (uint32_t p = 0; p < daybook_register(book)->person_count; p++) {
        for (Date day = window.first; !date_before(window.last, day);
             day = date_plus(day, 1))
            take_day(&l, (PersonId){p}, day);
    }
    return (RecapReports){l.rows.at, l.rows.count};
}

Str recap_state_word(RecapState state, Lang lang)
{
    static const char *const words[][2] = {
#define X(name, word, english) [RECAP_##name##_STATE] = {word, english},
        RECAP_STATES(X)
#undef X
    };
    CHECK((size_t)state < COUNT(words));
    return str_of(words[state][lang == LANG_EN]);
}
