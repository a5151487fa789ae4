/* SPDX-License-Identifier: Apache-2.0 */
#include "app/keep_ledger.h"
#include "base/file.h"
#include "cli/args.h"
#include "cli/clash_text.h"
#include "cli/commands.h"
#include "cli/open.h"
#include "cli/progress.h"
#include "cli/roster_file.h"
#include "cli/summary_text.h"

/* The first letter has no ledger yet: then only --ledger-out is given. */
static bool ledger_fits(const Call *call)
{
    const char *from = call->option[OPT_LEDGER];
    bool kept = call->option[OPT_LEDGER_OUT] != NULL;
    if (from != NULL && !file_exists(from))
        (void)say_usage(call,
                        "'%s' tidak ada; untuk surat pertama cukup "
                        "'--ledger-out'",
                        "there is no '%s'; for the first letter '--ledger-out' "
                        "alone will do",
                        from);
    else if (kept && call->option[OPT_OUTPUT] == NULL)
        (void)say_usage(call,
                        "'--ledger-out' mencatat jadwal yang ditulis: beri "
                        "pula '--output'",
                        "'--ledger-out' keeps a plan that is written: give "
                        "'--output' too");
    else
        return true;
    return false;
}

/* Everything that is wrong with the call is said before the work begins. */
static bool read_wish(const Call *call, RosterWish *wish)
{
    const char *file = call->option[OPT_OUTPUT];
    if (!args_window(call, &wish->window) ||
        !args_option_date(call, OPT_KNOWN, DATE_NEVER, &wish->known))
        return false;
    if (file != NULL && !roster_file_known(file))
        (void)say_usage(call,
                        "'%s' harus berakhir .csv, .tsv, .xlsx, atau .html",
                        "'%s' must end in .csv, .tsv, .xlsx or .html", file);
    else
        return ledger_fits(call);
    return false;
}

/* What one call works on. */
typedef struct {
    const Call *call;
    Office office;
    Ledger ledger;
    RosterMade made;
    Progress progress;
} Work;

static bool read_ledger(Work *w, RosterWish *wish, Err *err)
{
    const char *from = w->call->option[OPT_LEDGER];
    w->ledger = ledger_in(w->office.arena);
    if (from == NULL) return true;
    wish->ledger = &w->ledger;
    return keep_ledger_read(&w->office, from, &w->ledger, err);
}

/* The plan first: a ledger never has days of a plan that is not there. */
static bool write_files(Work *w, const Summary *summary, Err *err)
{
    const char *file = w->call->option[OPT_OUTPUT];
    const char *kept = w->call->option[OPT_LEDGER_OUT];
    Buf out = buf_in(w->call->arena);
    if (kept != NULL &&
        !keep_ledger_add(&w->office, &w->ledger, &w->made.demand.plan, err))
        return false;
    ledger_write(&w->ledger, &out);
    return roster_file_write(w->call, summary, file, err) &&
           (kept == NULL || file_write(kept, buf_str(&out), err));
}

static int tell(Work *w)
{
    Err err = {0};
    const Call *call = w->call;
    const RosterMade *made = &w->made;
    Buf out = buf_in(call->arena);
    if (!made->solved) {
        clash_text(made, call->lang, &out);
        return say_result(call, &out, EXIT_CLASH);
    }
    Summary summary = summary_make(call->arena, made);
    if (call->option[OPT_OUTPUT] != NULL && made->verified) {
        progress_step(&w->progress, "menulis jadwal", "writing the roster");
        bool wrote = write_files(w, &summary, &err);
        progress_end(&w->progress);
        if (!wrote) return say_refusal(call, &w->office, &err);
    }
    summary_text(&summary, call->lang, &out);
    return say_result(call, &out, made->verified ? EXIT_DONE : EXIT_INPUT);
}

int cmd_roster(const Call *call)
{
    Err err = {0};
    Work *w = NEW(call->arena, Work, 1);
    RosterWish wish = make_roster_wish();
    int code = EXIT_DONE;
    w->call = call;
    w->progress = progress_begin(call);
    if (!read_wish(call, &wish)) return EXIT_USAGE;

    wish.options = (RosterOptions){
        .progress = progress_tick,
        .context = &w->progress,
    };
    progress_step(&w->progress, "membaca register, kalender, dan edaran",
                  "reading register, calendar and letters");
    if (!open_office(call, &w->office, &code)) return code;
    progress_step(&w->progress, "menyusun dan membuktikan jadwal",
                  "making and proving the roster");
    bool done = read_ledger(w, &wish, &err) &&
                make_roster(&w->office, &wish, &w->made, &err);
    progress_end(&w->progress);
    if (!done) return say_refusal(call, &w->office, &err);
    say_warnings(call, &w->office);
    return tell(w);
}
