/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/open.h"

#include "base/file.h"

bool open_file(const Call *call, const char *path, int *code)
{
    if (file_exists(path)) return true;
    say_error(call, "berkas '%s' tidak ada", "there is no file '%s'", path);
    *code = EXIT_WORLD;
    return false;
}

bool open_office(const Call *call, Office *out, int *code)
{
    Err err = {0};
    const char *folder = call->option[OPT_GOVERNMENT];
    const char *settings = file_path(call->arena, folder, "government.conf");
    *code = EXIT_WORLD;
    if (!file_exists(folder)) {
        say_error(call, "folder '%s' tidak ada", "there is no folder '%s'",
                  folder);
        return false;
    }
    if (!file_exists(settings)) {
        say_error(call,
                  "'%s' bukan folder pemerintah daerah: government.conf "
                  "tidak ada di dalamnya",
                  "'%s' is no folder of a government: it has no "
                  "government.conf",
                  folder);
        return false;
    }
    if (office_open(call->arena, folder, out, &err)) return true;
    *code = say_refusal(call, out, &err);
    return false;
}
