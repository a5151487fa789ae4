/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_ask.c - presence, requests, calls and what concerns days to come.
 */
#include "app/record_part.h"
#include "circular/words.h"

#define MAY(role) (1U << (ACCESS_##role##_ROLE))

/* ---- channels ------------------------------------------------------------ */

Channel record_channel(const Fact *fact)
{
    bool other = fact->person.len > 0 && !str_is(fact->actor, fact->person);
    return other ? CHANNEL_CLERK : CHANNEL_WEB;
}

/* Said by machines: nobody else may claim to be one. */
static bool machine_fits(const Recording *rec, Err *err)
{
    Channel channel = rec->fact.channel;
    if (channel != CHANNEL_SYSTEM && channel != CHANNEL_IMPORT) return true;
    if ((record_roles(rec) & (MAY(SYSTEM) | MAY(ADMIN))) != 0) return true;
    return record_refuse(err,
                         "saluran sistem dan impor hanya untuk sistem dan "
                         "administrator; pilih saluran lain",
                         "the channels sistem and impor are for the system and "
                         "administrators; choose another");
}

/* Of a typed channel it is believed when something was: so nobody types for
 * themselves. */
bool record_channel_fits(const Recording *rec, Err *err)
{
    const Fact *fact = &rec->fact;
    if (!machine_fits(rec, err)) return false;
    if (!channel_is_typed(fact->channel) || !str_is(fact->actor, fact->person))
        return true;
    return record_refuse(err,
                         "petugas, kertas dan telepon ialah saluran untuk "
                         "mencatat orang lain; untuk diri sendiri pilih web, "
                         "aplikasi, WhatsApp atau perangkat bersama",
                         "petugas, kertas and telepon are for noting somebody "
                         "else; for oneself choose web, aplikasi, WhatsApp or "
                         "perangkat bersama");
}

/* Who speaks for another writes it down, or stands at a shared device. */
static bool speaks_for_other(const Recording *rec, Err *err)
{
    Channel channel = rec->fact.channel;
    unsigned typists = MAY(SUPERIOR) | MAY(CLERK) | MAY(SYSTEM) | MAY(ADMIN);
    if (channel == CHANNEL_DEVICE) return true;
    if (channel_is_typed(channel) && (record_roles(rec) & typists) != 0)
        return true;
    return record_refuse(err,
                         "atas nama orang lain, atasan langsung atau petugas "
                         "unit memilih saluran petugas, kertas atau telepon; "
                         "selain itu perangkat bersama",
                         "for somebody else, the superior or the unit's clerk "
                         "choose the channel petugas, kertas or telepon; else "
                         "perangkat bersama");
}

/* ---- presence and reports ----------------------------------------------- */

/* Today; or a phone held it back, and says when it happened and that it sends
 * it today.  Typed: as it is believed. */
static bool is_of_today(const Recording *rec)
{
    const Fact *fact = &rec->fact;
    Date today = rec->world->today;
    return date_is(fact->day, today) ||
           (fact->at.us != 0 && fact->sent.us != 0 &&
            date_is(zone_day(fact->zone, fact->at), fact->day) &&
            date_is(zone_day(fact->zone, fact->sent), today));
}

bool record_presence(Recording *rec, Err *err)
{
    const Fact *fact = &rec->fact;
    bool own = str_is(fact->actor, fact->person);
    if (!own && !speaks_for_other(rec, err)) return false;
    if (channel_is_typed(fact->channel) || is_of_today(rec)) return true;
    return record_refuse(err,
                         "hari itu sudah lewat; minta atasan atau petugas unit "
                         "mencatatnya",
                         "that day is over; ask the superior or the unit's "
                         "clerk to note it");
}

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

bool record_call(Recording *rec, Err *err)
{
    if (!str_is(rec->fact.actor, rec->fact.person)) return true;
    return record_refuse(err,
                         "seseorang dihubungi atau dipanggil oleh orang lain",
                         "one is called by somebody else");
}

bool record_recall(Recording *rec, Err *err)
{
    const Register *r = &rec->world->office->r;
    Date first = rec->fact.days.first;
    Date known = DATE_NEVER; /* all that is on file */
    if (!record_call(rec, err) || !record_ahead(rec, err)) return false;
    if (person_mark(r, rec->person, first, MARK_MUST_HOME, known) != NULL ||
        person_mark(r, rec->person, first, MARK_NO_RECALL, known) != NULL)
        return record_refuse(err,
                             "pegawai itu tidak boleh dipanggil; pilih orang "
                             "lain",
                             "that person must not be called; choose another");
    if (person_absence(r, rec->person, first, known) == NULL) return true;
    return record_refuse(err,
                         "pegawai itu sedang cuti atau dinas luar; pilih "
                         "orang lain atau hari lain",
                         "that person is on leave or on a trip; choose another "
                         "or another day");
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
