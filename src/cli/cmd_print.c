/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/letter_json.h"
#include "circular/print.h"
#include "cli/commands.h"
#include "cli/open.h"

static bool is_json(const Call *call)
{
    return str_ends(str_of(call->words[0]), STR(".json"));
}

static bool read_letter(const Call *call, Diags *diags, const Letter **out,
                        Err *err)
{
    const char *path = call->words[0];
    CorpusInput letter = {0};
    Letter *tree = NEW(call->arena, Letter, 1);
    Str text = {0};
    bool read = is_json(call)
                    ? office_read_file(call->arena, path, LETTER_JSON_LARGEST,
                                       &text, err) &&
                          letter_from_json(call->arena, text, str_of(path),
                                           tree, diags, err)
                    : office_read_letter(call->arena, path, str_of(path),
                                         &letter, diags, err);
    *out = is_json(call) ? tree : letter.tree;
    return read;
}

int cmd_print(const Call *call)
{
    Err err = {0};
    Buf out = buf_in(call->arena);
    const Letter *letter = NULL;
    Office office = {.arena = call->arena, .diags = diags_in(call->arena)};
    int code = EXIT_DONE;
    if (!open_file(call, call->words[0], &code)) return code;
    if (!read_letter(call, &office.diags, &letter, &err))
        return say_refusal(call, &office, &err);
    if (call->option[OPT_JSON] == NULL) {
        letter_print(letter, call->lang, &out);
    } else if (!letter_to_json(letter, &out)) {
        say_error(call, "surat ini terlalu besar untuk JSON",
                  "this letter is too large for JSON");
        return EXIT_INPUT;
    }
    return say_result(call, &out, EXIT_DONE);
}
