/* SPDX-License-Identifier: Apache-2.0 */
#include "app/compare_letters.h"

#include "app/letter_days.h"

/* ---- the two worlds ---------------------------------------------------- */

static bool names(const CorpusInput *letter, Str cite)
{
    for (uint32_t i = 0; i < letter->tree->relation_count; i++) {
        if (letter_number_is(letter->tree->relations[i].to.number, cite))
            return true;
    }
    return false;
}

static void take_out(Office *world, size_t at)
{
    world->letter_count--;
    for (size_t i = at; i < world->letter_count; i++)
        world->letters[i] = world->letters[i + 1];
}

/* Without a letter there are no amendments of it, no decisions of heads that
 * rest on it, and nothing that hangs on these. */
static void take_out_with_changes(Office *world, Str cite)
{
    for (size_t i = 0; i < world->letter_count;) {
        const Letter *tree = world->letters[i].tree;
        Str here = letter_cite(tree);
        bool itself = letter_number_is(here, cite);
        bool hangs =
            letter_amends(tree, cite) ||
            (world->letters[i].decision && names(&world->letters[i], cite));
        if (itself || hangs) take_out(world, i);
        if (hangs && !itself) take_out_with_changes(world, here);
        i = itself || hangs ? 0 : i + 1;
    }
}

/* The office with `own` in it, and `other` only when `own` speaks of it. */
static Office world_of(const Office *office, CorpusInput own,
                       const CorpusInput *other)
{
    Office world = *office;
    Str cite = letter_cite(other->tree);
    world.letters = NEW(office->arena, CorpusInput, office->letter_count + 2);
    world.letter_count = office->letter_count;
    for (size_t i = 0; i < office->letter_count; i++)
        world.letters[i] = office->letters[i];
    if (names(&own, cite))
        office_put_letter(&world, *other);
    else if (!letter_number_is(letter_cite(own.tree), cite))
        take_out_with_changes(&world, cite);
    office_put_letter(&world, own);
    return world;
}

/* ---- the days ---------------------------------------------------------- */

static Window joined(Window a, Window b)
{
    Date first = date_before(a.first, b.first) ? a.first : b.first;
    Date last = date_before(a.last, b.last) ? b.last : a.last;
    return (Window){first, last};
}

static void shorten(Compared *c)
{
    Date most = date_plus(c->window.first, LETTER_DAYS_MOST - 1);
    c->shortened |= date_before(most, c->window.last);
    if (date_before(most, c->window.last)) c->window.last = most;
}

/* ---- what the law says ------------------------------------------------- */

/* Only days on which anybody works by either letter are compared: the others
 * are taken out afterwards. */
static void read_law(Arena *arena, const Compared *c, const Corpus *corpus,
                     ComparedSide *side)
{
    side->law = NEW(arena, char, (size_t)c->person_count * c->day_count + 1);
    for (uint32_t d = 0; d < c->day_count; d++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        LawDay *day = law_day(tmp, corpus, c->days[d]);
        for (uint32_t p = 0; p < c->person_count; p++) {
            side->law[(size_t)p * c->day_count + d] =
                law_person(day, (PersonId){p}).letter;
        }
    }
}

/* Somebody has a place by the letter of one side or the other. */
static bool anybody_works(const Corpus *corpus, Date date)
{
    const Register *r = corpus->r;
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (calendar_works(corpus->calendar, r->units[u].week, date,
                           corpus->known))
            return true;
    }
    return false;
}

static void list_days(Arena *arena, Compared *c, const Corpus *corpus)
{
    Date *days = NEW(arena, Date, (size_t)window_days(c->window) + 1);
    c->days = days;
    c->person_count = corpus->r->person_count;
    for (Date date = c->window.first; !date_before(c->window.last, date);
         date = date_plus(date, 1)) {
        if (anybody_works(corpus, date)) days[c->day_count++] = date;
    }
}

/* ---- the rosters ------------------------------------------------------- */

static void count_places(Arena *arena, const Compared *c, ComparedSide *side)
{
    const Plan *plan = &side->made.demand.plan;
    side->office = NEW(arena, int32_t, (size_t)c->day_count + 1);
    side->home = NEW(arena, int32_t, (size_t)c->day_count + 1);
    side->turns = NEW(arena, int32_t, (size_t)c->person_count + 1);
    if (!side->rostered || !side->made.solved) return;
    for (uint32_t d = 0; d < c->day_count; d++) {
        uint32_t at = plan_day(plan, c->days[d]);
        for (uint32_t p = 0; at != NO_INDEX && p < plan->person_count; p++) {
            char letter = plan_cell(plan, (PersonId){p}, at);
            side->office[d] +=
                letter == PLACED_OFFICE || letter == PLACED_USUAL;
            side->home[d] += letter == PLACED_HOME;
            side->turns[p] += letter == PLACED_OFFICE || letter == PLACED_USUAL;
        }
    }
}

static void make_side(Arena *arena, const Compared *c, Office *world,
                      ComparedSide *side)
{
    RosterWish wish = make_roster_wish();
    wish.window = c->window;
    side->rostered = make_roster(world, &wish, &side->made, &side->why_not);
    count_places(arena, c, side);
}

/* ---- the whole --------------------------------------------------------- */

/* By the two rosters; without both nothing is told. */
static int32_t days_more(const Compared *c, uint32_t person)
{
    for (int i = 0; i < COMPARE_SIDES; i++) {
        if (!c->side[i].rostered || !c->side[i].made.solved) return 0;
    }
    return c->side[1].turns[person] - c->side[0].turns[person];
}

bool compared_changes(const Compared *c, uint32_t person)
{
    for (uint32_t d = 0; d < c->day_count; d++) {
        if (compared_differs(c, person, d)) return true;
    }
    return days_more(c, person) != 0;
}

static void count_changes(Compared *c)
{
    for (uint32_t p = 0; p < c->person_count; p++) {
        uint32_t changed = 0;
        bool serves = false;
        for (uint32_t d = 0; d < c->day_count; d++) {
            char letter = c->side[0].law[(size_t)p * c->day_count + d];
            changed += compared_differs(c, p, d);
            serves |= letter != PLACED_NONE;
        }
        c->people += serves || changed > 0;
        c->changed += changed > 0;
        c->cells += changed;
        c->more += days_more(c, p) > 0;
        c->fewer += days_more(c, p) < 0;
    }
}

/* Both laws first: without both there is nothing to compare. */
static bool make_laws(Office *world, const CorpusInput given[2],
                      Corpus corpus[2], Compared *out, Err *err)
{
    Window days[COMPARE_SIDES];
    bool more[COMPARE_SIDES] = {false, false};
    for (int i = 0; i < COMPARE_SIDES; i++) {
        bool made =
            office_law(&world[i], DATE_NEVER, &corpus[i], err) &&
            letter_days(&corpus[i], given[i].tree, &days[i], &more[i], err);
        if (!made) {
            out->office = world[i];
            return false;
        }
    }
    if (window_is_empty(out->window)) {
        out->window = joined(days[0], days[1]);
        out->shortened = more[0] || more[1];
        shorten(out);
    }
    return true;
}

/* Two drafts may still have one number: then their files tell them apart. */
static void name_sides(Arena *arena, const CorpusInput given[2], Compared *out)
{
    Str cites[COMPARE_SIDES] = {letter_cite(given[0].tree),
                                letter_cite(given[1].tree)};
    bool alike = str_is(cites[0], cites[1]);
    for (int i = 0; i < COMPARE_SIDES; i++) {
        Str file = given[i].source->name;
        out->side[i].cite = alike ? str_format(arena, "%.*s (%.*s)",
                                               STR_ARG(cites[i]), STR_ARG(file))
                                  : cites[i];
    }
}

static bool compare(Arena *arena, const CorpusInput given[2], Compared *out,
                    Err *err)
{
    Office *world = NEW(arena, Office, COMPARE_SIDES); /* laws point into it */
    world[0] = world_of(&out->office, given[0], &given[1]);
    world[1] = world_of(&out->office, given[1], &given[0]);
    Corpus corpus[COMPARE_SIDES] = {0};
    if (!make_laws(world, given, corpus, out, err)) return false;
    list_days(arena, out, &corpus[0]);
    name_sides(arena, given, out);
    for (int i = 0; i < COMPARE_SIDES; i++) {
        read_law(arena, out, &corpus[i], &out->side[i]);
        make_side(arena, out, &world[i], &out->side[i]);
    }
    count_changes(out);
    return true;
}

bool compare_letters(Arena *arena, const char *const paths[2],
                     const OfficeWish *from, Window days, Compared *out,
                     Err *err)
{
    CorpusInput given[COMPARE_SIDES] = {0};
    *out = (Compared){.window = days};
    if (!office_open_wish(arena, from, &out->office, err)) return false;
    for (int i = 0; i < COMPARE_SIDES; i++) {
        if (!office_read_letter(arena, paths[i], str_of(paths[i]), &given[i],
                                &out->office.diags, err))
            return false;
    }
    return compare(arena, given, out, err);
}
