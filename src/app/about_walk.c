/* SPDX-License-Identifier: Apache-2.0 */
#include "app/about_walk.h"

#include "day/fact_fields.h"

enum { CELLS_MOST = 32 };

typedef struct {
    Arena *arena;
    const About *about;
    const AboutVisitor *to;
    AboutCell cells[CELLS_MOST];
    size_t count;
} Walk;

/* ---- cells --------------------------------------------------------------- */

static void cell(Walk *w, const char *name, const char *english, Str text)
{
    if (text.len == 0) return;
    CHECK(w->count < CELLS_MOST);
    w->cells[w->count++] = (AboutCell){name, english, text};
}

static void cell_date(Walk *w, const char *name, const char *english, Date day)
{
    char text[DATE_TEXT];
    if (date_is(day, DATE_ALWAYS) || date_is(day, DATE_NEVER)) return;
    cell(w, name, english, str_copy(w->arena, str_of(date_iso(day, text))));
}

static void cell_window(Walk *w, Window window)
{
    cell_date(w, "mulai", "from", window.first);
    cell_date(w, "sampai", "until", window.last);
}

static void cell_unit(Walk *w, UnitId unit)
{
    const Register *r = w->about->r;
    if (unit.index != NO_INDEX)
        cell(w, "unit", "unit", r->units[unit.index].code);
}

static void end_row(Walk *w)
{
    w->to->row(w->to->context, w->cells, w->count);
    w->count = 0;
}

/* ---- sections ------------------------------------------------------------ */

static void put_person(Walk *w, size_t row)
{
    const Person *p = &w->about->r->people[w->about->person.index];
    (void)row;
    cell(w, "kode", "code", p->code);
    cell(w, "nip", "NIP", p->nip);
    cell(w, "nomor_lokal", "local number", p->local);
    cell(w, "nama", "name", p->name);
    cell(w, "jenis_pegawai", "kind of staff", staff_kind_word(p->kind));
    cell(w, "jabatan", "post", p->title);
    cell_unit(w, p->unit);
    if (p->field) cell(w, "petugas_lapangan", "field staff", STR("ya"));
    cell_window(w, p->window);
}

static void put_holding(Walk *w, size_t row)
{
    const Register *r = w->about->r;
    const Holding *h =
        &r->holdings[r->holdings_of[w->about->person.index].first + row];
    const Post *post = &r->posts[h->post.index];
    cell(w, "kode", "code", post->code);
    cell(w, "nama", "name", post->name);
    cell(w, "status", "how held", hold_kind_word(h->kind));
    cell_window(w, h->window);
}

static void put_absence(Walk *w, size_t row)
{
    const Register *r = w->about->r;
    const Absence *a =
        &r->absences[r->absences_of[w->about->person.index].first + row];
    cell(w, "jenis", "kind", absence_kind_word(a->kind));
    cell_window(w, a->window);
    cell_date(w, "dicatat", "noted", a->known);
}

static void put_mark(Walk *w, size_t row)
{
    const Register *r = w->about->r;
    const Mark *m = &r->marks[r->marks_of[w->about->person.index].first + row];
    cell(w, "tanda", "mark", m->name);
    cell_window(w, m->window);
    cell_date(w, "dicatat", "noted", m->known);
}

static bool is_theirs(const Walk *w, const Grant *grant)
{
    return grant->person.index == w->about->person.index;
}

static void put_grant(Walk *w, size_t row)
{
    const Register *r = w->about->r;
    uint32_t at = 0;
    while (!is_theirs(w, &r->grants[at]) || row-- > 0)
        at++;
    cell(w, "peran", "role", grant_role_word(r->grants[at].role));
    cell_unit(w, r->grants[at].unit);
    cell_window(w, r->grants[at].window);
}

static void put_account(Walk *w, size_t row)
{
    const AboutAccount *a = &w->about->account;
    (void)row;
    cell(w, "keadaan", "state", a->state);
    cell(w, "nama_pengguna", "user name", a->name);
    cell_date(w, "dibuat", "made", a->made);
    cell_date(w, "sandi_diganti", "password changed", a->changed);
    cell_date(w, "terakhir_masuk", "last sign-in", a->entered);
    if (a->codes) cell(w, "langkah_kedua", "second factor", STR("ya"));
    if (a->admin) cell(w, "administrator", "administrator", STR("ya"));
    cell(w, "sesi", "sessions", str_format(w->arena, "%u", a->sessions));
}

static void put_document(Walk *w, size_t row)
{
    const AboutDocument *d = &w->about->documents[row];
    cell(w, "jenis", "kind", d->kind);
    cell(w, "nama", "name", d->name);
}

static void put_fact(Walk *w, size_t row)
{
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    for (size_t i = 0; i < count; i++) {
        Buf text = buf_in(w->arena);
        fact_field_put(&w->about->facts[row], &fields[i], &text);
        cell(w, fields[i].name, fields[i].name, buf_str(&text));
    }
}

/* ---- all ----------------------------------------------------------------- */

static size_t count_grants(const Walk *w)
{
    size_t count = 0;
    for (uint32_t i = 0; i < w->about->r->grant_count; i++)
        count += is_theirs(w, &w->about->r->grants[i]);
    return count;
}

static void put_section(Walk *w, const AboutSection *section,
                        void (*put)(Walk *w, size_t row))
{
    w->to->begin(w->to->context, section);
    for (size_t i = 0; i < section->rows; i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        w->arena = tmp;
        put(w, i);
        end_row(w);
    }
    w->to->end(w->to->context);
}

void about_walk(const About *about, const AboutVisitor *visitor)
{
    const Register *r = about->r;
    uint32_t p = about->person.index;
    Walk w = {.about = about, .to = visitor};
    const struct {
        AboutSection section;
        void (*put)(Walk *w, size_t row);
    } all[] = {
        {{"pegawai", {"Pegawai", "Person"}, 1},                      put_person },
        {{"jabatan", {"Jabatan", "Posts"}, r->holdings_of[p].count},
         put_holding                                                            },
        {{"cuti",
          {"Cuti dan dinas luar", "Leave and trips"},
          r->absences_of[p].count},
         put_absence                                                            },
        {{"tanda", {"Tanda", "Marks"}, r->marks_of[p].count},        put_mark   },
        {{"kewenangan", {"Kewenangan", "Grants"}, count_grants(&w)}, put_grant  },
        {{"akun", {"Akun", "Account"}, about->account.there},        put_account},
        {{"dokumen",
          {"Dokumen yang menyebut orang ini",
           "Documents that mention the person"},
          about->document_count},
         put_document                                                           },
        {{"fakta", {"Fakta", "Facts"}, about->fact_count},           put_fact   },
    };
    for (size_t i = 0; i < COUNT(all); i++)
        put_section(&w, &all[i].section, all[i].put);
}
