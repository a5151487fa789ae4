/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"
#include "cli/open.h"
#include "cli/seals_text.h"

int cmd_restore(const Call *call)
{
    AUTO(store_done) Store *store = NULL;
    Err err = {0};
    int code = EXIT_DONE;
    const char *data = call->option[OPT_DATA];
    if (!store_restore(call->words[0], data, &err))
        return say_refusal(call, NULL, &err);
    if (!open_data(call, OPEN_TO_READ, &store, &code)) return code;

    Buf out = buf_in(call->arena);
    say_format(&out, call->lang, "Dikembalikan dari %s ke %s.\n",
               "Brought back from %s to %s.\n", call->words[0], data);
    if (!seals_text(call, store, &out, &err))
        return say_refusal(call, NULL, &err);
    return say_result(call, &out, EXIT_DONE);
}
