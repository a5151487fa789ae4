/* SPDX-License-Identifier: Apache-2.0 */
/*
 * password_fits.c - is this password hard enough to guess?
 *
 * Not by the kinds of its characters but by what guessers try first: the
 * common ones, runs and repetitions, and whatever is little more than words
 * that everybody knows of its owner or of passwords.
 */
#include "app/password.h"
#include "base/buf.h"

#include <string.h>

enum {
    PERIOD_MOST = 6,
    LEFT_LEAST = 8,
    DIGITS_LEFT_LEAST = 10,
    WORD_LEAST = 3
};

static const char *const common[] = {
#define COMMON(text) text,
#define STEM(text)
#include "app/passwords.def"
#undef COMMON
#undef STEM
};

static const char *const stems[] = {
#define COMMON(text)
#define STEM(text) text,
#include "app/passwords.def"
#undef COMMON
#undef STEM
};

static bool refuse(Err *err, const char *in, const char *en)
{
    (void)FAIL(err, ERR_INPUT, "%s", en);
    return err_id(err, "%s", in);
}

/* ---- shape -------------------------------------------------------------- */

static bool shape_fits(Str password, Err *err)
{
    if (password.len > PASSWORD_MOST) {
        (void)FAIL(err, ERR_INPUT, "a password has at most %d bytes",
                   PASSWORD_MOST);
        return err_id(err, "kata sandi paling panjang %d byte", PASSWORD_MOST);
    }
    if (str_utf8_fault(password) != SIZE_MAX)
        return refuse(err, "kata sandi memuat karakter yang rusak",
                      "the password holds a broken character");
    size_t length = str_columns(password);
    if (length >= PASSWORD_LEAST) return true;
    (void)FAIL(err, ERR_INPUT,
               "a password has at least %d characters, this one has %zu; a "
               "short sentence is good",
               PASSWORD_LEAST, length);
    return err_id(err,
                  "kata sandi paling pendek %d karakter, yang ini %zu; kalimat "
                  "pendek mudah diingat",
                  PASSWORD_LEAST, length);
}

/* ---- what is tried first ------------------------------------------------ */

static Str lower(Arena *tmp, Str text)
{
    char *out = NEW(tmp, char, text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        out[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return (Str){out, text.len};
}

static bool is_common(Str small)
{
    size_t low = 0;
    size_t high = COUNT(common);
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = str_order(str_of(common[mid]), small);
        if (order == 0) return true;
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return false;
}

/* "abcabcabcabc": a piece of few characters again and again. */
static bool is_repetition(Str small)
{
    for (size_t period = 1; period <= PERIOD_MOST; period++) {
        size_t at = period;
        while (at < small.len && small.ptr[at] == small.ptr[at - period])
            at++;
        if (at == small.len) return true;
    }
    return false;
}

/* "abcdefghijkl", "987654321098": each a step from the one before. */
static bool is_run(Str small)
{
    int step = small.ptr[1] - small.ptr[0];
    if (step != 1 && step != -1) return false;
    for (size_t i = 1; i < small.len; i++) {
        int here = small.ptr[i] - small.ptr[i - 1];
        bool over = (small.ptr[i] == '0' && small.ptr[i - 1] == '9') ||
                    (small.ptr[i] == '9' && small.ptr[i - 1] == '0');
        if (here != step && !over) return false;
    }
    return true;
}

/* A NIP stands on papers, whosever it is: anybody's. */
static bool is_nip(Arena *tmp, Str password)
{
    Date born;
    return nip_birth(nip_bare(tmp, password), &born);
}

/* ---- words that everybody knows ----------------------------------------- */

/* The text without that word, wherever it stands. */
static Str without(Arena *tmp, Str text, Str word)
{
    size_t at = 0;
    if (word.len < WORD_LEAST) return text;
    while ((at = str_find(text, word, at)) != SIZE_MAX) {
        Buf out = buf_in(tmp);
        buf_put(&out, str_slice(text, 0, at));
        buf_put(&out, str_slice(text, at + word.len, text.len));
        text = buf_str(&out);
    }
    return text;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/* Without each word of a name, written together or apart. */
static Str without_words(Arena *tmp, Str text, Str name)
{
    Str small = lower(tmp, name);
    for (size_t at = 0; at < small.len;) {
        size_t end = at;
        while (end < small.len && is_letter(small.ptr[end]))
            end++;
        text = without(tmp, text, str_slice(small, at, end));
        at = end + 1;
    }
    return text;
}

static Str without_owner(Arena *tmp, const PasswordOwner *owner, Str text)
{
    const Register *r = &owner->office->r;
    const Government *government = &owner->office->government;
    text = without(tmp, text, lower(tmp, owner->name));
    if (owner->person.index != NO_INDEX) {
        const Person *person = &r->people[owner->person.index];
        const Unit *unit = &r->units[person->unit.index];
        text = without(tmp, text, person->nip);
        text = without(tmp, text, str_slice(person->nip, 0, 8)); /* birth */
        text = without(tmp, text, lower(tmp, person->local));
        text = without_words(tmp, text, person->name);
        text = without_words(tmp, text, unit->name);
        text = without_words(tmp, text, unit->short_name);
    }
    text = without_words(tmp, text, government->name);
    return without(tmp, text, lower(tmp, government->code));
}

/* What is left is counted without blanks and signs. */
static bool enough_is_left(Str left)
{
    size_t count = 0;
    bool words = false;
    for (size_t i = 0; i < left.len; i++) {
        char c = left.ptr[i];
        if (!is_letter(c) || ((unsigned char)c & 0xc0) == 0x80) continue;
        count++;
        words |= !(c >= '0' && c <= '9');
    }
    return count >= (size_t)(words ? LEFT_LEAST : DIGITS_LEFT_LEAST);
}

static bool is_of_known_words(Arena *tmp, const PasswordOwner *owner, Str small)
{
    Str left = without_owner(tmp, owner, small);
    if (!str_is(left, small) && !enough_is_left(left)) return true;
    for (size_t i = 0; i < COUNT(stems); i++)
        left = without(tmp, left, str_of(stems[i]));
    return !str_is(left, small) && !enough_is_left(left);
}

/* ---- BSSN 4/2021 -------------------------------------------------------- */

static bool is_mixed(Str password)
{
    bool capital = false, small = false, digit = false, other = false;
    for (size_t i = 0; i < password.len; i++) {
        char c = password.ptr[i];
        bool is_capital = c >= 'A' && c <= 'Z';
        bool is_small = c >= 'a' && c <= 'z';
        bool is_digit = c >= '0' && c <= '9';
        capital |= is_capital;
        small |= is_small;
        digit |= is_digit;
        other |= !is_capital && !is_small && !is_digit;
    }
    return capital && small && digit && other;
}

bool password_fits(const PasswordOwner *owner, Str password, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    if (!shape_fits(password, err)) return false;
    Str small = lower(tmp, password);
    if (is_common(small) || is_repetition(small) || is_run(small))
        return refuse(err,
                      "kata sandi itu termasuk yang paling sering ditebak; "
                      "pilih yang lain",
                      "that password is one of the first to be guessed; choose "
                      "another");
    if (is_nip(tmp, password))
        return refuse(err,
                      "kata sandi itu berbentuk NIP, dan NIP mudah ditebak; "
                      "pakai kalimat pendek",
                      "that password has the form of a NIP, which is easily "
                      "guessed; use a short sentence");
    if (is_of_known_words(tmp, owner, small))
        return refuse(err,
                      "kata sandi itu hampir seluruhnya nama, nomor, unit atau "
                      "kata yang mudah ditebak; tambahkan kata lain",
                      "that password is little more than a name, number, unit "
                      "or word that is easily guessed; add other words");
    if (owner->office->government.mixed_passwords && !is_mixed(password))
        return refuse(err,
                      "kata sandi harus memuat huruf besar, huruf kecil, angka "
                      "dan tanda lain",
                      "a password must hold capitals, small letters, digits "
                      "and other signs");
    return true;
}
