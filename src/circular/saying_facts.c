/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/saying.h"
#include "circular/words.h"

/* ---- facts that decide before any rule --------------------------------- */

void saying_closure(Saying *s, const Directive *d)
{
    const Closure *closure = &s->c->closures[d->thing];
    Str unit = s->c->r->units[closure->unit.index].name;
    Str when = saying_window(s, closure->window);
    Str text = str_format(s->arena,
                          s->lang == LANG_ID
                              ? "%.*s ditutup %.*s, hari libur ikut dihitung; "
                                "pegawainya di rumah."
                              : "%.*s is closed %.*s, days off included; its "
                                "staff are at home.",
                          STR_ARG(unit), STR_ARG(when));
    saying_add(s, BEARING_APPLIED, saying_cite(s, d->by), text);
    if (d->by.index != NO_INDEX) saying_clause(s, d->by);
}

void saying_day_off(Saying *s)
{
    const Person *person = &s->c->r->people[s->person.index];
    const CalendarEntry *why = NULL;
    Date day = law_date(s->day);
    DayKind kind = calendar_day(s->c->calendar, day, s->c->known, &why);
    if (!window_has(person->window, day)) {
        saying_add(
            s, BEARING_FACT, (Str){"", 0},
            saying_pick(s, STR("Pada hari ini belum atau tidak lagi bertugas."),
                        STR("Not in service on this day.")));
    } else if (kind != DAY_WORK) {
        saying_add(s, BEARING_FACT, (Str){"", 0},
                   str_format(s->arena, "%.*s: %.*s.",
                              STR_ARG(saying_pick(s, STR("Hari libur"),
                                                  STR("Holiday"))),
                              STR_ARG(why->name)));
    } else {
        saying_add(
            s, BEARING_FACT, (Str){"", 0},
            str_format(s->arena,
                       s->lang == LANG_ID
                           ? "Bukan hari kerja: unit ini bekerja %d hari "
                             "sepekan."
                           : "No working day: the unit works %d days a "
                             "week.",
                       s->c->r->units[person->unit.index].week));
    }
}

/* The reason of a mark is sealed: that there is one is all that is said. */
void saying_health(Saying *s)
{
    saying_add(
        s, BEARING_FACT, (Str){"", 0},
        saying_pick(s,
                    STR("Ada tanda bertanggal bahwa pegawai ini bekerja di "
                        "rumah; alasannya tertutup."),
                    STR("A dated mark keeps this person at home; its reason is "
                        "sealed.")));
}

/* Kinds of leave that would tell of health stay "leave". */
static Str absence_words(const Saying *s, AbsenceKind kind)
{
    if (kind == ABSENCE_DINAS_LUAR)
        return saying_pick(s, STR("Dinas luar"), STR("Official trip"));
    if (kind == ABSENCE_TUGAS_BELAJAR)
        return saying_pick(s, STR("Tugas belajar"), STR("Study assignment"));
    return saying_pick(s, STR("Cuti"), STR("Leave"));
}

/* A trip that was asked for and granted. */
static void say_trip(Saying *s, uint32_t event_index)
{
    const Event *event = &s->c->r->events[event_index];
    Str when = saying_window(s, event->window);
    saying_add(s, BEARING_FACT, (Str){"", 0},
               str_format(s->arena,
                          s->lang == LANG_ID
                              ? "Dinas luar %.*s (%.*s), disetujui %.*s."
                              : "Official trip %.*s (%.*s), approved by %.*s.",
                          STR_ARG(when), STR_ARG(event->reason),
                          STR_ARG(event->approved_by)));
}

void saying_absence(Saying *s, const Directive *d)
{
    if (d->thing == NO_INDEX) {
        say_trip(s, d->part_event);
        return;
    }
    const Absence *absence = &s->c->r->absences[d->thing];
    Str when = saying_window(s, absence->window);
    Str what = absence_words(s, absence->kind);
    saying_add(
        s, BEARING_FACT, (Str){"", 0},
        str_format(s->arena, "%.*s %.*s.", STR_ARG(what), STR_ARG(when)));
    if (s->c->r->holdings_of[s->person.index].count == 0) return;
    saying_add(
        s, BEARING_NOT, (Str){"", 0},
        saying_pick(s,
                    STR("Cuti dan dinas luar mendahului kewajiban di kantor; "
                        "pelaksana tugas, bila ada, menggantikan."),
                    STR("Leave and trips come before a duty in the office; an "
                        "acting holder, if any, stands in.")));
}

/* Does the clause speak of this kind of call: recalls, meetings, visits? */
static bool speaks_of(const Clause *clause, EventKind kind)
{
    const Sentence *t = clause->sentence;
    if (clause->act == ACT_DUTY && t->pred == PRED_DO) {
        if (kind == EVENT_RECALL)
            return t->verb == VERB_BE_CALLED || t->verb == VERB_BE_ASSIGNED;
        return kind == EVENT_VISIT && t->verb == VERB_VISIT;
    }
    return kind == EVENT_MEETING && clause->act == ACT_STATE &&
           t->pred == PRED_STATE && t->verb == STATE_LIMITED &&
           t->who != NULL && t->who->group_count > 0 &&
           t->who->groups[0].terms[0].kind == TERM_THING &&
           t->who->groups[0].terms[0].value == THING_FACE_MEETING;
}

/* The rule of the letters in force that allows the call, if any. */
static void say_calling_rule(Saying *s, EventKind kind)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(s->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (!speaks_of(corpus_clause(s->c, all[i]), kind)) continue;
        saying_clause(s, all[i]);
        return;
    }
}

/* As it was written, without the stop that ends our own sentence. */
static Str without_stop(Str reason)
{
    size_t len = reason.len;
    while (len > 0 &&
           (reason.ptr[len - 1] == '.' || reason.ptr[len - 1] == ' '))
        len--;
    return str_slice(reason, 0, len);
}

void saying_recall(Saying *s, uint32_t event_index)
{
    const Event *event = &s->c->r->events[event_index];
    Str hours = event->from < 0
                    ? (Str){"", 0}
                    : str_format(s->arena, " %02d.%02d\xE2\x80\x93%02d.%02d",
                                 event->from / 60, event->from % 60,
                                 event->to / 60, event->to % 60);
    Str known = date_words(s->arena, event->known, s->lang);
    Str what = event->kind == EVENT_RECALL
                   ? saying_pick(s, STR("Dipanggil ke kantor"),
                                 STR("Called to the office"))
               : event->kind == EVENT_MEETING
                   ? saying_pick(s, STR("Rapat tatap muka yang disetujui"),
                                 STR("An approved meeting in person"))
                   : saying_pick(s, STR("Kunjungan yang diizinkan"),
                                 STR("A visit that was allowed"));
    saying_add(s, BEARING_APPLIED, (Str){"", 0},
               str_format(s->arena, "%.*s%.*s (%.*s): %.*s.", STR_ARG(what),
                          STR_ARG(hours), STR_ARG(known),
                          STR_ARG(without_stop(event->reason))));
    say_calling_rule(s, event->kind);
}
