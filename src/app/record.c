/* SPDX-License-Identifier: Apache-2.0 */
#include "app/record_part.h"
#include "day/fact_fields.h"

/* ---- the way of a fact -------------------------------------------------- */

Date record_day(const Fact *fact, Date today)
{
    if (fact->day.days != 0) return fact->day;
    return fact->at.us == 0 ? today : zone_day(fact->zone, fact->at);
}

/* Fill in what follows from the rest. */
static void complete(Recording *rec)
{
    Fact *fact = &rec->fact;
    fact->received.us = 0;
    fact->zone = rec->world->office->government.zone;
    fact->day = record_day(fact, rec->world->today);
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

static bool guard(Store *store, void *context, Err *err)
{
    (void)store;
    return record_check_stored(context, err);
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

/* Whoever may correct may propose a correction. */
AccessCase record_use(const Fact *fact)
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
    if (record_check(rec, record_use(given), &why) && seal(rec, secret, &why) &&
        write(rec, out, &why))
        return true;
    if (is_refusal(why.kind) && !take_old(rec, given, secret, &found, err))
        return false;
    if (found) return write(rec, out, err);
    *err = why;
    return false;
}

Recording record_begun(Arena *arena, const RecordWorld *world, const Fact *fact)
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
    Recording rec = record_begun(arena, world, fact);
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
    if (record_asks_beforehand(fact->kind) || fact->sealed.len > 0)
        return FAIL(err, ERR_LIMIT, "what is asked of it beforehand waits");
    RecordWait *wait = NEW(arena, RecordWait, 1);
    wait->rec = record_begun(arena, world, fact);
    if (record_asks_law(fact->kind))
        return FAIL(err, ERR_LIMIT, "what the law says of it takes time");
    if (!record_check(&wait->rec, record_use(fact), err)) return false;
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
    if (!record_may(rec, ACCESS_LOOK, err) || !record_take_about(rec, err))
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
    if (!look_fact(&rec, look, err) || !record_look_up(&rec, err) ||
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
