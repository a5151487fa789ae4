/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/letter_schema.h"

#include "base/json.h"
#include "base/map.h"
#include "circular/letter_json.h"
#include "circular/shape.h"

typedef struct {
    Json json;
    Arena *arena;
} Writer;

static void put_type(Writer *w, const char *name, const char *type)
{
    json_open(&w->json, name, '{');
    json_text(&w->json, "type", str_of(type));
    json_close(&w->json);
}

static void put_ref(Writer *w, const char *name, ShapeId id)
{
    json_open(&w->json, name, '{');
    json_text(&w->json, "$ref",
              str_format(w->arena, "#/$defs/%s", shape_node(id)->name));
    json_close(&w->json);
}

static void put_date(Writer *w, const char *name)
{
    json_open(&w->json, name, '{');
    json_text(&w->json, "type", STR("string"));
    json_text(&w->json, "format", STR("date"));
    json_close(&w->json);
}

static void put_range(Writer *w, const char *name, int64_t low, int64_t high)
{
    json_open(&w->json, name, '{');
    json_text(&w->json, "type", STR("integer"));
    json_number(&w->json, "minimum", low);
    json_number(&w->json, "maximum", high);
    json_close(&w->json);
}

static void put_choices(Writer *w, const char *name,
                        const ShapeChoices *choices, size_t from)
{
    json_open(&w->json, name, '{');
    json_open(&w->json, "enum", '[');
    for (size_t i = from; i < choices->count; i++)
        json_text(&w->json, NULL, shape_choice(w->arena, choices, i));
    json_close(&w->json);
    json_close(&w->json);
}

/* Each word once: roles and kinds of unit may be called the same. */
static void put_words(Writer *w, const char *name, ShapeId id)
{
    Map seen = map_in(w->arena);
    json_open(&w->json, name, '{');
    json_open(&w->json, "enum", '[');
    for (size_t i = 0; i < shape_words(id); i++) {
        Str word = shape_word_at(id, i);
        if (word.len > 0 && map_put(&seen, word, 1) == NO_INDEX)
            json_text(&w->json, NULL, word);
    }
    json_close(&w->json);
    json_close(&w->json);
}

static void put_items(Writer *w, const ShapeMember *m)
{
    switch ((int)m->kind) {
    case SHAPE_ROW: put_ref(w, "items", m->node); return;
    case SHAPE_TEXTS: put_type(w, "items", "string"); return;
    case SHAPE_TRUTHS: put_type(w, "items", "boolean"); return;
    case SHAPE_DAYS: put_date(w, "items"); return;
    case SHAPE_MANY_OF: put_choices(w, "items", m->choices, 1); return;
    case SHAPE_MINUTES: put_range(w, "items", m->low, m->high); return;
    default: CHECK(false);
    }
}

static void put_row(Writer *w, const char *name, const ShapeMember *m)
{
    json_open(&w->json, name, '{');
    json_text(&w->json, "type", STR("array"));
    put_items(w, m);
    if (m->least > 0) json_number(&w->json, "minItems", m->least);
    json_close(&w->json);
}

static void put_member(Writer *w, ShapeId id, const ShapeMember *m)
{
    const char *name = shape_name(m);
    switch (m->kind) {
    case SHAPE_SPAN: return;
    case SHAPE_TEXT: put_type(w, name, "string"); return;
    case SHAPE_TRUTH: put_type(w, name, "boolean"); return;
    case SHAPE_NUMBER: put_range(w, name, m->low, m->high); return;
    case SHAPE_ONE_OF: put_choices(w, name, m->choices, 0); return;
    case SHAPE_DAY: put_date(w, name); return;
    case SHAPE_WORD: put_words(w, name, id); return;
    case SHAPE_PART:
    case SHAPE_LINK: put_ref(w, name, m->node); return;
    case SHAPE_ROW:
    case SHAPE_TEXTS:
    case SHAPE_TRUTHS:
    case SHAPE_DAYS:
    case SHAPE_MANY_OF:
    case SHAPE_MINUTES: put_row(w, name, m); return;
    }
}

static void put_required(Writer *w, ShapeId id)
{
    const ShapeNode *shape = shape_node(id);
    json_open(&w->json, "required", '[');
    if (id == SHAPE_Letter) json_text(&w->json, NULL, STR("format"));
    for (size_t i = 0; i < shape->count; i++) {
        const ShapeMember *m = &shape->members[i];
        if (m->said) json_text(&w->json, NULL, str_of(shape_name(m)));
    }
    json_close(&w->json);
}

static void put_node(Writer *w, ShapeId id)
{
    const ShapeNode *shape = shape_node(id);
    json_text(&w->json, "type", STR("object"));
    json_open(&w->json, "properties", '{');
    if (id == SHAPE_Letter)
        put_range(w, "format", LETTER_JSON_FORMAT, LETTER_JSON_FORMAT);
    for (size_t i = 0; i < shape->count; i++)
        put_member(w, id, &shape->members[i]);
    json_close(&w->json);
    put_required(w, id);
    json_truth(&w->json, "additionalProperties", false);
}

bool letter_schema(Buf *out)
{
    Writer w = {.json = json_in(out), .arena = out->arena};
    json_open(&w.json, NULL, '{');
    json_text(&w.json, "$schema",
              STR("https://json-schema.org/draft/2020-12/schema"));
    json_text(&w.json, "title", STR("Tata Kerja: a letter"));
    json_text(&w.json, "description",
              STR("The tree of a letter (docs/json.md). Made from "
                  "src/circular/tree.def by build/tools/mkschema."));
    put_node(&w, SHAPE_Letter);
    json_open(&w.json, "$defs", '{');
    for (int id = 0; id < SHAPE_COUNT; id++) {
        if (id == SHAPE_Letter) continue;
        json_open(&w.json, shape_node((ShapeId)id)->name, '{');
        put_node(&w, (ShapeId)id);
        json_close(&w.json);
    }
    json_close(&w.json);
    json_close(&w.json);
    return json_done(&w.json);
}
