/* SPDX-License-Identifier: Apache-2.0 */
#include "app/verify_plan.h"
#include "cli/commands.h"
#include "cli/open.h"

static void put_wrong(Buf *out, const Call *call, const VerifiedPlan *v,
                      const Register *r)
{
    for (size_t i = 0; i < v->wrong_count && i < VERIFY_SHOWN; i++) {
        const WrongCell *cell = &v->wrong[i];
        const Person *person = &r->people[cell->person.index];
        Str day = date_words(call->arena, v->plan.days[cell->day], call->lang);
        const char *turn = call->lang == LANG_EN ? "K or R" : "K atau R";
        char should[2] = {cell->should, '\0'};
        say_format(out, call->lang,
                   "  %.*s %.*s, %.*s: tertulis %c, seharusnya %s\n",
                   "  %.*s %.*s, %.*s: has %c, should be %s\n",
                   STR_ARG(person->code), STR_ARG(person->name), STR_ARG(day),
                   cell->has, cell->should == PLACED_OPEN ? turn : should);
    }
    if (v->wrong_count > VERIFY_SHOWN)
        say_format(out, call->lang, "  dan %llu sel lain\n",
                   "  and %llu other cells\n",
                   (unsigned long long)(v->wrong_count - VERIFY_SHOWN));
}

/* "8.415 pegawai, 15 hari; 8.263 di antaranya bergilir" */
static void put_counts(Buf *out, Lang lang, const VerifiedPlan *v)
{
    say_number(out, lang, v->plan.person_count);
    say_format(out, lang, " pegawai, %u hari; ", " people, %u days; ",
               v->plan.day_count);
    say_number(out, lang, v->demand.problem.row_count);
    say_format(out, lang, " pegawai bergilir\n", " people take turns\n");
}

int cmd_verify(const Call *call)
{
    Err err = {0};
    Office office = {0};
    VerifiedPlan v = {0};
    int code = EXIT_DONE;
    if (!open_file(call, call->words[0], &code) ||
        !open_office(call, &office, &code))
        return code;
    if (!verify_plan(&office, call->words[0], &v, &err))
        return say_refusal(call, &office, &err);

    Buf out = buf_in(call->arena);
    Str verdict = verify_plan_words(v.verdict, call->lang);
    buf_format(&out, "%s: %.*s\n", call->words[0], STR_ARG(verdict));
    if (v.verdict == VERDICT_CELLS || v.verdict == VERDICT_CHANGED)
        put_wrong(&out, call, &v, &office.r);
    if (v.verdict == VERDICT_UNPROVED)
        buf_format(&out, "  %.*s\n", STR_ARG(v.audit_said[call->lang]));
    if (v.verdict == VERDICT_PROVED) put_counts(&out, call->lang, &v);
    return say_result(call, &out,
                      v.verdict == VERDICT_PROVED ? EXIT_DONE : EXIT_INPUT);
}
