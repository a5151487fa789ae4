/* SPDX-License-Identifier: Apache-2.0 */
#include "base/vec.h"
#include "plan/lines.h"
#include "plan/problem.h"

/* Reads what problem_file.c writes; the grammar stands there. */

/* Nested windows of 64 days: each cuts another in two, or is a day. */
enum { BOUNDS_MOST = 2 * PROBLEM_DAYS };

typedef struct {
    Arena *arena;
    Lines in;
    Problem p;
    VEC(ProblemNode) nodes;
    VEC(ProblemRow) rows;
    VEC(ProblemPost) posts;
} Reading;

static bool take_amount(const Lines *in, Str *text, char mark, int32_t *out,
                        Err *err)
{
    int64_t n = PROBLEM_FREE;
    Str free_word = STR("free");
    bool is_free = str_starts(*text, free_word) &&
                   (text->len == 4 || text->ptr[4] == mark);
    if (is_free)
        *text = str_slice(*text, text->len == 4 ? 4 : 5, text->len);
    else if (!lines_part(in, text, mark, INT32_MIN, INT32_MAX, &n, err))
        return false;
    *out = (int32_t)n;
    return true;
}

static bool take_runs(Reading *r, Str name, const int32_t **out, Err *err)
{
    uint32_t count = r->p.day_count;
    int32_t *at = NEW(r->arena, int32_t, count);
    if (!lines_expect(&r->in, name, err)) return false;
    for (uint32_t d = 0; d < count;) {
        Str value = {0};
        size_t times = 0;
        int32_t n = 0;
        if (!lines_run(&r->in, count - d, &value, &times, err) ||
            !take_amount(&r->in, &value, '*', &n, err))
            return false;
        while (times-- > 0)
            at[d++] = n;
    }
    *out = at;
    return true;
}

static bool take_why(const Lines *in, Str text, BoundWhy *out, Err *err)
{
    BoundWhy why = {.clause = NO_INDEX};
    int64_t n = 0;
    if (str_starts(text, STR("-:"))) {
        text = str_slice(text, 2, text.len);
    } else {
        if (!lines_part(in, &text, ':', 0, NO_INDEX - 1, &n, err)) return false;
        why.clause = (uint32_t)n;
    }
    if (!take_amount(in, &text, ':', &why.stated, err) ||
        !take_amount(in, &text, ':', &why.settled, err) ||
        !take_amount(in, &text, ':', &why.base, err))
        return false;
    *out = why;
    return true;
}

static bool take_whys(Reading *r, const BoundWhy **out, Err *err)
{
    uint32_t count = r->p.day_count;
    BoundWhy *at = NEW(r->arena, BoundWhy, count);
    for (uint32_t d = 0; d < count;) {
        Str value = {0};
        size_t times = 0;
        BoundWhy why = {0};
        if (!lines_run(&r->in, count - d, &value, &times, err) ||
            !take_why(&r->in, value, &why, err))
            return false;
        while (times-- > 0)
            at[d++] = why;
    }
    *out = at;
    return true;
}

/* "4" or "4-9", the numbers below `limit`. */
static bool take_range(const Lines *in, Str text, int64_t limit, int64_t *from,
                       int64_t *to, Err *err)
{
    if (!lines_part(in, &text, '-', 0, limit - 1, from, err)) return false;
    *to = *from;
    return text.len == 0 ||
           lines_part(in, &text, '-', *from, limit - 1, to, err);
}

static bool take_days(Reading *r, uint64_t *out, Err *err)
{
    uint64_t days = 0;
    if (!lines_want(&r->in, err)) return false;
    Str text = r->in.word, piece = {0};
    if (str_is(text, STR("-"))) text.len = 0;
    while (str_next(&text, ',', &piece)) {
        int64_t from = 0, to = 0;
        if (!take_range(&r->in, piece, PROBLEM_DAYS, &from, &to, err))
            return false;
        for (; from <= to; from++)
            days |= UINT64_C(1) << from;
    }
    *out = days;
    return true;
}

static bool read_node(Reading *r, Err *err)
{
    ProblemNode node = {0};
    if (!lines_index(&r->in, &node.parent, err) ||
        !lines_index(&r->in, &node.unit.index, err) ||
        !take_runs(r, STR("least"), &node.least, err) ||
        !take_runs(r, STR("most"), &node.most, err) ||
        !lines_expect(&r->in, STR("why"), err) || !take_whys(r, &node.why, err))
        return false;
    if (lines_word(&r->in)) {
        if (!str_is(r->in.word, STR("floor")))
            return lines_fail(&r->in, "bukan 'floor'", "is not 'floor'", err);
        if (!take_whys(r, &node.why_least, err)) return false;
    }
    VEC_PUSH(r->arena, &r->nodes, node);
    return lines_over(&r->in, err);
}

static bool read_bounds(Reading *r, ProblemRow *row, Err *err)
{
    VEC(RowBound) bounds = {0};
    while (lines_word(&r->in)) {
        RowBound bound = {0};
        int64_t least = 0;
        if (!str_is(r->in.word, STR("bound")))
            return lines_fail(&r->in, "bukan 'bound'", "is not 'bound'", err);
        if (bounds.count == BOUNDS_MOST)
            return lines_fail(&r->in, "satu batas terlalu banyak",
                              "is one bound too many", err);
        if (!take_days(r, &bound.days, err) ||
            !lines_number(&r->in, 0, INT32_MAX, &least, err) ||
            !lines_want(&r->in, err))
            return false;
        Str most = r->in.word;
        if (!take_amount(&r->in, &most, ' ', &bound.most, err) ||
            !lines_index(&r->in, &bound.clause, err))
            return false;
        bound.least = (int32_t)least;
        VEC_PUSH(r->arena, &bounds, bound);
    }
    row->bounds = bounds.at;
    row->bound_count = (uint32_t)bounds.count;
    return true;
}

static bool read_row(Reading *r, Err *err)
{
    ProblemRow row = {0};
    int64_t offset = 0;
    if (!lines_index(&r->in, &row.person.index, err) ||
        !lines_index(&r->in, &row.node, err) ||
        !lines_expect(&r->in, STR("must"), err) ||
        !take_days(r, &row.must, err) ||
        !lines_expect(&r->in, STR("may"), err) ||
        !take_days(r, &row.may, err) ||
        !lines_expect(&r->in, STR("offset"), err) ||
        !lines_number(&r->in, 0, INT32_MAX, &offset, err) ||
        !read_bounds(r, &row, err))
        return false;
    row.offset = (int32_t)offset;
    VEC_PUSH(r->arena, &r->rows, row);
    return true;
}

/* Ranges ascend, so that a short text cannot ask for endless rows. */
static bool take_rows(Reading *r, ProblemPost *post, Err *err)
{
    VEC(uint32_t) rows = {0};
    int64_t least = 0;
    while (lines_word(&r->in)) {
        int64_t from = 0, to = 0;
        if (!take_range(&r->in, r->in.word, (int64_t)r->rows.count, &from, &to,
                        err))
            return false;
        if (from < least)
            return lines_fail(&r->in, "tidak urut", "is out of order", err);
        for (least = to + 1; from <= to; from++)
            VEC_PUSH(r->arena, &rows, (uint32_t)from);
    }
    post->rows = rows.at;
    post->row_count = (uint32_t)rows.count;
    return true;
}

static bool read_post(Reading *r, Err *err)
{
    ProblemPost post = {0};
    if (!lines_index(&r->in, &post.counter.index, err) ||
        !lines_index(&r->in, &post.node, err) ||
        !take_runs(r, STR("need"), &post.need, err) ||
        !lines_expect(&r->in, STR("rows"), err) || !take_rows(r, &post, err))
        return false;
    VEC_PUSH(r->arena, &r->posts, post);
    return true;
}

static bool read_dates(Reading *r, Err *err)
{
    VEC(Date) days = {0};
    while (lines_word(&r->in)) {
        Date day = {0};
        Err inner = {0};
        if (days.count == PROBLEM_DAYS)
            return lines_fail(&r->in, "satu hari terlalu banyak",
                              "is one day too many", err);
        if (!date_parse(r->in.word, &day, &inner))
            return lines_fail(&r->in, "bukan tanggal", "is not a date", err);
        VEC_PUSH(r->arena, &days, day);
    }
    r->p.days = days.at;
    r->p.day_count = (uint32_t)days.count;
    return true;
}

static bool want_line(Reading *r, Str word, Err *err)
{
    if (!lines_next(&r->in)) return lines_ended(&r->in, err);
    return lines_expect(&r->in, word, err);
}

static bool read_head(Reading *r, Err *err)
{
    return want_line(r, STR("soal"), err) &&
           lines_expect(&r->in, STR("1"), err) && lines_over(&r->in, err) &&
           want_line(r, STR("seed"), err) &&
           lines_halves(&r->in, &r->p.seed, err) && lines_over(&r->in, err) &&
           want_line(r, STR("days"), err) && read_dates(r, err);
}

typedef struct {
    const char *word;
    bool (*read)(Reading *r, Err *err);
} LineKind;

/* In the order in which they must come. */
static const LineKind kinds[] = {
    {"node", read_node},
    {"row",  read_row },
    {"post", read_post},
};

static bool read_body(Reading *r, Err *err)
{
    size_t at = 0;
    while (lines_next(&r->in) && lines_word(&r->in)) {
        if (str_is(r->in.word, STR("end"))) return lines_over(&r->in, err);
        while (at < COUNT(kinds) && !str_is(r->in.word, str_of(kinds[at].word)))
            at++;
        if (at == COUNT(kinds))
            return lines_fail(&r->in, "tidak dikenal atau tidak urut",
                              "is unknown or out of order", err);
        if (!kinds[at].read(r, err)) return false;
    }
    (void)FAIL(err, ERR_INPUT, "line %u: the text ends without 'end'",
               r->in.line);
    return err_id(err, "baris %u: teks berakhir tanpa 'end'", r->in.line);
}

bool problem_read(Arena *arena, Str text, Problem *out, Err *err)
{
    Reading r = {.arena = arena, .in = lines_of(text)};
    if (!read_head(&r, err) || !read_body(&r, err)) return false;
    r.p.nodes = r.nodes.at;
    r.p.node_count = (uint32_t)r.nodes.count;
    r.p.rows = r.rows.at;
    r.p.row_count = (uint32_t)r.rows.count;
    r.p.posts = r.posts.at;
    r.p.post_count = (uint32_t)r.posts.count;
    if (!problem_sound(&r.p, err)) return false;
    *out = r.p;
    return true;
}
