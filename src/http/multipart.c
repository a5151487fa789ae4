/* SPDX-License-Identifier: Apache-2.0 */
#include "http/multipart.h"

#include "http/forms.h"
#include "http/limit.h"
#include "http/parameter.h"
#include "http/token.h"

#include <string.h>

typedef struct {
    Arena *arena;
    Str rest; /* of the body */
    Str line; /* CR LF "--" boundary */
    VEC(HttpPair) fields;
    VEC(HttpFile) files;
} Form;

typedef struct {
    Str disposition, type;
    Str name, file, body;
    bool is_file;
} Part;

/* ---- the boundary -------------------------------------------------------- */

static bool is_boundary(Str text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "'()+_,-./:=?";
    for (size_t i = 0; i < text.len; i++) {
        if (memchr(letters, text.ptr[i], sizeof letters - 1) == NULL)
            return false;
    }
    return text.len > 0 && text.len <= LIMIT_BOUNDARY;
}

static bool take_boundary(Arena *arena, Str type, Str *line)
{
    Str boundary = {0};
    bool there = false;
    if (!parameter_find(type, STR("boundary"), &boundary, &there) || !there ||
        !is_boundary(boundary))
        return false;
    *line = str_format(arena, "\r\n--%.*s", STR_ARG(boundary));
    return true;
}

/* Step over a text that must stand here. */
static bool step_over(Str *rest, Str text)
{
    if (!str_starts(*rest, text)) return false;
    *rest = str_slice(*rest, text.len, rest->len);
    return true;
}

/* ---- a part -------------------------------------------------------------- */

static bool take_part_header(Str line, Part *part)
{
    size_t colon = str_find(line, STR(":"), 0);
    if (colon == SIZE_MAX) return false;
    Str name = str_slice(line, 0, colon);
    Str value = token_trim(str_slice(line, colon + 1, line.len));
    if (!token_is(name) || !token_value_is(value)) return false;
    bool placed = token_same(name, STR("content-disposition"));
    if (placed && part->disposition.len > 0) return false;
    if (placed) part->disposition = value;
    if (token_same(name, STR("content-type"))) part->type = value;
    return true;
}

static bool take_part_headers(Str *rest, Part *part)
{
    for (;;) {
        size_t end = str_find(*rest, STR("\r\n"), 0);
        if (end == SIZE_MAX || end > LIMIT_LINE) return false;
        Str line = str_slice(*rest, 0, end);
        *rest = str_slice(*rest, end + 2, rest->len);
        if (line.len == 0) return true;
        if (!take_part_header(line, part)) return false;
    }
}

static bool read_disposition(Part *part)
{
    Str value = part->disposition;
    bool named = false;
    return token_same(parameter_word(value), STR("form-data")) &&
           parameter_find(value, STR("name"), &part->name, &named) && named &&
           part->name.len > 0 &&
           parameter_find(value, STR("filename"), &part->file, &part->is_file);
}

static Refusal keep_field(Form *form, const Part *part)
{
    if (form->fields.count == LIMIT_FIELDS || part->body.len > LIMIT_VALUE)
        return REFUSAL_FORM_LARGE;
    if (!forms_text_is_fair(part->body)) return REFUSAL_FORM_TEXT;
    VEC_PUSH(form->arena, &form->fields, ((HttpPair){part->name, part->body}));
    return REFUSAL_NONE;
}

static Refusal keep_file(Form *form, const Part *part)
{
    if (part->file.len == 0 && part->body.len == 0) return REFUSAL_NONE;
    if (form->files.count == LIMIT_FILES || part->body.len > LIMIT_FILE)
        return REFUSAL_FORM_LARGE;
    VEC_PUSH(form->arena, &form->files,
             ((HttpFile){.field = part->name,
                         .name = part->file,
                         .type = parameter_word(part->type),
                         .body = part->body}));
    return REFUSAL_NONE;
}

/* A part, from behind the CR LF of its boundary to the next boundary. */
static Refusal take_part(Form *form)
{
    Part part = {0};
    if (!take_part_headers(&form->rest, &part) || !read_disposition(&part))
        return REFUSAL_FORM;
    size_t end = str_find(form->rest, form->line, 0);
    if (end == SIZE_MAX) return REFUSAL_FORM;
    part.body = str_slice(form->rest, 0, end);
    form->rest = str_slice(form->rest, end + form->line.len, form->rest.len);
    return part.is_file ? keep_file(form, &part) : keep_field(form, &part);
}

Refusal multipart_read(Arena *arena, Str type, Str body, MultipartForm *out)
{
    Form form = {.arena = arena, .rest = body};
    if (!take_boundary(arena, type, &form.line) ||
        !step_over(&form.rest, str_slice(form.line, 2, form.line.len)))
        return REFUSAL_FORM;
    while (step_over(&form.rest, STR("\r\n"))) {
        Refusal why = take_part(&form);
        if (why != REFUSAL_NONE) return why;
    }
    if (!step_over(&form.rest, STR("--"))) return REFUSAL_FORM;
    (void)step_over(&form.rest, STR("\r\n"));
    if (form.rest.len > 0) return REFUSAL_FORM;
    out->fields = (HttpPairs){form.fields.at, form.fields.count};
    out->files = form.files.at;
    out->file_count = form.files.count;
    return REFUSAL_NONE;
}
