/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "plan/plan_move.h"
#include "plan/plan_text.h"

/* Reads what plan_move.c writes; the grammar stands there. */

enum { PLAN_DAYS_MOST = 400 };

typedef struct {
    Arena *arena;
    Lines in;
    const Register *r;
    PlanMove move;
    uint32_t day_count;
    VEC(Reason) fresh;
    VEC(CellMove) cells;
    VEC(PlanTold) told;
} Reading;

static bool want_line(Reading *r, Str word, Err *err)
{
    if (!lines_next(&r->in)) return lines_ended(&r->in, err);
    return lines_expect(&r->in, word, err);
}

/* ---- the head ---- */

static bool window_read(Reading *r, Err *err)
{
    Window *w = &r->move.window;
    if (!want_line(r, STR("window"), err) ||
        !plan_take_date(&r->in, &w->first, err) ||
        !plan_take_date(&r->in, &w->last, err))
        return false;
    bool good = !window_is_empty(*w) && !date_is(w->last, DATE_NEVER) &&
                window_days(*w) <= PLAN_DAYS_MOST;
    if (!good)
        return lines_fail(&r->in, "bukan hari terakhir sebuah jadwal",
                          "is not the last day of a plan", err);
    r->day_count = (uint32_t)window_days(*w);
    return lines_over(&r->in, err);
}

static bool mark_read(Reading *r, Str name, PlanMark *out, Err *err)
{
    int64_t reasons = 0;
    if (!want_line(r, name, err) || !plan_take_date(&r->in, &out->known, err) ||
        !lines_number(&r->in, 0, UINT16_MAX, &reasons, err) ||
        !lines_over(&r->in, err))
        return false;
    out->reason_count = (uint32_t)reasons;
    return want_line(r, STR("digest"), err) &&
           lines_halves(&r->in, &out->digest, err) && lines_over(&r->in, err);
}

static bool version_read(Reading *r, Err *err)
{
    int64_t version = 0;
    if (!want_line(r, STR("version"), err) ||
        !lines_number(&r->in, 2, UINT32_MAX, &version, err) ||
        !lines_over(&r->in, err))
        return false;
    r->move.version = (uint32_t)version;
    return true;
}

static bool marks_read(Reading *r, Err *err)
{
    PlanMove *m = &r->move;
    if (!mark_read(r, STR("before"), &m->before, err) ||
        !mark_read(r, STR("after"), &m->after, err))
        return false;
    if (m->after.reason_count >= m->before.reason_count) return true;
    return lines_fail(&r->in, "mendahului alasan yang berkurang",
                      "comes after fewer reasons than before", err);
}

static bool head_read(Reading *r, Err *err)
{
    PlanMove *m = &r->move;
    return want_line(r, STR("pindah"), err) &&
           lines_expect(&r->in, STR("1"), err) && lines_over(&r->in, err) &&
           want_line(r, STR("government"), err) &&
           plan_take_rest(r->arena, &r->in, &m->government, err) &&
           window_read(r, err) && version_read(r, err) &&
           want_line(r, STR("cause"), err) &&
           plan_take_rest(r->arena, &r->in, &m->cause, err) &&
           want_line(r, STR("first"), err) &&
           plan_take_date(&r->in, &m->first, err) && lines_over(&r->in, err) &&
           marks_read(r, err);
}

/* ---- lines ---- */

static bool person_read(Reading *r, PersonId *out, Err *err)
{
    Str code;
    if (!lines_want(&r->in, err) ||
        !plan_take_word(r->arena, &r->in, &code, err))
        return false;
    out->index = map_find(&r->r->person_codes, code);
    if (out->index != NO_INDEX) return true;
    return lines_fail(&r->in, "bukan kode pegawai di register",
                      "is no person's code of the register", err);
}

/* One placement "K/12" before the mark; the letter is one of placement.h. */
static bool place_read(Reading *r, Str *text, char mark, char *letter,
                       uint16_t *reason, Err *err)
{
    int64_t index = 0;
    Str first = str_slice(*text, 0, 1);
    if (text->len < 3 || text->ptr[1] != '/' || !placed_is(first.ptr[0]))
        return lines_fail(&r->in, "bukan perpindahan sebuah sel",
                          "is no move of a cell", err);
    *letter = first.ptr[0];
    *text = str_slice(*text, 2, text->len);
    if (!lines_part(&r->in, text, mark, 0,
                    (int64_t)r->move.after.reason_count - 1, &index, err))
        return false;
    *reason = (uint16_t)index;
    return true;
}

static bool cell_read(Reading *r, PersonId person, Err *err)
{
    CellMove c = {.person = person};
    Str text = r->in.word;
    int64_t day = 0;
    c.forced = str_ends(text, STR("!"));
    if (c.forced) text = str_slice(text, 0, text.len - 1);
    if (!lines_part(&r->in, &text, ':', 0, (int64_t)r->day_count - 1, &day,
                    err) ||
        !place_read(r, &text, '>', &c.from, &c.was, err) ||
        !place_read(r, &text, '\0', &c.to, &c.now, err))
        return false;
    if (text.len > 0)
        return lines_fail(&r->in, "lebih panjang daripada satu perpindahan",
                          "is longer than one move", err);
    c.day = (uint32_t)day;
    VEC_PUSH(r->arena, &r->cells, c);
    return true;
}

static bool cells_read(Reading *r, Err *err)
{
    PersonId person = NO_PERSON;
    if (!person_read(r, &person, err)) return false;
    while (lines_word(&r->in)) {
        if (!cell_read(r, person, err)) return false;
    }
    return true;
}

static bool told_read(Reading *r, Err *err)
{
    PlanTold told = {.person = NO_PERSON};
    if (!person_read(r, &told.person, err)) return false;
    while (lines_word(&r->in)) {
        bool *why = str_is(r->in.word, STR("own"))        ? &told.own
                    : str_is(r->in.word, STR("superior")) ? &told.superior
                    : str_is(r->in.word, STR("unit"))     ? &told.unit
                                                          : NULL;
        if (why == NULL)
            return lines_fail(&r->in, "bukan sebab diberi tahu",
                              "is no cause to be told", err);
        *why = true;
    }
    VEC_PUSH(r->arena, &r->told, told);
    return true;
}

static bool reason_read(Reading *r, Err *err)
{
    Reason reason = {0};
    if (!plan_take_reason(r->arena, &r->in, &reason, err)) return false;
    VEC_PUSH(r->arena, &r->fresh, reason);
    return true;
}

/* Reasons, cells and who is told, up to the end. */
static bool body_read(Reading *r, Err *err)
{
    while (lines_next(&r->in)) {
        bool good = false;
        if (!lines_want(&r->in, err)) return false;
        if (str_is(r->in.word, STR("end"))) return lines_over(&r->in, err);
        if (str_is(r->in.word, STR("reason")))
            good = reason_read(r, err);
        else if (str_is(r->in.word, STR("cell")))
            good = cells_read(r, err);
        else if (str_is(r->in.word, STR("tell")))
            good = told_read(r, err);
        else
            return lines_fail(&r->in, "tidak mengawali apa pun",
                              "begins nothing", err);
        if (!good) return false;
    }
    return lines_ended(&r->in, err);
}

static bool is_whole(Reading *r, Err *err)
{
    const PlanMove *m = &r->move;
    if (lines_next(&r->in))
        return lines_fail(&r->in, "masih ada sesudah akhir",
                          "stands behind the end", err);
    if (r->fresh.count == m->after.reason_count - m->before.reason_count)
        return true;
    return lines_fail(&r->in, "datang sesudah alasan yang tidak lengkap",
                      "comes after reasons that are not complete", err);
}

bool plan_move_read(Arena *arena, Str text, const Register *r, PlanMove *out,
                    Err *err)
{
    Reading reading = {.arena = arena, .in = lines_of(text), .r = r};
    if (!head_read(&reading, err) || !body_read(&reading, err) ||
        !is_whole(&reading, err))
        return false;
    *out = reading.move;
    out->fresh = reading.fresh.at;
    out->cells = reading.cells.at;
    out->cell_count = reading.cells.count;
    out->told = reading.told.at;
    out->told_count = reading.told.count;
    return true;
}
