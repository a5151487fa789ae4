/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is written as JSON, and the nesting that is refused.
 */
#include "base/json.h"
#include "harness.h"

FACT(values_are_written_with_commas_and_names)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Buf out = buf_in(tmp);
    Json json = json_in(&out);
    json_open(&json, NULL, '{');
    json_text(&json, "a", STR("x"));
    json_open(&json, "b", '[');
    json_number(&json, NULL, -7);
    json_truth(&json, NULL, true);
    json_none(&json, NULL);
    json_open(&json, NULL, '{');
    json_close(&json);
    json_close(&json);
    json_close(&json);
    EXPECT(json_done(&json));
    EXPECT_STR(buf_str(&out), "{\n \"a\": \"x\",\n \"b\": [\n  -7,\n  true,\n  "
                              "null,\n  {}]}\n");
}

FACT(a_line_of_a_log_is_one_line)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Buf out = buf_in(tmp);
    Json json = json_in_a_line(&out);
    json_open(&json, NULL, '{');
    json_text(&json, "a", STR("x\ny"));
    json_open(&json, "b", '[');
    json_number(&json, NULL, 1);
    json_number(&json, NULL, 2);
    json_close(&json);
    json_close(&json);
    EXPECT(json_done(&json));
    EXPECT_STR(buf_str(&out), "{ \"a\": \"x\\u000ay\", \"b\": [ 1, 2]}\n");
}

static const struct {
    Str text;
    const char *want;
} texts[] = {
    {STR_INIT(""),                "\"\""                               },
    {STR_INIT("a\"b\\c"),         "\"a\\\"b\\\\c\""                    },
    {STR_INIT("a\nb\tc\x1f\x7f"), "\"a\\u000ab\\u0009c\\u001f\\u007f\""},
    {STR_INIT("</script>"),       "\"\\u003c/script>\""                },
    {STR_INIT("\xc3\xa9"),        "\"\xc3\xa9\""                       },
};

FACT(texts_are_escaped)
{
    for (size_t i = 0; i < COUNT(texts); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        Buf out = buf_in(tmp);
        Json json = json_in(&out);
        ROW("%zu", i);
        json_text(&json, NULL, texts[i].text);
        EXPECT(json_done(&json));
        EXPECT_STR(buf_str(&out), texts[i].want);
    }
}

/* o a c: open object, array, close; t n: a text with and without name. */
static const struct {
    const char *calls;
    bool whole;
} nested[] = {
    {"",     false},
    {"o",    false},
    {"oc",   true },
    {"occ",  false},
    {"ococ", false},
    {"on",   false},
    {"onc",  false},
    {"otc",  true },
    {"anc",  true },
    {"atc",  false},
    {"c",    false},
    {"n",    true },
    {"nn",   false},
    {"t",    false},
};

FACT(wrong_nesting_is_remembered)
{
    for (size_t i = 0; i < COUNT(nested); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        Buf out = buf_in(tmp);
        Json json = json_in(&out);
        ROW("%s", nested[i].calls);
        for (const char *c = nested[i].calls; *c != '\0'; c++) {
            if (*c == 'o') json_open(&json, NULL, '{');
            if (*c == 'a') json_open(&json, NULL, '[');
            if (*c == 'c') json_close(&json);
            if (*c == 't') json_text(&json, "x", STR("y"));
            if (*c == 'n') json_text(&json, NULL, STR("y"));
        }
        EXPECT(json_done(&json) == nested[i].whole);
    }
}

FACT(too_deep_and_no_utf_8_are_wrong)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Buf out = buf_in(tmp);
    Json deep = json_in(&out);
    for (int i = 0; i <= JSON_DEPTH; i++)
        json_open(&deep, NULL, '[');
    for (int i = 0; i <= JSON_DEPTH; i++)
        json_close(&deep);
    EXPECT(!json_done(&deep));
    Json broken = json_in(&out);
    json_text(&broken, NULL, STR("\xff"));
    EXPECT(!json_done(&broken));
}
