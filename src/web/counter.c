/* SPDX-License-Identifier: Apache-2.0 */
/*
 * counter.c - H8: the counters of a unit today, who is there, and what the unit
 * says of them; then the days to come (counter_week.h).
 */
#include "web/counter_week.h"
#include "web/form.h"
#include "web/head.h"
#include "web/part.h"

const FieldRule counter_fields[6] = {
    {"id",            N_("Record"),  FIELD_ID,   .needed = true             },
    {"unit",          N_("Unit"),    FIELD_CODE, .needed = true,              .most = 64},
    {"loket",               N_("Counter"),                      FIELD_CODE,     .needed = true, .most = 64},
    {"kata",     N_("State"),                  FIELD_CHOICE,                       .needed = true,
     .choices = "buka|tutup"},
    {"dari", N_("From"),        FIELD_MINUTE,                  .needed = false                                       },
    {"hingga",   N_("Until"),FIELD_MINUTE,.needed = false},
};

static const char *colour_of(UnitOutcome outcome)
{
    if (outcome == UNIT_SERVED) return "ok";
    if (outcome == UNIT_UNSERVED) return "bad";
    return outcome == UNIT_SHORT ? "warn" : "";
}

static void put_state(Page *page, const UnitCounter *c)
{
    page_put(page, HTML("<span class=\"tag "));
    page_put(page, (Html){str_of(colour_of(c->outcome))});
    page_put(page, HTML("\">"));
    page_text(page, unit_day_outcome(c->outcome, page->speech.lang));
    page_put(page, HTML("</span>"));
}

/* Open what is shut, shut what is open; today only, and not against the
 * closure of the unit. */
static void put_act(Page *page, const UnitCounter *c)
{
    if (c->closed) return;
    bool shut = c->outcome == UNIT_SHUT;
    form_open_id(page, STR("/unit/loket"));
    form_hidden(page, "unit", head_unit(page->visit, c->counter->unit)->code);
    form_hidden(page, "loket", c->counter->code);
    form_button_named(page, shut ? N_("Open it today") : N_("Shut it today"),
                      "kata", shut ? STR("buka") : STR("tutup"), false);
    form_close(page);
}

static void put_open(Page *page, const UnitCounter *c)
{
    PAGE_SAY(page,
             "{unit}: {opens}–{closes}; {need} needed, {ready} scheduled, "
             "{there} there",
             {"unit", head_unit(page->visit, c->counter->unit)->name},
             {"opens", said_minute(&page->speech, c->opens)},
             {"closes", said_minute(&page->speech, c->closes)},
             {"need", said_number(&page->speech, c->need)},
             {"ready", said_number(&page->speech, c->ready)},
             {"there", said_number(&page->speech, c->there)});
}

static void put_shut(Page *page, const UnitCounter *c)
{
    Str unit = head_unit(page->visit, c->counter->unit)->name;
    if (c->closed) {
        PAGE_SAY(page, "{unit}: shut, as the unit is closed", {"unit", unit});
        return;
    }
    PAGE_SAY(page,
             "{unit}: shut today by the unit's word; otherwise open "
             "{opens}–{closes}",
             {"unit", unit}, {"opens", said_minute(&page->speech, c->opens)},
             {"closes", said_minute(&page->speech, c->closes)});
}

static void put_counter(Page *page, const UnitCounter *c)
{
    part_open(page);
    page_put(page, HTML("<header><h2>"));
    page_text(page, c->counter->name);
    page_put(page, HTML("</h2>"));
    put_state(page, c);
    page_put(page, HTML("</header><p>"));
    if (c->outcome == UNIT_SHUT)
        put_shut(page, c);
    else
        put_open(page, c);
    page_put(page, HTML("</p>"));
    put_act(page, c);
    part_close(page);
}

static void put_page(Visit *v, const Err *why)
{
    static const PartDone done[] = {
        {"loket", N_("It is noted. The public page says so at once.")},
    };
    UnitNow now;
    PageHead head = {.frame = PAGE_DESK, .here = "/unit"};
    if (!head_now(v, UNIT_NOW_DAY, &now)) return;
    Page page = page_open(v, &head);
    head_top(&page, v->unit, "Counters");
    part_done(&page, done, COUNT(done));
    form_faults(&page);
    part_failure(&page, why);
    if (now.counter_count == 0)
        part_paragraph(&page, N_("This unit has no counter today."));
    for (size_t i = 0; i < now.counter_count; i++)
        put_counter(&page, &now.counters[i]);
    counter_week_put(&page, &now);
    page_close(&page);
}

void counter_show(Visit *v)
{
    put_page(v, NULL);
}

void counter_do(Visit *v)
{
    Err err = {0};
    Recorded recorded;
    const FieldValue *from = visit_field(v, "dari");
    const FieldValue *to = visit_field(v, "hingga");
    Fact fact = visit_fact(v, FACT_COUNTER);
    fact.unit = head_unit(v, v->unit)->code;
    fact.thing = visit_field(v, "loket")->text;
    fact.word = visit_field(v, "kata")->text;
    if (from->given && to->given) {
        fact.from = (int16_t)from->minute;
        fact.to = (int16_t)to->minute;
    }
    if (v->fields.faults.count == 0 &&
        live_record(v->live, v->government, v->arena, &fact, STR(""), &recorded,
                    &err)) {
        visit_go(v, head_path(v, "/unit/loket"), "loket");
        return;
    }
    const Err *why = v->fields.faults.count > 0 ? NULL : &err;
    part_status(v, why);
    put_page(v, why);
}
