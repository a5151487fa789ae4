/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_correct.c - corrections: one's own on its day, a superior's later,
 * and two persons once a recap holds the day.
 */
#include "app/closed_recap.h"
#include "app/record_part.h"

#define K(name)   (UINT64_C(1) << (FACT_##name))
#define MAY(role) (1U << (ACCESS_##role##_ROLE))

/* Proofs stand as they are. */
static const uint64_t for_ever = K(SIGN) | K(LOOK) | K(DOCUMENT) | K(PUBLISH) |
                                 K(RECAP) | K(RECEIPT) | K(OUTAGE) | K(ERASE) |
                                 K(SIGNAL) | K(ACCOUNT);

/* What people say of themselves; what else is about them others said. */
static const uint64_t own_kinds =
    K(CHECK_IN) | K(CHECK_OUT) | K(REPORT) | K(MESSAGE) | K(TASK_DONE) |
    K(ANSWER) | K(RECALL_ACK) | K(ARRIVAL) | K(EXIT) | K(TRAVEL) | K(VISIT) |
    K(TRIP) | K(SWAP) | K(FINISHED) | K(OBJECTION) | K(NOTICE_READ) |
    K(CORRECTION);

/* ---- closed recaps ------------------------------------------------------- */

typedef struct {
    const Recording *rec;
    const Fact *fact;
    bool closed;
} Closed;

static bool take_recap(void *context, uint64_t number, const Fact *recap,
                       Err *err)
{
    Closed *c = context;
    const Register *r = &c->rec->world->office->r;
    uint32_t unit = map_find(&r->unit_codes, recap->unit);
    (void)number;
    (void)err;
    if (unit != NO_INDEX &&
        closed_recap_holds(r, (UnitId){unit}, recap->days, c->fact))
        c->closed = true;
    return true;
}

bool record_closed(const Recording *rec, const Fact *fact, bool *out, Err *err)
{
    Closed c = {rec, fact, false};
    FactQuery query = {.government = rec->world->office->government.code,
                       .days = WINDOW_ALL,
                       .kinds = K(RECAP)};
    if (!store_facts(rec->world->store, rec->arena, &query, take_recap, &c,
                     err))
        return false;
    *out = c.closed;
    return true;
}

/* Is any day closed on which what is corrected counts?  To the end of what it
 * answers: a correction of a correction is of the day of the first. */
static bool recap_closed(const Recording *rec, bool *out, Err *err)
{
    Fact fact = rec->about;
    bool found = true;
    *out = false;
    for (int hop = 0; hop < CLOSED_RECAP_CHAIN && found; hop++) {
        if (!record_closed(rec, &fact, out, err)) return false;
        if (*out || !closed_recap_follows(&fact)) return true;
        if (!store_fact(rec->world->store, rec->arena,
                        rec->world->office->government.code, fact.about, &fact,
                        &found, err))
            return false;
    }
    return true;
}

/* ---- the correction ------------------------------------------------------ */

static bool fits(const Recording *rec, const Fact *fact, Err *err)
{
    bool changes = str_is(fact->word, STR("ganti"));
    bool says = fact_has(fact, SLOT_HOURS) || fact_has(fact, SLOT_PLACE) ||
                fact_has(fact, SLOT_THING);
    if (!rec->answers || (for_ever >> rec->about.kind & 1) != 0)
        return record_refuse(err, "catatan itu tidak dapat dikoreksi",
                             "that record cannot be corrected");
    if (!str_is(fact->person, rec->about.person) ||
        (fact->person.len == 0 && !str_is(fact->unit, rec->about.unit)))
        return record_refuse(err, "catatan itu tentang pegawai atau unit lain",
                             "that record is about another person or unit");
    if (changes && rec->about.kind == FACT_CORRECTION)
        return record_refuse(err,
                             "koreksi tidak diganti; batalkan lalu tulis lagi",
                             "a correction is not changed; take it out and "
                             "write again");
    if (changes && !says)
        return record_refuse(err, "ganti: isi dari, lokasi atau hal",
                             "ganti: fill in dari, lokasi or hal");
    return true;
}

/* Whoever answers for the person, at any time; never for themselves. */
static bool is_superior(const Recording *rec)
{
    unsigned roles = record_roles(rec);
    return (roles & (MAY(SUPERIOR) | MAY(HEAD) | MAY(BOARD))) != 0 &&
           !str_is(rec->fact.actor, rec->fact.person);
}

/* Said by them of themselves: else a recall, a review or a note of having been
 * seen outside could be wiped out by whom it is about. */
static bool is_own(const Recording *rec)
{
    return (own_kinds >> rec->about.kind & 1) != 0 &&
           str_is(rec->about.actor, rec->fact.actor) &&
           str_is(rec->about.person, rec->fact.actor);
}

static bool may_correct(const Recording *rec, Err *err)
{
    if (is_superior(rec)) return true;
    if (!is_own(rec))
        return record_refuse(err,
                             "yang dicatat orang lain tidak dikoreksi sendiri; "
                             "minta atasan langsung, atau ajukan keberatan",
                             "what somebody else recorded is not corrected by "
                             "oneself; ask the direct superior, or object");
    if (date_is(rec->about.day, rec->world->today)) return true;
    return record_refuse(err,
                         "koreksi sendiri hanya pada hari itu juga; minta "
                         "atasan langsung",
                         "one's own correction is for the day itself; ask the "
                         "direct superior");
}

/* ---- by two -------------------------------------------------------------- */

static bool is_said(Str name)
{
    static const char *const names[] = {"kata",   "dari", "hingga",
                                        "lokasi", "hal",  "isi"};
    for (size_t i = 0; i < COUNT(names); i++) {
        if (str_is(name, str_of(names[i]))) return true;
    }
    return false;
}

/* proposal = { name "=" value "|" } "isi=" reason, which takes the rest. */
static bool read_wanted(Str text, Fact *wanted, Err *err)
{
    Str rest = text, secret = {0};
    while (rest.len > 0) {
        bool last = str_starts(rest, STR("isi="));
        Str word = rest;
        if (last)
            rest = STR("");
        else
            (void)str_next(&rest, '|', &word);
        if (!is_said(str_slice(word, 0, str_find(word, STR("="), 0))))
            return record_refuse(
                err,
                "isi: sebut koreksi yang diusulkan, misalnya "
                "kata=batal|isi=alasan atau kata=ganti|dari=07.20|isi=alasan",
                "isi: say the correction that is proposed, such as "
                "kata=batal|isi=reason or kata=ganti|dari=07.20|isi=reason");
        if (!record_parse(word, wanted, &secret, err)) return false;
    }
    return true;
}

/* The correction that a proposal asks for. */
static bool take_wanted(const Fact *proposal, Fact *wanted, Err *err)
{
    *wanted = *proposal;
    wanted->kind = FACT_CORRECTION;
    wanted->thing = wanted->word = wanted->text = STR("");
    return read_wanted(proposal->text, wanted, err) && fact_check(wanted, err);
}

static bool is_wanted(const Fact *proposal, const Fact *correction)
{
    Fact wanted = {0};
    Err ignored = {0};
    return str_is(proposal->thing, STR("koreksi")) &&
           !str_is(proposal->actor, correction->actor) &&
           take_wanted(proposal, &wanted, &ignored) &&
           str_is(wanted.word, correction->word) &&
           str_is(wanted.thing, correction->thing) &&
           str_is(wanted.place, correction->place) &&
           str_is(wanted.text, correction->text) &&
           wanted.from == correction->from && wanted.to == correction->to;
}

/* Somebody else has proposed just this, and nothing was corrected since: a
 * proposal serves once. */
static bool was_proposed(Recording *rec, bool *out, Err *err)
{
    DataFacts said = {0};
    if (!record_answers(rec, rec->about.id, K(SIGN) | K(CORRECTION), &said,
                        err))
        return false;
    *out = false;
    for (size_t i = 0; i < said.count; i++) {
        if (said.at[i].kind == FACT_CORRECTION)
            *out = false;
        else if (is_wanted(&said.at[i], &rec->fact))
            *out = true;
    }
    return true;
}

bool record_correction(Recording *rec, Err *err)
{
    bool closed = false;
    bool proposed = false;
    if (!fits(rec, &rec->fact, err) || !may_correct(rec, err) ||
        !recap_closed(rec, &closed, err))
        return false;
    if (!closed) return true;
    if (!was_proposed(rec, &proposed, err)) return false;
    return proposed ||
           record_refuse(err,
                         "rekap hari itu sudah ditutup; orang lain yang "
                         "berwenang mengusulkan dahulu koreksi yang sama "
                         "(tanda tangan, kata=usul, hal=koreksi, "
                         "isi=kata=...|isi=...)",
                         "the recap of that day is closed; another who may "
                         "proposes the same correction first (signature, "
                         "kata=usul, hal=koreksi, isi=kata=...|isi=...)");
}

/* By hand, only a correction is proposed; letters have enact.h. */
bool record_proposal(Recording *rec, Err *err)
{
    Fact wanted = {0};
    if (!str_is(rec->fact.thing, STR("koreksi")) ||
        !str_is(rec->fact.word, STR("usul")))
        return record_refuse(
            err,
            "surat diusulkan dan diberlakukan bersama isinya: "
            "sertakan berkas",
            "letters are proposed and enacted with their text: "
            "give the file");
    return take_wanted(&rec->fact, &wanted, err) && fits(rec, &wanted, err) &&
           may_correct(rec, err);
}
