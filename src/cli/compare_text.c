/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/clash_text.h"
#include "cli/compare_view.h"
#include "sheet/say.h"

enum { LISTED = 12 };

static const char mark[COMPARE_SIDES] = {'A', 'B'};

static Str number(const CompareView *view, Lang lang, int64_t n)
{
    Buf out = buf_in(view->compared->office.arena);
    say_number(&out, lang, n);
    return buf_str(&out);
}

static Str tenths(const CompareView *view, Lang lang, int64_t n)
{
    Buf out = buf_in(view->compared->office.arena);
    say_tenths(&out, lang, n);
    return buf_str(&out);
}

static Str day_of(const CompareView *view, Lang lang, uint32_t day)
{
    return date_words(view->compared->office.arena, view->compared->days[day],
                      lang);
}

/* ---- the head ---------------------------------------------------------- */

static void put_head(const CompareView *view, Lang lang, Buf *out)
{
    const Compared *c = view->compared;
    Arena *arena = c->office.arena;
    Str first = date_words(arena, c->window.first, lang);
    Str last = date_words(arena, c->window.last, lang);
    Str people = number(view, lang, c->people);
    for (int i = 0; i < COMPARE_SIDES; i++)
        buf_format(out, "%c  %.*s\n", mark[i], STR_ARG(c->side[i].cite));
    say_format(out, lang,
               "%.*s sampai dengan %.*s: %u hari kerja, %.*s pegawai.\n",
               "%.*s to %.*s: %u working days, %.*s people.\n", STR_ARG(first),
               STR_ARG(last), c->day_count, STR_ARG(people));
    if (c->shortened)
        say_format(out, lang,
                   "Surat berlaku lebih lama; hari lain dengan --from dan "
                   "--to.\n",
                   "The letters go on; other days with --from and --to.\n");
}

/* ---- each side --------------------------------------------------------- */

static void put_figures(const CompareView *view, Lang lang, Buf *out, int at)
{
    const ViewedSide *side = &view->side[at];
    const Fairness *fair = &side->summary.fair;
    Str office = tenths(view, lang, side->office_tenths);
    Str turns = tenths(view, lang, side->turn_tenths);
    Str people = number(view, lang, fair->people);
    say_format(out, lang, "  di kantor per hari: %.*s (%d sampai %d)\n",
               "  in the office a day: %.*s (%d to %d)\n", STR_ARG(office),
               side->office_least, side->office_most);
    if (fair->people == 0) return;
    say_format(out, lang,
               "  hari kantor yang bergiliran: %.*s (%d sampai %d), %.*s "
               "orang\n",
               "  office days of those in turn: %.*s (%d to %d), %.*s people\n",
               STR_ARG(turns), fair->least, fair->most, STR_ARG(people));
}

static void put_breaks(const CompareView *view, Lang lang, Buf *out, int at)
{
    const ViewedSide *side = &view->side[at];
    const Register *r = &view->compared->office.r;
    for (uint32_t i = 0; i < side->break_count; i++) {
        if (i == LISTED) {
            say_format(out, lang, "  dan %u lagi\n", "  and %u more\n",
                       side->break_count - LISTED);
            return;
        }
        const Break *b = &side->breaks[i];
        Str said = compare_break(b->kind, lang);
        Str name = r->units[b->unit.index].name;
        say_format(out, lang, "  %.*s: %.*s (%u hari)\n",
                   "  %.*s: %.*s (%u days)\n", STR_ARG(name), STR_ARG(said),
                   b->days);
    }
}

static void put_side(const CompareView *view, Lang lang, Buf *out, int at)
{
    const ComparedSide *side = &view->compared->side[at];
    bool told = lang == LANG_ID && side->why_not.id[0] != '\0';
    buf_format(out, "\n%c  %.*s\n", mark[at], STR_ARG(side->cite));
    if (!side->rostered)
        say_format(out, lang, "  jadwal belum dapat disusun: %s\n",
                   "  a roster cannot be made yet: %s\n",
                   told ? side->why_not.id : side->why_not.text);
    else if (!side->made.solved)
        clash_text(&side->made, lang, out);
    else
        put_figures(view, lang, out, at);
    put_breaks(view, lang, out, at);
}

/* ---- what changes ------------------------------------------------------ */

static void put_kind(const CompareView *view, Lang lang, Buf *out,
                     const MoveKind *kind)
{
    const Register *r = &view->compared->office.r;
    Str from = compare_place(kind->from, lang);
    Str to = compare_place(kind->to, lang);
    Str first = day_of(view, lang, kind->first);
    Str last = day_of(view, lang, kind->last);
    Str people = number(view, lang, kind->people);
    Str cells = number(view, lang, (int64_t)kind->cells);
    Str one = r->people[kind->one.index].title;
    say_format(out, lang,
               "  %.*s -> %.*s: %.*s pegawai, %.*s hari-orang, %.*s sampai "
               "dengan %.*s; misalnya %.*s\n",
               "  %.*s -> %.*s: %.*s people, %.*s person-days, %.*s to %.*s; "
               "for instance %.*s\n",
               STR_ARG(from), STR_ARG(to), STR_ARG(people), STR_ARG(cells),
               STR_ARG(first), STR_ARG(last), STR_ARG(one));
}

/* Without a roster nobody knows how many are in. */
static void put_in(const CompareView *view, Buf *out, int at, uint32_t day)
{
    if (view->side[at].solved)
        buf_format(out, " %7d", view->compared->side[at].office[day]);
    else
        buf_c(out, "       -");
}

static void put_days(const CompareView *view, Lang lang, Buf *out)
{
    const Compared *c = view->compared;
    say_format(out, lang, "\nSetiap hari (di kantor A, B; berubah)\n",
               "\nDay by day (in the office A, B; who change)\n");
    for (uint32_t d = 0; d < c->day_count; d++) {
        Str day = day_of(view, lang, d);
        buf_format(out, "  %-20.*s", STR_ARG(day));
        for (int i = 0; i < COMPARE_SIDES; i++)
            put_in(view, out, i, d);
        buf_format(out, " %7u\n", view->changed[d]);
    }
}

static void put_agencies(const CompareView *view, Lang lang, Buf *out)
{
    const Register *r = &view->compared->office.r;
    say_format(out, lang, "\nPerangkat daerah yang berubah\n",
               "\nAgencies that change\n");
    for (uint32_t i = 0; i < view->agency_count; i++) {
        const ViewedAgency *agency = &view->agencies[i];
        Str name = r->units[agency->unit.index].name;
        say_format(out, lang, "  %.*s: %u dari %u pegawai\n",
                   "  %.*s: %u of %u people\n", STR_ARG(name), agency->changed,
                   agency->people);
    }
}

static void put_turns(const CompareView *view, Lang lang, Buf *out)
{
    const Compared *c = view->compared;
    Str more = number(view, lang, c->more);
    Str fewer = number(view, lang, c->fewer);
    if (c->more + c->fewer == 0) return;
    say_format(out, lang,
               "Hari kantor menurut jadwal B: lebih banyak bagi %.*s pegawai, "
               "lebih sedikit bagi %.*s\n",
               "Office days by the roster of B: more for %.*s people, fewer "
               "for %.*s\n",
               STR_ARG(more), STR_ARG(fewer));
}

static void put_changes(const CompareView *view, Lang lang, Buf *out)
{
    const Compared *c = view->compared;
    Str people = number(view, lang, c->changed);
    Str cells = number(view, lang, (int64_t)c->cells);
    if (c->cells == 0 && c->more + c->fewer > 0)
        say_format(out, lang,
                   "\nMenurut surat tidak seorang pun berpindah tempat; yang "
                   "berubah ialah gilirannya.\n",
                   "\nBy the letters nobody moves to another place; their "
                   "turns change.\n");
    else if (c->cells == 0)
        say_format(out, lang,
                   "\nTidak seorang pun berpindah tempat menurut surat.\n",
                   "\nThe letters move nobody to another place.\n");
    else
        say_format(out, lang,
                   "\nBerpindah tempat: %.*s pegawai, %.*s hari-orang\n",
                   "\nAnother place: %.*s people, %.*s person-days\n",
                   STR_ARG(people), STR_ARG(cells));
    for (uint32_t i = 0; i < view->kind_count; i++)
        put_kind(view, lang, out, &view->kinds[i]);
    put_turns(view, lang, out);
    if (view->agency_count > 0) put_agencies(view, lang, out);
}

void compare_text(const CompareView *view, Lang lang, Buf *out)
{
    put_head(view, lang, out);
    for (int i = 0; i < COMPARE_SIDES; i++)
        put_side(view, lang, out, i);
    put_changes(view, lang, out);
    put_days(view, lang, out);
}
