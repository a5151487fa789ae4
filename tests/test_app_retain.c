/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is kept of a person is told to them, and erased when its time is over.
 */
#include "app/about.h"
#include "app/retain.h"
#include "app_world.h"
#include "harness.h"

#include <string.h>

static const AppRow some[] = {
    {1, "$P", "masuk",       "pegawai=$P;kata=rumah",                  NULL},
    {2, "$P", "laporan",     "pegawai=$P;isi=Laporan KENARI-1",        NULL},
    {3, "$P", "izin keluar", "pegawai=$P;kata=kesehatan;isi=KENARI-2", NULL},
    {4, "$H", "pengumuman",  "unit=$U;isi=Tetap",                      NULL},
    {5, "$S", "satgas",      "unit=$U;daftar=$P|$M",                   NULL},
};

static uint64_t erased_on(AppWorld *w, Date day, bool fine)
{
    Err err = {0};
    Retained done = {0};
    w->record.today = day;
    EXPECT(retain_run(w->arena, &w->record, &(RetainWish){STR("sistem"), false},
                      &done, &err) == fine);
    return done.over;
}

static bool is_here(AppWorld *w, int label)
{
    Err err = {0};
    Fact fact = {0};
    bool found = false;
    EXPECT(store_fact(w->store, w->arena, STR("paser"), w->labels[label], &fact,
                      &found, &err));
    return found;
}

/* The letter ends on 12 August 2020. */
FACT(facts_are_erased_after_the_end_of_their_letter)
{
    AppWorld *w = app_world_open("retain");
    Err err = {0};
    Retained done = {0};
    JournalState state;
    Date end = {0};
    CHECK(date_of(2020, 8, 12, &end));
    app_world_play_all(w, some, COUNT(some));
    ROW("who may");
    EXPECT(!retain_run(w->arena, &w->record, &(RetainWish){w->board, false},
                       &done, &err));
    EXPECT_HAS(err.text, "may not");
    EXPECT(err.id[0] != '\0');
    ROW("day by day");
    EXPECT(erased_on(w, date_plus(end, 90), true) == 0);
    EXPECT(erased_on(w, date_plus(end, 91), true) == 1);
    EXPECT(!is_here(w, 3) && is_here(w, 1) && is_here(w, 2));
    EXPECT(erased_on(w, date_plus(end, 91), true) == 0);
    EXPECT(erased_on(w, date_plus(end, 366), true) == 2);
    EXPECT(!is_here(w, 1) && !is_here(w, 2) && is_here(w, 4) && is_here(w, 5));
    ROW("with proof");
    EXPECT(store_verify(w->store, w->arena, STR("paser"), &state, &err));
    EXPECT_STR(state.fault, "");
    EXPECT(state.erased == 3);
    app_world_close(w);
}

FACT(a_dry_run_says_what_is_over_and_erases_nothing)
{
    AppWorld *w = app_world_open("dry");
    Err err = {0};
    Retained done = {0};
    uint64_t kept = 0;
    app_world_play_all(w, some, COUNT(some));
    CHECK(date_of(2022, 1, 1, &w->record.today));
    kept = app_world_kept(w);
    EXPECT(retain_run(w->arena, &w->record, &(RetainWish){STR("sistem"), true},
                      &done, &err));
    EXPECT(done.over == 3 && done.by_kind[FACT_REPORT] == 1);
    EXPECT(app_world_kept(w) == kept && is_here(w, 3));
    app_world_close(w);
}

FACT(everything_about_a_person_is_theirs_to_see)
{
    AppWorld *w = app_world_open("about");
    Err err = {0};
    About about = {0};
    Buf text = buf_in(w->arena), table = buf_in(w->arena);
    app_world_play_all(w, some, COUNT(some));
    ROW("for the person");
    EXPECT(
        about_person(w->arena, &w->record, w->person, w->person, &about, &err));
    EXPECT(about.fact_count == 4 && about.document_count >= 1);
    about_text(&about, LANG_EN, &text);
    EXPECT_HAS(buf_str(&text), "register/people.csv");
    EXPECT_HAS(buf_str(&text), w->person);
    about_table(&about, &table);
    EXPECT_HAS(buf_str(&table), "KENARI-1");
    EXPECT(str_find(buf_str(&table), STR("Tetap"), 0) == SIZE_MAX);
    ROW("for the board");
    EXPECT(
        about_person(w->arena, &w->record, w->board, w->person, &about, &err));
    ROW("for nobody else");
    EXPECT(!about_person(w->arena, &w->record, w->superior, w->person, &about,
                         &err));
    EXPECT(err.kind == ERR_DENIED && err.id[0] != '\0');
    EXPECT(
        !about_person(w->arena, &w->record, w->board, STR("x"), &about, &err));
    EXPECT(err.kind == ERR_ABSENT);
    app_world_close(w);
}

/* What is in the register of somebody who has a grant. */
FACT(what_hangs_on_a_person_is_told_in_both_forms)
{
    AppWorld *w = app_world_open("hangs");
    Err err = {0};
    About about = {0};
    Buf text = buf_in(w->arena), json = buf_in(w->arena);
    EXPECT(
        about_person(w->arena, &w->record, w->clerk, w->clerk, &about, &err));
    about_text(&about, LANG_ID, &text);
    EXPECT_HAS(buf_str(&text), "Kewenangan: 1\n  peran: petugas unit; unit: ");
    EXPECT_HAS(buf_str(&text),
               "  jenis: berkas; nama: register/kewenangan.csv");
    EXPECT(about_json(&about, &json));
    EXPECT_HAS(buf_str(&json), "\"peran\": \"petugas unit\"");
    ROW("a head's post");
    EXPECT(about_person(w->arena, &w->record, w->head, w->head, &about, &err));
    text.len = 0;
    about_text(&about, LANG_EN, &text);
    EXPECT_HAS(buf_str(&text), "Posts: 1\n  code: ");
    app_world_close(w);
}

/* A report may have lines; a fact is shown on one. */
FACT(a_fact_is_shown_on_one_line)
{
    AppWorld *w = app_world_open("shown");
    Err err = {0};
    About about = {0};
    Buf text = buf_in(w->arena);
    AppRow row = {0, "$P", "laporan", "pegawai=$P;isi=a\nb", NULL};
    app_world_play(w, &row);
    EXPECT(
        about_person(w->arena, &w->record, w->person, w->person, &about, &err));
    about_text(&about, LANG_ID, &text);
    EXPECT_HAS(buf_str(&text), "isi: a b");
    EXPECT(str_find(buf_str(&text), STR("a\nb"), 0) == SIZE_MAX);
    app_world_close(w);
}
