/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_people.h"

const FieldRule board_people_fields[BOARD_PEOPLE_FIELDS] = {
    {.name = "hari",                   .label = N_("Day"),  .kind = FIELD_DATE              },
    {.name = "unit",                   .label = N_("Unit"), .kind = FIELD_CODE              },
    {.name = "huruf",
     .label = N_("Place"),
     .kind = FIELD_CHOICE,
     .choices = PEOPLE_FIND_LETTERS},
    {.name = "hadir",
     .label = N_("Presence"),
     .kind = FIELD_CHOICE,
     .choices = PEOPLE_FIND_PRESENCES},
    {.name = "laporan",
     .label = N_("Report"),
     .kind = FIELD_CHOICE,
     .choices = PEOPLE_FIND_REPORTS},
    {.name = "nama",             .label = N_("Name"),                        .kind = FIELD_LINE,                                                        .most = 60},
    {.name = "sesudah", .label = N_("Behind"),.kind = FIELD_CODE},
    {.name = "semua",                .label = N_("All"),              .kind = FIELD_FLAG                                                 },
};

/* ---- what is looked for ----------------------------------------------------
 */

bool board_people_filter(Visit *v, BoardFilter *out)
{
    const FieldValue *letter = visit_field(v, "huruf");
    BoardFilter f = {
        .wish = {.letter = (char)(letter->given ? letter->text.ptr[0] : 0),
                 .presence = visit_field(v, "hadir")->text,
                 .report = visit_field(v, "laporan")->text,
                 .name = str_fold(v->arena, visit_field(v, "nama")->text)},
        .after = visit_field(v, "sesudah")->text
    };
    if (!board_day(v, &f.day) || !asked_unit(v, &f.wish.unit)) return false;
    *out = f;
    return true;
}

/* ---- the address -----------------------------------------------------------
 */

static void put_part(Buf *out, const char *name, Str value)
{
    if (value.len == 0) return;
    buf_char(out, out->len == 0 ? '?' : '&');
    buf_c(out, name);
    buf_char(out, '=');
    buf_put(out, address_part(out->arena, value));
}

Str board_people_query(Visit *v, Str after)
{
    static const char *const names[] = {"hari",  "unit",    "huruf",
                                        "hadir", "laporan", "nama"};
    Buf out = buf_in(v->arena);
    for (size_t i = 0; i < COUNT(names); i++)
        put_part(&out, names[i], visit_field(v, names[i])->text);
    put_part(&out, "sesudah", after);
    return buf_str(&out);
}

/* ---- the form --------------------------------------------------------------
 */

typedef struct {
    const char *value, *english;
} Choice;

static void put_select(Page *page, const char *name, const char *label,
                       const Choice *choices, size_t count, Str chosen)
{
    FormChoice *shown = NEW(page->arena, FormChoice, count);
    for (size_t i = 0; i < count; i++) {
        Str value = str_of(choices[i].value);
        shown[i] = (FormChoice){.value = value,
                                .text = said(&page->speech, choices[i].english),
                                .chosen = str_is(value, chosen)};
    }
    form_select(page, name, label, shown, count);
}

static void put_places(Page *page, const BoardFilter *f)
{
    static const Choice places[] = {
        {"",  N_("Any")          },
        {"K", N_("Office")       },
        {"R", N_("Home")         },
        {"L", N_("Field")        },
        {"D", N_("Official trip")},
        {"C", N_("Leave")        },
        {"X", N_("Closed")       },
        {"B", N_("As usual")     },
    };
    Str chosen = {&f->wish.letter, f->wish.letter == 0 ? 0 : 1};
    put_select(page, "huruf", N_("Expected at"), places, COUNT(places), chosen);
}

static void put_presence(Page *page, const BoardFilter *f)
{
    static const Choice choices[] = {
        {"",          N_("Any")                 },
        {"hadir",     N_("Checked in")          },
        {"terlambat", N_("Checked in late")     },
        {"lain",      N_("Checked in elsewhere")},
        {"belum",     N_("Not checked in")      },
        {"tanpa",     N_("At home, no sign yet")},
    };
    put_select(page, "hadir", N_("Presence"), choices, COUNT(choices),
               f->wish.presence);
}

static void put_reports(Page *page, const BoardFilter *f)
{
    static const Choice choices[] = {
        {"",      N_("Any")     },
        {"sudah", N_("Sent")    },
        {"belum", N_("Not sent")},
    };
    put_select(page, "laporan", N_("Report"), choices, COUNT(choices),
               f->wish.report);
}

static void put_input(Page *page, const char *name, const char *type,
                      const char *english, Str value)
{
    form_field(page, &(FormField){.name = name,
                                  .label = english,
                                  .type = type,
                                  .value = value});
}

void board_people_form(Page *page, const BoardFilter *f)
{
    char iso[DATE_TEXT];
    const Visit *v = page->visit;
    Str name = http_first(&v->request->query, STR("nama"));
    page_put(page, HTML("<form class=\"saring\" action=\"/kehadiran\">\n"));
    put_input(page, "hari", "date", N_("Day"), str_of(date_iso(f->day, iso)));
    put_input(page, "nama", "search", N_("Part of a name"), name);
    board_unit_choice(page, f->wish.unit);
    put_places(page, f);
    put_presence(page, f);
    put_reports(page, f);
    form_button(page, "Filter");
    form_close(page);
}
