/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"
#include "cli/compare_view.h"

/*
 * Everything, for machines: names of members are Indonesian, places are the
 * letters of the plan (K, R, ...; "?" in turn), days are ISO dates.
 */

static void put_date(Json *json, const char *name, Date date)
{
    char text[DATE_TEXT];
    json_text(json, name, str_of(date_iso(date, text)));
}

static void put_letter(Json *json, const char *name, char letter)
{
    json_text(json, name, (Str){&letter, 1});
}

/* ---- a side ------------------------------------------------------------ */

static void put_breaks(Json *json, const CompareView *view,
                       const ViewedSide *side)
{
    const Register *r = &view->compared->office.r;
    json_open(json, "patah", '[');
    for (uint32_t i = 0; i < side->break_count; i++) {
        const Break *b = &side->breaks[i];
        json_open(json, NULL, '{');
        json_text(json, "unit", r->units[b->unit.index].code);
        json_text(json, "apa", compare_break(b->kind, LANG_ID));
        json_number(json, "hari", b->days);
        json_close(json);
    }
    json_close(json);
}

static void put_turns(Json *json, const Fairness *fair)
{
    json_open(json, "hari_kantor", '[');
    for (int32_t d = 0; d < FAIR_DAYS; d++) {
        if (fair->with[d] == 0) continue;
        json_open(json, NULL, '{');
        json_number(json, "hari", d);
        json_number(json, "orang", fair->with[d]);
        json_close(json);
    }
    json_close(json);
}

static void put_side(Json *json, const CompareView *view, int at)
{
    const ComparedSide *side = &view->compared->side[at];
    json_open(json, NULL, '{');
    json_text(json, "surat", side->cite);
    json_truth(json, "dapat_disusun", view->side[at].solved);
    if (!side->rostered)
        json_text(json, "sebab",
                  str_of(side->why_not.id[0] != '\0' ? side->why_not.id
                                                     : side->why_not.text));
    json_number(json, "loket_kurang_hari", view->side[at].short_days);
    put_turns(json, &view->side[at].summary.fair);
    put_breaks(json, view, &view->side[at]);
    json_close(json);
}

/* ---- days and people --------------------------------------------------- */

static void put_days(Json *json, const CompareView *view)
{
    const Compared *c = view->compared;
    json_open(json, "hari", '[');
    for (uint32_t d = 0; d < c->day_count; d++) {
        json_open(json, NULL, '{');
        put_date(json, "tanggal", c->days[d]);
        json_open(json, "di_kantor", '[');
        for (int i = 0; i < COMPARE_SIDES; i++) {
            if (view->side[i].solved)
                json_number(json, NULL, c->side[i].office[d]);
            else
                json_none(json, NULL);
        }
        json_close(json);
        json_number(json, "berubah", view->changed[d]);
        json_close(json);
    }
    json_close(json);
}

static bool same_change(const Compared *c, size_t a, size_t b)
{
    return c->side[0].law[a] == c->side[0].law[b] &&
           c->side[1].law[a] == c->side[1].law[b];
}

/* Runs of days with the same change, as first and last. */
static void put_runs(Json *json, const CompareView *view, uint32_t person)
{
    const Compared *c = view->compared;
    size_t from = (size_t)person * c->day_count;
    json_open(json, "perubahan", '[');
    for (uint32_t d = 0; d < c->day_count; d++) {
        uint32_t first = d;
        if (!compared_differs(c, person, d)) continue;
        while (d + 1 < c->day_count && same_change(c, from + d, from + d + 1))
            d++;
        json_open(json, NULL, '{');
        put_letter(json, "dari", c->side[0].law[from + first]);
        put_letter(json, "ke", c->side[1].law[from + first]);
        put_date(json, "mulai", c->days[first]);
        put_date(json, "sampai", c->days[d]);
        json_close(json);
    }
    json_close(json);
}

static void put_people(Json *json, const CompareView *view)
{
    const Compared *c = view->compared;
    const Register *r = &c->office.r;
    json_open(json, "pegawai", '[');
    for (uint32_t p = 0; p < c->person_count; p++) {
        if (!compared_changes(c, p)) continue;
        json_open(json, NULL, '{');
        json_text(json, "kode", r->people[p].code);
        json_text(json, "unit", r->units[r->people[p].unit.index].code);
        json_open(json, "hari_kantor", '[');
        for (int i = 0; i < COMPARE_SIDES; i++) {
            if (view->side[i].solved)
                json_number(json, NULL, c->side[i].turns[p]);
            else
                json_none(json, NULL);
        }
        json_close(json);
        put_runs(json, view, p);
        json_close(json);
    }
    json_close(json);
}

bool compare_json(const CompareView *view, Buf *out)
{
    const Compared *c = view->compared;
    Json json = json_in(out);
    json_open(&json, NULL, '{');
    put_date(&json, "mulai", c->window.first);
    put_date(&json, "sampai", c->window.last);
    json_open(&json, "surat", '[');
    for (int i = 0; i < COMPARE_SIDES; i++)
        put_side(&json, view, i);
    json_close(&json);
    put_days(&json, view);
    put_people(&json, view);
    json_close(&json);
    return json_done(&json);
}
