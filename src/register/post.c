/* SPDX-License-Identifier: Apache-2.0 */
#include "register/post.h"

#include <string.h>

#define RANK_SPELLINGS(X)                     \
    X(JPT_MADYA, "jpt madya")                 \
    X(JPT_PRATAMA, "jpt pratama")             \
    X(JPT_PRATAMA, "pratama")                 \
    X(ADMINISTRATOR, "jabatan administrator") \
    X(PENGAWAS, "jabatan pengawas")           \
    X(PELAKSANA, "jabatan pelaksana")         \
    X(PELAKSANA, "staf")                      \
    X(PELAKSANA, "fungsional umum")           \
    X(PELAKSANA, "jabatan fungsional umum")   \
    X(FUNGSIONAL, "jabatan fungsional")       \
    X(FUNGSIONAL, "fungsional tertentu")

static const Word ranks[] = {
#define X(name, level, echelon, modern) {STR_INIT(modern), RANK_##name},
    RANKS(X)
#undef X
#define X(name, word) {STR_INIT(word), RANK_##name},
        RANK_SPELLINGS(X)
#undef X
};

static const Str echelons[] = {
#define X(name, level, echelon, modern) [RANK_##name] = STR_INIT(echelon),
    RANKS(X)
#undef X
};

#define ROLE_SPELLINGS(X)                                 \
    X(SEKDA, "sekda")                                     \
    X(ASISTEN, "asisten sekretaris daerah")               \
    X(SEKWAN, "sekwan")                                   \
    X(SEKWAN, "sekretaris dewan")                         \
    X(INSPEKTUR, "inspektur daerah")                      \
    X(KEPALA_SATPOL, "kepala satpol")                     \
    X(KEPALA_SATPOL, "kasatpol pp")                       \
    X(KEPALA_SATPOL, "kepala satuan polisi pamong praja") \
    X(DIREKTUR_RSUD, "direktur")                          \
    X(DIREKTUR_RSUD, "direktur rumah sakit umum daerah")  \
    X(KEPALA_DINAS, "kadis")                              \
    X(KEPALA_BADAN, "kaban")                              \
    X(KEPALA_BAGIAN, "kabag")                             \
    X(SEKRETARIS_CAMAT, "sekretaris kecamatan")           \
    X(SEKRETARIS_CAMAT, "sekcam")                         \
    X(SEKRETARIS_LURAH, "sekretaris kelurahan")           \
    X(SEKRETARIS_LURAH, "seklur")                         \
    X(SEKRETARIS, "sekretaris dinas")                     \
    X(SEKRETARIS, "sekretaris badan")                     \
    X(SEKRETARIS, "sekretaris inspektorat")               \
    X(INSPEKTUR_PEMBANTU, "irban")                        \
    X(KEPALA_BIDANG, "kabid")                             \
    X(KEPALA_SUBBAGIAN, "kepala sub bagian")              \
    X(KEPALA_SUBBAGIAN, "kasubbag")                       \
    X(KEPALA_SUBBIDANG, "kepala sub bidang")              \
    X(KEPALA_SUBBIDANG, "kasubbid")                       \
    X(KEPALA_SEKSI, "kasi")                               \
    X(KEPALA_UPTD, "kepala upt")                          \
    X(KEPALA_UPTD, "kepala unit pelaksana teknis")        \
    X(KEPALA_PUSKESMAS, "kepala pusat kesehatan masyarakat")

static const Word roles[] = {
#define X(name, word, english, plural) {STR_INIT(word), ROLE_##name},
    ROLES(X)
#undef X
#define X(name, word) {STR_INIT(word), ROLE_##name},
        ROLE_SPELLINGS(X)
#undef X
};

static const Str roles_english[] = {
#define X(name, word, english, plural) [ROLE_##name] = STR_INIT(english),
    ROLES(X)
#undef X
};

#define HOLD_SPELLINGS(X)      \
    X(FULL, "")                \
    X(PLT, "plt.")             \
    X(PLT, "pelaksana tugas")  \
    X(PLH, "plh.")             \
    X(PLH, "pelaksana harian") \
    X(PJ, "pj.")               \
    X(PJ, "penjabat")

static const Word holds[] = {
#define X(name, word) {STR_INIT(word), HOLD_##name},
    HOLD_KINDS(X)
#undef X
#define X(name, word) {STR_INIT(word), HOLD_##name},
        HOLD_SPELLINGS(X)
#undef X
};

Words rank_words(void)
{
    return WORDS(ranks);
}

Words role_words(void)
{
    return WORDS(roles);
}

Words hold_kind_words(void)
{
    return WORDS(holds);
}

/* The echelon of a roman numeral; V counts as pelaksana. */
static bool roman(Str text, Rank *out)
{
    static const Word numerals[] = {
        {STR_INIT("i"),   RANK_JPT_MADYA    },
        {STR_INIT("ii"),  RANK_JPT_PRATAMA  },
        {STR_INIT("iii"), RANK_ADMINISTRATOR},
        {STR_INIT("iv"),  RANK_PENGAWAS     },
        {STR_INIT("v"),   RANK_PELAKSANA    },
    };
    int value = 0;
    if (!words_find(WORDS(numerals), text, &value)) return false;
    *out = (Rank)value;
    return true;
}

/* The letter of II.a or II.b, small; 0 when it is none from a to e. */
static char sub_class(char c)
{
    static const char letters[] = "abcdeABCDE";
    const char *hit = c == 0 ? NULL : strchr(letters, c);
    if (hit == NULL) return 0;
    return letters[(hit - letters) % 5];
}

/* class = ["eselon"] ("I" | "II" | "III" | "IV" | "V") [[. / blank] a..e] */
static bool parse_class(Str text, Rank *out, char *echelon)
{
    static const Str lead[] = {STR_INIT("eselon "), STR_INIT("echelon ")};
    Rank rank = RANK_PELAKSANA;
    char sub = 0;
    for (size_t i = 0; i < COUNT(lead); i++) {
        Str start = str_slice(text, 0, lead[i].len);
        if (text.len > lead[i].len &&
            str_folded_is(str_trim(start), str_trim(lead[i])))
            text = str_trim(str_slice(text, lead[i].len, text.len));
    }
    if (text.len > 1) sub = sub_class(text.ptr[text.len - 1]);
    if (sub != 0) {
        text.len--;
        while (text.len > 0 &&
               (text.ptr[text.len - 1] == '.' ||
                text.ptr[text.len - 1] == '/' || text.ptr[text.len - 1] == ' '))
            text.len--;
    }
    if (!roman(text, &rank)) return false;
    *out = rank;
    *echelon = sub;
    return true;
}

bool rank_parse(Str word, Rank *out, char *echelon)
{
    int value = 0;
    word = str_trim(word);
    if (parse_class(word, out, echelon)) return true;
    if (!words_find(WORDS(ranks), word, &value)) return false;
    *out = (Rank)value;
    *echelon = 0;
    return true;
}

Str rank_word(Rank rank)
{
    CHECK(rank >= RANK_JPT_MADYA && rank <= RANK_FUNGSIONAL);
    return ranks[rank - RANK_JPT_MADYA].word;
}

Str rank_echelon_word(Rank rank)
{
    CHECK(rank >= RANK_JPT_MADYA && rank <= RANK_FUNGSIONAL);
    return echelons[rank];
}

bool role_parse(Str word, Role *out)
{
    int value = 0;
    if (!words_find(WORDS(roles), word, &value)) return false;
    *out = (Role)value;
    return true;
}

bool role_guess(Str post_name, Role *out)
{
    int value = 0;
    if (!words_begin(WORDS(roles), post_name, &value)) return false;
    *out = (Role)value;
    return true;
}

Str role_word(Role role, Lang lang)
{
    CHECK((size_t)role < COUNT(roles_english));
    return lang == LANG_EN ? roles_english[role] : roles[role].word;
}

bool hold_kind_parse(Str word, HoldKind *out)
{
    int value = 0;
    if (!words_find(WORDS(holds), word, &value)) return false;
    *out = (HoldKind)value;
    return true;
}

Str hold_kind_word(HoldKind kind)
{
    CHECK((size_t)kind < COUNT(holds));
    return holds[kind].word;
}
