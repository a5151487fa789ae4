/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/groups_text.h"

#include "base/csv.h"

enum { NAMES_SHOWN = 10, DAYS_SHOWN = 12 };

typedef struct {
    const Office *office;
    const PatternAsk *ask;
    const PatternMade *made;
    uint8_t *group; /* per person of the register */
    Lang lang;
    Buf *out;
} Telling;

/* The groups once by person: make_pattern_group looks through all rows. */
static Telling begin(const Office *office, const PatternAsk *ask,
                     const PatternMade *made, Lang lang, Buf *out)
{
    const Problem *p = &made->made.demand.problem;
    Telling t = {office, ask, made, NULL, lang, out};
    t.group = NEW(out->arena, uint8_t, office->r.person_count + 1);
    for (uint32_t i = 0; i < office->r.person_count; i++)
        t.group[i] = PATTERN_NO_GROUP;
    for (uint32_t i = 0; i < p->row_count; i++)
        t.group[p->rows[i].person.index] = made->pattern.group_of[i];
    return t;
}

/* Of the unit, and in service on some day of the plan. */
static bool is_of_unit(const Telling *t, uint32_t person)
{
    const Register *r = &t->office->r;
    const Plan *plan = &t->made->made.demand.plan;
    if (!unit_is_under(r, r->people[person].unit, t->ask->unit)) return false;
    for (uint32_t d = 0; d < plan->day_count; d++) {
        if (person_is_active(r, (PersonId){person}, plan->days[d])) return true;
    }
    return false;
}

static uint32_t count_of(const Telling *t, uint8_t group)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < t->office->r.person_count; i++)
        count += t->group[i] == group && is_of_unit(t, i);
    return count;
}

/* ---- words --------------------------------------------------------------- */

static void put_title(const Telling *t)
{
    static const char *const said[][2] = {
#define X(name, said_id, said_en) [PATTERN_##name] = {(said_id), (said_en)},
        PATTERN_KINDS(X)
#undef X
    };
    const Unit *unit = &t->office->r.units[t->ask->unit.index];
    Window window = t->made->made.demand.plan.window;
    Str first = date_words(t->out->arena, window.first, t->lang);
    Str last = date_words(t->out->arena, window.last, t->lang);
    buf_put(t->out, unit->name);
    say_format(t->out, t->lang, ", dengan semua di bawahnya\n",
               ", with everything below it\n");
    if (t->office->government.note.len > 0)
        buf_format(t->out, "%.*s\n", STR_ARG(t->office->government.note));
    say_format(t->out, t->lang, "%.*s sampai dengan %.*s: %u kelompok, %s\n",
               "%.*s to %.*s: %u groups, %s\n", STR_ARG(first), STR_ARG(last),
               t->ask->groups, said[t->ask->kind][t->lang]);
}

/* "Senin 3 Agustus"; the year stands in the title. */
static void put_day(const Telling *t, Date day, bool first)
{
    Civil civil = date_civil(day);
    Str weekday = date_weekday_name(date_weekday(day), t->lang);
    Str month = date_month_name(civil.month, t->lang);
    buf_format(t->out, "%s %.*s %d %.*s", first ? "" : ",", STR_ARG(weekday),
               (int)civil.day, STR_ARG(month));
}

static void put_more(const Telling *t, uint32_t all, uint32_t shown)
{
    if (all > shown)
        say_format(t->out, t->lang, " dan %u lagi", " and %u more",
                   all - shown);
    buf_char(t->out, '\n');
}

static void put_days(const Telling *t, uint64_t days)
{
    uint32_t all = (uint32_t)__builtin_popcountll(days);
    uint32_t shown = 0;
    say_format(t->out, t->lang,
               "  hari kantor, %u:", "  office days, %u:", all);
    for (; days != 0 && shown < DAYS_SHOWN; days &= days - 1) {
        uint32_t day = (uint32_t)__builtin_ctzll(days);
        put_day(t, t->made->made.demand.problem.days[day], shown++ == 0);
    }
    put_more(t, all, shown);
}

static void put_people(const Telling *t, uint8_t group)
{
    const Register *r = &t->office->r;
    uint32_t all = count_of(t, group);
    uint32_t shown = 0;
    say_format(t->out, t->lang, "  orang, %u:", "  people, %u:", all);
    for (uint32_t i = 0; i < r->person_count && shown < NAMES_SHOWN; i++) {
        const Person *p = &r->people[i];
        if (t->group[i] != group || !is_of_unit(t, i)) continue;
        buf_format(t->out, "%s %.*s %.*s", shown++ == 0 ? "" : ",",
                   STR_ARG(p->code), STR_ARG(p->name));
    }
    put_more(t, all, shown);
}

static void put_groups(const Telling *t)
{
    for (uint8_t g = 0; g < t->ask->groups; g++) {
        say_format(t->out, t->lang, "Kelompok %c\n", "Group %c\n", 'A' + g);
        put_days(t, t->made->calendar.days[g]);
        put_people(t, g);
    }
    if (count_of(t, PATTERN_NO_GROUP) == 0) return;
    say_format(t->out, t->lang,
               "Tanpa kelompok (tempatnya tidak bergilir pada hari-hari itu)\n",
               "In no group (they take no turns on those days)\n");
    put_people(t, PATTERN_NO_GROUP);
}

/* Neither the best nor with a certificate: only that each rule is kept. */
static void put_proof(const Telling *t)
{
    const PatternMade *made = t->made;
    if (made->pattern.uneven == 0)
        say_format(t->out, t->lang, "pembagian: merata\n", "shares: even\n");
    else
        say_format(t->out, t->lang,
                   "pembagian: paling jauh %d orang dari bagian yang merata\n",
                   "shares: %d from the even share at most\n",
                   made->pattern.uneven);
    if (made->verified)
        say_format(t->out, t->lang,
                   "jadwal: terbukti oleh audit; setiap aturan dipenuhi\n",
                   "plan: proved by the audit; every rule is kept\n");
    else
        say_format(t->out, t->lang, "jadwal: TIDAK terbukti: %.*s\n",
                   "plan: NOT verified: %.*s\n",
                   STR_ARG(made->audit_said[t->lang]));
}

void groups_text(const Office *office, const PatternAsk *ask,
                 const PatternMade *made, Lang lang, Buf *out)
{
    Telling t = begin(office, ask, made, lang, out);
    put_title(&t);
    put_groups(&t);
    put_proof(&t);
}

/* ---- the table ----------------------------------------------------------- */

static Str office_days(const Telling *t, uint32_t person)
{
    const Plan *plan = &t->made->made.demand.plan;
    Buf days = buf_in(t->out->arena);
    for (uint32_t d = 0; d < plan->day_count; d++) {
        char text[DATE_TEXT];
        if (plan_cell(plan, (PersonId){person}, d) != PLACED_OFFICE) continue;
        buf_format(&days, "%s%s", days.len == 0 ? "" : " ",
                   date_iso(plan->days[d], text));
    }
    return buf_str(&days);
}

static void put_row(const Telling *t, uint32_t person)
{
    const Person *p = &t->office->r.people[person];
    const char letter = (char)('A' + t->group[person]);
    bool grouped = t->group[person] != PATTERN_NO_GROUP;
    csv_put(t->out, p->code, ',', false);
    csv_put(t->out, p->name, ',', false);
    csv_put(t->out, t->office->r.units[p->unit.index].code, ',', false);
    csv_put(t->out, (Str){&letter, grouped ? 1 : 0}, ',', false);
    csv_put(t->out, office_days(t, person), ',', true);
}

void groups_text_csv(const Office *office, const PatternAsk *ask,
                     const PatternMade *made, Buf *out)
{
    Telling t = begin(office, ask, made, LANG_ID, out);
    buf_c(out, "orang,nama,unit,kelompok,hari_kantor\n");
    for (uint32_t i = 0; i < office->r.person_count; i++) {
        if (is_of_unit(&t, i)) put_row(&t, i);
    }
}
