/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/demand.h"

#include "base/rand.h"
#include "roster/demand_build.h"

/* ---- what the plan was made from --------------------------------------------
 */

static uint64_t mix(uint64_t a, uint64_t b)
{
    Rand rand = rand_seeded(a ^ (b * UINT64_C(0x9E3779B97F4A7C15)));
    return rand_next(&rand);
}

static uint64_t digest_people(const Register *r)
{
    uint64_t d = r->person_count;
    for (uint32_t p = 0; p < r->person_count; p++) {
        const Person *person = &r->people[p];
        d = mix(d, rand_digest(person->code));
        d = mix(d, ((uint64_t)person->unit.index << 8) |
                       (uint64_t)person->kind << 1 | person->field);
        d = mix(d, (uint64_t)person->rank);
        d = mix(d, (uint64_t)(uint32_t)person->window.first.days << 32 |
                       (uint32_t)person->window.last.days);
    }
    return d;
}

static uint64_t digest_structure(const Register *r, uint64_t d)
{
    for (uint32_t u = 0; u < r->unit_count; u++) {
        const Unit *unit = &r->units[u];
        d = mix(d, rand_digest(unit->code));
        d = mix(d, (uint64_t)unit->parent.index << 16 |
                       (uint64_t)unit->type << 8 | (uint64_t)unit->agency << 7 |
                       (uint64_t)unit->work_unit << 6 | unit->week);
    }
    for (uint32_t h = 0; h < r->holding_count; h++) {
        const Holding *hold = &r->holdings[h];
        d = mix(d, (uint64_t)hold->person.index << 32 | hold->post.index);
        d = mix(d, (uint64_t)(uint32_t)hold->window.first.days << 32 |
                       (uint32_t)hold->window.last.days);
    }
    for (uint32_t i = 0; i < r->mark_count; i++) {
        d = mix(d, rand_digest(r->marks[i].name) ^ r->marks[i].person.index);
    }
    for (uint32_t i = 0; i < r->counter_count; i++) {
        d = mix(d, rand_digest(r->counters[i].code) ^
                       (uint64_t)r->counters[i].need);
    }
    return d;
}

uint64_t demand_digest_still(const Corpus *corpus)
{
    uint64_t d = digest_structure(corpus->r, digest_people(corpus->r));
    for (uint32_t l = 0; l < corpus->letter_count; l++) {
        d = mix(d, rand_digest(corpus->letters[l].source->text));
    }
    for (size_t i = 0; i < corpus->calendar->entries.count; i++) {
        const CalendarEntry *e = &corpus->calendar->entries.at[i];
        d = mix(d, (uint64_t)(uint32_t)e->date.days << 32 |
                       (uint32_t)e->known.days);
    }
    return d;
}

static uint64_t days_of(Window w)
{
    return (uint64_t)(uint32_t)w.first.days << 32 | (uint32_t)w.last.days;
}

uint64_t demand_digest_after(uint64_t still, const Register *r)
{
    uint64_t d = still;
    for (uint32_t i = 0; i < r->absence_count; i++) {
        const Absence *a = &r->absences[i];
        d = mix(d, (uint64_t)a->person.index << 8 | (uint64_t)a->kind);
        d = mix(d, days_of(a->window));
    }
    for (uint32_t i = 0; i < r->event_count; i++) {
        const Event *e = &r->events[i];
        d = mix(d, (uint64_t)e->kind);
        d = mix(d, (uint64_t)e->person.index << 32 | e->unit.index);
        d = mix(d, days_of(e->window));
    }
    return d;
}

uint64_t demand_digest(const Corpus *corpus)
{
    return demand_digest_after(demand_digest_still(corpus), corpus->r);
}

/* The published seed: the number of the first letter that places people. */
static uint64_t seed_of(const Corpus *corpus)
{
    for (uint32_t l = 0; l < corpus->letter_count; l++) {
        if (!date_is(corpus->letters[l].first_effect, DATE_NEVER))
            return rand_digest(corpus->letters[l].cite);
    }
    return 0;
}

/* ---- the story --------------------------------------------------------- */

static void open_plan(Making *m, Window window)
{
    const Corpus *c = m->corpus;
    size_t cells = (size_t)c->r->person_count * m->day_count;
    m->out->cells = NEW(m->arena, char, cells + 1);
    m->out->reasons = NEW(m->arena, uint16_t, cells + 1);
    m->out->plan = (Plan){
        .government = c->government->code,
        .window = window,
        .known = c->known,
        .days = m->days,
        .day_count = m->day_count,
        .person_count = c->r->person_count,
        .cells = m->out->cells,
        .reasons = m->out->reasons,
    };
}

void demand_open(Making *m, Window window)
{
    const Register *r = m->corpus->r;
    size_t slots = (size_t)m->corpus->clause_count * r->unit_count;
    m->day_count = (uint32_t)window_days(window);
    m->days = NEW(m->arena, Date, m->day_count);
    for (uint32_t d = 0; d < m->day_count; d++) {
        m->days[d] = date_plus(window.first, (int32_t)d);
    }
    m->reason_of = map_in(m->arena);
    m->line_of = NEW(m->arena, uint32_t, slots + 1);
    for (size_t i = 0; i < slots; i++) {
        m->line_of[i] = NO_INDEX;
    }
    m->qualified = NEW(m->arena, uint8_t, r->person_count + 1);
    for (uint32_t c = 0; c < r->counter_count; c++) {
        for (size_t i = 0; i < r->counters[c].staff_count; i++) {
            m->qualified[r->counters[c].staff[i].index] = 1;
        }
    }
    m->torn = m->torn_by = NO_CLAUSE;
    demand_week_open(m);
    m->row_of = NEW(m->arena, uint32_t, r->person_count + 1);
    m->owed = NEW(m->arena, int32_t, m->day_count);
    open_plan(m, window);
}

static void keep_caps(Making *m)
{
    CapLine *caps = NEW(m->arena, CapLine, m->lines.count + 1);
    uint32_t count = 0;
    for (size_t l = 0; l < m->lines.count; l++) {
        const Line *line = &m->lines.at[l];
        bool touched = false;
        for (uint32_t d = 0; d < m->day_count; d++) {
            touched |= line->days[d].free > 0 || line->days[d].forced > 0;
        }
        size_t slot = (size_t)line->clause.index * m->corpus->r->unit_count +
                      line->unit.index;
        m->line_of[slot] = touched ? count : NO_INDEX;
        if (touched)
            caps[count++] =
                (CapLine){line->clause.index, line->unit, line->days};
    }
    m->out->cap_at = m->line_of;
    m->out->caps = caps;
    m->out->cap_count = count;
}

static bool window_fits(Window window, Err *err)
{
    if (window_is_empty(window)) {
        (void)FAIL(err, ERR_INPUT,
                   "the period is empty: it ends before it "
                   "begins");
        return err_id(err, "masa jadwal kosong: awal sesudah akhir");
    }
    if (date_is(window.first, DATE_ALWAYS) ||
        date_is(window.last, DATE_NEVER) || window_days(window) > DEMAND_DAYS) {
        (void)FAIL(err, ERR_INPUT,
                   "the period is longer than %d days; give a shorter --from "
                   "and --to",
                   DEMAND_DAYS);
        return err_id(err,
                      "masa jadwal lebih dari %d hari; beri --from dan --to "
                      "yang lebih pendek",
                      DEMAND_DAYS);
    }
    return true;
}

/* A year of which the calendar says nothing is not one without holidays. */
static bool years_are_known(const Calendar *calendar, Window window, Err *err)
{
    int32_t last = date_civil(window.last).year;
    for (int32_t year = date_civil(window.first).year; year <= last; year++) {
        if (calendar_covers(calendar, year)) continue;
        (void)FAIL(err, ERR_INPUT,
                   "the calendar has no entries for %d, so its holidays are "
                   "not known; add them to data/calendar/nasional.csv",
                   year);
        return err_id(
            err,
            "kalender belum berisi tahun %d, jadi hari liburnya tidak "
            "diketahui; tambahkan pada data/calendar/nasional.csv",
            year);
    }
    return true;
}

/* Two rules put one person in different places: no roster before it is said
 * which wins. */
static Str tied_words(const Making *m, ClauseId id, Lang lang)
{
    return cite_words(m->arena, m->corpus, corpus_clause(m->corpus, id)->cite,
                      lang);
}

bool demand_no_tie(const Making *m, Err *err)
{
    if (!m->tie.tied) return true;
    Str name = m->corpus->r->people[m->tied_person.index].name;
    Str a[2] = {0};
    Str b[2] = {0};
    Str day[2] = {0};
    for (int i = 0; i < 2; i++) {
        a[i] = tied_words(m, m->tie.by, (Lang)i);
        b[i] = tied_words(m, m->tie.cap, (Lang)i);
        day[i] = date_words(m->arena, m->tied_day, (Lang)i);
    }
    (void)FAIL(err, ERR_INPUT,
               "%.*s and %.*s put %.*s in different places on %.*s and neither "
               "is narrower; write 'in derogation of ...' in one of them",
               STR_ARG(a[LANG_EN]), STR_ARG(b[LANG_EN]), STR_ARG(name),
               STR_ARG(day[LANG_EN]));
    return err_id(err,
                  "%.*s dan %.*s menempatkan %.*s di tempat berbeda pada %.*s "
                  "dan tidak ada yang lebih khusus; tulis 'dikecualikan dari "
                  "...' pada salah satu",
                  STR_ARG(a[LANG_ID]), STR_ARG(b[LANG_ID]), STR_ARG(name),
                  STR_ARG(day[LANG_ID]));
}

bool demand_done(Making *m, Err *err)
{
    Demand *out = m->out;
    out->plan.reason = m->reasons.at;
    out->plan.reason_count = (uint32_t)m->reasons.count;
    out->opens = m->opens.at;
    out->open_count = (uint32_t)m->opens.count;
    out->problem.seed = out->plan.seed;
    return problem_sound(&out->problem, err);
}

void demand_carry(Arena *arena, Demand *demand, const int32_t *carried)
{
    Problem *problem = &demand->problem;
    ProblemRow *rows = NEW(arena, ProblemRow, (size_t)problem->row_count + 1);
    for (uint32_t i = 0; i < problem->row_count; i++) {
        rows[i] = problem->rows[i];
        rows[i].offset += carried[rows[i].person.index];
    }
    problem->rows = rows;
    demand->carried = carried;
    demand->plan.carried = carried;
}

bool demand_make(Arena *arena, const Corpus *corpus, Window window, Demand *out,
                 Err *err)
{
    if (!window_fits(window, err) ||
        !years_are_known(corpus->calendar, window, err))
        return false;
    *out = (Demand){.corpus = corpus};
    Making m = {.arena = arena, .corpus = corpus, .out = out};
    demand_open(&m, window);
    out->plan.digest = demand_digest(corpus);
    out->plan.seed = seed_of(corpus);
    demand_cells(&m);
    if (!demand_no_tie(&m, err) || !demand_days(&m, err) ||
        !demand_nodes(&m, err))
        return false;
    demand_rows(&m);
    if (!demand_week_fits(&m, err)) return false;
    demand_posts(&m);
    demand_floors(&m);
    keep_caps(&m);
    return demand_done(&m, err);
}
