/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/select.h"

#include "circular/age.h"
#include "circular/units.h"
#include "circular/words.h"

/* ---- looking names up -------------------------------------------------- */

static uint8_t *desk_people(const Lookup *look)
{
    const Register *r = look->r;
    uint8_t *people = NEW(look->arena, uint8_t, r->person_count + 1);
    for (uint32_t c = 0; c < r->counter_count; c++) {
        const Counter *counter = &r->counters[c];
        for (size_t i = 0;
             counter->kind == COUNTER_DESK && i < counter->staff_count; i++) {
            people[counter->staff[i].index] = 1;
        }
    }
    return people;
}

/* What of a term's limits is not a matter of units. */
static void take_limits(Pick *pick, const Term *term)
{
    for (uint32_t i = 0; i < term->limit_count; i++) {
        const Limit *limit = &term->limits[i];
        if (limit->kind == LIMIT_OTHER) pick->other = true;
        if (limit->kind == LIMIT_PLACE) pick->placed = limit->place;
        for (uint32_t m = 0; m < limit->mark_count; m++) {
            if (str_is(limit->marks[m], STR("dipanggil"))) pick->called = true;
        }
    }
    pick->limit = term->limits;
    pick->limit_count = term->limit_count;
}

static void say_no_people(const Lookup *look, const Term *term)
{
    diag_add(look->diags, DIAG_ERROR, "kenal-03", look->source, term->span,
             STR("kata ini bukan orang dan bukan unit"),
             STR("this word means neither people nor units"));
    diag_advise(look->diags,
                STR("sebut pegawai, jabatan, jenis pegawai atau unit"),
                STR("name staff, posts, kinds of staff or units"));
}

/* A measure that the register does not hold is nobody's: say so. */
static void say_measures(const Lookup *look, const Limit *limits,
                         uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t m = 0; m < limits[i].mark_count; m++) {
            if (limits[i].measures[m].compare == COMPARE_NONE ||
                str_is(limits[i].marks[m], STR("berusia")))
                continue;
            diag_add(look->diags, DIAG_WARNING, "kenal-04", look->source,
                     limits[i].span,
                     STR("register tidak memuat ukuran ini: belum ada pegawai "
                         "yang dimaksud"),
                     STR("the register does not hold this measure: nobody is "
                         "meant yet"));
            diag_advise(look->diags,
                        STR("tulis tanda dalam kutip dan isi tanda itu pada "
                            "pegawainya, misalnya yang \"rumahnya jauh\""),
                        STR("write a mark in quotation marks and put it on the "
                            "people, such as who \"rumahnya jauh\""));
        }
    }
}

static Pick make_pick(const Lookup *look, const Term *term)
{
    Pick pick = {.kind = term->kind, .value = term->value};
    take_limits(&pick, term);
    say_measures(look, term->limits, term->limit_count);
    if (units_means_units(term) || term->listed_count > 0) {
        uint8_t *set = NEW(look->arena, uint8_t, look->r->unit_count + 1);
        units_of_term(look, term, true, set);
        pick.kind = TERM_STAFF_ALL;
        pick.units = set;
    } else if (term->kind == TERM_THING) {
        say_no_people(look, term);
    } else {
        pick.units = units_limit(look, term->limits, term->limit_count);
    }
    if (term->kind == TERM_DESK) pick.people = desk_people(look);
    return pick;
}

static Selection *make_selection(const Lookup *look, const Who *who)
{
    Selection *s = NEW(look->arena, Selection, 1);
    VEC(Pick) picks = {0};
    for (uint32_t g = 0; g < who->group_count; g++) {
        const Group *group = &who->groups[g];
        for (uint32_t t = 0; t < group->count; t++) {
            VEC_PUSH(look->arena, &picks, make_pick(look, &group->terms[t]));
        }
    }
    s->picks = picks.at;
    s->pick_count = (uint32_t)picks.count;
    say_measures(look, who->each, who->each_count);
    s->each = who->each;
    s->each_count = who->each_count;
    if (who->except != NULL) s->except = make_selection(look, who->except);
    return s;
}

Selection *selection_make(Arena *arena, const Register *r, const Who *who,
                          const Source *source, Diags *diags)
{
    static const Pick everybody = {.kind = TERM_STAFF_ALL};
    Lookup look = {arena, r, source, diags};
    if (who != NULL) return make_selection(&look, who);
    Selection *all = NEW(arena, Selection, 1);
    all->picks = &everybody;
    all->pick_count = 1;
    return all;
}

/* ---- people of a day ------------------------------------------------------
 */

Levels levels_on(Arena *arena, const Register *r, Date day)
{
    Levels levels = {NEW(arena, uint8_t, r->unit_count + 1)};
    for (uint32_t p = 0; p < r->post_count; p++) {
        const Post *post = &r->posts[p];
        UnitId agency = r->agency_of[post->unit.index];
        if (post->rank > RANK_PENGAWAS || agency.index == NO_INDEX ||
            !window_has(post->window, day))
            continue;
        levels.levels[agency.index] |= (uint8_t)(1U << post->rank);
    }
    return levels;
}

/* How many levels of the agency are at or above this rank: 1 is the top. */
static uint8_t depth_of(const Register *r, const Levels *levels,
                        const Post *post)
{
    UnitId agency = r->agency_of[post->unit.index];
    if (agency.index == NO_INDEX || post->rank > RANK_PENGAWAS) return 0;
    unsigned above =
        levels->levels[agency.index] & ((1U << (post->rank + 1)) - 1U);
    return (uint8_t)__builtin_popcount(above);
}

static void add_post(Profile *profile, const Register *r, const Levels *levels,
                     const Post *post)
{
    const Unit *unit = &r->units[post->unit.index];
    uint8_t depth = depth_of(r, levels, post);
    profile->ranks |= 1U << post->rank;
    profile->roles |= 1U << post->role;
    if (post->rank < profile->rank) profile->rank = post->rank;
    profile->structural |= post->rank <= RANK_PENGAWAS;
    profile->heads_agency |= post->head && unit->agency;
    profile->heads_work_unit |= post->head && unit->work_unit;
    if (depth != 0 && (profile->depth == 0 || depth < profile->depth))
        profile->depth = depth;
}

Profile profile_on(const Register *r, const Levels *levels, PersonId person,
                   Date day)
{
    Rows rows = r->holdings_of[person.index];
    Profile profile = {.rank = RANK_FUNGSIONAL};
    for (uint32_t i = 0; i < rows.count; i++) {
        const Holding *h = &r->holdings[rows.first + i];
        if (holding_counts(r, h, day))
            add_post(&profile, r, levels, &r->posts[h->post.index]);
    }
    if (profile.ranks == 0) {
        profile.rank = r->people[person.index].rank;
        profile.ranks = 1U << profile.rank;
    }
    return profile;
}

/* ---- membership ------------------------------------------------------------
 */

/* Of picks by post: a post that counts, of that kind, in one of the units. */
static bool post_fits(const Pick *pick, const Post *post, const Unit *unit)
{
    switch (pick->kind) {
    case TERM_RANK:
    case TERM_RANK_NAME: return (int32_t)post->rank == pick->value;
    case TERM_ROLE: return (int32_t)post->role == pick->value;
    case TERM_STRUCTURAL: return post->rank <= RANK_PENGAWAS;
    case TERM_HEAD: return post->head && unit->agency;
    case TERM_UNIT_HEAD: return post->head && unit->work_unit;
    case TERM_SUPERIOR: return post->head;
    case TERM_NAME:
    case TERM_STAFF_ALL:
    case TERM_ASN:
    case TERM_STAFF:
    case TERM_TOP_LEVELS:
    case TERM_FIELD:
    case TERM_DESK:
    case TERM_APPOINTER:
    case TERM_PROFESSION:
    case TERM_TEAM:
    case TERM_AGENCY:
    case TERM_WORK_UNIT:
    case TERM_UNIT_TYPE:
    case TERM_SERVICE:
    case TERM_SECTION:
    case TERM_WORK_WEEK:
    case TERM_ROUND_CLOCK:
    case TERM_THING: return false;
    }
    return false;
}

static bool holds_such(const Pick *pick, const Register *r, PersonId person,
                       Date day)
{
    Rows rows = r->holdings_of[person.index];
    for (uint32_t i = 0; i < rows.count; i++) {
        const Holding *h = &r->holdings[rows.first + i];
        const Post *post = &r->posts[h->post.index];
        const Unit *unit = &r->units[post->unit.index];
        if (pick->units != NULL && !pick->units[post->unit.index]) continue;
        if (post_fits(pick, post, unit) && holding_counts(r, h, day))
            return true;
    }
    return false;
}

static bool in_units(const Pick *pick, const Person *person)
{
    return pick->units == NULL || pick->units[person->unit.index] != 0;
}

static const struct {
    Profession profession;
    Str title;
} professions[] = {
#define TITLE(profession, title) {PROFESSION_##profession, STR_INIT(title)},
#include "circular/profession.def"
#undef TITLE
};

static bool has_profession(const Person *person, int32_t profession)
{
    for (size_t i = 0; i < COUNT(professions); i++) {
        Str title = professions[i].title;
        Str first = str_slice(person->title, 0, title.len);
        bool whole = person->title.len == title.len ||
                     (person->title.len > title.len &&
                      person->title.ptr[title.len] == ' ');
        if ((int32_t)professions[i].profession == profession && whole &&
            str_folded_is(first, title))
            return true;
    }
    return false;
}

/* Ranks of people without a post: pelaksana and fungsional. */
static bool has_plain_rank(const Pick *pick, const Profile *profile,
                           const Person *person)
{
    return !profile->structural &&
           (profile->ranks & (1U << pick->value)) != 0 &&
           pick->value >= RANK_PELAKSANA && in_units(pick, person);
}

static bool kind_fits(const Pick *pick, const Register *r,
                      const Profile *profile, PersonId id, Date day, Date known)
{
    const Person *person = &r->people[id.index];
    switch (pick->kind) {
    case TERM_STAFF_ALL: return in_units(pick, person);
    case TERM_ASN:
        return staff_kind_is_asn(person->kind) && in_units(pick, person);
    case TERM_STAFF:
        return (int32_t)person->kind == pick->value && in_units(pick, person);
    case TERM_TOP_LEVELS:
        return profile->depth != 0 && profile->depth <= pick->value &&
               in_units(pick, person);
    case TERM_FIELD: return person->field && in_units(pick, person);
    case TERM_DESK:
        return pick->people[id.index] != 0 && in_units(pick, person);
    case TERM_TEAM:
        return person_has_mark(r, id, day, STR("anggota satgas"), known) &&
               in_units(pick, person);
    case TERM_RANK:
    case TERM_RANK_NAME:
        return has_plain_rank(pick, profile, person) ||
               (profile->structural && holds_such(pick, r, id, day));
    case TERM_STRUCTURAL:
        return profile->structural && holds_such(pick, r, id, day);
    case TERM_ROLE:
        return (profile->roles & (1U << pick->value)) != 0 &&
               holds_such(pick, r, id, day);
    case TERM_HEAD:
        return profile->heads_agency && holds_such(pick, r, id, day);
    case TERM_UNIT_HEAD:
        return profile->heads_work_unit && holds_such(pick, r, id, day);
    case TERM_PROFESSION:
        return has_profession(person, pick->value) && in_units(pick, person);
    case TERM_SUPERIOR: return holds_such(pick, r, id, day);
    case TERM_APPOINTER:
    case TERM_NAME:
    case TERM_AGENCY:
    case TERM_WORK_UNIT:
    case TERM_UNIT_TYPE:
    case TERM_SERVICE:
    case TERM_SECTION:
    case TERM_WORK_WEEK:
    case TERM_ROUND_CLOCK:
    case TERM_THING: return false;
    }
    return false;
}

/* Of measures the register knows the age only; others are nobody's. */
static bool measure_fits(const Limit *limit, uint32_t i, const Register *r,
                         PersonId person, Date day, Date known)
{
    return str_is(limit->marks[i], STR("berusia")) &&
           age_fits(&limit->measures[i], r, person, day, known);
}

static bool mark_fits(const Limit *limit, uint32_t i, const Register *r,
                      PersonId person, Date day, Date known)
{
    if (limit->measures[i].compare != COMPARE_NONE)
        return measure_fits(limit, i, r, person, day, known);
    return str_is(limit->marks[i], STR("dipanggil")) ||
           person_has_mark(r, person, day, limit->marks[i], known);
}

/* Marks of one "yang ..." group: any of them, or all at once. */
static bool marks_fit(const Limit *limit, const Register *r, PersonId person,
                      Date day, Date known)
{
    uint32_t have = 0;
    for (uint32_t i = 0; i < limit->mark_count; i++) {
        if (mark_fits(limit, i, r, person, day, known)) have++;
    }
    return limit->all_marks ? have == limit->mark_count : have > 0;
}

static bool limits_fit(const Limit *limits, uint32_t count, const Register *r,
                       PersonId person, Date day, Date known)
{
    for (uint32_t i = 0; i < count; i++) {
        if (limits[i].kind == LIMIT_MARK &&
            !marks_fit(&limits[i], r, person, day, known))
            return false;
    }
    return true;
}

Picked selection_has(const Selection *s, const Register *r,
                     const Profile *profile, PersonId person, Date day,
                     Date known)
{
    Picked best = PICK_NOT;
    for (uint32_t i = 0; i < s->pick_count && best != PICK_MEANT; i++) {
        const Pick *pick = &s->picks[i];
        if (!kind_fits(pick, r, profile, person, day, known) ||
            !limits_fit(pick->limit, pick->limit_count, r, person, day, known))
            continue;
        best = pick->other ? PICK_OTHER : PICK_MEANT;
    }
    if (best == PICK_NOT) return best;
    if (!limits_fit(s->each, s->each_count, r, person, day, known))
        return PICK_NOT;
    if (s->except != NULL &&
        selection_has(s->except, r, profile, person, day, known) != PICK_NOT)
        return PICK_NOT;
    return best;
}
