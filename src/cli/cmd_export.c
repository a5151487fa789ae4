/* SPDX-License-Identifier: Apache-2.0 */
#include "app/export.h"
#include "cli/commands.h"
#include "cli/open.h"

int cmd_export(const Call *call)
{
    AUTO(store_done) Store *store = NULL;
    Err err = {0};
    Exported exported = {0};
    ExportWish wish = {.government = str_of(call->option[OPT_GOVERNMENT])};
    int code = EXIT_DONE;
    if (!open_data(call, OPEN_TO_READ, &store, &code)) return code;
    if (!export_folder(call->arena, store, &wish, call->words[0], &exported,
                       &err))
        return say_refusal(call, NULL, &err);

    Buf out = buf_in(call->arena);
    say_format(&out, call->lang, "%s: %zu berkas, %zu fakta, %zu arsip\n",
               "%s: %zu files, %zu facts, %zu in the archive\n", call->words[0],
               exported.files, exported.facts, exported.archive);
    return say_result(call, &out, EXIT_DONE);
}
