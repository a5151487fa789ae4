/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_register.h"

enum { SHOWN = 50 };

const FieldRule board_register_fields[BOARD_REGISTER_FIELDS] = {
    {.name = "cari",
     .label = N_("Part of a name, a whole NIP, or a code"),
     .kind = FIELD_LINE,
     .most = 60},
    {.name = "unit",              .label = N_("Unit"),                                      .kind = FIELD_CODE     },
    {.name = "sesudah",              .label = N_("Behind"),                                   .kind = FIELD_CODE},
};

/* ---- looking ---------------------------------------------------------------
 */

typedef struct {
    Str part; /* folded */
    Str nip;  /* the same without blanks */
    UnitId unit;
    PersonId *at;
    size_t count, first, last; /* shown: [first, last) */
} Found;

static bool fits(Visit *v, const Found *f, const Person *person)
{
    const Register *r = &v->view->office->r;
    if (f->unit.index != NO_INDEX && !unit_is_under(r, person->unit, f->unit))
        return false;
    return f->part.len == 0 ||
           str_find(str_fold(v->arena, person->name), f->part, 0) != SIZE_MAX ||
           str_is(str_fold(v->arena, person->code), f->part) ||
           (person->nip.len > 0 && str_is(person->nip, f->nip)) ||
           (person->local.len > 0 &&
            str_is(str_fold(v->arena, person->local), f->part));
}

static size_t behind(Visit *v, const Found *f)
{
    Str after = visit_field(v, "sesudah")->text;
    uint32_t person = map_find(&v->view->office->r.person_codes, after);
    size_t first = 0;
    if (after.len == 0 || person == NO_INDEX) return 0;
    while (first < f->count && f->at[first].index <= person)
        first++;
    return first;
}

static bool look(Visit *v, Found *out)
{
    const Register *r = &v->view->office->r;
    Str sought = visit_field(v, "cari")->text;
    Found f = {.part = str_fold(v->arena, sought),
               .nip = nip_bare(v->arena, sought),
               .at = NEW(v->arena, PersonId, r->person_count + 1)};
    if (!asked_unit(v, &f.unit)) return false;
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (fits(v, &f, &r->people[p])) f.at[f.count++] = (PersonId){p};
    }
    f.first = behind(v, &f);
    f.last = f.first + SHOWN < f.count ? f.first + SHOWN : f.count;
    *out = f;
    return true;
}

/* ---- the table -------------------------------------------------------------
 */

static void put_row(Page *page, PersonId id)
{
    const Person *person = board_person(page, id);
    bool serves =
        person_is_active(&page->visit->view->office->r, id, page->visit->today);
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_link(page, board_code_path(page->arena, "/pegawai/", person->code),
              person->name);
    if (person->nip.len > 0)
        page_element(page, "small", nip_masked(page->arena, person->nip));
    page_put(page, HTML("</th><td>"));
    page_text(page, person->code);
    page_put(page, HTML("</td><td>"));
    page_text(page, board_unit(page, person->unit));
    page_put(page, HTML("</td><td>"));
    page_text(page, person->title);
    page_put(page, HTML("</td><td>"));
    page_text(page, part_staff_kind(page, person->kind));
    page_put(page, HTML("</td><td>"));
    if (!serves) part_tag(page, "", N_("not in service"));
    page_put(page, HTML("</td></tr>\n"));
}

static void put_table(Page *page, const Found *f)
{
    static const char *const columns[] = {N_("Name"), N_("Code"),  N_("Unit"),
                                          N_("Job"),  N_("Staff"), N_("State")};
    part_scroll_open(page, N_("People"));
    page_put(page, HTML("<table class=\"rapat orang tumpuk\">"));
    part_columns(page, columns, COUNT(columns));
    page_put(page, HTML("<tbody>"));
    for (size_t i = f->first; i < f->last; i++)
        put_row(page, f->at[i]);
    page_put(page, HTML("</tbody></table>"));
    part_scroll_close(page);
}

/* ---- the page --------------------------------------------------------------
 */

static void put_form(Page *page, const Found *f)
{
    page_put(page, HTML("<form class=\"saring\" action=\"/pegawai\">\n"));
    form_field(page,
               &(FormField){.name = "cari",
                            .type = "search",
                            .value = visit_field(page->visit, "cari")->text});
    board_unit_choice(page, f->unit);
    form_button(page, "Search");
    form_close(page);
}

static Str query_of(Visit *v, Str after)
{
    static const char *const names[] = {"cari", "unit"};
    Buf out = buf_in(v->arena);
    for (size_t i = 0; i < COUNT(names); i++) {
        Str value = visit_field(v, names[i])->text;
        if (value.len == 0) continue;
        Str part = address_part(v->arena, value);
        buf_format(&out, "%s=%.*s&", names[i], STR_ARG(part));
    }
    Str part = address_part(v->arena, after);
    buf_format(&out, "sesudah=%.*s", STR_ARG(part));
    return buf_str(&out);
}

static void put_more(Page *page, const Found *f)
{
    if (f->count <= SHOWN) return;
    page_put(page, HTML("<p class=\"tautan halaman\">"));
    PAGE_SAY(page, "{first}–{last} of {all}",
             {"first", said_number(&page->speech, (int64_t)f->first + 1)},
             {"last", said_number(&page->speech, (int64_t)f->last)},
             {"all", said_number(&page->speech, (int64_t)f->count)});
    if (f->last < f->count) {
        Str code = board_person(page, f->at[f->last - 1])->code;
        page_put(page, HTML(" "));
        page_link_say(page,
                      str_format(page->arena, "/pegawai?%.*s",
                                 STR_ARG(query_of(page->visit, code))),
                      "Next 50");
    }
    page_put(page, HTML("</p>\n"));
}

void board_renew_link(Page *p)
{
    if (!visit_may(p->visit, ACCESS_REGISTER, NO_PERSON, NO_UNIT, NULL)) return;
    page_put(p, HTML("<a class=\"btn alt sm\" href=\"/impor\">"));
    page_say(p, "Renew the register");
    page_put(p, HTML("</a>"));
}

void board_register_page(Visit *v)
{
    Found found;
    PageHead head = {.frame = PAGE_DESK, .here = "/pegawai"};
    if (!look(v, &found)) return;
    Page page = page_open(v, &head);
    board_head(&page, STR(""),
               said_many(&page.speech, "{n} person", "{n} people",
                         (int64_t)found.count, NULL, 0));
    board_renew_link(&page);
    board_head_end(&page);
    put_form(&page, &found);
    if (found.count > 0) {
        put_table(&page, &found);
        put_more(&page, &found);
    } else {
        page_put(&page, HTML("<p class=\"kosong\">"));
        page_say(&page, "Nobody fits. Take some filters away.");
        page_put(&page, HTML("</p>\n"));
    }
    page_close(&page);
}
