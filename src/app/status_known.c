/* SPDX-License-Identifier: Apache-2.0 */
#include "app/status_known.h"

typedef struct {
    StatusName name, near;
    size_t best; /* how far `near` is; more than the limit: none */
    bool known;
} Asking;

/* Beyond it is no slip of the pen: a third of the name. */
static size_t limit_of(Str text)
{
    return text.len < 6 ? 2 : text.len / 3;
}

static void hear(Asking *a, Str status, Str area)
{
    bool same_area = area.len == 0 || str_folded_is(area, a->name.area);
    if (status.len == 0) return;
    a->known |= same_area && str_folded_is(status, a->name.status);
    size_t limit = limit_of(a->name.status);
    size_t far = str_distance(status, a->name.status, limit);
    if (far > limit) return;
    far = 2 * far + (same_area ? 0 : 1); /* a name counts more than an area */
    if (far >= a->best) return;
    a->best = far;
    a->near = (StatusName){status, area};
}

/* ---- wherever a letter says when ----------------------------------------- */

static void hear_when(Asking *a, const When *when)
{
    hear(a, when->status, when->area);
}

static void hear_parts(Asking *a, const Sentence *s)
{
    for (uint32_t i = 0; i < s->frame_count; i++)
        hear_when(a, &s->frames[i].when);
    for (uint32_t i = 0; i < s->tail_count; i++)
        hear_when(a, &s->tails[i].when);
}

static void hear_rule(Asking *a, const Rule *rule)
{
    hear_when(a, &rule->valid);
    for (uint32_t i = 0; i < rule->sentence_count; i++) {
        const Sentence *s = &rule->sentences[i];
        hear_parts(a, s);
        for (uint32_t row = 0; row < s->row_count; row++)
            hear_parts(a, s->rows[row].body);
    }
}

static void hear_letter(Asking *a, const Letter *letter)
{
    hear_when(a, &letter->valid);
    for (uint32_t i = 0; i < letter->rule_count; i++)
        hear_rule(a, &letter->rules[i]);
    for (uint32_t i = 0; i < letter->change_count; i++) {
        hear_when(a, &letter->changes[i].valid);
        hear_rule(a, &letter->changes[i].rule);
    }
}

bool status_known(const Office *office, StatusName name, StatusName *near)
{
    Asking a = {.name = name, .best = SIZE_MAX};
    for (size_t i = 0; i < office->letter_count; i++)
        hear_letter(&a, office->letters[i].tree);
    for (uint32_t i = 0; i < office->r.status_count; i++)
        hear(&a, office->r.statuses[i].status, office->r.statuses[i].area);
    *near = a.near;
    return a.known;
}
