/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_ask.c - calls, recalls, leave, requests: which days they may concern.
 */
#include "app/record_part.h"
#include "circular/words.h"

/* ---- days to come ------------------------------------------------------- */

bool record_ahead(Recording *rec, Err *err)
{
    const Fact *fact = &rec->fact;
    if (window_is_empty(fact->days) ||
        !date_before(fact->days.last, rec->world->today))
        return true;
    return record_refuse(err,
                         "hari-hari itu sudah lewat; periksa mulai dan sampai",
                         "those days are over; look at mulai and sampai");
}

/* ---- calls, and who was seen --------------------------------------------- */

/* What may be a breach is noted when it is seen, so that none is invented
 * afterwards: of today, and at an instant of today. */
static bool is_noted_at_once(const Recording *rec)
{
    const Fact *fact = &rec->fact;
    Date today = rec->world->today;
    return date_is(fact->day, today) &&
           (fact->at.us == 0 ||
            date_is(zone_day(fact->zone, fact->at), today)) &&
           (fact->sent.us == 0 ||
            date_is(zone_day(fact->zone, fact->sent), today));
}

bool record_seen(Recording *rec, Err *err)
{
    if (is_noted_at_once(rec)) return true;
    return record_refuse(err,
                         "panggilan dan yang terlihat di luar dicatat pada "
                         "hari itu juga",
                         "a call, and who was seen outside, is noted on the "
                         "day itself");
}

static bool is_by_other(const Recording *rec, Err *err)
{
    if (!str_is(rec->fact.actor, rec->fact.person)) return true;
    return record_refuse(err,
                         "seseorang dihubungi atau dipanggil oleh orang lain",
                         "one is called by somebody else");
}

bool record_call(Recording *rec, Err *err)
{
    return is_by_other(rec, err) && record_seen(rec, err);
}

/* ---- recalls ------------------------------------------------------------- */

/* Days of one recall: each is looked at. */
enum { RECALL_MOST = 31 };

static bool days_can_be_called(const Recording *rec, Err *err)
{
    Window days = rec->fact.days;
    if (date_before(days.first, rec->world->today))
        return record_refuse(
            err,
            "panggilan tidak berlaku surut; mulai paling cepat "
            "hari ini",
            "a recall is not for days that are over; mulai is "
            "today or later");
    if (!date_before(date_plus(days.first, RECALL_MOST - 1), days.last))
        return true;
    return record_refuse(err,
                         "satu panggilan paling lama 31 hari; pendekkan sampai",
                         "a recall is for at most 31 days; make sampai "
                         "earlier");
}

static bool may_be_called(const Recording *rec, Date day, Err *err)
{
    const Register *r = &rec->world->office->r;
    Date known = DATE_NEVER; /* all that is on file */
    if (person_mark(r, rec->person, day, MARK_MUST_HOME, known) != NULL ||
        person_mark(r, rec->person, day, MARK_NO_RECALL, known) != NULL)
        return record_refuse(err,
                             "pegawai itu tidak boleh dipanggil; pilih orang "
                             "lain",
                             "that person must not be called; choose another");
    if (person_absence(r, rec->person, day, known) == NULL) return true;
    return record_refuse(err,
                         "pegawai itu sedang cuti atau dinas luar; pilih "
                         "orang lain atau hari lain",
                         "that person is on leave or on a trip; choose another "
                         "or another day");
}

static bool works_on(const Recording *rec, Date day)
{
    const Register *r = &rec->world->office->r;
    uint8_t week = r->units[r->people[rec->person.index].unit.index].week;
    return calendar_works(&rec->world->office->calendar, week, day, DATE_NEVER);
}

/* Days off between working days are let be: nothing is judged on them. */
bool record_recall(Recording *rec, Err *err)
{
    Window days = rec->fact.days;
    bool works = false;
    if (!is_by_other(rec, err) || !record_ahead(rec, err) ||
        !days_can_be_called(rec, err))
        return false;
    for (Date d = days.first; !date_before(days.last, d); d = date_plus(d, 1)) {
        if (!may_be_called(rec, d, err)) return false;
        works = works || works_on(rec, d);
    }
    return works || record_refuse(err,
                                  "itu hari libur unit pegawai itu; pilih hari "
                                  "kerja",
                                  "the person's unit is off then; choose a "
                                  "working day");
}

/* ---- leave --------------------------------------------------------------- */

/* Who falls ill is seldom noted on the same day. */
enum { LEAVE_BACK = 7 };

static Window past_of(const Recording *rec, Window days)
{
    Date yesterday = date_plus(rec->world->today, -1);
    return window_meet(days, (Window){DATE_ALWAYS, yesterday});
}

/* Days that are over become days of leave, or of work again: some days back,
 * by somebody else, and none that is closed. */
static bool may_reach_back(const Recording *rec, Window days, Err *err)
{
    Fact changed = rec->fact;
    bool closed = false;
    changed.days = past_of(rec, days);
    if (window_is_empty(changed.days)) return true;
    if (str_is(rec->fact.actor, rec->fact.person))
        return record_refuse(err,
                             "cuti sendiri tidak dicatat surut; minta atasan "
                             "langsung",
                             "one's own leave is not noted afterwards; ask the "
                             "direct superior");
    if (date_before(changed.days.first,
                    date_plus(rec->world->today, -LEAVE_BACK)))
        return record_refuse(err,
                             "cuti dan kembali bekerja dicatat surut paling "
                             "lama 7 hari",
                             "leave and the return from it are noted at most 7 "
                             "days back");
    changed.day = changed.days.first;
    if (!record_closed(rec, &changed, &closed, err)) return false;
    return !closed || record_refuse(err,
                                    "rekap hari itu sudah ditutup; cuti tidak "
                                    "lagi dicatat surut",
                                    "the recap of those days is closed; leave "
                                    "is not noted for them any more");
}

bool record_leave(Recording *rec, Err *err)
{
    return may_reach_back(rec, rec->fact.days, err);
}

bool record_back(Recording *rec, Err *err)
{
    return may_reach_back(rec, (Window){rec->fact.day, rec->about.days.last},
                          err);
}

static bool refuse_leave(const Recording *rec, Date on, const Clause *rule,
                         const Corpus *corpus, LeaveSaid says, Err *err)
{
    Arena *arena = rec->arena;
    bool need = says == LEAVE_FOR_NEED;
    Str day_id = date_words(arena, on, LANG_ID);
    Str day_en = date_words(arena, on, LANG_EN);
    Str cite_id = cite_words(arena, corpus, rule->cite, LANG_ID);
    Str cite_en = cite_words(arena, corpus, rule->cite, LANG_EN);
    (void)FAIL(err, ERR_INPUT, "the leave of %.*s on %.*s is refused: %.*s; %s",
               STR_ARG(rec->fact.person), STR_ARG(day_en), STR_ARG(cite_en),
               need ? "fill in urgensi" : "put the leave off");
    return err_id(err, "cuti %.*s pada %.*s ditolak: %.*s; %s",
                  STR_ARG(rec->fact.person), STR_ARG(day_id), STR_ARG(cite_id),
                  need ? "isi urgensi" : "tunda cuti itu");
}

static bool day_allows(const Recording *rec, const Corpus *corpus, Date day,
                       Err *err)
{
    ClauseId by = NO_CLAUSE;
    LawDay *law = law_day(rec->arena, corpus, day);
    LeaveSaid says = law_leave(law, rec->person, &by);
    bool reason = says == LEAVE_FOR_NEED && rec->fact.urgency.len > 0;
    if (says == LEAVE_FREE || reason || !law_works(law, rec->person))
        return true;
    return refuse_leave(rec, day, corpus_clause(corpus, by), corpus, says, err);
}

/* Some clause restricts leave on that day, whomever it means. */
static bool is_restricted(const Corpus *corpus, Date day)
{
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        if (leave_said(corpus->clauses[i].sentence) != LEAVE_FREE &&
            clause_holds(corpus, (ClauseId){i}, day))
            return true;
    }
    return false;
}

enum { LEAVE_LOOKED = 366 }; /* days, of one without an end */

/* Leave of one's own choice, day by day; illness, birth and study are let be.
 */
bool record_leave_rule(Recording *rec, Err *err)
{
    Office office = *rec->world->office;
    Corpus *corpus = NEW(rec->arena, Corpus, 1);
    Window days = rec->fact.days;
    Date last = date_plus(days.first, LEAVE_LOOKED);
    if (!str_is(rec->fact.word, STR("cuti"))) return true;
    if (date_before(days.last, last)) last = days.last;
    office.arena = rec->arena;
    office.diags = diags_in(rec->arena);
    if (!office_law(&office, DATE_NEVER, corpus, err)) return false;
    for (Date d = days.first; !date_before(last, d); d = date_plus(d, 1)) {
        if (is_restricted(corpus, d) && !day_allows(rec, corpus, d, err))
            return false;
    }
    return true;
}

/* ---- trips and meetings -------------------------------------------------- */

static bool speaks_of(const Clause *clause, int thing)
{
    const Sentence *s = clause->sentence;
    return clause->act == ACT_STATE && s->pred == PRED_STATE &&
           s->who != NULL && s->who->group_count > 0 &&
           s->who->groups[0].terms[0].kind == TERM_THING &&
           s->who->groups[0].terms[0].value == thing;
}

static bool reaches(const Recording *rec, const LawDay *day, ClauseId clause)
{
    LawAsk ask = {clause, NULL};
    return rec->person.index == NO_INDEX ||
           law_means_bits(day, &ask, 1, rec->person) != 0;
}

/* The first clause in force on the first day that restricts the thing. */
static bool find_rule(Recording *rec, int thing, const Clause **out,
                      Str cite[2], Err *err)
{
    Office office = *rec->world->office;
    Corpus *corpus = NEW(rec->arena, Corpus, 1);
    uint32_t count = 0;
    office.arena = rec->arena;
    office.diags = diags_in(rec->arena);
    if (!office_law(&office, DATE_NEVER, corpus, err)) return false;
    LawDay *day = law_day(rec->arena, corpus, rec->fact.days.first);
    const ClauseId *all = law_clauses(day, &count);
    *out = NULL;
    for (uint32_t i = 0; i < count && *out == NULL; i++) {
        const Clause *clause = corpus_clause(corpus, all[i]);
        int verb = clause->sentence->verb;
        bool restricts = verb == STATE_LIMITED || verb == STATE_SUSPENDED ||
                         verb == STATE_POSTPONED;
        if (!speaks_of(clause, thing) || !restricts ||
            !reaches(rec, day, all[i]))
            continue;
        *out = clause;
        for (int lang = 0; lang < 2; lang++)
            cite[lang] =
                cite_words(rec->arena, corpus, clause->cite, (Lang)lang);
    }
    return true;
}

/* In the words of hukum-11. */
static bool refuse_trip(const Recording *rec, const Str cite[2], const char *id,
                        const char *en, Err *err)
{
    Arena *arena = rec->arena;
    Date first = rec->fact.days.first;
    Str day_id = date_words(arena, first, LANG_ID);
    Str day_en = date_words(arena, first, LANG_EN);
    (void)FAIL(
        err, ERR_INPUT, "the trip of %.*s from %.*s is refused: %.*s; %s",
        STR_ARG(rec->fact.person), STR_ARG(day_en), STR_ARG(cite[1]), en);
    return err_id(err, "dinas luar %.*s mulai %.*s ditolak: %.*s; %s",
                  STR_ARG(rec->fact.person), STR_ARG(day_id), STR_ARG(cite[0]),
                  id);
}

bool record_trip(Recording *rec, Err *err)
{
    const Clause *rule = NULL;
    Str cite[2] = {{0}, {0}};
    if (!record_ahead(rec, err) ||
        !find_rule(rec, THING_TRAVEL, &rule, cite, err))
        return false;
    if (rule == NULL) return true;
    if (rule->sentence->verb != STATE_LIMITED)
        return refuse_trip(rec, cite, "tunda perjalanan itu",
                           "put the trip off", err);
    if (rec->fact.priority.len > 0 && rec->fact.urgency.len > 0) return true;
    return refuse_trip(rec, cite, "isi prioritas dan urgensi",
                       "fill in prioritas and urgensi", err);
}

static bool refuse_size(uint32_t count, uint32_t most, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "%u people are too many for a meeting in person, at most %u; "
               "hold it online or ask fewer",
               count, most);
    return err_id(err,
                  "%u peserta terlalu banyak untuk rapat tatap muka, paling "
                  "banyak %u; adakan daring atau kurangi peserta",
                  count, most);
}

bool record_meeting(Recording *rec, Err *err)
{
    const Clause *rule = NULL;
    Str cite[2] = {{0}, {0}};
    uint32_t people = 0;
    uint32_t most = rec->world->meeting_most;
    Str bad = {0};
    if (!record_ahead(rec, err)) return false;
    if (!record_people(rec, rec->fact.list, &people, &bad))
        return record_no_code(err, "daftar", bad);
    if (!str_is(rec->fact.word, STR("tatap muka"))) return true;
    if (rec->fact.urgency.len == 0)
        return record_refuse(err,
                             "rapat tatap muka harus beralasan: isi urgensi, "
                             "atau adakan daring",
                             "a meeting in person needs a reason: fill in "
                             "urgensi, or hold it online");
    if (most > 0 && people > most) return refuse_size(people, most, err);
    if (!find_rule(rec, THING_FACE_MEETING, &rule, cite, err)) return false;
    if (rule == NULL || rule->sentence->verb == STATE_LIMITED) return true;
    (void)FAIL(err, ERR_INPUT, "no meeting in person: %.*s; hold it online",
               STR_ARG(cite[1]));
    return err_id(err, "tidak ada rapat tatap muka: %.*s; adakan daring",
                  STR_ARG(cite[0]));
}
