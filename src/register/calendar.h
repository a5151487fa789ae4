/* SPDX-License-Identifier: Apache-2.0 */
/*
 * calendar.h - national holidays, joint leave, local days; as known on a day.
 *
 * The calendar is amended by decree, also after rosters were out: each entry
 * carries the day from which it was known.  Of the entries of one date the
 * latest known one holds.
 */
#pragma once

#include "base/diag.h"
#include "register/unit.h"

typedef enum {
    DAY_WORK,        /* no entry, or an entry that was withdrawn */
    DAY_HOLIDAY,     /* libur nasional */
    DAY_JOINT_LEAVE, /* cuti bersama */
    DAY_LOCAL        /* libur daerah */
} DayKind;

typedef struct {
    Date date; /* the day the entry is about */
    DayKind kind;
    Date known;
    Str name, source;
} CalendarEntry;

typedef struct {
    VEC(CalendarEntry) entries; /* by date, then known */
    Window covers;              /* first to last year with entries; empty
                                   ({0, -1}) before any was read */
} Calendar;

Calendar calendar_empty(void);

/*
 * calendar_read - add a file: tanggal,jenis,nama,diketahui,sumber with jenis
 * libur | cuti bersama | daerah | batal.  Faults go to diags; all or nothing.
 */
bool calendar_read(Arena *arena, const Source *file, Calendar *calendar,
                   Diags *diags);

/* Are there national entries for that year?  A year between two may be
 * missing, and local days alone say nothing of the nation's. */
bool calendar_covers(const Calendar *calendar, int32_t year);

/* What the date is; the entry (NULL for DAY_WORK without one) in *why. */
DayKind calendar_day(const Calendar *calendar, Date date, Date known,
                     const CalendarEntry **why);

/* Does a unit with this week (5, 6, 7) work that day?  A 7-day unit always. */
bool calendar_works(const Calendar *calendar, uint8_t week, Date date,
                    Date known);
