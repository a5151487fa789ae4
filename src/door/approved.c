/* SPDX-License-Identifier: Apache-2.0 */
#include "door/approved.h"

#include "app/my_day.h"

enum { QUOTED_MOST = 120 };

typedef struct {
    const Fact *report;
    Date day;
} Approved;

/* ---- is it? ---------------------------------------------------------------
 */

/* Sent again because its answer was lost, it takes nobody's place. */
static bool is_here(Visit *v, FactId id)
{
    Err ignored = {0};
    Fact old = {0};
    bool found = false;
    return store_fact(live_store(v->live), v->arena, v->government, id, &old,
                      &found, &ignored) &&
           found;
}

/* Written before that one, as the server reckons: the last written counts. */
static bool is_older(const Visit *v, const Fact *fact, const Fact *other)
{
    Fact arrived = *fact;
    arrived.received = v->now;
    return fact_when(&arrived).us < fact_when(other).us;
}

static PersonId person_of(const Visit *v, const Fact *fact)
{
    const Register *r = &v->view->office->r;
    return (PersonId){map_find(&r->person_codes, fact->person)};
}

/* Would it take the place of an approved one of that day that is not `seen`? */
static bool hides(Visit *v, const Fact *fact, FactId seen, Approved *out)
{
    Err ignored = {0};
    MyDay day;
    PersonId person = person_of(v, fact);
    Date on = record_day(fact, v->today);
    if (person.index == NO_INDEX ||
        !visit_may(v, ACCESS_REPORT, person, NO_UNIT, NULL) ||
        !my_day(v->arena, v->view, person, on, &day, &ignored))
        return false;
    const Fact *report = day.report.report;
    if (day.report.state != MY_REPORT_ACCEPTED || is_older(v, fact, report) ||
        fact_id_is(seen, report->id) || is_here(v, fact->id))
        return false;
    *out = (Approved){report, on};
    return true;
}

/* ---- the question ---------------------------------------------------------
 */

/* Its results on one line, cut between letters. */
static Str quoted(Arena *arena, Str text)
{
    Buf out = buf_in(arena);
    for (Str line; str_next(&text, '\n', &line);) {
        if (out.len > 0) buf_put(&out, STR("; "));
        buf_put(&out, line);
    }
    Str whole = buf_str(&out), part = str_cut(whole, QUOTED_MOST);
    if (part.len == whole.len) return whole;
    return str_format(arena, "%.*s…", STR_ARG(part));
}

/* A token may write of people whose days it may not read: it is told which
 * report, not what it says. */
static Str text_for(Visit *v, const Fact *report)
{
    PersonId person = person_of(v, report);
    return visit_may(v, ACCESS_SEE_PERSON, person, NO_UNIT, NULL) ? report->text
                                                                  : STR("…");
}

static void name_it(Visit *v, const Fact *report)
{
    char text[FACT_ID_TEXT];
    HttpPair *members = NEW(v->arena, HttpPair, 2);
    Str id = str_copy(v->arena, str_of(fact_id_text(report->id, text)));
    members[0] = (HttpPair){STR("tetap"), id};
    members[1] = (HttpPair){STR("disetujui"), text_for(v, report)};
    if (v->route->data) v->beside = (HttpPairs){members, 2};
    http_header(v->answer, STR("x-tetap"), id);
}

static void word(Visit *v, const Approved *approved, const char *then_id,
                 const char *then_en, Err *err)
{
    Str text = quoted(v->arena, text_for(v, approved->report));
    Str in_english = date_words(v->arena, approved->day, LANG_EN);
    Str in_indonesian = date_words(v->arena, approved->day, LANG_ID);
    (void)FAIL(err, ERR_INPUT,
               "the report of %.*s was approved already: “%.*s”; %s",
               STR_ARG(in_english), STR_ARG(text), then_en);
    (void)err_id(err, "laporan %.*s sudah disetujui: “%.*s”; %s",
                 STR_ARG(in_indonesian), STR_ARG(text), then_id);
}

static void ask(Visit *v, const Approved *approved, Err *err)
{
    name_it(v, approved->report);
    word(v, approved, "kirim lagi yang ini untuk menggantikannya, atau hapus",
         "send this one once more to put it in its place, or delete it", err);
}

static void settle(Visit *v, const Approved *approved, Err *err)
{
    word(v, approved, "tidak ada lagi yang perlu diperbaiki",
         "nothing is left to be mended", err);
}

/* Written of a day that is over: neither held back by a phone nor noted by
 * somebody else.  It may mend what was sent back, and nothing more. */
static bool is_late(const Visit *v, const Fact *fact)
{
    Date day = record_day(fact, v->today);
    bool held =
        fact->at.us != 0 && date_is(zone_day(fact->zone, fact->at), day);
    return date_before(day, v->today) && !held && !fact_is_typed(fact);
}

bool approved_asks(Visit *v, const Fact *fact, FactId seen, Err *err)
{
    Approved approved;
    bool late = is_late(v, fact);
    if (fact->kind != FACT_REPORT || (late && fact_id_none(fact->about)))
        return false;
    if (late && fact_id_is(seen, fact->about)) seen = (FactId){{0}};
    if (!hides(v, fact, seen, &approved)) return false;
    if (late && fact_id_is(approved.report->id, fact->about))
        settle(v, &approved, err);
    else
        ask(v, &approved, err);
    return true;
}
