/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live_follow.c - the published plans follow; what they could not is told.
 */
#include "app/live_part.h"

enum { TRIES = 3, RULES_SHOWN = 4, FOLLOW_BLOCK = 4 << 20 };

/* ---- words -------------------------------------------------------------- */

/* The rules that clash, and by how many seats. */
static Str clash_said(Arena *arena, const RosterMade *made, Lang lang)
{
    Buf out = buf_in(arena);
    size_t shown = 0;
    buf_c(&out, lang == LANG_EN ? "no plan keeps these rules together: "
                                : "tidak ada jadwal yang memenuhi semuanya: ");
    for (uint32_t i = 0; i < made->clash.demand_count; i++) {
        uint32_t clause = made->clash.demands[i].clause;
        if (clause == NO_INDEX || shown == RULES_SHOWN) continue;
        Str cite = made->corpus.clauses[clause].cite;
        buf_c(&out, shown++ > 0 ? "; " : "");
        buf_put(&out, cite_words(arena, &made->corpus, cite, lang));
    }
    buf_format(&out, lang == LANG_EN ? " (short by %lld)" : " (kurang %lld)",
               (long long)(made->clash.asked - made->clash.left));
    return buf_str(&out);
}

static LiveTrouble trouble_of(Arena *arena, const Followed *followed)
{
    LiveTrouble t = {.kind = followed->kind,
                     .days = followed->days,
                     .version = followed->version};
    if (followed->kind == FOLLOW_CLASH) {
        t.said[LANG_ID] = clash_said(arena, &followed->moved->made, LANG_ID);
        t.said[LANG_EN] = clash_said(arena, &followed->moved->made, LANG_EN);
    } else if (followed->kind == FOLLOW_BARE) {
        t.said[LANG_ID] = STR("hari-hari ini belum ada dalam jadwal terbit");
        t.said[LANG_EN] = STR("no published plan holds these days");
    } else {
        t.said[LANG_ID] = str_copy(arena, str_of(followed->why.id));
        t.said[LANG_EN] = str_copy(arena, str_of(followed->why.text));
    }
    return t;
}

static LiveTroubles *troubles_open(void)
{
    return LIVE_PART(LiveTroubles, 4096);
}

/* Nothing followed at all: that is a trouble, too. */
LiveTroubles *live_follow_failed(const Err *why)
{
    LiveTroubles *troubles = troubles_open();
    Arena *arena = troubles->part.arena;
    LiveTrouble *t = NEW(arena, LiveTrouble, 1);
    t->kind = FOLLOW_REFUSED;
    t->days = (Window){{0}, {-1}};
    t->said[LANG_EN] = str_copy(arena, str_of(why->text));
    t->said[LANG_ID] = why->id[0] == '\0' ? t->said[LANG_EN]
                                          : str_copy(arena, str_of(why->id));
    troubles->at = t;
    troubles->count = 1;
    return troubles;
}

static LiveTroubles *tell(const FollowedList *list, bool *moved)
{
    LiveTroubles *troubles = NULL;
    VEC(LiveTrouble) all = {0};
    for (size_t i = 0; i < list->count; i++) {
        const Followed *f = &list->at[i];
        *moved |= f->kind == FOLLOW_MOVED || f->kind == FOLLOW_REFUSED;
        if (f->kind == FOLLOW_SAME || f->kind == FOLLOW_MOVED) continue;
        if (troubles == NULL) troubles = troubles_open();
        VEC_PUSH(troubles->part.arena, &all,
                 trouble_of(troubles->part.arena, f));
    }
    if (troubles == NULL) return NULL;
    troubles->at = all.at;
    troubles->count = all.count;
    return troubles;
}

/* ---- following ---------------------------------------------------------- */

static bool follow_once(LiveGovernment *g, const LiveBase *base, Arena *arena,
                        FollowedList *out, Err *err)
{
    Office office = base->office;
    Zone zone = office.government.zone;
    office.arena = arena;
    office.diags = diags_in(arena);
    RecordWorld world = {.store = g->live->store,
                         .office = &office,
                         .today = zone_day(zone, live_now(g->live)),
                         .meeting_most = RECORD_MEETING_MOST};
    FollowWish wish = {STR("sistem"), live_new_id(g->live)};
    return follow_plan(&world, &wish, out, err);
}

bool live_may_pass(const Err *err)
{
    return err->kind == ERR_STALE || err->kind == ERR_BUSY ||
           err->kind == ERR_FULL || err->kind == ERR_IO;
}

/* Whoever published in between: once more, beside what is published now. */
LiveTroubles *live_follow(LiveGovernment *g, const LiveBase *base, bool *moved,
                          bool *late)
{
    Err err = {0};
    for (int i = 0; i < TRIES; i++) {
        AUTO(arena_done) Arena *arena = arena_open(FOLLOW_BLOCK);
        FollowedList list = {0};
        err = (Err){0};
        if (follow_once(g, base, arena, &list, &err)) return tell(&list, moved);
        if (err.kind != ERR_STALE) break;
    }
    *moved = true; /* versions written before the fault stay published */
    *late = live_may_pass(&err);
    return live_follow_failed(&err);
}
