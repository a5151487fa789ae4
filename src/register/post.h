/* SPDX-License-Identifier: Apache-2.0 */
/*
 * post.h - posts of the structure, their ranks and roles, and who holds them.
 *
 * A post belongs to a unit; at most one post of a unit is its head.  A person
 * may hold two posts; a post may have, beside its holder, somebody who acts
 * (Plt, Plh, Pj): on days when the holder is away or the post is vacant, the
 * acting holder counts as the holder.
 */
#pragma once

#include "base/date.h"
#include "register/ids.h"
#include "register/words.h"

/* Class of echelon, with its modern name.  II.a and II.b are one class. */
#define RANKS(X)                                       \
    X(JPT_MADYA, 1, "I", "pimpinan tinggi madya")      \
    X(JPT_PRATAMA, 2, "II", "pimpinan tinggi pratama") \
    X(ADMINISTRATOR, 3, "III", "administrator")        \
    X(PENGAWAS, 4, "IV", "pengawas")                   \
    X(PELAKSANA, 5, "", "pelaksana")                   \
    X(FUNGSIONAL, 6, "", "fungsional")

typedef enum {
#define X(name, level, echelon, modern) RANK_##name = (level),
    RANKS(X)
#undef X
} Rank;

/* name, word in files and letters, English, English plural */
#define ROLES(X)                                                             \
    X(NONE, "", "", "")                                                      \
    X(SEKDA, "sekretaris daerah", "regional secretary",                      \
      "regional secretaries")                                                \
    X(ASISTEN, "asisten", "assistant", "assistants")                         \
    X(STAF_AHLI, "staf ahli", "expert adviser", "expert advisers")           \
    X(SEKWAN, "sekretaris dprd", "council secretary", "council secretaries") \
    X(INSPEKTUR, "inspektur", "inspector", "inspectors")                     \
    X(KEPALA_DINAS, "kepala dinas", "head of dinas", "heads of dinas")       \
    X(KEPALA_BADAN, "kepala badan", "head of badan", "heads of badan")       \
    X(KEPALA_SATPOL, "kepala satpol pp", "head of satpol pp",                \
      "heads of satpol pp")                                                  \
    X(DIREKTUR_RSUD, "direktur rsud", "hospital director",                   \
      "hospital directors")                                                  \
    X(KEPALA_BAGIAN, "kepala bagian", "head of bagian", "heads of bagian")   \
    X(CAMAT, "camat", "camat", "camats")                                     \
    X(SEKRETARIS_CAMAT, "sekretaris camat", "secretary of kecamatan",        \
      "secretaries of kecamatan")                                            \
    X(LURAH, "lurah", "lurah", "lurahs")                                     \
    X(SEKRETARIS_LURAH, "sekretaris lurah", "secretary of kelurahan",        \
      "secretaries of kelurahan")                                            \
    X(SEKRETARIS, "sekretaris", "agency secretary", "agency secretaries")    \
    X(INSPEKTUR_PEMBANTU, "inspektur pembantu", "assistant inspector",       \
      "assistant inspectors")                                                \
    X(KEPALA_BIDANG, "kepala bidang", "head of bidang", "heads of bidang")   \
    X(KEPALA_SUBBAGIAN, "kepala subbagian", "head of subbagian",             \
      "heads of subbagian")                                                  \
    X(KEPALA_SUBBIDANG, "kepala subbidang", "head of subbidang",             \
      "heads of subbidang")                                                  \
    X(KEPALA_SEKSI, "kepala seksi", "head of section", "heads of section")   \
    X(KEPALA_UPTD, "kepala uptd", "head of UPTD", "heads of UPTD")           \
    X(KEPALA_PUSKESMAS, "kepala puskesmas", "head of puskesmas",             \
      "heads of puskesmas")                                                  \
    X(KEPALA_SEKOLAH, "kepala sekolah", "head teacher", "head teachers")

typedef enum {
#define X(name, word, english, plural) ROLE_##name,
    ROLES(X)
#undef X
} Role;

typedef struct {
    Str code; /* "P0017" */
    Str name; /* "Kepala Bidang Perizinan" */
    UnitId unit;
    Rank rank;    /* JPT_MADYA .. PENGAWAS; FUNGSIONAL for a head teacher */
    char echelon; /* 'a', 'b' or 0: II.a and II.b differ here only */
    Role role;
    bool head; /* heads its unit */
    Window window;
} Post;

/* name, word in files */
#define HOLD_KINDS(X)    \
    X(FULL, "definitif") \
    X(PLT, "plt")        \
    X(PLH, "plh")        \
    X(PJ, "pj")

typedef enum {
#define X(name, word) HOLD_##name,
    HOLD_KINDS(X)
#undef X
} HoldKind;

typedef struct {
    PersonId person;
    PostId post;
    HoldKind kind;
    Window window;
} Holding;

/* "II.a", "III", "IIIb", "eselon IV", "administrator"; false if none. */
bool rank_parse(Str word, Rank *out, char *echelon);
Str rank_word(Rank rank);             /* "administrator" */
Str rank_echelon_word(Rank rank);     /* "III", or empty */
bool role_parse(Str word, Role *out); /* folded, Indonesian */
Str role_word(Role role, Lang lang);

/* The role that the name of a post begins with: "Lurah Telihan" -> LURAH. */
bool role_guess(Str post_name, Role *out);
Words rank_words(void); /* whole words only, not "II.a" */
Words role_words(void);

bool hold_kind_parse(Str word, HoldKind *out); /* "Plt." too; empty: FULL */
Str hold_kind_word(HoldKind kind);
Words hold_kind_words(void);
