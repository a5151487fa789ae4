/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_swap.c - a swap is asked for, agreed to by the colleague, and then
 * decided; at each step only one that breaks nothing goes on.
 */
#include "app/published.h"
#include "app/record_part.h"
#include "app/swap_days.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

/* The published plan that holds both days; NULL: *err says that none does. */
static const Plan *plan_of(Recording *rec, Office *office, const Fact *swap,
                           Err *err)
{
    PublishedList list;
    if (!published_list(rec->world->store, office, DATE_NEVER, &list, err))
        return NULL;
    const Published *p = published_on(&list, swap->days.first);
    if (p != NULL && p == published_on(&list, swap->days.last)) return &p->plan;
    (void)record_refuse(err,
                        "kedua hari itu harus ada dalam satu jadwal terbit; "
                        "periksa mulai dan sampai",
                        "both days must be of one published plan; look at "
                        "mulai and sampai");
    return NULL;
}

/* In memory of the recording: an office is asked by many at once. */
static bool is_possible(Recording *rec, const Fact *swap, Err *err)
{
    Plan unused;
    Office office = *rec->world->office;
    office.arena = rec->arena;
    office.diags = diags_in(rec->arena);
    const Plan *plan = plan_of(rec, &office, swap, err);
    return plan != NULL &&
           swap_days_apply(&office, plan, date_plus(rec->world->today, 1), swap,
                           &unused, err);
}

bool record_swap(Recording *rec, Err *err)
{
    if (str_is(rec->fact.thing, rec->fact.person))
        return record_refuse(err, "hal: sebut rekan yang diajak bertukar",
                             "hal: name the colleague to swap with");
    return is_possible(rec, &rec->fact, err);
}

bool record_swap_answer(Recording *rec, Err *err)
{
    bool struck = false;
    if (!str_is(rec->about.thing, rec->fact.person))
        return record_refuse(err, "tukar hari itu mengajak rekan lain",
                             "that swap asks another colleague");
    if (rec->fact.word.len == 0)
        return record_refuse(err, "kata: setuju atau tolak",
                             "kata: setuju (yes) or tolak (no)");
    if (!record_struck(rec, rec->about.id, &struck, err)) return false;
    return !struck || record_refuse(err, "permohonan itu sudah ditarik",
                                    "that request was taken back");
}

/* The colleague's last word that was not taken back. */
static bool last_word(Recording *rec, bool *yes, Err *err)
{
    DataFacts said = {0};
    *yes = false;
    if (!record_answers_of(rec, rec->about.thing, rec->about.id, K(ANSWER),
                           &said, err))
        return false;
    for (size_t i = 0; i < said.count; i++) {
        bool struck = false;
        if (!record_struck(rec, said.at[i].id, &struck, err)) return false;
        if (!struck) *yes = str_is(said.at[i].word, STR("setuju"));
    }
    return true;
}

static bool colleague_agrees(Recording *rec, Err *err)
{
    bool yes = false;
    if (!last_word(rec, &yes, err)) return false;
    return yes || record_refuse(err,
                                "rekan yang diajak bertukar belum setuju "
                                "(jawab, kata=setuju)",
                                "the colleague has not agreed yet (answer, "
                                "kata=setuju)");
}

bool record_swap_decided(Recording *rec, Err *err)
{
    if (rec->about.kind != FACT_SWAP || !str_is(rec->fact.word, STR("setuju")))
        return true;
    if (str_is(rec->fact.actor, rec->about.thing))
        return record_refuse(err,
                             "yang bertukar tidak memutusnya sendiri; minta "
                             "atasan di atasnya",
                             "who swaps does not decide it; ask the superior "
                             "above");
    return colleague_agrees(rec, err) && is_possible(rec, &rec->about, err);
}
