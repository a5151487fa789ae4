/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/types.h"

/* ---- V: when ---------------------------------------------------------------
 */

static bool is_plain(const When *when)
{
    return when->status.len == 0 && when->period.len == 0 &&
           when->date_count == 0;
}

static bool is_fixed(const When *when)
{
    return is_plain(when) && when->weekdays == 0 && !when->until_notice &&
           (!date_is(when->window.last, DATE_NEVER) ||
            when->lasting.number > 0);
}

/* Each rule with a period of its own. */
static bool rules_are_fixed(const Letter *letter, TypeUse *use)
{
    for (uint32_t i = 0; !letter->valid.given && i < letter->rule_count; i++) {
        const When *valid = &letter->rules[i].valid;
        if (!valid->given || !is_fixed(valid)) continue;
        use->span = valid->span;
        return true;
    }
    return false;
}

bool type_v_fix(const Said *said, TypeUse *use)
{
    return said->sentence == NULL && (said_when(said, is_fixed, use) ||
                                      rules_are_fixed(said->letter, use));
}

static bool is_open(const When *when)
{
    return is_plain(when) && date_is(when->window.last, DATE_NEVER) &&
           when->lasting.number == 0;
}

bool type_v_open(const Said *said, TypeUse *use)
{
    return said->sentence == NULL && said_when(said, is_open, use);
}

/* A closure of the letter's own making is no outside status. */
static bool is_status(const When *when)
{
    return when->status.len > 0 ||
           (when->period.len > 0 && !str_is(when->period, STR("penutupan")));
}

bool type_v_event(const Said *said, TypeUse *use)
{
    return said_when(said, is_status, use);
}

static bool has_dates(const When *when)
{
    return when->date_count > 1;
}

bool type_v_dates(const Said *said, TypeUse *use)
{
    return said_when(said, has_dates, use);
}

static bool has_weekdays(const When *when)
{
    return when->weekdays != 0;
}

/* A weekday on which one reports is a rhythm, not a validity. */
bool type_v_weekday(const Said *said, TypeUse *use)
{
    bool rules = said->sentence == NULL || said_places(said);
    return rules && said_when(said, has_weekdays, use);
}

static bool is_part(const When *when)
{
    return when->date_count > 0 || !date_is(when->window.first, DATE_ALWAYS) ||
           !date_is(when->window.last, DATE_NEVER);
}

bool type_v_phase(const Said *said, TypeUse *use)
{
    bool terms = said_places(said) || said_pred(said, PRED_MEANS) ||
                 said_verb(said, VERB_WORK);
    return terms && said_when(said, is_part, use);
}

static bool has_minute(const When *when)
{
    return when->from_minute >= 0 || when->last_minute >= 0;
}

static bool is_next(Date known, Date first)
{
    return !date_is(known, DATE_ALWAYS) && !date_before(first, known) &&
           !date_before(date_plus(known, 1), first);
}

/* In force on the day on which it was signed or announced, or on the next. */
static bool is_at_once(const Letter *letter, TypeUse *use)
{
    Date first = letter->valid.window.first;
    if (letter->valid.date_count > 0) first = letter->valid.dates[0];
    if (!letter->valid.given || date_is(first, DATE_ALWAYS) ||
        (!is_next(letter->enacted, first) &&
         !is_next(letter->announced, first)))
        return false;
    use->span = letter->valid.span;
    use->computed = true; /* whole days are */
    return true;
}

static bool ends_within_day(const Letter *letter, TypeUse *use)
{
    for (uint32_t i = 0; i < letter->relation_count; i++) {
        if (letter->relations[i].from_minute < 0) continue;
        use->span = letter->relations[i].span;
        return true;
    }
    return false;
}

bool type_v_intraday(const Said *said, TypeUse *use)
{
    if (said_when(said, has_minute, use)) return true;
    return said->sentence == NULL && (ends_within_day(said->letter, use) ||
                                      is_at_once(said->letter, use));
}

bool type_v_eval(const Said *said, TypeUse *use)
{
    const Letter *letter = said->letter;
    (void)use;
    return said->sentence == NULL &&
           (letter->review.len > 0 || letter->review_rhythm.number > 0);
}

/* ---- L: beside which letters ------------------------------------------------
 */

static const Relation *relation_of(const Said *said, RelationKind kind,
                                   TypeUse *use)
{
    const Letter *letter = said->letter;
    if (said->sentence != NULL) return NULL;
    for (uint32_t i = 0; i < letter->relation_count; i++) {
        if (letter->relations[i].kind != kind) continue;
        use->span = letter->relations[i].span;
        return &letter->relations[i];
    }
    return NULL;
}

bool type_l_amend(const Said *said, TypeUse *use)
{
    return relation_of(said, RELATION_AMENDS, use) != NULL;
}

bool type_l_revoke(const Said *said, TypeUse *use)
{
    return relation_of(said, RELATION_REVOKES, use) != NULL;
}

bool type_l_coexist(const Said *said, TypeUse *use)
{
    return relation_of(said, RELATION_BESIDE, use) != NULL;
}

bool type_l_basis(const Said *said, TypeUse *use)
{
    return relation_of(said, RELATION_BASED, use) != NULL;
}

bool type_l_local(const Said *said, TypeUse *use)
{
    return relation_of(said, RELATION_DEPARTS, use) != NULL;
}

bool type_l_deleg(const Said *said, TypeUse *use)
{
    (void)use;
    return said_word(said, "L.DELEG") ||
           (said_pred(said, PRED_COUNT) &&
            said->sentence->amount.set_by_other) ||
           (said_places(said) && said_tail(said, TAIL_SCHEDULED_BY) != NULL);
}
