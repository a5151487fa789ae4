/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What people record, and for each kind every reason to refuse it.
 */
#include "app_world.h"
#include "circular/parse.h"
#include "harness.h"

/* ---- people -------------------------------------------------------------- */

static const AppRow of_people[] = {
    {1, "$P", "masuk", "pegawai=$P;kata=rumah;saluran=aplikasi", NULL},
    {0, "$C", "masuk", "pegawai=$P;kata=kantor", NULL},
    {0, "$S", "pulang", "pegawai=$P;saluran=kertas", NULL},
    {0, "$O", "masuk", "pegawai=$P;kata=kantor", "may not"},
    {0, "$C", "masuk", "pegawai=$O;kata=kantor", "may not"},
    {0, "$S", "masuk", "pegawai=$P;kata=rumah;saluran=web",
     "choose the channel"},
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;saluran=web;hari=2020-07-29",
     "that day is over"},
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;hari=2020-07-31",
     "still to come"},
    {0, "$P", "masuk", "pegawai=$P;kata=bulan", "kantor|rumah"},
    {0, "$P", "masuk", "pegawai=nobody;kata=rumah", "the register has no"},
    {0, "$P", "masuk", "pegawai=$P;unit=bkpsdm;kata=rumah",
     "not the person's unit"},
    {0, "$P", "masuk", "pegawai=$P;unit=nowhere;kata=rumah",
     "the register has no"},
    {0, "$P", "masuk", "kata=rumah", "must be given"},
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;rahasia=x", "takes no secret"},
    {0, "nobody", "masuk", "pegawai=$P;kata=rumah", "may not"},
    {0, "perangkat:pintu", "masuk",
     "pegawai=$P;kata=kantor;saluran=perangkat bersama", NULL},
    {0, "perangkat:pintu", "masuk",
     "pegawai=$O;kata=kantor;saluran=perangkat bersama", "may not"},
    {0, "perangkat:palsu", "masuk",
     "pegawai=$P;kata=kantor;saluran=perangkat bersama", "may not"},
    {0, "perangkat:pintu", "laporan", "pegawai=$P;isi=x", "may not"},

    {2, "$P", "laporan", "pegawai=$P;isi=Selesai menyusun data.;saluran=web",
     NULL},
    {0, "$O", "laporan", "pegawai=$P;isi=x", "may not"},
    {0, "$P", "laporan", "pegawai=$P", "must be given"},
    {3, "$S", "tinjauan", "pegawai=$P;tentang=$2;kata=terima", NULL},
    {0, "$H", "tinjauan", "pegawai=$P;tentang=$2;kata=terima", "may not"},
    {0, "$P", "tinjauan", "pegawai=$P;tentang=$2;kata=terima", "may not"},
    {0, "$B", "tinjauan", "pegawai=$P;tentang=$2;kata=terima", "may not"},
    {0, "$S", "tinjauan", "pegawai=$P;tentang=$2;kata=kembalikan",
     "what is to be mended"},
    {0, "$S", "tinjauan", "pegawai=$P;tentang=$1;kata=terima",
     "must name a report"},
    {0, "$S", "tinjauan", "pegawai=$M;tentang=$2;kata=terima", "somebody else"},
    {0, "$S", "tinjauan",
     "pegawai=$P;tentang=01234567-89ab-7def-8123-456789abcdef;kata=terima",
     "there is no fact"},

    {4, "$S", "tugas", "pegawai=$P;isi=Susun laporan", NULL},
    {0, "$P", "tugas", "pegawai=$P;isi=Susun laporan", "may not"},
    {0, "$S", "tugas", "pegawai=$P;isi=x;mulai=2020-07-01;sampai=2020-07-02",
     "are over"},
    {0, "$P", "tugas selesai", "pegawai=$P;tentang=$4;jumlah=100", NULL},
    {0, "$P", "tugas selesai", "pegawai=$P;tentang=$4;jumlah=101",
     "percentage"},
    {0, "$P", "tugas selesai", "pegawai=$P;tentang=$2", "must name a task"},
    {0, "$H", "sasaran",
     "pegawai=$P;isi=Data;mulai=2020-07-30;sampai=2020-08-12;jumlah=10", NULL},

    {5, "$S", "hubungi", "pegawai=$P;kata=telepon", NULL},
    {0, "$O", "hubungi", "pegawai=$P", "may not"},
    {0, "$S", "hubungi", "pegawai=$S", "by somebody else"},
    {0, "$B", "hubungi", "pegawai=$B", "by somebody else"},
    {0, "$P", "jawab", "pegawai=$P;tentang=$5", NULL},
    {0, "$P", "jawab", "pegawai=$P;tentang=$2", "must name a call"},
    {0, "$O", "jawab", "pegawai=$P;tentang=$5", "may not"},

    {6, "$S", "panggilan",
     "pegawai=$P;isi=Rapat anggaran;mulai=2020-07-30;sampai=2020-07-30", NULL},
    {0, "$M", "panggilan",
     "pegawai=$P;isi=x;mulai=2020-07-30;sampai=2020-07-30", "may not"},
    {0, "$S", "panggilan",
     "pegawai=$P;isi=x;mulai=2020-07-01;sampai=2020-07-01", "are over"},
    {0, "$P", "terima panggilan", "pegawai=$P;tentang=$6;kata=siap", NULL},
    {0, "$P", "terima panggilan", "pegawai=$P;tentang=$5;kata=siap",
     "must name a recall"},
    {0, "$P", "tiba", "pegawai=$P;tentang=$6", NULL},
    {0, "$P", "tiba", "pegawai=$P;tentang=$6;hari=2020-07-29",
     "of a day of the recall"},
};

FACT(people_record_what_they_may)
{
    AppWorld *w = app_world_open("people");
    app_world_play_all(w, of_people, COUNT(of_people));
    app_world_close(w);
}

/* ---- channels ------------------------------------------------------------ */

#define LATE                                                        \
    "saat=2020-07-28T23:25:00.000000Z" /* 07.25 of the 29th in WITA \
                                        */
#define TODAY "dikirim=2020-07-30T00:10:00.000000Z"

static const AppRow of_channels[] = {
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;saluran=petugas",
     "for noting somebody else"},
    {0, "$P", "masuk",
     "pegawai=$P;kata=rumah;saluran=petugas;hari=2020-07-29;" LATE,
     "for noting somebody else"},
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;saluran=kertas;hari=2020-07-29",
     "for noting somebody else"},
    {0, "$C", "laporan", "pegawai=$C;isi=x;saluran=petugas",
     "for noting somebody else"},
    {0, "$P", "pesan", "pegawai=$P;isi=x;saluran=telepon;hari=2020-07-29",
     "for noting somebody else"},
    {0, "$P", "pesan", "pegawai=$P;isi=x;hari=2020-07-29", "that day is over"},
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;saluran=sistem",
     "are for the system"},
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;saluran=impor;hari=2020-07-29",
     "are for the system"},
    {0, "$C", "masuk", "pegawai=$P;kata=rumah;saluran=impor",
     "are for the system"},
    {0, "$S", "pesan", "pegawai=$P;isi=x;saluran=aplikasi",
     "the superior or the unit's clerk"},
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;saluran=aplikasi;" LATE,
     "that day is over"},
    {0, "$P", "masuk",
     "pegawai=$P;kata=rumah;saluran=aplikasi;hari=2020-07-28;" LATE ";" TODAY,
     "that day is over"},
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;saluran=aplikasi;" LATE ";" TODAY,
     NULL},
    {0, "$C", "masuk", "pegawai=$P;kata=rumah;saluran=kertas;" LATE, NULL},
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;saluran=WhatsApp", NULL},
    {0, "$P", "masuk", "pegawai=$P;kata=rumah;saluran=perangkat bersama", NULL},
    {1, "$S", "panggilan",
     "pegawai=$P;isi=x;mulai=2020-07-30;sampai=2020-07-30", NULL},
    {0, "$P", "tiba", "pegawai=$P;tentang=$1;saluran=petugas",
     "for noting somebody else"},
};

FACT(nobody_types_for_themselves_or_says_to_be_a_machine)
{
    AppWorld *w = app_world_open("channels");
    app_world_play_all(w, of_channels, COUNT(of_channels));
    app_world_close(w);
}

/* ---- days that are over -------------------------------------------------- */

static const AppRow of_the_past[] = {
    {0, "$P", "izin keluar", "pegawai=$P;kata=pangan;hari=2020-07-29",
     "on its day, before going"},
    {0, "$C", "izin keluar", "pegawai=$P;kata=pangan;hari=2020-07-29",
     "on its day, before going"},
    {0, "$P", "izin keluar",
     "pegawai=$P;kata=pangan;saluran=aplikasi;" LATE ";" TODAY, NULL},
    {0, "$S", "hubungi", "pegawai=$P;hari=2020-07-29", "on the day itself"},
    {0, "$S", "hubungi", "pegawai=$P;hari=2020-07-30;" LATE,
     "on the day itself"},
    {0, "$S", "hubungi", "pegawai=$P;saluran=web;" LATE ";" TODAY,
     "on the day itself"},
    {0, "$S", "terlihat di luar", "pegawai=$P;kata=rumah;isi=x;hari=2020-07-29",
     "on the day itself"},
    {0, "$S", "terlihat di luar",
     "pegawai=$P;kata=rumah;isi=x;saluran=kertas;" LATE, "on the day itself"},
    {0, "$S", "panggilan",
     "pegawai=$P;isi=x;mulai=2020-07-29;sampai=2020-08-03",
     "not for days that are over"},
    {0, "$S", "panggilan",
     "pegawai=$P;isi=x;mulai=2020-08-03;sampai=2020-09-03", "at most 31 days"},
    {0, "$S", "panggilan", "pegawai=$P;isi=x;mulai=2020-08-03;sampai=..",
     "at most 31 days"},
    {0, "$S", "panggilan",
     "pegawai=$P;isi=x;mulai=2020-08-01;sampai=2020-08-02",
     "choose a working day"},
    {0, "$S", "panggilan",
     "pegawai=$P;isi=x;mulai=2020-08-07;sampai=2020-08-10", NULL},
    {1, "$S", "cuti",
     "pegawai=$P;kata=sakit;mulai=2020-07-23;sampai=2020-07-31", NULL},
    {0, "$S", "cuti",
     "pegawai=$P;kata=sakit;mulai=2020-07-22;sampai=2020-07-31",
     "at most 7 days back"},
    {0, "$S", "cuti",
     "pegawai=$S;kata=sakit;mulai=2020-07-29;sampai=2020-07-31",
     "one's own leave"},
    {2, "$B", "cuti", "pegawai=$M;kata=cuti;mulai=2020-08-05;sampai=2020-08-05",
     NULL},
};

static const AppRow of_days_between[] = {
    {0, "$S", "panggilan",
     "pegawai=$M;isi=x;mulai=2020-08-03;sampai=2020-08-06", "is on leave"},
    {0, "$S", "panggilan",
     "pegawai=$M;isi=x;mulai=2020-08-03;sampai=2020-08-04", NULL},
    {0, "$B", "koreksi", "pegawai=$M;tentang=$2;kata=batal;isi=x", NULL},
    {0, "$B", "tanda",
     "pegawai=$M;kata=tidak dipanggil;mulai=2020-08-05;sampai=2020-08-05",
     NULL},
};

static const AppRow of_a_mark_between[] = {
    {0, "$S", "panggilan",
     "pegawai=$M;isi=x;mulai=2020-08-03;sampai=2020-08-06",
     "must not be called"},
};

FACT(what_is_over_is_not_made_up_afterwards)
{
    AppWorld *w = app_world_open("past");
    app_world_play_all(w, of_the_past, COUNT(of_the_past));
    app_world_again(w);
    app_world_play_all(w, of_days_between, COUNT(of_days_between));
    app_world_again(w);
    app_world_play_all(w, of_a_mark_between, COUNT(of_a_mark_between));
    app_world_close(w);
}

/* ---- requests and decisions ---------------------------------------------- */

static const AppRow of_requests[] = {
    {1, "$P", "izin keluar", "pegawai=$P;kata=pangan", NULL},
    {0, "$O", "izin keluar", "pegawai=$P;kata=pangan", "may not"},
    {0, "$P", "izin keluar", "pegawai=$P;kata=piknik", "kesehatan|"},
    {0, "$P", "selesai", "pegawai=$P;tentang=$1", NULL},
    {0, "$P", "selesai", "pegawai=$P;tentang=$1", "finished already"},
    {2, "$P", "izin ke luar daerah",
     "pegawai=$P;isi=Keluarga;mulai=2020-07-31;sampai=2020-08-02", NULL},
    {0, "$P", "izin ke luar daerah",
     "pegawai=$P;isi=Keluarga;mulai=2020-07-01;sampai=2020-07-02", "are over"},
    {0, "$P", "putusan", "pegawai=$P;tentang=$2;kata=setuju", "may not"},
    {0, "$M", "putusan", "pegawai=$P;tentang=$2;kata=setuju", "may not"},
    {0, "$S", "putusan", "pegawai=$M;tentang=$2;kata=setuju",
     "of another person"},
    {3, "$S", "putusan", "pegawai=$P;tentang=$2;kata=tolak", NULL},
    {0, "$S", "putusan", "pegawai=$P;tentang=$2;kata=setuju",
     "decided already"},
    {0, "$P", "selesai", "pegawai=$P;tentang=$2", "was refused"},
    {0, "$S", "putusan", "pegawai=$P;tentang=$3;kata=setuju",
     "must name a request"},
    {0, "$S", "koreksi", "pegawai=$P;tentang=$3;kata=batal;isi=keliru", NULL},
    {0, "$S", "putusan", "pegawai=$P;tentang=$2;kata=setuju", NULL},
    {4, "$P", "izin ke kantor",
     "pegawai=$P;isi=Ambil berkas;mulai=2020-07-31;sampai=2020-07-31", NULL},
    {0, "$P", "koreksi", "pegawai=$P;tentang=$4;kata=batal;isi=batal", NULL},
    {0, "$S", "putusan", "pegawai=$P;tentang=$4;kata=setuju", "taken back"},
    {0, "$P", "selesai", "pegawai=$P;tentang=$4", "taken out"},
    {0, "$B", "izin keluar", "pegawai=$B;kata=lain", NULL},

    {5, "$O", "dinas luar",
     "pegawai=$O;isi=x;mulai=2020-08-03;sampai=2020-08-04", NULL},
    {0, "$M", "tukar hari",
     "pegawai=$M;hal=$C;mulai=2020-08-03;sampai=2020-08-03",
     "one published plan"},
    {0, "$P", "keberatan", "pegawai=$P;isi=Saya hadir", NULL},
    {6, "$P", "keberatan", "pegawai=$P;isi=Saya hadir hari itu", NULL},
    {0, "$S", "keberatan", "pegawai=$P;isi=x", "may not"},
    {0, "$S", "jawaban keberatan",
     "pegawai=$P;tentang=$6;kata=diterima;isi=Benar", NULL},
    {0, "$S", "jawaban keberatan", "pegawai=$P;tentang=$6;kata=ditolak;isi=x",
     "answered already"},
    {0, "$S", "jawaban keberatan", "pegawai=$P;tentang=$1;kata=ditolak;isi=x",
     "must name an objection"},
    {0, "$P", "jawaban keberatan", "pegawai=$P;tentang=$6;kata=diterima;isi=x",
     "may not"},
    {0, "$B", "klarifikasi",
     "pegawai=$P;kata=tanya;isi=Mengapa?;hari=2020-07-29", NULL},
    {0, "$S", "klarifikasi",
     "pegawai=$P;kata=jawab;isi=Sinyal hilang.;hari=2020-07-29", NULL},
    {0, "$H", "klarifikasi", "pegawai=$P;kata=jawab;isi=Benar.;hari=2020-07-29",
     NULL},
    {0, "$P", "klarifikasi", "pegawai=$P;kata=jawab;isi=Benar.;hari=2020-07-29",
     NULL},
    {0, "$D", "klarifikasi", "pegawai=$P;kata=catatan;isi=x;hari=2020-07-29",
     NULL},
    {0, "$D", "klarifikasi",
     "pegawai=$P;kata=selesai;isi=Diterima.;hari=2020-07-29", NULL},
    {0, "$S", "klarifikasi", "pegawai=$P;kata=tanya;isi=x",
     "only the personnel board"},
    {0, "$P", "klarifikasi", "pegawai=$P;kata=selesai;isi=x",
     "only the personnel board"},
    {0, "$B", "klarifikasi", "pegawai=$P;kata=jawab;isi=x",
     "the direct superior or the head"},
    {0, "$B", "klarifikasi", "pegawai=$B;kata=tanya;isi=x",
     "asked about by another"},
    {0, "$O", "klarifikasi", "pegawai=$P;kata=jawab;isi=x", "may not"},
    {0, "$C", "klarifikasi", "pegawai=$P;kata=jawab;isi=x", "may not"},
    {0, "$B", "klarifikasi", "pegawai=$P;kata=tanya;isi=x;hari=2020-07-31",
     "still to come"},
    {0, "$B", "klarifikasi", "pegawai=$P;kata=tanya", "must be given"},
    {7, "$B", "keberatan", "pegawai=$B;isi=Saya hadir", NULL},
    {0, "$B", "jawaban keberatan", "pegawai=$B;tentang=$7;kata=diterima;isi=x",
     "answered by another"},
    {8, "$B", "izin keluar", "pegawai=$B;kata=lain", NULL},
    {0, "$B", "putusan", "pegawai=$B;tentang=$8;kata=setuju",
     "decided by another"},
    {0, "$D", "putusan", "pegawai=$B;tentang=$8;kata=setuju", NULL},
};

FACT(requests_are_decided_once_by_another)
{
    AppWorld *w = app_world_open("requests");
    app_world_play_all(w, of_requests, COUNT(of_requests));
    app_world_close(w);
}

/* Rule 3(4) of the letter: trips for urgent priorities only.  The unit with
 * the counters is outside the letter, the personnel board is not. */
static const AppRow of_trips[] = {
    {0, "$B", "dinas luar",
     "pegawai=$B;isi=Koordinasi;mulai=2020-08-03;sampai=2020-08-04",
     "the trip of"},
    {0, "$B", "dinas luar",
     "pegawai=$B;isi=Koordinasi;mulai=2020-08-03;sampai=2020-08-04;"
     "prioritas=tinggi",
     "fill in prioritas and urgensi"},
    {1, "$B", "dinas luar",
     "pegawai=$B;isi=Koordinasi;mulai=2020-08-03;sampai=2020-08-04;"
     "prioritas=tinggi;urgensi=batas waktu",
     NULL},
    {0, "$D", "putusan", "pegawai=$B;tentang=$1;kata=setuju", NULL},
    {0, "$P", "dinas luar",
     "pegawai=$P;isi=Koordinasi;mulai=2020-08-03;sampai=2020-08-04", NULL},
};

FACT(trips_need_what_the_rule_asks)
{
    AppWorld *w = app_world_open("trips");
    app_world_play_all(w, of_trips, COUNT(of_trips));
    app_world_close(w);
}

/* ---- leave --------------------------------------------------------------- */

static const char on_leave[] =
    "surat edaran 800/99/2020\npenerbit Bupati Paser\n"
    "ditetapkan 20 Juli 2020\n"
    "berlaku 3 Agustus 2020 sampai dengan 14 Agustus 2020\n\n"
    "aturan 1 \"cuti\"\n"
    "(1) Cuti ditunda, kecuali untuk keperluan mendesak.\n"
    "(2) Pada 10 Agustus 2020: cuti ditiadakan.\n"
    "(3) PNS dilarang mengambil cuti.\n"
    "(4) Ayat (3) tidak berlaku bagi pegawai pada Disdukcapil.\n";

/* The office reads one letter more. */
static void add_letter(AppWorld *w, const char *text)
{
    Office *office = &w->office;
    Source *source = NEW(w->arena, Source, 1);
    Letter *letter = NEW(w->arena, Letter, 1);
    CorpusInput *all = NEW(w->arena, CorpusInput, office->letter_count + 1);
    Diags diags = diags_in(w->arena);
    *source = (Source){STR("cuti.edaran"), str_of(text)};
    CHECK(letter_parse(w->arena, source, letter, &diags));
    for (size_t i = 0; i < office->letter_count; i++)
        all[i] = office->letters[i];
    all[office->letter_count++] = (CorpusInput){letter, source, false};
    office->letters = all;
}

/* P is of a unit that rule 1(3) leaves out. */
static const AppRow of_leave[] = {
    {0, "$S", "cuti", "pegawai=$P;kata=cuti;mulai=2020-08-17;sampai=2020-08-18",
     NULL},
    {0, "$S", "cuti", "pegawai=$P;kata=cuti;mulai=2020-08-01;sampai=2020-08-03",
     "rule 1 paragraph (1)"},
    {0, "$S", "cuti", "pegawai=$P;kata=cuti;mulai=2020-08-01;sampai=2020-08-03",
     "fill in urgensi"},
    {0, "$S", "cuti",
     "pegawai=$P;kata=cuti;mulai=2020-08-03;sampai=2020-08-04;urgensi=Anak "
     "menikah",
     NULL},
    {0, "$S", "cuti",
     "pegawai=$P;kata=cuti;mulai=2020-08-07;sampai=2020-08-11;urgensi=Anak "
     "menikah",
     "put the leave off"},
    {0, "$S", "cuti",
     "pegawai=$P;kata=sakit;mulai=2020-08-10;sampai=2020-08-11", NULL},
    {0, "$B", "cuti",
     "pegawai=$O;kata=cuti;mulai=2020-08-05;sampai=2020-08-05;urgensi=x",
     "rule 1 paragraph (3)"},
};

FACT(leave_is_refused_by_the_rule_or_needs_its_reason)
{
    AppWorld *w = app_world_open("leave");
    add_letter(w, on_leave);
    app_world_play_all(w, of_leave, COUNT(of_leave));
    app_world_close(w);
}
