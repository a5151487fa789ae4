/* SPDX-License-Identifier: Apache-2.0 */
/*
 * my_requests.c - what a person asks for, and objects to.
 */
#include "app/my_part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

enum { BACK = MY_FACTS_BACK };

const uint64_t my_requests = K(EXIT) | K(TRAVEL) | K(VISIT) | K(TRIP) | K(SWAP);

static bool says_yes(const Fact *fact)
{
    return str_is(fact->word, STR("setuju"));
}

static bool is_over(const MyLists *l, const Fact *request)
{
    Date today = zone_day(l->view->office->government.zone, l->now);
    return date_before(fact_days(request).last, today);
}

static bool is_excepted(const MyLists *l, const Fact *request)
{
    const Finding *f =
        request->kind != FACT_EXIT
            ? NULL
            : my_finding_of(&l->judged->verdict, DUTY_STAY, request->id);
    return f != NULL && f->outcome == OUTCOME_ALLOWED;
}

static MyRequest asked(const MyLists *l, const Fact *fact)
{
    MyRequest r = {.request = fact,
                   .state = MY_ASKED,
                   .of_me =
                       fact->kind == FACT_SWAP && str_is(fact->thing, l->code)};
    const Fact *word =
        fact->kind != FACT_SWAP ? NULL : my_last_about(l, K(ANSWER), fact->id);
    r.answer = my_last_about(l, K(DECISION), fact->id);
    if (r.answer != NULL)
        r.state = says_yes(r.answer) ? MY_GRANTED : MY_REFUSED;
    else if (word != NULL)
        r.state = says_yes(word) ? MY_AGREED : MY_REFUSED;
    else if (is_excepted(l, fact))
        r.state = MY_ALLOWED;
    if (r.answer == NULL) r.answer = word;
    if (is_over(l, fact) && (r.state == MY_ASKED || r.state == MY_AGREED))
        r.state = MY_LAPSED;
    return r;
}

static bool is_request(const MyLists *l, const Fact *fact)
{
    bool mine = my_own(l, fact) ||
                (fact->kind == FACT_SWAP && str_is(fact->thing, l->code));
    return (my_requests >> fact->kind & 1) != 0 && mine &&
           (!date_before(fact->day, date_plus(l->day, -BACK)) ||
            !date_before(fact_days(fact).last, l->day));
}

static void tell_requests(const MyLists *l, MyDay *d)
{
    VEC(MyRequest) all = {0};
    for (size_t i = l->count; i-- > 0;) {
        if (is_request(l, l->standing[i]))
            VEC_PUSH(l->arena, &all, asked(l, l->standing[i]));
    }
    for (size_t i = 0; i < l->struck_count; i++) {
        const Fact *fact = &l->struck[i];
        if (!is_request(l, fact)) continue;
        VEC_PUSH(l->arena, &all,
                 ((MyRequest){.request = fact, .state = MY_WITHDRAWN}));
    }
    d->requests = all.at;
    d->request_count = all.count;
}

static void tell_objections(const MyLists *l, MyDay *d)
{
    VEC(MyObjection) all = {0};
    for (size_t i = l->count; i-- > 0;) {
        const Fact *fact = l->standing[i];
        if (fact->kind != FACT_OBJECTION || !my_own(l, fact)) continue;
        VEC_PUSH(l->arena, &all,
                 ((MyObjection){
                     fact, my_last_about(l, K(OBJECTION_ANSWER), fact->id)}));
    }
    d->objections = all.at;
    d->objection_count = all.count;
}

void my_requests_tell(const MyLists *lists, MyDay *out)
{
    tell_requests(lists, out);
    tell_objections(lists, out);
}
