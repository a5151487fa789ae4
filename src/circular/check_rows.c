/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/lint.h"

/*
 * Rows of tables whose label nothing bears: no status of the area is called
 * so, or no class of units.  One finding a label; the row waits until it is.
 */

static bool is_borne(const Lint *l, const Clause *clause)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; i < own->clause_count; i++) {
        const Clause *other = &l->c->clauses[own->first_clause + i];
        if (other->row == clause->row && !other->unborne) return true;
    }
    return false;
}

/* Only the first bound of a row speaks for it. */
static bool is_first(const Lint *l, uint32_t clause)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = own->first_clause; i < clause; i++) {
        if (l->c->clauses[i].row == l->c->clauses[clause].row) return false;
    }
    return true;
}

static Str labels_of(const Lint *l, const Clause *clause)
{
    Buf text = buf_in(l->arena);
    for (uint32_t i = 0; i < clause->row->label_count; i++)
        buf_format(&text, "%s%.*s", i > 0 ? ", " : "",
                   STR_ARG(clause->row->labels[i]));
    return buf_str(&text);
}

static void say_unborne(const Lint *l, const Clause *clause)
{
    Str labels = labels_of(l, clause);
    Str area = l->c->government->area;
    lint_say_by(
        l, clause->brought_by, DIAG_WARNING, "periksa-32",
        clause->row->body->span,
        str_format(l->arena,
                   "baris '%.*s' belum pernah berlaku: tidak ada status "
                   "wilayah atau golongan unit yang bernama demikian",
                   STR_ARG(labels)),
        str_format(l->arena,
                   "the row '%.*s' has never applied: no status of the "
                   "area and no class of units has that name",
                   STR_ARG(labels)));
    diag_advise(l->diags,
                str_format(l->arena,
                           "betulkan labelnya, atau catat status itu di "
                           "status.csv (wilayah '%.*s')",
                           STR_ARG(area)),
                str_format(l->arena,
                           "mend the label, or record that status in "
                           "status.csv (area '%.*s')",
                           STR_ARG(area)));
}

void lint_rows(const Lint *l)
{
    const CorpusLetter *own = &l->c->letters[l->letter];
    for (uint32_t i = 0; i < own->clause_count; i++) {
        uint32_t id = own->first_clause + i;
        const Clause *clause = &l->c->clauses[id];
        if (clause->row != NULL && is_first(l, id) && !is_borne(l, clause))
            say_unborne(l, clause);
    }
}
