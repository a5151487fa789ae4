/*
 * test_letter_json.c - a letter as JSON: the same tree there and back, for all
 * letters and forms; what is refused, and where; the schema and the table of
 * members say what tree.h says.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/file.h"
#include "base/vec.h"
#include "circular/letter_json.h"
#include "circular/letter_schema.h"
#include "circular/shape.h"
#include "circular/words.h"
#include "each_letter.h"
#include "harness.h"
#include "schema_check.h"

/* ---- there and back -------------------------------------------------------
 */

static Str json_of(Arena *arena, const Letter *letter)
{
    Buf out = buf_in(arena);
    EXPECT(letter_to_json(letter, &out));
    return buf_str(&out);
}

static bool read_json(Arena *arena, Str json, Letter *out, Str *fault)
{
    Err err = {0};
    Diags diags = diags_in(arena);
    Buf said = buf_in(arena);
    *fault = STR("");
    if (letter_from_json(arena, json, STR("a.json"), out, &diags, &err))
        return true;
    diags_print(&diags, LANG_EN, &said);
    *fault = str_format(arena, "%s\n%.*s", err.text, STR_ARG(buf_str(&said)));
    return false;
}

static void expect_same(Arena *arena, const Letter *letter, Str text)
{
    Letter again = {0};
    Str fault = {0};
    Str json = json_of(arena, letter);
    (void)text;
    (void)read_json(arena, json, &again, &fault);
    EXPECT_STR(fault, "");
    EXPECT(tree_is(letter, &again));
    EXPECT_INT(again.lang, letter->lang);
    EXPECT_STR(json_of(arena, &again), json);
}

FACT(letters_are_the_same_there_and_back)
{
    each_letter(expect_same);
}

FACT(every_form_is_the_same_there_and_back)
{
    each_form(expect_same);
}

/* ---- the schema -----------------------------------------------------------
 */

static json_t *schema;

static void open_schema(Arena *arena)
{
    Str text = {0};
    Err err = {0};
    json_error_t fault;
    EXPECT(file_read(arena, "docs/letter.schema.json", 1 << 20, &text, &err));
    schema = json_loadb(text.ptr, text.len, 0, &fault);
    EXPECT(schema != NULL);
}

FACT(the_schema_in_the_manual_is_that_of_the_code)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Buf out = buf_in(arena);
    Str text = {0};
    Err err = {0};
    EXPECT(file_read(arena, "docs/letter.schema.json", 1 << 20, &text, &err));
    EXPECT(letter_schema(&out));
    EXPECT(str_is(buf_str(&out), text)); /* build/tools/mkschema makes it */
}

static Str misfit_of(Arena *arena, Str json)
{
    json_error_t fault;
    json_t *value = json_loadb(json.ptr, json.len, 0, &fault);
    EXPECT(value != NULL);
    Str bad = schema_misfit(arena, schema, value);
    json_decref(value);
    return bad;
}

static void expect_fit(Arena *arena, const Letter *letter, Str text)
{
    (void)text;
    EXPECT_STR(misfit_of(arena, json_of(arena, letter)), "");
}

FACT(what_is_written_fits_the_schema)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    open_schema(arena);
    each_letter(expect_fit);
    each_form(expect_fit);
    json_decref(schema);
}

/* ---- what is refused ------------------------------------------------------
 */

#define HEAD "{\"format\": 1, \"lang\": \"id\", \"kind\": \"circular\""
#define BODY                                                                \
    ", \"number\": \"1/2026\", \"rules\": [{\"number\": \"1\", \"title\": " \
    "\"a\", \"sentences\": [{\"paragraph\": \"1\", \"subject\": \"who\", "  \
    "\"who\": {\"groups\": [{\"terms\": [{\"kind\": \"staff_all\", "        \
    "\"value\": \"pegawai\"}]}]}, "
#define AT_HOME \
    "\"pred\": \"place\", \"strength\": \"must\", \"where\": [\"home\"]"
#define END     "}]}]}"
#define IN_RULE "rules[0].sentences[0]."

static const struct {
    const char *json, *said;
    bool fits; /* the schema alone cannot tell */
} wrong[] = {
    {"", "this is no JSON, at line 1", true},
    {"[1]", "$: is to be an object", false},
    {"{}", "format: is missing and needed here", false},
    {"{\"format\": 2}", "format: is to be a whole number from 1 to 1", false},
    {"{\"format\": \"1\"}", "format: is to be a whole number", false},
    {"{\"format\": 1, \"format\": 1}", "duplicate object key", true},
    {"{\"format\": 1, \"lang\": \"id\"}", "kind: is missing", false},
    {"{\"format\": 1, \"lang\": \"jv\", \"kind\": \"circular\"}",
     "lang: is none of Lang", false},
    {"{\"format\": 1, \"lang\": \"ID\", \"kind\": \"circular\"}",
     "lang: is none of Lang", false},
    {HEAD ", \"nomor\": \"1\"}", "nomor: is no member of Letter", false},
    {HEAD ", \"head\": 1}", "head: is no member of Letter", false},
    {HEAD ", \"number\": 1}", "number: is to be a text", false},
    {HEAD ", \"number\": null}", "number: is to be a text", false},
    {HEAD ", \"number\": \"a\\u0000b\"}", "this is no JSON", true},
    {HEAD ", \"number\": \"a\xff\"}", "this is no JSON", true},
    {HEAD ", \"number_missing\": 1}", "number_missing: is to be true or false",
     false},
    {HEAD ", \"enacted\": \"2020-02-30\"}", "enacted: is no date like", false},
    {HEAD ", \"enacted\": \"..\"}", "enacted: is no date like", false},
    {HEAD ", \"rules\": {}}", "rules: is to be a row", false},
    {HEAD ", \"rules\": [[]]}", "rules[0]: is to be an object", false},
    {HEAD ", \"valid\": {\"weekdays\": 128}}",
     "valid.weekdays: is to be a whole number from 0 to 127", false},
    {HEAD ", \"valid\": {\"weekdays\": 1.5}}",
     "valid.weekdays: is to be a whole number", false},
    {HEAD ", \"valid\": {\"window\": 1}}", "valid.window: is no member of When",
     false},
    {HEAD ", \"valid\": {\"lasting\": {\"number\": 3}}}",
     "valid.lasting: is missing", true},
    {HEAD ", \"covering\": {\"groups\": [{}]}}",
     "covering.groups[0].terms: is missing", true},
    {HEAD ", \"covering\": {\"groups\": [{\"terms\": []}]}}",
     "covering.groups[0].terms: must not be empty", false},
    {HEAD ", \"covering\": {}}", "covering.groups: is missing", true},
    {HEAD
     ", \"covering\": {\"groups\": [{\"terms\": [{\"kind\": \"staff\"}]}]}}",
     "covering.groups[0].terms[0].value: is missing", true},
    {HEAD ", \"covering\": {\"groups\": [{\"terms\": [{\"kind\": \"staff\", "
          "\"value\": \"lurah\"}]}]}}",
     "covering.groups[0].terms[0].value: is no word that is known here", true},
    {HEAD
     ", \"covering\": {\"groups\": [{\"terms\": [{\"kind\": \"name\"}]}]}}",
     "covering.groups[0].terms[0].name: is missing", true},
    {HEAD BODY "\"pred\": \"place\"" END, IN_RULE "where: is missing", true},
    {HEAD BODY "\"pred\": \"place\", \"where\": [\"none\"]" END,
     IN_RULE "where[0]: names nothing", false},
    {HEAD BODY "\"pred\": \"do\"" END, IN_RULE "verb: is missing", true},
    {HEAD BODY "\"pred\": \"do\", \"verb\": \"terbang\"" END,
     IN_RULE "verb: is no word that is known here", false},
    {HEAD BODY "\"pred\": \"scope\"" END, IN_RULE "object: is missing", true},
    {HEAD BODY AT_HOME ", \"tails\": [{\"kind\": \"to\"}]" END,
     IN_RULE "tails[0].who: is missing", true},
    {HEAD BODY AT_HOME ", \"tails\": [{\"kind\": \"within\"}]" END,
     IN_RULE "tails[0].duration: is missing", true},
    {HEAD BODY AT_HOME ", \"tails\": [{\"kind\": \"clock\"}]" END,
     IN_RULE "tails[0].clock: is missing", true},
    {HEAD BODY AT_HOME
     ", \"tails\": [{\"kind\": \"clock\", \"clock\": [1]}]" END,
     IN_RULE "tails[0].clock: is to be of pairs", true},
    {HEAD BODY AT_HOME ", \"tails\": [{\"kind\": \"deadline\"}]" END,
     IN_RULE "tails[0].duration: is missing", true},
    {HEAD BODY AT_HOME ", \"frames\": [{\"kind\": \"each\"}]" END,
     IN_RULE "frames[0].who: is missing", true},
    {HEAD ", \"valid\": {\"weekdays\": -1}}",
     "valid.weekdays: is to be a whole number from 0 to 127", false},
    {HEAD ", \"valid\": {\"after\": {\"number\": 3}}}",
     "valid.after: is missing", true},
    {HEAD ", \"covering\": {\"except\": {\"groups\": [{\"terms\": [{\"kind\": "
          "\"staff_all\", \"value\": \"pegawai\"}]}]}}}",
     "covering: is missing", true},
    {HEAD ", \"share_base\": {\"except\": {\"groups\": [{\"terms\": "
          "[{\"kind\": \"staff_all\", \"value\": \"pegawai\"}]}]}}}",
     "share_base: is missing", true},
    {HEAD ", \"share_base\": {\"each\": [{\"kind\": \"other\"}], \"except\": "
          "{\"groups\": [{\"terms\": [{\"kind\": \"staff_all\", \"value\": "
          "\"pegawai\"}]}]}}}",
     "share_base.groups: is missing", true},
    {HEAD ", \"covering\": {\"groups\": [{\"terms\": [{\"kind\": "
          "\"staff_all\", \"value\": 1}]}]}}",
     "terms[0].value: is to be a text", false},
    {HEAD BODY AT_HOME
     ", \"tails\": [{\"kind\": \"deadline\", \"when\": {\"given\": true}}]" END,
     IN_RULE "tails[0].duration: is missing", true},
    {HEAD BODY "\"pred\": \"count\", \"where\": [\"office\"], \"amount\": "
               "{\"compare\": \"at_most\", \"set_by_other\": true}" END,
     IN_RULE "amount.setter: is missing", true},
    {HEAD ", \"share_base\": {\"groups\": [{\"terms\": [{\"kind\": "
          "\"staff_all\", \"value\": \"pegawai\", \"limits\": [{\"kind\": "
          "\"mark\", \"marks\": [\"hamil\"], \"quoted\": []}]}]}]}}",
     "limits[0].quoted: is to be as long as the row beside it", true},
    /* what a letter cannot say */
    {HEAD
     ", \"number\": \"1/2026\", \"rules\": [{\"number\": \"1\", \"title\": "
     "\"a\", \"sentences\": [{\"paragraph\": \"1\", \"subject\": \"who\", "
     "\"who\": {\"groups\": [{\"terms\": [{\"kind\": \"role\", \"value\": "
     "\"lurah\", \"limits\": [{\"kind\": \"units\", \"units\": {\"groups\": "
     "[{\"terms\": [{\"kind\": \"name\", \"name\": \"Dinas Sosial\"}]}]}}]}, "
     "{\"kind\": \"role\", \"value\": \"camat\"}]}]}, " AT_HOME END,
     "has faults", true},
    {HEAD "}", "has faults", true},
    {HEAD BODY AT_HOME ", \"tails\": [{\"kind\": \"base\", \"who\": "
                       "{\"groups\": [{\"terms\": [{\"kind\": \"staff_all\", "
                       "\"value\": \"pegawai\"}]}]}}]" END,
     "cocok-02", true},
    {HEAD BODY "\"pred\": \"recorded_do\", \"strength\": \"must\", \"text\": "
               "\"a\\\" wajib \\\"b\"" END,
     "has faults", true},
    {HEAD BODY AT_HOME ", \"topic\": \"a\"" END, "says what no letter can say",
     true},
    {HEAD BODY AT_HOME ", \"comments\": [\"a\\nb\"]" END, "has faults", true},
};

FACT(what_is_no_letter_is_refused_with_its_place)
{
    AUTO(arena_done) Arena *all = arena_open(1 << 16);
    open_schema(all);
    for (size_t i = 0; i < COUNT(wrong); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Letter letter = {0};
        Str fault = {0};
        Str json = str_of(wrong[i].json);
        ROW("%s", wrong[i].json);
        EXPECT(!read_json(arena, json, &letter, &fault));
        EXPECT_HAS(fault, wrong[i].said);
        if (!wrong[i].fits) EXPECT(misfit_of(arena, json).len > 0);
    }
    json_decref(schema);
}

FACT(the_least_letter_is_read)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Letter letter = {0};
    Str fault = {0};
    EXPECT(read_json(arena, STR(HEAD BODY AT_HOME END), &letter, &fault));
    EXPECT_STR(fault, "");
    EXPECT_HAS(letter_text(arena, &letter, LANG_EN),
               "(1) Staff must be at home.");
}

static Str repeated(Arena *arena, const char *piece, size_t times)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < times; i++)
        buf_c(&out, piece);
    return buf_str(&out);
}

/* Of a name that is too long to tell the end is told, in whole letters. */
FACT(a_long_path_is_cut_between_letters)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Letter letter = {0};
    Str fault = {0};
    Str name = repeated(arena, "\xc3\xa9", 150);
    Str json = str_format(arena, HEAD ", \"%.*sa\": 1}", STR_ARG(name));
    EXPECT(!read_json(arena, json, &letter, &fault));
    EXPECT_HAS(fault, "\xc3\xa9"
                      "a: is no member of Letter");
    EXPECT_INT((int64_t)str_utf8_fault(fault), -1);
}

FACT(a_letter_that_makes_too_much_json_is_not_written)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Str most = repeated(arena, "aaaaaaaaaaaaaaaa", LETTER_JSON_LARGEST / 16);
    Letter letter = {.title = most};
    Buf out = buf_in(arena);
    EXPECT(!letter_to_json(&letter, &out));
    letter.title.len /= 2;
    Buf half = buf_in(arena);
    EXPECT(letter_to_json(&letter, &half));
}

FACT(what_is_too_deep_or_too_large_is_refused_before_it_is_read)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Letter letter = {0};
    Str fault = {0};
    EXPECT(!read_json(arena, repeated(arena, "[", 100000), &letter, &fault));
    EXPECT_HAS(fault, "the JSON nests deeper than 512");
    Str large = repeated(arena, "          ", LETTER_JSON_LARGEST / 10 + 1);
    EXPECT(!read_json(arena, large, &letter, &fault));
    EXPECT_HAS(fault, "the JSON is larger than 33554432 bytes");
}

/* As deep as a sentence may nest: units in units. */
FACT(the_deepest_sentence_is_the_same_there_and_back)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    for (size_t deep = 1; deep < 80; deep++) {
        Letter letter = {0};
        ROW("%zu", deep);
        Str text = str_format(
            arena,
            "surat edaran 1\n\naturan 1 \"a\"\nPegawai pada seksi A%.*s wajib "
            "di rumah.\n",
            STR_ARG(repeated(arena, " pada bidang B", deep)));
        Str faults = letter_faults(arena, text, &letter);
        if (faults.len == 0)
            expect_same(arena, &letter, text);
        else
            EXPECT_HAS(faults, "baca-04");
    }
}

/* ---- the table of members is that of tree.h -------------------------------
 */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (c >= '0' && c <= '9');
}

/* The text without what stands in comments. */
static Str without_comments(Arena *arena, Str text)
{
    Buf out = buf_in(arena);
    while (text.len > 0) {
        size_t from = str_find(text, STR("/*"), 0);
        buf_put(&out, str_slice(text, 0, from));
        if (from == SIZE_MAX) break;
        text = str_slice(text, str_find(text, STR("*/"), from) + 2, text.len);
    }
    return buf_str(&out);
}

static Str last_name(Str text)
{
    size_t to = text.len;
    while (to > 0 && !is_letter(text.ptr[to - 1]))
        to--;
    size_t from = to;
    while (from > 0 && is_letter(text.ptr[from - 1]))
        from--;
    return str_slice(text, from, to);
}

typedef VEC(Str) Names;

/* "Str status, area" -> status, area, as keys "When.status". */
static void put_names(Arena *arena, Str type, Str line, Names *out)
{
    Str piece = {0};
    while (str_next(&line, ',', &piece)) {
        Str name = last_name(piece);
        if (name.len == 0) continue;
        VEC_PUSH(arena, out,
                 str_format(arena, "%.*s.%.*s", STR_ARG(type), STR_ARG(name)));
    }
}

/* Every "Type.member" and "Enum.ENUMERATOR" of a header. */
static void put_header(Arena *arena, const char *path, Names *out)
{
    Str text = {0};
    Err err = {0};
    EXPECT(file_read(arena, path, 1 << 20, &text, &err));
    text = without_comments(arena, text);
    for (size_t at = str_find(text, STR("{"), 0); at != SIZE_MAX;
         at = str_find(text, STR("{"), at + 1)) {
        size_t end = str_find(text, STR("}"), at);
        size_t line = at;
        while (line > 0 && text.ptr[line - 1] != '\n')
            line--;
        Str opening = str_slice(text, line, at);
        Str body = str_slice(text, at + 1, end);
        Str behind = str_slice(text, end + 1, str_find(text, STR(";"), end));
        bool plain = str_starts(opening, STR("struct "));
        Str type = last_name(plain ? opening : behind);
        bool listed = str_find(opening, STR("enum"), 0) != SIZE_MAX;
        Str member = {0};
        while (str_next(&body, listed ? ',' : ';', &member))
            put_names(arena, type, member, out);
    }
}

static Names header_names(Arena *arena)
{
    Names out = {0};
    put_header(arena, "src/circular/tree_who.h", &out);
    put_header(arena, "src/circular/tree_sentence.h", &out);
    put_header(arena, "src/circular/tree.h", &out);
    return out;
}

static bool is_known_choice(Str type, Str name)
{
    for (size_t i = 0; shape_choices(i) != NULL; i++) {
        const ShapeChoices *c = shape_choices(i);
        if (!str_is(str_of(c->type), type)) continue;
        for (size_t n = 0; n < c->count; n++) {
            if (str_is(str_of(c->names[n]), name)) return true;
        }
    }
    return false;
}

static bool is_known_member(Str type, Str name)
{
    for (int id = 0; id < SHAPE_COUNT; id++) {
        const ShapeNode *node = shape_node((ShapeId)id);
        if (!str_is(str_of(node->name), type)) continue;
        for (size_t m = 0; m < node->count; m++) {
            Str known = str_of(node->members[m].name);
            known = str_slice(known, 0, str_find(known, STR("."), 0));
            if (str_is(known, name)) return true;
        }
        return str_ends(name, STR("count")); /* asked below */
    }
    return false;
}

FACT(every_member_and_enumerator_of_the_tree_is_in_the_table)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Names names = header_names(arena);
    EXPECT(names.count > 250);
    for (size_t i = 0; i < names.count; i++) {
        Str key = names.at[i];
        size_t dot = str_find(key, STR("."), 0);
        Str type = str_slice(key, 0, dot);
        Str name = str_slice(key, dot + 1, key.len);
        ROW("%.*s", STR_ARG(key));
        bool value = str_is(type, STR("Profession")); /* of a term */
        EXPECT(value || is_known_member(type, name) ||
               is_known_choice(type, name));
    }
}

/* In small letters, as the JSON has them, they are told apart. */
FACT(no_two_choices_of_an_enum_are_called_alike)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 12);
    for (size_t i = 0; shape_choices(i) != NULL; i++) {
        const ShapeChoices *choices = shape_choices(i);
        for (size_t n = 0; n < choices->count; n++) {
            Str name = shape_choice(arena, choices, n);
            int64_t found = -1;
            ROW("%s %.*s", choices->type, STR_ARG(name));
            EXPECT(shape_choice_find(choices, name, &found));
            EXPECT_INT(found, (int64_t)n);
        }
    }
}

/* Rows have a count of their own, but for those that lie side by side. */
FACT(every_row_of_the_tree_has_its_count)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Names names = header_names(arena);
    for (int id = 0; id < SHAPE_COUNT; id++) {
        const ShapeNode *node = shape_node((ShapeId)id);
        int64_t counts = 0, counted = 0;
        ROW("%s", node->name);
        for (size_t m = 0; m < node->count; m++) {
            ShapeKind kind = node->members[m].kind;
            if (node->members[m].beside) continue;
            counted += kind == SHAPE_ROW || kind == SHAPE_TEXTS ||
                       kind == SHAPE_DAYS || kind == SHAPE_MANY_OF ||
                       kind == SHAPE_MINUTES;
        }
        Str start = str_format(arena, "%s.", node->name);
        for (size_t i = 0; i < names.count; i++)
            counts += str_starts(names.at[i], start) &&
                      str_ends(names.at[i], STR("count"));
        EXPECT_INT(counts, counted);
    }
}

FACT(beyond_a_table_there_is_no_word)
{
    EXPECT_STR(number_text(0, LANG_ID), "");
    EXPECT_STR(number_text(1, LANG_ID), "satu");
    EXPECT_STR(number_text(12, LANG_EN), "twelve");
    EXPECT_STR(number_text(13, LANG_EN), "");
    EXPECT(count_row_of_time(UNIT_TIME_NONE) == NULL);
    EXPECT_STR(count_row_of_time(WORKING_DAYS)->word, "hari kerja");
}

FACT(words_of_the_tables_are_found_again)
{
    for (size_t i = 0; i < shape_words(SHAPE_Sentence); i++) {
        Sentence s = {.pred = PRED_DO};
        Str word = shape_word_at(SHAPE_Sentence, i);
        ROW("%.*s", STR_ARG(word));
        if (!shape_word_find(SHAPE_Sentence, &s, word)) s.pred = PRED_STATE;
        if (!shape_word_find(SHAPE_Sentence, &s, word)) s.pred = PRED_COUNTED;
        EXPECT(shape_word_find(SHAPE_Sentence, &s, word));
        EXPECT_STR(shape_word(SHAPE_Sentence, &s), word);
    }
    for (int kind = TERM_NAME; kind <= TERM_THING; kind++) {
        for (int32_t value = 0; value < 64; value++) {
            Term term = {.kind = (TermKind)kind, .value = value};
            Str word = shape_word(SHAPE_Term, &term);
            if (word.len == 0) continue;
            ROW("%d %.*s", kind, STR_ARG(word));
            EXPECT(shape_word_find(SHAPE_Term, &term, word));
            EXPECT_INT(term.value, value);
        }
    }
}
