/* SPDX-License-Identifier: Apache-2.0 */
#include "door/houses.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/num.h"

#define DATA_FILE "tata-kerja.db"

/* ---- the folders -----------------------------------------------------------
 */

typedef VEC(const char *) Folders;

static bool is_data(Arena *arena, const char *folder)
{
    return file_exists(file_path(arena, folder, DATA_FILE));
}

static bool find_folders(Arena *arena, const char *data, Folders *out, Err *err)
{
    FileNames names = {0};
    if (is_data(arena, data)) {
        VEC_PUSH(arena, out, data);
        return true;
    }
    if (!file_list(arena, data, STR(""), &names, err)) return false;
    for (size_t i = 0; i < names.count; i++) {
        const char *folder = file_path(arena, data, str_c(arena, names.at[i]));
        if (is_data(arena, folder)) VEC_PUSH(arena, out, folder);
    }
    if (out->count > 0) return true;
    (void)FAIL(err, ERR_INPUT,
               "'%s' is no data directory and holds none; load a government "
               "first: tatakerja load",
               data);
    return err_id(err,
                  "'%s' bukan folder data dan tidak memuatnya; muat dahulu "
                  "sebuah pemerintah daerah: tatakerja load",
                  data);
}

/* ---- the clock of a demonstration ------------------------------------------
 */

static bool take_received(void *context, uint64_t number, const Fact *fact,
                          Err *err)
{
    Instant *last = context;
    (void)number;
    (void)err;
    if (fact->received.us > last->us) *last = fact->received;
    return true;
}

/* "tk-journal GOVERNMENT NUMBER ...": the place of the last record. */
static bool last_number(Store *store, Arena *arena, Str government,
                        uint64_t *out, Err *err)
{
    Str head, word;
    int64_t number = 0;
    if (!store_head(store, arena, government, &head, err)) return false;
    for (int i = 0; i < 3; i++) {
        if (!str_next(&head, ' ', &word))
            return FAIL(err, ERR_IO, "a head of the journal is not whole");
    }
    if (!num_parse(word, 1, INT64_MAX, &number, err)) return false;
    *out = (uint64_t)number;
    return true;
}

static bool last_instant(Store *store, Instant *out, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Str *codes = NULL;
    size_t count = 0;
    *out = (Instant){0};
    if (!store_governments(store, arena, &codes, &count, err)) return false;
    for (size_t i = 0; i < count; i++) {
        uint64_t number = 0;
        if (!last_number(store, arena, codes[i], &number, err)) return false;
        FactQuery query = {
            .government = codes[i], .days = WINDOW_ALL, .after = number - 1};
        if (!store_facts(store, arena, &query, take_received, out, err))
            return false;
    }
    return true;
}

/* A second after the last that is here. */
static bool set_clock(const HousesWish *wish, Store *store, int64_t *ahead,
                      Err *err)
{
    Instant last;
    *ahead = 0;
    if (!wish->demo) return true;
    if (!last_instant(store, &last, err)) return false;
    *ahead = (last.us - clock_now().us) / 1000000 + 1;
    return true;
}

/* ---- a house ----------------------------------------------------------------
 */

static void close_house(DoorHouse *house)
{
    live_close(house->live);
    accounts_close(house->accounts);
    store_close(house->store);
    *house = (DoorHouse){0};
}

static bool open_house(const HousesWish *wish, const char *folder,
                       DoorHouse *out, Err *err)
{
    StoreWish store = {.folder = folder, .write = true};
    AccountsWish accounts = {.demo = wish->demo, .stage = wish->demo};
    LiveWish live = {0};
    *out = (DoorHouse){0};
    if (!store_open(&store, &out->store, err)) return false;
    live.store = out->store;
    if (set_clock(wish, out->store, &live.ahead_seconds, err) &&
        live_open(&live, &out->live, err)) {
        out->accounts = accounts_open(out->store, &accounts);
        return true;
    }
    close_house(out);
    return false;
}

bool houses_open(Arena *arena, const HousesWish *wish, Houses *out, Err *err)
{
    Folders folders = {0};
    if (!find_folders(arena, wish->data, &folders, err)) return false;
    Houses made = {NEW(arena, DoorHouse, folders.count + 1), 0};
    for (size_t i = 0; i < folders.count; i++) {
        if (!open_house(wish, folders.at[i], &made.at[made.count], err)) {
            houses_close(&made);
            return err_in(err, "opening '%s'", folders.at[i]);
        }
        made.count++;
    }
    *out = made;
    return true;
}

void houses_close(Houses *houses)
{
    for (size_t i = 0; i < houses->count; i++)
        close_house(&houses->at[i]);
    houses->count = 0;
}
