/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_web_theme.c - a government's colour and crest on its pages, and the
 * demonstration that is of none.  Kota Contoh, see web_world.h.
 */
#include "app/office.h"
#include "base/file.h"
#include "harness.h"
#include "store/folder.h"
#include "web/asset.h"
#include "web_world.h"

static Str header_of(const WebAnswer *answer, const char *name, size_t n)
{
    for (size_t i = 0; i < answer->answer->headers.count; i++) {
        const HttpPair *pair = &answer->answer->headers.at[i];
        if (str_folded_is(pair->name, str_of(name)) && n-- == 0)
            return pair->value;
    }
    return STR("");
}

/* The address after that mark in a page, up to the quote. */
static const char *address_in(WebWorld *w, const WebAnswer *page,
                              const char *mark)
{
    size_t at = str_find(page->body, str_of(mark), 0);
    if (at == SIZE_MAX) return "/tidak-ada";
    at = str_find(page->body, STR("/"), at);
    size_t end = str_find(page->body, STR("\""), at);
    return str_c(w->arena, str_slice(page->body, at, end));
}

FACT(pages_have_the_colour_of_their_government)
{
    WebWorld *w = web_world_open("colour");
    WebAnswer page = web_world_get(w, "/loket");
    web_world_expect_page(&page);
    const char *address = address_in(w, &page, "href=\"/tema/");
    EXPECT_HAS(address, "/tema/contoh.");
    WebAnswer style = web_world_get(w, address);
    EXPECT_INT(style.status, 200);
    EXPECT_STR(style.type, "text/css; charset=utf-8");
    EXPECT(str_starts(style.body, asset_find(STR("tk.css"))->bytes.plain));
    EXPECT(str_ends(style.body, STR(":root{--dinas:#0b5c7a;--dinas-d:#074257;"
                                    "--dinas-w:#e6eef1}\n")));
    EXPECT_HAS(style.answer->cache, "immutable");
    EXPECT(str_find(page.body, STR("/aset/tk."), 0) == SIZE_MAX);
    EXPECT_INT(web_world_get(w, "/tema/contoh.0123456789.css").status, 404);
    EXPECT_INT(web_world_get(w, "/tema/lambang.svg").status, 404);
    web_world_close(w);
}

FACT(a_crest_is_served_to_be_seen_only)
{
    WebWorld *w = web_world_open("crest");
    WebAnswer page = web_world_get(w, "/loket");
    const char *address = address_in(w, &page, "alt=\"\" src=\"/tema/");
    WebAnswer crest = web_world_get(w, address);
    EXPECT_INT(crest.status, 200);
    EXPECT_STR(crest.type, "image/svg+xml");
    EXPECT_HAS(crest.body, "<path d=\"M2 2h30v20z\"/>");
    Str first = header_of(&crest, "content-security-policy", 0);
    Str second = header_of(&crest, "content-security-policy", 1);
    EXPECT_HAS(second.len > 0 ? second : first, "default-src 'none'");
    EXPECT_HAS(second.len > 0 ? second : first, "sandbox");
    EXPECT_STR(header_of(&crest, "x-content-type-options", 0), "nosniff");
    web_world_close(w);
}

FACT(a_folder_with_a_hostile_or_missing_crest_is_refused)
{
    static const struct {
        const char *crest, *said;
    } rows[] = {
        {"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
         "lambang memuat onload"                                                         },
        {NULL,                                                              "lambang.svg"},
    };
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    for (size_t i = 0; i < COUNT(rows); i++) {
        Err err = {0};
        Office office = {0};
        const char *name = str_format(tmp, "lambang-%zu", i).ptr;
        const char *folder = file_path(tmp, harness_folder(), name);
        ROW("%zu", i);
        EXPECT(folder_make(folder, true, &err));
        EXPECT(file_write(file_path(tmp, folder, "government.conf"),
                          STR("kode = x;\nnama = \"X\";\nwilayah = X;\n"
                              "jenis = kota;\nzona = WIB;\n"
                              "lambang = lambang.svg;\n"),
                          &err));
        if (rows[i].crest != NULL)
            EXPECT(file_write(file_path(tmp, folder, "lambang.svg"),
                              str_of(rows[i].crest), &err));
        EXPECT(!office_open(tmp, folder, &office, &err));
        EXPECT_INT((int64_t)office.diags.list.count, 1);
        if (office.diags.list.count != 1) continue;
        EXPECT_STR(office.diags.list.at[0].id, "setelan-10");
        EXPECT_HAS(office.diags.list.at[0].said[LANG_ID], rows[i].said);
    }
}

FACT(the_demonstration_is_of_no_one_government)
{
    WebWorld *w = web_world_open("of-all");
    WebAnswer page = web_world_get(w, "/demo");
    web_world_expect_page(&page);
    EXPECT_HAS(page.body, "<div><span>Peragaan</span><b>Tata Kerja</b></div>");
    EXPECT(str_find(page.body, STR("/tema/"), 0) == SIZE_MAX);
    web_world_close(w);
}

/* Whoever plays with passwords shuts no role of the demonstration. */
FACT(failed_tries_do_not_keep_people_from_stepping_in)
{
    WebWorld *w = web_world_open("steps-in");
    web_world_as(w, "H");
    web_world_as(w, NULL);
    w->door.demo_password = STR("sandi uji yang panjang");
    for (int i = 0; i < 3; i++)
        (void)web_world_post(w, "/masuk",
                             "nama=196605311993121000&sandi=bukan+yang+ini");
    EXPECT_INT(web_world_post(w, "/masuk",
                              "nama=196605311993121000&sandi=bukan+yang+ini")
                   .status,
               429);
    WebAnswer in = web_world_post(w, "/demo/masuk", "pemda=contoh&orang=H");
    EXPECT_INT(in.status, 303);
    EXPECT_STR(in.to, "/unit");
    web_world_close(w);
}
