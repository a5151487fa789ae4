/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

/* pukul = time "-" time ; empty: the whole day */
static void take_hours(Line line, Event *event)
{
    Str rest = line_text(line, EVENTS_PUKUL);
    Str from = {0};
    int16_t begins = 0;
    int16_t ends = 0;
    event->from = event->to = -1;
    if (rest.len == 0) return;
    if (str_next(&rest, '-', &from) && minutes_parse(from, &begins) &&
        minutes_parse(rest, &ends) && begins < ends) {
        event->from = begins;
        event->to = ends;
    } else {
        line_fault(line, EVENTS_PUKUL, REPAIR_TIME, STR(""));
    }
}

/* Without an end a closure is open, anything else lasts one day. */
static void take_window(Line line, Event *event)
{
    Str text = {0};
    (void)line_need(line, EVENTS_MULAI, &text);
    line_date(line, EVENTS_MULAI, &event->window.first);
    if (line_text(line, EVENTS_SAMPAI).len > 0)
        line_window(line, EVENTS_MULAI, EVENTS_SAMPAI, &event->window);
    else if (event->kind != EVENT_CLOSURE)
        event->window.last = event->window.first;
    event->known = event->window.first;
    line_date(line, EVENTS_DIKETAHUI, &event->known);
}

static void take_cases(Line line, Event *event)
{
    enum { CASES_MOST = 100000 };
    int64_t cases = 0;
    line_number(line, EVENTS_KASUS, 1, CASES_MOST, &cases);
    event->cases = (int32_t)cases;
}

static void take_event(Intake *in, Line line)
{
    Event event = {.unit = NO_UNIT,
                   .person = NO_PERSON,
                   .window = WINDOW_ALL,
                   .reason = line_text(line, EVENTS_ALASAN),
                   .priority = line_text(line, EVENTS_PRIORITAS),
                   .urgency = line_text(line, EVENTS_URGENSI),
                   .approved_by = line_text(line, EVENTS_PERSETUJUAN)};
    Str text = {0};
    int kind = EVENT_CLOSURE;
    if (!line_need(line, EVENTS_JENIS, &text)) return;
    line_word(line, EVENTS_JENIS, event_kind_words(), REPAIR_WORD, &kind);
    event.kind = (EventKind)kind;
    if (event_kind_is_of_unit(event.kind))
        (void)line_unit(line, EVENTS_UNIT, &event.unit);
    else
        (void)line_person(line, EVENTS_PEGAWAI, &event.person);
    take_window(line, &event);
    take_hours(line, &event);
    take_cases(line, &event);
    VEC_PUSH(in->arena, &in->events, event);
}

void import_events(Intake *in)
{
    const Table *table = &in->table[TABLE_EVENTS];
    for (size_t i = 0; i < table_lines(table); i++)
        take_event(in, table_line(table, i));
}

static void take_status(Intake *in, Line line)
{
    AreaStatus status = {.window = WINDOW_ALL,
                         .source = line_text(line, STATUSES_SUMBER)};
    Str text = {0};
    (void)line_need(line, STATUSES_STATUS, &status.status);
    (void)line_need(line, STATUSES_WILAYAH, &status.area);
    (void)line_need(line, STATUSES_MULAI, &text);
    line_window(line, STATUSES_MULAI, STATUSES_SAMPAI, &status.window);
    status.known = status.window.first;
    line_date(line, STATUSES_DIKETAHUI, &status.known);
    line_flag(line, STATUSES_DIANDAIKAN, &status.assumed);
    VEC_PUSH(in->arena, &in->statuses, status);
}

void import_statuses(Intake *in)
{
    const Table *table = &in->table[TABLE_STATUSES];
    for (size_t i = 0; i < table_lines(table); i++)
        take_status(in, table_line(table, i));
}
