/* SPDX-License-Identifier: Apache-2.0 */
#include "tables.h"

#include "base/csv.h"
#include "cases.h"

static const char *const file_names[] = {
#define X(name, file, header) [FILE_##name] = (file),
    TABLE_FILES(X)
#undef X
};

static const char *const headers[] = {
#define X(name, file, header) [FILE_##name] = (header),
    TABLE_FILES(X)
#undef X
};

/* Words of the enumerations, as the register's headers list them. */
static const char *const unit_types[] = {
#define X(name, word, english, plural) [UNIT_##name] = (word),
    UNIT_TYPES(X)
#undef X
};
static const char *const services[] = {
#define X(name, word) [SERVICE_##name] = (word),
    SERVICE_CLASSES(X)
#undef X
};
static const char *const roles[] = {
#define X(name, word, english, plural) [ROLE_##name] = (word),
    ROLES(X)
#undef X
};
static const char *const staff_kinds[] = {
#define X(name, word, full, asn) [STAFF_##name] = (word),
    STAFF_KINDS(X)
#undef X
};
static const char *const absence_kinds[] = {
#define X(name, word, letter) [ABSENCE_##name] = (word),
    ABSENCE_KINDS(X)
#undef X
};
static const char *const event_kinds[] = {
#define X(name, word) [EVENT_##name] = (word),
    EVENT_KINDS(X)
#undef X
};
static const char *const hold_kinds[] = {[HOLD_FULL] = "definitif",
                                         [HOLD_PLT] = "plt",
                                         [HOLD_PLH] = "plh",
                                         [HOLD_PJ] = "pj"};
static const char *const section_words[] = {[SECTION_UNSAID] = "",
                                            [SECTION_SERVICE] = "ya",
                                            [SECTION_NOT_SERVICE] = "tidak"};

static void put(Buf *out, Str field)
{
    csv_put(out, field, ',', false);
}

static void put_word(Buf *out, const char *word)
{
    put(out, str_of(word));
}

static void put_flag(Buf *out, bool flag)
{
    put_word(out, flag ? "ya" : "tidak");
}

/* The open ends of a window are empty fields. */
static void put_date(Buf *out, Date date, bool last)
{
    char text[DATE_TEXT] = "";
    bool open = date_is(date, DATE_NEVER) || date_is(date, DATE_ALWAYS);
    csv_put(out, open ? STR("") : str_of(date_iso(date, text)), ',', last);
}

static void put_window(Buf *out, Window window, bool last)
{
    put_date(out, window.first, false);
    put_date(out, window.last, last);
}

static Str unit_code(const Model *m, uint32_t unit)
{
    return unit == NO_INDEX ? STR("") : m->units.at[unit].code;
}

static Str person_code(const Model *m, uint32_t person)
{
    return person == NO_INDEX ? STR("") : m->people.at[person].code;
}

static void put_units(const Model *m, Buf *out)
{
    for (size_t i = 0; i < m->units.count; i++) {
        const UnitRow *u = &m->units.at[i];
        put(out, u->code);
        put(out, u->name);
        put(out, u->short_name);
        put(out, u->aliases);
        put(out, unit_code(m, u->parent));
        put_word(out, unit_types[u->type]);
        put_flag(out, u->is_agency);
        put_flag(out, u->is_work_unit);
        put_word(out, services[u->service]);
        put_word(out, section_words[u->section]);
        put_flag(out, u->round_clock);
        put_word(out, u->week == 6 ? "6" : "5");
        put(out, u->area);
        put(out, u->building);
        put_window(out, WINDOW_ALL, true);
    }
}

static void put_post(const Model *m, Buf *out, uint32_t post)
{
    const PostRow *p = &m->posts.at[post];
    put(out, p->code);
    put(out, p->name);
    put(out, unit_code(m, p->unit));
    put_word(out, p->echelon);
    put_word(out, roles[p->role]);
    put_flag(out, p->head);
}

/* One row per holding; a post without any has a row without a holder. */
static void put_posts(const Model *m, Buf *out)
{
    for (uint32_t i = 0; i < m->posts.count; i++) {
        bool held = false;
        for (size_t h = 0; h < m->holdings.count; h++) {
            const HoldingRow *row = &m->holdings.at[h];
            if (row->post != i) continue;
            held = true;
            put_post(m, out, i);
            put(out, person_code(m, row->person));
            put_word(out, hold_kinds[row->kind]);
            put_window(out, row->window, true);
        }
        if (held) continue;
        put_post(m, out, i);
        put(out, (Str){0});
        put(out, (Str){0});
        put_window(out, WINDOW_ALL, true);
    }
}

static const char *post_kind(const PersonRow *p)
{
    if (p->functional) return "fungsional";
    return p->post == NO_INDEX ? "pelaksana" : "struktural";
}

static void put_people(const Model *m, Buf *out)
{
    for (size_t i = 0; i < m->people.count; i++) {
        const PersonRow *p = &m->people.at[i];
        put(out, p->code);
        put(out, p->nip);
        put(out, p->local);
        put(out, p->name);
        put_word(out, staff_kinds[p->kind]);
        put(out, unit_code(m, p->unit));
        put(out, p->title);
        put_word(out, post_kind(p));
        put_flag(out, p->field);
        put_window(out, p->window, true);
    }
}

static void put_absences(const Model *m, Buf *out)
{
    for (size_t i = 0; i < m->absences.count; i++) {
        const AbsenceRow *a = &m->absences.at[i];
        put(out, person_code(m, a->person));
        put_word(out, absence_kinds[a->kind]);
        put_window(out, a->window, false);
        put_date(out, a->known, true);
    }
}

static void put_marks(const Model *m, Buf *out)
{
    for (size_t i = 0; i < m->marks.count; i++) {
        const MarkRow *mark = &m->marks.at[i];
        put(out, person_code(m, mark->person));
        put(out, mark->name);
        put_window(out, mark->window, false);
        put_date(out, mark->known, false);
        csv_put(out, person_code(m, mark->by), ',', true);
    }
}

static void put_counters(const Model *m, Buf *out)
{
    for (size_t i = 0; i < m->counters.count; i++) {
        const CounterRow *c = &m->counters.at[i];
        put(out, c->code);
        put(out, c->name);
        put(out, unit_code(m, c->unit));
        put_word(out, c->kind == COUNTER_FIELD ? "lapangan" : "loket");
        put(out, c->days);
        put(out, c->opens);
        put(out, c->closes);
        put(out, str_format(m->arena, "%u", c->need));
        put(out, c->staff);
        put_window(out, WINDOW_ALL, false);
        put(out, c->reach.phone);
        put(out, c->reach.address);
        put(out, c->reach.documents);
        put(out, c->reach.point);
        csv_put(out, c->reach.online, ',', true);
    }
}

static void put_grants(const Model *m, Buf *out)
{
    for (size_t i = 0; i < m->grants.count; i++) {
        const GrantRow *g = &m->grants.at[i];
        put(out, g->device.len > 0 ? g->device : person_code(m, g->person));
        put(out, grant_role_word(g->role));
        put(out, unit_code(m, g->unit));
        put_window(out, g->window, true);
    }
}

static void put_events(const Model *m, Buf *out)
{
    for (size_t i = 0; i < m->events.count; i++) {
        const EventRow *e = &m->events.at[i];
        put_word(out, event_kinds[e->kind]);
        put(out, unit_code(m, e->unit));
        put(out, person_code(m, e->person));
        put_window(out, e->window, false);
        put(out, e->hours);
        put_date(out, e->known, false);
        put(out, e->reason);
        put(out, e->priority);
        put(out, e->urgency);
        csv_put(out, e->approved_by, ',', true);
    }
}

static void put_statuses(const Model *m, Buf *out)
{
    AreaStatus status = {0};
    if (!cases_status(m, &status)) return;
    put(out, status.status);
    put(out, status.area);
    put_window(out, status.window, false);
    put_date(out, status.known, false);
    put(out, status.source);
    csv_put(out, status.assumed ? STR("ya") : STR("tidak"), ',', true);
}

static void put_settings(const Model *m, Buf *out)
{
    const Example *p = m->example;
    buf_format(out, "kode = %.*s;\n", STR_ARG(p->code));
    buf_format(out, "nama = \"%.*s\";\n", STR_ARG(p->name));
    buf_format(out, "wilayah = \"%.*s\";\n", STR_ARG(p->area));
    buf_format(out, "jenis = %.*s;\n", STR_ARG(p->kind));
    buf_format(out, "batas = \"%.*s\";\n", STR_ARG(p->boundary));
    buf_format(out, "badan_kepegawaian = bkpsdm;\n");
    buf_format(out, "warna = \"%.*s\";\n", STR_ARG(p->colour));
    buf_format(out, "lambang = \"lambang.svg\";\n");
    buf_format(out, "zona = %.*s;\n", STR_ARG(p->zone));
    buf_format(out, "peragaan = ya;\n");
    buf_format(out, "catatan = \"Data pegawai fiktif: semua orang, NIP, cuti "
                    "dan peristiwa dikarang untuk contoh.\";\n");
}

/* A shield that is nobody's, in the government's colour. */
static void put_crest(const Model *m, Buf *out)
{
    Str colour = m->example->colour;
    buf_c(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"34\" "
               "height=\"40\" viewBox=\"0 0 34 40\">\n"
               "<title>Perisai contoh, bukan lambang daerah</title>\n"
               "<path d=\"M2 2h30v20c0 9-7 14-15 17C9 36 2 31 2 22z\" "
               "fill=\"#fff\" stroke=\"#15222b\" stroke-width=\"2\"/>\n");
    buf_format(out, "<path d=\"M3 3h28v9H3z\" fill=\"%.*s\"/>\n",
               STR_ARG(colour));
    buf_c(out, "<path d=\"M2 12h30\" stroke=\"#15222b\" "
               "stroke-width=\"2\"/>\n");
    buf_format(out,
               "<path d=\"M9 18h16M9 23h16M11 28h12\" stroke=\"%.*s\" "
               "stroke-width=\"2\"/>\n</svg>\n",
               STR_ARG(colour));
}

const char *table_file_name(TableFile file)
{
    return file_names[file];
}

Str table_file_text(const Model *m, TableFile file)
{
    static void (*const writers[])(const Model *, Buf *) = {
        [FILE_UNITS] = put_units,       [FILE_POSTS] = put_posts,
        [FILE_PEOPLE] = put_people,     [FILE_ABSENCES] = put_absences,
        [FILE_MARKS] = put_marks,       [FILE_COUNTERS] = put_counters,
        [FILE_EVENTS] = put_events,     [FILE_STATUSES] = put_statuses,
        [FILE_SETTINGS] = put_settings, [FILE_GRANTS] = put_grants,
        [FILE_CREST] = put_crest,
    };
    Buf out = buf_in(m->arena);
    buf_c(&out, headers[file]);
    if (out.len > 0) buf_char(&out, '\n');
    writers[file](m, &out);
    CHECK(buf_ok(&out));
    return buf_str(&out);
}
