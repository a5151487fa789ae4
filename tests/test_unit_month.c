/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A unit's month against the auditor: what a head sees of caps and counters is
 * what audit/ counts in the published plan.
 */
#include "app/my_month.h"
#include "app/unit_month.h"
#include "audit/audit.h"
#include "harness.h"
#include "web_world.h"

#define CODE STR("contoh")

static Window month_of_august(void)
{
    Date first;
    CHECK(date_of(2020, 8, 1, &first));
    return unit_month_window(first);
}

static const CapLine *line_of(const PlanCount *count, const UnitMonthCap *cap)
{
    for (size_t i = 0; i < count->cap_count; i++) {
        if (count->caps[i].clause == cap->cap.index &&
            count->caps[i].unit.index == cap->unit.index)
            return &count->caps[i];
    }
    return NULL;
}

static void expect_cap(const UnitMonth *month, const UnitMonthCap *cap,
                       const Plan *plan, const PlanCount *count)
{
    const CapLine *line = line_of(count, cap);
    EXPECT(line != NULL);
    for (uint32_t d = 0; d < month->day_count && line != NULL; d++) {
        Date day = date_plus(month->days.first, (int32_t)d);
        uint32_t at = plan_day(plan, day);
        const UnitMonthCapDay *c = &cap->days[d];
        if (at == NO_INDEX || !c->counts) continue;
        const CapDay *a = &line->days[at];
        EXPECT_INT(c->base, a->base);
        EXPECT_INT(c->stated, a->stated);
        EXPECT_INT(c->in, a->in);
        EXPECT_INT(c->called, a->called);
        EXPECT(!c->broken);
        int32_t most = a->stated < a->forced ? a->forced : a->stated;
        EXPECT_INT(c->most, most + a->need + a->called);
    }
}

static const char *const units[] = {"dinas", "s1", "s2", "upt", "bkd", "kota"};

FACT(caps_are_those_that_the_auditor_counts)
{
    Err err = {0};
    PlanCount count;
    LiveView view;
    WebWorld *w = web_world_open("month-audit");
    CHECK(live_take(w->house.live, CODE, &view, &err));
    const Plan *plan = &view.plans->at[0].plan;
    EXPECT(audit_plan(plan, view.corpus, w->arena, &count, &err));
    for (size_t u = 0; u < COUNT(units); u++) {
        ROW("%s", units[u]);
        uint32_t unit = map_find(&view.office->r.unit_codes, str_of(units[u]));
        UnitMonth month = unit_month(w->arena, &view, (UnitId){unit},
                                     month_of_august(), NULL);
        EXPECT(month.row_count > 0);
        EXPECT(month.cap_count > 0);
        for (uint32_t i = 0; i < month.cap_count; i++)
            expect_cap(&month, &month.caps[i], plan, &count);
    }
    live_give(&view);
    web_world_close(w);
}

FACT(cells_are_those_of_the_plan_and_the_law)
{
    Err err = {0};
    LiveView view;
    WebWorld *w = web_world_open("month-cells");
    CHECK(live_take(w->house.live, CODE, &view, &err));
    uint32_t unit = map_find(&view.office->r.unit_codes, STR("kota"));
    UnitMonth month =
        unit_month(w->arena, &view, (UnitId){unit}, month_of_august(), NULL);
    EXPECT_INT(month.row_count, view.office->r.person_count);
    for (uint32_t i = 0; i < month.row_count; i++) {
        for (uint32_t d = 0; d < month.day_count; d++) {
            Date day = date_plus(month.days.first, (int32_t)d);
            const UnitMonthCell *cell = &month.rows[i].cells[d];
            LawDay *law = law_day(w->arena, view.corpus, day);
            char letter = law_person(law, month.rows[i].person).letter;
            if (letter == PLACED_OPEN)
                letter = live_plan_cell(&view, month.rows[i].person, day);
            EXPECT_INT(cell->letter, letter);
            EXPECT_INT(cell->before, letter);
        }
    }
    live_give(&view);
    web_world_close(w);
}

/* The plan ends on the 28th; the 31st is a Monday of the letter. */
FACT(of_a_day_that_no_plan_holds_no_rule_is_kept)
{
    Err err = {0};
    LiveView view;
    uint32_t planned = 0;
    WebWorld *w = web_world_open("month-bare");
    CHECK(live_take(w->house.live, CODE, &view, &err));
    UnitId unit = {map_find(&view.office->r.unit_codes, STR("dinas"))};
    UnitMonth month =
        unit_month(w->arena, &view, unit, month_of_august(), NULL);
    for (uint32_t d = 0; d < 28; d++)
        planned += month.works[d];
    EXPECT(month.works[30]);
    EXPECT_INT(month.rules[0].kind, UNIT_RULE_CAP);
    EXPECT_INT(month.rules[0].days, planned);
    live_give(&view);
    web_world_close(w);
}

FACT(a_recall_and_a_deviation_are_seen)
{
    Err err = {0};
    LiveView view;
    Date day;
    WebWorld *w = web_world_open("month-said");
    CHECK(date_of(2020, 8, 12, &day));
    (void)web_world_say(
        w, "K1", "panggilan",
        "pegawai=A;mulai=2020-08-12;sampai=2020-08-12;isi=Rapat");
    (void)web_world_say(
        w, "H", "penyimpangan",
        "pegawai=H;mulai=2020-08-12;sampai=2020-08-12;kata=rumah;"
        "isi=Karantina");
    CHECK(live_take(w->house.live, CODE, &view, &err));
    const Register *r = &view.office->r;
    UnitId unit = {map_find(&r->unit_codes, STR("dinas"))};
    UnitMonth month =
        unit_month(w->arena, &view, unit, month_of_august(), NULL);
    PersonId a = {map_find(&r->person_codes, STR("A"))};
    PersonId h = {map_find(&r->person_codes, STR("H"))};
    const UnitMonthCell *called = &unit_month_row(&month, a)->cells[11];
    const UnitMonthCell *aside = &unit_month_row(&month, h)->cells[11];
    EXPECT_INT(called->letter, PLACED_OFFICE);
    EXPECT(called->marks & UNIT_MONTH_CALLED);
    EXPECT_INT(aside->letter, PLACED_HOME);
    EXPECT(aside->marks & UNIT_MONTH_ASIDE);
    live_give(&view);
    web_world_close(w);
}

FACT(a_counter_without_officers_is_short)
{
    Err err = {0};
    LiveView view;
    WebWorld *w = web_world_open("month-counter");
    CHECK(live_take(w->house.live, CODE, &view, &err));
    const Register *r = &view.office->r;
    UnitId unit = {map_find(&r->unit_codes, STR("upt"))};
    Window days = month_of_august();
    Draft draft = draft_none(w->arena, r, unit, days);
    Date day;
    CHECK(date_of(2020, 8, 12, &day));
    static const char *const officers[] = {"U1", "U2", "U3", "U4"};
    for (size_t i = 0; i < COUNT(officers); i++) {
        PersonId who = {map_find(&r->person_codes, str_of(officers[i]))};
        DraftCell cell = {who, day, DRAFT_HOME, STR("")};
        (void)draft_step(&draft, STR("H"), &cell, 1);
    }
    UnitMonth month = unit_month(w->arena, &view, unit, days, &draft);
    EXPECT_INT(month.counter_count, 1);
    EXPECT_INT(month.counters[0].days[11].before, 1);
    EXPECT_INT(month.counters[0].days[11].served, 0);
    bool found = false;
    for (uint32_t i = 0; i < month.rule_count; i++) {
        if (month.rules[i].kind != UNIT_RULE_COUNTERS) continue;
        found = true;
        EXPECT_INT(month.rules[i].bad, 1 << 11);
        EXPECT_INT(month.rules[i].worse, 1 << 11);
    }
    EXPECT(found);
    live_give(&view);
    web_world_close(w);
}

static WebWorld *open_with_shifts(const char *name)
{
    return web_world_open_rules(
        name, "\naturan 4 \"gelombang\"\n"
              "(1) Pegawai di kantor wajib bekerja dalam 2 gelombang pukul "
              "07.30-12.00 dan pukul 12.00-16.00.\n");
}

FACT(a_head_sees_the_shift_that_each_of_them_sees)
{
    Err err = {0};
    LiveView view;
    uint32_t in[3] = {0};
    WebWorld *w = open_with_shifts("month-shifts");
    (void)web_world_say(
        w, "K1", "panggilan",
        "pegawai=A;mulai=2020-08-12;sampai=2020-08-12;isi=Rapat");
    CHECK(live_take(w->house.live, CODE, &view, &err));
    UnitId unit = {map_find(&view.office->r.unit_codes, STR("kota"))};
    UnitMonth month =
        unit_month(w->arena, &view, unit, month_of_august(), NULL);
    for (uint32_t i = 0; i < month.row_count; i++) {
        MyMonth own;
        PersonId who = month.rows[i].person;
        CHECK(my_month(&view, who, 2020, 8, &own, &err));
        for (uint32_t d = 0; d < month.day_count; d++) {
            const UnitMonthCell *cell = &month.rows[i].cells[d];
            EXPECT_INT(cell->shift, own.cells[d].shift);
            in[cell->shift] += cell->letter == PLACED_OFFICE;
        }
    }
    EXPECT(in[1] > 20 && in[2] > 20);
    EXPECT_INT(in[0], 1); /* who was called */
    EXPECT_STR(shift_key_text(w->arena, &month.shifts, LANG_ID),
               "1 pukul 07.30–12.00, 2 pukul 12.00–16.00");
    live_give(&view);
    web_world_close(w);
}

FACT(a_cell_that_a_draft_changes_has_no_shift_yet)
{
    Err err = {0};
    LiveView view;
    Date day;
    WebWorld *w = open_with_shifts("month-drafted");
    CHECK(live_take(w->house.live, CODE, &view, &err));
    const Register *r = &view.office->r;
    UnitId unit = {map_find(&r->unit_codes, STR("s1"))};
    PersonId who = {map_find(&r->person_codes, STR("A"))};
    Draft draft = draft_none(w->arena, r, unit, month_of_august());
    CHECK(date_of(2020, 8, 12, &day));
    while (live_plan_cell(&view, who, day) != PLACED_HOME)
        day = date_plus(day, 1);
    DraftCell cell = {who, day, DRAFT_OFFICE, STR("")};
    (void)draft_step(&draft, STR("H"), &cell, 1);
    UnitMonth month =
        unit_month(w->arena, &view, unit, month_of_august(), &draft);
    const UnitMonthCell *seen =
        &unit_month_row(&month, who)->cells[date_civil(day).day - 1];
    EXPECT_INT(seen->letter, PLACED_OFFICE);
    EXPECT_INT(seen->shift, 0);
    live_give(&view);
    web_world_close(w);
}
