/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From a method and a path to a row of the table; addresses to go back to.
 */
#include "door/address.h"
#include "door/route.h"
#include "harness.h"

static void handler(Visit *visit)
{
    (void)visit;
}

static const Route rows[] = {
    ROUTE(GET, "/", ANYBODY, NO_FIELDS, handler, "root"),
    ROUTE(GET, "/jadwal/{bulan}", SIGNED_IN, NO_FIELDS, handler, "month"),
    ROUTE(GET, "/jadwal/saya", SIGNED_IN, NO_FIELDS, handler, "mine"),
    ROUTE(POST, "/jadwal/{bulan}/sel", SIGNED_IN, NO_FIELDS, handler, "cells"),
    ROUTE(GET, "/jadwal/{bulan}/{orang}/{tgl}", SIGNED_IN, NO_FIELDS, handler,
          "cell"),
};
static const RouteTable table = {rows, COUNT(rows)};

static const struct {
    HttpMethod method;
    const char *path, *title; /* NULL: none */
    bool known;
} cases[] = {
    {HTTP_GET,  "/",                             "root",  true },
    {HTTP_GET,  "/jadwal/2020-08",               "month", true },
    {HTTP_GET,  "/jadwal/saya",                  "mine",  true },
    {HTTP_GET,  "/jadwal/2020-08/B1/2020-08-03", "cell",  true },
    {HTTP_POST, "/jadwal/2020-08/sel",           "cells", true },
    {HTTP_GET,  "/jadwal/2020-08/sel",           NULL,    true },
    {HTTP_POST, "/",                             NULL,    true },
    {HTTP_GET,  "/jadwal",                       NULL,    false},
    {HTTP_GET,  "/jadwal/",                      NULL,    false},
    {HTTP_GET,  "/jadwal/saya/",                 NULL,    false},
    {HTTP_GET,  "//jadwal/saya",                 NULL,    false},
    {HTTP_GET,  "/JADWAL/saya",                  NULL,    false},
};

FACT(a_row_is_found_and_the_plainer_one_wins)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        RouteFound found =
            route_find(tmp, &table, 1, cases[i].method, str_of(cases[i].path));
        ROW("%s", cases[i].path);
        EXPECT_INT(found.path_known, cases[i].known);
        EXPECT_INT(found.route != NULL, cases[i].title != NULL);
        if (found.route != NULL) EXPECT_STR(found.route->title, cases[i].title);
    }
}

FACT(parts_of_the_path_have_names)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    RouteFound found = route_find(tmp, &table, 1, HTTP_GET,
                                  STR("/jadwal/2020-08/B1/2020-08-03"));
    EXPECT_INT((int64_t)found.parts.count, 3);
    EXPECT_STR(http_first(&found.parts, STR("orang")), "B1");
    EXPECT_STR(http_first(&found.parts, STR("tgl")), "2020-08-03");
}

FACT(another_method_is_told_which_are_taken)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    RouteFound found =
        route_find(tmp, &table, 1, HTTP_PUT, STR("/jadwal/2020-08/sel"));
    EXPECT(found.route == NULL);
    EXPECT_INT(found.allowed, 1U << HTTP_POST);
}

static const struct {
    const char *given, *want;
} backs[] = {
    {"/jadwal/saya",     "/jadwal/saya"  },
    {"/loket?q=pajak",   "/loket?q=pajak"},
    {"",                 "/"             },
    {"jadwal",           "/"             },
    {"//jahat.example",  "/"             },
    {"/\\jahat.example", "/"             },
    {"https://jahat",    "/"             },
    {"/a b",             "/"             },
    {"/a\nb",            "/"             },
};

FACT(one_goes_back_to_pages_of_ours_only)
{
    for (size_t i = 0; i < COUNT(backs); i++) {
        ROW("%s", backs[i].given);
        EXPECT_STR(address_back(str_of(backs[i].given)), backs[i].want);
    }
}

FACT(parts_of_addresses_are_encoded)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    EXPECT_STR(address_part(tmp, STR("800/0437 é&=~")),
               "800%2F0437%20%C3%A9%26%3D~");
}
