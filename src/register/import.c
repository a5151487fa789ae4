/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

static Intake intake_begin(Arena *arena, Faults *faults, Diags *remarks)
{
    Intake in = {.arena = arena, .faults = faults, .remarks = remarks};
    Map *const maps[] = {
        &in.made.unit_codes, &in.made.person_codes, &in.made.nips,
        &in.made.locals,     &in.made.post_codes,   &in.made.unit_names,
        &in.offered,
    };
    for (size_t i = 0; i < COUNT(maps); i++)
        *maps[i] = map_in(arena);
    return in;
}

/* All are opened, so that what they lack is told at once. */
static void open_tables(Intake *in, const ImportFile tables[TABLE_COUNT])
{
    for (int kind = 0; kind < TABLE_COUNT; kind++)
        table_open(in, (TableKind)kind, &tables[kind]);
    in->units_lost =
        in->table[TABLE_UNITS].given && !in->table[TABLE_UNITS].whole;
    in->people_lost = !in->table[TABLE_PEOPLE].whole;
}

static bool has_unor(const Intake *in)
{
    const Table *people = &in->table[TABLE_PEOPLE];
    return table_has(people, PEOPLE_UNIT) &&
           (table_has(people, PEOPLE_UNOR_NAMA) ||
            table_has(people, PEOPLE_UNOR_INDUK));
}

static void read_structure(Intake *in)
{
    if (in->table[TABLE_UNITS].given) {
        import_units(in);
    } else if (has_unor(in)) {
        import_unor(in);
    } else {
        fault_add(in->faults, REPAIR_TABLE, (Fault){.file = STR("units.csv")});
        in->units_lost = true;
    }
    intake_names_of_units(in);
    if (in->units_lost) return; /* what is left of them is no tree */
    intake_tree(in);
    intake_shifts(in);
}

static void read_people(Intake *in)
{
    import_people(in);
    if (in->table[TABLE_POSTS].given)
        import_posts(in);
    else
        import_unor_posts(in);
    intake_heads(in);
}

bool import_register(Arena *arena, const ImportFile tables[TABLE_COUNT],
                     Register *out, Faults *faults, Diags *remarks)
{
    if (faults->arena == NULL) faults->arena = arena;
    size_t before = faults->count;
    Intake in = intake_begin(arena, faults, remarks);
    open_tables(&in, tables);
    read_structure(&in);
    read_people(&in);
    import_absences(&in);
    import_marks(&in);
    import_counters(&in);
    import_events(&in);
    import_statuses(&in);
    import_grants(&in);
    if (faults->count > before) return false;
    intake_settle(&in, out);
    return true;
}
