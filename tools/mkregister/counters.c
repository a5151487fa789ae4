/* SPDX-License-Identifier: Apache-2.0 */
#include "counters.h"

typedef struct {
    const char *unit, *name, *opens, *closes, *documents;
    unsigned on;
    CounterKind kind;
    uint32_t need, qualified;
} CounterSpec;

static const CounterSpec table[] = {
#define COUNTER(on, unit, kind, name, need, qualified, opens, closes, \
                documents)                                            \
    {unit, name,           opens,  closes,     documents,             \
     (on), COUNTER_##kind, (need), (qualified)},
#include "counters.def"
#undef COUNTER
};

/* Holders of posts do not sit at counters, but in units too small to spare
 * anybody. */
static bool may_serve(const Model *m, uint32_t person, uint32_t unit,
                      CounterKind kind)
{
    const PersonRow *p = &m->people.at[person];
    if (!model_is_under(m, p->unit, unit)) return false;
    if (kind == COUNTER_FIELD) return p->field;
    return !p->field && (p->post == NO_INDEX || m->units.at[unit].pinned > 0);
}

/* Nobody should call or go there: numbers of one series that is given to no
 * one, a street of no town, a name that cannot exist (RFC 2606). */
static CounterReach reach_of(const Model *m, const CounterRow *row,
                             Str documents)
{
    const Example *e = m->example;
    uint32_t nth = (uint32_t)m->counters.count + 1;
    return (CounterReach){
        .phone = str_format(m->arena, "%.*s%06u", STR_ARG(e->dialling), nth),
        .address = str_format(m->arena, "Jalan Contoh No. %u, %.*s", nth,
                              STR_ARG(e->city)),
        .documents = documents,
        .point = e->middle,
        .online = row->local ? STR("")
                             : str_format(m->arena,
                                          "https://contoh.invalid/%.*s/l%03u",
                                          STR_ARG(e->code), nth)};
}

static void add_counter(Model *m, const CounterRow *counter, uint32_t most,
                        Str documents)
{
    enum { SPARE = 2 };
    Buf staff = buf_in(m->arena);
    uint32_t found = 0;
    for (uint32_t i = 0; i < m->people.count && found < most; i++) {
        if (!may_serve(m, i, counter->unit, counter->kind)) continue;
        if (found > 0) buf_char(&staff, ' ');
        buf_put(&staff, m->people.at[i].code);
        if (found < counter->need + SPARE) m->people.at[i].steady = true;
        found++;
    }
    CHECK(found >= counter->need + SPARE ||
          (m->units.at[counter->unit].pinned > 0 && found > counter->need));
    CounterRow row = *counter;
    row.code = str_format(m->arena, "L%03u", (uint32_t)m->counters.count + 1);
    row.staff = buf_str(&staff);
    if (row.kind == COUNTER_DESK) row.reach = reach_of(m, &row, documents);
    VEC_PUSH(m->arena, &m->counters, row);
}

/* Every puskesmas has one; in Balikpapan every third kelurahan too, and that
 * which a case will close. */
static bool has_counter(const Model *m, uint32_t unit, unsigned nth)
{
    const UnitRow *row = &m->units.at[unit];
    if (row->type == UNIT_PUSKESMAS) return m->example->bit != BTG;
    return row->type == UNIT_KELURAHAN && m->example->bit == BPN &&
           (nth % 3 == 0 || str_is(row->code, STR("kel-klandasan-ulu")));
}

static void add_local(Model *m)
{
    unsigned nth = 0;
    for (uint32_t u = 0; u < m->units.count; u++) {
        UnitRow *row = &m->units.at[u];
        nth += row->type == UNIT_KELURAHAN ? 1 : 0;
        if (!has_counter(m, u, nth)) continue;
        bool clinic = row->type == UNIT_PUSKESMAS;
        CounterRow counter = {
            .name = str_format(m->arena, "Loket %.*s", STR_ARG(row->name)),
            .unit = u,
            .kind = COUNTER_DESK,
            .days = clinic ? STR("Senin-Sabtu") : STR("Senin-Jumat"),
            .opens = STR("08.00"),
            .closes = clinic ? STR("12.00") : STR("14.00"),
            .need = 2,
            .local = true};
        row->service = SERVICE_DIRECT;
        add_counter(m, &counter, clinic ? 8 : 7,
                    clinic ? STR("KTP; kartu jaminan kesehatan bila ada")
                           : STR("KTP; Kartu Keluarga; surat pengantar RT"));
    }
    for (size_t u = 0; u < m->units.count; u++) {
        UnitRow *row = &m->units.at[u];
        if (row->part == PART_DISTRICTS && row->type == UNIT_SEKSI)
            row->service = m->units.at[row->work_unit].service;
    }
}

void counters_add(Model *m)
{
    for (size_t i = 0; i < COUNT(table); i++) {
        const CounterSpec *spec = &table[i];
        if (!(spec->on & m->example->bit)) continue;
        CounterRow counter = {.name = str_of(spec->name),
                              .unit = model_find(m, spec->unit),
                              .kind = spec->kind,
                              .days = STR("Senin-Jumat"),
                              .opens = str_of(spec->opens),
                              .closes = str_of(spec->closes),
                              .need = spec->need};
        add_counter(m, &counter, spec->qualified, str_of(spec->documents));
    }
    add_local(m);
}
