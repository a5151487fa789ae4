/* SPDX-License-Identifier: Apache-2.0 */
#include "register/unit.h"

/* Further spellings, long names and what the names of units begin with. */
#define UNIT_SPELLINGS(X)                      \
    X(PEMERINTAH, "pemkot")                    \
    X(PEMERINTAH, "pemkab")                    \
    X(PEMERINTAH, "pemprov")                   \
    X(SETDA, "sekretariat daerah")             \
    X(SETWAN, "setwan")                        \
    X(SETWAN, "sekretariat dewan")             \
    X(INSPEKTORAT, "inspektorat daerah")       \
    X(SATPOL, "satpol")                        \
    X(SATPOL, "satuan polisi pamong praja")    \
    X(RSUD, "rumah sakit")                     \
    X(RSUD, "rumah sakit umum daerah")         \
    X(PUSKESMAS, "pusat kesehatan masyarakat") \
    X(UPTD, "upt")                             \
    X(UPTD, "uptb")                            \
    X(UPTD, "unit pelaksana teknis")           \
    X(UPTD, "unit pelaksana teknis daerah")    \
    X(SEKOLAH, "tk")                           \
    X(SEKOLAH, "paud")                         \
    X(SEKOLAH, "sd")                           \
    X(SEKOLAH, "sdn")                          \
    X(SEKOLAH, "smp")                          \
    X(SEKOLAH, "smpn")                         \
    X(SEKOLAH, "sma")                          \
    X(SEKOLAH, "sman")                         \
    X(SEKOLAH, "smk")                          \
    X(SEKOLAH, "smkn")                         \
    X(BAGIAN, "bag")                           \
    X(BIDANG, "bid")                           \
    X(SUBBAGIAN, "sub bagian")                 \
    X(SUBBAGIAN, "sub bag")                    \
    X(SUBBAGIAN, "subbag")                     \
    X(SUBBIDANG, "sub bidang")                 \
    X(SUBBIDANG, "subbid")                     \
    X(SEKSI, "sie")

static const Word types[] = {
#define X(name, word, english, plural) {STR_INIT(word), UNIT_##name},
    UNIT_TYPES(X)
#undef X
#define X(name, word) {STR_INIT(word), UNIT_##name},
        UNIT_SPELLINGS(X)
#undef X
};

static const Str english[] = {
#define X(name, word, english, plural) [UNIT_##name] = STR_INIT(english),
    UNIT_TYPES(X)
#undef X
};

static const Word services[] = {
#define X(name, word) {STR_INIT(word), SERVICE_##name},
    SERVICE_CLASSES(X)
#undef X
};

Words unit_type_words(void)
{
    return WORDS(types);
}

Words service_class_words(void)
{
    return WORDS(services);
}

Str unit_type_word(UnitType type, Lang lang)
{
    CHECK((size_t)type < COUNT(english));
    return lang == LANG_EN ? english[type] : types[type].word;
}

bool unit_type_parse(Str word, UnitType *out)
{
    int value = 0;
    if (!words_find(WORDS(types), word, &value)) return false;
    *out = (UnitType)value;
    return true;
}

bool unit_type_guess(Str name, UnitType *out)
{
    int value = 0;
    if (!words_begin(WORDS(types), name, &value)) return false;
    *out = (UnitType)value;
    return true;
}

Str service_class_word(ServiceClass service)
{
    CHECK((size_t)service < COUNT(services));
    return services[service].word;
}

bool service_class_parse(Str word, ServiceClass *out)
{
    int value = 0;
    if (!words_find(WORDS(services), word, &value)) return false;
    *out = (ServiceClass)value;
    return true;
}
