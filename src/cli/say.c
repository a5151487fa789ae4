/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/say.h"

#include <stdarg.h>
#include <stdio.h>

#define PUT(out, lang, id, en)                                  \
    do {                                                        \
        va_list list;                                           \
        va_start(list, en);                                     \
        say_list((out), (lang) == LANG_EN ? (en) : (id), list); \
        va_end(list);                                           \
    } while (0)

static bool put_all(FILE *to, Str text)
{
    return fwrite(text.ptr, 1, text.len, to) == text.len && fflush(to) == 0;
}

static void put_aside(const Buf *out)
{
    Str text = buf_str(out);
    if (text.len > 0)
        (void)put_all(stderr, text); /* nobody is left to be told */
}

int say_result(const Call *call, const Buf *out, int code)
{
    Str text = buf_str(out);
    if (buf_ok(out) && (text.len == 0 || put_all(stdout, text))) return code;
    say_error(call, "hasil tidak dapat dituliskan",
              "the result could not be written");
    return EXIT_WORLD;
}

static void put_error_head(Buf *out, Lang lang)
{
    say_format(out, lang, "galat: ", "error: ");
}

void say_error(const Call *call, const char *id, const char *en, ...)
{
    Buf out = buf_in(call->arena);
    put_error_head(&out, call->lang);
    PUT(&out, call->lang, id, en);
    buf_char(&out, '\n');
    put_aside(&out);
}

int say_usage(const Call *call, const char *id, const char *en, ...)
{
    Buf out = buf_in(call->arena);
    const Command *command = call->command;
    put_error_head(&out, call->lang);
    PUT(&out, call->lang, id, en);
    buf_char(&out, '\n');
    if (command != NULL)
        say_format(&out, call->lang,
                   "pakai:  tatakerja %s %s\nlebih:  tatakerja help %s\n",
                   "usage:  tatakerja %s %s\nmore:   tatakerja help %s\n",
                   command->name, command->follows[call->lang], command->name);
    else
        say_format(&out, call->lang, "lihat:  tatakerja help\n",
                   "see:    tatakerja help\n");
    put_aside(&out);
    return EXIT_USAGE;
}

/* Diagnostics of at least this level. */
static void put_diags(Buf *out, Lang lang, const Diags *diags, DiagLevel least)
{
    Diags kept = diags_in(out->arena);
    for (size_t i = 0; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.at[i];
        if (diag->level < least) continue;
        VEC_PUSH(out->arena, &kept.list, *diag);
        kept.errors += diag->level == DIAG_ERROR;
        kept.warnings += diag->level == DIAG_WARNING;
        kept.notes += diag->level == DIAG_NOTE;
    }
    if (kept.list.count > 0) diags_print(&kept, lang, out);
}

void say_remarks(Buf *out, Lang lang, const Office *office)
{
    put_diags(out, lang, &office->remarks, DIAG_WARNING);
}

void say_warnings(const Call *call, const Office *office)
{
    Buf out = buf_in(call->arena);
    put_diags(&out, call->lang, &office->diags, DIAG_WARNING);
    put_diags(&out, call->lang, &office->remarks, DIAG_WARNING);
    put_aside(&out);
}

/* What the system refused is said in English: what it is about goes before. */
static const char *indonesian_head(ErrKind kind)
{
    if (kind == ERR_IO) return "berkas atau media menolak: ";
    return kind == ERR_LIMIT ? "melebihi batas: " : "";
}

int say_refusal(const Call *call, const Office *office, const Err *err)
{
    Buf out = buf_in(call->arena);
    bool told = false;
    if (office != NULL && err->kind == ERR_INPUT) {
        put_diags(&out, call->lang, &office->diags, DIAG_ERROR);
        put_diags(&out, call->lang, &office->remarks, DIAG_ERROR);
        faults_print(&office->faults, call->lang, &out);
        told = out.len > 0;
    }
    if (!told) {
        put_error_head(&out, call->lang);
        bool told_id = call->lang == LANG_ID && err->id[0] != '\0';
        if (call->lang == LANG_ID && !told_id)
            buf_c(&out, indonesian_head(err->kind));
        buf_c(&out, told_id ? err->id : err->text);
        buf_char(&out, '\n');
    }
    put_aside(&out);
    return err_exit(err->kind);
}
