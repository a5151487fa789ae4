/* SPDX-License-Identifier: Apache-2.0 */
/*
 * chance_day_work.c - presence, reports, calls, recalls, tasks and targets.
 */
#include "chance_day_facts.h"

static void check_ins(Making *m)
{
    int times = rand_chance(m->rand, 700) ? 1 : making_pick(m, 0, 3);
    for (int i = 0; i < times; i++) {
        size_t at = making_put(m, FACT_CHECK_IN, making_minute(m));
        if (making_half(m)) making_at(m, at)->word = STR("rumah");
        making_at(m, at)->place = making_word(m, "dalam|luar|tidak diketahui");
    }
    if (making_happens(m)) making_put(m, FACT_CHECK_OUT, making_minute(m));
}

/* ---- reports ---------------------------------------------------------------
 */

static void reviews(Making *m, size_t report)
{
    int times = making_half(m) ? 1 : making_pick(m, 0, 3);
    for (int i = 0; i < times; i++) {
        size_t at =
            making_answer(m, FACT_REVIEW, report,
                          making_when(m, report) + making_pick(m, -60, 600));
        making_at(m, at)->actor = m->superior;
    }
}

/* Sent back, and handed in again, soon or days later; or only said so. */
static void mend(Making *m, size_t report)
{
    int later =
        making_half(m) ? making_pick(m, -30, 400) : making_pick(m, 400, 5000);
    size_t at = making_put(m, FACT_REPORT, making_when(m, report) + later);
    making_at(m, at)->day = making_at(m, report)->day;
    making_at(m, at)->about = making_at(m, report)->id;
    if (making_half(m)) reviews(m, at);
}

static void report(Making *m, int days_off)
{
    size_t at = making_put(m, FACT_REPORT, making_minute(m) + days_off * 1440);
    Fact *f = making_at(m, at);
    f->day = date_plus(f->day, days_off);
    if (making_half(m)) f->number = making_pick(m, 0, 12);
    if (making_half(m)) f->measure = making_word(m, "berkas|orang");
    if (rand_chance(m->rand, 150)) f->about = making_at(m, 0)->id;
    if (making_half(m)) reviews(m, at);
    if (rand_chance(m->rand, 300)) mend(m, at);
}

static void reports(Making *m)
{
    int times = making_half(m) ? 1 : making_pick(m, 0, 3);
    for (int i = 0; i < times; i++) {
        report(m, 0);
    }
    times = making_half(m) ? 0 : making_pick(m, 1, 3);
    for (int i = 0; i < times; i++) {
        report(m,
               making_half(m) ? making_pick(m, -3, 3) : making_pick(m, -28, 8));
    }
}

/* ---- calls ------------------------------------------------------------------
 */

static int soon_after(Making *m, size_t fact)
{
    static const int near[] = {0, 9, 10, 11, 14, 15, 16, 59, 60, 61};
    int minute = making_when(m, fact);
    if (making_half(m)) return minute + near[rand_below(m->rand, COUNT(near))];
    return minute + making_pick(m, -5, 150);
}

static void talk(Making *m, size_t call)
{
    static const FactKind kinds[] = {FACT_CONTACT, FACT_REPORT, FACT_MESSAGE};
    FactKind kind = kinds[rand_below(m->rand, COUNT(kinds))];
    size_t at = making_put(m, kind, soon_after(m, call));
    if (rand_chance(m->rand, 800)) making_at(m, at)->actor = m->code;
}

static void calls(Making *m)
{
    int times = making_half(m) ? 1 : making_pick(m, 1, 3);
    for (int i = 0; i < times; i++) {
        size_t call = making_put(m, FACT_CONTACT, making_minute(m));
        if (rand_chance(m->rand, 850)) making_at(m, call)->actor = m->superior;
        if (making_half(m))
            making_answer(m, FACT_ANSWER, call, soon_after(m, call));
        if (rand_chance(m->rand, 150))
            making_answer(m, FACT_ANSWER, call, soon_after(m, call));
        if (rand_chance(m->rand, 350)) talk(m, call);
    }
}

/* ---- recalls
 * ----------------------------------------------------------------- */

static void recalls(Making *m)
{
    int times = making_half(m) ? 1 : making_pick(m, 1, 2);
    for (int i = 0; i < times; i++) {
        int minute = making_minute(m);
        size_t recall = making_put(m, FACT_RECALL, minute);
        if (making_half(m))
            making_at(m, recall)->from = (int16_t)making_pick(m, 400, 1100);
        for (int k = making_pick(m, 0, 2); k > 0; k--) {
            making_answer(m, FACT_RECALL_ACK, recall, minute + 3 * k);
        }
        if (making_half(m))
            making_answer(m, FACT_ARRIVAL, recall, making_minute(m));
    }
}

/* ---- tasks and targets
 * --------------------------------------------------------- */

static void tasks(Making *m)
{
    size_t task = making_put(m, FACT_TASK, making_minute(m));
    if (making_half(m)) making_at(m, task)->days = making_days(m);
    for (int k = making_pick(m, 0, 2); k > 0; k--) {
        size_t done = making_answer(m, FACT_TASK_DONE, task, making_minute(m));
        if (rand_chance(m->rand, 800))
            making_at(m, done)->number = making_pick(m, 90, 101);
    }
}

static void targets(Making *m)
{
    size_t target = making_put(m, FACT_TARGET, making_minute(m));
    making_at(m, target)->number = making_pick(m, 0, 15);
    if (making_half(m))
        making_at(m, target)->measure = making_word(m, "berkas|orang");
    if (rand_chance(m->rand, 150)) { /* the unit's, not the person's */
        making_at(m, target)->person = STR("");
        making_at(m, target)->unit = m->unit;
    }
}

void making_work(Making *m)
{
    if (rand_chance(m->rand, 750)) check_ins(m);
    if (making_happens(m)) reports(m);
    if (making_happens(m)) calls(m);
    if (making_happens(m) && making_half(m)) recalls(m);
    if (making_happens(m)) tasks(m);
    if (making_happens(m)) targets(m);
}
