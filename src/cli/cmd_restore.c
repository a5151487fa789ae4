/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"
#include "cli/open.h"

int cmd_restore(const Call *call)
{
    Err err = {0};
    const char *data = call->option[OPT_DATA];
    if (!store_restore(call->words[0], data, &err))
        return say_refusal(call, NULL, &err);

    Buf out = buf_in(call->arena);
    say_format(&out, call->lang, "Dikembalikan dari %s ke %s.\n",
               "Brought back from %s to %s.\n", call->words[0], data);
    return say_result(call, &out, EXIT_DONE);
}
