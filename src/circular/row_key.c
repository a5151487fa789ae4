/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/row_key.h"

/* ---- keys ---------------------------------------------------------------- */

static const Str stands = STR_INIT(" tempat unit kerja berada");

static RowKeyKind kind_of(Str words)
{
    static const struct {
        Str begins;
        RowKeyKind kind;
    } kinds[] = {
        {STR_INIT("zona"),          ROW_KEY_STATUS },
        {STR_INIT("level"),         ROW_KEY_STATUS },
        {STR_INIT("status"),        ROW_KEY_STATUS },
        {STR_INIT("sektor"),        ROW_KEY_SERVICE},
        {STR_INIT("sifat layanan"), ROW_KEY_SERVICE},
    };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        Str first = str_slice(words, 0, kinds[i].begins.len);
        if (str_folded_is(first, kinds[i].begins)) return kinds[i].kind;
    }
    return ROW_KEY_UNKNOWN;
}

/* key = words [ "tempat unit kerja berada" ], joined by "dan" */
bool row_key_next(Str *words, RowKey *out)
{
    if (words->len == 0) return false;
    size_t to = str_find(*words, STR(" dan "), 0);
    Str key = str_slice(*words, 0, to);
    *words = to == SIZE_MAX
                 ? (Str){"", 0}
                 : str_slice(*words, to + STR(" dan ").len, words->len);
    RowKeyKind kind = kind_of(key);
    bool own = str_ends(key, stands);
    if (own) {
        key = str_slice(key, 0, key.len - stands.len);
        kind = kind == ROW_KEY_STATUS ? ROW_KEY_STANDS : ROW_KEY_UNKNOWN;
    }
    *out = (RowKey){kind, key};
    return true;
}

bool row_is_table(const Sentence *s)
{
    return s->row_count > 0 && s->pred != PRED_COUNTED;
}

bool row_keys_known(const Sentence *table)
{
    bool known = false;
    if (!row_is_table(table)) return false;
    for (uint32_t i = 0; i < table->frame_count; i++) {
        Str words = table->frames[i].words;
        RowKey key;
        if (table->frames[i].kind != FRAME_BY) continue;
        while (row_key_next(&words, &key)) {
            if (key.kind == ROW_KEY_UNKNOWN) return false;
            known = true;
        }
    }
    return known;
}

/* ---- labels -------------------------------------------------------------- */

static bool has_word(Str text, Str word)
{
    Str piece = {0};
    while (str_next(&text, ' ', &piece)) {
        if (str_folded_is(piece, word)) return true;
    }
    return false;
}

/* Every word of `text` that is not in `less` is in `among`. */
static bool words_are_in(Str text, Str less, Str among)
{
    Str piece = {0};
    while (str_next(&text, ' ', &piece)) {
        if (!has_word(less, piece) && !has_word(among, piece)) return false;
    }
    return true;
}

bool row_label_is(const RowKey *key, Str label, Str status)
{
    Str own = {"", 0};
    bool says_more = !words_are_in(label, own, key->words);
    return words_are_in(status, key->words, label) &&
           words_are_in(label, says_more ? key->words : own, status);
}

uint32_t row_label_classes(Str label)
{
    ServiceClass service = SERVICE_NONE;
    if (str_folded_is(label, STR("nonesensial")))
        return 1U << SERVICE_NONE | 1U << SERVICE_DIRECT;
    return service_class_parse(label, &service) ? 1U << service : 0;
}
