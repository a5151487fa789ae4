/* SPDX-License-Identifier: Apache-2.0 */
#include "day/judge.h"

/* Presence: docs/day.md, section 4.1. */

static bool is_home(const Judge *j)
{
    return j->letter == PLACED_HOME || j->letter == PLACED_CLOSED;
}

/* Where they are to be at that minute: a letter may begin or end within the
 * day.  A head's deviation is for the whole of it. */
static char place_at(const Judge *j, int minute)
{
    const Expected *e = j->expected;
    bool other = e->part != 0 && j->letter == e->letter &&
                 minute >= e->part_from && minute < e->part_to;
    return (char)(other ? e->part : j->letter);
}

static bool is_parted(const Judge *j)
{
    return j->expected->part != 0 && j->letter == j->expected->letter;
}

static void say(Judge *j, Outcome outcome, int32_t minutes, Cited cited)
{
    judge_add(j, DUTY_PRESENT, outcome, j->placed, j->expected->by, minutes,
              cited);
}

/* ---- until when --------------------------------------------------------- */

/* The hour that a recall names, or UNSAID. */
static int recalled_at(const Judge *j)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_RECALL, &at)) != NULL;) {
        if (e->fact->from >= 0) return e->fact->from;
    }
    return UNSAID;
}

/* The minute by which to check in, or UNSAID. */
int judge_place_due(const Judge *j)
{
    int recalled = j->expected->recalled ? recalled_at(j) : UNSAID;
    if (recalled != UNSAID && j->letter == PLACED_OFFICE) return recalled;
    if (j->expected->shift.number > 0 && j->letter == PLACED_OFFICE)
        return j->expected->begins;
    const Duty *clause = judge_first_owed(j, DUTY_PRESENT, PART_OWED);
    if (clause != NULL && clause->due >= 0) return clause->due;
    int begins = j->expected->begins;
    char first = place_at(j, begins);
    bool home = first == PLACED_HOME || first == PLACED_CLOSED;
    if (clause != NULL || !home) return begins;
    /* at home first, with nothing to check in for: due when the place turns */
    return is_home(j) ? UNSAID : j->expected->part_to;
}

static bool down_before(const Judge *j, int due)
{
    return judge_down(j, due - HOUR, due);
}

/* ---- there -------------------------------------------------------------- */

static bool is_at(const Entry *e, char place)
{
    if (place == PLACED_HOME || place == PLACED_CLOSED)
        return entry_says(e, "rumah");
    return entry_says(e, "kantor") ||
           (place == PLACED_FIELD && entry_says(e, "lapangan"));
}

/* Where two halves differ: at the place of its minute, or early at the one
 * that the day turns to. */
static const Entry *wanted_in_half(const Judge *j)
{
    const Entry *e, *first = NULL;
    bool turns_to = j->expected->part_from == 0;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_CHECK_IN, &at)) != NULL;) {
        bool there = is_at(e, place_at(j, e->minute)) ||
                     (turns_to && is_at(e, j->letter));
        if (there && (first == NULL || e->minute < first->minute)) first = e;
    }
    return first;
}

static const Entry *wanted(const Judge *j)
{
    if (is_parted(j)) return wanted_in_half(j);
    if (is_home(j)) return judge_check_in(j, "rumah");
    const Entry *office = judge_check_in(j, "kantor");
    if (j->letter != PLACED_FIELD) return office;
    const Entry *field = judge_check_in(j, "lapangan");
    if (office == NULL || field == NULL) return office ? office : field;
    if (field->minute != office->minute)
        return field->minute < office->minute ? field : office;
    return field < office ? field : office;
}

static bool by_book(const Entry *e)
{
    return e->fact->channel == CHANNEL_CLERK ||
           e->fact->channel == CHANNEL_PAPER;
}

static void say_other_channel(Judge *j, const Entry *e)
{
    const Duty *book;
    for (uint32_t at = 0;
         (book = judge_owed(j, DUTY_PRESENT, PART_BOOK, &at)) != NULL;) {
        Cited cited = {0};
        cite_entry(&cited, e);
        if (!by_book(e))
            judge_add(j, DUTY_PRESENT, OUTCOME_OTHER_CHANNEL, book->strength,
                      book->by, 0, cited);
    }
}

static void say_there(Judge *j, const Entry *e)
{
    int due = judge_place_due(j);
    Cited cited = {0};
    cite_entry(&cited, e);
    if (due == UNSAID || e->minute <= due)
        say(j, OUTCOME_PRESENT, 0, cited);
    else if (down_before(j, due))
        say(j, OUTCOME_UNKNOWN, 0, cited);
    else
        say(j, OUTCOME_LATE, e->minute - due, cited);
}

/* ---- elsewhere ---------------------------------------------------------- */

static const Entry *any_check_in(const Judge *j)
{
    const Entry *e, *first = NULL;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_CHECK_IN, &at)) != NULL;) {
        if (first == NULL || e->minute < first->minute) first = e;
    }
    return first;
}

static const Entry *approved(const Judge *j, FactKind kind)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(j, kind, &at)) != NULL;) {
        if (kind == FACT_MEETING && !entry_says(e, "tatap muka")) continue;
        if (judge_approved(j, e->fact->id)) return e;
    }
    return NULL;
}

/* What lets somebody who is to be at home come to the office; or NULL. */
static const Entry *leave_to_come(const Judge *j)
{
    const Entry *e = approved(j, FACT_VISIT);
    if (e == NULL) e = approved(j, FACT_MEETING);
    return e != NULL ? e : judge_arrival(j, (FactId){{0}});
}

/* The clause that lets them come: for the visit that was granted, or without
 * anybody's leave; or NULL. */
static const Duty *clause_to_come(const Judge *j, const Entry *leave)
{
    if (leave == NULL) return judge_first_owed(j, DUTY_PRESENT, PART_COME);
    if (leave->fact->kind != FACT_VISIT) return NULL;
    return judge_first_owed(j, DUTY_PRESENT, PART_VISIT);
}

static void say_elsewhere(Judge *j, const Entry *e)
{
    bool comes = is_home(j) && entry_says(e, "kantor");
    const Entry *leave = comes ? leave_to_come(j) : NULL;
    const Duty *lets = comes ? clause_to_come(j, leave) : NULL;
    bool may = leave != NULL || lets != NULL || entry_says(e, "dinas");
    Cited cited = {0};
    cite_entry(&cited, e);
    cite_entry(&cited, leave);
    judge_add(j, DUTY_PRESENT, may ? OUTCOME_WITH_LEAVE : OUTCOME_ELSEWHERE,
              j->placed, lets != NULL ? lets->by : j->expected->by, 0, cited);
}

/* ---- no check-in -------------------------------------------------------- */

static const Entry *last_report(const Judge *j)
{
    const Entry *e, *last = NULL;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_REPORT, &at)) != NULL;) {
        if (!fact_is_typed(e->fact) &&
            (last == NULL || e->minute >= last->minute))
            last = e;
    }
    return last;
}

static const Entry *first_message(const Judge *j)
{
    const Entry *e, *first = NULL;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_MESSAGE, &at)) != NULL;) {
        if (!fact_is_typed(e->fact) &&
            (first == NULL || e->minute < first->minute))
            first = e;
    }
    return first;
}

static const Entry *answered_call(const Judge *j)
{
    const Entry *e;
    for (uint32_t at = 0; (e = judge_entry(j, FACT_CONTACT, &at)) != NULL;) {
        const Entry *answer = judge_answer(j, e->fact->id);
        if (answer != NULL) return answer;
    }
    return NULL;
}

static const Entry *sign_of(const Judge *j)
{
    const Entry *e = last_report(j);
    if (e == NULL) e = first_message(j);
    return e != NULL ? e : answered_call(j);
}

static void say_absent(Judge *j)
{
    int due = judge_place_due(j);
    Cited none = {0};
    if (down_before(j, due))
        say(j, OUTCOME_UNKNOWN, 0, none);
    else if (judge_before(j, DAY_MINUTES))
        say(j, OUTCOME_PENDING, 0, none);
    else
        say(j, OUTCOME_ABSENT, 0, none);
}

static void say_not_there(Judge *j)
{
    Cited cited = {0};
    const Entry *sign = is_home(j) ? sign_of(j) : NULL;
    cite_entry(&cited, sign);
    if (sign != NULL)
        say(j, OUTCOME_PRESENT, 0, cited);
    else if (is_home(j) && judge_place_due(j) == UNSAID)
        say(j, OUTCOME_NO_SIGN, 0, cited);
    else
        say_absent(j);
}

/* ---- the question ------------------------------------------------------- */

static char where_of(const Entry *e)
{
    if (e == NULL) return '?';
    if (entry_says(e, "kantor")) return PLACED_OFFICE;
    if (entry_says(e, "rumah")) return PLACED_HOME;
    return entry_says(e, "lapangan") ? PLACED_FIELD : PLACED_TRIP;
}

static void say_presence(Judge *j)
{
    const Entry *there = wanted(j), *any = any_check_in(j);
    j->out->where = where_of(there != NULL ? there : any);
    if (there != NULL) {
        say_there(j, there);
        say_other_channel(j, there);
    } else if (any != NULL) {
        say_elsewhere(j, any);
    } else {
        say_not_there(j);
    }
}

void judge_place(Judge *j, const Entry *deviation)
{
    if (j->letter == PLACED_USUAL) {
        j->out->where = where_of(any_check_in(j));
        return;
    }
    say_presence(j);
    if (deviation == NULL) return;
    Cited cited = {0};
    cite_entry(&cited, deviation);
    judge_add(j, DUTY_PRESENT, OUTCOME_DEVIATION, STRENGTH_MAY, j->expected->by,
              0, cited);
}
