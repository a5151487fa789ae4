/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"
#include "circular/letter_json.h"
#include "circular/parse.h"
#include "circular/print.h"
#include "circular/whole.h"

#include <jansson.h>

/*
 * The way back: each member of the JSON goes where its row of tree.def says;
 * what no row names, what is of another kind and what a node lacks are errors
 * with their place.
 */

/* Where in the JSON: the member of the node above, or an item of its row. */
typedef struct Path Path;
struct Path {
    const Path *above;
    const char *member; /* NULL: an item */
    size_t item;
};

typedef struct {
    Arena *arena;
    Err *err;
} From;

static bool take_node(const From *f, const Path *path, ShapeId id,
                      json_t *value, void *node);

/* ---- faults ---------------------------------------------------------------
 */

enum { PATH_SHOWN = 200 };

static void put_path(Buf *out, const Path *path)
{
    if (path == NULL) return;
    put_path(out, path->above);
    if (path->member == NULL)
        buf_format(out, "[%zu]", path->item);
    else
        buf_format(out, "%s%s", out->len > 0 ? "." : "", path->member);
}

/* Of a long path the end is told. */
static Str shown_path(const From *f, const Path *path)
{
    Buf out = buf_in(f->arena);
    put_path(&out, path);
    Str whole = buf_str(&out);
    if (whole.len == 0) return STR("$");
    size_t from = whole.len > PATH_SHOWN ? whole.len - PATH_SHOWN : 0;
    while (from < whole.len && ((unsigned char)whole.ptr[from] & 0xc0) == 0x80)
        from++;
    return str_slice(whole, from, whole.len);
}

static bool wrong(const From *f, const Path *path, Str id, Str en)
{
    Str at = shown_path(f, path);
    (void)FAIL(f->err, ERR_INPUT, "%.*s: %.*s", STR_ARG(at), STR_ARG(en));
    return err_id(f->err, "%.*s: %.*s", STR_ARG(at), STR_ARG(id));
}

static bool missing(const From *f, const Path *path, const char *member)
{
    const Path at = {.above = path, .member = member};
    return wrong(f, &at, STR("tidak ada, padahal diperlukan"),
                 STR("is missing and needed here"));
}

/* ---- single values --------------------------------------------------------
 */

static bool take_text(const From *f, const Path *path, const json_t *value,
                      Str *out)
{
    if (json_typeof(value) != JSON_STRING)
        return wrong(f, path, STR("harus berupa teks"), STR("is to be a text"));
    *out = str_copy(f->arena,
                    (Str){json_string_value(value), json_string_length(value)});
    return true;
}

static bool take_truth(const From *f, const Path *path, const json_t *value,
                       bool *out)
{
    json_type type = json_typeof(value);
    if (type != JSON_TRUE && type != JSON_FALSE)
        return wrong(f, path, STR("harus true atau false"),
                     STR("is to be true or false"));
    *out = type == JSON_TRUE;
    return true;
}

static bool take_number(const From *f, const Path *path, const json_t *value,
                        int64_t low, int64_t high, int64_t *out)
{
    int64_t n = json_integer_value(value);
    if (json_typeof(value) != JSON_INTEGER || n < low || n > high)
        return wrong(
            f, path,
            str_format(f->arena, "harus bilangan bulat %lld sampai %lld",
                       (long long)low, (long long)high),
            str_format(f->arena, "is to be a whole number from %lld to %lld",
                       (long long)low, (long long)high));
    *out = n;
    return true;
}

static bool take_choice(const From *f, const Path *path, const json_t *value,
                        const ShapeChoices *choices, int64_t *out)
{
    Str name = {0};
    if (!take_text(f, path, value, &name)) return false;
    if (shape_choice_find(choices, name, out)) return true;
    return wrong(
        f, path,
        str_format(f->arena, "bukan salah satu dari %s", choices->type),
        str_format(f->arena, "is none of %s", choices->type));
}

static bool take_day(const From *f, const Path *path, const json_t *value,
                     Date *out)
{
    Str text = {0};
    Err ignored = {0};
    if (!take_text(f, path, value, &text)) return false;
    if (date_parse(text, out, &ignored)) return true;
    return wrong(f, path, STR("bukan tanggal seperti 2020-08-03"),
                 STR("is no date like 2020-08-03"));
}

static bool take_word(const From *f, const Path *path, ShapeId id,
                      const json_t *value, void *node)
{
    Str word = {0};
    if (!take_text(f, path, value, &word)) return false;
    if (shape_word_find(id, node, word)) return true;
    return wrong(f, path, STR("bukan kata yang dikenal di tempat ini"),
                 STR("is no word that is known here"));
}

/* ---- rows -----------------------------------------------------------------
 */

static bool take_item(const From *f, const Path *path, const ShapeMember *m,
                      json_t *value, void *item)
{
    int64_t n = 0;
    switch ((int)m->kind) {
    case SHAPE_ROW: return take_node(f, path, m->node, value, item);
    case SHAPE_TEXTS: return take_text(f, path, value, item);
    case SHAPE_TRUTHS: return take_truth(f, path, value, item);
    case SHAPE_DAYS: return take_day(f, path, value, item);
    case SHAPE_MANY_OF:
        if (!take_choice(f, path, value, m->choices, &n)) return false;
        *(Where *)item = (Where)n;
        return n > 0 || wrong(f, path, STR("tidak menyebut apa pun"),
                              STR("names nothing"));
    case SHAPE_MINUTES:
        if (!take_number(f, path, value, m->low, m->high, &n)) return false;
        *(int16_t *)item = (int16_t)n;
        return true;
    default: CHECK(false);
    }
}

/* Rows that lie side by side are as long as the first of them. */
static bool is_long_enough(const From *f, const Path *path,
                           const ShapeMember *m, size_t count, uint32_t given)
{
    if (m->kind == SHAPE_MINUTES && count % 2 != 0)
        return wrong(f, path, STR("harus berpasangan: dari, sampai"),
                     STR("is to be of pairs: from, to"));
    if (m->beside && count != given)
        return wrong(f, path, STR("harus sepanjang deret di sampingnya"),
                     STR("is to be as long as the row beside it"));
    if (count >= m->least) return true;
    return wrong(f, path, STR("tidak boleh kosong"), STR("must not be empty"));
}

static bool take_row(const From *f, const Path *path, const ShapeMember *m,
                     const json_t *value, void *node)
{
    uint32_t *count = (void *)((char *)node + m->count_at);
    const void **at = (void *)((char *)node + m->at);
    size_t items = json_array_size(value);
    if (json_typeof(value) != JSON_ARRAY)
        return wrong(f, path, STR("harus berupa deret"), STR("is to be a row"));
    if (!is_long_enough(f, path, m, items, *count)) return false;
    char *row = arena_bytes(f->arena, items, m->size, _Alignof(max_align_t));
    for (size_t i = 0; i < items; i++) {
        const Path item = {.above = path, .item = i};
        if (!take_item(f, &item, m, json_array_get(value, i),
                       row + i * m->size))
            return false;
    }
    *at = row;
    *count = (uint32_t)(m->kind == SHAPE_MINUTES ? items / 2 : items);
    return true;
}

/* ---- nodes ----------------------------------------------------------------
 */

static bool take_link(const From *f, const Path *path, const ShapeMember *m,
                      json_t *value, void *node)
{
    const ShapeNode *shape = shape_node(m->node);
    const void **at = (void *)((char *)node + m->at);
    void *inside = arena_bytes(f->arena, 1, shape->size, shape->align);
    if (!take_node(f, path, m->node, value, inside)) return false;
    *at = inside;
    return true;
}

static bool take_member(const From *f, const Path *path, ShapeId id,
                        const ShapeMember *m, json_t *value, void *node)
{
    void *at = (char *)node + m->at;
    int64_t n = 0;
    bool read = true;
    switch (m->kind) {
    case SHAPE_SPAN: return true;
    case SHAPE_TEXT: return take_text(f, path, value, at);
    case SHAPE_TRUTH: return take_truth(f, path, value, at);
    case SHAPE_DAY: return take_day(f, path, value, at);
    case SHAPE_WORD: return take_word(f, path, id, value, node);
    case SHAPE_PART: return take_node(f, path, m->node, value, at);
    case SHAPE_LINK: return take_link(f, path, m, value, node);
    case SHAPE_ROW:
    case SHAPE_TEXTS:
    case SHAPE_TRUTHS:
    case SHAPE_DAYS:
    case SHAPE_MANY_OF:
    case SHAPE_MINUTES: return take_row(f, path, m, value, node);
    case SHAPE_NUMBER:
        read = take_number(f, path, value, m->low, m->high, &n);
        break;
    case SHAPE_ONE_OF:
        read = take_choice(f, path, value, m->choices, &n);
        break;
    }
    if (read) shape_put_value(m, node, n);
    return read;
}

/* What stands for a member that is not there. */
static bool take_unsaid(const From *f, const Path *path, ShapeId id,
                        const ShapeMember *m, void *node)
{
    bool word = m->kind == SHAPE_WORD && shape_word(id, node).len > 0;
    if (m->said || word) return missing(f, path, shape_name(m));
    if (!m->beside) return true;
    const void **at = (void *)((char *)node + m->at);
    uint32_t count = *(uint32_t *)(void *)((char *)node + m->count_at);
    *at = arena_bytes(f->arena, count, m->size, _Alignof(max_align_t));
    return true;
}

static bool is_member(const ShapeNode *shape, const char *name, bool whole)
{
    for (size_t i = 0; i < shape->count; i++) {
        const ShapeMember *m = &shape->members[i];
        if (m->kind != SHAPE_SPAN &&
            str_is(str_of(shape_name(m)), str_of(name)))
            return true;
    }
    return whole && str_is(str_of(name), STR("format"));
}

static bool are_members(const From *f, const Path *path, ShapeId id,
                        json_t *value)
{
    const ShapeNode *shape = shape_node(id);
    for (void *at = json_object_iter(value); at != NULL;
         at = json_object_iter_next(value, at)) {
        const char *name = json_object_iter_key(at);
        const Path member = {.above = path, .member = name};
        if (is_member(shape, name, path == NULL)) continue;
        return wrong(f, &member,
                     str_format(f->arena, "tidak dikenal di %s", shape->name),
                     str_format(f->arena, "is no member of %s", shape->name));
    }
    return true;
}

static bool take_node(const From *f, const Path *path, ShapeId id,
                      json_t *value, void *node)
{
    const ShapeNode *shape = shape_node(id);
    if (json_typeof(value) != JSON_OBJECT)
        return wrong(f, path, STR("harus berupa objek"),
                     STR("is to be an object"));
    if (!are_members(f, path, id, value)) return false;
    shape_blank(id, node);
    for (size_t i = 0; i < shape->count; i++) {
        const ShapeMember *m = &shape->members[i];
        const Path member = {.above = path, .member = shape_name(m)};
        if (m->kind == SHAPE_SPAN) continue;
        json_t *given = json_object_get(value, shape_name(m));
        if (given == NULL ? !take_unsaid(f, path, id, m, node)
                          : !take_member(f, &member, id, m, given, node))
            return false;
    }
    const char *lacks = whole_lacks(id, node);
    return lacks == NULL || missing(f, path, lacks);
}

/* ---- the whole ------------------------------------------------------------
 */

static bool take_format(const From *f, const json_t *value)
{
    const Path path = {.member = "format"};
    int64_t n = 0;
    const json_t *format = json_object_get(value, "format");
    if (!json_is_object(value))
        return wrong(f, NULL, STR("harus berupa objek"),
                     STR("is to be an object"));
    if (format == NULL) return missing(f, NULL, path.member);
    return take_number(f, &path, format, LETTER_JSON_FORMAT, LETTER_JSON_FORMAT,
                       &n);
}

static void give_back(json_t **value)
{
    json_decref(*value);
}

static bool load(Str json, json_t **out, Err *err)
{
    json_error_t fault;
    if (json.len > LETTER_JSON_LARGEST) {
        (void)FAIL(err, ERR_LIMIT, "the JSON is larger than %d bytes",
                   LETTER_JSON_LARGEST);
        return err_id(err, "JSON lebih besar dari %d byte",
                      LETTER_JSON_LARGEST);
    }
    if (json_is_deeper(json, LETTER_JSON_DEEPEST)) {
        (void)FAIL(err, ERR_INPUT, "the JSON nests deeper than %d",
                   LETTER_JSON_DEEPEST);
        return err_id(err, "JSON bersarang lebih dalam dari %d",
                      LETTER_JSON_DEEPEST);
    }
    *out = json_loadb(json.ptr, json.len, JSON_REJECT_DUPLICATES, &fault);
    if (*out != NULL) return true;
    (void)FAIL(err, ERR_INPUT, "this is no JSON, at line %d, column %d: %s",
               fault.line, fault.column, fault.text);
    return err_id(err, "ini bukan JSON, pada baris %d, kolom %d", fault.line,
                  fault.column);
}

/* Would the text of a letter say the same? */
static bool is_said(Arena *arena, const Letter *letter, Str shown, Diags *diags,
                    Err *err)
{
    Buf text = buf_in(arena);
    Letter again = {0};
    Source *source = NEW(arena, Source, 1);
    letter_print(letter, letter->lang, &text);
    *source = (Source){shown, buf_str(&text)};
    if (!letter_parse(arena, source, &again, diags)) {
        (void)FAIL(err, ERR_INPUT, "the letter that '%.*s' holds has faults",
                   STR_ARG(shown));
        return err_id(err, "surat yang dimuat '%.*s' berisi kesalahan",
                      STR_ARG(shown));
    }
    if (tree_is(letter, &again)) return true;
    (void)FAIL(err, ERR_INPUT, "'%.*s' says what no letter can say",
               STR_ARG(shown));
    return err_id(err, "'%.*s' memuat yang tidak dapat ditulis dalam surat",
                  STR_ARG(shown));
}

bool letter_from_json(Arena *arena, Str json, Str shown, Letter *out,
                      Diags *diags, Err *err)
{
    const From f = {arena, err};
    AUTO(give_back) json_t *value = NULL;
    Letter letter = {0};
    if (!load(json, &value, err) || !take_format(&f, value) ||
        !take_node(&f, NULL, SHAPE_Letter, value, &letter) ||
        !is_said(arena, &letter, shown, diags, err))
        return false;
    *out = letter;
    return true;
}
