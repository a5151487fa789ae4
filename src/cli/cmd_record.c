/* SPDX-License-Identifier: Apache-2.0 */
#include "app/enact.h"
#include "app/status_known.h"
#include "base/clock.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/find_actor.h"
#include "cli/find_person.h"
#include "cli/new_id.h"
#include "cli/open.h"
#include "cli/plan_text.h"

#include <sodium.h>
#include <string.h>

enum { LETTER_MOST = 1 << 20 };

/* What the words of the call say. */
typedef struct {
    Fact fact;
    Str secret;
    const char *file; /* berkas=: the text of a letter */
} Said;

/* ---- the words ----------------------------------------------------------- */

static int no_kind(const Call *call, const char *word)
{
    Buf all = buf_in(call->arena);
    for (unsigned k = 0; k < FACT_KIND_COUNT; k++)
        buf_format(&all, "%s%.*s", k == 0 ? "" : ", ",
                   STR_ARG(fact_kind_word((FactKind)k, LANG_ID)));
    Str list = buf_str(&all);
    return say_usage(call, "'%s' bukan jenis fakta; pilih %.*s",
                     "'%s' is no kind of fact; choose %.*s", word,
                     STR_ARG(list));
}

/* What is secret need not stand in the list of processes. */
static bool read_secret(const Call *call, const char *word, Said *said,
                        Err *err)
{
    const char *path = word + sizeof "rahasia-berkas=" - 1;
    Str text = {0};
    if (!office_read_file(call->arena, path, LETTER_MOST, &text, err))
        return false;
    said->secret = str_trim(text);
    return true;
}

static int read_words(const Call *call, Said *said)
{
    Err err = {0};
    FactKind kind = FACT_CHECK_IN;
    if (!fact_kind_parse(str_of(call->words[0]), &kind))
        return no_kind(call, call->words[0]);
    said->fact = fact_blank(kind);
    said->fact.channel = CHANNEL_COUNT; /* unsaid */
    for (size_t i = 1; i < call->word_count; i++) {
        Str word = str_of(call->words[i]);
        if (str_starts(word, STR("berkas="))) {
            said->file = call->words[i] + sizeof "berkas=" - 1;
        } else if (str_starts(word, STR("rahasia-berkas="))) {
            if (!read_secret(call, call->words[i], said, &err))
                return say_refusal(call, NULL, &err);
        } else if (!record_parse(word, &said->fact, &said->secret, &err)) {
            return say_refusal(call, NULL, &err);
        }
    }
    said->fact.kind = kind;
    if (fact_id_none(said->fact.id)) said->fact.id = new_id();
    return EXIT_DONE;
}

/* ---- what came of it ----------------------------------------------------- */

static void put_receipt(Buf *out, const Call *call, const Receipt *receipt)
{
    char id[FACT_ID_TEXT];
    char seal[2 * sizeof receipt->seal + 1];
    (void)fact_id_text(receipt->id, id);
    (void)sodium_bin2hex(seal, sizeof seal, receipt->seal,
                         sizeof receipt->seal);
    say_format(out, call->lang,
               "Tercatat: %s\n  catatan jurnal %llu, segel %s\n",
               "Recorded: %s\n  journal record %llu, seal %s\n", id,
               (unsigned long long)receipt->number, seal);
    if (receipt->again)
        say_format(out, call->lang,
                   "  sudah ada sebelumnya; tidak ada yang ditulis\n",
                   "  it was here already; nothing was written\n");
}

static void put_meetings(Buf *out, const Call *call, const Recorded *done)
{
    char id[FACT_ID_TEXT];
    if (done->meeting_count > 0)
        say_format(out, call->lang, "Rapat yang perlu dipindahkan:\n",
                   "Meetings to be moved:\n");
    for (size_t i = 0; i < done->meeting_count; i++)
        buf_format(out, "  %s  %.*s\n", fact_id_text(done->meetings[i].id, id),
                   STR_ARG(done->meetings[i].text));
}

static bool record_letter(const Call *call, const RecordWorld *world,
                          const Said *said, Receipt *out, Err *err)
{
    const Fact *fact = &said->fact;
    if (said->file == NULL) {
        EnactSigning signing = {fact->id, fact->about, fact->actor,
                                fact->channel};
        return enact_letter(call->arena, world, &signing, out, err);
    }
    EnactProposal proposal = {.id = fact->id,
                              .actor = fact->actor,
                              .channel = fact->channel,
                              .name = fact->thing};
    return office_read_file(call->arena, said->file, LETTER_MOST,
                            &proposal.body, err) &&
           enact_propose(call->arena, world, &proposal, out, err);
}

static bool is_letter(const Said *said)
{
    return said->fact.kind == FACT_SIGN &&
           (said->file != NULL || str_is(said->fact.word, STR("berlaku")));
}

static bool record_it(const Call *call, const RecordWorld *world,
                      const Said *said, Recorded *out, Err *err)
{
    if (is_letter(said)) {
        *out = (Recorded){.written = 1};
        return record_letter(call, world, said, &out->receipt, err);
    }
    return record_fact(call->arena, world, &said->fact, said->secret, out, err);
}

/* A look says which fact and why; whose it is follows from the fact. */
static bool only_reason(const Said *said, Err *err)
{
    const Fact *fact = &said->fact;
    if (fact->person.len == 0 && fact->unit.len == 0 && said->secret.len == 0 &&
        said->file == NULL && !fact_id_none(fact->about) && fact->text.len > 0)
        return true;
    (void)FAIL(
        err, ERR_INPUT,
        "a look takes tentang=ID (the fact with the seal) and isi=REASON "
        "and nothing more");
    return err_id(err,
                  "membuka data tersegel memerlukan tentang=ID (fakta yang "
                  "bersegel) dan isi=ALASAN, tidak lebih");
}

/* The text of a seal, printed when the journal has who looked, and why. */
static int look(const Call *call, const RecordWorld *world, const Said *said)
{
    const Fact *fact = &said->fact;
    RecordLook wish = {.id = fact->id,
                       .about = fact->about,
                       .actor = fact->actor,
                       .reason = fact->text,
                       .channel = fact->channel};
    char id[FACT_ID_TEXT];
    Str opened = {0};
    Err err = {0};
    if (!only_reason(said, &err) ||
        !record_look(call->arena, world, &wish, &opened, &err))
        return say_refusal(call, NULL, &err);
    Buf out = buf_in(call->arena);
    (void)fact_id_text(fact->id, id);
    say_format(&out, call->lang,
               "Isi tersegel: %.*s\n  pembukaan ini tercatat: %s\n",
               "Sealed text: %.*s\n  this look is on record: %s\n",
               STR_ARG(opened), id);
    return say_result(call, &out, EXIT_DONE);
}

/* What no letter says has no effect, which nobody would see. */
static void put_status(Buf *out, const Call *call, const Office *office,
                       const Fact *fact)
{
    StatusName near = {0};
    StatusName name = {fact->thing, fact->text};
    if (fact->kind != FACT_STATUS || status_known(office, name, &near)) return;
    say_format(out, call->lang,
               "Perhatian: tidak ada surat yang menyebut status \"%.*s\" di "
               "%.*s, jadi belum berpengaruh\n",
               "Note: no letter names the status \"%.*s\" in %.*s, so it has "
               "no effect yet\n",
               STR_ARG(name.status), STR_ARG(name.area));
    if (near.status.len > 0)
        say_format(
            out, call->lang,
            "  yang mirip: \"%.*s\" di %.*s; bila salah tulis, batalkan "
            "dengan koreksi\n",
            "  most like it: \"%.*s\" in %.*s; if it was a slip, take it "
            "out by a correction\n",
            STR_ARG(near.status),
            STR_ARG(near.area.len > 0 ? near.area : name.area));
}

/* Published plans follow at once; what was recorded stands in any case. */
static int follow(const Call *call, const RecordWorld *world, const Fact *fact,
                  Buf *out)
{
    Office office = {0};
    RecordWorld now = *world;
    FollowWish wish = {STR("sistem"), new_id()};
    FollowedList list = {0};
    Err err = {0};
    now.office = &office;
    if (!follow_moves(fact->kind)) return EXIT_DONE;
    if (!office_open_data(call->arena, world->store,
                          world->office->government.code, DATE_NEVER, &office,
                          &err) ||
        !follow_plan(&now, &wish, &list, &err)) {
        say_error(call,
                  "tercatat, tetapi jadwal belum mengikuti; ulangi "
                  "dengan \"plan follow\"",
                  "recorded, but the plan has not followed; repeat with "
                  "\"plan follow\"");
        return say_refusal(call, &office, &err);
    }
    return plan_text_followed(call, &office, &list, out) ? EXIT_DONE
                                                         : EXIT_CLASH;
}

/* Who acts, and whom it is about, as codes of the register. */
static bool find_people(const Call *call, const Register *r, Said *said,
                        int *code)
{
    PersonId person = NO_PERSON;
    Fact *fact = &said->fact;
    if (!find_actor(call, r, call->option[OPT_AS], &fact->actor, code))
        return false;
    if (fact->person.len == 0) return true;
    if (!find_person(call, r, str_c(call->arena, fact->person), &person, code))
        return false;
    fact->person = r->people[person.index].code;
    return true;
}

/* What the call leaves unsaid: today, and how it came in. */
static void complete(RecordWorld *world, Fact *fact)
{
    if (fact->channel == CHANNEL_COUNT) fact->channel = record_channel(fact);
    if (date_is(world->today, DATE_NEVER))
        world->today = zone_day(world->office->government.zone, clock_now());
}

static int record_and_tell(const Call *call, const RecordWorld *world,
                           const Said *said)
{
    Err err = {0};
    Recorded done = {0};
    Buf out = buf_in(call->arena);
    if (!record_it(call, world, said, &done, &err))
        return say_refusal(call, NULL, &err);
    put_receipt(&out, call, &done.receipt);
    put_meetings(&out, call, &done);
    put_status(&out, call, world->office, &said->fact);
    int code = follow(call, world, &said->fact, &out);
    return say_result(call, &out, code);
}

int cmd_record(const Call *call)
{
    AUTO(store_done) Store *store = NULL;
    Err err = {0};
    Office office = {0};
    Said said = {0};
    RecordWorld world = {.office = &office,
                         .meeting_most = RECORD_MEETING_MOST};
    int code = EXIT_DONE;
    if (!args_option_date(call, OPT_ON, DATE_NEVER, &world.today))
        return EXIT_USAGE;
    if (sodium_init() < 0) return EXIT_WORLD;
    code = read_words(call, &said);
    if (code != EXIT_DONE || !open_data(call, OPEN_TO_WRITE, &store, &code))
        return code;
    world.store = store;
    if (!office_open_data(call->arena, store,
                          str_of(call->option[OPT_GOVERNMENT]), DATE_NEVER,
                          &office, &err))
        return say_refusal(call, &office, &err);
    if (!find_people(call, &office.r, &said, &code)) return code;
    complete(&world, &said.fact);
    return said.fact.kind == FACT_LOOK ? look(call, &world, &said)
                                       : record_and_tell(call, &world, &said);
}
