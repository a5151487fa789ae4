/* SPDX-License-Identifier: Apache-2.0 */
#include "app/receive_recap.h"

typedef struct {
    const Office *office;
    const ReceiveWish *wish;
    RecapClosing last;
} Receiving;

static bool never_closed(int32_t version, Err *err)
{
    (void)FAIL(err, ERR_ABSENT,
               "the recap of these days, version %d, is not closed yet",
               version);
    return err_id(err, "rekap hari-hari itu, versi %d, belum ditutup", version);
}

static bool is_newest(const Receiving *r, Err *err)
{
    int32_t last = r->last.version;
    if (r->wish->version < 1 || last < r->wish->version)
        return never_closed(r->wish->version < 1 ? 1 : r->wish->version, err);
    if (last > r->wish->version) {
        (void)FAIL(err, ERR_STALE,
                   "there is a newer version, %d; look at it and receive it",
                   last);
        return err_id(err, "ada versi lebih baru, %d; periksa dan terima itu",
                      last);
    }
    if (r->last.received.us == 0) return true;
    (void)FAIL(err, ERR_STALE, "version %d is received already", last);
    return err_id(err, "versi %d sudah diterima", last);
}

static bool guard(Store *store, void *context, Err *err)
{
    Receiving *r = context;
    return closed_recap_last(r->office->arena, store, &r->wish->of, &r->last,
                             err) &&
           is_newest(r, err);
}

static Fact receipt_of(const Receiving *r)
{
    Fact fact = fact_blank(FACT_RECEIPT);
    fact.id = r->wish->id;
    fact.actor = r->wish->actor;
    fact.channel = r->wish->channel;
    fact.zone = r->office->government.zone;
    fact.day = r->wish->today;
    fact.unit = r->wish->of.unit;
    fact.about = r->last.id;
    return fact;
}

bool receive_recap(Store *store, const Office *office, const ReceiveWish *wish,
                   Receipt *out, Err *err)
{
    AccessWorld who = {&office->r, &office->government};
    Receiving r = {.office = office, .wish = wish};
    if (!access_allows_unit(&who, ACCESS_RECEIVE, wish->actor, NO_UNIT,
                            wish->today, err) ||
        !guard(store, &r, err))
        return false;
    Fact fact = receipt_of(&r);
    Intent intent = {.government = office->government.code,
                     .facts = &fact,
                     .fact_count = 1,
                     .guard = guard,
                     .context = &r};
    return fact_check(&fact, err) && store_write(store, &intent, out, err);
}
