/* SPDX-License-Identifier: Apache-2.0 */
#include "http/accept.h"

#include "base/num.h"
#include "http/token.h"

/* "0", "0.5", "1", "1.000" in thousandths; what is none of these is 0. */
static int weight_of(Str text)
{
    int64_t whole = 0;
    int64_t part = 0;
    Str after = str_slice(text, 2, text.len);
    if (text.len > 5 || !num_is(str_slice(text, 0, 1), 0, 1, &whole)) return 0;
    if (text.len > 1 && text.ptr[1] != '.') return 0;
    if (after.len > 0 && !num_is(after, 0, 999, &part)) return 0;
    for (size_t i = after.len; i < 3; i++)
        part *= 10;
    if (whole == 1) return part == 0 ? 1000 : 0;
    return (int)part;
}

/* member = coding [ ";" "q=" weight ] */
static int take_member(Str member, Str *coding)
{
    size_t mark = str_find(member, STR(";"), 0);
    *coding = token_trim(str_slice(member, 0, mark));
    if (mark == SIZE_MAX) return 1000;
    Str weight = token_trim(str_slice(member, mark + 1, member.len));
    bool told = str_starts(weight, STR("q=")) || str_starts(weight, STR("Q="));
    return told ? weight_of(str_slice(weight, 2, weight.len)) : 0;
}

/* What the list says of a coding: by its name, else by "*", else 0. */
static int weight_in(Str list, Str coding)
{
    Str member = {0};
    Str name = {0};
    int any = 0;
    while (token_next(&list, ',', &member)) {
        int weight = take_member(member, &name);
        if (token_same(name, coding)) return weight;
        if (str_is(name, STR("*"))) any = weight;
    }
    return any;
}

AcceptCoding accept_best(Str accept_encoding, bool gzip, bool brotli)
{
    int g = gzip ? weight_in(accept_encoding, STR("gzip")) : 0;
    int b = brotli ? weight_in(accept_encoding, STR("br")) : 0;
    int plain = weight_in(accept_encoding, STR("identity"));
    if (b > 0 && b >= g && b >= plain) return ACCEPT_BROTLI;
    return g > 0 && g >= plain ? ACCEPT_GZIP : ACCEPT_PLAIN;
}
