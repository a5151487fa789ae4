/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

static void take_absence(Intake *in, Line line)
{
    Absence absence = {.window = WINDOW_ALL, .known = DATE_ALWAYS};
    Str text = {0};
    int kind = ABSENCE_CUTI;
    bool whose = line_person(line, ABSENCES_PEGAWAI, &absence.person);
    if (line_need(line, ABSENCES_JENIS, &text))
        line_word(line, ABSENCES_JENIS, absence_kind_words(), REPAIR_WORD,
                  &kind);
    absence.kind = (AbsenceKind)kind;
    (void)line_need(line, ABSENCES_MULAI, &text);
    line_window(line, ABSENCES_MULAI, ABSENCES_SAMPAI, &absence.window);
    line_date(line, ABSENCES_DICATAT, &absence.known);
    absence.urgent = line_text(line, ABSENCES_URGENSI).len > 0;
    if (whose) VEC_PUSH(in->arena, &in->absences, absence);
}

void import_absences(Intake *in)
{
    const Table *table = &in->table[TABLE_ABSENCES];
    for (size_t i = 0; i < table_lines(table); i++)
        take_absence(in, table_line(table, i));
}

static void take_mark(Intake *in, Line line)
{
    Mark mark = {
        .effect = MARK_NAMED, .window = WINDOW_ALL, .known = DATE_ALWAYS};
    bool whose = line_person(line, MARKS_PEGAWAI, &mark.person);
    if (line_need(line, MARKS_TANDA, &mark.name))
        (void)mark_effect_parse(mark.name, &mark.effect);
    line_window(line, MARKS_MULAI, MARKS_SAMPAI, &mark.window);
    line_date(line, MARKS_DICATAT, &mark.known);
    if (whose) VEC_PUSH(in->arena, &in->marks, mark);
}

void import_marks(Intake *in)
{
    const Table *table = &in->table[TABLE_MARKS];
    for (size_t i = 0; i < table_lines(table); i++)
        take_mark(in, table_line(table, i));
}
