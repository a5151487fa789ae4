/* SPDX-License-Identifier: Apache-2.0 */
#include "web/form.h"

#include "door/door.h"
#include "door/problem.h"

/* ---- the form -------------------------------------------------------------
 */

static void put_attribute(Page *page, Html before, Str value)
{
    page_put(page, before);
    page_text(page, value);
    page_put(page, HTML("\""));
}

static void open_with(Page *page, Str action, Html more)
{
    const Visit *v = page->visit;
    put_attribute(page, HTML("<form method=\"post\" action=\""), action);
    page_put(page, more);
    page_put(page, HTML(">"));
    if (v->signed_in || v->entering)
        form_hidden(page, "kunci", session_form_token(v->arena, &v->session));
    page_put(page, HTML("\n"));
}

void form_open(Page *page, Str action)
{
    open_with(page, action, HTML(""));
}

/* Sent again after a fault, it stays the same fact. */
static Str id_of(const Page *page)
{
    char text[FACT_ID_TEXT];
    const Visit *v = page->visit;
    Str posted = http_first(&v->request->form, STR("id"));
    FactId id;
    if (!fact_id_parse(posted, &id)) id = live_new_id(v->live);
    return str_copy(page->arena, str_of(fact_id_text(id, text)));
}

void form_open_id(Page *page, Str action)
{
    form_open(page, action);
    form_hidden(page, "id", id_of(page));
}

static const char files_coding[] = " enctype=\"multipart/form-data\"";

static void open_outbox(Page *page, Str action, const char *what,
                        const char *coding)
{
    Str said_here = said(&page->speech, what);
    Html more = {str_format(page->arena, " data-kotak=\"%.*s\"%s",
                            STR_ARG(html_escaped(page->arena, said_here).safe),
                            coding)};
    open_with(page, action, more);
    form_hidden(page, "id", id_of(page));
}

void form_open_outbox(Page *page, Str action, const char *what)
{
    open_outbox(page, action, what, "");
}

void form_open_outbox_files(Page *page, Str action, const char *what)
{
    open_outbox(page, action, what, files_coding);
}

void form_open_files(Page *page, Str action)
{
    open_with(page, action, (Html){str_of(files_coding)});
    form_hidden(page, "id", id_of(page));
}

void form_close(Page *page)
{
    page_put(page, HTML("</form>\n"));
}

void form_hidden(Page *page, const char *name, Str value)
{
    put_attribute(page, HTML("<input type=\"hidden\" name=\""), str_of(name));
    put_attribute(page, HTML(" value=\""), value);
    page_put(page, HTML(">"));
}

/* ---- faults ---------------------------------------------------------------
 */

static const FieldFault *fault_of(const Page *page, const char *name)
{
    const Visit *v = page->visit;
    for (size_t i = 0; i < v->fields.faults.count; i++) {
        if (str_is(v->fields.faults.at[i].name, str_of(name)))
            return &v->fields.faults.at[i];
    }
    return NULL;
}

/* A label that asks, before the colon. */
static Str unasked(Str label)
{
    bool asks = str_ends(label, STR("?"));
    return asks ? str_slice(label, 0, label.len - 1) : label;
}

/* "Report: must be filled in", by the label that the visitor sees. */
static Str fault_said(const Page *page, const FieldFault *fault)
{
    FieldFault shown = *fault;
    if (fault->rule != NULL && fault->rule->label != NULL)
        shown.name = unasked(said(&page->speech, fault->rule->label));
    return problem_field_said(page->arena, &shown, page->speech.lang);
}

void form_faults(Page *page)
{
    const Visit *v = page->visit;
    if (v->fields.faults.count == 0) return;
    page_put(page, HTML("<div class=\"galat\" role=\"alert\" tabindex=\"-1\">"
                        "<h2>"));
    page_say(page, "There is something to mend");
    page_put(page, HTML("</h2><ul>"));
    for (size_t i = 0; i < v->fields.faults.count; i++) {
        const FieldFault *fault = &v->fields.faults.at[i];
        put_attribute(page, HTML("<li><a href=\"#f-"), fault->name);
        page_put(page, HTML(">"));
        page_text(page, fault_said(page, fault));
        page_put(page, HTML("</a></li>"));
    }
    page_put(page, HTML("</ul></div>\n"));
}

/* ---- fields ---------------------------------------------------------------
 */

static const FieldRule *rule_of(const Page *page, const char *name)
{
    const FieldRules *rules = &page->visit->fields.rules;
    for (size_t i = 0; i < rules->count; i++) {
        if (str_is(str_of(rules->at[i].name), str_of(name)))
            return &rules->at[i];
    }
    return NULL;
}

static const char *label_of(const Page *page, const FormField *field)
{
    const FieldRule *rule = rule_of(page, field->name);
    if (field->label != NULL) return field->label;
    CHECK(rule != NULL && rule->label != NULL);
    return rule->label;
}

static Str value_of(const Page *page, const FormField *field)
{
    const HttpRequest *request = page->visit->request;
    bool secret =
        field->type != NULL && str_is(str_of(field->type), STR("password"));
    if (secret || !http_has(&request->form, str_of(field->name)))
        return field->value;
    return http_first(&request->form, str_of(field->name));
}

static void put_name(Page *page, const char *name)
{
    put_attribute(page, HTML(" id=\"f-"), str_of(name));
    put_attribute(page, HTML(" name=\""), str_of(name));
}

/* The hint and the fault describe the field. */
static void put_describing(Page *page, const FormField *field)
{
    const FieldFault *fault = fault_of(page, field->name);
    if (field->hint == NULL && fault == NULL) return;
    page_put(page, HTML(" aria-describedby=\""));
    if (field->hint != NULL) {
        page_put(page, HTML("h-"));
        page_text(page, str_of(field->name));
    }
    if (fault != NULL) {
        page_put(page, HTML(" g-"));
        page_text(page, str_of(field->name));
    }
    page_put(page, HTML("\""));
    if (fault != NULL) page_put(page, HTML(" aria-invalid=\"true\""));
}

static void put_hint(Page *page, const FormField *field)
{
    const FieldFault *fault = fault_of(page, field->name);
    if (field->hint != NULL) {
        put_attribute(page, HTML("<p class=\"hint\" id=\"h-"),
                      str_of(field->name));
        page_put(page, HTML(">"));
        page_say(page, field->hint);
        page_put(page, HTML("</p>"));
    }
    if (fault == NULL) return;
    put_attribute(page, HTML("<p class=\"salah\" id=\"g-"),
                  str_of(field->name));
    page_put(page, HTML(">"));
    page_text(page, fault_said(page, fault));
    page_put(page, HTML("</p>"));
}

static void put_area(Page *page, const FormField *field)
{
    page_put(page, HTML("<textarea"));
    put_name(page, field->name);
    put_describing(page, field);
    page_put(page, HTML(" rows=\""));
    html_number(&page->html, field->rows);
    page_put(page, field->needed ? HTML("\" required>\n") : HTML("\">\n"));
    page_text(page, value_of(page, field));
    page_put(page, HTML("</textarea>\n"));
}

static void put_input(Page *page, const FormField *field)
{
    page_put(page, HTML("<input"));
    put_name(page, field->name);
    put_describing(page, field);
    put_attribute(page, HTML(" type=\""),
                  str_of(field->type == NULL ? "text" : field->type));
    put_attribute(page, HTML(" value=\""), value_of(page, field));
    if (field->complete != NULL)
        put_attribute(page, HTML(" autocomplete=\""), str_of(field->complete));
    if (field->mode != NULL)
        put_attribute(page, HTML(" inputmode=\""), str_of(field->mode));
    page_put(page, field->needed ? HTML(" required>\n") : HTML(">\n"));
}

void form_field(Page *page, const FormField *field)
{
    put_attribute(page, HTML("<div class=\"isian\"><label for=\"f-"),
                  str_of(field->name));
    page_put(page, HTML(">"));
    page_say(page, label_of(page, field));
    page_put(page, HTML("</label>"));
    put_hint(page, field);
    if (field->rows > 0)
        put_area(page, field);
    else
        put_input(page, field);
    page_put(page, HTML("</div>\n"));
}

/* ---- choices --------------------------------------------------------------
 */

static bool is_posted(const Page *page, const char *name, Str value)
{
    const HttpPairs *form = &page->visit->request->form;
    for (size_t i = 0; i < form->count; i++) {
        if (str_is(form->at[i].name, str_of(name)) &&
            str_is(form->at[i].value, value))
            return true;
    }
    return false;
}

static bool is_chosen(const Page *page, const char *name,
                      const FormChoice *choice)
{
    if (page->visit->request->form.count > 0)
        return is_posted(page, name, choice->value);
    return choice->chosen;
}

/* The first is where a fault's link leads. */
static void put_choice(Page *page, const char *type, const char *name,
                       const FormChoice *choice, size_t at)
{
    Str id = at == 0 ? str_format(page->arena, "f-%s", name)
                     : str_format(page->arena, "f-%s-%zu", name, at);
    put_attribute(page, HTML("<div class=\"pilih\"><input type=\""),
                  str_of(type));
    put_attribute(page, HTML(" id=\""), id);
    put_attribute(page, HTML(" name=\""), str_of(name));
    put_attribute(page, HTML(" value=\""), choice->value);
    if (is_chosen(page, name, choice)) page_put(page, HTML(" checked"));
    put_attribute(page, HTML("><label for=\""), id);
    page_put(page, HTML(">"));
    page_text(page, choice->text);
    if (choice->hint.len > 0) page_element(page, "small", choice->hint);
    page_put(page, HTML("</label></div>"));
}

static void put_group(Page *page, const char *type, const char *name,
                      const char *legend, const FormChoice *choices,
                      size_t count)
{
    FormField field = {.name = name};
    page_put(page, HTML("<fieldset class=\"isian\"><legend>"));
    page_say(page, legend);
    page_put(page, HTML("</legend>"));
    put_hint(page, &field);
    for (size_t i = 0; i < count; i++)
        put_choice(page, type, name, &choices[i], i);
    page_put(page, HTML("</fieldset>\n"));
}

void form_radios(Page *page, const char *name, const char *legend,
                 const FormChoice *choices, size_t count)
{
    put_group(page, "radio", name, legend, choices, count);
}

void form_checks(Page *page, const char *name, const char *legend,
                 const FormChoice *choices, size_t count)
{
    put_group(page, "checkbox", name, legend, choices, count);
}

void form_select(Page *page, const char *name, const char *label,
                 const FormChoice *choices, size_t count)
{
    put_attribute(page, HTML("<div class=\"isian\"><label for=\"f-"),
                  str_of(name));
    page_put(page, HTML(">"));
    page_say(page, label);
    page_put(page, HTML("</label><select"));
    put_name(page, name);
    page_put(page, HTML(">"));
    for (size_t i = 0; i < count; i++) {
        put_attribute(page, HTML("<option value=\""), choices[i].value);
        page_put(page, is_chosen(page, name, &choices[i]) ? HTML(" selected>")
                                                          : HTML(">"));
        page_text(page, choices[i].text);
        page_put(page, HTML("</option>"));
    }
    page_put(page, HTML("</select></div>\n"));
}

/* ---- buttons --------------------------------------------------------------
 */

void form_button(Page *page, const char *english)
{
    page_put(page, HTML("<button class=\"btn\">"));
    page_say(page, english);
    page_put(page, HTML("</button>\n"));
}

void form_button_named(Page *page, const char *english, const char *name,
                       Str value, bool filled)
{
    put_attribute(page, HTML("<button name=\""), str_of(name));
    put_attribute(page, HTML(" value=\""), value);
    page_put(page,
             filled ? HTML(" class=\"btn\">") : HTML(" class=\"btn alt\">"));
    page_say(page, english);
    page_put(page, HTML("</button>\n"));
}
