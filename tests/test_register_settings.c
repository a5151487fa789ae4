/*
 * test_register_settings.c - government.conf.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "register/settings.h"
#include "tables.h"

#define WHOLE                                          \
    "kode = kotim;\n"                                  \
    "nama = \"Pemerintah Kabupaten \\\"Kotim\\\"\";\n" \
    "wilayah = Kabupaten Kotawaringin Timur;\n"        \
    "jenis: kabupaten\n"                               \
    "zona WIB; # Waktu Indonesia Barat\n"

FACT(settings_are_read_in_all_their_spellings)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Diags diags = diags_in(tmp);
    Government g = {0};
    Source file = {STR("government.conf"),
                   STR("\xef\xbb\xbf# contoh\n" WHOLE "/* dua\nbaris */\n"
                       "warna = \"#0b5c7a\"; lambang = kotim.png;\n")};
    EXPECT(settings_read(tmp, &file, &g, &diags));
    EXPECT_COUNT(diags.list.count, 0);
    EXPECT_STR(g.code, "kotim");
    EXPECT_STR(g.name, "Pemerintah Kabupaten \"Kotim\"");
    EXPECT_STR(g.area, "Kabupaten Kotawaringin Timur");
    EXPECT_STR(g.kind, "kabupaten");
    EXPECT_STR(g.colour, "#0b5c7a");
    EXPECT_STR(g.crest, "kotim.png");
    EXPECT_STR(g.board, "");
    EXPECT_INT(g.zone, ZONE_WIB);
}

FACT(people_are_made_up_only_where_the_settings_say_so)
{
    static const struct {
        const char *line;
        bool demo;
        int faults;
    } rows[] = {
        {"",                       false, 0},
        {"peragaan = tidak;\n",    false, 0},
        {"peragaan = ya;\n",       true,  0},
        {"peragaan = yes;\n",      false, 1},
        {"sandi_campuran = ya;\n", false, 0},
        {"sandi_campuran = ja;\n", false, 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        Diags diags = diags_in(tmp);
        Government g = {0};
        Str text = str_format(tmp, WHOLE "%s", rows[i].line);
        Source file = {STR("government.conf"), text};
        ROW("%s", rows[i].line);
        EXPECT(settings_read(tmp, &file, &g, &diags) == (rows[i].faults == 0));
        EXPECT(g.demo == rows[i].demo);
        EXPECT(g.mixed_passwords ==
               str_is(text, STR(WHOLE "sandi_campuran = ya;\n")));
        EXPECT_COUNT(diags.list.count, rows[i].faults);
    }
}

FACT(an_unknown_key_is_a_warning_with_the_nearest)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Diags diags = diags_in(tmp);
    Government g = {0};
    Source file = {STR("government.conf"), STR(WHOLE "lambnag = a.png;\n")};
    EXPECT(settings_read(tmp, &file, &g, &diags));
    if (!EXPECT_COUNT(diags.list.count, 1)) return;
    EXPECT_STR(diags.list.at[0].id, "setelan-03");
    EXPECT_INT(diags.list.at[0].level, DIAG_WARNING);
    EXPECT_HAS(diags.list.at[0].advice[LANG_ID], "lambang");
}

FACT(hours_are_the_usual_ones_unless_said)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Diags diags = diags_in(tmp);
    Government g = {0}, blank = {0};
    Source file = {STR("government.conf"),
                   STR(WHOLE "jam_masuk = 08.00; jam_pulang_jumat = \"11:30\";"
                             "waktu_jawab = 30;\n")};
    EXPECT_INT(register_hours(&blank).begins, 450);
    EXPECT(settings_read(tmp, &file, &g, &diags));
    EXPECT(diags.list.count == 0);
    WorkHours h = register_hours(&g);
    EXPECT_INT(h.begins, 480);
    EXPECT_INT(h.ends, 960);
    EXPECT_INT(h.ends_friday, 690);
    EXPECT_INT(h.report_due, 1200);
    EXPECT_INT(h.answer_within, 30);
}

/* The settings, the fault, and the text that it points at. */
static const struct {
    const char *text, *id, *at;
} refused[] = {
    {WHOLE "catatan = \"tanpa akhir\n", "setelan-01", "\"tanpa akhir"},
    {WHOLE "zona = WITB;\n",            "setelan-02", "WITB"         },
    {WHOLE "kota { nama = x; }\n",      "setelan-04", "kota {"       },
    {WHOLE "= x;\n",                    "setelan-04", ""             },
    {WHOLE "lambang = ;\n",             "setelan-05", "lambang"      },
    {WHOLE "warna = #0b5c7a;\n",        "setelan-05", "warna"        },
    {WHOLE "warna = biru;\n",           "setelan-07", "biru"         },
    {WHOLE "warna = \"#777777\";\n",    "setelan-09", "#777777"      },
    {WHOLE "jam_masuk = pagi;\n",       "setelan-08", "pagi"         },
    {WHOLE "jam_masuk = 25.00;\n",      "setelan-08", "25.00"        },
    {WHOLE "jam_pulang = 1600;\n",      "setelan-08", "1600"         },
    {WHOLE "waktu_jawab = 15.00;\n",    "setelan-08", "15.00"        },
    {WHOLE "waktu_jawab = 0;\n",        "setelan-08", "0"            },
    {"",                                "setelan-06", ""             },
};

FACT(faulty_settings_are_refused)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        Diags diags = diags_in(tmp);
        Government g = {0};
        Source file = {STR("government.conf"), str_of(refused[i].text)};
        ROW("%s", refused[i].text);
        EXPECT(!settings_read(tmp, &file, &g, &diags));
        EXPECT(g.name.ptr == NULL);
        if (!EXPECT(diags.list.count > 0)) continue;
        const Diag *diag = &diags.list.at[0];
        EXPECT_STR(diag->id, refused[i].id);
        if (refused[i].at[0] != '\0')
            EXPECT_STR(str_slice(file.text, diag->span.from, diag->span.to),
                       refused[i].at);
    }
}

FACT(a_colour_that_is_too_pale_is_refused_with_its_ratio)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Diags diags = diags_in(tmp);
    Government g = {0};
    Source file = {STR("government.conf"), STR(WHOLE "warna = \"#8fb4c4\";\n")};
    EXPECT(!settings_read(tmp, &file, &g, &diags));
    if (!EXPECT_COUNT(diags.list.count, 1)) return;
    EXPECT_STR(diags.list.at[0].said[LANG_ID],
               "warna terlalu pucat: kontrasnya dengan putih 2,21 banding 1, "
               "paling sedikit 4,50");
}
