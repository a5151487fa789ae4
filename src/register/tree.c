/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

/* The parent's column, whichever table the unit comes from. */
static int parent_column(Line line)
{
    return line.table->kind == TABLE_UNITS ? (int)UNITS_INDUK
                                           : (int)PEOPLE_UNOR_INDUK;
}

static void find_parents(Intake *in)
{
    for (uint32_t i = 0; i < in->units.count; i++) {
        Line line = in->unit_lines.at[i];
        UnitId parent = NO_UNIT;
        if (in->parents.at[i].len == 0) continue;
        uint32_t known = map_find(&in->made.unit_codes, in->parents.at[i]);
        if (known != NO_INDEX)
            in->units.at[i].parent = (UnitId){known};
        else if (line_unit(line, parent_column(line), &parent))
            in->units.at[i].parent = parent;
    }
}

static void find_roots(Intake *in, bool has_cycle)
{
    uint32_t roots = 0;
    for (uint32_t i = 0; i < in->units.count; i++) {
        Line line = in->unit_lines.at[i];
        if (in->parents.at[i].len > 0) continue;
        if (++roots > 1)
            line_fault_of(line, parent_column(line), REPAIR_TWO_ROOTS,
                          in->units.at[i].name);
    }
    if (roots == 0 && !has_cycle)
        fault_add(in->faults, REPAIR_NO_ROOT,
                  (Fault){.file = in->table[TABLE_UNITS].file,
                          .header = header_name(TABLE_UNITS, UNITS_INDUK)});
}

/* "a > b > c > a", beginning and ending with `from`. */
static void tell_cycle(Intake *in, uint32_t from)
{
    enum { NAMED_MOST = 12 };
    Line line = in->unit_lines.at[from];
    Buf buf = buf_in(in->arena);
    uint32_t at = from;
    size_t named = 0;
    do {
        if (named < NAMED_MOST) {
            buf_put(&buf, in->units.at[at].code);
            buf_c(&buf, " > ");
        } else if (named == NAMED_MOST) {
            buf_c(&buf, "... > ");
        }
        named++;
        at = in->units.at[at].parent.index;
    } while (at != from);
    buf_put(&buf, in->units.at[from].code);
    line_fault_of(line, parent_column(line), REPAIR_CYCLE, buf_str(&buf));
}

/*
 * Each unit's way upwards is walked once: it ends at the root, at a unit seen
 * on an earlier walk, or at one of this walk, and then it runs in a circle.
 */
static bool find_cycles(Intake *in)
{
    uint32_t *walk = NEW(in->arena, uint32_t, in->units.count);
    bool found = false;
    for (uint32_t i = 0; i < in->units.count; i++) {
        uint32_t at = i;
        while (at != NO_INDEX && walk[at] == 0) {
            walk[at] = i + 1;
            at = in->units.at[at].parent.index;
        }
        if (at != NO_INDEX && walk[at] == i + 1) {
            tell_cycle(in, at);
            found = true;
        }
    }
    return found;
}

void intake_tree(Intake *in)
{
    find_parents(in);
    find_roots(in, find_cycles(in));
}
