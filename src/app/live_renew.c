/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live_renew.c - the next snapshot of a government.
 */
#include "app/live_part.h"

enum { JOURNAL_BLOCK = 1 << 20, SNAPSHOT_BLOCK = 512 };

/* ---- put up ------------------------------------------------------------- */

LiveSnapshot *live_current(LiveGovernment *g)
{
    live_lock(&g->door);
    LiveSnapshot *s = g->current;
    if (s != NULL) live_part_hold(&s->part);
    live_unlock(&g->door);
    return s;
}

/* A base with the facts of its journal as far as it was read; under grow, so
 * that none is put up after a longer one.  Takes over no hold. */
static void put_up(LiveGovernment *g, LiveBase *base, LiveTroubles *troubles)
{
    LiveSnapshot *s = LIVE_PART(LiveSnapshot, SNAPSHOT_BLOCK);
    live_part_hold(&base->part);
    if (troubles != NULL) live_part_hold(&troubles->part);
    s->base = base;
    s->troubles = troubles;
    s->kept = base->journal->kept.at;
    s->kept_count = base->journal->kept.count;
    live_lock(&g->door);
    LiveSnapshot *before = g->current;
    s->number = ++g->number;
    g->current = s;
    live_unlock(&g->door);
    live_snapshot_give(before);
}

static void add_news(LiveNews *to, const LiveNews *more)
{
    to->law |= more->law;
    to->files |= more->files;
    to->plans |= more->plans;
    to->erased |= more->erased;
}

/* Each time that there are news the follower is wanted.  Under grow. */
static bool read_journal(LiveGovernment *g, LiveJournal *journal, bool *grew,
                         Err *err)
{
    LiveNews before = journal->news;
    journal->news = (LiveNews){0};
    bool good = live_journal_read(g, journal, grew, err);
    if (live_news_any(&journal->news)) {
        atomic_store(&g->late, false);
        (void)atomic_fetch_add(&g->wanted, 1);
    }
    add_news(&journal->news, &before);
    return good;
}

/* ---- facts that came ---------------------------------------------------- */

static bool absorb(LiveGovernment *g, Err *err)
{
    bool grew = false;
    if (!read_journal(g, g->journal, &grew, err)) return false;
    if (!grew) return true;
    LiveSnapshot *now = live_current(g);
    put_up(g, now->base, now->troubles);
    live_snapshot_give(now);
    return true;
}

bool live_absorb(LiveGovernment *g, Err *err)
{
    live_lock(&g->grow);
    bool good = absorb(g, err);
    live_unlock(&g->grow);
    if (atomic_load(&g->wanted) != atomic_load(&g->followed))
        live_wake(g->live);
    return good;
}

/* ---- a new base --------------------------------------------------------- */

/* What a base is to be made of. */
typedef struct {
    LiveFrom from;
    LiveNews news;
    unsigned long long wanted; /* that it will have followed */
    LiveSnapshot *before;      /* held; or NULL */
} Renewal;

static LiveJournal *new_journal(void)
{
    LiveJournal *journal = LIVE_PART(LiveJournal, JOURNAL_BLOCK);
    journal->ids = map_in(journal->part.arena);
    return journal;
}

/* All anew: what was erased is in no memory of ours. */
static bool read_again(LiveGovernment *g, LiveJournal **out, Err *err)
{
    bool grew = false;
    LiveJournal *journal = new_journal();
    if (!live_journal_read(g, journal, &grew, err)) {
        live_journal_give(journal);
        return false;
    }
    *out = journal;
    return true;
}

/* Under grow.  The journal is held by who asks. */
static bool gather_grown(LiveGovernment *g, Renewal *out, Err *err)
{
    bool grew = false;
    LiveJournal *journal = g->journal;
    if (journal != NULL && !read_journal(g, journal, &grew, err)) return false;
    out->news = (LiveNews){true, true, true, true};
    if (journal != NULL) out->news = journal->news;
    out->wanted = atomic_load(&g->wanted);
    if (out->news.erased) {
        if (!read_again(g, &journal, err)) return false;
    } else {
        live_part_hold(&journal->part);
    }
    if (g->journal != NULL) g->journal->news = (LiveNews){0};
    journal->news = (LiveNews){0};
    out->from.journal = journal;
    out->from.effects = journal->effects.at;
    out->from.effect_count = journal->effects.count;
    out->from.kept = journal->kept.at;
    out->from.kept_count = journal->kept.count;
    return true;
}

static bool gather(LiveGovernment *g, Renewal *out, Err *err)
{
    *out =
        (Renewal){.before = live_current(g), .wanted = atomic_load(&g->wanted)};
    live_lock(&g->grow);
    bool good = gather_grown(g, out, err);
    live_unlock(&g->grow);
    if (!good || out->before == NULL) return good;
    /* Documents go with the record that brought them. */
    const LiveBase *base = out->before->base;
    bool files = out->news.files || out->news.erased;
    if (!files) out->from.files = base->files;
    if (!files && !out->news.plans) out->from.plans = base->plans;
    return good;
}

static void let_go(Renewal *renewal)
{
    live_journal_give(renewal->from.journal);
    live_snapshot_give(renewal->before);
}

/* The base goes up with all that came while it was made. */
static bool put_base(LiveGovernment *g, LiveBase *base, const Renewal *of,
                     LiveTroubles *troubles, Err *err)
{
    bool grew = false;
    LiveJournal *before = NULL;
    live_lock(&g->grow);
    bool good = read_journal(g, base->journal, &grew, err);
    if (g->journal != base->journal) {
        before = g->journal;
        live_part_hold(&of->from.journal->part);
        g->journal = base->journal;
    }
    put_up(g, base, troubles);
    live_unlock(&g->grow);
    live_journal_give(before);
    return good;
}

/* ---- all ---------------------------------------------------------------- */

static LiveTroubles *troubles_of(const Renewal *renewal)
{
    return renewal->before == NULL ? NULL : renewal->before->troubles;
}

/* The base as it is now, held; NULL with *err. */
static LiveBase *renewed_base(LiveGovernment *g, const Renewal *r, Err *err)
{
    if (r->before != NULL && !live_news_any(&r->news)) {
        live_part_hold(&r->before->base->part);
        return r->before->base;
    }
    LiveBase *base = live_base_make(g, &r->from, err);
    if (base == NULL) return NULL;
    if (put_base(g, base, r, troubles_of(r), err)) return base;
    live_base_give(base);
    return NULL;
}

static void put_troubles(LiveGovernment *g, LiveTroubles *troubles)
{
    LiveSnapshot *now = live_current(g);
    bool same = now->troubles == NULL && troubles == NULL;
    live_lock(&g->grow);
    if (!same && now->base->journal == g->journal)
        put_up(g, now->base, troubles);
    live_unlock(&g->grow);
    live_snapshot_give(now);
}

static bool is_to_follow(const Renewal *renewal)
{
    return renewal->news.law || renewal->news.files || renewal->news.erased;
}

/* What a round came to. */
typedef struct {
    bool follow; /* asked: let the plans follow */
    bool again;  /* the plans moved, and the next one shows them */
    bool late;   /* they could not follow now, and may be able to soon */
    unsigned long long wanted; /* that it has followed, if not late */
} Round;

static void follow_base(LiveGovernment *g, const LiveBase *base, Round *round)
{
    LiveTroubles *troubles = live_follow(g, base, &round->again, &round->late);
    put_troubles(g, troubles);
    live_troubles_give(troubles);
}

/* The snapshot before stays, and says why; the next news try it again. */
static void stay(LiveGovernment *g, const Renewal *renewal, const Err *why)
{
    if (renewal->before == NULL) return;
    LiveTroubles *troubles = live_follow_failed(why);
    put_troubles(g, troubles);
    live_troubles_give(troubles);
    live_lock(&g->grow);
    add_news(&g->journal->news, &renewal->news);
    live_unlock(&g->grow);
}

static bool renew_once(LiveGovernment *g, Round *round, Err *err)
{
    Renewal renewal;
    LiveBase *base = NULL;
    round->again = false;
    if (gather(g, &renewal, err)) base = renewed_base(g, &renewal, err);
    if (base == NULL) {
        stay(g, &renewal, err);
        round->late = live_may_pass(err);
    } else if (round->follow && !round->late && is_to_follow(&renewal)) {
        follow_base(g, base, round);
    }
    round->wanted = renewal.wanted;
    live_base_give(base);
    let_go(&renewal);
    return base != NULL;
}

/* The law has changed, and nothing has followed it yet. */
static void keep_late(LiveGovernment *g)
{
    live_lock(&g->grow);
    if (g->journal != NULL) g->journal->news.law = true;
    atomic_store(&g->late, true);
    live_unlock(&g->grow);
}

/* Followed is what the snapshot shows, not what is published already: what a
 * round has moved is shown by the next one.  There are no more rounds than
 * times that something came.  What may pass is tried again by the next news,
 * or with the next beat. */
bool live_renew(LiveGovernment *g, bool follow, Err *err)
{
    Round round = {.follow = follow, .again = true};
    bool good = true;
    live_lock(&g->make);
    while (round.again && good) {
        unsigned long long shown = round.wanted;
        good = renew_once(g, &round, err);
        if (!round.again || !good) shown = round.wanted;
        if (!round.late && shown > atomic_load(&g->followed))
            atomic_store(&g->followed, shown);
        live_settled(g->live);
    }
    if (round.late) keep_late(g);
    live_unlock(&g->make);
    return good;
}
