/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_queries.c - no question walks a government to find a few rows.
 *
 * The plan that SQLite makes of each text on an empty database is the one it
 * keeps: there are no statistics.
 */
#include "base/file.h"
#include "harness.h"
#include "store/query.h"
#include "store_case.h"

#include <sqlite3.h>

static const char *const names[] = {
#define QUERY(name, text) [QUERY_##name] = #name,
#include "store/queries.def"
#undef QUERY
};

/* Those that walk a table of a government, or all of it, and why they may. */
static const struct {
    Query query;
    const char *why;
} walks[] = {
    {QUERY_TERMS,           "a few words, once at the start"           },
    {QUERY_GOVERNMENTS,     "all of them are asked for"                },
    {QUERY_GOVERNMENT_ZONE, "its key is the government"                },
    {QUERY_BEAT,            "its key is the government"                },
    {QUERY_FACT_BEYOND,     "the next by its key, and no more"         },
    {QUERY_UNIT_PUT,        "units of a government, once for a new one"},
    {QUERY_JOURNAL_LAST,    "the last by its key, and no more"         },
    {QUERY_FACT_LAST,       "the last by its key, and no more"         },
    {QUERY_FACT_DAYS,       "both ends of an index, and no more"       },
    {QUERY_FACT_REST_ODD,   "the whole journal is verified"            },
    {QUERY_ERASURES,        "the whole journal is verified"            },
    {QUERY_SEEN_ALL,        "the whole journal is verified"            },
    {QUERY_SEEN_SOURCES,    "the whole journal is verified"            },
    {QUERY_TALLY_CELLS,     "the whole journal is verified"            },
    {QUERY_CANCELS_ODD,     "the whole journal is verified"            },
    {QUERY_CANCELS_EARLY,   "corrections alone, once at the start"     },
    {QUERY_DOCUMENTS_ALL,   "all of them are counted"                  },
    {QUERY_TALLY_DAY,       "all units are asked for"                  },
};

static bool may_walk(Query query)
{
    for (size_t i = 0; i < COUNT(walks); i++) {
        if (walks[i].query == query) return true;
    }
    return false;
}

/* A table read from its first row, or all rows of the government; what the
 * question itself has made (in brackets, d, a constant) is small. */
static bool is_walk(Str step)
{
    bool scan = str_find(step, STR("SCAN "), 0) == 0 &&
                str_find(step, STR("SCAN ("), 0) != 0 &&
                str_find(step, STR("SCAN CONSTANT"), 0) != 0 &&
                !str_is(step, STR("SCAN d"));
    return scan || str_find(step, STR("(gov=?)"), 0) != SIZE_MAX ||
           str_find(step, STR("(gov=? AND number>?)"), 0) != SIZE_MAX;
}

/* The first such step of the plan, else "". */
static Str walk_of(Arena *arena, sqlite3 *db, Query query)
{
    sqlite3_stmt *plan = NULL;
    Str walk = STR("");
    Str text = str_format(arena, "EXPLAIN QUERY PLAN %s", query_text(query));
    CHECK(sqlite3_prepare_v2(db, text.ptr, (int)text.len, &plan, NULL) ==
          SQLITE_OK);
    while (sqlite3_step(plan) == SQLITE_ROW) {
        Str step = str_of((const char *)sqlite3_column_text(plan, 3));
        if (walk.len == 0 && is_walk(step)) walk = str_copy(arena, step);
    }
    (void)sqlite3_finalize(plan);
    return walk;
}

FACT(no_question_walks_a_government_for_a_few_rows)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = store_case_path(tmp, "queries");
    sqlite3 *db = NULL;
    store_close(store_case_open(folder, NULL));
    CHECK(sqlite3_open(file_path(tmp, folder, "tata-kerja.db"), &db) ==
          SQLITE_OK);
    for (size_t i = 0; i < COUNT(names); i++) {
        ROW("%s", names[i]);
        Str walk = walk_of(tmp, db, (Query)i);
        if (may_walk((Query)i))
            EXPECT(walk.len > 0);
        else
            EXPECT_STR(walk, "");
    }
    (void)sqlite3_close(db);
}
