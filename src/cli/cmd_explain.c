/* SPDX-License-Identifier: Apache-2.0 */
#include "app/explain_person.h"
#include "app/plan_files.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/open.h"

enum { MATCHES_SHOWN = 20 };

static void put_match(Buf *out, const Call *call, const Register *r,
                      PersonId id)
{
    const Person *person = &r->people[id.index];
    Str nip = person->nip.len > 0 ? nip_masked(call->arena, person->nip)
                                  : person->local;
    Str unit = r->units[person->unit.index].name;
    buf_format(out, "  %.*s  %.*s, %.*s, %.*s, %.*s\n", STR_ARG(person->code),
               STR_ARG(person->name), STR_ARG(nip), STR_ARG(person->title),
               STR_ARG(unit));
}

/* Exactly one person, or it is said who matches. */
static bool find_one(const Call *call, const Office *office, PersonId *out,
                     int *code)
{
    PersonId found[MATCHES_SHOWN];
    const char *asked = call->words[0];
    size_t count =
        person_search(&office->r, str_of(asked), found, MATCHES_SHOWN);
    *code = EXIT_INPUT;
    if (count == 1) {
        *out = found[0];
        return true;
    }
    if (count == 0) {
        say_error(call,
                  "tidak ada pegawai dengan kode, NIP, nomor lokal, atau nama "
                  "'%s'",
                  "nobody has the code, NIP, local number or name '%s'", asked);
        return false;
    }
    Buf list = buf_in(call->arena);
    say_error(call, "%zu pegawai cocok dengan '%s'; sebut kodenya:",
              "%zu people match '%s'; give the code:", count, asked);
    for (size_t i = 0; i < count && i < MATCHES_SHOWN; i++)
        put_match(&list, call, &office->r, found[i]);
    *code = say_result(call, &list, EXIT_INPUT);
    return false;
}

static int explain(const Call *call, Office *office, ExplainWish wish)
{
    Err err = {0};
    Plan plan = {0};
    Answer labels = {0};
    ExplainedPerson said = {0};
    Buf out = buf_in(call->arena);
    int code = EXIT_DONE;
    if (call->option[OPT_PLAN] != NULL) {
        if (!open_file(call, call->option[OPT_PLAN], &code)) return code;
        if (!plan_files_read(office, call->option[OPT_PLAN], &plan, &labels,
                             &err))
            return say_refusal(call, office, &err);
        wish.plan = &plan;
    }
    if (!explain_person(office, &wish, &said, &err))
        return say_refusal(call, office, &err);
    explanation_print(&said.text, &office->r, wish.person, wish.day, call->lang,
                      &out);
    return say_result(call, &out, EXIT_DONE);
}

int cmd_explain(const Call *call)
{
    Office office = {0};
    ExplainWish wish = {.lang = call->lang};
    int code = EXIT_DONE;
    if (!args_date(call, call->words[1], &wish.day) ||
        !args_option_date(call, OPT_KNOWN, DATE_NEVER, &wish.known))
        return EXIT_USAGE;
    if (call->option[OPT_PLAN] != NULL && call->option[OPT_KNOWN] != NULL)
        return say_usage(call,
                         "'--known' sudah ditentukan oleh jadwal tersimpan",
                         "'--known' is settled by the stored plan");
    if (!open_office(call, &office, &code) ||
        !find_one(call, &office, &wish.person, &code))
        return code;
    return explain(call, &office, wish);
}
