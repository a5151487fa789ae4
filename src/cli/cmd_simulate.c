/* SPDX-License-Identifier: Apache-2.0 */
#include "app/simulate.h"
#include "base/num.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/open.h"

#include <stdio.h>

typedef struct {
    const Call *call;
    size_t facts, written, refused, lost;
} Telling;

static void count_day(Telling *t, const SimulatedDay *day)
{
    t->facts += day->facts;
    t->written += day->written;
    t->refused += day->refused;
    t->lost += day->lost;
}

/* What befell the office that day: only what did. */
static void put_events(Buf *out, Lang lang, const SimulatedDay *day)
{
    if (day->outage > 0)
        say_format(out, lang,
                   "; server mati %d menit, %zu presensi tidak diulang",
                   "; server down for %d minutes, %zu check-ins not repeated",
                   day->outage, day->lost);
    if (day->closed[0] != '\0')
        say_format(out, lang, "; unit %s ditutup", "; unit %s closed",
                   day->closed);
    if (day->enacted[0] != '\0')
        say_format(out, lang, "; surat %s diberlakukan", "; letter %s enacted",
                   day->enacted);
}

static void put_moves(Buf *out, Lang lang, const SimulatedDay *day)
{
    if (day->versions > 0)
        say_format(out, lang,
                   "; jadwal pindah %zu kali, %zu orang-hari, %zu orang "
                   "diberi tahu",
                   "; the plan moved %zu times, %zu person-days, %zu people "
                   "told",
                   day->versions, day->moved, day->told);
    if (day->clashes > 0)
        say_format(out, lang,
                   "; %zu kali tidak ada susunan yang memenuhi aturan",
                   "; %zu times nothing kept the rules", day->clashes);
}

/* A line a day, as soon as it is over. */
static bool tell_day(void *context, const SimulatedDay *day, Err *err)
{
    Telling *t = context;
    Arena *arena = t->call->arena;
    Lang lang = t->call->lang;
    Buf out = buf_in(arena);
    (void)err;
    count_day(t, day);
    buf_put(&out, date_long(arena, day->day, lang));
    say_format(&out, lang, ": %zu fakta, %zu ditolak",
               ": %zu facts, %zu refused", day->written, day->refused);
    put_events(&out, lang, day);
    put_moves(&out, lang, day);
    if (day->refused > 0)
        buf_format(&out, " (%s)",
                   lang == LANG_ID && day->why.id[0] != '\0' ? day->why.id
                                                             : day->why.text);
    buf_char(&out, '\n');
    Str text = buf_str(&out);
    return fwrite(text.ptr, 1, text.len, stdout) == text.len &&
           fflush(stdout) == 0;
}

static bool seed_of(const Call *call, uint64_t *out)
{
    const char *text = call->option[OPT_SEED];
    int64_t seed = 1;
    Err err = {0};
    if (text != NULL && !num_parse(str_of(text), 0, INT64_MAX, &seed, &err)) {
        (void)say_usage(call, "--seed: bilangan bulat, misalnya 7",
                        "--seed: a whole number, such as 7");
        return false;
    }
    *out = (uint64_t)seed;
    return true;
}

/* "2020-08-05 10.15", by the clock of the government. */
static bool until_of(const Call *call, Zone zone, Instant *out)
{
    const char *text = call->option[OPT_UNTIL];
    Str rest = str_of(text == NULL ? "" : text), day, hour;
    int64_t minute = 0, hours = 0;
    Date date;
    if (text == NULL) return true;
    if (str_next(&rest, ' ', &day) && str_next(&rest, '.', &hour) &&
        date_lenient(day, &date) && num_is(hour, 0, 23, &hours) &&
        num_is(rest, 0, 59, &minute)) {
        *out = zone_instant(zone, date, (int)(hours * 60 + minute));
        return true;
    }
    (void)say_usage(call, "--until: misalnya \"2020-08-05 10.15\"",
                    "--until: such as \"2020-08-05 10.15\"");
    return false;
}

static int tell_end(const Telling *t)
{
    Buf out = buf_in(t->call->arena);
    say_format(&out, t->call->lang, "Seluruhnya ", "In all ");
    say_number(&out, t->call->lang, (int64_t)t->written);
    say_format(&out, t->call->lang, " fakta tersimpan, %zu ditolak.\n",
               " facts are kept, %zu were refused.\n", t->refused);
    return say_result(t->call, &out, EXIT_DONE);
}

int cmd_simulate(const Call *call)
{
    AUTO(store_done) Store *store = NULL;
    LoadFolder from = {0};
    SimulateWish wish = {.from = &from};
    Telling telling = {.call = call};
    Err err = {0};
    int code = EXIT_DONE;
    if (!args_option_date(call, OPT_FROM, DATE_NEVER, &wish.window.first) ||
        !args_option_date(call, OPT_TO, DATE_NEVER, &wish.window.last) ||
        !seed_of(call, &wish.seed))
        return EXIT_USAGE;
    if (window_is_empty(wish.window))
        return say_usage(call, "--to mendahului --from",
                         "--to is before --from");
    if (!load_read(call->arena, call->option[OPT_GOVERNMENT], &from, &err))
        return say_refusal(call, &from.office, &err);
    if (!until_of(call, from.office.government.zone, &wish.until))
        return EXIT_USAGE;
    if (!open_data(call, OPEN_TO_MAKE, &store, &code)) return code;
    if (!simulate_days(store, &wish, tell_day, &telling, &err))
        return say_refusal(call, NULL, &err);
    return tell_end(&telling);
}
