/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/grammar.h"

/*
 * What somebody who wrote a sentence as letters write it should write instead.
 * The parser knows only where it stopped; here the words around that place are
 * looked at, and the likeliest cause is said in words that can be pasted.
 */

/* The first token of those people: before them stand the words of the head. */
static uint32_t first_token(const Reader *r, const Who *who)
{
    uint32_t at = r->at;
    while (r->lexed.tokens[at - 1].span.from >= who->span.from)
        at--;
    return at;
}

bool reader_weak_place(Reader *r, const Limit *limit)
{
    Str text = str_slice(r->source->text, limit->span.from, limit->span.to);
    bool works = str_starts(text, STR("work"));
    Str must = r->lang == LANG_ID ? STR("wajib")
               : works            ? STR("must")
                                  : STR("must be");
    const Str what[2] = {text, text};
    const Str second[2] = {must, must};
    uint32_t place = r->at;
    while (place > 0 &&
           r->lexed.tokens[place - 1].span.from >= limit->span.from)
        place--;
    (void)reader_fault2(r, FAULT_WEAK_VERB, limit->span, what, second);
    (void)reader_advise_start(r, place);
    return false;
}

/* The place right before here, by which those people are limited. */
static const Limit *last_place(const Reader *r, const Who *who)
{
    const Group *group = &who->groups[who->group_count - 1];
    const Term *term = &group->terms[group->count - 1];
    uint32_t end = r->lexed.tokens[r->at - 1].span.to;
    for (uint32_t i = 0; i < term->limit_count; i++) {
        const Limit *limit = &term->limits[i];
        Str text = str_slice(r->source->text, limit->span.from, limit->span.to);
        bool said = str_starts(text, word_text(W_MARKED, r->lang));
        if (limit->kind == LIMIT_PLACE && limit->span.to == end && !said)
            return limit;
    }
    return NULL;
}

/* The duty with which a sentence begins, behind people that may be meant. */
static bool fault_no_subject(Reader *r, uint32_t from)
{
    uint32_t words = 0;
    const Phrase *phrase = reader_phrase(r, from, CLASS_STRENGTH, &words);
    Str rest = reader_pasted(r, from + words, r->end);
    Str what[2] = {0};
    for (int i = 0; i < 2; i++) {
        Str must = strength_text((Strength)phrase->id, (Lang)i);
        what[i] =
            str_format(r->arena, "%.*s %.*s", STR_ARG(must), STR_ARG(rest));
    }
    return reader_fault2(r, FAULT_NO_SUBJECT, r->lexed.tokens[from].span, what,
                         what);
}

bool reader_sees_no_subject(const Reader *r)
{
    uint32_t words = 0;
    return !reader_done(r) && !r->lexed.tokens[r->at].capital &&
           reader_phrase(r, r->at, CLASS_STRENGTH, &words) != NULL;
}

bool reader_no_subject(Reader *r)
{
    return fault_no_subject(r, r->at);
}

/* A sentence whose first words are its duty. */
static bool says_no_subject(Reader *r, uint32_t from)
{
    uint32_t words = 0;
    uint32_t behind = 0;
    if (reader_phrase(r, from, CLASS_STRENGTH, &words) == NULL) return false;
    uint32_t duty = from + words;
    bool be = r->lang == LANG_EN && duty < r->end &&
              str_folded_is(r->lexed.tokens[duty].text, STR("be"));
    duty += be ? 1 : 0;
    if (reader_phrase(r, duty, CLASS_VERB, &behind) == NULL &&
        reader_phrase(r, duty, CLASS_PLACE, &behind) == NULL)
        return false;
    (void)fault_no_subject(r, from);
    return true;
}

/* "yang memalsukan presensi": the object of another verb. */
static bool is_object(const Reader *r, uint32_t at)
{
    return reader_sees_at(r, at - 2, W_MARKED) &&
           str_starts(r->lexed.tokens[at - 1].text, STR("me"));
}

/* A verb may follow its subject there: behind yang or tidak it does not. */
static bool may_act(const Reader *r, uint32_t at)
{
    bool denied = str_folded_is(r->lexed.tokens[at - 1].text, STR("tidak")) ||
                  is_object(r, at);
    return !r->lexed.tokens[at].capital && !denied &&
           !reader_sees_at(r, at - 1, W_MARKED);
}

/* A known verb among the words that were read as a name; English verbs look
 * like nouns. */
static bool says_weak_verb(Reader *r, uint32_t from, uint32_t to)
{
    uint32_t words = 0;
    for (uint32_t at = from; at <= to && at < r->end; at++) {
        const Phrase *verb = reader_phrase(r, at, CLASS_VERB, &words);
        bool behind = at < r->at && r->lang == LANG_EN;
        if (verb == NULL || behind || !may_act(r, at)) continue;
        Span span = {r->lexed.tokens[at].span.from,
                     r->lexed.tokens[at + words - 1].span.to};
        Str written = reader_text(r, at, at + words);
        Str must = strength_text(STRENGTH_MUST, r->lang);
        const Str word[2] = {written, written};
        const Str second[2] = {must, must};
        (void)reader_fault2(r, FAULT_WEAK_VERB, span, word, second);
        return true;
    }
    return false;
}

/* "Dinas Sosial: wajib di kantor": a subject with a colon behind it. */
static bool advise_no_colon(Reader *r, uint32_t from)
{
    Str subject = reader_pasted(r, from, r->at);
    return reader_advise(
        r,
        str_format(r->arena,
                   "hapus titik dua, atau tulis 'Pada %.*s:' dan siapa",
                   STR_ARG(subject)),
        str_format(r->arena, "drop the colon, or write 'In %.*s:' and who",
                   STR_ARG(subject)));
}

/* "Sektor esensial: WFO 100%": something before the sentence, or a record? */
static bool advise_colon(Reader *r, uint32_t from)
{
    uint32_t words = 0;
    if (reader_phrase(r, r->at + 1, CLASS_STRENGTH, &words) != NULL)
        return advise_no_colon(r, from);
    Str topic = reader_pasted(r, from, r->at);
    Str text = reader_pasted(r, r->at + 1, r->end);
    return reader_advise(
        r,
        str_format(
            r->arena,
            "sebelum titik dua berdiri 'Pada ...', 'Setiap Jumat', 'Jika "
            "...' atau 'Menurut ...'; bila cukup dicatat, tulis "
            "'%.*s: \"%.*s\"'",
            STR_ARG(topic), STR_ARG(text)),
        str_format(
            r->arena,
            "before a colon stands 'In ...', 'Every Friday', 'If ...' or "
            "'According to ...'; if it need only be recorded, write "
            "'%.*s: \"%.*s\"'",
            STR_ARG(topic), STR_ARG(text)));
}

/* "Pegawai di luar kota wajib ...": what stands before the duty is a mark. */
static bool advise_mark(Reader *r, uint32_t from, uint32_t to)
{
    uint32_t begin = r->at;
    for (uint32_t at = from; at < r->at; at++) {
        if (reader_sees_at(r, at, W_MARKED)) begin = at + 1;
    }
    Str mark = reader_pasted(r, begin, to);
    Str who = word_text(W_MARKED, r->lang);
    return reader_advise(
        r,
        str_format(r->arena, "bila itu sifat mereka, tulis '%.*s \"%.*s\"'",
                   STR_ARG(who), STR_ARG(mark)),
        str_format(r->arena, "if it tells who they are, write '%.*s \"%.*s\"'",
                   STR_ARG(who), STR_ARG(mark)));
}

/* The next wajib, boleh, ditutup, dikenai, ... of the sentence, or its end. */
static uint32_t next_predicate(const Reader *r)
{
    uint32_t words = 0;
    uint32_t at = r->at;
    while (at < r->end &&
           reader_phrase(r, at, CLASS_STRENGTH, &words) == NULL &&
           reader_phrase(r, at, CLASS_STATE, &words) == NULL &&
           reader_phrase(r, at, CLASS_CONSEQUENCE, &words) == NULL)
        at++;
    return at;
}

static bool sees_join(const Reader *r)
{
    return reader_sees(r, W_AND) || reader_sees(r, W_OR);
}

/* "yang tidak masuk kerja tanpa alasan dipotong": words of a mark, and what
 * holds for them behind. */
static bool says_long_mark(Reader *r, uint32_t from)
{
    uint32_t marked = from;
    while (marked < r->at && !reader_sees_at(r, marked, W_MARKED))
        marked++;
    uint32_t to = marked < r->at ? next_predicate(r) : r->end;
    if (to == r->end || to == r->at || sees_join(r)) return false;
    (void)reader_fault_here(r, FAULT_NO_PREDICATE);
    return !advise_mark(r, from, to);
}

/* "Petugas paling banyak 2 orang wajib di kantor": the place comes first. */
static bool advise_bound(Reader *r, uint32_t from, uint32_t strength)
{
    uint32_t words = 0;
    uint32_t at = strength;
    while (at < r->end && reader_phrase(r, at, CLASS_PLACE, &words) == NULL)
        at++;
    Str who = reader_pasted(r, from, r->at);
    Str bound = reader_pasted(r, r->at, strength);
    Str place = at < r->end ? reader_text(r, at, at + words)
                            : where_text(WHERE_OFFICE, r->lang);
    return reader_advise(
        r,
        str_format(r->arena, "tulis '%.*s %.*s %.*s'", STR_ARG(who),
                   STR_ARG(place), STR_ARG(bound)),
        str_format(r->arena, "write '%.*s %.*s %.*s'", STR_ARG(who),
                   STR_ARG(place), STR_ARG(bound)));
}

/* "hanya" needs its number: "lift hanya digunakan ..." is no bound. */
static bool sees_bound(const Reader *r)
{
    Reader look = *r;
    if (!reader_takes(&look, W_ONLY)) return reader_sees_amount(r, r->at);
    return reader_sees_number(&look);
}

/* "Di kantor", and no more: of whom, and how many? */
static bool advise_bare_place(Reader *r, uint32_t from)
{
    uint32_t words = 0;
    const Phrase *phrase = reader_phrase(r, from, CLASS_PLACE, &words);
    if (phrase == NULL || from + words != r->end) return false;
    Str where = where_text((Where)phrase->id, r->lang);
    bool id = r->lang == LANG_ID;
    Str place = reader_text(r, from, r->end);
    const char *must = id ? "Pegawai wajib" : "Staff must be";
    const char *most = id ? "paling banyak 10 orang" : "at most 10 persons";
    return !reader_advise(
        r,
        str_format(r->arena,
                   "belum lengkap: sebut siapa, misalnya '%s %.*s', atau "
                   "berapa, misalnya '%.*s %s'",
                   must, STR_ARG(where), STR_ARG(place), most),
        str_format(
            r->arena,
            "not complete: say who, such as '%s %.*s', or how many, such "
            "as '%.*s %s'",
            must, STR_ARG(where), STR_ARG(place), most));
}

static bool advise_record(Reader *r, uint32_t from)
{
    if (advise_bare_place(r, from)) return false;
    uint32_t strength = next_predicate(r);
    if (strength > r->at && sees_bound(r))
        return advise_bound(r, from, strength);
    if (strength < r->end && strength > r->at && !sees_join(r))
        return advise_mark(r, from, strength);
    Str text = reader_pasted(r, from, r->end);
    Str topic = reader_other_provision(r);
    return reader_advise(
        r,
        str_format(
            r->arena,
            "lanjutkan dengan wajib, boleh, dilarang, diimbau, di kantor "
            "paling banyak ..., ialah, atau tidak berlaku bagi; bila "
            "cukup dicatat, tulis '%.*s: \"%.*s\"'",
            STR_ARG(topic), STR_ARG(text)),
        str_format(r->arena,
                   "go on with must, may, must not, should, in the office at "
                   "most ..., shall mean, or shall not apply to; if it need "
                   "only be recorded, write '%.*s: \"%.*s\"'",
                   STR_ARG(topic), STR_ARG(text)));
}

/* "Perjalanan dinas dikurangi 50%": the number with its percent sign. */
static bool fault_percent(Reader *r)
{
    Span span = reader_here(r);
    span.from = r->lexed.tokens[r->at - 1].span.from;
    Str shown = str_slice(r->source->text, span.from, span.to);
    return reader_fault(r, FAULT_NO_PREDICATE, span, shown);
}

static bool starts_folded(Str text, const char *words)
{
    Str begin = str_of(words);
    return text.len >= begin.len &&
           str_folded_is(str_slice(text, 0, begin.len), begin);
}

/* "Jam kerja sebagaimana dimaksud pada ayat (2) tidak berlaku bagi ...": it is
 * the paragraph that does not apply. */
static bool advise_ref(Reader *r)
{
    Reader look = *r;
    (void)reader_takes(&look, W_ACCORDING_TO);
    Str rest = reader_pasted(r, look.at, r->end);
    return reader_advise(r, str_format(r->arena, "tulis '%.*s'", STR_ARG(rest)),
                         str_format(r->arena, "write '%.*s'", STR_ARG(rest)));
}

/* "Jumlah jam kerja efektif paling sedikit 32 jam 30 menit": who works so
 * long. */
static bool advise_week(Reader *r)
{
    Str rest = reader_pasted(r, r->at, r->end);
    bool id = r->lang == LANG_ID;
    const char *who = id ? "Pegawai wajib bekerja" : "Staff must work";
    return reader_advise(
        r, str_format(r->arena, "tulis '%s %.*s'", who, STR_ARG(rest)),
        str_format(r->arena, "write '%s %.*s'", who, STR_ARG(rest)));
}

/* "Jam kerja hari Senin pukul 07.30-16.00": hours are said with "ialah". */
static bool says_hours(Reader *r, const Who *who)
{
    const Term *term = &who->groups[0].terms[0];
    bool hours = term->kind == TERM_THING
                     ? term->value == THING_WORKING_HOURS
                     : starts_folded(term->name, "jam kerja");
    if (!hours) return false;
    (void)reader_fault_here(r, FAULT_NO_PREDICATE);
    if (reader_sees(r, W_ACCORDING_TO)) return advise_ref(r), true;
    if (reader_sees(r, W_AT_LEAST) || reader_sees(r, W_AT_LEAST_LONG))
        return advise_week(r), true;
    return reader_advise(
               r,
               STR("tulis 'Jam kerja ialah setiap hari kerja pukul "
                   "07.30–16.00', atau per hari: 'Setiap Jumat: jam kerja "
                   "ialah pukul 07.30–11.30'"),
               STR("write 'Working hours shall mean every working day at "
                   "07.30–16.00', or by day: 'Every Friday: working hours "
                   "shall mean at 07.30–11.30'")),
           true;
}

/* "Surat edaran ini mulai berlaku pada ...": the head says so. */
static bool says_validity(Reader *r)
{
    static const Str words[] = {STR_INIT("mulai"), STR_INIT("berlaku"),
                                STR_INIT("takes"), STR_INIT("comes")};
    bool begins = false;
    for (size_t i = 0; i < COUNT(words); i++)
        begins |= str_folded_is(reader_peek(r, 0)->text, words[i]);
    bool letter = reader_sees_at(r, r->at - 1, W_THIS) ||
                  (r->lang == LANG_EN && reader_sees_at(r, r->at - 2, W_THIS));
    if (!begins || !letter) return false;
    (void)reader_fault_here(r, FAULT_NO_PREDICATE);
    if (str_folded_is(reader_peek(r, 1)->text, STR("bagi")) ||
        str_folded_is(reader_peek(r, 1)->text, STR("untuk")))
        return reader_advise(
                   r,
                   STR("bagi siapa surat ini ditulis di kepala surat, "
                       "misalnya 'bagi PNS dan PPPK'; hapus kalimat ini"),
                   STR("the head says for whom it is, such as 'covering PNS "
                       "and PPPK'; drop this sentence")),
               true;
    return reader_advise(
               r,
               STR("masa berlaku ditulis di kepala surat, misalnya 'berlaku "
                   "sejak 4 Maret 2026 sampai dengan 31 Maret 2026'; hapus "
                   "kalimat ini"),
               STR("the head says when it is in force, such as 'in force "
                   "from 4 March 2026 until and including 31 March 2026'; "
                   "drop this sentence")),
           true;
}

/* "A dan B atau C"; "A, B dan C dan D": a list that was closed before. */
static bool says_closed_list(Reader *r, uint32_t from)
{
    FunctionWord same = reader_sees(r, W_AND) ? W_AND : W_OR;
    FunctionWord other = same == W_AND ? W_OR : W_AND;
    bool closed = false, mixed = false;
    for (uint32_t at = from; at < r->at; at++) {
        closed |= reader_sees_at(r, at, same);
        mixed |= reader_sees_at(r, at, other);
    }
    if (!sees_join(r) || (!closed && !mixed)) return false;
    FaultKind kind = mixed ? FAULT_MIXED_LIST : FAULT_CLOSED_LIST;
    (void)reader_fault(r, kind, reader_here(r), reader_peek(r, 0)->text);
    return true;
}

bool reader_no_predicate(Reader *r, const Who *who)
{
    bool people = who != NULL;
    if (people ? says_hours(r, who) : says_validity(r)) return false;
    uint32_t from = people ? first_token(r, who) : r->at;
    const Limit *place = people ? last_place(r, who) : NULL;
    if (people && says_long_mark(r, from)) return false;
    if (says_weak_verb(r, r->at, r->at)) return false;
    if (says_no_subject(r, from)) return false;
    if (place != NULL && !reader_is(r, TOKEN_COLON))
        return reader_weak_place(r, place);
    if (says_weak_verb(r, from, r->at)) return false;
    if (says_closed_list(r, from)) return false;
    bool percent = r->at > from && reader_is(r, TOKEN_PERCENT) &&
                   r->lexed.tokens[r->at - 1].kind == TOKEN_NUMBER;
    (void)(percent ? fault_percent(r)
                   : reader_fault_here(r, FAULT_NO_PREDICATE));
    if (!people || (reader_done(r) && r->at == from + 1)) return false;
    return reader_is(r, TOKEN_COLON) ? advise_colon(r, from)
                                     : advise_record(r, from);
}

bool reader_no_colon(Reader *r, uint32_t from)
{
    uint32_t to = r->at;
    while (to > from + 1 && r->lexed.tokens[to - 1].kind == TOKEN_COMMA)
        to--;
    Str shown = reader_shown(r);
    Str frame = reader_pasted(r, from, to);
    const Str what[2] = {shown.len > 0 ? shown : STR("akhir kalimat"),
                         shown.len > 0 ? shown : STR("the end")};
    const Str second[2] = {frame, frame};
    return reader_fault2(r, FAULT_FRAME_COLON, reader_here(r), what, second);
}

/* The words with a small letter before them, for the middle of a sentence. */
static Str uncapitalised(Reader *r, Str text)
{
    bool capital = text.len > 0 && text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
    if (!capital) return text;
    return str_format(r->arena, "%c%.*s", text.ptr[0] - 'A' + 'a',
                      (int)text.len - 1, text.ptr + 1);
}

/* "At least 2 people must be in the office every working day": the place, the
 * amount up to its "must", and what stands behind the place. */
bool reader_amount_first(Reader *r)
{
    uint32_t words = 0;
    uint32_t at = r->at;
    while (at < r->end && reader_phrase(r, at, CLASS_PLACE, &words) == NULL)
        at++;
    uint32_t to = next_predicate(r);
    bool placed = at < r->end;
    Str amount = uncapitalised(r, reader_pasted(r, r->at, to < at ? to : at));
    Str place = placed ? reader_text(r, at, at + words)
                       : where_text(WHERE_OFFICE, r->lang);
    bool more = placed && at + words < r->end;
    Str rest = more ? reader_pasted(r, at + words, r->end) : STR("");
    const char *gap = more && rest.ptr[0] != ',' ? " " : "";
    (void)reader_fault_here(r, FAULT_NAME_WANTED);
    return reader_advise(
        r,
        str_format(r->arena, "tulis tempatnya lebih dulu: '%.*s %.*s%s%.*s'",
                   STR_ARG(place), STR_ARG(amount), gap, STR_ARG(rest)),
        str_format(r->arena, "put the place first: '%.*s %.*s%s%.*s'",
                   STR_ARG(place), STR_ARG(amount), gap, STR_ARG(rest)));
}
