/*
 * test_tree_is.c - two letters are the same exactly when they say the same:
 * letters of examples/ whose JSON was changed in one place, and then read.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/rand.h"
#include "circular/letter_json.h"
#include "each_letter.h"
#include "harness.h"

#include <jansson.h>

enum { TRIES = 60, TRIES_LONG = 1000, PLACES_MOST = 40000 };

/* A value of a letter. */
typedef struct {
    json_t *within; /* an object or an array */
    const char *key;
    size_t at; /* without a key */
    json_t *value;
} Place;

typedef struct {
    Place *at;
    size_t count;
} Places;

/* Whether a name stood in quotation marks makes no other letter. */
static bool counts(const Place *at)
{
    return at->key == NULL || !str_is(str_of(at->key), STR("quoted"));
}

static void collect(json_t *value, Place here, Places *out)
{
    const char *key = NULL;
    json_t *inner = NULL;
    size_t i = 0;
    here.value = value;
    if (!counts(&here)) return;
    if (here.within != NULL && out->count < PLACES_MOST)
        out->at[out->count++] = here;
    if (json_is_object(value)) {
        json_object_foreach(value, key, inner)
            collect(inner, (Place){.within = value, .key = key}, out);
    } else if (json_is_array(value)) {
        json_array_foreach(value, i, inner)
            collect(inner, (Place){.within = value, .at = i}, out);
    }
}

static bool holds_others(const Place *at)
{
    return json_is_object(at->value) || json_is_array(at->value);
}

static bool has_key(const Place *at, const Place *other)
{
    return (at->key == NULL && other->key == NULL) ||
           (at->key != NULL && other->key != NULL &&
            str_is(str_of(at->key), str_of(other->key)));
}

/* Of the same kind: what stands elsewhere under such a key, or another. */
static json_t *another(Rand *rand, const Places *places, const Place *at)
{
    for (int i = 0; i < 30; i++) {
        const Place *other =
            &places->at[rand_below(rand, (uint32_t)places->count)];
        if (has_key(at, other) && !json_equal(at->value, other->value))
            return json_deep_copy(other->value);
    }
    if (json_is_integer(at->value))
        return json_integer(json_integer_value(at->value) + 1);
    if (json_is_string(at->value)) return json_string("Lain");
    return json_boolean(!json_is_true(at->value));
}

static void put(const Place *at, json_t *value)
{
    if (at->key != NULL)
        (void)json_object_set_new(at->within, at->key, value);
    else
        (void)json_array_set_new(at->within, at->at, value);
}

/* Once more behind itself, in an array. */
static void repeat(const Place *at)
{
    if (at->key == NULL)
        (void)json_array_insert_new(at->within, at->at,
                                    json_deep_copy(at->value));
}

static void drop(const Place *at)
{
    if (at->key != NULL)
        (void)json_object_del(at->within, at->key);
    else
        (void)json_array_remove(at->within, at->at);
}

static void change(Rand *rand, Arena *arena, json_t *letter)
{
    Places places = {NEW(arena, Place, PLACES_MOST), 0};
    collect(letter, (Place){0}, &places);
    Place at = places.at[rand_below(rand, (uint32_t)places.count)];
    uint32_t how = rand_below(rand, 6);
    if (how == 0 || (how == 1 && holds_others(&at)))
        drop(&at);
    else if (how == 2)
        repeat(&at);
    else
        put(&at, another(rand, &places, &at));
}

static Str json_of(Arena *arena, const Letter *letter)
{
    Buf out = buf_in(arena);
    EXPECT(letter_to_json(letter, &out));
    return buf_str(&out);
}

/* Known words and names are the same in capitals too; other texts are not. */
static void expect_same_as_json(const Letter *a, const Letter *b, Str in_a,
                                Str in_b)
{
    bool same = tree_is(a, b);
    EXPECT(same == tree_is(b, a));
    if (str_is(in_a, in_b)) EXPECT(same);
    if (!str_folded_is(in_a, in_b) && !EXPECT(!same)) EXPECT_STR(in_b, in_a);
}

static bool change_once(Arena *arena, Rand *rand, const Letter *letter,
                        Str json)
{
    json_t *value = json_loadb(json.ptr, json.len, 0, NULL);
    if (!EXPECT(value != NULL)) return false;
    change(rand, arena, value);
    char *text = json_dumps(value, JSON_SORT_KEYS);
    json_decref(value);
    Letter again = {0};
    Err err = {0};
    Diags diags = diags_in(arena);
    bool read = letter_from_json(arena, str_copy(arena, str_of(text)),
                                 STR("json"), &again, &diags, &err);
    free(text);
    EXPECT(read == (err.kind == ERR_NONE));
    if (read) expect_same_as_json(letter, &again, json, json_of(arena, &again));
    return read;
}

static size_t changed; /* letters that could still be said */

static void change_often(Arena *arena, const Letter *letter, Str text)
{
    Rand rand = rand_named(text);
    Str json = json_of(arena, letter);
    int tries = (harness_soaks() ? TRIES_LONG : TRIES) / (int)harness_stride();
    for (int i = 0; i < tries; i++) {
        AUTO(arena_done) Arena *once = arena_open(1 << 18);
        changed += change_once(once, &rand, letter, json);
    }
}

FACT(letters_are_the_same_when_they_say_the_same)
{
    changed = 0;
    each_letter(change_often);
    EXPECT(changed > 500);
}
