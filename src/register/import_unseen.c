/* SPDX-License-Identifier: Apache-2.0 */
#include "base/unseen.h"
#include "register/fault.h"
#include "register/header.h"

typedef struct {
    Arena *arena;
    const ImportFile *file;
    const CsvRow *names; /* the header */
    Faults *faults;
} Looking;

/* The character is named by its number, behind what is seen before it. */
static void add(const Looking *l, const CsvRow *row, uint32_t column,
                size_t before)
{
    Str text = csv_field(row, column);
    Str seen = str_trim(str_slice(text, 0, before));
    unsigned point = unseen_point(text, before);
    Fault fault = {.file = l->file->name,
                   .row = row->line,
                   .column = column + 1,
                   .header = str_trim(csv_field(l->names, column))};
    if (faults_are_full(l->faults)) {
        fault_add(l->faults, REPAIR_UNSEEN, fault);
        return;
    }
    if (seen.len == 0) {
        fault.value_id = str_format(l->arena, "U+%04X di awal", point);
        fault.value = str_format(l->arena, "U+%04X at the beginning", point);
    } else {
        fault.value_id =
            str_format(l->arena, "U+%04X sesudah '%.*s'", point, STR_ARG(seen));
        fault.value =
            str_format(l->arena, "U+%04X behind '%.*s'", point, STR_ARG(seen));
    }
    fault_add(l->faults, REPAIR_UNSEEN, fault);
}

bool import_unseen(Arena *arena, TableKind kind, const ImportFile *file,
                   Faults *faults)
{
    Csv csv = {0};
    Err unread = {0};
    HeaderNames unused = {0};
    size_t had = faults->count;
    size_t at = 0;
    if (!csv_read(arena, file->bytes, (CsvLimits){0}, &csv, &unread) ||
        csv.rows.count == 0)
        return true;
    if (faults->arena == NULL) faults->arena = arena;
    Looking looking = {arena, file, &csv.rows.at[0], faults};
    Header header = header_read(arena, kind, looking.names, &unused);
    for (size_t i = 1; i < csv.rows.count; i++) {
        for (size_t c = 0; c < header_columns(kind); c++) {
            const CsvRow *row = &csv.rows.at[i];
            uint32_t column = header.at[c];
            if (column == NO_INDEX ||
                unseen_find(csv_field(row, column), &at) == 0)
                continue;
            add(&looking, row, column, at);
        }
    }
    return faults->count == had;
}
