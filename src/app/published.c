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

Str published_digest(Arena *arena, Str body, Str proof)
{
    if (proof.len == 0) return data_digest(arena, body);
    Buf both = buf_in(arena);
    buf_put(&both, body);
    buf_put(&both, proof);
    return data_digest(arena, buf_str(&both));
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

const Fact *published_last(const Published *published)
{
    size_t count = published->move_count;
    return count == 0 ? &published->fact : &published->moves[count - 1].fact;
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

/* ---- documents and what facts say of them -------------------------------- */

typedef struct {
    Store *store;
    Office *office;
    const Document *all;
    size_t count;
    DataFacts said; /* every PUBLISH; read when a document came by a load */
    bool walked;
} Kept;

static const Document *named(const Kept *kept, Str name)
{
    for (size_t i = 0; i < kept->count; i++) {
        if (str_is(kept->all[i].name, name)) return &kept->all[i];
    }
    return NULL;
}

static bool walk(Kept *kept, Err *err)
{
    DataFactsWish said = {.government = kept->office->government.code,
                          .zone = kept->office->government.zone,
                          .known = DATE_NEVER,
                          .kinds = UINT64_C(1) << FACT_PUBLISH};
    if (kept->walked) return true;
    kept->walked = true;
    return data_facts(kept->office->arena, kept->store, &said, &kept->said,
                      err);
}

/* The fact that says the document: that which brought it, or, of one that was
 * loaded, that which names it.  *found false: none does. */
static bool said_of(Kept *kept, const Document *doc, Fact *out, bool *found,
                    Err *err)
{
    if (!store_fact(kept->store, kept->office->arena,
                    kept->office->government.code, doc->by, out, found, err))
        return false;
    *found =
        *found && out->kind == FACT_PUBLISH && str_is(out->thing, doc->name);
    if (*found) return true;
    if (!walk(kept, err)) return false;
    for (size_t i = 0; i < kept->said.count && !*found; i++) {
        *out = kept->said.at[i];
        *found = str_is(out->thing, doc->name);
    }
    return true;
}

static bool gap(Str name, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "a published plan is not whole: %.*s is missing; bring back a "
               "backup",
               STR_ARG(name));
    return err_id(err,
                  "jadwal terbit tidak lengkap: %.*s hilang; kembalikan dari "
                  "cadangan",
                  STR_ARG(name));
}

static bool damaged(Str name, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "%.*s is not what was published; bring back a backup",
               STR_ARG(name));
    return err_id(err, "%.*s bukan yang diterbitkan; kembalikan dari cadangan",
                  STR_ARG(name));
}

static bool is_as_said(const Kept *kept, const Fact *fact, Str body, Str proof,
                       Err *err)
{
    Str digest = published_digest(kept->office->arena, body, proof);
    return str_is(fact->evidence, digest) || damaged(fact->thing, err);
}

/* ---- one plan ------------------------------------------------------------ */

static bool take_move(Kept *kept, const Document *doc, PublishedPeople *people,
                      PublishedMove *out, bool *found, Err *err)
{
    if (!said_of(kept, doc, &out->fact, found, err)) return false;
    return !*found ||
           (is_as_said(kept, &out->fact, doc->body, STR(""), err) &&
            published_people_move(people, doc->body, &out->move, err));
}

static bool take_moves(Kept *kept, PublishedPeople *people, Published *p,
                       Err *err)
{
    Arena *arena = kept->office->arena;
    PublishedMove *moves = NEW(arena, PublishedMove, kept->count + 1);
    bool found = true;
    p->moves = moves;
    for (;; p->move_count++) {
        Str name = published_move_name(arena, p, published_version(p) + 1);
        const Document *doc = named(kept, name);
        PublishedMove *move = &moves[p->move_count];
        if (doc == NULL) break;
        if (!take_move(kept, doc, people, move, &found, err)) return false;
        if (!found) break;
        if (move->move.version != p->move_count + 2) return damaged(name, err);
    }
    for (size_t i = 0; i < p->move_count; i++)
        moves[i].move =
            published_people_move_now(people, &moves[i].move, &kept->office->r);
    p->plan = published_people_now(people, &kept->office->r);
    return true;
}

static bool take_plan(Kept *kept, const Document *table, Published *p, Err *err)
{
    Arena *arena = kept->office->arena;
    PublishedPeople people;
    Str beside = published_name(arena, p->days, p->base, ".cert");
    const Document *proof = named(kept, beside);
    if (proof == NULL) return gap(beside, err);
    return is_as_said(kept, &p->fact, table->body, proof->body, err) &&
           published_people_open(arena, table->body, proof->body,
                                 &kept->office->r, &people, err) &&
           take_moves(kept, &people, p, err);
}

/* ---- all of them --------------------------------------------------------- */

static int by_time(const void *a, const void *b)
{
    const Published *x = a;
    const Published *y = b;
    if (x->put.us != y->put.us) return x->put.us < y->put.us ? -1 : 1;
    return fact_id_order(x->fact.id, y->fact.id);
}

static bool take_all(Kept *kept, PublishedList *out, Err *err)
{
    for (size_t i = 0; i < kept->count; i++) {
        const Document *table = &kept->all[i];
        Published p = {.put = table->put};
        bool found = false;
        if (!table_named(table->name, &p)) continue;
        if (!said_of(kept, table, &p.fact, &found, err)) return false;
        if (!found) continue;
        if (!take_plan(kept, table, &p, err)) return false;
        out->at[out->count++] = p;
    }
    if (out->count > 0) qsort(out->at, out->count, sizeof *out->at, by_time);
    return true;
}

bool published_list(Store *store, Office *office, Date known,
                    PublishedList *out, Err *err)
{
    Document *all = NULL;
    Kept kept = {.store = store, .office = office};
    if (!store_documents(store, office->arena, office->government.code,
                         STR(PUBLISHED_KIND), known, &all, &kept.count, err))
        return false;
    kept.all = all;
    *out = (PublishedList){NEW(office->arena, Published, kept.count + 1), 0};
    return take_all(&kept, out, err);
}

/* Published before the day, so that it can have known of it. */
static bool is_ahead(const Published *p, Date day)
{
    return date_before(p->fact.day, day);
}

const Published *published_on(const PublishedList *list, Date day)
{
    const Published *late = NULL;
    for (size_t i = list->count; i-- > 0;) {
        const Published *p = &list->at[i];
        if (!window_has(p->days, day)) continue;
        if (is_ahead(p, day)) return p;
        late = p;
    }
    return late;
}

bool published_join(Arena *arena, const PublishedList *list, Window window,
                    Plan *out)
{
    size_t days = (size_t)window_days(window);
    const Plan **of = NEW(arena, const Plan *, days + 1);
    for (size_t d = 0; d < days; d++) {
        const Published *p =
            published_on(list, date_plus(window.first, (int32_t)d));
        of[d] = p == NULL ? NULL : &p->plan;
    }
    return plan_join(arena, of, window, out);
}

bool published_plan(Store *store, Office *office, Window window, Date known,
                    Plan *out, bool *found, Err *err)
{
    PublishedList list;
    if (!published_list(store, office, known, &list, err)) return false;
    *found = published_join(office->arena, &list, window, out);
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
