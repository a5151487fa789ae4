/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shape.h - the tree as data: what members each node has, where they lie and
 * what they may hold (tree.def).
 *
 * Whoever walks every member walks this: the JSON of a letter, its schema.
 */
#pragma once

#include "circular/tree.h"

/* The nodes: SHAPE_Ref, SHAPE_Who, ... */
typedef enum {
#define NODE(type) SHAPE_##type,
#include "circular/shape_ignore.h"
#include "circular/tree.def"
    SHAPE_COUNT
} ShapeId;

typedef enum {
    SHAPE_TEXT,
    SHAPE_TRUTH,
    SHAPE_SPAN,
    SHAPE_NUMBER,
    SHAPE_ONE_OF,
    SHAPE_DAY,
    SHAPE_PART,
    SHAPE_LINK,
    SHAPE_ROW,
    SHAPE_TEXTS,
    SHAPE_TRUTHS,
    SHAPE_DAYS,
    SHAPE_MANY_OF,
    SHAPE_MINUTES,
    SHAPE_WORD
} ShapeKind;

typedef struct {
    const char *type; /* "Where" */
    Str prefix;       /* "WHERE_" */
    const char *const *names;
    size_t count;
} ShapeChoices;

typedef struct {
    const char *name; /* "window.first" */
    ShapeKind kind;
    bool said; /* never left out */
    size_t at; /* offset in the node, of the value or of the pointer */
    size_t size;
    size_t count_at;             /* of what is a row: offset of its count */
    uint32_t least;              /* items of a ROW */
    bool beside;                 /* as long as the row whose count it shares */
    int64_t unsaid, low, high;   /* NUMBER, MINUTES; unsaid of DAY */
    ShapeId node;                /* PART, LINK, ROW */
    const ShapeChoices *choices; /* ONE_OF, MANY_OF */
} ShapeMember;

typedef struct {
    const char *name; /* "Who" */
    size_t size, align;
    const ShapeMember *members;
    size_t count;
} ShapeNode;

const ShapeNode *shape_node(ShapeId id);

/* The `i`th of all lists of choices; NULL past the end. */
const ShapeChoices *shape_choices(size_t i);

/* The member's name in JSON: "first". */
const char *shape_name(const ShapeMember *member);

/* The name in JSON: small letters, no prefix. */
Str shape_choice(Arena *arena, const ShapeChoices *choices, size_t i);
bool shape_choice_find(const ShapeChoices *choices, Str name, int64_t *out);

/* Numbers, truths and choices, whatever their size. */
int64_t shape_value(const ShapeMember *member, const void *node);
void shape_put_value(const ShapeMember *member, void *node, int64_t value);

/* The node when nothing is said of it. */
void shape_blank(ShapeId id, void *node);
bool shape_is_blank(ShapeId id, const void *node);

/* Empty, false, nought, or what stands for nothing. */
bool shape_is_unsaid(ShapeId id, const ShapeMember *m, const void *node);

/* ---- words of the tables (shape_words.c) ---------------------------------
 *
 * Term.value and Sentence.verb are called by the Indonesian word of their row.
 */
Str shape_word(ShapeId id, const void *node); /* empty: there is none */
bool shape_word_find(ShapeId id, void *node, Str word);
size_t shape_words(ShapeId id);          /* of all kinds together */
Str shape_word_at(ShapeId id, size_t i); /* may be empty */
