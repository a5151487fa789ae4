/* SPDX-License-Identifier: Apache-2.0 */
#include "app/journal.h"
#include "base/num.h"
#include "cli/commands.h"
#include "cli/open.h"

static Str government_of(const Call *call)
{
    const char *code = call->option[OPT_GOVERNMENT];
    return code == NULL ? STR("") : str_of(code);
}

/* ---- verify ------------------------------------------------------------- */

static void put_head(Buf *out, Lang lang, const JournalSeen *seen)
{
    if (!seen->head_asked) return;
    if (seen->head_stands)
        say_format(out, lang, "  kepala yang disimpan berdiri di rantai ini\n",
                   "  the kept head stands in this chain\n");
    else
        say_format(out, lang,
                   "  kepala yang disimpan TIDAK berdiri di rantai ini: jurnal "
                   "diganti atau dipotong\n",
                   "  the kept head does NOT stand in this chain: the journal "
                   "was replaced or cut\n");
}

static void put_seen(Buf *out, Lang lang, const JournalSeen *seen)
{
    const JournalState *state = &seen->state;
    buf_format(out, "%.*s: ", STR_ARG(seen->government));
    say_number(out, lang, (int64_t)state->records);
    say_format(out, lang, " catatan, %llu dihapus dengan bukti\n",
               " records, %llu erased with proof\n",
               (unsigned long long)state->erased);
    if (state->fault.len == 0)
        say_format(out, lang, "  rantai utuh\n", "  the chain is whole\n");
    else
        say_format(out, lang, "  catatan %llu tidak cocok: %.*s\n",
                   "  record %llu does not fit: %.*s\n",
                   (unsigned long long)state->fault_at,
                   STR_ARG(lang == LANG_EN ? state->fault : state->fault_id));
    put_head(out, lang, seen);
}

static int verify(const Call *call, Store *store)
{
    Err err = {0};
    JournalSeen *seen = NULL;
    size_t count = 0;
    bool sound = true;
    JournalWish wish = {government_of(call), call->option[OPT_HEAD]};
    if (!journal_verify(call->arena, store, &wish, &seen, &count, &err))
        return say_refusal(call, NULL, &err);

    Buf out = buf_in(call->arena);
    for (size_t i = 0; i < count; i++) {
        put_seen(&out, call->lang, &seen[i]);
        sound = sound && journal_is_sound(&seen[i]);
    }
    return say_result(call, &out, sound ? EXIT_DONE : EXIT_INPUT);
}

/* ---- head, show --------------------------------------------------------- */

static int head(const Call *call, Store *store)
{
    Err err = {0};
    Buf out = buf_in(call->arena);
    if (!journal_heads(call->arena, store, government_of(call), &out, &err))
        return say_refusal(call, NULL, &err);
    return say_result(call, &out, EXIT_DONE);
}

static int show(const Call *call, Store *store)
{
    Err err = {0};
    Buf out = buf_in(call->arena);
    const char *from = call->option[OPT_FROM];
    int64_t number = 1;
    if (from != NULL && !num_is(str_of(from), 1, INT64_MAX, &number))
        return say_usage(call, "'%s' bukan nomor catatan",
                         "'%s' is no number of a record", from);
    if (!journal_show(call->arena, store, government_of(call), (uint64_t)number,
                      call->lang, &out, &err))
        return say_refusal(call, NULL, &err);
    return say_result(call, &out, EXIT_DONE);
}

/* ---- the command -------------------------------------------------------- */

typedef int JournalAct(const Call *call, Store *store);

static JournalAct *act_named(Str word)
{
    if (str_is(word, STR("verify"))) return verify;
    if (str_is(word, STR("head"))) return head;
    return str_is(word, STR("show")) ? show : NULL;
}

int cmd_journal(const Call *call)
{
    AUTO(store_done) Store *store = NULL;
    int code = EXIT_DONE;
    JournalAct *act = act_named(str_of(call->words[0]));
    if (act == NULL)
        return say_usage(call, "pilih verify, head atau show, bukan '%s'",
                         "choose verify, head or show, not '%s'",
                         call->words[0]);
    if (!open_data(call, OPEN_TO_READ, &store, &code)) return code;
    return act(call, store);
}
