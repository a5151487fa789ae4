/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_import_told.c - what is wrong with tables, by what mends it; or what
 * would be different.
 */
#include "web/board_import.h"

/* ---- what is wrong ---------------------------------------------------------
 */

static void put_places(Page *page, Str places)
{
    page_put(page, HTML("<ul class=\"daftar s\">\n"));
    for (Str line; str_next(&places, '\n', &line);) {
        if (str_trim(line).len > 0) page_element(page, "li", str_trim(line));
    }
    page_put(page, HTML("</ul>\n"));
}

static void put_group(Page *page, const FaultGroup *group)
{
    page_put(page, HTML("<li><b>"));
    page_text(page, part_sentence(page->arena, group->said));
    page_put(page, HTML(" "));
    page_text(page, said_number(&page->speech, (int64_t)group->count));
    page_put(page, HTML("</b>"));
    page_text(page, part_sentence(page->arena, group->how));
    put_places(page, group->places);
    page_put(page, HTML("</li>\n"));
}

static void put_diags(Page *page, const Diags *diags, DiagLevel level)
{
    Lang lang = page->speech.lang;
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        if (diag->level != level) continue;
        page_put(page, HTML("<li><b>"));
        page_text(page, part_sentence(page->arena, diag->said[lang]));
        page_put(page, HTML("</b>"));
        page_text(page, part_sentence(page->arena, diag->advice[lang]));
        page_put(page, HTML("</li>\n"));
    }
}

/* Faults may lie in tables that were not given, and that nobody sees here. */
static bool are_kept(const Faults *faults)
{
    for (size_t i = 0; i < faults->list.count; i++) {
        if (str_starts(faults->list.at[i].file, STR("register/"))) return true;
    }
    return false;
}

static void put_behind(Page *page, const Faults *faults)
{
    size_t listed = faults->list.count;
    if (faults->count > listed) {
        page_put(page, HTML("<p>"));
        PAGE_SAY(page, "and {n} further faults that are not listed",
                 {"n", said_number(&page->speech,
                                   (int64_t)(faults->count - listed))});
        page_put(page, HTML("</p>"));
    }
    if (are_kept(faults))
        part_small(page,
                   N_("Files named register/… are tables that are kept here. "
                      "What they name is not in your file: put it back there, "
                      "or give that table as well."));
}

static void put_tables(Page *page, const Renewal *renewal)
{
    part_open(page);
    part_heading(page, N_("Read"));
    page_put(page, HTML("<ul class=\"daftar\">\n"));
    for (size_t i = 0; i < renewal->table_count; i++) {
        const RenewTable *t = &renewal->tables[i];
        page_put(page, HTML("<li>"));
        PAGE_SAY(page, "{file}: read as a table of {table}, {rows} rows",
                 {"file", t->name},
                 {"table", import_files_table(t->kind, page->speech.lang)},
                 {"rows", said_number(&page->speech, (int64_t)t->rows)});
        page_put(page, HTML("</li>\n"));
    }
    page_put(page, HTML("</ul>"));
    part_close(page);
}

/* What is no fault, but may be one: a NIP that two people bear. */
static void put_remarks(Page *page, const Renewal *renewal)
{
    size_t warned = 0;
    for (size_t i = 0; i < renewal->remarks.list.count; i++)
        warned += renewal->remarks.list.at[i].level == DIAG_WARNING;
    if (warned == 0) return;
    part_open(page);
    part_heading(page, N_("Worth a look"));
    page_put(page, HTML("<ul class=\"todo\">\n"));
    put_diags(page, &renewal->remarks, DIAG_WARNING);
    page_put(page, HTML("</ul>"));
    part_close(page);
}

void board_import_faults(Page *page, const Renewal *renewal)
{
    FaultGroup group;
    page_put(page, HTML("<section class=\"blk galat\" role=\"alert\"><h2>"));
    page_say(page, "There is something to mend");
    page_put(page, HTML("</h2><ul class=\"todo\">\n"));
    for (size_t i = 0; faults_group(page->arena, &renewal->faults, i,
                                    page->speech.lang, &group);
         i++) {
        if (group.count > 0) put_group(page, &group);
    }
    put_diags(page, &renewal->diags, DIAG_ERROR);
    page_put(page, HTML("</ul>"));
    put_behind(page, &renewal->faults);
    part_small(page, N_("Nothing was written. Mend the files, and check them "
                        "again."));
    page_put(page, HTML("</section>\n"));
    put_tables(page, renewal);
    put_remarks(page, renewal);
}

/* ---- what would be different -----------------------------------------------
 */

static void put_count(Page *page, const char *english, const RenewCount *count)
{
    const Speech *s = &page->speech;
    part_row_open(page, english);
    PAGE_SAY(page,
             "{before} become {after}: {added} new, {gone} gone, {changed} "
             "changed",
             {"before", said_number(s, (int64_t)count->before)},
             {"after", said_number(s, (int64_t)count->after)},
             {"added", said_number(s, (int64_t)count->added)},
             {"gone", said_number(s, (int64_t)count->gone)},
             {"changed", said_number(s, (int64_t)count->changed)});
    part_row_close(page);
}

static const char *what_said(RenewWhat what)
{
    switch (what) {
    case RENEW_NEW: return N_("new");
    case RENEW_GONE: return N_("gone");
    case RENEW_NAME: return N_("name");
    case RENEW_UNIT: return N_("unit");
    case RENEW_TITLE: return N_("job");
    case RENEW_STAFF: return N_("staff");
    case RENEW_NIP: return N_("NIP");
    case RENEW_SERVICE: return N_("last day of service");
    }
    return N_("changed");
}

static void put_change(Page *page, const RenewChange *change)
{
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_text(page, change->name);
    page_element(page, "small", change->code);
    page_put(page, HTML("</th><td>"));
    page_say(page, what_said(change->what));
    page_put(page, HTML("</td><td>"));
    page_text(page, change->from);
    page_put(page, HTML("</td><td>"));
    page_text(page, change->to);
    page_put(page, HTML("</td></tr>\n"));
}

static void put_changes(Page *page, const Renewal *renewal)
{
    static const char *const columns[] = {N_("Name"), N_("What"), N_("Before"),
                                          N_("After")};
    if (renewal->change_count == 0) return;
    part_scroll_open(page, N_("What would be different"));
    page_put(page, HTML("<table class=\"rapat\">"));
    part_columns(page, columns, COUNT(columns));
    page_put(page, HTML("<tbody>"));
    for (size_t i = 0; i < renewal->change_count; i++)
        put_change(page, &renewal->changes[i]);
    page_put(page, HTML("</tbody></table>"));
    part_scroll_close(page);
    if (renewal->change_count == RENEW_SHOWN)
        part_small(page, N_("Only the first sixty are listed."));
}

void board_import_changes(Page *page, const Renewal *renewal)
{
    put_tables(page, renewal);
    put_remarks(page, renewal);
    part_open(page);
    part_heading(page, N_("What would be different"));
    part_rows(page);
    put_count(page, N_("People"), &renewal->people);
    put_count(page, N_("Units"), &renewal->units);
    put_count(page, N_("Posts"), &renewal->posts);
    part_rows_end(page);
    if (renewal->people.gone > 0)
        part_paragraph(page, N_("Who is not in the table of people is not in "
                                "the register any more. Is the table whole?"));
    part_close(page);
    put_changes(page, renewal);
}
