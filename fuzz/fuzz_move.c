/*
 * fuzz_move.c - hostile bytes as the move of a published plan: refused or
 * read, never a crash; what is read is written and read again, the same.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "plan/plan_move.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { PEOPLE = 3 };

static Register register_of(Arena *tmp)
{
    Person *people = NEW(tmp, Person, PEOPLE);
    Register r = {.people = people, .person_count = PEOPLE};
    r.person_codes = map_in(tmp);
    for (uint32_t i = 0; i < PEOPLE; i++) {
        people[i].code = str_format(tmp, "B%05u", i);
        (void)map_put(&r.person_codes, people[i].code, i);
    }
    return r;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Register r = register_of(tmp);
    PlanMove move;
    PlanMove again;
    Err err = {0};
    Buf out = buf_in(tmp);
    Buf twice = buf_in(tmp);
    if (!plan_move_read(tmp, (Str){(const char *)bytes, size}, &r, &move, &err))
        return 0;
    plan_move_write(&move, &r, &out);
    CHECK(plan_move_read(tmp, buf_str(&out), &r, &again, &err));
    plan_move_write(&again, &r, &twice);
    CHECK(str_is(buf_str(&out), buf_str(&twice)));
    return 0;
}
