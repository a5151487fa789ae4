/* SPDX-License-Identifier: Apache-2.0 */
#include "app/make_roster.h"
#include "cli/args.h"
#include "cli/clash_text.h"
#include "cli/commands.h"
#include "cli/open.h"
#include "cli/progress.h"
#include "cli/roster_file.h"
#include "cli/summary_text.h"

/* Everything that is wrong with the call is said before the work begins. */
static bool read_wish(const Call *call, RosterWish *wish)
{
    bool from = call->option[OPT_FROM] != NULL;
    bool to = call->option[OPT_TO] != NULL;
    const char *file = call->option[OPT_OUTPUT];
    if (!args_option_date(call, OPT_FROM, wish->window.first,
                          &wish->window.first) ||
        !args_option_date(call, OPT_TO, wish->window.last,
                          &wish->window.last) ||
        !args_option_date(call, OPT_KNOWN, DATE_NEVER, &wish->known))
        return false;
    if (from != to)
        (void)say_usage(call, "'--from' dan '--to' diberikan berdua",
                        "'--from' and '--to' are given together");
    else if (from && window_is_empty(wish->window))
        (void)say_usage(call, "'--to' mendahului '--from'",
                        "'--to' comes before '--from'");
    else if (file != NULL && !roster_file_known(file))
        (void)say_usage(call,
                        "'%s' harus berakhir .csv, .tsv, .xlsx, atau .html",
                        "'%s' must end in .csv, .tsv, .xlsx or .html", file);
    else
        return true;
    return false;
}

static int tell(const Call *call, const RosterMade *made, Progress *progress)
{
    Err err = {0};
    const char *file = call->option[OPT_OUTPUT];
    Buf out = buf_in(call->arena);
    if (!made->solved) {
        clash_text(made, call->lang, &out);
        return say_result(call, &out, EXIT_CLASH);
    }
    Summary summary = summary_make(call->arena, made);
    if (file != NULL && made->verified) {
        progress_step(progress, "menulis jadwal", "writing the roster");
        bool wrote = roster_file_write(call, &summary, file, &err);
        progress_end(progress);
        if (!wrote) return say_refusal(call, NULL, &err);
    }
    summary_text(&summary, call->lang, &out);
    return say_result(call, &out, made->verified ? EXIT_DONE : EXIT_INPUT);
}

int cmd_roster(const Call *call)
{
    Err err = {0};
    Office office = {0};
    RosterMade made = {0};
    RosterWish wish = make_roster_wish();
    Progress progress = progress_begin(call);
    int code = EXIT_DONE;
    if (!read_wish(call, &wish)) return EXIT_USAGE;

    wish.options = (RosterOptions){
        .progress = progress_tick,
        .context = &progress,
    };
    progress_step(&progress, "membaca register, kalender, dan edaran",
                  "reading register, calendar and letters");
    if (!open_office(call, &office, &code)) return code;
    progress_step(&progress, "menyusun dan membuktikan jadwal",
                  "making and proving the roster");
    bool done = make_roster(&office, &wish, &made, &err);
    progress_end(&progress);
    if (!done) return say_refusal(call, &office, &err);
    say_warnings(call, &office);
    return tell(call, &made, &progress);
}
