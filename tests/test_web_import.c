/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_import.c - B7: tables of the register given anew: checked, looked
 * at, put in once.  Kota Contoh, see web_world.h.
 */
#include "base/csv.h"
#include "base/file.h"
#include "harness.h"
#include "web_world.h"

#include <xlsxwriter.h>

#define HEAD "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan\n"

/* Everybody but G; B in the other section; Z is new. */
static const char people[] =
    HEAD "H,196605311993121000,lokal-H,\"Hadi, S.E.\",PNS,dinas,\n"
         "K1,,lokal-K1,Kartika,PNS,s1,\n"
         "K2,,lokal-K2,Kasim,PNS,s2,\n"
         "A,197806032006031000,lokal-A,Ani,PNS,s1,\n"
         "B,,lokal-B,Budi,PNS,s2,Arsiparis\n"
         "C,,lokal-C,Cici,PNS,s1,\n"
         "D,,lokal-D,Dedi,PNS,s1,\n"
         "E,,lokal-E,Eka,PNS,s2,\n"
         "F,,lokal-F,Fani,PNS,s2,\n"
         "U0,,lokal-U0,Usman,PNS,upt,\n"
         "U1,,lokal-U1,Umar,PNS,upt,\n"
         "U2,,lokal-U2,Uli,PNS,upt,\n"
         "U3,,lokal-U3,Udin,PNS,upt,\n"
         "U4,,lokal-U4,Ucok,PNS,upt,\n"
         "P0,,lokal-P0,Putri,PNS,bkd,\n"
         "P1,,lokal-P1,Pandu,PNS,bkd,\n"
         "O0,,lokal-O0,Olga,PNS,orta,\n"
         "O1,,lokal-O1,Oki,PNS,orta,\n"
         "Z,,lokal-Z,Zul <b>tebal</b>,PNS,s1,\n";

/* A form with one file, as a browser sends it. */
static WebAnswer send_bytes(WebWorld *w, const char *id, const char *name,
                            Str body)
{
    HttpFile *file = NEW(w->arena, HttpFile, 1);
    const char *form = str_c(w->arena, str_format(w->arena, "id=%s", id));
    HttpRequest request = web_world_request(w, HTTP_POST, "/impor", form);
    *file = (HttpFile){STR("berkas"), str_of(name), STR("text/csv"), body};
    request.type = STR("multipart/form-data");
    request.files = file;
    request.file_count = 1;
    return web_world_ask(w, &request);
}

static WebAnswer send_file(WebWorld *w, const char *id, const char *name,
                           const char *body)
{
    return send_bytes(w, id, name, str_of(body));
}

/* The same rows as cells of a workbook. */
static Str workbook_of(Arena *arena, const char *text)
{
    Err err = {0};
    Csv csv;
    Str bytes = {0};
    const char *path = file_path(arena, harness_folder(), "people.xlsx");
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    CHECK(csv_read(arena, str_of(text), (CsvLimits){0}, &csv, &err));
    for (size_t i = 0; i < csv.rows.count; i++) {
        for (size_t k = 0; k < 7; k++) {
            CHECK(worksheet_write_string(
                      sheet, (lxw_row_t)i, (lxw_col_t)k,
                      str_c(arena, csv_field(&csv.rows.at[i], k)),
                      NULL) == LXW_NO_ERROR);
        }
    }
    CHECK(workbook_close(book) == LXW_NO_ERROR);
    CHECK(file_read(arena, path, 1 << 20, &bytes, &err));
    return bytes;
}

static const char *path_of(WebWorld *w, const char *id, const char *behind)
{
    return str_c(w->arena, str_format(w->arena, "/impor/%s%s", id, behind));
}

FACT(tables_are_checked_looked_at_and_put_in_once)
{
    WebWorld *w = web_world_open("import");
    const char *id = web_world_id(w);
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, "/impor");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "enctype=\"multipart/form-data\"");
    WebAnswer checked = send_file(w, id, "pegawai baru.csv", people);
    EXPECT_INT(checked.status, 303);
    EXPECT_STR(checked.to, path_of(w, id, ""));
    size_t documents = web_world_kept(w, "dokumen");

    WebAnswer preview = web_world_get(w, path_of(w, id, ""));
    web_world_expect_page(&preview);
    EXPECT_HAS(preview.body,
               "pegawai baru.csv: dibaca sebagai tabel pegawai, 19 baris");
    EXPECT_HAS(preview.body, "19 menjadi 19: 1 baru, 1 hilang, 2 berubah");
    EXPECT_HAS(preview.body, "Budi<small>B</small></th><td>unit</td>"
                             "<td>s1</td><td>s2</td>");
    EXPECT_HAS(preview.body, "Zul &lt;b&gt;tebal&lt;/b&gt;");
    EXPECT_HAS(preview.body, "Apakah tabelnya lengkap?");
    EXPECT_INT((int64_t)web_world_kept(w, "dokumen"), (int64_t)documents);

    WebAnswer done = web_world_post(w, path_of(w, id, "/masukkan"), "");
    EXPECT_INT(done.status, 303);
    EXPECT_STR(done.to, "/impor?sudah=masuk");
    EXPECT_INT((int64_t)web_world_kept(w, "dokumen"), (int64_t)documents + 1);
    done = web_world_post(w, path_of(w, id, "/masukkan"), "");
    EXPECT_INT(done.status, 303);
    EXPECT_INT((int64_t)web_world_kept(w, "dokumen"), (int64_t)documents + 1);

    EXPECT(live_settle(w->house.live, STR("contoh"), 60));
    page = web_world_get(w, "/pegawai?cari=zul");
    EXPECT_HAS(page.body, "1 orang");
    page = web_world_get(w, "/pegawai/B");
    EXPECT_HAS(page.body, "unit: “s1” menjadi “s2”");
    EXPECT_HAS(page.body, "jabatan: “” menjadi “Arsiparis”");
    EXPECT_INT(web_world_get(w, "/pegawai/G").status, 404);
    web_world_close(w);
}

/* Without the column of kinds: still people, and each NIP is looked at. */
FACT(people_without_their_kinds_are_people_and_their_nips_are_named)
{
    WebWorld *w = web_world_open("no-kinds");
    web_world_as(w, "P1");
    WebAnswer page = send_file(w, web_world_id(w), "pegawai.csv",
                               "kode,nip,nama,unit\n"
                               "A,1.98E+17,Ani,s1\n"
                               "B,196605311993121000,Budi,s1\n"
                               "C,196605311993121000,Cici,s1\n");
    EXPECT_INT(page.status, 422);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "pegawai.csv: dibaca sebagai tabel pegawai, 3 baris");
    EXPECT_HAS(page.body, "(jenis_pegawai)");
    EXPECT_HAS(page.body, "pegawai.csv baris 2, kolom B (nip): "
                          "&#39;1.98E+17&#39;");
    EXPECT_HAS(page.body, "NIP dipakai lebih dari satu pegawai (baris 3, 4)");
    web_world_close(w);
}

/* Units that are said to be people are judged as people; a word that is no kind
 * is refused. */
FACT(the_kind_of_a_table_can_be_chosen)
{
    static const char units[] = "kode,nama,induk\n";
    WebWorld *w = web_world_open("kinds");
    web_world_as(w, "P1");
    WebAnswer page = web_world_get(w, "/impor");
    EXPECT_HAS(page.body, "<option value=\"\" selected>Menurut kolomnya");
    EXPECT_HAS(page.body, "<option value=\"pegawai\">pegawai</option>");
    const char *as_people =
        web_world_line(w, "%s&jenis=pegawai", web_world_id(w));
    page = send_file(w, as_people, "unit.csv", units);
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "unit.csv: dibaca sebagai tabel pegawai, 0 baris");
    EXPECT_HAS(page.body, "<option value=\"pegawai\" selected>");
    const char *id = web_world_id(w);
    as_people = web_world_line(w, "%s&jenis=pegawai", id);
    EXPECT_INT(send_file(w, as_people, "orang.csv", people).status, 303);
    page = web_world_get(w, path_of(w, id, ""));
    EXPECT_HAS(page.body, "orang.csv: dibaca sebagai tabel pegawai, 19 baris");
    as_people = web_world_line(w, "%s&jenis=apa", web_world_id(w));
    EXPECT_INT(send_file(w, as_people, "orang.csv", people).status, 422);
    web_world_close(w);
}

/* Its columns look like those of people; what is put in is what was chosen. */
FACT(a_chosen_kind_is_kept_with_the_file)
{
    static const char units[] =
        "kode,nama,induk,jenis,nip,nomor_lokal,jenis_pegawai,unit,jabatan,"
        "jenis_jabatan,petugas_lapangan,mulai,sampai\n"
        "kota,Pemerintah Kota Contoh,,pemerintah,,,,,,,,,\n"
        "dinas,Dinas Contoh,kota,dinas,,,,,,,,,\n"
        "s1,Seksi Satu,dinas,seksi,,,,,,,,,\n"
        "s2,Seksi Lain,dinas,seksi,,,,,,,,,\n"
        "upt,UPTD Contoh,dinas,uptd,,,,,,,,,\n"
        "bkd,Badan Kepegawaian Contoh,kota,badan,,,,,,,,,\n"
        "orta,Bagian Organisasi,kota,bagian,,,,,,,,,\n";
    WebWorld *w = web_world_open("kind-kept");
    web_world_as(w, "P1");
    const char *guessed = web_world_id(w), *chosen = web_world_id(w);
    EXPECT_INT(send_file(w, guessed, "unit.csv", units).status, 422);
    const char *form = web_world_line(w, "%s&jenis=unit", chosen);
    EXPECT_INT(send_file(w, form, "unit.csv", units).status, 303);
    WebAnswer page = web_world_get(w, path_of(w, chosen, ""));
    EXPECT_HAS(page.body, "unit.csv: dibaca sebagai tabel unit, 7 baris");
    WebAnswer done = web_world_post(w, path_of(w, chosen, "/masukkan"), "");
    EXPECT_STR(done.to, "/impor?sudah=masuk");
    EXPECT(live_settle(w->house.live, STR("contoh"), 60));
    EXPECT_HAS(web_world_get(w, "/pegawai/E").body, "Seksi Lain");
    web_world_close(w);
}

FACT(a_workbook_is_read_and_a_broken_one_is_told)
{
    static const char units[] = "kode,nama,jenis,induk,lokasi\n";
    WebWorld *w = web_world_open("workbook");
    web_world_as(w, "P1");
    const char *id = web_world_id(w);
    Str book = workbook_of(w->arena, people);
    EXPECT_INT(send_bytes(w, id, "pegawai.xlsx", book).status, 303);
    WebAnswer page = web_world_get(w, path_of(w, id, ""));
    EXPECT_HAS(
        page.body,
        "pegawai.xlsx (lembar 1): dibaca sebagai tabel pegawai, 19 baris");
    EXPECT_HAS(page.body, "19 menjadi 19: 1 baru, 1 hilang, 2 berubah");
    id = web_world_id(w);
    page = send_bytes(w, id, "rusak.xlsx", str_slice(book, 0, book.len / 2));
    EXPECT_INT(page.status, 400);
    web_world_expect_page(&page);
    EXPECT_INT(web_world_get(w, path_of(w, id, "")).status, 404);
    page = send_bytes(w, web_world_id(w), "unit.csv", str_of(units));
    EXPECT_INT(page.status, 422);
    web_world_close(w);
}

FACT(faults_stand_by_their_repair_and_nothing_is_set_aside)
{
    static const struct {
        const char *body, *part;
        int status;
    } rows[] = {
        {HEAD "H,1.96605E+17,lokal-H,Hadi,PNS,dinas,\n",
         "NIP rusak karena dibaca lembar kerja sebagai angka",                                            422},
        {HEAD "H,,lokal-H,Hadi,PNS,dimana,\n",           "Unit tidak dikenal",                            422},
        {"sembarang,judul\n1,2\n",                       "bukan tabel yang dikenal",                      400},
        {"kode,nama\n\"A,b\n",                           "baris 2: tanda kutip dibuka dan tidak ditutup",
         400                                                                                                 },
        {HEAD "H,,lokal-H,Hadi,PNS,dinas,\n",
         "ialah tabel yang tersimpan di sini",                                                            422},
        {"",                                             "itu kosong (0 byte)",                           400},
    };
    WebWorld *w = web_world_open("faulty");
    web_world_as(w, "P1");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].part);
        const char *id = web_world_id(w);
        WebAnswer page = send_file(w, id, "people.csv", rows[i].body);
        EXPECT_INT(page.status, rows[i].status);
        web_world_expect_page(&page);
        EXPECT_HAS(page.body, rows[i].part);
        EXPECT_INT(web_world_get(w, path_of(w, id, "")).status, 404);
    }
    web_world_close(w);
}

FACT(no_file_at_all_is_another_thing_than_an_empty_one)
{
    WebWorld *w = web_world_open("hollow");
    web_world_as(w, "P1");
    WebAnswer none = web_world_post(
        w, "/impor", web_world_line(w, "id=%s", web_world_id(w)));
    EXPECT_INT(none.status, 422);
    EXPECT_HAS(none.body, "Tabel: wajib diisi");
    WebAnswer empty = send_file(w, web_world_id(w), "pegawai.xlsx", "");
    EXPECT_INT(empty.status, 400);
    EXPECT_HAS(empty.body, "erkas &#39;pegawai.xlsx&#39; itu kosong (0 byte)");
    EXPECT_LACKS(empty.body, "wajib diisi");
    web_world_close(w);
}

/* A name that reads "Hadi" and is another one; also from a workbook. */
FACT(a_character_that_nobody_sees_is_refused_in_its_cell)
{
    static const char hidden[] =
        HEAD "H,,lokal-H,Hadi,PNS,dinas,\n"
             "K1,,lokal-K1,Kar\xe2\x80\xaetika,PNS,s1,\n";
    WebWorld *w = web_world_open("unseen");
    web_world_as(w, "P1");
    const char *id = web_world_id(w);
    WebAnswer page = send_file(w, id, "pegawai.csv", hidden);
    EXPECT_INT(page.status, 422);
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Sel memuat karakter yang tidak terlihat");
    EXPECT_HAS(page.body, "pegawai.csv baris 3, kolom D (nama): U+202E sesudah "
                          "&#39;Kar&#39;");
    EXPECT_HAS(page.body, "ketik ulang isinya");
    EXPECT_INT(web_world_get(w, path_of(w, id, "")).status, 404);
    w->lang = "en";
    page = send_bytes(w, web_world_id(w), "pegawai.xlsx",
                      workbook_of(w->arena, hidden));
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "A cell holds a character that nobody sees");
    EXPECT_HAS(page.body, "pegawai.xlsx (lembar 1) row 3, column D (nama): "
                          "U+202E behind &#39;Kar&#39;");
    web_world_close(w);
}

/* By the name that it was given, and what is not listed is counted. */
FACT(faults_name_the_file_as_it_was_given_and_count_the_rest)
{
    WebWorld *w = web_world_open("names");
    web_world_as(w, "P1");
    WebAnswer page = send_file(w, web_world_id(w), "pegawai Agustus.csv",
                               HEAD "H,,lokal-H,Hadi,PNS,q1,\n"
                                    "K1,,lokal-K1,Kartika,PNS,q2,\n"
                                    "K2,,lokal-K2,Kasim,PNS,q3,\n"
                                    "A,,lokal-A,Ani,PNS,q4,\n"
                                    "B,,lokal-B,Budi,PNS,q5,\n"
                                    "C,,lokal-C,Cici,PNS,q6,\n");
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "<li>pegawai Agustus.csv baris 2, kolom F (unit)");
    EXPECT_LACKS(page.body, "<li>register/people.csv");
    EXPECT_HAS(page.body, "<li>dan 1 lagi</li>");
    web_world_close(w);
}

/* More faults than are kept are counted, not left out. */
FACT(faults_beyond_those_that_are_kept_are_counted)
{
    WebWorld *w = web_world_open("thousand");
    Buf rows = buf_in(w->arena);
    buf_c(&rows, HEAD);
    for (int i = 0; i < 1200; i++)
        buf_format(&rows, "Q%d,,,Orang,PNS,dimana,\n", i);
    web_world_as(w, "P1");
    WebAnswer page =
        send_bytes(w, web_world_id(w), "people.csv", buf_str(&rows));
    EXPECT_INT(page.status, 422);
    EXPECT_HAS(page.body, "kesalahan lain yang tidak didaftar");
    EXPECT_LACKS(page.body, "ialah tabel yang tersimpan di sini");
    web_world_close(w);
}

FACT(what_is_set_aside_is_of_who_brought_it_and_of_nobody_without_the_right)
{
    WebWorld *w = web_world_open("aside");
    const char *id = web_world_id(w);
    web_world_as(w, "P1");
    EXPECT_INT(send_file(w, id, "people.csv", people).status, 303);
    web_world_as(w, "P0");
    EXPECT_INT(web_world_get(w, path_of(w, id, "")).status, 404);
    EXPECT_INT(web_world_post(w, path_of(w, id, "/masukkan"), "").status, 404);
    web_world_as(w, "H");
    EXPECT_INT(web_world_get(w, "/impor").status, 403);
    EXPECT_INT(send_file(w, id, "people.csv", people).status, 403);
    EXPECT_INT(web_world_get(w, path_of(w, id, "")).status, 403);
    EXPECT_INT(web_world_post(w, path_of(w, id, "/masukkan"), "").status, 403);
    web_world_close(w);
}

FACT(the_pages_are_in_english_too)
{
    WebWorld *w = web_world_open("english");
    const char *id = web_world_id(w);
    web_world_as(w, "P1");
    w->lang = "en";
    WebAnswer page = web_world_get(w, "/impor");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "Check the files");
    EXPECT_INT(send_file(w, id, "people.csv", people).status, 303);
    page = web_world_get(w, path_of(w, id, ""));
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "1 new, 1 gone, 2 changed");
    EXPECT_LACKS(page.body, "197806032006031000");
    web_world_close(w);
}
