/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is kept of a person is told to them, and erased when its time is over.
 */
#include "app/about.h"
#include "app/judge_day.h"
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
    EXPECT(erased_on(w, date_plus(end, 366), true) == 3);
    EXPECT(!is_here(w, 1) && !is_here(w, 2) && is_here(w, 4));
    EXPECT(!is_here(w, 5));
    ROW("with proof");
    EXPECT(store_verify(w->store, w->arena, STR("paser"), &state, &err));
    EXPECT_STR(state.fault, "");
    EXPECT(state.erased == 4);
    app_world_close(w);
}

FACT(every_kind_is_erased_in_time_or_kept_for_a_reason)
{
    for (unsigned k = 0; k < FACT_KIND_COUNT; k++) {
        FactKind kind = (FactKind)k;
        const char *why = retain_why_kept(kind);
        ROW("%.*s", STR_ARG(fact_kind_word(kind, LANG_EN)));
        EXPECT((retain_days(kind) > 0) != (why != NULL));
        if (why == NULL || kind == FACT_ERASE) continue;
        EXPECT_HAS(why, "names nobody");
        EXPECT(fact_shape(kind)->about != ABOUT_PERSON);
        EXPECT(fact_shape(kind)->about != ABOUT_EITHER);
    }
    ROW("a meeting outlives the check-ins that it excuses");
    EXPECT(retain_days(FACT_MEETING) > retain_days(FACT_CHECK_IN));
}

/* What is said of the person's day, as known on a day (DATE_NEVER: now). */
static Str verdict_of(AppWorld *w, Str code, Date day, Date known)
{
    Err err = {0};
    Office *office = NEW(w->arena, Office, 1);
    Judged *judged = NEW(w->arena, Judged, 1);
    Judgement *today = NEW(w->arena, Judgement, 1);
    Verdict *verdict = NEW(w->arena, Verdict, 1);
    Buf text = buf_in(w->arena);
    JudgeWish wish = {
        .data = w->folder, .known = known, .window = {day, day}
    };
    wish.now = (Instant){INT64_C(1) << 52}; /* in 2112; known: at its end */
    CHECK(office_open_data(w->arena, w->store, STR("paser"), known, office,
                           &err));
    CHECK(judge_open(office, &wish, judged, &err));
    CHECK(judge_day(w->arena, judged, day, today, &err));
    uint32_t person = map_find(&judged->r.person_codes, code);
    CHECK(person != NO_INDEX);
    verdict_make(&today->view, (PersonId){person}, verdict);
    verdict_write(verdict, &judged->corpus, &text);
    return buf_str(&text);
}

/* The n-th person who would be absent that day. */
static Str absent(AppWorld *w, Date day, uint32_t n)
{
    const Register *r = &w->office.r;
    for (uint32_t p = 0; p < r->person_count; p++) {
        Str said = verdict_of(w, r->people[p].code, day, DATE_NEVER);
        if (str_find(said, STR("tidak hadir | pelanggaran"), 0) != SIZE_MAX &&
            n-- == 0)
            return r->people[p].code;
    }
    CHECK(false);
    return STR("");
}

/* A record that is gone is not one that was never made. */
FACT(an_erased_day_is_no_longer_kept_and_no_breach)
{
    AppWorld *w = app_world_open("gone");
    Err err = {0};
    Str secret, person;
    Receipt receipt;
    Date then = w->record.today, later = {0};
    CHECK(date_of(2022, 8, 12, &later));
    person = absent(w, then, 0);
    Fact fact = app_world_fact(w, "$P", "masuk", "kata=kantor", &secret);
    fact.person = fact.actor = person;
    fact.day = then;
    fact.zone = ZONE_WITA;
    Intent intent = {
        .government = STR("paser"), .facts = &fact, .fact_count = 1};
    EXPECT(store_write(w->store, &intent, &receipt, &err));
    EXPECT_HAS(verdict_of(w, person, then, DATE_NEVER), "kehadiran | ");
    EXPECT(str_find(verdict_of(w, person, then, DATE_NEVER), STR("tidak hadir"),
                    0) == SIZE_MAX);
    EXPECT(erased_on(w, later, true) == 1);
    ROW("now, and in a look back");
    for (int i = 0; i < 2; i++) {
        Str said = verdict_of(w, person, then, i == 0 ? DATE_NEVER : then);
        EXPECT_HAS(said, "kehadiran | tidak disimpan lagi | tidak diketahui");
        EXPECT(str_find(said, STR("pelanggaran"), 0) == SIZE_MAX);
    }
    ROW("whose day was empty");
    EXPECT_HAS(verdict_of(w, absent(w, then, 0), then, DATE_NEVER),
               "tidak hadir | pelanggaran");
    ROW("the day after");
    EXPECT_HAS(verdict_of(w, person, date_plus(then, 4), DATE_NEVER),
               "tidak hadir | pelanggaran");
    app_world_close(w);
}

static bool take_erasure(void *context, uint64_t number, const Fact *fact,
                         Err *err)
{
    (void)number;
    (void)err;
    *(Fact *)context = *fact;
    return true;
}

static Fact last_erasure(AppWorld *w)
{
    Err err = {0};
    Fact fact = fact_blank(FACT_ERASE);
    FactQuery query = {.government = STR("paser"),
                       .days = WINDOW_ALL,
                       .kinds = UINT64_C(1) << FACT_ERASE};
    CHECK(store_facts(w->store, w->arena, &query, take_erasure, &fact, &err));
    return fact;
}

/* The visit is still there when its decision goes. */
FACT(an_erasure_says_whose_days_and_nothing_of_what_it_was)
{
    static const AppRow asked[] = {
        {1, "$P", "izin ke kantor",
         "pegawai=$P;mulai=2020-08-27;sampai=2020-08-28;isi=KENARI",                NULL},
        {2, "$S", "putusan",        "pegawai=$P;tentang=$1;kata=setuju;isi=KENARI",
         NULL                                                                           },
        {3, "$P", "keberatan",      "pegawai=$P;isi=KENARI",                        NULL},
    };
    AppWorld *w = app_world_open("trace");
    Date day = {0};
    Buf text = buf_in(w->arena);
    CHECK(date_of(2020, 8, 27, &day));
    app_world_play(w, &asked[0]);
    app_world_play(w, &asked[1]);
    CHECK(date_of(2021, 8, 20, &w->record.today));
    EXPECT(erased_on(w, w->record.today, true) == 1);
    Fact erase = last_erasure(w);
    EXPECT(is_here(w, 1) && !is_here(w, 2));
    EXPECT(date_is(erase.days.first, day) &&
           date_is(erase.days.last, date_plus(day, 1)));
    EXPECT_STR(erase.person, w->person);
    fact_write(&erase, &text);
    EXPECT(str_find(buf_str(&text), STR("putusan"), 0) == SIZE_MAX);
    EXPECT(str_find(buf_str(&text), STR("KENARI"), 0) == SIZE_MAX);
    ROW("what no verdict rests on leaves no trace of a person");
    CHECK(date_of(2020, 7, 30, &w->record.today));
    app_world_play(w, &asked[2]);
    (void)erased_on(w, date_plus(day, 400), true);
    erase = last_erasure(w);
    EXPECT(!is_here(w, 3) && !fact_is_gap(&erase) && erase.person.len == 0);
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
    EXPECT(done.over == 4 && done.by_kind[FACT_REPORT] == 1);
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

/* Digests are for machines; whoever reads wants to know what there is. */
FACT(files_of_a_report_are_told_by_their_kind)
{
#define TENS   "0123456789"
#define DIGEST TENS TENS TENS TENS TENS TENS "abcd"
    AppWorld *w = app_world_open("files");
    Err err = {0};
    About about = {0};
    Buf id = buf_in(w->arena), en = buf_in(w->arena);
    AppRow row = {0, "$P", "laporan", "pegawai=$P;isi=a", NULL};
    app_world_play(w, &row);
    EXPECT(
        about_person(w->arena, &w->record, w->person, w->person, &about, &err));
    Fact report = about.facts[0];
    report.evidence = STR("berkas:" DIGEST ".jpg berkas:" DIGEST
                          ".pdf https://contoh.go.id/x");
    about.facts = &report;
    about.fact_count = 1;
    about_text(&about, LANG_ID, &id);
    about_text(&about, LANG_EN, &en);
    EXPECT_HAS(buf_str(&id), "; bukti: gambar JPEG 01234567..., berkas PDF "
                             "01234567..., https://contoh.go.id/x");
    EXPECT_HAS(buf_str(&en), "JPEG picture 01234567..., PDF file 01234567...");
    EXPECT(str_find(buf_str(&id), STR(DIGEST), 0) == SIZE_MAX);
    app_world_close(w);
}
