/* SPDX-License-Identifier: Apache-2.0 */
/*
 * load_facts.c - the facts of a folder that is loaded.
 *
 * There may be millions, in many files: so each file is read when it is its
 * turn and let go again, first to check it, then to see which of its facts are
 * new, then to write those.
 */
#include "app/load_part.h"

#include <stdlib.h>

/* ---- in the order of receipt -------------------------------------------- */

static int by_receipt(const void *a, const void *b)
{
    const Fact *x = a;
    const Fact *y = b;
    if (x->received.us != y->received.us)
        return x->received.us < y->received.us ? -1 : 1;
    return fact_id_order(x->id, y->id);
}

/* A table written by hand may say one time of several, which then follow each
 * other by a microsecond, as in any journal. */
static void sort_receipts(Fact *facts, size_t count)
{
    if (count < 2) return;
    qsort(facts, count, sizeof *facts, by_receipt);
    for (size_t i = 1; i < count; i++) {
        if (facts[i].received.us <= facts[i - 1].received.us)
            facts[i].received.us = facts[i - 1].received.us + 1;
    }
}

/* Those that say when they were received, sorted; `wanted` NULL: all. */
static DataFacts earlier_of(Arena *arena, const DataFacts *facts,
                            const bool *wanted)
{
    DataFacts out = {NEW(arena, Fact, facts->count + 1), 0};
    for (size_t i = 0; i < facts->count; i++) {
        if (facts->at[i].received.us != 0 && (wanted == NULL || wanted[i]))
            out.at[out.count++] = facts->at[i];
    }
    sort_receipts(out.at, out.count);
    return out;
}

/* ---- first: is it all well formed? -------------------------------------- */

typedef struct {
    LoadFolder *from;
    VEC(LoadPart) parts;
    VEC(Fact) said;
    VEC(FactId) ids;
    Instant last; /* received in the files before */
} Checking;

/* In memory that outlives its file. */
static bool keep(Arena *arena, const Fact *fact, Fact *out, Err *err)
{
    Buf text = buf_in(arena);
    fact_write(fact, &text);
    return fact_read(arena, buf_str(&text), out, err);
}

static bool keep_said(Checking *c, const DataFacts *facts, Err *err)
{
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *fact = &facts->at[i];
        Fact kept;
        VEC_PUSH(c->from->arena, &c->ids, fact->id);
        if (fact->kind != FACT_PUBLISH && fact->kind != FACT_DOCUMENT) continue;
        if (!keep(c->from->arena, fact, &kept, err)) return false;
        VEC_PUSH(c->from->arena, &c->said, kept);
    }
    return true;
}

static bool refuse_order(Str name, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "'%.*s' holds a fact that was received before the last of the "
               "file before it; sort by diterima over all files",
               STR_ARG(name));
    return err_id(err,
                  "'%.*s' memuat fakta yang diterima sebelum fakta terakhir "
                  "berkas sebelumnya; urutkan menurut diterima di semua berkas",
                  STR_ARG(name));
}

static bool take_part(Checking *c, Str name, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    DataPart part = {0};
    if (!data_parts_read(tmp, c->from->folder, name, &part, err)) return false;
    DataFacts earlier = earlier_of(tmp, &part.facts, NULL);
    if (earlier.count > 0 && earlier.at[0].received.us <= c->last.us)
        return refuse_order(name, err);
    if (earlier.count > 0) c->last = earlier.at[earlier.count - 1].received;
    LoadPart kept = {name, str_copy(c->from->arena, part.digest),
                     part.facts.count};
    VEC_PUSH(c->from->arena, &c->parts, kept);
    return keep_said(c, &part.facts, err);
}

static int by_id(const void *a, const void *b)
{
    return fact_id_order(*(const FactId *)a, *(const FactId *)b);
}

static bool refuse_twice(FactId id, Err *err)
{
    char text[FACT_ID_TEXT];
    (void)fact_id_text(id, text);
    (void)FAIL(err, ERR_INPUT, DATA_FACTS_FILE ": the id %s stands twice",
               text);
    return err_id(err, DATA_FACTS_FILE ": id %s ada dua kali", text);
}

static bool ids_once(FactId *ids, size_t count, Err *err)
{
    if (count < 2) return true;
    qsort(ids, count, sizeof *ids, by_id);
    for (size_t i = 1; i < count; i++) {
        if (fact_id_is(ids[i], ids[i - 1])) return refuse_twice(ids[i], err);
    }
    return true;
}

/* One file: of its bytes; several: of their digests, so that none need be in
 * memory with another. */
static Str digest_of(Arena *arena, const LoadPart *parts, size_t count)
{
    Buf all = buf_in(arena);
    if (count == 0) return STR("");
    if (count == 1) return parts[0].digest;
    for (size_t i = 0; i < count; i++)
        buf_format(&all, "%.*s  %.*s\n", STR_ARG(parts[i].digest),
                   STR_ARG(parts[i].name));
    return data_digest(arena, buf_str(&all));
}

bool load_facts_read(LoadFolder *from, Err *err)
{
    Checking c = {.from = from};
    FileNames names = {0};
    if (!data_parts_list(from->arena, from->folder, &names, err)) return false;
    for (size_t i = 0; i < names.count; i++) {
        if (!take_part(&c, names.at[i], err)) return false;
    }
    if (!ids_once(c.ids.at, c.ids.count, err)) return false;
    from->parts = c.parts.at;
    from->part_count = c.parts.count;
    from->said = (DataFacts){c.said.at, c.said.count};
    from->facts_digest = digest_of(from->arena, c.parts.at, c.parts.count);
    return true;
}

/* ---- again: the same bytes ---------------------------------------------- */

static bool read_again(const LoadFacts *facts, size_t i, Arena *arena,
                       DataPart *out, Err *err)
{
    const LoadPart *part = &facts->from->parts[i];
    if (!data_parts_read(arena, facts->from->folder, part->name, out, err))
        return false;
    if (str_is(out->digest, part->digest)) return true;
    (void)FAIL(err, ERR_STALE, "'%.*s' was changed while it was loaded",
               STR_ARG(part->name));
    return err_id(err, "'%.*s' berubah selagi dimuat", STR_ARG(part->name));
}

/* ---- second: what is new? ----------------------------------------------- */

static bool is_taken(Str file, FactId id, Err *err)
{
    char text[FACT_ID_TEXT];
    (void)fact_id_text(id, text);
    (void)FAIL(err, ERR_STALE,
               "%.*s: the id %s stands for another fact in the data; a fact is "
               "never changed, correct it by another",
               STR_ARG(file), text);
    return err_id(err,
                  "%.*s: id %s sudah dipakai untuk fakta lain di dalam data; "
                  "fakta tidak pernah diubah, perbaiki dengan koreksi",
                  STR_ARG(file), text);
}

/* Facts that were erased are not brought back. */
static bool is_new(const LoadFacts *facts, Arena *tmp, Str file,
                   const Fact *fact, bool *out, Err *err)
{
    Str government = facts->from->office.government.code;
    Fact old = {0};
    bool found = false;
    char text[FACT_ID_TEXT];
    Str id = str_of(fact_id_text(fact->id, text));
    if (!store_fact(facts->store, tmp, government, fact->id, &old, &found, err))
        return false;
    if (found && !fact_is(&old, fact)) return is_taken(file, fact->id, err);
    *out = !found && map_find(&facts->erased, id) == NO_INDEX;
    return true;
}

static bool compare_part(LoadFacts *facts, size_t i, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Arena *arena = facts->from->arena;
    DataPart part = {0};
    if (!read_again(facts, i, tmp, &part, err)) return false;
    bool *fresh = NEW(arena, bool, part.facts.count + 1);
    for (size_t f = 0; f < part.facts.count; f++) {
        const Fact *fact = &part.facts.at[f];
        Fact kept;
        if (!is_new(facts, tmp, part.name, fact, &fresh[f], err)) return false;
        if (!fresh[f]) {
            facts->same++;
        } else if (fact->received.us != 0) {
            facts->earlier++;
        } else {
            if (!keep(arena, fact, &kept, err)) return false;
            VEC_PUSH(arena, &facts->others, kept);
        }
    }
    facts->fresh[i] = fresh;
    return true;
}

bool load_facts_compare(LoadFacts *facts, Err *err)
{
    size_t count = facts->from->part_count;
    facts->fresh = NEW(facts->from->arena, bool *, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (!compare_part(facts, i, err)) return false;
    }
    return true;
}

/* ---- third: those that are new ------------------------------------------ */

bool load_facts_feed(void *context, Arena *arena, const Fact **out,
                     uint32_t *count, Err *err)
{
    LoadFacts *facts = context;
    DataFacts earlier = {0};
    while (earlier.count == 0 && facts->next < facts->from->part_count) {
        size_t i = facts->next++;
        DataPart part = {0};
        if (!read_again(facts, i, arena, &part, err)) return false;
        earlier = earlier_of(arena, &part.facts, facts->fresh[i]);
    }
    *out = earlier.at;
    *count = (uint32_t)earlier.count;
    return true;
}
