/* SPDX-License-Identifier: Apache-2.0 */
#include "app/draft_text.h"

#include "plan/plan_text.h"

#include <string.h>

/* ---- writing ------------------------------------------------------------- */

static void put_row(Buf *out, const char *word, const Register *r,
                    PersonId person, const char *cells)
{
    buf_c(out, word);
    buf_char(out, ' ');
    plan_put_word(out, r->people[person.index].code);
    buf_char(out, ' ');
    buf_put(out, (Str){cells, DRAFT_DAYS});
}

static void put_reason(Buf *out, const Register *r, const DraftReason *reason)
{
    buf_c(out, "alasan ");
    plan_put_word(out, r->people[reason->person.index].code);
    buf_char(out, ' ');
    buf_number(out, reason->day);
    buf_char(out, ' ');
    plan_put_text(out, reason->text);
    buf_char(out, '\n');
}

static void put_step(Buf *out, const Register *r, const DraftStep *step)
{
    buf_c(out, "langkah ");
    buf_number(out, step->version);
    buf_char(out, ' ');
    plan_put_word(out, step->actor);
    buf_c(out, step->undone ? " batal\n" : " -\n");
    for (size_t i = 0; i < step->rows.count; i++) {
        const DraftStepRow *row = &step->rows.at[i];
        put_row(out, "ubah", r, row->person, row->before);
        buf_char(out, ' ');
        buf_put(out, (Str){row->after, DRAFT_DAYS});
        buf_char(out, '\n');
    }
}

static bool is_empty(const DraftRow *row)
{
    for (uint32_t d = 0; d < DRAFT_DAYS; d++) {
        if (row->cells[d] != DRAFT_NONE) return false;
    }
    return true;
}

static void put_all(const Draft *draft, const Register *r, size_t first_step,
                    Buf *out)
{
    char id[FACT_ID_TEXT];
    buf_c(out, "id ");
    buf_c(out, fact_id_text(draft->id, id));
    buf_char(out, '\n');
    for (size_t i = 0; i < draft->rows.count; i++) {
        const DraftRow *row = &draft->rows.at[i];
        if (is_empty(row)) continue;
        put_row(out, "sel", r, row->person, row->cells);
        buf_char(out, '\n');
    }
    for (size_t i = 0; i < draft->reasons.count; i++)
        put_reason(out, r, &draft->reasons.at[i]);
    for (size_t i = first_step; i < draft->steps.count; i++)
        put_step(out, r, &draft->steps.at[i]);
}

void draft_write(const Draft *draft, const Register *r, Buf *out)
{
    size_t begun = out->len;
    for (size_t first = 0; first <= draft->steps.count; first++) {
        out->len = begun;
        put_all(draft, r, first, out);
        if (out->len - begun <= DRAFT_TEXT_MOST) return;
    }
}

/* ---- reading ------------------------------------------------------------- */

typedef struct {
    Lines in;
    const Register *r;
    Draft *draft;
    DraftStep *step; /* under way; NULL before the first */
} DraftReading;

static bool take_person(DraftReading *g, PersonId *out, Err *err)
{
    Str code = {0};
    if (!lines_want(&g->in, err) ||
        !plan_take_word(g->draft->arena, &g->in, &code, err))
        return false;
    out->index = map_find(&g->r->person_codes, code);
    return true;
}

static bool take_cells(DraftReading *g, const char *letters,
                       char out[DRAFT_DAYS], Err *err)
{
    if (!lines_want(&g->in, err)) return false;
    bool good = g->in.word.len == DRAFT_DAYS;
    for (size_t d = 0; good && d < DRAFT_DAYS; d++)
        good = g->in.word.ptr[d] != 0 && strchr(letters, g->in.word.ptr[d]);
    if (!good)
        return lines_fail(&g->in, "bukan baris sel", "is no row of cells", err);
    for (size_t d = 0; d < DRAFT_DAYS; d++)
        out[d] = g->in.word.ptr[d];
    return true;
}

static bool take_id(DraftReading *g, Err *err)
{
    if (!lines_want(&g->in, err)) return false;
    if (fact_id_parse(g->in.word, &g->draft->id)) return true;
    return lines_fail(&g->in, "bukan id", "is no id", err);
}

static bool take_row(DraftReading *g, Err *err)
{
    DraftRow row = {0};
    Draft *draft = g->draft;
    if (!take_person(g, &row.person, err) ||
        !take_cells(g, "-KRkr", row.cells, err))
        return false;
    if (row.person.index == NO_INDEX) return true;
    draft->row_of[row.person.index] = (uint32_t)draft->rows.count;
    VEC_PUSH(draft->arena, &draft->rows, row);
    return true;
}

static bool take_reason(DraftReading *g, Err *err)
{
    int64_t day = 0;
    DraftReason reason = {0};
    if (!take_person(g, &reason.person, err) ||
        !lines_number(&g->in, 0, DRAFT_DAYS - 1, &day, err) ||
        !plan_take_rest(g->draft->arena, &g->in, &reason.text, err))
        return false;
    reason.day = (uint32_t)day;
    if (reason.person.index != NO_INDEX)
        VEC_PUSH(g->draft->arena, &g->draft->reasons, reason);
    return true;
}

static bool take_step(DraftReading *g, Err *err)
{
    int64_t version = 0;
    DraftStep step = {0};
    if (!lines_number(&g->in, 1, INT32_MAX, &version, err) ||
        !lines_want(&g->in, err) ||
        !plan_take_word(g->draft->arena, &g->in, &step.actor, err) ||
        !lines_want(&g->in, err))
        return false;
    step.version = (uint32_t)version;
    step.undone = str_is(g->in.word, STR("batal"));
    VEC_PUSH(g->draft->arena, &g->draft->steps, step);
    g->step = &g->draft->steps.at[g->draft->steps.count - 1];
    return true;
}

static bool take_change(DraftReading *g, Err *err)
{
    DraftStepRow row = {0};
    if (!take_person(g, &row.person, err) ||
        !take_cells(g, ".-KRkr", row.before, err) ||
        !take_cells(g, ".-KRkr", row.after, err))
        return false;
    if (row.person.index != NO_INDEX && g->step != NULL)
        VEC_PUSH(g->draft->arena, &g->step->rows, row);
    return true;
}

typedef struct {
    const char *word;
    bool (*take)(DraftReading *g, Err *err);
} Taking;

static bool take_line(DraftReading *g, Err *err)
{
    static const Taking takings[] = {
        {"id",      take_id    },
        {"sel",     take_row   },
        {"alasan",  take_reason},
        {"langkah", take_step  },
        {"ubah",    take_change},
    };
    if (!lines_want(&g->in, err)) return false;
    for (size_t i = 0; i < COUNT(takings); i++) {
        if (str_is(g->in.word, str_of(takings[i].word)))
            return takings[i].take(g, err);
    }
    return lines_fail(&g->in, "tidak dikenal di sini", "is not known here",
                      err);
}

bool draft_read(Str text, const Register *r, Draft *draft, Err *err)
{
    DraftReading g = {.in = lines_of(text), .r = r, .draft = draft};
    while (lines_next(&g.in)) {
        if (!take_line(&g, err)) return false;
    }
    return true;
}
