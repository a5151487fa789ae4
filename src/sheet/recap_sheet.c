/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/recap_sheet.h"

#include "sheet/book.h"
#include "sheet/recap_file.h"
#include "sheet/recap_follow.h"
#include "sheet/recap_text.h"

typedef struct {
    SheetBook *book;
    const RecapMade *made;
    const Recap *recap;
    const Register *r;
} Sheets;

static Sheets sheets_of(SheetBook *book, const void *made)
{
    const RecapMade *m = made;
    return (Sheets){book, m, &m->recap, m->recap.r};
}

static void put_column_heads(Sheets *b, size_t first)
{
    for (unsigned c = 0; c < RECAP_COLUMNS; c++)
        sheet_book_text(
            b->book, 0, first + c,
            recap_text_column(b->book->arena, (RecapColumn)c, b->book->lang),
            b->book->head);
}

/* ---- the sheets --------------------------------------------------------- */

static void put_person(Sheets *b, lxw_row_t row, PersonId person)
{
    Str texts[RECAP_PERSON_TEXTS];
    recap_file_person(b->r, person, texts);
    for (size_t i = 0; i < RECAP_PERSON_TEXTS; i++)
        sheet_book_text(b->book, row, i, texts[i], NULL);
    for (unsigned c = 0; c < RECAP_COLUMNS; c++)
        sheet_book_number(b->book, row, RECAP_PERSON_TEXTS + c,
                          recap_count(b->recap, person, (RecapColumn)c));
}

static void put_people(Sheets *b)
{
    static const int widths[RECAP_PERSON_TEXTS] = {9, 21, 30, 34, 34};
    lxw_row_t row = 0;
    sheet_book_begin(b->book, "Pegawai", "People", 3);
    for (size_t i = 0; i < RECAP_PERSON_TEXTS; i++) {
        (void)worksheet_set_column(b->book->sheet, (lxw_col_t)i, (lxw_col_t)i,
                                   widths[i], NULL);
        sheet_book_text(b->book, 0, i, recap_file_person_head(i),
                        b->book->head);
    }
    put_column_heads(b, RECAP_PERSON_TEXTS);
    for (uint32_t p = 0; p < b->r->person_count; p++) {
        if (b->recap->served[p]) put_person(b, ++row, (PersonId){p});
    }
}

static void put_unit(Sheets *b, lxw_row_t row, RecapLevel level, UnitId unit)
{
    const RecapUnit *sums = &b->recap->units[level][unit.index];
    sheet_book_text(b->book, row, 0, b->r->units[unit.index].name, NULL);
    sheet_book_number(b->book, row, 1, sums->people);
    sheet_book_number(b->book, row, 2, sums->breaching);
    sheet_book_number(b->book, row, 3, sums->cap_days);
    sheet_book_number(b->book, row, 4, sums->cap_kept);
    sheet_book_number(b->book, row, 5, sums->in_turn);
    sheet_book_number(b->book, row, 6, sums->least);
    sheet_book_number(b->book, row, 7, sums->most);
    for (unsigned c = 0; c < RECAP_COLUMNS; c++)
        sheet_book_number(b->book, row, 8 + c, sums->counts[c]);
}

static void put_units(Sheets *b, RecapLevel level, const char *id,
                      const char *en)
{
    lxw_row_t row = 0;
    sheet_book_begin(b->book, id, en, 1);
    (void)worksheet_set_column(b->book->sheet, 0, 0, 44, NULL);
    sheet_book_head(b->book, 0, "unit", "unit");
    sheet_book_head(b->book, 1, "pegawai", "people");
    sheet_book_head(b->book, 2, "pegawai melanggar", "people with a breach");
    sheet_book_head(b->book, 3, "hari berbatas", "days under a cap");
    sheet_book_head(b->book, 4, "batas dijaga", "cap kept");
    sheet_book_head(b->book, 5, "bergilir", "in turn");
    sheet_book_head(b->book, 6, "hari kantor paling sedikit",
                    "least office days");
    sheet_book_head(b->book, 7, "hari kantor paling banyak",
                    "most office days");
    put_column_heads(b, 8);
    for (uint32_t i = 0; i < b->r->unit_count; i++) {
        UnitId unit = b->r->preorder[i];
        if (recap_text_has(b->recap, level, unit))
            put_unit(b, ++row, level, unit);
    }
}

static void put_caps(Sheets *b)
{
    sheet_book_begin(b->book, "Batas", "Caps", 1);
    (void)worksheet_set_column(b->book->sheet, 0, 0, 44, NULL);
    sheet_book_head(b->book, 0, "batas yang tidak dijaga",
                    "cap that was not kept");
    sheet_book_head(b->book, 1, "tanggal", "date");
    sheet_book_head(b->book, 2, "aturan", "rule");
    sheet_book_head(b->book, 3, "dasar", "base");
    sheet_book_head(b->book, 4, "batas", "cap");
    sheet_book_head(b->book, 5, "direncanakan", "planned");
    sheet_book_head(b->book, 6, "masuk", "came");
    for (size_t i = 0; i < b->recap->over_count; i++) {
        const RecapCap *over = &b->recap->over[i];
        lxw_row_t row = (lxw_row_t)i + 1;
        sheet_book_text(b->book, row, 0, b->r->units[over->unit.index].name,
                        NULL);
        sheet_book_date(b->book, row, 1, over->day);
        sheet_book_text(b->book, row, 2,
                        corpus_clause(b->recap->corpus, over->cap)->cite, NULL);
        sheet_book_number(b->book, row, 3, over->base);
        sheet_book_number(b->book, row, 4, over->stated);
        sheet_book_number(b->book, row, 5, over->planned);
        sheet_book_number(b->book, row, 6, over->there);
    }
}

static void put_holes(Sheets *b)
{
    lxw_row_t row = 0;
    sheet_book_begin(b->book, "Server mati", "Outages", 1);
    (void)worksheet_set_column(b->book->sheet, 0, 0, 44, NULL);
    sheet_book_head(b->book, 0, "tanggal", "date");
    sheet_book_head(b->book, 1, "menit mati", "minutes down");
    sheet_book_head(b->book, 2, "temuan tidak diketahui", "findings unknown");
    for (size_t i = 0; i < b->recap->hole_count; i++) {
        sheet_book_date(b->book, ++row, 0, b->recap->holes[i].day);
        sheet_book_number(b->book, row, 1, b->recap->holes[i].minutes);
        sheet_book_number(b->book, row, 2, b->recap->holes[i].unknown);
    }
    sheet_book_text(b->book, row + 2, 0, str_of(b->made->hash), NULL);
    sheet_book_text(b->book, row + 3, 0,
                    recap_text_closing(b->book->arena, b->made, b->book->lang),
                    NULL);
    sheet_book_text(b->book, row + 4, 0, b->recap->corpus->government->note,
                    NULL);
}

/* ---- what follows: a row a person and clause ----------------------------- */

enum { FOLLOW_COLUMN = RECAP_PERSON_TEXTS };

static void put_follow_heads(Sheets *b)
{
    for (size_t i = 0; i < RECAP_PERSON_TEXTS; i++)
        sheet_book_text(b->book, 0, i, recap_file_person_head(i),
                        b->book->head);
    sheet_book_head(b->book, FOLLOW_COLUMN, "yang dihitung", "what is counted");
    sheet_book_head(b->book, FOLLOW_COLUMN + 1, "aturan", "rule");
    sheet_book_head(b->book, FOLLOW_COLUMN + 2, "hari atau pelanggaran",
                    "days or breaches");
    sheet_book_head(b->book, FOLLOW_COLUMN + 3, "jam atau persen",
                    "hours or percent");
    sheet_book_head(b->book, FOLLOW_COLUMN + 4, "hari belum dihitung",
                    "days not counted");
    sheet_book_head(b->book, FOLLOW_COLUMN + 5, "tanggal", "dates");
    sheet_book_head(b->book, FOLLOW_COLUMN + 6, "keterangan", "in words");
}

static void put_followed(Sheets *b, lxw_row_t row, PersonId person, uint32_t f)
{
    Str texts[RECAP_PERSON_TEXTS];
    const RecapFollow *follow = &b->recap->follows[f];
    const RecapFollowed *one = recap_followed(b->recap, person, f);
    recap_file_person(b->r, person, texts);
    for (size_t i = 0; i < RECAP_PERSON_TEXTS; i++)
        sheet_book_text(b->book, row, i, texts[i], NULL);
    sheet_book_text(b->book, row, FOLLOW_COLUMN,
                    recap_follow_kind(follow->rule.what, b->book->lang), NULL);
    sheet_book_text(b->book, row, FOLLOW_COLUMN + 1,
                    corpus_clause(b->recap->corpus, follow->by)->cite, NULL);
    sheet_book_number(b->book, row, FOLLOW_COLUMN + 2, one->count);
    if (follow->rule.what != FOLLOWS_STEP)
        sheet_book_hundredths(b->book, row, FOLLOW_COLUMN + 3, one->sum);
    sheet_book_number(b->book, row, FOLLOW_COLUMN + 4, one->open);
    sheet_book_text(b->book, row, FOLLOW_COLUMN + 5,
                    recap_follow_isos(b->book->arena, b->recap, person, f),
                    NULL);
    sheet_book_text(
        b->book, row, FOLLOW_COLUMN + 6,
        recap_follow_words(b->book->arena, b->recap, person, f, b->book->lang),
        NULL);
}

static void put_follow(Sheets *b)
{
    lxw_row_t row = 0;
    if (b->recap->follow_count == 0) return;
    sheet_book_begin(b->book, "Akibat", "What follows", 3);
    put_follow_heads(b);
    for (uint32_t p = 0; p < b->r->person_count; p++) {
        for (uint32_t f = 0; f < b->recap->follow_count; f++) {
            if (recap_follow_tells(b->recap, (PersonId){p}, f))
                put_followed(b, ++row, (PersonId){p}, f);
        }
    }
}

static void put_recap(SheetBook *book, const void *made)
{
    Sheets all = sheets_of(book, made), *b = &all;
    put_people(b);
    put_units(b, RECAP_WORK_UNITS, "Unit kerja", "Work units");
    put_units(b, RECAP_AGENCIES, "Perangkat daerah", "Agencies");
    put_caps(b);
    put_follow(b);
    put_holes(b);
}

static void put_kinerja(SheetBook *book, const void *made)
{
    Sheets all = sheets_of(book, made), *b = &all;
    static const int widths[RECAP_KINERJA_TEXTS] = {21, 12, 36, 60,
                                                    11, 14, 36, 14};
    RecapReports reports = make_recap_reports(b->made);
    sheet_book_begin(b->book, "e-Kinerja", "e-Kinerja", 1);
    for (size_t i = 0; i < RECAP_KINERJA_TEXTS; i++) {
        (void)worksheet_set_column(b->book->sheet, (lxw_col_t)i, (lxw_col_t)i,
                                   widths[i], NULL);
        sheet_book_text(b->book, 0, i, recap_file_kinerja_head(i),
                        b->book->head);
    }
    for (size_t k = 0; k < reports.count; k++) {
        Str texts[RECAP_KINERJA_TEXTS];
        lxw_row_t row = (lxw_row_t)k + 1;
        recap_file_kinerja_row(b->book->arena, b->r, &reports.at[k], texts);
        for (size_t i = 0; i < RECAP_KINERJA_TEXTS; i++) {
            if (i != RECAP_KINERJA_AMOUNT)
                sheet_book_text(b->book, row, i, texts[i], NULL);
            else if (texts[i].len > 0)
                sheet_book_number(b->book, row, i, reports.at[k].number);
        }
    }
}

/* ---- the files ---------------------------------------------------------- */

bool recap_sheet(Arena *arena, Lang lang, const RecapMade *made, Str *out,
                 Err *err)
{
    return sheet_book_make(arena, lang, put_recap, made, out, err);
}

bool recap_sheet_kinerja(Arena *arena, Lang lang, const RecapMade *made,
                         Str *out, Err *err)
{
    return sheet_book_make(arena, lang, put_kinerja, made, out, err);
}
