/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The 104 clauses of the five letters: each is named by a line of its golden
 * file, and what no such line can say is said here.
 */
#include "base/file.h"
#include "circular/explain.h"
#include "circular/parse.h"
#include "golden.h"

#include <string.h>

static const struct {
    const char *government, *prefix;
    int count;
} letters[] = {
    {"bontang",       "BTG", 23},
    {"balikpapan",    "BPN", 25},
    {"paser",         "PSR", 20},
    {"kotim",         "KTM", 18},
    {"bandarlampung", "BDL", 18},
};

static GoldenFile file_of(Arena *arena, const char *government)
{
    return golden_read(
        arena,
        str_c(arena, str_format(arena, "tests/golden/%s.golden", government)));
}

/* The number of "BTG-07" when the prefix is BTG, else 0. */
static int64_t number_of(Str id, const char *prefix)
{
    Str want = str_of(prefix);
    if (id.len != want.len + 3 || !str_starts(id, want) ||
        id.ptr[want.len] != '-')
        return 0;
    return golden_number(str_slice(id, want.len + 1, id.len));
}

FACT(every_clause_is_named_by_its_golden_file)
{
    for (size_t i = 0; i < COUNT(letters); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 18);
        GoldenFile file = file_of(arena, letters[i].government);
        uint32_t named[100] = {0};
        for (size_t r = 0; r < file.count; r++) {
            ROW("%s line %d", letters[i].government, file.rows[r].line);
            Str rest = file.rows[r].clauses;
            Str id = {"", 0};
            EXPECT(rest.len > 0);
            while (str_next(&rest, ' ', &id)) {
                int64_t n = number_of(id, letters[i].prefix);
                if (EXPECT(n >= 1 && n <= letters[i].count)) named[n]++;
            }
        }
        for (int n = 1; n <= letters[i].count; n++) {
            ROW("%s-%02d", letters[i].prefix, n);
            EXPECT(named[n] > 0);
        }
    }
}

/* How many expectations were agreed on for each government. */
static const struct {
    const char *government;
    int count;
} lists[] = {
    {"bontang",       12},
    {"balikpapan",    12},
    {"paser",         10},
    {"kotim",         10},
    {"bandarlampung", 10},
};

FACT(every_line_of_the_list_of_expectations_is_there)
{
    for (size_t i = 0; i < COUNT(lists); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 18);
        GoldenFile file = file_of(arena, lists[i].government);
        for (int n = 1; n <= lists[i].count; n++) {
            ROW("%s %d", lists[i].government, n);
            bool found = false;
            for (size_t r = 0; r < file.count; r++)
                found |= golden_number(file.rows[r].number) == n;
            EXPECT(found);
        }
    }
}

/* ---- PSR-03: the article prints the number with a blank in it ------------ */

static const struct {
    const char *written, *number;
} numbers[] = {
    {"061.1/1882 /ORG",           "061.1/1882/ORG"     },
    {"061.1 / 1882/ ORG",         "061.1/1882/ORG"     },
    {"Nomor 188.65/527/ORG/2020", "188.65/527/ORG/2020"},
    {"443/452/IV.06/2020",        "443/452/IV.06/2020" },
};

FACT(PSR_03_blanks_in_a_number_do_not_count)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    for (size_t i = 0; i < COUNT(numbers); i++) {
        ROW("%s", numbers[i].written);
        EXPECT_STR(letter_number(arena, str_of(numbers[i].written)),
                   numbers[i].number);
    }
}

/* ---- worlds ----------------------------------------------------------------
 */

typedef struct {
    Arena *arena;
    GoldenWorld *list, *world;
    const Corpus *corpus;
} Opened;

static bool open_at(Arena *arena, const char *folder, Opened *out)
{
    GoldenRow row = {.path = folder, .government = folder, .letters = folder};
    Str said = {"", 0};
    *out = (Opened){.arena = arena};
    out->world = golden_world(arena, &out->list, &row);
    if (out->world == NULL) return false;
    out->corpus = golden_corpus(out->world, DATE_NEVER, &said);
    return EXPECT(out->corpus != NULL);
}

static Date day_of(const char *iso)
{
    Date day = {0};
    Err err = {0};
    CHECK(date_parse(str_of(iso), &day, &err));
    return day;
}

/* ---- PSR-18, PSR-19: the whole letter is off, the duties at home too --------
 */

static const struct {
    const char *clause, *unit;
    bool exempt;
} exempt_units[] = {
    {"PSR-18", "RSUD Panglima Sebaya", true },
    {"PSR-18", "RSUD Pratama Kerang",  true },
    {"PSR-18", "DPMPTSP",              true },
    {"PSR-18", "BPBD",                 true },
    {"PSR-19", "kec-kuaro",            true },
    {"PSR-19", "puskesmas-long-ikis",  true },
    {"PSR-12", "Dinas Pertanian",      false},
    {"PSR-12", "Dinas Sosial",         false},
};

FACT(the_letter_of_paser_is_off_as_a_whole_for_exempt_units)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Opened o = {0};
    if (!open_at(arena, "examples/paser", &o)) return;
    const Register *r = o.corpus->r;
    uint32_t letter = golden_letter(o.corpus, STR("061.1/1882/ORG"));
    LawDay *day = golden_day(o.world, day_of("2020-08-03"), DATE_NEVER);
    for (size_t i = 0; i < COUNT(exempt_units); i++) {
        ROW("%s %s", exempt_units[i].clause, exempt_units[i].unit);
        UnitId unit = golden_unit(r, str_of(exempt_units[i].unit));
        int64_t people = 0, wrong = 0;
        for (uint32_t p = 0; p < r->person_count; p++) {
            ClauseId by = NO_CLAUSE;
            if (unit.index == NO_INDEX ||
                !unit_is_under(r, r->people[p].unit, unit) ||
                (!exempt_units[i].exempt &&
                 r->units[r->people[p].unit.index].type == UNIT_PUSKESMAS))
                continue;
            people++;
            wrong += law_exempt(day, letter, (PersonId){p}, &by) !=
                     exempt_units[i].exempt;
        }
        EXPECT(people > 0);
        EXPECT_INT(wrong, 0);
    }
}

/* ---- BPN-21: a closure names nobody
 * ------------------------------------------ */

/* Names of people of the unit that stand in the text. */
static int64_t names_in(const Register *r, UnitId unit, Str text)
{
    int64_t count = 0;
    for (uint32_t p = 0; p < r->person_count; p++) {
        count += unit_is_under(r, r->people[p].unit, unit) &&
                 str_find(text, r->people[p].name, 0) != SIZE_MAX;
    }
    return count;
}

FACT(BPN_21_a_closure_names_nobody)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Opened o = {0};
    if (!open_at(arena, "examples/balikpapan", &o)) return;
    const Register *r = o.corpus->r;
    Date day = day_of("2020-08-06");
    LawDay *law = golden_day(o.world, day, DATE_NEVER);
    UnitId shut = golden_unit(r, STR("kel-klandasan-ulu"));
    int64_t named = 0, told = 0;
    for (uint32_t i = 0; i < r->event_count; i++) {
        named += r->events[i].kind == EVENT_CLOSURE &&
                 r->events[i].person.index != NO_INDEX;
    }
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (!unit_is_under(r, r->people[p].unit, shut) ||
            !person_is_active(r, (PersonId){p}, day))
            continue;
        Explanation e = {0};
        explain_cell(arena, law, (PersonId){p}, PLACED_CLOSED, NULL, LANG_ID,
                     &e);
        told += str_find(e.steps[0].text, STR("Klandasan Ulu"), 0) != SIZE_MAX;
        named += names_in(r, shut, e.steps[0].text);
    }
    EXPECT(told > 0);
    EXPECT_INT(named, 0);
}

/* ---- BTG-10, BPN-19, KTM-05, BDL-16: service goes on
 * ---------------------------- */

static const struct {
    const char *clause, *folder;
} services[] = {
    {"BTG-10", "examples/bontang"      },
    {"BPN-19", "examples/balikpapan"   },
    {"KTM-05", "examples/kotim"        },
    {"BDL-16", "examples/bandarlampung"},
};

/*
 * Every counter that is open has its officers, or the plan says that it has
 * not: people who are there by law or by the roster are counted again.
 */
static int64_t present_at(const RosterMade *made, const Counter *counter,
                          uint32_t day)
{
    int64_t count = 0;
    for (size_t i = 0; i < counter->staff_count; i++) {
        char cell = plan_cell(&made->demand.plan, counter->staff[i], day);
        count += cell == PLACED_OFFICE || cell == PLACED_FIELD ||
                 cell == PLACED_USUAL;
    }
    return count;
}

static bool is_told(const RosterMade *made, uint32_t counter, Date day)
{
    for (uint32_t i = 0; i < made->demand.shortage_count; i++) {
        const Shortage *s = &made->demand.shortages[i];
        if (s->counter.index == counter && date_is(s->day, day)) return true;
    }
    return false;
}

static bool is_shut(const Corpus *c, const Counter *counter, Date day)
{
    const Unit *unit = &c->r->units[counter->unit.index];
    for (uint32_t i = 0; i < c->closure_count; i++) {
        if (c->closures[i].unit.index ==
                c->r->work_unit_of[counter->unit.index].index &&
            window_has(c->closures[i].window, day))
            return true;
    }
    return (counter->weekdays & (1U << date_weekday(day))) == 0 ||
           !window_has(counter->window, day) ||
           !calendar_works(c->calendar, unit->week, day, c->known);
}

FACT(every_open_counter_is_served_or_its_shortage_is_told)
{
    for (size_t i = 0; i < COUNT(services); i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        Opened o = {0};
        Str said = {"", 0};
        ROW("%s %s", services[i].clause, services[i].folder);
        if (!open_at(arena, services[i].folder, &o)) continue;
        RosterMade *made = golden_roster(o.world, DATE_NEVER, &said);
        EXPECT_STR(said, "");
        if (made == NULL) continue;
        const Plan *plan = &made->demand.plan;
        int64_t open = 0, unserved = 0;
        for (uint32_t c = 0; c < o.corpus->r->counter_count; c++) {
            const Counter *counter = &o.corpus->r->counters[c];
            for (uint32_t d = 0; d < plan->day_count; d++) {
                if (is_shut(&made->corpus, counter, plan->days[d])) continue;
                open++;
                unserved += present_at(made, counter, d) < counter->need &&
                            !is_told(made, c, plan->days[d]);
            }
        }
        EXPECT(open > 0);
        EXPECT_INT(unserved, 0);
    }
}

/* ---- BTG-05: amendments have an order
 * ------------------------------------------- */

static const struct {
    const char *fact, *relation, *id; /* NULL: sound */
} chains[] = {
    {"it names the one before",
     "sebagaimana terakhir diubah dengan surat edaran 188.65/651/ORG/2020", NULL      },
    {"it names one that is not there",
     "sebagaimana terakhir diubah dengan surat edaran 188.65/999/ORG/2020", "hukum-04"},
};

FACT(BTG_05_an_amendment_names_those_before_it)
{
    for (size_t i = 0; i < COUNT(chains); i++) {
        ROW("%s", chains[i].fact);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        Opened o = {0};
        if (!open_at(arena, "examples/bontang", &o)) continue;
        Office *office = golden_office(o.world);
        Source source = {
            STR("baru.edaran"),
            str_format(arena,
                       "surat edaran 188.65/700/ORG/2020\n"
                       "penerbit Wali Kota Bontang\n"
                       "ditetapkan 28 Mei 2020\n"
                       "mengubah surat edaran 188.65/504/ORG/2020, %s\n\n"
                       "masa berlaku diubah menjadi sampai dengan 5 Juni "
                       "2020.\n",
                       chains[i].relation)};
        Letter letter = {0};
        Corpus made = {0};
        EXPECT(letter_parse(arena, &source, &letter, &office->diags));
        office_put_letter(office,
                          (CorpusInput){.tree = &letter, .source = &source});
        Err err = {0};
        bool sound = office_law(office, DATE_NEVER, &made, &err);
        EXPECT(sound == (chains[i].id == NULL));
        bool said = chains[i].id == NULL;
        for (size_t d = 0; d < office->diags.list.count; d++)
            said |= chains[i].id != NULL &&
                    strcmp(office->diags.list.at[d].id, chains[i].id) == 0;
        EXPECT(said);
    }
}
