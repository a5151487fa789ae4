/* SPDX-License-Identifier: Apache-2.0 */
#include "app/close_recap.h"

typedef struct {
    Arena *arena;
    const RecapMade *made;
    ClosedRecap of;
    RecapClosing last;
} Closing;

/* ---- may it be closed ---------------------------------------------------- */

static bool days_are_over(const Closing *c, Date today, Err *err)
{
    const Judged *j = &c->made->judged;
    Date last = c->of.window.last;
    char text[DATE_TEXT];
    if (date_before(last, today) &&
        date_before(last, zone_day(j->zone, j->now)))
        return true;
    (void)FAIL(err, ERR_INPUT,
               "the recap has open days; close it once %s is over",
               date_iso(last, text));
    return err_id(
        err, "hari rekap ini belum habis; tutuplah sesudah %s berlalu", text);
}

static const Fact *fact_by_id(const DataFacts *facts, FactId id)
{
    for (size_t i = 0; i < facts->count; i++) {
        if (fact_id_is(facts->at[i].id, id)) return &facts->at[i];
    }
    return NULL;
}

/* The days of what was corrected, to the end of what it answers: as
 * record_correct.c counts them when it asks for two. */
static bool is_of_recap(const Closing *c, const Fact *fact)
{
    const Judged *j = &c->made->judged;
    for (int hop = 0; hop < CLOSED_RECAP_CHAIN && fact != NULL; hop++) {
        if (closed_recap_holds(&j->r, c->made->unit, c->of.window, fact))
            return true;
        fact = closed_recap_follows(fact) ? fact_by_id(&j->facts, fact->about)
                                          : NULL;
    }
    return false;
}

/* Of the unit, about one of its days, and since it was closed. */
static bool reopens(const Closing *c, const Fact *correction)
{
    return correction->kind == FACT_CORRECTION &&
           correction->received.us >= c->last.at.us &&
           is_of_recap(c,
                       fact_by_id(&c->made->judged.facts, correction->about));
}

static bool was_corrected(const Closing *c)
{
    const DataFacts *facts = &c->made->judged.facts;
    for (size_t i = 0; i < facts->count; i++) {
        if (reopens(c, &facts->at[i])) return true;
    }
    return false;
}

/* What is counted anew without them would be another recap. */
static bool is_erased(const Closing *c, Err *err)
{
    (void)FAIL(err, ERR_STALE,
               "records of its days were erased since version %d; its numbers "
               "stay as they were closed",
               c->last.version);
    return err_id(
        err,
        "catatan harinya sudah dihapus sejak versi %d; angkanya tetap "
        "seperti ketika ditutup",
        c->last.version);
}

static bool is_open(const Closing *c, Err *err)
{
    if (c->last.version == 0) return true;
    if (str_is(c->last.hash, str_of(c->made->hash))) {
        (void)FAIL(err, ERR_STALE,
                   "it is closed with these numbers already, version %d",
                   c->last.version);
        return err_id(err,
                      "rekap ini sudah ditutup dengan angka yang sama, "
                      "versi %d",
                      c->last.version);
    }
    if (c->made->erased) return is_erased(c, err);
    if (was_corrected(c)) return true;
    (void)FAIL(err, ERR_STALE,
               "it is closed, version %d; only a correction of its days, by "
               "two persons, opens it again",
               c->last.version);
    return err_id(err,
                  "rekap ini sudah ditutup, versi %d; hanya koreksi atas "
                  "harinya, oleh dua orang, yang membukanya lagi",
                  c->last.version);
}

/* ---- closing ------------------------------------------------------------- */

/* A correction that the recap has not seen would never open it again. */
static bool is_whole(const Closing *c, Store *store, Err *err)
{
    const Judged *j = &c->made->judged;
    DataFacts facts = {0};
    DataFactsWish wish = {c->of.government->code, c->of.government->zone,
                          DATE_NEVER, UINT64_C(1) << FACT_CORRECTION};
    if (!data_facts(c->arena, store, &wish, &facts, err)) return false;
    for (size_t i = 0; i < facts.count; i++) {
        if (facts.at[i].received.us <= j->now.us) continue;
        (void)FAIL(err, ERR_STALE,
                   "a correction came meanwhile; make the recap again");
        return err_id(err, "ada koreksi masuk sementara itu; buat rekap lagi");
    }
    return true;
}

static bool is_still_last(Store *store, void *context, Err *err)
{
    const Closing *c = context;
    RecapClosing now = {0};
    if (!closed_recap_last(c->arena, store, &c->of, &now, err)) return false;
    if (now.version == c->last.version) return is_whole(c, store, err);
    (void)FAIL(err, ERR_STALE, "somebody closed version %d meanwhile",
               now.version);
    return err_id(err, "versi %d ditutup orang lain sementara itu",
                  now.version);
}

static bool compare(Closing *c, Store *store, RecapClosed *out, Err *err)
{
    RecapTable before = {0};
    out->compared = false;
    if (c->last.version == 0) return true;
    return closed_recap_read(c->arena, store, &c->of, &c->last, &before,
                             &out->compared, err) &&
           (!out->compared || recap_compare(c->arena, &before, &c->made->table,
                                            &out->changes, err));
}

static bool write(Closing *c, Store *store, const CloseWish *wish,
                  RecapClosed *out, Err *err)
{
    Fact fact =
        recap_closing_fact(&c->made->table, &c->last, str_of(c->made->hash));
    DocumentPut text = {CLOSED_RECAP_KIND,
                        closed_recap_name(c->arena, &c->of, fact.number),
                        wish->today, c->made->text};
    Intent intent = {.government = c->of.government->code,
                     .facts = &fact,
                     .fact_count = 1,
                     .documents = &text,
                     .document_count = 1,
                     .guard = is_still_last,
                     .context = c};
    fact.id = wish->id;
    fact.actor = wish->actor;
    fact.channel = wish->channel;
    fact.zone = c->of.government->zone;
    fact.day = wish->today;
    out->version = fact.number;
    return fact_check(&fact, err) &&
           store_write(store, &intent, &out->receipt, err);
}

static bool may(const RecapMade *made, const CloseWish *wish, Err *err)
{
    const Register *r = &made->judged.r;
    AccessWorld who = {r, &made->judged.office->government};
    bool whole = made->unit.index == r->preorder[0].index;
    return access_allows_unit(&who, whole ? ACCESS_RECAP_ALL : ACCESS_RECAP,
                              wish->actor, made->unit, wish->today, err);
}

bool close_recap(Store *store, const RecapMade *made, const CloseWish *wish,
                 RecapClosed *out, Err *err)
{
    const Office *office = made->judged.office;
    Closing c = {
        .arena = office->arena,
        .made = made,
        .of = {&office->government, made->table.unit, made->table.window}
    };
    RecapClosed done = {0};
    if (!may(made, wish, err) || !days_are_over(&c, wish->today, err) ||
        !closed_recap_last(c.arena, store, &c.of, &c.last, err) ||
        !is_open(&c, err) || !compare(&c, store, &done, err) ||
        !write(&c, store, wish, &done, err))
        return false;
    *out = done;
    return true;
}
