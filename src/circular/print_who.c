/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/printer.h"

static bool has_limit(const Term *term, LimitKind kind)
{
    for (uint32_t i = 0; i < term->limit_count; i++) {
        if (term->limits[i].kind == kind) return true;
    }
    return false;
}

static Str last_word(Str text)
{
    size_t at = text.len;
    while (at > 0 && text.ptr[at - 1] != ' ')
        at--;
    return str_slice(text, at, text.len);
}

static Str term_word(const Printer *p, const Term *term, Grammatical number)
{
    if (term->kind == TERM_NAME) return STR("");
    if (term->kind == TERM_THING)
        return thing_text((Thing)term->value, p->lang);
    const TermRow *row = term_row(term->kind, term->value);
    CHECK(row != NULL);
    if (p->lang == LANG_ID) return row->word;
    return number == ONE || has_limit(term, LIMIT_THAT) ? row->one : row->many;
}

/* "pada aplikasi Hadir" is how something is done, not where. */
static bool is_application(const Term *term)
{
    Str first = str_slice(term->name, 0, str_find(term->name, STR(" "), 0));
    return term->kind == TERM_NAME && str_folded_is(first, STR("aplikasi"));
}

/* "PTT perizinan": in small letters it would be a mark of theirs. */
static bool is_small(const Term *unit)
{
    char first = unit->name.ptr[0];
    return unit->kind == TERM_NAME && (first < 'A' || first > 'Z');
}

static void put_name(Printer *p, const Term *term, bool tabulated)
{
    bool type = term->kind != TERM_NAME && term->kind != TERM_THING;
    Plain as = type ? PLAIN_WORD : PLAIN_TERM;
    if (gloss_is_pattern(term->name) || (p->within && is_application(term)) ||
        (p->beside && is_small(term)) ||
        (p->marked && is_small(term) && !gloss_knows(term->name)))
        printer_quoted(p, term->name);
    else
        printer_free(p, term->name, tabulated ? PLAIN_LISTED : as);
}

/* One unit: may stand without "pada". */
static bool is_plain_unit(const Who *who)
{
    return who->group_count == 1 && who->groups[0].count == 1 &&
           who->each_count == 0;
}

/* The head of a dinas or badan: its name behind it is read with that word. */
static bool is_typed(const Term *term)
{
    return term->kind == TERM_ROLE && (term->value == ROLE_KEPALA_DINAS ||
                                       term->value == ROLE_KEPALA_BADAN);
}

static bool begins_with(const Term *unit, Str word)
{
    return unit->kind == TERM_NAME && plain_stands(unit->name, PLAIN_TERM) &&
           unit->name.len > word.len && unit->name.ptr[word.len] == ' ' &&
           str_folded_is(str_slice(unit->name, 0, word.len), word);
}

/* "kepala" + "dinas Sosial": the word that both share is said once. */
static void put_juxtaposed(Printer *p, const Term *term, Str word,
                           const Who *units)
{
    Str last = last_word(word);
    if (is_typed(term) && p->out->len >= last.len) p->out->len -= last.len + 1;
    buf_char(p->out, ' ');
    printer_who(p, units, ONE);
}

/* Before a capitalised name: "Kelurahan Tepi", but "bidang perizinan". */
static void put_type(Printer *p, Str word, Str name)
{
    bool proper = name.len > 0 && name.ptr[0] >= 'A' && name.ptr[0] <= 'Z';
    size_t at = p->out->len;
    printer_put(p, word);
    if (!proper || !buf_ok(p->out) || word.len == 0) return;
    char *first = &p->out->ptr[at];
    if (*first >= 'a' && *first <= 'z') *first = (char)(*first - 'a' + 'A');
}

/* "bertugas di kantor" is a place, and no mark before one. */
static bool begins_place(const Printer *p, Str mark)
{
    return p->placed && p->lang == LANG_ID && str_is(mark, STR("bertugas"));
}

static void put_marks(Printer *p, const Limit *limit)
{
    for (uint32_t i = 0; i < limit->mark_count; i++) {
        if (i > 0) {
            buf_char(p->out, ' ');
            printer_word(p, limit->all_marks ? W_AT_ONCE : W_OR);
            buf_char(p->out, ' ');
        }
        printer_word(p, W_MARKED);
        buf_char(p->out, ' ');
        if (gloss_knows(limit->marks[i]) &&
            !gloss_is_pattern(limit->marks[i]) &&
            !begins_place(p, limit->marks[i]))
            printer_free(p, limit->marks[i], PLAIN_WORD);
        else
            printer_quoted(p, limit->marks[i]);
        if (limit->measures[i].compare == COMPARE_NONE) continue;
        buf_char(p->out, ' ');
        printer_amount(p, &limit->measures[i]);
    }
}

static void put_units(Printer *p, const Who *units)
{
    bool within = p->within;
    buf_char(p->out, ' ');
    printer_word(p, W_IN);
    buf_char(p->out, ' ');
    p->within = true;
    printer_who(p, units, MANY);
    p->within = within;
}

static void put_limit(Printer *p, const Limit *limit)
{
    switch (limit->kind) {
    case LIMIT_PLACE:
        buf_char(p->out, ' ');
        printer_put(p, where_text(limit->place, p->lang));
        break;
    case LIMIT_UNITS: put_units(p, limit->units); break;
    case LIMIT_MARK:
        buf_char(p->out, ' ');
        put_marks(p, limit);
        break;
    case LIMIT_REF:
        buf_char(p->out, ' ');
        printer_word(p, W_ACCORDING_TO);
        buf_char(p->out, ' ');
        printer_ref(p, &limit->ref);
        break;
    case LIMIT_OTHER:
    case LIMIT_THAT: break;
    }
}

/* What English says before the term and Indonesian behind it. */
static void put_sides(Printer *p, const Term *term, const char *before,
                      const char *behind)
{
    static const struct {
        LimitKind kind;
        FunctionWord word;
    } sides[] = {
        {LIMIT_OTHER, W_OTHER},
        {LIMIT_THAT,  W_THAT },
    };
    for (size_t i = 0; i < COUNT(sides); i++) {
        if (!has_limit(term, sides[i].kind)) continue;
        printer_c(p, before);
        printer_word(p, sides[i].word);
        printer_c(p, behind);
    }
}

/* In Indonesian "berikut" follows the limits, in English it stands first. */
static void put_following(Printer *p, const Term *term, bool before)
{
    if (term->listed_count == 0) return;
    if (before != (p->lang == LANG_EN)) return;
    if (!before) buf_char(p->out, ' ');
    printer_word(p, W_FOLLOWING);
    if (before) buf_char(p->out, ' ');
    p->listed = term;
}

/* THING of UNIT. */
static void put_owner(Printer *p, const Limit *limit)
{
    bool named = limit->units->groups[0].terms[0].name.len > 0;
    const char *of = named ? " of " : " of the ";
    buf_c(p->out, p->lang == LANG_EN ? of : " ");
    printer_who(p, limit->units, ONE);
}

/* The unit that stands behind the word without "pada"; NULL: none.  Inside a
 * list "pada" is left out, for the list behind would be read as units. */
static const Limit *plain_unit(const Printer *p, const Term *term, bool inside)
{
    const Limit *found = NULL;
    for (uint32_t i = 0; i < term->limit_count; i++) {
        if (term->limits[i].kind != LIMIT_UNITS) continue;
        if (found != NULL) return NULL;
        found = &term->limits[i];
    }
    if (found == NULL || term->kind == TERM_THING) return found;
    if (term->kind == TERM_UNIT_TYPE) return NULL; /* it would be its name */
    if ((!inside && !p->juxtapose) || term->name.len > 0 ||
        !is_plain_unit(found->units))
        return NULL;
    const Term *unit = &found->units->groups[0].terms[0];
    UnitType type = UNIT_PEMERINTAH;
    if (term->kind == TERM_ROLE && unit->kind == TERM_NAME &&
        term_heads_type(term->value, &type))
        return NULL; /* "lurah X" is "lurah pada kelurahan X" */
    if (is_typed(term) &&
        !begins_with(unit, last_word(term_word(p, term, MANY))))
        return NULL;
    return unit->name.len > 0 || !p->named ? found : NULL;
}

static void put_limits(Printer *p, const Term *term, const Limit *done)
{
    for (uint32_t i = 0; i < term->limit_count; i++) {
        const Limit *limit = &term->limits[i];
        if (limit != done) put_limit(p, limit);
    }
}

static void put_term(Printer *p, const Term *term, Grammatical number,
                     bool inside)
{
    Str word = term_word(p, term, number);
    bool english = p->lang == LANG_EN;
    const Limit *unit = plain_unit(p, term, inside);
    put_following(p, term, true);
    if (english) put_sides(p, term, "", " ");
    put_type(p, word, term->kind == TERM_UNIT_TYPE ? term->name : STR(""));
    if (term->name.len > 0) {
        if (word.len > 0) buf_char(p->out, ' ');
        put_name(p, term, p->tabulated);
    }
    p->marked = false;
    p->beside = unit != NULL && term_is_anybody(term->kind);
    if (unit != NULL && term->kind == TERM_THING)
        put_owner(p, unit);
    else if (unit != NULL)
        put_juxtaposed(p, term, word, unit->units);
    p->beside = false;
    if (!english) put_sides(p, term, " ", "");
    put_following(p, term, false);
    put_limits(p, term, unit);
}

/* Its last words are a mark, which a word in small letters would go on. */
static bool ends_in_mark(const Term *term)
{
    return has_limit(term, LIMIT_MARK) && !has_limit(term, LIMIT_PLACE) &&
           !has_limit(term, LIMIT_REF) && !has_limit(term, LIMIT_UNITS);
}

static void put_group(Printer *p, const Group *group, Grammatical number)
{
    for (uint32_t i = 0; i < group->count; i++) {
        printer_between(p, i, group->count, W_AND);
        p->marked = i > 0 && ends_in_mark(&group->terms[i - 1]);
        put_term(p, &group->terms[i], number, i + 1 < group->count);
    }
}

void printer_who(Printer *p, const Who *who, Grammatical number)
{
    for (uint32_t i = 0; i < who->group_count; i++) {
        if (i > 0) {
            buf_c(p->out, ", ");
            printer_word(p, W_AS_WELL_AS);
            buf_char(p->out, ' ');
        }
        put_group(p, &who->groups[i], number);
    }
    if (who->each_count == 0) return;
    buf_c(p->out, ", ");
    printer_word(p, W_EACH_WHO);
    for (uint32_t i = 0; i < who->each_count; i++)
        put_limit(p, &who->each[i]);
}

/* Of whom shares are, whom the letter covers: everybody, said out. */
void printer_whole(Printer *p, const Who *who)
{
    const Term *term = &who->groups[0].terms[0];
    bool all = who->group_count == 1 && who->groups[0].count == 1 &&
               term->kind == TERM_STAFF_ALL && term->limit_count == 0 &&
               term->listed_count == 0;
    if (all) printer_c(p, p->lang == LANG_EN ? "all " : "seluruh ");
    printer_who(p, who, MANY);
}

static void put_label(Printer *p, uint32_t i, uint32_t count)
{
    if (count <= 26)
        buf_format(p->out, "\n    %c. ", (char)('a' + i));
    else
        buf_format(p->out, "\n    %u. ", i + 1);
}

void printer_listed(Printer *p)
{
    const Term *term = p->listed;
    p->listed = NULL;
    if (term == NULL) return;
    printer_c(p, ":");
    for (uint32_t i = 0; i < term->listed_count; i++) {
        const Term *item = &term->listed[i];
        bool last = i + 1 == term->listed_count;
        if (p->flat)
            buf_char(p->out, ' ');
        else
            put_label(p, i, term->listed_count);
        p->tabulated = true;
        put_term(p, item, MANY, false);
        p->tabulated = false;
        if (last) continue;
        buf_char(p->out, ';');
        if (i + 2 == term->listed_count) {
            buf_char(p->out, ' ');
            printer_word(p, W_AND);
        }
        if (item->comment_behind.len > 0 && !p->flat)
            buf_format(p->out, " -- %.*s", STR_ARG(item->comment_behind));
    }
}

void who_print(const Who *who, Lang lang, Buf *out)
{
    Printer p = {.out = out, .lang = lang, .flat = true};
    printer_who(&p, who, MANY);
    if (who->except != NULL) {
        buf_c(out, ", ");
        printer_word(&p, W_EXCEPT);
        buf_char(out, ' ');
        printer_who(&p, who->except, MANY);
    }
    printer_listed(&p);
}
