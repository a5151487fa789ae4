/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record_answer.c - facts that answer another: what it must be, and that it is
 * of the same person.
 */
#include "app/objection.h"
#include "app/published.h"
#include "app/record_part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

/* A sentence in both languages. */
typedef struct {
    const char *id, *en;
} Said;

/* It answers one of these kinds, which stands and is of the same person. */
static bool answers(Recording *rec, uint64_t kinds, Said what, Err *err)
{
    bool struck = false;
    if (!rec->answers || (kinds >> rec->about.kind & 1) == 0)
        return record_refuse(err, what.id, what.en);
    if (!str_is(rec->about.person, rec->fact.person))
        return record_refuse(err, "fakta itu tentang pegawai lain",
                             "that fact is about somebody else");
    if (!record_struck(rec, rec->about.id, &struck, err)) return false;
    return !struck || record_refuse(err, "fakta itu sudah dibatalkan",
                                    "that fact was taken out");
}

/* Nothing of the same kind answers it yet. */
static bool is_first(Recording *rec, Said already, Err *err)
{
    DataFacts before = {0};
    uint64_t kind = UINT64_C(1) << rec->fact.kind;
    if (!record_answers(rec, rec->fact.about, kind, &before, err)) return false;
    return before.count == 0 || record_refuse(err, already.id, already.en);
}

bool record_task_done(Recording *rec, Err *err)
{
    int32_t number = rec->fact.number;
    Said what = {"tentang harus menunjuk sebuah tugas pegawai itu",
                 "tentang must name a task of the person"};
    if (number != FACT_NO_NUMBER && (number < 0 || number > 100))
        return record_refuse(err, "jumlah ialah persen, 0 sampai 100",
                             "jumlah is a percentage, 0 to 100");
    return answers(rec, K(TASK), what, err);
}

bool record_review(Recording *rec, Err *err)
{
    Said what = {"tentang harus menunjuk laporan pegawai itu",
                 "tentang must name a report of the person"};
    if (str_is(rec->fact.word, STR("kembalikan")) && rec->fact.text.len == 0)
        return record_refuse(err, "isi: tulis apa yang perlu diperbaiki",
                             "isi: say what is to be mended");
    return answers(rec, K(REPORT), what, err);
}

bool record_reply(Recording *rec, Err *err)
{
    Said what = {
        "tentang harus menunjuk panggilan (hubungi) kepada pegawai itu",
        "tentang must name a call to the person"};
    if (rec->answers && rec->about.kind == FACT_SWAP)
        return record_swap_answer(rec, err);
    return answers(rec, K(CONTACT), what, err);
}

bool record_recall_reply(Recording *rec, Err *err)
{
    Said what = {"tentang harus menunjuk panggilan ke kantor pegawai itu",
                 "tentang must name a recall of the person"};
    if (!answers(rec, K(RECALL), what, err)) return false;
    if (rec->fact.kind != FACT_ARRIVAL) return true;
    if (window_has(rec->about.days, rec->fact.day))
        return record_presence(rec, err);
    return record_refuse(err, "tiba dicatat pada hari panggilan itu",
                         "an arrival is of a day of the recall");
}

bool record_finished(Recording *rec, Err *err)
{
    int decided = 0;
    Said what = {"tentang harus menunjuk izin, dinas luar atau rapat",
                 "tentang must name a permit, trip or meeting"};
    Said already = {"itu sudah dinyatakan selesai", "it is finished already"};
    if (!answers(rec, K(EXIT) | K(TRAVEL) | K(VISIT) | K(TRIP) | K(MEETING),
                 what, err) ||
        !is_first(rec, already, err) ||
        !record_decided(rec, rec->about.id, &decided, err))
        return false;
    if (decided >= 0) return true;
    return record_refuse(err, "permohonan itu ditolak; tidak ada yang selesai",
                         "that request was refused; nothing is finished");
}

/* Only who keeps the register can mend it. */
static bool keeps_data(Recording *rec, Err *err)
{
    bool board = (record_roles(rec) >> ACCESS_BOARD_ROLE & 1) != 0;
    if (board || !objection_is_of_data(&rec->about)) return true;
    return record_refuse(err,
                         "data pegawai diperbaiki badan kepegawaian; badan itu "
                         "yang menjawab",
                         "data of the register are mended by the personnel "
                         "board; it answers");
}

bool record_objection_answer(Recording *rec, Err *err)
{
    Said what = {"tentang harus menunjuk keberatan pegawai itu",
                 "tentang must name an objection of the person"};
    Said already = {"keberatan itu sudah dijawab",
                    "that objection is answered already"};
    if (str_is(rec->fact.actor, rec->fact.person))
        return record_refuse(err, "keberatan sendiri dijawab oleh orang lain",
                             "one's own objection is answered by another");
    return answers(rec, K(OBJECTION), what, err) &&
           is_first(rec, already, err) && keeps_data(rec, err);
}

/* Of a version of the plan: only who has to be told reads it as told. */
static bool plan_read_by(Recording *rec, Err *err)
{
    Office office = *rec->world->office;
    bool told = false;
    office.arena = rec->arena;
    if (!published_told(rec->world->store, &office, &rec->about, rec->person,
                        &told, err))
        return false;
    return told || record_refuse(err,
                                 "versi jadwal itu tidak mengubah hari pegawai "
                                 "itu",
                                 "that version of the plan changes no day of "
                                 "the person");
}

bool record_notice_read(Recording *rec, Err *err)
{
    if (rec->answers && rec->about.kind == FACT_PUBLISH)
        return plan_read_by(rec, err);
    const Register *r = &rec->world->office->r;
    uint32_t unit = NO_INDEX;
    if (rec->answers && rec->about.kind == FACT_NOTICE)
        unit = map_find(&r->unit_codes, rec->about.unit);
    if (unit == NO_INDEX)
        return record_refuse(err, "tentang harus menunjuk sebuah pengumuman",
                             "tentang must name a notice");
    if (unit_is_under(r, rec->unit, (UnitId){unit})) return true;
    return record_refuse(err, "pengumuman itu bukan untuk unit pegawai itu",
                         "that notice is not for the person's unit");
}

bool record_return(Recording *rec, Err *err)
{
    Said what = {"tentang harus menunjuk cuti pegawai itu",
                 "tentang must name a leave of the person"};
    Said already = {"kembali bekerja sudah dicatat",
                    "the return is noted already"};
    if (!answers(rec, K(LEAVE), what, err) || !is_first(rec, already, err))
        return false;
    if (!date_before(rec->fact.day, rec->about.days.first))
        return record_back(rec, err);
    return record_refuse(err, "cuti itu belum mulai; batalkan dengan koreksi",
                         "that leave has not begun; take it out by a "
                         "correction");
}

/* Is the last review of it that stands the word to mend it? */
static bool sent_back(Recording *rec, bool *out, Err *err)
{
    DataFacts reviews = {0};
    *out = false;
    if (!record_answers(rec, rec->about.id, K(REVIEW), &reviews, err))
        return false;
    for (size_t i = reviews.count; i-- > 0;) {
        bool struck = false;
        if (!record_struck(rec, reviews.at[i].id, &struck, err)) return false;
        if (struck) continue;
        *out = str_is(reviews.at[i].word, STR("kembalikan"));
        return true;
    }
    return true;
}

/* One's own report of that day, which was sent back: it may be mended later,
 * too. */
static bool mends(Recording *rec, bool *out, Err *err)
{
    bool struck = false;
    *out = rec->answers && rec->fact.kind == FACT_REPORT &&
           rec->about.kind == FACT_REPORT &&
           str_is(rec->fact.actor, rec->fact.person) &&
           date_is(rec->about.day, rec->fact.day);
    if (!*out) return true;
    if (!sent_back(rec, out, err) ||
        !record_struck(rec, rec->about.id, &struck, err))
        return false;
    *out = *out && !struck;
    return true;
}

/* A report may name a task, a call or a report, a message whatever it is about:
 * of the same person. */
bool record_report(Recording *rec, Err *err)
{
    bool mending = false;
    if (rec->answers && !str_is(rec->about.person, rec->fact.person))
        return record_refuse(err, "tentang: fakta itu tentang pegawai lain",
                             "tentang: that fact is about somebody else");
    if (!mends(rec, &mending, err)) return false;
    return mending || record_presence(rec, err);
}

/* The personnel board asks, notes and closes; those whom it concerns answer.
 * Nobody asks about themselves. */
bool record_clarify(Recording *rec, Err *err)
{
    unsigned roles = record_roles(rec);
    bool board = (roles >> ACCESS_BOARD_ROLE & 1) != 0;
    bool own = str_is(rec->fact.actor, rec->fact.person);
    if (str_is(rec->fact.word, STR("jawab"))) {
        if ((roles & ~(1U << ACCESS_BOARD_ROLE)) != 0) return true;
        return record_refuse(err,
                             "yang menjawab ialah pegawai itu, atasan langsung "
                             "atau kepala unitnya",
                             "the person, the direct superior or the head of "
                             "the unit answers");
    }
    if (!board)
        return record_refuse(err,
                             "hanya badan kepegawaian yang bertanya, mencatat "
                             "dan menutup; pilih jawab",
                             "only the personnel board asks, notes and closes; "
                             "choose to answer");
    return !own || record_refuse(err, "hari sendiri ditanyakan oleh orang lain",
                                 "one's own day is asked about by another");
}
