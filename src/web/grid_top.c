/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_top.c - above the roster's table: whose it is, how it stands, what can
 * be done, and what the letters mean.
 */
#include "web/grid_part.h"

/* ---- the head of the page ------------------------------------------------ */

/* The first letter that lets people take turns here: what caps them. */
static Str letter_of(const Grid *grid)
{
    const Corpus *c = grid->v->view->corpus;
    if (grid->month.cap_count == 0) return STR("");
    const Clause *clause = corpus_clause(c, grid->month.caps[0].cap);
    return cite_letter(grid->v->arena, c, clause->letter,
                       grid->page->speech.lang);
}

static void put_title(Grid *grid)
{
    Page *page = grid->page;
    Str letter = letter_of(grid);
    page_put(page, HTML("<div><p class=\"crumb\">"));
    page_text(page, grid_unit_name(grid, grid->month.unit));
    if (letter.len > 0) {
        page_put(page, HTML(" · "));
        page_text(page, letter);
    }
    page_put(page, HTML("</p><h1>"));
    PAGE_SAY(page, "Roster of {month}",
             {"month", grid_month_said(&page->speech, grid->month.days.first)});
    page_put(page, HTML("</h1></div>"));
}

static void put_since(Grid *grid)
{
    Page *page = grid->page;
    const Published *plan = grid->month.plan;
    Zone zone = grid->v->view->office->government.zone;
    if (plan == NULL) {
        page_say(page, "No plan of these days is published yet");
        return;
    }
    Instant at = published_last(plan)->received;
    PAGE_SAY(page, "version {version} of {day} {time} holds",
             {"version", said_number(&page->speech, published_version(plan))},
             {"day", said_day_month(&page->speech, zone_day(zone, at))},
             {"time", said_time(&page->speech, zone, at)});
}

void grid_put_state(Grid *grid)
{
    Page *page = grid->page;
    bool drafted = grid->edits && draft_cells(&grid->draft) > 0;
    page_put(page, HTML("<p class=\"s\" id=\"keadaan\">"));
    if (drafted) {
        page_put(page, HTML("<span class=\"tag warn\">"));
        page_say(page, "Draft, not published");
        page_put(page, HTML("</span> "));
    }
    page_put(page, HTML("<span class=\"mut\">"));
    put_since(grid);
    page_put(page, HTML("</span></p>"));
}

static void put_button(Grid *grid, Str path, const char *english, bool filled)
{
    Page *page = grid->page;
    page_put(page, filled ? HTML("<a class=\"btn sm\" href=\"")
                          : HTML("<a class=\"btn alt sm\" href=\""));
    page_text(page, path);
    page_put(page, HTML("\">"));
    page_say(page, english);
    page_put(page, HTML("</a>"));
}

static Str below(const Grid *grid, const char *part)
{
    return str_format(grid->v->arena, "%.*s/%s?%.*s", STR_ARG(grid->base), part,
                      STR_ARG(grid->query));
}

void grid_put_actions(Grid *grid)
{
    page_put(grid->page, HTML("<div class=\"act\" id=\"tindakan\">"));
    if (grid->edits && grid->month.ruled &&
        grid->month.ahead < grid->month.day_count)
        put_button(grid, below(grid, "susun"), N_("Build the roster"),
                   grid->month.bare > 0 && draft_cells(&grid->draft) == 0);
    if (grid_has_page(grid->v, "/jadwal/{bulan}/lampiran"))
        put_button(grid, below(grid, "lampiran"), N_("Print the annex"), false);
    if (grid->edits && draft_cells(&grid->draft) > 0)
        put_button(grid, below(grid, "terbitkan"), N_("Check, then publish"),
                   true);
    page_put(grid->page, HTML("</div>"));
}

/* The months beside this one. */
static void put_month_link(Grid *grid, Date day, bool before)
{
    Page *page = grid->page;
    Civil c = date_civil(day);
    Str path = str_format(page->arena, "/jadwal/%04d-%02d?%.*s", c.year,
                          c.month, STR_ARG(grid->query));
    Str month = grid_month_said(&page->speech, day);
    page_link(page, path,
              before ? str_format(page->arena, "‹ %.*s", STR_ARG(month))
                     : str_format(page->arena, "%.*s ›", STR_ARG(month)));
}

static void put_months(Grid *grid)
{
    Page *page = grid->page;
    page_put(page, HTML("<nav class=\"jw-bln s\" aria-label=\""));
    page_say(page, "Months");
    page_put(page, HTML("\">"));
    put_month_link(grid, date_plus(grid->month.days.first, -1), true);
    page_put(page, HTML(" "));
    put_month_link(grid, date_plus(grid->month.days.last, 1), false);
    page_put(page, HTML("</nav>"));
}

void grid_put_top(Grid *grid)
{
    Page *page = grid->page;
    page_put(page, HTML("<div class=\"ph\">"));
    put_title(grid);
    grid_put_state(grid);
    grid_put_actions(grid);
    page_put(page, HTML("</div>\n"));
    put_months(grid);
}

/* ---- legend -------------------------------------------------------------- */

static void put_legend_chip(Grid *grid, const char *css, const char *letter,
                            const char *english)
{
    Page *page = grid->page;
    page_put(page, HTML("<span><i class=\"chip "));
    page_put(page, (Html){str_of(css)});
    page_put(page, HTML("\">"));
    page_put(page, (Html){str_of(letter)});
    page_put(page, HTML("</i>"));
    page_say(page, english);
    page_put(page, HTML("</span>"));
}

/* Shown by the module, without which no key does anything. */
static void put_keys(Grid *grid)
{
    Page *page = grid->page;
    page_put(page, HTML("<span class=\"mut jw-tombol\" id=\"tombol\" hidden>"));
    page_say(page, "Keys:");
    page_put(page, HTML(" <kbd>←</kbd><kbd>→</kbd><kbd>↑</kbd><kbd>↓</kbd> "
                        "<kbd>K</kbd><kbd>R</kbd> <kbd>T</kbd> <kbd>P</kbd> "
                        "<kbd>Ctrl</kbd>+"
                        "<kbd>Z</kbd> <kbd>?</kbd></span>"));
}

static void put_all_keys(Grid *grid)
{
    static const struct {
        const char *key, *english;
    } keys[] = {
        {"← → ↑ ↓",      N_("one cell on")                },
        {"Home End",             N_("first and last day")         },
        {"PgUp PgDn",            N_("a week back, a week on")     },
        {"Shift + ←→↑↓", N_("mark a block")               },
        {"K R",                  N_("set the marked cells")       },
        {"T",                    N_("let two cells change places")},
        {"P",                    N_("call them to the office")    },
        {"L C D",                N_("where these come from")      },
        {"Delete",               N_("as published again")         },
        {"Enter",                N_("to the panel")               },
        {"Ctrl + Z, Y",          N_("undo, redo")                 },
        {"?",                    N_("show or hide these keys")    },
    };
    Page *page = grid->page;
    page_put(page, HTML("<div class=\"jw-kunci\" id=\"tombol-semua\" "
                        "hidden><dl>"));
    for (size_t i = 0; i < COUNT(keys); i++) {
        page_element(page, "dt", str_of(keys[i].key));
        page_element(page, "dd", said(&page->speech, keys[i].english));
    }
    page_put(page, HTML("</dl></div>\n"));
}

bool grid_has_letter(const Grid *grid, char letter)
{
    for (uint32_t i = 0; i < grid->month.row_count; i++) {
        const UnitMonthRow *row = &grid->month.rows[i];
        for (uint32_t d = 0; d < grid->month.day_count; d++) {
            if (row->cells[d].letter == letter) return true;
        }
    }
    return false;
}

static void put_shift_key(Grid *grid)
{
    Page *page = grid->page;
    const ShiftKey *key = &grid->month.shifts;
    Str hours = shift_key_text(page->arena, key, page->speech.lang);
    if (key->most == 0) return;
    put_legend_chip(grid, "k", "K1", N_("The number is the shift"));
    if (hours.len > 0) page_element(page, "span", hours);
}

void grid_put_legend(Grid *grid)
{
    page_put(grid->page, HTML("<p class=\"leg\">"));
    put_legend_chip(grid, "k", "K", N_("Office"));
    put_legend_chip(grid, "r", "R", N_("Home"));
    put_legend_chip(grid, "l", "L", N_("Field"));
    put_legend_chip(grid, "c", "C", N_("Leave"));
    put_legend_chip(grid, "d", "D", N_("Official trip"));
    if (grid_has_letter(grid, PLACED_CLOSED))
        put_legend_chip(grid, "x", "X", N_("Closed"));
    if (grid_has_letter(grid, PLACED_USUAL))
        put_legend_chip(grid, "b", "B", N_("As usual"));
    put_legend_chip(grid, "k pik", "K", N_("Counter duty"));
    put_legend_chip(grid, "k pgl", "P", N_("Called to the office"));
    put_legend_chip(grid, "k tgn", "K", N_("Set by hand"));
    put_shift_key(grid);
    if (grid->edits) put_keys(grid);
    page_put(grid->page, HTML("</p>\n"));
    if (grid->edits) put_all_keys(grid);
}
