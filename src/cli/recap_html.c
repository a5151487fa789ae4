/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/recap_html.h"

#include "cli/html_style.h"
#include "cli/recap_text.h"

#define PUT(page, literal) html_put((page), HTML(literal))

enum { LISTED = 40 };

typedef struct {
    Arena *arena;
    Lang lang;
    const RecapMade *made;
    const Recap *recap;
    const Register *r;
    const Government *government;
    HtmlPage page;
} Sheet;

/* ---- words -------------------------------------------------------------- */

static void say(Sheet *s, const char *id, const char *en)
{
    html_words(&s->page, s->lang == LANG_EN ? en : id);
}

static void put_number(Sheet *s, int64_t number)
{
    Buf text = buf_in(s->arena);
    say_number(&text, s->lang, number);
    html_text(&s->page, buf_str(&text));
}

static void put_date(Sheet *s, Date day)
{
    html_text(&s->page, date_words(s->arena, day, s->lang));
}

/* ---- the frame ---------------------------------------------------------- */

static Str title_of(const Sheet *s)
{
    Str first = date_words(s->arena, s->recap->window.first, s->lang);
    Str last = date_words(s->arena, s->recap->window.last, s->lang);
    return say_text(s->arena, s->lang, "Rekap %.*s–%.*s", "Recap %.*s–%.*s",
                    STR_ARG(first), STR_ARG(last));
}

static void put_letterhead(Sheet *s)
{
    HtmlPage *page = &s->page;
    PUT(page,
        "<div class=band></div>\n<header class=kop><div class=page>"
        "<svg width=34 height=40 viewBox=\"0 0 34 40\" aria-hidden=true>"
        "<path d=\"M2 2h30v20c0 9-7 14-15 17C9 36 2 31 2 22z\" fill=\"#fff\" "
        "stroke=\"#15222b\" stroke-width=2 />"
        "<path class=own d=\"M4 12h26v-8h-26z\" />"
        "<path d=\"M2 13h30\" stroke=\"#15222b\" stroke-width=2 />"
        "<path d=\"M9 18h16M9 23h16M9 28h10\" stroke=\"#15222b\" "
        "stroke-width=2 /></svg><div><span>");
    html_text(page, s->government->name);
    PUT(page, "</span><b>Tata Kerja</b></div><div class=me><b>");
    say(s, "Rekap", "Recap");
    PUT(page, "</b><span>");
    if (s->made->closing.version == 0)
        say(s, "belum ditutup", "not closed yet");
    else
        say(s, "ditutup", "closed");
    PUT(page, "</span></div></div></header>\n");
}

static void put_top(Sheet *s)
{
    HtmlPage *page = &s->page;
    Str title = title_of(s);
    PUT(page, "<!doctype html>\n<html lang=");
    say(s, "id", "en");
    PUT(page, ">\n<head><meta charset=utf-8>\n<meta name=viewport "
              "content=\"width=device-width,initial-scale=1\">\n");
    html_put(page, html_style(s->arena, s->government->colour));
    PUT(page, "<title>");
    html_text(page, title);
    PUT(page, " · Tata Kerja</title></head>\n<body>\n<a class=skip "
              "href=\"#isi\">");
    say(s, "Langsung ke isi", "Skip to content");
    PUT(page, "</a>\n");
    put_letterhead(s);
    PUT(page, "<main id=isi class=page>\n<div class=ph><div><p class=crumb>");
    html_text(page, s->government->name);
    PUT(page, "</p><h1>");
    html_text(page, title);
    PUT(page, "</h1></div></div>\n");
}

static void put_lead(Sheet *s)
{
    HtmlPage *page = &s->page;
    const RecapUnit *all = recap_government(s->recap);
    PUT(page, "<p class=lead>");
    put_number(s, all->people);
    say(s, " pegawai, ", " people, ");
    PUT(page, "<b>");
    put_number(s, all->counts[RECAP_COUNTED]);
    say(s, " hari kerja dijalankan", " working days on duty");
    PUT(page, "</b>");
    say(s, ": hari di rumah dihitung hari kerja. Menurut yang diterima sampai ",
        ": a day at home counts as a working day. Of what was received by ");
    html_text(page, recap_text_instant(s->arena, s->made->judged.zone,
                                       s->recap->now, s->lang));
    PUT(page, ".</p>\n");
}

/* ---- the strip ---------------------------------------------------------- */

static void put_box(Sheet *s, bool good, const char *id, const char *en)
{
    html_put(&s->page, good ? HTML("<li><b>") : HTML("<li class=over><b>"));
    say(s, id, en);
    PUT(&s->page, "</b><span class=v>");
}

static void end_box(Sheet *s)
{
    PUT(&s->page, "</span>\n");
}

static void put_presence(Sheet *s, const RecapUnit *all)
{
    int64_t bad = all->counts[RECAP_LATE] + all->counts[RECAP_ABSENT] +
                  all->counts[RECAP_ELSEWHERE];
    put_box(s, bad == 0, "Kehadiran", "Presence");
    put_number(s, all->counts[RECAP_PRESENT] + all->counts[RECAP_WITH_LEAVE]);
    say(s, " hadir, ", " present, ");
    put_number(s, all->counts[RECAP_LATE]);
    say(s, " terlambat, ", " late, ");
    put_number(s, all->counts[RECAP_ABSENT]);
    say(s, " tidak hadir, ", " absent, ");
    put_number(s, all->counts[RECAP_ELSEWHERE]);
    say(s, " di tempat lain", " elsewhere");
    end_box(s);
}

static int64_t reports_in(const RecapUnit *unit)
{
    return unit->counts[RECAP_REPORT_IN] + unit->counts[RECAP_REPORT_ACCEPTED] +
           unit->counts[RECAP_REPORT_RETURNED] +
           unit->counts[RECAP_REPORT_LATE];
}

static void put_reports(Sheet *s, const RecapUnit *all)
{
    int64_t missing = all->counts[RECAP_REPORT_MISSING];
    put_box(s, missing + all->counts[RECAP_REPORT_LATE] == 0, "Laporan",
            "Reports");
    put_number(s, reports_in(all));
    say(s, " masuk, ", " in, ");
    put_number(s, all->counts[RECAP_REPORT_LATE]);
    say(s, " di antaranya terlambat, ", " of them late, ");
    put_number(s, missing);
    say(s, " tidak ada", " missing");
    end_box(s);
}

static void put_cap_box(Sheet *s, const RecapUnit *all)
{
    if (all->cap_days == 0) return;
    put_box(s, all->cap_kept == all->cap_days, "Batas di kantor",
            "Caps on the office");
    put_number(s, all->cap_kept);
    say(s, " dari ", " of ");
    put_number(s, all->cap_days);
    say(s, " hari-unit dijaga", " unit days kept");
    end_box(s);
}

static void put_fairness(Sheet *s, const RecapUnit *all)
{
    if (all->in_turn == 0) return;
    put_box(s, true, "Giliran", "Turns");
    put_number(s, all->in_turn);
    say(s, " orang, ", " people, ");
    put_number(s, all->least);
    say(s, " sampai ", " to ");
    put_number(s, all->most);
    say(s, " hari kantor", " office days");
    end_box(s);
}

static void put_hole_box(Sheet *s, const RecapUnit *all)
{
    int64_t minutes = 0;
    for (size_t i = 0; i < s->recap->hole_count; i++)
        minutes += s->recap->holes[i].minutes;
    put_box(s, minutes == 0, "Server kami mati", "Our outages");
    put_number(s, minutes);
    say(s, " menit, ", " minutes, ");
    put_number(s, all->counts[RECAP_UNKNOWN]);
    say(s, " temuan tidak diketahui", " findings unknown");
    end_box(s);
}

static void put_strip(Sheet *s)
{
    const RecapUnit *all = recap_government(s->recap);
    PUT(&s->page, "<ul class=cek>");
    put_presence(s, all);
    put_reports(s, all);
    put_cap_box(s, all);
    put_fairness(s, all);
    put_hole_box(s, all);
    PUT(&s->page, "</ul>\n");
}

/* ---- units -------------------------------------------------------------- */

static const struct {
    const char *head[2]; /* by Lang */
} heads[] = {
    {{"Pegawai", "Staff"}},
    {{"Hari kerja", "Working days"}},
    {{"Kantor dan rumah", "Office and home"}},
    {{"Hadir", "Present"}},
    {{"Terlambat", "Late"}},
    {{"Tidak hadir", "Absent"}},
    {{"Laporan", "Reports"}},
    {{"Pelanggaran", "Breaches"}},
    {{"Tidak diketahui", "Unknown"}},
};

/* On a narrow screen the row is a card: each cell carries its heading. */
static void put_cell(Sheet *s, size_t column)
{
    PUT(&s->page, "<td role=cell data-l=\"");
    say(s, heads[column].head[LANG_ID], heads[column].head[LANG_EN]);
    PUT(&s->page, "\">");
}

static void put_table_head(Sheet *s, const char *id, const char *en)
{
    PUT(&s->page, "<thead><tr><th scope=col>");
    say(s, id, en);
    for (size_t i = 0; i < COUNT(heads); i++) {
        html_put(&s->page, i == 2 ? HTML("<th scope=col class=cen>")
                                  : HTML("<th scope=col>"));
        say(s, heads[i].head[LANG_ID], heads[i].head[LANG_EN]);
    }
    PUT(&s->page, "</thead><tbody>\n");
}

static void put_places(Sheet *s, const RecapUnit *unit)
{
    PUT(&s->page, "<i class=\"chip k\">K</i> ");
    put_number(s, unit->counts[RECAP_PLAN_K]);
    PUT(&s->page, " <i class=\"chip r\">R</i> ");
    put_number(s, unit->counts[RECAP_PLAN_R]);
}

static void put_remark(Sheet *s, const RecapUnit *unit)
{
    uint32_t over = unit->cap_days - unit->cap_kept;
    if (unit->breaching == 0 && over == 0) return;
    PUT(&s->page, "<small>");
    if (unit->breaching > 0) {
        put_number(s, unit->breaching);
        say(s, " pegawai dengan pelanggaran", " people with a breach");
    }
    if (unit->breaching > 0 && over > 0) PUT(&s->page, "; ");
    if (over > 0) {
        put_number(s, over);
        say(s, " hari di atas batas", " days above the cap");
    }
    PUT(&s->page, "</small>");
}

static void put_unit(Sheet *s, const RecapUnit *unit, Str name)
{
    const int64_t numbers[] = {
        unit->counts[RECAP_PRESENT] + unit->counts[RECAP_WITH_LEAVE],
        unit->counts[RECAP_LATE],
        unit->counts[RECAP_ABSENT] + unit->counts[RECAP_ELSEWHERE],
        reports_in(unit),
        unit->counts[RECAP_BREACHES],
        unit->counts[RECAP_UNKNOWN],
    };
    html_put(&s->page, unit->breaching > 0 ? HTML("<tr role=row class=fl>")
                                           : HTML("<tr role=row>"));
    PUT(&s->page, "<th scope=row role=rowheader>");
    html_text(&s->page, name);
    put_remark(s, unit);
    put_cell(s, 0);
    put_number(s, unit->people);
    put_cell(s, 1);
    put_number(s, unit->counts[RECAP_COUNTED]);
    put_cell(s, 2);
    put_places(s, unit);
    for (size_t i = 0; i < COUNT(numbers); i++) {
        put_cell(s, 3 + i);
        put_number(s, numbers[i]);
    }
    PUT(&s->page, "\n");
}

static void put_units(Sheet *s, RecapLevel level, const char *id,
                      const char *en)
{
    PUT(&s->page, "<div class=led tabindex=0 role=region aria-label=\"");
    say(s, id, en);
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

/* ---- beside ------------------------------------------------------------- */

static void put_holes(Sheet *s)
{
    if (s->recap->hole_count == 0) return;
    PUT(&s->page, "<section><h2>");
    say(s, "Server kami mati", "Our server was down");
    PUT(&s->page, "</h2><ul class=todo>");
    for (size_t i = 0; i < s->recap->hole_count; i++) {
        PUT(&s->page, "<li><b>");
        put_date(s, s->recap->holes[i].day);
        PUT(&s->page, "</b>");
        put_number(s, s->recap->holes[i].minutes);
        say(s, " menit; ", " minutes; ");
        put_number(s, s->recap->holes[i].unknown);
        say(s, " temuan tidak diketahui\n", " findings unknown\n");
    }
    PUT(&s->page, "</ul></section>\n");
}

static void put_over(Sheet *s)
{
    if (s->recap->over_count == 0) return;
    PUT(&s->page, "<section><h2>");
    say(s, "Batas yang tidak dijaga", "Caps that were not kept");
    PUT(&s->page, "</h2><ul class=todo>");
    for (size_t i = 0; i < s->recap->over_count && i < LISTED; i++) {
        const RecapCap *over = &s->recap->over[i];
        PUT(&s->page, "<li><b>");
        html_text(&s->page, s->r->units[over->unit.index].name);
        PUT(&s->page, "</b>");
        put_date(s, over->day);
        say(s, ": masuk ", ": came ");
        put_number(s, over->there);
        say(s, ", batas ", ", cap ");
        put_number(s, over->stated);
        PUT(&s->page, "\n");
    }
    PUT(&s->page, "</ul></section>\n");
}

static void put_asked(Sheet *s)
{
    const RecapPeriods *asked = &s->made->asked;
    if (asked->count == 0) return;
    PUT(&s->page, "<section><h2>");
    say(s, "Yang diminta surat", "What the letters ask for");
    PUT(&s->page, "</h2><ul class=todo>");
    for (size_t i = 0; i < asked->count && i < LISTED; i++) {
        PUT(&s->page, "<li><b>");
        put_date(s, asked->at[i].window.first);
        PUT(&s->page, "–");
        put_date(s, asked->at[i].window.last);
        PUT(&s->page, "</b>");
        html_text(&s->page, recap_span_word(asked->at[i].span, s->lang));
        PUT(&s->page, ", ");
        html_text(
            &s->page,
            cite_words(s->arena, s->recap->corpus,
                       corpus_clause(s->recap->corpus, asked->at[i].by)->cite,
                       s->lang));
        PUT(&s->page, "\n");
    }
    PUT(&s->page, "</ul></section>\n");
}

static void put_closing(Sheet *s)
{
    PUT(&s->page, "<section><h2>");
    say(s, "Penutupan", "Closing");
    PUT(&s->page, "</h2><ol class=why><li>");
    html_text(&s->page, recap_text_closing(s->arena, s->made, s->lang));
    PUT(&s->page, "<li>");
    html_words(&s->page, s->made->hash);
    PUT(&s->page, "</ol></section>\n");
}

bool recap_html(Arena *arena, const RecapMade *made, Lang lang, Html *out)
{
    Sheet s = {.arena = arena,
               .lang = lang,
               .made = made,
               .recap = &made->recap,
               .r = made->recap.r,
               .government = made->recap.corpus->government,
               .page = html_page(arena)};
    put_top(&s);
    put_lead(&s);
    put_strip(&s);
    PUT(&s.page, "<div class=rost>\n<div>");
    put_units(&s, RECAP_AGENCIES, "Perangkat daerah", "Agency");
    PUT(&s.page, "<details class=blk><summary><b>");
    say(&s, "Unit kerja", "Work units");
    PUT(&s.page, "</b></summary>\n");
    put_units(&s, RECAP_WORK_UNITS, "Unit kerja", "Work unit");
    PUT(&s.page, "</details></div>\n<aside class=side>\n");
    put_closing(&s);
    put_holes(&s);
    put_over(&s);
    put_asked(&s);
    PUT(&s.page, "</aside></div>\n<p class=\"foot xs mut\">");
    html_text(&s.page, s.government->note);
    PUT(&s.page, "</p>\n</main></body></html>\n");
    return html_done(&s.page, out);
}
