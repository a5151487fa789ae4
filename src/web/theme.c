/* SPDX-License-Identifier: Apache-2.0 */
#include "web/theme.h"

#include "door/visit.h"
#include "register/tint.h"
#include "web/asset.h"

#include <sodium.h>

enum { MARK_BYTES = 5, MARK_TEXT = 11 };

static const FieldRule file_fields[] = {
    {"berkas", N_("File"), FIELD_CODE, .needed = true, .most = 100},
};

/* ---- the style sheet ------------------------------------------------------
 */

static Str colours_of(Arena *arena, const Office *office)
{
    Tint tint;
    char own[TINT_TEXT], dark[TINT_TEXT], wash[TINT_TEXT];
    if (!tint_parse(office->government.colour, &tint)) return STR("");
    Tints all = tint_derive(tint);
    return str_format(arena, ":root{--dinas:%s;--dinas-d:%s;--dinas-w:%s}\n",
                      tint_text(all.own, own), tint_text(all.dark, dark),
                      tint_text(all.wash, wash));
}

/* The sheet of all, its own colours behind it, which win: one file, since on a
 * slow line each that a page waits for is another round trip or two. */
static Str style_of(Arena *arena, const Office *office)
{
    Str all = asset_find(STR("tk.css"))->bytes.plain;
    return str_format(arena, "%.*s%.*s", STR_ARG(all),
                      STR_ARG(colours_of(arena, office)));
}

/* What its bytes are made of, as its name has it: the sheet of all is long, and
 * a page asks for the name only. */
static Str style_made_of(Arena *arena, const Office *office)
{
    Str own = colours_of(arena, office);
    if (own.len == 0) return own;
    return str_format(arena, "%s %.*s", asset_find(STR("tk.css"))->name,
                      STR_ARG(own));
}

/* ---- names ----------------------------------------------------------------
 */

/* "kotim.0123456789.css" */
static Str name_of(Arena *arena, const Office *office, Str bytes,
                   const char *ending)
{
    unsigned char hash[crypto_generichash_BYTES];
    char mark[MARK_TEXT];
    (void)crypto_generichash(hash, sizeof hash,
                             (const unsigned char *)bytes.ptr, bytes.len, NULL,
                             0);
    (void)sodium_bin2hex(mark, sizeof mark, hash, MARK_BYTES);
    return str_format(arena, "%.*s.%s.%s", STR_ARG(office->government.code),
                      mark, ending);
}

static Str path_of(Arena *arena, const Office *office, Str bytes,
                   const char *ending)
{
    if (bytes.len == 0) return STR("");
    Str name = name_of(arena, office, bytes, ending);
    return str_format(arena, "/tema/%.*s", STR_ARG(name));
}

Str theme_style_path(Arena *arena, const Office *office)
{
    return path_of(arena, office, style_made_of(arena, office), "css");
}

Str theme_crest_path(Arena *arena, const Office *office)
{
    return path_of(arena, office, office->crest, "svg");
}

/* ---- serving --------------------------------------------------------------
 */

static void send(Visit *v, Str bytes, const char *type)
{
    v->answer->type = str_of(type);
    v->answer->cache = STR("public, max-age=31536000, immutable");
    buf_put(&v->answer->body, bytes);
}

/* Opened by itself it is a document: it may do nothing then, either. */
static void send_crest(Visit *v, Str bytes)
{
    http_header(v->answer, STR("content-security-policy"),
                STR("default-src 'none'; style-src 'unsafe-inline'; sandbox"));
    send(v, bytes, "image/svg+xml");
}

static bool send_of(Visit *v, const Office *office, Str asked)
{
    Str style = style_made_of(v->arena, office);
    if (style.len > 0 &&
        str_is(asked, name_of(v->arena, office, style, "css"))) {
        send(v, style_of(v->arena, office), "text/css; charset=utf-8");
        return true;
    }
    if (office->crest.len == 0 ||
        !str_is(asked, name_of(v->arena, office, office->crest, "svg")))
        return false;
    send_crest(v, office->crest);
    return true;
}

static void show_file(Visit *v)
{
    Str asked = visit_field(v, "berkas")->text;
    for (size_t i = 0; i < v->view_count; i++) {
        if (send_of(v, v->views[i].office, asked)) return;
    }
    visit_refuse_with(v, ERR_ABSENT, "berkas itu tidak ada",
                      "there is no such file");
}

static const Route routes[] = {
    ROUTE(GET, "/tema/{berkas}", ANYBODY, ROUTE_FIELDS(file_fields), show_file,
          "File"),
};

const RouteTable theme_routes = {routes, COUNT(routes)};
