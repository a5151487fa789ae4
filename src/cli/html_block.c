/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/html_block.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    uint32_t block, group; /* places of the units in the tree */
    UnitId block_unit, group_unit;
    Rank rank;
    const char *cells;
    size_t days;
    PersonId person;
} Place;

/* The nearest unit at or above in which a cap of the agency is counted. */
static UnitId block_of(const View *view, const AgencySummary *agency,
                       UnitId unit)
{
    const CapSummary *caps = view->summary->caps + agency->first_cap;
    for (; unit.index != NO_INDEX; unit = view->r->units[unit.index].parent) {
        for (uint32_t i = 0; i < agency->cap_count; i++) {
            if (caps[i].line->unit.index == unit.index) return unit;
        }
        if (unit.index == agency->unit.index) break;
    }
    return agency->unit;
}

static UnitId group_of(const Register *r, UnitId block, UnitId unit)
{
    while (unit.index != block.index) {
        UnitId above = r->units[unit.index].parent;
        if (above.index == block.index || above.index == NO_INDEX) break;
        unit = above;
    }
    return unit;
}

static Place place_of(const View *view, const AgencySummary *agency,
                      PersonId person)
{
    const Register *r = view->r;
    UnitId unit = r->people[person.index].unit;
    UnitId block = block_of(view, agency, unit);
    UnitId group = group_of(r, block, unit);
    Rank rank = person_rank(r, person, view->plan->window.first);
    return (Place){
        .block = r->enter[block.index],
        .group = r->enter[group.index],
        .block_unit = block,
        .group_unit = group,
        .rank = rank > RANK_PELAKSANA ? RANK_PELAKSANA : rank,
        .cells =
            view->plan->cells + (size_t)person.index * view->plan->day_count,
        .days = view->plan->day_count,
        .person = person,
    };
}

static int by_place(const void *a, const void *b)
{
    const Place *x = a;
    const Place *y = b;
    if (x->block != y->block) return x->block < y->block ? -1 : 1;
    if (x->group != y->group) return x->group < y->group ? -1 : 1;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    int order = memcmp(x->cells, y->cells, x->days);
    if (order != 0) return order;
    return (x->person.index > y->person.index) -
           (x->person.index < y->person.index);
}

typedef VEC(Place) Places;

static Places places_of(const View *view, const AgencySummary *agency)
{
    const Register *r = view->r;
    Places places = {0};
    for (uint32_t i = 0; i < r->person_count; i++) {
        UnitId unit = summary_agency(r, r->people[i].unit);
        if (unit.index != agency->unit.index ||
            !window_meets(r->people[i].window, view->plan->window))
            continue;
        VEC_PUSH(view->arena, &places, place_of(view, agency, (PersonId){i}));
    }
    if (places.count > 1)
        qsort(places.at, places.count, sizeof places.at[0], by_place);
    return places;
}

/* Of several caps in a unit, the one that stands on the day. */
static void find_caps(const View *view, const AgencySummary *agency,
                      Block *block)
{
    const CapSummary *caps = view->summary->caps + agency->first_cap;
    const CapLine **of_day =
        NEW(view->arena, const CapLine *, view->plan->day_count);
    for (uint32_t i = 0; i < agency->cap_count; i++) {
        const CapLine *line = caps[i].line;
        if (line->unit.index != block->unit.index) continue;
        for (uint32_t d = 0; d < view->plan->day_count; d++) {
            if (of_day[d] != NULL || line->days[d].base == 0) continue;
            of_day[d] = line;
            block->capped = true;
        }
    }
    block->caps = of_day;
}

static Block block_from(const View *view, const AgencySummary *agency,
                        const Place *places, uint32_t count)
{
    PersonId *people = NEW(view->arena, PersonId, count);
    BlockGroup *groups = NEW(view->arena, BlockGroup, count);
    uint8_t *works = NEW(view->arena, uint8_t, view->plan->day_count);
    Block block = {.unit = places[0].block_unit,
                   .people = people,
                   .count = count,
                   .groups = groups,
                   .works = works};
    for (uint32_t i = 0; i < count; i++) {
        bool fresh = i == 0 || places[i].group != places[i - 1].group;
        if (fresh)
            groups[block.group_count++] =
                (BlockGroup){places[i].group_unit, i, 0, 0};
        groups[block.group_count - 1].count++;
        people[i] = places[i].person;
        for (uint32_t d = 0; d < view->plan->day_count; d++)
            works[d] |= places[i].cells[d] != PLACED_NONE;
    }
    find_caps(view, agency, &block);
    return block;
}

/* What the legend has to explain beside the letters. */
static void note_marks(const View *view, const Places *places, Blocks *blocks)
{
    const Plan *plan = view->plan;
    for (size_t i = 0; i < places->count; i++) {
        size_t at = (size_t)places->at[i].person.index * plan->day_count;
        for (uint32_t d = 0; d < plan->day_count; d++) {
            uint16_t reason = plan->reasons[at + d];
            if (plan->cells[at + d] != PLACED_OFFICE) continue;
            blocks->called =
                blocks->called || plan->reason[reason].step == STEP_RECALL;
            blocks->served =
                blocks->served || view->counter_of[reason] != NO_INDEX;
        }
    }
}

/* Fill page after page; a group is never parted. */
static uint32_t part_pages(const Block *blocks, size_t count)
{
    uint32_t page = 0;
    uint32_t filled = 0;
    for (size_t b = 0; b < count; b++) {
        for (uint32_t g = 0; g < blocks[b].group_count; g++) {
            BlockGroup *group = &blocks[b].groups[g];
            bool full = filled > 0 && filled + group->count > PAGE_PEOPLE;
            if (full) {
                page++;
                filled = 0;
            }
            group->page = page;
            filled += group->count;
        }
    }
    return page + 1;
}

uint32_t html_block_shown(const Block *block, uint32_t page)
{
    uint32_t people = 0;
    for (uint32_t g = 0; g < block->group_count; g++)
        people += block->groups[g].page == page ? block->groups[g].count : 0;
    return people;
}

const BlockGroup *html_block_first(const Blocks *blocks, uint32_t page)
{
    for (uint32_t b = 0; b < blocks->count; b++) {
        const Block *block = &blocks->at[b];
        for (uint32_t g = 0; g < block->group_count; g++) {
            if (block->groups[g].page == page) return &block->groups[g];
        }
    }
    return NULL;
}

Blocks html_block_list(const View *view, const AgencySummary *agency)
{
    Places places = places_of(view, agency);
    VEC(Block) blocks = {0};
    uint32_t from = 0;
    for (uint32_t i = 1; i <= places.count; i++) {
        bool ends =
            i == places.count || places.at[i].block != places.at[from].block;
        if (!ends) continue;
        VEC_PUSH(view->arena, &blocks,
                 block_from(view, agency, places.at + from, i - from));
        from = i;
    }
    Blocks list = {.at = blocks.at,
                   .count = (uint32_t)blocks.count,
                   .people = (uint32_t)places.count,
                   .pages = part_pages(blocks.at, blocks.count)};
    note_marks(view, &places, &list);
    return list;
}
