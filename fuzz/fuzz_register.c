/*
 * fuzz_register.c - whatever stands in a table of people, the import makes a
 * register or tells faults, never both and never neither.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "register/import.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    ImportFile tables[TABLE_COUNT] = {
        [TABLE_PEOPLE] = {STR("people.csv"), {(const char *)bytes, size}},
    };
    Register made = {0};
    Faults faults = {.arena = tmp};
    Diags remarks = diags_in(tmp);
    Buf out = buf_in(tmp);
    bool whole = import_register(tmp, tables, &made, &faults, &remarks);
    CHECK(whole == (faults.count == 0));
    CHECK(whole == (made.units != NULL));
    faults_print(&faults, LANG_EN, &out);
    for (uint32_t i = 0; whole && i < made.person_count; i++)
        (void)person_superior(&made, (PersonId){i}, (Date){18000});
    return 0;
}
