/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/open.h"

#include "base/file.h"
#include "cli/args.h"

bool open_file(const Call *call, const char *path, int *code)
{
    if (file_exists(path)) return true;
    say_error(call, "berkas '%s' tidak ada", "there is no file '%s'", path);
    *code = EXIT_WORLD;
    return false;
}

bool open_wish(const Call *call, OfficeWish *out)
{
    *out = (OfficeWish){.government = call->option[OPT_GOVERNMENT],
                        .data = call->option[OPT_DATA]};
    return args_option_date(call, OPT_KNOWN, DATE_NEVER, &out->known);
}

static bool folder_is_there(const Call *call, const char *folder)
{
    const char *settings = file_path(call->arena, folder, "government.conf");
    if (!file_exists(folder)) {
        say_error(call, "folder '%s' tidak ada", "there is no folder '%s'",
                  folder);
        return false;
    }
    if (file_exists(settings)) return true;
    say_error(call,
              "'%s' bukan folder pemerintah daerah: government.conf tidak ada "
              "di dalamnya",
              "'%s' is no folder of a government: it has no government.conf",
              folder);
    return false;
}

bool open_office(const Call *call, Office *out, int *code)
{
    Err err = {0};
    OfficeWish wish;
    *code = EXIT_USAGE;
    if (!open_wish(call, &wish)) return false;
    *code = EXIT_WORLD;
    if (wish.data == NULL && !folder_is_there(call, wish.government))
        return false;
    if (office_open_wish(call->arena, &wish, out, &err)) return true;
    *code = say_refusal(call, out, &err);
    return false;
}

bool open_data(const Call *call, OpenHow how, Store **out, int *code)
{
    Err err = {0};
    StoreWish wish = {.folder = call->option[OPT_DATA],
                      .create = how == OPEN_TO_MAKE,
                      .write = how != OPEN_TO_READ};
    if (store_open(&wish, out, &err)) return true;
    *code = say_refusal(call, NULL, &err);
    return false;
}
