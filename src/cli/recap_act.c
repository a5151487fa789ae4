/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/recap_act.h"

#include "app/close_recap.h"
#include "app/receive_recap.h"
#include "base/clock.h"
#include "cli/find_actor.h"
#include "cli/open.h"
#include "cli/recap_change.h"

#include <sodium.h>

/* Who does it, and on which day. */
typedef struct {
    Str actor;
    Date day;
} RecapAct;

static FactId new_id(void)
{
    uint64_t random[2];
    randombytes_buf(random, sizeof random);
    return fact_id_of(clock_now(), random[0], random[1]);
}

static void put_receipt(const Call *call, const Receipt *receipt, Buf *out)
{
    char id[FACT_ID_TEXT];
    say_format(out, call->lang, "  tercatat: %s, catatan jurnal %llu\n",
               "  recorded: %s, journal record %llu\n",
               fact_id_text(receipt->id, id),
               (unsigned long long)receipt->number);
}

/* ---- closing ------------------------------------------------------------- */

static void put_closed(const Call *call, const RecapMade *made,
                       const RecapClosed *done, Buf *out)
{
    say_format(out, call->lang, "\nDitutup: versi %d, %s\n",
               "\nClosed: version %d, %s\n", done->version, made->hash);
    put_receipt(call, &done->receipt, out);
    if (done->version > 1 && !done->compared)
        say_format(out, call->lang,
                   "  naskah versi %d tidak tersimpan di sini; perubahan tidak "
                   "dapat disebut\n",
                   "  the text of version %d is not kept here; what changed "
                   "cannot be told\n",
                   done->version - 1);
    if (!done->compared) return;
    say_format(out, call->lang, "  sejak versi %d: %zu perubahan\n",
               "  since version %d: %zu changes\n", done->version - 1,
               done->changes.count);
    recap_change_put(call, &done->changes, out);
}

static bool close_it(const Call *call, Store *store, const RecapAct *act,
                     RecapMade *made, Buf *out, Err *err)
{
    RecapClosed done = {0};
    CloseWish wish = {act->actor, CHANNEL_CLERK, act->day, new_id()};
    if (!close_recap(store, made, &wish, &done, err)) return false;
    made->closing = (RecapClosing){.version = done.version,
                                   .at = done.receipt.received,
                                   .id = done.receipt.id,
                                   .hash = str_of(made->hash)};
    put_closed(call, made, &done, out);
    return true;
}

/* ---- receiving ----------------------------------------------------------- */

static bool receive_it(const Call *call, Store *store, const RecapAct *act,
                       RecapMade *made, Buf *out, Err *err)
{
    Receipt receipt = {0};
    ReceiveWish wish = {
        act->actor,
        CHANNEL_CLERK,
        act->day,
        new_id(),
        {&made->judged.office->government, made->table.unit,
            made->table.window},
        made->closing.version
    };
    if (!receive_recap(store, made->judged.office, &wish, &receipt, err))
        return false;
    made->closing.received = receipt.received;
    say_format(out, call->lang, "\nDiterima: versi %d, %.*s\n",
               "\nReceived: version %d, %.*s\n", made->closing.version,
               STR_ARG(made->closing.hash));
    put_receipt(call, &receipt, out);
    return true;
}

/* ---- either -------------------------------------------------------------- */

bool recap_act(const Call *call, const RecapCall *asked, RecapMade *made,
               Buf *out, int *code)
{
    AUTO(store_done) Store *store = NULL;
    Err err = {0};
    RecapAct act = {.day = asked->day};
    bool closes = call->option[OPT_CLOSE] != NULL;
    if (!closes && call->option[OPT_RECEIVE] == NULL) return true;
    if (!find_actor(call, &made->judged.office->r, call->option[OPT_AS],
                    &act.actor, code) ||
        !open_data(call, OPEN_TO_WRITE, &store, code))
        return false;
    if (closes ? close_it(call, store, &act, made, out, &err)
               : receive_it(call, store, &act, made, out, &err))
        return true;
    *code = say_refusal(call, NULL, &err);
    return false;
}

bool recap_act_since(const Call *call, const RecapMade *made, Buf *out,
                     Err *err)
{
    AUTO(store_done) Store *store = NULL;
    StoreWish wish = {.folder = call->option[OPT_DATA]};
    ClosedRecap of = {&made->judged.office->government, made->table.unit,
                      made->table.window};
    RecapTable before = {0};
    RecapChanges changes = {0};
    bool found = false;
    if (wish.folder == NULL || made->closing.version == 0 ||
        make_recap_stands(made))
        return true;
    if (!store_open(&wish, &store, err) ||
        !closed_recap_read(call->arena, store, &of, &made->closing, &before,
                           &found, err) ||
        (found &&
         !recap_compare(call->arena, &before, &made->table, &changes, err)))
        return false;
    if (found) recap_change_put(call, &changes, out);
    return true;
}
