/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"
#include "cli/open.h"

int cmd_backup(const Call *call)
{
    AUTO(store_done) Store *store = NULL;
    Err err = {0};
    int code = EXIT_DONE;
    bool keys = call->option[OPT_KEYS] != NULL;
    if (!open_data(call, OPEN_TO_READ, &store, &code)) return code;
    if (!store_backup(store, call->words[0], keys, &err))
        return say_refusal(call, NULL, &err);

    Buf out = buf_in(call->arena);
    if (keys)
        say_format(&out, call->lang, "Tersalin ke %s, beserta kuncinya.\n",
                   "Copied to %s, with the keys.\n", call->words[0]);
    else
        say_format(&out, call->lang, "Tersalin ke %s, tanpa kunci.\n",
                   "Copied to %s, without keys.\n", call->words[0]);
    return say_result(call, &out, EXIT_DONE);
}
