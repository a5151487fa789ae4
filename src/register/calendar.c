/* SPDX-License-Identifier: Apache-2.0 */
#include "register/calendar.h"

#include "base/csv.h"

#include <stdlib.h>
#include <string.h>

static const Word kinds[] = {
    {STR_INIT("batal"),        DAY_WORK       },
    {STR_INIT("libur"),        DAY_HOLIDAY    },
    {STR_INIT("cuti bersama"), DAY_JOINT_LEAVE},
    {STR_INIT("daerah"),       DAY_LOCAL      },
};

#define CALENDAR_COLUMNS(X)   \
    X(TANGGAL, "tanggal")     \
    X(JENIS, "jenis")         \
    X(NAMA, "nama")           \
    X(DIKETAHUI, "diketahui") \
    X(SUMBER, "sumber")

enum {
#define X(name, word) COLUMN_##name,
    CALENDAR_COLUMNS(X)
#undef X
        COLUMN_COUNT
};

/* One file being read. */
typedef struct {
    const Source *file;
    Diags *diags;
    Csv csv;
    uint32_t column[COLUMN_COUNT]; /* where each column stands, or NO_INDEX */
    uint32_t line;                 /* whose first byte is `offset` */
    size_t offset;
    size_t faults;
} Reading;

Calendar calendar_empty(void)
{
    return (Calendar){
        .covers = {{0}, {-1}}
    };
}

/* The bytes of a line; asked for in rising order, so the text is read once. */
static Span line_span(Reading *r, uint32_t line)
{
    Str text = r->file->text;
    size_t end = 0;
    if (line < r->line) {
        r->line = 1;
        r->offset = 0;
    }
    while (r->line < line) {
        end = str_find(text, STR("\n"), r->offset);
        if (end == SIZE_MAX) break;
        r->offset = end + 1;
        r->line++;
    }
    end = str_find(text, STR("\n"), r->offset);
    if (end == SIZE_MAX) end = text.len;
    return (Span){(uint32_t)r->offset, (uint32_t)end};
}

static void fault(Reading *r, uint32_t line, const char *id, Str said_id,
                  Str said_en)
{
    r->faults++;
    diag_add(r->diags, DIAG_ERROR, id, r->file, line_span(r, line), said_id,
             said_en);
}

static bool find_columns(Reading *r)
{
    static const Str names[] = {
#define X(name, word) STR_INIT(word),
        CALENDAR_COLUMNS(X)
#undef X
    };
    Arena *arena = r->diags->arena;
    if (r->csv.rows.count == 0) {
        fault(r, 1, "kalender-01", STR("berkas kalender kosong"),
              STR("the calendar file is empty"));
        return false;
    }
    const CsvRow *header = &r->csv.rows.at[0];
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        r->column[c] = NO_INDEX;
        for (uint32_t i = 0; i < header->count; i++) {
            if (str_folded_is(header->field[i], names[c])) r->column[c] = i;
        }
        if (r->column[c] == NO_INDEX)
            fault(
                r, header->line, "kalender-02",
                str_format(arena, "kolom '%.*s' tidak ada", STR_ARG(names[c])),
                str_format(arena, "there is no column '%.*s'",
                           STR_ARG(names[c])));
    }
    return r->faults == 0;
}

static Str cell(const Reading *r, const CsvRow *row, int column)
{
    return csv_field(row, r->column[column]);
}

static void take_date(Reading *r, const CsvRow *row, int column, Date *out)
{
    Arena *arena = r->diags->arena;
    Str text = cell(r, row, column);
    if (date_lenient(text, out)) return;
    fault(r, row->line, "kalender-03",
          str_format(arena, "'%.*s' bukan tanggal", STR_ARG(text)),
          str_format(arena, "'%.*s' is not a date", STR_ARG(text)));
    diag_advise(r->diags, STR("tulis seperti 2020-08-17"),
                STR("write it like 2020-08-17"));
}

static void take_kind(Reading *r, const CsvRow *row, DayKind *out)
{
    Arena *arena = r->diags->arena;
    Str text = cell(r, row, COLUMN_JENIS);
    int value = 0;
    if (words_find(WORDS(kinds), text, &value)) {
        *out = (DayKind)value;
        return;
    }
    fault(r, row->line, "kalender-04",
          str_format(arena, "jenis '%.*s' tidak dikenal", STR_ARG(text)),
          str_format(arena, "unknown kind '%.*s'", STR_ARG(text)));
    diag_advise(r->diags, STR("libur, cuti bersama, daerah, atau batal"),
                STR("one of libur, cuti bersama, daerah, batal"));
}

/* An empty "diketahui" means: known from the start. */
static CalendarEntry take_entry(Reading *r, const CsvRow *row)
{
    CalendarEntry entry = {.known = DATE_ALWAYS,
                           .name = cell(r, row, COLUMN_NAMA),
                           .source = cell(r, row, COLUMN_SUMBER)};
    take_date(r, row, COLUMN_TANGGAL, &entry.date);
    take_kind(r, row, &entry.kind);
    if (cell(r, row, COLUMN_DIKETAHUI).len > 0)
        take_date(r, row, COLUMN_DIKETAHUI, &entry.known);
    return entry;
}

static int by_date_then_known(const void *a, const void *b)
{
    const CalendarEntry *x = a;
    const CalendarEntry *y = b;
    int order = (x->date.days > y->date.days) - (x->date.days < y->date.days);
    if (order == 0)
        order =
            (x->known.days > y->known.days) - (x->known.days < y->known.days);
    if (order == 0) order = (x->kind > y->kind) - (x->kind < y->kind);
    return order;
}

static Date year_day(int32_t year, int32_t month, int32_t day)
{
    Date date = {0};
    CHECK(date_of(year, month, day, &date));
    return date;
}

static void settle(Calendar *calendar)
{
    size_t count = calendar->entries.count;
    if (count == 0) return;
    qsort(calendar->entries.at, count, sizeof calendar->entries.at[0],
          by_date_then_known);
    int32_t from = date_civil(calendar->entries.at[0].date).year;
    int32_t to = date_civil(calendar->entries.at[count - 1].date).year;
    calendar->covers = (Window){year_day(from, 1, 1), year_day(to, 12, 31)};
}

bool calendar_read(Arena *arena, const Source *file, Calendar *calendar,
                   Diags *diags)
{
    Reading r = {.file = file, .diags = diags, .line = 1};
    Err err = {0};
    VEC(CalendarEntry) fresh = {0};
    if (!csv_read(arena, file->text, (CsvLimits){0}, &r.csv, &err)) {
        Str why = str_copy(diags->arena, str_of(err.text));
        fault(&r, 1, "kalender-05", why, why);
        return false;
    }
    if (!find_columns(&r)) return false;
    for (size_t i = 1; i < r.csv.rows.count; i++)
        VEC_PUSH(arena, &fresh, take_entry(&r, &r.csv.rows.at[i]));
    if (r.faults > 0) return false;

    for (size_t i = 0; i < fresh.count; i++)
        VEC_PUSH(arena, &calendar->entries, fresh.at[i]);
    settle(calendar);
    return true;
}

/* The first entry of that date or of a later one. */
static size_t first_from(const Calendar *calendar, Date date)
{
    size_t low = 0;
    size_t high = calendar->entries.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (date_before(calendar->entries.at[middle].date, date))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool calendar_covers(const Calendar *calendar, int32_t year)
{
    Date first = {0};
    if (!date_of(year, 1, 1, &first)) return false;
    for (size_t i = first_from(calendar, first); i < calendar->entries.count;
         i++) {
        const CalendarEntry *entry = &calendar->entries.at[i];
        if (date_civil(entry->date).year != year) return false;
        if (entry->kind != DAY_LOCAL) return true;
    }
    return false;
}

DayKind calendar_day(const Calendar *calendar, Date date, Date known,
                     const CalendarEntry **why)
{
    const CalendarEntry *holds = NULL;
    for (size_t i = first_from(calendar, date); i < calendar->entries.count;
         i++) {
        const CalendarEntry *entry = &calendar->entries.at[i];
        if (!date_is(entry->date, date)) break;
        if (!date_before(known, entry->known)) holds = entry;
    }
    if (why != NULL) *why = holds;
    return holds == NULL ? DAY_WORK : holds->kind;
}

bool calendar_works(const Calendar *calendar, uint8_t week, Date date,
                    Date known)
{
    enum { WHOLE_WEEK = 7 };
    if (week >= WHOLE_WEEK) return true;
    if ((int)date_weekday(date) >= week) return false;
    return calendar_day(calendar, date, known, NULL) == DAY_WORK;
}
