/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"
#include "cli/commands.h"
#include "cli/open.h"
#include "cli/progress.h"
#include "cli/recap_act.h"
#include "cli/recap_change.h"
#include "sheet/recap_file.h"
#include "sheet/recap_text.h"

#include <sodium.h>

static bool write_file(const Call *call, const RecapMade *made, OptionId option,
                       Err *err)
{
    const char *path = call->option[option];
    RecapForm form = RECAP_FORM_TEXT;
    Str bytes = {0};
    if (path == NULL) return true;
    CHECK(recap_file_form(str_of(path), &form));
    bool put =
        option == OPT_KINERJA
            ? recap_file_kinerja(call->arena, call->lang, made, form, &bytes,
                                 err)
            : recap_file_put(call->arena, call->lang, made, form, &bytes, err);
    return put && file_write(path, bytes, err);
}

static bool write_files(const Call *call, const RecapMade *made, Err *err)
{
    return write_file(call, made, OPT_OUTPUT, err) &&
           write_file(call, made, OPT_KINERJA, err);
}

/* What is different from what was closed, or from an older file. */
static bool put_changes(const Call *call, const RecapMade *made, Buf *out,
                        Err *err)
{
    const char *old = call->option[OPT_OLD];
    bool closes = call->option[OPT_CLOSE] != NULL; /* then it tells that */
    return (closes || recap_act_since(call, made, out, err)) &&
           (old == NULL || recap_change_text(call, made, old, out, err));
}

/* Closing comes before words and files, so that they say that it is closed;
 * when a file cannot be written then, what was closed is told all the same. */
static int tell(const Call *call, const RecapCall *asked, RecapMade *made,
                Progress *progress)
{
    Err err = {0};
    Buf out = buf_in(call->arena);
    Buf changes = buf_in(call->arena);
    Buf act = buf_in(call->arena);
    int code = EXIT_DONE;
    if (!put_changes(call, made, &changes, &err))
        return say_refusal(call, NULL, &err);
    if (!recap_act(call, asked, made, &act, &code)) return code;
    progress_step(progress, "menulis rekap", "writing the recap");
    bool wrote = write_files(call, made, &err);
    progress_end(progress);
    if (!wrote && act.len == 0) return say_refusal(call, NULL, &err);
    recap_text(made, call->lang, &out);
    buf_put(&out, buf_str(&changes));
    buf_put(&out, buf_str(&act));
    code = say_result(call, &out, EXIT_DONE);
    return wrote ? code : say_refusal(call, NULL, &err);
}

static bool files_are_there(const Call *call, int *code)
{
    const char *plan = call->option[OPT_PLAN];
    const char *old = call->option[OPT_OLD];
    return (plan == NULL || open_file(call, plan, code)) &&
           (old == NULL || open_file(call, old, code));
}

int cmd_recap(const Call *call)
{
    Err err = {0};
    Office office = {0};
    RecapMade made = {0};
    RecapCall asked = {0};
    Progress progress = progress_begin(call);
    int code = EXIT_DONE;
    if (!recap_call_read(call, &asked)) return EXIT_USAGE;
    if (!files_are_there(call, &code)) return code;
    if (sodium_init() < 0) return EXIT_WORLD;
    asked.recap.tick = progress_tick;
    asked.recap.context = &progress;
    progress_step(&progress, "membaca register, kalender, dan edaran",
                  "reading register, calendar and letters");
    if (!open_office(call, &office, &code)) return code;
    progress_step(&progress, "menilai hari demi hari", "judging day by day");
    bool done = recap_call_settle(&office, &asked, &err) &&
                make_recap(&office, &asked.recap, &made, &err);
    progress_end(&progress);
    if (!done) return say_refusal(call, &office, &err);
    say_warnings(call, &office);
    return tell(call, &asked, &made, &progress);
}
