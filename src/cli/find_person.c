/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/find_person.h"

enum { MATCHES_SHOWN = 20, NIP_DIGITS = 18 };

static void put_match(Buf *out, const Register *r, PersonId id)
{
    const Person *person = &r->people[id.index];
    Str nip = person->nip.len > 0 ? nip_masked(out->arena, person->nip)
                                  : person->local;
    buf_format(out, "  %.*s  %.*s, %.*s, %.*s, %.*s\n", STR_ARG(person->code),
               STR_ARG(person->name), STR_ARG(nip), STR_ARG(person->title),
               STR_ARG(r->units[person->unit.index].name));
}

static int say_several(const Call *call, const Register *r, Str asked,
                       const PersonId *found, size_t count)
{
    Buf list = buf_in(call->arena);
    say_error(call, "%zu pegawai cocok dengan '%.*s'; sebut kodenya:",
              "%zu people match '%.*s'; give the code:", count, STR_ARG(asked));
    for (size_t i = 0; i < count && i < MATCHES_SHOWN; i++)
        put_match(&list, r, found[i]);
    return say_result(call, &list, EXIT_INPUT);
}

/* A NIP is as good as a name: it is not told to whoever looks on. */
static Str shown(const Call *call, const char *asked)
{
    Str text = str_slice(str_of(asked), 0, 60);
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++)
        digits += text.ptr[i] >= '0' && text.ptr[i] <= '9';
    return digits < NIP_DIGITS ? text : nip_masked(call->arena, text);
}

bool find_person(const Call *call, const Register *r, const char *asked,
                 PersonId *out, int *code)
{
    PersonId found[MATCHES_SHOWN];
    size_t count = person_search(r, str_of(asked), found, MATCHES_SHOWN);
    *code = EXIT_INPUT;
    if (count == 1) {
        *out = found[0];
        return true;
    }
    if (count > 1) {
        *code = say_several(call, r, shown(call, asked), found, count);
        return false;
    }
    Str told = shown(call, asked);
    say_error(
        call,
        "tidak ada pegawai dengan kode, NIP, nomor lokal, atau nama '%.*s'",
        "nobody has the code, NIP, local number or name '%.*s'", STR_ARG(told));
    return false;
}
