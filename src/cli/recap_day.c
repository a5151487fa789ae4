/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/recap_day.h"

#include "circular/print.h"
#include "sheet/recap_text.h"

enum { BREACHING_SHOWN = 40, FACT_TEXT_SHOWN = 120 };

/* ---- places ------------------------------------------------------------- */

static Str place_words(char letter, Lang lang)
{
    if (letter == PLACED_NONE)
        return lang == LANG_EN ? STR("no working day, or without a plan")
                               : STR("bukan hari kerja, atau tanpa jadwal");
    return placed_word((Placed)letter, lang);
}

static void put_clause(const Judged *j, ClauseId id, Lang lang, Buf *out)
{
    if (id.index == NO_INDEX) return;
    const Clause *clause = corpus_clause(&j->corpus, id);
    Str cite = cite_words(out->arena, &j->corpus, clause->cite, lang);
    buf_format(out, "    %.*s: ", STR_ARG(cite));
    sentence_print(clause->sentence, lang, out);
    buf_char(out, '\n');
}

static void put_places(const Judged *j, const Judgement *day, const Verdict *v,
                       Lang lang, Buf *out)
{
    const Expected *expected = &day->sheet.expected[v->person.index];
    Str planned = place_words(v->planned, lang);
    say_format(out, lang, "  direncanakan: %c, %.*s\n", "  planned: %c, %.*s\n",
               v->planned, STR_ARG(planned));
    if (v->planned != PLACED_NONE) put_clause(j, expected->by, lang, out);
    if (v->expected != v->planned) {
        Str changed = place_words(v->expected, lang);
        say_format(out, lang, "  menurut kepala: %c, %.*s\n",
                   "  by the head: %c, %.*s\n", v->expected, STR_ARG(changed));
    }
    if (v->where == '?') {
        say_format(out, lang, "  tanpa presensi\n", "  no check-in\n");
        return;
    }
    Str where = place_words(v->where, lang);
    say_format(out, lang, "  berada: %c, %.*s\n", "  was: %c, %.*s\n", v->where,
               STR_ARG(where));
}

/* "gelombang 2 dari 2, pukul 12.00-16.00" and what sets it */
static void put_shift(const Judged *j, const Judgement *day, PersonId person,
                      Lang lang, Buf *out)
{
    const Shift *s = &day->sheet.expected[person.index].shift;
    if (s->number == 0) return;
    say_format(out, lang, "  gelombang %d dari %d, pukul %02d.%02d-%02d.%02d\n",
               "  shift %d of %d, at %02d.%02d-%02d.%02d\n", s->number,
               s->count, s->begins / 60, s->begins % 60, s->ends / 60,
               s->ends % 60);
    put_clause(j, s->by, lang, out);
}

/* ---- facts -------------------------------------------------------------- */

static void put_clock(int minute, Buf *out)
{
    if (minute < 0 || minute >= 24 * 60) return;
    buf_format(out, " %02d.%02d", minute / 60, minute % 60);
}

/* A whole number of code points, at most that many bytes; lines become one. */
static void put_quote(Str text, Buf *out)
{
    size_t end = text.len < FACT_TEXT_SHOWN ? text.len : FACT_TEXT_SHOWN;
    while (end < text.len && end > 0 &&
           ((unsigned char)text.ptr[end] & 0xc0) == 0x80)
        end--;
    buf_c(out, " \"");
    for (size_t i = 0; i < end; i++) {
        char c = text.ptr[i];
        if ((unsigned char)c < ' ') c = ' ';
        buf_char(out, c);
    }
    buf_c(out, end < text.len ? " ...\"" : "\"");
}

void recap_day_fact(const Judged *j, FactId id, Lang lang, Buf *out)
{
    char text[FACT_ID_TEXT];
    const Fact *f = daybook_find(j->book, id);
    if (f == NULL) return;
    buf_c(out, "    - ");
    buf_put(out, fact_kind_word(f->kind, lang));
    put_clock(fact_minute(f), out);
    if (f->word.len > 0) buf_format(out, " %.*s", STR_ARG(f->word));
    if (f->text.len > 0) put_quote(f->text, out);
    Str channel = channel_word(f->channel, lang);
    say_format(out, lang, " (%.*s, oleh %.*s; %s)\n", " (%.*s, by %.*s; %s)\n",
               STR_ARG(channel), STR_ARG(f->actor), fact_id_text(id, text));
}

/* ---- findings ----------------------------------------------------------- */

/* What the minutes of a finding are, by its outcome. */
static void put_minutes(const Finding *f, Lang lang, Buf *out)
{
    if (f->minutes == 0) return;
    if (f->outcome == OUTCOME_IN_PART)
        buf_format(out, ", %d%%", f->minutes);
    else if (f->duty == DUTY_TARGET)
        say_format(out, lang, ", jumlah %d", ", sum %d", f->minutes);
    else
        say_format(out, lang, ", %d menit", ", %d minutes", f->minutes);
}

static void put_outcome(const Finding *f, Lang lang, Buf *out)
{
    Str duty = duty_word(f->duty, lang);
    Str outcome = outcome_word(f->outcome, lang);
    Str colour = colour_word(finding_colour(f), lang);
    buf_format(out, "%.*s: %.*s", STR_ARG(duty), STR_ARG(outcome));
    put_minutes(f, lang, out);
    buf_format(out, " [%.*s]", STR_ARG(colour));
}

static void put_finding(const Judged *j, const Finding *f, Lang lang, Buf *out)
{
    buf_c(out, "  ");
    put_outcome(f, lang, out);
    buf_char(out, '\n');
    put_clause(j, f->by, lang, out);
    for (size_t i = 0; i < FINDING_FACTS && !fact_id_none(f->facts[i]); i++)
        recap_day_fact(j, f->facts[i], lang, out);
}

void recap_day_person(const Judged *judged, const Judgement *day,
                      PersonId person, Lang lang, Buf *out)
{
    Verdict v;
    const Person *who = &judged->r.people[person.index];
    Str unit = judged->r.units[who->unit.index].name;
    Str date = date_long(out->arena, day->sheet.day, lang);
    verdict_make(&day->view, person, &v);
    buf_format(out, "%.*s (%.*s), %.*s\n%.*s\n", STR_ARG(who->name),
               STR_ARG(who->code), STR_ARG(unit), STR_ARG(date));
    if (!person_is_active(&judged->r, person, day->sheet.day)) {
        say_format(out, lang, "  tidak bertugas pada hari itu\n",
                   "  does not serve on that day\n");
        return;
    }
    put_places(judged, day, &v, lang, out);
    put_shift(judged, day, person, lang, out);
    if (v.count == 0)
        say_format(out, lang, "  tidak ada temuan\n", "  no findings\n");
    for (uint32_t i = 0; i < v.count; i++)
        put_finding(judged, &v.findings[i], lang, out);
}

/* ---- all units ---------------------------------------------------------- */

static void put_breaches(const Judgement *day, const Person *person,
                         PersonId id, Lang lang, Buf *out)
{
    Verdict v;
    const char *between = ": ";
    verdict_make(&day->view, id, &v);
    buf_format(out, "  %.*s %.*s", STR_ARG(person->code),
               STR_ARG(person->name));
    for (uint32_t i = 0; i < v.count; i++) {
        if (finding_colour(&v.findings[i]) != COLOUR_BREACH) continue;
        buf_c(out, between);
        put_outcome(&v.findings[i], lang, out);
        between = "; ";
    }
    buf_char(out, '\n');
}

static void put_breaching(const Judgement *day, const Recap *recap, Lang lang,
                          Buf *out)
{
    uint32_t shown = 0;
    uint32_t all = recap_government(recap)->breaching;
    if (all == 0) return;
    say_format(out, lang, "\nPelanggaran: %u pegawai\n",
               "\nBreaches: %u people\n", all);
    for (uint32_t p = 0; p < recap->r->person_count; p++) {
        PersonId id = {p};
        if (recap_count(recap, id, RECAP_BREACHES) == 0) continue;
        if (shown++ == BREACHING_SHOWN) break;
        put_breaches(day, &recap->r->people[p], id, lang, out);
    }
    if (all > BREACHING_SHOWN)
        say_format(out, lang, "  dan %u lagi\n", "  and %u more\n",
                   all - BREACHING_SHOWN);
}

void recap_day_units(const Judged *judged, const Judgement *day,
                     const Recap *recap, Lang lang, Buf *out)
{
    Str date = date_long(out->arena, day->sheet.day, lang);
    const Government *government = &judged->office->government;
    buf_format(out, "%.*s\n%.*s\n", STR_ARG(government->name), STR_ARG(date));
    if (government->note.len > 0)
        buf_format(out, "%.*s\n", STR_ARG(government->note));
    recap_text_units(recap, lang, out);
    put_breaching(day, recap, lang, out);
    recap_text_holes(recap, lang, out);
}
