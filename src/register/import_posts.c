/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

bool intake_add_post(Intake *in, Line line, Post post)
{
    if (map_find(&in->made.post_codes, post.code) != NO_INDEX) {
        line_fault_of(line, POSTS_KODE, REPAIR_CODE, post.code);
        return false;
    }
    (void)map_put(&in->made.post_codes, post.code, (uint32_t)in->posts.count);
    VEC_PUSH(in->arena, &in->posts, post);
    VEC_PUSH(in->arena, &in->post_lines, line);
    return true;
}

/* A post without an echelon is functional: a head teacher. */
static void take_rank(Line line, Post *post)
{
    Str text = line_text(line, POSTS_ESELON);
    if (text.len == 0 || rank_parse(text, &post->rank, &post->echelon)) return;
    line_offer(line, POSTS_ESELON, REPAIR_ECHELON, text, rank_words());
}

static void take_role(Line line, Post *post)
{
    int role = ROLE_NONE;
    if (!table_has(line.table, POSTS_PERAN)) {
        (void)role_guess(post->name, &post->role);
        return;
    }
    line_word(line, POSTS_PERAN, role_words(), REPAIR_ROLE, &role);
    post->role = (Role)role;
}

/* The column in which two rows of one post differ, or -1. */
static int difference(const Post *a, const Post *b)
{
    if (!str_is(a->name, b->name)) return POSTS_NAMA;
    if (a->unit.index != b->unit.index) return POSTS_UNIT;
    if (a->rank != b->rank || a->echelon != b->echelon) return POSTS_ESELON;
    if (a->role != b->role) return POSTS_PERAN;
    if (a->head != b->head) return POSTS_KEPALA;
    return -1;
}

/* The post of the row, new or already known; false when it has no place. */
static bool take_post(Intake *in, Line line, PostId *out)
{
    Post post = {.unit = NO_UNIT,
                 .rank = RANK_FUNGSIONAL,
                 .role = ROLE_NONE,
                 .window = WINDOW_ALL};
    bool coded = line_need(line, POSTS_KODE, &post.code);
    (void)line_need(line, POSTS_NAMA, &post.name);
    bool placed = line_unit(line, POSTS_UNIT, &post.unit);
    take_rank(line, &post);
    take_role(line, &post);
    line_flag(line, POSTS_KEPALA, &post.head);
    if (!coded || !placed) return false;

    uint32_t known = map_find(&in->made.post_codes, post.code);
    if (known == NO_INDEX) {
        known = (uint32_t)in->posts.count;
        (void)intake_add_post(in, line, post);
    }
    int column = difference(&in->posts.at[known], &post);
    if (column >= 0) line_fault(line, column, REPAIR_POST, STR(""));
    *out = (PostId){known};
    return true;
}

static void take_holding(Intake *in, Line line, PostId post)
{
    Holding holding = {.post = post, .window = WINDOW_ALL};
    int kind = HOLD_FULL;
    line_window(line, POSTS_MULAI, POSTS_SAMPAI, &holding.window);
    line_word(line, POSTS_STATUS, hold_kind_words(), REPAIR_WORD, &kind);
    holding.kind = (HoldKind)kind;
    if (line_text(line, POSTS_PEMANGKU).len == 0) return; /* vacant */
    if (!line_person(line, POSTS_PEMANGKU, &holding.person)) return;
    VEC_PUSH(in->arena, &in->holdings, holding);
    VEC_PUSH(in->arena, &in->holding_lines, line);
}

void import_posts(Intake *in)
{
    const Table *table = &in->table[TABLE_POSTS];
    for (size_t i = 0; i < table_lines(table); i++) {
        PostId post = {NO_INDEX};
        if (take_post(in, table_line(table, i), &post))
            take_holding(in, table_line(table, i), post);
        else
            in->posts_lost = true;
    }
}
