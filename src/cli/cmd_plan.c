/* SPDX-License-Identifier: Apache-2.0 */
#include "app/publish_plan.h"
#include "app/undo_plan.h"
#include "base/clock.h"
#include "base/num.h"
#include "cli/args.h"
#include "cli/clash_text.h"
#include "cli/commands.h"
#include "cli/find_actor.h"
#include "cli/find_person.h"
#include "cli/new_id.h"
#include "cli/open.h"
#include "cli/plan_offer.h"
#include "cli/plan_text.h"

/* A plan command on its way. */
typedef struct {
    const Call *call;
    Store *store;
    Office office;
    Date on;    /* on which it is done: of --on, else today */
    Date known; /* of --known, else DATE_NEVER: all on file */
    Str actor;
} Planning;

static bool list_plans(Planning *p, PublishedList *out, Err *err)
{
    return published_list(p->store, &p->office, p->known, out, err);
}

/* The day that a word of the call names. */
static bool day_word(const Planning *p, size_t at, Date *out)
{
    if (p->call->word_count > at)
        return args_date(p->call, p->call->words[at], out);
    (void)say_usage(p->call, "sebut harinya", "name the day");
    return false;
}

/* The plan of the day; NULL after it was said that there is none. */
static const Published *plan_of_day(Planning *p, Date on, int *code)
{
    PublishedList list;
    Err err = {0};
    if (!list_plans(p, &list, &err)) {
        *code = say_refusal(p->call, &p->office, &err);
        return NULL;
    }
    const Published *found = published_on(&list, on);
    Str day = date_words(p->call->arena, on, p->call->lang);
    *code = EXIT_INPUT;
    if (found == NULL)
        say_error(p->call, "tidak ada jadwal terbit yang memuat %.*s",
                  "no published plan holds %.*s", STR_ARG(day));
    return found;
}

/* ---- show ------------------------------------------------------------------
 */

static bool all_facts(Planning *p, DataFacts *out, Err *err)
{
    DataFactsWish wish = {.government = p->office.government.code,
                          .zone = p->office.government.zone,
                          .known = p->known};
    return data_facts(p->call->arena, p->store, &wish, out, err);
}

static int show_told(Planning *p, const PublishedList *list,
                     const DataFacts *facts)
{
    PersonId person = NO_PERSON;
    int code = EXIT_DONE;
    size_t count = 0;
    Buf out = buf_in(p->call->arena);
    if (!find_person(p->call, &p->office.r, p->call->words[1], &person, &code))
        return code;
    for (size_t i = 0; i < list->count; i++)
        count += plan_text_told(p->call, &p->office, &list->at[i], facts,
                                person, &out);
    if (count == 0)
        say_format(&out, p->call->lang, "Belum ada jadwal terbit.\n",
                   "No plan is published yet.\n");
    return say_result(p->call, &out, EXIT_DONE);
}

static int show(Planning *p)
{
    PublishedList list;
    DataFacts facts;
    Err err = {0};
    Buf out = buf_in(p->call->arena);
    if (!list_plans(p, &list, &err) || !all_facts(p, &facts, &err))
        return say_refusal(p->call, &p->office, &err);
    if (p->call->word_count > 1) return show_told(p, &list, &facts);
    if (list.count == 0)
        say_format(&out, p->call->lang, "Belum ada jadwal terbit.\n",
                   "No plan is published yet.\n");
    for (size_t i = 0; i < list.count; i++)
        plan_text_versions(p->call, &p->office, &list.at[i], &facts, &out);
    return say_result(p->call, &out, EXIT_DONE);
}

/* ---- publish, follow, undo -------------------------------------------------
 */

static int publish(Planning *p)
{
    RosterMade *made = NEW(p->call->arena, RosterMade, 1);
    RosterWish wish = make_roster_wish();
    PublishWish by = {p->actor, p->on, new_id(), CHANNEL_WEB};
    Receipt receipt;
    Err err = {0};
    if (!args_window(p->call, &wish.window)) return EXIT_USAGE;
    if (!make_roster(&p->office, &wish, made, &err))
        return say_refusal(p->call, &p->office, &err);
    Buf out = buf_in(p->call->arena);
    if (!made->solved) {
        clash_text(made, p->call->lang, &out);
        return say_result(p->call, &out, EXIT_CLASH);
    }
    if (!publish_plan(p->store, &p->office, made, &by, &receipt, &err))
        return say_refusal(p->call, &p->office, &err);
    PublishedList list;
    DataFacts facts = {0};
    if (!published_list(p->store, &p->office, DATE_NEVER, &list, &err))
        return say_refusal(p->call, &p->office, &err);
    plan_text_versions(p->call, &p->office, &list.at[list.count - 1], &facts,
                       &out);
    return say_result(p->call, &out, EXIT_DONE);
}

static RecordWorld world_of(Planning *p)
{
    return (RecordWorld){.store = p->store,
                         .office = &p->office,
                         .today = p->on,
                         .meeting_most = RECORD_MEETING_MOST};
}

static int follow(Planning *p)
{
    RecordWorld world = world_of(p);
    FollowWish wish = {p->actor, new_id()};
    FollowedList list = {0};
    Err err = {0};
    Buf out = buf_in(p->call->arena);
    if (!follow_plan(&world, &wish, &list, &err))
        return say_refusal(p->call, &p->office, &err);
    if (list.count == 0)
        say_format(&out, p->call->lang,
                   "Tidak ada jadwal terbit yang masih berjalan.\n",
                   "No published plan has days left.\n");
    bool good = plan_text_followed(p->call, &p->office, &list, &out);
    return say_result(p->call, &out, good ? EXIT_DONE : EXIT_CLASH);
}

/* The plan meant by --from, else the one that holds tomorrow. */
static bool undo_wish(const Planning *p, UndoWish *out)
{
    int64_t version = 0;
    if (p->call->word_count > 1 &&
        !num_is(str_of(p->call->words[1]), 2, UINT32_MAX, &version)) {
        (void)say_usage(p->call, "'%s' bukan nomor versi",
                        "'%s' is no number of a version", p->call->words[1]);
        return false;
    }
    out->version = (uint32_t)version;
    return args_option_date(p->call, OPT_FROM, date_plus(p->on, 1), &out->day);
}

static int undo(Planning *p)
{
    RecordWorld world = world_of(p);
    FollowWish wish = {p->actor, new_id()};
    UndoWish which = {0};
    Followed undone;
    Err err = {0};
    Buf out = buf_in(p->call->arena);
    if (!undo_wish(p, &which)) return EXIT_USAGE;
    if (!undo_plan(&world, &wish, &which, &undone, &err))
        return say_refusal(p->call, &p->office, &err);
    FollowedList list = {&undone, 1};
    (void)plan_text_followed(p->call, &p->office, &list, &out);
    return say_result(p->call, &out, EXIT_DONE);
}

/* ---- swaps, repairs --------------------------------------------------------
 */

static int swaps(Planning *p)
{
    PersonId person = NO_PERSON;
    Date day;
    int code = EXIT_DONE;
    if (p->call->word_count < 2)
        return say_usage(p->call, "sebut pegawai yang ingin bertukar",
                         "name the person who wants to swap");
    if (!day_word(p, 2, &day)) return EXIT_USAGE;
    if (!find_person(p->call, &p->office.r, p->call->words[1], &person, &code))
        return code;
    const Published *plan = plan_of_day(p, day, &code);
    return plan == NULL ? code
                        : plan_offer_swaps(p->call, &p->office, plan, person,
                                           day, p->on);
}

static int repairs(Planning *p)
{
    int code = EXIT_DONE;
    Date day;
    if (!day_word(p, 1, &day)) return EXIT_USAGE;
    const Published *plan = plan_of_day(p, day, &code);
    return plan == NULL ? code
                        : plan_offer_repairs(p->call, &p->office, plan, day);
}

/* ---- the command -----------------------------------------------------------
 */

static const struct {
    const char *word;
    int (*act)(Planning *p);
    OpenHow how;
    bool by_somebody; /* needs --as */
} acts[] = {
    {"show",    show,    OPEN_TO_READ,  false},
    {"publish", publish, OPEN_TO_WRITE, true },
    {"follow",  follow,  OPEN_TO_WRITE, true },
    {"undo",    undo,    OPEN_TO_WRITE, true },
    {"swaps",   swaps,   OPEN_TO_READ,  false},
    {"repairs", repairs, OPEN_TO_READ,  false},
};

static int no_act(const Call *call)
{
    return say_usage(call,
                     "pilih show, publish, follow, undo, swaps atau repairs, "
                     "bukan '%s'",
                     "choose show, publish, follow, undo, swaps or repairs, "
                     "not '%s'",
                     call->words[0]);
}

static int open_planning(const Call *call, OpenHow how, Planning *p)
{
    Err err = {0};
    int code = EXIT_DONE;
    if (!args_option_date(call, OPT_ON, DATE_NEVER, &p->on) ||
        !args_option_date(call, OPT_KNOWN, DATE_NEVER, &p->known))
        return EXIT_USAGE;
    if (!open_data(call, how, &p->store, &code)) return code;
    if (!office_open_data(call->arena, p->store,
                          str_of(call->option[OPT_GOVERNMENT]), p->known,
                          &p->office, &err))
        return say_refusal(call, &p->office, &err);
    if (date_is(p->on, DATE_NEVER))
        p->on = zone_day(p->office.government.zone, clock_now());
    if (call->option[OPT_AS] != NULL)
        (void)find_actor(call, &p->office.r, call->option[OPT_AS], &p->actor,
                         &code);
    return code;
}

int cmd_plan(const Call *call)
{
    Planning p = {.call = call};
    size_t k = 0;
    while (k < COUNT(acts) &&
           !str_is(str_of(call->words[0]), str_of(acts[k].word)))
        k++;
    if (k == COUNT(acts)) return no_act(call);
    if (acts[k].by_somebody && call->option[OPT_KNOWN] != NULL)
        return say_usage(call,
                         "'%s' berlaku menurut semua yang tersimpan, tanpa "
                         "'--known'",
                         "'%s' goes by all on file, without '--known'",
                         acts[k].word);
    if (acts[k].by_somebody && call->option[OPT_AS] == NULL)
        return say_usage(call, "sebut siapa yang bertindak: --as PEGAWAI",
                         "say who acts: --as PERSON");
    int code = open_planning(call, acts[k].how, &p);
    if (code == EXIT_DONE) code = acts[k].act(&p);
    store_done(&p.store);
    return code;
}
