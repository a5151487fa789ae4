/* SPDX-License-Identifier: Apache-2.0 */
#include "golden.h"

/*
 * Who a line means, looked up in the register by other ways than those of the
 * law: the two must agree for a reason.
 */

GoldenWho golden_who(Str text)
{
    GoldenWho who = {0};
    static const char *const marks[] = {" kecuali ", " pada ", " yang "};
    Str *parts[] = {&who.except, &who.at, &who.state};
    for (size_t i = 0; i < COUNT(marks); i++) {
        Str mark = str_of(marks[i]);
        size_t at = str_find(text, mark, 0);
        if (at == SIZE_MAX) continue;
        *parts[i] = str_trim(str_slice(text, at + mark.len, text.len));
        text = str_slice(text, 0, at);
    }
    who.kind = str_trim(text);
    return who;
}

/* ---- units
 * -------------------------------------------------------------------- */

UnitId golden_unit(const Register *r, Str name)
{
    UnitId unit = NO_UNIT;
    bool several = false;
    uint32_t code = map_find(&r->unit_codes, name);
    if (code != NO_INDEX) return (UnitId){code};
    return unit_search(r, name, &unit, &several) && !several ? unit : NO_UNIT;
}

/* Is the unit, or one above it, of that type? */
static bool is_within_type(const Register *r, UnitId unit, UnitType type)
{
    while (unit.index != NO_INDEX && r->units[unit.index].type != type) {
        unit = r->units[unit.index].parent;
    }
    return unit.index != NO_INDEX;
}

static bool is_service_section(const Register *r, UnitId unit)
{
    while (unit.index != NO_INDEX &&
           r->units[unit.index].section == SECTION_UNSAID)
        unit = r->units[unit.index].parent;
    return unit.index != NO_INDEX &&
           r->units[unit.index].section == SECTION_SERVICE;
}

static bool is_at(const Register *r, UnitId unit, Str name)
{
    UnitType type = UNIT_PEMERINTAH;
    if (str_is(name, STR("bagian pelayanan")))
        return is_service_section(r, unit);
    if (unit_type_parse(name, &type)) return is_within_type(r, unit, type);
    UnitId named = golden_unit(r, name);
    return named.index != NO_INDEX && unit_is_under(r, unit, named);
}

/* One of several names, commas between. */
static bool is_at_one(const Register *r, UnitId unit, Str names)
{
    Str name = {"", 0};
    while (str_next(&names, ',', &name)) {
        if (is_at(r, unit, str_trim(name))) return true;
    }
    return false;
}

/* ---- kinds of people
 * ------------------------------------------------------------ */

static bool is_acting_at_all(const Register *r, PersonId person, Date day)
{
    Rows rows = r->holdings_of[person.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &r->holdings[i];
        if (h->kind != HOLD_FULL && holding_counts(r, h, day)) return true;
    }
    return false;
}

/* Holds a post of the role or rank that day; who acts is what they act as. */
static bool holds(const Register *r, PersonId person, Date day, Role role,
                  Rank rank)
{
    Rows rows = r->holdings_of[person.index];
    bool acts = is_acting_at_all(r, person, day);
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &r->holdings[i];
        const Post *post = &r->posts[h->post.index];
        if (holding_counts(r, h, day) && (!acts || h->kind != HOLD_FULL) &&
            (role == ROLE_NONE || post->role == role) &&
            ((int)rank == 0 || post->rank == rank))
            return true;
    }
    return false;
}

static bool holds_any(const Register *r, PersonId person, Date day)
{
    return holds(r, person, day, ROLE_NONE, (Rank)0);
}

static bool serves_at_counter(const Register *r, PersonId person)
{
    for (uint32_t c = 0; c < r->counter_count; c++) {
        for (size_t i = 0; i < r->counters[c].staff_count; i++) {
            if (r->counters[c].staff[i].index == person.index) return true;
        }
    }
    return false;
}

typedef bool IsKind(const Register *r, PersonId person, Date day);

static bool is_anybody(const Register *r, PersonId person, Date day)
{
    (void)r, (void)person, (void)day;
    return true;
}

static bool is_asn(const Register *r, PersonId person, Date day)
{
    (void)day;
    return staff_kind_is_asn(r->people[person.index].kind);
}

/* Of the civil service; contract staff have a word of their own. */
static bool is_pelaksana(const Register *r, PersonId person, Date day)
{
    const Person *p = &r->people[person.index];
    return p->rank == RANK_PELAKSANA && staff_kind_is_asn(p->kind) &&
           !holds_any(r, person, day);
}

static bool is_functional(const Register *r, PersonId person, Date day)
{
    const Person *p = &r->people[person.index];
    return p->rank == RANK_FUNGSIONAL && !holds_any(r, person, day);
}

static bool is_field(const Register *r, PersonId person, Date day)
{
    return r->people[person.index].field && !holds_any(r, person, day);
}

static bool is_agency_head(const Register *r, PersonId person, Date day)
{
    return person_heads_agency(r, person, day);
}

static bool is_acting(const Register *r, PersonId person, Date day)
{
    Rows rows = r->holdings_of[person.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &r->holdings[i];
        if (h->kind != HOLD_FULL && r->posts[h->post.index].head &&
            r->units[r->posts[h->post.index].unit.index].agency &&
            holding_counts(r, h, day))
            return true;
    }
    return false;
}

static bool is_desk(const Register *r, PersonId person, Date day)
{
    (void)day;
    return serves_at_counter(r, person);
}

static bool is_unranked(const Register *r, PersonId person, Date day)
{
    return !holds_any(r, person, day);
}

static const struct {
    const char *word;
    IsKind *is;
} kinds[] = {
    {"pegawai",                                   is_anybody    },
    {"ASN",                                       is_asn        },
    {"pelaksana",                                 is_pelaksana  },
    {"fungsional",                                is_functional },
    {"petugas lapangan",                          is_field      },
    {"petugas loket",                             is_desk       },
    {"kepala perangkat daerah",                   is_agency_head},
    {"pejabat sementara kepala perangkat daerah", is_acting     },
    {"pegawai tanpa jabatan",                     is_unranked   },
};

static IsKind *kind_of(Str word)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (str_is(word, str_of(kinds[i].word))) return kinds[i].is;
    }
    return NULL;
}

static bool is_quoted(Str word)
{
    return word.len > 2 && word.ptr[0] == '"';
}

static bool is_kind(const Register *r, Str word, PersonId person, Date day)
{
    IsKind *is = kind_of(word);
    Role role = ROLE_NONE;
    Rank rank = RANK_PELAKSANA;
    StaffKind staff = STAFF_PNS;
    char echelon = 0;
    if (is != NULL) return is(r, person, day);
    if (is_quoted(word))
        return str_starts(r->people[person.index].title,
                          str_slice(word, 1, word.len - 1));
    if (role_parse(word, &role)) return holds(r, person, day, role, (Rank)0);
    if (staff_kind_parse(word, &staff))
        return r->people[person.index].kind == staff &&
               is_unranked(r, person, day);
    return rank_parse(word, &rank, &echelon) &&
           holds(r, person, day, ROLE_NONE, rank);
}

/* ---- what befalls them on the day
 * -------------------------------------------------- */

static bool has_event(const Register *r, PersonId person, Date day, Date known,
                      EventKind kind)
{
    for (uint32_t i = 0; i < r->event_count; i++) {
        const Event *e = &r->events[i];
        if (e->kind == kind && e->person.index == person.index &&
            window_has(e->window, day) && !date_before(known, e->known))
            return true;
    }
    return false;
}

/* Shut for three days from the order, or as long as the order says. */
static bool is_shut(const Register *r, UnitId unit, Date day, Date known)
{
    for (uint32_t i = 0; i < r->event_count; i++) {
        const Event *e = &r->events[i];
        Date last = date_plus(e->window.first, 2);
        if (e->kind == EVENT_CLOSURE && e->unit.index == unit.index &&
            !date_before(known, e->known) &&
            !date_before(day, e->window.first) && !date_before(last, day))
            return true;
    }
    return false;
}

/* The word behind "yang" that fits the person's day; empty: an ordinary day. */
static Str state_of(const Office *o, PersonId person, Date day, Date known)
{
    const Register *r = &o->r;
    UnitId unit = r->people[person.index].unit;
    const Absence *absence = person_absence(r, person, day, known);
    if (is_shut(r, r->work_unit_of[unit.index], day, known))
        return STR("ditutup");
    if (!calendar_works(&o->calendar, r->units[unit.index].week, day, known))
        return STR("libur");
    if (person_mark(r, person, day, MARK_MUST_HOME, known) != NULL)
        return STR("bertanda wajib di rumah");
    if (absence != NULL)
        return absence->kind == ABSENCE_DINAS_LUAR ? STR("dinas luar")
                                                   : STR("cuti");
    if (has_event(r, person, day, known, EVENT_RECALL)) return STR("dipanggil");
    if (has_event(r, person, day, known, EVENT_MEETING)) return STR("rapat");
    return (Str){"", 0};
}

/* ---- the whole
 * --------------------------------------------------------------------- */

static bool units_known(const Register *r, Str names, Str *wrong)
{
    Str name = {"", 0};
    while (str_next(&names, ',', &name)) {
        UnitType type = UNIT_PEMERINTAH;
        name = str_trim(name);
        if (str_is(name, STR("bagian pelayanan")) ||
            unit_type_parse(name, &type) ||
            golden_unit(r, name).index != NO_INDEX)
            continue;
        *wrong = name;
        return false;
    }
    return true;
}

bool golden_who_known(const Register *r, const GoldenWho *who, Str *wrong)
{
    Role role = ROLE_NONE;
    Rank rank = RANK_PELAKSANA;
    StaffKind staff = STAFF_PNS;
    char echelon = 0;
    *wrong = who->kind;
    return (kind_of(who->kind) != NULL || is_quoted(who->kind) ||
            role_parse(who->kind, &role) ||
            staff_kind_parse(who->kind, &staff) ||
            rank_parse(who->kind, &rank, &echelon)) &&
           units_known(r, who->at, wrong) && units_known(r, who->except, wrong);
}

bool golden_who_has(const Office *office, const GoldenWho *who, PersonId person,
                    Date day, Date known)
{
    const Register *r = &office->r;
    UnitId unit = r->people[person.index].unit;
    return person_is_active(r, person, day) &&
           (who->at.len == 0 || is_at_one(r, unit, who->at)) &&
           (who->except.len == 0 || !is_at_one(r, unit, who->except)) &&
           str_is(state_of(office, person, day, known), who->state) &&
           is_kind(r, who->kind, person, day);
}
