#include "circular/explain.h"

#include "base/zone.h"

/*
 * Steps are said in the order in which they decide; what did not apply is one
 * line.  Both languages come from one table of forms; the arguments are the
 * same and stand in the same order.
 */

typedef struct {
    Arena *arena;
    const LawDay *day;
    const Corpus *c;
    PersonId person;
    Lang lang;
    Explanation *out;
} Saying;

static void add_step(Saying *s, Outcome outcome, Str cite, Str text)
{
    if (s->out->step_count == COUNT(s->out->steps)) return;
    s->out->steps[s->out->step_count++] = (ExplainStep){outcome, cite, text};
}

static Str pick(const Saying *s, Str indonesian, Str english)
{
    return s->lang == LANG_ID ? indonesian : english;
}

static Str cite_of(const Saying *s, ClauseId id)
{
    return id.index == NO_INDEX ? (Str){"", 0} : corpus_clause(s->c, id)->cite;
}

static Str words_of(const Saying *s, ClauseId id)
{
    return cite_words(s->arena, s->c, cite_of(s, id), s->lang);
}

/* The sentence of the rule itself, as the letter has it. */
static Str rule_text(const Saying *s, ClauseId id)
{
    Buf text = buf_in(s->arena);
    sentence_print(corpus_clause(s->c, id)->sentence, s->lang, &text);
    return str_trim(buf_str(&text));
}

/* ---- the letter -------------------------------------------------------------
 */

static Window window_on(const CorpusLetter *letter, Date day)
{
    for (uint32_t w = 0; w < letter->window_count; w++) {
        if (window_has(letter->windows[w], day)) return letter->windows[w];
    }
    return WINDOW_ALL;
}

static Str window_words(const Saying *s, Window w)
{
    Str first = date_words(s->arena, w.first, s->lang);
    if (date_is(w.last, DATE_NEVER))
        return str_format(s->arena,
                          s->lang == LANG_ID
                              ? "sejak %.*s sampai ditentukan kemudian"
                              : "since %.*s until further notice",
                          STR_ARG(first));
    Str last = date_words(s->arena, w.last, s->lang);
    return str_format(s->arena,
                      s->lang == LANG_ID ? "%.*s sampai dengan %.*s"
                                         : "%.*s until and including %.*s",
                      STR_ARG(first), STR_ARG(last));
}

/* "SE X berlaku 23 Maret ...", and by which amendment, if one moved it. */
static void say_letter(Saying *s, const Directive *d, uint32_t index)
{
    const CorpusLetter *letter = &s->c->letters[index];
    Str name = cite_letter(s->arena, s->c, index, s->lang);
    Str when = window_words(s, window_on(letter, law_date(s->day)));
    Str text = str_format(s->arena,
                          s->lang == LANG_ID ? "%.*s berlaku %.*s"
                                             : "%.*s is in force %.*s",
                          STR_ARG(name), STR_ARG(when));
    if (d->extended_by != NO_INDEX) {
        Str by = cite_letter(s->arena, s->c, d->extended_by, s->lang);
        text =
            str_format(s->arena,
                       s->lang == LANG_ID ? "%.*s, menurut perubahan dalam %.*s"
                                          : "%.*s, as amended by %.*s",
                       STR_ARG(text), STR_ARG(by));
    }
    if (letter->status_assumed)
        text = str_format(s->arena,
                          s->lang == LANG_ID
                              ? "%.*s (tanggal status diandaikan)"
                              : "%.*s (the dates of the status are assumed)",
                          STR_ARG(text));
    add_step(s, OUTCOME_FACT, letter->cite,
             str_format(s->arena, "%.*s.", STR_ARG(text)));
}

/* ---- facts that decide before any rule --------------------------------- */

static void say_closure(Saying *s, const Directive *d)
{
    const Closure *closure = &s->c->closures[d->thing];
    Str unit = s->c->r->units[closure->unit.index].name;
    Str when = window_words(s, closure->window);
    add_step(s, OUTCOME_APPLIED, cite_of(s, d->by),
             str_format(s->arena,
                        s->lang == LANG_ID
                            ? "%.*s ditutup %.*s; pegawainya di rumah."
                            : "%.*s is closed %.*s; its staff are at home.",
                        STR_ARG(unit), STR_ARG(when)));
}

static void say_day_off(Saying *s)
{
    const Person *person = &s->c->r->people[s->person.index];
    const CalendarEntry *why = NULL;
    Date day = law_date(s->day);
    DayKind kind = calendar_day(s->c->calendar, day, s->c->known, &why);
    if (!window_has(person->window, day)) {
        add_step(s, OUTCOME_FACT, (Str){"", 0},
                 pick(s, STR("Pada hari ini belum atau tidak lagi bertugas."),
                      STR("Not in service on this day.")));
    } else if (kind != DAY_WORK && why != NULL) {
        add_step(s, OUTCOME_FACT, (Str){"", 0},
                 str_format(s->arena, "%.*s: %.*s.",
                            STR_ARG(pick(s, STR("Hari libur"), STR("Holiday"))),
                            STR_ARG(why->name)));
    } else {
        add_step(s, OUTCOME_FACT, (Str){"", 0},
                 str_format(s->arena,
                            s->lang == LANG_ID
                                ? "Bukan hari kerja: unit ini bekerja %d hari "
                                  "sepekan."
                                : "No working day: the unit works %d days a "
                                  "week.",
                            s->c->r->units[person->unit.index].week));
    }
}

/* The reason of a mark is sealed: that there is one is all that is said. */
static void say_health(Saying *s)
{
    add_step(s, OUTCOME_FACT, (Str){"", 0},
             pick(s,
                  STR("Ada tanda bertanggal bahwa pegawai ini bekerja di "
                      "rumah; alasannya tertutup."),
                  STR("A dated mark keeps this person at home; its reason is "
                      "sealed.")));
}

static void say_absence(Saying *s, const Directive *d)
{
    const Absence *absence = &s->c->r->absences[d->thing];
    Str when = window_words(s, absence->window);
    bool trip = absence->kind == ABSENCE_DINAS_LUAR;
    add_step(s, OUTCOME_FACT, (Str){"", 0},
             str_format(
                 s->arena, "%.*s %.*s.",
                 STR_ARG(trip ? pick(s, STR("Dinas luar"), STR("Official trip"))
                              : pick(s, STR("Cuti"), STR("Leave"))),
                 STR_ARG(when)));
    add_step(s, OUTCOME_NOT, (Str){"", 0},
             pick(s,
                  STR("Cuti dan dinas luar mendahului kewajiban di kantor; "
                      "pelaksana tugas, bila ada, menggantikan."),
                  STR("Leave and trips come before a duty in the office; an "
                      "acting holder, if any, stands in.")));
}

static void say_recall(Saying *s, uint32_t event_index)
{
    const Event *event = &s->c->r->events[event_index];
    Str hours = event->from < 0
                    ? (Str){"", 0}
                    : str_format(s->arena, " %02d.%02d\xE2\x80\x93%02d.%02d",
                                 event->from / 60, event->from % 60,
                                 event->to / 60, event->to % 60);
    Str known = date_words(s->arena, event->known, s->lang);
    Str what = event->kind == EVENT_RECALL ? pick(s, STR("Dipanggil ke kantor"),
                                                  STR("Called to the office"))
               : event->kind == EVENT_MEETING
                   ? pick(s, STR("Rapat tatap muka yang disetujui"),
                          STR("An approved meeting in person"))
                   : pick(s, STR("Kunjungan yang diizinkan"),
                          STR("A visit that was allowed"));
    add_step(s, OUTCOME_APPLIED, (Str){"", 0},
             str_format(s->arena, "%.*s%.*s (%.*s): %.*s.", STR_ARG(what),
                        STR_ARG(hours), STR_ARG(known),
                        STR_ARG(event->reason)));
}

/* ---- rules ------------------------------------------------------------- */

static void say_rule(Saying *s, const Directive *d)
{
    Str cite = words_of(s, d->by);
    Str text = rule_text(s, d->by);
    say_letter(s, d, corpus_clause(s->c, d->by)->letter);
    add_step(s, OUTCOME_APPLIED, cite_of(s, d->by),
             str_format(s->arena, "%.*s: %.*s", STR_ARG(cite), STR_ARG(text)));
}

static void say_others(Saying *s, const Directive *d)
{
    uint32_t count = 0;
    uint32_t silent = 0;
    const ClauseId *all = law_clauses(s->day, &count);
    for (uint32_t i = 0; i < count; i++) {
        const Clause *clause = corpus_clause(s->c, all[i]);
        silent += clause->act == ACT_PLACE && all[i].index != d->by.index &&
                  !law_means(s->day, all[i], s->person);
    }
    if (silent == 0) return;
    add_step(
        s, OUTCOME_NOT, (Str){"", 0},
        str_format(s->arena,
                   s->lang == LANG_ID
                       ? "%u aturan tempat lain tidak mengenai pegawai ini."
                       : "%u other rules of place do not concern this "
                         "person.",
                   silent));
}

static void say_forced_cap(Saying *s, const Directive *d)
{
    if (d->cap.index == NO_INDEX) return;
    Str cite = words_of(s, d->cap);
    add_step(
        s, OUTCOME_FACT, cite_of(s, d->cap),
        str_format(s->arena,
                   s->lang == LANG_ID
                       ? "Ikut dihitung dalam batas %.*s; yang wajib hadir "
                         "didahulukan."
                       : "Counts under the cap of %.*s; those who must be "
                         "there come first.",
                   STR_ARG(cite)));
}

/* "Unit of 41: at most 20; 20 in that day, of whom 1 must be there." */
static void say_cap(Saying *s, const Directive *d, const ExplainTurn *turn)
{
    Str cite = words_of(s, d->cap);
    Str text = rule_text(s, d->cap);
    if (turn == NULL || !turn->given) {
        add_step(
            s, OUTCOME_APPLIED, cite_of(s, d->cap),
            str_format(s->arena, "%.*s: %.*s", STR_ARG(cite), STR_ARG(text)));
        return;
    }
    Str unit = s->c->r->units[turn->unit.index].name;
    add_step(
        s, OUTCOME_APPLIED, cite_of(s, d->cap),
        str_format(s->arena,
                   s->lang == LANG_ID
                       ? "%.*s: %.*s \xE2\x86\x92 %.*s berpegawai %d, jadi "
                         "paling banyak %d; terisi %d, di antaranya %d wajib "
                         "hadir."
                       : "%.*s: %.*s \xE2\x86\x92 %.*s has %d staff, so at "
                         "most %d; %d are in, %d of whom must be.",
                   STR_ARG(cite), STR_ARG(text), STR_ARG(unit), turn->base,
                   turn->limit, turn->in, turn->forced));
    if (turn->over > 0)
        add_step(s, OUTCOME_FACT, (Str){"", 0},
                 str_format(s->arena,
                            s->lang == LANG_ID
                                ? "%d orang di atas batas karena kebutuhan "
                                  "loket."
                                : "%d above the cap by the need of counters.",
                            turn->over));
}

static void say_share(Saying *s, const ExplainTurn *turn)
{
    if (turn == NULL || !turn->given) return;
    if (turn->counter != NO_INDEX) {
        Str name = s->c->r->counters[turn->counter].name;
        add_step(s, OUTCOME_FACT, (Str){"", 0},
                 str_format(s->arena,
                            s->lang == LANG_ID ? "Bertugas di %.*s hari ini."
                                               : "On duty at %.*s this day.",
                            STR_ARG(name)));
    }
    add_step(
        s, OUTCOME_FACT, (Str){"", 0},
        str_format(s->arena,
                   s->lang == LANG_ID
                       ? "Bergilir: %d hari di kantor dari %d hari jadwal; "
                         "rekan yang bergilir di unit ini %d sampai %d "
                         "hari."
                       : "In turns: %d days in the office of the %d of "
                         "the roster; colleagues in turn in this unit "
                         "have %d to %d.",
                   turn->office_days, turn->period_days, turn->least_days,
                   turn->most_days));
}

static void say_turn(Saying *s, const Directive *d, char letter,
                     const ExplainTurn *turn)
{
    say_letter(s, d, corpus_clause(s->c, d->cap)->letter);
    say_cap(s, d, turn);
    if (letter == PLACED_HOME && d->rest.index != NO_INDEX) {
        Str cite = words_of(s, d->rest);
        Str text = rule_text(s, d->rest);
        add_step(
            s, OUTCOME_APPLIED, cite_of(s, d->rest),
            str_format(s->arena, "%.*s: %.*s", STR_ARG(cite), STR_ARG(text)));
    }
    say_share(s, turn);
}

static void say_no_rule(Saying *s)
{
    bool any = false;
    for (uint32_t l = 0; l < s->c->letter_count; l++) {
        any |= letter_holds(&s->c->letters[l], law_date(s->day));
    }
    add_step(
        s, OUTCOME_FACT, (Str){"", 0},
        any ? pick(s,
                   STR("Surat yang berlaku tidak mengatur pegawai ini pada "
                       "hari ini: bekerja biasa."),
                   STR("The letters in force say nothing of this person "
                       "on this day: works as usual."))
            : pick(s,
                   STR("Tidak ada surat edaran yang berlaku pada hari ini: "
                       "bekerja biasa."),
                   STR("No circular is in force on this day: works as "
                       "usual.")));
}

static void say_note(Saying *s, const Directive *d)
{
    if (d->step == STEP_MAY)
        s->out->note =
            pick(s,
                 STR("Boleh, bukan wajib: atasan dapat memanggil ke kantor "
                     "tanpa melanggar."),
                 STR("A permission, no duty: the head may call the person in "
                     "without a breach."));
    if (d->step == STEP_DECISION)
        s->out->note = pick(s,
                            STR("Keputusan kepala dengan alasan tercatat; "
                                "ditunjukkan ke atas."),
                            STR("A head's decision with its reason on record; "
                                "shown upwards."));
}

static void say_step(Saying *s, const Directive *d, char letter,
                     const ExplainTurn *turn)
{
    switch (d->step) {
    case STEP_CLOSURE: say_closure(s, d); return;
    case STEP_DAY_OFF: say_day_off(s); return;
    case STEP_HEALTH: say_health(s); return;
    case STEP_ABSENCE: say_absence(s, d); return;
    case STEP_RECALL: say_recall(s, d->thing); return;
    case STEP_EXEMPT:
    case STEP_DECISION:
    case STEP_MUST:
    case STEP_MAY:
    case STEP_REST:
        say_rule(s, d);
        say_others(s, d);
        return;
    case STEP_TURN: say_turn(s, d, letter, turn); return;
    case STEP_NO_RULE: say_no_rule(s); return;
    case STEP_COUNT: return;
    }
}

void explain_cell(Arena *arena, const LawDay *day, PersonId person, char letter,
                  const ExplainTurn *turn, Lang lang, Explanation *out)
{
    Directive d = law_person(day, person);
    *out = (Explanation){.letter = letter};
    Saying s = {arena, day, law_corpus(day), person, lang, out};
    out->verdict = placed_is(letter) ? placed_word((Placed)letter, lang)
                                     : pick(&s, STR("belum dijadwalkan"),
                                            STR("not yet rostered"));
    say_step(&s, &d, letter, turn);
    if (d.part != 0) say_recall(&s, d.part_event);
    if (d.letter == PLACED_OFFICE) say_forced_cap(&s, &d);
    say_note(&s, &d);
}

/* ---- on paper ---------------------------------------------------------- */

void explanation_print(const Explanation *e, const Register *r, PersonId person,
                       Date date, Lang lang, Buf *out)
{
    static const char *const mark[] = {
        [OUTCOME_APPLIED] = "\xE2\x97\x8F",
        [OUTCOME_NOT] = "\xE2\x97\x8B",
        [OUTCOME_FACT] = "\xC2\xB7",
    };
    const Person *p = &r->people[person.index];
    Str day = date_long(out->arena, date, lang);
    buf_format(out, "%.*s\n%.*s \xC2\xB7 %.*s \xC2\xB7 %.*s\n%c  %.*s\n",
               STR_ARG(day), STR_ARG(p->name), STR_ARG(p->title),
               STR_ARG(r->units[p->unit.index].name), e->letter,
               STR_ARG(e->verdict));
    for (size_t i = 0; i < e->step_count; i++) {
        buf_format(out, "  %s %.*s\n", mark[e->steps[i].outcome],
                   STR_ARG(e->steps[i].text));
    }
    if (e->note.len > 0) buf_format(out, "  %.*s\n", STR_ARG(e->note));
}
