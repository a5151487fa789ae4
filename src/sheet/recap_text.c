/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/recap_text.h"

#include "sheet/recap_follow.h"

enum { NAME_WIDE = 38, NUMBER_WIDE = 10, LISTED = 12, FOLLOWED_SHOWN = 40 };

/* ---- cells -------------------------------------------------------------- */

static void put_blanks(Buf *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_char(out, ' ');
}

/* At most `wide` code points, with "~" where something was cut. */
static void put_left(Buf *out, Str text, size_t wide)
{
    size_t columns = str_columns(text);
    size_t at = 0;
    if (columns <= wide) {
        buf_put(out, text);
        put_blanks(out, wide - columns);
        return;
    }
    for (size_t kept = 0; at < text.len; at++) {
        bool begins = ((unsigned char)text.ptr[at] & 0xc0) != 0x80;
        if (begins && kept++ == wide - 1) break;
    }
    buf_put(out, str_slice(text, 0, at));
    buf_char(out, '~');
}

static void put_right(Buf *out, Str text)
{
    size_t columns = str_columns(text);
    put_blanks(out, columns < NUMBER_WIDE ? NUMBER_WIDE - columns : 1);
    buf_put(out, text);
}

static void put_number(Buf *out, Lang lang, int64_t number)
{
    Buf cell = buf_in(out->arena);
    say_number(&cell, lang, number);
    put_right(out, buf_str(&cell));
}

Str recap_text_column(Arena *arena, RecapColumn column, Lang lang)
{
    Buf out = buf_in(arena);
    Str word = recap_column_word(column, lang);
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if (c == '_') c = ' ';
        buf_char(&out, c);
    }
    return buf_str(&out);
}

Str recap_text_changed(Arena *arena, const RecapChange *change, Lang lang)
{
    Buf out = buf_in(arena);
    if (change->more.len == 0)
        return recap_text_column(arena, change->column, lang);
    for (size_t i = 0; i < change->more.len; i++) {
        char c = change->more.ptr[i];
        if (c == '_') c = ' ';
        buf_char(&out, c);
    }
    return buf_str(&out);
}

Str recap_text_instant(Arena *arena, Zone zone, Instant at, Lang lang)
{
    int minute = zone_minute(zone, at);
    Str day = date_words(arena, zone_day(zone, at), lang);
    return say_text(arena, lang, "%.*s pukul %02d.%02d", "%.*s, %02d.%02d",
                    STR_ARG(day), minute / 60, minute % 60);
}

bool recap_text_has(const Recap *recap, RecapLevel level, UnitId unit)
{
    return recap->units[level][unit.index].people > 0;
}

/* ---- head, days, findings ----------------------------------------------- */

static void put_head(const RecapMade *made, Lang lang, Buf *out)
{
    const Judged *j = &made->judged;
    const Government *government = &j->office->government;
    Str first = date_words(out->arena, j->window.first, lang);
    Str last = date_words(out->arena, j->window.last, lang);
    Str now = recap_text_instant(out->arena, j->zone, j->now, lang);
    buf_put(out, government->name);
    if (made->unit.index != j->r.preorder[0].index)
        buf_format(out, "\n%.*s (%.*s)",
                   STR_ARG(j->r.units[made->unit.index].name),
                   STR_ARG(made->table.unit));
    say_format(out, lang, "\nRekap %.*s sampai dengan %.*s\n",
               "\nRecap %.*s to %.*s\n", STR_ARG(first), STR_ARG(last));
    say_format(out, lang, "menurut yang diterima sampai %.*s\n",
               "of what was received by %.*s\n", STR_ARG(now));
    if (government->note.len > 0)
        buf_format(out, "%.*s\n", STR_ARG(government->note));
    if (j->unknown > 0)
        say_format(out, lang, "%zu fakta menyebut kode yang tidak dikenal\n",
                   "%zu facts name codes that are unknown\n", j->unknown);
}

static void put_days(const RecapUnit *all, Lang lang, Buf *out)
{
    say_number(out, lang, all->people);
    say_format(out, lang, " pegawai, ", " people, ");
    say_number(out, lang, all->counts[RECAP_WORKING]);
    say_format(out, lang, " hari kerja, ", " working days, ");
    say_number(out, lang, all->counts[RECAP_COUNTED]);
    say_format(out, lang,
               " dijalankan; hari kerja di rumah dihitung hari kerja\n",
               " on duty; a working day at home counts as a working day\n");
}

static void put_counts(const RecapUnit *all, Lang lang, Buf *out)
{
    buf_char(out, '\n');
    for (unsigned c = RECAP_PLAN_K; c < RECAP_COLUMNS; c++) {
        if (all->counts[c] == 0) continue;
        buf_c(out, "  ");
        put_left(out, recap_text_column(out->arena, (RecapColumn)c, lang), 36);
        put_number(out, lang, all->counts[c]);
        buf_char(out, '\n');
    }
}

/* ---- units -------------------------------------------------------------- */

/* Columns of the table; those of one row are added. */
static const struct {
    const char *head[2]; /* by Lang */
    RecapColumn sum[4];
    unsigned count;
} table[] = {
    {{"hari", "days"},          {RECAP_COUNTED},                   1},
    {{"kantor", "office"},      {RECAP_PLAN_K},                    1},
    {{"rumah", "home"},         {RECAP_PLAN_R, RECAP_PLAN_X},      2},
    {{"hadir", "present"},      {RECAP_PRESENT, RECAP_WITH_LEAVE}, 2},
    {{"terlambat", "late"},     {RECAP_LATE},                      1},
    {{"absen", "absent"},       {RECAP_ABSENT, RECAP_ELSEWHERE},   2},
    {{"laporan", "reports"},
     {RECAP_REPORT_IN, RECAP_REPORT_ACCEPTED, RECAP_REPORT_RETURNED,
      RECAP_REPORT_LATE},
     4                                                              },
    {{"tak lapor", "missing"},  {RECAP_REPORT_MISSING},            1},
    {{"melanggar", "breaches"}, {RECAP_BREACHES},                  1},
    {{"tak tahu", "unknown"},   {RECAP_UNKNOWN},                   1},
};

static void put_unit(const RecapUnit *unit, Str name, Lang lang, Buf *out)
{
    put_left(out, name, NAME_WIDE);
    put_number(out, lang, unit->people);
    for (size_t i = 0; i < COUNT(table); i++) {
        int64_t sum = 0;
        for (unsigned k = 0; k < table[i].count; k++)
            sum += unit->counts[table[i].sum[k]];
        put_number(out, lang, sum);
    }
    buf_char(out, '\n');
}

void recap_text_units(const Recap *recap, Lang lang, Buf *out)
{
    const Register *r = recap->r;
    bool whole = recap->unit.index == r->preorder[0].index;
    RecapLevel level = whole ? RECAP_AGENCIES : RECAP_WORK_UNITS;
    buf_char(out, '\n');
    put_left(out,
             whole ? say_text(out->arena, lang, "perangkat daerah", "agency")
                   : say_text(out->arena, lang, "unit kerja", "work unit"),
             NAME_WIDE);
    put_right(out, say_text(out->arena, lang, "pegawai", "people"));
    for (size_t i = 0; i < COUNT(table); i++)
        put_right(out, str_of(table[i].head[lang]));
    buf_char(out, '\n');
    for (uint32_t i = 0; i < r->unit_count; i++) {
        UnitId unit = r->preorder[i];
        if (recap_text_has(recap, level, unit))
            put_unit(&recap->units[level][unit.index],
                     r->units[unit.index].name, lang, out);
    }
    put_unit(recap_government(recap),
             say_text(out->arena, lang, "seluruhnya", "all"), lang, out);
}

/* ---- caps, fairness, holes ---------------------------------------------- */

static void put_over(const Recap *recap, const RecapCap *over, Lang lang,
                     Buf *out)
{
    Str name = recap->r->units[over->unit.index].name;
    Str day = date_words(out->arena, over->day, lang);
    say_format(out, lang,
               "  %.*s, %.*s: batas %d dari %d, direncanakan %d, masuk %d\n",
               "  %.*s, %.*s: cap %d of %d, planned %d, came %d\n",
               STR_ARG(name), STR_ARG(day), over->stated, over->base,
               over->planned, over->there);
}

static void put_caps(const Recap *recap, Lang lang, Buf *out)
{
    const RecapUnit *all = recap_government(recap);
    if (all->cap_days == 0) return;
    say_format(out, lang,
               "\nBatas di kantor: dijaga pada %u dari %u hari-unit\n",
               "\nCaps on the office: kept on %u of %u unit days\n",
               all->cap_kept, all->cap_days);
    for (size_t i = 0; i < recap->over_count && i < LISTED; i++)
        put_over(recap, &recap->over[i], lang, out);
    if (recap->over_count > LISTED)
        say_format(out, lang, "  dan %zu lagi\n", "  and %zu more\n",
                   recap->over_count - LISTED);
}

static void put_fairness(const RecapUnit *all, Lang lang, Buf *out)
{
    if (all->in_turn == 0) return;
    say_format(out, lang,
               "\nHari kantor %u pegawai yang bergilir: paling sedikit %lld, "
               "paling banyak %lld; yang benar-benar datang %lld sampai %lld\n",
               "\nOffice days of the %u in turn: least %lld, most %lld; as "
               "they came, %lld to %lld\n",
               all->in_turn, (long long)all->least, (long long)all->most,
               (long long)all->there_least, (long long)all->there_most);
}

void recap_text_holes(const Recap *recap, Lang lang, Buf *out)
{
    if (recap->hole_count == 0) return;
    say_format(out, lang, "\nServer kami mati; yang berlubang tidak ditutupi\n",
               "\nOur server was down; the holes are shown\n");
    for (size_t i = 0; i < recap->hole_count; i++) {
        const RecapHole *hole = &recap->holes[i];
        Str day = date_words(out->arena, hole->day, lang);
        say_format(out, lang, "  %.*s: %d menit, %lld temuan tidak diketahui\n",
                   "  %.*s: %d minutes, %lld findings unknown\n", STR_ARG(day),
                   hole->minutes, (long long)hole->unknown);
    }
}

/* ---- what follows: hours, cuts, suggestions ----------------------------- */

static bool is_shown(Follows what, bool steps)
{
    return (what == FOLLOWS_STEP) == steps;
}

/* The clauses of one kind that say something of the person. */
static bool put_followed(const Recap *recap, PersonId person, bool steps,
                         bool shown, Lang lang, Buf *out)
{
    const Person *who = &recap->r->people[person.index];
    bool any = false;
    for (uint32_t f = 0; f < recap->follow_count; f++) {
        if (!is_shown(recap->follows[f].rule.what, steps) ||
            !recap_follow_tells(recap, person, f))
            continue;
        any = true;
        if (!shown) continue;
        Str words = recap_follow_words(out->arena, recap, person, f, lang);
        buf_format(out, "  %.*s %.*s: %.*s\n", STR_ARG(who->code),
                   STR_ARG(who->name), STR_ARG(words));
    }
    return any;
}

static void put_all_followed(const Recap *recap, bool steps, Lang lang,
                             Buf *out)
{
    uint32_t count = 0;
    for (uint32_t p = 0; p < recap->r->person_count; p++)
        count += put_followed(recap, (PersonId){p}, steps,
                              count < FOLLOWED_SHOWN, lang, out);
    if (count == 0) say_format(out, lang, "  tidak ada\n", "  none\n");
    if (count > FOLLOWED_SHOWN)
        say_format(out, lang, "  dan %u pegawai lagi, dalam berkas rekap\n",
                   "  and %u more people, in the file of the recap\n",
                   count - FOLLOWED_SHOWN);
}

void recap_text_follow(const Recap *recap, Lang lang, Buf *out)
{
    if (recap_follow_has(recap, FOLLOWS_HOURS) ||
        recap_follow_has(recap, FOLLOWS_CUT)) {
        say_format(out, lang,
                   "\nAkibat pada tunjangan, sebagai angka, bukan uang\n",
                   "\nEffect on allowances, as numbers, not as money\n");
        put_all_followed(recap, false, lang, out);
    }
    if (!recap_follow_has(recap, FOLLOWS_STEP)) return;
    say_format(out, lang,
               "\nUsulan sanksi menurut pelanggaran pada masa rekap ini; yang "
               "memutuskan pejabat\n",
               "\nSuggested sanctions by the breaches in the days of this "
               "recap; an official decides\n");
    put_all_followed(recap, true, lang, out);
}

/* ---- what the letters ask for; closing ---------------------------------- */

static void put_asked(const RecapMade *made, Lang lang, Buf *out)
{
    const Corpus *corpus = &made->judged.corpus;
    if (made->asked.count == 0) return;
    say_format(out, lang, "\nRekap yang diminta surat\n",
               "\nRecaps that the letters ask for\n");
    for (size_t i = 0; i < made->asked.count; i++) {
        const RecapPeriod *p = &made->asked.at[i];
        Str cite = cite_words(out->arena, corpus,
                              corpus_clause(corpus, p->by)->cite, lang);
        Str first = date_words(out->arena, p->window.first, lang);
        Str last = date_words(out->arena, p->window.last, lang);
        Str span = recap_span_word(p->span, lang);
        say_format(out, lang, "  %.*s sampai dengan %.*s, %.*s (%.*s)\n",
                   "  %.*s to %.*s, %.*s (%.*s)\n", STR_ARG(first),
                   STR_ARG(last), STR_ARG(span), STR_ARG(cite));
    }
}

Str recap_text_closing(Arena *arena, const RecapMade *made, Lang lang)
{
    const RecapClosing *c = &made->closing;
    if (c->version == 0)
        return say_text(arena, lang, "belum ditutup", "not closed yet");
    Str at = recap_text_instant(arena, made->judged.zone, c->at, lang);
    bool same = make_recap_stands(made);
    Str closed = say_text(arena, lang, "ditutup, versi %d, %.*s",
                          "closed, version %d, %.*s", c->version, STR_ARG(at));
    return say_text(
        arena, lang, "%.*s; %s%s", "%.*s; %s%s", STR_ARG(closed),
        made->erased ? (lang == LANG_EN
                            ? "records of its days were erased since; told "
                              "is what was closed"
                            : "catatan harinya sudah dihapus sejak itu; yang "
                              "disebut ialah yang ditutup")
        : same
            ? (lang == LANG_EN ? "unchanged since" : "tidak berubah sejak itu")
            : (lang == LANG_EN ? "CHANGED since: a new version is due"
                               : "BERUBAH sejak itu: perlu versi baru"),
        c->received.us == 0 ? ""
        : lang == LANG_EN   ? "; received"
                            : "; sudah diterima");
}

void recap_text(const RecapMade *made, Lang lang, Buf *out)
{
    const Recap *recap = &made->recap;
    const RecapUnit *all = recap_government(recap);
    put_head(made, lang, out);
    put_days(all, lang, out);
    put_counts(all, lang, out);
    recap_text_units(recap, lang, out);
    put_caps(recap, lang, out);
    put_fairness(all, lang, out);
    recap_text_holes(recap, lang, out);
    recap_text_follow(recap, lang, out);
    put_asked(made, lang, out);
    Str closing = recap_text_closing(out->arena, made, lang);
    say_format(out, lang, "\nsidik jari: %s\n%.*s\n", "\nhash: %s\n%.*s\n",
               made->hash, STR_ARG(closing));
}
