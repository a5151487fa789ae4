/* SPDX-License-Identifier: Apache-2.0 */
#include "app/import_files.h"
#include "cli/commands.h"
#include "cli/open.h"

static void put_files(Buf *out, Lang lang, const ImportPreview *p)
{
    for (size_t i = 0; i < p->file_count; i++) {
        const ImportedFile *file = &p->files[i];
        if (file->guess.sure < IMPORT_SURE) continue;
        Str table = import_files_table(file->guess.kind, lang);
        say_format(out, lang, "%.*s: tabel %.*s, %zu baris\n",
                   "%.*s: table of %.*s, %zu rows\n", STR_ARG(file->file),
                   STR_ARG(table), file->rows);
    }
}

/* "  pegawai      8.415"; parts of a count stand deeper. */
static void put_count(Buf *out, Lang lang, int depth, Str word, size_t count)
{
    if (count == 0) return;
    buf_format(out, "%*s%.*s  ", 2 * depth, "", STR_ARG(word));
    for (size_t wide = str_columns(word) + 2 * (size_t)depth; wide < 30; wide++)
        buf_char(out, ' ');
    say_number(out, lang, (int64_t)count);
    buf_char(out, '\n');
}

static void put_units(Buf *out, Lang lang, const Register *r)
{
    Words types = unit_type_words();
    for (size_t t = 0; t < types.count; t++) {
        size_t count = 0;
        bool again = false; /* a further spelling of a type before it */
        for (size_t b = 0; b < t; b++)
            again = again || types.at[b].value == types.at[t].value;
        for (uint32_t i = 0; i < r->unit_count && !again; i++)
            count += (int)r->units[i].type == types.at[t].value;
        put_count(out, lang, 2,
                  unit_type_word((UnitType)types.at[t].value, lang), count);
    }
}

static void put_staff(Buf *out, Lang lang, const Register *r)
{
#define X(name, word, full, asn)                                       \
    {                                                                  \
        size_t count = 0;                                              \
        for (uint32_t i = 0; i < r->person_count; i++)                 \
            count += r->people[i].kind == STAFF_##name;                \
        put_count(out, lang, 2, staff_kind_word(STAFF_##name), count); \
    }
    STAFF_KINDS(X)
#undef X
}

static void put_preview(Buf *out, Lang lang, const ImportPreview *p)
{
    const Register *r = &p->r;
    say_format(out, lang, "\nYang akan diimpor (belum ada yang ditulis):\n",
               "\nWhat would be imported (nothing has been written):\n");
    put_count(out, lang, 1, say_text(out->arena, lang, "unit", "units"),
              r->unit_count);
    put_units(out, lang, r);
    put_count(out, lang, 1, say_text(out->arena, lang, "jabatan", "posts"),
              r->post_count);
    put_count(out, lang, 1, say_text(out->arena, lang, "pegawai", "people"),
              r->person_count);
    put_staff(out, lang, r);
    put_count(
        out, lang, 1,
        say_text(out->arena, lang, "cuti dan dinas luar", "leave and trips"),
        r->absence_count);
    put_count(out, lang, 1, say_text(out->arena, lang, "tanda", "marks"),
              r->mark_count);
    put_count(out, lang, 1, say_text(out->arena, lang, "loket", "counters"),
              r->counter_count);
}

int cmd_import(const Call *call)
{
    Err err = {0};
    ImportPreview preview = {0};
    int code = EXIT_DONE;
    for (size_t i = 0; i < call->word_count; i++) {
        if (!open_file(call, call->words[i], &code)) return code;
    }
    if (!import_files(call->arena, call->words, call->word_count, &preview,
                      &err))
        return say_refusal(call, NULL, &err);

    Buf out = buf_in(call->arena);
    put_files(&out, call->lang, &preview);
    diags_print(&preview.remarks, call->lang, &out);
    if (preview.sound)
        put_preview(&out, call->lang, &preview);
    else
        faults_print(&preview.faults, call->lang, &out);
    return say_result(call, &out, preview.sound ? EXIT_DONE : EXIT_INPUT);
}
