/* SPDX-License-Identifier: Apache-2.0 */
#include "day/duty_clause.h"

const Tail *duty_tail(const Sentence *s, TailKind kind)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) return &s->tails[i];
    }
    return NULL;
}

/* ---- channels ----------------------------------------------------------- */

#define C(name)     (1U << CHANNEL_##name)
#define APPLICATION (C(APP) | C(WEB) | C(IMPORT))

static const struct {
    const char *word;
    uint32_t channels;
} ways[] = {
    {"aplikasi",          C(APP) | C(WEB)},
    {"app",               C(APP) | C(WEB)},
    {"application",       C(APP) | C(WEB)},
    {"web",               C(APP) | C(WEB)},
    {"daring",            C(APP) | C(WEB)},
    {"online",            C(APP) | C(WEB)},
    {"whatsapp",          C(WHATSAPP)    },
    {"telepon",           C(PHONE)       },
    {"telephone",         C(PHONE)       },
    {"phone",             C(PHONE)       },
    {"impor",             C(IMPORT)      },
    {"import",            C(IMPORT)      },
    {"kertas",            C(PAPER)       },
    {"paper",             C(PAPER)       },
    {"petugas",           C(CLERK)       },
    {"perangkat bersama", C(DEVICE)      },
    {"sistem",            C(SYSTEM)      },
    {"system",            C(SYSTEM)      },
    {"grup WhatsApp",     C(WHATSAPP)    },
    {"media sosial",      0              },
    {"surat elektronik",  0              },
    {"pesan singkat",     0              },
    {"tatap muka",        0              },
    {"konferensi video",  0              },
};

/* What is none of these is the name of an application: "e-Kinerja". */
static uint32_t channels_of(Str word)
{
    for (size_t k = 0; k < COUNT(ways); k++) {
        if (str_folded_is(word, str_of(ways[k].word))) return ways[k].channels;
    }
    return APPLICATION;
}

#undef C
#undef APPLICATION

uint32_t duty_channels(const Str *words, uint32_t count)
{
    uint32_t channels = 0;
    for (uint32_t i = 0; i < count; i++)
        channels |= channels_of(words[i]);
    return channels;
}

/* ---- purposes ----------------------------------------------------------- */

static const struct {
    const char *part;
    uint8_t purposes;
} purposes[] = {
    {"kesehatan",   PURPOSE_HEALTH                                },
    {"health",      PURPOSE_HEALTH                                },
    {"keselamatan", PURPOSE_SAFETY                                },
    {"safety",      PURPOSE_SAFETY                                },
    {"pangan",      PURPOSE_FOOD                                  },
    {"food",        PURPOSE_FOOD                                  },
    {"mendesak",    PURPOSE_HEALTH | PURPOSE_SAFETY | PURPOSE_FOOD},
    {"urgent",      PURPOSE_HEALTH | PURPOSE_SAFETY | PURPOSE_FOOD},
};

/* ASCII letters without case. */
static bool has_part(Str text, Str part)
{
    for (size_t from = 0; from + part.len <= text.len; from++) {
        if (str_folded_is(str_slice(text, from, from + part.len), part))
            return true;
    }
    return false;
}

static uint8_t purposes_in(Str word)
{
    uint8_t found = 0;
    for (size_t k = 0; k < COUNT(purposes); k++) {
        if (has_part(word, str_of(purposes[k].part)))
            found |= purposes[k].purposes;
    }
    return found;
}

uint8_t duty_purposes(const Sentence *s)
{
    uint8_t found = 0;
    const Tail *tails[] = {duty_tail(s, TAIL_EXCEPT_FOR),
                           duty_tail(s, TAIL_OPEN_LIST)};
    for (size_t t = 0; t < COUNT(tails); t++) {
        for (uint32_t i = 0; tails[t] != NULL && i < tails[t]->word_count; i++)
            found |= purposes_in(tails[t]->words[i]);
    }
    bool open = tails[1] != NULL || (tails[0] != NULL && tails[0]->open);
    if (open) found |= PURPOSE_HEALTH | PURPOSE_SAFETY | PURPOSE_FOOD;
    return found;
}
