/* SPDX-License-Identifier: Apache-2.0 */
#include "door/asked.h"

/* ---- a unit, days ---------------------------------------------------------
 */

bool asked_unit(Visit *v, UnitId *out)
{
    const FieldValue *code = visit_field(v, "unit");
    *out = NO_UNIT;
    if (!code->given) return true;
    out->index = map_find(&v->view->office->r.unit_codes, code->text);
    if (out->index != NO_INDEX) return true;
    visit_refuse_with(v, ERR_ABSENT, "unit itu tidak ada",
                      "there is no such unit");
    return false;
}

bool asked_days(Visit *v, Window *out)
{
    const FieldValue *first = visit_field(v, "mulai");
    const FieldValue *last = visit_field(v, "sampai");
    if (first->given && last->given && !date_before(last->date, first->date)) {
        *out = (Window){first->date, last->date};
        return true;
    }
    visit_refuse_with(v, ERR_INPUT,
                      "mulai, sampai: isi hari pertama dan hari terakhir; hari "
                      "terakhir tidak mendahului hari pertama",
                      "mulai, sampai: give the first and the last day; the "
                      "last does not come before the first");
    return false;
}

/* ---- a draft --------------------------------------------------------------
 */

DraftWish asked_draft(const Visit *v, UnitId unit)
{
    const FieldValue *seen = visit_field(v, "versi");
    return (DraftWish){.unit = unit,
                       .month = visit_field(v, "bulan")->days,
                       .actor = v->actor,
                       .channel = visit_channel(v),
                       .sees = seen->given,
                       .seen = (uint32_t)seen->number};
}

static DraftFillKind kind_of(Str word)
{
    if (str_is(word, STR("hari"))) return DRAFT_FILL_DAYS;
    if (str_is(word, STR("minggu"))) return DRAFT_FILL_WEEKS;
    return DRAFT_FILL_FREE;
}

DraftFill asked_fill(const Visit *v)
{
    return (DraftFill){kind_of(visit_field(v, "pola")->text),
                       (uint32_t)visit_field(v, "kelompok")->number,
                       visit_field(v, "tetap")->given};
}

bool asked_cells(Visit *v, Str reason, AskedCells *out)
{
    const FieldValue *sel = visit_field(v, "sel");
    for (size_t i = 0; i < sel->many_count; i++) {
        DraftCell cell = {0};
        if (!draft_cell_parse(&v->view->office->r, sel->many[i], reason,
                              &cell)) {
            visit_refuse_with(v, ERR_INPUT,
                              "sel: pegawai, tanggal atau huruf tidak dikenal; "
                              "misalnya B00017.2020-08-05.K",
                              "sel: no such person, day or letter; such as "
                              "B00017.2020-08-05.K");
            return false;
        }
        VEC_PUSH(v->arena, out, cell);
    }
    return true;
}

AskedStep asked_step(const Visit *v)
{
    Str word = visit_field(v, "aksi")->text;
    if (str_is(word, STR("urung"))) return ASKED_UNDO;
    if (str_is(word, STR("ulang"))) return ASKED_REDO;
    if (str_is(word, STR("buang"))) return ASKED_DISCARD;
    return ASKED_CHANGE;
}

static bool discard(Visit *v, const DraftWish *wish, Draft *draft,
                    DraftDone *done, Err *err)
{
    const Register *r = &v->view->office->r;
    if (!draft_discard(v->arena, v->view, wish, err)) return false;
    *draft = draft_none(v->arena, r, wish->unit, wish->month);
    done->outcome = DRAFT_CHANGED;
    return true;
}

bool asked_step_take(Visit *v, const AskedCells *cells, Draft *draft,
                     DraftDone *done, Err *err)
{
    DraftWish wish = asked_draft(v, v->unit);
    AskedStep step = asked_step(v);
    if (step == ASKED_DISCARD) return discard(v, &wish, draft, done, err);
    if (step == ASKED_CHANGE)
        return draft_change(v->arena, v->view, &wish,
                            (DraftCells){cells->at, cells->count}, draft, done,
                            err);
    return draft_turn_back(v->arena, v->view, &wish, step == ASKED_REDO, draft,
                           done, err);
}
