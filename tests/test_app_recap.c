/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A recap is closed by a head, received by the board, and opened again only by
 * a correction of two persons; each refusal writes nothing.
 */
#include "app/close_recap.h"
#include "app/receive_recap.h"
#include "app/retain.h"
#include "app_world.h"
#include "base/clock.h"
#include "circular/parse.h"
#include "harness.h"

#define AGENCY "disdukcapil"

static const AppRow before[] = {
    {1, "$P", "masuk", "pegawai=$P;kata=rumah",  NULL},
    {2, "$M", "masuk", "pegawai=$M;kata=kantor", NULL},
};

static const AppRow late[] = {
    {3, "$C", "masuk", "pegawai=$C;kata=rumah", NULL},
};

static const AppRow by_two[] = {
    {0, "$S", "koreksi",      "pegawai=$P;tentang=$1;kata=batal;isi=x",
     "recap of that day is closed"                                           },
    {0, "$S", "tanda tangan",
     "pegawai=$P;tentang=$1;hal=koreksi;kata=usul;isi=kata=batal|isi=x", NULL},
    {4, "$H", "koreksi",      "pegawai=$P;tentang=$1;kata=batal;isi=x",  NULL},
};

static const AppRow by_hand[] = {
    {0, "$H", "rekap ditutup",
     "unit=$U;mulai=2020-07-30;sampai=2020-07-30;jumlah=3;bukti=x", "by hand"},
    {0, "$B", "rekap diterima", "unit=$U;tentang=$1",               "by hand"},
};

/* The recap of a unit on the day of the world, by all on file now. */
static RecapMade *recap_of(AppWorld *w, const char *unit)
{
    Err err = {0};
    RecapMade *made = NEW(w->arena, RecapMade, 1);
    RecapWish wish = {
        .judge = {.data = w->folder,
                  .known = DATE_NEVER,
                  .now = clock_now(),
                  .window = {w->record.today, w->record.today}},
        .unit = str_of(unit)
    };
    if (!make_recap(&w->office, &wish, made, &err)) EXPECT_STR(err.text, "");
    return made;
}

static Date next_day(const AppWorld *w)
{
    return date_plus(w->record.today, 1);
}

/* Closed as that version; or, with 0, refused with these words. */
static RecapClosed closes(AppWorld *w, const RecapMade *made, Str actor,
                          Date today, int32_t version, const char *why)
{
    Err err = {0};
    RecapClosed done = {0};
    CloseWish wish = {actor, CHANNEL_WEB, today, app_world_id(w)};
    uint64_t kept = app_world_kept(w);
    bool closed = close_recap(w->store, made, &wish, &done, &err);
    EXPECT(closed == (version > 0));
    EXPECT_INT(done.version, version);
    EXPECT_HAS(err.text, why);
    EXPECT((err.id[0] == '\0') == closed);
    EXPECT(app_world_kept(w) == kept + (version > 0));
    return done;
}

static void receives(AppWorld *w, const RecapMade *made, Str actor,
                     int32_t version, const char *why)
{
    Err err = {0};
    Receipt receipt = {0};
    ReceiveWish wish = {
        actor,
        CHANNEL_WEB,
        next_day(w),
        app_world_id(w),
        {&w->office.government, made->table.unit, made->table.window},
        version
    };
    uint64_t kept = app_world_kept(w);
    bool received = receive_recap(w->store, &w->office, &wish, &receipt, &err);
    EXPECT(received == (why[0] == '\0'));
    EXPECT_HAS(err.text, why);
    EXPECT((err.id[0] == '\0') == received);
    EXPECT(app_world_kept(w) == kept + received);
}

static Fact fact_of(AppWorld *w, FactId id)
{
    Err err = {0};
    Fact fact = {0};
    bool found = false;
    EXPECT(
        store_fact(w->store, w->arena, STR("paser"), id, &fact, &found, &err) &&
        found);
    return fact;
}

/* Of the closings of a unit that lie below: each on its own. */
static void close_first(AppWorld *w)
{
    const RecapMade *made = recap_of(w, AGENCY);
    EXPECT_INT(made->closing.version, 0);
    ROW("before it is closed");
    receives(w, made, w->board, 0, "not closed yet");
    receives(w, made, w->board, 1, "not closed yet");
    ROW("by whom");
    (void)closes(w, made, w->person, next_day(w), 0, "may not close recaps");
    (void)closes(w, made, w->clerk, next_day(w), 0, "may not close recaps");
    (void)closes(w, made, w->board, next_day(w), 0, "may not close recaps");
    ROW("not before its last day is over");
    (void)closes(w, made, w->head, w->record.today, 0, "open days");
    ROW("closed, and not twice");
    RecapClosed done = closes(w, made, w->head, next_day(w), 1, "");
    EXPECT(!done.compared);
    Fact fact = fact_of(w, done.receipt.id);
    EXPECT_STR(fact.evidence, made->hash);
    EXPECT_STR(fact.unit, AGENCY);
    EXPECT(fact_id_none(fact.about));
    (void)closes(w, recap_of(w, AGENCY), w->head, next_day(w), 0,
                 "with these numbers already");
}

static void receive_first(AppWorld *w)
{
    const RecapMade *made = recap_of(w, AGENCY);
    EXPECT(make_recap_stands(made));
    EXPECT(made->closing.received.us == 0);
    ROW("received by the board, once");
    receives(w, made, w->head, 1, "may not receive recaps");
    receives(w, made, w->of_board, 1, "may not receive recaps");
    receives(w, made, w->board, 2, "not closed yet");
    receives(w, made, w->board, 1, "");
    receives(w, made, w->board2, 1, "received already");
    EXPECT(recap_of(w, AGENCY)->closing.received.us != 0);
}

static void change_without_two(AppWorld *w)
{
    app_world_play_all(w, late, COUNT(late));
    const RecapMade *made = recap_of(w, AGENCY);
    ROW("what came late does not open it");
    EXPECT(!make_recap_stands(made));
    (void)closes(w, made, w->head, next_day(w), 0, "only a correction");
}

static void close_again(AppWorld *w)
{
    const RecapMade *old = recap_of(w, AGENCY);
    app_world_play_all(w, by_two, COUNT(by_two));
    ROW("a recap that has not seen the correction");
    (void)closes(w, old, w->head, next_day(w), 0, "only a correction");
    const RecapMade *made = recap_of(w, AGENCY);
    ROW("the next version names the one before and what changed");
    RecapClosed done = closes(w, made, w->head, next_day(w), 2, "");
    EXPECT(done.compared);
    EXPECT(done.changes.count > 0);
    EXPECT(fact_id_is(fact_of(w, done.receipt.id).about, made->closing.id));
    ROW("the older one is received no more");
    receives(w, made, w->board, 1, "newer version, 2");
    receives(w, made, w->board, 2, "");
}

FACT(a_recap_is_closed_received_and_opened_by_two)
{
    AppWorld *w = app_world_open("recap");
    app_world_play_all(w, before, COUNT(before));
    close_first(w);
    receive_first(w);
    change_without_two(w);
    close_again(w);
    app_world_play_all(w, by_hand, COUNT(by_hand));
    ROW("a unit below is closed on its own");
    const RecapMade *made = recap_of(w, APP_UNIT);
    EXPECT_INT(made->closing.version, 0);
    (void)closes(w, made, w->superior, next_day(w), 1, "");
    EXPECT_INT(recap_of(w, APP_UNIT)->closing.version, 1);
    ROW("the whole by the board, whose head is in no register");
    made = recap_of(w, "");
    (void)closes(w, made, w->head, next_day(w), 0, "the whole government");
    (void)closes(w, made, w->board, next_day(w), 1, "");
    app_world_close(w);
}

FACT(a_correction_that_comes_meanwhile_stops_the_closing)
{
    AppWorld *w = app_world_open("meanwhile");
    AppRow own = {0, "$P", "koreksi", "pegawai=$P;tentang=$1;kata=batal;isi=x",
                  NULL};
    app_world_play_all(w, before, COUNT(before));
    const RecapMade *made = recap_of(w, AGENCY);
    app_world_play(w, &own);
    (void)closes(w, made, w->head, next_day(w), 0, "make the recap again");
    (void)closes(w, recap_of(w, AGENCY), w->head, next_day(w), 1, "");
    app_world_close(w);
}

FACT(a_kept_text_is_read_back_and_is_what_the_hash_names)
{
    AppWorld *w = app_world_open("kept");
    Err err = {0};
    app_world_play_all(w, before, COUNT(before));
    const RecapMade *made = recap_of(w, AGENCY);
    (void)closes(w, made, w->head, next_day(w), 1, "");
    RecapClosing last = recap_of(w, AGENCY)->closing;
    ClosedRecap of = {&w->office.government, made->table.unit,
                      made->table.window};
    RecapTable kept = {0};
    bool found = false;
    EXPECT(
        closed_recap_read(w->arena, w->store, &of, &last, &kept, &found, &err));
    EXPECT(found && kept.count == made->table.count);
    last.hash = STR("blake2b:0");
    EXPECT(!closed_recap_read(w->arena, w->store, &of, &last, &kept, &found,
                              &err));
    EXPECT(err.kind == ERR_IO && err.id[0] != '\0');
    last.version = 2;
    EXPECT(closed_recap_read(w->arena, w->store, &of, &last, &kept, &found,
                             &err) &&
           !found);
    app_world_close(w);
}

FACT(a_unit_that_nobody_knows_is_refused)
{
    AppWorld *w = app_world_open("unit");
    Err err = {0};
    RecapMade *made = NEW(w->arena, RecapMade, 1);
    RecapWish wish = {
        .judge = {.data = w->folder,
                  .known = DATE_NEVER,
                  .now = clock_now(),
                  .window = {w->record.today, w->record.today}},
        .unit = STR("disdukcpil")
    };
    EXPECT(!make_recap(&w->office, &wish, made, &err));
    EXPECT(err.kind == ERR_INPUT);
    EXPECT_HAS(err.text, "no unit is called 'disdukcpil'");
    EXPECT_HAS(err.id, "tidak ada unit bernama 'disdukcpil'");
    wish.unit = STR("Sekretariat");
    EXPECT(!make_recap(&w->office, &wish, made, &err));
    EXPECT_HAS(err.text, "several units");
    app_world_close(w);
}

/* What is counted anew would be less than what was closed. */
FACT(a_closed_recap_keeps_its_numbers_when_its_records_are_erased)
{
    AppWorld *w = app_world_open("erased");
    Err err = {0};
    Retained done = {0};
    Date today = w->record.today;
    app_world_play_all(w, before, COUNT(before));
    RecapMade *made = recap_of(w, AGENCY);
    (void)closes(w, made, w->head, next_day(w), 1, "");
    CHECK(date_of(2022, 8, 12, &w->record.today));
    EXPECT(retain_run(w->arena, &w->record, &(RetainWish){STR("sistem"), false},
                      &done, &err));
    EXPECT(done.over == COUNT(before));
    w->record.today = today;
    RecapMade *again = recap_of(w, AGENCY);
    EXPECT(again->erased && make_recap_stands(again));
    EXPECT_STR(again->text, made->text);
    for (unsigned c = 0; c < RECAP_COLUMNS; c++)
        EXPECT_INT(recap_government(&again->recap)->counts[c],
                   recap_government(&made->recap)->counts[c]);
    (void)closes(w, again, w->head, next_day(w), 0,
                 "closed with these numbers");
    app_world_close(w);
}

/* ---- hours and cuts -------------------------------------------------------
 */

static const char pay[] =
    "surat edaran 1/GAJI\ntentang \"tunjangan\"\npenerbit Bupati Paser\n"
    "ditetapkan 1 Juli 2020\n"
    "berlaku 1 Juli 2020 sampai dengan 31 Agustus 2020\n\n"
    "aturan 1 \"tunjangan\"\n(1) Hari di kantor dihitung 7,5 jam.\n";

static void put_letter(AppWorld *w, const char *text)
{
    Source *source = NEW(w->arena, Source, 1);
    Letter *tree = NEW(w->arena, Letter, 1);
    Diags diags = diags_in(w->arena);
    *source = (Source){STR("gaji"), str_of(text)};
    EXPECT(letter_parse(w->arena, source, tree, &diags));
    office_put_letter(&w->office, (CorpusInput){tree, source, false});
}

/* As if such clauses were counted only since: what was closed stands, is not
 * closed anew, and its text is the same; its hours are shown beside it. */
FACT(what_was_closed_before_hours_were_counted_stands)
{
    AppWorld *w = app_world_open("hours");
    app_world_play_all(w, before, COUNT(before));
    RecapMade *made = recap_of(w, AGENCY);
    (void)closes(w, made, w->head, next_day(w), 1, "");
    put_letter(w, pay);
    RecapMade *again = recap_of(w, AGENCY);
    EXPECT_INT(again->recap.follow_count, 1);
    EXPECT(make_recap_stands(again));
    EXPECT_STR(again->text, made->text);
    EXPECT_STR(again->hash, made->hash);
    (void)closes(w, again, w->head, next_day(w), 0,
                 "closed with these numbers");
    ROW("a unit that was not closed yet is closed with them");
    RecapMade *unit = recap_of(w, APP_UNIT);
    EXPECT(str_starts(unit->text, STR("rekap 2\n")));
    (void)closes(w, unit, w->superior, next_day(w), 1, "");
    EXPECT(make_recap_stands(recap_of(w, APP_UNIT)));
    ROW("what came since is told without them");
    app_world_play_all(w, late, COUNT(late));
    EXPECT(!make_recap_stands(recap_of(w, AGENCY)));
    app_world_close(w);
}
