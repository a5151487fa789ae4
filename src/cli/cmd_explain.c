/* SPDX-License-Identifier: Apache-2.0 */
#include "app/explain_person.h"
#include "app/plan_files.h"
#include "app/published.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/find_person.h"
#include "cli/open.h"

/* The plan of --plan, or that which is published in --data. */
static bool read_plan(const Call *call, Office *office, ExplainWish *wish,
                      Plan *plan, Err *err)
{
    AUTO(store_done) Store *store = NULL;
    Answer labels = {0};
    StoreWish open = {.folder = call->option[OPT_DATA]};
    Window day = {wish->day, wish->day};
    bool found = call->option[OPT_PLAN] != NULL;
    if (found) {
        if (!plan_files_read(office, call->option[OPT_PLAN], plan, &labels,
                             err))
            return false;
    } else if (open.folder != NULL) {
        if (!store_open(&open, &store, err) ||
            !published_plan(store, office, day, wish->known, plan, &found, err))
            return false;
        wish->published = true;
    }
    if (found) wish->plan = plan;
    return true;
}

static int explain(const Call *call, Office *office, ExplainWish wish)
{
    Err err = {0};
    Plan plan = {0};
    ExplainedPerson said = {0};
    Buf out = buf_in(call->arena);
    int code = EXIT_DONE;
    if (call->option[OPT_PLAN] != NULL &&
        !open_file(call, call->option[OPT_PLAN], &code))
        return code;
    if (!read_plan(call, office, &wish, &plan, &err))
        return say_refusal(call, office, &err);
    if (!explain_person(office, &wish, &said, &err))
        return say_refusal(call, office, &err);
    explanation_print(&said.text, &office->r, wish.person, wish.day, call->lang,
                      &out);
    return say_result(call, &out, EXIT_DONE);
}

int cmd_explain(const Call *call)
{
    Office office = {0};
    ExplainWish wish = {.lang = call->lang};
    int code = EXIT_DONE;
    if (!args_date(call, call->words[1], &wish.day) ||
        !args_option_date(call, OPT_KNOWN, DATE_NEVER, &wish.known))
        return EXIT_USAGE;
    if (call->option[OPT_PLAN] != NULL && call->option[OPT_KNOWN] != NULL)
        return say_usage(call,
                         "'--known' sudah ditentukan oleh jadwal tersimpan",
                         "'--known' is settled by the stored plan");
    if (!open_office(call, &office, &code) ||
        !find_person(call, &office.r, call->words[0], &wish.person, &code))
        return code;
    return explain(call, &office, wish);
}
