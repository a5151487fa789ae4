/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_unit.c - closures and reopenings with what follows from them, and
 * what else is said of a unit.
 */
#include "app/close_unit.h"
#include "app/record_part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

/* ---- nobody is named ----------------------------------------------------- */

static bool is_letter(Str text, size_t at)
{
    if (at >= text.len) return false;
    unsigned char c = (unsigned char)text.ptr[at];
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* As a word or words of the text, both folded. */
static bool has(Str text, Str part)
{
    size_t at = part.len > 2 ? str_find(text, part, 0) : SIZE_MAX;
    for (; at != SIZE_MAX; at = str_find(text, part, at + 1)) {
        bool begins = at == 0 || !is_letter(text, at - 1);
        if (begins && !is_letter(text, at + part.len)) return true;
    }
    return false;
}

/* "Dr. Budi Santoso, S.T." is called Budi Santoso: what has a point is a title
 * or an initial, and behind the comma are titles only. */
static Str bare_name(Arena *arena, Str name)
{
    Buf out = buf_in(arena);
    Str rest = str_slice(name, 0, str_find(name, STR(","), 0));
    Str word = {0};
    while (str_next(&rest, ' ', &word)) {
        if (word.len == 0 || str_find(word, STR("."), 0) != SIZE_MAX) continue;
        buf_format(&out, "%s%.*s", buf_str(&out).len > 0 ? " " : "",
                   STR_ARG(word));
    }
    return buf_str(&out);
}

static bool names(Arena *arena, Str text, const Person *p)
{
    return has(text, str_fold(arena, p->nip)) ||
           has(text, str_fold(arena, p->code)) ||
           has(text, str_fold(arena, p->local)) ||
           has(text, str_fold(arena, bare_name(arena, p->name)));
}

/* Anybody of the government: who fell ill may be a visitor of the unit. */
static bool names_somebody(const Recording *rec)
{
    const Register *r = &rec->world->office->r;
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Str said = str_format(tmp, "%.*s %.*s", STR_ARG(rec->fact.text),
                          STR_ARG(rec->fact.thing));
    Str text = str_fold(tmp, said);
    if (str_trim(text).len == 0) return false;
    for (uint32_t i = 0; i < r->person_count; i++) {
        if (names(tmp, text, &r->people[i])) return true;
    }
    return false;
}

static bool is_public(const Recording *rec, Err *err)
{
    if (!names_somebody(rec)) return true;
    return record_refuse(err,
                         "penutupan tidak menyebut siapa pun; hapus nama, NIP "
                         "dan kode pegawai",
                         "a closure names nobody; take out names, NIPs and "
                         "codes of people");
}

/* Of a case nothing is said but that there is one: a nickname, a post or a
 * street is enough to be known by, and no list of names finds it. */
static bool hints_at_nobody(const Recording *rec, Err *err)
{
    const Fact *fact = &rec->fact;
    if (str_is(fact->word, STR("perintah"))) return is_public(rec, err);
    if (fact->text.len == 0 && fact->thing.len == 0) return true;
    return record_refuse(err,
                         "penutupan karena kasus tidak memuat isi dan hal, "
                         "agar tidak menyebut siapa pun; bila atas perintah, "
                         "isi kata=perintah",
                         "a closure for a case takes no isi and no hal, so "
                         "that it names nobody; if it is by order, say "
                         "kata=perintah");
}

/* How many cases: of a case alone, and at least one. */
static bool counts_cases(const Recording *rec, Err *err)
{
    const Fact *fact = &rec->fact;
    if (fact->number == FACT_NO_NUMBER) return true;
    if (fact->number > 0 && !str_is(fact->word, STR("perintah"))) return true;
    return record_refuse(err,
                         "jumlah ialah banyaknya kasus, paling sedikit 1; "
                         "penutupan atas perintah tidak memuatnya",
                         "jumlah is the number of cases, at least 1; a closure "
                         "by order says none");
}

/* ---- what follows -------------------------------------------------------- */

/* Days shut one by one; longer ones are said by the closure itself. */
enum { SHUT_MOST = 31 };

static void add_notice(Recording *rec, Window days, const char *does)
{
    const Unit *unit = &rec->world->office->r.units[rec->unit.index];
    Fact notice = record_follow(rec, FACT_NOTICE, 0);
    Str first = date_words(rec->arena, days.first, LANG_ID);
    notice.thing = rec->fact.unit;
    if (date_is(days.last, DATE_NEVER)) {
        notice.text = str_format(rec->arena, "%.*s %s mulai %.*s.",
                                 STR_ARG(unit->name), does, STR_ARG(first));
    } else {
        Str last = date_words(rec->arena, days.last, LANG_ID);
        notice.text = str_format(rec->arena, "%.*s %s %.*s sampai dengan %.*s.",
                                 STR_ARG(unit->name), does, STR_ARG(first),
                                 STR_ARG(last));
    }
    VEC_PUSH(rec->arena, &rec->follows, notice);
}

static void add_counters(Recording *rec, Window days, const char *word)
{
    const Register *r = &rec->world->office->r;
    Date last = date_plus(days.first, SHUT_MOST - 1);
    if (date_before(days.last, last)) last = days.last;
    for (uint32_t i = 0; i < r->counter_count; i++) {
        const Counter *counter = &r->counters[i];
        if (r->work_unit_of[counter->unit.index].index != rec->unit.index)
            continue;
        for (Date d = days.first; !date_before(last, d); d = date_plus(d, 1)) {
            bool open = (counter->weekdays >> date_weekday(d) & 1) != 0;
            if (!open || !window_has(counter->window, d)) continue;
            Fact fact =
                record_follow(rec, FACT_COUNTER, (uint32_t)rec->follows.count);
            fact.day = d;
            fact.unit = record_code(rec, counter->unit);
            fact.thing = counter->code;
            fact.word = str_of(word);
            VEC_PUSH(rec->arena, &rec->follows, fact);
        }
    }
}

typedef struct {
    Recording *rec;
    Window days;
} Meetings;

static bool take_meeting(void *context, uint64_t number, const Fact *fact,
                         Err *err)
{
    Meetings *m = context;
    const Register *r = &m->rec->world->office->r;
    uint32_t unit = map_find(&r->unit_codes, fact->unit);
    (void)number;
    (void)err;
    if (window_meets(fact->days, m->days) && unit != NO_INDEX &&
        r->work_unit_of[unit].index == m->rec->unit.index)
        VEC_PUSH(m->rec->arena, &m->rec->meetings, *fact);
    return true;
}

static bool find_meetings(Recording *rec, Window days, Err *err)
{
    Meetings m = {rec, days};
    FactQuery query = {.government = rec->world->office->government.code,
                       .days = WINDOW_ALL,
                       .kinds = K(MEETING)};
    return store_facts(rec->world->store, rec->arena, &query, take_meeting, &m,
                       err);
}

/* ---- closing and opening ------------------------------------------------- */

/* The closure of the unit that holds on that day, or NULL. */
static const Closure *closure_on(const Corpus *corpus, UnitId unit, Date day)
{
    for (uint32_t i = 0; i < corpus->closure_count; i++) {
        const Closure *closure = &corpus->closures[i];
        if (closure->unit.index == unit.index &&
            window_has(closure->window, day))
            return closure;
    }
    return NULL;
}

bool record_closure(Recording *rec, Err *err)
{
    Corpus *law = NEW(rec->arena, Corpus, 1);
    Window days = rec->fact.days;
    if (!close_unit_is_one(&rec->world->office->r, rec->unit, err) ||
        !hints_at_nobody(rec, err) || !counts_cases(rec, err) ||
        !record_ahead(rec, err) || !record_law(rec, law, err))
        return false;
    const Closure *closure = closure_on(law, rec->unit, days.first);
    if (closure != NULL) days = closure->window;
    add_notice(rec, days, "ditutup");
    add_counters(rec, days, "tutup");
    return find_meetings(rec, days, err);
}

bool record_reopening(Recording *rec, Err *err)
{
    Recording before = *rec;
    Corpus *law = NEW(rec->arena, Corpus, 1);
    before.fact = fact_blank(FACT_CHECK_IN); /* of no effect */
    before.fact.id = rec->fact.id;
    before.fact.zone = rec->fact.zone;
    if (!is_public(rec, err) || !record_law(&before, law, err)) return false;
    Date first = rec->fact.days.first;
    const Closure *closure = closure_on(law, rec->unit, first);
    if (closure == NULL)
        return record_refuse(
            err,
            "unit itu tidak ditutup pada hari itu; periksa "
            "unit dan mulai",
            "that unit is not closed on that day; look at unit "
            "and mulai");
    add_notice(rec, (Window){first, DATE_NEVER}, "dibuka kembali");
    add_counters(rec, (Window){first, closure->window.last}, "buka");
    return true;
}

/* ---- counters, task forces, statuses ------------------------------------- */

bool record_counter(Recording *rec, Err *err)
{
    const Register *r = &rec->world->office->r;
    uint32_t people = 0;
    Str bad = {0};
    bool found = false;
    for (uint32_t i = 0; i < r->counter_count && !found; i++)
        found = str_is(r->counters[i].code, rec->fact.thing) &&
                unit_is_under(r, r->counters[i].unit, rec->unit);
    if (!found)
        return record_refuse(err, "hal: loket itu bukan milik unit itu",
                             "hal: that counter is not of the unit");
    return record_people(rec, rec->fact.list, &people, &bad) ||
           record_no_code(err, "daftar", bad);
}

bool record_team(Recording *rec, Err *err)
{
    uint32_t people = 0;
    Str bad = {0};
    return record_people(rec, rec->fact.list, &people, &bad) ||
           record_no_code(err, "daftar", bad);
}

bool record_status_end(Recording *rec, Err *err)
{
    const Register *r = &rec->world->office->r;
    Date last = rec->fact.days.first;
    for (uint32_t i = 0; i < r->status_count; i++) {
        const AreaStatus *status = &r->statuses[i];
        if (str_folded_is(status->status, rec->fact.thing) &&
            str_folded_is(status->area, rec->fact.text) &&
            window_has(status->window, last))
            return true;
    }
    return record_refuse(err,
                         "hal: status itu tidak berlaku di daerah dan pada "
                         "hari itu; periksa hal, isi dan mulai",
                         "hal: that status does not hold in that area on that "
                         "day; look at hal, isi and mulai");
}
