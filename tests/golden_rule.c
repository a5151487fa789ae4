/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/print.h"
#include "circular/words.h"
#include "golden.h"

/*
 * Rows about a rule as it is kept:
 *
 *     7 | aturan 3(2) | nanti: pelanggaran | kewajiban wajib hadir di kantor
 *       | bagi pegawai yang dipanggil | KTM-12
 *
 * hasil is the act, then the strength and what is done; sebab are further
 * things that the sentence says, commas between, each beginning with a word of
 * the table `sayings`.
 */

/* ---- the act, the strength, what is done ------------------------------------
 */

static const char *const act_words[ACT_CASES] = {
    [ACT_PLACE] = "tempat",       [ACT_REST] = "sisa",
    [ACT_CAP] = "batas",          [ACT_EXEMPT] = "pengecualian",
    [ACT_EXCUSE] = "pembebasan",  [ACT_EXCEED] = "pelampauan",
    [ACT_RELIEF] = "pelonggaran", [ACT_DELEGATE] = "penyerahan",
    [ACT_CLOSE] = "penutupan",    [ACT_MEAN] = "arti",
    [ACT_DUTY] = "kewajiban",     [ACT_STATE] = "keadaan",
    [ACT_RECORD] = "catatan",     [ACT_DAYS] = "hari",
    [ACT_FOLLOW] = "akibat",
};

static void tell_amount(const Amount *a, Buf *out)
{
    static const char *const compare[] = {
        [COMPARE_NONE] = "",
        [AT_MOST] = "paling banyak",
        [AT_LEAST] = "paling sedikit",
        [EXACTLY] = "tepat",
    };
    buf_format(out, "%s %d%s", compare[a->compare],
               a->share ? a->number / 100 : a->number, a->share ? "%" : "");
}

static void tell_done(const Sentence *s, Buf *out)
{
    switch (s->pred) {
    case PRED_PLACE: buf_put(out, where_text(s->where[0], LANG_ID)); return;
    case PRED_COUNT:
        buf_put(out, where_text(s->where[0], LANG_ID));
        buf_c(out, " ");
        tell_amount(&s->amount, out);
        return;
    case PRED_DO: buf_put(out, verb_row((Verb)s->verb)->word[LANG_ID]); return;
    case PRED_STATE:
        buf_put(out, state_row((State)s->verb)->word[LANG_ID]);
        return;
    case PRED_COUNTED:
        buf_put(out, consequence_text((Consequence)s->verb, LANG_ID));
        return;
    case PRED_TURN: buf_c(out, "bergilir"); return;
    case PRED_MEANS: buf_c(out, "ialah"); return;
    case PRED_SCOPE: buf_c(out, "tidak berlaku bagi"); return;
    case PRED_EXCEED: buf_c(out, "dilampaui"); return;
    case PRED_RECORD:
    case PRED_RECORDED_DO: buf_c(out, "dicatat"); return;
    }
}

static Str told(Arena *arena, const Clause *clause)
{
    Buf out = buf_in(arena);
    buf_c(&out, act_words[clause->act]);
    if (clause->strength != STRENGTH_NONE) {
        buf_c(&out, " ");
        buf_put(&out, strength_text(clause->strength, LANG_ID));
    }
    buf_c(&out, " ");
    tell_done(clause->sentence, &out);
    return buf_str(&out);
}

/* ---- what else it says
 * ---------------------------------------------------------- */

static const Tail *tail_of(const Sentence *s, TailKind kind)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].kind == kind) return &s->tails[i];
    }
    return NULL;
}

static void tell_duration(Duration d, Buf *out)
{
    const CountRow *row = count_row_of_time(d.unit);
    buf_format(out, "%d %.*s", d.number, STR_ARG(row->word));
}

static Str tail_text(Arena *arena, const Tail *tail)
{
    Buf out = buf_in(arena);
    for (uint32_t i = 0; i < tail->word_count; i++) {
        if (i > 0) buf_c(&out, ", ");
        buf_put(&out, tail->words[i]);
    }
    if (tail->who != NULL) who_print(tail->who, LANG_ID, &out);
    if (tail->duration.unit != UNIT_TIME_NONE)
        tell_duration(tail->duration, &out);
    if (tail->when.lasting.unit != UNIT_TIME_NONE)
        tell_duration(tail->when.lasting, &out);
    if (tail->ref.rule.len > 0)
        buf_format(&out, "%.*s(%.*s)", STR_ARG(tail->ref.rule),
                   STR_ARG(tail->ref.paragraph));
    return buf_str(&out);
}

/* Each piece of the column sebab begins with one of these; what follows must
 * stand in what the tail holds. */
static const struct {
    const char *word;
    TailKind tail;
} sayings[] = {
    {"irama",                              TAIL_RHYTHM      },
    {"kepada",                             TAIL_TO          },
    {"melalui",                            TAIL_CHANNEL     },
    {"untuk",                              TAIL_FOR         },
    {"kecuali untuk",                      TAIL_EXCEPT_FOR  },
    {"setiap saat",                        TAIL_ANY_TIME    },
    {"pada jam kerja",                     TAIL_OFFICE_HOURS},
    {"secara daring",                      TAIL_ONLINE      },
    {"dengan persetujuan",                 TAIL_APPROVED_BY },
    {"dengan alasan",                      TAIL_WITH_REASON },
    {"dijadwalkan oleh",                   TAIL_SCHEDULED_BY},
    {"sesuai kebutuhan",                   TAIL_BY_NEED     },
    {"dalam batas",                        TAIL_BOUNDS      },
    {"pada",                               TAIL_AT          },
    {"dasar",                              TAIL_BASE        },
    {"tidak kurang dari yang wajib hadir", TAIL_FLOOR_FORCED},
    {"bergilir",                           TAIL_TURNS       },
    {"tidak bergilir",                     TAIL_NO_TURNS    },
    {"dicatat dalam",                      TAIL_LOGGED      },
    {"selama",                             TAIL_WHEN        },
};

static bool tail_says(Arena *arena, const Sentence *s, Str piece, bool *known)
{
    for (size_t i = 0; i < COUNT(sayings); i++) {
        Str want = piece;
        if (!golden_take(&want, sayings[i].word)) continue;
        const Tail *tail = tail_of(s, sayings[i].tail);
        *known = true;
        if (tail == NULL) continue;
        if (want.len == 0 ||
            str_find(tail_text(arena, tail), want, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

static bool is_open(const Sentence *s)
{
    for (uint32_t i = 0; i < s->tail_count; i++) {
        if (s->tails[i].open || s->tails[i].kind == TAIL_OPEN_LIST) return true;
    }
    return false;
}

static bool aims_at(const Corpus *corpus, const Clause *clause, Str cite)
{
    for (uint32_t i = 0; i < clause->target_count; i++) {
        if (str_is(corpus_clause(corpus, clause->targets[i])->cite, cite))
            return true;
    }
    return false;
}

static bool who_says(Arena *arena, const Who *who, Str want)
{
    Buf out = buf_in(arena);
    if (who != NULL) who_print(who, LANG_ID, &out);
    return str_find(buf_str(&out), want, 0) != SIZE_MAX;
}

static bool topic_says(const Sentence *s, Str want)
{
    return str_find(s->text, want, 0) != SIZE_MAX ||
           str_folded_is(s->topic, want);
}

static bool cap_says(const Clause *clause, Str want)
{
    static const struct {
        const char *word;
        Level level;
    } levels[] = {
        {"setiap perangkat daerah", LEVEL_AGENCY   },
        {"setiap unit kerja",       LEVEL_WORK_UNIT}
    };
    for (size_t i = 0; i < COUNT(levels); i++) {
        if (str_is(want, str_of(levels[i].word)))
            return clause->level == levels[i].level;
    }
    return str_is(want, STR("ke bawah")) && clause->cap.rounding == ROUND_DOWN;
}

/* "siapa", "hal", "aturan", "bunyi", "terbuka", "hitungan", or a tail. */
static bool piece_holds(Arena *arena, const GoldenRow *row,
                        const Corpus *corpus, const Clause *clause, Str piece)
{
    const Sentence *s = clause->sentence;
    Str cite = {"", 0};
    bool known = false;
    if (str_is(piece, STR("terbuka"))) return is_open(s);
    if (golden_take(&piece, "siapa")) return who_says(arena, s->who, piece);
    if (golden_take(&piece, "hal")) return who_says(arena, s->object, piece);
    if (golden_take(&piece, "bunyi")) return topic_says(s, piece);
    if (golden_take(&piece, "hitungan")) return cap_says(clause, piece);
    if (golden_cite(arena, row, piece, &cite))
        return aims_at(corpus, clause, cite);
    return tail_says(arena, s, piece, &known);
}

static void check_sayings(Arena *arena, const GoldenRow *row,
                          const Corpus *corpus, const Clause *clause)
{
    Str rest = row->why;
    Str piece = {"", 0};
    Buf out = buf_in(arena);
    if (str_is(rest, STR("-"))) return;
    sentence_print(clause->sentence, LANG_ID, &out);
    while (str_next(&rest, ',', &piece)) {
        piece = str_trim(piece);
        if (!piece_holds(arena, row, corpus, clause, piece))
            golden_fail(row, "'%.*s' is not said by: %.*s", STR_ARG(piece),
                        STR_ARG(buf_str(&out)));
    }
}

void golden_rule(GoldenWorld *world, const GoldenRow *row, Str rest)
{
    Arena *arena = golden_office(world)->arena;
    Str cite = {"", 0};
    Str said = {"", 0};
    const Corpus *corpus =
        golden_corpus(world, golden_when(row->when).known, &said);
    if (corpus == NULL || !golden_cite(arena, row, row->what, &cite)) {
        golden_fail(row, "no law: %.*s", STR_ARG(said));
        return;
    }
    (void)rest;
    ClauseId id = corpus_find(corpus, cite);
    if (id.index == NO_INDEX) {
        golden_fail(row, "there is no rule %.*s", STR_ARG(cite));
        return;
    }
    const Clause *clause = corpus_clause(corpus, id);
    Str got = told(arena, clause);
    if (!str_is(got, row->result))
        golden_fail(row, "it is '%.*s'", STR_ARG(got));
    check_sayings(arena, row, corpus, clause);
}
