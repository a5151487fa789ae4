/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_case.h"

bool board_case_asks(const Finding *f)
{
    return finding_colour(f) == COLOUR_BREACH || f->outcome == OUTCOME_QUESTION;
}

/* A row: what is noted, as a question; {n}: minutes. */
static const struct {
    DutyKind duty;
    Outcome outcome;
    const char *english;
} questions[] = {
    {DUTY_PRESENT, OUTCOME_ABSENT,
     N_("No check-in is noted. Is there a reason?")                          },
    {DUTY_PRESENT, OUTCOME_LATE,
     N_("The check-in is noted {n} minutes after its time. Is there a "
        "reason?")                                                           },
    {DUTY_PRESENT, OUTCOME_ELSEWHERE,
     N_("The check-in is noted at another place than the plan has. Did the "
        "work change?")                                                      },
    {DUTY_REPORT,  OUTCOME_MISSING,
     N_("No report is noted. Was it sent by another way?")                   },
    {DUTY_REPORT,  OUTCOME_LATE,
     N_("The report is noted {n} minutes after its time. Is there a reason?")},
    {DUTY_REACH,   OUTCOME_UNREACHABLE,
     N_("A call has no answer. Was there a signal?")                         },
    {DUTY_REACH,   OUTCOME_ANSWERED_LATE,
     N_("A call was answered after {n} minutes. Is there a reason?")         },
    {DUTY_RECALL,  OUTCOME_NOT_OBEYED,
     N_("No arrival is noted after the call to the office. Was the call "
        "received?")                                                         },
    {DUTY_STAY,    OUTCOME_OUTSIDE,
     N_("Somebody noted to have seen them outside the house. What for?")     },
    {DUTY_TRAVEL,  OUTCOME_OUTSIDE,
     N_("Somebody noted to have seen them outside the region. What for?")    },
};

/* Signals are of machines: they ask. */
static const char *signal_said(const Fact *fact)
{
    if (fact == NULL) return N_("A signal is noted. What is behind it?");
    if (str_is(fact->word, STR("lokasi")))
        return N_("The place that the device told is another one. What is "
                  "behind it?");
    if (str_is(fact->word, STR("jam ponsel")))
        return N_("The clock of the phone differs from ours. Is it set right?");
    return N_("Several people used one device. Is it one that they share?");
}

static Str signal_question(const Speech *s, const Finding *f,
                           const DayBook *book)
{
    const Fact *fact = daybook_find(book, f->facts[0]);
    Str asked = said(s, signal_said(fact));
    if (fact == NULL || fact->text.len == 0) return asked;
    return str_format(s->arena, "%.*s (%.*s)", STR_ARG(asked),
                      STR_ARG(fact->text));
}

static Str other_question(const Speech *s, const Finding *f)
{
    return SAID(s, "{duty}: {outcome}. Is there an explanation?",
                {"duty", duty_word(f->duty, s->lang)},
                {"outcome", outcome_word(f->outcome, s->lang)});
}

Str board_case_question(const Speech *s, const Finding *f, const DayBook *book)
{
    if (f->outcome == OUTCOME_QUESTION) return signal_question(s, f, book);
    for (size_t i = 0; i < COUNT(questions); i++) {
        if (questions[i].duty != f->duty || questions[i].outcome != f->outcome)
            continue;
        SayArg minutes = {"n", said_number(s, f->minutes)};
        bool told =
            str_find(str_of(questions[i].english), STR("{n}"), 0) != SIZE_MAX;
        return said_with(s, questions[i].english, &minutes, told ? 1 : 0);
    }
    return other_question(s, f);
}

void board_case_state(Page *page, ClarifyState state)
{
    static const char *const css[] = {
        [CLARIFY_NONE] = "<span class=\"tag\">",
        [CLARIFY_ASKED] = "<span class=\"tag warn\">",
        [CLARIFY_ANSWERED] = "<span class=\"tag info\">",
        [CLARIFY_CLOSED] = "<span class=\"tag ok\">",
    };
    page_put(page, (Html){str_of(css[state])});
    page_text(page, clarify_state_word(state, page->speech.lang));
    page_put(page, HTML("</span>"));
}
