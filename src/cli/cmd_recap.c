/* SPDX-License-Identifier: Apache-2.0 */
#include "base/clock.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/open.h"
#include "cli/progress.h"
#include "cli/recap_change.h"
#include "cli/recap_file.h"
#include "cli/recap_text.h"

/* Everything that is wrong with the call is said before the work begins. */
static bool read_wish(const Call *call, JudgeWish *wish)
{
    const char *file = call->option[OPT_OUTPUT];
    const char *kinerja = call->option[OPT_KINERJA];
    if (!args_option_date(call, OPT_FROM, DATE_ALWAYS, &wish->window.first) ||
        !args_option_date(call, OPT_TO, DATE_NEVER, &wish->window.last) ||
        !args_option_date(call, OPT_KNOWN, DATE_NEVER, &wish->known))
        return false;
    if (window_is_empty(wish->window))
        (void)say_usage(call, "'--to' mendahului '--from'",
                        "'--to' comes before '--from'");
    else if (file != NULL && !recap_file_known(file))
        (void)say_usage(call,
                        "'%s' harus berakhir .csv, .xlsx, .html, atau .rekap",
                        "'%s' must end in .csv, .xlsx, .html or .rekap", file);
    else if (kinerja != NULL && !recap_file_kinerja_known(kinerja))
        (void)say_usage(call, "'%s' harus berakhir .csv atau .xlsx",
                        "'%s' must end in .csv or .xlsx", kinerja);
    else
        return true;
    return false;
}

static bool write_files(const Call *call, const RecapMade *made, Err *err)
{
    const char *file = call->option[OPT_OUTPUT];
    const char *kinerja = call->option[OPT_KINERJA];
    return (file == NULL || recap_file_write(call, made, file, err)) &&
           (kinerja == NULL || recap_file_kinerja(call, made, kinerja, err));
}

static int tell(const Call *call, const RecapMade *made, Progress *progress)
{
    Err err = {0};
    Buf out = buf_in(call->arena);
    const char *old = call->option[OPT_OLD];
    recap_text(made, call->lang, &out);
    if (old != NULL && !recap_change_text(call, made, old, &out, &err))
        return say_refusal(call, NULL, &err);
    progress_step(progress, "menulis rekap", "writing the recap");
    bool wrote = write_files(call, made, &err);
    progress_end(progress);
    if (!wrote) return say_refusal(call, NULL, &err);
    return say_result(call, &out, EXIT_DONE);
}

int cmd_recap(const Call *call)
{
    Err err = {0};
    Office office = {0};
    RecapMade made = {0};
    Progress progress = progress_begin(call);
    RecapWish wish = {
        .judge = {.data = call->option[OPT_DATA],
                  .plan = call->option[OPT_PLAN],
                  .now = clock_now()},
        .tick = progress_tick,
        .context = &progress
    };
    int code = EXIT_DONE;
    if (!read_wish(call, &wish.judge)) return EXIT_USAGE;
    if ((wish.judge.plan != NULL && !open_file(call, wish.judge.plan, &code)) ||
        (call->option[OPT_OLD] != NULL &&
         !open_file(call, call->option[OPT_OLD], &code)))
        return code;
    progress_step(&progress, "membaca register, kalender, dan edaran",
                  "reading register, calendar and letters");
    if (!open_office(call, &office, &code)) return code;
    progress_step(&progress, "menilai hari demi hari", "judging day by day");
    bool done = make_recap(&office, &wish, &made, &err);
    progress_end(&progress);
    if (!done) return say_refusal(call, &office, &err);
    say_warnings(call, &office);
    return tell(call, &made, &progress);
}
