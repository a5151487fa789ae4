/* SPDX-License-Identifier: Apache-2.0 */
#include "door/route.h"

typedef VEC(HttpPair) Parts;

/* "{bulan}" of the pattern takes the segment. */
static bool segment_fits(Arena *arena, Str pattern, Str segment, Parts *parts)
{
    if (!str_starts(pattern, STR("{"))) return str_is(pattern, segment);
    if (segment.len == 0) return false;
    HttpPair part = {str_slice(pattern, 1, pattern.len - 1), segment};
    VEC_PUSH(arena, parts, part);
    return true;
}

/* Most patterns differ from the path before their first variable segment, and
 * most of these in the letter behind the slash; each request asks all of them,
 * so nothing is measured first. */
static bool begins_alike(const char *pattern, Str path)
{
    size_t at = 0;
    if (path.len > 1 && pattern[0] == '/' && pattern[1] != path.ptr[1] &&
        pattern[1] != '{')
        return false;
    while (at < path.len && pattern[at] != '\0' && pattern[at] != '{' &&
           pattern[at] == path.ptr[at])
        at++;
    return pattern[at] == '{' || (pattern[at] == '\0' && at == path.len);
}

static bool path_fits(Arena *arena, Str pattern, Str path, Parts *parts)
{
    Str one, other;
    while (str_next(&pattern, '/', &one)) {
        if (!str_next(&path, '/', &other) ||
            !segment_fits(arena, one, other, parts))
            return false;
    }
    return path.len == 0;
}

static bool is_better(const RouteFound *found, const Parts *parts)
{
    return found->route == NULL || parts->count < found->parts.count;
}

static void try_route(Arena *arena, const Route *route, HttpMethod method,
                      Str path, RouteFound *found)
{
    Parts parts = {0};
    if (!begins_alike(route->path, path) ||
        !path_fits(arena, str_of(route->path), path, &parts))
        return;
    found->path_known = true;
    found->allowed |= 1U << route->method;
    if (route->method != method || !is_better(found, &parts)) return;
    found->route = route;
    found->parts = (HttpPairs){parts.at, parts.count};
}

/* A slash at the end names another path, which nothing has. */
RouteFound route_find(Arena *arena, const RouteTable *tables, size_t count,
                      HttpMethod method, Str path)
{
    RouteFound found = {0};
    if (path.len > 1 && str_ends(path, STR("/"))) return found;
    for (size_t t = 0; t < count; t++) {
        for (size_t i = 0; i < tables[t].count; i++)
            try_route(arena, &tables[t].at[i], method, path, &found);
    }
    return found;
}
