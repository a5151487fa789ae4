/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decide.c - a request that is open is decided, once, by somebody else.
 */
#include "app/record_part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

static const uint64_t requests =
    K(EXIT) | K(TRAVEL) | K(VISIT) | K(TRIP) | K(MEETING) | K(SWAP);

static bool is_request(const Recording *rec)
{
    return rec->answers && (requests >> rec->about.kind & 1) != 0;
}

/* Nobody decides what they ask for themselves, or a meeting they called. */
static bool is_of_another(const Recording *rec)
{
    Str asked_by =
        rec->about.kind == FACT_MEETING ? rec->about.actor : rec->about.person;
    return !str_is(asked_by, rec->fact.actor);
}

/* The person and unit are those of the request. */
static bool is_of_same(const Recording *rec)
{
    return str_is(rec->fact.person, rec->about.person) &&
           str_is(rec->fact.unit, rec->about.unit);
}

static bool is_over(const Recording *rec)
{
    return !window_is_empty(rec->about.days) &&
           date_before(rec->about.days.last, rec->world->today);
}

static bool decided_already(Err *err)
{
    (void)FAIL(err, ERR_STALE,
               "that request is decided already; a wrong decision is taken out "
               "by a correction");
    return err_id(err, "permohonan itu sudah diputus; putusan yang keliru "
                       "dibatalkan dengan koreksi");
}

/* A decision that was taken out is none. */
static bool is_open(Recording *rec, bool *open, Err *err)
{
    DataFacts decisions = {0};
    *open = true;
    if (!record_answers(rec, rec->about.id, K(DECISION), &decisions, err))
        return false;
    for (size_t i = 0; i < decisions.count && *open; i++) {
        if (!record_struck(rec, decisions.at[i].id, open, err)) return false;
    }
    return true;
}

bool decide_request(Recording *rec, Err *err)
{
    bool struck = false;
    bool open = false;
    if (!is_request(rec))
        return record_refuse(err, "tentang harus menunjuk sebuah permohonan",
                             "tentang must name a request");
    if (!is_of_same(rec))
        return record_refuse(err, "permohonan itu dari pegawai atau unit lain",
                             "that request is of another person or unit");
    if (!is_of_another(rec))
        return record_refuse(err, "permohonan sendiri diputus oleh orang lain",
                             "one's own request is decided by another");
    if (is_over(rec))
        return record_refuse(err, "hari-hari permohonan itu sudah lewat",
                             "the days of that request are over");
    if (!record_struck(rec, rec->about.id, &struck, err)) return false;
    if (struck)
        return record_refuse(err, "permohonan itu sudah ditarik",
                             "that request was taken back");
    return is_open(rec, &open, err) && (open || decided_already(err));
}
