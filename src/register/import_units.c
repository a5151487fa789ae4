/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

bool unit_type_is_agency(UnitType type)
{
    static const bool agencies[] = {
        [UNIT_SETDA] = true, [UNIT_SETWAN] = true,    [UNIT_INSPEKTORAT] = true,
        [UNIT_DINAS] = true, [UNIT_BADAN] = true,     [UNIT_SATPOL] = true,
        [UNIT_RSUD] = true,  [UNIT_KECAMATAN] = true, [UNIT_SEKSI] = false,
    };
    return (size_t)type < COUNT(agencies) && agencies[type];
}

bool unit_type_is_work_unit(UnitType type)
{
    static const bool others[] = {
        [UNIT_KELURAHAN] = true, [UNIT_PUSKESMAS] = true, [UNIT_UPTD] = true,
        [UNIT_SEKOLAH] = true,   [UNIT_SEKSI] = false,
    };
    return unit_type_is_agency(type) ||
           ((size_t)type < COUNT(others) && others[type]);
}

bool intake_add_unit(Intake *in, Line line, Unit unit, Str parent)
{
    if (map_find(&in->made.unit_codes, unit.code) != NO_INDEX) {
        line_fault_of(line, UNITS_KODE, REPAIR_CODE, unit.code);
        return false;
    }
    (void)map_put(&in->made.unit_codes, unit.code, (uint32_t)in->units.count);
    VEC_PUSH(in->arena, &in->units, unit);
    VEC_PUSH(in->arena, &in->unit_lines, line);
    VEC_PUSH(in->arena, &in->parents, parent);
    return true;
}

/* The type as the file says it or, where it has no such column, by the name. */
static void take_type(Line line, Unit *unit)
{
    int type = UNIT_SEKSI;
    Str text = {0};
    if (!table_has(line.table, UNITS_JENIS)) {
        if (!unit_type_guess(unit->name, &unit->type))
            line_offer(line, UNITS_JENIS, REPAIR_UNIT_TYPE, unit->name,
                       unit_type_words());
        return;
    }
    if (!line_need(line, UNITS_JENIS, &text)) return;
    line_word(line, UNITS_JENIS, unit_type_words(), REPAIR_UNIT_TYPE, &type);
    unit->type = (UnitType)type;
}

static void take_flags(Line line, Unit *unit)
{
    if (table_has(line.table, UNITS_PERANGKAT_DAERAH))
        line_flag(line, UNITS_PERANGKAT_DAERAH, &unit->agency);
    else
        unit->agency = unit_type_is_agency(unit->type);

    if (table_has(line.table, UNITS_UNIT_KERJA))
        line_flag(line, UNITS_UNIT_KERJA, &unit->work_unit);
    else
        unit->work_unit = unit_type_is_work_unit(unit->type);
    line_flag(line, UNITS_JAM_24, &unit->round_clock);
}

static void take_service(Line line, Unit *unit)
{
    int service = SERVICE_NONE;
    bool is_service = false;
    line_word(line, UNITS_LAYANAN, service_class_words(), REPAIR_WORD,
              &service);
    unit->service = (ServiceClass)service;
    line_flag(line, UNITS_BAGIAN_PELAYANAN, &is_service);
    if (line_text(line, UNITS_BAGIAN_PELAYANAN).len > 0)
        unit->section = is_service ? SECTION_SERVICE : SECTION_NOT_SERVICE;
}

static void take_unit(Intake *in, Line line)
{
    Unit unit = {.short_name = line_text(line, UNITS_SINGKATAN),
                 .aliases = line_text(line, UNITS_ALIAS),
                 .parent = NO_UNIT,
                 .area = line_text(line, UNITS_WILAYAH),
                 .building = line_text(line, UNITS_GEDUNG),
                 .type = UNIT_SEKSI,
                 .window = WINDOW_ALL};
    int64_t week = 5;
    bool named = line_need(line, UNITS_KODE, &unit.code);
    (void)line_need(line, UNITS_NAMA, &unit.name);
    take_type(line, &unit);
    take_flags(line, &unit);
    take_service(line, &unit);
    line_number(line, UNITS_HARI_KERJA, 5, 7, &week);
    unit.week = (uint8_t)week;
    line_window(line, UNITS_MULAI, UNITS_SAMPAI, &unit.window);
    if (named)
        (void)intake_add_unit(in, line, unit, line_text(line, UNITS_INDUK));
}

void import_units(Intake *in)
{
    const Table *table = &in->table[TABLE_UNITS];
    in->guessed_work_units = !table_has(table, UNITS_UNIT_KERJA);
    for (size_t i = 0; i < table_lines(table); i++)
        take_unit(in, table_line(table, i));
}

static void put_name(Intake *in, Str name, uint32_t unit)
{
    Str folded = str_fold(in->arena, name);
    if (folded.len == 0) return;
    uint32_t before = map_put(&in->made.unit_names, folded, unit);
    if (before != NO_INDEX && before != unit)
        (void)map_put(&in->made.unit_names, folded, SEVERAL);
}

void intake_names_of_units(Intake *in)
{
    for (uint32_t i = 0; i < in->units.count; i++) {
        const Unit *unit = &in->units.at[i];
        Str rest = unit->aliases;
        Str alias = {0};
        put_name(in, unit->name, i);
        put_name(in, unit->short_name, i);
        while (str_next(&rest, '|', &alias))
            put_name(in, alias, i);
    }
}

static bool is_on_shifts(const Unit *unit)
{
    enum { WHOLE_WEEK = 7 };
    return unit->round_clock && unit->week < WHOLE_WEEK;
}

/* A part of such a unit is not named beside it. */
void intake_shifts(Intake *in)
{
    HeaderNames names = {0};
    for (size_t i = 0; i < in->units.count; i++) {
        const Unit *unit = &in->units.at[i];
        uint32_t parent = unit->parent.index;
        if (is_on_shifts(unit) &&
            (parent == NO_INDEX || !is_on_shifts(&in->units.at[parent])))
            VEC_PUSH(in->arena, &names, unit->name);
    }
    if (names.count == 0) return;
    Str list = intake_list(in, names.at, names.count);
    intake_remark(
        in, DIAG_NOTE, "impor-11",
        str_format(in->arena,
                   "%zu unit 24 jam dengan hari kerja kantor (5 atau 6): "
                   "gilir jaganya tidak dijadwalkan di sini: %.*s",
                   names.count, STR_ARG(list)),
        str_format(in->arena,
                   "%zu units serve 24 hours in an office week (5 or 6 days): "
                   "their shifts are not rostered here: %.*s",
                   names.count, STR_ARG(list)));
}
