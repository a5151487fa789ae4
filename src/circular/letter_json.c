/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/letter_json.h"

#include "base/json.h"
#include "circular/shape.h"

/* Every node is walked by its shape: a new member of the tree is a row of
 * tree.def and no line here. */

typedef struct {
    Json json;
    Arena *arena;
} Writer;

static void put_node(Writer *w, const char *name, ShapeId id, const void *node);

static void put_day(Writer *w, const char *name, Date day)
{
    char text[DATE_TEXT];
    json_text(&w->json, name, str_of(date_iso(day, text)));
}

static void put_choice(Writer *w, const char *name, const ShapeMember *m,
                       int64_t value)
{
    json_text(&w->json, name,
              shape_choice(w->arena, m->choices, (size_t)value));
}

static void put_item(Writer *w, const ShapeMember *m, const void *item)
{
    switch ((int)m->kind) {
    case SHAPE_ROW: put_node(w, NULL, m->node, item); return;
    case SHAPE_TEXTS: json_text(&w->json, NULL, *(const Str *)item); return;
    case SHAPE_TRUTHS: json_truth(&w->json, NULL, *(const bool *)item); return;
    case SHAPE_DAYS: put_day(w, NULL, *(const Date *)item); return;
    case SHAPE_MANY_OF: put_choice(w, NULL, m, *(const Where *)item); return;
    case SHAPE_MINUTES:
        json_number(&w->json, NULL, *(const int16_t *)item);
        return;
    default: CHECK(false);
    }
}

/* Of a row with nothing in it nobody comes here: it is unsaid. */
static void put_items(Writer *w, const ShapeMember *m, const void *node)
{
    const char *from =
        *(const char *const *)(const void *)((const char *)node + m->at);
    uint32_t count =
        *(const uint32_t *)(const void *)((const char *)node + m->count_at);
    if (m->kind == SHAPE_MINUTES) count *= 2;
    json_open(&w->json, shape_name(m), '[');
    for (uint32_t i = 0; i < count; i++)
        put_item(w, m, from + i * m->size);
    json_close(&w->json);
}

static void put_member(Writer *w, ShapeId id, const ShapeMember *m,
                       const void *node)
{
    const char *name = shape_name(m);
    const void *at = (const char *)node + m->at;
    switch (m->kind) {
    case SHAPE_SPAN: return;
    case SHAPE_TEXT: json_text(&w->json, name, *(const Str *)at); return;
    case SHAPE_TRUTH:
        json_truth(&w->json, name, shape_value(m, node) != 0);
        return;
    case SHAPE_NUMBER:
        json_number(&w->json, name, shape_value(m, node));
        return;
    case SHAPE_ONE_OF: put_choice(w, name, m, shape_value(m, node)); return;
    case SHAPE_DAY: put_day(w, name, *(const Date *)at); return;
    case SHAPE_WORD: json_text(&w->json, name, shape_word(id, node)); return;
    case SHAPE_PART: put_node(w, name, m->node, at); return;
    case SHAPE_LINK:
        put_node(w, name, m->node, *(const void *const *)at);
        return;
    case SHAPE_ROW:
    case SHAPE_TEXTS:
    case SHAPE_TRUTHS:
    case SHAPE_DAYS:
    case SHAPE_MANY_OF:
    case SHAPE_MINUTES: put_items(w, m, node); return;
    }
}

static void put_members(Writer *w, ShapeId id, const void *node)
{
    const ShapeNode *shape = shape_node(id);
    for (size_t i = 0; i < shape->count; i++) {
        const ShapeMember *m = &shape->members[i];
        if (m->said || !shape_is_unsaid(id, m, node))
            put_member(w, id, m, node);
    }
}

static void put_node(Writer *w, const char *name, ShapeId id, const void *node)
{
    json_open(&w->json, name, '{');
    put_members(w, id, node);
    json_close(&w->json);
}

bool letter_to_json(const Letter *letter, Buf *out)
{
    Writer w = {.json = json_in(out), .arena = out->arena};
    size_t from = out->len;
    json_open(&w.json, NULL, '{');
    json_number(&w.json, "format", LETTER_JSON_FORMAT);
    put_members(&w, SHAPE_Letter, letter);
    json_close(&w.json);
    return json_done(&w.json) && buf_str(out).len - from <= LETTER_JSON_LARGEST;
}
