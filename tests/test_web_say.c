/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sentences: both languages, places by name, what comes from outside escaped.
 */
#include "harness.h"
#include "web/say.h"
#include "web/words.h"

static Speech speech_in(Arena *arena, Lang lang)
{
    return (Speech){arena, lang};
}

FACT(a_sentence_is_said_in_both_languages)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Speech id = speech_in(tmp, LANG_ID), en = speech_in(tmp, LANG_EN);
    EXPECT_STR(said(&id, "Check in"), "Catat hadir");
    EXPECT_STR(said(&en, "Check in"), "Check in");
    EXPECT_STR(said(&id, "No such sentence"), "No such sentence");
    EXPECT(words_count(LANG_ID) > 90);
}

FACT(places_are_filled_by_name)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Speech id = speech_in(tmp, LANG_ID);
    EXPECT_STR(SAID(&id, "Now {time}", {"time", STR("07.18")}),
               "Sekarang 07.18");
    EXPECT_STR(SAID(&id, "{b} before {a}", {"a", STR("1")}, {"b", STR("2")}),
               "2 before 1");
}

static void say_without(void)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Speech id = speech_in(tmp, LANG_ID);
    (void)SAID(&id, "Now {time}", {"tine", STR("07.18")});
}

FACT(a_place_without_its_argument_is_our_mistake)
{
    EXPECT_DIES(say_without);
}

FACT(markup_is_ours_and_arguments_are_escaped)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Speech en = speech_in(tmp, LANG_EN);
    HtmlPage page = html_page(tmp);
    Html whole = {{0}};
    SAY(&page, &en, "*{n} people* of {who}", {"n", STR("4*2")},
        {"who", STR("<script>")});
    EXPECT(html_done(&page, &whole));
    EXPECT_STR(whole.safe, "<b>4*2 people</b> of &lt;script&gt;");
    EXPECT_STR(SAID(&en, "*{n} people*", {"n", STR("4")}), "4 people");
}

FACT(the_plural_is_chosen)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Speech en = speech_in(tmp, LANG_EN);
    EXPECT_STR(said_many(&en, "{n} person", "{n} people", 1, NULL, 0),
               "1 person");
    EXPECT_STR(said_many(&en, "{n} person", "{n} people", 4286, NULL, 0),
               "4,286 people");
}

static const struct {
    int64_t part, whole;
    const char *id, *en;
} percents[] = {
    {3613, 3894,  "92,8%", "92.8%"},
    {1,    2,     "50%",   "50%"  },
    {0,    9,     "0%",    "0%"   },
    {9,    9,     "100%",  "100%" },
    {9999, 10000, "99,9%", "99.9%"},
    {4388, 4605,  "95,3%", "95.3%"},
    {1,    0,     "-",     "-"    },
};

FACT(percentages_are_rounded_but_never_up_to_all)
{
    for (size_t i = 0; i < COUNT(percents); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        Speech id = speech_in(tmp, LANG_ID), en = speech_in(tmp, LANG_EN);
        ROW("%s", percents[i].id);
        EXPECT_STR(said_percent(&id, percents[i].part, percents[i].whole),
                   percents[i].id);
        EXPECT_STR(said_percent(&en, percents[i].part, percents[i].whole),
                   percents[i].en);
    }
}

/* What a picture draws in tenths is the number beside it. */
FACT(a_share_in_tenths_is_said_as_the_share_itself)
{
    for (size_t i = 0; i < COUNT(percents); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        Speech id = speech_in(tmp, LANG_ID);
        int64_t part = percents[i].part, whole = percents[i].whole;
        if (whole == 0) continue;
        ROW("%s", percents[i].id);
        EXPECT_STR(said_percent(&id, said_tenths(part, whole), 1000),
                   percents[i].id);
    }
}

FACT(numbers_times_and_days_are_written_as_the_language_does)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Speech id = speech_in(tmp, LANG_ID), en = speech_in(tmp, LANG_EN);
    Date day;
    EXPECT(date_of(2020, 8, 3, &day));
    EXPECT_STR(said_number(&id, 4286), "4.286");
    EXPECT_STR(said_number(&id, -1000), "-1.000");
    EXPECT_STR(said_number(&id, 999), "999");
    EXPECT_STR(said_minute(&id, 450), "07.30");
    EXPECT_STR(said_minute(&en, 450), "07:30");
    EXPECT_STR(said_day_month(&id, day), "3 Agt");
    EXPECT_STR(said_day_month(&en, day), "3 Aug");
    EXPECT_STR(said_weekday(&id, day), "Sen");
}
