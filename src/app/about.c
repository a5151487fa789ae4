/* SPDX-License-Identifier: Apache-2.0 */
#include "app/about.h"

#include "app/data_facts.h"

#define MAY(role) (1U << (ACCESS_##role##_ROLE))

typedef struct {
    Arena *arena;
    Str code;
    VEC(Fact) facts;
} Finding;

/* ---- who may ------------------------------------------------------------- */

static bool may(const RecordWorld *world, Str actor, PersonId person, Err *err)
{
    AccessWorld who = {&world->office->r, &world->office->government};
    AccessAsked asked = {
        .actor = actor, .person = person, .unit = NO_UNIT, .day = world->today};
    if ((access_roles(&who, &asked) & (MAY(SELF) | MAY(BOARD))) != 0)
        return true;
    (void)FAIL(err, ERR_DENIED,
               "all about a person is for themself and the personnel board");
    return err_id(err, "semua data tentang seseorang hanya untuk orang itu dan "
                       "badan kepegawaian");
}

/* ---- facts --------------------------------------------------------------- */

static bool is_listed(Str list, Str code)
{
    Str piece = {0};
    while (str_next(&list, '|', &piece)) {
        if (str_is(piece, code)) return true;
    }
    return false;
}

static bool take_fact(void *context, uint64_t number, const Fact *fact,
                      Err *err)
{
    Finding *f = context;
    (void)number;
    (void)err;
    if (str_is(fact->person, f->code) || str_is(fact->actor, f->code) ||
        str_is(fact->thing, f->code) || is_listed(fact->list, f->code))
        VEC_PUSH(f->arena, &f->facts, *fact);
    return true;
}

/* ---- files --------------------------------------------------------------- */

static bool mentions(Str body, Str what)
{
    return what.len > 2 && str_find(body, what, 0) != SIZE_MAX;
}

static size_t put_files(const DataFiles *files, const Person *person, Buf *out)
{
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++) {
        const Document *file = &files->documents[i];
        if (!mentions(file->body, person->code) &&
            !mentions(file->body, person->nip) &&
            !mentions(file->body, person->local))
            continue;
        buf_format(out, "  %.*s\n", STR_ARG(file->name));
        count++;
    }
    return count;
}

/* ---- the whole ----------------------------------------------------------- */

static void put_row(const Register *r, const Person *person, Lang lang,
                    Buf *out)
{
    Str unit = r->units[person->unit.index].name;
    bool en = lang == LANG_EN;
    buf_format(out, "%s: %.*s\n", en ? "code" : "kode", STR_ARG(person->code));
    buf_format(out, "%s: %.*s\n", en ? "name" : "nama", STR_ARG(person->name));
    buf_format(out, "NIP: %.*s\n", STR_ARG(person->nip));
    buf_format(out, "%s: %.*s\n", en ? "local number" : "nomor lokal",
               STR_ARG(person->local));
    buf_format(out, "%s: %.*s\n", en ? "post" : "jabatan",
               STR_ARG(person->title));
    buf_format(out, "unit: %.*s\n", STR_ARG(unit));
    buf_c(out, en ? "files that mention the person:\n"
                  : "berkas yang menyebut orang ini:\n");
}

bool about_person(Arena *arena, const RecordWorld *world, Str actor, Str person,
                  Lang lang, About *out, Err *err)
{
    const Register *r = &world->office->r;
    uint32_t index = map_find(&r->person_codes, person);
    Finding found = {.arena = arena, .code = person};
    DataFiles files = {0};
    Buf text = buf_in(arena);
    Buf table = buf_in(arena);
    Str government = world->office->government.code;
    FactQuery query = {.government = government, .days = WINDOW_ALL};
    if (index == NO_INDEX) {
        (void)FAIL(err, ERR_ABSENT, "the register has no such person");
        return err_id(err, "pegawai itu tidak ada di register");
    }
    if (!may(world, actor, (PersonId){index}, err) ||
        !store_facts(world->store, arena, &query, take_fact, &found, err) ||
        !data_berkas(arena, world->store, government, DATE_NEVER, &files, err))
        return false;
    put_row(r, &r->people[index], lang, &text);
    size_t mentioned = put_files(&files, &r->people[index], &text);
    buf_format(&text, "%s: %zu\n", lang == LANG_EN ? "facts" : "fakta",
               found.facts.count);
    data_facts_write(found.facts.at, found.facts.count, &table);
    *out =
        (About){buf_str(&text), buf_str(&table), found.facts.count, mentioned};
    return true;
}
