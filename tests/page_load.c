/* SPDX-License-Identifier: Apache-2.0 */
#include "page_load.h"

#include "harness.h"
#include "http/gzip.h"
#include "web/site.h"

size_t page_load_asset(const HttpPressed *bytes)
{
    return bytes->gzip.len > 0 ? bytes->gzip.len : bytes->plain.len;
}

static bool is_script(const AssetRow *asset)
{
    return str_ends(str_of(asset->base), STR(".js"));
}

static bool add_asset(PageLoad *load, const AssetRow *asset)
{
    for (size_t i = 0; i < load->count; i++) {
        if (load->seen[i] == asset) return false;
    }
    CHECK(load->count < COUNT(load->seen));
    load->seen[load->count++] = asset;
    if (is_script(asset))
        load->scripts += page_load_asset(&asset->bytes);
    else
        load->rest += page_load_asset(&asset->bytes);
    return true;
}

Str page_load_named(Str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.ptr[end] != '"' && text.ptr[end] != '\'')
        end++;
    return str_slice(text, at, end);
}

/* Each /aset/... that a text names, and what those name in their turn: a name
 * that changes with its bytes. */
static void follow(PageLoad *load, Str text)
{
    const Str folder = STR("/aset/");
    size_t at = 0;
    while ((at = str_find(text, folder, at)) != SIZE_MAX) {
        at += folder.len;
        Str name = page_load_named(text, at);
        if (name.len == 0) continue; /* the worker's question for the folder */
        const AssetRow *asset = asset_find(name);
        EXPECT(asset != NULL && str_is(str_of(asset->name), name));
        if (asset != NULL && add_asset(load, asset))
            follow(load, asset->bytes.plain);
    }
}

static size_t pressed(WebWorld *w, const WebAnswer *file)
{
    Str text = file->body;
    Gzip *gzip = gzip_open(w->arena);
    bool kept = str_find(file->answer->cache, STR("immutable"), 0) != SIZE_MAX;
    Str out = gzip_press(gzip, w->arena, text, kept ? GZIP_WELL : GZIP_QUICKLY);
    gzip_close(gzip);
    return out.len > 0 ? out.len : text.len;
}

/* The outbox brings its service worker along. */
static void follow_worker(PageLoad *load)
{
    const AssetRow *worker = asset_find(STR("sw.js"));
    for (size_t i = 0; i < load->count; i++) {
        if (!str_is(str_of(load->seen[i]->base), STR("kotak.js"))) continue;
        if (add_asset(load, worker)) follow(load, worker->bytes.plain);
        return;
    }
}

/* The government's own colour and crest, made by the server. */
static size_t theme(WebWorld *w, Str page)
{
    size_t sum = 0;
    const Str mark = STR("\"/tema/");
    for (size_t at = 0; (at = str_find(page, mark, at)) != SIZE_MAX; at++) {
        WebAnswer file =
            web_world_get(w, str_c(w->arena, page_load_named(page, at + 1)));
        EXPECT_INT(file.status, 200);
        sum += pressed(w, &file);
    }
    return sum;
}

size_t page_load_colours(WebWorld *w, Str page)
{
    size_t at =
        str_find(page, STR("<link rel=\"stylesheet\" href=\"/tema/"), 0);
    if (at == SIZE_MAX) return 0;
    at = str_find(page, STR("/tema/"), at);
    WebAnswer file =
        web_world_get(w, str_c(w->arena, page_load_named(page, at)));
    return pressed(w, &file);
}

PageLoad page_load_of(WebWorld *w, const WebAnswer *page)
{
    PageLoad load = {.world = w, .html = pressed(w, page)};
    WebAnswer manifest = web_world_get(w, "/manifest.webmanifest");
    load.rest = pressed(w, &manifest) + theme(w, page->body);
    follow(&load, page->body);
    follow(&load, manifest.body);
    follow_worker(&load);
    return load;
}

size_t page_load_first(const PageLoad *load)
{
    return load->html + load->scripts + load->rest;
}

size_t page_load_routes(const Route *out[PAGE_ROUTES_MOST])
{
    size_t tables = 0, count = 0;
    const RouteTable *all = site_tables(&tables);
    for (size_t t = 0; t < tables; t++) {
        for (size_t i = 0; i < all[t].count; i++) {
            const Route *route = &all[t].at[i];
            if (route->method != HTTP_GET || route->data) continue;
            CHECK(count < PAGE_ROUTES_MOST);
            out[count++] = route;
        }
    }
    return count;
}
