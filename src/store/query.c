/* SPDX-License-Identifier: Apache-2.0 */
#include "store/query.h"

#include "base/str.h"

static const char *const texts[] = {
#define QUERY(name, text) [QUERY_##name] = (text),
#include "store/queries.def"
#undef QUERY
};

static const char *const columns[] = {
#define COLUMN(name, text) [COLUMN_##name] = (text),
#include "store/columns.def"
#undef COLUMN
};

const char *query_text(Query query)
{
    CHECK((size_t)query < COUNT(texts));
    return texts[query];
}

Column query_column(Str name)
{
    for (size_t i = 0; i < COUNT(columns); i++) {
        if (str_is(name, str_of(columns[i]))) return (Column)i;
    }
    return COLUMN_COUNT;
}
