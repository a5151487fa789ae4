/* SPDX-License-Identifier: Apache-2.0 */
#include "app/account_erase.h"

#include "app/account_part.h"
#include "app/calendar_key.h"

/* ---- one ---------------------------------------------------------------- */

typedef struct {
    Arena *arena;
    Str government, person;
    VEC(KeepPut) gone;
} Erasing;

static void take(Erasing *e, Str kind, Str key)
{
    KeepPut put = {kind, key, STR("")};
    VEC_PUSH(e->arena, &e->gone, put);
}

static bool take_session(void *context, Str key, Str body, Err *err)
{
    Erasing *e = context;
    SessionRecord record;
    Str digest = str_copy(e->arena, key);
    if (!session_read(e->arena, e->government, digest, body, &record, err))
        return false;
    if (str_is(record.person, e->person)) take(e, ACCOUNT_SESSION, digest);
    return true;
}

static void take_record(Erasing *e, const AccountRecord *record)
{
    static const char *const purposes[] = {"sandi", "kode", "pasang"};
    take(e, ACCOUNT_KEPT, e->person);
    take(e, ACCOUNT_ADMINS, e->person);
    if (record->name.len > 0) take(e, ACCOUNT_NAMES, record->name);
    if (record->slip.len > 0) take(e, ACCOUNT_SLIPS, record->slip);
    for (size_t i = 0; i < COUNT(purposes); i++)
        take(e, ACCOUNT_FAILED,
             str_format(e->arena, "%s/%.*s", purposes[i], STR_ARG(e->person)));
}

bool account_erase(Arena *arena, Store *store, Str government, Str person,
                   Err *err)
{
    Erasing e = {.arena = arena, .government = government, .person = person};
    AccountRecord record;
    Receipt receipt;
    bool found = false;
    if (!account_record(arena, store, government, person, &record, &found,
                        err) ||
        !store_kept_each(store, government, ACCOUNT_SESSION, take_session, &e,
                         err))
        return false;
    take_record(&e, &record);
    Intent intent = {.government = government,
                     .keeps = e.gone.at,
                     .keep_count = (uint32_t)e.gone.count};
    CalendarKey calendar = {government, person};
    return store_write(store, &intent, &receipt, err) &&
           calendar_key_end(arena, store, &calendar, err);
}

/* ---- those who have left ------------------------------------------------- */

typedef struct {
    Arena *arena;
    const RecordWorld *world;
    VEC(Str) people;
} Leaving;

static bool has_left(const RecordWorld *world, Str person)
{
    const Register *r = &world->office->r;
    uint32_t index = map_find(&r->person_codes, person);
    if (index == NO_INDEX) return true;
    Date last = r->people[index].window.last;
    return date_before(date_plus(last, ACCOUNT_LEFT_DAYS), world->today);
}

static bool take_left(void *context, Str key, Str body, Err *err)
{
    Leaving *l = context;
    (void)body;
    (void)err;
    if (has_left(l->world, key))
        VEC_PUSH(l->arena, &l->people, str_copy(l->arena, key));
    return true;
}

bool account_retain(Arena *arena, const RecordWorld *world, bool dry,
                    uint64_t *count, Err *err)
{
    Leaving l = {.arena = arena, .world = world};
    Str government = world->office->government.code;
    if (!store_kept_each(world->store, government, ACCOUNT_KEPT, take_left, &l,
                         err))
        return false;
    for (size_t i = 0; !dry && i < l.people.count; i++) {
        if (!account_erase(arena, world->store, government, l.people.at[i],
                           err))
            return false;
    }
    *count = l.people.count;
    return true;
}
