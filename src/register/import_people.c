/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

/* How many lines share a trait, and the first few of them. */
typedef struct {
    size_t count;
    size_t noted; /* one more than is shown says that there are others */
    uint32_t lines[6];
} Tally;

typedef struct {
    Tally good, sample, ruined, shape, date, twice;
    VEC(uint32_t) people; /* the line of each of in->people */
} NipTallies;

static void note(Tally *t, uint32_t line)
{
    for (size_t i = 0; i < t->noted; i++) {
        if (t->lines[i] == line) return;
    }
    if (t->noted < COUNT(t->lines)) t->lines[t->noted++] = line;
}

static void tally(Tally *t, Line line)
{
    note(t, line.row->line);
    t->count++;
}

static Str tally_lines(Intake *in, const Tally *t)
{
    Str texts[COUNT(t->lines)] = {0};
    for (size_t i = 0; i < t->noted; i++)
        texts[i] = str_format(in->arena, "%u", t->lines[i]);
    return intake_list(in, texts, t->noted);
}

static void tell(Intake *in, const Tally *t, const char *id,
                 const char *id_text, const char *en_text)
{
    if (t->count == 0) return;
    Str lines = tally_lines(in, t);
    intake_remark(in, DIAG_WARNING, id,
                  str_format(in->arena, "%zu %s (baris %.*s)", t->count,
                             id_text, STR_ARG(lines)),
                  str_format(in->arena, "%zu %s (row %.*s)", t->count, en_text,
                             STR_ARG(lines)));
}

static void tell_nips(Intake *in, const NipTallies *t)
{
    tell(in, &t->shape, "impor-02", "NIP tidak berisi 18 angka",
         "NIP without 18 digits");
    tell(in, &t->date, "impor-03",
         "NIP dengan tanggal, tahun, atau jenis kelamin yang mustahil",
         "NIP with an impossible date, year or sex");
    tell(in, &t->twice, "impor-04", "NIP dipakai lebih dari satu pegawai",
         "NIP borne by more than one person");
    if (t->good.count > 0)
        tell(in, &t->sample, "impor-05",
             "NIP berakhir 000 di antara NIP asli: mungkin dibulatkan lembar "
             "kerja",
             "NIP ending in 000 among real ones: perhaps rounded by a "
             "spreadsheet");
}

/* The NIP as it is kept; a ruined one is a fault, anything else a remark. */
static Str take_nip(Intake *in, Line line, NipTallies *tallies)
{
    Str nip = nip_bare(in->arena, line_text(line, PEOPLE_NIP));
    if (nip.len == 0 || str_is(nip, STR("-"))) return STR("");
    Tally *const by_state[] = {
        [NIP_GOOD] = &tallies->good,     [NIP_SAMPLE] = &tallies->sample,
        [NIP_RUINED] = &tallies->ruined, [NIP_SHAPE] = &tallies->shape,
        [NIP_DATE] = &tallies->date,
    };
    NipState state = nip_state(nip);
    tally(by_state[state], line);
    if (state != NIP_RUINED) return nip;
    line_fault(line, PEOPLE_NIP, REPAIR_NIP, STR(""));
    return STR("");
}

/* "dr. Siti Aminah, M.Kes" from three cells. */
static void take_name(Intake *in, Line line, Str *name)
{
    Str before = line_text(line, PEOPLE_GELAR_DEPAN);
    Str after = line_text(line, PEOPLE_GELAR_BELAKANG);
    if (!line_need(line, PEOPLE_NAMA, name)) return;
    if (before.len > 0 && !str_is(before, STR("-")))
        *name =
            str_format(in->arena, "%.*s %.*s", STR_ARG(before), STR_ARG(*name));
    if (after.len > 0 && !str_is(after, STR("-")))
        *name =
            str_format(in->arena, "%.*s, %.*s", STR_ARG(*name), STR_ARG(after));
}

static void take_kind(Line line, Person *person)
{
    Str text = {0};
    int kind = STAFF_PNS;
    if (!line_need(line, PEOPLE_JENIS_PEGAWAI, &text)) return;
    line_word(line, PEOPLE_JENIS_PEGAWAI, staff_kind_words(), REPAIR_STAFF,
              &kind);
    person->kind = (StaffKind)kind;
}

/* Who is struktural has the rank of the post; without one, of a pelaksana. */
static void take_rank(Line line, Person *person)
{
    static const Word kinds[] = {
        {STR_INIT("pelaksana"),                   RANK_PELAKSANA },
        {STR_INIT("fungsional"),                  RANK_FUNGSIONAL},
        {STR_INIT("struktural"),                  RANK_PELAKSANA },
        {STR_INIT("jabatan pelaksana"),           RANK_PELAKSANA },
        {STR_INIT("jabatan fungsional"),          RANK_FUNGSIONAL},
        {STR_INIT("jabatan struktural"),          RANK_PELAKSANA },
        {STR_INIT("manajerial"),                  RANK_PELAKSANA },
        {STR_INIT("fungsional tertentu"),         RANK_FUNGSIONAL},
        {STR_INIT("jabatan fungsional tertentu"), RANK_FUNGSIONAL},
        {STR_INIT("fungsional umum"),             RANK_PELAKSANA },
        {STR_INIT("jabatan fungsional umum"),     RANK_PELAKSANA },
        {STR_INIT("jft"),                         RANK_FUNGSIONAL},
        {STR_INIT("jfu"),                         RANK_PELAKSANA },
        {STR_INIT("1"),                           RANK_PELAKSANA }, /* as SIASN numbers them */
        {STR_INIT("2"),                           RANK_FUNGSIONAL},
        {STR_INIT("4"),                           RANK_PELAKSANA },
    };
    int rank = RANK_PELAKSANA;
    line_word(line, PEOPLE_JENIS_JABATAN, WORDS(kinds), REPAIR_WORD, &rank);
    person->rank = (Rank)rank;
}

/* The code, else the NIP, else the local number. */
static bool take_code(Line line, Person *person)
{
    person->code = line_text(line, PEOPLE_KODE);
    if (person->code.len == 0) person->code = person->nip;
    if (person->code.len == 0) person->code = person->local;
    if (person->code.len > 0) return true;
    if (line_text(line, PEOPLE_NIP).len == 0)
        line_fault(line, PEOPLE_KODE, REPAIR_EMPTY, STR(""));
    return false;
}

/* Put unless the key is there already; what was there stays. */
static bool put_new(Map *map, Str key, uint32_t value)
{
    uint32_t before = map_put(map, key, value);
    if (before != NO_INDEX) (void)map_put(map, key, before);
    return before == NO_INDEX;
}

static void add_person(Intake *in, Line line, const Person *person,
                       NipTallies *tallies)
{
    uint32_t at = (uint32_t)in->people.count;
    if (!put_new(&in->made.person_codes, person->code, at)) {
        line_fault_of(line, PEOPLE_KODE, REPAIR_CODE, person->code);
        return;
    }
    if (person->nip.len > 0 && !put_new(&in->made.nips, person->nip, at)) {
        uint32_t first = map_find(&in->made.nips, person->nip);
        note(&tallies->twice, tallies->people.at[first]);
        tally(&tallies->twice, line);
    }
    if (person->local.len > 0)
        (void)put_new(&in->made.locals, person->local, at);
    VEC_PUSH(in->arena, &in->people, *person);
    VEC_PUSH(in->arena, &tallies->people, line.row->line);
}

static void take_person(Intake *in, Line line, NipTallies *tallies)
{
    Person person = {.unit = NO_UNIT,
                     .rank = RANK_PELAKSANA,
                     .kind = STAFF_PNS,
                     .nip = take_nip(in, line, tallies),
                     .local = line_text(line, PEOPLE_NOMOR_LOKAL),
                     .title = line_text(line, PEOPLE_JABATAN),
                     .window = WINDOW_ALL};
    bool coded = take_code(line, &person);
    take_name(in, line, &person.name);
    take_kind(line, &person);
    (void)line_unit(line, PEOPLE_UNIT, &person.unit);
    take_rank(line, &person);
    line_flag(line, PEOPLE_PETUGAS_LAPANGAN, &person.field);
    line_window(line, PEOPLE_MULAI, PEOPLE_SAMPAI, &person.window);
    if (coded) add_person(in, line, &person, tallies);
}

void import_people(Intake *in)
{
    const Table *table = &in->table[TABLE_PEOPLE];
    NipTallies tallies = {0};
    for (size_t i = 0; i < table_lines(table); i++)
        take_person(in, table_line(table, i), &tallies);
    tell_nips(in, &tallies);
}
