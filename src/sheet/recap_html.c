/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/html_style.h"
#include "sheet/recap_html_part.h"
#include "sheet/recap_text.h"

#define PUT(page, literal) html_put((page), HTML(literal))

/* ---- words -------------------------------------------------------------- */

void recap_html_say(RecapSheet *s, const char *id, const char *en)
{
    html_words(&s->page, s->lang == LANG_EN ? en : id);
}

void recap_html_number(RecapSheet *s, int64_t number)
{
    Buf text = buf_in(s->arena);
    say_number(&text, s->lang, number);
    html_text(&s->page, buf_str(&text));
}

void recap_html_date(RecapSheet *s, Date day)
{
    html_text(&s->page, date_words(s->arena, day, s->lang));
}

/* ---- the frame ---------------------------------------------------------- */

static Str title_of(const RecapSheet *s)
{
    Str first = date_words(s->arena, s->recap->window.first, s->lang);
    Str last = date_words(s->arena, s->recap->window.last, s->lang);
    return say_text(s->arena, s->lang, "Rekap %.*s–%.*s", "Recap %.*s–%.*s",
                    STR_ARG(first), STR_ARG(last));
}

static void put_letterhead(RecapSheet *s)
{
    HtmlPage *page = &s->page;
    html_style_letterhead(page, s->government->name);
    if (s->made->unit.index != s->r->preorder[0].index) {
        PUT(page, " · ");
        html_text(page, s->r->units[s->made->unit.index].name);
    }
    PUT(page, "</span><b>Tata Kerja</b></div><div class=me><b>");
    recap_html_say(s, "Rekap", "Recap");
    PUT(page, "</b><span>");
    if (s->made->closing.version == 0)
        recap_html_say(s, "belum ditutup", "not closed yet");
    else
        recap_html_say(s, "ditutup", "closed");
    PUT(page, "</span></div></div></header>\n");
}

/* Beside the title, so that a phone has it on its first screen. */
static void put_state(RecapSheet *s)
{
    bool closed = s->made->closing.version > 0;
    bool stands = closed && (s->made->erased || make_recap_stands(s->made));
    html_put(&s->page, stands ? HTML("<span class=\"tag ok\">")
                              : HTML("<span class=\"tag warn\">"));
    if (!closed)
        recap_html_say(s, "Belum ditutup", "Not closed yet");
    else if (!stands)
        recap_html_say(s, "Berubah sejak ditutup", "Changed since closing");
    else if (s->made->closing.received.us == 0)
        recap_html_say(s, "Ditutup", "Closed");
    else
        recap_html_say(s, "Ditutup dan diterima", "Closed and received");
    PUT(&s->page, "</span>");
}

static void put_top(RecapSheet *s)
{
    HtmlPage *page = &s->page;
    Str title = title_of(s);
    PUT(page, "<!doctype html>\n<html lang=");
    recap_html_say(s, "id", "en");
    PUT(page, ">\n<head><meta charset=utf-8>\n<meta name=viewport "
              "content=\"width=device-width,initial-scale=1\">\n");
    html_put(page, html_style(s->arena, s->government->colour));
    PUT(page, "<title>");
    html_text(page, title);
    PUT(page, " · Tata Kerja</title></head>\n<body>\n<a class=skip "
              "href=\"#isi\">");
    recap_html_say(s, "Langsung ke isi", "Skip to content");
    PUT(page, "</a>\n");
    put_letterhead(s);
    PUT(page, "<main id=isi class=page>\n<div class=ph><div><p class=crumb>");
    html_text(page, s->government->name);
    PUT(page, "</p><h1>");
    html_text(page, title);
    PUT(page, "</h1></div>");
    put_state(s);
    PUT(page, "</div>\n");
}

static void put_lead(RecapSheet *s)
{
    HtmlPage *page = &s->page;
    const RecapUnit *all = recap_government(s->recap);
    PUT(page, "<p class=lead>");
    recap_html_number(s, all->people);
    recap_html_say(s, " pegawai, ", " people, ");
    PUT(page, "<b>");
    recap_html_number(s, all->counts[RECAP_COUNTED]);
    recap_html_say(s, " hari kerja dijalankan", " working days on duty");
    PUT(page, "</b>");
    recap_html_say(
        s, ": hari di rumah dihitung hari kerja. Menurut yang diterima sampai ",
        ": a day at home counts as a working day. Of what was received by ");
    html_text(page, recap_text_instant(s->arena, s->made->judged.zone,
                                       s->recap->now, s->lang));
    PUT(page, ".</p>\n");
}

/* ---- the strip ---------------------------------------------------------- */

static void put_box(RecapSheet *s, bool good, const char *id, const char *en)
{
    html_put(&s->page, good ? HTML("<li><b>") : HTML("<li class=over><b>"));
    recap_html_say(s, id, en);
    PUT(&s->page, "</b><span class=v>");
}

static void end_box(RecapSheet *s)
{
    PUT(&s->page, "</span>\n");
}

static void put_presence(RecapSheet *s, const RecapUnit *all)
{
    int64_t bad = all->counts[RECAP_LATE] + all->counts[RECAP_ABSENT] +
                  all->counts[RECAP_ELSEWHERE];
    put_box(s, bad == 0, "Kehadiran", "Presence");
    recap_html_number(s, all->counts[RECAP_PRESENT] +
                             all->counts[RECAP_WITH_LEAVE]);
    recap_html_say(s, " hadir, ", " present, ");
    recap_html_number(s, all->counts[RECAP_LATE]);
    recap_html_say(s, " terlambat, ", " late, ");
    recap_html_number(s, all->counts[RECAP_ABSENT]);
    recap_html_say(s, " tidak hadir, ", " absent, ");
    recap_html_number(s, all->counts[RECAP_ELSEWHERE]);
    recap_html_say(s, " di tempat lain", " elsewhere");
    end_box(s);
}

int64_t recap_html_reports(const RecapUnit *unit)
{
    return unit->counts[RECAP_REPORT_IN] + unit->counts[RECAP_REPORT_ACCEPTED] +
           unit->counts[RECAP_REPORT_RETURNED] +
           unit->counts[RECAP_REPORT_LATE];
}

static void put_reports(RecapSheet *s, const RecapUnit *all)
{
    int64_t missing = all->counts[RECAP_REPORT_MISSING];
    put_box(s, missing + all->counts[RECAP_REPORT_LATE] == 0, "Laporan",
            "Reports");
    recap_html_number(s, recap_html_reports(all));
    recap_html_say(s, " masuk, ", " in, ");
    recap_html_number(s, all->counts[RECAP_REPORT_LATE]);
    recap_html_say(s, " di antaranya terlambat, ", " of them late, ");
    recap_html_number(s, missing);
    recap_html_say(s, " tidak ada", " missing");
    end_box(s);
}

static void put_cap_box(RecapSheet *s, const RecapUnit *all)
{
    if (all->cap_days == 0) return;
    put_box(s, all->cap_kept == all->cap_days, "Batas di kantor",
            "Caps on the office");
    recap_html_number(s, all->cap_kept);
    recap_html_say(s, " dari ", " of ");
    recap_html_number(s, all->cap_days);
    recap_html_say(s, " hari-unit dijaga", " unit days kept");
    end_box(s);
}

static void put_fairness(RecapSheet *s, const RecapUnit *all)
{
    if (all->in_turn == 0) return;
    put_box(s, true, "Giliran", "Turns");
    recap_html_number(s, all->in_turn);
    recap_html_say(s, " orang, ", " people, ");
    recap_html_number(s, all->least);
    recap_html_say(s, " sampai ", " to ");
    recap_html_number(s, all->most);
    recap_html_say(s, " hari kantor", " office days");
    end_box(s);
}

static void put_hole_box(RecapSheet *s, const RecapUnit *all)
{
    int64_t minutes = 0;
    for (size_t i = 0; i < s->recap->hole_count; i++)
        minutes += s->recap->holes[i].minutes;
    put_box(s, minutes == 0, "Server kami mati", "Our outages");
    recap_html_number(s, minutes);
    recap_html_say(s, " menit, ", " minutes, ");
    recap_html_number(s, all->counts[RECAP_UNKNOWN]);
    recap_html_say(s, " temuan tidak diketahui", " findings unknown");
    end_box(s);
}

static void put_strip(RecapSheet *s)
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

bool recap_html(Arena *arena, const RecapMade *made, Lang lang, Html *out)
{
    RecapSheet s = {.arena = arena,
                    .lang = lang,
                    .made = made,
                    .recap = &made->recap,
                    .r = made->recap.r,
                    .government = made->recap.corpus->government,
                    .page = html_page(arena)};
    put_top(&s);
    put_lead(&s);
    put_strip(&s);
    recap_html_legend(&s);
    PUT(&s.page, "<div class=rost>\n<div>");
    recap_html_units(&s, RECAP_AGENCIES, "Perangkat daerah", "Agency");
    PUT(&s.page, "<details class=blk><summary><b>");
    recap_html_say(&s, "Unit kerja", "Work units");
    PUT(&s.page, "</b></summary>\n");
    recap_html_units(&s, RECAP_WORK_UNITS, "Unit kerja", "Work unit");
    PUT(&s.page, "</details>\n");
    recap_html_follow(&s);
    PUT(&s.page, "</div>\n");
    recap_html_side(&s);
    PUT(&s.page, "</div>\n<p class=\"foot xs mut\">");
    html_text(&s.page, s.government->note);
    PUT(&s.page, "</p>\n</main></body></html>\n");
    return html_done(&s.page, out);
}
