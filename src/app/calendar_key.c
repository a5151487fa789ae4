/* SPDX-License-Identifier: Apache-2.0 */
#include "app/calendar_key.h"

#include "app/kept.h"
#include "app/secret.h"

#define KIND    STR("kalender")
#define PURPOSE "kalender"

/* Two records: of the digest, whose it is; of the person, which digest. */
static Str person_key(Arena *arena, Str person)
{
    return str_format(arena, "orang:%.*s", STR_ARG(person));
}

static bool read_kept(Arena *arena, Store *store, Str government, Str key,
                      Kept *out, bool *found, Err *err)
{
    *out = (Kept){.body = STR("")};
    return store_kept(store, arena, government, KIND, key, &out->body, found,
                      err);
}

typedef struct {
    Arena *arena;
    const CalendarKey *whose;
    /* The old digest goes, the new one comes, and the person's. */
    KeepPut puts[3];
    size_t count; /* no padding behind it: gcc 12 clears the wrong bytes */
} Change;

/* Inside the transaction: who makes two at once has one of them in the end. */
static bool take_old(Store *store, void *context, Err *err)
{
    Change *c = context;
    Kept kept;
    bool found = false;
    if (!read_kept(c->arena, store, c->whose->government,
                   person_key(c->arena, c->whose->person), &kept, &found, err))
        return false;
    Str old = found ? kept_text(&kept, "kunci") : STR("");
    c->puts[0].key = old.len > 0 ? old : STR("-");
    return true;
}

static bool write(Store *store, Change *c, Err *err)
{
    Receipt receipt;
    Intent intent = {.government = c->whose->government,
                     .guard = take_old,
                     .context = c,
                     .keeps = c->puts,
                     .keep_count = (uint32_t)c->count};
    return store_write(store, &intent, &receipt, err);
}

bool calendar_key_make(Arena *arena, Store *store, const CalendarKey *whose,
                       Instant now, Str *token, Err *err)
{
    Str made = secret_token(arena);
    Str digest = secret_digest(arena, PURPOSE, made);
    Buf of = buf_in(arena), mine = buf_in(arena);
    kept_put_text(&of, "pegawai", whose->person);
    kept_put_text(&mine, "kunci", digest);
    kept_put_number(&mine, "dibuat", now.us);
    Change c = {
        .arena = arena,
        .whose = whose,
        .puts = {{KIND, STR("-"), STR("")},
                 {KIND, digest, buf_str(&of)},
                 {KIND, person_key(arena, whose->person), buf_str(&mine)}},
        .count = 3
    };
    if (!write(store, &c, err)) return false;
    *token = made;
    return true;
}

bool calendar_key_find(Arena *arena, Store *store, Str government, Str token,
                       Str *person, bool *found, Err *err)
{
    Kept kept;
    *found = false;
    if (token.len != SECRET_TOKEN) return true;
    if (!read_kept(arena, store, government,
                   secret_digest(arena, PURPOSE, token), &kept, found, err))
        return false;
    if (*found) *person = kept_text(&kept, "pegawai");
    return true;
}

bool calendar_key_made(Arena *arena, Store *store, const CalendarKey *whose,
                       Instant *made, bool *found, Err *err)
{
    Kept kept;
    if (!read_kept(arena, store, whose->government,
                   person_key(arena, whose->person), &kept, found, err))
        return false;
    if (*found) *made = kept_instant(&kept, "dibuat");
    return true;
}

bool calendar_key_end(Arena *arena, Store *store, const CalendarKey *whose,
                      Err *err)
{
    Change c = {
        .arena = arena,
        .whose = whose,
        .puts = {{KIND, STR("-"), STR("")},
                 {KIND, person_key(arena, whose->person), STR("")}},
        .count = 2
    };
    return write(store, &c, err);
}
