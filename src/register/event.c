/* SPDX-License-Identifier: Apache-2.0 */
#include "register/event.h"

static const Word kinds[] = {
#define X(name, word) {STR_INIT(word), EVENT_##name},
    EVENT_KINDS(X)
#undef X
};

Words event_kind_words(void)
{
    return WORDS(kinds);
}

bool event_kind_parse(Str word, EventKind *out)
{
    int value = 0;
    if (!words_find(WORDS(kinds), word, &value)) return false;
    *out = (EventKind)value;
    return true;
}

Str event_kind_word(EventKind kind)
{
    CHECK((size_t)kind < COUNT(kinds));
    return kinds[kind].word;
}

bool event_kind_is_of_unit(EventKind kind)
{
    return kind == EVENT_CLOSURE || kind == EVENT_REOPENING;
}
