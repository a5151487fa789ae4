/* SPDX-License-Identifier: Apache-2.0 */
#include "app/explain_person.h"
#include "app/plan_files.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/find_person.h"
#include "cli/open.h"

static int explain(const Call *call, Office *office, ExplainWish wish)
{
    Err err = {0};
    Plan plan = {0};
    Answer labels = {0};
    ExplainedPerson said = {0};
    Buf out = buf_in(call->arena);
    int code = EXIT_DONE;
    if (call->option[OPT_PLAN] != NULL) {
        if (!open_file(call, call->option[OPT_PLAN], &code)) return code;
        if (!plan_files_read(office, call->option[OPT_PLAN], &plan, &labels,
                             &err))
            return say_refusal(call, office, &err);
        wish.plan = &plan;
    }
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
