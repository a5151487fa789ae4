/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/explain.h"

#include "circular/saying.h"

/*
 * Steps are said in the order in which they decide; what did not apply is one
 * line.  Both languages come from one table of forms; the arguments are the
 * same and stand in the same order.
 */

/* A letter that waits for the dates of a status is not forgotten. */
static void say_waiting(Saying *s)
{
    for (uint32_t l = 0; l < s->c->letter_count; l++) {
        const CorpusLetter *letter = &s->c->letters[l];
        if (!letter->status_missing) continue;
        Str name = cite_letter(s->arena, s->c, l, s->lang);
        saying_add(
            s, BEARING_NOT, letter->cite,
            str_format(s->arena,
                       s->lang == LANG_ID
                           ? "%.*s menunggu tanggal status \"%.*s\"; isi "
                             "status.csv."
                           : "%.*s waits for the dates of the status "
                             "\"%.*s\"; fill in status.csv.",
                       STR_ARG(name), STR_ARG(letter->tree->valid.status)));
    }
}

static void say_no_rule(Saying *s)
{
    bool any = false;
    say_waiting(s);
    for (uint32_t l = 0; l < s->c->letter_count; l++) {
        any |= letter_holds(&s->c->letters[l], law_date(s->day));
    }
    saying_add(
        s, BEARING_FACT, (Str){"", 0},
        any ? saying_pick(
                  s,
                  STR("Surat yang berlaku tidak mengatur pegawai ini pada "
                      "hari ini: bekerja biasa."),
                  STR("The letters in force say nothing of this person "
                      "on this day: works as usual."))
            : saying_pick(
                  s,
                  STR("Tidak ada surat edaran yang berlaku pada hari ini: "
                      "bekerja biasa."),
                  STR("No circular is in force on this day: works as "
                      "usual.")));
}

static void say_note(Saying *s, const Directive *d)
{
    if (d->step == STEP_MAY)
        s->out->note = saying_pick(
            s,
            STR("Boleh, bukan wajib: atasan dapat memanggil ke kantor "
                "tanpa melanggar."),
            STR("A permission, no duty: the head may call the person in "
                "without a breach."));
    if (d->step == STEP_DECISION)
        s->out->note =
            saying_pick(s,
                        STR("Keputusan kepala dengan alasan tercatat; "
                            "ditunjukkan ke atas."),
                        STR("A head's decision with its reason on record; "
                            "shown upwards."));
}

static void say_step(Saying *s, const Directive *d, char letter,
                     const ExplainTurn *turn)
{
    switch (d->step) {
    case STEP_CLOSURE: saying_closure(s, d); return;
    case STEP_DAY_OFF: saying_day_off(s); return;
    case STEP_HEALTH: saying_health(s); return;
    case STEP_ABSENCE: saying_absence(s, d); return;
    case STEP_RECALL: saying_recall(s, d->thing); return;
    case STEP_EXEMPT:
    case STEP_DECISION:
    case STEP_MUST:
    case STEP_MAY:
    case STEP_REST:
        saying_placed(s, d);
        saying_others(s, d);
        return;
    case STEP_TURN: saying_turn(s, d, letter, turn); return;
    case STEP_NO_RULE: say_no_rule(s); return;
    case STEP_COUNT: return;
    }
}

/* The place of the other half of a day on which a letter begins or ends. */
static void say_half(Saying *s, const Directive *d)
{
    bool before = d->part_from == 0;
    int32_t minute = before ? d->part_to : d->part_from;
    Str place = placed_word((Placed)d->part, s->lang);
    bool by = d->part_by.index != NO_INDEX;
    Str rule = by ? saying_words(s, d->part_by) : (Str){"", 0};
    const char *join = !by ? "" : s->lang == LANG_ID ? ", menurut " : ", by ";
    const char *when = s->lang == LANG_ID
                           ? (before ? "Sampai pukul" : "Sejak pukul")
                           : (before ? "Until" : "From");
    saying_add(s, BEARING_APPLIED, by ? saying_cite(s, d->part_by) : rule,
               str_format(s->arena, "%s %02d.%02d: %.*s%s%.*s.", when,
                          minute / 60, minute % 60, STR_ARG(place), join,
                          STR_ARG(rule)));
}

void explain_cell(Arena *arena, const LawDay *day, PersonId person, char letter,
                  const ExplainTurn *turn, Lang lang, Explanation *out)
{
    Directive d = law_person(day, person);
    *out = (Explanation){.letter = letter};
    Saying s = {arena, day, law_corpus(day), person, lang, out};
    out->verdict = placed_is(letter) ? placed_word((Placed)letter, lang)
                                     : saying_pick(&s, STR("belum dijadwalkan"),
                                                   STR("not yet rostered"));
    say_step(&s, &d, letter, turn);
    if (d.part != 0 && d.part_event != NO_INDEX)
        saying_recall(&s, d.part_event);
    else if (d.part != 0)
        say_half(&s, &d);
    if (d.letter == PLACED_OFFICE) saying_forced_cap(&s, &d, turn);
    say_note(&s, &d);
}

void explain_shift(Arena *arena, const LawDay *day, const ExplainShift *shift,
                   Lang lang, Explanation *out)
{
    Saying s = {arena, day, law_corpus(day), {NO_INDEX}, lang, out};
    Str cite = saying_words(&s, shift->by);
    saying_add(
        &s, BEARING_APPLIED, saying_cite(&s, shift->by),
        str_format(arena,
                   lang == LANG_ID
                       ? "gelombang %d dari %d, pukul %02d.%02d–%02d.%02d, "
                         "menurut %.*s: pegawai yang di kantor dibagi rata "
                         "dan bergantian."
                       : "shift %d of %d, at %02d.%02d–%02d.%02d, by %.*s: "
                         "those in the office are shared out evenly and take "
                         "turns.",
                   shift->number, shift->count, shift->from / 60,
                   shift->from % 60, shift->to / 60, shift->to % 60,
                   STR_ARG(cite)));
}

/* ---- on paper ---------------------------------------------------------- */

void explanation_print(const Explanation *e, const Register *r, PersonId person,
                       Date date, Lang lang, Buf *out)
{
    static const char *const mark[] = {
        [BEARING_APPLIED] = "\xE2\x97\x8F",
        [BEARING_NOT] = "\xE2\x97\x8B",
        [BEARING_FACT] = "\xC2\xB7",
    };
    const Person *p = &r->people[person.index];
    Str day = date_long(out->arena, date, lang);
    buf_format(out, "%.*s\n%.*s%s%.*s \xC2\xB7 %.*s\n%c  %.*s\n", STR_ARG(day),
               STR_ARG(p->name), p->title.len > 0 ? " \xC2\xB7 " : "",
               STR_ARG(p->title), STR_ARG(r->units[p->unit.index].name),
               e->letter, STR_ARG(e->verdict));
    for (size_t i = 0; i < e->step_count; i++) {
        buf_format(out, "  %s %.*s\n", mark[e->steps[i].bearing],
                   STR_ARG(e->steps[i].text));
    }
    if (e->note.len > 0) buf_format(out, "  %.*s\n", STR_ARG(e->note));
}
