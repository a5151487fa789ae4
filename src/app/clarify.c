/* SPDX-License-Identifier: Apache-2.0 */
#include "app/clarify.h"

#include <stdlib.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

Str clarify_state_word(ClarifyState state, Lang lang)
{
    static const char *const words[][2] = {
#define X(name, word, english) [CLARIFY_##name] = {word, english},
        CLARIFY_STATES(X)
#undef X
    };
    CHECK((size_t)state < COUNT(words));
    return str_of(words[state][lang == LANG_EN]);
}

/* ---- which stand -----------------------------------------------------------
 */

static bool is_struck(LiveFacts corrections, FactId id)
{
    for (size_t i = 0; i < corrections.count; i++) {
        if (fact_id_is(corrections.at[i]->about, id) &&
            str_is(corrections.at[i]->word, STR("batal")))
            return true;
    }
    return false;
}

/* One fact of a matter, to be sorted. */
typedef struct {
    uint32_t person;
    Date day;
    size_t at; /* in the order of the journal */
    const Fact *fact;
} Said;

static int by_matter(const void *a, const void *b)
{
    const Said *x = a, *y = b;
    if (x->person != y->person) return x->person < y->person ? -1 : 1;
    if (x->day.days != y->day.days) return x->day.days < y->day.days ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

static Said *collect(Arena *arena, const LiveView *view, size_t *count)
{
    LiveFacts all = live_facts_kinds(view, arena, K(CLARIFY));
    LiveFacts corrections = live_facts_kinds(view, arena, K(CORRECTION));
    Said *said = NEW(arena, Said, all.count + 1);
    *count = 0;
    for (size_t i = 0; i < all.count; i++) {
        const Fact *f = all.at[i];
        uint32_t person = map_find(&view->office->r.person_codes, f->person);
        if (person != NO_INDEX && !is_struck(corrections, f->id))
            said[(*count)++] = (Said){person, f->day, i, f};
    }
    if (*count > 0) qsort(said, *count, sizeof *said, by_matter);
    return said;
}

/* ---- matters ---------------------------------------------------------------
 */

static ClarifyState state_after(ClarifyState state, const Fact *fact)
{
    if (str_is(fact->word, STR("tanya"))) return CLARIFY_ASKED;
    if (str_is(fact->word, STR("jawab"))) return CLARIFY_ANSWERED;
    if (str_is(fact->word, STR("selesai"))) return CLARIFY_CLOSED;
    return state;
}

static Clarification matter_of(Arena *arena, const Said *said, size_t count)
{
    const Fact **log = NEW(arena, const Fact *, count);
    Clarification c = {
        .person = {said->person}, .day = said->day, .log = log, .count = count};
    for (size_t i = 0; i < count; i++) {
        log[i] = said[i].fact;
        c.state = state_after(c.state, said[i].fact);
    }
    return c;
}

static int by_last_word(const void *a, const void *b)
{
    const Clarification *x = a, *y = b;
    int64_t one = x->log[x->count - 1]->received.us;
    int64_t two = y->log[y->count - 1]->received.us;
    return one > two ? -1 : one < two;
}

Clarifications clarify_all(Arena *arena, const LiveView *view)
{
    size_t count = 0, end = 0;
    Said *said = collect(arena, view, &count);
    Clarification *at = NEW(arena, Clarification, count + 1);
    Clarifications out = {.at = at};
    for (size_t i = 0; i < count; i = end) {
        for (end = i; end < count && said[end].person == said[i].person &&
                      date_is(said[end].day, said[i].day);)
            end++;
        Clarification c = matter_of(arena, &said[i], end - i);
        out.asked += c.state == CLARIFY_ASKED;
        out.answered += c.state == CLARIFY_ANSWERED;
        at[out.count++] = c;
    }
    if (out.count > 0) qsort(at, out.count, sizeof *at, by_last_word);
    return out;
}

const Clarification *clarify_find(const Clarifications *all, PersonId person,
                                  Date day)
{
    for (size_t i = 0; i < all->count; i++) {
        if (all->at[i].person.index == person.index &&
            date_is(all->at[i].day, day))
            return &all->at[i];
    }
    return NULL;
}

Clarifications clarify_waiting(Arena *arena, const LiveView *view,
                               PersonId from)
{
    const Register *r = &view->office->r;
    Date today = live_today(view);
    Clarifications all = clarify_all(arena, view);
    Clarification *at = NEW(arena, Clarification, all.count + 1);
    Clarifications out = {.at = at};
    for (size_t i = 0; i < all.count; i++) {
        PersonId person = all.at[i].person;
        bool mine = person.index == from.index ||
                    person_superior(r, person, today).index == from.index;
        if (all.at[i].state != CLARIFY_ASKED || !mine) continue;
        at[out.count++] = all.at[i];
        out.asked++;
    }
    return out;
}
