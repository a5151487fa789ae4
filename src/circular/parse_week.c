/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/*
 * Units by their working week, as letters say it: "unit enam hari kerja", "unit
 * kerja dengan 6 hari kerja", "perangkat daerah yang melaksanakan 5 (lima) hari
 * kerja".
 *
 *     week  = kind [ "dengan" | "yang" verb ] number "hari kerja"
 *     kind  = "unit" [ "kerja" ] | "perangkat daerah" | "OPD"
 *           | "instansi" [ "pemerintah" ]
 */

static bool word_is(const Reader *r, uint32_t at, Str word)
{
    return at < r->end && str_folded_is(r->lexed.tokens[at].text, word);
}

/* "unit", "unit kerja", "perangkat daerah", "instansi pemerintah": behind it,
 * or `at` itself. */
static uint32_t behind_unit_word(const Reader *r, uint32_t at)
{
    static const Str words[][2] = {
        {STR_INIT("unit"),      STR_INIT("kerja")     },
        {STR_INIT("perangkat"), STR_INIT("daerah")    },
        {STR_INIT("instansi"),  STR_INIT("pemerintah")},
    };
    for (size_t i = 0; i < COUNT(words); i++) {
        if (!word_is(r, at, words[i][0])) continue;
        return at + (word_is(r, at + 1, words[i][1]) ? 2 : 1);
    }
    return word_is(r, at, STR("OPD")) ? at + 1 : at;
}

static uint32_t behind_keeping(const Reader *r, uint32_t at)
{
    static const Str verbs[] = {
        STR_INIT("melaksanakan"), STR_INIT("memberlakukan"),
        STR_INIT("menerapkan"),   STR_INIT("menjalankan"),
        STR_INIT("menggunakan"),
    };
    if (word_is(r, at, STR("dengan"))) return at + 1;
    for (size_t i = 0; word_is(r, at, STR("yang")) && i < COUNT(verbs); i++) {
        if (word_is(r, at + 1, verbs[i])) return at + 2;
    }
    return at;
}

/* "perangkat daerah yang melaksanakan 6 (enam) hari kerja" */
bool reader_takes_work_week(Reader *r, Term *term)
{
    int32_t days = 0, hundredths = 0;
    uint32_t behind = r->lang == LANG_ID ? behind_unit_word(r, r->at) : r->at;
    if (behind == r->at) return false;
    Reader look = *r;
    look.at = behind_keeping(r, behind);
    bool figure = reader_is(&look, TOKEN_NUMBER);
    if (!reader_sees_number(&look) || reader_sees_at(&look, look.at, W_CLOCK))
        return false;
    Diags unused = *r->diags;
    look.diags = &unused;
    if (figure && look.lexed.tokens[look.at].text.len != 1) return false;
    if (!reader_number(&look, &days, &hundredths) || days < 5 || days > 7 ||
        !word_is(r, look.at, STR("hari")) ||
        !word_is(r, look.at + 1, STR("kerja")))
        return false;
    r->at = look.at + 2;
    term->kind = TERM_WORK_WEEK;
    term->value = days;
    return true;
}
