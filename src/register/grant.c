/* SPDX-License-Identifier: Apache-2.0 */
#include "register/grant.h"

static const Word roles[] = {
#define X(name, word, of_unit) {STR_INIT(word), GRANT_##name},
    GRANT_ROLES(X)
#undef X
};

static const bool of_unit[] = {
#define X(name, word, of_unit) [GRANT_##name] = (of_unit),
    GRANT_ROLES(X)
#undef X
};

Words grant_role_words(void)
{
    return WORDS(roles);
}

Str grant_role_word(GrantRole role)
{
    CHECK((size_t)role < COUNT(roles));
    return roles[role].word;
}

bool grant_role_is_of_unit(GrantRole role)
{
    CHECK((size_t)role < COUNT(of_unit));
    return of_unit[role];
}

bool grant_is_device(Str code)
{
    Str head = STR(GRANT_DEVICE_HEAD);
    if (!str_starts(code, head) || code.len == head.len) return false;
    for (size_t i = head.len; i < code.len; i++) {
        char c = code.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-')
            return false;
    }
    return true;
}
