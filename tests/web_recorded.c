/* SPDX-License-Identifier: Apache-2.0 */
#include "web_recorded.h"

#include "app/annex_code.h"
#include "door/stage.h"
#include "harness.h"
#include "picture.h"
#include "web/asset.h"
#include "web_entry.h"

#include <string.h>

static const WebRecorded rows[] = {
#define RECORDED(method, route, by, may, of, target, form, status) \
    {HTTP_##method, (route), (by), (may), (of), (target), (form), (status)},
#include "web_recorded.def"
#undef RECORDED
};

size_t web_recorded_count(void)
{
    return COUNT(rows);
}

const WebRecorded *web_recorded_at(size_t i)
{
    CHECK(i < COUNT(rows));
    return &rows[i];
}

const WebRecorded *web_recorded_of(HttpMethod method, const char *route)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (rows[i].method == method && strcmp(rows[i].route, route) == 0)
            return &rows[i];
    }
    return NULL;
}

/* ---- names in braces ------------------------------------------------------
 */

struct WebPlaces {
    WebCast *cast;
    struct {
        Str name, value;
    } at[40];
    size_t count;
};

static void put(WebPlaces *p, const char *name, Str value)
{
    CHECK(p->count < COUNT(p->at));
    p->at[p->count].name = str_of(name);
    p->at[p->count++].value = str_copy(p->cast->world->arena, value);
}

static Str value_of(const WebPlaces *p, Str name)
{
    for (size_t i = 0; i < p->count; i++) {
        if (str_is(p->at[i].name, name)) return p->at[i].value;
    }
    return STR("");
}

static bool is_name(Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < 'a' || text.ptr[i] > 'z') return false;
    }
    return text.len > 0;
}

static Str between(Str text, const char *before, const char *behind)
{
    size_t at = str_find(text, str_of(before), 0);
    if (!EXPECT(at != SIZE_MAX)) return STR("");
    at += strlen(before);
    return str_slice(text, at, str_find(text, str_of(behind), at));
}

/* The version that the head's draft has by now. */
static Str draft_of(WebPlaces *p)
{
    WebWorld *w = p->cast->world;
    w->in = web_cast_member(p->cast, "H")->in;
    WebAnswer page = web_world_get(w, "/jadwal/2020-08?unit=dinas");
    w->in = (SignedIn){0};
    return between(page.body, "data-versi=\"", "\"");
}

/* "{id}" is new each time; a brace of JSON stays. */
static const char *filled(WebPlaces *p, const CastMember *member,
                          const char *text)
{
    WebWorld *w = p->cast->world;
    Buf out = buf_in(w->arena);
    for (const char *c = text; *c != '\0'; c++) {
        const char *end = *c == '{' ? strchr(c, '}') : NULL;
        Str name = end == NULL ? STR("") : (Str){c + 1, (size_t)(end - c - 1)};
        if (!is_name(name)) {
            buf_char(&out, *c);
            continue;
        }
        if (str_is(name, STR("id")))
            buf_c(&out, web_world_id(w));
        else if (str_is(name, STR("sandi")))
            buf_c(&out, member != NULL && member->kind == CAST_OWN
                            ? "Kopi+pagi+di+pelabuhan+7"
                            : "sandi+uji+yang+panjang");
        else if (str_is(name, STR("versi")))
            buf_put(&out, draft_of(p));
        else
            buf_put(&out, value_of(p, name));
        c = end;
    }
    return str_c(w->arena, buf_str(&out));
}

/* ---- what they are about --------------------------------------------------
 */

static void say(WebPlaces *p, const char *name, const char *as,
                const char *kind, const char *fields)
{
    put(p, name,
        str_of(
            web_world_say(p->cast->world, as, kind, filled(p, NULL, fields))));
}

/* A file that a report of A will name. */
static void put_evidence(WebPlaces *p)
{
    Err err = {0};
    FactId id;
    Str name = {0};
    WebWorld *w = p->cast->world;
    put(p, "berlampiran", str_of(web_world_id(w)));
    CHECK(fact_id_parse(value_of(p, STR("berlampiran")), &id));
    EXPECT(store_evidence_put(w->store, w->arena,
                              &(EvidenceOf){STR("contoh"), id}, "png",
                              picture_png(w->arena, false), &name, &err));
    put(p, "bukti", name);
}

static void say_all(WebPlaces *p)
{
    say(p, "masuk", "A", "masuk", "pegawai=A;kata=rumah");
    say(p, "tugas", "K1", "tugas", "pegawai=A;isi=Rekap");
    put_evidence(p);
    say(p, "laporan", "A", "laporan",
        "pegawai=A;isi=Selesai;id={berlampiran};bukti=berkas:{bukti}");
    say(p, "lain", "B", "laporan", "pegawai=B;isi=Selesai");
    say(p, "tinjauan", "K1", "tinjauan",
        "pegawai=B;tentang={lain};kata=terima");
    say(p, "panggilan", "K1", "panggilan",
        "pegawai=A;mulai=2020-08-04;sampai=2020-08-06;isi=Rapat");
    say(p, "hubungi", "K1", "hubungi", "pegawai=A");
    say(p, "izin", "A", "izin keluar",
        "pegawai=A;kata=kesehatan;dari=10.00;hingga=11.00");
    say(p, "tarik", "A", "izin ke kantor",
        "pegawai=A;mulai=2020-08-11;sampai=2020-08-11;isi=Berkas");
    say(p, "mohon", "A", "izin ke kantor",
        "pegawai=A;mulai=2020-08-13;sampai=2020-08-13;isi=Berkas");
    say(p, "cuti", "U0", "cuti",
        "pegawai=U4;kata=cuti;mulai=2020-08-04;sampai=2020-08-05");
    say(p, "kabar", "H", "pengumuman", "unit=dinas;isi=Apel");
}

/* An address as a page writes it; "&amp;" is "&" again. */
static Str plain(Arena *arena, Str link)
{
    Buf out = buf_in(arena);
    for (Str part; str_next(&link, '&', &part);) {
        if (str_starts(part, STR("amp;"))) part = str_slice(part, 4, part.len);
        if (out.len > 0) buf_char(&out, '&');
        buf_put(&out, part);
    }
    return buf_str(&out);
}

/* The link of a page that begins so and has such a part; empty: none. */
static Str link_of(WebWorld *w, const WebAnswer *page, const char *begin,
                   const char *part)
{
    size_t at = 0;
    while ((at = str_find(page->body, str_of(begin), at)) != SIZE_MAX) {
        size_t end = str_find(page->body, STR("\""), at);
        Str link = plain(w->arena, str_slice(page->body, at, end));
        if (str_find(link, str_of(part), 0) != SIZE_MAX) return link;
        at = end;
    }
    return STR("");
}

/* The form of a swap of that day with B; false: the page offers none. */
static bool swap_on(WebWorld *w, int day, Str *checked, Str *form)
{
    WebAnswer page = web_world_get(
        w, web_world_line(w, "/tukar?tanggal=2020-08-%02d&semua=ya", day));
    *checked = link_of(w, &page, "/tukar/periksa?", "dengan=B");
    if (checked->len == 0) return false;
    page = web_world_get(w, str_c(w->arena, *checked));
    Str back = web_world_value(&page, "kembali", 0);
    *form = str_format(w->arena,
                       "tanggal=2020-08-%02d&kembali=%.*s&dengan=B&isi=", day,
                       STR_ARG(back));
    return str_is(web_world_value(&page, "dengan", 0), STR("B"));
}

/* Of the first day from there on that can be swapped. */
static int swap_from(WebWorld *w, int day, Str *checked, Str *form)
{
    while (day <= 28 && !swap_on(w, day, checked, form))
        day++;
    CHECK(day <= 28);
    return day;
}

static void make_swaps(WebPlaces *p)
{
    WebWorld *w = p->cast->world;
    Str checked = {0}, form = {0};
    web_world_as(w, "A");
    int day = swap_from(w, 7, &checked, &form);
    WebAnswer asked = web_world_post(
        w, "/tukar",
        web_world_line(w, "id=%s&%.*s", web_world_id(w), STR_ARG(form)));
    EXPECT_INT(asked.status, 303);
    size_t end = str_find(asked.to, STR("?"), 0);
    put(p, "tukar", str_slice(asked.to, strlen("/tukar/"), end));
    (void)swap_from(w, day + 1, &checked, &form);
    put(p, "tukaran", form);
    put(p, "periksa", checked);
    web_world_as(w, NULL);
}

/* A token of that name: its number, of which its end is asked. */
static void put_token(WebPlaces *p, const char *place, const char *name)
{
    WebWorld *w = p->cast->world;
    web_world_as(w, "P1");
    (void)web_world_post(
        w, "/token",
        web_world_line(w, "nama=%s&kewenangan=presensi&hari=30", name));
    WebAnswer list = web_world_get(w, "/token");
    size_t at =
        str_find(list.body, str_of(web_world_line(w, "<b>%s</b>", name)), 0);
    CHECK(at != SIZE_MAX);
    put(p, place,
        between(str_slice(list.body, at, list.body.len), "action=\"/token/",
                "/"));
}

static void make_accounts(WebPlaces *p)
{
    WebWorld *w = p->cast->world;
    put(p, "slip", web_entry_invite(w, "D"));
    put_token(p, "token", "lama");
    put_token(p, "tokenlain", "lain");
    web_world_as(w, "A");
    WebAnswer feed = web_world_post(w, "/kalender", "");
    put(p, "kalender", between(feed.body, "/kalender/", "<"));
    web_world_as(w, NULL);
    (void)web_world_post(w, "/masuk", "nama=lokal-E&" GOOD);
    w->in = web_cast_member(p->cast, "E")->in;
    WebAnswer profile = web_world_get(w, "/profil");
    put(p, "sesi", web_world_value(&profile, "sesi", 0));
    web_world_as(w, NULL);
}

static const char absences[] = "pegawai,jenis,mulai,sampai,dicatat\n"
                               "D,cuti,2020-08-20,2020-08-21,2020-08-01\n";

static HttpFile *table_of(Arena *arena)
{
    HttpFile *file = NEW(arena, HttpFile, 1);
    *file = (HttpFile){STR("berkas"), STR("absences.csv"), STR("text/csv"),
                       str_of(absences)};
    return file;
}

static WebAnswer send_table(WebWorld *w, const char *id)
{
    HttpRequest request = web_world_request(w, HTTP_POST, "/impor",
                                            web_world_line(w, "id=%s", id));
    request.type = STR("multipart/form-data");
    request.files = table_of(w->arena);
    request.file_count = 1;
    return web_world_ask(w, &request);
}

static void make_files(WebPlaces *p)
{
    WebWorld *w = p->cast->world;
    const char *id = web_world_id(w);
    web_world_as(w, "P1");
    EXPECT_INT(send_table(w, id).status, 303);
    put(p, "titipan", str_of(id));
    web_world_as(w, NULL);
}

/* What pages link to: a file of ours; somebody who may be stepped into. */
static void make_pages(WebPlaces *p)
{
    Err err = {0};
    WebWorld *w = p->cast->world;
    w->door.demo_password = stage_password(w->arena);
    EXPECT(stage_set(&w->house, w->door.demo_password, &err));
    WebAnswer demo = web_world_get(w, "/demo");
    put(p, "peran", web_world_value(&demo, "orang", 0));
    put(p, "aset", between(demo.body, "/aset/", "\""));
}

static void make_annex(WebPlaces *p)
{
    Err err = {0};
    LiveView view;
    WebWorld *w = p->cast->world;
    CHECK(live_take(w->house.live, STR("contoh"), &view, &err));
    AnnexOf of = {.plan = &view.plans->at[0], .version = 1};
    EXPECT(date_of(2020, 8, 1, &of.month));
    of.unit.index = map_find(&view.office->r.unit_codes, STR("s1"));
    put(p, "cek", annex_code(w->arena, view.office, &of));
    live_give(&view);
}

WebPlaces *web_recorded_make(WebCast *cast)
{
    WebPlaces *p = NEW(cast->world->arena, WebPlaces, 1);
    p->cast = cast;
    say_all(p);
    make_pages(p);
    make_swaps(p);
    make_accounts(p);
    make_files(p);
    make_annex(p);
    for (size_t i = 0; i < CAST_SIZE; i++)
        web_cast_wake(cast, &cast->member[i]);
    return p;
}

/* ---- sending --------------------------------------------------------------
 */

static const char *form_of(WebPlaces *p, const WebRecorded *row,
                           const CastMember *member)
{
    if (row->method == HTTP_GET) return NULL;
    return filled(p, member, row->form);
}

HttpRequest web_recorded_request(WebPlaces *places, const WebRecorded *row,
                                 CastMember *member, bool data)
{
    WebWorld *w = places->cast->world;
    HttpRequest request = web_cast_request(places->cast, member, row->method,
                                           filled(places, member, row->target),
                                           form_of(places, row, member), data);
    if (strcmp(row->form, "id={id}&berkas={berkas}") != 0) return request;
    request.type = STR("multipart/form-data");
    request.files = table_of(w->arena);
    request.file_count = 1;
    request.form.count--;
    return request;
}
