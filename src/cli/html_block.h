/* SPDX-License-Identifier: Apache-2.0 */
/*
 * html_block.h - the people of an agency, as its page shows them.
 *
 * A block is a unit in which a cap is counted, or the whole agency where
 * there is none; a group is a unit directly below it (or the block's own
 * people).  Within a group those who hold posts come first, then whoever has
 * the same pattern of days stands together.  A large agency is parted into
 * pages of whole groups, about PAGE_PEOPLE on each.
 */
#pragma once

#include "cli/html_view.h"

enum { PAGE_PEOPLE = 600 };

typedef struct {
    UnitId unit;
    uint32_t first, count; /* into people */
    uint32_t page;         /* from 0 */
} BlockGroup;

typedef struct {
    UnitId unit;
    const PersonId *people;
    uint32_t count;
    BlockGroup *groups;
    uint32_t group_count;
    const uint8_t *works;       /* per day: somebody has a working day */
    const CapLine *const *caps; /* per day: the cap that binds, or NULL */
    bool capped;
} Block;

typedef struct {
    const Block *at;
    uint32_t count, people, pages;
    bool called, served; /* somebody is called in, serves at a counter */
} Blocks;

/* People of the block on a page. */
uint32_t html_block_shown(const Block *block, uint32_t page);

/* The group that a page begins with. */
const BlockGroup *html_block_first(const Blocks *blocks, uint32_t page);

Blocks html_block_list(const View *view, const AgencySummary *agency);
