/* SPDX-License-Identifier: Apache-2.0 */
#include "roster/pattern_build.h"
#include "roster/roster.h"

#include <string.h>

/* ---- what is wished ---------------------------------------------------- */

static bool refuse(const char *id, const char *en, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "%s", en);
    return err_id(err, "%s", id);
}

static bool calendar_is_sound(const PatternMaking *m, Err *err)
{
    const PatternCalendar *c = &m->calendar;
    uint64_t seen = 0;
    if (c->group_count < 2 || c->group_count > PATTERN_GROUPS)
        return refuse("pola memerlukan 2 sampai 8 kelompok",
                      "a pattern has 2 to 8 groups", err);
    for (uint32_t g = 0; g < c->group_count; g++) {
        if (c->days[g] == 0)
            return refuse("ada kelompok tanpa hari kantor pada masa ini; ambil "
                          "kelompok lebih sedikit atau hari lain",
                          "a group has no day in the office in this period; "
                          "take fewer groups or other days",
                          err);
        if ((seen & c->days[g]) != 0)
            return refuse("dua kelompok masuk pada hari yang sama, padahal "
                          "kelompok tidak boleh bertemu; beri setiap hari "
                          "kepada satu kelompok",
                          "two groups share a day, and groups must not meet; "
                          "give each day to one group",
                          err);
        seen |= c->days[g];
    }
    if (m->problem->day_count < PROBLEM_DAYS &&
        seen >> m->problem->day_count != 0)
        return refuse("ada hari di luar masa jadwal",
                      "a day lies outside the problem", err);
    return true;
}

static void read_rows(PatternMaking *m)
{
    const Problem *p = m->problem;
    m->takes_part = NEW(m->arena, uint8_t, p->row_count + 1);
    m->partial = NEW(m->arena, uint8_t, p->row_count + 1);
    m->placed = NEW(m->arena, uint8_t, p->row_count + 1);
    for (uint32_t g = 0; g < m->calendar.group_count; g++)
        m->all |= m->calendar.days[g];
    for (uint32_t i = 0; i < p->row_count; i++) {
        uint64_t may = p->rows[i].may & m->all;
        bool wanted = m->wish->in == NULL || m->wish->in[i] != 0;
        m->takes_part[i] = wanted && may != 0;
        m->partial[i] = m->takes_part[i] && may != m->all;
        m->placed[i] = PATTERN_NO_GROUP;
    }
}

/* Rows of couples first, then those away on some days, as they come. */
static bool list_special(PatternMaking *m, Err *err)
{
    uint32_t rows = m->problem->row_count;
    uint8_t *listed = NEW(m->arena, uint8_t, rows + 1);
    m->special = NEW(m->arena, uint32_t, rows + 1);
    for (size_t k = 0; k < m->wish->apart_count; k++) {
        const uint32_t pair[2] = {m->wish->apart[k].a, m->wish->apart[k].b};
        for (uint32_t e = 0; e < 2; e++) {
            if (pair[e] >= rows || pair[0] == pair[1] ||
                !m->takes_part[pair[e]])
                return refuse("pasangan yang tidak boleh bertemu harus dua "
                              "orang yang ikut bergilir",
                              "a couple that must not meet are two people of "
                              "the pattern",
                              err);
            if (!listed[pair[e]]) m->special[m->special_count++] = pair[e];
            listed[pair[e]] = 1;
        }
    }
    m->couple_rows = m->special_count;
    if (m->couple_rows > PATTERN_SPECIAL) {
        (void)FAIL(err, ERR_LIMIT, "more than %d people are in couples",
                   PATTERN_SPECIAL);
        return err_id(err, "lebih dari %d orang dalam pasangan",
                      PATTERN_SPECIAL);
    }
    for (uint32_t i = 0; i < rows; i++) {
        if (m->partial[i] && !listed[i]) m->special[m->special_count++] = i;
    }
    return true;
}

static bool need_differs(const PatternMaking *m, const ProblemPost *post)
{
    for (uint32_t g = 0; g < m->calendar.group_count; g++) {
        uint64_t days = m->calendar.days[g];
        int32_t first = post->need[__builtin_ctzll(days)];
        for (; days != 0; days &= days - 1) {
            if (post->need[__builtin_ctzll(days)] != first) return true;
        }
    }
    return false;
}

/* Is somebody qualified for two posts who is not asked as a row? */
static bool is_shared(const PatternMaking *m)
{
    const Problem *p = m->problem;
    uint8_t *posts = NEW(m->arena, uint8_t, p->row_count + 1);
    uint8_t *plain = NEW(m->arena, uint8_t, p->row_count + 1);
    bool shared = false;
    for (uint32_t i = 0; i < p->row_count; i++)
        plain[i] = m->takes_part[i] && !m->partial[i];
    for (uint32_t k = 0; k < m->special_count; k++)
        plain[m->special[k]] = 0;
    for (uint32_t k = 0; k < p->post_count; k++) {
        for (uint32_t i = 0; i < p->posts[k].row_count; i++) {
            uint32_t row = p->posts[k].rows[i];
            shared |= posts[row] && !plain[row];
            posts[row] = 1;
        }
    }
    return shared;
}

/* Posts that the network can only bound from both sides. */
static void note_posts(PatternMaking *m)
{
    m->loose = is_shared(m);
    for (uint32_t k = 0; k < m->problem->post_count; k++) {
        const ProblemPost *post = &m->problem->posts[k];
        m->loose |= need_differs(m, post);
        for (uint32_t i = 1; i < post->row_count; i++)
            m->loose |= m->section[post->rows[i]] != m->section[post->rows[0]];
    }
}

/* ---- one question ------------------------------------------------------ */

typedef enum { TRY_NO, TRY_YES, TRY_FAILED } Tried;

/* Is there a place for all others?  Their groups go to group_of, if given. */
static Tried try_ask(PatternMaking *m, PatternCount count, int32_t uneven,
                     uint8_t *group_of, Err *err)
{
    AUTO(arena_done) Arena *scratch = arena_open((size_t)1 << 16);
    Problem asked = {0};
    Answer answer = {0};
    uint32_t *row_of = NULL;
    m->tries++;
    if (!pattern_ask(scratch, m, count, uneven, &asked, &row_of)) return TRY_NO;
    if (!roster_solve(scratch, &asked, (RosterOptions){0}, &answer, err))
        return TRY_FAILED;
    if (answer.certificate.kind == ANSWER_CLASH) return TRY_NO;
    if (group_of == NULL) return TRY_YES;
    memcpy(group_of, m->placed, m->problem->row_count);
    for (uint32_t i = 0; i < asked.row_count; i++)
        group_of[row_of[i]] = (uint8_t)__builtin_ctzll(answer.office[i]);
    return TRY_YES;
}

/* The groups that are as even as can be, for who is placed: the smallest
 * `uneven` that fits lies above `no` and is at most `yes`. */
static Tried try_even(PatternMaking *m, PatternCount count, uint8_t *group_of,
                      int32_t *uneven, Err *err)
{
    int32_t no = -1;
    int32_t yes = 0;
    Tried tried = try_ask(m, count, PATTERN_ANY, NULL, err);
    if (tried != TRY_YES) return tried;
    while ((tried = try_ask(m, count, yes, group_of, err)) == TRY_NO) {
        no = yes;
        yes = 2 * yes + 1;
    }
    while (tried == TRY_YES && yes - no > 1) {
        int32_t middle = no + (yes - no) / 2;
        Tried half = try_ask(m, count, middle, NULL, err);
        if (half == TRY_FAILED) return half;
        if (half == TRY_YES)
            yes = middle;
        else
            no = middle;
    }
    if (tried == TRY_YES) tried = try_ask(m, count, yes, group_of, err);
    *uneven = yes;
    return tried;
}

/* ---- trying places ----------------------------------------------------- */

typedef struct {
    PatternMaking *m;
    PatternCount count;
    uint32_t depth; /* so many of the special rows are tried */
    Pattern *out;
    bool cut; /* some branch was left for want of tries */
} Trying;

static bool couples_part(const PatternMaking *m, uint32_t row)
{
    for (size_t k = 0; k < m->wish->apart_count; k++) {
        const PatternCouple *c = &m->wish->apart[k];
        if ((c->a == row || c->b == row) && m->placed[c->a] == m->placed[c->b])
            return false;
    }
    return true;
}

/* All special rows are placed: the others, surely or perhaps. */
static Tried finish(Trying *t, PatternCount count, Err *err)
{
    PatternMaking *m = t->m;
    int32_t unused = 0;
    uint8_t *group_of = NEW(m->arena, uint8_t, m->problem->row_count + 1);
    Tried tried = try_even(m, count, group_of, &unused, err);
    if (tried != TRY_YES) return tried;
    if (!pattern_check(m, group_of, &t->out->answer)) {
        t->cut = true; /* what a network cannot say stands in the way */
        return TRY_NO;
    }
    t->out->group_of = group_of;
    t->out->uneven = pattern_uneven(m, group_of);
    return TRY_YES;
}

static Tried try_others(Trying *t, Err *err)
{
    Tried tried = finish(t, COUNT_PRESENT, err);
    if (tried != TRY_NO || t->count == COUNT_PRESENT) return tried;
    return finish(t, COUNT_ABSENT, err);
}

/* Depth first; at most PATTERN_SPECIAL deep. */
static Tried try_places(Trying *t, uint32_t at, Err *err)
{
    PatternMaking *m = t->m;
    if (at == t->depth) return try_others(t, err);
    uint32_t row = m->special[at];
    uint32_t groups = m->calendar.group_count;
    for (uint32_t k = 0; k < groups; k++) {
        if (m->tries >= PATTERN_TRIES) {
            t->cut = true;
            return TRY_NO;
        }
        m->placed[row] = (uint8_t)((m->problem->seed + at + k) % groups);
        Tried tried = TRY_NO;
        uint8_t group = m->placed[row];
        if (couples_part(m, row) && (pattern_groups(m, row) >> group & 1) != 0)
            tried = try_ask(m, COUNT_ABSENT, PATTERN_ANY, NULL, err);
        if (tried == TRY_YES) tried = try_places(t, at + 1, err);
        if (tried != TRY_NO) return tried;
    }
    m->placed[row] = PATTERN_NO_GROUP;
    return TRY_NO;
}

/* ---- the verdict ------------------------------------------------------- */

/* The smallest clash of the question without anybody placed, if it has one. */
static bool find_clash(PatternMaking *m, Pattern *out, Err *err)
{
    Answer answer = {0};
    uint32_t *row_of = NULL;
    if (!pattern_ask(m->arena, m, COUNT_ABSENT, PATTERN_ANY, &out->asked,
                     &row_of)) {
        out->verdict = PATTERN_CLASH;
        return true;
    }
    if (!roster_solve(m->arena, &out->asked, (RosterOptions){0}, &answer, err))
        return false;
    if (answer.certificate.kind != ANSWER_CLASH) return true;
    out->verdict = PATTERN_CLASH;
    return clash_shrink(m->arena, &out->asked, &answer, &out->clash, err);
}

/* Nothing was found: why not? */
static bool judge(PatternMaking *m, bool cut, Pattern *out, Err *err)
{
    bool couples = m->wish->apart_count > 0;
    out->verdict = PATTERN_UNDECIDED;
    if (!find_clash(m, out, err)) return false;
    if (out->verdict == PATTERN_CLASH || cut) return true;
    out->verdict = couples ? PATTERN_COUPLES : PATTERN_CLASH;
    return true;
}

/* Those away counted as present first; else each of them tried. */
static bool search(PatternMaking *m, Pattern *out, Err *err)
{
    bool many = m->special_count > PATTERN_SPECIAL;
    Trying t = {m, COUNT_PRESENT, m->couple_rows, out, false};
    Tried tried = try_places(&t, 0, err);
    bool inexact = m->special_count > m->couple_rows || m->loose;
    if (tried == TRY_NO && inexact && !many) {
        t = (Trying){m, COUNT_ABSENT, m->special_count, out, false};
        tried = try_places(&t, 0, err);
    }
    out->tries = m->tries;
    if (tried == TRY_FAILED) return false;
    out->verdict = PATTERN_FITS;
    return tried == TRY_YES || judge(m, t.cut || many, out, err);
}

bool pattern_make(Arena *arena, const PatternWish *wish, Pattern *out, Err *err)
{
    PatternMaking m = {
        .arena = arena,
        .wish = wish,
        .problem = wish->problem,
        .calendar = wish->calendar,
    };
    Pattern made = {0};
    if (!problem_sound(wish->problem, err) || !calendar_is_sound(&m, err))
        return false;
    read_rows(&m);
    if (!list_special(&m, err)) return false;
    pattern_sections(&m);
    note_posts(&m);
    if (!search(&m, &made, err)) return false;
    *out = made;
    return true;
}
