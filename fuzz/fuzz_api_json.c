/*
 * fuzz_api_json.c - hostile bytes as the body of a fact or of presence:
 * refused or read, never a crash; what is read can be written as JSON.
 *
 * The first byte says which: 'p' presence, 'i' an instant, else a fact.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "api/fact_json.h"
#include "api/input.h"
#include "api/presence_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void put(Arena *tmp, const Fact *fact)
{
    Buf out = buf_in(tmp);
    Json json = json_in(&out);
    json_open(&json, NULL, '{');
    api_fact_put(&json, fact);
    json_close(&json);
    CHECK(json_done(&json));
}

static void try_fact(Arena *tmp, Str text)
{
    ApiFact said;
    Err err = {0};
    if (api_fact_read(tmp, text, &said, &err))
        put(tmp, &said.fact);
    else
        CHECK(err.kind != ERR_NONE && err.id[0] != '\0');
}

static void try_presence(Arena *tmp, Str text)
{
    ApiPresence *items = NULL;
    size_t count = 0;
    Err err = {0};
    if (!api_presence_read(tmp, text, &items, &count, &err)) return;
    CHECK(count <= INPUT_ITEMS_MOST);
    for (size_t i = 0; i < count; i++) {
        if (items[i].wrong.kind == ERR_NONE) put(tmp, &items[i].fact);
    }
}

/* Within the years of date.h, a day of offset more or less. */
static void try_instant(Str text)
{
    Instant at;
    if (!input_instant(text, &at)) return;
    int64_t days = at.us / INT64_C(86400000000);
    CHECK(days > -26000 && days < 85000);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Str text = {(const char *)bytes, size};
    Str rest = str_slice(text, 1, size);
    if (size > 0 && bytes[0] == 'p')
        try_presence(tmp, rest);
    else if (size > 0 && bytes[0] == 'i')
        try_instant(rest);
    else
        try_fact(tmp, text);
    return 0;
}
