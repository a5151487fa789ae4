/*
 * fuzz_date.c - a date that parses prints as it was written; no text makes the
 * small parsers and folders of base/ stumble.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/date.h"
#include "base/num.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Str text = {(const char *)bytes, size};
    char iso[DATE_TEXT];
    Date date = {0};
    Date again = {0};
    Err err = {0};
    int64_t n = 0;

    if (date_parse(text, &date, &err))
        CHECK(str_is(str_of(date_iso(date, iso)), text));
    if (date_lenient(text, &date)) {
        CHECK(date_parse(str_of(date_iso(date, iso)), &again, &err));
        CHECK(date_is(date, again));
    }
    if (num_parse(text, INT64_MIN, INT64_MAX, &n, &err))
        CHECK(num_is(text, n, n, &n));
    (void)num_hundredths(text, ',', &n);

    Str folded = str_fold(tmp, text);
    CHECK(str_folded_is(text, folded));
    CHECK(str_is(str_fold(tmp, folded), folded));
    CHECK(str_distance(text, folded, 3) == (folded.len > 200 ? 4 : 0));
    CHECK(str_utf8_fault(str_from_windows_1252(tmp, text)) == SIZE_MAX);
    return 0;
}
