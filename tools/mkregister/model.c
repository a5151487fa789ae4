/* SPDX-License-Identifier: Apache-2.0 */
#include "model.h"

Date day(const char *iso)
{
    Date date = {0};
    Err err = {0};
    bool parsed = date_parse(str_of(iso), &date, &err);
    CHECK(parsed);
    return date;
}

Model model_of(Arena *arena, const Example *example)
{
    Model m = {0};
    m.arena = arena;
    m.example = example;
    m.period = (Window){day(example->first), day(example->last)};
    m.codes = map_in(arena);
    m.nips = map_in(arena);
    return m;
}

Rand model_rand(const Model *m, const char *step)
{
    return rand_named(
        str_format(m->arena, "%.*s/%s", STR_ARG(m->example->code), step));
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

Str model_slug(Arena *arena, Str name)
{
    enum { LONG = 40 };
    Str folded = str_fold(arena, name);
    Buf out = buf_in(arena);
    bool gap = false;
    for (size_t i = 0; i < folded.len; i++) {
        if (!is_letter(folded.ptr[i])) {
            gap = out.len > 0;
            continue;
        }
        if (gap && out.len >= LONG) break;
        if (gap) buf_char(&out, '-');
        gap = false;
        buf_char(&out, folded.ptr[i]);
    }
    return buf_str(&out);
}

Str model_free_code(Model *m, Str stem, Str name)
{
    Str slug = model_slug(m->arena, name);
    Str base = stem.len == 0 ? slug
                             : str_format(m->arena, "%.*s-%.*s", STR_ARG(stem),
                                          STR_ARG(slug));
    Str code = base;
    for (int n = 2; map_find(&m->codes, code) != NO_INDEX; n++)
        code = str_format(m->arena, "%.*s-%d", STR_ARG(base), n);
    return code;
}

uint32_t model_unit(Model *m, UnitRow row)
{
    uint32_t at = (uint32_t)m->units.count;
    CHECK(map_find(&m->codes, row.code) == NO_INDEX);
    row.agency = row.work_unit = at;
    if (row.parent != NO_INDEX && !row.is_agency)
        row.agency = m->units.at[row.parent].agency;
    if (row.parent != NO_INDEX && !row.is_work_unit)
        row.work_unit = m->units.at[row.parent].work_unit;
    if (row.week == 0) row.week = 5;
    VEC_PUSH(m->arena, &m->units, row);
    (void)map_put(&m->codes, row.code, at);
    return at;
}

uint32_t model_post(Model *m, PostRow row)
{
    uint32_t at = (uint32_t)m->posts.count;
    row.code = str_format(m->arena, "P%04u", at + 1);
    row.holder = NO_INDEX;
    VEC_PUSH(m->arena, &m->posts, row);
    return at;
}

uint32_t model_find(const Model *m, const char *code)
{
    uint32_t unit = map_find(&m->codes, str_of(code));
    CHECK(unit != NO_INDEX);
    return unit;
}

bool model_is_under(const Model *m, uint32_t unit, uint32_t ancestor)
{
    while (unit != NO_INDEX && unit != ancestor)
        unit = m->units.at[unit].parent;
    return unit == ancestor;
}

uint32_t model_head_post(const Model *m, uint32_t unit)
{
    uint32_t i = 0;
    while (i < m->posts.count &&
           !(m->posts.at[i].unit == unit && m->posts.at[i].head))
        i++;
    CHECK(i < m->posts.count);
    return i;
}
