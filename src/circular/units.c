/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/units.h"

#include "circular/words.h"

#include <string.h>

static uint8_t *empty_set(const Lookup *look)
{
    return NEW(look->arena, uint8_t, look->r->unit_count + 1);
}

static void mark_unit(const Register *r, UnitId unit, bool below, uint8_t *set)
{
    set[unit.index] = 1;
    if (!below) return;
    for (uint32_t i = r->enter[unit.index]; i < r->leave[unit.index]; i++) {
        set[r->preorder[i].index] = 1;
    }
}

static bool alias_is(Str aliases, Str name)
{
    Str piece;
    while (str_next(&aliases, '|', &piece)) {
        if (str_folded_is(piece, name)) return true;
    }
    return false;
}

static bool is_called(const Unit *unit, Str name)
{
    return str_folded_is(unit->name, name) ||
           (unit->short_name.len > 0 &&
            str_folded_is(unit->short_name, name)) ||
           alias_is(unit->aliases, name);
}

/* Units of that name, inside `within` when given; the first few of them. */
static uint32_t find_called(const Register *r, Str name, const uint8_t *within,
                            UnitId *found, uint32_t room)
{
    uint32_t count = 0;
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (within != NULL && !within[u]) continue;
        if (!is_called(&r->units[u], name)) continue;
        if (count < room) found[count] = (UnitId){u};
        count++;
    }
    return count;
}

/*
 * "Bidang Perizinan DPMPTSP": cut at each blank from the left, so that the
 * tail is a unit and the head a unit below it.
 */
static bool find_nested(const Register *r, Str name, UnitId *out)
{
    for (size_t at = str_find(name, STR(" "), 0); at != SIZE_MAX;
         at = str_find(name, STR(" "), at + 1)) {
        UnitId above;
        UnitId below[2];
        if (find_called(r, str_slice(name, at + 1, name.len), NULL, &above,
                        1) != 1)
            continue;
        uint32_t found = 0;
        Str head = str_slice(name, 0, at);
        for (uint32_t i = r->enter[above.index]; i < r->leave[above.index];
             i++) {
            UnitId unit = r->preorder[i];
            if (!is_called(&r->units[unit.index], head)) continue;
            if (found < 2) below[found] = unit;
            found++;
        }
        if (found == 1) {
            *out = below[0];
            return true;
        }
    }
    return false;
}

static void say_several(const Lookup *look, const Term *term, Str name)
{
    Arena *a = look->arena;
    diag_add(look->diags, DIAG_ERROR, "kenal-02", look->source, term->span,
             str_format(a, "ada beberapa unit bernama '%.*s'", STR_ARG(name)),
             str_format(a, "several units are named '%.*s'", STR_ARG(name)));
    diag_advise(
        look->diags,
        str_format(a, "sebut induknya: '%.*s pada ...'", STR_ARG(name)),
        str_format(a, "name the unit above it: '%.*s in ...'", STR_ARG(name)));
}

/* The word for people or units that is nearest to a misspelt one. */
typedef struct {
    Str name, word;
    size_t far;
} NearWord;

static void offer_word(void *with, PhraseClass class, int32_t id, Str text)
{
    NearWord *near = with;
    (void)id;
    size_t limit = near->far > 0 ? near->far - 1 : 0;
    if (class != CLASS_TERM) return;
    size_t far = str_distance(near->name, text, limit);
    if (far > limit) return;
    near->far = far;
    near->word = text;
}

/* Of the known words at most one, before the units. */
static Str nearest_names(const Lookup *look, Str name)
{
    Arena *a = look->arena;
    Buf list = buf_in(a);
    Str near[3];
    size_t count = unit_nearest(a, look->r, name, near, COUNT(near));
    NearWord word = {.name = str_fold(a, name),
                     .far = (name.len < 6 ? 2 : name.len / 3) + 1};
    lexicon_visit(LANG_ID, offer_word, &word);
    lexicon_visit(LANG_EN, offer_word, &word);
    if (word.word.len > 0) buf_format(&list, "'%.*s'", STR_ARG(word.word));
    for (size_t i = 0; i < count; i++) {
        const char *comma = buf_str(&list).len > 0 ? ", " : "";
        buf_format(&list, "%s'%.*s'", comma, STR_ARG(near[i]));
    }
    return buf_str(&list);
}

/* "unit sebagaimana terlampir": a list that is elsewhere. */
static bool is_promised(Arena *arena, Str name)
{
    Str folded = str_fold(arena, name);
    return str_find(folded, STR("lampir"), 0) != SIZE_MAX ||
           str_find(folded, STR("annex"), 0) != SIZE_MAX;
}

static void say_unknown(const Lookup *look, const Term *term, Str name)
{
    Arena *a = look->arena;
    Str names = nearest_names(look, name);
    diag_add(look->diags, DIAG_ERROR, "kenal-01", look->source, term->span,
             str_format(a,
                        "'%.*s' bukan unit di register ini, jabatan, atau "
                        "golongan pegawai yang dikenal",
                        STR_ARG(name)),
             str_format(a,
                        "'%.*s' is no unit of this register, and no post or "
                        "kind of staff that is known",
                        STR_ARG(name)));
    if (is_promised(a, name)) {
        diag_advise(look->diags,
                    STR("sebut unit dan pegawainya di sini; daftar yang "
                        "terlampir tidak dibaca"),
                    STR("name the units and people here; an annexed list is "
                        "not read"));
        return;
    }
    if (names.len == 0) {
        diag_advise(look->diags,
                    STR("tulis nama unit seperti di register, jabatan "
                        "('camat'), atau golongan pegawai ('pelaksana', "
                        "'pejabat eselon III')"),
                    STR("write a unit as the register calls it, a post "
                        "('camats'), or a kind of staff ('executive staff', "
                        "'echelon III officials')"));
        return;
    }
    diag_advise(look->diags,
                str_format(a, "mungkin maksudnya %.*s", STR_ARG(names)),
                str_format(a, "perhaps %.*s is meant", STR_ARG(names)));
}

static void mark_named(const Lookup *look, const Term *term, Str name,
                       const uint8_t *within, bool below, uint8_t *set)
{
    UnitId found[2];
    UnitId nested;
    uint32_t count = find_called(look->r, name, within, found, 2);
    if (count == 0 && find_nested(look->r, name, &nested) &&
        (within == NULL || within[nested.index])) {
        mark_unit(look->r, nested, below, set);
    } else if (count == 0) {
        say_unknown(look, term, name);
    } else if (count > 1 && within == NULL) {
        say_several(look, term, name);
    } else {
        /* under a named unit the same name may stand in several branches */
        for (uint32_t u = 0; u < look->r->unit_count; u++) {
            if ((within == NULL || within[u]) &&
                is_called(&look->r->units[u], name))
                mark_unit(look->r, (UnitId){u}, below, set);
        }
    }
}

/* Does the unit belong to the class that the term speaks of? */
static bool is_of_class(const Unit *unit, const Term *term)
{
    switch (term->kind) {
    case TERM_AGENCY: return unit->agency;
    case TERM_WORK_UNIT: return unit->work_unit;
    case TERM_UNIT_TYPE: return (int32_t)unit->type == term->value;
    case TERM_SERVICE: return (int32_t)unit->service == term->value;
    case TERM_WORK_WEEK: return unit->week == term->value;
    case TERM_ROUND_CLOCK: return unit->round_clock;
    case TERM_SECTION:
    case TERM_NAME:
    case TERM_STAFF_ALL:
    case TERM_ASN:
    case TERM_STAFF:
    case TERM_RANK:
    case TERM_RANK_NAME:
    case TERM_STRUCTURAL:
    case TERM_TOP_LEVELS:
    case TERM_ROLE:
    case TERM_HEAD:
    case TERM_UNIT_HEAD:
    case TERM_SUPERIOR:
    case TERM_FIELD:
    case TERM_DESK:
    case TERM_APPOINTER:
    case TERM_PROFESSION:
    case TERM_TEAM:
    case TERM_THING: return false;
    }
    return false;
}

bool units_means_units(const Term *term)
{
    return term->kind == TERM_NAME || term->kind == TERM_AGENCY ||
           term->kind == TERM_WORK_UNIT || term->kind == TERM_UNIT_TYPE ||
           term->kind == TERM_SERVICE || term->kind == TERM_SECTION ||
           term->kind == TERM_WORK_WEEK || term->kind == TERM_ROUND_CLOCK;
}

/*
 * Bagian pelayanan of an agency: the agency with everything below it, less
 * the sections marked as no service section (golden.md: the whole agency by
 * default).  Without an agency: the sections marked as service sections.
 */
static void mark_sections(const Lookup *look, const uint8_t *within,
                          uint8_t *all)
{
    const Register *r = look->r;
    uint8_t *set = empty_set(look); /* of this term: others may mean the rest */
    for (uint32_t i = 0; i < r->unit_count; i++) {
        UnitId unit = r->preorder[i];
        const Unit *u = &r->units[unit.index];
        if (within == NULL) {
            if (u->section == SECTION_SERVICE) mark_unit(r, unit, true, set);
        } else if (within[unit.index]) {
            set[unit.index] = 1;
        }
    }
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (r->units[u].section != SECTION_NOT_SERVICE) continue;
        for (uint32_t i = r->enter[u]; i < r->leave[u]; i++) {
            set[r->preorder[i].index] = 0;
        }
    }
    for (uint32_t u = 0; u < r->unit_count; u++) {
        all[u] |= set[u];
    }
}

static bool serves(const Register *r, UnitId unit)
{
    while (unit.index != NO_INDEX &&
           r->units[unit.index].service == SERVICE_NONE)
        unit = r->units[unit.index].parent;
    return unit.index != NO_INDEX;
}

/*
 * All of a class, with everything below.  Without service is a unit when
 * neither it nor one above it serves: the root is without, those below it
 * are not therefore.
 */
static void mark_class(const Lookup *look, const Term *term,
                       const uint8_t *within, bool below, uint8_t *set)
{
    const Register *r = look->r;
    bool none = term->kind == TERM_SERVICE && term->value == SERVICE_NONE;
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if ((within != NULL && !within[u]) || !is_of_class(&r->units[u], term))
            continue;
        if (!none)
            mark_unit(r, (UnitId){u}, below, set);
        else if (!serves(r, (UnitId){u}))
            set[u] = 1;
    }
}

uint8_t *units_limit(const Lookup *look, const Limit *limits, uint32_t count)
{
    uint8_t *set = NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (limits[i].kind != LIMIT_UNITS) continue;
        uint8_t *more = units_of_who(look, limits[i].units, true);
        for (uint32_t u = 0; set != NULL && u < look->r->unit_count; u++) {
            more[u] = more[u] && set[u];
        }
        set = more;
    }
    return set;
}

static Str full_name(const Lookup *look, const Term *term)
{
    if (term->kind == TERM_NAME) return term->name;
    Str word = unit_type_word((UnitType)term->value, LANG_ID);
    return str_format(look->arena, "%.*s %.*s", STR_ARG(word),
                      STR_ARG(term->name));
}

void units_of_term(const Lookup *look, const Term *term, bool below,
                   uint8_t *set)
{
    if (term->listed_count > 0) {
        for (uint32_t i = 0; i < term->listed_count; i++) {
            units_of_term(look, &term->listed[i], below, set);
        }
        return;
    }
    uint8_t *within = units_limit(look, term->limits, term->limit_count);
    if (term->kind == TERM_SECTION) {
        mark_sections(look, within, set);
    } else if (term->name.len > 0 &&
               (term->kind == TERM_NAME || term->kind == TERM_UNIT_TYPE)) {
        mark_named(look, term, full_name(look, term), within, below, set);
    } else {
        mark_class(look, term, within, below, set);
    }
}

uint8_t *units_of_who(const Lookup *look, const Who *who, bool below)
{
    uint8_t *set = empty_set(look);
    for (uint32_t g = 0; g < who->group_count; g++) {
        const Group *group = &who->groups[g];
        for (uint32_t t = 0; t < group->count; t++) {
            units_of_term(look, &group->terms[t], below, set);
        }
    }
    if (who->except != NULL) {
        uint8_t *less = units_of_who(look, who->except, below);
        for (uint32_t u = 0; u < look->r->unit_count; u++) {
            if (less[u]) set[u] = 0;
        }
    }
    return set;
}

uint8_t *selection_units(Arena *arena, const Register *r, const Who *who,
                         bool below, const Source *source, Diags *diags)
{
    Lookup look = {arena, r, source, diags};
    return units_of_who(&look, who, below);
}
