/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

/* A unit for whom it is of one, and none for the others. */
static bool take_unit(Line line, Grant *grant)
{
    if (grant_role_is_of_unit(grant->role))
        return line_unit(line, GRANTS_UNIT, &grant->unit);
    if (line_text(line, GRANTS_UNIT).len == 0) return true;
    line_fault(line, GRANTS_UNIT, REPAIR_SURPLUS, STR(""));
    return false;
}

static bool take_device(Line line, Str *out)
{
    Str text = {0};
    if (!line_need(line, GRANTS_ORANG, &text)) return false;
    if (grant_is_device(text)) {
        *out = text;
        return true;
    }
    line_fault(line, GRANTS_ORANG, REPAIR_DEVICE, STR(""));
    return false;
}

/* A device where devices share the day, a person everywhere else. */
static bool take_whose(Line line, int role, Grant *grant)
{
    if (role == GRANT_DEVICE) return take_device(line, &grant->device);
    return line_person(line, GRANTS_ORANG, &grant->person);
}

static void take_grant(Intake *in, Line line)
{
    Grant grant = {.person = NO_PERSON, .unit = NO_UNIT, .window = WINDOW_ALL};
    Str text = {0};
    int role = -1;
    if (line_need(line, GRANTS_PERAN, &text))
        line_word(line, GRANTS_PERAN, grant_role_words(), REPAIR_WORD, &role);
    bool whose = take_whose(line, role, &grant);
    (void)line_need(line, GRANTS_MULAI, &text);
    line_window(line, GRANTS_MULAI, GRANTS_SAMPAI, &grant.window);
    if (role < 0) return; /* a fault already */
    grant.role = (GrantRole)role;
    if (take_unit(line, &grant) && whose)
        VEC_PUSH(in->arena, &in->grants, grant);
}

void import_grants(Intake *in)
{
    const Table *table = &in->table[TABLE_GRANTS];
    for (size_t i = 0; i < table_lines(table); i++)
        take_grant(in, table_line(table, i));
}
