/* SPDX-License-Identifier: Apache-2.0 */
#include "web/files.h"

#include "base/json.h"
#include "door/visit.h"
#include "web/asset.h"

static const FieldRule file_fields[] = {
    {"berkas", N_("File"), FIELD_CODE, .needed = true, .most = 100},
};

static void send(Visit *v, const AssetRow *asset, const char *cache)
{
    v->answer->type = asset_type(asset);
    v->answer->pressed = &asset->bytes;
    v->answer->cache = str_of(cache);
    v->answer->etag = str_format(v->arena, "\"%s\"", asset->name);
}

/* By the name that holds a digest, for ever. */
static void show_file(Visit *v)
{
    const AssetRow *asset = asset_find(visit_field(v, "berkas")->text);
    if (asset == NULL || str_ends(str_of(asset->base), STR(".mo"))) {
        visit_refuse_with(v, ERR_ABSENT, "berkas itu tidak ada",
                          "there is no such file");
        return;
    }
    bool lasting = !str_is(str_of(asset->base), visit_field(v, "berkas")->text);
    send(v, asset,
         lasting ? "public, max-age=31536000, immutable" : "no-cache");
}

/* Its path says for which pages it works. */
static void show_worker(Visit *v)
{
    const AssetRow *asset = asset_find(STR("sw.js"));
    CHECK(asset != NULL);
    send(v, asset, "no-cache");
}

static void show_manifest(Visit *v)
{
    Json json = json_in(&v->answer->body);
    json_open(&json, NULL, '{');
    json_text(&json, "name", STR("Tata Kerja"));
    json_text(&json, "short_name", STR("Tata Kerja"));
    json_text(&json, "start_url", STR("/"));
    json_text(&json, "display", STR("standalone"));
    json_text(&json, "lang", STR("id"));
    json_text(&json, "background_color", STR("#f5f5f1"));
    json_text(&json, "theme_color", STR("#c3202b"));
    json_open(&json, "icons", '[');
    json_open(&json, NULL, '{');
    json_text(&json, "src", asset_path(v->arena, "lambang.svg"));
    json_text(&json, "sizes", STR("any"));
    json_text(&json, "type", STR("image/svg+xml"));
    json_close(&json);
    json_close(&json);
    json_close(&json);
    CHECK(json_done(&json));
    v->answer->type = STR("application/manifest+json; charset=utf-8");
    v->answer->cache = STR("public, max-age=3600");
}

static const Route routes[] = {
    ROUTE(GET, "/aset/{berkas}", ANYBODY, ROUTE_FIELDS(file_fields), show_file,
          "File"),
    ROUTE(GET, "/sw.js", ANYBODY, NO_FIELDS, show_worker, "Service worker"),
    ROUTE(GET, "/manifest.webmanifest", ANYBODY, NO_FIELDS, show_manifest,
          "Manifest"),
};

const RouteTable files_routes = {routes, COUNT(routes)};
