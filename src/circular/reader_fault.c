/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/reader.h"

typedef struct {
    const char *id;
    DiagLevel level;
    Str said[2], advice[2];
} FaultRow;

static const FaultRow *fault_row(FaultKind kind)
{
    static const FaultRow rows[] = {
#define FAULT(name, code, how, said_id, said_en, advice_id, advice_en) \
    [FAULT_##name] = {                                                 \
        .id = (code),                                                  \
        .level = DIAG_##how,                                           \
        .said = {STR_INIT(said_id),   STR_INIT(said_en)  },                \
        .advice = {STR_INIT(advice_id), STR_INIT(advice_en)},          \
    },
#include "circular/diag_ids.def"
#undef FAULT
    };
    CHECK((size_t)kind < COUNT(rows));
    return &rows[kind];
}

/* The pattern with its {} and {2} filled in. */
static Str filled(Arena *arena, Str pattern, Str first, Str second)
{
    Buf out = buf_in(arena);
    for (size_t at = 0; at < pattern.len;) {
        Str rest = str_slice(pattern, at, pattern.len);
        if (str_starts(rest, STR("{}"))) {
            buf_put(&out, first);
            at += 2;
        } else if (str_starts(rest, STR("{2}"))) {
            buf_put(&out, second);
            at += 3;
        } else {
            buf_char(&out, pattern.ptr[at]);
            at++;
        }
    }
    return buf_str(&out);
}

bool reader_fault2(Reader *r, FaultKind kind, Span span, const Str what[2],
                   const Str second[2])
{
    const FaultRow *row = fault_row(kind);
    Str said[2] = {0};
    Str advice[2] = {0};
    if (diags_are_full(r->diags)) {
        diag_add(r->diags, row->level, row->id, r->source, span,
                 row->said[LANG_ID], row->said[LANG_EN]);
        return row->level != DIAG_ERROR;
    }
    for (int lang = 0; lang < 2; lang++) {
        said[lang] =
            filled(r->arena, row->said[lang], what[lang], second[lang]);
        advice[lang] =
            filled(r->arena, row->advice[lang], what[lang], second[lang]);
    }
    diag_add(r->diags, row->level, row->id, r->source, span, said[LANG_ID],
             said[LANG_EN]);
    if (advice[LANG_ID].len > 0)
        diag_advise(r->diags, advice[LANG_ID], advice[LANG_EN]);
    return row->level != DIAG_ERROR;
}

bool reader_fault(Reader *r, FaultKind kind, Span span, Str what)
{
    const Str both[2] = {what, what};
    const Str none[2] = {STR_INIT(""), STR_INIT("")};
    return reader_fault2(r, kind, span, both, none);
}

/* A refused word says its own advice. */
static bool refuse(Reader *r, const Phrase *phrase, uint32_t words)
{
    static const Str advice[][2] = {
#define REFUSED(lang, text, advice_id, advice_en) \
    {STR_INIT(advice_id), STR_INIT(advice_en)},
#include "circular/advice.def"
#undef REFUSED
    };
    Span span = {r->lexed.tokens[r->at].span.from,
                 r->lexed.tokens[r->at + words - 1].span.to};
    (void)reader_fault(r, FAULT_REFUSED_WORD, span, phrase->text);
    diag_advise(r->diags, advice[phrase->id][LANG_ID],
                advice[phrase->id][LANG_EN]);
    return false;
}

static bool fault_found(Reader *r, FaultKind kind, const Str second[2])
{
    Str shown = reader_shown(r);
    const Str what[2] = {shown.len > 0 ? shown : STR("akhir kalimat"),
                         shown.len > 0 ? shown : STR("the end")};
    return reader_fault2(r, kind, reader_here(r), what, second);
}

bool reader_expected(Reader *r, Str in_indonesian, Str in_english)
{
    uint32_t words = 0;
    const Phrase *phrase = reader_phrase(r, r->at, CLASS_REFUSED, &words);
    if (phrase != NULL) return refuse(r, phrase, words);
    const Str second[2] = {in_indonesian, in_english};
    return fault_found(r, FAULT_EXPECTED, second);
}

/* The function word that ends right before here, from that token on. */
static FunctionWord word_before(const Reader *r, uint32_t *from)
{
    enum { WORDS_LONGEST = 8 };
    uint32_t most = r->at < WORDS_LONGEST ? r->at : WORDS_LONGEST;
    for (uint32_t back = most; back > 0; back--) {
        for (int word = W_NONE + 1; word < W_COUNT; word++) {
            Reader look = *r;
            look.at = *from = r->at - back;
            if (reader_takes(&look, (FunctionWord)word) && look.at == r->at)
                return (FunctionWord)word;
        }
    }
    return W_NONE;
}

/* What should stand behind that word. */
static const Str *wanted_behind(FunctionWord word)
{
    static const Str unit[] = {STR_INIT("unitnya"), STR_INIT("the unit")};
    static const Str mark[] = {STR_INIT("sifat mereka"),
                               STR_INIT("what they are")};
    static const Str meaning[] = {STR_INIT("artinya atau jamnya"),
                                  STR_INIT("the meaning or the hours")};
    static const Str who[] = {STR_INIT("siapa"), STR_INIT("who")};
    static const Str what[] = {STR_INIT("apa atau siapa"),
                               STR_INIT("what or who")};
    static const FunctionWord of_people[] = {
        W_TO,           W_BY,        W_PERMITTED_BY, W_APPROVED_BY,
        W_SCHEDULED_BY, W_NOT_APPLY, W_EXCEPT};
    if (word == W_IN || word == W_IN_EVERY) return unit;
    if (word == W_MARKED) return mark;
    if (word == W_BEING) return meaning;
    for (size_t i = 0; i < COUNT(of_people); i++) {
        if (word == of_people[i]) return who;
    }
    return what;
}

/* A sentence that breaks off where a name should stand. */
static bool fault_broken_off(Reader *r)
{
    const Str none[2] = {STR_INIT(""), STR_INIT("")};
    uint32_t from = r->at;
    FunctionWord word = word_before(r, &from);
    (void)fault_found(r, FAULT_NAME_WANTED, none);
    if (word == W_NONE) return false;
    const Str *what = wanted_behind(word);
    Str last = reader_text(r, from, r->at);
    diag_advise(r->diags,
                str_format(r->arena, "belum lengkap: sebut %.*s sesudah '%.*s'",
                           STR_ARG(what[LANG_ID]), STR_ARG(last)),
                str_format(r->arena, "not complete: say %.*s behind '%.*s'",
                           STR_ARG(what[LANG_EN]), STR_ARG(last)));
    return false;
}

bool reader_fault_here(Reader *r, FaultKind kind)
{
    const Str none[2] = {STR_INIT(""), STR_INIT("")};
    if (kind == FAULT_NAME_WANTED && reader_done(r)) return fault_broken_off(r);
    return fault_found(r, kind, none);
}

bool reader_bare_text(Reader *r, uint32_t to)
{
    uint32_t end = to;
    while (end > r->at + 1 && r->lexed.tokens[end - 1].kind == TOKEN_STOP)
        end--;
    Str text = reader_text(r, r->at, end);
    Span span = {r->lexed.tokens[r->at].span.from,
                 r->lexed.tokens[end - 1].span.to};
    return reader_fault(r, FAULT_BARE_TEXT, span, text);
}

bool reader_gives_up(Reader *r)
{
    bool many = r->diags->errors - r->errors >= FAULTS_MOST;
    if (!many || r->given_up || reader_done(r)) return r->given_up;
    r->given_up = true;
    (void)reader_fault(r, FAULT_TOO_MANY, reader_here(r), STR(""));
    return true;
}

void reader_pass(Reader *r, uint32_t whole)
{
    r->at = r->end;
    r->end = whole;
    if (reader_gives_up(r)) r->at = r->end;
}
