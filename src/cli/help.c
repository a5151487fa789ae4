/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/help.h"

#include "cli/say.h"

#include <string.h>

static const struct {
    int code;
    const char *said[2];
} codes[] = {
    {EXIT_DONE,  {"selesai; peringatan boleh ada", "done; warnings allowed"}  },
    {EXIT_INPUT,
     {"masukan keliru, atau yang bertindak tidak berwenang",
      "the input is wrong, or who acts may not"}                              },
    {EXIT_USAGE, {"perintah keliru", "the command is wrong"}                  },
    {EXIT_WORLD,
     {"berkas, jaringan, atau media menolak", "file, network or disk refused"}},
    {EXIT_CLASH, {"tidak ada jadwal yang mungkin", "no roster exists"}        },
};

enum { WIDTH = 78, MARGIN = 4 };

/* The text in lines of at most WIDTH, each behind MARGIN blanks. */
static void put_wrapped(Buf *out, const char *text)
{
    Str rest = str_of(text);
    Str word = {0};
    size_t at = 0;
    while (str_next(&rest, ' ', &word)) {
        size_t wide = str_columns(word);
        if (at > 0 && at + 1 + wide > WIDTH) {
            buf_char(out, '\n');
            at = 0;
        }
        buf_c(out, at == 0 ? "    " : " ");
        at += wide + (at == 0 ? MARGIN : 1);
        buf_put(out, word);
    }
    buf_char(out, '\n');
}

void help_all(Lang lang, Buf *out)
{
    size_t count = 0;
    const Command *list = command_list(&count);
    say_format(out, lang,
               "Tata Kerja: dari surat edaran ke jadwal kerja yang terbukti.\n"
               "\npakai: tatakerja PERINTAH ... [--lang id|en]\n\n",
               "Tata Kerja: from circulars to proved rosters.\n"
               "\nusage: tatakerja COMMAND ... [--lang id|en]\n\n");
    for (size_t i = 0; i < count; i++)
        buf_format(out, "  %-9s %s\n", list[i].name, list[i].said[lang]);
    say_format(out, lang, "\nkode keluar:", "\nexit codes:");
    for (size_t i = 0; i < COUNT(codes); i++)
        buf_format(out, "\n  %d  %s", codes[i].code, codes[i].said[lang]);
    say_format(out, lang,
               "\n\nTanggal ditulis 2020-08-03, 3-8-2020, atau "
               "\"3 Agustus 2020\".\n"
               "Lebih lanjut: tatakerja help PERINTAH\n",
               "\n\nDates are written 2020-08-03, 3-8-2020 or "
               "\"3 August 2020\".\n"
               "More: tatakerja help COMMAND\n");
}

static void put_option(const Option *option, Lang lang, Buf *out)
{
    buf_c(out, "  ");
    if (option->letter != 0) buf_format(out, "-%c, ", option->letter);
    const char *value = option->value[lang];
    buf_format(out, "--%s%s%s\n    ", option->name, value[0] == '\0' ? "" : " ",
               value);
    buf_c(out, option->said[lang]);
    buf_char(out, '\n');
}

void help_command(const Command *command, Lang lang, Buf *out)
{
    say_format(out, lang, "pakai: tatakerja %s %s\n\n",
               "usage: tatakerja %s %s\n\n", command->name,
               command->follows[lang]);
    put_wrapped(out, command->said[lang]);
    if (command->more[lang][0] != '\0') {
        buf_char(out, '\n');
        put_wrapped(out, command->more[lang]);
    }
    buf_char(out, '\n');
    for (unsigned i = 0; i < OPT_COUNT; i++) {
        if (command_takes(command, (OptionId)i))
            put_option(command_option((OptionId)i), lang, out);
    }
}

/* ---- roff -------------------------------------------------------------- */

/* A text as roff takes it: no line begins with a control, minus is minus. */
static void put_roff(Buf *out, const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\\')
            buf_c(out, "\\e");
        else if (*at == '-')
            buf_c(out, "\\-");
        else if ((*at == '.' || *at == '\'') && (at == text || at[-1] == '\n'))
            buf_format(out, "\\&%c", *at);
        else
            buf_char(out, *at);
    }
}

static void put_section(Buf *out, Lang lang, const char *id, const char *en)
{
    buf_c(out, ".SH ");
    buf_c(out, lang == LANG_EN ? en : id);
    buf_char(out, '\n');
}

static void man_command(const Command *command, Lang lang, Buf *out)
{
    buf_c(out, ".TP\n.B tatakerja ");
    put_roff(out, command->name);
    if (command->follows[lang][0] != '\0') {
        buf_c(out, " \\fR");
        put_roff(out, command->follows[lang]);
    }
    buf_char(out, '\n');
    put_roff(out, command->said[lang]);
    buf_c(out, ".\n");
    if (command->more[lang][0] == '\0') return;
    put_roff(out, command->more[lang]);
    buf_char(out, '\n');
}

static void man_option(const Option *option, Lang lang, Buf *out)
{
    buf_c(out, ".TP\n.B ");
    if (option->letter != 0) buf_format(out, "\\-%c, ", option->letter);
    buf_format(out, "\\-\\-%s \\fI", option->name);
    put_roff(out, option->value[lang]);
    buf_c(out, "\\fR\n");
    put_roff(out, option->said[lang]);
    buf_c(out, ".\n");
}

void help_man(Lang lang, Buf *out)
{
    size_t count = 0;
    const Command *list = command_list(&count);
    buf_c(out, ".\\\" Made by: tatakerja man\n.TH TATAKERJA 1\n");
    put_section(out, lang, "NAMA", "NAME");
    say_format(
        out, lang,
        "tatakerja \\- dari surat edaran ke jadwal kerja yang terbukti\n",
        "tatakerja \\- from circulars to proved rosters\n");
    put_section(out, lang, "PERINTAH", "COMMANDS");
    for (size_t i = 0; i < count; i++)
        man_command(&list[i], lang, out);
    put_section(out, lang, "PILIHAN", "OPTIONS");
    for (unsigned i = 0; i < OPT_COUNT; i++)
        man_option(command_option((OptionId)i), lang, out);
    put_section(out, lang, "KODE KELUAR", "EXIT CODES");
    for (size_t i = 0; i < COUNT(codes); i++) {
        buf_format(out, ".TP\n.B %d\n", codes[i].code);
        put_roff(out, codes[i].said[lang]);
        buf_c(out, ".\n");
    }
    put_section(out, lang, "LINGKUNGAN", "ENVIRONMENT");
    say_format(out, lang,
               ".TP\n.B TATAKERJA_DATA\nfolder data yang memuat "
               "calendar/nasional.csv.\n.TP\n.B LANG\nbahasa keluaran bila "
               "\\-\\-lang tidak diberikan.\n",
               ".TP\n.B TATAKERJA_DATA\nthe data folder, which holds "
               "calendar/nasional.csv.\n.TP\n.B LANG\nlanguage of what is "
               "said, without \\-\\-lang.\n");
}
