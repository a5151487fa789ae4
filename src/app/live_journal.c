/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live_journal.c - the facts that snapshots have at hand.
 */
#include "app/live_part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

/* ---- which kinds -------------------------------------------------------- */

/* Those that effects_apply reads (data.c). */
static const uint64_t effects = K(RECALL) | K(MEETING) | K(VISIT) | K(TRIP) |
                                K(DECISION) | K(CLOSURE) | K(REOPENING) |
                                K(LEAVE) | K(RETURN) | K(MARK) | K(STATUS) |
                                K(STATUS_END) | K(CORRECTION);

/* Of a person, and waited for or looked at by others. */
static const uint64_t asked = K(EXIT) | K(TRAVEL) | K(SWAP) | K(OBJECTION) |
                              K(PIN) | K(DEVIATION) | K(CLARIFY);

/* Of a person; kept when they hold for longer than a month. */
static const uint64_t long_ones = K(TASK) | K(TARGET);

/* Kept when what they answer is. */
static const uint64_t answers = K(DECISION) | K(CORRECTION) | K(FINISHED) |
                                K(ANSWER) | K(OBJECTION_ANSWER) |
                                K(RECALL_ACK) | K(ARRIVAL) | K(TASK_DONE);

/* What changes law or plans by itself; a request does when it is decided. */
static const uint64_t moving =
    K(RECALL) | K(CLOSURE) | K(REOPENING) | K(LEAVE) | K(RETURN) | K(MARK) |
    K(STATUS) | K(STATUS_END) | K(PIN) | K(DOCUMENT) | K(PUBLISH);

/* What does when it is decided, or taken back. */
static const uint64_t decided =
    K(VISIT) | K(TRIP) | K(MEETING) | K(SWAP) | K(DECISION) | K(CORRECTION);

static bool has(uint64_t kinds, FactKind kind)
{
    return (kinds >> kind & 1) != 0;
}

static uint64_t kinds_read(void)
{
    uint64_t kinds =
        effects | asked | long_ones | answers | K(ERASE) | K(ACCOUNT);
    for (unsigned k = 0; k < FACT_KIND_COUNT; k++) {
        if (fact_shape((FactKind)k)->about != ABOUT_PERSON)
            kinds |= UINT64_C(1) << k;
    }
    return kinds;
}

bool live_journal_keeps(FactKind kind)
{
    return has(kinds_read(), kind);
}

/* ---- one fact ----------------------------------------------------------- */

typedef struct {
    LiveJournal *journal;
    Date today;
    bool grew;
} Reading;

static Str key_of(const FactId *id)
{
    return (Str){(const char *)id->bytes, sizeof id->bytes};
}

static const LiveKept *row_of(const LiveJournal *j, FactId id)
{
    uint32_t at = map_find(&j->ids, key_of(&id));
    return at == NO_INDEX ? NULL : &j->kept.at[at];
}

static const Fact *kept_of(const LiveJournal *j, FactId id)
{
    const LiveKept *row = row_of(j, id);
    return row == NULL ? NULL : row->fact;
}

static bool is_recent(const Reading *r, const Fact *fact)
{
    Window days = fact_days(fact);
    return !date_before(fact->day, date_plus(r->today, -LIVE_KEPT)) ||
           !date_before(days.last, date_plus(r->today, -31));
}

static bool is_long(const Fact *fact)
{
    return date_before(date_plus(fact->day, 31), fact_days(fact).last);
}

static bool is_kept(const Reading *r, const Fact *fact)
{
    bool of_nobody = fact->person.len == 0;
    if (fact->kind == FACT_ERASE || fact->kind == FACT_OUTAGE) return true;
    if (fact->kind == FACT_CORRECTION && !of_nobody) return is_recent(r, fact);
    if (has(answers, fact->kind) && !of_nobody)
        return kept_of(r->journal, fact->about) != NULL;
    if (has(effects, fact->kind)) return true;
    if (has(long_ones, fact->kind)) return is_long(fact) && is_recent(r, fact);
    return (of_nobody || has(asked, fact->kind)) && is_recent(r, fact);
}

/* Does it change law or plans? */
static bool is_moving(const LiveJournal *j, const Fact *fact)
{
    if (has(moving, fact->kind)) return true;
    if (fact->kind != FACT_DECISION && fact->kind != FACT_CORRECTION)
        return false;
    const Fact *about = kept_of(j, fact->about);
    return about != NULL &&
           (has(moving, about->kind) || has(decided, about->kind));
}

/* Somebody became administrator by account, or is no more: what is granted is
 * a part of the base. */
static bool changes_admins(const Fact *fact)
{
    return fact->kind == FACT_ACCOUNT &&
           (str_is(fact->word, STR("administrator")) ||
            str_is(fact->text, STR("administrator pertama")));
}

static Fact copy_of(Arena *arena, const Fact *fact)
{
    Fact copy = *fact;
    Str *const texts[] = {&copy.actor,   &copy.person,   &copy.unit,
                          &copy.thing,   &copy.word,     &copy.place,
                          &copy.text,    &copy.priority, &copy.urgency,
                          &copy.measure, &copy.list,     &copy.evidence,
                          &copy.sealed};
    for (size_t i = 0; i < COUNT(texts); i++)
        *texts[i] = str_copy(arena, *texts[i]);
    return copy;
}

/* A correction changes the law only with what it corrects. */
static bool is_effect(const LiveJournal *j, const Fact *fact)
{
    if (!has(effects, fact->kind)) return false;
    return fact->kind != FACT_CORRECTION || fact->person.len == 0 ||
           row_of(j, fact->about) != NULL;
}

static void keep(LiveJournal *j, const Fact *given)
{
    Arena *arena = j->part.arena;
    Fact *fact = NEW(arena, Fact, 1);
    *fact = copy_of(arena, given);
    if (is_effect(j, fact)) VEC_PUSH(arena, &j->effects, *fact);
    const LiveKept *about = fact_follows(fact) ? row_of(j, fact->about) : NULL;
    LiveKept row = {fact, fact, fact};
    if (about != NULL) row.root = about->root;
    if (about != NULL && fact->kind == FACT_CORRECTION)
        row.corrected = about->corrected;
    (void)map_put(&j->ids, key_of(&fact->id), (uint32_t)j->kept.count);
    VEC_PUSH(arena, &j->kept, row);
}

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Reading *r = context;
    LiveJournal *j = r->journal;
    (void)err;
    if (number > j->upto) j->upto = number;
    j->news.law |= changes_admins(fact);
    if (!is_kept(r, fact)) return true;
    j->news.law |= is_moving(j, fact);
    j->news.files |= data_is_berkas(fact);
    j->news.plans |= fact->kind == FACT_PUBLISH;
    j->news.erased |= fact->kind == FACT_ERASE;
    keep(j, fact);
    r->grew = true;
    return true;
}

bool live_news_any(const LiveNews *news)
{
    return news->law || news->files || news->plans || news->erased;
}

bool live_journal_read(LiveGovernment *g, LiveJournal *journal, bool *grew,
                       Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    /* All up to here was committed before the view below is taken. */
    uint64_t seen = atomic_load(&g->seen);
    Reading reading = {.journal = journal,
                       .today = zone_day(g->zone, live_now(g->live))};
    FactQuery query = {.government = g->code,
                       .days = WINDOW_ALL,
                       .kinds = kinds_read(),
                       .after = journal->upto};
    if (journal->ids.arena == NULL) journal->ids = map_in(journal->part.arena);
    if (!store_facts(g->live->store, tmp, &query, take, &reading, err))
        return false;
    if (seen > journal->upto) journal->upto = seen;
    *grew = reading.grew;
    return true;
}
