/* SPDX-License-Identifier: Apache-2.0 */
#include "app/load.h"
#include "base/clock.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/new_id.h"
#include "cli/open.h"
#include "cli/plan_text.h"
#include "cli/seals_text.h"

static void put_loaded(Buf *out, const Call *call, const LoadFolder *from,
                       const Loaded *loaded)
{
    const Government *g = &from->office.government;
    say_format(out, call->lang,
               "%.*s (%.*s): %u berkas dimuat, %u tetap, %u dihapus; %u fakta "
               "dimuat, %u sudah ada\n",
               "%.*s (%.*s): %u files loaded, %u unchanged, %u taken away; %u "
               "facts loaded, %u there already\n",
               STR_ARG(g->name), STR_ARG(g->code), loaded->put, loaded->same,
               loaded->gone, loaded->facts, loaded->facts_same);
    if (loaded->archive > 0)
        say_format(out, call->lang, "Arsip: %u dokumen dimuat\n",
                   "Archive: %u documents loaded\n", loaded->archive);
    if (loaded->changed)
        say_format(out, call->lang, "Jurnal: mulai catatan %llu\n",
                   "Journal: from record %llu\n",
                   (unsigned long long)loaded->first);
    else
        say_format(out, call->lang, "Tidak ada yang berubah.\n",
                   "Nothing has changed.\n");
}

/* Published plans follow what the folder has changed: a register, a letter. */
static int follow(const Call *call, Store *store, const LoadFolder *from,
                  Date known, Buf *out)
{
    Office office = {0};
    RecordWorld world = {.store = store, .office = &office, .today = known};
    FollowWish wish = {STR("sistem"), new_id()};
    FollowedList list = {0};
    Err err = {0};
    if (!office_open_data(call->arena, store, from->office.government.code,
                          DATE_NEVER, &office, &err) ||
        !follow_plan(&world, &wish, &list, &err)) {
        say_error(call,
                  "dimuat, tetapi jadwal belum mengikuti; ulangi dengan "
                  "\"plan follow\"",
                  "loaded, but the plan has not followed; repeat with "
                  "\"plan follow\"");
        return say_refusal(call, &office, &err);
    }
    return plan_text_followed(call, &office, &list, out) ? EXIT_DONE
                                                         : EXIT_CLASH;
}

int cmd_load(const Call *call)
{
    AUTO(store_done) Store *store = NULL;
    Err err = {0};
    LoadFolder from = {0};
    Loaded loaded = {0};
    Date known = {0};
    int code = EXIT_DONE;
    if (!args_option_date(call, OPT_KNOWN, DATE_NEVER, &known))
        return EXIT_USAGE;
    if (!load_read(call->arena, call->words[0], &from, &err))
        return say_refusal(call, &from.office, &err);
    if (date_is(known, DATE_NEVER))
        known = zone_day(from.office.government.zone, clock_now());
    if (!open_data(call, OPEN_TO_MAKE, &store, &code)) return code;
    if (!load_write(store, &from, known, &loaded, &err))
        return say_refusal(call, NULL, &err);

    Buf out = buf_in(call->arena);
    put_loaded(&out, call, &from, &loaded);
    if (!seals_text(call, store, &out, &err))
        return say_refusal(call, NULL, &err);
    if (loaded.changed) code = follow(call, store, &from, known, &out);
    return say_result(call, &out, code);
}
