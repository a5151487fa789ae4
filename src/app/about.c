/* SPDX-License-Identifier: Apache-2.0 */
#include "app/about.h"

#include "app/account_part.h"

#define MAY(role) (1U << (ACCESS_##role##_ROLE))

typedef struct {
    Arena *arena;
    const Person *person;
    VEC(Fact) facts;
    VEC(AboutDocument) documents;
} Gathering;

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
    Gathering *f = context;
    Str code = f->person->code;
    (void)number;
    (void)err;
    if (str_is(fact->person, code) || str_is(fact->actor, code) ||
        str_is(fact->thing, code) || is_listed(fact->list, code))
        VEC_PUSH(f->arena, &f->facts, *fact);
    return true;
}

/* ---- documents ----------------------------------------------------------- */

static bool is_part_of_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

/* As a word of its own: "B1" is not in "B12". */
static bool mentions(Str body, Str what)
{
    for (size_t from = 0; what.len > 1;) {
        size_t at = str_find(body, what, from);
        if (at == SIZE_MAX) return false;
        size_t end = at + what.len;
        if ((at == 0 || !is_part_of_word(body.ptr[at - 1])) &&
            (end == body.len || !is_part_of_word(body.ptr[end])))
            return true;
        from = at + 1;
    }
    return false;
}

static bool take_kind(Gathering *f, const RecordWorld *world, Str kind,
                      Err *err)
{
    Document *all = NULL;
    size_t count = 0;
    if (!store_documents(world->store, f->arena, world->office->government.code,
                         kind, DATE_NEVER, &all, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (mentions(all[i].body, f->person->code) ||
            mentions(all[i].body, f->person->nip) ||
            mentions(all[i].body, f->person->local))
            VEC_PUSH(f->arena, &f->documents,
                     ((AboutDocument){all[i].kind, all[i].name}));
    }
    return true;
}

static bool take_documents(Gathering *f, const RecordWorld *world, Err *err)
{
    if (!take_kind(f, world, DATA_FILE_KIND, err)) return false;
    for (size_t i = 0; i < data_archive_kind_count; i++) {
        if (!take_kind(f, world, str_of(data_archive_kinds[i]), err))
            return false;
    }
    return true;
}

/* ---- the account --------------------------------------------------------- */

typedef struct {
    Arena *arena;
    Str government, person;
    uint32_t count;
} Sessions;

static bool count_session(void *context, Str key, Str body, Err *err)
{
    Sessions *s = context;
    SessionRecord record;
    if (!session_read(s->arena, s->government, key, body, &record, err))
        return false;
    s->count += str_is(record.person, s->person);
    return true;
}

static Date day_of(const RecordWorld *world, Instant at)
{
    return at.us == 0 ? DATE_NEVER
                      : zone_day(world->office->government.zone, at);
}

static Str state_of(const AccountRecord *record)
{
    AccountState state = account_is_open(record)   ? ACCOUNT_OPEN
                         : record->stopped.us != 0 ? ACCOUNT_STOPPED
                                                   : ACCOUNT_INVITED;
    return account_state_word(state, LANG_ID);
}

static bool take_account(Arena *arena, const RecordWorld *world, Str person,
                         AboutAccount *out, Err *err)
{
    AccountRecord record = {0};
    Sessions s = {.arena = arena,
                  .government = world->office->government.code,
                  .person = person};
    bool found = false;
    if (!account_record(arena, world->store, s.government, person, &record,
                        &found, err) ||
        !store_kept_each(world->store, s.government, ACCOUNT_SESSION,
                         count_session, &s, err))
        return false;
    *out = (AboutAccount){
        .there = found,
        .state = state_of(&record),
        .name = record.name,
        .made = day_of(world, record.made),
        .changed = day_of(world, record.changed),
        .entered = day_of(world, record.entered),
        .codes = record.secret.len > 0,
        .admin = record.admin,
        .sessions = s.count,
    };
    return true;
}

/* ---- the whole ----------------------------------------------------------- */

static bool nobody(Err *err)
{
    (void)FAIL(err, ERR_ABSENT, "the register has no such person");
    return err_id(err, "pegawai itu tidak ada di register");
}

bool about_person(Arena *arena, const RecordWorld *world, Str actor, Str person,
                  About *out, Err *err)
{
    const Register *r = &world->office->r;
    uint32_t index = map_find(&r->person_codes, person);
    FactQuery query = {.government = world->office->government.code,
                       .days = WINDOW_ALL};
    if (index == NO_INDEX) return nobody(err);
    Gathering found = {.arena = arena, .person = &r->people[index]};
    AboutAccount account = {0};
    if (!may(world, actor, (PersonId){index}, err) ||
        !store_facts(world->store, arena, &query, take_fact, &found, err) ||
        !take_documents(&found, world, err) ||
        !take_account(arena, world, person, &account, err))
        return false;
    *out = (About){.r = r,
                   .person = {index},
                   .account = account,
                   .facts = found.facts.at,
                   .fact_count = found.facts.count,
                   .documents = found.documents.at,
                   .document_count = found.documents.count};
    return true;
}
