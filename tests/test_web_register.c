/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_register.c - B6: people of the register, and what is told of one.
 * Kota Contoh, see web_world.h.
 */
#include "harness.h"
#include "web_world.h"

FACT(the_register_is_for_the_board_and_administrators)
{
    static const struct {
        const char *who;
        int status;
    } rows[] = {
        {"P1", 200},
        {"P0", 200},
        {"A",  403},
        {"H",  403},
        {"O1", 403},
    };
    WebWorld *w = web_world_open("mayregister");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].who);
        web_world_as(w, rows[i].who);
        EXPECT_INT(web_world_get(w, "/pegawai").status, rows[i].status);
        EXPECT_INT(web_world_get(w, "/pegawai/A").status, rows[i].status);
    }
    web_world_as(w, "P1");
    EXPECT_INT(web_world_get(w, "/pegawai/tiada").status, 404);
    web_world_close(w);
}

FACT(people_are_found_by_part_of_a_name_by_code_and_by_unit)
{
    static const struct {
        const char *target, *there, *gone;
    } rows[] = {
        {"/pegawai",                            ">Ani<",        NULL       },
        {"/pegawai?cari=an",                    ">Fani<",       ">Budi<"   },
        {"/pegawai?cari=B",                     ">Budi<",       ">Ani<"    },
        {"/pegawai?cari=LOKAL-u1",              ">Umar<",       ">Ani<"    },
        {"/pegawai?cari=196605311993121000",    ">Hadi, S.E.<", ">Ani<"    },
        {"/pegawai?cari=19660531+199312+1+000", ">Hadi, S.E.<", ">Ani<"    },
        {"/pegawai?unit=s1",                    ">Kartika<",    ">Eka<"    },
        {"/pegawai?unit=s1&cari=ani",           ">Ani<",        ">Kartika<"},
    };
    WebWorld *w = web_world_open("search");
    web_world_as(w, "P1");
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].target);
        WebAnswer page = web_world_get(w, rows[i].target);
        web_world_expect_page(&page);
        EXPECT_HAS(page.body, rows[i].there);
        if (rows[i].gone != NULL) EXPECT_LACKS(page.body, rows[i].gone);
    }
    WebAnswer page = web_world_get(w, "/pegawai");
    EXPECT_HAS(page.body, "19 orang");
    EXPECT_HAS(page.body, "Dedi &lt;script&gt;");
    EXPECT_LACKS(page.body, "197806032006031000");
    web_world_close(w);
}

FACT(a_person_s_page_tells_post_superior_account_and_no_reason)
{
    WebWorld *w = web_world_open("person");
    web_world_as(w, "P1");
    WebAnswer head = web_world_get(w, "/pegawai/H");
    web_world_expect_page(&head);
    EXPECT_HAS(head.body, "Kepala Dinas Contoh");
    EXPECT_HAS(head.body, "196605 ****** * 000");
    EXPECT_LACKS(head.body, "196605311993121000");
    WebAnswer staff = web_world_get(w, "/pegawai/A");
    web_world_expect_page(&staff);
    EXPECT_HAS(staff.body, "href=\"/pegawai/K1\">Kartika</a>");
    EXPECT_HAS(staff.body, "belum ada"); /* account */
    EXPECT_HAS(staff.body, "href=\"/akun/A\"");
    EXPECT_HAS(staff.body, "Tercatat sejak 1 Agustus 2020");
    WebAnswer clerk = web_world_get(w, "/pegawai/B");
    EXPECT_HAS(clerk.body, "petugas unit");
    w->lang = "en";
    WebAnswer english = web_world_get(w, "/pegawai/A");
    web_world_expect_page(&english);
    EXPECT_HAS(english.body, "Direct superior");
    web_world_close(w);
}

/* Leave of every kind is told alike. */
FACT(leave_is_told_without_its_kind)
{
    WebWorld *w = web_world_open("leave");
    (void)web_world_say(w, "P1", "cuti",
                        "pegawai=E;mulai=2020-08-04;sampai=2020-08-06;"
                        "kata=sakit");
    web_world_as(w, "P1");
    WebAnswer sick = web_world_get(w, "/pegawai/E");
    WebAnswer leave = web_world_get(w, "/pegawai/C");
    EXPECT_HAS(sick.body, "Cuti <span class=\"mut\">4 Agustus 2020 sampai 6 "
                          "Agustus 2020");
    EXPECT_LACKS(sick.body, "sakit");
    EXPECT_HAS(leave.body, "Cuti <span class=\"mut\">4 Agustus 2020");
    web_world_close(w);
}
