/* SPDX-License-Identifier: Apache-2.0 */
#include "web/asset.h"

const AssetRow *asset_find(Str name)
{
    for (size_t i = 0; i < asset_row_count; i++) {
        if (str_is(str_of(asset_rows[i].name), name) ||
            str_is(str_of(asset_rows[i].base), name))
            return &asset_rows[i];
    }
    return NULL;
}

Str asset_path(Arena *arena, const char *base)
{
    const AssetRow *asset = asset_find(str_of(base));
    CHECK(asset != NULL);
    return str_format(arena, "/aset/%s", asset->name);
}

Str asset_type(const AssetRow *asset)
{
    static const struct {
        const char *ending, *type;
    } types[] = {
        {".css",         "text/css; charset=utf-8"                 },
        {".js",          "text/javascript; charset=utf-8"          },
        {".svg",         "image/svg+xml; charset=utf-8"            },
        {".webmanifest", "application/manifest+json; charset=utf-8"},
    };
    for (size_t i = 0; i < COUNT(types); i++) {
        if (str_ends(str_of(asset->base), str_of(types[i].ending)))
            return str_of(types[i].type);
    }
    return STR("application/octet-stream");
}
