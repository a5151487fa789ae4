/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/recap_call.h"

#include "base/clock.h"
#include "cli/args.h"
#include "sheet/recap_file.h"

static bool given(const Call *call, OptionId id)
{
    return call->option[id] != NULL;
}

/* Two days, or a period; not both, and not none. */
static bool window_is_said(const Call *call)
{
    bool days = given(call, OPT_FROM) || given(call, OPT_TO);
    if (given(call, OPT_PERIOD) && days)
        (void)say_usage(call, "pilih '--period' atau '--from' dan '--to'",
                        "choose '--period', or '--from' and '--to'");
    else if (!given(call, OPT_PERIOD) && !given(call, OPT_FROM))
        (void)say_usage(call,
                        "'--from' harus diberikan dengan '--to', atau "
                        "'--period'",
                        "'--from' must be given with '--to', or '--period'");
    else if (days && !given(call, OPT_TO))
        (void)say_usage(call, "'--to' harus diberikan", "'--to' must be given");
    else
        return true;
    return false;
}

static bool read_days(const Call *call, RecapCall *out)
{
    JudgeWish *wish = &out->recap.judge;
    const char *period = call->option[OPT_PERIOD];
    out->by_period = period != NULL;
    if (!window_is_said(call) ||
        !args_option_date(call, OPT_FROM, DATE_ALWAYS, &wish->window.first) ||
        !args_option_date(call, OPT_TO, DATE_NEVER, &wish->window.last) ||
        !args_option_date(call, OPT_KNOWN, DATE_NEVER, &wish->known) ||
        !args_option_date(call, OPT_ON, DATE_NEVER, &out->day))
        return false;
    if (period != NULL && !recap_span_parse(str_of(period), &out->span))
        (void)say_usage(call, "'%s': pilih mingguan, bulanan, surat atau masa",
                        "'%s': choose weekly, monthly, letter or run", period);
    else if (window_is_empty(wish->window))
        (void)say_usage(call, "'--to' mendahului '--from'",
                        "'--to' comes before '--from'");
    else
        return true;
    return false;
}

static bool files_fit(const Call *call)
{
    const char *file = call->option[OPT_OUTPUT];
    const char *kinerja = call->option[OPT_KINERJA];
    RecapForm form = RECAP_FORM_TEXT;
    if (file != NULL && !recap_file_form(str_of(file), &form))
        (void)say_usage(call,
                        "'%s' harus berakhir .csv, .xlsx, .html, atau .rekap",
                        "'%s' must end in .csv, .xlsx, .html or .rekap", file);
    else if (kinerja != NULL && (!recap_file_form(str_of(kinerja), &form) ||
                                 !recap_file_has_kinerja(form)))
        (void)say_usage(call, "'%s' harus berakhir .csv atau .xlsx",
                        "'%s' must end in .csv or .xlsx", kinerja);
    else
        return true;
    return false;
}

/* What is closed is what is on file now, by the published plan. */
static bool act_fits(const Call *call)
{
    bool acts = given(call, OPT_CLOSE) || given(call, OPT_RECEIVE);
    if (given(call, OPT_CLOSE) && given(call, OPT_RECEIVE))
        (void)say_usage(call, "pilih '--close' atau '--receive'",
                        "choose '--close' or '--receive'");
    else if (acts && (!given(call, OPT_DATA) || !given(call, OPT_AS)))
        (void)say_usage(call,
                        "'--close' dan '--receive' memerlukan '--data' dan "
                        "'--as'",
                        "'--close' and '--receive' need '--data' and '--as'");
    else if (acts && (given(call, OPT_KNOWN) || given(call, OPT_PLAN)))
        (void)say_usage(call,
                        "'--close' dan '--receive' menurut yang tersimpan "
                        "sekarang: tanpa '--known' dan '--plan'",
                        "'--close' and '--receive' go by what is on file now: "
                        "without '--known' and '--plan'");
    else if (!acts && given(call, OPT_AS))
        (void)say_usage(call, "'--as' hanya untuk '--close' atau '--receive'",
                        "'--as' is for '--close' or '--receive' only");
    else
        return true;
    return false;
}

bool recap_call_read(const Call *call, RecapCall *out)
{
    const char *unit = call->option[OPT_UNIT];
    *out = (RecapCall){
        .recap = {.judge = {.data = call->option[OPT_DATA],
                            .plan = call->option[OPT_PLAN],
                            .now = clock_now()},
                  .unit = unit == NULL ? STR("") : str_of(unit)}
    };
    return read_days(call, out) && files_fit(call) && act_fits(call);
}

bool recap_call_settle(Office *office, RecapCall *asked, Err *err)
{
    JudgeWish *wish = &asked->recap.judge;
    if (date_is(asked->day, DATE_NEVER))
        asked->day = zone_day(office->government.zone, wish->now);
    return !asked->by_period ||
           make_recap_window(office, wish, asked->span, asked->day,
                             &wish->window, err);
}
