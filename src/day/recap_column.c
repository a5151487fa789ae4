/* SPDX-License-Identifier: Apache-2.0 */
#include "day/recap.h"

static const struct {
    const char *name, *english;
} columns[RECAP_COLUMNS] = {
#define DAYS(id, name, english)       [RECAP_##id] = {name, english},
#define FOUND(id, name, english, ...) [RECAP_##id] = {name, english},
#include "day/recap_columns.def"
};

static const struct {
    DutyKind duty;
    Outcome outcome;
    RecapColumn column;
} found[] = {
#define FOUND(id, name, english, duty, outcome) \
    {DUTY_##duty, OUTCOME_##outcome, RECAP_##id},
#include "day/recap_columns.def"
};

Str recap_column_name(RecapColumn column)
{
    CHECK(column < RECAP_COLUMNS);
    return str_of(columns[column].name);
}

Str recap_column_word(RecapColumn column, Lang lang)
{
    CHECK(column < RECAP_COLUMNS);
    return str_of(lang == LANG_EN ? columns[column].english
                                  : columns[column].name);
}

bool recap_column_parse(Str name, RecapColumn *out)
{
    for (unsigned c = 0; c < RECAP_COLUMNS; c++) {
        if (!str_is(name, str_of(columns[c].name))) continue;
        *out = (RecapColumn)c;
        return true;
    }
    return false;
}

RecapColumn recap_column_of(DutyKind duty, Outcome outcome)
{
    for (size_t i = 0; i < COUNT(found); i++) {
        if (found[i].duty == duty && found[i].outcome == outcome)
            return found[i].column;
    }
    return RECAP_COLUMNS;
}
