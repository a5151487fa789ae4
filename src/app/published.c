/* SPDX-License-Identifier: Apache-2.0 */
#include "app/published.h"

#include "app/published_people.h"
#include "base/num.h"
#include "plan/plan_join.h"

#include <stdlib.h>

enum { DAYS_LEN = 21 }; /* two dates and what parts them */

/* ---- names -------------------------------------------------------------- */

Str published_name(Arena *arena, Window days, uint32_t base, const char *ending)
{
    char first[DATE_TEXT], last[DATE_TEXT];
    return str_format(arena, "%s_%s.%u%s", date_iso(days.first, first),
                      date_iso(days.last, last), base, ending);
}

Str published_move_name(Arena *arena, const Published *published,
                        uint32_t version)
{
    return str_format(arena, "%.*s-%04u.pindah", STR_ARG(published->name),
                      version);
}

bool published_has(Store *store, Arena *arena, Str government, Str name,
                   bool *out, Err *err)
{
    Document unused;
    return store_document(store, arena, government, STR(PUBLISHED_KIND), name,
                          DATE_NEVER, &unused, out, err);
}

uint32_t published_version(const Published *published)
{
    return (uint32_t)published->move_count + 1;
}

/* Days and number in the name of a table; false for anything else. */
static bool table_named(Str name, Published *out)
{
    Err ignored = {0};
    int64_t base = 0;
    Str ending = STR(".csv");
    if (name.len < DAYS_LEN + ending.len || !str_ends(name, ending))
        return false;
    out->name = str_slice(name, 0, name.len - ending.len);
    Str number = str_slice(out->name, DAYS_LEN + 1, out->name.len);
    if (!date_parse(str_slice(name, 0, 10), &out->days.first, &ignored) ||
        !date_parse(str_slice(name, 11, DAYS_LEN), &out->days.last, &ignored) ||
        !num_is(number, 1, UINT32_MAX, &base))
        return false;
    out->base = (uint32_t)base;
    return true;
}

/* ---- one plan ------------------------------------------------------------ */

typedef struct {
    Office *office;
    const Document *all;
    size_t count;
} Kept;

static const Document *named(const Kept *kept, Str name)
{
    for (size_t i = 0; i < kept->count; i++) {
        if (str_is(kept->all[i].name, name)) return &kept->all[i];
    }
    return NULL;
}

static bool gap(const Published *p, Str name, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "the plan %.*s is not whole: %.*s is missing",
               STR_ARG(p->name), STR_ARG(name));
    return err_id(err, "jadwal %.*s tidak lengkap: %.*s hilang",
                  STR_ARG(p->name), STR_ARG(name));
}

static bool take_move(const Document *doc, PublishedPeople *people,
                      Published *p, PublishedMove *out, Err *err)
{
    if (!published_people_move(people, doc->body, &out->move, err))
        return false;
    if (out->move.version != p->move_count + 2) return gap(p, doc->name, err);
    out->put = doc->put;
    out->by = doc->by;
    p->move_count++;
    return true;
}

static bool take_moves(const Kept *kept, PublishedPeople *people, Published *p,
                       Err *err)
{
    Arena *arena = kept->office->arena;
    PublishedMove *moves = NEW(arena, PublishedMove, kept->count + 1);
    p->moves = moves;
    for (;;) {
        Str name = published_move_name(arena, p, published_version(p) + 1);
        const Document *doc = named(kept, name);
        if (doc == NULL) break;
        if (!take_move(doc, people, p, &moves[p->move_count], err))
            return false;
    }
    for (size_t i = 0; i < p->move_count; i++)
        moves[i].move =
            published_people_move_now(people, &moves[i].move, &kept->office->r);
    p->plan = published_people_now(people, &kept->office->r);
    return true;
}

static bool take_table(const Kept *kept, const Document *table, Published *p,
                       Err *err)
{
    Arena *arena = kept->office->arena;
    PublishedPeople people;
    p->put = table->put;
    p->by = table->by;
    Str beside = published_name(arena, p->days, p->base, ".cert");
    const Document *proof = named(kept, beside);
    if (proof == NULL) return gap(p, beside, err);
    return published_people_open(arena, table->body, proof->body,
                                 &kept->office->r, &people, err) &&
           take_moves(kept, &people, p, err);
}

/* ---- all of them --------------------------------------------------------- */

static int by_put(const void *a, const void *b)
{
    const Published *x = a;
    const Published *y = b;
    if (x->put.us != y->put.us) return x->put.us < y->put.us ? -1 : 1;
    return date_before(x->days.first, y->days.first) ? -1 : 1;
}

/* These days were not published again. */
static bool is_last(const Kept *kept, const Published *p)
{
    Str next =
        published_name(kept->office->arena, p->days, p->base + 1, ".csv");
    return named(kept, next) == NULL;
}

bool published_list(Store *store, Office *office, Date known,
                    PublishedList *out, Err *err)
{
    Document *all = NULL;
    Kept kept = {.office = office};
    if (!store_documents(store, office->arena, office->government.code,
                         STR(PUBLISHED_KIND), known, &all, &kept.count, err))
        return false;
    kept.all = all;
    *out = (PublishedList){NEW(office->arena, Published, kept.count + 1), 0};
    for (size_t i = 0; i < kept.count; i++) {
        Published p = {0};
        if (!table_named(all[i].name, &p) || !is_last(&kept, &p)) continue;
        if (!take_table(&kept, &all[i], &p, err)) return false;
        out->at[out->count++] = p;
    }
    if (out->count > 0) qsort(out->at, out->count, sizeof *out->at, by_put);
    return true;
}

bool published_told(Store *store, Office *office, const Fact *publish,
                    PersonId person, bool *out, Err *err)
{
    Document document;
    bool found = false;
    *out = str_ends(publish->thing, STR(".csv"));
    if (*out) return true;
    if (!store_document(store, office->arena, office->government.code,
                        STR(PUBLISHED_KIND), publish->thing, DATE_NEVER,
                        &document, &found, err))
        return false;
    Str code = office->r.people[person.index].code;
    *out = found && published_people_told(document.body, code);
    return true;
}

const Published *published_on(const PublishedList *list, Date day)
{
    for (size_t i = list->count; i-- > 0;) {
        if (window_has(list->at[i].days, day)) return &list->at[i];
    }
    return NULL;
}

bool published_plan(Store *store, Office *office, Window window, Date known,
                    Plan *out, bool *found, Err *err)
{
    PublishedList list;
    if (!published_list(store, office, known, &list, err)) return false;
    const Plan **parts = NEW(office->arena, const Plan *, list.count + 1);
    for (size_t i = 0; i < list.count; i++)
        parts[i] = &list.at[i].plan;
    *found = plan_join(office->arena, parts, list.count, window, out);
    return true;
}
