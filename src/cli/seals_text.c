/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/seals_text.h"

#include "cli/say.h"

static void put_shut(Buf *out, Lang lang, Str government, const SealsShut *shut)
{
    say_format(out, lang,
               "Perhatian: teks tersegel %.*s yang tidak terbuka di sini: "
               "%llu; kembalikan kuncinya, %.*s\n",
               "Attention: sealed texts of %.*s that do not open here: %llu; "
               "bring back their key, %.*s\n",
               STR_ARG(government), (unsigned long long)shut->texts,
               STR_ARG(shut->file));
}

bool seals_text(const Call *call, Store *store, Buf *out, Err *err)
{
    Str *codes = NULL;
    size_t count = 0;
    if (!store_governments(store, call->arena, &codes, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        SealsShut shut = {0};
        if (!store_shut(store, call->arena, codes[i], &shut, err)) return false;
        if (shut.texts > 0) put_shut(out, call->lang, codes[i], &shut);
    }
    return true;
}
