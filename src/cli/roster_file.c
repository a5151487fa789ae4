/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/roster_file.h"

#include "app/plan_files.h"
#include "base/file.h"
#include "cli/html_site.h"
#include "cli/sheet.h"

typedef bool WriteFn(const Call *call, const Summary *summary, const char *path,
                     Err *err);

static bool too_large(const char *path, Err *err)
{
    (void)FAIL(err, ERR_LIMIT,
               "the plan is too large for '%s'; give a shorter --from and --to",
               path);
    return err_id(err,
                  "jadwal terlalu besar untuk '%s'; beri --from dan --to yang "
                  "lebih pendek",
                  path);
}

/* Each goes to a neighbour first.  Between the two the new table stands beside
 * the old proof, which does not prove it. */
static bool write_table(const Call *call, const Summary *summary,
                        const char *path, char mark, Err *err)
{
    const RosterMade *made = summary->made;
    const Plan *plan = &made->demand.plan;
    Buf proof = buf_in(call->arena);
    Buf table = buf_in(call->arena);
    plan_write_cert(plan, &made->demand.problem, &made->answer, &proof);
    plan_write_csv(plan, made->corpus.r, mark, &table);
    if (!buf_ok(&proof) || !buf_ok(&table)) return too_large(path, err);
    return file_write(path, buf_str(&table), err) &&
           file_write(plan_files_cert(call->arena, path), buf_str(&proof), err);
}

static bool write_csv(const Call *call, const Summary *summary,
                      const char *path, Err *err)
{
    return write_table(call, summary, path, ',', err);
}

static bool write_tsv(const Call *call, const Summary *summary,
                      const char *path, Err *err)
{
    return write_table(call, summary, path, '\t', err);
}

static const struct {
    const char *ending;
    WriteFn *write;
} forms[] = {
    {".csv",  write_csv  },
    {".tsv",  write_tsv  },
    {".xlsx", sheet_write},
    {".html", html_site  },
};

static WriteFn *form_of(const char *path)
{
    Str name = str_of(path);
    for (size_t i = 0; i < COUNT(forms); i++) {
        Str ending = str_of(forms[i].ending);
        if (name.len > ending.len && str_ends(name, ending))
            return forms[i].write;
    }
    return NULL;
}

bool roster_file_known(const char *path)
{
    return form_of(path) != NULL;
}

bool roster_file_write(const Call *call, const Summary *summary,
                       const char *path, Err *err)
{
    WriteFn *write = form_of(path);
    CHECK(write != NULL); /* the call was checked: roster_file_known */
    return write(call, summary, path, err);
}
