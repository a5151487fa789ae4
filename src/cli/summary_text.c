/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/summary_text.h"

#include "cli/say.h"

enum { NAME_WIDE = 38, NUMBER_WIDE = 9, LISTED = 12, BAR_WIDE = 40 };

/* ---- cells of a table -------------------------------------------------- */

static void put_blanks(Buf *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_char(out, ' ');
}

/* At most `wide` code points, with "~" where something was cut. */
static void put_left(Buf *out, Str text, size_t wide)
{
    size_t columns = str_columns(text);
    if (columns > wide) {
        size_t at = 0;
        for (size_t kept = 0; at < text.len; at++) {
            bool begins = ((unsigned char)text.ptr[at] & 0xc0) != 0x80;
            if (begins && kept++ == wide - 1) break;
        }
        buf_put(out, str_slice(text, 0, at));
        buf_char(out, '~');
        columns = wide;
    } else {
        buf_put(out, text);
    }
    put_blanks(out, wide - columns);
}

static void put_right(Buf *out, Str text)
{
    size_t columns = str_columns(text);
    put_blanks(out, columns < NUMBER_WIDE ? NUMBER_WIDE - columns : 1);
    buf_put(out, text);
}

static void put_cell(Buf *out, Lang lang, int64_t number)
{
    Buf cell = buf_in(out->arena);
    say_number(&cell, lang, number);
    put_right(out, buf_str(&cell));
}

static void put_tenths_cell(Buf *out, Lang lang, int64_t tenths)
{
    Buf cell = buf_in(out->arena);
    say_tenths(&cell, lang, tenths);
    put_right(out, buf_str(&cell));
}

/* ---- parts ------------------------------------------------------------- */

static void put_head(Buf *out, Lang lang, const Summary *s)
{
    const Plan *plan = &s->made->demand.plan;
    const Government *government = s->made->corpus.government;
    Str first = date_words(out->arena, plan->window.first, lang);
    Str last = date_words(out->arena, plan->window.last, lang);
    buf_put(out, government->name);
    say_format(out, lang, "\nJadwal %.*s sampai dengan %.*s",
               "\nRoster %.*s to %.*s", STR_ARG(first), STR_ARG(last));
    if (plan->known.days != DATE_NEVER.days) {
        Str known = date_words(out->arena, plan->known, lang);
        say_format(out, lang, ", menurut yang diketahui %.*s",
                   ", as known on %.*s", STR_ARG(known));
    }
    buf_c(out, "\n");
    if (government->note.len > 0)
        buf_format(out, "%.*s\n", STR_ARG(government->note));
    say_number(out, lang, s->people);
    say_format(out, lang, " pegawai, %u hari\n", " people, %u days\n",
               plan->day_count);
}

static void put_assumed(Buf *out, Lang lang, const Summary *s)
{
    const Corpus *corpus = &s->made->corpus;
    const Plan *plan = &s->made->demand.plan;
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        Str letter = cite_letter(out->arena, corpus, i, lang);
        if (summary_assumes(plan, &corpus->letters[i]))
            say_format(out, lang, "%.*s: tanggal statusnya diandaikan\n",
                       "%.*s: the dates of its status are assumed\n",
                       STR_ARG(letter));
    }
}

static void put_counts(Buf *out, Lang lang, const Summary *s)
{
#define X(name, letter, word, english)                           \
    {                                                            \
        uint64_t count = s->cells[letter];                       \
        if (count > 0) {                                         \
            buf_format(out, "  %c ", letter);                    \
            put_left(out, placed_word(PLACED_##name, lang), 16); \
            put_cell(out, lang, (int64_t)count);                 \
            buf_char(out, '\n');                                 \
        }                                                        \
    }
    PLACEMENTS(X)
#undef X
}

static void put_table_head(Buf *out, Lang lang)
{
    static const char *const heads[][2] = {
        {"pegawai", "people" },
        {"dasar",   "base"   },
        {"batas",   "cap"    },
        {"rerata",  "mean in"},
        {"wajib",   "forced" },
        {"lebih",   "over"   },
    };
    buf_char(out, '\n');
    put_left(out, say_text(out->arena, lang, "perangkat daerah", "agency"),
             NAME_WIDE);
    for (size_t i = 0; i < COUNT(heads); i++)
        put_right(out, str_of(heads[i][lang]));
    buf_char(out, '\n');
}

static void put_agency(Buf *out, Lang lang, const Register *r,
                       const AgencySummary *agency)
{
    put_left(out, r->units[agency->unit.index].name, NAME_WIDE);
    put_cell(out, lang, agency->people);
    if (agency->cap_count > 0) {
        put_cell(out, lang, agency->base);
        put_cell(out, lang, agency->stated);
    } else {
        put_right(out, STR("-"));
        put_right(out, STR("-"));
    }
    put_tenths_cell(out, lang, agency->in_tenths);
    put_cell(out, lang, agency->forced);
    put_cell(out, lang, agency->over_most);
    buf_char(out, '\n');
}

static void put_table(Buf *out, Lang lang, const Summary *s)
{
    put_table_head(out, lang);
    for (uint32_t i = 0; i < s->agency_count; i++)
        put_agency(out, lang, s->made->corpus.r, &s->agencies[i]);
}

/* A list of units with a heading, the first LISTED of them by name. */
typedef bool CapIs(const CapSummary *cap);

static bool cap_is_closed(const CapSummary *cap)
{
    return cap->closed;
}

static bool cap_is_of_heads(const CapSummary *cap)
{
    return cap->heads_only;
}

static void put_units(Buf *out, Lang lang, const Summary *s, CapIs *is,
                      const char *head)
{
    const Register *r = s->made->corpus.r;
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->cap_count; i++)
        count += is(&s->caps[i]);
    if (count == 0) return;
    buf_format(out, "\n%s: %u unit", head, count);
    if (lang == LANG_EN && count > 1) buf_c(out, "s");
    buf_char(out, '\n');
    uint32_t shown = 0;
    for (uint32_t i = 0; i < s->cap_count && shown < LISTED; i++) {
        if (!is(&s->caps[i])) continue;
        Str name = r->units[s->caps[i].line->unit.index].name;
        buf_format(out, "  %.*s (", STR_ARG(name));
        say_format(out, lang, "%d dari %d", "%d of %d", s->caps[i].stated,
                   s->caps[i].base);
        buf_c(out, ")\n");
        shown++;
    }
    if (count > shown)
        say_format(out, lang, "  dan %u lagi\n", "  and %u more\n",
                   count - shown);
}

/* Units that were above their cap on some day: how many, and why. */
static void put_over(Buf *out, Lang lang, const Summary *s)
{
    const Register *r = s->made->corpus.r;
    uint32_t shown = 0;
    for (uint32_t i = 0; i < s->cap_count; i++) {
        const CapSummary *cap = &s->caps[i];
        if (cap->over_most == 0) continue;
        if (shown++ == 0)
            say_format(out, lang, "\nDi atas batas\n", "\nAbove the cap\n");
        if (shown > LISTED) continue;
        Str name = r->units[cap->line->unit.index].name;
        buf_format(out, "  %.*s: ", STR_ARG(name));
        say_format(out, lang,
                   "paling banyak %d orang sehari; hari menurut sebab: %.*s\n",
                   "at most %d people a day; days by cause: %.*s\n",
                   cap->over_most,
                   STR_ARG(excess_causes(out->arena, lang, &cap->excess)));
    }
    if (shown > LISTED)
        say_format(out, lang, "  dan %u lagi\n", "  and %u more\n",
                   shown - LISTED);
}

static void put_shortages(Buf *out, Lang lang, const Summary *s)
{
    const Demand *demand = &s->made->demand;
    const Register *r = s->made->corpus.r;
    if (demand->shortage_count == 0) return;
    say_format(out, lang, "\nKekurangan petugas loket: %u hari loket\n",
               "\nCounters short of staff: %u counter days\n",
               demand->shortage_count);
    for (uint32_t i = 0; i < demand->shortage_count && i < LISTED; i++) {
        const Shortage *shortage = &demand->shortages[i];
        const Counter *counter = &r->counters[shortage->counter.index];
        Str day = date_words(out->arena, shortage->day, lang);
        say_format(out, lang, "  %.*s, %.*s: perlu %d, dapat hadir %d%s\n",
                   "  %.*s, %.*s: needs %d, can have %d%s\n",
                   STR_ARG(counter->name), STR_ARG(day), shortage->need,
                   shortage->able,
                   !shortage->sent_home ? ""
                   : lang == LANG_EN    ? " (the rules send the others home)"
                                        : " (aturan merumahkan yang lain)");
    }
    if (demand->shortage_count > LISTED)
        say_format(out, lang, "  dan %u lagi\n", "  and %u more\n",
                   demand->shortage_count - LISTED);
}

static void put_fairness(Buf *out, Lang lang, const Fairness *fair)
{
    uint32_t highest = 1;
    if (fair->people == 0) return;
    say_format(out, lang, "\nHari kantor pegawai yang bergilir (",
               "\nOffice days of those in turn (");
    say_number(out, lang, fair->people);
    say_format(out, lang, " orang)\n", " people)\n");
    for (int32_t d = fair->least; d <= fair->most; d++) {
        if (fair->with[d] > highest) highest = fair->with[d];
    }
    for (int32_t d = fair->least; d <= fair->most; d++) {
        if (fair->with[d] == 0) continue;
        uint64_t bar =
            ((uint64_t)fair->with[d] * BAR_WIDE + highest - 1) / highest;
        buf_format(out, "  %3d ", d);
        for (uint64_t i = 0; i < bar; i++)
            buf_char(out, '#');
        buf_char(out, ' ');
        say_number(out, lang, fair->with[d]);
        buf_char(out, '\n');
    }
    say_format(out, lang,
               "  selisih terbesar antarrekan tanpa cuti dan loket: %d hari\n",
               "  greatest difference among colleagues without leave or "
               "counter: %d days\n",
               fair->apart);
}

/* Cells by a head's decision, by the rule of the decision. */
static void put_decisions(Buf *out, Lang lang, const Summary *s)
{
    const Plan *plan = &s->made->demand.plan;
    size_t cells = (size_t)plan->person_count * plan->day_count;
    if (s->decided == 0) return;
    say_format(out, lang, "\nPenyimpangan menurut keputusan kepala:\n",
               "\nDeviations by heads' decisions:\n");
    for (uint32_t i = 0; i < plan->reason_count; i++) {
        uint64_t count = 0;
        if (plan->reason[i].step != STEP_DECISION) continue;
        for (size_t c = 0; c < cells; c++)
            count += plan->reasons[c] == i;
        if (count == 0) continue;
        Str rule = cite_words(out->arena, &s->made->corpus,
                              plan->reason[i].rule, lang);
        buf_format(out, "  %.*s: ", STR_ARG(rule));
        say_number(out, lang, (int64_t)count);
        say_format(out, lang, " sel\n", " cells\n");
    }
}

void summary_text_proof(const RosterMade *made, Lang lang, Buf *out)
{
    if (made->verified)
        say_format(out, lang,
                   "sertifikat: terbukti oleh audit; setiap aturan dipenuhi "
                   "dan tidak ada jadwal yang lebih baik\n",
                   "certificate: proved by the audit; every rule is kept and "
                   "no roster is better\n");
    else
        say_format(out, lang, "sertifikat: TIDAK terbukti: %.*s\n",
                   "certificate: NOT verified: %.*s\n",
                   STR_ARG(made->audit_said[lang]));
}

/* "gelombang: 120 hari-pegawai; selisih tiap pegawai paling banyak 1" */
static void put_shifts(Buf *out, Lang lang, const ShiftCount *shifts)
{
    if (shifts->given == 0) return;
    say_format(out, lang, "gelombang: ", "shifts: ");
    say_number(out, lang, (int64_t)shifts->given);
    say_format(out, lang,
               " hari pegawai; selisih antargelombang seorang pegawai paling "
               "banyak %u",
               " person-days; a person's shifts differ by at most %u",
               shifts->most);
    if (shifts->uneven > 0)
        say_format(out, lang, " (lebih dari 1: %u pegawai)",
                   " (more than 1: %u people)", shifts->uneven);
    buf_char(out, '\n');
}

void summary_text(const Summary *summary, Lang lang, Buf *out)
{
    put_head(out, lang, summary);
    put_assumed(out, lang, summary);
    put_counts(out, lang, summary);
    put_table(out, lang, summary);
    put_units(out, lang, summary, cap_is_closed,
              lang == LANG_EN ? "A cap of nobody" : "Batas nol orang");
    put_units(out, lang, summary, cap_is_of_heads,
              lang == LANG_EN ? "Cap met only by the head"
                              : "Batas terpenuhi hanya oleh kepala");
    put_over(out, lang, summary);
    put_shortages(out, lang, summary);
    put_fairness(out, lang, &summary->fair);
    put_shifts(out, lang, &summary->made->shifts.count);
    put_decisions(out, lang, summary);
    buf_char(out, '\n');
    summary_text_proof(summary->made, lang, out);
}
