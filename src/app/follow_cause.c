/* SPDX-License-Identifier: Apache-2.0 */
#include "app/follow_part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

bool follow_moves(FactKind kind)
{
    static const uint64_t moving =
        K(RECALL) | K(MEETING) | K(VISIT) | K(TRIP) | K(DECISION) | K(CLOSURE) |
        K(REOPENING) | K(STATUS) | K(STATUS_END) | K(LEAVE) | K(RETURN) |
        K(MARK) | K(PIN) | K(SIGN) | K(DOCUMENT) | K(CORRECTION);
    return (moving >> kind & 1) != 0;
}

const Fact *follow_fact(const Following *f, FactId id)
{
    for (size_t i = 0; i < f->facts.count; i++) {
        if (fact_id_is(f->facts.at[i].id, id)) return &f->facts.at[i];
    }
    return NULL;
}

Str follow_since(const Following *f, const Published *published)
{
    FactId last = published_last(published)->id;
    Buf out = buf_in(f->arena);
    size_t from = f->facts.count, count = 0;
    while (from > 0 && !fact_id_is(f->facts.at[from - 1].id, last))
        from--;
    for (size_t i = from; i < f->facts.count && count < FOLLOW_CAUSES; i++) {
        char id[FACT_ID_TEXT];
        if (!follow_moves(f->facts.at[i].kind)) continue;
        buf_format(&out, "%s%s", count++ > 0 ? " " : "",
                   fact_id_text(f->facts.at[i].id, id));
    }
    return buf_str(&out);
}

size_t follow_causes(Str cause, FactId out[FOLLOW_CAUSES])
{
    Str id;
    size_t count = 0;
    while (count < FOLLOW_CAUSES && str_next(&cause, ' ', &id)) {
        if (fact_id_parse(id, &out[count])) count++;
    }
    return count;
}
