/*
 * fuzz_draft.c - hostile bytes as a kept draft: refused or read, never a
 * crash; what is read is written and read again, the same.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/draft_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { PEOPLE = 3 };

static Register register_of(Arena *tmp)
{
    Person *people = NEW(tmp, Person, PEOPLE);
    Unit *unit = NEW(tmp, Unit, 1);
    UnitId *agency = NEW(tmp, UnitId, 1);
    Register r = {.people = people,
                  .person_count = PEOPLE,
                  .units = unit,
                  .unit_count = 1,
                  .agency_of = agency};
    unit->parent = NO_UNIT;
    r.person_codes = map_in(tmp);
    for (uint32_t i = 0; i < PEOPLE; i++) {
        people[i].code = str_format(tmp, "B%05u", i);
        (void)map_put(&r.person_codes, people[i].code, i);
    }
    return r;
}

static Draft draft_in(Arena *tmp, const Register *r)
{
    Date first, last;
    CHECK(date_of(2020, 8, 1, &first) && date_of(2020, 8, 31, &last));
    return draft_none(tmp, r, (UnitId){0}, (Window){first, last});
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Register r = register_of(tmp);
    Draft draft = draft_in(tmp, &r), again = draft_in(tmp, &r);
    Err err = {0};
    Buf out = buf_in(tmp), twice = buf_in(tmp);
    if (!draft_read((Str){(const char *)bytes, size}, &r, &draft, &err))
        return 0;
    draft_write(&draft, &r, &out);
    CHECK(draft_read(buf_str(&out), &r, &again, &err));
    draft_write(&again, &r, &twice);
    CHECK(str_is(buf_str(&out), buf_str(&twice)));
    return 0;
}
