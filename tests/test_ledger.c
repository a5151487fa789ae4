/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_ledger.c - fairness from letter to letter.
 *
 * Three rosters one after the other, with and without the ledger; newcomers
 * and people on long leave; the file, read back and refused.
 */
#include "app/keep_ledger.h"
#include "app/plan_files.h"
#include "app/verify_plan.h"
#include "base/file.h"
#include "harness.h"
#include "small_office.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- a unit over three periods ----------------------------------------- */

enum { STAFF = 7, DAYS = 5 };

static const char units[] =
    "kode,nama,induk,jenis,perangkat_daerah,unit_kerja\n"
    "kota,Pemerintah Kota,,pemerintah,,\n"
    "dinas,Dinas Contoh,kota,dinas,ya,ya\n";

#define HEAD                                                              \
    "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,jenis_jabatan," \
    "petugas_lapangan,mulai,sampai\n"

/* Seven people; G only from the 17th on. */
static const char people[] = HEAD "A,,,Ani,PNS,dinas,,,,,\n"
                                  "B,,,Budi,PNS,dinas,,,,,\n"
                                  "C,,,Cici,PNS,dinas,,,,,\n"
                                  "D,,,Dedi,PNS,dinas,,,,,\n"
                                  "E,,,Eka,PNS,dinas,,,,,\n"
                                  "F,,,Fani,PNS,dinas,,,,,\n"
                                  "G,,,Gita,PNS,dinas,,,,,\n";
static const char newcomer[] = HEAD "A,,,Ani,PNS,dinas,,,,,\n"
                                    "B,,,Budi,PNS,dinas,,,,,\n"
                                    "C,,,Cici,PNS,dinas,,,,,\n"
                                    "D,,,Dedi,PNS,dinas,,,,,\n"
                                    "E,,,Eka,PNS,dinas,,,,,\n"
                                    "F,,,Fani,PNS,dinas,,,,,\n"
                                    "G,,,Gita,PNS,dinas,,,,2020-08-31,\n";
static const char long_leave[] = "pegawai,jenis,mulai,sampai,dicatat\n"
                                 "G,cuti,2020-08-03,2020-08-28,2020-08-01\n";
static const char posts[] =
    "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
    "P,Kepala Dinas,dinas,II.b,kepala dinas,ya,,,,\n";

/* Three of seven a day: fifteen seats in a week, not a multiple of seven. */
static const char rules[] =
    "(1) Pada setiap unit kerja: di kantor paling banyak 3 orang.\n";

typedef struct {
    SmallOffice small;
    Ledger ledger;
    int32_t office[STAFF], turns[STAFF], last[STAFF];
} Run;

static bool run_open(Arena *arena, const char *who, const char *away, Run *run)
{
    const char *const texts[TABLE_COUNT] = {[TABLE_UNITS] = units,
                                            [TABLE_PEOPLE] = who,
                                            [TABLE_POSTS] = posts,
                                            [TABLE_ABSENCES] = away};
    *run = (Run){.ledger = ledger_in(arena)};
    return small_office_open(arena, texts, rules, &run->small);
}

/* One week from that Monday of August 2020; its days are added up. */
static bool run_week(Run *run, int32_t monday, bool with_ledger)
{
    Err err = {0};
    RosterWish wish = make_roster_wish();
    wish.window = small_office_days(monday, monday + 4);
    if (with_ledger) wish.ledger = &run->ledger;
    RosterMade *made = &run->small.made;
    if (!EXPECT(make_roster(&run->small.office, &wish, made, &err)) ||
        !EXPECT(made->solved))
        return false;
    EXPECT_STR(made->audit_said[LANG_EN], "");
    EXPECT(made->verified);
    const Plan *plan = &made->demand.plan;
    for (uint32_t p = 0; p < STAFF; p++) {
        run->last[p] = 0;
        for (uint32_t d = 0; d < plan->day_count; d++) {
            size_t cell = (size_t)p * plan->day_count + d;
            bool turn = plan->reason[plan->reasons[cell]].step == STEP_TURN;
            run->turns[p] += turn;
            run->last[p] += turn && plan->cells[cell] == PLACED_OFFICE;
        }
        run->office[p] += run->last[p];
    }
    return EXPECT(
        keep_ledger_add(&run->small.office, &run->ledger, plan, &err));
}

static int32_t spread(const int32_t *days, uint32_t count)
{
    int32_t least = INT32_MAX, most = 0;
    for (uint32_t p = 0; p < count; p++) {
        if (days[p] < least) least = days[p];
        if (days[p] > most) most = days[p];
    }
    return most - least;
}

FACT(over_three_letters_the_spread_stays_at_one)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Run *without = NEW(arena, Run, 1), *with = NEW(arena, Run, 1);
    if (!run_open(arena, people, NULL, without) ||
        !run_open(arena, people, NULL, with))
        return;
    for (int32_t week = 0; week < 3; week++) {
        if (!run_week(without, 3 + 7 * week, false) ||
            !run_week(with, 3 + 7 * week, true))
            return;
        EXPECT(spread(with->office, STAFF) <= 1);
    }
    EXPECT_INT(spread(without->office, STAFF), 3);
    EXPECT_INT((int64_t)with->ledger.lines.count, 3 * STAFF);
    (void)printf("  spread after three weeks: %d without, %d with the ledger\n",
                 spread(without->office, STAFF), spread(with->office, STAFF));
}

FACT(a_newcomer_is_not_called_every_day)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Run *run = NEW(arena, Run, 1);
    if (!run_open(arena, newcomer, NULL, run)) return;
    for (int32_t week = 0; week < 4; week++) {
        if (!run_week(run, 3 + 7 * week, true)) return;
    }
    EXPECT_INT(run->turns[6], 0);
    EXPECT(spread(run->office, 6) <= 1);
    if (!run_week(run, 31, true)) return; /* 31 August to 4 September */
    EXPECT(run->last[6] >= 2 && run->last[6] <= 3);
    EXPECT(spread(run->last, STAFF) <= 1);
}

FACT(long_leave_is_neither_punished_nor_made_up_for)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Run *run = NEW(arena, Run, 1);
    if (!run_open(arena, people, long_leave, run)) return;
    for (int32_t week = 0; week < 5; week++) {
        if (!run_week(run, 3 + 7 * week, true)) return;
    }
    EXPECT_INT(run->turns[6], DAYS);
    EXPECT(run->last[6] >= 2 && run->last[6] <= 3);
    EXPECT(spread(run->office, 6) <= 1);
}

/* ---- half a period away, by share -------------------------------------- */

/* G is away on three days of the first week: two available, of which the
 * roster may take both.  By share G is ahead then, by count behind. */
static const char half_away[] = "pegawai,jenis,mulai,sampai,dicatat\n"
                                "G,cuti,2020-08-03,2020-08-05,2020-08-01\n";

FACT(shares_of_available_days_even_out)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Run *run = NEW(arena, Run, 1);
    if (!run_open(arena, people, half_away, run)) return;
    for (int32_t week = 0; week < 4; week++) {
        if (!run_week(run, 3 + 7 * week, true)) return;
    }
    int64_t all = 0, turns = 0;
    for (uint32_t p = 0; p < STAFF; p++) {
        all += run->office[p];
        turns += run->turns[p];
    }
    for (uint32_t p = 0; p < STAFF; p++) { /* |o - a O / A| <= 1 */
        ROW("%u: %d of %d", p, run->office[p], run->turns[p]);
        int64_t off = run->office[p] * turns - run->turns[p] * all;
        EXPECT(off <= turns && off >= -turns);
    }
}

/* ---- proved from its files ----------------------------------------------- */

static const char *write_plan(const Run *run, Str *cert)
{
    Arena *arena = run->small.office.arena;
    const RosterMade *made = &run->small.made;
    Buf table = buf_in(arena), proof = buf_in(arena);
    const char *path = file_path(arena, harness_folder(), "dengan-buku.csv");
    Err err = {0};
    plan_write_csv(&made->demand.plan, &run->small.office.r, ',', &table);
    plan_write_cert(&made->demand.plan, &made->demand.problem, &made->answer,
                    &proof);
    *cert = buf_str(&proof);
    EXPECT(file_write(path, buf_str(&table), &err));
    return path;
}

/* Another certificate beside the table; is the plan proved by it? */
static bool is_proved(Run *run, const char *path, Str cert)
{
    Arena *arena = run->small.office.arena;
    VerifiedPlan *v = NEW(arena, VerifiedPlan, 1);
    Err err = {0};
    return EXPECT(file_write(plan_files_cert(arena, path), cert, &err)) &&
           EXPECT(verify_plan(&run->small.office, path, v, &err)) &&
           v->verdict == VERDICT_PROVED;
}

/* The text with its one `old` replaced. */
static Str with(Arena *arena, Str text, const char *old, const char *new)
{
    size_t at = str_find(text, str_of(old), 0);
    if (!EXPECT(at < text.len)) return text;
    Str before = str_slice(text, 0, at);
    Str behind = str_slice(text, at + strlen(old), text.len);
    return str_format(arena, "%.*s%s%.*s", STR_ARG(before), new,
                      STR_ARG(behind));
}

FACT(a_plan_with_a_ledger_is_proved_by_what_its_certificate_says)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Run *run = NEW(arena, Run, 1);
    Str cert = {0};
    if (!run_open(arena, people, NULL, run) || !run_week(run, 3, true)) return;
    const char *path = write_plan(run, &cert);
    EXPECT(is_proved(run, path, cert));
    EXPECT_HAS(cert.ptr, "\ncarried 0*7\n");
    /* As those were written that began anew. */
    EXPECT(is_proved(run, path, with(arena, cert, "carried 0*7\n", "")));

    if (!run_week(run, 10, true)) return;
    path = write_plan(run, &cert);
    EXPECT(is_proved(run, path, cert));
    EXPECT_HAS(cert.ptr, "\ncarried 0*5 1 0\n");
    EXPECT(!is_proved(run, path, with(arena, cert, "carried 0*5 1 0\n", "")));
    EXPECT(!is_proved(
        run, path, with(arena, cert, "carried 0*5 1 0\n", "carried 9 0*6\n")));
}

static const struct {
    const char *line, *why;
} bad_carried[] = {
    {"carried 0*6\n", "line 1"}, {"carried 0*8\n", "more often"},
    {"carried 0*6 -1\n", "-1"},  {"carried 0*6 16777217\n", "16777217"},
    {"carried 0*7 0\n", "'0'"},  {"carried 0*7\ncarried 0*7\n", "'proof'"},
};

FACT(what_a_certificate_carries_is_of_everybody_and_no_more)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Run *run = NEW(arena, Run, 1);
    Str cert = {0};
    if (!run_open(arena, people, NULL, run) || !run_week(run, 3, true)) return;
    const char *path = write_plan(run, &cert);
    for (size_t k = 0; k < COUNT(bad_carried); k++) {
        ROW("%s", bad_carried[k].line);
        VerifiedPlan *v = NEW(arena, VerifiedPlan, 1);
        Err err = {0};
        Str bad = with(arena, cert, "carried 0*7\n", bad_carried[k].line);
        EXPECT(file_write(plan_files_cert(arena, path), bad, &err));
        EXPECT(!verify_plan(&run->small.office, path, v, &err));
        EXPECT_HAS(err.text, bad_carried[k].why);
        EXPECT(err.id[0] != '\0');
    }
}

/* ---- offsets by hand --------------------------------------------------- */

static const struct {
    const char *name;
    int32_t office[4], available[4]; /* of A to D; 0 of 0: no line */
    int32_t wanted[4];
} shares[] = {
    {"equal days", {2, 3, 2, 3}, {5, 5, 5, 5}, {0, 1, 0, 1}},
    {"nobody has any", {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}},
    {"a newcomer", {4, 4, 2, 0}, {10, 10, 10, 0}, {2, 2, 0, 2}},
    {"half away, as many", {4, 4, 4, 2}, {10, 10, 10, 5}, {0, 0, 0, 0}},
    {"half away, too many", {4, 4, 4, 4}, {10, 10, 10, 5}, {0, 0, 0, 2}},
    {"far behind", {9, 9, 9, 1}, {10, 10, 10, 10}, {8, 8, 8, 0}},
};

static Problem four_rows(Arena *arena)
{
    ProblemNode *node = NEW(arena, ProblemNode, 1);
    ProblemRow *rows = NEW(arena, ProblemRow, 4);
    *node = (ProblemNode){.parent = NO_INDEX};
    for (uint32_t i = 0; i < 4; i++)
        rows[i] = (ProblemRow){.person = {i}, .may = 0x1f};
    return (Problem){
        .day_count = 5,
        .nodes = node,
        .node_count = 1,
        .rows = rows,
        .row_count = 4,
    };
}

FACT(offsets_are_what_the_shares_say)
{
    static const char *const codes[] = {"A", "B", "C", "D"};
    for (size_t k = 0; k < COUNT(shares); k++) {
        ROW("%s", shares[k].name);
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Run *run = NEW(arena, Run, 1);
        Err err = {0};
        int32_t *offsets = NULL;
        if (!run_open(arena, people, NULL, run)) continue;
        for (uint32_t p = 0; p < 4; p++) {
            LedgerLine line = {.person = str_of(codes[p]),
                               .window = small_office_days(3, 14),
                               .office = shares[k].office[p],
                               .available = shares[k].available[p]};
            if (line.available > 0) VEC_PUSH(arena, &run->ledger.lines, line);
        }
        Problem problem = four_rows(arena);
        EXPECT(ledger_offsets(arena, &run->ledger, &problem,
                              &run->small.office.r,
                              small_office_days(17, 0).first, &offsets, &err));
        for (uint32_t p = 0; p < 4; p++)
            EXPECT_INT(offsets[p], shares[k].wanted[p]);
        /* a roster made anew does not count itself */
        EXPECT(ledger_offsets(arena, &run->ledger, &problem,
                              &run->small.office.r,
                              small_office_days(14, 0).first, &offsets, &err));
        for (uint32_t p = 0; p < 4; p++)
            EXPECT_INT(offsets[p], 0);
    }
}

/* ---- a government ------------------------------------------------------ */

/* Three weeks of a government: those of one agency who are never away and
 * serve at no counter are within one day of each other. */
typedef struct {
    Office office;
    RosterMade made;
    int32_t *office_days, *turns;
} Weeks;

static bool weeks_pass(Arena *arena, Weeks *g, bool with_ledger)
{
    Ledger ledger = ledger_in(arena);
    Err err = {0};
    uint32_t count = g->office.r.person_count;
    g->office_days = NEW(arena, int32_t, count);
    g->turns = NEW(arena, int32_t, count);
    for (int32_t week = 0; week < 3; week++) {
        RosterWish wish = make_roster_wish();
        wish.window = small_office_days(3 + 7 * week, 9 + 7 * week);
        if (with_ledger) wish.ledger = &ledger;
        if (!EXPECT(make_roster(&g->office, &wish, &g->made, &err)) ||
            !EXPECT(g->made.verified) ||
            !EXPECT(keep_ledger_add(&g->office, &ledger, &g->made.demand.plan,
                                    &err)))
            return false;
    }
    for (size_t i = 0; i < ledger.lines.count; i++) {
        uint32_t p =
            map_find(&g->office.r.person_codes, ledger.lines.at[i].person);
        g->office_days[p] += ledger.lines.at[i].office;
        g->turns[p] += ledger.lines.at[i].available;
    }
    return true;
}

/* Of each unit kerja: those with the most turns and at no counter. */
static uint32_t units_apart(Arena *arena, const Weeks *g)
{
    const Register *r = &g->office.r;
    uint32_t apart = 0;
    int32_t *most_turns = NEW(arena, int32_t, r->unit_count);
    int32_t *least = NEW(arena, int32_t, r->unit_count);
    int32_t *most = NEW(arena, int32_t, r->unit_count);
    uint8_t *officer = NEW(arena, uint8_t, r->person_count);
    for (uint32_t c = 0; c < r->counter_count; c++) {
        for (size_t i = 0; i < r->counters[c].staff_count; i++)
            officer[r->counters[c].staff[i].index] = 1;
    }
    for (uint32_t p = 0; p < r->person_count; p++) {
        uint32_t unit = r->work_unit_of[r->people[p].unit.index].index;
        if (unit != NO_INDEX && g->turns[p] > most_turns[unit])
            most_turns[unit] = g->turns[p];
    }
    for (uint32_t u = 0; u < r->unit_count; u++)
        least[u] = INT32_MAX;
    for (uint32_t p = 0; p < r->person_count; p++) {
        uint32_t unit = r->work_unit_of[r->people[p].unit.index].index;
        int32_t days = g->office_days[p];
        if (unit == NO_INDEX || officer[p] || g->turns[p] == 0 ||
            g->turns[p] < most_turns[unit])
            continue;
        if (days < least[unit]) least[unit] = days;
        if (days > most[unit]) most[unit] = days;
    }
    for (uint32_t u = 0; u < r->unit_count; u++)
        apart += least[u] <= most[u] && most[u] - least[u] > 1;
    return apart;
}

FACT(three_letters_of_a_government)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    Weeks *g = NEW(arena, Weeks, 1);
    Err err = {0};
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    if (!EXPECT(office_open(arena, "examples/balikpapan", &g->office, &err)) ||
        !weeks_pass(arena, g, false))
        return;
    uint32_t without = units_apart(arena, g);
    if (!weeks_pass(arena, g, true)) return;
    uint32_t with = units_apart(arena, g);
    EXPECT(without > 0);
    EXPECT_INT(with, 0);
    (void)printf("  units with a spread above one after three weeks: %u "
                 "without, %u with the ledger\n",
                 without, with);
}

/* ---- the file ---------------------------------------------------------- */

#define COLUMNS \
    "pegawai,nama,unit,surat,mulai,sampai,hari_kantor,hari_tersedia\n"

static const char sound[] =
    COLUMNS "A,\"Ani, S.H.\",dinas,1/T,2020-08-03,2020-08-14,4,10\n"
            "B,\" =Budi\",dinas,1/T,2020-08-03,2020-08-14,0,0\n"
            "A,\"Ani \"\"A\"\"\",dinas,2/T,2020-08-15,2020-08-15,1,1\n";

FACT(the_file_reads_back_as_it_was_written)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Ledger ledger = {0};
    Diags diags = diags_in(arena);
    Buf out = buf_in(arena);
    EXPECT(
        ledger_read(arena, STR("ledger.csv"), str_of(sound), &ledger, &diags));
    EXPECT_INT((int64_t)ledger.lines.count, 3);
    EXPECT_STR(ledger.lines.at[0].name, "Ani, S.H.");
    EXPECT_INT(ledger.lines.at[0].available, 10);
    ledger_write(&ledger, &out);
    EXPECT_STR(buf_str(&out), sound);
}

FACT(the_file_of_a_government_reads_back)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    Run *run = NEW(arena, Run, 1);
    Ledger again = {0};
    Err err = {0};
    Buf first = buf_in(arena), second = buf_in(arena);
    if (!run_open(arena, people, half_away, run) || !run_week(run, 3, true))
        return;
    ledger_write(&run->ledger, &first);
    const char *path = file_path(arena, harness_folder(), "ledger.csv");
    EXPECT(file_write(path, buf_str(&first), &err));
    EXPECT(keep_ledger_read(&run->small.office, path, &again, &err));
    ledger_write(&again, &second);
    EXPECT_STR(buf_str(&second), buf_str(&first));
    EXPECT(str_find(buf_str(&first), STR("cuti"), 0) == SIZE_MAX);
    const char *none = file_path(arena, harness_folder(), "tidak-ada.csv");
    EXPECT(keep_ledger_read(&run->small.office, none, &again, &err));
    EXPECT_INT((int64_t)again.lines.count, 0);
    EXPECT(!keep_ledger_add(&run->small.office, &run->ledger,
                            &run->small.made.demand.plan, &err));
    EXPECT_HAS(err.text, "already has the days of 1/T from 2020-08-03");
}

static const struct {
    const char *text, *id, *said;
} hostile[] = {
    {"", "buku-01", "the file is empty"},
    {"pegawai,nama\nA,B\n", "buku-01", "row 1 must be pegawai,nama"},
    {COLUMNS "A,\"B\n", "buku-01", "is no ledger"},
    {COLUMNS ",B,d,1/T,2020-08-03,2020-08-04,1,1\n", "buku-02",
     "row 2, column 1 (pegawai): '' is empty"},
    {COLUMNS "A,B,,1/T,2020-08-03,2020-08-04,1,1\n", "buku-02",
     "row 2, column 3 (unit)"},
    {COLUMNS "A,B,d,,2020-08-03,2020-08-04,1,1\n", "buku-02",
     "row 2, column 4 (surat)"},
    {COLUMNS "A,B,d,1/T,2020-02-30,2020-08-04,1,1\n", "buku-02",
     "row 2, column 5 (mulai): '2020-02-30' is not a date"},
    {COLUMNS "A,B,d,1/T,2020-08-03,4/8/2020,1,1\n", "buku-02",
     "row 2, column 6 (sampai): '4/8/2020' is not a date"},
    {COLUMNS "A,B,d,1/T,2020-08-03,2020-08-02,0,0\n", "buku-02",
     "row 2, column 6 (sampai): '2020-08-02' is before"},
    {COLUMNS "A,B,d,1/T,1900-01-01,2199-12-31,0,0\n", "buku-02",
     "column 6 (sampai): '2199-12-31' is more than 400"},
    {COLUMNS "A,B,d,1/T,2020-08-03,2020-08-04,-1,1\n", "buku-02",
     "row 2, column 7 (hari_kantor): '-1' is not a numb"},
    {COLUMNS "A,B,d,1/T,2020-08-03,2020-08-04,2,1\n", "buku-02",
     "column 7 (hari_kantor): '2' is more than the avail"},
    {COLUMNS "A,B,d,1/T,2020-08-03,2020-08-04,0,3\n", "buku-02",
     "column 8 (hari_tersedia): '3' is more than the per"},
    {COLUMNS "A,B,d,1/T,2020-08-03,2020-08-04,1,99999999999999999999\n",
     "buku-02", "column 8 (hari_tersedia): '99999999999999999999' is not"},
    {COLUMNS "A,B,d,1/T,2020-08-03,2020-08-04,1\n", "buku-02",
     "row 2, column 8 (hari_tersedia): '' is not a number"},
    {COLUMNS "A,B,d,1/T,2020-08-03,2020-08-04,1,1,=1+1\n", "buku-02",
     "row 2, column 9 (-): '=1+1' is too many"},
    {COLUMNS "A,B,d,1/T,2020-08-03,2020-08-04,1,1\n"
             "B,C,d,1/T,2020-08-03,2020-08-04,1,1\n"
             "A,B,d,2/T,2020-08-04,2020-08-05,1,1\n",
     "buku-03", "row 4, column 5 (mulai): the period of A meets tha"},
};

FACT(a_hostile_file_is_refused_with_row_and_column)
{
    for (size_t k = 0; k < COUNT(hostile); k++) {
        ROW("%s", hostile[k].text);
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Ledger ledger = {0};
        Diags diags = diags_in(arena);
        EXPECT(!ledger_read(arena, STR("ledger.csv"), str_of(hostile[k].text),
                            &ledger, &diags));
        if (!EXPECT(diags.list.count == 1)) continue;
        EXPECT_STR(diags.list.at[0].id, hostile[k].id);
        EXPECT_HAS(diags.list.at[0].said[LANG_EN], hostile[k].said);
        EXPECT_HAS(diags.list.at[0].said[LANG_ID], "ledger.csv");
        EXPECT(ledger.lines.count == 0);
    }
}
