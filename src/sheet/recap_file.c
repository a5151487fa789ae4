/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/recap_file.h"

#include "base/csv.h"
#include "sheet/recap_follow.h"
#include "sheet/recap_html.h"
#include "sheet/recap_sheet.h"

/* ---- rows that every form shows ----------------------------------------- */

Str recap_file_person_head(size_t column)
{
    static const char *const heads[RECAP_PERSON_TEXTS] = {
        "kode", "nip", "nama", "unit_kerja", "perangkat_daerah"};
    return str_of(heads[column]);
}

Str recap_file_number(const Person *person)
{
    return person->nip.len > 0 ? person->nip : person->local;
}

void recap_file_person(const Register *r, PersonId person,
                       Str texts[RECAP_PERSON_TEXTS])
{
    const Person *p = &r->people[person.index];
    UnitId unit = recap_level_unit(r, RECAP_WORK_UNITS, p->unit);
    UnitId agency = recap_level_unit(r, RECAP_AGENCIES, p->unit);
    texts[0] = p->code;
    texts[1] = recap_file_number(p);
    texts[2] = p->name;
    texts[3] = r->units[unit.index].name;
    texts[4] = r->units[agency.index].name;
}

Str recap_file_kinerja_head(size_t column)
{
    static const char *const heads[RECAP_KINERJA_TEXTS] = {
        "nip",    "tanggal",   "rencana_hasil_kerja",
        "uraian", "kuantitas", "satuan",
        "bukti",  "status"};
    return str_of(heads[column]);
}

void recap_file_kinerja_row(Arena *arena, const Register *r,
                            const RecapReport *report,
                            Str texts[RECAP_KINERJA_TEXTS])
{
    char day[DATE_TEXT];
    bool said = report->number != FACT_NO_NUMBER;
    texts[0] = recap_file_number(&r->people[report->person.index]);
    texts[1] = str_copy(arena, str_of(date_iso(report->day, day)));
    texts[2] = report->plan;
    texts[3] = report->text;
    texts[4] = said ? str_format(arena, "%d", report->number) : STR("");
    texts[5] = report->measure;
    texts[6] = report->evidence;
    texts[7] = recap_state_word(report->state, LANG_ID);
}

/* ---- texts -------------------------------------------------------------- */

static bool too_large(Err *err)
{
    (void)FAIL(err, ERR_LIMIT,
               "the recap is too large for one file; choose fewer days");
    return err_id(err, "rekap terlalu besar untuk satu berkas; pilih rentang "
                       "yang lebih pendek");
}

static bool give_text(const Buf *text, Str *out, Err *err)
{
    if (!buf_ok(text)) return too_large(err);
    *out = buf_str(text);
    return true;
}

/* ---- what follows, where a letter says so -------------------------------- */

typedef struct {
    Str at[8];
    size_t count;
} Fields;

static void add(Fields *fields, Str text)
{
    CHECK(fields->count < COUNT(fields->at));
    fields->at[fields->count++] = text;
}

static bool has_pay(const Recap *recap)
{
    return recap_follow_has(recap, FOLLOWS_HOURS) ||
           recap_follow_has(recap, FOLLOWS_CUT);
}

static Fields follow_heads(const Recap *recap)
{
    static const char *const pay[] = {
        "jam_diakui",      "hari_diakui",   "hari_diakui_terbuka",
        "potongan_persen", "hari_dipotong", "hari_dipotong_terbuka",
        "akibat"};
    Fields fields = {.count = 0};
    for (size_t i = 0; has_pay(recap) && i < COUNT(pay); i++)
        add(&fields, str_of(pay[i]));
    if (recap_follow_has(recap, FOLLOWS_STEP))
        add(&fields, STR("usulan_sanksi"));
    return fields;
}

static Str words_of(Arena *arena, const Recap *recap, PersonId person,
                    bool steps)
{
    Buf out = buf_in(arena);
    for (uint32_t f = 0; f < recap->follow_count; f++) {
        bool step = recap->follows[f].rule.what == FOLLOWS_STEP;
        if (step != steps || !recap_follow_tells(recap, person, f)) continue;
        if (out.len > 0) buf_c(&out, "; ");
        buf_put(&out, recap_follow_words(arena, recap, person, f, LANG_ID));
    }
    return buf_str(&out);
}

static Fields follow_fields(Arena *arena, const Recap *recap, PersonId person)
{
    RecapFollowed hours = recap_follow_sum(recap, person, FOLLOWS_HOURS);
    RecapFollowed cut = recap_follow_sum(recap, person, FOLLOWS_CUT);
    Fields fields = {.count = 0};
    if (has_pay(recap)) {
        add(&fields, recap_follow_plain(arena, hours.sum));
        add(&fields, str_format(arena, "%d", hours.count));
        add(&fields, str_format(arena, "%d", hours.open));
        add(&fields, recap_follow_plain(arena, cut.sum));
        add(&fields, str_format(arena, "%d", cut.count));
        add(&fields, str_format(arena, "%d", cut.open));
        add(&fields, words_of(arena, recap, person, false));
    }
    if (recap_follow_has(recap, FOLLOWS_STEP))
        add(&fields, words_of(arena, recap, person, true));
    return fields;
}

/* ---- rows of people ------------------------------------------------------ */

static void put_fields(const Fields *fields, Buf *out)
{
    for (size_t i = 0; i < fields->count; i++)
        csv_put(out, fields->at[i], ',', i + 1 == fields->count);
}

static void put_head(const Recap *recap, Buf *out)
{
    Fields more = follow_heads(recap);
    for (size_t i = 0; i < RECAP_PERSON_TEXTS; i++)
        csv_put(out, recap_file_person_head(i), ',', false);
    for (unsigned c = 0; c < RECAP_COLUMNS; c++)
        csv_put(out, recap_column_name((RecapColumn)c), ',',
                more.count == 0 && c + 1 == RECAP_COLUMNS);
    put_fields(&more, out);
}

static void put_person(const Recap *recap, PersonId person, Buf *out)
{
    Str texts[RECAP_PERSON_TEXTS];
    Fields more = follow_fields(out->arena, recap, person);
    recap_file_person(recap->r, person, texts);
    for (size_t i = 0; i < RECAP_PERSON_TEXTS; i++)
        csv_put(out, texts[i], ',', false);
    for (unsigned c = 0; c < RECAP_COLUMNS; c++) {
        bool last = more.count == 0 && c + 1 == RECAP_COLUMNS;
        buf_number(out, recap_count(recap, person, (RecapColumn)c));
        buf_char(out, last ? '\n' : ',');
    }
    put_fields(&more, out);
}

static bool put_csv(Arena *arena, const RecapMade *made, Str *out, Err *err)
{
    Buf text = buf_in(arena);
    put_head(&made->recap, &text);
    for (uint32_t p = 0; p < made->recap.r->person_count; p++) {
        if (made->recap.served[p])
            put_person(&made->recap, (PersonId){p}, &text);
    }
    return give_text(&text, out, err);
}

static bool put_html(Arena *arena, Lang lang, const RecapMade *made, Str *out,
                     Err *err)
{
    Html page = {0};
    if (!recap_html(arena, made, lang, &page)) return too_large(err);
    *out = page.safe;
    return true;
}

static void put_report(Arena *arena, const RecapMade *made,
                       const RecapReport *report, Buf *text)
{
    Str texts[RECAP_KINERJA_TEXTS];
    recap_file_kinerja_row(arena, made->recap.r, report, texts);
    for (size_t i = 0; i < RECAP_KINERJA_TEXTS; i++) {
        if (i == RECAP_KINERJA_AMOUNT) /* a number, never run */
            buf_format(text, "%.*s,", STR_ARG(texts[i]));
        else
            csv_put(text, texts[i], ',', i + 1 == RECAP_KINERJA_TEXTS);
    }
}

static bool put_kinerja(Arena *arena, const RecapMade *made, Str *out, Err *err)
{
    Buf text = buf_in(arena);
    RecapReports reports = make_recap_reports(made);
    for (size_t i = 0; i < RECAP_KINERJA_TEXTS; i++)
        csv_put(&text, recap_file_kinerja_head(i), ',',
                i + 1 == RECAP_KINERJA_TEXTS);
    for (size_t r = 0; r < reports.count; r++)
        put_report(arena, made, &reports.at[r], &text);
    return give_text(&text, out, err);
}

/* ---- by form ------------------------------------------------------------ */

static const struct {
    const char *ending, *type;
    bool kinerja;
} forms[] = {
#define X(name, ending, type, kinerja) {ending, type, kinerja},
    RECAP_FORMS(X)
#undef X
};

bool recap_file_form(Str name, RecapForm *out)
{
    for (size_t i = 0; i < COUNT(forms); i++) {
        Str ending = str_of(forms[i].ending);
        if (name.len <= ending.len || !str_ends(name, ending)) continue;
        *out = (RecapForm)i;
        return true;
    }
    return false;
}

bool recap_file_has_kinerja(RecapForm form)
{
    return forms[form].kinerja;
}

Str recap_file_ending(RecapForm form)
{
    return str_of(forms[form].ending);
}

Str recap_file_type(RecapForm form)
{
    return str_of(forms[form].type);
}

bool recap_file_put(Arena *arena, Lang lang, const RecapMade *made,
                    RecapForm form, Str *out, Err *err)
{
    switch (form) {
    case RECAP_FORM_CSV: return put_csv(arena, made, out, err);
    case RECAP_FORM_XLSX: return recap_sheet(arena, lang, made, out, err);
    case RECAP_FORM_HTML: return put_html(arena, lang, made, out, err);
    case RECAP_FORM_TEXT:
    case RECAP_FORM_COUNT: break;
    }
    *out = made->text;
    return true;
}

bool recap_file_kinerja(Arena *arena, Lang lang, const RecapMade *made,
                        RecapForm form, Str *out, Err *err)
{
    CHECK(recap_file_has_kinerja(form));
    return form == RECAP_FORM_XLSX
               ? recap_sheet_kinerja(arena, lang, made, out, err)
               : put_kinerja(arena, made, out, err);
}

bool recap_file_asked(Arena *arena, Lang lang, const RecapMade *made, Str asked,
                      RecapFile *out, Err *err)
{
    RecapForm form = RECAP_FORM_CSV;
    bool known = recap_file_form(asked, &form);
    CHECK(known);
    out->type = recap_file_type(form);
    return str_starts(asked, STR("kinerja"))
               ? recap_file_kinerja(arena, lang, made, form, &out->bytes, err)
               : recap_file_put(arena, lang, made, form, &out->bytes, err);
}
