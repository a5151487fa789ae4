/* SPDX-License-Identifier: Apache-2.0 */
/*
 * account_find.c - whom a name at the door means: a NIP, a local number or a
 * user name, in one government or in all of a data directory.
 */
#include "app/account_part.h"

enum { NAME_LEAST = 3, NAME_MOST = 30 };

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

bool account_name_fits(Str name)
{
    if (name.len < NAME_LEAST || name.len > NAME_MOST || !is_small(name.ptr[0]))
        return false;
    for (size_t i = 1; i < name.len; i++) {
        char c = name.ptr[i];
        if (!is_small(c) && !(c >= '0' && c <= '9') && c != '.' && c != '_' &&
            c != '-')
            return false;
    }
    return true;
}

static Str capitals(Arena *arena, Str text)
{
    char *out = NEW(arena, char, text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        out[i] = (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
    return (Str){out, text.len};
}

static Str lower(Arena *arena, Str text)
{
    char *out = NEW(arena, char, text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        out[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return (Str){out, text.len};
}

/* Of the register alone. */
static PersonId numbered(Arena *arena, const Register *r, Str name)
{
    Str bare = nip_bare(arena, name);
    uint32_t index = map_find(&r->nips, bare);
    if (index >= r->person_count) index = map_find(&r->locals, bare);
    if (index >= r->person_count)
        index = map_find(&r->locals, capitals(arena, bare));
    if (index >= r->person_count) index = map_find(&r->locals, name);
    return (PersonId){index < r->person_count ? index : NO_INDEX};
}

static bool named(Arena *arena, Store *store, const Office *office, Str name,
                  PersonId *out, Err *err)
{
    Str code = {0};
    bool found = false;
    Str small = lower(arena, name);
    *out = NO_PERSON;
    if (!account_name_fits(small)) return true;
    if (!store_kept(store, arena, office->government.code, ACCOUNT_NAMES, small,
                    &code, &found, err))
        return false;
    if (found) out->index = map_find(&office->r.person_codes, code);
    return true;
}

bool account_owners(Arena *arena, const AccountWorld *world, Str government,
                    Str name, AccountOwner *out, size_t *count, Err *err)
{
    Str asked = str_trim(name);
    size_t found = 0;
    if (asked.len > 100) asked = STR("");
    for (size_t i = 0; i < world->office_count && found < ACCOUNT_OWNERS; i++) {
        const Office *office = world->offices[i];
        if (government.len > 0 && !str_is(office->government.code, government))
            continue;
        PersonId person = numbered(arena, &office->r, asked);
        if (person.index == NO_INDEX &&
            !named(arena, world->accounts->store, office, asked, &person, err))
            return false;
        if (person.index != NO_INDEX)
            out[found++] = (AccountOwner){office, person};
    }
    *count = found;
    return true;
}
