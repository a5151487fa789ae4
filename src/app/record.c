/* SPDX-License-Identifier: Apache-2.0 */
#include "app/record_part.h"
#include "day/fact_fields.h"

/* What each kind asks; NULL: nothing more. */
static RecordGuard *const guards[FACT_KIND_COUNT] = {
    [FACT_CHECK_IN] = record_presence,
    [FACT_CHECK_OUT] = record_presence,
    [FACT_REPORT] = record_report,
    [FACT_MESSAGE] = record_report,
    [FACT_TASK] = record_ahead,
    [FACT_TARGET] = record_ahead,
    [FACT_TASK_DONE] = record_task_done,
    [FACT_REVIEW] = record_review,
    [FACT_CONTACT] = record_call,
    [FACT_ANSWER] = record_reply,
    [FACT_RECALL] = record_recall,
    [FACT_RECALL_ACK] = record_recall_reply,
    [FACT_ARRIVAL] = record_recall_reply,
    [FACT_EXIT] = record_exit,
    [FACT_TRAVEL] = record_ahead,
    [FACT_VISIT] = record_ahead,
    [FACT_TRIP] = record_trip,
    [FACT_MEETING] = record_meeting,
    [FACT_DECISION] = decide_request,
    [FACT_FINISHED] = record_finished,
    [FACT_OUTSIDE] = record_seen,
    [FACT_CLOSURE] = record_closure,
    [FACT_REOPENING] = record_reopening,
    [FACT_TEAM] = record_team,
    [FACT_COUNTER] = record_counter,
    [FACT_CORRECTION] = record_correction,
    [FACT_OBJECTION_ANSWER] = record_objection_answer,
    [FACT_CLARIFY] = record_clarify,
    [FACT_NOTICE_READ] = record_notice_read,
    [FACT_DEVIATION] = record_ahead,
    [FACT_RHYTHM] = record_ahead,
    [FACT_STATUS_END] = record_status_end,
    [FACT_LEAVE] = record_leave,
    [FACT_RETURN] = record_return,
    [FACT_MARK] = record_ahead,
    [FACT_SWAP] = record_ahead,
    [FACT_PIN] = record_ahead,
    [FACT_SIGN] = record_proposal,
};

/* What takes too long to be asked inside the transaction: of a swap, whoever
 * follows the plan later asks it again (follow_plan.h); of leave, the law,
 * which no other fact changes. */
static RecordGuard *const beforehand[FACT_KIND_COUNT] = {
    [FACT_SWAP] = record_swap,
    [FACT_DECISION] = record_swap_decided,
    [FACT_LEAVE] = record_leave_rule,
};

/* Written by use cases of their own. */
#define K(name) (UINT64_C(1) << (FACT_##name))
static const uint64_t not_by_hand = K(DOCUMENT) | K(PUBLISH) | K(RECAP) |
                                    K(RECEIPT) | K(OUTAGE) | K(ERASE) |
                                    K(LOOK) | K(ACCOUNT);

static bool by_hand(const Fact *fact, Err *err)
{
    if ((not_by_hand >> fact->kind & 1) == 0) return true;
    Str en = fact_kind_word(fact->kind, LANG_EN);
    Str id = fact_kind_word(fact->kind, LANG_ID);
    (void)FAIL(err, ERR_INPUT, "'%.*s' is not recorded by hand", STR_ARG(en));
    return err_id(err, "'%.*s' tidak dicatat dengan tangan", STR_ARG(id));
}

/* ---- codes -------------------------------------------------------------- */

static bool look_up(Recording *rec, Err *err)
{
    const Register *r = &rec->world->office->r;
    Fact *fact = &rec->fact;
    if (fact->person.len > 0) {
        uint32_t index = map_find(&r->person_codes, fact->person);
        if (index == NO_INDEX)
            return record_no_code(err, "pegawai", fact->person);
        rec->person = (PersonId){index};
        if (fact->unit.len == 0)
            fact->unit = r->units[r->people[index].unit.index].code;
    }
    if (fact->unit.len > 0) {
        uint32_t index = map_find(&r->unit_codes, fact->unit);
        if (index == NO_INDEX) return record_no_code(err, "unit", fact->unit);
        rec->unit = (UnitId){index};
    }
    return true;
}

/* The unit that stands with a person must be theirs. */
static bool codes_agree(const Recording *rec, Err *err)
{
    const Register *r = &rec->world->office->r;
    if (rec->person.index == NO_INDEX) return true;
    if (!person_is_active(r, rec->person, rec->fact.day))
        return record_refuse(err, "pegawai itu tidak bertugas pada hari itu",
                             "that person does not serve on that day");
    if (r->people[rec->person.index].unit.index == rec->unit.index) return true;
    return record_refuse(err, "unit itu bukan unit pegawai itu; kosongkan unit",
                         "that is not the person's unit; leave it out");
}

static bool day_fits(const Recording *rec, Err *err)
{
    if (!date_before(rec->world->today, rec->fact.day)) return true;
    return record_refuse(err,
                         "hari fakta belum tiba; catat pada harinya, masa yang "
                         "akan datang ditulis di mulai dan sampai",
                         "the day of the fact is still to come; record it on "
                         "its day, days to come stand in mulai and sampai");
}

/* ---- what is stored ----------------------------------------------------- */

static bool take_about(Recording *rec, Err *err)
{
    if (fact_id_none(rec->fact.about)) return true;
    if (!store_fact(rec->world->store, rec->arena,
                    rec->world->office->government.code, rec->fact.about,
                    &rec->about, &rec->answers, err))
        return false;
    if (rec->answers) return true;
    char text[FACT_ID_TEXT];
    (void)fact_id_text(rec->fact.about, text);
    (void)FAIL(err, ERR_ABSENT,
               "tentang: there is no fact %s; take the id from its receipt",
               text);
    return err_id(err, "tentang: fakta %s tidak ada; ambil id dari tandanya",
                  text);
}

/* ---- the way of a fact -------------------------------------------------- */

/* What a kind asks is asked once: of the law, which is the office's and the
 * same for everybody, before anything is sealed or queued; of what is stored,
 * inside the transaction, where nobody else writes meanwhile. */
static const uint64_t by_law =
    K(TRIP) | K(MEETING) | K(CLOSURE) | K(REOPENING) | K(MARK);
#undef K

static bool is_by_law(const Recording *rec)
{
    return (by_law >> rec->fact.kind & 1) != 0;
}

static bool ask(Recording *rec, Err *err)
{
    RecordGuard *asks = guards[rec->fact.kind];
    return asks == NULL || asks(rec, err);
}

static bool ask_law(Recording *rec, Err *err)
{
    return !is_by_law(rec) || ask(rec, err);
}

static bool guard(Store *store, void *context, Err *err)
{
    Recording *rec = context;
    (void)store;
    return take_about(rec, err) && (is_by_law(rec) || ask(rec, err));
}

/* Fill in what follows from the rest. */
static void complete(Recording *rec)
{
    Fact *fact = &rec->fact;
    fact->received.us = 0;
    fact->zone = rec->world->office->government.zone;
    if (fact->day.days == 0 && fact->at.us != 0)
        fact->day = zone_day(fact->zone, fact->at);
    if (fact->day.days == 0) fact->day = rec->world->today;
}

static bool seal(Recording *rec, Str secret, Err *err)
{
    if (secret.len == 0) return true;
    if ((fact_shape(rec->fact.kind)->takes >> SLOT_SEALED & 1) == 0)
        return record_refuse(err, "jenis ini tidak memuat isi rahasia",
                             "this kind takes no secret");
    return store_seal(rec->world->store, rec->arena,
                      rec->world->office->government.code, secret,
                      &rec->fact.sealed, err);
}

/* The same secret sealed twice has two texts: a fact sent again takes the
 * text that was kept, if it opens to the same. */
static bool sealed_before(Recording *rec, const Fact *old, Str secret)
{
    Str opened = {0};
    Err ignored = {0};
    if (secret.len == 0 || old->sealed.len == 0) return false;
    if (!store_unseal(rec->world->store, rec->arena,
                      rec->world->office->government.code, old->sealed, &opened,
                      &ignored) ||
        !str_is(opened, secret))
        return false;
    rec->fact.sealed = old->sealed;
    return true;
}

static Intent intent_of(Recording *rec)
{
    VEC(Fact) all = {0};
    VEC_PUSH(rec->arena, &all, rec->fact);
    for (size_t i = 0; i < rec->follows.count; i++)
        VEC_PUSH(rec->arena, &all, rec->follows.at[i]);
    return (Intent){.government = rec->world->office->government.code,
                    .facts = all.at,
                    .fact_count = (uint32_t)all.count,
                    .guard = guard,
                    .context = rec};
}

static Recorded recorded_by(const Recording *rec, const Intent *intent,
                            const Receipt *receipt)
{
    Recorded out = {.receipt = *receipt, .written = 1};
    if (receipt->again) return out;
    out.written = intent->fact_count;
    out.meetings = rec->meetings.at;
    out.meeting_count = rec->meetings.count;
    return out;
}

static bool write(Recording *rec, Recorded *out, Err *err)
{
    Receipt receipt = {0};
    Intent intent = intent_of(rec);
    if (!store_write(rec->world->store, &intent, &receipt, err)) return false;
    *out = recorded_by(rec, &intent, &receipt);
    return true;
}

static bool check(Recording *rec, AccessCase use, Err *err)
{
    RecordGuard *asks = beforehand[rec->fact.kind];
    return by_hand(&rec->fact, err) && look_up(rec, err) &&
           fact_check(&rec->fact, err) && day_fits(rec, err) &&
           codes_agree(rec, err) && record_may(rec, use, err) &&
           record_channel_fits(rec, err) && ask_law(rec, err) &&
           (asks == NULL || (take_about(rec, err) && asks(rec, err)));
}

/* Whoever may correct may propose a correction. */
static AccessCase use_of(const Fact *fact)
{
    bool proposes =
        fact->kind == FACT_SIGN && str_is(fact->thing, STR("koreksi"));
    return proposes ? ACCESS_CORRECT : access_of_kind(fact->kind);
}

/* Is it here already?  Then it takes on what was filled in, and sealed, at
 * the first time. */
static bool take_old(Recording *rec, const Fact *given, Str secret, bool *found,
                     Err *err)
{
    Fact old = {0};
    *found = false;
    if (fact_id_none(rec->fact.id)) return true;
    if (!store_fact(rec->world->store, rec->arena,
                    rec->world->office->government.code, rec->fact.id, &old,
                    found, err))
        return false;
    if (!*found) return true;
    if (given->day.days == 0) rec->fact.day = old.day;
    if (given->unit.len == 0) rec->fact.unit = old.unit;
    rec->fact.sealed = STR("");
    (void)sealed_before(rec, &old, secret);
    rec->follows.count = 0;
    return true;
}

/* Not what the world refused. */
static bool is_refusal(ErrKind kind)
{
    return kind == ERR_INPUT || kind == ERR_DENIED || kind == ERR_ABSENT ||
           kind == ERR_STALE;
}

/* A fact that is here already has its receipt, whatever would be said of it
 * today.  Most are new: so that is asked only when one is refused, by us or by
 * the scribe, who knows the id. */
static bool write_fact(Recording *rec, const Fact *given, Str secret,
                       Recorded *out, Err *err)
{
    Err why = {0};
    bool found = false;
    if (check(rec, use_of(given), &why) && seal(rec, secret, &why) &&
        write(rec, out, &why))
        return true;
    if (is_refusal(why.kind) && !take_old(rec, given, secret, &found, err))
        return false;
    if (found) return write(rec, out, err);
    *err = why;
    return false;
}

static Recording recording_of(Arena *arena, const RecordWorld *world,
                              const Fact *fact)
{
    Recording rec = {.arena = arena,
                     .world = world,
                     .fact = *fact,
                     .person = NO_PERSON,
                     .unit = NO_UNIT};
    complete(&rec);
    return rec;
}

bool record_fact(Arena *arena, const RecordWorld *world, const Fact *fact,
                 Str secret, Recorded *out, Err *err)
{
    Recording rec = recording_of(arena, world, fact);
    if (rec.fact.sealed.len > 0)
        return record_refuse(err,
                             "isi rahasia disegel di sini, bukan sebelumnya",
                             "secrets are sealed here, not before");
    return write_fact(&rec, fact, secret, out, err);
}

/* ---- without waiting ----------------------------------------------------- */

struct RecordWait {
    Recording rec;
    Intent intent;
    StoreWait *store;
};

bool record_begin(Arena *arena, const RecordWorld *world, const Fact *fact,
                  const RecordTell *tell, RecordWait **out, Err *err)
{
    if (beforehand[fact->kind] != NULL || fact->sealed.len > 0)
        return FAIL(err, ERR_LIMIT, "what is asked of it beforehand waits");
    RecordWait *wait = NEW(arena, RecordWait, 1);
    wait->rec = recording_of(arena, world, fact);
    if (is_by_law(&wait->rec))
        return FAIL(err, ERR_LIMIT, "what the law says of it takes time");
    if (!check(&wait->rec, use_of(fact), err)) return false;
    wait->intent = intent_of(&wait->rec);
    *out = wait;
    return store_begin(world->store, arena, &wait->intent, tell->done,
                       tell->context, &wait->store, err);
}

bool record_withdraw(RecordWait *wait)
{
    return store_withdraw(wait->store);
}

bool record_end(RecordWait *wait, Recorded *out, Err *err)
{
    Receipt receipt = {0};
    if (!store_end(wait->store, &receipt, err)) return false;
    *out = recorded_by(&wait->rec, &wait->intent, &receipt);
    return true;
}

/* ---- sealed data -------------------------------------------------------- */

static bool look_fact(Recording *rec, const RecordLook *look, Err *err)
{
    rec->fact = fact_blank(FACT_LOOK);
    rec->fact.id = look->id;
    rec->fact.channel = look->channel;
    rec->fact.actor = look->actor;
    rec->fact.about = look->about;
    rec->fact.text = look->reason;
    complete(rec);
    /* First of all: whoever may not look is not told what is sealed either. */
    if (!record_may(rec, ACCESS_LOOK, err) || !take_about(rec, err))
        return false;
    if (rec->about.sealed.len == 0)
        return record_refuse(err, "fakta itu tidak memuat isi tersegel",
                             "nothing is sealed in that fact");
    rec->fact.person = rec->about.person;
    return true;
}

bool record_look(Arena *arena, const RecordWorld *world, const RecordLook *look,
                 Str *out, Err *err)
{
    Recording rec = {
        .arena = arena, .world = world, .person = NO_PERSON, .unit = NO_UNIT};
    Recorded kept = {0};
    if (!look_fact(&rec, look, err) || !look_up(&rec, err) ||
        !fact_check(&rec.fact, err) || !write(&rec, &kept, err))
        return false;
    return store_unseal(world->store, arena, world->office->government.code,
                        rec.about.sealed, out, err);
}

/* ---- from words --------------------------------------------------------- */

bool record_parse(Str text, Fact *fact, Str *secret, Err *err)
{
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    size_t mark = str_find(text, STR("="), 0);
    Str name = str_slice(text, 0, mark);
    Str shown = str_slice(name, 0, 40);
    Str value =
        mark == SIZE_MAX ? STR("") : str_slice(text, mark + 1, text.len);
    if (mark != SIZE_MAX && str_is(name, STR("rahasia"))) {
        *secret = value;
        return true;
    }
    for (size_t i = 0; i < count && mark != SIZE_MAX; i++) {
        if (str_is(str_of(fields[i].name), name))
            return fact_field_take(&fields[i], value, fact, err);
    }
    (void)FAIL(err, ERR_INPUT,
               "'%.*s' is no field=value; fields are those of fakta.csv, such "
               "as pegawai, unit, kata, isi, mulai, sampai, tentang",
               STR_ARG(shown));
    return err_id(err,
                  "'%.*s' bukan kolom=nilai; kolomnya seperti di fakta.csv, "
                  "misalnya pegawai, unit, kata, isi, mulai, sampai, tentang",
                  STR_ARG(shown));
}
