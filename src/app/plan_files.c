/* SPDX-License-Identifier: Apache-2.0 */
#include "app/plan_files.h"

#include "base/file.h"

enum { PLAN_MOST = 256 << 20 };

static bool is_table(Str path)
{
    return str_ends(path, STR(".csv")) || str_ends(path, STR(".tsv"));
}

const char *plan_files_cert(Arena *arena, const char *path)
{
    Str stem = str_of(path);
    if (is_table(stem)) stem.len -= 4;
    return str_format(arena, "%.*s.cert", STR_ARG(stem)).ptr;
}

static bool refuse_form(const char *path, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "'%s' cannot be proved: only a plan written as .csv or .tsv has "
               "its certificate beside it",
               path);
    return err_id(err,
                  "'%s' tidak dapat dibuktikan: hanya jadwal .csv atau .tsv "
                  "yang punya sertifikat di sampingnya",
                  path);
}

static bool refuse_alone(const char *path, const char *beside, Err *err)
{
    (void)FAIL(err, ERR_IO,
               "the certificate '%s' is not there; without it '%s' proves "
               "nothing",
               beside, path);
    return err_id(err,
                  "sertifikat '%s' tidak ada; tanpa itu '%s' tidak terbukti",
                  beside, path);
}

/* A fault of the table or of the certificate, behind the name of its file. */
static bool name_file(const char *path, const char *beside, Err *err)
{
    Err why = *err;
    Str text = str_of(why.text);
    bool of_cert = str_find(text, STR("reading the certificate"), 0) < text.len;
    const char *file = of_cert ? beside : path;
    size_t tail = str_find(text, STR(" while reading the "), 0);
    Str said = str_slice(text, 0, tail < text.len ? tail : text.len);
    (void)FAIL(err, why.kind, "'%s': %.*s", file, STR_ARG(said));
    if (why.id[0] == '\0') return false;
    return err_id(err, "'%s': %s", file, why.id);
}

bool plan_files_read(Office *office, const char *path, Plan *plan,
                     Answer *answer, Err *err)
{
    Arena *arena = office->arena;
    Str table = {0};
    Str proof = {0};
    const char *beside = plan_files_cert(arena, path);
    if (!is_table(str_of(path))) return refuse_form(path, err);
    if (!office_read_file(arena, path, PLAN_MOST, &table, err)) return false;
    if (!file_exists(beside)) return refuse_alone(path, beside, err);
    if (!office_read_file(arena, beside, PLAN_MOST, &proof, err)) return false;
    return plan_read(arena, table, proof, &office->r, plan, answer, err) ||
           name_file(path, beside, err);
}
