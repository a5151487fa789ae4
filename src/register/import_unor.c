/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

/*
 * A SIASN export of people carries its own units: unorId, unorNama,
 * unorIndukId.  Where no units table is given they are made from these (by
 * name, in a file without ids, as long as a name is one unit), and posts from
 * eselon and jabatan.
 */

/* Where names stand for ids, one name must be one unit: "Bidang Umum" below
 * two parents is two. */
static void find_confusion(Intake *in, Line line, uint32_t known, Str parent)
{
    const Header *header = &line.table->header;
    bool named = header->at[PEOPLE_UNIT] == header->at[PEOPLE_UNOR_NAMA];
    Str before = in->parents.at[known];
    if (!named || parent.len == 0 || before.len == 0 || str_is(before, parent))
        return;
    line_fault_of(line, PEOPLE_UNIT, REPAIR_UNOR,
                  str_format(in->arena, "%.*s: %.*s / %.*s",
                             STR_ARG(in->units.at[known].code), STR_ARG(before),
                             STR_ARG(parent)));
}

static void add_unor(Intake *in, Line line, Str code, Str name, Str parent)
{
    Unit unit = {.code = code,
                 .name = name.len > 0 ? name : code,
                 .short_name = STR(""),
                 .aliases = STR(""),
                 .parent = NO_UNIT,
                 .type = parent.len > 0 ? UNIT_SEKSI : UNIT_DINAS,
                 .week = 5,
                 .area = STR(""),
                 .building = STR(""),
                 .window = WINDOW_ALL};
    if (str_is(code, parent)) parent = STR("");
    if (code.len == 0) return;
    uint32_t known = map_find(&in->made.unit_codes, code);
    if (known != NO_INDEX) {
        find_confusion(in, line, known, parent);
        return;
    }
    (void)unit_type_guess(unit.name, &unit.type);
    unit.agency = unit_type_is_agency(unit.type);
    unit.work_unit = unit_type_is_work_unit(unit.type);
    (void)intake_add_unit(in, line, unit, parent);
}

/* One root above all: the government's own row, or one made for it. */
static void add_root(Intake *in)
{
    Str code = STR("pemerintah");
    size_t tops = 0;
    size_t top = 0;
    for (size_t i = 0; i < in->units.count; i++) {
        if (in->parents.at[i].len > 0) continue;
        tops++;
        top = i;
    }
    bool has_root = tops == 1 && in->units.at[top].type == UNIT_PEMERINTAH;
    if (has_root || tops == 0) return;
    while (map_find(&in->made.unit_codes, code) != NO_INDEX)
        code = str_format(in->arena, "%.*s-", STR_ARG(code));
    for (size_t i = 0; i < in->units.count; i++) {
        if (in->parents.at[i].len == 0) in->parents.at[i] = code;
    }
    add_unor(in, in->unit_lines.at[0], code, STR("Pemerintah Daerah"), STR(""));
}

void import_unor(Intake *in)
{
    const Table *people = &in->table[TABLE_PEOPLE];
    for (size_t i = 0; i < table_lines(people); i++) {
        Line line = table_line(people, i);
        add_unor(in, line, line_text(line, PEOPLE_UNIT),
                 line_text(line, PEOPLE_UNOR_NAMA),
                 line_text(line, PEOPLE_UNOR_INDUK));
    }
    for (size_t i = 0; i < table_lines(people); i++) {
        Line line = table_line(people, i);
        add_unor(in, line, line_text(line, PEOPLE_UNOR_INDUK),
                 line_text(line, PEOPLE_UNOR_INDUK_NAMA), STR(""));
    }
    add_root(in);
    in->guessed_work_units = true;
    intake_remark(in, DIAG_NOTE, "impor-08",
                  str_format(in->arena,
                             "%zu unit dibuat dari kolom unor tabel pegawai",
                             in->units.count),
                  str_format(in->arena,
                             "%zu units were made from the unor columns of "
                             "the people",
                             in->units.count));
}

/* "II.b", "III", or the level alone: "3"; false for people without one. */
static bool take_echelon(Line line, Post *post)
{
    static const Word levels[] = {
        {STR_INIT("1"),          RANK_JPT_MADYA    },
        {STR_INIT("2"),          RANK_JPT_PRATAMA  },
        {STR_INIT("3"),          RANK_ADMINISTRATOR},
        {STR_INIT("4"),          RANK_PENGAWAS     },
        {STR_INIT("5"),          RANK_PELAKSANA    },
        {STR_INIT("0"),          RANK_PELAKSANA    },
        {STR_INIT("-"),          RANK_PELAKSANA    },
        {STR_INIT("00"),         RANK_PELAKSANA    },
        {STR_INIT("99"),         RANK_PELAKSANA    },
        {STR_INIT("non eselon"), RANK_PELAKSANA    },
    };
    Str text = line_text(line, PEOPLE_ESELON);
    int level = RANK_PELAKSANA;
    if (text.len == 0) return false;
    if (words_find(WORDS(levels), text, &level))
        post->rank = (Rank)level;
    else if (!rank_parse(text, &post->rank, &post->echelon))
        line_fault(line, PEOPLE_ESELON, REPAIR_ECHELON, STR(""));
    return post->rank <= RANK_PENGAWAS;
}

static void add_post(Intake *in, Line line, PersonId who)
{
    const Person *person = &in->people.at[who.index];
    Post post = {.code = str_format(in->arena, "J-%.*s", STR_ARG(person->code)),
                 .name = person->title,
                 .unit = person->unit,
                 .rank = RANK_PELAKSANA,
                 .role = ROLE_NONE,
                 .window = WINDOW_ALL};
    Holding holding = {.person = who,
                       .post = {(uint32_t)in->posts.count},
                       .kind = HOLD_FULL,
                       .window = WINDOW_ALL};
    if (person->unit.index == NO_INDEX || !take_echelon(line, &post)) return;
    (void)role_guess(post.name, &post.role);
    line_date(line, PEOPLE_TMT_JABATAN, &holding.window.first);
    if (!intake_add_post(in, line, post)) return;
    VEC_PUSH(in->arena, &in->holdings, holding);
    VEC_PUSH(in->arena, &in->holding_lines, line);
}

/* The highest post of a unit heads it; of equals the first. */
static void choose_heads(Intake *in)
{
    uint32_t *heads = NEW(in->arena, uint32_t, in->units.count);
    for (size_t i = 0; i < in->units.count; i++)
        heads[i] = NO_INDEX;
    for (uint32_t i = 0; i < in->posts.count; i++) {
        uint32_t *head = &heads[in->posts.at[i].unit.index];
        if (*head == NO_INDEX ||
            in->posts.at[i].rank < in->posts.at[*head].rank)
            *head = i;
    }
    for (size_t i = 0; i < in->units.count; i++) {
        if (heads[i] != NO_INDEX) in->posts.at[heads[i]].head = true;
    }
}

void import_unor_posts(Intake *in)
{
    const Table *people = &in->table[TABLE_PEOPLE];
    if (!table_has(people, PEOPLE_ESELON)) {
        intake_remark(in, DIAG_WARNING, "impor-09",
                      STR("tabel jabatan tidak diberikan: tidak ada kepala dan "
                          "atasan"),
                      STR("no table of posts: there are no heads and no "
                          "superiors"));
        return;
    }
    for (size_t i = 0; i < table_lines(people); i++) {
        Line line = table_line(people, i);
        Str code = line_text(line, PEOPLE_KODE);
        if (code.len == 0) code = line_text(line, PEOPLE_NIP);
        if (code.len == 0) code = line_text(line, PEOPLE_NOMOR_LOKAL);
        uint32_t who = intake_person(in, code);
        if (who != NO_INDEX) add_post(in, line, (PersonId){who});
    }
    choose_heads(in);
}
