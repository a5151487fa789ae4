/* SPDX-License-Identifier: Apache-2.0 */
#include "app/swap.h"

/* ---- offers ------------------------------------------------------------ */

typedef struct {
    SwapBoard *b;
    const SwapOffer *offer;
    Lang lang;
    Buf out;
} Telling;

static void put_day(Telling *t, uint32_t day)
{
    Date date = t->b->plan.days[day];
    buf_put(&t->out, date_long(t->out.arena, date, t->lang));
}

static void put_name(Telling *t, PersonId person)
{
    buf_put(&t->out, t->b->corpus.r->people[person.index].name);
}

static void put(Telling *t, const char *id, const char *en)
{
    buf_c(&t->out, t->lang == LANG_ID ? id : en);
}

/* "Ani di rumah dan Budi di kantor pada Senin, 3 Agustus 2020" */
static void put_exchange(Telling *t, uint32_t day)
{
    bool in = plan_cell(&t->b->plan, t->offer->with, day) == PLACED_OFFICE;
    put_name(t, in ? t->offer->asks : t->offer->with);
    put(t, " masuk kantor dan ", " comes to the office and ");
    put_name(t, in ? t->offer->with : t->offer->asks);
    put(t, " di rumah pada ", " stays at home on ");
    put_day(t, day);
}

static void put_why(Telling *t)
{
    const SwapOffer *o = t->offer;
    const LawDay *law = seating_law(&t->b->seating, o->day);
    ClauseId cap = law_person(law, o->asks).cap;
    Str cite = corpus_clause(&t->b->corpus, cap)->cite;
    Str rule = cite_words(t->out.arena, &t->b->corpus, cite, t->lang);
    put(t, ". Hari itu giliran bagi keduanya; batas ",
        ". The day is a turn for both; the cap of ");
    buf_put(&t->out, rule);
    put(t, " tetap dipatuhi, loket tetap terlayani, dan jumlah hari kantor ",
        " still holds, the counters stay served, and the number of office "
        "days ");
    if (o->back != NO_INDEX)
        put(t, "keduanya tidak berubah.", "of both stays the same.");
    else
        put(t, "keduanya bergeser satu hari, masih dalam selisih satu.",
            "of both moves by one day, still within one of the others.");
}

static Str offer_words(SwapBoard *b, const SwapOffer *offer, Lang lang)
{
    Telling t = {b, offer, lang, buf_in(b->office->arena)};
    put_exchange(&t, offer->day);
    if (offer->back != NO_INDEX) {
        put(&t, "; sebaliknya ", "; in return ");
        put_exchange(&t, offer->back);
    }
    put_why(&t);
    return buf_str(&t.out);
}

void swap_say(SwapBoard *board, SwapOffer *offer)
{
    offer->said[LANG_ID] = offer_words(board, offer, LANG_ID);
    offer->said[LANG_EN] = offer_words(board, offer, LANG_EN);
}

/* ---- refusals ---------------------------------------------------------- */

/* What fixes a cell, by step; the rule's name stands behind it. */
static const struct {
    const char *id, *en;
} fixed[STEP_COUNT] = {
    [STEP_CLOSURE] = {"unit kerjanya ditutup",                 "the unit is closed"  },
    [STEP_DAY_OFF] = {"bukan hari kerja",                      "it is no working day"},
    [STEP_HEALTH] = {"ia harus di rumah hari itu",
                      "they must stay at home that day"                              },
    [STEP_ABSENCE] = {"ia sedang cuti atau dinas luar",
                      "they are on leave or on an official trip"                     },
    [STEP_RECALL] = {"ia dipanggil ke kantor hari itu",
                      "they are called to the office that day"                       },
    [STEP_EXEMPT] = {"surat itu tidak berlaku baginya",
                      "the letter does not apply to them"                            },
    [STEP_DECISION] = {"keputusan kepala menetapkannya",
                      "a head's decision fixes it"                                   },
    [STEP_MUST] = {"aturan menetapkannya",                  "a rule fixes it"     },
    [STEP_TURN] = {"giliran",                               "a turn"              },
    [STEP_MAY] = {"ia boleh di rumah menurut aturan",
                      "a rule lets them stay at home"                                },
    [STEP_REST] = {"ia termasuk selebihnya menurut aturan",
                      "a rule places them among the rest"                            },
    [STEP_NO_RULE] = {"tidak ada aturan tentang hari itu",
                      "no rule says anything of that day"                            },
};

static Str because(SwapBoard *b, const Directive *said, Lang lang)
{
    Arena *arena = b->office->arena;
    const char *why =
        lang == LANG_ID ? fixed[said->step].id : fixed[said->step].en;
    if (said->by.index == NO_INDEX) return str_of(why);
    Str cite = corpus_clause(&b->corpus, said->by)->cite;
    Str rule = cite_words(arena, &b->corpus, cite, lang);
    return str_format(arena, "%s (%.*s)", why, STR_ARG(rule));
}

bool swap_refuse_fixed(SwapBoard *board, const SwapWish *wish, Err *err)
{
    Arena *arena = board->office->arena;
    uint32_t day = plan_day(&board->plan, wish->day);
    Directive said =
        law_person(seating_law(&board->seating, day), wish->person);
    Str name = board->corpus.r->people[wish->person.index].name;
    Str id = date_words(arena, wish->day, LANG_ID);
    Str en = date_words(arena, wish->day, LANG_EN);
    Str why_id = because(board, &said, LANG_ID);
    Str why_en = because(board, &said, LANG_EN);
    return office_refuse(
        board->office, "tukar-01",
        str_format(arena, "%.*s tidak dapat bertukar pada %.*s: %.*s",
                   STR_ARG(name), STR_ARG(id), STR_ARG(why_id)),
        str_format(arena, "%.*s cannot swap on %.*s: %.*s", STR_ARG(name),
                   STR_ARG(en), STR_ARG(why_en)),
        err);
}

bool swap_refuse_day(SwapBoard *board, const SwapWish *wish, Err *err)
{
    char day[DATE_TEXT];
    char first[DATE_TEXT];
    char last[DATE_TEXT];
    Arena *arena = board->office->arena;
    Window w = board->plan.window;
    (void)date_iso(wish->day, day);
    (void)date_iso(w.first, first);
    (void)date_iso(w.last, last);
    return office_refuse(
        board->office, "tukar-02",
        str_format(arena, "%s di luar jadwal ini, %s sampai %s", day, first,
                   last),
        str_format(arena, "%s lies outside this plan, %s to %s", day, first,
                   last),
        err);
}

bool swap_refuse_past(SwapBoard *board, const SwapWish *wish, Err *err)
{
    Arena *arena = board->office->arena;
    Str id = date_words(arena, wish->day, LANG_ID);
    Str en = date_words(arena, wish->day, LANG_EN);
    return office_refuse(
        board->office, "tukar-03",
        str_format(arena,
                   "%.*s sudah berjalan atau lewat; yang dapat ditukar "
                   "ialah hari sesudah hari ini",
                   STR_ARG(id)),
        str_format(arena,
                   "%.*s has begun or gone by; days after today can be "
                   "swapped",
                   STR_ARG(en)),
        err);
}

bool swap_refuse_person(SwapBoard *board, const SwapWish *wish, Err *err)
{
    Arena *arena = board->office->arena;
    Str id = date_words(arena, wish->day, LANG_ID);
    Str en = date_words(arena, wish->day, LANG_EN);
    return office_refuse(
        board->office, "tukar-05",
        str_format(arena, "pegawai itu tidak bertugas pada %.*s", STR_ARG(id)),
        str_format(arena, "that person does not serve on %.*s", STR_ARG(en)),
        err);
}

bool swap_refuse_pinned(SwapBoard *board, const SwapWish *wish, Err *err)
{
    Arena *arena = board->office->arena;
    Str name = board->corpus.r->people[wish->person.index].name;
    Str id = date_words(arena, wish->day, LANG_ID);
    Str en = date_words(arena, wish->day, LANG_EN);
    return office_refuse(
        board->office, "tukar-07",
        str_format(arena, "tempat %.*s pada %.*s sudah dikunci oleh kepala",
                   STR_ARG(name), STR_ARG(id)),
        str_format(arena, "the place of %.*s on %.*s is pinned by the head",
                   STR_ARG(name), STR_ARG(en)),
        err);
}
