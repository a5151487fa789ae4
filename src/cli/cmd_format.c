/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"
#include "circular/parse.h"
#include "circular/print.h"
#include "cli/commands.h"
#include "cli/open.h"

/*
 * The canonical text of letters, each in its own language.  A file is written
 * only when its text is another, and only when the new one reads back as the
 * same letter.
 */

typedef struct {
    const Call *call;
    Buf out;
    int code;
} Format;

static bool reads_back(const Format *f, const Letter *letter, Str text)
{
    Letter again = {0};
    const Source source = {STR("canonical"), text};
    Diags diags = diags_in(f->call->arena);
    return letter_parse(f->call->arena, &source, &again, &diags) &&
           tree_is(letter, &again);
}

/* What is worst is told by the exit code. */
static void note(Format *f, int code)
{
    if (code > f->code) f->code = code;
}

static void put_line(Format *f, const char *id, const char *en,
                     const char *path)
{
    buf_format(&f->out, "%s: %s\n", path, f->call->lang == LANG_EN ? en : id);
}

static void write_back(Format *f, const char *path, Str text)
{
    Err err = {0};
    if (file_write(path, text, &err))
        put_line(f, "ditulis dalam bentuk baku", "written in canonical form",
                 path);
    else
        note(f, say_refusal(f->call, NULL, &err));
}

static void settle(Format *f, const char *path, const CorpusInput *letter)
{
    Buf text = buf_in(f->call->arena);
    letter_print(letter->tree, letter->tree->lang, &text);
    bool same = str_is(buf_str(&text), letter->source->text);
    CHECK(reads_back(f, letter->tree, buf_str(&text)));
    if (f->call->option[OPT_DRY_RUN] != NULL) {
        buf_put(&f->out, buf_str(&text));
    } else if (f->call->option[OPT_CHECK] != NULL && !same) {
        put_line(f, "belum dalam bentuk baku", "not in canonical form", path);
        note(f, EXIT_INPUT);
    } else if (!same) {
        write_back(f, path, buf_str(&text));
    }
}

static void format(Format *f, const char *path)
{
    const Call *call = f->call;
    Err err = {0};
    CorpusInput letter = {0};
    Office office = {.arena = call->arena, .diags = diags_in(call->arena)};
    int code = EXIT_DONE;
    if (!open_file(call, path, &code))
        note(f, code);
    else if (office_read_letter(call->arena, path, str_of(path), &letter,
                                &office.diags, &err))
        settle(f, path, &letter);
    else
        note(f, say_refusal(call, &office, &err));
}

int cmd_format(const Call *call)
{
    Format f = {.call = call, .out = buf_in(call->arena), .code = EXIT_DONE};
    bool check = call->option[OPT_CHECK] != NULL;
    if (check && call->option[OPT_DRY_RUN] != NULL)
        return say_usage(call, "pilih --check atau --dry-run",
                         "choose --check or --dry-run");
    for (size_t i = 0; i < call->word_count; i++)
        format(&f, call->words[i]);
    return say_result(call, &f.out, f.code);
}
