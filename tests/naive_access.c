/* SPDX-License-Identifier: Apache-2.0 */
#include "naive_access.h"

#include <stddef.h>
#include <string.h>

static const char *const words[][2] = {
    {"presensi",                "PSCV" },
    {"laporan",                 "PSC"  },
    {"tugas",                   "SH"   },
    {"tugas selesai",           "PSC"  },
    {"tinjauan",                "S"    },
    {"hubungi",                 "SHBC" },
    {"jawab",                   "PSC"  },
    {"panggilan",               "SH"   },
    {"permohonan",              "PSC"  },
    {"putusan",                 "SHB"  },
    {"selesai",                 "PSHC" },
    {"terlihat di luar",        "SHB"  },
    {"penutupan",               "HB"   },
    {"pengumuman",              "HBO"  },
    {"dibaca",                  "P"    },
    {"rapat",                   "H"    },
    {"unit",                    "HC"   },
    {"koreksi",                 "PSHB" },
    {"keberatan",               "P"    },
    {"jawaban keberatan",       "SHB"  },
    {"klarifikasi",             "PSHB" },
    {"penyimpangan",            "H"    },
    {"status daerah",           "BOA"  },
    {"cuti",                    "SHB"  },
    {"tanda",                   "B"    },
    {"lihat data tersegel",     "B"    },
    {"pemberlakuan",            "BO"   },
    {"penerbitan",              "BOY"  },
    {"rekap",                   "HY"   },
    {"rekap pemerintah daerah", "HBY"  },
    {"terima rekap",            "B"    },
    {"penghapusan",             "AY"   },
    {"sistem",                  "YV"   },
    {"muat",                    "AY"   },
    {"lihat pegawai",           "PSHCB"},
    {"lihat unit",              "HCB"  },
    {"pantau",                  "B"    },
    {"register",                "BA"   },
    {"akun",                    "P"    },
    {"undangan akun",           "CHA"  },
    {"penghentian akun",        "HA"   },
    {"administrator akun",      "A"    },
    {"token layanan",           "A"    },
};

const char *naive_access_letters(const char *word)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i][0], word) == 0) return words[i][1];
    }
    return NULL;
}

void naive_access_told(const char *sentence, char out[10])
{
    static const struct {
        const char *part;
        char letter;
    } parts[] = {
        {"the person,",              'P'},
        {"the person on its day",    'P'},
        {"the person; ",             'P'},
        {"direct superior",          'S'},
        {" a superior",              'S'},
        {"the head of a unit above", 'H'},
        {"the head of the unit",     'H'},
        {"the head of the topmost",  'H'},
        {" a superior",              'H'},
        {"unit's clerk",             'C'},
        {"personnel board",          'B'},
        {"organisation office",      'O'},
        {"administrator",            'A'},
        {"the system",               'Y'},
        {"shared device",            'V'},
    };
    char *end = out;
    if (strcmp(sentence, "only the person") == 0) *end++ = 'P';
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (strstr(sentence, parts[i].part) == NULL) continue;
        if (memchr(out, parts[i].letter, (size_t)(end - out)) == NULL)
            *end++ = parts[i].letter;
    }
    *end = '\0';
}

/* ---- the rows ------------------------------------------------------------ */

static bool within(NaiveTime time, int day)
{
    return time.first <= day && day <= time.last;
}

static bool serves(const NaiveLand *land, int person, int day)
{
    return within(land->serves[person], day);
}

static bool is_away(const NaiveLand *land, int person, int day)
{
    for (int i = 0; i < land->aways; i++) {
        if (land->away[i].person == person && within(land->away[i].time, day))
            return true;
    }
    return false;
}

/* The unit is the other one, or lies somewhere below it. */
static bool lies_in(const NaiveLand *land, int unit, int top)
{
    if (unit < 0) return false;
    if (unit == top) return true;
    return lies_in(land, land->parent[unit], top);
}

/* One who leads the unit that day, full or acting, there or not. */
static int one_leading(const NaiveLand *land, int unit, int day, bool full,
                       bool there)
{
    for (int i = 0; i < land->leads; i++) {
        const NaiveLead *lead = &land->lead[i];
        if (lead->unit != unit || lead->full != full) continue;
        if (!within(lead->time, day) || !serves(land, lead->person, day))
            continue;
        if (is_away(land, lead->person, day) != there) return lead->person;
    }
    return -1;
}

/* Who has the post and is there; else who acts and is there; else, away as
 * they are, who has it; else who acts. */
static int head_of(const NaiveLand *land, int unit, int day)
{
    static const struct {
        bool full, there;
    } order[] = {
        {true,  true },
        {false, true },
        {true,  false},
        {false, false}
    };
    for (int i = 0; i < 4; i++) {
        int who = one_leading(land, unit, day, order[i].full, order[i].there);
        if (who >= 0) return who;
    }
    return -1;
}

/* Where the line of somebody ends that day: at the first head upwards who is
 * somebody else and is there. */
static int superior_of(const NaiveLand *land, int person, int day)
{
    for (int u = land->unit_of[person]; u >= 0; u = land->parent[u]) {
        int head = head_of(land, u, day);
        if (head >= 0 && head != person && !is_away(land, head, day))
            return head;
    }
    return -1;
}

/* ---- letters ------------------------------------------------------------- */

static int place_of(const NaiveLand *land, const NaiveQuestion *q)
{
    return q->person >= 0 ? land->unit_of[q->person] : q->unit;
}

static bool heads_there(const NaiveLand *land, const NaiveQuestion *q)
{
    for (int u = 0; u < land->units; u++) {
        if (lies_in(land, place_of(land, q), u) &&
            head_of(land, u, q->day) == q->actor.person)
            return true;
    }
    return false;
}

/* Clerks and devices were given a unit; all others the whole government. */
static bool was_granted(const NaiveLand *land, const NaiveQuestion *q,
                        char letter)
{
    bool of_unit = letter == 'C' || letter == 'V';
    for (int i = 0; i < land->grants; i++) {
        const NaiveGrant *grant = &land->grant[i];
        bool theirs = letter == 'V' ? grant->device == q->actor.device
                                    : grant->person == q->actor.person;
        if (grant->letter == letter && theirs && within(grant->time, q->day) &&
            (!of_unit || lies_in(land, place_of(land, q), grant->unit)))
            return true;
    }
    return false;
}

bool naive_access_is(const NaiveLand *land, const NaiveQuestion *q, char letter)
{
    int me = q->actor.person;
    if (letter == 'Y') return q->actor.system;
    if (letter == 'V') return q->actor.device >= 0 && was_granted(land, q, 'V');
    if (me < 0 || !serves(land, me, q->day)) return false;
    switch (letter) {
    case 'P': return q->person == me;
    case 'S':
        return q->person >= 0 && q->person != me &&
               superior_of(land, q->person, q->day) == me;
    case 'H': return heads_there(land, q);
    case 'B':
        return was_granted(land, q, 'B') ||
               head_of(land, land->board, q->day) == me;
    default: return was_granted(land, q, letter);
    }
}

bool naive_access_may(const NaiveLand *land, const NaiveQuestion *q,
                      const char *word)
{
    const char *letters = naive_access_letters(word);
    for (size_t i = 0; letters != NULL && letters[i] != '\0'; i++) {
        if (naive_access_is(land, q, letters[i])) return true;
    }
    return false;
}
