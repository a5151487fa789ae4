/* SPDX-License-Identifier: Apache-2.0 */
#include "app/journal.h"

#include "app/load.h"

enum { HEAD_MOST = 1 << 16 };

static bool governments(Arena *arena, Store *store, Str asked, Str **out,
                        size_t *count, Err *err)
{
    if (asked.len == 0) return store_governments(store, arena, out, count, err);
    Str *one = NEW(arena, Str, 1);
    *one = asked;
    *out = one;
    *count = 1;
    return true;
}

/* ---- kept heads --------------------------------------------------------- */

/* "tk-journal GOVERNMENT NUMBER HEAD SIGNATURE" */
static Str government_of(Str line)
{
    Str word = {0};
    Str code = {0};
    bool named = str_next(&line, ' ', &word) && str_next(&line, ' ', &code);
    return named ? code : STR("");
}

static bool check_line(Arena *arena, Store *store, Str line, JournalSeen *seen,
                       size_t count, Err *err)
{
    Str government = government_of(line);
    for (size_t i = 0; i < count; i++) {
        bool stands = false;
        if (!str_is(seen[i].government, government)) continue;
        if (!store_head_stands(store, arena, government, line, &stands, err))
            return false;
        seen[i].head_stands =
            stands && (!seen[i].head_asked || seen[i].head_stands);
        seen[i].head_asked = true;
        return true;
    }
    Str shown = str_slice(line, 0, 60);
    (void)FAIL(err, ERR_INPUT,
               "'%.*s' is no head of the journals that are asked about",
               STR_ARG(shown));
    return err_id(err, "'%.*s' bukan kepala jurnal yang ditanyakan",
                  STR_ARG(shown));
}

static bool check_heads(Arena *arena, Store *store, const char *path,
                        JournalSeen *seen, size_t count, Err *err)
{
    Str text = {0};
    Str line = {0};
    size_t lines = 0;
    if (!file_read(arena, path, HEAD_MOST, &text, err)) return false;
    while (str_next(&text, '\n', &line)) {
        line = str_trim(line);
        if (line.len == 0) continue;
        if (!check_line(arena, store, line, seen, count, err)) return false;
        lines++;
    }
    if (lines > 0) return true;
    (void)FAIL(err, ERR_INPUT, "'%s' holds no head", path);
    return err_id(err, "'%s' tidak berisi kepala jurnal", path);
}

/* ---- verify ------------------------------------------------------------- */

bool journal_verify(Arena *arena, Store *store, const JournalWish *wish,
                    JournalSeen **out, size_t *count, Err *err)
{
    Str *codes = NULL;
    size_t n = 0;
    if (!governments(arena, store, wish->government, &codes, &n, err))
        return false;
    JournalSeen *seen = NEW(arena, JournalSeen, n + 1);
    for (size_t i = 0; i < n; i++) {
        seen[i].government = codes[i];
        if (!store_verify(store, arena, codes[i], &seen[i].state, err))
            return false;
    }
    if (wish->head != NULL &&
        !check_heads(arena, store, wish->head, seen, n, err))
        return false;
    *out = seen;
    *count = n;
    return true;
}

bool journal_is_sound(const JournalSeen *seen)
{
    return seen->state.fault.len == 0 &&
           (!seen->head_asked || seen->head_stands);
}

bool journal_heads(Arena *arena, Store *store, Str government, Buf *out,
                   Err *err)
{
    Str *codes = NULL;
    size_t count = 0;
    if (!governments(arena, store, government, &codes, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        Str head = {0};
        if (!store_head(store, arena, codes[i], &head, err)) return false;
        buf_put(out, str_trim(head));
        buf_char(out, '\n');
    }
    return true;
}

/* ---- show --------------------------------------------------------------- */

typedef struct {
    Buf *out;
    Lang lang;
} Show;

static void put_instant(Instant at, Buf *out)
{
    char day[DATE_TEXT];
    int minute = zone_minute(ZONE_WIB, at);
    buf_format(out, "%s %02d.%02d WIB", date_iso(zone_day(ZONE_WIB, at), day),
               minute / 60, minute % 60);
}

/* The file; and of facts that were loaded with their times, how many. */
static void put_stored(Buf *out, Lang lang, const Fact *fact)
{
    if (data_is_berkas(fact)) buf_format(out, "  %.*s", STR_ARG(fact->thing));
    if (!load_keeps_receipts(fact)) return;
    buf_format(out,
               lang == LANG_ID ? "  %.*s, %d fakta dengan waktu diterimanya"
                               : "  %.*s, %d facts with their times of receipt",
               STR_ARG(fact->thing), fact->number);
}

static bool show_one(void *context, uint64_t number, const Fact *fact, Err *err)
{
    const Show *show = context;
    Buf *out = show->out;
    char text[FACT_ID_TEXT];
    char day[DATE_TEXT];
    (void)err;
    buf_format(out, "%llu  ", (unsigned long long)number);
    put_instant(fact->received, out);
    buf_format(out, "  %.*s: %.*s", STR_ARG(fact->actor),
               STR_ARG(fact_kind_word(fact->kind, show->lang)));
    if (fact->word.len > 0) buf_format(out, " %.*s", STR_ARG(fact->word));
    if (fact->person.len > 0) buf_format(out, "  %.*s", STR_ARG(fact->person));
    if (fact->unit.len > 0) buf_format(out, "  %.*s", STR_ARG(fact->unit));
    buf_format(out, "  %s  %s", date_iso(fact->day, day),
               fact_id_text(fact->id, text));
    if (!fact_id_none(fact->about))
        buf_format(out, " -> %s", fact_id_text(fact->about, text));
    put_stored(out, show->lang, fact);
    buf_char(out, '\n');
    return buf_ok(out);
}

bool journal_show(Arena *arena, Store *store, Str government, uint64_t from,
                  Lang lang, Buf *out, Err *err)
{
    Str *codes = NULL;
    size_t count = 0;
    Show show = {out, lang};
    if (!governments(arena, store, government, &codes, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        FactQuery query = {.government = codes[i],
                           .days = WINDOW_ALL,
                           .after = from > 0 ? from - 1 : 0};
        buf_format(out, "%.*s\n", STR_ARG(codes[i]));
        if (!store_facts(store, arena, &query, show_one, &show, err))
            return false;
    }
    return true;
}
