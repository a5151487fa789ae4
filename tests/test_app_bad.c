/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whatever is said of whatever kind: a refusal in both languages, or a fact
 * that is whole; never half of one, and never a word of it in between.
 */
#include "app_world.h"
#include "base/rand.h"
#include "day/fact_fields.h"
#include "harness.h"

#include <string.h>

static Str long_text(AppWorld *w, size_t len)
{
    char *text = NEW(w->arena, char, len + 1);
    memset(text, 'x', len);
    return (Str){text, len};
}

static void expect_nothing(AppWorld *w, const Fact *fact, Str secret)
{
    Err err = {0};
    Recorded done = {0};
    uint64_t before = app_world_kept(w);
    EXPECT(!record_fact(w->arena, &w->record, fact, secret, &done, &err));
    EXPECT(err.text[0] != '\0' && err.id[0] != '\0');
    EXPECT(app_world_kept(w) == before);
}

/* A fact of the kind by somebody who may, with what its kind needs to be
 * refused for one thing only: nothing is given. */
static Fact bare(AppWorld *w, FactKind kind)
{
    Fact fact = fact_blank(kind);
    fact.id = app_world_id(w);
    fact.channel = CHANNEL_CLERK;
    fact.actor = w->person;
    fact.person = w->person;
    return fact;
}

FACT(nothing_bad_is_written_of_any_kind)
{
    AppWorld *w = app_world_open("bad");
    Str none = {0};
    for (unsigned k = 0; k < FACT_KIND_COUNT; k++) {
        FactKind kind = (FactKind)k;
        ROW("%.*s", STR_ARG(fact_kind_word(kind, LANG_ID)));
        Fact fact = bare(w, kind);
        fact.actor = STR("tidak-ada");
        expect_nothing(w, &fact, none);
        fact = bare(w, kind);
        fact.id = (FactId){{0}};
        expect_nothing(w, &fact, none);
        fact = bare(w, kind);
        fact.person = STR("tidak-ada");
        expect_nothing(w, &fact, none);
        fact = bare(w, kind);
        fact.text = STR("\xff\xfe");
        expect_nothing(w, &fact, none);
        fact.text = STR("a\x01"
                        "b");
        expect_nothing(w, &fact, none);
        fact.text = long_text(w, 8001);
        expect_nothing(w, &fact, none);
        fact = bare(w, kind);
        fact.days = (Window){{18480}, {18470}};
        fact.word = STR("bukan pilihan");
        expect_nothing(w, &fact, none);
        fact = bare(w, kind);
        fact.about = app_world_id(w);
        fact.word = STR("bukan pilihan");
        expect_nothing(w, &fact, none);
        fact = bare(w, kind);
        fact.day = date_plus(w->record.today, 1);
        expect_nothing(w, &fact, none);
        fact = bare(w, kind);
        fact.sealed = STR("bukan segel");
        expect_nothing(w, &fact, none);
    }
    app_world_close(w);
}

/* ---- at random ----------------------------------------------------------- */

static Str any_value(AppWorld *w, Rand *rand)
{
    static const char *const values[] = {
        "",       "..",         "2020-07-30", "2020-08-03", "07.30",
        "25.00",  "-5",         "rumah",      "setuju",     "terima",
        "batal",  "tatap muka", "usul",       "koreksi",    "L001",
        "a|b",    "\xc3\x28",   "kasus",      "WITA",       "aplikasi",
        APP_UNIT, "bkpsdm",     "B00001",     "0",          "999999999"};
    char text[FACT_ID_TEXT];
    switch (rand_below(rand, 12)) {
    case 0: return w->person;
    case 1: return w->superior;
    case 2:
        return str_copy(w->arena, str_of(fact_id_text(
                                      w->labels[rand_below(rand, 8)], text)));
    default: return str_of(values[rand_below(rand, COUNT(values))]);
    }
}

static Fact any_fact(AppWorld *w, Rand *rand)
{
    const Str actors[] = {w->person, w->superior, w->head,
                          w->board,  w->clerk,    STR("sistem")};
    size_t count = 0;
    const FactField *fields = fact_fields(&count);
    Fact fact = fact_blank((FactKind)rand_below(rand, FACT_KIND_COUNT));
    FactKind kind = fact.kind;
    fact.person = w->person;
    for (uint32_t n = rand_below(rand, 6); n > 0; n--) {
        Err ignored = {0};
        const FactField *field = &fields[rand_below(rand, (uint32_t)count)];
        (void)!fact_field_take(field, any_value(w, rand), &fact, &ignored);
    }
    fact.kind = kind;
    fact.id = app_world_id(w);
    fact.actor = actors[rand_below(rand, COUNT(actors))];
    return fact;
}

FACT(at_random_a_fact_is_whole_or_is_not)
{
    enum { TRIES = 4000 };
    AppWorld *w = app_world_open("random");
    Rand rand = rand_seeded(30);
    uint32_t written = 0;
    Str none = {0};
    uint64_t kept = app_world_kept(w);
    for (uint32_t i = 0; i < TRIES; i++) {
        Err err = {0};
        Recorded done = {0};
        Fact fact = any_fact(w, &rand);
        bool fine = record_fact(w->arena, &w->record, &fact, none, &done, &err);
        if (fine) w->labels[written % 8] = fact.id;
        if (fine) kept += done.written;
        written += fine;
        if (fine == (err.text[0] == '\0') && (fine || err.id[0] != '\0'))
            continue;
        ROW("%u", i);
        EXPECT_STR(err.text, "said in both languages");
    }
    ROW("%u written", written);
    EXPECT(written > 20);
    EXPECT(app_world_kept(w) == kept);
    app_world_close(w);
}
