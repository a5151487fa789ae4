/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"
#include "golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A law as known on a day, with the days and the plan made from it. */
typedef struct Law {
    Date known;
    Corpus corpus;
    Str fault;
    VEC(LawDay *) days;
    RosterMade *roster;
    Str roster_fault;
    struct Law *next;
} Law;

struct GoldenWorld {
    const char *government, *letters;
    Office office;
    bool sound;
    Law *laws;
    GoldenWorld *next;
};

static void print_faults(const Office *o)
{
    Buf said = buf_in(o->arena);
    diags_print(&o->diags, LANG_EN, &said);
    faults_print(&o->faults, LANG_EN, &said);
    (void)printf("%.*s", STR_ARG(buf_str(&said)));
}

/* ---- opening ---------------------------------------------------------------
 */

/* Take the letters of a folder under the other one's `letters` folder. */
static bool borrow_letters(Office *o, const char *folder, const char *sub,
                           Err *err)
{
    const char *path = file_path(o->arena, folder, sub);
    FileNames names = {0};
    if (!file_exists(path)) return true;
    if (!file_list(o->arena, path, STR(".edaran"), &names, err)) return false;
    for (size_t i = 0; i < names.count; i++) {
        CorpusInput letter = {0};
        const char *file =
            file_path(o->arena, path, str_c(o->arena, names.at[i]));
        if (!office_read_letter(o->arena, file, names.at[i], &letter, &o->diags,
                                err))
            return false;
        letter.decision = strcmp(sub, "decisions") == 0;
        office_put_letter(o, letter);
    }
    return true;
}

/* Tests run in the root folder, wherever they were built. */
static bool open_world(Arena *arena, GoldenWorld *w, Err *err)
{
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    if (!office_open(arena, w->government, &w->office, err)) return false;
    if (strcmp(w->government, w->letters) == 0) return true;
    return borrow_letters(&w->office, w->letters, "letters", err) &&
           borrow_letters(&w->office, w->letters, "decisions", err);
}

GoldenWorld *golden_world(Arena *arena, GoldenWorld **all, const GoldenRow *row)
{
    GoldenWorld *w = *all;
    while (w != NULL && (strcmp(w->government, row->government) != 0 ||
                         strcmp(w->letters, row->letters) != 0))
        w = w->next;
    if (w == NULL) {
        Err err = {0};
        w = NEW(arena, GoldenWorld, 1);
        *w = (GoldenWorld){.government = row->government,
                           .letters = row->letters,
                           .next = *all};
        *all = w;
        w->sound = open_world(arena, w, &err);
        if (!w->sound) print_faults(&w->office);
        if (!w->sound) golden_fail(row, "%s: %s", row->government, err.text);
    }
    if (!w->sound) golden_fail(row, "%s could not be opened", row->government);
    return w->sound ? w : NULL;
}

Office *golden_office(GoldenWorld *world)
{
    return &world->office;
}

/* ---- laws -------------------------------------------------------------------
 */

static Law *law_known(GoldenWorld *w, Date known)
{
    Law *law = w->laws;
    while (law != NULL && !date_is(law->known, known)) {
        law = law->next;
    }
    if (law != NULL) return law;
    Err err = {0};
    law = NEW(w->office.arena, Law, 1);
    law->known = known;
    law->next = w->laws;
    w->laws = law;
    if (office_law(&w->office, known, &law->corpus, &err)) return law;
    print_faults(&w->office);
    law->fault = str_copy(w->office.arena, str_of(err.text));
    return law;
}

const Corpus *golden_corpus(GoldenWorld *world, Date known, Str *said)
{
    Law *law = law_known(world, known);
    *said = law->fault;
    return law->fault.len > 0 ? NULL : &law->corpus;
}

LawDay *golden_day(GoldenWorld *world, Date day, Date known)
{
    Law *law = law_known(world, known);
    for (size_t i = 0; i < law->days.count; i++) {
        if (date_is(law_date(law->days.at[i]), day)) return law->days.at[i];
    }
    LawDay *made = law_day(world->office.arena, &law->corpus, day);
    VEC_PUSH(world->office.arena, &law->days, made);
    return made;
}

RosterMade *golden_roster(GoldenWorld *world, Date known, Str *said)
{
    Law *law = law_known(world, known);
    if (law->roster == NULL) {
        Err err = {0};
        RosterWish wish = make_roster_wish();
        wish.known = known;
        law->roster = NEW(world->office.arena, RosterMade, 1);
        if (!make_roster(&world->office, &wish, law->roster, &err))
            law->roster_fault = str_copy(world->office.arena, str_of(err.text));
        else if (!law->roster->solved)
            law->roster_fault = STR("no roster exists");
        else if (!law->roster->verified)
            law->roster_fault = law->roster->audit_said[LANG_EN];
    }
    *said = law->roster_fault;
    return law->roster_fault.len > 0 ? NULL : law->roster;
}

uint32_t golden_letter(const Corpus *corpus, Str cite)
{
    for (uint32_t i = 0; i < corpus->letter_count; i++) {
        if (letter_number_is(corpus->letters[i].cite, cite)) return i;
    }
    return NO_INDEX;
}
