/* SPDX-License-Identifier: Apache-2.0 */
#include "app/plan_files.h"

#include "base/file.h"

enum { PLAN_MOST = 256 << 20 };

const char *plan_files_cert(Arena *arena, const char *path)
{
    Str stem = str_of(path);
    if (str_ends(stem, STR(".csv")) || str_ends(stem, STR(".tsv")))
        stem.len -= 4;
    return str_format(arena, "%.*s.cert", STR_ARG(stem)).ptr;
}

bool plan_files_read(Office *office, const char *path, Plan *plan,
                     Answer *answer, Err *err)
{
    Str table = {0};
    Str proof = {0};
    const char *beside = plan_files_cert(office->arena, path);
    if (!file_read(office->arena, path, PLAN_MOST, &table, err) ||
        !file_read(office->arena, beside, PLAN_MOST, &proof, err))
        return false;
    return plan_read(office->arena, table, proof, &office->r, plan, answer,
                     err) ||
           err_in(err, "reading the plan '%s'", path);
}
