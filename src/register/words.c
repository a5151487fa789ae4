/* SPDX-License-Identifier: Apache-2.0 */
#include "register/words.h"

bool words_find(Words words, Str text, int *value)
{
    /* Nearly every cell is spelt as in the list: try that first. */
    for (size_t i = 0; i < words.count; i++) {
        if (str_is(words.at[i].word, text)) {
            *value = words.at[i].value;
            return true;
        }
    }
    for (size_t i = 0; i < words.count; i++) {
        if (str_folded_is(words.at[i].word, text)) {
            *value = words.at[i].value;
            return true;
        }
    }
    return false;
}

static bool begins(Str text, Str word)
{
    if (word.len == 0 || word.len > text.len) return false;
    if (!str_folded_is(str_slice(text, 0, word.len), word)) return false;
    return word.len == text.len || text.ptr[word.len] == ' ';
}

bool words_begin(Words words, Str text, int *value)
{
    size_t longest = 0;
    text = str_trim(text);
    for (size_t i = 0; i < words.count; i++) {
        Str word = words.at[i].word;
        if (word.len > longest && begins(text, word)) {
            longest = word.len;
            *value = words.at[i].value;
        }
    }
    return longest > 0;
}

Str words_nearest(Words words, Str text)
{
    Str nearest = STR("");
    size_t limit = text.len < 6 ? 2 : text.len / 3;
    for (size_t i = 0; i < words.count; i++) {
        size_t far = str_distance(words.at[i].word, text, limit);
        if (words.at[i].word.len > 0 && far <= limit) {
            nearest = words.at[i].word;
            if (far == 0) break;
            limit = far - 1;
        }
    }
    return nearest;
}

static bool is_own(Words words, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (words.at[i].value == words.at[at].value) return false;
    }
    return words.at[at].word.len > 0;
}

Str words_offered(Arena *arena, Words words)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < words.count; i++) {
        if (!is_own(words, i)) continue;
        if (out.len > 0) buf_c(&out, ", ");
        buf_put(&out, words.at[i].word);
    }
    return buf_str(&out);
}
