/* SPDX-License-Identifier: Apache-2.0 */
#include "http/refuse.h"

enum { STAYS, ENDS };

static const struct {
    int status;
    bool ends;
    Str name, indonesian, english;
} refusals[REFUSAL_COUNT] = {
#define X(name, status, connection, id, en)                                    \
    [REFUSAL_##name] = {(status), (connection), STR_INIT(#name), STR_INIT(id), \
                        STR_INIT(en)},
#include "http/refuse.def"
#undef X
};

int refuse_status(Refusal why)
{
    CHECK(why > REFUSAL_NONE && why < REFUSAL_COUNT);
    return refusals[why].status;
}

Str refuse_words(Refusal why, Lang lang)
{
    CHECK(why > REFUSAL_NONE && why < REFUSAL_COUNT);
    return lang == LANG_ID ? refusals[why].indonesian : refusals[why].english;
}

Str refuse_name(Refusal why)
{
    CHECK(why > REFUSAL_NONE && why < REFUSAL_COUNT);
    return refusals[why].name;
}

bool refuse_ends(Refusal why)
{
    CHECK(why > REFUSAL_NONE && why < REFUSAL_COUNT);
    return refusals[why].ends;
}
