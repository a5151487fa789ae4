/* SPDX-License-Identifier: Apache-2.0 */
/*
 * about_write.c - all about one person, for reading and for machines.
 */
#include "app/about_walk.h"
#include "app/data_facts.h"
#include "base/json.h"

/* ---- for reading --------------------------------------------------------- */

typedef struct {
    Buf *out;
    Lang lang;
} Reading;

/* What a terminal would obey becomes a blank. */
static void put_shown(Buf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool control = (unsigned char)c < ' ' || c == 0x7f;
        if (control) c = ' ';
        buf_char(out, c);
    }
}

static void begin_text(void *context, const AboutSection *section)
{
    Reading *reading = context;
    buf_format(reading->out, "%s: %zu\n", section->said[reading->lang],
               section->rows);
}

/* Ids, zones and the sender's clock are for machines; what is sealed stays. */
static bool is_shown(const AboutCell *cell)
{
    static const char *const hidden[] = {"id", "zona", "dikirim", "tersegel"};
    for (size_t i = 0; i < COUNT(hidden); i++) {
        if (str_is(str_of(cell->name), str_of(hidden[i]))) return false;
    }
    return true;
}

static void row_text(void *context, const AboutCell *cells, size_t count)
{
    Reading *reading = context;
    const char *mark = "  ";
    for (size_t i = 0; i < count; i++) {
        if (!is_shown(&cells[i])) continue;
        buf_format(reading->out, "%s%s: ", mark,
                   reading->lang == LANG_EN ? cells[i].english : cells[i].name);
        put_shown(reading->out, cells[i].text);
        mark = "; ";
    }
    buf_char(reading->out, '\n');
}

static void end_text(void *context)
{
    Reading *reading = context;
    buf_char(reading->out, '\n');
}

void about_text(const About *about, Lang lang, Buf *out)
{
    Reading reading = {out, lang};
    AboutVisitor visitor = {&reading, begin_text, row_text, end_text};
    about_walk(about, &visitor);
}

/* ---- for machines -------------------------------------------------------- */

static void begin_json(void *context, const AboutSection *section)
{
    json_open(context, section->name, '[');
}

static void row_json(void *context, const AboutCell *cells, size_t count)
{
    Json *json = context;
    json_open(json, NULL, '{');
    for (size_t i = 0; i < count; i++)
        json_text(json, cells[i].name, cells[i].text);
    json_close(json);
}

static void end_json(void *context)
{
    json_close(context);
}

bool about_json(const About *about, Buf *out)
{
    Json json = json_in(out);
    AboutVisitor visitor = {&json, begin_json, row_json, end_json};
    json_open(&json, NULL, '{');
    about_walk(about, &visitor);
    json_close(&json);
    return json_done(&json);
}

void about_table(const About *about, Buf *out)
{
    data_facts_write(about->facts, about->fact_count, out);
}
