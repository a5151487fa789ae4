/* SPDX-License-Identifier: Apache-2.0 */
/*
 * note_whom.c - whom the visitor may note for, and how their day stands.
 */
#include "app/unit_now.h"
#include "web/note.h"

enum { UNITS_MOST = 64 };

bool note_is_clerk(Visit *v)
{
    const Register *r = &v->view->office->r;
    for (uint32_t i = 0; i < r->grant_count; i++) {
        if (r->grants[i].person.index == v->person.index &&
            visit_may(v, ACCESS_PRESENCE, NO_PERSON, r->grants[i].unit, NULL))
            return true;
    }
    return false;
}

/* Units that the visitor was granted something in, or heads: nobody else's
 * people have to be asked about one by one. */
static size_t near_units(Visit *v, UnitId units[UNITS_MOST])
{
    const Register *r = &v->view->office->r;
    size_t count = unit_now_headed(v->view, v->person, units, UNITS_MOST);
    if (count > UNITS_MOST) count = UNITS_MOST;
    for (uint32_t i = 0; i < r->grant_count && count < UNITS_MOST; i++) {
        if (r->grants[i].person.index == v->person.index &&
            r->grants[i].unit.index != NO_INDEX)
            units[count++] = r->grants[i].unit;
    }
    return count;
}

static bool is_near(const Register *r, const UnitId *units, size_t count,
                    PersonId person)
{
    for (size_t i = 0; i < count; i++) {
        if (unit_is_under(r, r->people[person.index].unit, units[i]))
            return true;
    }
    return false;
}

static bool fits(const Visit *v, PersonId person, Str folded)
{
    const Person *p = &v->view->office->r.people[person.index];
    return folded.len == 0 ||
           str_find(str_fold(v->arena, p->name), folded, 0) != SIZE_MAX;
}

static void add_rows(NoteList *list)
{
    Visit *v = list->visit;
    UnitId units[UNITS_MOST];
    const Register *r = &v->view->office->r;
    size_t unit_count = near_units(v, units);
    Str folded = str_fold(v->arena, visit_field(v, "cari")->text);
    list->rows = NEW(v->arena, const PeopleRow *, list->day.count + 1);
    for (size_t i = 0; i < list->day.count; i++) {
        const PeopleRow *row = &list->day.rows[i];
        if (row->person.index == v->person.index ||
            !is_near(r, units, unit_count, row->person) ||
            !visit_may(v, ACCESS_PRESENCE, row->person, NO_UNIT, NULL) ||
            !fits(v, row->person, folded))
            continue;
        list->rows[list->count++] = row;
        list->bare += row->in_minute < 0;
    }
}

/* Behind the person of the cursor. */
static void cut(NoteList *list)
{
    const Register *r = &list->visit->view->office->r;
    Str after = visit_field(list->visit, "sesudah")->text;
    uint32_t person = map_find(&r->person_codes, after);
    while (after.len > 0 && person != NO_INDEX && list->first < list->count &&
           list->rows[list->first]->person.index <= person)
        list->first++;
    list->last = list->first + NOTE_SHOWN < list->count
                     ? list->first + NOTE_SHOWN
                     : list->count;
}

static bool refuse_stranger(Visit *v)
{
    visit_refuse_with(v, ERR_DENIED,
                      "mencatat untuk orang lain ialah tugas petugas unit dan "
                      "atasan langsung; untuk diri sendiri pakai halaman Hari "
                      "ini",
                      "noting for others is for the unit's clerk and direct "
                      "superiors; for yourself there is the page of today");
    return false;
}

bool note_day(Visit *v, Date *out)
{
    const FieldValue *day = visit_field(v, "hari");
    *out = day->given ? day->date : v->today;
    if (!date_before(v->today, *out)) return true;
    visit_refuse_with(v, ERR_INPUT,
                      "hari itu belum tiba; yang dicatat ialah yang sudah "
                      "terjadi",
                      "that day is still to come; what is noted has happened");
    return false;
}

bool note_list_take(Visit *v, NoteList *out)
{
    Date day;
    Err err = {0};
    *out = (NoteList){.visit = v};
    if (!note_day(v, &day)) return false;
    if (!people_day(v->arena, v->view, day, &out->day, &err)) {
        visit_refuse(v, &err);
        return false;
    }
    add_rows(out);
    cut(out);
    bool searched = visit_field(v, "cari")->given;
    return out->count > 0 || searched || refuse_stranger(v);
}
