/* SPDX-License-Identifier: Apache-2.0 */
#include "register/settings.h"

#include "register/tint.h"

/*
 * The flat part of UCL, which is all that we need of it:
 *
 *   file    = {pair}
 *   pair    = key ("=" | ":" | blank) value [";" | ","]
 *   key     = bare word or quoted text
 *   value   = '"' {any but '"' | '\' any} '"' | the rest of the line, up to
 *             ";", "," or a comment
 *   comment = "#" to the line's end | slash star ... star slash
 *
 * Sections, lists and includes are refused by name, not misread.
 */
typedef struct {
    Arena *arena;
    const Source *file;
    Diags *diags;
    size_t at;
    Government made;
    bool seen_zone;
    size_t faults;
} Reading;

typedef struct {
    Str text;
    Span span;
} Token;

#define SETTINGS(X)                      \
    X("kode", code, true)                \
    X("nama", name, true)                \
    X("wilayah", area, true)             \
    X("jenis", kind, true)               \
    X("batas", boundary, false)          \
    X("badan_kepegawaian", board, false) \
    X("lambang", crest, false)           \
    X("warna", colour, false)            \
    X("catatan", note, false)

#define ZONE_KEY "zona"

/* "ya" or "tidak". */
#define SWITCHES(X)     \
    X("peragaan", demo) \
    X("sandi_campuran", mixed_passwords)

/* Times of the day, "07.30"; and minutes. */
#define HOUR_SETTINGS(X)                     \
    X("jam_masuk", begins, true)             \
    X("jam_pulang", ends, true)              \
    X("jam_pulang_jumat", ends_friday, true) \
    X("laporan_tutup", report_due, true)     \
    X("waktu_jawab", answer_within, false)

static const Word keys[] = {
#define X(key, member, required) {STR_INIT(key), 0},
    SETTINGS(X) HOUR_SETTINGS(X)
#undef X
#define X(key, member) {STR_INIT(key), 0},
        SWITCHES(X) X(ZONE_KEY, zone)
#undef X
};

static void say(Reading *r, DiagLevel level, const char *id, Span span,
                const char *said_id, const char *said_en)
{
    if (level == DIAG_ERROR) r->faults++;
    diag_add(r->diags, level, id, r->file, span,
             str_format(r->arena, "%s", said_id),
             str_format(r->arena, "%s", said_en));
}

static char peek(const Reading *r, size_t ahead)
{
    size_t at = r->at + ahead;
    if (at >= r->file->text.len) return '\0';
    return r->file->text.ptr[at];
}

static bool at_end(const Reading *r)
{
    return r->at >= r->file->text.len;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static Span span_from(const Reading *r, size_t from)
{
    return (Span){(uint32_t)from, (uint32_t)r->at};
}

static void skip_line(Reading *r)
{
    while (!at_end(r) && peek(r, 0) != '\n')
        r->at++;
}

static void skip_comment(Reading *r)
{
    size_t end = str_find(r->file->text, STR("*/"), r->at + 2);
    r->at = end == SIZE_MAX ? r->file->text.len : end + 2;
}

static void skip_blanks(Reading *r)
{
    while (!at_end(r)) {
        char c = peek(r, 0);
        if (is_blank(c) || c == '\n' || c == ';' || c == ',')
            r->at++;
        else if (c == '#')
            skip_line(r);
        else if (c == '/' && peek(r, 1) == '*')
            skip_comment(r);
        else
            break;
    }
}

/* Inside quotes, from the byte after the first one. */
static Token take_quoted(Reading *r)
{
    Buf buf = buf_in(r->arena);
    size_t from = r->at++;
    while (!at_end(r) && peek(r, 0) != '"' && peek(r, 0) != '\n') {
        if (peek(r, 0) == '\\' && peek(r, 1) != '\0' && peek(r, 1) != '\n')
            r->at++;
        buf_char(&buf, peek(r, 0));
        r->at++;
    }
    if (peek(r, 0) == '"')
        r->at++;
    else
        say(r, DIAG_ERROR, "setelan-01", span_from(r, from),
            "tanda kutip dibuka tetapi tidak ditutup",
            "a quote opens and never closes");
    return (Token){buf_str(&buf), span_from(r, from)};
}

static bool ends_bare(const Reading *r)
{
    char c = peek(r, 0);
    return at_end(r) || c == '\n' || c == ';' || c == ',' ||
           (c == '/' && peek(r, 1) == '*') ||
           (c == '#' && r->at > 0 && is_blank(r->file->text.ptr[r->at - 1]));
}

static Token take_value(Reading *r)
{
    if (peek(r, 0) == '"') return take_quoted(r);
    size_t from = r->at;
    while (!ends_bare(r))
        r->at++;
    Str text = str_trim(str_slice(r->file->text, from, r->at));
    return (Token){
        text, {(uint32_t)from, (uint32_t)(from + text.len)}
    };
}

static Token take_key(Reading *r)
{
    if (peek(r, 0) == '"') return take_quoted(r);
    size_t from = r->at;
    while (!ends_bare(r) && !is_blank(peek(r, 0)) && peek(r, 0) != '=' &&
           peek(r, 0) != ':' && peek(r, 0) != '{')
        r->at++;
    return (Token){str_slice(r->file->text, from, r->at), span_from(r, from)};
}

static void take_zone(Reading *r, Token value)
{
    r->seen_zone = true;
    if (!zone_parse(value.text, &r->made.zone)) {
        say(r, DIAG_ERROR, "setelan-02", value.span, "zona tidak dikenal",
            "unknown zone");
        diag_advise(r->diags, STR("WIB, WITA, atau WIT"),
                    STR("one of WIB, WITA, WIT"));
    }
}

static bool *switch_of(Reading *r, Str key)
{
#define X(name, member) \
    if (str_folded_is(key, STR(name))) return &r->made.member;
    SWITCHES(X)
#undef X
    return NULL;
}

static void take_switch(Reading *r, Token key, Token value, bool *out)
{
    *out = str_folded_is(value.text, STR("ya"));
    if (*out || str_folded_is(value.text, STR("tidak"))) return;
    diag_add(
        r->diags, DIAG_ERROR, "setelan-11", r->file, value.span,
        str_format(r->arena, "%.*s ialah ya atau tidak", STR_ARG(key.text)),
        str_format(r->arena, "%.*s is ya or tidak", STR_ARG(key.text)));
    r->faults++;
}

static Str *member_of(Reading *r, Str key)
{
#define X(name, member, required) \
    if (str_folded_is(key, STR(name))) return &r->made.member;
    SETTINGS(X)
#undef X
    return NULL;
}

/* ---- hours -------------------------------------------------------------- */

static const WorkHours usual_hours = {450, 960, 990, 1200, 15};

WorkHours register_hours(const Government *government)
{
    const WorkHours *h = &government->hours;
    if (h->begins == 0 && h->ends == 0) return usual_hours;
    return *h;
}

/* Up to four digits, a dot or colon among them or not. */
static bool digits_of(Str text, int32_t *hours, int32_t *minutes)
{
    int32_t part[2] = {0, 0};
    size_t at = 0, seen[2] = {0, 0};
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if ((c == '.' || c == ':') && at == 0) {
            at = 1;
            continue;
        }
        if (c < '0' || c > '9' || ++seen[at] > 3) return false;
        part[at] = part[at] * 10 + (c - '0');
    }
    *hours = part[0];
    *minutes = part[1];
    return seen[0] > 0 && (at == 0 || seen[1] == 2);
}

static bool hour_parse(Str text, bool clock, int16_t *out)
{
    int32_t hours = 0, minutes = 0;
    bool dotted = str_find(text, STR("."), 0) != SIZE_MAX ||
                  str_find(text, STR(":"), 0) != SIZE_MAX;
    if (!digits_of(text, &hours, &minutes) || dotted != clock) return false;
    int32_t value = clock ? hours * 60 + minutes : hours;
    if ((clock && (hours > 23 || minutes > 59)) || value < 1) return false;
    *out = (int16_t)value;
    return true;
}

static int16_t *hour_of(Reading *r, Str key, bool *clock)
{
#define X(name, member, is_clock)        \
    if (str_folded_is(key, STR(name))) { \
        *clock = (is_clock);             \
        return &r->made.hours.member;    \
    }
    HOUR_SETTINGS(X)
#undef X
    return NULL;
}

static void take_hour(Reading *r, Token value, int16_t *out, bool clock)
{
    if (hour_parse(value.text, clock, out)) return;
    say(r, DIAG_ERROR, "setelan-08", value.span, "waktu tidak terbaca",
        "the time cannot be read");
    diag_advise(r->diags,
                clock ? STR("tulis seperti \"07.30\"")
                      : STR("tulis menit, misalnya 15"),
                clock ? STR("write it like \"07.30\"")
                      : STR("write minutes, such as 15"));
}

/* ---- pairs -------------------------------------------------------------- */

static void unknown_key(Reading *r, Token key)
{
    Str near = words_nearest(WORDS(keys), key.text);
    diag_add(r->diags, DIAG_WARNING, "setelan-03", r->file, key.span,
             str_format(r->arena, "setelan '%.*s' tidak dikenal; diabaikan",
                        STR_ARG(key.text)),
             str_format(r->arena, "unknown setting '%.*s'; ignored",
                        STR_ARG(key.text)));
    if (near.len > 0)
        diag_advise(r->diags,
                    str_format(r->arena, "mungkin '%.*s'", STR_ARG(near)),
                    str_format(r->arena, "perhaps '%.*s'", STR_ARG(near)));
}

static void take_pair(Reading *r)
{
    Token key = take_key(r);
    while (is_blank(peek(r, 0)) || peek(r, 0) == '=' || peek(r, 0) == ':')
        r->at++;
    if (key.text.len == 0 || peek(r, 0) == '{' || peek(r, 0) == '[') {
        if (!at_end(r) && peek(r, 0) != '\n') r->at++;
        say(r, DIAG_ERROR, "setelan-04", span_from(r, key.span.from),
            "di sini diharapkan: kunci = nilai;",
            "expected here: key = value;");
        skip_line(r);
        return;
    }
    Token value = take_value(r);
    Str *member = member_of(r, key.text);
    bool clock = false;
    int16_t *hour = hour_of(r, key.text, &clock);
    bool *flag = switch_of(r, key.text);
    if (hour != NULL)
        take_hour(r, value, hour, clock);
    else if (str_folded_is(key.text, STR(ZONE_KEY)))
        take_zone(r, value);
    else if (flag != NULL)
        take_switch(r, key, value, flag);
    else if (member == NULL)
        unknown_key(r, key);
    else if (value.text.len == 0)
        say(r, DIAG_ERROR, "setelan-05", key.span, "setelan ini tanpa nilai",
            "this setting has no value");
    else
        *member = value.text;
}

static Span span_of(const Reading *r, Str value)
{
    size_t at = str_find(r->file->text, value, 0);
    if (at == SIZE_MAX) return (Span){0, 0};
    return (Span){(uint32_t)at, (uint32_t)(at + value.len)};
}

static void missing(Reading *r, const char *key)
{
    diag_add(r->diags, DIAG_ERROR, "setelan-06", r->file, (Span){0, 0},
             str_format(r->arena, "setelan '%s' belum ada", key),
             str_format(r->arena, "the setting '%s' is missing", key));
    r->faults++;
}

/* The ratio, as people write it. */
static void too_pale(Reading *r, int32_t contrast)
{
    r->faults++;
    diag_add(r->diags, DIAG_ERROR, "setelan-09", r->file,
             span_of(r, r->made.colour),
             str_format(r->arena,
                        "warna terlalu pucat: kontrasnya dengan putih %d,%02d "
                        "banding 1, paling sedikit 4,50",
                        contrast / 100, contrast % 100),
             str_format(r->arena,
                        "the colour is too pale: its contrast with white is "
                        "%d.%02d to 1, at least 4.50 is needed",
                        contrast / 100, contrast % 100));
    diag_advise(r->diags, STR("pilih warna yang lebih tua"),
                STR("choose a darker one"));
}

static void check_colour(Reading *r)
{
    Tint tint;
    if (r->made.colour.len == 0) return;
    if (!tint_parse(r->made.colour, &tint)) {
        say(r, DIAG_ERROR, "setelan-07", span_of(r, r->made.colour),
            "warna tidak terbaca", "the colour cannot be read");
        diag_advise(r->diags, STR("tulis seperti \"#0b5c7a\""),
                    STR("write it like \"#0b5c7a\""));
    } else if (tint_on_white(tint) < TINT_LEAST) {
        too_pale(r, tint_on_white(tint));
    }
}

static void check_whole(Reading *r)
{
    if (!r->seen_zone) missing(r, ZONE_KEY);
#define X(key, member, required) \
    if ((required) && r->made.member.len == 0) missing(r, key);
    SETTINGS(X)
#undef X
    check_colour(r);
}

bool settings_read(Arena *arena, const Source *file, Government *out,
                   Diags *diags)
{
    Reading r = {.arena = arena, .file = file, .diags = diags};
#define X(key, member, required) r.made.member = STR("");
    SETTINGS(X)
#undef X
    r.made.hours = usual_hours;
    if (str_starts(file->text, STR("\xef\xbb\xbf"))) r.at = 3;
    for (skip_blanks(&r); !at_end(&r); skip_blanks(&r))
        take_pair(&r);
    check_whole(&r);
    if (r.faults > 0) return false;
    *out = r.made;
    return true;
}
