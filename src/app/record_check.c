/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_check.c - may a fact be kept?  What every fact is asked, and what each
 * kind asks beyond it.
 */
#include "app/record_part.h"

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
    [FACT_SIGNAL] = record_signal,
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

/* What a kind asks is asked once: of the law, which is the office's and the
 * same for everybody, before anything is sealed or queued; of what is stored,
 * inside the transaction, where nobody else writes meanwhile. */
static const uint64_t by_law =
    K(TRIP) | K(MEETING) | K(CLOSURE) | K(REOPENING) | K(MARK);
#undef K

static bool by_hand(const Fact *fact, Err *err)
{
    if ((not_by_hand >> fact->kind & 1) == 0) return true;
    Str en = fact_kind_word(fact->kind, LANG_EN);
    Str id = fact_kind_word(fact->kind, LANG_ID);
    (void)FAIL(err, ERR_INPUT, "'%.*s' is not recorded by hand", STR_ARG(en));
    return err_id(err, "'%.*s' tidak dicatat dengan tangan", STR_ARG(id));
}

/* ---- codes -------------------------------------------------------------- */

bool record_look_up(Recording *rec, Err *err)
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

bool record_take_about(Recording *rec, Err *err)
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

/* ---- when it is asked --------------------------------------------------- */

bool record_asks_beforehand(FactKind kind)
{
    return beforehand[kind] != NULL;
}

bool record_asks_law(FactKind kind)
{
    return (by_law >> kind & 1) != 0;
}

static bool ask(Recording *rec, Err *err)
{
    RecordGuard *asks = guards[rec->fact.kind];
    return asks == NULL || asks(rec, err);
}

bool record_check(Recording *rec, AccessCase use, Err *err)
{
    FactKind kind = rec->fact.kind;
    /* What the fact alone shows comes first; what the register tells of a
     * person, only to whoever may say it of them. */
    bool fine = by_hand(&rec->fact, err) && record_look_up(rec, err) &&
                fact_check(&rec->fact, err) && day_fits(rec, err) &&
                record_may(rec, use, err) && codes_agree(rec, err) &&
                record_channel_fits(rec, err) &&
                (!record_asks_law(kind) || ask(rec, err)) &&
                (beforehand[kind] == NULL ||
                 (record_take_about(rec, err) && beforehand[kind](rec, err)));
    if (fine) record_signals(rec);
    return fine;
}

bool record_check_stored(Recording *rec, Err *err)
{
    return record_take_about(rec, err) &&
           (record_asks_law(rec->fact.kind) || ask(rec, err));
}
