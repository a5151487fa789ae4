/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_people.h"

const FieldRule board_people_fields[BOARD_PEOPLE_FIELDS] = {
    {.name = "hari",                                .label = N_("Day"),  .kind = FIELD_DATE                                 },
    {.name = "unit",                                .label = N_("Unit"), .kind = FIELD_CODE                                 },
    {.name = "huruf",
     .label = N_("Place"),
     .kind = FIELD_CHOICE,
     .choices = "K|R|L|D|C|X|B"},
    {.name = "hadir",
     .label = N_("Presence"),
     .kind = FIELD_CHOICE,
     .choices = "hadir|belum|terlambat|lain|tanpa"},
    {.name = "laporan",
     .label = N_("Report"),
     .kind = FIELD_CHOICE,
     .choices = "sudah|belum"},
    {.name = "nama",                          .label = N_("Name"),                                           .kind = FIELD_LINE,                                                                                              .most = 60},
    {.name = "sesudah", .label = N_("Behind"),.kind = FIELD_CODE},
    {.name = "semua",                             .label = N_("All"),                           .kind = FIELD_FLAG                                                                                                    },
};

/* ---- what is looked for ----------------------------------------------------
 */

bool board_people_filter(Visit *v, BoardFilter *out)
{
    const FieldValue *letter = visit_field(v, "huruf");
    BoardFilter f = {.letter = (char)(letter->given ? letter->text.ptr[0] : 0),
                     .presence = visit_field(v, "hadir")->text,
                     .report = visit_field(v, "laporan")->text,
                     .name = str_fold(v->arena, visit_field(v, "nama")->text),
                     .after = visit_field(v, "sesudah")->text};
    if (!board_day(v, &f.day) || !board_unit_asked(v, &f.unit)) return false;
    *out = f;
    return true;
}

/* ---- does it fit? ----------------------------------------------------------
 */

#define O(name) (UINT64_C(1) << (OUTCOME_##name))

/* Which outcomes a word of the form means. */
typedef struct {
    const char *word;
    uint64_t outcomes;
} Meaning;

/* Who came too late, or elsewhere, came. */
static const Meaning presences[] = {
    {"hadir",     O(PRESENT) | O(LATE) | O(ELSEWHERE) | O(WITH_LEAVE)},
    {"belum",     O(ABSENT) | O(PENDING) | O(UNKNOWN)                },
    {"terlambat", O(LATE)                                            },
    {"lain",      O(ELSEWHERE)                                       },
    {"tanpa",     O(NO_SIGN)                                         },
};

static const Meaning reports[] = {
    {"sudah", O(IN) | O(LATE) | O(ACCEPTED) | O(RETURNED) | O(OTHER_CHANNEL)},
    {"belum", O(MISSING) | O(PENDING) | O(UNKNOWN)                          },
};

static bool is_meant(const Meaning *words, size_t count, Str word,
                     Outcome outcome)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(word, str_of(words[i].word)))
            return (words[i].outcomes >> outcome & 1) != 0;
    }
    return true;
}

static bool name_fits(Visit *v, Str part, Str name)
{
    if (part.len == 0) return true;
    return str_find(str_fold(v->arena, name), part, 0) != SIZE_MAX;
}

bool board_people_fits(Visit *v, const BoardFilter *f, const PeopleRow *row)
{
    const Register *r = &v->view->office->r;
    const Person *person = &r->people[row->person.index];
    if (f->unit.index != NO_INDEX && !unit_is_under(r, person->unit, f->unit))
        return false;
    if (f->letter != 0 && (f->letter != row->letter || !row->works))
        return false;
    return is_meant(presences, COUNT(presences), f->presence, row->presence) &&
           is_meant(reports, COUNT(reports), f->report, row->report) &&
           name_fits(v, f->name, person->name);
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
    Str chosen = {&f->letter, f->letter == 0 ? 0 : 1};
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
               f->presence);
}

static void put_reports(Page *page, const BoardFilter *f)
{
    static const Choice choices[] = {
        {"",      N_("Any")     },
        {"sudah", N_("Sent")    },
        {"belum", N_("Not sent")},
    };
    put_select(page, "laporan", N_("Report"), choices, COUNT(choices),
               f->report);
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
    board_unit_choice(page, f->unit);
    put_places(page, f);
    put_presence(page, f);
    put_reports(page, f);
    form_button(page, "Filter");
    form_close(page);
}
