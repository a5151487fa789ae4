/* SPDX-License-Identifier: Apache-2.0 */
#include "register/person.h"

#include "base/num.h"

#define STAFF_SPELLINGS(X)           \
    X(PNS, "ASN PNS")                \
    X(PPPK, "P3K")                   \
    X(PPPK, "ASN PPPK")              \
    X(PPPK, "PPPK penuh waktu")      \
    X(PPPK_PARUH, "P3K paruh waktu") \
    X(PPPK_PARUH, "PPPK-PW")         \
    X(KONTRAK, "kontrak")            \
    X(HONORER, "honor")              \
    X(HONORER, "THL")                \
    X(HONORER, "tenaga harian lepas")

static const Word kinds[] = {
#define X(name, word, full, asn) {STR_INIT(word), STAFF_##name},
    STAFF_KINDS(X)
#undef X
#define X(name, word, full, asn) {STR_INIT(full), STAFF_##name},
        STAFF_KINDS(X)
#undef X
#define X(name, word) {STR_INIT(word), STAFF_##name},
            STAFF_SPELLINGS(X)
#undef X
};

static const bool is_asn[] = {
#define X(name, word, full, asn) [STAFF_##name] = (asn),
    STAFF_KINDS(X)
#undef X
};

#define ABSENCE_SPELLINGS(X) \
    X(CUTI, "cuti tahunan")  \
    X(CUTI, "cuti besar")    \
    X(SAKIT, "cuti sakit")   \
    X(DINAS_LUAR, "perjalanan dinas")

static const Word absences[] = {
#define X(name, word, letter) {STR_INIT(word), ABSENCE_##name},
    ABSENCE_KINDS(X)
#undef X
#define X(name, word) {STR_INIT(word), ABSENCE_##name},
        ABSENCE_SPELLINGS(X)
#undef X
};

static const char letters[] = {
#define X(name, word, letter) [ABSENCE_##name] = (letter),
    ABSENCE_KINDS(X)
#undef X
};

static const Word effects[] = {
#define X(name, word) {STR_INIT(word), MARK_##name},
    MARK_EFFECTS(X)
#undef X
};

Words staff_kind_words(void)
{
    return WORDS(kinds);
}

Words absence_kind_words(void)
{
    return WORDS(absences);
}

bool staff_kind_parse(Str word, StaffKind *out)
{
    int value = 0;
    if (!words_find(WORDS(kinds), word, &value)) return false;
    *out = (StaffKind)value;
    return true;
}

Str staff_kind_word(StaffKind kind)
{
    CHECK((size_t)kind < COUNT(is_asn));
    return kinds[kind].word;
}

bool staff_kind_is_asn(StaffKind kind)
{
    CHECK((size_t)kind < COUNT(is_asn));
    return is_asn[kind];
}

bool absence_kind_parse(Str word, AbsenceKind *out)
{
    int value = 0;
    if (!words_find(WORDS(absences), word, &value)) return false;
    *out = (AbsenceKind)value;
    return true;
}

Str absence_kind_word(AbsenceKind kind)
{
    CHECK((size_t)kind < COUNT(letters));
    return absences[kind].word;
}

char absence_letter(AbsenceKind kind)
{
    CHECK((size_t)kind < COUNT(letters));
    return letters[kind];
}

bool mark_effect_parse(Str word, MarkEffect *out)
{
    int value = 0;
    if (str_trim(word).len == 0 || !words_find(WORDS(effects), word, &value))
        return false;
    *out = (MarkEffect)value;
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_at(Str text, size_t from)
{
    size_t at = from;
    while (at < text.len && is_digit(text.ptr[at]))
        at++;
    return at - from;
}

/* ruined = digit {digit} (("." | ",") digit {digit} | ) ["E" ["+"] digits],
 * with a mark or an exponent: a number, where a text should stand. */
static bool is_ruined(Str nip)
{
    size_t at = digits_at(nip, 0);
    bool marked = false;
    if (at == 0) return false;
    if (at < nip.len && (nip.ptr[at] == '.' || nip.ptr[at] == ',')) {
        marked = true;
        at += 1 + digits_at(nip, at + 1);
    }
    if (at < nip.len && (nip.ptr[at] == 'E' || nip.ptr[at] == 'e')) {
        marked = true;
        at++;
        if (at < nip.len && nip.ptr[at] == '+') at++;
        at += digits_at(nip, at);
    }
    return marked && at == nip.len;
}

static int32_t number_at(Str nip, size_t from, size_t len)
{
    int64_t n = 0;
    return num_is(str_slice(nip, from, from + len), 0, 99999999, &n)
               ? (int32_t)n
               : -1;
}

/*
 * nip = birth YYYYMMDD, appointment YYYYMM (of PPPK: YYYY and the number of
 * the agreement, above 12), sex 1 or 2, serial of three digits.
 */
static bool is_plausible(Str nip)
{
    enum { WORKS_FROM = 14, WORKS_UNTIL = 75 };
    Date born = {0};
    int32_t year = number_at(nip, 0, 4);
    int32_t begun = number_at(nip, 8, 4);
    char sex = nip.ptr[14];
    return date_of(year, number_at(nip, 4, 2), number_at(nip, 6, 2), &born) &&
           begun >= year + WORKS_FROM && begun <= year + WORKS_UNTIL &&
           number_at(nip, 12, 2) > 0 && (sex == '1' || sex == '2');
}

NipState nip_state(Str nip)
{
    enum { NIP_DIGITS = 18 };
    if (nip.len != NIP_DIGITS || digits_at(nip, 0) != NIP_DIGITS)
        return is_ruined(nip) ? NIP_RUINED : NIP_SHAPE;
    if (!is_plausible(nip)) return NIP_DATE;
    return str_ends(nip, STR("000")) ? NIP_SAMPLE : NIP_GOOD;
}

bool nip_birth(Str nip, Date *out)
{
    NipState state = nip_state(nip);
    return (state == NIP_GOOD || state == NIP_SAMPLE) &&
           date_of(number_at(nip, 0, 4), number_at(nip, 4, 2),
                   number_at(nip, 6, 2), out);
}

static bool is_filler(Str nip, size_t at)
{
    char c = nip.ptr[at];
    return c == ' ' || (at == 0 && (c == '\'' || c == '`'));
}

Str nip_bare(Arena *arena, Str nip)
{
    size_t fillers = 0;
    for (size_t i = 0; i < nip.len; i++)
        fillers += is_filler(nip, i);
    if (fillers == 0) return nip;

    char *bare = NEW(arena, char, nip.len - fillers);
    size_t len = 0;
    for (size_t i = 0; i < nip.len; i++) {
        if (!is_filler(nip, i)) bare[len++] = nip.ptr[i];
    }
    return (Str){bare, len};
}

Str nip_masked(Arena *arena, Str nip)
{
    if (nip.len == 0) return STR("");
    if (nip.len != 18) return STR("*** * ***");
    Str first = str_slice(nip, 0, 6);
    Str last = str_slice(nip, nip.len - 3, nip.len);
    return str_format(arena, "%.*s ****** * %.*s", STR_ARG(first),
                      STR_ARG(last));
}
