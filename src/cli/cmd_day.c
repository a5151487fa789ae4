/* SPDX-License-Identifier: Apache-2.0 */
#include "base/clock.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/find_person.h"
#include "cli/open.h"
#include "cli/recap_day.h"
#include "cli/unit_text.h"

static int tell_person(const Call *call, const Judged *judged,
                       const Judgement *day)
{
    PersonId person = NO_PERSON;
    UnitDay under = {0};
    int code = EXIT_DONE;
    Buf out = buf_in(call->arena);
    if (!find_person(call, &judged->r, call->words[0], &person, &code))
        return code;
    recap_day_person(judged, day, person, call->lang, &out);
    if (judge_unit_under(call->arena, day, person, &under))
        unit_text_under(judged, &under, call->lang, &out);
    return say_result(call, &out, EXIT_DONE);
}

static int tell_unit(const Call *call, const Judged *judged,
                     const Judgement *day)
{
    Err err = {0};
    UnitDay told = {0};
    Buf out = buf_in(call->arena);
    if (!judge_unit(call->arena, judged, day, str_of(call->option[OPT_UNIT]),
                    &told, &err))
        return say_refusal(call, judged->office, &err);
    unit_text(judged, &told, call->lang, &out);
    return say_result(call, &out, EXIT_DONE);
}

static int tell_units(const Call *call, const Judged *judged,
                      const Judgement *day)
{
    Err err = {0};
    Recap recap = {0};
    Buf out = buf_in(call->arena);
    RecapFrom from = {.corpus = &judged->corpus,
                      .plan = judged->has_plan ? &judged->plan : NULL,
                      .book = judged->book,
                      .hours = judged->hours,
                      .zone = judged->zone,
                      .now = judged->now,
                      .window = judged->window};
    if (!recap_make(call->arena, &from, &recap, &err))
        return say_refusal(call, judged->office, &err);
    recap_day_units(judged, day, &recap, call->lang, &out);
    return say_result(call, &out, EXIT_DONE);
}

static int tell(const Call *call, Office *office, const JudgeWish *wish)
{
    Err err = {0};
    Judged judged = {0};
    Judgement day = {0};
    if (!judge_open(office, wish, &judged, &err) ||
        !judge_day(call->arena, &judged, wish->window.first, &day, &err))
        return say_refusal(call, office, &err);
    if (call->word_count > 0) return tell_person(call, &judged, &day);
    if (call->option[OPT_UNIT] != NULL) return tell_unit(call, &judged, &day);
    say_warnings(call, office);
    return tell_units(call, &judged, &day);
}

int cmd_day(const Call *call)
{
    Office office = {0};
    JudgeWish wish = {.data = call->option[OPT_DATA],
                      .plan = call->option[OPT_PLAN],
                      .now = clock_now()};
    int code = EXIT_DONE;
    if (!args_option_date(call, OPT_ON, DATE_NEVER, &wish.window.first) ||
        !args_option_date(call, OPT_KNOWN, DATE_NEVER, &wish.known))
        return EXIT_USAGE;
    if (call->word_count > 0 && call->option[OPT_UNIT] != NULL)
        return say_usage(call, "sebut pegawai atau --unit, tidak keduanya",
                         "give a person or --unit, not both");
    wish.window.last = wish.window.first;
    if (wish.plan != NULL && !open_file(call, wish.plan, &code)) return code;
    if (!open_office(call, &office, &code)) return code;
    return tell(call, &office, &wish);
}
