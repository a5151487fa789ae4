/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/words.h"

/* What every sentence may take. */
#define TAILS_COMMON                                                  \
    (T(WHEN) | T(OPEN_LIST) | T(IF) | T(EXCEPT_BY) | T(EXCEPT_IF) |   \
     T(EXCEPT_WHEN) | T(BY_NEED) | T(PERMITTED_BY) | T(APPROVED_BY) | \
     T(WITH_REASON))

const VerbRow *verb_row(Verb verb)
{
    static const VerbRow rows[] = {
#define VERB(id, in, en, who, what, more, must, sums, codes) \
    [VERB_##id] = {                                          \
        .word = {STR_INIT(in), STR_INIT(en)},                \
        .subject = FOR_##who,                                \
        .object = OBJECT_##what,                             \
        .takes = TAILS_COMMON | (more),                      \
        .needs = (must),                                     \
        .computed = (sums),                                  \
        .types = (codes),                                    \
    },
#define ALSO_VERB(id, lang, text)
#include "circular/verbs.def"
#undef VERB
#undef ALSO_VERB
    };
    CHECK((size_t)verb < COUNT(rows));
    return &rows[verb];
}

const StateRow *state_row(State state)
{
    static const StateRow rows[] = {
#define STATE(id, in, en, more, must, codes)  \
    [STATE_##id] = {                          \
        .word = {STR_INIT(in), STR_INIT(en)}, \
        .takes = TAILS_COMMON | (more),       \
        .needs = (must),                      \
        .types = (codes),                     \
    },
#define CONSEQUENCE(id, in, en)
#include "circular/states.def"
#undef STATE
#undef CONSEQUENCE
    };
    CHECK((size_t)state < COUNT(rows));
    return &rows[state];
}

const TailRow *tail_row(TailKind kind)
{
    static const TailRow rows[] = {
#define TAIL(id, word, what, set_off) \
    [TAIL_##id] = {                   \
        .opener = W_##word,           \
        .holds = HOLDS_##what,        \
        .comma = (set_off),           \
        .name = #id,                  \
    },
#include "circular/tails.def"
#undef TAIL
    };
    _Static_assert(COUNT(rows) == TAIL_COUNT, "tails.def misses a tail");
    CHECK((size_t)kind < COUNT(rows));
    return &rows[kind];
}

Str tail_name(TailKind kind, Lang lang)
{
    return word_text(tail_row(kind)->opener, lang);
}

Str word_text(FunctionWord word, Lang lang)
{
    static const Str rows[][2] = {
#define WORD(id, in, en) [W_##id] = {STR_INIT(in), STR_INIT(en)},
#define ALSO(id, tongue, text)
#include "circular/function_words.def"
#undef WORD
#undef ALSO
    };
    CHECK((size_t)word < COUNT(rows) && word != W_NONE);
    return rows[word][lang];
}

Str thing_text(Thing thing, Lang lang)
{
    static const Str rows[][2] = {
#define THING(id, owned, in, en) [THING_##id] = {STR_INIT(in), STR_INIT(en)},
#include "circular/things.def"
#undef THING
    };
    CHECK((size_t)thing < COUNT(rows));
    return rows[thing][lang];
}

bool thing_is_owned(Thing thing)
{
    static const bool rows[] = {
#define THING(id, owned, in, en) [THING_##id] = (owned),
#include "circular/things.def"
#undef THING
    };
    CHECK((size_t)thing < COUNT(rows));
    return rows[thing];
}

Str consequence_text(Consequence consequence, Lang lang)
{
    static const Str rows[][2] = {
#define STATE(id, in, en, takes, needs, types)
#define CONSEQUENCE(id, in, en) \
    [CONSEQUENCE_##id] = {STR_INIT(in), STR_INIT(en)},
#include "circular/states.def"
#undef STATE
#undef CONSEQUENCE
    };
    CHECK((size_t)consequence < COUNT(rows));
    return rows[consequence][lang];
}

#define IGNORE_HEAD(line, in, en)
#define IGNORE_ALSO(line, lang, text)
#define IGNORE_RELATION(relation, in, en)
#define IGNORE_KIND(kind, in, en)

Str letter_kind_text(LetterKind kind, Lang lang)
{
    static const Str rows[][2] = {
#define LETTER_KIND(id, in, en) [LETTER_##id] = {STR_INIT(in), STR_INIT(en)},
#define HEAD                    IGNORE_HEAD
#define ALSO_HEAD               IGNORE_ALSO
#define HEAD_RELATION           IGNORE_RELATION
#include "circular/head_words.def"
#undef LETTER_KIND
#undef HEAD
#undef HEAD_RELATION
    };
    CHECK((size_t)kind < COUNT(rows));
    return rows[kind][lang];
}

Str head_text(LineKind line, Lang lang)
{
    static const Str rows[][2] = {
#define LETTER_KIND      IGNORE_KIND
#define HEAD(id, in, en) [LINE_##id] = {STR_INIT(in), STR_INIT(en)},
#define HEAD_RELATION    IGNORE_RELATION
#include "circular/head_words.def"
#undef HEAD
#undef HEAD_RELATION
    };
    CHECK((size_t)line < COUNT(rows) && rows[line][lang].len > 0);
    return rows[line][lang];
}

Str relation_text(RelationKind kind, Lang lang)
{
    static const Str rows[][2] = {
#define HEAD IGNORE_HEAD
#define HEAD_RELATION(id, in, en) \
    [RELATION_##id] = {STR_INIT(in), STR_INIT(en)},
#include "circular/head_words.def"
#undef LETTER_KIND
#undef HEAD
#undef ALSO_HEAD
#undef HEAD_RELATION
    };
    CHECK((size_t)kind < COUNT(rows));
    return rows[kind][lang];
}

Str strength_text(Strength strength, Lang lang)
{
    static const Str rows[][2] = {
        [STRENGTH_MUST] = {STR_INIT("wajib"),       STR_INIT("must")           },
        [STRENGTH_MAY] = {STR_INIT("boleh"),       STR_INIT("may")            },
        [STRENGTH_MUST_NOT] = {STR_INIT("dilarang"),    STR_INIT("must not")       },
        [STRENGTH_ADVISED] = {STR_INIT("diimbau"),     STR_INIT("should")         },
        [STRENGTH_ENTITLED] = {STR_INIT("berhak"),      STR_INIT("are entitled to")},
        [STRENGTH_NEED_NOT] = {STR_INIT("tidak wajib"), STR_INIT("need not")       },
    };
    CHECK((size_t)strength < COUNT(rows) && strength != STRENGTH_NONE);
    return rows[strength][lang];
}

Str where_text(Where where, Lang lang)
{
    static const Str rows[][2] = {
        [WHERE_OFFICE] = {STR_INIT("di kantor"),    STR_INIT("in the office")},
        [WHERE_HOME] = {STR_INIT("di rumah"),     STR_INIT("at home")      },
        [WHERE_FIELD] = {STR_INIT("di lapangan"),  STR_INIT("in the field") },
        [WHERE_ANY] = {STR_INIT("di mana saja"), STR_INIT("anywhere")     },
        [WHERE_LEAVE] = {STR_INIT("cuti"),         STR_INIT("on leave")     },
    };
    CHECK((size_t)where < COUNT(rows) && where != WHERE_NONE);
    return rows[where][lang];
}

Str number_text(int32_t number, Lang lang)
{
    static const Str rows[][2] = {
        {STR_INIT("satu"),      STR_INIT("one")   },
        {STR_INIT("dua"),       STR_INIT("two")   },
        {STR_INIT("tiga"),      STR_INIT("three") },
        {STR_INIT("empat"),     STR_INIT("four")  },
        {STR_INIT("lima"),      STR_INIT("five")  },
        {STR_INIT("enam"),      STR_INIT("six")   },
        {STR_INIT("tujuh"),     STR_INIT("seven") },
        {STR_INIT("delapan"),   STR_INIT("eight") },
        {STR_INIT("sembilan"),  STR_INIT("nine")  },
        {STR_INIT("sepuluh"),   STR_INIT("ten")   },
        {STR_INIT("sebelas"),   STR_INIT("eleven")},
        {STR_INIT("dua belas"), STR_INIT("twelve")},
    };
    if (number < 1 || (size_t)number > COUNT(rows)) return STR("");
    return rows[number - 1][lang];
}

static const CountRow counts[] = {
    {STR_INIT("orang"),         STR_INIT("person"),       STR_INIT("persons"),
     UNIT_TIME_NONE                                                                               },
    {STR_INIT("hari kerja"),    STR_INIT("working day"),  STR_INIT("working days"),
     WORKING_DAYS                                                                                 },
    {STR_INIT("hari kalender"), STR_INIT("calendar day"),
     STR_INIT("calendar days"),                                                     CALENDAR_DAYS },
    {STR_INIT("minggu"),        STR_INIT("week"),         STR_INIT("weeks"),        WEEKS         },
    {STR_INIT("bulan"),         STR_INIT("month"),        STR_INIT("months"),       MONTHS        },
    {STR_INIT("jam"),           STR_INIT("hour"),         STR_INIT("hours"),        HOURS         },
    {STR_INIT("menit"),         STR_INIT("minute"),       STR_INIT("minutes"),      MINUTES       },
    {STR_INIT("tahun"),         STR_INIT("year"),         STR_INIT("years"),        YEARS         },
    {STR_INIT("panggilan"),     STR_INIT("call"),         STR_INIT("calls"),
     UNIT_TIME_NONE                                                                               },
    {STR_INIT("kali"),          STR_INIT("time"),         STR_INIT("times"),        UNIT_TIME_NONE},
    {STR_INIT("meter"),         STR_INIT("metre"),        STR_INIT("metres"),       UNIT_TIME_NONE},
    {STR_INIT("kilometer"),     STR_INIT("kilometre"),    STR_INIT("kilometres"),
     UNIT_TIME_NONE                                                                               },
};

const CountRow *count_row(size_t index)
{
    return index < COUNT(counts) ? &counts[index] : NULL;
}

const CountRow *count_row_of(Str word)
{
    for (size_t i = 0; i < COUNT(counts); i++) {
        if (str_is(counts[i].word, word)) return &counts[i];
    }
    return NULL;
}

const CountRow *count_row_of_time(TimeUnit unit)
{
    for (size_t i = 0; i < COUNT(counts); i++) {
        if (counts[i].time == unit && unit != UNIT_TIME_NONE) return &counts[i];
    }
    return NULL;
}

bool term_type_is_proper(int32_t type)
{
    switch ((UnitType)type) {
    case UNIT_PEMERINTAH:
    case UNIT_SETDA:
    case UNIT_SETWAN:
    case UNIT_INSPEKTORAT:
    case UNIT_DINAS:
    case UNIT_BADAN:
    case UNIT_SATPOL:
    case UNIT_RSUD: return true;
    case UNIT_KECAMATAN:
    case UNIT_KELURAHAN:
    case UNIT_PUSKESMAS:
    case UNIT_UPTD:
    case UNIT_SEKOLAH:
    case UNIT_ASISTEN:
    case UNIT_BAGIAN:
    case UNIT_SEKRETARIAT:
    case UNIT_BIDANG:
    case UNIT_SUBBAGIAN:
    case UNIT_SUBBIDANG:
    case UNIT_SEKSI: return false;
    }
    return false;
}

bool term_heads_type(int32_t role, UnitType *out)
{
    switch (role) {
    case ROLE_CAMAT:
    case ROLE_SEKRETARIS_CAMAT: *out = UNIT_KECAMATAN; return true;
    case ROLE_LURAH:
    case ROLE_SEKRETARIS_LURAH: *out = UNIT_KELURAHAN; return true;
    case ROLE_KEPALA_PUSKESMAS: *out = UNIT_PUSKESMAS; return true;
    case ROLE_KEPALA_SEKOLAH: *out = UNIT_SEKOLAH; return true;
    case ROLE_ASISTEN: *out = UNIT_ASISTEN; return true;
    default: return false;
    }
}
