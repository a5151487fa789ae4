/* SPDX-License-Identifier: Apache-2.0 */
#include "tables.h"

static const char *const names[TABLE_COUNT] = {
    [TABLE_UNITS] = "units.csv",       [TABLE_POSTS] = "posts.csv",
    [TABLE_PEOPLE] = "people.csv",     [TABLE_ABSENCES] = "absences.csv",
    [TABLE_MARKS] = "marks.csv",       [TABLE_COUNTERS] = "counters.csv",
    [TABLE_EVENTS] = "events.csv",     [TABLE_STATUSES] = "status.csv",
    [TABLE_GRANTS] = "kewenangan.csv",
};

Tables tables_import_file(Arena *arena, TableKind kind, Str name, Str bytes,
                          const char *const texts[TABLE_COUNT])
{
    ImportFile files[TABLE_COUNT] = {0};
    Tables t = {.faults = {.arena = arena}, .remarks = diags_in(arena)};
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (texts[i] != NULL)
            files[i] = (ImportFile){str_of(names[i]), str_of(texts[i])};
    }
    if (name.len > 0) files[kind] = (ImportFile){name, bytes};
    t.made = import_register(arena, files, &t.r, &t.faults, &t.remarks);
    return t;
}

Tables tables_import(Arena *arena, const char *const texts[TABLE_COUNT])
{
    return tables_import_file(arena, TABLE_UNITS, STR(""), STR(""), texts);
}

Str tables_fault(Arena *arena, const Fault *fault)
{
    return str_format(arena, "%s|%.*s|%u|%u|%.*s|%.*s|%.*s", fault->repair,
                      STR_ARG(fault->file), fault->row, fault->column,
                      STR_ARG(fault->header), STR_ARG(fault->value),
                      STR_ARG(fault->right));
}

Str tables_remarks(Arena *arena, const Tables *tables)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < tables->remarks.list.count; i++) {
        const Diag *diag = &tables->remarks.list.at[i];
        buf_format(&out, "%s: %.*s\n", diag->id, STR_ARG(diag->said[LANG_EN]));
    }
    return buf_str(&out);
}

UnitId tables_unit(const Tables *tables, const char *code)
{
    uint32_t unit = map_find(&tables->r.unit_codes, str_of(code));
    CHECK(unit != NO_INDEX);
    return (UnitId){unit};
}

PersonId tables_person(const Tables *tables, const char *code)
{
    uint32_t person = map_find(&tables->r.person_codes, str_of(code));
    CHECK(person != NO_INDEX);
    return (PersonId){person};
}

Str tables_code(const Tables *tables, PersonId person)
{
    return person.index == NO_INDEX ? STR("-")
                                    : tables->r.people[person.index].code;
}

Date tables_day(const char *iso)
{
    Date day = {0};
    CHECK(date_lenient(str_of(iso), &day));
    return day;
}
