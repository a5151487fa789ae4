/* SPDX-License-Identifier: Apache-2.0 */
/*
 * web_world_texts.h - the folder of Kota Contoh, file by file.
 */
#pragma once

static const char *const web_world_files[][2] = {
    {"government.conf",          "kode = contoh;\n"
                        "nama = \"Pemerintah Kota Contoh\";\n"
                        "wilayah = \"Kota Contoh\";\n"
                        "jenis = kota;\n"
                        "batas = \"Kota Contoh\";\n"
                        "badan_kepegawaian = bkd;\n"
                        "warna = \"#0b5c7a\";\n"
                        "lambang = \"lambang.svg\";\n"
                        "zona = WITA;\n"
                        "peragaan = ya;\n"
                        "catatan = \"Data fiktif untuk uji.\";\n"              },
    {"lambang.svg",
     "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 34 40\">"
     "<path d=\"M2 2h30v20z\"/></svg>\n"                                                              },
    {"register/units.csv",
     "kode,nama,induk,jenis,perangkat_daerah,unit_kerja,layanan\n"
     "kota,Pemerintah Kota Contoh,,pemerintah,,,\n"
     "dinas,Dinas Contoh,kota,dinas,ya,ya,\n"
     "s1,Seksi Satu,dinas,seksi,,,\n"
     "s2,Seksi Dua,dinas,seksi,,,\n"
     "upt,UPTD Contoh,dinas,uptd,,ya,layanan langsung\n"
     "bkd,Badan Kepegawaian Contoh,kota,badan,ya,ya,\n"
     "orta,Bagian Organisasi,kota,bagian,ya,ya,\n"                                                    },
    {"register/people.csv",
     "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan,"
     "petugas_lapangan,mulai,sampai\n"
     "H,196605311993121000,lokal-H,\"Hadi, S.E.\",PNS,dinas,,,,,\n"
     "K1,,lokal-K1,Kartika,PNS,s1,,,,,\n"
     "K2,,lokal-K2,Kasim,PNS,s2,,,,,\n"
     "A,197806032006031000,lokal-A,Ani,PNS,s1,,,,,\n"
     "B,,lokal-B,Budi,PNS,s1,,,,,\n"
     "C,,lokal-C,Cici,PNS,s1,,,,,\n"
     "D,,lokal-D,Dedi <script>alert(1)</script>,PNS,s1,,,,,\n"
     "E,,lokal-E,Eka,PNS,s2,,,,,\n"
     "F,,lokal-F,Fani,PNS,s2,,,,,\n"
     "G,,lokal-G,Gita,TKD,s2,,,,,\n"
     "U0,,lokal-U0,Usman,PNS,upt,,,,,\n"
     "U1,,lokal-U1,Umar,PNS,upt,,,,,\n"
     "U2,,lokal-U2,Uli,PNS,upt,,,,,\n"
     "U3,,lokal-U3,Udin,PNS,upt,,,,,\n"
     "U4,,lokal-U4,Ucok,PNS,upt,,,,,\n"
     "P0,,lokal-P0,Putri,PNS,bkd,,,,,\n"
     "P1,,lokal-P1,Pandu,PNS,bkd,,,,,\n"
     "O0,,lokal-O0,Olga,PNS,orta,,,,,\n"
     "O1,,lokal-O1,Oki,PNS,orta,,,,,\n"                                                               },
    {"register/posts.csv",
     "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
     "JH,Kepala Dinas Contoh,dinas,II.b,kepala dinas,ya,H,,,\n"
     "J1,Kepala Seksi Satu,s1,IV.a,,ya,K1,,,\n"
     "J2,Kepala Seksi Dua,s2,IV.a,,ya,K2,,,\n"
     "JU,Kepala UPTD Contoh,upt,IV.a,kepala uptd,ya,U0,,,\n"
     "JP,Kepala Badan Kepegawaian,bkd,II.b,kepala badan,ya,P0,,,\n"
     "JO,Kepala Bagian Organisasi,orta,III.a,kepala bagian,ya,O0,,,\n"                                },
    {"register/absences.csv",    "pegawai,jenis,mulai,sampai,dicatat\n"
                              "C,cuti,2020-08-04,2020-08-07,2020-08-01\n"},
    {"register/counters.csv",
     "kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai\n"
     "L1,Loket Utama,upt,loket,Senin-Jumat,08.00,14.00,1,U1 U2 U3 U4,,\n"                             },
    {"register/kewenangan.csv",
     "orang,peran,unit,mulai,sampai\n"
     "B,petugas unit,dinas,2020-01-01,\n"
     "P1,badan kepegawaian,,2020-01-01,\n"
     "O1,bagian organisasi,,2020-01-01,\n"
     "P1,administrator,,2020-01-01,\n"
     "perangkat:pintu,perangkat bersama,s1,2020-01-01,\n"                                             },
    {"letters/1-se-2020.edaran",
     "surat edaran 1/SE/2020\n"
     "tentang \"sistem kerja pegawai\"\n"
     "penerbit Wali Kota Contoh\n"
     "ditetapkan 1 Agustus 2020\n"
     "berlaku sejak 3 Agustus 2020 sampai dengan 28 Agustus 2020\n"
     "bagi seluruh pegawai\n"
     "\n"
     "aturan 1 \"kehadiran\"\n"
     "(1) Kepala perangkat daerah wajib di kantor.\n"
     "(2) Pada setiap unit kerja: di kantor paling banyak 50% dari seluruh "
     "pegawai, dibulatkan ke bawah, tidak kurang dari yang wajib hadir.\n"
     "(3) Selebihnya wajib di rumah, bergilir.\n"
     "\n"
     "aturan 2 \"kewajiban di rumah\"\n"
     "(1) Pegawai di rumah wajib melapor setiap hari kerja kepada atasan "
     "langsung, melalui aplikasi, WhatsApp atau telepon.\n"
     "(2) Pegawai di rumah wajib dapat dihubungi pada jam kerja.\n"
     "(3) Pegawai di rumah boleh dipanggil ke kantor.\n"
     "(4) Pegawai yang dipanggil wajib hadir di kantor.\n"
     "(5) Pegawai di rumah dilarang meninggalkan rumah, kecuali untuk "
     "pemeriksaan kesehatan, keselamatan atau pangan.\n"
     "(6) Pegawai di rumah dilarang bepergian ke luar kota.\n"
     "(7) Pegawai di rumah wajib melaksanakan tugas dari atasan langsung.\n"
     "(8) Pegawai di rumah wajib mengikuti pengumuman unit kerja.\n"
     "\n"
     "aturan 3 \"pengawasan dan layanan\"\n"
     "(1) Atasan langsung wajib memeriksa laporan.\n"
     "(2) Kepala perangkat daerah wajib mengawasi pegawai di rumah dan di "
     "kantor.\n"
     "(3) Layanan masyarakat wajib tetap berjalan.\n"
     "(4) Rapat tatap muka dibatasi untuk keperluan sangat mendesak, dengan "
     "persetujuan kepala perangkat daerah.\n"
     "(5) Perjalanan dinas dibatasi untuk prioritas mendesak, dengan "
     "persetujuan kepala perangkat daerah.\n"
     "(6) Jika ada kasus positif pada suatu unit kerja: unit kerja itu ditutup "
     "selama 3 hari kalender sejak penetapan penutupan.\n"                                            },
};
