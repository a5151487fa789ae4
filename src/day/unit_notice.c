/* SPDX-License-Identifier: Apache-2.0 */
#include "day/unit_notice.h"

/* ---- the stretch -------------------------------------------------------- */

static bool touches(Window a, Window b)
{
    return !window_is_empty(b) && !date_before(date_plus(a.last, 1), b.first) &&
           !date_before(date_plus(b.last, 1), a.first);
}

static Window around(Window a, Window b)
{
    if (date_before(b.first, a.first)) a.first = b.first;
    if (date_before(a.last, b.last)) a.last = b.last;
    return a;
}

/* The closure of the unit that holds the day, or NULL. */
static const Closure *closure_on(const Corpus *c, UnitId unit, Date day)
{
    for (uint32_t i = 0; i < c->closure_count; i++) {
        if (c->closures[i].unit.index == unit.index &&
            window_has(c->closures[i].window, day))
            return &c->closures[i];
    }
    return NULL;
}

Window unit_notice_days(const Corpus *corpus, UnitId unit, Date day)
{
    const Closure *closure = closure_on(corpus, unit, day);
    if (closure == NULL) return (Window){day, date_plus(day, -1)};
    Window days = closure->window;
    for (bool grown = true; grown;) {
        Window before = days;
        for (uint32_t i = 0; i < corpus->closure_count; i++) {
            const Closure *other = &corpus->closures[i];
            if (other->unit.index == unit.index && touches(days, other->window))
                days = around(days, other->window);
        }
        grown = !date_is(days.first, before.first) ||
                !date_is(days.last, before.last);
    }
    return days;
}

/* ---- where service goes on ---------------------------------------------- */

static bool has_counter(const Register *r, UnitId unit, Date day)
{
    for (uint32_t i = 0; i < r->counter_count; i++) {
        const Counter *counter = &r->counters[i];
        if (counter->kind == COUNTER_DESK && window_has(counter->window, day) &&
            r->work_unit_of[counter->unit.index].index == unit.index)
            return true;
    }
    return false;
}

static void find_below(const Corpus *c, UnitId above, Date day, UnitNotice *out)
{
    const Register *r = c->r;
    uint32_t i = r->enter[above.index];
    for (; i < r->leave[above.index] &&
           out->elsewhere_count < UNIT_NOTICE_ELSEWHERE;
         i++) {
        UnitId unit = r->preorder[i];
        if (unit.index != out->unit.index && r->units[unit.index].work_unit &&
            has_counter(r, unit, day) && closure_on(c, unit, day) == NULL)
            out->elsewhere[out->elsewhere_count++] = unit;
    }
}

/* A unit that is never open again within it has no next working day. */
enum { SOUGHT_MOST = 366 };

static Date opens_after(const Corpus *c, UnitId unit, Date last)
{
    uint8_t week = c->r->units[unit.index].week;
    for (int32_t i = 1; i <= SOUGHT_MOST; i++) {
        Date day = date_plus(last, i);
        if (calendar_works(c->calendar, week, day, c->known)) return day;
    }
    return date_plus(last, 1);
}

bool unit_notice_make(const Corpus *corpus, UnitId unit, Date day,
                      UnitNotice *out)
{
    const Closure *closure = closure_on(corpus, unit, day);
    if (closure == NULL) return false;
    *out = (UnitNotice){
        .unit = unit,
        .days = unit_notice_days(corpus, unit, day),
        .by = closure->by,
        .above = corpus->r->units[unit.index].parent,
    };
    out->opens = opens_after(corpus, unit, out->days.last);
    for (UnitId above = out->above;
         above.index != NO_INDEX && out->elsewhere_count == 0;
         above = corpus->r->units[above.index].parent)
        find_below(corpus, above, day, out);
    return true;
}

/* ---- words -------------------------------------------------------------- */

static void write_elsewhere(const UnitNotice *n, const Register *r, Lang lang,
                            Buf *out)
{
    const char *between = "";
    if (n->elsewhere_count == 0) {
        Str ask = r->units[n->above.index == NO_INDEX ? n->unit.index
                                                      : n->above.index]
                      .name;
        buf_format(out,
                   lang == LANG_EN ? "For urgent needs, ask %.*s.\n"
                                   : "Untuk keperluan mendesak, hubungi "
                                     "%.*s.\n",
                   STR_ARG(ask));
        return;
    }
    buf_c(out, lang == LANG_EN ? "Service goes on at: "
                               : "Layanan tetap berjalan di: ");
    for (uint32_t i = 0; i < n->elsewhere_count; i++) {
        buf_c(out, between);
        buf_put(out, r->units[n->elsewhere[i].index].name);
        between = ", ";
    }
    buf_c(out, ".\n");
}

static void write_rule(const UnitNotice *n, const Corpus *c, Lang lang,
                       Buf *out)
{
    if (n->by.index == NO_INDEX) return;
    Str cite = cite_words(out->arena, c, corpus_clause(c, n->by)->cite, lang);
    buf_format(out, lang == LANG_EN ? "By %.*s.\n" : "Menurut %.*s.\n",
               STR_ARG(cite));
}

void unit_notice_write(const UnitNotice *notice, const Corpus *corpus,
                       Lang lang, Buf *out)
{
    bool en = lang == LANG_EN;
    Str name = corpus->r->units[notice->unit.index].name;
    Str first = date_long(out->arena, notice->days.first, lang);
    Str last = date_long(out->arena, notice->days.last, lang);
    Str opens = date_long(out->arena, notice->opens, lang);
    buf_format(out,
               en ? "NOTICE\n%.*s is closed " : "PENGUMUMAN\n%.*s ditutup ",
               STR_ARG(name));
    buf_format(out, en ? "from %.*s to %.*s.\n" : "%.*s sampai dengan %.*s.\n",
               STR_ARG(first), STR_ARG(last));
    write_elsewhere(notice, corpus->r, lang, out);
    buf_format(out,
               en ? "It opens again on %.*s.\n" : "Dibuka kembali pada %.*s.\n",
               STR_ARG(opens));
    write_rule(notice, corpus, lang, out);
}
