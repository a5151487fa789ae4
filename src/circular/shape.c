/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/shape.h"

#include <string.h>

/* ---- choices --------------------------------------------------------------
 */

#define CHOICES(type, prefix) static const char *const type##_names[] = {
#define CHOICE(id)            #id,
#define END_CHOICES \
    }               \
    ;
#include "circular/shape_ignore.h"
#include "circular/tree.def"

/* Each at its own value. */
#define CHOICES(type, prefix) enum { type##_before = -1,
#define CHOICE(id)            at_##id,
#define END_CHOICES \
    }               \
    ;
#include "circular/shape_ignore.h"
#include "circular/tree.def"
#define CHOICE(id) _Static_assert((int)at_##id == (int)(id), #id);
#include "circular/shape_ignore.h"
#include "circular/tree.def"

#define CHOICES(type, prefix)                    \
    static const ShapeChoices type##_choices = { \
        #type, STR_INIT(#prefix), type##_names, COUNT(type##_names)};
#include "circular/shape_ignore.h"
#include "circular/tree.def"

const ShapeChoices *shape_choices(size_t i)
{
    static const ShapeChoices *const all[] = {
#define CHOICES(type, prefix) &type##_choices,
#include "circular/shape_ignore.h"
#include "circular/tree.def"
    };
    return i < COUNT(all) ? all[i] : NULL;
}

static char small(char c)
{
    if (c < 'A' || c > 'Z') return c;
    return (char)(c - 'A' + 'a');
}

static Str bare(const ShapeChoices *choices, size_t i)
{
    Str name = str_of(choices->names[i]);
    return str_slice(name, choices->prefix.len, name.len);
}

Str shape_choice(Arena *arena, const ShapeChoices *choices, size_t i)
{
    CHECK(i < choices->count);
    Str name = bare(choices, i);
    char *out = NEW(arena, char, name.len);
    for (size_t c = 0; c < name.len; c++)
        out[c] = small(name.ptr[c]);
    return (Str){out, name.len};
}

bool shape_choice_find(const ShapeChoices *choices, Str name, int64_t *out)
{
    for (size_t i = 0; i < choices->count; i++) {
        Str other = bare(choices, i);
        size_t same = 0;
        while (same < name.len && same < other.len &&
               name.ptr[same] == small(other.ptr[same]))
            same++;
        if (same < other.len || same < name.len) continue;
        *out = (int64_t)i;
        return true;
    }
    return false;
}

/* ---- nodes ----------------------------------------------------------------
 */

#define SIZE_OF(type, member) sizeof(((const type *)NULL)->member)
#define MEMBER(type, member, what, ...) \
    {.name = #member,                   \
     .kind = SHAPE_##what,              \
     .at = offsetof(type, member),      \
     .size = SIZE_OF(type, member),     \
     __VA_ARGS__},
#define COUNTED(type, member, what, number, ...)    \
    {.name = #member,                               \
     .kind = SHAPE_##what,                          \
     .at = offsetof(type, member),                  \
     .size = sizeof(*((const type *)NULL)->member), \
     .count_at = offsetof(type, number),            \
     __VA_ARGS__},

#define NODE(type) static const ShapeMember type##_members[] = {
#define END_NODE \
    }            \
    ;
#define TEXT(type, member)  MEMBER(type, member, TEXT, .said = false)
#define TRUTH(type, member) MEMBER(type, member, TRUTH, .high = 1)
#define SPAN(type, member)  MEMBER(type, member, SPAN, .said = false)
#define NUMBER(type, member, none, least_one, most)                    \
    MEMBER(type, member, NUMBER, .unsaid = (none), .low = (least_one), \
           .high = (most))
#define ONE_OF(type, member, of) \
    MEMBER(type, member, ONE_OF, .choices = &of##_choices)
#define KIND(type, member, of) \
    MEMBER(type, member, ONE_OF, .choices = &of##_choices, .said = true)
#define DAY(type, member, none) MEMBER(type, member, DAY, .unsaid = (none))
#define DAY_SAID(type, member)  MEMBER(type, member, DAY, .said = true)
#define PART(type, member, of)  MEMBER(type, member, PART, .node = SHAPE_##of)
#define LINK(type, member, of)  MEMBER(type, member, LINK, .node = SHAPE_##of)
#define ROW(type, member, number, of, few) \
    COUNTED(type, member, ROW, number, .node = SHAPE_##of, .least = (few))
#define TEXTS(type, member, number) \
    COUNTED(type, member, TEXTS, number, .said = false)
#define TRUTHS(type, member, number) \
    COUNTED(type, member, TRUTHS, number, .beside = true)
#define BESIDE(type, member, number, of) \
    COUNTED(type, member, ROW, number, .node = SHAPE_##of, .beside = true)
#define DAYS(type, member, number) \
    COUNTED(type, member, DAYS, number, .said = false)
#define MANY_OF(type, member, number, of) \
    COUNTED(type, member, MANY_OF, number, .choices = &of##_choices)
#define MINUTES_OF(type, member, number) \
    COUNTED(type, member, MINUTES, number, .low = -1, .high = 1440)
#define WORD(type, member) MEMBER(type, member, WORD, .said = false)
#include "circular/shape_ignore.h"
#include "circular/tree.def"

const ShapeNode *shape_node(ShapeId id)
{
    static const ShapeNode nodes[] = {
#define NODE(type)                                                         \
    [SHAPE_##type] = {#type, sizeof(type), _Alignof(type), type##_members, \
                      COUNT(type##_members)},
#include "circular/shape_ignore.h"
#include "circular/tree.def"
    };
    CHECK((size_t)id < COUNT(nodes));
    return &nodes[id];
}

const char *shape_name(const ShapeMember *member)
{
    const char *dot = strchr(member->name, '.');
    return dot == NULL ? member->name : dot + 1;
}

/* ---- values ---------------------------------------------------------------
 */

int64_t shape_value(const ShapeMember *member, const void *node)
{
    const char *at = (const char *)node + member->at;
    int32_t word = 0;
    int16_t half = 0;
    uint8_t byte = 0;
    switch (member->size) {
    case sizeof byte: memcpy(&byte, at, sizeof byte); return byte;
    case sizeof half: memcpy(&half, at, sizeof half); return half;
    case sizeof word: memcpy(&word, at, sizeof word); return word;
    default: CHECK(false);
    }
    return 0;
}

void shape_put_value(const ShapeMember *member, void *node, int64_t value)
{
    char *at = (char *)node + member->at;
    int32_t word = (int32_t)value;
    int16_t half = (int16_t)(value & INT16_MAX);
    uint8_t byte = (uint8_t)(value & UINT8_MAX);
    if (value < 0) half = -1;
    switch (member->size) {
    case sizeof byte: memcpy(at, &byte, sizeof byte); return;
    case sizeof half: memcpy(at, &half, sizeof half); return;
    case sizeof word: memcpy(at, &word, sizeof word); return;
    default: CHECK(false);
    }
}

void shape_blank(ShapeId id, void *node)
{
    const ShapeNode *shape = shape_node(id);
    memset(node, 0, shape->size);
    for (size_t i = 0; i < shape->count; i++) {
        const ShapeMember *m = &shape->members[i];
        if (m->kind == SHAPE_PART) shape_blank(m->node, (char *)node + m->at);
        if (m->kind == SHAPE_NUMBER || m->kind == SHAPE_DAY)
            shape_put_value(m, node, m->unsaid);
    }
}

/* Of a row of nodes beside another: nothing is said in any. */
static bool items_are_blank(const ShapeMember *m, const void *node,
                            uint32_t count)
{
    const char *const *items = (const void *)((const char *)node + m->at);
    for (uint32_t i = 0; i < count; i++) {
        if (!shape_is_blank(m->node, *items + i * m->size)) return false;
    }
    return true;
}

bool shape_is_unsaid(ShapeId id, const ShapeMember *m, const void *node)
{
    const char *at = (const char *)node + m->at;
    switch (m->kind) {
    case SHAPE_SPAN: return true;
    case SHAPE_TEXT: return ((const Str *)(const void *)at)->len == 0;
    case SHAPE_WORD: return shape_word(id, node).len == 0;
    case SHAPE_TRUTH:
    case SHAPE_ONE_OF: return shape_value(m, node) == 0;
    case SHAPE_NUMBER:
    case SHAPE_DAY: return shape_value(m, node) == m->unsaid;
    case SHAPE_PART: return shape_is_blank(m->node, at);
    case SHAPE_LINK: return *(const void *const *)(const void *)at == NULL;
    case SHAPE_ROW:
    case SHAPE_TEXTS:
    case SHAPE_TRUTHS:
    case SHAPE_DAYS:
    case SHAPE_MANY_OF:
    case SHAPE_MINUTES: break;
    }
    uint32_t count =
        *(const uint32_t *)(const void *)((const char *)node + m->count_at);
    if (m->kind == SHAPE_ROW && m->beside)
        return items_are_blank(m, node, count);
    return count == 0;
}

bool shape_is_blank(ShapeId id, const void *node)
{
    const ShapeNode *shape = shape_node(id);
    for (size_t i = 0; i < shape->count; i++) {
        if (!shape_is_unsaid(id, &shape->members[i], node)) return false;
    }
    return true;
}
