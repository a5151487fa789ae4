/* SPDX-License-Identifier: Apache-2.0 */
/*
 * about_write.c - all about one person, for reading and for machines.
 */
#include "app/about_walk.h"
#include "app/data_facts.h"
#include "base/json.h"
#include "day/evidence.h"

/* ---- for reading --------------------------------------------------------- */

typedef struct {
    const About *about;
    Buf *out;
    Lang lang;
    bool of_facts; /* the section that is written, */
    size_t row;    /* and its row */
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
    reading->of_facts = str_is(str_of(section->name), STR("fakta"));
    reading->row = 0;
    buf_format(reading->out, "%s: %zu\n", section->said[reading->lang],
               section->rows);
}

/* "19 Juli 2021 pukul 07.26: masuk (aplikasi, oleh B00325)" */
static void put_head(const Reading *reading, const Fact *fact)
{
    bool en = reading->lang == LANG_EN;
    Str day = date_words(reading->out->arena, fact->day, reading->lang);
    Str kind = fact_kind_word(fact->kind, reading->lang);
    Str channel = channel_word(fact->channel, reading->lang);
    int minute = fact->at.us == 0 ? -1 : zone_minute(fact->zone, fact->at);
    buf_format(reading->out, "  %.*s", STR_ARG(day));
    if (minute >= 0)
        buf_format(reading->out, en ? ", %02d.%02d" : " pukul %02d.%02d",
                   minute / 60, minute % 60);
    buf_format(reading->out, ": %.*s (%.*s, %s ", STR_ARG(kind),
               STR_ARG(channel), en ? "by" : "oleh");
    put_shown(reading->out, fact->actor);
    buf_char(reading->out, ')');
}

/* The head says these; ids and the sender's clock are for machines. */
static bool is_said(Str name)
{
    static const char *const others[] = {
        "id",   "jenis", "saluran", "zona",     "pelaku",
        "hari", "saat",  "dikirim", "diterima", "tersegel"};
    for (size_t i = 0; i < COUNT(others); i++) {
        if (str_is(name, str_of(others[i]))) return true;
    }
    return false;
}

static bool is_of_self(const Reading *reading, const AboutCell *cell)
{
    const Register *r = reading->about->r;
    const Person *p = &r->people[reading->about->person.index];
    Str name = str_of(cell->name);
    return (str_is(name, STR("pegawai")) && str_is(cell->text, p->code)) ||
           (str_is(name, STR("unit")) &&
            str_is(cell->text, r->units[p->unit.index].code));
}

/* Enough of a file's digest to find it among the files of an export. */
enum { DIGEST_SHOWN = 8 };

/* "berkas PDF 3f2a1b4c..." */
static void put_file(const Reading *reading, Str name)
{
    static const struct {
        const char *ending, *said[2];
    } kinds[] = {
        {".jpg", {"gambar JPEG", "JPEG picture"}},
        {".png", {"gambar PNG", "PNG picture"}  },
        {".pdf", {"berkas PDF", "PDF file"}     },
    };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (str_ends(name, str_of(kinds[i].ending)))
            buf_format(reading->out, "%s %.*s...", kinds[i].said[reading->lang],
                       STR_ARG(str_slice(name, 0, DIGEST_SHOWN)));
    }
}

static void put_evidence(const Reading *reading, Str text)
{
    Evidence evidence = evidence_read(text);
    for (size_t i = 0; i < evidence.count; i++) {
        if (i > 0) buf_c(reading->out, ", ");
        put_file(reading, evidence.files[i]);
    }
    if (evidence.count > 0 && evidence.address.len > 0)
        buf_c(reading->out, ", ");
    put_shown(reading->out, evidence.address);
}

static void put_fact(const Reading *reading, const Fact *fact,
                     const AboutCell *cells, size_t count)
{
    put_head(reading, fact);
    for (size_t i = 0; i < count; i++) {
        if (is_said(str_of(cells[i].name)) || is_of_self(reading, &cells[i]))
            continue;
        buf_format(reading->out, "; %s: ", cells[i].name);
        if (str_is(str_of(cells[i].name), STR("bukti")))
            put_evidence(reading, cells[i].text);
        else
            put_shown(reading->out, cells[i].text);
    }
    if (fact->sealed.len > 0)
        buf_c(reading->out, reading->lang == LANG_EN ? "; with sealed data"
                                                     : "; dengan isi tersegel");
}

static void put_cells(const Reading *reading, const AboutCell *cells,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buf_format(reading->out, "%s%s: ", i == 0 ? "  " : "; ",
                   reading->lang == LANG_EN ? cells[i].english : cells[i].name);
        put_shown(reading->out, cells[i].text);
    }
}

static void row_text(void *context, const AboutCell *cells, size_t count)
{
    Reading *reading = context;
    if (reading->of_facts)
        put_fact(reading, &reading->about->facts[reading->row++], cells, count);
    else
        put_cells(reading, cells, count);
    buf_char(reading->out, '\n');
}

static void end_text(void *context)
{
    Reading *reading = context;
    buf_char(reading->out, '\n');
}

void about_text(const About *about, Lang lang, Buf *out)
{
    Reading reading = {.about = about, .out = out, .lang = lang};
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
