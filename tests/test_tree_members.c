/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_tree_members.c - every member of tree.def counts when two letters are
 * compared, save places and quotation marks.
 *
 * A letter in which everything is said once is made twice from the shape of the
 * tree; one member of the second is changed at a time, and put back.
 */
#include "circular/shape.h"
#include "harness.h"

#include <string.h>

typedef struct {
    Arena *arena;
    bool within[SHAPE_COUNT]; /* nodes on the way down: none inside itself */
} Making;

static uint32_t *count_of(const ShapeMember *m, void *node)
{
    return (uint32_t *)(void *)((char *)node + m->count_at);
}

static void *pointer_at(const ShapeMember *m, const void *node)
{
    void *out = NULL;
    memcpy(&out, (const char *)node + m->at, sizeof out);
    return out;
}

static void point_to(const ShapeMember *m, void *node, void *items)
{
    memcpy((char *)node + m->at, &items, sizeof items);
}

static void *room_of(Arena *arena, size_t size)
{
    return NEW(arena, uint64_t, size / sizeof(uint64_t) + 1);
}

static void *blank_of(Arena *arena, ShapeId id)
{
    void *node = room_of(arena, shape_node(id)->size);
    shape_blank(id, node);
    return node;
}

static bool is_row(const ShapeMember *m)
{
    return m->kind >= SHAPE_ROW && m->kind != SHAPE_WORD;
}

/* One item, and room for the pair that minutes are. */
static void *item_of(Arena *arena, const ShapeMember *m)
{
    return m->kind == SHAPE_ROW ? blank_of(arena, m->node)
                                : room_of(arena, 2 * m->size);
}

/* A row of a table has its sentence, a mark its measure. */
static bool is_always_there(const ShapeMember *m)
{
    return m->beside || (m->kind == SHAPE_LINK && m->node == SHAPE_Sentence);
}

static void fill(Making *making, ShapeId id, void *node);

static void fill_member(Making *making, const ShapeMember *m, void *node)
{
    bool deep = m->kind == SHAPE_LINK || m->kind == SHAPE_ROW;
    if (m->kind == SHAPE_PART) fill(making, m->node, (char *)node + m->at);
    bool again = deep && making->within[m->node];
    if ((!deep && !is_row(m)) || (again && !is_always_there(m))) return;
    void *items = item_of(making->arena, m);
    if (m->kind == SHAPE_LINK) items = blank_of(making->arena, m->node);
    if (deep && !again) fill(making, m->node, items);
    point_to(m, node, items);
    if (is_row(m)) *count_of(m, node) = 1;
}

static void fill(Making *making, ShapeId id, void *node)
{
    const ShapeNode *shape = shape_node(id);
    bool outer = making->within[id];
    making->within[id] = true;
    for (size_t i = 0; i < shape->count; i++)
        fill_member(making, &shape->members[i], node);
    making->within[id] = outer;
}

static Letter *full_letter(Arena *arena)
{
    Making making = {.arena = arena};
    Letter *letter = blank_of(arena, SHAPE_Letter);
    fill(&making, SHAPE_Letter, letter);
    return letter;
}

/* ---- one member after the other -------------------------------------------
 */

typedef struct {
    Arena *arena;
    const Letter *whole;
    Letter *other;
    size_t changed;
} Changing;

/* Places, the language of the text, and whether names stood in quotes. */
static bool is_silent(const ShapeMember *m)
{
    return m->kind == SHAPE_SPAN || strcmp(m->name, "quoted") == 0 ||
           strcmp(m->name, "lang") == 0;
}

static void expect_other(Changing *c, const char *node, const ShapeMember *m)
{
    c->changed++;
    bool same = tree_is(c->whole, c->other);
    if (same == is_silent(m) && same == tree_is(c->other, c->whole)) return;
    ROW("%s.%s", node, m->name);
    EXPECT(same == is_silent(m));
}

static void walk(Changing *c, ShapeId id, void *node);

/* A value of that size is another one for as long as it is asked. */
static void change_bytes(Changing *c, const char *name, const ShapeMember *m,
                         void *at)
{
    char was[sizeof(Str)];
    Str lain = STR("Lain");
    bool text = m->kind == SHAPE_TEXT || m->kind == SHAPE_TEXTS;
    CHECK(m->size <= sizeof was);
    memcpy(was, at, m->size);
    if (text)
        memcpy(at, &lain, sizeof lain);
    else
        *(char *)at = (char)(*(char *)at ^ 1);
    expect_other(c, name, m);
    memcpy(at, was, m->size);
}

static void change_link(Changing *c, const char *name, const ShapeMember *m,
                        void *node)
{
    void *was = pointer_at(m, node);
    if (!is_always_there(m)) {
        point_to(m, node, was == NULL ? blank_of(c->arena, m->node) : NULL);
        expect_other(c, name, m);
        point_to(m, node, was);
    }
    if (was != NULL) walk(c, m->node, was);
}

/* One item more or less; then the item itself. */
static void change_row(Changing *c, const char *name, const ShapeMember *m,
                       void *node)
{
    void *was = pointer_at(m, node);
    uint32_t count = *count_of(m, node);
    if (count == 0) point_to(m, node, item_of(c->arena, m));
    *count_of(m, node) = 1 - count;
    if (!m->beside) expect_other(c, name, m); /* else its row's count */
    *count_of(m, node) = count;
    point_to(m, node, was);
    if (count == 0) return;
    if (m->kind == SHAPE_ROW)
        walk(c, m->node, was);
    else
        change_bytes(c, name, m, was);
}

static void walk(Changing *c, ShapeId id, void *node)
{
    const ShapeNode *shape = shape_node(id);
    for (size_t i = 0; i < shape->count; i++) {
        const ShapeMember *m = &shape->members[i];
        void *at = (char *)node + m->at;
        if (m->kind == SHAPE_PART)
            walk(c, m->node, at);
        else if (m->kind == SHAPE_LINK)
            change_link(c, shape->name, m, node);
        else if (is_row(m))
            change_row(c, shape->name, m, node);
        else
            change_bytes(c, shape->name, m, at);
    }
}

FACT(a_letter_with_any_member_changed_is_another)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Changing c = {arena, full_letter(arena), full_letter(arena), 0};
    EXPECT(tree_is(c.whole, c.other));
    walk(&c, SHAPE_Letter, c.other);
    EXPECT(tree_is(c.whole, c.other));
    EXPECT(c.changed > 1000);
}
