/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sqlite_schema.c - the schema, from whatever version to ours, and its names.
 *
 * Each version is one transaction that ends with its number in the file's
 * header: a kill at any statement leaves the version before.
 */
#include "store/sqlite.h"

#define STEP(sql) sql,
static const char *const first[] = {
#include "store/schema_0001.def"
    "PRAGMA application_id = 1414228529", /* SQLITE_APPLICATION */
    "PRAGMA user_version = 1",
};
static const char *const second[] = {
#include "store/schema_0002.def"
    "PRAGMA user_version = 2",
};
#undef STEP

_Static_assert(SQLITE_APPLICATION == 1414228529, "as written in the schema");

static const struct {
    const char *const *step;
    size_t count;
} versions[] = {
    {first,  COUNT(first) },
    {second, COUNT(second)},
};

static bool raise_to(Sqlite *s, size_t version, Err *err)
{
    if (!sqlite_run(s, "BEGIN IMMEDIATE", err)) return false;
    bool done = true;
    for (size_t i = 0; done && i < versions[version].count; i++)
        done = sqlite_run(s, versions[version].step[i], err);
    if (done && sqlite_run(s, "COMMIT", err)) return true;
    Err ignored = {0};
    if (sqlite3_get_autocommit(s->handle) == 0)
        (void)!sqlite_run(s, "ROLLBACK", &ignored);
    return err_in(err, "bringing the schema to version %zu", version + 1);
}

static bool is_foreign(int64_t version, int64_t application, int64_t entries)
{
    if (version == 0 && application == 0) return entries != 0;
    return application != SQLITE_APPLICATION;
}

/* ERR_INPUT when it is another program's file, or a newer version's. */
static bool version_fits(Sqlite *s, int64_t *version, Err *err)
{
    int64_t application = 0;
    int64_t entries = 0;
    if (!sqlite_number(s, "PRAGMA user_version", version, err) ||
        !sqlite_number(s, "PRAGMA application_id", &application, err) ||
        !sqlite_number(s, "SELECT count(*) FROM sqlite_schema", &entries, err))
        return false;
    if (is_foreign(*version, application, entries)) {
        (void)FAIL(err, ERR_INPUT, "%s is no database of this program",
                   SQLITE_FILE);
        return err_id(err, "%s bukan basis data program ini", SQLITE_FILE);
    }
    if (*version >= 0 && *version <= (int64_t)COUNT(versions)) return true;
    (void)FAIL(err, ERR_INPUT,
               "the data are of version %lld, this program "
               "knows %zu",
               (long long)*version, COUNT(versions));
    return err_id(err, "data ini versi %lld, program ini mengenal %zu",
                  (long long)*version, COUNT(versions));
}

bool sqlite_migrate(Sqlite *s, Err *err)
{
    int64_t version = 0;
    if (!version_fits(s, &version, err)) return false;
    if (!s->db.write && version < (int64_t)COUNT(versions)) {
        (void)FAIL(err, ERR_INPUT,
                   "the data are of an older version; start "
                   "the server once to bring them up to date");
        return err_id(err, "data ini versi lama; jalankan server sekali untuk "
                           "memperbaruinya");
    }
    for (size_t v = (size_t)version; v < COUNT(versions); v++) {
        if (!raise_to(s, v, err)) return false;
    }
    return true;
}

/* ---- names --------------------------------------------------------------- */

#define COLUMNS_OF(table)                                    \
    "SELECT group_concat(name, ' ') FROM (SELECT name FROM " \
    "pragma_table_info('" table "') ORDER BY name)"

static const struct {
    const char *table, *question, *columns;
} tables[] = {
#define TABLE(name, columns) {name, COLUMNS_OF(name), columns},
#include "store/tables.def"
#undef TABLE
};

bool sqlite_verify_tables(Sqlite *s, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    for (size_t i = 0; i < COUNT(tables); i++) {
        Str columns;
        if (!sqlite_text(s, tmp, tables[i].question, &columns, err))
            return false;
        if (str_is(columns, str_of(tables[i].columns))) continue;
        (void)FAIL(err, ERR_INPUT, "table %s has the columns '%.*s', not '%s'",
                   tables[i].table, STR_ARG(str_slice(columns, 0, 120)),
                   tables[i].columns);
        return err_id(err, "tabel %s tidak berkolom seperti seharusnya",
                      tables[i].table);
    }
    return true;
}
