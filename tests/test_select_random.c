/*
 * test_select_random.c - random words for people on random registers mean the
 * same to circular/select.c and to a second, naive reader of the language.
 *
 * SOAK=1 in the environment tries ten times as many: 100,000 registers.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/rand.h"
#include "harness.h"
#include "naive_select.h"
#include "tables.h"

#include <stdio.h>

enum { REGISTERS = 10000, UNITS_MOST = 9, PEOPLE_MOST = 9, WHOS = 6 };

typedef struct {
    Arena *arena;
    Rand *rand;
    uint32_t units, people;
} Chance;

static uint32_t below(Chance *c, uint32_t limit)
{
    return rand_below(c->rand, limit);
}

static bool sometimes(Chance *c, uint32_t per_mille)
{
    return rand_chance(c->rand, per_mille);
}

static const char *one_of(Chance *c, const char *const *words, size_t count)
{
    return words[below(c, (uint32_t)count)];
}

/* ---- registers -------------------------------------------------------------
 */

static const char *const unit_types[] = {"dinas",  "badan",    "kecamatan",
                                         "bidang", "seksi",    "uptd",
                                         "bagian", "kelurahan"};
static const char *const services[] = {"bukan layanan", "layanan langsung",
                                       "esensial", "kritikal"};
static const char *const yes_no[] = {"ya", "tidak"};
static const char *const section[] = {"", "", "ya", "tidak"};
static const char *const names[] = {"Alfa", "Beta", "Gama", "Delta"};
static const char *const kinds[] = {"PNS", "CPNS",           "PPPK",   "TKD",
                                    "PTT", "tenaga kontrak", "honorer"};
static const char *const echelons[] = {"II.a", "II.b", "III.a", "IV.a"};
static const char *const roles[] = {"camat", "lurah", "kepala dinas",
                                    "kepala bidang"};
static const char *const acting[] = {"plt", "plh", "pj"};
static const char *const marks[] = {"hamil", "divaksin", "anggota satgas"};
static const char *const windows[] = {",", "2020-08-05,", ",2020-08-04",
                                      "2020-08-01,2020-08-31"};
#define ONE_OF(c, list) one_of(c, list, COUNT(list))

/* Names are of four words, so that some are borne twice, in other branches. */
static Str units_text(Chance *c)
{
    Buf out = buf_in(c->arena);
    buf_c(&out, "kode,nama,singkatan,induk,jenis,perangkat_daerah,unit_kerja,"
                "layanan,bagian_pelayanan,jam_24,hari_kerja\n"
                "u0,Pemerintah,,,pemerintah,,,,,,7\n");
    for (uint32_t u = 1; u <= c->units; u++) {
        const char *type = ONE_OF(c, unit_types);
        buf_format(&out, "u%u,%s %s,%s,u%u,%s,%s,%s,%s,%s,%s,7\n", u, type,
                   ONE_OF(c, names), sometimes(c, 300) ? ONE_OF(c, names) : "",
                   below(c, u), type, ONE_OF(c, yes_no), ONE_OF(c, yes_no),
                   ONE_OF(c, services), ONE_OF(c, section), ONE_OF(c, yes_no));
    }
    return buf_str(&out);
}

static Str people_text(Chance *c)
{
    Buf out = buf_in(c->arena);
    buf_c(&out, "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan,"
                "jenis_jabatan,petugas_lapangan,mulai,sampai\n");
    for (uint32_t p = 0; p < c->people; p++) {
        buf_format(&out, "p%u,,,Orang %u,%s,u%u,,%s,%s,%s\n", p, p,
                   ONE_OF(c, kinds), below(c, c->units + 1),
                   sometimes(c, 400) ? "fungsional" : "", ONE_OF(c, yes_no),
                   sometimes(c, 800) ? "," : ONE_OF(c, windows));
    }
    return buf_str(&out);
}

/* Each unit has a head post, as the register wants it; some are vacant, some
 * held by two, one of them acting. */
static Str posts_text(Chance *c)
{
    Buf out = buf_in(c->arena);
    buf_c(&out, "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,"
                "sampai\n");
    for (uint32_t u = 0; u <= c->units; u++) {
        const char *echelon = ONE_OF(c, echelons);
        const char *role = ONE_OF(c, roles);
        uint32_t holders = below(c, 3);
        if (holders == 0)
            buf_format(&out, "j%u,Kepala %u,u%u,%s,%s,ya,,,,\n", u, u, u,
                       echelon, role);
        for (uint32_t i = 0; i < holders; i++)
            buf_format(&out, "j%u,Kepala %u,u%u,%s,%s,ya,p%u,%s,%s\n", u, u, u,
                       echelon, role, below(c, c->people),
                       i == 0 ? "definitif" : ONE_OF(c, acting),
                       ONE_OF(c, windows));
    }
    return buf_str(&out);
}

static Str marks_text(Chance *c)
{
    Buf out = buf_in(c->arena);
    buf_c(&out, "pegawai,tanda,mulai,sampai,dicatat,oleh\n");
    for (uint32_t i = 0; i < c->people; i++)
        buf_format(&out, "p%u,%s,%s,2020-07-01,\n", below(c, c->people),
                   ONE_OF(c, marks), ONE_OF(c, windows));
    return buf_str(&out);
}

static Str absences_text(Chance *c)
{
    return str_format(c->arena,
                      "pegawai,jenis,mulai,sampai,dicatat\n"
                      "p%u,cuti,2020-08-04,2020-08-06,2020-08-01\n",
                      below(c, c->people));
}

static Str counters_text(Chance *c)
{
    return str_format(c->arena,
                      "kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,"
                      "mulai,sampai\n"
                      "L1,Loket,u%u,loket,Senin-Jumat,08.00,14.00,1,p%u p%u,"
                      ",\n",
                      below(c, c->units + 1), below(c, c->people),
                      below(c, c->people));
}

static bool register_in(Chance *c, Tables *out)
{
    c->units = 2 + below(c, UNITS_MOST - 2);
    c->people = 3 + below(c, PEOPLE_MOST - 3);
    const char *const texts[TABLE_COUNT] = {
        [TABLE_UNITS] = str_c(c->arena, units_text(c)),
        [TABLE_POSTS] = str_c(c->arena, posts_text(c)),
        [TABLE_PEOPLE] = str_c(c->arena, people_text(c)),
        [TABLE_MARKS] = str_c(c->arena, marks_text(c)),
        [TABLE_ABSENCES] = str_c(c->arena, absences_text(c)),
        [TABLE_COUNTERS] = str_c(c->arena, counters_text(c)),
    };
    *out = tables_import(c->arena, texts);
    return out->made;
}

/* ---- words -----------------------------------------------------------------
 */

static const TermKind unit_kinds[] = {
    TERM_NAME,    TERM_AGENCY,  TERM_WORK_UNIT,   TERM_UNIT_TYPE,
    TERM_SERVICE, TERM_SECTION, TERM_ROUND_CLOCK, TERM_WORK_WEEK};
static const TermKind people_kinds[] = {
    TERM_STAFF_ALL,  TERM_ASN,  TERM_STAFF,     TERM_RANK,      TERM_RANK_NAME,
    TERM_STRUCTURAL, TERM_ROLE, TERM_HEAD,      TERM_UNIT_HEAD, TERM_FIELD,
    TERM_DESK,       TERM_TEAM, TERM_TOP_LEVELS};

static Who *who_in(Chance *c, const Register *r, int depth, bool units);

/* Of the values that the register can have, and one that it has not. */
static int32_t value_in(Chance *c, TermKind kind)
{
    static const int32_t some_roles[] = {ROLE_CAMAT, ROLE_LURAH,
                                         ROLE_KEPALA_DINAS, ROLE_KEPALA_BIDANG,
                                         ROLE_SEKDA};
    static const int32_t types[] = {UNIT_DINAS,  UNIT_BADAN, UNIT_KECAMATAN,
                                    UNIT_BIDANG, UNIT_SEKSI, UNIT_UPTD,
                                    UNIT_SEKOLAH};
    switch ((int)kind) {
    case TERM_STAFF: return (int32_t)below(c, STAFF_HONORER + 1);
    case TERM_RANK: return RANK_JPT_MADYA + (int32_t)below(c, 4);
    case TERM_RANK_NAME: return RANK_JPT_MADYA + (int32_t)below(c, 6);
    case TERM_ROLE: return some_roles[below(c, COUNT(some_roles))];
    case TERM_TOP_LEVELS: return 1 + (int32_t)below(c, 3);
    case TERM_UNIT_TYPE: return types[below(c, COUNT(types))];
    case TERM_SERVICE: return (int32_t)below(c, SERVICE_CRITICAL + 1);
    default: return 0;
    }
}

static Limit mark_limit(Chance *c)
{
    uint32_t count = 1 + below(c, 2);
    Str *list = NEW(c->arena, Str, count);
    bool *quoted = NEW(c->arena, bool, count);
    for (uint32_t i = 0; i < count; i++)
        list[i] = str_of(ONE_OF(c, marks));
    return (Limit){.kind = LIMIT_MARK,
                   .marks = list,
                   .quoted = quoted,
                   .measures = NEW(c->arena, Amount, count),
                   .mark_count = count,
                   .all_marks = sometimes(c, 400)};
}

static void limits_in(Chance *c, const Register *r, int depth, bool units,
                      Term *term)
{
    Limit *limits = NEW(c->arena, Limit, 3);
    uint32_t count = 0;
    if (depth > 0 && sometimes(c, 350))
        limits[count++] = (Limit){.kind = LIMIT_UNITS,
                                  .units = who_in(c, r, depth - 1, true)};
    if (!units && sometimes(c, 250)) limits[count++] = mark_limit(c);
    if (!units && sometimes(c, 150))
        limits[count++] = (Limit){.kind = LIMIT_OTHER};
    term->limits = limits;
    term->limit_count = count;
}

static Term term_in(Chance *c, const Register *r, int depth, bool units)
{
    bool unit = units || sometimes(c, 250);
    Term term = {.kind = unit ? unit_kinds[below(c, COUNT(unit_kinds))]
                              : people_kinds[below(c, COUNT(people_kinds))]};
    term.value = value_in(c, term.kind);
    if (term.kind == TERM_NAME)
        term.name = r->units[1 + below(c, c->units)].name;
    if (unit && depth > 0 && sometimes(c, 100)) {
        Term *listed = NEW(c->arena, Term, 2);
        listed[0] = term_in(c, r, 0, true);
        listed[1] = term_in(c, r, 0, true);
        return (Term){
            .kind = TERM_UNIT_TYPE, .listed = listed, .listed_count = 2};
    }
    limits_in(c, r, depth, units, &term);
    return term;
}

static Who *who_in(Chance *c, const Register *r, int depth, bool units)
{
    Who *who = NEW(c->arena, Who, 1);
    uint32_t group_count = 1 + below(c, 2);
    Group *groups = NEW(c->arena, Group, group_count);
    for (uint32_t g = 0; g < group_count; g++) {
        uint32_t count = 1 + below(c, 3);
        Term *terms = NEW(c->arena, Term, count);
        for (uint32_t t = 0; t < count; t++)
            terms[t] = term_in(c, r, depth, units);
        groups[g] = (Group){terms, count};
    }
    *who = (Who){.groups = groups, .group_count = group_count};
    if (depth > 0 && sometimes(c, 250))
        who->except = who_in(c, r, depth - 1, units);
    if (!units && sometimes(c, 150)) {
        Limit *each = NEW(c->arena, Limit, 1);
        *each = mark_limit(c);
        who->each = each;
        who->each_count = 1;
    }
    return who;
}

/* ---- the comparison --------------------------------------------------------
 */

/* Of one who: how many of the people are meant alike; a name that several
 * units bear is an error of the letter, and not compared. */
static uint32_t differences(Chance *c, const Register *r, Date day,
                            uint32_t *compared, uint32_t *meant)
{
    Diags diags = diags_in(c->arena);
    Source source = {
        STR("acak"), {"", 0}
    };
    const Who *who = who_in(c, r, 2, false);
    const Selection *s = selection_make(c->arena, r, who, &source, &diags);
    Levels levels = levels_on(c->arena, r, day);
    uint32_t differ = 0;
    if (diags.errors > 0) return 0;
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        if (!person_is_active(r, person, day)) continue;
        Profile profile = profile_on(r, &levels, person, day);
        Picked got = selection_has(s, r, &profile, person, day, DATE_NEVER);
        Picked want = naive_means(r, who, person, day);
        differ += got != want;
        *meant += want != PICK_NOT;
        (*compared)++;
    }
    return differ;
}

FACT(words_for_people_mean_the_same_to_a_naive_reader)
{
    uint32_t registers = (uint32_t)harness_trials(REGISTERS);
    uint32_t compared = 0;
    uint32_t meant = 0;
    for (uint32_t i = 0; i < registers; i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 16);
        Rand rand = rand_seeded(i);
        Chance chance = {arena, &rand, 0, 0};
        Tables t = {0};
        ROW("seed %u", i);
        if (!EXPECT(register_in(&chance, &t))) {
            Buf said = buf_in(arena);
            faults_print(&t.faults, LANG_EN, &said);
            (void)EXPECT_STR(buf_str(&said), "");
            return;
        }
        for (int w = 0; w < WHOS; w++) {
            Date day =
                date_plus(tables_day("2020-08-02"), (int32_t)below(&chance, 6));
            if (!EXPECT_COUNT(
                    differences(&chance, &t.r, day, &compared, &meant), 0))
                return;
        }
    }
    printf("%u registers, %u people asked, %u of them meant\n", registers,
           compared, meant);
    EXPECT(meant > compared / 20 && meant < compared);
}
