/* SPDX-License-Identifier: Apache-2.0 */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

enum { LIMIT = 200 };

Diags diags_in(Arena *arena)
{
    return (Diags){.arena = arena, .limit = LIMIT};
}

bool diags_are_full(const Diags *diags)
{
    return diags->list.count >= (diags->limit == 0 ? LIMIT : diags->limit);
}

/* ---- what is quoted   -------------------------------------------------- */

void diag_quote(Diags *diags, Lang lang)
{
    diags->quoting = true;
    diags->quoted = lang;
}

static bool is_letter_at(Str text, size_t at)
{
    unsigned char c = at < text.len ? (unsigned char)text.ptr[at] : 0;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* The next words between quotation marks, not the mark of "letter's". */
static bool next_quoted(Str text, size_t *at, Span *out)
{
    for (size_t from = *at; from < text.len; from++) {
        if (text.ptr[from] != '\'' ||
            (from > 0 && is_letter_at(text, from - 1)))
            continue;
        size_t to = from + 1;
        while (to < text.len &&
               (text.ptr[to] != '\'' || is_letter_at(text, to + 1)))
            to++;
        if (to == text.len) return false;
        *out = (Span){(uint32_t)from + 1, (uint32_t)to};
        *at = to + 1;
        return true;
    }
    return false;
}

static size_t count_quoted(Str text)
{
    size_t count = 0;
    Span span;
    for (size_t at = 0; next_quoted(text, &at, &span);)
        count++;
    return count;
}

/* The text with what the other one quotes, if that is as much. */
static Str quoting_as(Arena *arena, Str text, Str other)
{
    size_t at = 0, at_other = 0, done = 0;
    Span own, its;
    Buf out = buf_in(arena);
    if (count_quoted(text) != count_quoted(other)) return text;
    while (next_quoted(text, &at, &own) &&
           next_quoted(other, &at_other, &its)) {
        buf_put(&out, str_slice(text, done, own.from));
        buf_put(&out, str_slice(other, its.from, its.to));
        done = own.to;
    }
    buf_put(&out, str_slice(text, done, text.len));
    return buf_str(&out);
}

/* Both sentences quote what the text wants. */
static void quote_alike(const Diags *diags, Str both[2])
{
    if (!diags->quoting) return;
    Lang other = diags->quoted == LANG_ID ? LANG_EN : LANG_ID;
    both[other] = quoting_as(diags->arena, both[other], both[diags->quoted]);
}

/* A place, a name and two sentences are seven things.
 * NOLINTNEXTLINE(readability-function-size) */
void diag_add(Diags *diags, DiagLevel level, const char *id,
              const Source *source, Span span, Str said_id, Str said_en)
{
    CHECK(said_id.len > 0 && said_en.len > 0);
    switch (level) {
    case DIAG_NOTE: diags->notes++; break;
    case DIAG_WARNING: diags->warnings++; break;
    case DIAG_ERROR: diags->errors++; break;
    }
    if (diags_are_full(diags)) return;
    Diag diag = {
        .level = level,
        .id = id,
        .source = source,
        .span = span,
        .said = {[LANG_ID] = said_id, [LANG_EN] = said_en},
        .advice = {STR_INIT(""),        STR_INIT("")       },
    };
    quote_alike(diags, diag.said);
    VEC_PUSH(diags->arena, &diags->list, diag);
}

static size_t dropped(const Diags *diags)
{
    return diags->errors + diags->warnings + diags->notes - diags->list.count;
}

void diag_advise(Diags *diags, Str advice_id, Str advice_en)
{
    if (dropped(diags) > 0) return; /* the newest was not kept */
    CHECK(diags->list.count > 0);
    Diag *newest = &diags->list.at[diags->list.count - 1];
    newest->advice[LANG_ID] = advice_id;
    newest->advice[LANG_EN] = advice_en;
    if (advice_id.len > 0 && advice_en.len > 0)
        quote_alike(diags, newest->advice);
}

static size_t clipped(const Source *source, uint32_t offset)
{
    return offset < source->text.len ? offset : source->text.len;
}

static size_t line_start(Str text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n')
        at--;
    return at;
}

/*
 * The width of the code point at a place and whether it may be shown.  Bytes
 * that are no UTF-8, controls, and the marks that turn the direction of
 * writing (with which a line can be made to look like another) may not.
 */
static size_t glyph_at(Str text, size_t at, bool *shown)
{
    unsigned char c = (unsigned char)text.ptr[at];
    size_t width = c < 0xc2 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
    Str glyph = str_slice(text, at, at + width);
    bool whole = glyph.len == width && str_utf8_fault(glyph) == SIZE_MAX;
    bool control = c < ' ' || c == 0x7f ||
                   (c == 0xc2 && whole && (unsigned char)glyph.ptr[1] < 0xa0);
    bool turns = whole && width == 3 &&
                 (str_order(glyph, STR("\xe2\x80\xaa")) >= 0 &&
                  str_order(glyph, STR("\xe2\x80\xae")) <= 0);
    bool isolates = whole && width == 3 &&
                    (str_order(glyph, STR("\xe2\x81\xa6")) >= 0 &&
                     str_order(glyph, STR("\xe2\x81\xa9")) <= 0);
    *shown = whole && !control && !turns && !isolates;
    return whole ? width : 1;
}

/* One glyph for each glyph: a blank for a tab, '?' for what is not shown. */
static void put_clean(Buf *out, Str text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.len; at += width) {
        bool shown = false;
        width = glyph_at(text, at, &shown);
        if (shown)
            buf_put(out, str_slice(text, at, at + width));
        else
            buf_char(out, text.ptr[at] == '\t' ? ' ' : '?');
    }
}

static size_t glyphs(Str text)
{
    size_t count = 0;
    bool shown = false;
    for (size_t at = 0; at < text.len; at += glyph_at(text, at, &shown))
        count++;
    return count;
}

void diag_place(const Source *source, uint32_t offset, int *line, int *column)
{
    Str before = str_slice(source->text, 0, clipped(source, offset));
    size_t start = line_start(before, before.len);
    int lines = 1;
    for (size_t at = 0; at < start; at++)
        lines += before.ptr[at] == '\n';
    *line = lines;
    *column = 1 + (int)glyphs(str_slice(before, start, before.len));
}

/* Cut to at most `most` glyphs; true if something was cut. */
static bool keep_first(Str *text, size_t most)
{
    size_t at = 0;
    bool shown = false;
    for (size_t count = 0; count < most && at < text->len; count++)
        at += glyph_at(*text, at, &shown);
    bool cut = at < text->len;
    text->len = at;
    return cut;
}

/* The same from the other end. */
static bool keep_last(Str *text, size_t most)
{
    size_t count = glyphs(*text);
    Str skipped = *text;
    if (count <= most) return false;
    (void)keep_first(&skipped, count - most);
    *text = str_slice(*text, skipped.len, text->len);
    return true;
}

enum { SHOWN_BEFORE = 56, SHOWN_MARKED = 60, SHOWN_AFTER = 20 };

/*
 * The line in three parts, before, marked and after, each cut to what a screen
 * can hold; then the caret under the marked part.
 */
static void put_line(const Source *source, Span span, Buf *out)
{
    Str text = source->text;
    size_t from = clipped(source, span.from);
    size_t to = clipped(source, span.to);
    size_t start = line_start(text, from);
    size_t end = str_find(text, STR("\n"), from);
    if (end == SIZE_MAX) end = text.len;
    if (end > from && text.ptr[end - 1] == '\r') end--;
    if (to > end) to = end;
    if (to < from) to = from;

    Str before = str_slice(text, start, from);
    Str marked = str_slice(text, from, to);
    Str after = str_slice(text, to, end);
    bool cut_before = keep_last(&before, SHOWN_BEFORE);
    bool cut_marked = keep_first(&marked, SHOWN_MARKED);
    if (cut_marked) after.len = 0;
    bool cut_after = keep_first(&after, SHOWN_AFTER) || cut_marked;

    buf_c(out, cut_before ? "  ..." : "  ");
    put_clean(out, before);
    put_clean(out, marked);
    put_clean(out, after);
    buf_c(out, cut_after ? "...\n  " : "\n  ");
    size_t blanks = glyphs(before) + (cut_before ? 3 : 0);
    for (size_t i = 0; i < blanks; i++)
        buf_char(out, ' ');
    buf_char(out, '^');
    for (size_t i = 1; i < glyphs(marked); i++)
        buf_char(out, '~');
    buf_char(out, '\n');
}

static const char *const level_words[][2] = {
    [DIAG_NOTE] = {"catatan",    "note"   },
    [DIAG_WARNING] = {"peringatan", "warning"},
    [DIAG_ERROR] = {"galat",      "error"  },
};

void diag_print(const Diag *diag, Lang lang, Buf *out)
{
    CHECK((size_t)lang < 2 && (size_t)diag->level < COUNT(level_words));
    if (diag->source != NULL) {
        int line = 0;
        int column = 0;
        diag_place(diag->source, diag->span.from, &line, &column);
        put_clean(out, diag->source->name);
        buf_format(out, ":%d:%d: ", line, column);
    }
    buf_format(out, "%s[%s]: ", level_words[diag->level][lang], diag->id);
    put_clean(out, diag->said[lang]);
    buf_char(out, '\n');
    if (diag->source != NULL) put_line(diag->source, diag->span, out);
    if (diag->advice[lang].len > 0) {
        buf_c(out,
              lang == LANG_ID ? "  seharusnya: " : "  what would be right: ");
        put_clean(out, diag->advice[lang]);
        buf_char(out, '\n');
    }
}

/* By source name, then place, then the order in which they were added. */
static int place_order(const void *a, const void *b)
{
    const Diag *x = *(const Diag *const *)a;
    const Diag *y = *(const Diag *const *)b;
    if (x->source == NULL || y->source == NULL) {
        int order = (x->source != NULL) - (y->source != NULL);
        if (order != 0) return order;
    } else {
        int order = str_order(x->source->name, y->source->name);
        if (order != 0) return order;
        if (x->span.from != y->span.from)
            return x->span.from < y->span.from ? -1 : 1;
    }
    return (x > y) - (x < y);
}

void diags_print(const Diags *diags, Lang lang, Buf *out)
{
    size_t count = diags->list.count;
    const Diag **sorted = NEW(diags->arena, const Diag *, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &diags->list.at[i];
    if (count > 1) qsort(sorted, count, sizeof(const Diag *), place_order);
    for (size_t i = 0; i < count; i++)
        diag_print(sorted[i], lang, out);
    if (dropped(diags) > 0)
        buf_format(out, lang == LANG_ID ? "dan %zu lagi\n" : "and %zu more\n",
                   dropped(diags));
}
