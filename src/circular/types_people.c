/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/types.h"

/* ---- W: who is placed -------------------------------------------------------
 */

static bool is_rank(const Term *term)
{
    return term->kind == TERM_RANK || term->kind == TERM_STRUCTURAL ||
           (term->kind == TERM_RANK_NAME && term->value <= RANK_PENGAWAS);
}

bool type_w_rank(const Said *said, TypeUse *use)
{
    (void)use;
    return said_place(said, WHERE_OFFICE) && said_who(said, is_rank);
}

static bool is_top(const Term *term)
{
    return term->kind == TERM_TOP_LEVELS;
}

bool type_w_topn(const Said *said, TypeUse *use)
{
    (void)use;
    return said_place(said, WHERE_OFFICE) && said_who(said, is_top);
}

static bool is_role(const Term *term)
{
    return term->kind == TERM_ROLE || term->kind == TERM_HEAD ||
           term->kind == TERM_UNIT_HEAD;
}

bool type_w_role(const Said *said, TypeUse *use)
{
    (void)use;
    return said_place(said, WHERE_OFFICE) && said_who(said, is_role);
}

static bool is_other(const Term *term)
{
    for (uint32_t i = 0; i < term->limit_count; i++) {
        if (term->limits[i].kind == LIMIT_OTHER) return true;
    }
    return false;
}

static bool is_class(const Term *term)
{
    return is_rank(term) || term->kind == TERM_RANK_NAME ||
           term->kind == TERM_STAFF || is_other(term);
}

bool type_w_home(const Said *said, TypeUse *use)
{
    (void)use;
    return (said_place(said, WHERE_HOME) || said_place(said, WHERE_ANY)) &&
           said_who(said, is_class);
}

static bool is_nonasn(const Term *term)
{
    return term->kind == TERM_STAFF &&
           !staff_kind_is_asn((StaffKind)term->value);
}

bool type_w_nonasn(const Said *said, TypeUse *use)
{
    const Who *covering = said->letter->covering;
    if (said->sentence != NULL) return said_who(said, is_nonasn);
    if (!who_has(covering, is_nonasn)) return false;
    use->span = covering->span;
    return true;
}

bool type_w_vuln(const Said *said, TypeUse *use)
{
    (void)use;
    return said_mark(said, 'v');
}

bool type_w_vacc(const Said *said, TypeUse *use)
{
    (void)use;
    return said_mark(said, 'i');
}

bool type_w_quar(const Said *said, TypeUse *use)
{
    (void)use;
    return said_mark(said, 'q');
}

bool type_w_crit(const Said *said, TypeUse *use)
{
    (void)use;
    return said_mark(said, 'c') || said_verb(said, VERB_WEIGH);
}

bool type_w_healthy(const Said *said, TypeUse *use)
{
    (void)use;
    return said_mark(said, 'h');
}

/* ---- E: who is left out -----------------------------------------------------
 */

/* Of which each government has one: the kind is its name. */
static bool is_the_only(int32_t type)
{
    return type == UNIT_SATPOL || type == UNIT_SETDA || type == UNIT_SETWAN ||
           type == UNIT_INSPEKTORAT;
}

static bool is_named(const Term *term)
{
    bool typed = term->kind == TERM_UNIT_TYPE && !term_is_sub(term);
    return term->kind == TERM_NAME ||
           (typed && (term->name.len > 0 || is_the_only(term->value)));
}

static bool is_class_of_units(const Term *term)
{
    return term_is_unit(term->kind) && !is_named(term) && !term_is_sub(term);
}

static bool in_named(const Term *term)
{
    return term_stands_in(term, is_named) && !term_stands_in(term, term_is_sub);
}

static bool in_class(const Term *term)
{
    return term_stands_in(term, is_class_of_units);
}

static bool in_sub(const Term *term)
{
    return term_stands_in(term, term_is_sub);
}

/* Whoever is of some units stays in the office: out of what holds for others.
 */
static bool kept_in(const Said *said, TermTest *test)
{
    return said_place(said, WHERE_OFFICE) &&
           said->sentence->strength == STRENGTH_MUST &&
           said_who(said, term_is_all) && said_who(said, test);
}

bool type_e_unit(const Said *said, TypeUse *use)
{
    (void)use;
    return said_left_out(said, in_named) || kept_in(said, in_named);
}

/* "Yang dimaksud dengan unit siaga ialah ...": a class made by the letter. */
static bool makes_class(const Said *said)
{
    const Sentence *s = said->sentence;
    return said_pred(said, PRED_MEANS) && s->object != NULL &&
           !said_thing(said, THING_HOME);
}

bool type_e_class(const Said *said, TypeUse *use)
{
    (void)use;
    return said_left_out(said, in_class) || kept_in(said, in_class) ||
           makes_class(said);
}

bool type_e_sub(const Said *said, TypeUse *use)
{
    (void)use;
    return said_left_out(said, in_sub) ||
           (said_place(said, WHERE_OFFICE) && said_who(said, in_sub));
}

static bool is_profession(const Term *term)
{
    return term->kind == TERM_PROFESSION;
}

bool type_e_prof(const Said *said, TypeUse *use)
{
    (void)use;
    return said_left_out(said, is_profession) ||
           (said_places(said) && said_who(said, is_profession));
}

static bool is_team(const Term *term)
{
    return term->kind == TERM_TEAM;
}

bool type_e_team(const Said *said, TypeUse *use)
{
    (void)use;
    return said_left_out(said, is_team) ||
           (said_places(said) && said_who(said, is_team));
}

static bool is_desk(const Term *term)
{
    return term->kind == TERM_DESK;
}

bool type_e_counter(const Said *said, TypeUse *use)
{
    bool held = said_pred(said, PRED_STATE) && said_thing(said, THING_COUNTER);
    (void)use;
    return held || said_word(said, "E.COUNTER") ||
           said_pred(said, PRED_EXCEED) || said_who(said, is_desk) ||
           said_record(said, "E.COUNTER");
}

static bool is_field(const Term *term)
{
    return term->kind == TERM_FIELD;
}

bool type_e_field(const Said *said, TypeUse *use)
{
    (void)use;
    return said_left_out(said, is_field) || said_who(said, is_field) ||
           said_place(said, WHERE_FIELD);
}
