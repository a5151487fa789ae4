/* SPDX-License-Identifier: Apache-2.0 */
#include "register/register.h"

static bool is_absent(const Register *r, PersonId person, Date day)
{
    return person_absence(r, person, day, DATE_NEVER) != NULL;
}

static bool holds(const Register *r, const Holding *h, Date day)
{
    return window_has(h->window, day) && person_is_active(r, h->person, day);
}

/* Somebody holds the post fully that day and is there. */
static bool post_is_served(const Register *r, PostId post, Date day)
{
    Rows rows = r->holders_of[post.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &r->holdings[r->holders[i]];
        if (h->kind == HOLD_FULL && holds(r, h, day) &&
            !is_absent(r, h->person, day))
            return true;
    }
    return false;
}

bool holding_counts(const Register *r, const Holding *h, Date day)
{
    if (!holds(r, h, day)) return false;
    return h->kind != HOLD_PLH || !post_is_served(r, h->post, day);
}

Rank person_rank(const Register *r, PersonId person, Date day)
{
    Rows rows = r->holdings_of[person.index];
    Rank best = r->people[person.index].rank;
    bool posted = false;
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &r->holdings[i];
        if (!holding_counts(r, h, day)) continue;
        Rank rank = r->posts[h->post.index].rank;
        if (!posted || rank < best) best = rank;
        posted = true;
    }
    return best;
}

typedef bool PostTest(const Register *r, const Post *post, int want);

/* Does the person hold a post that day of which the test is true? */
static bool holds_such(const Register *r, PersonId person, Date day,
                       PostTest *is_such, int want)
{
    Rows rows = r->holdings_of[person.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &r->holdings[i];
        if (is_such(r, &r->posts[h->post.index], want) &&
            holding_counts(r, h, day))
            return true;
    }
    return false;
}

static bool has_role(const Register *r, const Post *post, int want)
{
    (void)r;
    return (int)post->role == want;
}

static bool heads_agency(const Register *r, const Post *post, int want)
{
    (void)want;
    return post->head && r->units[post->unit.index].agency;
}

static bool heads_work_unit(const Register *r, const Post *post, int want)
{
    (void)want;
    return post->head && r->units[post->unit.index].work_unit;
}

bool person_has_role(const Register *r, PersonId person, Role role, Date day)
{
    return holds_such(r, person, day, has_role, (int)role);
}

bool person_heads_agency(const Register *r, PersonId person, Date day)
{
    return holds_such(r, person, day, heads_agency, 0);
}

bool person_heads_work_unit(const Register *r, PersonId person, Date day)
{
    return holds_such(r, person, day, heads_work_unit, 0);
}
