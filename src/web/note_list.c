/* SPDX-License-Identifier: Apache-2.0 */
/*
 * note_list.c - the rows of a paper list: who, and two times to type.
 */
#include "web/note.h"
#include "web/part.h"
#include "web/presence.h"

static const NoteTyped *typed_of(const NoteList *list, Str code)
{
    for (size_t i = 0; i < list->typed_count; i++) {
        if (str_is(list->typed[i].code, code)) return &list->typed[i];
    }
    return NULL;
}

static void put_hidden(Page *page, const char *name, Str value)
{
    page_put(page, HTML("<input type=\"hidden\" name=\""));
    page_text(page, str_of(name));
    page_put(page, HTML("\" value=\""));
    page_text(page, value);
    page_put(page, HTML("\">"));
}

/* What a reader of the screen hears: "Came, Ani". */
static void put_label(Page *page, const char *english, Str name)
{
    page_put(page, HTML(" aria-label=\""));
    page_say(page, english);
    page_put(page, HTML(", "));
    page_text(page, name);
    page_put(page, HTML("\""));
}

/* A time to type; one that is known stands there, and its field is empty, so
 * that the rows of the form stay beside each other. */
static void put_time(Page *page, const char *name, const char *label, int known,
                     Str typed, Str person)
{
    page_put(page, HTML("<td><small aria-hidden=\"true\">"));
    page_say(page, label);
    page_put(page, HTML("</small>"));
    if (known >= 0) {
        page_text(page, said_minute(&page->speech, known));
        put_hidden(page, name, STR(""));
    } else {
        page_put(page, HTML("<input class=\"jam\" inputmode=\"decimal\" "
                            "autocomplete=\"off\" maxlength=\"5\" name=\""));
        page_text(page, str_of(name));
        page_put(page, HTML("\" value=\""));
        page_text(page, typed);
        page_put(page, HTML("\""));
        put_label(page, label, person);
        page_put(page, HTML(">"));
    }
    page_put(page, HTML("</td>"));
}

static Str place_of(char letter)
{
    switch (letter) {
    case PLACED_HOME:
    case PLACED_CLOSED: return STR("rumah");
    case PLACED_FIELD: return STR("lapangan");
    case PLACED_TRIP: return STR("dinas");
    default: return STR("kantor");
    }
}

static void put_place(Page *page, Str chosen, Str person)
{
    Str rest = STR("kantor|rumah|lapangan|dinas");
    page_put(page, HTML("<td><select name=\"kata\""));
    put_label(page, N_("Place"), person);
    page_put(page, HTML(">"));
    for (Str one; str_next(&rest, '|', &one);) {
        page_put(page, HTML("<option value=\""));
        page_text(page, one);
        page_put(page,
                 str_is(one, chosen) ? HTML("\" selected>") : HTML("\">"));
        page_say(page, presence_place(one));
        page_put(page, HTML("</option>"));
    }
    page_put(page, HTML("</select></td>"));
}

static void put_refusal(Page *page, const NoteTyped *typed)
{
    if (typed == NULL || (typed->fault == NULL && typed->refused.len == 0))
        return;
    page_put(page, HTML("<p class=\"salah\">"));
    if (typed->fault != NULL)
        page_say(page, typed->fault);
    else
        page_text(page, part_sentence(page->arena, typed->refused));
    page_put(page, HTML("</p>"));
}

static bool is_shown(const NoteList *list, Str code)
{
    const Register *r = &list->visit->view->office->r;
    for (size_t i = list->first; i < list->last; i++) {
        if (str_is(r->people[list->rows[i]->person.index].code, code))
            return true;
    }
    return false;
}

void note_list_strangers(Page *page, const NoteList *list)
{
    for (size_t i = 0; i < list->typed_count; i++) {
        const NoteTyped *row = &list->typed[i];
        if (row->refused.len == 0 || is_shown(list, row->code)) continue;
        page_put(page, HTML("<p class=\"salah\">"));
        page_text(page, row->code);
        page_put(page, HTML(": "));
        page_text(page, row->refused);
        page_put(page, HTML("</p>\n"));
    }
}

static void put_row(Page *page, const NoteList *list, const PeopleRow *row)
{
    const Register *r = &page->visit->view->office->r;
    const Person *person = &r->people[row->person.index];
    const NoteTyped *typed = typed_of(list, person->code);
    bool faulty = typed != NULL && (typed->fault || typed->refused.len > 0);
    page_put(page, faulty ? HTML("<tr class=\"keliru\">") : HTML("<tr>"));
    page_put(page, HTML("<th scope=\"row\">"));
    page_link(page, note_person_path(page, row->person, list->day.day),
              person->name);
    page_put(page, HTML(" "));
    page_chip(page, (char)(row->works ? row->letter : PLACED_NONE));
    page_element(page, "small", r->units[person->unit.index].name);
    put_refusal(page, typed);
    put_hidden(page, "orang", person->code);
    page_put(page, HTML("</th>"));
    put_place(page, typed != NULL ? typed->place : place_of(row->letter),
              person->name);
    put_time(page, "jam", N_("Came"), row->in_minute,
             typed != NULL ? typed->came : STR(""), person->name);
    put_time(page, "pulang", N_("Left"), row->out_minute,
             typed != NULL ? typed->left : STR(""), person->name);
    page_put(page, HTML("</tr>\n"));
}

void note_list_put(Page *page, const NoteList *list)
{
    static const char *const columns[] = {N_("Name"), N_("Place"), N_("Came"),
                                          N_("Left")};
    page_put(page, HTML("<table class=\"catatan\">"));
    part_columns(page, columns, COUNT(columns));
    page_put(page, HTML("<tbody>"));
    for (size_t i = list->first; i < list->last; i++)
        put_row(page, list, list->rows[i]);
    page_put(page, HTML("</tbody></table>\n"));
}
