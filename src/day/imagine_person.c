/* SPDX-License-Identifier: Apache-2.0 */
#include "day/imagine_part.h"

static int between(Imagining *m, int from, int to)
{
    return from + (int)rand_below(&m->rand, (uint32_t)(to - from + 1));
}

static bool chance(Imagining *m, uint32_t per_mille)
{
    return rand_chance(&m->rand, per_mille);
}

static Str one_of(Imagining *m, const char *const *texts, uint32_t count)
{
    return str_of(texts[rand_below(&m->rand, count)]);
}

static bool is_home(const Imagining *m)
{
    return m->expected->letter == PLACED_HOME ||
           m->expected->letter == PLACED_CLOSED;
}

static Str code_of(const Imagining *m, PersonId person)
{
    return m->wish->sheet->corpus->r->people[person.index].code;
}

/* A fact about the person that their superior says. */
static Fact from_above(Imagining *m, FactKind kind)
{
    Fact f = imagine_fact(m, kind);
    f.channel = CHANNEL_WEB;
    if (m->superior.index != NO_INDEX) f.actor = code_of(m, m->superior);
    return f;
}

static int line_waits(Imagining *m)
{
    return m->temper == TEMPER_OFFLINE ? between(m, 20, 300) : 0;
}

/* ---- coming and going --------------------------------------------------- */

static int arrives_at(Imagining *m)
{
    int begins = m->expected->begins;
    uint32_t lateness = m->temper == TEMPER_LATE ? 350 : 15;
    if (chance(m, lateness)) return begins + between(m, 1, 50);
    return begins - between(m, 1, 35);
}

/* Who meets a dead page without an outbox tries again, or gives up. */
static bool gives_up(Imagining *m, int minute)
{
    bool outbox = m->temper == TEMPER_OFFLINE || chance(m, 700);
    return imagine_down(m, minute) && !outbox && chance(m, 300);
}

static Str place_word(const Imagining *m)
{
    if (is_home(m)) return STR("rumah");
    return m->expected->letter == PLACED_FIELD ? STR("lapangan")
                                               : STR("kantor");
}

static void check_in(Imagining *m)
{
    int minute = arrives_at(m);
    if (m->temper == TEMPER_FORGETFUL && chance(m, 120)) return;
    if (gives_up(m, minute)) {
        m->lost++;
        return;
    }
    Fact in = imagine_fact(m, FACT_CHECK_IN);
    in.word = place_word(m);
    if (m->temper == TEMPER_FORGING && chance(m, 300)) in.place = STR("luar");
    int waits = line_waits(m);
    FactId id = imagine_say(m, in, minute, waits);
    if (in.place.len == 0) return;
    Fact signal = imagine_fact(m, FACT_SIGNAL);
    signal.channel = CHANNEL_SYSTEM;
    signal.actor = STR("sistem");
    signal.about = id;
    signal.word = STR("lokasi");
    /* The system sees it when it has come. */
    (void)imagine_say(m, signal, imagine_back(m, minute + waits) + 1, 0);
}

static void check_out(Imagining *m)
{
    if (m->temper == TEMPER_FORGETFUL && chance(m, 300)) return;
    Fact out = imagine_fact(m, FACT_CHECK_OUT);
    (void)imagine_say(m, out, m->expected->ends + between(m, 0, 45),
                      line_waits(m));
}

/* ---- reports ------------------------------------------------------------ */

static const char *const done[] = {
    "Menyelesaikan verifikasi berkas permohonan dan membuat catatan hasil.",
    "Menyusun konsep surat balasan dan menyiapkan bahan rapat daring.",
    "Memutakhirkan data pegawai unit dan mencocokkan daftar inventaris.",
    "Melayani permintaan data melalui telepon dan surat elektronik.",
    "Menyusun laporan realisasi kegiatan bulan berjalan.",
};

static bool owes_report(const Imagining *m)
{
    const DutySheet *s = m->wish->sheet;
    for (uint32_t i = 0; i < s->duty_count; i++) {
        if (s->duties[i].kind == DUTY_REPORT &&
            s->duties[i].part == PART_OWED &&
            (s->owed[m->person.index] >> i & 1) != 0 &&
            duty_owed(&s->duties[i], m->expected->letter, false))
            return true;
    }
    return false;
}

static void review(Imagining *m, FactId report, int minute, bool again)
{
    Fact f = from_above(m, FACT_REVIEW);
    f.about = report;
    f.word = again ? STR("kembalikan") : STR("terima");
    if (again) f.text = STR("Mohon sebutkan jumlah berkas.");
    (void)imagine_say(m, f, minute, 0);
}

static void report(Imagining *m)
{
    bool misses = chance(m, m->temper == TEMPER_FORGETFUL ? 250 : 20);
    bool late = chance(m, m->temper == TEMPER_LATE ? 200 : 15);
    if (!owes_report(m) || misses) return;
    int minute = late ? between(m, 1205, 1380) : between(m, 870, 1150);
    Fact f = imagine_fact(m, FACT_REPORT);
    if (chance(m, 100)) f.channel = CHANNEL_WHATSAPP;
    f.text = one_of(m, done, COUNT(done));
    f.number = between(m, 1, 20);
    f.measure = STR("berkas");
    int waits = line_waits(m);
    FactId id = imagine_say(m, f, minute, waits);
    minute += waits; /* nobody reviews what has not come */
    if (m->superior.index == NO_INDEX || !chance(m, 750) || minute > 1380)
        return;
    bool again = minute < 1000 && chance(m, 30);
    review(m, id, minute + between(m, 5, 40), again);
    if (!again) return;
    f.text = STR("Memverifikasi 12 berkas; 2 dikembalikan ke pemohon.");
    id = imagine_say(m, f, minute + 60, 0);
    review(m, id, minute + between(m, 65, 120), false);
}

/* ---- calls, exits ------------------------------------------------------- */

static void call(Imagining *m)
{
    if (!is_home(m) || m->superior.index == NO_INDEX || !chance(m, 25)) return;
    int minute = between(m, 500, 900);
    Fact f = from_above(m, FACT_CONTACT);
    f.word = STR("telepon");
    FactId id = imagine_say(m, f, minute, 0);
    if (!chance(m, 930)) return;
    Fact answer = imagine_fact(m, FACT_ANSWER);
    answer.about = id;
    (void)imagine_say(m, answer, minute + between(m, 1, 13), 0);
}

static void go_out(Imagining *m)
{
    static const char *const purposes[] = {"pangan", "kesehatan",
                                           "keselamatan"};
    if (!is_home(m) || !chance(m, 12)) return;
    int minute = between(m, 540, 840);
    Fact f = imagine_fact(m, FACT_EXIT);
    f.word = one_of(m, purposes, COUNT(purposes));
    f.from = (int16_t)minute;
    f.to = (int16_t)(minute + 90);
    FactId id = imagine_say(m, f, minute - 10, 0);
    if (!chance(m, 900)) return;
    Fact back = imagine_fact(m, FACT_FINISHED);
    back.about = id;
    (void)imagine_say(m, back, minute + between(m, 20, 85), 0);
}

/* ---- tomorrow ----------------------------------------------------------- */

static bool has_tomorrow(const Imagining *m)
{
    return date_before(m->wish->sheet->day, m->wish->ends);
}

static void be_recalled(Imagining *m)
{
    bool may = is_home(m) && m->superior.index != NO_INDEX && has_tomorrow(m);
    if (!may || !chance(m, 3)) return;
    Date tomorrow = date_plus(m->wish->sheet->day, 1);
    Fact f = from_above(m, FACT_RECALL);
    f.days = (Window){tomorrow, tomorrow};
    f.from = 540;
    f.text = STR("rapat penyusunan anggaran perubahan");
    FactId id = imagine_say(m, f, 905, 0);
    if (!chance(m, 850)) return;
    Fact ack = imagine_fact(m, FACT_RECALL_ACK);
    ack.about = id;
    ack.word = chance(m, 950) ? STR("siap") : STR("tidak dapat");
    (void)imagine_say(m, ack, 905 + between(m, 1, 50), 0);
}

static void take_leave(Imagining *m)
{
    if (m->superior.index == NO_INDEX || !has_tomorrow(m) || !chance(m, 2))
        return;
    Date first = date_plus(m->wish->sheet->day, 1);
    Date last = date_plus(first, between(m, 0, 2));
    if (date_before(m->wish->ends, last)) last = m->wish->ends;
    Fact f = from_above(m, FACT_LEAVE);
    f.days = (Window){first, last};
    f.word = chance(m, 400) ? STR("sakit") : STR("cuti");
    (void)imagine_say(m, f, 930, 0);
}

/* ---- the person's day --------------------------------------------------- */

static bool is_at_work(const Imagining *m)
{
    char letter = m->expected->letter;
    return m->expected->works &&
           (letter == PLACED_OFFICE || letter == PLACED_HOME ||
            letter == PLACED_FIELD || letter == PLACED_CLOSED ||
            letter == PLACED_USUAL);
}

void imagine_person(Imagining *m)
{
    if (!is_at_work(m)) return;
    check_in(m);
    report(m);
    call(m);
    go_out(m);
    be_recalled(m);
    take_leave(m);
    check_out(m);
}
