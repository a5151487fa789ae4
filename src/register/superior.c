/* SPDX-License-Identifier: Apache-2.0 */
#include "register/register.h"

static bool is_there(const Register *r, PersonId person, Date day)
{
    return person_absence(r, person, day, DATE_NEVER) == NULL;
}

/*
 * Of those who hold the post that day, who leads: a full holder who is there,
 * else an acting one who is there, else a full holder, else an acting one.
 */
static PersonId post_leader(const Register *r, PostId post, Date day)
{
    enum { THERE = 2, FULL = 1 };
    Rows rows = r->holders_of[post.index];
    PersonId leader = NO_PERSON;
    int best = -1;
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &r->holdings[r->holders[i]];
        if (!holding_counts(r, h, day)) continue;
        int worth = (is_there(r, h->person, day) ? THERE : 0) +
                    (h->kind == HOLD_FULL ? FULL : 0);
        if (worth > best) {
            best = worth;
            leader = h->person;
        }
    }
    return leader;
}

PersonId unit_head(const Register *r, UnitId unit, Date day)
{
    Rows rows = r->posts_of[unit.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        if (r->posts[i].head) return post_leader(r, (PostId){i}, day);
    }
    return NO_PERSON;
}

PersonId person_superior(const Register *r, PersonId person, Date day)
{
    UnitId unit = r->people[person.index].unit;
    while (unit.index != NO_INDEX) {
        PersonId head = unit_head(r, unit, day);
        if (head.index != NO_INDEX && head.index != person.index &&
            is_there(r, head, day))
            return head;
        unit = r->units[unit.index].parent;
    }
    return NO_PERSON;
}
