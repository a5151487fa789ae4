/* SPDX-License-Identifier: Apache-2.0 */
#include "day/shift_key.h"

#include "base/buf.h"

void shift_key_add(ShiftKey *key, const Shift *shift)
{
    if (shift->number == 0) return;
    CHECK(shift->number <= SHIFTS_MOST);
    uint32_t at = shift->number - 1U;
    if (key->seen[at]) {
        key->differ |=
            key->begins[at] != shift->begins || key->ends[at] != shift->ends;
        return;
    }
    key->seen[at] = true;
    key->begins[at] = shift->begins;
    key->ends[at] = shift->ends;
    if (shift->number > key->most) key->most = shift->number;
}

Str shift_key_text(Arena *arena, const ShiftKey *key, Lang lang)
{
    Buf out = buf_in(arena);
    const char *at = lang == LANG_EN ? "at" : "pukul";
    for (uint32_t i = 0; i < key->most && !key->differ; i++) {
        if (!key->seen[i]) continue;
        if (out.len > 0) buf_put(&out, STR(", "));
        buf_format(&out, "%u %s %02d.%02d–%02d.%02d", i + 1, at,
                   key->begins[i] / 60, key->begins[i] % 60, key->ends[i] / 60,
                   key->ends[i] % 60);
    }
    return buf_str(&out);
}
