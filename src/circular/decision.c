/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/build.h"
#include "circular/law.h"

/*
 * A head's decision is a small letter of its own.  It rests on a clause that
 * leaves something to heads (DELEGATE) or lets them relax a rule (RELIEF); it
 * concerns the people under its head, lasts no longer than the clause allows,
 * and states its reason (menimbang).
 */

/* "Camat Tepi" heads Tepi, or Kecamatan Tepi. */
static const struct {
    Str title, unit;
} heads[] = {
    {STR_INIT("Kepala "),     STR_INIT("")            },
    {STR_INIT("Camat "),      STR_INIT("")            },
    {STR_INIT("Camat "),      STR_INIT("Kecamatan ")  },
    {STR_INIT("Lurah "),      STR_INIT("")            },
    {STR_INIT("Lurah "),      STR_INIT("Kelurahan ")  },
    {STR_INIT("Direktur "),   STR_INIT("")            },
    {STR_INIT("Sekretaris "), STR_INIT("")            },
    {STR_INIT("Sekretaris "), STR_INIT("Sekretariat ")},
};

/* What a regent, a mayor, a governor or a minister decides is law like any
 * letter of theirs. */
bool decision_is(const Letter *tree)
{
    static const Str above[] = {STR_INIT("Bupati"),   STR_INIT("Wali Kota"),
                                STR_INIT("Walikota"), STR_INIT("Gubernur"),
                                STR_INIT("Menteri"),  STR_INIT("Presiden")};
    for (size_t i = 0; i < COUNT(above); i++) {
        Str first = str_slice(tree->issuer, 0, above[i].len);
        if (tree->issuer.len >= above[i].len && str_folded_is(first, above[i]))
            return false;
    }
    return tree->kind == LETTER_DECISION;
}

UnitId decision_unit(Arena *arena, const Register *r, Str issuer)
{
    bool several = false;
    UnitId unit = NO_UNIT;
    for (size_t i = 0; i < COUNT(heads); i++) {
        if (!str_starts(issuer, heads[i].title)) continue;
        Str rest = str_slice(issuer, heads[i].title.len, issuer.len);
        Str name = str_format(arena, "%.*s%.*s", STR_ARG(heads[i].unit),
                              STR_ARG(rest));
        if (unit_search(r, name, &unit, &several) && !several) return unit;
    }
    return unit_search(r, issuer, &unit, &several) && !several ? unit : NO_UNIT;
}

static void refuse(Build *b, uint32_t letter, Span span, Str said_id,
                   Str said_en)
{
    build_say(b, DIAG_ERROR, "hukum-10", letter, span, said_id, said_en);
}

/* The clause that the decision rests on: its bounds. */
static const Clause *bounds_of(Build *b, uint32_t letter)
{
    const Letter *tree = b->corpus->letters[letter].tree;
    for (uint32_t i = 0; i < tree->relation_count; i++) {
        const Relation *relation = &tree->relations[i];
        ClauseIds found = {0};
        Ref ref = relation->rule;
        if (relation->kind != RELATION_BASED || ref.rule.len == 0) continue;
        if (ref.letter.len == 0) ref.letter = relation->to.number;
        clause_find_all(b, letter, &ref, &found);
        for (size_t k = 0; k < found.count; k++) {
            const Clause *clause = corpus_clause(b->corpus, found.at[k]);
            if (clause->act == ACT_DELEGATE || clause->act == ACT_RELIEF)
                return clause;
        }
    }
    return NULL;
}

static int32_t working_days(const Corpus *c, UnitId unit, Window w)
{
    int32_t count = 0;
    uint8_t week = c->r->units[unit.index].week;
    for (Date day = w.first; !date_before(w.last, day);
         day = date_plus(day, 1)) {
        count += calendar_works(c->calendar, week, day, c->known);
    }
    return count;
}

static void check_length(Build *b, uint32_t letter, const Clause *bounds)
{
    const CorpusLetter *l = &b->corpus->letters[letter];
    if (bounds->days.number == 0 || l->window_count == 0) return;
    Window w = l->windows[0];
    bool open = date_is(w.last, DATE_NEVER) || date_is(w.first, DATE_ALWAYS) ||
                window_days(w) > 366;
    int32_t days = open ? INT32_MAX
                   : bounds->days.unit == CALENDAR_DAYS
                       ? window_days(w)
                       : working_days(b->corpus, l->head_of, w);
    if (days <= bounds->days.number) return;
    Str cite_id = cite_words(b->arena, b->corpus, bounds->cite, LANG_ID);
    Str cite_en = cite_words(b->arena, b->corpus, bounds->cite, LANG_EN);
    refuse(b, letter, l->tree->valid.span,
           str_format(b->arena, "%.*s membolehkan paling lama %d hari",
                      STR_ARG(cite_id), bounds->days.number),
           str_format(b->arena, "%.*s allows at most %d days", STR_ARG(cite_en),
                      bounds->days.number));
}

/* The decision's first day; its last, or that of its issue, when nobody said
 * when it begins. */
static bool find_day(const CorpusLetter *l, Date *out)
{
    if (l->window_count == 0) return false;
    *out = l->windows[0].first;
    if (date_is(*out, DATE_ALWAYS)) *out = l->windows[0].last;
    if (date_is(*out, DATE_NEVER)) *out = l->known;
    return !date_is(*out, DATE_ALWAYS);
}

/* Everybody meant must serve under the head on that day. */
static void check_people(Build *b, uint32_t letter)
{
    const Corpus *c = b->corpus;
    const CorpusLetter *l = &c->letters[letter];
    Date asked;
    if (!find_day(l, &asked)) return;
    LawDay *day = law_day(b->arena, c, asked);
    for (uint32_t i = 0; i < l->clause_count; i++) {
        ClauseId id = {l->first_clause + i};
        if (corpus_clause(c, id)->act != ACT_PLACE) continue;
        for (uint32_t p = 0; p < c->r->person_count; p++) {
            PersonId person = {p};
            if (unit_is_under(c->r, c->r->people[p].unit, l->head_of) ||
                !law_means(day, id, person))
                continue;
            refuse(b, letter, corpus_clause(c, id)->sentence->span,
                   str_format(b->arena, "mengenai pegawai di luar %.*s",
                              STR_ARG(c->r->units[l->head_of.index].name)),
                   str_format(b->arena, "concerns staff outside %.*s",
                              STR_ARG(c->r->units[l->head_of.index].name)));
            break;
        }
    }
}

static bool basis_is_absent(const Build *b, uint32_t letter)
{
    const Letter *tree = b->corpus->letters[letter].tree;
    for (uint32_t i = 0; i < tree->relation_count; i++) {
        const Relation *relation = &tree->relations[i];
        Str number = relation->rule.letter.len > 0 ? relation->rule.letter
                                                   : relation->to.number;
        if (relation->kind == RELATION_BASED &&
            build_letter(b, number) == NO_INDEX)
            return true;
    }
    return false;
}

static void check_decision(Build *b, uint32_t letter)
{
    const CorpusLetter *l = &b->corpus->letters[letter];
    const Clause *bounds = bounds_of(b, letter);
    if (l->head_of.index == NO_INDEX) {
        refuse(b, letter, l->tree->head,
               STR("penerbit keputusan bukan kepala unit di register; tulis "
                   "'penerbit Kepala ...'"),
               STR("the decision's issuer heads no unit of the register; write "
                   "'issued by Kepala ...'"));
        return;
    }
    if (bounds == NULL && basis_is_absent(b, letter))
        refuse(b, letter, l->tree->head,
               STR("surat yang menjadi dasar keputusan ini tidak ada"),
               STR("the letter that this decision rests on is absent"));
    else if (bounds == NULL)
        refuse(b, letter, l->tree->head,
               STR("keputusan kepala harus berdasarkan aturan yang "
                   "menyerahkannya; tulis 'berdasarkan aturan N ayat (n) surat "
                   "edaran ...'"),
               STR("a head's decision must rest on a rule that leaves it to "
                   "heads; write 'based on rule N paragraph (n) of circular "
                   "...'"));
    else
        check_length(b, letter, bounds);
    if (l->tree->considering_count == 0)
        refuse(b, letter, l->tree->head,
               STR("keputusan yang menyimpang harus menyebut alasan; tulis "
                   "'menimbang \"...\"'"),
               STR("a deviation must state its reason; write 'considering "
                   "\"...\"'"));
    check_people(b, letter);
}

void decision_check_all(Build *b)
{
    for (uint32_t i = 0; i < b->corpus->letter_count; i++) {
        if (b->corpus->letters[i].decision) check_decision(b, i);
    }
}
