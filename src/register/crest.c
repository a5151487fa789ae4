/* SPDX-License-Identifier: Apache-2.0 */
#include "register/crest.h"

#include <expat.h>
#include <string.h>

/* Only these: what a drawing needs.  A list of what is dangerous would miss
 * what the next browser brings. */
static const char *const elements[] = {"svg",
                                       "g",
                                       "defs",
                                       "title",
                                       "desc",
                                       "path",
                                       "rect",
                                       "circle",
                                       "ellipse",
                                       "line",
                                       "polyline",
                                       "polygon",
                                       "linearGradient",
                                       "radialGradient",
                                       "stop",
                                       "clipPath",
                                       "use",
                                       "symbol",
                                       "mask"};

typedef struct {
    XML_Parser parser;
    Err *err;
    uint32_t count, depth;
    bool failed;
} Check;

static void refuse(Check *c, const char *what)
{
    if (c->failed) return;
    c->failed = true;
    (void)FAIL(c->err, ERR_INPUT,
               "the crest holds %.60s; save it as a plain SVG of shapes alone",
               what);
    (void)err_id(c->err,
                 "lambang memuat %.60s; simpan sebagai SVG polos yang hanya "
                 "berisi bentuk",
                 what);
    (void)XML_StopParser(c->parser, XML_FALSE);
}

static bool is_known(const char *name)
{
    for (size_t i = 0; i < COUNT(elements); i++) {
        if (strcmp(elements[i], name) == 0) return true;
    }
    return false;
}

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* "#name" alone: a part of the drawing itself. */
static bool points_inside(Str value)
{
    if (value.len < 2 || value.ptr[0] != '#') return false;
    for (size_t i = 1; i < value.len; i++) {
        if (!is_word_char(value.ptr[i])) return false;
    }
    return true;
}

/* Every url(...) of a style or of a property is one of "#name". */
static bool urls_inside(Str value)
{
    Str folded = value;
    for (size_t at = 0; (at = str_find(folded, STR("("), at)) != SIZE_MAX;
         at++) {
        bool url =
            at >= 3 && str_folded_is(str_slice(folded, at - 3, at), STR("url"));
        size_t end = str_find(folded, STR(")"), at);
        if (end == SIZE_MAX) return false;
        if (url && !points_inside(str_slice(folded, at + 1, end))) return false;
    }
    return true;
}

static bool is_plain_value(Str value)
{
    return str_find(value, STR("\\"), 0) == SIZE_MAX &&
           str_find(value, STR("@"), 0) == SIZE_MAX && urls_inside(value);
}

static void check_attribute(Check *c, const char *name, const char *value)
{
    Str n = str_of(name), v = str_of(value);
    bool handler = n.len > 2 && (name[0] == 'o' || name[0] == 'O') &&
                   (name[1] == 'n' || name[1] == 'N');
    bool link = str_ends(n, STR("href"));
    bool space = str_starts(n, STR("xmlns"));
    bool odd = handler || str_is(n, STR("xml:base")) || str_is(n, STR("src"));
    bool fine = link ? points_inside(v) : space || is_plain_value(v);
    if (odd || !fine) refuse(c, name);
}

static void on_begin(void *user, const XML_Char *name, const XML_Char **pairs)
{
    Check *c = user;
    bool root = c->count == 0;
    if (root ? strcmp(name, "svg") != 0 : !is_known(name))
        refuse(c, name);
    else if (++c->count > CREST_ELEMENTS || ++c->depth > CREST_DEPTH)
        refuse(c, "too many parts");
    for (size_t i = 0; !c->failed && pairs[i] != NULL; i += 2)
        check_attribute(c, pairs[i], pairs[i + 1]);
}

static void on_end(void *user, const XML_Char *name)
{
    Check *c = user;
    (void)name;
    c->depth--;
}

static void on_doctype(void *user, const XML_Char *name, const XML_Char *sysid,
                       const XML_Char *pubid, int subset)
{
    (void)name, (void)sysid, (void)pubid, (void)subset;
    refuse(user, "a DTD (DOCTYPE)");
}

static void on_instruction(void *user, const XML_Char *target,
                           const XML_Char *data)
{
    (void)data;
    refuse(user, target);
}

static bool too_large(Err *err)
{
    (void)FAIL(err, ERR_INPUT, "the crest is larger than %d kB",
               CREST_MOST >> 10);
    return err_id(err, "lambang lebih besar dari %d kB", CREST_MOST >> 10);
}

static bool unreadable(const Check *c, Err *err)
{
    int line = (int)XML_GetCurrentLineNumber(c->parser);
    (void)FAIL(err, ERR_INPUT, "the crest is no SVG: line %d cannot be read",
               line);
    return err_id(err, "lambang bukan SVG: baris %d tidak terbaca", line);
}

bool crest_check(Str svg, Err *err)
{
    if (svg.len > CREST_MOST) return too_large(err);
    Check c = {.parser = XML_ParserCreate(NULL), .err = err};
    CHECK(c.parser != NULL);
    XML_SetUserData(c.parser, &c);
    XML_SetElementHandler(c.parser, on_begin, on_end);
    XML_SetStartDoctypeDeclHandler(c.parser, on_doctype);
    XML_SetProcessingInstructionHandler(c.parser, on_instruction);
    bool read =
        XML_Parse(c.parser, svg.ptr, (int)svg.len, 1) == XML_STATUS_OK &&
        !c.failed;
    if (!read && !c.failed) (void)unreadable(&c, err);
    XML_ParserFree(c.parser);
    return read;
}
