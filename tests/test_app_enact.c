/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Letters come into the law by two persons, and only sound ones.
 */
#include "app/enact.h"
#include "app_world.h"
#include "harness.h"

/* ---- letters ------------------------------------------------------------- */

static const char sound_letter[] =
    "surat edaran 800/99/ORG\n"
    "tentang \"Percobaan\"\n"
    "penerbit Bupati Paser\n"
    "ditetapkan 30 Juli 2020\n"
    "berlaku 13 Agustus 2020 sampai dengan 20 Agustus 2020\n"
    "bagi ASN dan PTT\n"
    "\n"
    "aturan 1 \"tempat bekerja\"\n"
    "(1) Kepala perangkat daerah wajib di kantor.\n"
    "(2) Pegawai lainnya wajib di rumah.\n"
    "\n"
    "contoh\n"
    "Kepala perangkat daerah pada 14 Agustus 2020 di kantor karena aturan 1 "
    "ayat (1).\n";

static Str failing_letter(Arena *arena)
{
    Str text = str_of(sound_letter);
    size_t at = str_find(text, STR("di kantor karena"), 0);
    CHECK(at != SIZE_MAX);
    return str_format(arena, "%.*sdi rumah%.*s",
                      STR_ARG(str_slice(text, 0, at)),
                      STR_ARG(str_slice(text, at + 9, text.len)));
}

static bool propose(AppWorld *w, Str actor, const char *name, Str body,
                    Err *err)
{
    Receipt receipt = {0};
    EnactProposal proposal = {app_world_id(w), actor, CHANNEL_WEB, str_of(name),
                              body};
    bool fine = enact_propose(w->arena, &w->record, &proposal, &receipt, err);
    if (fine) w->labels[1] = proposal.id;
    return fine;
}

static void expect_no_proposal(AppWorld *w, Str actor, const char *name,
                               Str body, const char *why)
{
    Err err = {0};
    uint64_t before = app_world_kept(w);
    ROW("proposal: %s", why);
    EXPECT(!propose(w, actor, name, body, &err));
    EXPECT_HAS(err.text, why);
    EXPECT(err.id[0] != '\0');
    EXPECT(app_world_kept(w) == before);
}

static bool enact(AppWorld *w, Str actor, FactId proposal, Err *err)
{
    Receipt receipt = {0};
    EnactSigning signing = {app_world_id(w), proposal, actor, CHANNEL_WEB};
    return enact_letter(w->arena, &w->record, &signing, &receipt, err);
}

static void expect_not_enacted(AppWorld *w, Str actor, FactId proposal,
                               const char *why)
{
    Err err = {0};
    uint64_t before = app_world_kept(w);
    ROW("signing: %s", why);
    EXPECT(!enact(w, actor, proposal, &err));
    EXPECT_HAS(err.text, why);
    EXPECT(err.id[0] != '\0');
    EXPECT(app_world_kept(w) == before);
}

FACT(a_letter_is_enacted_by_two_persons)
{
    static const char name[] = "letters/800-99.edaran";
    AppWorld *w = app_world_open("letters");
    Str body = str_of(sound_letter);
    Err err = {0};
    size_t letters = w->office.letter_count;
    expect_no_proposal(w, w->person, name, body, "may not");
    expect_no_proposal(w, w->of_board, name, body, "may not");
    expect_no_proposal(w, w->board, "../x.edaran", body, "give a name");
    expect_no_proposal(w, w->board, "letters/.edaran", body, "give a name");
    expect_no_proposal(w, w->board, "letters/a/b.edaran", body, "give a name");
    expect_no_proposal(w, w->board, name, STR(""), "is empty");
    expect_no_proposal(w, w->board, name, STR("bukan surat\n"), "-");
    expect_no_proposal(w, w->board, name, failing_letter(w->arena),
                       "periksa-20");
    ROW("proposed");
    if (!EXPECT(propose(w, w->board, name, body, &err)))
        EXPECT_STR(err.text, "");
    app_world_again(w);
    EXPECT(w->office.letter_count == letters);
    expect_not_enacted(w, w->board, w->labels[1], "by two persons");
    expect_not_enacted(w, w->person, w->labels[1], "may not");
    expect_not_enacted(w, w->of_board, w->labels[1], "may not");
    expect_not_enacted(w, w->board2, app_world_id(w), "no such proposal");
    ROW("enacted");
    if (!EXPECT(enact(w, w->board2, w->labels[1], &err)))
        EXPECT_STR(err.text, "");
    app_world_again(w);
    EXPECT(w->office.letter_count == letters + 1);
    expect_not_enacted(w, w->board2, w->labels[1], "in force already");
    app_world_close(w);
}

/* The n-th who was granted the task of the organisation office. */
static Str of_organisation(const AppWorld *w, int n)
{
    const Register *r = &w->office.r;
    for (uint32_t i = 0; i < r->grant_count; i++) {
        if (r->grants[i].role == GRANT_ORGANISATION && n-- == 0)
            return r->people[r->grants[i].person.index].code;
    }
    CHECK(false);
    return STR("");
}

FACT(the_organisation_office_enacts_by_its_grant_while_it_lasts)
{
    static const char name[] = "letters/800-99.edaran";
    AppWorld *w = app_world_open("organisation");
    Err err = {0};
    Str one = of_organisation(w, 0), two = of_organisation(w, 1);
    w->record.today = date_plus(w->record.today, -300); /* before the grants */
    expect_no_proposal(w, one, name, str_of(sound_letter), "may not");
    w->record.today = date_plus(w->record.today, 300);
    ROW("proposed and enacted");
    EXPECT(propose(w, one, name, str_of(sound_letter), &err));
    expect_not_enacted(w, w->clerk, w->labels[1], "may not");
    if (!EXPECT(enact(w, two, w->labels[1], &err))) EXPECT_STR(err.text, "");
    app_world_close(w);
}
