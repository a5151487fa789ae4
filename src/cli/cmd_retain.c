/* SPDX-License-Identifier: Apache-2.0 */
#include "app/retain.h"
#include "cli/acting.h"
#include "cli/commands.h"

static void put_kinds(const Call *call, const Retained *done, Buf *out)
{
    for (unsigned k = 0; k < FACT_KIND_COUNT; k++) {
        Str word = fact_kind_word((FactKind)k, call->lang);
        if (done->by_kind[k] == 0) continue;
        say_format(out, call->lang,
                   "  %.*s: %llu (disimpan %d hari sesudah masa suratnya)\n",
                   "  %.*s: %llu (kept for %d days after its letter)\n",
                   STR_ARG(word), (unsigned long long)done->by_kind[k],
                   retain_days((FactKind)k));
    }
}

int cmd_retain(const Call *call)
{
    AUTO(acting_done) Acting acting = {0};
    Err err = {0};
    Retained done = {0};
    Buf out = buf_in(call->arena);
    int code = EXIT_DONE;
    bool dry = call->option[OPT_DRY_RUN] != NULL;
    if (!acting_open(call, dry ? OPEN_TO_READ : OPEN_TO_WRITE, &acting, &code))
        return code;
    if (!retain_run(call->arena, &acting.world,
                    &(RetainWish){acting.actor, dry}, &done, &err))
        return say_refusal(call, NULL, &err);
    say_format(&out, call->lang,
               dry ? "%llu fakta diperiksa, %llu habis masa simpannya; tidak "
                     "ada yang dihapus\n"
                   : "%llu fakta diperiksa, %llu dihapus; buktinya di jurnal\n",
               dry ? "%llu facts looked at, the time of %llu is over; nothing "
                     "was erased\n"
                   : "%llu facts looked at, %llu erased; the proof is in the "
                     "journal\n",
               (unsigned long long)done.looked_at,
               (unsigned long long)done.over);
    put_kinds(call, &done, &out);
    if (done.accounts > 0)
        say_format(&out, call->lang,
                   "  akun pegawai yang sudah tidak bertugas: %llu\n",
                   "  accounts of people who do not serve any more: %llu\n",
                   (unsigned long long)done.accounts);
    return say_result(call, &out, EXIT_DONE);
}
