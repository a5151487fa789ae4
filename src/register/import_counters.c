/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

static void take_time(Line line, int column, int16_t *out)
{
    Str text = {0};
    if (line_need(line, column, &text) && !minutes_parse(text, out))
        line_fault(line, column, REPAIR_TIME, STR(""));
}

static void take_hours(Line line, Counter *counter)
{
    counter->closes = 24 * 60;
    take_time(line, COUNTERS_BUKA, &counter->opens);
    take_time(line, COUNTERS_TUTUP, &counter->closes);
    if (counter->closes <= counter->opens)
        line_fault(line, COUNTERS_TUTUP, REPAIR_TIME, STR(""));
}

static void take_days(Line line, Counter *counter)
{
    Str text = {0};
    if (line_need(line, COUNTERS_HARI, &text) &&
        !counter_days_parse(text, &counter->weekdays))
        line_fault(line, COUNTERS_HARI, REPAIR_DAYS, STR(""));
}

static void take_need(Line line, Counter *counter)
{
    enum { NEED_MOST = 10000 };
    Str text = {0};
    int64_t need = 1;
    if (line_need(line, COUNTERS_KEBUTUHAN, &text))
        line_number(line, COUNTERS_KEBUTUHAN, 0, NEED_MOST, &need);
    counter->need = (int32_t)need;
}

/* Codes separated by blanks; kept ascending, each once. */
static void take_staff(Intake *in, Line line, Counter *counter)
{
    VEC(Place) found = {0};
    Str rest = line_text(line, COUNTERS_PETUGAS);
    Str code = {0};
    while (str_next(&rest, ' ', &code)) {
        uint32_t person = intake_person(in, code);
        if (code.len == 0) continue;
        if (person == NO_INDEX)
            line_fault_of(line, COUNTERS_PETUGAS, REPAIR_PERSON, code);
        else
            VEC_PUSH(in->arena, &found, (Place){.owner = person});
    }
    places_sort(found.at, found.count);
    PersonId *staff = NEW(in->arena, PersonId, found.count);
    size_t count = 0;
    for (size_t i = 0; i < found.count; i++) {
        if (i == 0 || found.at[i].owner != found.at[i - 1].owner)
            staff[count++] = (PersonId){found.at[i].owner};
    }
    counter->staff = staff;
    counter->staff_count = count;
}

/* All of it is optional; what would become a link has to be one. */
static void take_reach(Intake *in, Line line, CounterReach *reach)
{
    Str phone = line_text(line, COUNTERS_TELEPON);
    Str point = line_text(line, COUNTERS_TITIK);
    Str online = line_text(line, COUNTERS_DARING);
    reach->address = line_text(line, COUNTERS_ALAMAT);
    reach->documents = line_text(line, COUNTERS_SYARAT);
    if (phone.len == 0 || reach_phone_is(phone))
        reach->phone = phone;
    else
        line_fault(line, COUNTERS_TELEPON, REPAIR_PHONE, STR(""));
    if (point.len > 0 && !reach_point_parse(in->arena, point, &reach->point))
        line_fault(line, COUNTERS_TITIK, REPAIR_POINT, STR(""));
    if (online.len == 0 || reach_online_is(online))
        reach->online = online;
    else
        line_fault(line, COUNTERS_DARING, REPAIR_ONLINE, STR(""));
}

static void take_counter(Intake *in, Line line, Map *codes)
{
    Counter counter = {.unit = NO_UNIT, .window = WINDOW_ALL};
    int kind = COUNTER_DESK;
    uint32_t at = (uint32_t)in->counters.count;
    if (line_need(line, COUNTERS_KODE, &counter.code) &&
        map_put(codes, counter.code, at) != NO_INDEX)
        line_fault(line, COUNTERS_KODE, REPAIR_CODE, STR(""));
    (void)line_need(line, COUNTERS_NAMA, &counter.name);
    (void)line_unit(line, COUNTERS_UNIT, &counter.unit);
    line_word(line, COUNTERS_JENIS, counter_kind_words(), REPAIR_WORD, &kind);
    counter.kind = (CounterKind)kind;
    take_days(line, &counter);
    take_hours(line, &counter);
    take_need(line, &counter);
    take_staff(in, line, &counter);
    line_window(line, COUNTERS_MULAI, COUNTERS_SAMPAI, &counter.window);
    take_reach(in, line, &counter.reach);
    VEC_PUSH(in->arena, &in->counters, counter);
}

void import_counters(Intake *in)
{
    const Table *table = &in->table[TABLE_COUNTERS];
    Map codes = map_in(in->arena);
    for (size_t i = 0; i < table_lines(table); i++)
        take_counter(in, table_line(table, i), &codes);
}
