/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/say.h"

int cmd_help(const Call *call)
{
    Buf out = buf_in(call->arena);
    if (call->word_count == 0) {
        help_all(call->lang, &out);
        return say_result(call, &out, EXIT_DONE);
    }
    const char *name = call->words[0];
    const Command *command = command_find(name);
    if (command == NULL) {
        const Command *near = command_nearest(call->arena, name);
        return say_usage(
            call, "perintah '%s' tidak ada%s%s%s",
            "there is no command '%s'%s%s%s", name, near == NULL ? "" : " (",
            near == NULL ? "" : near->name, near == NULL ? "" : "?)");
    }
    help_command(command, call->lang, &out);
    return say_result(call, &out, EXIT_DONE);
}
