/* SPDX-License-Identifier: Apache-2.0 */
/*
 * page_load.h - how many bytes a page of a WebWorld costs, pressed as the
 * server presses it: the page itself, and every file of ours that it names, or
 * that those name in their turn.
 */
#pragma once

#include "web/asset.h"
#include "web_world.h"

typedef struct {
    WebWorld *world;
    const AssetRow *seen[32];
    size_t count;
    size_t html, scripts, rest; /* bytes */
} PageLoad;

PageLoad page_load_of(WebWorld *w, const WebAnswer *page);
/* Where nothing is kept of an earlier page. */
size_t page_load_first(const PageLoad *load);

size_t page_load_asset(const HttpPressed *bytes);
/* Of the government's own style that the page names, or 0. */
size_t page_load_colours(WebWorld *w, Str page);

/* From there until a quote. */
Str page_load_named(Str text, size_t at);

enum { PAGE_ROUTES_MOST = 512 };
/* The rows of the route table that answer with pages, in its order. */
size_t page_load_routes(const Route *out[PAGE_ROUTES_MOST]);
