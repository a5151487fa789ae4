/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/say.h"

int cmd_man(const Call *call)
{
    Buf out = buf_in(call->arena);
    help_man(call->lang, &out);
    return say_result(call, &out, EXIT_DONE);
}
