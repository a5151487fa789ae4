/* SPDX-License-Identifier: Apache-2.0 */
#include "door/tokens.h"

static TokenWish wish_of(const Visit *v)
{
    return (TokenWish){
        .government = v->government, .actor = v->actor, .channel = CHANNEL_WEB};
}

static Str joined(const Visit *v, const FieldValue *field)
{
    Buf out = buf_in(v->arena);
    for (size_t i = 0; i < field->many_count; i++) {
        if (i > 0) buf_char(&out, '|');
        buf_put(&out, field->many[i]);
    }
    return buf_str(&out);
}

bool tokens_make(const Visit *v, Token *out, Str *secret, Err *err)
{
    TokenWish wish = wish_of(v);
    wish.name = visit_field(v, "nama")->text;
    wish.cases = joined(v, visit_field(v, "kewenangan"));
    wish.days = visit_field(v, "hari")->number;
    return token_make(v->arena, &v->world, &wish, out, secret, err);
}

bool tokens_end(const Visit *v, Err *err)
{
    TokenWish wish = wish_of(v);
    return token_end(v->arena, &v->world, &wish, visit_field(v, "nomor")->text,
                     err);
}
