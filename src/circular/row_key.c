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
        {STR_INIT("hari"),          ROW_KEY_DAY    },
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

static bool one_label_is(const RowKey *key, Str label, Str status)
{
    Str own = {"", 0};
    bool says_more = !words_are_in(label, own, key->words);
    return words_are_in(status, key->words, label) &&
           words_are_in(label, says_more ? key->words : own, status);
}

static uint32_t classes_of_one(Str label)
{
    ServiceClass service = SERVICE_NONE;
    if (str_folded_is(label, STR("nonesensial")))
        return 1U << SERVICE_NONE | 1U << SERVICE_DIRECT;
    return service_class_parse(label, &service) ? 1U << service : 0;
}

/* ---- days ---------------------------------------------------------------- */

static const Str until[] = {STR_INIT(" sampai dengan "), STR_INIT(" to ")};
static const Str both[] = {STR_INIT(" dan "), STR_INIT(" and ")};

static int weekday_of(Str word)
{
    for (int day = MONDAY; day <= SUNDAY; day++) {
        if (str_folded_is(word, date_weekday_name((Weekday)day, LANG_ID)) ||
            str_folded_is(word, date_weekday_name((Weekday)day, LANG_EN)))
            return day;
    }
    return -1;
}

/* What stands before and behind one of the two words; false: neither is in. */
static bool parted(Str text, const Str words[2], Str *before, Str *behind)
{
    for (size_t i = 0; i < 2; i++) {
        size_t at = str_find(text, words[i], 0);
        if (at == SIZE_MAX) continue;
        *before = str_slice(text, 0, at);
        *behind = str_slice(text, at + words[i].len, text.len);
        return true;
    }
    return false;
}

/* days = weekday [ "sampai dengan" weekday ], over the week's end too */
static uint8_t days_of_run(Str run)
{
    Str first = run, last = run;
    unsigned days = 0;
    (void)parted(run, until, &first, &last);
    int from = weekday_of(first), to = weekday_of(last);
    if (from < 0 || to < 0) return 0;
    for (int day = from; day != to; day = (day + 1) % 7)
        days |= 1U << day;
    return (uint8_t)(days | 1U << to);
}

/* label = days { "dan" days } */
uint8_t row_label_days(Str label)
{
    Str run, rest = label;
    unsigned days = 0;
    while (parted(rest, both, &run, &label)) {
        uint8_t some = days_of_run(run);
        if (some == 0) return 0;
        days |= some;
        rest = label;
    }
    uint8_t some = days_of_run(rest);
    return (uint8_t)(some == 0 ? 0 : days | some);
}

/* ---- labels of several --------------------------------------------------- */

static const Str any[] = {STR_INIT(" atau "), STR_INIT(" or ")};

/* The next of "hijau dan kuning"; false: there is none left. */
static bool next_label(Str *rest, Str *label)
{
    Str behind = {"", 0};
    if (rest->len == 0) return false;
    *label = *rest;
    if (parted(*rest, both, label, &behind) ||
        parted(*rest, any, label, &behind)) {
        *rest = behind;
        return true;
    }
    *rest = behind;
    return true;
}

bool row_label_is(const RowKey *key, Str label, Str status)
{
    Str one = {"", 0};
    bool is = one_label_is(key, label, status);
    while (!is && next_label(&label, &one))
        is = one_label_is(key, one, status);
    return is;
}

uint32_t row_label_classes(Str label)
{
    Str one = {"", 0};
    uint32_t classes = 0;
    while (next_label(&label, &one)) {
        uint32_t some = classes_of_one(one);
        if (some == 0) return 0;
        classes |= some;
    }
    return classes;
}
