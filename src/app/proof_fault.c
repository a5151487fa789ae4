/* SPDX-License-Identifier: Apache-2.0 */
#include "app/proof_fault.h"

#include "base/num.h"

typedef Str NameFn(Arena *arena, const Demand *demand, uint32_t at, Lang lang);

static Str name_row(Arena *arena, const Demand *d, uint32_t at, Lang lang)
{
    (void)lang;
    if (at >= d->problem.row_count) return STR("");
    PersonId id = d->problem.rows[at].person;
    const Person *person = &d->corpus->r->people[id.index];
    return str_format(arena, "%.*s %.*s", STR_ARG(person->code),
                      STR_ARG(person->name));
}

static Str name_node(Arena *arena, const Demand *d, uint32_t at, Lang lang)
{
    (void)arena, (void)lang;
    if (at >= d->problem.node_count) return STR("");
    return d->corpus->r->units[d->problem.nodes[at].unit.index].name;
}

static Str name_post(Arena *arena, const Demand *d, uint32_t at, Lang lang)
{
    (void)arena, (void)lang;
    if (at >= d->problem.post_count) return STR("");
    return d->corpus->r->counters[d->problem.posts[at].counter.index].name;
}

static Str name_day(Arena *arena, const Demand *d, uint32_t at, Lang lang)
{
    if (at >= d->problem.day_count) return STR("");
    return date_words(arena, d->problem.days[at], lang);
}

static const struct {
    Str word;
    NameFn *name;
} numbered[] = {
    {STR_INIT("row "),  name_row },
    {STR_INIT("node "), name_node},
    {STR_INIT("post "), name_post},
    {STR_INIT("day "),  name_day },
};

/* "row 12" at the start of the text: its name and how long it is there. */
static Str take_name(Arena *arena, const Demand *demand, Str text, Lang lang,
                     size_t *len)
{
    for (size_t i = 0; i < COUNT(numbered); i++) {
        int64_t at = 0;
        size_t end = numbered[i].word.len;
        if (!str_starts(text, numbered[i].word)) continue;
        while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9')
            end++;
        Str digits = str_slice(text, numbered[i].word.len, end);
        if (!num_is(digits, 0, UINT32_MAX - 1, &at)) continue;
        *len = end;
        return numbered[i].name(arena, demand, (uint32_t)at, lang);
    }
    return STR("");
}

/* The sentence with its names; only they, with commas, where `bare`. */
static Str with_names(Arena *arena, const Demand *demand, Str text, Lang lang,
                      bool bare)
{
    Buf out = buf_in(arena);
    for (size_t i = 0, len = 0; i < text.len; i += len) {
        len = 1;
        Str name =
            take_name(arena, demand, str_slice(text, i, text.len), lang, &len);
        if (bare && name.len > 0 && out.len > 0) buf_c(&out, ", ");
        if (name.len > 0)
            buf_put(&out, name);
        else if (!bare)
            buf_put(&out, str_slice(text, i, i + len));
    }
    return buf_str(&out);
}

bool proof_fault(Arena *scratch, const Demand *demand, Err *err)
{
    Str said = str_copy(scratch, str_of(err->text));
    Str named = with_names(scratch, demand, said, LANG_EN, false);
    Str where = with_names(scratch, demand, said, LANG_ID, true);
    Err made = *err;
    (void)FAIL(err, made.kind, "%.*s", STR_ARG(named));
    if (made.id[0] != '\0') return err_id(err, "%s", made.id);
    if (where.len == 0)
        return err_id(err, "bukti di dalam sertifikat tidak cocok dengan "
                           "jadwal");
    return err_id(err, "bukti di dalam sertifikat tidak cocok pada %.*s",
                  STR_ARG(where));
}
