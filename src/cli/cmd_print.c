/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/print.h"
#include "cli/commands.h"
#include "cli/open.h"

int cmd_print(const Call *call)
{
    Err err = {0};
    Buf out = buf_in(call->arena);
    CorpusInput letter = {0};
    Office office = {.arena = call->arena, .diags = diags_in(call->arena)};
    int code = EXIT_DONE;
    if (!open_file(call, call->words[0], &code)) return code;
    if (!office_read_letter(call->arena, call->words[0], str_of(call->words[0]),
                            &letter, &office.diags, &err))
        return say_refusal(call, &office, &err);
    letter_print(letter.tree, call->lang, &out);
    return say_result(call, &out, EXIT_DONE);
}
