/* SPDX-License-Identifier: Apache-2.0 */
#include "app/about.h"
#include "base/file.h"
#include "cli/acting.h"
#include "cli/commands.h"
#include "cli/find_person.h"

static bool ends(const char *path, const char *with)
{
    return str_ends(str_of(path), str_of(with));
}

static bool file_is_known(const char *path)
{
    return ends(path, ".json") || ends(path, ".csv") || ends(path, ".txt");
}

static bool too_large(const char *path, Err *err)
{
    (void)FAIL(err, ERR_LIMIT, "it is too much for '%s'; take .csv", path);
    return err_id(err, "terlalu banyak untuk '%s'; pakai .csv", path);
}

static bool write_file(const Call *call, const About *about, const char *path,
                       Err *err)
{
    Buf out = buf_in(call->arena);
    bool whole = true;
    if (ends(path, ".json"))
        whole = about_json(about, &out);
    else if (ends(path, ".csv"))
        about_table(about, &out);
    else
        about_text(about, call->lang, &out);
    if (!whole || !buf_ok(&out)) return too_large(path, err);
    return file_write(path, buf_str(&out), err);
}

/* With a file, only how much is in it: it may be of somebody else. */
static int tell(const Call *call, const About *about)
{
    Err err = {0};
    Buf out = buf_in(call->arena);
    const char *path = call->option[OPT_OUTPUT];
    if (path == NULL) {
        about_text(about, call->lang, &out);
        return say_result(call, &out, EXIT_DONE);
    }
    if (!write_file(call, about, path, &err))
        return say_refusal(call, NULL, &err);
    say_format(&out, call->lang, "%s: %zu fakta, %zu dokumen\n",
               "%s: %zu facts, %zu documents\n", path, about->fact_count,
               about->document_count);
    return say_result(call, &out, EXIT_DONE);
}

static int tell_about(const Call *call, const Acting *acting)
{
    Err err = {0};
    About about = {0};
    PersonId person = NO_PERSON;
    int code = EXIT_DONE;
    const Register *r = &acting->office.r;
    if (!find_person(call, r, call->words[0], &person, &code)) return code;
    if (!about_person(call->arena, &acting->world, acting->actor,
                      r->people[person.index].code, &about, &err))
        return say_refusal(call, NULL, &err);
    return tell(call, &about);
}

int cmd_about(const Call *call)
{
    AUTO(acting_done) Acting acting = {0};
    const char *path = call->option[OPT_OUTPUT];
    int code = EXIT_DONE;
    if (path != NULL && !file_is_known(path))
        return say_usage(call, "'%s' harus berakhir .json, .csv, atau .txt",
                         "'%s' must end in .json, .csv or .txt", path);
    if (!acting_open(call, OPEN_TO_READ, &acting, &code)) return code;
    return tell_about(call, &acting);
}
