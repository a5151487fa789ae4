/* SPDX-License-Identifier: Apache-2.0 */
#include "staff.h"

#include "identity.h"

typedef enum { PLAIN, SKILLED, FIELD, HIRED, HIRED_FIELD } JobKind;

typedef struct {
    JobGroup group;
    JobKind kind;
    uint32_t weight;
    Str title, degrees;
} Job;

static const Job jobs[] = {
#define JOB(group, kind, weight, title, degrees) \
    {JOBS_##group, kind, (weight), STR_INIT(title), STR_INIT(degrees)},
#include "jobs.def"
#undef JOB
};

static const uint32_t women_of[] = {
#define X(name, women) [JOBS_##name] = (women),
    JOB_GROUPS(X)
#undef X
};

/* ---------------------------------------------------------- sizes of units */

static bool is_pinned(const Model *m, const UnitRow *unit)
{
    return unit->work_unit != NO_INDEX &&
           m->units.at[unit->work_unit].pinned > 0;
}

/* People whom the posts of a work unit bring. */
static uint32_t count_holders(const Model *m, uint32_t work_unit)
{
    uint32_t count = 0;
    for (size_t i = 0; i < m->posts.count; i++)
        if (!m->posts.at[i].vacant &&
            m->units.at[m->posts.at[i].unit].work_unit == work_unit)
            count++;
    return count;
}

/* The staff of a pinned work unit, dealt out to its nodes in turn. */
static uint32_t fill_pinned(Model *m, uint32_t work_unit)
{
    uint32_t holders = count_holders(m, work_unit);
    CHECK(holders <= m->units.at[work_unit].pinned);
    uint32_t left = m->units.at[work_unit].pinned - holders;
    uint32_t dealt = left;
    while (left > 0) {
        uint32_t before = left;
        for (size_t u = 0; u < m->units.count && left > 0; u++) {
            UnitRow *unit = &m->units.at[u];
            if (unit->work_unit != work_unit || unit->weight == 0) continue;
            unit->staff++;
            left--;
        }
        CHECK(left < before);
    }
    return dealt;
}

/*
 * Divide `total` among the nodes of a part by weight.  Each node gets what
 * the running sum of weights has earned so far less what was dealt before, so
 * that the parts add up to the total without a remainder.
 */
static void fill_part(Model *m, StaffPart part, uint32_t total)
{
    uint64_t sum = 0, seen = 0, dealt = 0;
    for (size_t u = 0; u < m->units.count; u++)
        if (m->units.at[u].part == part && !is_pinned(m, &m->units.at[u]))
            sum += m->units.at[u].weight;
    CHECK(sum > 0);
    for (size_t u = 0; u < m->units.count; u++) {
        UnitRow *unit = &m->units.at[u];
        if (unit->part != part || is_pinned(m, unit)) continue;
        seen += unit->weight;
        uint64_t earned = total * seen / sum;
        unit->staff = (uint32_t)(earned - dealt);
        dealt = earned;
    }
}

/* How many people beside the holders of posts; all dealt out. */
static uint32_t fill_units(Model *m)
{
    uint32_t holders = 0;
    for (size_t i = 0; i < m->posts.count; i++)
        holders += m->posts.at[i].vacant ? 0 : 1;
    uint32_t staff = m->example->people - holders;
    uint32_t left = staff;
    for (uint32_t u = 0; u < m->units.count; u++)
        if (m->units.at[u].pinned > 0) left -= fill_pinned(m, u);
    uint32_t shared = left;
    for (unsigned part = PART_SCHOOLS; part < PART_COUNT; part++) {
        uint32_t total = shared * m->example->share[part] / 1000;
        fill_part(m, (StaffPart)part, total);
        left -= total;
    }
    fill_part(m, PART_OFFICES, left);
    return staff;
}

/* ------------------------------------------------------------------ people */

static bool suits(const Job *job, JobGroup group, bool hired)
{
    bool for_hired = job->kind == HIRED || job->kind == HIRED_FIELD;
    return job->group == group && for_hired == hired;
}

static const Job *any_job(Rand *rand, JobGroup group, bool hired)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < COUNT(jobs); i++)
        if (suits(&jobs[i], group, hired)) sum += jobs[i].weight;
    if (sum == 0) return any_job(rand, JOBS_OFFICE, hired);
    uint32_t at = rand_below(rand, sum);
    const Job *job = jobs;
    for (; !suits(job, group, hired) || at >= job->weight; job++)
        if (suits(job, group, hired)) at -= job->weight;
    return job;
}

static Str any_choice(Rand *rand, Str list)
{
    uint32_t count = 1;
    for (size_t i = 0; i < list.len; i++)
        count += list.ptr[i] == '|';
    uint32_t skip = rand_below(rand, count);
    Str choice = {0};
    do
        (void)str_next(&list, '|', &choice);
    while (skip-- > 0);
    return choice;
}

static uint32_t push_person(Model *m, PersonRow person)
{
    uint32_t at = (uint32_t)m->people.count;
    person.code = str_format(m->arena, "B%05u", at + 1);
    VEC_PUSH(m->arena, &m->people, person);
    return at;
}

/* Each draw is a statement of its own: the order in which a compiler takes
 * arguments or initialisers must not change who comes out. */
static void name_person(const Model *m, Rand *rand, PersonRow *person,
                        Str degrees)
{
    Str name = identity_name(m, rand, person->woman);
    Str degree = any_choice(rand, degrees);
    person->name = identity_titled(m->arena, name, degree);
}

static uint32_t years_low(const char *echelon)
{
    return echelon[0] == 'f' || str_starts(str_of(echelon), STR("IV")) ? 34
                                                                       : 42;
}

static void add_holder(Model *m, Rand *rand, uint32_t post)
{
    PostRow *p = &m->posts.at[post];
    const UnitRow *unit = &m->units.at[p->unit];
    bool taught = p->role == ROLE_KEPALA_SEKOLAH;
    bool clinic = p->role == ROLE_KEPALA_PUSKESMAS;
    int32_t women = (taught ? 520 : clinic ? 560 : 360) + m->example->women;
    PersonRow person = {.kind = STAFF_PNS,
                        .unit = p->unit,
                        .post = post,
                        .title = p->name,
                        .functional = p->echelon[0] == 'f',
                        .woman = rand_chance(rand, (uint32_t)women),
                        .steady = is_pinned(m, unit)};
    Str degrees = taught ? STR("S.Pd.|S.Pd., M.Pd.|M.Pd.|S.Pd., M.M.")
                  : clinic
                      ? STR("dr. |S.K.M.|S.K.M., M.Kes.|drg. ")
                      : STR("S.Sos.|S.Sos., M.Si.|S.E.|S.E., M.M.|S.H.|S.H., "
                            "M.H.|S.T.|S.T., M.T.|S.IP.|S.STP., M.Si.|M.A.P.");
    name_person(m, rand, &person, degrees);
    identity_number(m, rand, &person, years_low(p->echelon), 57);
    p->holder = push_person(m, person);
    Date since =
        date_plus(m->period.first, -(int32_t)(60 + rand_below(rand, 1200)));
    if (date_before(since, person.window.first)) since = person.window.first;
    HoldingRow holding = {
        .post = post,
        .person = p->holder,
        .kind = HOLD_FULL,
        .window = {since, DATE_NEVER}
    };
    VEC_PUSH(m->arena, &m->holdings, holding);
}

/* PPPK have functional jobs only. */
static StaffKind any_asn(const Model *m, Rand *rand, const Job *job)
{
    bool agreed = rand_chance(rand, m->example->pppk);
    if (agreed && job->kind == SKILLED) return STAFF_PPPK;
    return rand_chance(rand, 20) ? STAFF_CPNS : STAFF_PNS;
}

/* Years of an ASN: a newcomer is young; else over fifty as the example says. */
static void number_asn(Model *m, Rand *rand, PersonRow *person)
{
    if (person->kind == STAFF_CPNS)
        identity_number(m, rand, person, 22, 33);
    else if (rand_chance(rand, m->example->over_fifty))
        identity_number(m, rand, person, 51, 57);
    else
        identity_number(m, rand, person, 25, 50);
}

static void number_hired(Model *m, Rand *rand, PersonRow *person)
{
    person->local =
        str_format(m->arena, "%.*s-%05u", STR_ARG(m->example->contract_prefix),
                   (uint32_t)m->people.count + 1);
    int32_t year = date_civil(m->period.first).year;
    Date since = {0};
    bool exists = date_of(year - (int32_t)rand_below(rand, 12), 1, 2, &since);
    CHECK(exists);
    person->window = (Window){since, DATE_NEVER};
}

static void add_staff(Model *m, Rand *rand, uint32_t at, bool hired)
{
    const UnitRow *unit = &m->units.at[at];
    const Job *job = any_job(rand, unit->jobs, hired);
    bool field = job->kind == FIELD || job->kind == HIRED_FIELD;
    int32_t women = (int32_t)women_of[unit->jobs] + m->example->women;
    if (field) women /= 2;
    if (women > 950) women = 950;
    StaffKind kind = hired ? m->example->contract_kind : any_asn(m, rand, job);
    PersonRow person = {.kind = kind,
                        .unit = at,
                        .post = NO_INDEX,
                        .title = job->title,
                        .functional = job->kind == SKILLED,
                        .field = field,
                        .woman = rand_chance(rand, (uint32_t)women),
                        .steady = is_pinned(m, unit)};
    name_person(m, rand, &person, job->degrees);
    if (hired)
        number_hired(m, rand, &person);
    else
        number_asn(m, rand, &person);
    (void)push_person(m, person);
}

void staff_fill(Model *m)
{
    Rand rand = model_rand(m, "people");
    uint32_t left = fill_units(m);
    uint32_t hired_left = m->example->contract;
    for (uint32_t u = 0; u < m->units.count; u++) {
        for (uint32_t p = 0; p < m->posts.count; p++)
            if (m->posts.at[p].unit == u && !m->posts.at[p].vacant)
                add_holder(m, &rand, p);
        for (uint32_t i = 0; i < m->units.at[u].staff; i++, left--) {
            /* hired_left of the `left` to come: exact in the end. */
            bool hired = rand_below(&rand, left) < hired_left;
            hired_left -= hired ? 1 : 0;
            add_staff(m, &rand, u, hired);
        }
    }
    CHECK(left == 0 && hired_left == 0);
    CHECK(m->people.count == m->example->people);
}
