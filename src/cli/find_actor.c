/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/find_actor.h"

#include "cli/find_person.h"

static bool find_device(const Call *call, const Register *r, Str asked,
                        Str *out, int *code)
{
    for (uint32_t i = 0; i < r->grant_count; i++) {
        if (grant_is_device(asked) && str_is(r->grants[i].device, asked)) {
            *out = r->grants[i].device;
            *code = EXIT_DONE;
            return true;
        }
    }
    Str shown = str_slice(asked, 0, 60);
    say_error(
        call, "tidak ada perangkat bersama '%.*s' di register/kewenangan.csv",
        "register/kewenangan.csv has no shared device '%.*s'", STR_ARG(shown));
    return false;
}

bool find_actor(const Call *call, const Register *r, const char *asked,
                Str *out, int *code)
{
    PersonId person = NO_PERSON;
    *code = EXIT_INPUT;
    if (str_is(str_of(asked), STR("sistem"))) {
        say_error(call,
                  "'sistem' ialah program ini sendiri dan tidak dapat dipakai "
                  "pada --as; sebut pegawai yang bertindak",
                  "'sistem' is this program itself and is not for --as; name "
                  "the person who acts");
        return false;
    }
    if (str_starts(str_of(asked), STR(GRANT_DEVICE_HEAD)))
        return find_device(call, r, str_of(asked), out, code);
    if (!find_person(call, r, asked, &person, code)) return false;
    *out = r->people[person.index].code;
    *code = EXIT_DONE;
    return true;
}
