/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What heads record of units; closures and what follows from them.
 */
#include "app_world.h"
#include "harness.h"

#include <string.h>

/* ---- units --------------------------------------------------------------- */

static const AppRow of_units[] = {
    {1, "$S", "rapat",
     "unit=$U;mulai=2020-08-03;sampai=2020-08-03;kata=tatap muka;isi=Loket;"
     "daftar=$P|$M;urgensi=mendesak",
     NULL},
    {0, "$S", "rapat",
     "unit=$U;mulai=2020-08-03;sampai=2020-08-03;kata=tatap muka;isi=Loket;"
     "daftar=$P|$M",
     "needs a reason"},
    {0, "$S", "rapat",
     "unit=$U;mulai=2020-08-03;sampai=2020-08-03;kata=tatap muka;isi=Loket;"
     "daftar=$P|$M|$C|$S;urgensi=mendesak",
     "too many"},
    {0, "$S", "rapat",
     "unit=$U;mulai=2020-08-03;sampai=2020-08-03;kata=daring;isi=Loket;"
     "daftar=$P|nobody",
     "the register has no"},
    {0, "$P", "rapat",
     "unit=$U;mulai=2020-08-03;sampai=2020-08-03;kata=daring;isi=Loket;"
     "daftar=$P|$M",
     "may not"},
    {0, "$S", "rapat",
     "unit=$U;mulai=2020-07-03;sampai=2020-07-03;kata=daring;isi=Loket;"
     "daftar=$P|$M",
     "are over"},
    {0, "$S", "putusan", "unit=$U;tentang=$1;kata=setuju",
     "decided by another"},
    {0, "$H", "putusan", "unit=$U;tentang=$1;kata=setuju", NULL},
    {2, "$H", "pengumuman", "unit=$U;isi=Loket buka seperti biasa", NULL},
    {0, "$M", "pengumuman", "unit=$U;isi=x", "may not"},
    {0, "$P", "dibaca", "pegawai=$P;tentang=$2", NULL},
    {0, "$P", "dibaca", "pegawai=$P;tentang=$1", "must name a notice"},
    {0, "$O", "dibaca", "pegawai=$O;tentang=$2", "not for the person's unit"},
    {0, "$S", "dibaca", "pegawai=$P;tentang=$2", "may not"},
    {0, "$C", "protokol", "unit=$U;daftar=jarak|masker", NULL},
    {0, "$P", "protokol", "unit=$U;daftar=jarak", "may not"},
    {0, "$S", "satgas", "unit=$U;daftar=$P|$M", NULL},
    {0, "$S", "satgas", "unit=$U;daftar=nobody", "the register has no"},
    {0, "$C", "loket", "unit=$U;hal=L001;kata=buka;daftar=$P", NULL},
    {0, "$C", "loket", "unit=$U;hal=L003;kata=buka", "not of the unit"},
    {0, "$C", "loket", "unit=$U;hal=L001;kata=buka;daftar=nobody",
     "the register has no"},
    {0, "$H", "penyimpangan",
     "pegawai=$P;mulai=2020-07-31;sampai=2020-07-31;kata=kantor;isi=Loket sepi",
     NULL},
    {0, "$H", "penyimpangan",
     "pegawai=$P;mulai=2020-07-31;sampai=2020-07-31;kata=kantor",
     "must be given"},
    {0, "$P", "penyimpangan",
     "pegawai=$P;mulai=2020-07-31;sampai=2020-07-31;kata=rumah;isi=x",
     "may not"},
    {0, "$H", "irama laporan", "unit=$U;kata=mingguan", NULL},
    {0, "$B", "status daerah",
     "hal=Zona merah;isi=Surat gubernur;mulai=2020-08-01;sampai=..", NULL},
    {0, "$P", "status daerah",
     "hal=Zona merah;isi=x;mulai=2020-08-01;sampai=..", "may not"},
    {0, "$B", "status berakhir",
     "hal=Zona ungu;isi=x;mulai=2020-08-05;sampai=2020-08-05", "does not hold"},
    {0, "$B", "status berakhir",
     "hal=Zona merah;isi=Kota;mulai=2020-08-05;sampai=2020-08-05",
     "in that area"},
    {0, "$S", "terlihat di luar", "pegawai=$P;kata=rumah;isi=pasar", NULL},
    {0, "$M", "terlihat di luar", "pegawai=$P;kata=rumah;isi=pasar", "may not"},
    {0, "$B", "dokumen", "hal=x;bukti=y", "not recorded by hand"},
    {0, "sistem", "isyarat", "pegawai=$P;kata=lokasi", NULL},
    {0, "$S", "isyarat", "pegawai=$P;kata=lokasi", "may not"},
};

FACT(units_record_what_they_may)
{
    AppWorld *w = app_world_open("units");
    app_world_play_all(w, of_units, COUNT(of_units));
    app_world_close(w);
}

FACT(a_status_that_was_set_ends)
{
    static const AppRow set = {
        0, "$B", "status daerah",
        "hal=Zona merah;isi=Surat;daftar=Kabupaten Paser;mulai=2020-07-30;"
        "sampai=..",
        NULL};
    static const AppRow ended = {
        0, "$B", "status berakhir",
        "hal=Zona merah;isi=Surat;mulai=2020-07-30;sampai=2020-07-30", NULL};
    AppWorld *w = app_world_open("status");
    app_world_play(w, &set);
    app_world_again(w);
    app_world_play(w, &ended);
    app_world_close(w);
}

/* ---- closures ------------------------------------------------------------ */

typedef struct {
    AppWorld *w;
    size_t notices, shut, opened, other;
    bool named;
} Followed;

static bool take_follow(void *context, uint64_t number, const Fact *fact,
                        Err *err)
{
    Followed *f = context;
    (void)number;
    (void)err;
    if (fact->kind == FACT_NOTICE) {
        f->notices++;
        f->named = f->named ||
                   str_find(fact->text, f->w->person, 0) != SIZE_MAX ||
                   str_find(fact->text, STR("kasus"), 0) != SIZE_MAX;
    } else if (fact->kind == FACT_COUNTER) {
        f->shut += str_is(fact->word, STR("tutup"));
        f->opened += str_is(fact->word, STR("buka"));
    }
    return true;
}

static Followed follows(AppWorld *w)
{
    Err err = {0};
    Followed f = {.w = w};
    FactQuery all = {.government = STR("paser"),
                     .days = WINDOW_ALL,
                     .kinds = UINT64_C(1) << FACT_NOTICE | UINT64_C(1)
                                                               << FACT_COUNTER};
    EXPECT(store_facts(w->store, w->arena, &all, take_follow, &f, &err));
    return f;
}

static const AppRow of_closures[] = {
    {0, "$S", "rapat",
     "unit=$U;mulai=2020-07-31;sampai=2020-07-31;kata=daring;isi=Loket;"
     "daftar=$P|$M",
     NULL},
    {0, "$H", "penutupan",
     "unit=$U;mulai=2020-07-30;sampai=2020-08-01;kata=kasus",
     "is a part of Dinas Kependudukan"},
    {0, "$P", "penutupan",
     "unit=disdukcapil;mulai=2020-07-30;sampai=2020-08-01;kata=kasus",
     "may not"},
    {0, "$H", "penutupan",
     "unit=disdukcapil;mulai=2020-07-30;sampai=2020-08-01;kata=kasus;isi=kasus $P",
     "names nobody"},
    {0, "$H", "penutupan",
     "unit=disdukcapil;mulai=2020-07-30;sampai=2020-08-01;kata=kasus;jumlah=0",
     "at least 1"},
    {0, "$H", "penutupan",
     "unit=disdukcapil;mulai=2020-07-30;sampai=2020-08-01;kata=perintah;jumlah=2",
     "by order says none"},
    {0, "$H", "penutupan",
     "unit=disdukcapil;mulai=2020-07-01;sampai=2020-07-03", "are over"},
    {0, "$H", "pembukaan",
     "unit=disdukcapil;mulai=2020-07-31;sampai=2020-07-31", "is not closed"},
    {0, "$H", "penutupan", "unit=disdukcapil;mulai=2020-07-30;sampai=..",
     "has no last day"},
};

/* Somebody of another unit gets a name with titles and a local number. */
static void rename_other(AppWorld *w)
{
    Register *r = &w->office.r;
    Person *people = NEW(w->arena, Person, r->person_count);
    memcpy(people, r->people, sizeof *people * r->person_count);
    Person *p = &people[map_find(&r->person_codes, w->other)];
    p->name = STR("Dr. Ketut Widiarta, S.T.");
    p->local = STR("TKD-0777");
    r->people = people;
}

static const char *closing(AppWorld *w, const char *before, const char *text)
{
    return str_format(w->arena,
                      "unit=disdukcapil;mulai=2020-07-30;sampai=2020-08-01;"
                      "%s%s",
                      before, text)
        .ptr;
}

FACT(a_closure_names_nobody_by_any_spelling)
{
    static const struct {
        const char *kind, *before, *text;
        const char *why;
    } rows[] = {
        {"penutupan", "kata=kasus;isi=", "petugas loket dua", "names nobody"},
        {"penutupan", "kata=kasus;hal=", "Ketut", "names nobody"},
        {"penutupan", "isi=", "seorang tamu", "names nobody"},
        {"penutupan", "kata=perintah;isi=", "KETUT  WIDIARTA sakit",
         "names nobody"},
        {"penutupan", "kata=perintah;isi=", "menunggu ketut widiarta",
         "names nobody"},
        {"penutupan", "kata=perintah;hal=", "(tkd-0777)", "names nobody"},
        {"penutupan", "kata=perintah;isi=", "Ketut Widiartana, kontraktor atap",
         NULL},
        {"pembukaan", "isi=", "Ketut Widiarta sudah sembuh", "names nobody"},
    };
    AppWorld *w = app_world_open("names");
    rename_other(w);
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%zu: %s", i, rows[i].text);
        AppRow row = {0, "$H", rows[i].kind,
                      closing(w, rows[i].before, rows[i].text), rows[i].why};
        app_world_play(w, &row);
    }
    app_world_close(w);
}

FACT(a_closure_shuts_counters_and_tells_whom_it_concerns)
{
    AppWorld *w = app_world_open("closures");
    app_world_play_all(w, of_closures, COUNT(of_closures));
    Str none = {0};
    Err err = {0};
    Recorded done = {0};
    Fact closing = app_world_fact(
        w, "$H", "penutupan",
        "unit=disdukcapil;mulai=2020-07-30;sampai=2020-08-01;kata=kasus",
        &none);
    EXPECT(record_fact(w->arena, &w->record, &closing, none, &done, &err));
    EXPECT(done.meeting_count == 1);
    app_world_repeat(w, &closing, none, &done);
    Followed f = follows(w);
    EXPECT(f.notices == 1);
    EXPECT(f.shut >= 2); /* Thursday and Friday; open on weekdays */
    EXPECT(done.written == 1 + f.notices + f.shut);
    EXPECT(!f.named);

    app_world_again(w);
    Fact opening = app_world_fact(
        w, "$H", "pembukaan",
        "unit=disdukcapil;mulai=2020-07-31;sampai=2020-07-31", &none);
    EXPECT(record_fact(w->arena, &w->record, &opening, none, &done, &err));
    f = follows(w);
    EXPECT(f.notices == 2);
    EXPECT(f.opened >= 1);
    app_world_close(w);
}
