/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_permit_new.c - the four forms of permits, from one table.
 */
#include "web/staff_part.h"
#include "web/staff_permit.h"

const FieldRule staff_permit_exit_fields[5] = {
    {"id", N_("Record"), FIELD_ID, .needed = true},
    {"kata", N_("What for?"), FIELD_CHOICE, .needed = true,
     .choices = "kesehatan|keselamatan|pangan|lain"},
    {"dari", N_("Begins at"), FIELD_MINUTE, .needed = false},
    {"hingga", N_("Ends at"), FIELD_MINUTE, .needed = false},
    {"isi", N_("Note"), FIELD_LINE, .needed = false, .most = 200},
};
const FieldRule staff_permit_days_fields[6] = {
    {"id", N_("Record"), FIELD_ID, .needed = true},
    {"mulai", N_("First day"), FIELD_DATE, .needed = true},
    {"sampai", N_("Last day"), FIELD_DATE, .needed = false},
    {"dari", N_("Begins at"), FIELD_MINUTE, .needed = false},
    {"hingga", N_("Ends at"), FIELD_MINUTE, .needed = false},
    {"isi", N_("Reason"), FIELD_LINE, .needed = true, .most = 300},
};
const FieldRule staff_permit_trip_fields[7] = {
    {"id", N_("Record"), FIELD_ID, .needed = true},
    {"mulai", N_("First day"), FIELD_DATE, .needed = true},
    {"sampai", N_("Last day"), FIELD_DATE, .needed = false},
    {"hal", N_("Destination"), FIELD_LINE, .needed = true, .most = 200},
    {"isi", N_("What for"), FIELD_LINE, .needed = true, .most = 300},
    {"prioritas", N_("Priority"), FIELD_LINE, .needed = false, .most = 200},
    {"urgensi", N_("Why it is urgent"), FIELD_LINE, .needed = false,
     .most = 200},
};

/* ---- the kinds -----------------------------------------------------------
 */

typedef struct {
    const char *path;
    FactKind kind;
    const char *heading, *advice; /* in English */
} PermitForm;

static const PermitForm permits[] = {
    {"/izin/keluar", FACT_EXIT, N_("Leave home during work"),
     N_("Ask before you go. For health, safety and food the rule may allow it "
        "by itself.")},
    {"/izin/luar-daerah", FACT_TRAVEL, N_("Leave the region"),
     N_("Your superior decides.")},
    {"/izin/kantor", FACT_VISIT, N_("Come to the office on a home day"),
     N_("Your superior decides; the cap of the unit is kept in view.")},
    {"/izin/dinas", FACT_TRIP, N_("Official trip"),
     N_("Where the letter limits trips, say what has priority and why it is "
        "urgent.")},
};

static const PermitForm *permit_of(const Visit *v)
{
    for (size_t i = 0; i < COUNT(permits); i++) {
        if (str_is(v->request->path, str_of(permits[i].path)))
            return &permits[i];
    }
    CHECK(false);
    return NULL;
}

/* ---- their fields --------------------------------------------------------
 */

static void put_purposes(Page *page)
{
    const Speech *speech = &page->speech;
    FormChoice choices[] = {
        {STR("kesehatan"), said(speech, "Health"),
         said(speech, "No details of an illness are needed."), false},
        {STR("keselamatan"), said(speech, "Safety"), {0}, false},
        {STR("pangan"), said(speech, "Food"), {0}, false},
        {STR("lain"), said(speech, "Another one"),
         said(speech, "Waits for a decision."), false},
    };
    form_radios(page, "kata", "What for?", choices, COUNT(choices));
}

static void put_line(Page *page, const char *name, const char *label,
                     const char *hint, bool needed)
{
    form_field(page, &(FormField){.name = name,
                                  .label = label,
                                  .hint = hint,
                                  .needed = needed});
}

static void put_date(Page *page, const char *name, const char *label,
                     const char *hint, bool needed)
{
    form_field(page, &(FormField){.name = name,
                                  .label = label,
                                  .hint = hint,
                                  .type = "date",
                                  .needed = needed});
}

static void put_dates(Page *page)
{
    put_date(page, "mulai", N_("First day"), NULL, true);
    put_date(page, "sampai", N_("Last day"),
             N_("Leave it empty if it is one day."), false);
}

static void put_times(Page *page)
{
    static const char hint[] = N_("Hours and minutes, such as 07.30");
    page_put(page, HTML("<div class=\"dua\">"));
    put_line(page, "dari", N_("Begins at"), hint, false);
    put_line(page, "hingga", N_("Ends at"), hint, false);
    page_put(page, HTML("</div>"));
}

static void put_trip(Page *page)
{
    put_dates(page);
    put_line(page, "hal", N_("Destination"), NULL, true);
    put_line(page, "isi", N_("What for"), NULL, true);
    put_line(page, "prioritas", N_("Priority"),
             N_("Such as the deadline of a report"), false);
    put_line(page, "urgensi", N_("Why it is urgent"),
             N_("Such as that it cannot be done online"), false);
}

static void put_fields(Page *page, FactKind kind)
{
    if (kind == FACT_TRIP) {
        put_trip(page);
        return;
    }
    if (kind == FACT_EXIT)
        put_purposes(page);
    else
        put_dates(page);
    put_times(page);
    if (kind == FACT_EXIT)
        put_line(page, "isi", N_("Note"), NULL, false);
    else
        put_line(page, "isi", N_("Reason"), NULL, true);
}

/* ---- the form ------------------------------------------------------------
 */

static void show(Visit *v, const Err *why)
{
    const PermitForm *permit = permit_of(v);
    PageHead head = {.here = "/lainnya", .title = permit->heading};
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    form_faults(&page);
    part_failure(&page, why);
    page_put(&page, HTML("<p class=\"crumb\"><a href=\"/izin\">"));
    page_say(&page, "Permits");
    page_put(&page, HTML("</a></p>"));
    page_heading(&page, permit->heading);
    part_small(&page, permit->advice);
    form_open_id(&page, str_of(permit->path));
    put_fields(&page, permit->kind);
    form_button(&page, "Send the request");
    form_close(&page);
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

void staff_permit_form(Visit *v)
{
    show(v, NULL);
}

/* ---- asking --------------------------------------------------------------
 */

static int16_t minute_of(const FieldValue *value)
{
    int32_t minute = value->given ? value->minute : -1;
    return (int16_t)minute;
}

static void take_hours(const Visit *v, Fact *fact)
{
    fact->from = minute_of(visit_field(v, "dari"));
    fact->to = minute_of(visit_field(v, "hingga"));
}

static void take_days(const Visit *v, Fact *fact)
{
    const FieldValue *last = visit_field(v, "sampai");
    Date first = visit_field(v, "mulai")->date;
    fact->days = (Window){first, last->given ? last->date : first};
}

static Fact fact_of(const Visit *v, FactKind kind)
{
    Fact fact = visit_fact(v, kind);
    fact.person = v->actor;
    fact.text = visit_field(v, "isi")->text;
    if (kind == FACT_EXIT) fact.word = visit_field(v, "kata")->text;
    if (kind != FACT_EXIT) take_days(v, &fact);
    if (kind != FACT_TRIP) {
        take_hours(v, &fact);
        return fact;
    }
    fact.thing = visit_field(v, "hal")->text;
    fact.priority = visit_field(v, "prioritas")->text;
    fact.urgency = visit_field(v, "urgensi")->text;
    return fact;
}

void staff_permit_ask(Visit *v)
{
    char text[FACT_ID_TEXT];
    if (staff_faults(v, show)) return;
    Fact fact = fact_of(v, permit_of(v)->kind);
    if (!staff_write(v, &fact, show)) return;
    visit_go(v, str_format(v->arena, "/izin/%s", fact_id_text(fact.id, text)),
             "diminta");
}
