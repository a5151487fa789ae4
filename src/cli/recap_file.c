/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/recap_file.h"

#include "base/csv.h"
#include "base/file.h"
#include "cli/recap_html.h"
#include "cli/recap_sheet.h"

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

static bool too_large(const char *path, Err *err)
{
    (void)FAIL(
        err, ERR_LIMIT,
        "the recap is too large for '%s'; give a shorter --from and --to",
        path);
    return err_id(err,
                  "rekap terlalu besar untuk '%s'; beri --from dan --to yang "
                  "lebih pendek",
                  path);
}

static bool write_text(const char *path, const Buf *text, Err *err)
{
    if (!buf_ok(text)) return too_large(path, err);
    return file_write(path, buf_str(text), err);
}

static void put_head(Buf *out)
{
    for (size_t i = 0; i < RECAP_PERSON_TEXTS; i++)
        csv_put(out, recap_file_person_head(i), ',', false);
    for (unsigned c = 0; c < RECAP_COLUMNS; c++)
        csv_put(out, recap_column_name((RecapColumn)c), ',',
                c + 1 == RECAP_COLUMNS);
}

static void put_person(const Recap *recap, PersonId person, Buf *out)
{
    Str texts[RECAP_PERSON_TEXTS];
    recap_file_person(recap->r, person, texts);
    for (size_t i = 0; i < RECAP_PERSON_TEXTS; i++)
        csv_put(out, texts[i], ',', false);
    for (unsigned c = 0; c < RECAP_COLUMNS; c++) {
        buf_number(out, recap_count(recap, person, (RecapColumn)c));
        buf_char(out, c + 1 == RECAP_COLUMNS ? '\n' : ',');
    }
}

static bool write_csv(const Call *call, const RecapMade *made, const char *path,
                      Err *err)
{
    Buf out = buf_in(call->arena);
    put_head(&out);
    for (uint32_t p = 0; p < made->recap.r->person_count; p++) {
        if (made->recap.served[p])
            put_person(&made->recap, (PersonId){p}, &out);
    }
    return write_text(path, &out, err);
}

static bool write_canonical(const Call *call, const RecapMade *made,
                            const char *path, Err *err)
{
    (void)call;
    return file_write(path, made->text, err);
}

static bool write_html(const Call *call, const RecapMade *made,
                       const char *path, Err *err)
{
    Html page = {0};
    if (!recap_html(call->arena, made, call->lang, &page))
        return too_large(path, err);
    return file_write(path, page.safe, err);
}

static bool write_kinerja(const Call *call, const RecapMade *made,
                          const char *path, Err *err)
{
    Buf out = buf_in(call->arena);
    RecapReports reports = make_recap_reports(made);
    for (size_t i = 0; i < RECAP_KINERJA_TEXTS; i++)
        csv_put(&out, recap_file_kinerja_head(i), ',',
                i + 1 == RECAP_KINERJA_TEXTS);
    for (size_t r = 0; r < reports.count; r++) {
        Str texts[RECAP_KINERJA_TEXTS];
        recap_file_kinerja_row(call->arena, made->recap.r, &reports.at[r],
                               texts);
        for (size_t i = 0; i < RECAP_KINERJA_TEXTS; i++) {
            bool last = i + 1 == RECAP_KINERJA_TEXTS;
            if (i == RECAP_KINERJA_AMOUNT) /* a number, never run */
                buf_format(&out, "%.*s,", STR_ARG(texts[i]));
            else
                csv_put(&out, texts[i], ',', last);
        }
    }
    return write_text(path, &out, err);
}

/* ---- by ending ---------------------------------------------------------- */

typedef bool WriteFn(const Call *call, const RecapMade *made, const char *path,
                     Err *err);

static const struct {
    const char *ending;
    WriteFn *recap, *kinerja; /* NULL: not in that form */
} forms[] = {
    {".csv",   write_csv,       write_kinerja      },
    {".xlsx",  recap_sheet,     recap_sheet_kinerja},
    {".html",  write_html,      NULL               },
    {".rekap", write_canonical, NULL               },
};

static size_t form_of(const char *path)
{
    Str name = str_of(path);
    for (size_t i = 0; i < COUNT(forms); i++) {
        Str ending = str_of(forms[i].ending);
        if (name.len > ending.len && str_ends(name, ending)) return i;
    }
    return COUNT(forms);
}

bool recap_file_known(const char *path)
{
    return form_of(path) < COUNT(forms);
}

bool recap_file_kinerja_known(const char *path)
{
    size_t form = form_of(path);
    return form < COUNT(forms) && forms[form].kinerja != NULL;
}

bool recap_file_write(const Call *call, const RecapMade *made, const char *path,
                      Err *err)
{
    size_t form = form_of(path);
    CHECK(form < COUNT(forms));
    return forms[form].recap(call, made, path, err);
}

bool recap_file_kinerja(const Call *call, const RecapMade *made,
                        const char *path, Err *err)
{
    size_t form = form_of(path);
    CHECK(form < COUNT(forms) && forms[form].kinerja != NULL);
    return forms[form].kinerja(call, made, path, err);
}
