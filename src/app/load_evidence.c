/* SPDX-License-Identifier: Apache-2.0 */
/*
 * load_evidence.c - the files of a folder that its facts name: put before the
 * facts are written, one at a time in memory.  One that no fact names goes with
 * the next sweep.
 */
#include "app/load_part.h"
#include "day/evidence.h"

typedef struct {
    Str id, name;
    FactId fact;
} Owner;

static bool read_owner(Str file, Owner *out)
{
    const Str folder = STR(DATA_EVIDENCE "/");
    if (!str_starts(file, folder)) return false;
    Str rest = str_slice(file, folder.len, file.len);
    return str_next(&rest, ',', &out->id) &&
           fact_id_parse(out->id, &out->fact) &&
           str_next(&rest, ',', &out->name) && rest.len == 0 &&
           evidence_is_name(out->name);
}

bool load_evidence_is(Str name)
{
    Owner owner;
    return read_owner(name, &owner);
}

static bool refuse_other(Str file, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "'%.*s' is not what its name says",
               STR_ARG(file));
    return err_id(err, "'%.*s' bukan seperti namanya", STR_ARG(file));
}

static bool is_here(const LoadFacts *facts, Arena *tmp, const Owner *owner,
                    bool *here, Err *err)
{
    Str bytes;
    return store_evidence(
        facts->store, tmp,
        &(EvidenceOf){facts->from->office.government.code, owner->fact},
        owner->name, &bytes, here, err);
}

static bool put(const LoadFacts *facts, Str file, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    const LoadFolder *from = facts->from;
    Owner owner;
    Str bytes, named;
    bool here = false;
    CHECK(read_owner(file, &owner));
    if (map_find(&facts->erased, owner.id) != NO_INDEX) return true;
    if (!is_here(facts, tmp, &owner, &here, err)) return false;
    if (here) return true;
    const char *path = file_path(tmp, from->folder, str_c(tmp, file));
    const char *ending =
        str_c(tmp, str_slice(owner.name, owner.name.len - 3, owner.name.len));
    return file_read(tmp, path, STORE_EVIDENCE_MOST, &bytes, err) &&
           store_evidence_put(
               facts->store, tmp,
               &(EvidenceOf){from->office.government.code, owner.fact}, ending,
               bytes, &named, err) &&
           (str_is(named, owner.name) || refuse_other(file, err));
}

bool load_evidence_put(const LoadFacts *facts, Err *err)
{
    const FileNames *files = &facts->from->evidence;
    for (size_t i = 0; i < files->count; i++) {
        if (!put(facts, files->at[i], err)) return false;
    }
    return true;
}
