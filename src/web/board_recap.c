/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_recap.h"

#include "door/recaps.h"
#include "sheet/recap_file.h"

const FieldRule board_recap_fields[BOARD_RECAP_FIELDS] = {
    {.name = "masa",
     .label = N_("Period"),
     .kind = FIELD_CHOICE,
     .choices = "mingguan|bulanan|surat|masa|hari"},
    {.name = "hari",              .label = N_("A day of it"),      .kind = FIELD_DATE},
    {.name = "mulai",              .label = N_("First day"),     .kind = FIELD_DATE },
    {.name = "sampai",              .label = N_("Last day"),    .kind = FIELD_DATE},
    {.name = "unit",              .label = N_("Unit"),      .kind = FIELD_CODE       },
    {.name = "lihat",              .label = N_("Show"),     .kind = FIELD_FLAG},
};

const FieldRule board_recap_file_fields[BOARD_RECAP_FILE_FIELDS] = {
    ASKED_UNIT_NEEDED,
    ASKED_DAYS,
    {.name = "bentuk",
      .label = N_("Form"),
      .kind = FIELD_CHOICE,
      .needed = true,
      .choices = RECAP_FILE_CHOICES},
};

const FieldRule board_recap_act_fields[BOARD_RECAP_ACT_FIELDS] = {
    ASKED_ID,
    ASKED_UNIT_NEEDED,
    ASKED_DAYS,
    {.name = "versi",
      .label = N_("Version"),
      .kind = FIELD_NUMBER,
      .least = 1,
      .most = 100000},
};

/* ---- what is asked for -----------------------------------------------------
 */

/* Unsaid: the whole government, for whoever watches over it; else the unit that
 * the route has found. */
static UnitId unit_of(Visit *v)
{
    if (visit_field(v, "unit")->given) return v->unit;
    if (visit_may(v, ACCESS_MONITOR, NO_PERSON, NO_UNIT, NULL))
        return v->view->office->r.preorder[0];
    return v->unit;
}

static bool no_period(Err *err)
{
    (void)FAIL(err, ERR_ABSENT,
               "no letter asks for such a recap by that day; choose the first "
               "and the last day yourself");
    return err_id(err, "tidak ada edaran yang meminta rekap seperti itu sampai "
                       "hari itu; pilih sendiri hari pertama dan hari "
                       "terakhir");
}

static bool find_days(const Visit *v, Window *out, Err *err)
{
    const FieldValue *first = visit_field(v, "mulai");
    const FieldValue *last = visit_field(v, "sampai");
    if (first->given && last->given && !date_before(last->date, first->date)) {
        *out = (Window){first->date, last->date};
        return true;
    }
    (void)FAIL(err, ERR_INPUT,
               "give the first and the last day; the last does not come before "
               "the first");
    return err_id(err, "isi hari pertama dan hari terakhir; hari terakhir "
                       "tidak mendahului hari pertama");
}

static bool find_window(Visit *v, Window *out, Err *err)
{
    RecapSpan span = RECAP_OF_WEEK;
    const FieldValue *day = visit_field(v, "hari");
    Str word = visit_field(v, "masa")->text;
    if (!recap_span_parse(word, &span)) return find_days(v, out, err);
    return recap_now_window(v->arena, v->view, span,
                            day->given ? day->date : v->today, out) ||
           no_period(err);
}

static BoardRecap *make(Visit *v, UnitId unit, Window window, Err *err)
{
    BoardRecap *recap = NEW(v->arena, BoardRecap, 1);
    recap->asked = true;
    recap->unit = unit;
    recap->window = window;
    if (recap_now(v->arena, v->view, unit, window, &recap->made, err))
        return recap;
    return NULL;
}

BoardRecap *board_recap_asked(Visit *v)
{
    Window window;
    BoardRecap *made = NULL;
    BoardRecap *none = NEW(v->arena, BoardRecap, 1);
    Err *err = NEW(v->arena, Err, 1);
    none->unit = unit_of(v);
    if (!visit_field(v, "masa")->given && !visit_field(v, "mulai")->given)
        return none;
    if (find_window(v, &window, err)) made = make(v, none->unit, window, err);
    none->why = err;
    return made != NULL ? made : none;
}

BoardRecap *board_recap_given(Visit *v, UnitId unit)
{
    Err err = {0};
    Window window;
    if (!asked_days(v, &window)) return NULL;
    BoardRecap *recap = make(v, unit, window, &err);
    if (recap == NULL) visit_refuse(v, &err);
    return recap;
}

/* ---- addresses and days ----------------------------------------------------
 */

Str board_recap_query(Arena *arena, const Register *r, UnitId unit,
                      Window window)
{
    char first[DATE_TEXT], last[DATE_TEXT];
    Str code = address_part(arena, r->units[unit.index].code);
    return str_format(arena, "?unit=%.*s&mulai=%s&sampai=%s", STR_ARG(code),
                      date_iso(window.first, first),
                      date_iso(window.last, last));
}

/* "26–28 Juli 2021" inside a month. */
Str board_recap_days(const Speech *speech, Window window)
{
    Civil first = date_civil(window.first), last = date_civil(window.last);
    if (date_is(window.first, window.last))
        return date_words(speech->arena, window.last, speech->lang);
    if (first.year == last.year && first.month == last.month)
        return str_format(
            speech->arena, "%d–%.*s", first.day,
            STR_ARG(date_words(speech->arena, window.last, speech->lang)));
    return str_format(
        speech->arena, "%.*s–%.*s",
        STR_ARG(date_words(speech->arena, window.first, speech->lang)),
        STR_ARG(date_words(speech->arena, window.last, speech->lang)));
}

/* ---- files -----------------------------------------------------------------
 */

void board_recap_file(Visit *v)
{
    Err err = {0};
    RecapFile file;
    Str asked = visit_field(v, "bentuk")->text;
    BoardRecap *recap = board_recap_given(v, v->unit);
    if (recap == NULL) return;
    if (recap_file_asked(v->arena, v->lang, &recap->made, asked, &file, &err))
        visit_file(v, recaps_file_name(v, &recap->made, asked), file.type,
                   file.bytes);
    else
        visit_refuse(v, &err);
}
