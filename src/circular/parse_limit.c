/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/* places = place { ("atau" | "dan") place } */
static uint32_t skip_places(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    bool more = true;
    while (more && reader_phrase(r, at, CLASS_PLACE, &words) != NULL) {
        at += words;
        more = reader_sees_at(r, at, W_OR) || reader_sees_at(r, at, W_AND);
        at += more ? 1 : 0;
    }
    return at;
}

bool reader_sees_counted_place(const Reader *r)
{
    uint32_t behind = skip_places(r, r->at);
    return behind > r->at && reader_sees_amount(r, behind);
}

static bool sees_place(const Reader *r, WhoUse use)
{
    uint32_t words = 0;
    const Phrase *phrase = reader_phrase(r, r->at, CLASS_PLACE, &words);
    if (phrase == NULL || phrase->id == WHERE_LEAVE) return false;
    if (use == WHO_EXAMPLE || use == WHO_UNITS) return false;
    return !reader_sees_counted_place(r);
}

/* "tenaga kesehatan di RSUD": before a known word for units it is "pada". */
static bool sees_in_units(const Reader *r)
{
    uint32_t words = 0;
    if (r->lang != LANG_ID || !reader_sees(r, W_IN_AREA) ||
        reader_phrase(r, r->at, CLASS_PLACE, &words) != NULL)
        return false;
    const Phrase *term = reader_phrase(r, r->at + 1, CLASS_TERM, &words);
    return term != NULL && term_is_unit(lexicon_term(term->id)->kind);
}

/* English: "staff of DPMPTSP"; behind a known word for people only. */
static bool sees_of_units(const Reader *r)
{
    if (r->lang != LANG_EN || !reader_sees(r, W_OF)) return false;
    Str before = r->lexed.tokens[r->at - 1].text;
    return str_folded_is(before, STR("staff")) ||
           str_folded_is(before, STR("employees"));
}

static bool sees_units(const Reader *r)
{
    uint32_t words = 0;
    if (sees_of_units(r)) return true;
    if (reader_sees(r, W_IN_EVERY)) return true;
    if (sees_in_units(r)) return true;
    if (!reader_sees(r, W_IN) || reader_sees_when(r)) return false;
    bool known = reader_phrase(r, r->at + 1, CLASS_TERM, &words) != NULL;
    if (!known && reader_sees_date(r, r->at + 1)) return false;
    return reader_phrase(r, r->at, CLASS_PLACE, &words) == NULL;
}

/* "pegawai yang WFO paling banyak 25%": the place is what is counted. */
bool reader_sees_marked_count(const Reader *r)
{
    uint32_t words = 0;
    return reader_sees(r, W_MARKED) &&
           reader_phrase(r, r->at + 1, CLASS_PLACE, &words) != NULL &&
           reader_sees_amount(r, r->at + 1 + words);
}

bool reader_sees_limit(const Reader *r, WhoUse use)
{
    if (use == WHO_SUBJECT && reader_sees_marked_count(r)) return false;
    if (reader_sees(r, W_MARKED) || reader_sees(r, W_ACCORDING_TO)) return true;
    return sees_place(r, use) || sees_units(r);
}

bool reader_sees_mark(const Reader *r, uint32_t at)
{
    uint32_t words = 0;
    const Phrase *phrase = reader_phrase(r, at, CLASS_GLOSS, &words);
    if (phrase == NULL || !reader_name_ends(r, at + words)) return false;
    return gloss_is_mark(lexicon_gloss(phrase->id));
}

/* A known mark, or words that begin one. */
static bool begins_mark(const Reader *r, uint32_t at)
{
    static const Str words[] = {STR_INIT("memiliki"), STR_INIT("mempunyai"),
                                STR_INIT("menderita"), STR_INIT("sedang"),
                                STR_INIT("berusia")};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (at < r->end && str_folded_is(r->lexed.tokens[at].text, words[i]))
            return true;
    }
    return r->lang == LANG_EN ? reader_short_mark(r, at) != NULL
                              : reader_sees_mark(r, at);
}

/* Does "atau" and a mark stand behind the marks that follow?  It is looked for
 * once in a list. */
static bool list_closes(Reader *r, bool closed)
{
    if (closed || r->at < r->marks_close) return true;
    for (uint32_t at = r->at; at < r->end; at++) {
        if (reader_sees_at(r, at, W_MARKED)) return false;
        if (!reader_sees_at(r, at, W_OR) || !begins_mark(r, at + 1)) continue;
        r->marks_close = at;
        return true;
    }
    return false;
}

/* "yang hamil, menyusui atau sakit": known marks behind one "yang", any of
 * them; the last behind "atau". */
static bool takes_listed_mark(Reader *r, const Limit *limit)
{
    uint32_t comma = reader_is(r, TOKEN_COMMA) ? 1 : 0;
    uint32_t any = reader_sees_at(r, r->at + comma, W_OR) ? 1 : 0;
    if (limit->all_marks || comma + any == 0 ||
        !begins_mark(r, r->at + comma + any) || !list_closes(r, any > 0))
        return false;
    r->at += comma + any;
    return true;
}

/* "yang hamil dan yang sakit": either, or both at once? */
static bool fault_marks_joined(Reader *r)
{
    (void)reader_expected(r, STR("'atau yang' atau 'sekaligus yang'"),
                          STR("'or who' or 'and at once who'"));
    diag_advise(r->diags,
                STR("tulis 'atau yang' bila salah satu cukup, 'sekaligus yang' "
                    "bila keduanya"),
                STR("write 'or who' if either will do, 'and at once who' if "
                    "both must hold"));
    return false;
}

/* After a mark: "atau yang" (any), "sekaligus yang" (all). */
static bool marks_go_on(Reader *r, Limit *limit, bool *more)
{
    *more = takes_listed_mark(r, limit);
    if (*more) return true;
    bool joined = reader_sees(r, W_OR) || reader_sees(r, W_AND);
    bool both = reader_sees(r, W_AND) && reader_sees_at(r, r->at + 1, W_MARKED);
    if (both || (joined &&
                 (reader_sees_mark(r, r->at + 1) || begins_mark(r, r->at + 1))))
        return fault_marks_joined(r);
    bool any = reader_sees(r, W_OR) && reader_sees_at(r, r->at + 1, W_MARKED);
    bool all = reader_sees(r, W_AT_ONCE);
    if (!any && !all) return true;
    if ((all && limit->mark_count > 1 && !limit->all_marks) ||
        (any && limit->all_marks))
        return reader_fault(r, FAULT_MIXED_LIST, reader_here(r), STR(""));
    limit->all_marks = all;
    (void)(reader_takes(r, W_OR) || reader_takes(r, W_AT_ONCE));
    *more = true;
    if (reader_takes(r, W_MARKED)) return true;
    return reader_expected(r, STR("'yang'"), STR("'who'"));
}

/* A measured mark has its amount behind it: berusia paling sedikit 50 tahun. */
/* Behind the mark whose words begin at that token. */
static bool take_measure(Reader *r, Str mark, uint32_t from, Amount *out)
{
    bool measured = reader_sees(r, W_AT_LEAST) || reader_sees(r, W_AT_MOST);
    if (measured) return reader_amount(r, out);
    return !str_is(mark, STR("berusia")) ||
           reader_fault(r, FAULT_NO_AGE, reader_span(r, from),
                        reader_text(r, from, r->at));
}

static bool next_word_is(const Reader *r, uint32_t ahead, const char *word)
{
    return r->at + ahead < r->end &&
           str_folded_is(reader_peek(r, ahead)->text, str_of(word));
}

static bool takes_words(Reader *r, const char *first, const char *second)
{
    if (!next_word_is(r, 0, first) ||
        (second != NULL && !next_word_is(r, 1, second)))
        return false;
    r->at += second != NULL ? 2 : 1;
    return true;
}

/* "50 tahun ke atas", "50 years old or older" */
static bool takes_or_more(Reader *r)
{
    if (r->lang == LANG_EN) {
        (void)takes_words(r, "old", NULL);
        return takes_words(r, "or", "older") || takes_words(r, "and", "older");
    }
    return takes_words(r, "ke", "atas") || takes_words(r, "atau", "lebih") ||
           takes_words(r, "dan", "lebih");
}

/* "yang dalam kondisi sehat": a mark of words that open slots is quoted. */
static bool fault_mark(Reader *r)
{
    bool denied = next_word_is(r, 0, "tidak") || next_word_is(r, 0, "not");
    uint32_t words = 0, to = r->at + (denied ? 2 : 1);
    while (to < r->end &&
           (r->lexed.tokens[to].kind == TOKEN_WORD ||
            r->lexed.tokens[to].kind == TOKEN_NUMBER) &&
           reader_phrase(r, to, CLASS_STRENGTH, &words) == NULL &&
           reader_phrase(r, to, CLASS_STATE, &words) == NULL &&
           reader_phrase(r, to, CLASS_CONSEQUENCE, &words) == NULL &&
           reader_phrase(r, to, CLASS_PLACE, &words) == NULL &&
           !reader_sees_at(r, to, W_OR))
        to++;
    Str mark = reader_text(r, r->at, to);
    Str who = word_text(W_MARKED, r->lang);
    (void)reader_fault_here(r, FAULT_NAME_WANTED);
    if (to > r->at + 1)
        diag_advise(r->diags,
                    str_format(r->arena, "tulis '%.*s \"%.*s\"'", STR_ARG(who),
                               STR_ARG(mark)),
                    str_format(r->arena, "write '%.*s \"%.*s\"'", STR_ARG(who),
                               STR_ARG(mark)));
    return false;
}

static void fault_bare_age(Reader *r, uint32_t number)
{
    Str age = reader_text(r, number, r->at);
    (void)reader_fault(r, FAULT_BARE_NUMBER, reader_span(r, number), age);
    diag_advise(r->diags,
                str_format(r->arena,
                           "tulis 'berusia %.*s ke atas' atau 'berusia paling "
                           "banyak %.*s'",
                           STR_ARG(age), STR_ARG(age)),
                str_format(r->arena,
                           "write 'aged at least %.*s' or 'aged at most %.*s'",
                           STR_ARG(age), STR_ARG(age)));
}

/* "berusia", "berusia di atas" */
static bool takes_age_words(Reader *r, bool *above)
{
    bool id = r->lang == LANG_ID;
    bool named =
        id ? takes_words(r, "berusia", NULL) || takes_words(r, "berumur", NULL)
           : takes_words(r, "are", "aged") || takes_words(r, "are", NULL);
    *above =
        id ? takes_words(r, "di", "atas") || takes_words(r, "lebih", "dari")
           : takes_words(r, "over", NULL);
    return named;
}

static bool takes_years(Reader *r, Amount *age)
{
    uint32_t number = r->at;
    return reader_sees_number(r) &&
           reader_number(r, &age->number, &age->hundredths) &&
           age->hundredths == 0 &&
           (next_word_is(r, 0, "tahun") || next_word_is(r, 0, "years")) &&
           reader_counted(r, number, age);
}

/* "berusia 50 tahun ke atas", "berusia di atas 50 tahun": an age, not the
 * name of a mark; read as "berusia paling sedikit 50 tahun".  *bare: only an
 * age, of which nobody can tell whether it is the least. */
static bool takes_age(Reader *r, Str *mark, Amount *out, bool *bare)
{
    uint32_t from = r->at;
    Amount age = {.compare = AT_LEAST};
    bool above = false;
    bool named = takes_age_words(r, &above);
    uint32_t number = r->at;
    bool aged = named && takes_years(r, &age);
    bool least = aged && (takes_or_more(r) || above);
    *bare = aged && !least && reader_name_ends(r, r->at);
    if (*bare) fault_bare_age(r, number);
    if (!least) r->at = from;
    if (above) age.number++;
    *mark = STR("berusia");
    *out = age;
    return least;
}

/* "yang tidak masuk kerja", "who are not at home": a mark, not a place and what
 * is said of it. */
static bool takes_denied_place(Reader *r, Str *mark)
{
    uint32_t words = 0;
    uint32_t at = r->at;
    bool id = r->lang == LANG_ID;
    if (!id && (next_word_is(r, 0, "are") || next_word_is(r, 0, "do"))) at++;
    if (at >= r->end || !str_folded_is(r->lexed.tokens[at].text,
                                       id ? STR("tidak") : STR("not")))
        return false;
    const Phrase *place = reader_phrase(r, at + 1, CLASS_PLACE, &words);
    if (place == NULL || place->id == WHERE_LEAVE) return false;
    *mark = reader_text(r, r->at, at + 1 + words);
    r->at = at + 1 + words;
    return true;
}

/* "yang sedang hamil", "yang sudah divaksin": of a known mark these words say
 * nothing more. */
static void skip_by_now(Reader *r)
{
    bool by_now = takes_words(r, "sedang", NULL) ||
                  takes_words(r, "sudah", NULL) ||
                  takes_words(r, "telah", NULL);
    if (by_now && !reader_sees_mark(r, r->at)) r->at--;
}

/* "who are pregnant, breastfeeding or ill": the last two of "are" too. */
static bool takes_short_mark(Reader *r, Str *mark)
{
    const Phrase *found = reader_short_mark(r, r->at);
    if (found == NULL || reader_sees_at(r, r->at - 1, W_MARKED)) return false;
    *mark = lexicon_gloss(found->id);
    r->at += found->words - 1;
    return true;
}

static bool take_mark(Reader *r, Str *mark, Amount *measure)
{
    bool bare = false;
    *measure = (Amount){0};
    if (takes_short_mark(r, mark)) return true;
    if (r->lang == LANG_ID && !reader_sees_mark(r, r->at)) skip_by_now(r);
    if (takes_denied_place(r, mark)) return true;
    if (takes_age(r, mark, measure, &bare)) return true;
    *measure = (Amount){0};
    if (bare) return false;
    uint32_t from = r->at;
    if (reader_is(r, TOKEN_WORD) && reader_name_ends(r, r->at))
        return fault_mark(r);
    return reader_gloss(r, mark) && take_measure(r, *mark, from, measure);
}

/* "yang hamil, lansia dan ...": each mark has its "yang". */
static bool fault_mark_goes_on(Reader *r, uint32_t from)
{
    Str mark = reader_text(r, from, r->at);
    uint32_t next = r->at + 1;
    if (reader_sees_at(r, next, W_AND) || reader_sees_at(r, next, W_OR)) next++;
    uint32_t to = next + 1;
    while (!reader_name_ends(r, to))
        to++;
    Str other = reader_text(r, next, to);
    (void)reader_expected(r, STR("'atau yang' atau 'sekaligus yang'"),
                          STR("'or who' or 'and at once who'"));
    return reader_advise(
        r,
        str_format(r->arena,
                   "ulangi 'yang': 'yang %.*s atau yang \"%.*s\"'; orang yang "
                   "lain disebut lebih dulu",
                   STR_ARG(mark), STR_ARG(other)),
        str_format(r->arena,
                   "say 'who' again: 'who %.*s or who \"%.*s\"'; name other "
                   "people first",
                   STR_ARG(mark), STR_ARG(other)));
}

/* "yang menderita asma atau ISPA wajib": is ISPA people, or of the mark? */
static bool fault_mark_list(Reader *r, uint32_t from)
{
    uint32_t to = r->at + 2;
    while (!reader_name_ends(r, to))
        to++;
    Str mark = reader_text(r, from, to);
    (void)reader_expected(r, STR("'atau yang' atau 'sekaligus yang'"),
                          STR("'or who' or 'and at once who'"));
    diag_advise(
        r->diags,
        str_format(r->arena,
                   "bila satu sifat, tulis 'yang \"%.*s\"'; orang yang lain "
                   "disebut lebih dulu",
                   STR_ARG(mark)),
        str_format(r->arena,
                   "if it is one mark, write 'who \"%.*s\"'; name other "
                   "people first",
                   STR_ARG(mark)));
    return false;
}

/* Behind a mark stands a word in small letters that nothing knows; behind one
 * that is not known, any such word. */
static bool goes_on_unknown(const Reader *r, Str mark)
{
    uint32_t words = 0;
    bool comma = reader_is(r, TOKEN_COMMA);
    uint32_t join = r->at + (comma ? 1 : 0);
    bool joined =
        reader_sees_at(r, join, W_OR) || reader_sees_at(r, join, W_AND);
    uint32_t next = join + (joined ? 1 : 0);
    if (!comma && !joined) return false;
    bool any = reader_sees_at(r, join, W_OR) && !gloss_knows(mark);
    if (begins_mark(r, next) ||
        (reader_phrase(r, next, CLASS_GLOSS, &words) != NULL &&
         reader_name_ends(r, next + words)))
        return false;
    if (reader_name_ends(r, next) || reader_sees_person(r, next) ||
        reader_phrase(r, next, CLASS_TERM, &words) != NULL)
        return false;
    return r->lexed.tokens[next].kind == TOKEN_WORD &&
           (any || !r->lexed.tokens[next].capital);
}

/* marks = "yang" mark [ amount ] { ("atau" | "sekaligus") "yang" mark ... } */
static bool take_marks(Reader *r, Limit *out)
{
    VEC(Str) marks = {0};
    VEC(bool) quoted = {0};
    VEC(Amount) measures = {0};
    bool more = true;
    out->kind = LIMIT_MARK;
    while (more) {
        Str mark = {0};
        Amount measure = {0};
        uint32_t from = r->at;
        bool in_quotes = reader_is(r, TOKEN_STRING);
        VEC_PUSH(r->arena, &quoted, in_quotes);
        if (!take_mark(r, &mark, &measure)) return false;
        if (!in_quotes && goes_on_unknown(r, mark))
            return gloss_knows(mark) ? fault_mark_goes_on(r, from)
                                     : fault_mark_list(r, from);
        VEC_PUSH(r->arena, &marks, mark);
        VEC_PUSH(r->arena, &measures, measure);
        out->mark_count = (uint32_t)marks.count;
        if (!marks_go_on(r, out, &more)) return false;
    }
    out->marks = marks.at;
    out->quoted = quoted.at;
    out->measures = measures.at;
    return true;
}

/* Of people: a unit has no marks. */
static bool take_marks_of(Reader *r, WhoUse use, uint32_t from, Limit *out)
{
    if (!take_marks(r, out)) return false;
    return use != WHO_UNITS ||
           reader_fault(r, FAULT_MARK_OF_UNIT, reader_span(r, from),
                        reader_text(r, from, r->at));
}

/* "yang WFH", "who are at home": where they are, no mark. */
static bool takes_place(Reader *r, Where *out)
{
    uint32_t words = 0;
    uint32_t at = r->at + (reader_sees(r, W_MARKED) ? 1 : 0);
    bool is = at > r->at && r->lang == LANG_EN && at < r->end &&
              str_folded_is(r->lexed.tokens[at].text, STR("are"));
    at += is ? 1 : 0;
    const Phrase *place = reader_phrase(r, at, CLASS_PLACE, &words);
    if (place == NULL || (at > r->at && place->id == WHERE_LEAVE)) return false;
    *out = (Where)place->id;
    r->at = at + words;
    return true;
}

/* "pada setiap" stands behind us. */
static bool sees_every_behind(const Reader *r)
{
    return reader_sees_at(r, r->at - 1, W_IN_EVERY) ||
           reader_sees_at(r, r->at - 2, W_IN_EVERY);
}

/* "pada setiap seksi pada setiap unit kerja" is one: of each seksi. */
static bool take_units(Reader *r, Limit *out)
{
    const Who *before = r->every;
    const Who *again = r->every_again;
    bool every = sees_every_behind(r);
    out->kind = LIMIT_UNITS;
    if (!reader_who(r, WHO_UNITS, &out->units)) return false;
    if (!every) return true;
    r->every = before == NULL ? out->units : before;
    r->every_again = before == NULL ? again : out->units;
    return true;
}

/* limit = [ "yang" ] place | "pada" units | "yang" marks | "menurut" ref */
bool reader_limit(Reader *r, WhoUse use, Limit *out)
{
    uint32_t from = r->at;
    Limit limit = {0};
    bool read = true;
    if (use != WHO_UNITS && takes_place(r, &limit.place)) {
        limit.kind = LIMIT_PLACE;
    } else if (reader_takes(r, W_MARKED)) {
        read = take_marks_of(r, use, from, &limit);
    } else if (reader_takes(r, W_ACCORDING_TO)) {
        limit.kind = LIMIT_REF;
        read = reader_ref(r, &limit.ref);
    } else if ((sees_of_units(r) && reader_takes(r, W_OF)) ||
               reader_takes(r, W_IN) || reader_takes(r, W_IN_EVERY) ||
               (sees_in_units(r) && reader_takes(r, W_IN_AREA))) {
        read = take_units(r, &limit);
    } else {
        return reader_expected(r, STR("'yang', 'pada' atau sebuah tempat"),
                               STR("'who', 'in' or a place"));
    }
    limit.span = reader_span(r, from);
    *out = limit;
    return read;
}
