/* SPDX-License-Identifier: Apache-2.0 */
/*
 * access_allows against a naive reading (naive_access.h), on governments made
 * by chance: trees of units in any order, heads who change, act and are away,
 * people who come and leave, grants with dates.  What both are asked stands
 * once as rows of numbers and once as the tables that the program reads.
 */
#include "app/access.h"
#include "base/rand.h"
#include "harness.h"
#include "naive_access.h"
#include "tables.h"

#include <string.h>

enum { DAY_FIRST = 18414, DAYS = 60, DEVICES = 3 }; /* from 2020-06-01 */

static int below(Rand *rand, int limit)
{
    return (int)rand_below(rand, (uint32_t)limit);
}

/* A time within the sixty days, or one that never ends. */
static NaiveTime some_time(Rand *rand)
{
    int first = below(rand, DAYS);
    bool open = below(rand, 3) == 0;
    return (NaiveTime){first, open ? 10000 : first + below(rand, 25)};
}

/* ---- a land --------------------------------------------------------------
 */

static void make_units(NaiveLand *land, Rand *rand)
{
    land->units = 2 + below(rand, NAIVE_UNITS - 2);
    for (int u = 0; u < land->units; u++)
        land->parent[u] = u == 0 ? -1 : below(rand, u);
    land->board = below(rand, land->units);
}

static void make_people(NaiveLand *land, Rand *rand)
{
    static const NaiveTime always = {-10000, 10000};
    land->people = 4 + below(rand, NAIVE_PEOPLE - 4);
    for (int p = 0; p < land->people; p++) {
        land->unit_of[p] = below(rand, land->units);
        land->serves[p] = below(rand, 5) == 0 ? some_time(rand) : always;
    }
}

/* Mostly somebody of the unit itself. */
static int one_for(const NaiveLand *land, Rand *rand, int unit)
{
    for (int tries = 0; tries < 12; tries++) {
        int person = below(rand, land->people);
        if (land->unit_of[person] == unit) return person;
    }
    return below(rand, land->people);
}

/* Full holders follow each other, and so do those who act; a day may have one
 * of each, of one alone, or none. */
static void make_leads(NaiveLand *land, Rand *rand, int unit, bool full)
{
    int day = below(rand, 8) - 4;
    for (int i = 0; i < 2 && day < DAYS; i++) {
        int length = full ? 10 + below(rand, 60) : 1 + below(rand, 20);
        land->lead[land->leads++] = (NaiveLead){
            unit, one_for(land, rand, unit), full, {day, day + length}
        };
        day += length + 1 + below(rand, full ? 6 : 20);
    }
}

static void make_rest(NaiveLand *land, Rand *rand)
{
    static const char letters[] = "CBOAV";
    for (int u = 0; u < land->units; u++) {
        if (below(rand, 6) != 0) make_leads(land, rand, u, true);
        if (below(rand, 2) != 0) make_leads(land, rand, u, false);
    }
    land->aways = land->people / 2;
    for (int i = 0; i < land->aways; i++)
        land->away[i] =
            (NaiveAway){below(rand, 2) == 0 && land->leads > 0
                            ? land->lead[below(rand, land->leads)].person
                            : below(rand, land->people),
                        some_time(rand)};
    land->grants = below(rand, 14);
    for (int i = 0; i < land->grants; i++) {
        char letter = letters[below(rand, 5)];
        bool device = letter == 'V';
        land->grant[i] =
            (NaiveGrant){letter, device ? -1 : below(rand, land->people),
                         device ? below(rand, DEVICES) : -1,
                         below(rand, land->units), some_time(rand)};
    }
}

/* ---- the same as tables --------------------------------------------------
 */

static void put_day(Buf *out, int day, int never)
{
    char iso[DATE_TEXT];
    buf_char(out, ',');
    if (day != never) buf_c(out, date_iso((Date){DAY_FIRST + day}, iso));
}

static void put_time(Buf *out, NaiveTime time)
{
    put_day(out, time.first, -10000);
    put_day(out, time.last, 10000);
    buf_char(out, '\n');
}

/* Units stand in the file as the dice have it: parents behind children too. */
static const char *units_of(const NaiveLand *land, Rand *rand, Arena *arena)
{
    int order[NAIVE_UNITS];
    Buf out = buf_in(arena);
    buf_c(&out, "kode,nama,induk,jenis,perangkat_daerah,unit_kerja\n");
    for (int u = 0; u < land->units; u++) {
        int at = below(rand, u + 1);
        order[u] = order[at];
        order[at] = u;
    }
    for (int i = 0; i < land->units; i++) {
        int u = order[i];
        buf_format(&out, "u%d,Unit %d,", u, u);
        if (land->parent[u] >= 0) buf_format(&out, "u%d", land->parent[u]);
        buf_c(&out, u == 0 ? ",pemerintah,,\n" : ",seksi,,\n");
    }
    return str_c(arena, buf_str(&out));
}

static const char *people_of(const NaiveLand *land, Arena *arena)
{
    Buf out = buf_in(arena);
    buf_c(&out, "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,"
                "jenis_jabatan,mulai,sampai\n");
    for (int p = 0; p < land->people; p++) {
        buf_format(&out, "p%d,,lokal-%d,Orang %d,PNS,u%d,,", p, p, p,
                   land->unit_of[p]);
        put_time(&out, land->serves[p]);
    }
    return str_c(arena, buf_str(&out));
}

static const char *posts_of(const NaiveLand *land, Rand *rand, Arena *arena)
{
    static const char *const acting[] = {"plt", "plh", "pj"};
    Buf out = buf_in(arena);
    buf_c(&out, "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,"
                "sampai\n");
    for (int i = 0; i < land->leads; i++) {
        const NaiveLead *lead = &land->lead[i];
        buf_format(&out, "j%d,Kepala %d,u%d,IV.a,,ya,p%d,%s", lead->unit,
                   lead->unit, lead->unit, lead->person,
                   lead->full ? "" : acting[below(rand, 3)]);
        put_time(&out, lead->time);
    }
    return str_c(arena, buf_str(&out));
}

static const char *aways_of(const NaiveLand *land, Rand *rand, Arena *arena)
{
    static const char *const kinds[] = {"cuti", "sakit", "dinas luar",
                                        "tugas belajar"};
    Buf out = buf_in(arena);
    buf_c(&out, "pegawai,jenis,dicatat,mulai,sampai\n");
    for (int i = 0; i < land->aways; i++) {
        buf_format(&out, "p%d,%s,", land->away[i].person,
                   kinds[below(rand, 4)]);
        put_time(&out, land->away[i].time);
    }
    return str_c(arena, buf_str(&out));
}

static const char *grants_of(const NaiveLand *land, Arena *arena)
{
    Buf out = buf_in(arena);
    buf_c(&out, "orang,peran,unit,mulai,sampai\n");
    for (int i = 0; i < land->grants; i++) {
        const NaiveGrant *grant = &land->grant[i];
        switch (grant->letter) {
        case 'C':
            buf_format(&out, "p%d,petugas unit,u%d", grant->person,
                       grant->unit);
            break;
        case 'V':
            buf_format(&out, "perangkat:d%d,perangkat bersama,u%d",
                       grant->device, grant->unit);
            break;
        case 'B':
            buf_format(&out, "p%d,badan kepegawaian,", grant->person);
            break;
        case 'O':
            buf_format(&out, "p%d,bagian organisasi,", grant->person);
            break;
        default: buf_format(&out, "p%d,administrator,", grant->person); break;
        }
        put_time(&out, grant->time);
    }
    return str_c(arena, buf_str(&out));
}

/* ---- questions -----------------------------------------------------------
 */

/* One who leads, at some time, the unit or one above it. */
static int some_head(const NaiveLand *land, Rand *rand, int unit)
{
    while (unit >= 0 && below(rand, 3) == 0)
        unit = land->parent[unit];
    for (int tries = 0; tries < 40 && land->leads > 0; tries++) {
        const NaiveLead *lead = &land->lead[below(rand, land->leads)];
        if (lead->unit == unit) return lead->person;
    }
    return below(rand, land->people);
}

static NaiveActor some_grantee(const NaiveLand *land, Rand *rand)
{
    const NaiveGrant *grant = &land->grant[below(rand, land->grants)];
    return (NaiveActor){.person = grant->person, .device = grant->device};
}

/* Somebody who may have to do with it, more often than not. */
static NaiveActor some_actor(const NaiveLand *land, Rand *rand,
                             const NaiveQuestion *q)
{
    int place = q->person >= 0 ? land->unit_of[q->person] : q->unit;
    NaiveActor nobody = {.person = -1, .device = -1};
    NaiveActor actor = nobody;
    switch (below(rand, 12)) {
    case 0:
    case 1:
    case 2:
    case 3: actor.person = some_head(land, rand, place); break;
    case 4: actor.person = some_head(land, rand, land->board); break;
    case 5:
    case 6: return land->grants > 0 ? some_grantee(land, rand) : nobody;
    case 7: actor.person = q->person; break;
    case 8: actor.device = below(rand, DEVICES); break;
    case 9: actor.system = true; break;
    case 10: break;
    default: actor.person = below(rand, land->people); break;
    }
    return actor;
}

static NaiveQuestion some_question(const NaiveLand *land, Rand *rand)
{
    int about = below(rand, 10);
    NaiveQuestion q = {.person = -1, .unit = -1, .day = below(rand, DAYS)};
    if (about < 6)
        q.person = below(rand, land->people);
    else if (about < 9)
        q.unit = below(rand, land->units);
    q.actor = some_actor(land, rand, &q);
    return q;
}

static Str actor_code(const NaiveActor *actor, Arena *arena)
{
    if (actor->system) return STR("sistem");
    if (actor->device >= 0)
        return str_format(arena, "perangkat:d%d", actor->device);
    if (actor->person >= 0) return str_format(arena, "p%d", actor->person);
    return STR("tidak-ada");
}

static AccessAsked asked_of(const Tables *t, const NaiveQuestion *q,
                            AccessCase use, Arena *arena)
{
    AccessAsked asked = {.actor = actor_code(&q->actor, arena),
                         .use = use,
                         .person = NO_PERSON,
                         .unit = NO_UNIT,
                         .day = {DAY_FIRST + q->day}};
    if (q->person >= 0)
        asked.person =
            tables_person(t, str_c(arena, str_format(arena, "p%d", q->person)));
    if (q->unit >= 0)
        asked.unit =
            tables_unit(t, str_c(arena, str_format(arena, "u%d", q->unit)));
    return asked;
}

typedef struct {
    int asked, allowed, wrong;
} Tally;

static void ask_some(const NaiveLand *land, Rand *rand, const Tables *t,
                     int count, Tally *tally, Arena *arena)
{
    Government government = {.board = str_format(arena, "u%d", land->board)};
    AccessWorld world = {&t->r, &government};
    for (int i = 0; i < count; i++) {
        Err why = {0};
        NaiveQuestion q = some_question(land, rand);
        AccessCase use = (AccessCase)below(rand, ACCESS_COUNT);
        AccessAsked asked = asked_of(t, &q, use, arena);
        const char *word = access_row(use)->word;
        bool should = naive_access_may(land, &q, word);
        tally->asked++;
        tally->allowed += should;
        if (access_allows(&world, &asked, &why) == should) continue;
        tally->wrong++;
        ROW("%.*s, %s, of person %d or unit %d, day %d: %s",
            STR_ARG(asked.actor), word, q.person, q.unit, q.day,
            should ? "may" : "may not");
        EXPECT(false);
        if (tally->wrong > 20) return;
    }
}

/* Of all people at once, as one by one. */
static void ask_of_all(const NaiveLand *land, Rand *rand, const Tables *t,
                       Arena *arena)
{
    Government government = {.board = str_format(arena, "u%d", land->board)};
    AccessWorld world = {&t->r, &government};
    NaiveQuestion q = some_question(land, rand);
    AccessCase use = (AccessCase)below(rand, ACCESS_COUNT);
    AccessAsked asked = asked_of(t, &q, use, arena);
    const bool *people =
        access_people(arena, &world, use, asked.actor, asked.day);
    q.unit = -1;
    for (int p = 0; p < land->people; p++) {
        Str code = str_format(arena, "p%d", p);
        q.person = p;
        bool should = naive_access_may(land, &q, access_row(use)->word);
        if (people[map_find(&t->r.person_codes, code)] == should) continue;
        ROW("%.*s, %s, of person %d, day %d", STR_ARG(asked.actor),
            access_row(use)->word, p, q.day);
        EXPECT(false);
    }
}

static void try_land(Rand *rand, int count, Tally *tally)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 18);
    NaiveLand land = {0};
    make_units(&land, rand);
    make_people(&land, rand);
    make_rest(&land, rand);
    const char *const texts[TABLE_COUNT] = {
        [TABLE_UNITS] = units_of(&land, rand, arena),
        [TABLE_PEOPLE] = people_of(&land, arena),
        [TABLE_POSTS] = posts_of(&land, rand, arena),
        [TABLE_ABSENCES] = aways_of(&land, rand, arena),
        [TABLE_GRANTS] = grants_of(&land, arena),
    };
    Tables t = tables_import(arena, texts);
    if (!t.made && t.faults.count > 0)
        EXPECT_STR(tables_fault(arena, &t.faults.list.at[0]), "");
    if (!t.made) return;
    ask_some(&land, rand, &t, count, tally, arena);
    for (int i = 0; i < 10; i++)
        ask_of_all(&land, rand, &t, arena);
}

FACT(a_hundred_thousand_questions_are_answered_alike)
{
    enum { LANDS = 500, QUESTIONS = 200 };
    Rand rand = rand_seeded(7);
    Tally tally = {0};
    for (int i = 0; i < harness_trials(LANDS) && tally.wrong <= 20; i++)
        try_land(&rand, QUESTIONS, &tally);
    ROW("all were asked");
    EXPECT_INT(tally.asked, harness_trials(LANDS) * QUESTIONS);
    ROW("both answers come up");
    EXPECT(tally.allowed > tally.asked / 10);
    EXPECT(tally.allowed < tally.asked / 2);
}

/* ---- words ---------------------------------------------------------------
 */

static bool same_letters(const char *one, const char *other)
{
    if (strlen(one) != strlen(other)) return false;
    for (; *one != '\0'; one++) {
        if (strchr(other, *one) == NULL) return false;
    }
    return true;
}

/* Who somebody is told to be, without the system and the devices that no
 * person is; only "the system" is told of nobody else. */
static void only_people(const char *letters, char out[10])
{
    size_t count = 0;
    for (; *letters != '\0'; letters++) {
        if (*letters != 'Y' && *letters != 'V') out[count++] = *letters;
    }
    out[count] = '\0';
}

FACT(a_refusal_tells_who_may)
{
    for (int use = 0; use < ACCESS_COUNT; use++) {
        const AccessRow *row = access_row((AccessCase)use);
        const char *letters = naive_access_letters(row->word);
        char told[10], people[10], may[10];
        ROW("%s", row->word);
        if (!EXPECT(letters != NULL)) continue;
        naive_access_told(row->who[LANG_EN], told);
        only_people(told, people);
        only_people(letters, may);
        if (!EXPECT(same_letters(people, may)))
            EXPECT_STR(str_of(told), letters);
    }
}
