/* SPDX-License-Identifier: Apache-2.0 */
#include "door/stage.h"

#include "app/invite.h"
#include "base/clock.h"

#include <sodium.h>

Str stage_password(Arena *arena)
{
    char text[2 * 24 + 1];
    unsigned char bytes[24];
    randombytes_buf(bytes, sizeof bytes);
    return str_copy(
        arena, str_of(sodium_bin2hex(text, sizeof text, bytes, sizeof bytes)));
}

/* Without passwords one steps into people who are made up, and into no others:
 * their own register says so. */
static bool is_made_up(const Government *government, Err *err)
{
    if (government->demo) return true;
    (void)FAIL(err, ERR_DENIED,
               "the government '%.*s' is no demonstration; serve it without "
               "--demo, or simulate one of examples/ (whose government.conf "
               "says \"peragaan = ya;\")",
               STR_ARG(government->code));
    return err_id(err,
                  "pemerintah '%.*s' bukan peragaan; jalankan serve tanpa "
                  "--demo, atau buat peragaan dari examples/ (yang "
                  "government.conf-nya memuat \"peragaan = ya;\")",
                  STR_ARG(government->code));
}

static bool set_government(const DoorHouse *house, Arena *arena, Str code,
                           Str password, Err *err)
{
    LiveView view;
    Str people[CAST_COUNT];
    size_t count = 0;
    if (!live_take(house->live, code, &view, err)) return false;
    Cast cast = cast_of(view.office, live_today(&view));
    for (size_t i = 0; i < CAST_COUNT; i++) {
        if (cast.of[i].index != NO_INDEX)
            people[count++] = view.office->r.people[cast.of[i].index].code;
    }
    AccountWorld world = {house->accounts, &view.office, 1,
                          live_now(house->live), clock_monotonic_ns()};
    bool set = is_made_up(&view.office->government, err) &&
               invite_demo(arena, &world, code, people, count, password, err);
    live_give(&view);
    return set;
}

bool stage_set(const DoorHouse *house, Str password, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    Str *codes = NULL;
    size_t count = 0;
    live_governments(house->live, arena, &codes, &count);
    for (size_t i = 0; i < count; i++) {
        if (!set_government(house, arena, codes[i], password, err))
            return false;
    }
    return true;
}

/* What a person signs in with. */
static Str name_of(const Person *person)
{
    return person->nip.len > 0 ? person->nip : person->local;
}

bool stage_enter(Visit *v, Str person, SignedIn *out, Err *err)
{
    const Register *r = &v->view->office->r;
    uint32_t index = map_find(&r->person_codes, person);
    if (index == NO_INDEX || !v->door->demo) {
        (void)FAIL(err, ERR_DENIED, "nobody of the demonstration");
        return err_id(err, "bukan pegawai peragaan");
    }
    SignInAsked asked = {.government = v->government,
                         .name = name_of(&r->people[index]),
                         .password = v->door->demo_password,
                         .label = visit_label(v),
                         .replaces = v->cookie};
    invite_demo_ready(&v->world, v->government, person);
    return sign_in(v->arena, &v->world, &asked, out, err);
}
