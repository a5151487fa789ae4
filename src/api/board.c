/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board.c - everybody's day as the personnel board looks through it.
 */
#include "api/board_part.h"

static const FieldRule people_fields[] = {
    {"hari",    N_("Day"),            FIELD_DATE,   .needed = false                 },
    {"unit",    N_("Unit"),           FIELD_CODE,   .most = API_CODE                },
    {"huruf",   N_("Place"),          FIELD_CHOICE, .choices = PEOPLE_FIND_LETTERS  },
    {"hadir",   N_("Presence"),       FIELD_CHOICE, .choices = PEOPLE_FIND_PRESENCES},
    {"laporan", N_("Report"),         FIELD_CHOICE, .choices = PEOPLE_FIND_REPORTS  },
    {"nama",    N_("Part of a name"), FIELD_LINE,   .most = 60                      },
    {"setelah", N_("After whom"),     FIELD_CODE,   .most = API_CODE                },
};

/* ---- what the lists share -------------------------------------------------
 */

bool board_day_of(Visit *v, Date otherwise, Date *out)
{
    const FieldValue *asked = visit_field(v, "hari");
    Date day = asked->given ? asked->date : otherwise;
    bool fits = !date_before(v->today, day) &&
                !date_before(day, date_plus(v->today, -LIVE_KEPT));
    if (fits) return *out = day, true;
    visit_refuse_with(v, ERR_INPUT,
                      "hari: pilih hari ini atau sebelumnya, paling lama 400 "
                      "hari yang lalu",
                      "hari: choose today or a day before, at most 400 days "
                      "ago");
    return false;
}

void board_row_take(BoardRows *rows, const PeopleRow *row, uint32_t from)
{
    rows->all++;
    if (row->person.index < from || rows->more) return;
    rows->more = rows->count == API_PAGE;
    if (!rows->more) rows->at[rows->count++] = row;
}

void board_rows_end(Json *json, const Visit *v, const BoardRows *rows)
{
    PersonId last =
        rows->count == 0 ? NO_PERSON : rows->at[rows->count - 1]->person;
    json_number(json, "cocok", (int64_t)rows->all);
    api_next(json, v, last, rows->more);
}

/* ---- attendance -----------------------------------------------------------
 */

static void put_outcome(Json *json, const char *name, Outcome outcome,
                        Colour colour)
{
    if (outcome == OUTCOME_NONE) {
        json_none(json, name);
        return;
    }
    json_open(json, name, '{');
    json_text(json, "hasil", outcome_word(outcome, LANG_ID));
    json_text(json, "warna", colour_word(colour, LANG_ID));
    json_close(json);
}

/* As the page: of that day alone. */
static int minute_of(int minute)
{
    return minute < 1440 ? minute : -1;
}

static void put_row(Json *json, const Visit *v, const PeopleRow *row)
{
    const Register *r = &v->view->office->r;
    UnitId unit = r->people[row->person.index].unit;
    json_open(json, NULL, '{');
    api_person(json, "orang", v, row->person);
    json_text(json, "unit", r->units[unit.index].code);
    api_letter(json, (char)(row->works ? row->letter : PLACED_NONE), false);
    put_outcome(json, "kehadiran", row->presence, row->presence_colour);
    json_number(json, "menit_terlambat", row->late);
    api_minute(json, "masuk", minute_of(row->in_minute));
    api_minute(json, "pulang", minute_of(row->out_minute));
    put_outcome(json, "laporan", row->report, row->report_colour);
    json_number(json, "tidak_sesuai", row->breaches);
    json_number(json, "pertanyaan", row->questions);
    json_close(json);
}

static bool take_wish(Visit *v, PeopleWish *out)
{
    const FieldValue *letter = visit_field(v, "huruf");
    *out =
        (PeopleWish){.letter = (char)(letter->given ? letter->text.ptr[0] : 0),
                     .presence = visit_field(v, "hadir")->text,
                     .report = visit_field(v, "laporan")->text,
                     .name = str_fold(v->arena, visit_field(v, "nama")->text)};
    return asked_unit(v, &out->unit);
}

static void choose(const Visit *v, const PeopleWish *wish, const PeopleDay *day,
                   uint32_t from, BoardRows *out)
{
    for (size_t i = 0; i < day->count; i++) {
        if (people_find_fits(v->arena, &v->view->office->r, wish,
                             &day->rows[i]))
            board_row_take(out, &day->rows[i], from);
    }
}

static void show_people(Visit *v)
{
    Err err = {0};
    Date date;
    uint32_t from = 0;
    PeopleWish wish;
    PeopleDay day;
    BoardRows *rows = NEW(v->arena, BoardRows, 1);
    if (!board_day_of(v, v->today, &date) || !take_wish(v, &wish) ||
        !api_cursor(v, &from))
        return;
    if (!people_day(v->arena, v->view, date, &day, &err)) {
        visit_refuse(v, &err);
        return;
    }
    choose(v, &wish, &day, from, rows);
    Json json = api_open(v);
    api_date(&json, "hari", date);
    json_open(&json, "pegawai", '[');
    for (size_t i = 0; i < rows->count; i++)
        put_row(&json, v, rows->at[i]);
    json_close(&json);
    board_rows_end(&json, v, rows);
    api_close(v, &json);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/kehadiran", MAY_OF_GOVERNMENT(MONITOR),
               ROUTE_FIELDS(people_fields), show_people,
               "Everybody's attendance of a day"),
};

const RouteTable api_board_routes = {routes, COUNT(routes)};
