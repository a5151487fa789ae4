/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/html_letter.h"
#include "sheet/recap_html_part.h"
#include "sheet/recap_text.h"

#define PUT(page, literal) html_put((page), HTML(literal))

/* ---- units -------------------------------------------------------------- */

static const struct {
    const char *head[2]; /* by Lang */
} heads[] = {
    {{"Pegawai", "Staff"}},           {{"Hari kerja", "Working days"}},
    {{"Rencana", "Planned"}},         {{"Hadir", "Present"}},
    {{"Terlambat", "Late"}},          {{"Tidak hadir", "Absent"}},
    {{"Laporan", "Reports"}},         {{"Pelanggaran", "Breaches"}},
    {{"Tidak diketahui", "Unknown"}},
};

enum { PLACES = 2 };

/* On a narrow screen the row is a card: each cell carries its heading. */
static void put_cell(RecapSheet *s, size_t column)
{
    html_put(&s->page, column == PLACES
                           ? HTML("<td role=cell class=pl data-l=\"")
                           : HTML("<td role=cell data-l=\""));
    recap_html_say(s, heads[column].head[LANG_ID], heads[column].head[LANG_EN]);
    PUT(&s->page, "\">");
}

static void put_table_head(RecapSheet *s, const char *id, const char *en)
{
    PUT(&s->page, "<thead><tr><th scope=col>");
    recap_html_say(s, id, en);
    for (size_t i = 0; i < COUNT(heads); i++) {
        html_put(&s->page, i == PLACES ? HTML("<th scope=col class=cen>")
                                       : HTML("<th scope=col>"));
        recap_html_say(s, heads[i].head[LANG_ID], heads[i].head[LANG_EN]);
    }
    PUT(&s->page, "</thead><tbody>\n");
}

/* Where the plan has people, in the order of the legend. */
static const struct {
    Placed placed;
    RecapColumn column;
    bool in_row; /* else in the legend alone */
} places[] = {
    {PLACED_OFFICE, RECAP_PLAN_K, true },
    {PLACED_HOME,   RECAP_PLAN_R, true },
    {PLACED_FIELD,  RECAP_PLAN_L, true },
    {PLACED_USUAL,  RECAP_PLAN_B, true },
    {PLACED_LEAVE,  RECAP_PLAN_C, false},
    {PLACED_TRIP,   RECAP_PLAN_D, false},
    {PLACED_CLOSED, RECAP_PLAN_X, false},
};

static void put_chip(RecapSheet *s, Placed placed)
{
    char letter = (char)placed;
    PUT(&s->page, "<span><i class=\"chip ");
    html_put(&s->page, html_letter_class(letter));
    PUT(&s->page, "\">");
    html_text(&s->page, (Str){&letter, 1});
    PUT(&s->page, "</i> ");
}

static void put_places(RecapSheet *s, const RecapUnit *unit)
{
    for (size_t i = 0; i < COUNT(places); i++) {
        int64_t days = unit->counts[places[i].column];
        if (!places[i].in_row || (days == 0 && i > 1)) continue;
        put_chip(s, places[i].placed);
        recap_html_number(s, days);
        PUT(&s->page, "</span> ");
    }
}

void recap_html_legend(RecapSheet *s)
{
    const RecapUnit *all = recap_government(s->recap);
    PUT(&s->page, "<p class=leg>");
    for (size_t i = 0; i < COUNT(places); i++) {
        int64_t days = all->counts[places[i].column];
        if (days == 0) continue;
        put_chip(s, places[i].placed);
        html_letter_capital(&s->page, placed_word(places[i].placed, s->lang));
        PUT(&s->page, " ");
        recap_html_number(s, days);
        PUT(&s->page, "</span>");
    }
    PUT(&s->page, "<span class=end>");
    recap_html_say(s, "Hari-orang menurut rencana", "Person-days as planned");
    PUT(&s->page, "</span></p>\n");
}

static void put_remark(RecapSheet *s, const RecapUnit *unit)
{
    uint32_t over = unit->cap_days - unit->cap_kept;
    if (unit->breaching == 0 && over == 0) return;
    PUT(&s->page, "<small>");
    if (unit->breaching > 0) {
        recap_html_number(s, unit->breaching);
        recap_html_say(s, " pegawai dengan pelanggaran",
                       " people with a breach");
    }
    if (unit->breaching > 0 && over > 0) PUT(&s->page, "; ");
    if (over > 0) {
        recap_html_number(s, over);
        recap_html_say(s, " hari di atas batas", " days above the cap");
    }
    PUT(&s->page, "</small>");
}

static void put_unit(RecapSheet *s, const RecapUnit *unit, Str name)
{
    const int64_t numbers[] = {
        unit->counts[RECAP_PRESENT] + unit->counts[RECAP_WITH_LEAVE],
        unit->counts[RECAP_LATE],
        unit->counts[RECAP_ABSENT] + unit->counts[RECAP_ELSEWHERE],
        recap_html_reports(unit),
        unit->counts[RECAP_BREACHES],
        unit->counts[RECAP_UNKNOWN],
    };
    html_put(&s->page, unit->breaching > 0 ? HTML("<tr role=row class=fl>")
                                           : HTML("<tr role=row>"));
    PUT(&s->page, "<th scope=row role=rowheader>");
    html_text(&s->page, name);
    put_remark(s, unit);
    put_cell(s, 0);
    recap_html_number(s, unit->people);
    put_cell(s, 1);
    recap_html_number(s, unit->counts[RECAP_COUNTED]);
    put_cell(s, PLACES);
    put_places(s, unit);
    for (size_t i = 0; i < COUNT(numbers); i++) {
        put_cell(s, 3 + i);
        recap_html_number(s, numbers[i]);
    }
    PUT(&s->page, "\n");
}

void recap_html_units(RecapSheet *s, RecapLevel level, const char *id,
                      const char *en)
{
    PUT(&s->page, "<div class=led tabindex=0 role=region aria-label=\"");
    recap_html_say(s, id, en);
    PUT(&s->page, "\"><table role=table>");
    put_table_head(s, id, en);
    for (uint32_t i = 0; i < s->r->unit_count; i++) {
        UnitId unit = s->r->preorder[i];
        if (recap_text_has(s->recap, level, unit))
            put_unit(s, &s->recap->units[level][unit.index],
                     s->r->units[unit.index].name);
    }
    PUT(&s->page, "</tbody></table></div>\n");
}
