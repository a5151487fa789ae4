/*
 * fuzz_recap.c - hostile bytes as a table of facts or as the text of a recap:
 * refused or read, never a crash; what is read is written and read again, the
 * same.
 *
 * The first byte says which: 'f' facts, else a recap.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/data_facts.h"
#include "day/recap_table.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void try_facts(Arena *tmp, Str text)
{
    DataFacts facts;
    DataFacts again;
    Err err = {0};
    Buf out = buf_in(tmp);
    if (!data_facts_read(tmp, STR("f"), text, &facts, &err)) return;
    data_facts_write(facts.at, facts.count, &out);
    CHECK(data_facts_read(tmp, STR("f"), buf_str(&out), &again, &err));
    CHECK(facts.count == again.count);
    for (size_t i = 0; i < facts.count; i++)
        CHECK(fact_is(&facts.at[i], &again.at[i]));
}

static void try_recap(Arena *tmp, Str text)
{
    RecapTable table;
    RecapChanges changes;
    Err err = {0};
    Buf out = buf_in(tmp);
    if (!recap_table_read(tmp, text, &table, &err)) return;
    recap_table_write(&table, &out);
    CHECK(str_is(buf_str(&out), text));
    CHECK(recap_compare(tmp, &table, &table, &changes, &err));
    CHECK(changes.count == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Str text = {(const char *)bytes, size};
    if (size > 0 && bytes[0] == 'f')
        try_facts(tmp, str_slice(text, 1, size));
    else
        try_recap(tmp, text);
    return 0;
}
