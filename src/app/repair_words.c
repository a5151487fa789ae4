/* SPDX-License-Identifier: Apache-2.0 */
#include "app/repair.h"

typedef struct {
    RepairBoard *board;
    const Broken *broken;
    const Repair *repair; /* NULL while saying what is broken */
    Lang lang;
    Buf out;
} Telling;

static void put(Telling *t, const char *id, const char *en)
{
    buf_c(&t->out, t->lang == LANG_ID ? id : en);
}

/* "2 people", "1 person": English has a plural. */
static void put_count(Telling *t, int64_t n, const char *id, const char *one,
                      const char *many)
{
    buf_number(&t->out, n);
    buf_char(&t->out, ' ');
    put(t, id, n == 1 ? one : many);
}

static void put_day(Telling *t, uint32_t day)
{
    Date date = t->board->demand.plan.days[day];
    buf_put(&t->out, date_long(t->out.arena, date, t->lang));
}

static void put_unit(Telling *t)
{
    buf_put(&t->out, t->board->corpus.r->units[t->broken->unit.index].name);
}

static void put_counter(Telling *t)
{
    Str name = t->board->corpus.r->counters[t->broken->counter].name;
    buf_put(&t->out, name);
    buf_c(&t->out, " (");
    put_unit(t);
    buf_c(&t->out, ")");
}

/* The rule of the broken cap; of a counter, that of whoever moves. */
static void put_rule(Telling *t)
{
    ClauseId cap = t->broken->cap;
    if (cap.index == NO_INDEX && t->repair != NULL && t->repair->move_count > 0)
        cap = repair_said(t->board, t->repair->moves[0].person).cap;
    if (cap.index == NO_INDEX) {
        put(t, "aturan yang berlaku", "the rules in force");
        return;
    }
    Str cite = corpus_clause(&t->board->corpus, cap)->cite;
    buf_put(&t->out,
            cite_words(t->out.arena, &t->board->corpus, cite, t->lang));
}

/* "Ani, Budi": who goes there on the board's day. */
static void put_people(Telling *t, char to)
{
    bool first = true;
    for (uint32_t m = 0; m < t->repair->move_count; m++) {
        const SeatMove *move = &t->repair->moves[m];
        const Person *who = &t->board->corpus.r->people[move->person.index];
        if (move->to != to || move->day != t->board->day) continue;
        if (!first) buf_c(&t->out, ", ");
        buf_put(&t->out, who->name);
        first = false;
    }
}

/* ---- what is broken ---------------------------------------------------- */

static Str broken_words(RepairBoard *board, const Broken *broken, Lang lang)
{
    Telling t = {board, broken, NULL, lang, buf_in(board->office->arena)};
    bool cap = broken->kind == BROKEN_CAP;
    if (cap)
        put_unit(&t);
    else
        put_counter(&t);
    put(&t, " pada ", " on ");
    put_day(&t, broken->day);
    buf_c(&t.out, ": ");
    if (cap) {
        put_count(&t, broken->by, "orang di atas batas ",
                  "person above the cap of ", "people above the cap of ");
        put_rule(&t);
    } else {
        put_count(&t, broken->by, "petugas belum ada", "officer wanting",
                  "officers wanting");
    }
    return buf_str(&t.out);
}

void repair_say_broken(RepairBoard *board, Broken *broken)
{
    broken->said[LANG_ID] = broken_words(board, broken, LANG_ID);
    broken->said[LANG_EN] = broken_words(board, broken, LANG_EN);
}

/* ---- what is done ------------------------------------------------------ */

static void put_move_day(Telling *t)
{
    put_people(t, PLACED_HOME);
    put(t, " di rumah hari itu dan masuk pada ",
        " stays at home that day and comes on ");
    put_day(t, t->repair->moves[1].day);
}

static void put_borrow(Telling *t)
{
    put_people(t, PLACED_OFFICE);
    put(t, " dari unit lain masuk untuk ", " of another unit comes for ");
    put_counter(t);
}

static void put_leaver(Telling *t)
{
    bool any = false;
    for (uint32_t m = 0; m < t->repair->move_count; m++)
        any |= t->repair->moves[m].to == PLACED_HOME;
    if (!any) return;
    put(t, "; sebagai gantinya di rumah: ", "; in exchange at home: ");
    put_people(t, PLACED_HOME);
}

static void put_shorten(Telling *t)
{
    if (t->broken->kind == BROKEN_COUNTER) {
        put_counter(t);
        put(t, " buka lebih singkat atau dengan petugas yang ada",
            " opens for a shorter time, or with the officers there are");
        return;
    }
    put(t, "di rumah, dan loketnya buka dengan petugas yang tersisa: ",
        "at home, and the counter opens with those who are left: ");
    put_people(t, PLACED_HOME);
}

static void put_comes(Telling *t, const char *id, const char *en)
{
    put_people(t, PLACED_OFFICE);
    put(t, id, en);
    put_counter(t);
}

static void put_exceed(Telling *t)
{
    if (t->broken->kind == BROKEN_COUNTER)
        put_comes(t, " masuk di atas batas untuk ",
                  " comes above the cap for ");
    else
        put(t, "biarkan seperti jadwal ini", "leave it as the plan has it");
    put(t, ", dengan alasan yang dicatat dan disampaikan ke atas",
        ", with a reason that is kept and shown upwards");
}

static void put_appoint(Telling *t)
{
    buf_put(&t->out, t->board->corpus.r->people[t->repair->person.index].name);
    put(t, ", yang hari itu di kantor, ditunjuk sebagai petugas ",
        ", who is in the office that day, is made an officer of ");
    put_counter(t);
}

static void put_lower_need(Telling *t)
{
    put(t, "kebutuhan petugas ", "the need of ");
    put_counter(t);
    put(t, " diturunkan", " is lowered");
}

static void put_raise_cap(Telling *t)
{
    put(t, "batas ", "the cap of ");
    put_rule(t);
    put(t, " bagi ", " for ");
    put_unit(t);
    put(t, " dinaikkan", " is raised");
}

static void put_deed(Telling *t)
{
    switch (t->repair->kind) {
    case REPAIR_SEND_HOME:
        put(t, "di rumah hari itu: ", "at home that day: ");
        put_people(t, PLACED_HOME);
        break;
    case REPAIR_MOVE_DAY: put_move_day(t); break;
    case REPAIR_CALL_IN:
        put_comes(t, " masuk menurut giliran untuk ", " takes a turn for ");
        break;
    case REPAIR_EXCHANGE: put_comes(t, " masuk untuk ", " comes for "); break;
    case REPAIR_BORROW: put_borrow(t); break;
    case REPAIR_RECALL:
        put_comes(t, " dipanggil, di luar giliran, untuk ",
                  " is called, on top of the turns, for ");
        break;
    case REPAIR_EXCEED: put_exceed(t); break;
    case REPAIR_SHORTEN: put_shorten(t); break;
    case REPAIR_APPOINT: put_appoint(t); break;
    case REPAIR_LOWER_NEED: put_lower_need(t); break;
    case REPAIR_RAISE_CAP: put_raise_cap(t); break;
    case REPAIR_LOWER_FLOOR:
    case REPAIR_EXEMPT: break; /* of a clash: see repair_clash.c */
    }
    if (t->repair->kind == REPAIR_EXCHANGE || t->repair->kind == REPAIR_BORROW)
        put_leaver(t);
}

/* ---- what it costs ----------------------------------------------------- */

/* The deed may end with a name, and a name with the full stop of a title. */
static void put_price(Telling *t)
{
    const RepairPrice *p = &t->repair->price;
    if (!str_ends(buf_str(&t->out), STR("."))) buf_char(&t->out, '.');
    put(t, " Harganya: ", " Its price: ");
    if (p->over > 0) {
        put_count(t, p->over, "orang di atas ", "person above ",
                  "people above ");
        put_rule(t);
        buf_c(&t->out, ", ");
    }
    if (p->wanting > 0)
        put_count(t, p->wanting, "petugas loket tidak ada, ",
                  "officer wanting at the counter, ",
                  "officers wanting at the counter, ");
    if (p->rules > 0) {
        put(t, "aturan atau daftar berubah sebanyak ",
            "a rule or list changed by ");
        put_count(t, p->rules, "orang, ", "person, ", "people, ");
    }
    put_count(t, p->cells, "sel jadwal berubah.", "cell of the plan changed.",
              "cells of the plan changed.");
}

static Str repair_words(Repairing *r, const Repair *repair, Lang lang)
{
    Telling t = {r->board, r->broken, repair, lang,
                 buf_in(r->board->office->arena)};
    put_deed(&t);
    put_price(&t);
    return buf_str(&t.out);
}

void repair_say(Repairing *r, Repair *repair)
{
    repair->said[LANG_ID] = repair_words(r, repair, LANG_ID);
    repair->said[LANG_EN] = repair_words(r, repair, LANG_EN);
}
