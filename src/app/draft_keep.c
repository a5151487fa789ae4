/* SPDX-License-Identifier: Apache-2.0 */
#include "app/draft_keep.h"

#include "app/draft_text.h"
#include "base/num.h"

#define KIND STR("rancangan")

enum { PART = 15 * 1024, TRIES = 8, PARTS_MOST = 64 };

/* ---- keys ---------------------------------------------------------------- */

static Str key_of(Arena *arena, const Register *r, UnitId unit, Window month)
{
    Civil c = date_civil(month.first);
    return str_format(arena, "%.*s|%04d-%02d",
                      STR_ARG(r->units[unit.index].code), c.year, c.month);
}

static Str part_key(Arena *arena, Str key, uint32_t part)
{
    return str_format(arena, "%.*s|%u", STR_ARG(key), part + 1);
}

/* ---- reading ------------------------------------------------------------- */

/* "7 2": version, parts. */
static bool parse_main(Str body, uint32_t *version, uint32_t *parts)
{
    Str first, second;
    int64_t v = 0, n = 0;
    if (!str_next(&body, ' ', &first) || !str_next(&body, ' ', &second) ||
        !num_is(first, 1, INT32_MAX, &v) || !num_is(second, 0, PARTS_MOST, &n))
        return false;
    *version = (uint32_t)v;
    *parts = (uint32_t)n;
    return true;
}

static bool damaged(Str key, Err *err)
{
    (void)FAIL(err, ERR_IO, "the kept draft '%.*s' is damaged", STR_ARG(key));
    return err_id(err, "rancangan '%.*s' rusak", STR_ARG(key));
}

typedef struct {
    Store *store;
    Arena *arena;
    Str government, key;
} Shelf;

static bool read_main(const Shelf *s, Draft *draft, Err *err)
{
    Str body = {0};
    bool found = false;
    draft->version = draft->parts = 0;
    if (!store_kept(s->store, s->arena, s->government, KIND, s->key, &body,
                    &found, err))
        return false;
    if (!found) return true;
    return parse_main(body, &draft->version, &draft->parts) ||
           damaged(s->key, err);
}

/* *whole false: somebody wrote meanwhile. */
static bool read_part(const Shelf *s, const Draft *draft, uint32_t part,
                      Buf *text, bool *whole, Err *err)
{
    Str body = {0}, first;
    int64_t version = 0;
    bool found = false;
    Str key = part_key(s->arena, s->key, part);
    if (!store_kept(s->store, s->arena, s->government, KIND, key, &body, &found,
                    err))
        return false;
    *whole = found && str_next(&body, '\n', &first) &&
             num_is(first, 1, INT32_MAX, &version) && version == draft->version;
    if (*whole) buf_put(text, body);
    return true;
}

static bool read_text(const Shelf *s, Draft *draft, Str *out, bool *whole,
                      Err *err)
{
    Buf text = buf_in(s->arena);
    *whole = true;
    if (!read_main(s, draft, err)) return false;
    for (uint32_t p = 0; p < draft->parts && *whole; p++) {
        if (!read_part(s, draft, p, &text, whole, err)) return false;
    }
    *out = buf_str(&text);
    return true;
}

bool draft_open(Arena *arena, const LiveView *view, UnitId unit, Window month,
                Draft *out, Err *err)
{
    const Register *r = &view->office->r;
    Draft draft = draft_none(arena, r, unit, month);
    Shelf shelf = {live_store(view->live), arena, view->office->government.code,
                   key_of(arena, r, draft.unit, month)};
    Str text = {0};
    bool whole = false;
    for (int i = 0; i < TRIES && !whole; i++) {
        if (!read_text(&shelf, &draft, &text, &whole, err)) return false;
    }
    if (!whole) return damaged(shelf.key, err);
    if (!draft_read(text, r, &draft, err)) return false;
    *out = draft;
    return true;
}

/* ---- writing ------------------------------------------------------------- */

/* Cut at the end of a line, or where it must be, between characters. */
static size_t piece_of(Str text)
{
    size_t end = PART;
    if (text.len <= end) return text.len;
    size_t cut = end;
    while (cut > 0 && text.ptr[cut - 1] != '\n')
        cut--;
    if (cut > 0) return cut;
    while (end > 0 && ((unsigned char)text.ptr[end] & 0xc0) == 0x80)
        end--;
    return end;
}

typedef struct {
    Arena *arena;
    Str key;
    VEC(KeepPut) puts;
    uint32_t parts;
} Keeping;

static void put(Keeping *k, Str key, Str body)
{
    VEC_PUSH(k->arena, &k->puts, ((KeepPut){KIND, key, body}));
}

static void put_parts(Keeping *k, Str text, uint32_t version)
{
    while (text.len > 0) {
        size_t end = piece_of(text);
        Str piece = str_slice(text, 0, end);
        put(k, part_key(k->arena, k->key, k->parts++),
            str_format(k->arena, "%u\n%.*s", version, STR_ARG(piece)));
        text = str_slice(text, end, text.len);
    }
}

static DraftKeeps keeps_of(const Draft *draft, const Register *r, Str text)
{
    Keeping k = {.arena = draft->arena,
                 .key = key_of(draft->arena, r, draft->unit, draft->days)};
    put_parts(&k, text, draft->version);
    for (uint32_t p = k.parts; p < draft->parts; p++)
        put(&k, part_key(k.arena, k.key, p), STR(""));
    put(&k, k.key,
        text.len == 0 ? STR("")
                      : str_format(k.arena, "%u %u", draft->version, k.parts));
    return (DraftKeeps){k.puts.at, (uint32_t)k.puts.count};
}

DraftKeeps draft_keeps(const Draft *draft, const Register *r)
{
    Buf text = buf_in(draft->arena);
    draft_write(draft, r, &text);
    return keeps_of(draft, r, buf_str(&text));
}

DraftKeeps draft_keeps_none(const Draft *draft, const Register *r)
{
    return keeps_of(draft, r, STR(""));
}

/* ---- the guard ----------------------------------------------------------- */

DraftSeen draft_seen(Arena *arena, const LiveView *view, const Draft *draft,
                     uint32_t version)
{
    const Office *office = view->office;
    return (DraftSeen){arena, office->government.code,
                       key_of(arena, &office->r, draft->unit, draft->days),
                       version};
}

bool draft_seen_holds(Store *store, void *seen, Err *err)
{
    DraftSeen *s = seen;
    Shelf shelf = {store, s->arena, s->government, s->key};
    Draft now = {0};
    if (!read_main(&shelf, &now, err)) return false;
    if (now.version == s->version) return true;
    (void)FAIL(err, ERR_STALE, "the draft was changed meanwhile");
    return err_id(err, "rancangan ini baru saja diubah");
}
