/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_people.h"

#include "base/csv.h"
#include "web/part.h"

enum { SHOWN = 50 };

/* The rows that fit, and those of them that the page shows. */
typedef struct {
    const PeopleRow **at;
    size_t count;       /* all that fit */
    size_t first, last; /* shown: [first, last) */
} Found;

/* ---- looking ---------------------------------------------------------------
 */

static bool reads_people(Visit *v, Date day, PeopleDay *out)
{
    Err err = {0};
    if (people_day(v->arena, v->view, day, out, &err)) return true;
    visit_refuse(v, &err);
    return false;
}

/* Behind the person of the cursor; an unknown one begins at the start. */
static size_t behind(const Visit *v, const Found *found, Str after)
{
    const Register *r = &v->view->office->r;
    uint32_t person = map_find(&r->person_codes, after);
    size_t first = 0;
    if (after.len == 0 || person == NO_INDEX) return 0;
    while (first < found->count && found->at[first]->person.index <= person)
        first++;
    return first;
}

static Found look(Visit *v, const BoardFilter *f, const PeopleDay *day)
{
    Found found = {.at = NEW(v->arena, const PeopleRow *, day->count + 1)};
    for (size_t i = 0; i < day->count; i++) {
        if (people_find_fits(v->arena, &v->view->office->r, &f->wish,
                             &day->rows[i]))
            found.at[found.count++] = &day->rows[i];
    }
    found.first = behind(v, &found, f->after);
    found.last =
        found.first + SHOWN < found.count ? found.first + SHOWN : found.count;
    return found;
}

/* A day off is none of their places. */
static char letter_of(const PeopleRow *row)
{
    return (char)(row->works ? row->letter : PLACED_NONE);
}

/* ---- one row ---------------------------------------------------------------
 */

static void put_minute(Page *page, const char *english, int minute)
{
    page_put(page, HTML("<td class=\"num\""));
    part_key(page, english);
    page_put(page, HTML(">"));
    if (minute >= 0 && minute < 1440)
        page_text(page, said_minute(&page->speech, minute));
    page_put(page, HTML("</td>"));
}

static const char *tag_css(Outcome outcome, Colour colour)
{
    if (outcome == OUTCOME_NONE) return NULL;
    switch (colour) {
    case COLOUR_KEPT: return "<span class=\"tag ok\">";
    case COLOUR_BREACH: return "<span class=\"tag warn\">";
    case COLOUR_NOTED:
    case COLOUR_PENDING:
    case COLOUR_UNKNOWN: break;
    }
    return "<span class=\"tag\">";
}

/* The word says it; the colour only helps. */
static void put_outcome(Page *page, Outcome outcome, Colour colour,
                        int32_t late)
{
    const char *css = tag_css(outcome, colour);
    if (css == NULL) return;
    page_put(page, (Html){str_of(css)});
    page_text(page, outcome_word(outcome, page->speech.lang));
    if (late > 0) {
        page_put(page, HTML(" "));
        page_text(page, said_many(&page->speech, "{n} minute", "{n} minutes",
                                  late, NULL, 0));
    }
    page_put(page, HTML("</span>"));
}

static void put_presence(Page *page, const PeopleRow *row)
{
    page_put(page, HTML("<td>"));
    put_outcome(page, row->presence, row->presence_colour, row->late);
    page_put(page, HTML("</td>"));
}

static void put_report(Page *page, const PeopleRow *row)
{
    page_put(page, HTML("<td"));
    part_key(page, N_("Report"));
    page_put(page, HTML(">"));
    put_outcome(page, row->report, row->report_colour, 0);
    page_put(page, HTML("</td>"));
}

static void put_place(Page *page, char letter)
{
    page_put(page, HTML("<span class=\"tag "));
    page_put(page, (Html){str_of(page_letter_class(letter))});
    page_put(page, HTML("\">"));
    page_text(page, page_letter_word(page, letter));
    page_put(page, HTML("</span>"));
}

static void put_name(Page *page, const PeopleRow *row)
{
    const Person *person = board_person(page, row->person);
    page_put(page, HTML("<th scope=\"row\">"));
    page_link(page, board_code_path(page->arena, "/pegawai/", person->code),
              person->name);
    if (person->nip.len > 0)
        page_element(page, "small", nip_masked(page->arena, person->nip));
    page_put(page, HTML("</th><td>"));
    page_text(page, board_unit(page, person->unit));
    page_put(page, HTML("</td><td>"));
    put_place(page, letter_of(row));
    page_put(page, HTML("</td>"));
}

static void put_case(Page *page, const PeopleDay *day, const PeopleRow *row)
{
    page_put(page, HTML("<td>"));
    if (row->breaches + row->questions > 0)
        page_link_say(page,
                      board_case_path(page->arena,
                                      board_person(page, row->person)->code,
                                      day->day),
                      "Look");
    page_put(page, HTML("</td></tr>\n"));
}

static void put_row(Page *page, const PeopleDay *day, const PeopleRow *row)
{
    page_put(page, HTML("<tr>"));
    put_name(page, row);
    put_presence(page, row);
    put_minute(page, N_("In"), row->in_minute);
    put_minute(page, N_("Out"), row->out_minute);
    put_report(page, row);
    put_case(page, day, row);
}

/* ---- the table -------------------------------------------------------------
 */

static void put_columns(Page *page)
{
    static const char *const columns[] = {
        N_("Name"),       N_("Unit"),        N_("Expected at"), N_("Presence"),
        N_("Checked in"), N_("Checked out"), N_("Report"),      N_("Case"),
    };
    part_columns(page, columns, COUNT(columns));
    page_put(page, HTML("<tbody>"));
}

static void put_table(Page *page, const PeopleDay *day, const Found *found)
{
    part_scroll_open(page, N_("People"));
    page_put(page, HTML("<table class=\"rapat tumpuk\">"));
    put_columns(page);
    for (size_t i = found->first; i < found->last; i++)
        put_row(page, day, found->at[i]);
    page_put(page, HTML("</tbody></table>"));
    part_scroll_close(page);
}

static void put_more(Page *page, const Found *found)
{
    Visit *v = page->visit;
    if (found->count <= SHOWN) return;
    page_put(page, HTML("<p class=\"tautan halaman\">"));
    if (found->first > 0) {
        page_link_say(page,
                      str_format(page->arena, "/kehadiran%.*s",
                                 STR_ARG(board_people_query(v, STR("")))),
                      "From the start");
        page_put(page, HTML(" "));
    }
    PAGE_SAY(page, "{first}–{last} of {all}",
             {"first", said_number(&page->speech, (int64_t)found->first + 1)},
             {"last", said_number(&page->speech, (int64_t)found->last)},
             {"all", said_number(&page->speech, (int64_t)found->count)});
    if (found->last < found->count) {
        Str code = board_person(page, found->at[found->last - 1]->person)->code;
        page_put(page, HTML(" "));
        page_link_say(page,
                      str_format(page->arena, "/kehadiran%.*s",
                                 STR_ARG(board_people_query(v, code))),
                      "Next 50");
    }
    page_put(page, HTML("</p>\n"));
}

/* ---- the page --------------------------------------------------------------
 */

static void put_head(Page *page, const BoardFilter *f, size_t count)
{
    Visit *v = page->visit;
    board_head(page, said_date(&page->speech, f->day),
               said_many(&page->speech, "{n} person matches",
                         "{n} people match", (int64_t)count, NULL, 0));
    page_put(page, HTML("<a class=\"btn alt sm sempit-saja\" href=\""));
    page_text(page, str_format(v->arena, "/kehadiran/saring%.*s",
                               STR_ARG(board_people_query(v, STR("")))));
    page_put(page, HTML("\">"));
    page_say(page, "Filter");
    page_put(page, HTML("</a><a class=\"btn alt sm\" href=\""));
    page_text(page, str_format(v->arena, "/kehadiran.csv%.*s",
                               STR_ARG(board_people_query(v, STR("")))));
    page_put(page, HTML("\">"));
    page_say(page, "Download CSV");
    page_put(page, HTML("</a>"));
    board_head_end(page);
}

void board_people_page(Visit *v)
{
    BoardFilter f;
    PeopleDay day;
    PageHead head = {.frame = PAGE_DESK, .here = "/kehadiran"};
    if (!board_people_filter(v, &f) || !reads_people(v, f.day, &day)) return;
    Found found = look(v, &f, &day);
    Page page = page_open(v, &head);
    put_head(&page, &f, found.count);
    board_outages(&page, day.outages, day.outage_count);
    page_put(&page, HTML("<div class=\"lebar-saja\">"));
    board_people_form(&page, &f);
    page_put(&page, HTML("</div>\n"));
    if (found.count > 0) {
        put_table(&page, &day, &found);
        put_more(&page, &found);
    } else {
        page_put(&page, HTML("<p class=\"kosong\">"));
        page_say(&page, "Nobody fits. Take some filters away.");
        page_put(&page, HTML("</p>\n"));
    }
    page_close(&page);
}

void board_people_filters(Visit *v)
{
    BoardFilter f;
    PageHead head = {.frame = PAGE_DESK, .here = "/kehadiran"};
    if (!board_people_filter(v, &f)) return;
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk sempit\">"));
    page_heading(&page, "Find people");
    board_people_form(&page, &f);
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

/* ---- for a spreadsheet -----------------------------------------------------
 */

static void put_minute_csv(Buf *out, int minute, bool last)
{
    if (minute >= 0 && minute < 1440)
        buf_format(out, "%02d.%02d", minute / 60, minute % 60);
    buf_char(out, last ? '\n' : ',');
}

static void put_row_csv(Buf *out, const Register *r, const PeopleRow *row)
{
    const Person *person = &r->people[row->person.index];
    csv_put(out, person->code, ',', false);
    csv_put(out, person->name, ',', false);
    csv_put(out, r->units[person->unit.index].name, ',', false);
    buf_format(out, "%c,", letter_of(row));
    csv_put(out, outcome_word(row->presence, LANG_ID), ',', false);
    buf_number(out, row->late);
    buf_char(out, ',');
    csv_put(out, outcome_word(row->report, LANG_ID), ',', false);
    put_minute_csv(out, row->in_minute, false);
    put_minute_csv(out, row->out_minute, true);
}

void board_people_csv(Visit *v)
{
    BoardFilter f;
    PeopleDay day;
    char iso[DATE_TEXT];
    Buf out = buf_in(v->arena);
    if (!board_people_filter(v, &f) || !reads_people(v, f.day, &day)) return;
    Found found = look(v, &f, &day);
    buf_c(&out, "kode,nama,unit,huruf,kehadiran,menit_terlambat,laporan,masuk,"
                "pulang\n");
    for (size_t i = 0; i < found.count; i++)
        put_row_csv(&out, &v->view->office->r, found.at[i]);
    visit_file(v,
               str_format(v->arena, "kehadiran-%s.csv", date_iso(f.day, iso)),
               STR("text/csv; charset=utf-8"), buf_str(&out));
}
