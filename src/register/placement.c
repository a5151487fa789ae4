/* SPDX-License-Identifier: Apache-2.0 */
#include "register/placement.h"

#include "base/str.h"

Str placed_word(Placed placed, Lang lang)
{
    switch (placed) {
#define X(name, letter, word, english) \
    case PLACED_##name: return lang == LANG_EN ? STR(english) : STR(word);
        PLACEMENTS(X)
#undef X
    }
    check_failed("a placement of the list", __FILE__, __LINE__);
}

bool placed_is(char letter)
{
    static const bool is[128] = {
#define X(name, mark, word, english) [mark] = true,
        PLACEMENTS(X)
#undef X
    };
    return letter > 0 && is[(unsigned char)letter & 127];
}

static const Str codes[STEP_COUNT] = {
#define X(name, code, says) [STEP_##name] = STR_INIT(code),
    STEPS(X)
#undef X
};

Str step_code(Step step)
{
    CHECK((size_t)step < COUNT(codes));
    return codes[step];
}

bool step_parse(Str code, Step *out)
{
    for (size_t s = 0; s < COUNT(codes); s++) {
        if (!str_is(code, codes[s])) continue;
        *out = (Step)s;
        return true;
    }
    return false;
}
