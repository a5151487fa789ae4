/* SPDX-License-Identifier: Apache-2.0 */
#include "naive_select.h"

/* ---- units ----------------------------------------------------------------
 */

static bool unit_meant(const Register *r, const Who *who, UnitId unit);

static bool bears(const Unit *unit, Str name)
{
    Str rest = unit->aliases;
    Str alias = {0};
    if (str_folded_is(unit->name, name)) return true;
    if (unit->short_name.len > 0 && str_folded_is(unit->short_name, name))
        return true;
    while (str_next(&rest, '|', &alias))
        if (str_folded_is(alias, name)) return true;
    return false;
}

/* "pada A" behind a word for units: only those inside A; twice: inside both. */
static bool inside_limits(const Register *r, const Term *term, UnitId unit)
{
    for (uint32_t i = 0; i < term->limit_count; i++)
        if (term->limits[i].kind == LIMIT_UNITS &&
            !unit_meant(r, term->limits[i].units, unit))
            return false;
    return true;
}

static bool has_unit_limit(const Term *term)
{
    for (uint32_t i = 0; i < term->limit_count; i++)
        if (term->limits[i].kind == LIMIT_UNITS) return true;
    return false;
}

static bool is_the_kind(const Unit *unit, const Term *term)
{
    if (term->kind == TERM_AGENCY) return unit->agency;
    if (term->kind == TERM_WORK_UNIT) return unit->work_unit;
    if (term->kind == TERM_ROUND_CLOCK) return unit->round_clock;
    if (term->kind == TERM_WORK_WEEK) return (int)unit->week == term->value;
    if (term->kind == TERM_UNIT_TYPE) return (int)unit->type == term->value;
    if (term->kind == TERM_SERVICE) return (int)unit->service == term->value;
    return term->kind == TERM_NAME && bears(unit, term->name);
}

/* Bagian pelayanan: of an agency all of it, else the sections marked so; never
 * a section that is marked as none, nor what is below it. */
static bool is_service_section(const Register *r, const Term *term, UnitId unit)
{
    bool marked = false;
    for (UnitId up = unit; up.index != NO_INDEX;
         up = r->units[up.index].parent) {
        Section section = r->units[up.index].section;
        if (section == SECTION_NOT_SERVICE) return false;
        marked |= section == SECTION_SERVICE;
    }
    return has_unit_limit(term) ? inside_limits(r, term, unit) : marked;
}

/* Without service: neither the unit nor one above it serves. */
static bool is_without_service(const Register *r, const Term *term, UnitId unit)
{
    for (UnitId up = unit; up.index != NO_INDEX; up = r->units[up.index].parent)
        if (r->units[up.index].service != SERVICE_NONE) return false;
    return inside_limits(r, term, unit);
}

static bool term_means_unit(const Register *r, const Term *term, UnitId unit)
{
    for (uint32_t i = 0; i < term->listed_count; i++)
        if (term_means_unit(r, &term->listed[i], unit)) return true;
    if (term->listed_count > 0) return false;
    if (term->kind == TERM_SECTION) return is_service_section(r, term, unit);
    if (term->kind == TERM_SERVICE && term->value == SERVICE_NONE)
        return is_without_service(r, term, unit);
    for (UnitId up = unit; up.index != NO_INDEX; up = r->units[up.index].parent)
        if (is_the_kind(&r->units[up.index], term) &&
            inside_limits(r, term, up))
            return true;
    return false;
}

static bool unit_meant(const Register *r, const Who *who, UnitId unit)
{
    bool meant = false;
    for (uint32_t g = 0; g < who->group_count; g++)
        for (uint32_t t = 0; t < who->groups[g].count; t++)
            meant |= term_means_unit(r, &who->groups[g].terms[t], unit);
    return meant && (who->except == NULL || !unit_meant(r, who->except, unit));
}

/* ---- posts ----------------------------------------------------------------
 */

static bool serves(const Register *r, PersonId person, Date day)
{
    Window w = r->people[person.index].window;
    return !date_before(day, w.first) && !date_before(w.last, day);
}

static bool away(const Register *r, PersonId person, Date day)
{
    for (uint32_t i = 0; i < r->absence_count; i++)
        if (r->absences[i].person.index == person.index &&
            window_has(r->absences[i].window, day))
            return true;
    return false;
}

/* A plh counts while nobody holds the post in full and is there. */
static bool counts(const Register *r, const Holding *h, Date day)
{
    if (!window_has(h->window, day) || !serves(r, h->person, day)) return false;
    if (h->kind != HOLD_PLH) return true;
    for (uint32_t i = 0; i < r->holding_count; i++) {
        const Holding *other = &r->holdings[i];
        if (other->post.index == h->post.index && other->kind == HOLD_FULL &&
            window_has(other->window, day) && serves(r, other->person, day) &&
            !away(r, other->person, day))
            return false;
    }
    return true;
}

static UnitId agency_of(const Register *r, UnitId unit)
{
    while (unit.index != NO_INDEX && !r->units[unit.index].agency)
        unit = r->units[unit.index].parent;
    return unit;
}

/* Has the agency a post of this level that day, above which others stand? */
static bool has_level(const Register *r, UnitId agency, Rank rank, Date day)
{
    for (uint32_t i = 0; i < r->post_count; i++) {
        const Post *post = &r->posts[i];
        if (post->rank == rank && window_has(post->window, day) &&
            agency_of(r, post->unit).index == agency.index)
            return true;
    }
    return false;
}

/* "Pejabat N tingkat struktural tertinggi": of the levels that the agency has,
 * the highest N. */
static bool is_in_top(const Register *r, const Post *post, int levels, Date day)
{
    UnitId agency = agency_of(r, post->unit);
    int above = 0;
    if (agency.index == NO_INDEX || post->rank > RANK_PENGAWAS) return false;
    for (int rank = RANK_JPT_MADYA; rank <= (int)post->rank; rank++)
        above += has_level(r, agency, (Rank)rank, day);
    return above > 0 && above <= levels;
}

static bool is_structural(const Post *post)
{
    return post->rank >= RANK_JPT_MADYA && post->rank <= RANK_PENGAWAS;
}

static bool post_is(const Register *r, const Term *term, const Post *post,
                    Date day)
{
    const Unit *unit = &r->units[post->unit.index];
    switch ((int)term->kind) {
    case TERM_RANK:
    case TERM_RANK_NAME:
        return is_structural(post) && (int)post->rank == term->value;
    case TERM_STRUCTURAL: return is_structural(post);
    case TERM_TOP_LEVELS: return is_in_top(r, post, term->value, day);
    case TERM_ROLE: return (int)post->role == term->value;
    case TERM_HEAD: return post->head && unit->agency;
    case TERM_UNIT_HEAD: return post->head && unit->work_unit;
    case TERM_SUPERIOR: return post->head;
    default: return false;
    }
}

/* Posts are looked for in the units named; of the highest levels it is the
 * person's own unit that is named (as in "pegawai pada"). */
static bool holds(const Register *r, const Term *term, PersonId person,
                  Date day)
{
    for (uint32_t i = 0; i < r->holding_count; i++) {
        const Holding *h = &r->holdings[i];
        const Post *post = &r->posts[h->post.index];
        UnitId where = term->kind == TERM_TOP_LEVELS
                           ? r->people[person.index].unit
                           : post->unit;
        if (h->person.index == person.index && counts(r, h, day) &&
            post_is(r, term, post, day) && inside_limits(r, term, where))
            return true;
    }
    return false;
}

/* ---- people ---------------------------------------------------------------
 */

/* Without a structural post: of the rank that the posts give, else their own
 * (pelaksana or fungsional). */
static bool is_plainly(const Register *r, const Term *term, PersonId person,
                       Date day)
{
    bool posted = false;
    bool such = false;
    if (term->value < RANK_PELAKSANA) return false;
    for (uint32_t i = 0; i < r->holding_count; i++) {
        const Holding *h = &r->holdings[i];
        const Post *post = &r->posts[h->post.index];
        if (h->person.index != person.index || !counts(r, h, day)) continue;
        if (is_structural(post)) return false;
        posted = true;
        such |= (int)post->rank == term->value;
    }
    return posted ? such : (int)r->people[person.index].rank == term->value;
}

static bool bears_mark(const Register *r, PersonId person, Str name, Date day)
{
    for (uint32_t i = 0; i < r->mark_count; i++)
        if (r->marks[i].person.index == person.index &&
            window_has(r->marks[i].window, day) &&
            str_folded_is(r->marks[i].name, name))
            return true;
    return false;
}

static bool marks_hold(const Register *r, const Limit *limit, PersonId person,
                       Date day)
{
    uint32_t borne = 0;
    if (limit->kind != LIMIT_MARK) return true;
    for (uint32_t i = 0; i < limit->mark_count; i++)
        borne += bears_mark(r, person, limit->marks[i], day);
    return limit->all_marks ? borne == limit->mark_count : borne > 0;
}

static bool mans_a_desk(const Register *r, PersonId person)
{
    for (uint32_t c = 0; c < r->counter_count; c++)
        for (size_t i = 0; i < r->counters[c].staff_count; i++)
            if (r->counters[c].kind == COUNTER_DESK &&
                r->counters[c].staff[i].index == person.index)
                return true;
    return false;
}

static bool kind_is(const Register *r, const Term *term, PersonId person,
                    Date day)
{
    const Person *p = &r->people[person.index];
    bool there = inside_limits(r, term, p->unit);
    switch ((int)term->kind) {
    case TERM_STAFF_ALL: return there;
    case TERM_ASN:
        return there && p->kind != STAFF_TKD && p->kind != STAFF_PTT &&
               p->kind != STAFF_KONTRAK && p->kind != STAFF_HONORER;
    case TERM_STAFF: return there && (int)p->kind == term->value;
    case TERM_FIELD: return there && p->field;
    case TERM_DESK: return there && mans_a_desk(r, person);
    case TERM_TEAM:
        return there && bears_mark(r, person, STR("anggota satgas"), day);
    case TERM_RANK:
    case TERM_RANK_NAME:
        return holds(r, term, person, day) ||
               (there && is_plainly(r, term, person, day));
    case TERM_NAME:
    case TERM_AGENCY:
    case TERM_WORK_UNIT:
    case TERM_UNIT_TYPE:
    case TERM_SERVICE:
    case TERM_SECTION:
    case TERM_WORK_WEEK:
    case TERM_ROUND_CLOCK: return term_means_unit(r, term, p->unit);
    default: return holds(r, term, person, day);
    }
}

static Picked term_picks(const Register *r, const Term *term, PersonId person,
                         Date day)
{
    bool other = false;
    if (!kind_is(r, term, person, day)) return PICK_NOT;
    for (uint32_t i = 0; i < term->limit_count; i++) {
        if (!marks_hold(r, &term->limits[i], person, day)) return PICK_NOT;
        other |= term->limits[i].kind == LIMIT_OTHER;
    }
    return other ? PICK_OTHER : PICK_MEANT;
}

Picked naive_means(const Register *r, const Who *who, PersonId person, Date day)
{
    Picked best = PICK_NOT;
    for (uint32_t g = 0; g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            Picked one = term_picks(r, &who->groups[g].terms[t], person, day);
            if (one == PICK_MEANT || best == PICK_NOT) best = one;
        }
    }
    for (uint32_t i = 0; i < who->each_count; i++)
        if (!marks_hold(r, &who->each[i], person, day)) return PICK_NOT;
    if (who->except != NULL &&
        naive_means(r, who->except, person, day) != PICK_NOT)
        return PICK_NOT;
    return best;
}
