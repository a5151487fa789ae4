/* SPDX-License-Identifier: Apache-2.0 */
#include "app/annex_code.h"

#include <sodium.h>
#include <string.h>

enum { BITS = 5, PLAN_LETTERS = 4, UNIT_LETTERS = 7 };
enum { SIGNED_LETTERS = PLAN_LETTERS + UNIT_LETTERS };

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

typedef struct {
    uint8_t at[ANNEX_CODE]; /* values of the letters, 0 to 31 */
} Letters;

/* ---- letters --------------------------------------------------------------
 */

/* x times a in GF(32) by x^5 + x^2 + 1, of which a is a root. */
static uint8_t times_a(uint8_t x)
{
    unsigned twice = (unsigned)x << 1;
    if ((twice & 32) != 0) twice ^= 32 | 4 | 1;
    return (uint8_t)twice;
}

/*
 * The sum of all letters, each times a power of `a` of its own (Horner): 0 for
 * a right code.  A single wrong letter changes it, and so do two neighbours
 * swapped, for their powers differ.
 */
static uint8_t sum_of(const Letters *letters, size_t count)
{
    uint8_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum = times_a(sum) ^ letters->at[i];
    return sum;
}

static void set_check(Letters *letters)
{
    letters->at[SIGNED_LETTERS] = times_a(sum_of(letters, SIGNED_LETTERS));
}

static bool letter_value(char c, uint8_t *out)
{
    if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
    if (c == 'I' || c == 'L') c = '1';
    if (c == 'O') c = '0';
    const char *found = c == '\0' ? NULL : strchr(alphabet, c);
    if (found == NULL) return false;
    *out = (uint8_t)(found - alphabet);
    return true;
}

static bool read_letters(Str typed, Letters *out)
{
    size_t count = 0;
    for (size_t i = 0; i < typed.len; i++) {
        char c = typed.ptr[i];
        if (c == '-' || c == ' ') continue;
        if (count == ANNEX_CODE || !letter_value(c, &out->at[count]))
            return false;
        count++;
    }
    return count == ANNEX_CODE && sum_of(out, ANNEX_CODE) == 0;
}

static Str write_letters(Arena *arena, const Letters *letters)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < ANNEX_CODE; i++) {
        if (i > 0 && i % 4 == 0) buf_char(&out, '-');
        buf_char(&out, alphabet[letters->at[i]]);
    }
    return buf_str(&out);
}

/* ---- digests --------------------------------------------------------------
 */

static void hash(Str text, uint8_t out[crypto_generichash_BYTES])
{
    CHECK(sodium_init() >= 0);
    CHECK(crypto_generichash(out, crypto_generichash_BYTES,
                             (const unsigned char *)text.ptr, text.len, NULL,
                             0) == 0);
}

/* The first letters of a digest, five bits each. */
static void take_letters(Str text, uint8_t *out, size_t count)
{
    uint8_t digest[crypto_generichash_BYTES];
    hash(text, digest);
    for (size_t i = 0; i < count; i++) {
        size_t bit = i * BITS;
        unsigned two = (unsigned)digest[bit / 8] << 8 | digest[bit / 8 + 1];
        out[i] = (uint8_t)(two >> (16 - BITS - bit % 8) & 31);
    }
}

static const Fact *fact_of(const Published *plan, uint32_t version)
{
    CHECK(version >= 1 && version <= published_version(plan));
    return version == 1 ? &plan->fact : &plan->moves[version - 2].fact;
}

Instant annex_code_put(const Published *plan, uint32_t version)
{
    return version == 1 ? plan->put : fact_of(plan, version)->received;
}

/* What names a version: its government, its document, the digest of that. */
static Str version_text(Arena *arena, const Office *office,
                        const Published *plan, uint32_t version)
{
    const Fact *said = fact_of(plan, version);
    return str_format(arena, "%.*s\n%.*s\n%u\n%.*s\n",
                      STR_ARG(office->government.code), STR_ARG(said->thing),
                      version, STR_ARG(said->evidence));
}

static void take_unit(Arena *arena, const Office *office, const AnnexOf *of,
                      Str version, uint8_t *out)
{
    Civil month = date_civil(of->month);
    Str unit = office->r.units[of->unit.index].code;
    take_letters(str_format(arena, "%.*s%.*s\n%04d-%02d\n", STR_ARG(version),
                            STR_ARG(unit), month.year, month.month),
                 out, UNIT_LETTERS);
}

Str annex_code(Arena *arena, const Office *office, const AnnexOf *of)
{
    Letters letters;
    Str version = version_text(arena, office, of->plan, of->version);
    take_letters(version, letters.at, PLAN_LETTERS);
    take_unit(arena, office, of, version, letters.at + PLAN_LETTERS);
    set_check(&letters);
    return write_letters(arena, &letters);
}

/* ---- which it is ----------------------------------------------------------
 */

static Date month_first(Date day)
{
    return date_plus(day, 1 - date_civil(day).day);
}

static Date month_after(Date first)
{
    return month_first(date_plus(first, 31));
}

static bool is_unit(Arena *arena, const Office *office, const AnnexOf *of,
                    Str version, const Letters *letters)
{
    uint8_t own[UNIT_LETTERS];
    take_unit(arena, office, of, version, own);
    return memcmp(own, letters->at + PLAN_LETTERS, sizeof own) == 0;
}

/* Among all units and months of the version. */
static bool find_unit(const Office *office, Str version, const Letters *letters,
                      AnnexOf *of)
{
    AUTO(arena_done) Arena *tmp = arena_open((size_t)1 << 16);
    for (of->month = month_first(of->plan->days.first);
         !date_before(of->plan->days.last, of->month);
         of->month = month_after(of->month)) {
        for (uint32_t u = 0; u < office->r.unit_count; u++) {
            of->unit = (UnitId){u};
            if (is_unit(tmp, office, of, version, letters)) return true;
        }
    }
    return false;
}

static bool find_in_plan(Arena *arena, const Office *office,
                         const Letters *letters, AnnexOf *of)
{
    uint8_t own[PLAN_LETTERS];
    for (of->version = 1; of->version <= published_version(of->plan);
         of->version++) {
        Str version = version_text(arena, office, of->plan, of->version);
        take_letters(version, own, PLAN_LETTERS);
        if (memcmp(own, letters->at, sizeof own) == 0 &&
            find_unit(office, version, letters, of))
            return true;
    }
    return false;
}

/* ---- is it still so? ------------------------------------------------------
 */

/* An annex lists a unit kerja's own staff, else everybody of the unit and
 * below. */
static bool is_listed(const Register *r, PersonId person, UnitId of)
{
    UnitId unit = r->people[person.index].unit;
    return r->units[of.index].work_unit
               ? r->work_unit_of[unit.index].index == of.index
               : unit_is_under(r, unit, of);
}

/* Does the move change a day of somebody of the unit? */
static bool move_touches(const Register *r, const PlanMove *move,
                         const AnnexFound *found)
{
    for (size_t i = 0; i < move->cell_count; i++) {
        const CellMove *cell = &move->cells[i];
        Date day = date_plus(move->window.first, (int32_t)cell->day);
        if (cell->from != cell->to && window_has(found->days, day) &&
            is_listed(r, cell->person, found->of.unit))
            return true;
    }
    return false;
}

static bool is_touched(const Register *r, const AnnexFound *found)
{
    const Published *plan = found->of.plan;
    for (size_t i = found->of.version - 1; i < plan->move_count; i++) {
        if (move_touches(r, &plan->moves[i].move, found)) return true;
    }
    return false;
}

static bool is_replaced(const PublishedList *plans, const AnnexFound *found)
{
    for (Date day = found->days.first; !date_before(found->days.last, day);
         day = date_plus(day, 1)) {
        if (published_on(plans, day) != found->of.plan) return true;
    }
    return false;
}

static AnnexState state_of(const Office *office, const AnnexFound *found)
{
    if (found->replaced) return ANNEX_OLDER;
    if (found->of.version == found->last) return ANNEX_LAST;
    return is_touched(&office->r, found) ? ANNEX_OLDER : ANNEX_SAME;
}

static AnnexFound found_as(const Office *office, const PublishedList *plans,
                           const AnnexOf *of)
{
    Window month = {of->month, date_plus(month_after(of->month), -1)};
    uint32_t last = published_version(of->plan);
    AnnexFound found = {.of = *of,
                        .days = window_meet(month, of->plan->days),
                        .put = annex_code_put(of->plan, of->version),
                        .last = last,
                        .last_put = annex_code_put(of->plan, last)};
    found.replaced = is_replaced(plans, &found);
    found.state = state_of(office, &found);
    return found;
}

AnnexFound annex_code_find(Arena *arena, const Office *office,
                           const PublishedList *plans, Str typed)
{
    Letters letters;
    if (!read_letters(typed, &letters))
        return (AnnexFound){.state = ANNEX_MISTYPED};
    for (size_t i = plans->count; i-- > 0;) {
        AnnexOf of = {.plan = &plans->at[i]};
        if (find_in_plan(arena, office, &letters, &of))
            return found_as(office, plans, &of);
    }
    return (AnnexFound){.state = ANNEX_UNKNOWN};
}
