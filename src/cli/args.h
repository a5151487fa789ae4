/* SPDX-License-Identifier: Apache-2.0 */
/*
 * args.h - from the words of a command line to a Call.
 *
 *   call   = command { word | option }
 *   option = "--" name ( "=" value | value ) | "-" letter value | "--" words
 *
 * What is wrong is said here, with what would be right.
 */
#pragma once

#include "cli/command.h"

/*
 * args_read - EXIT_DONE and *out set, or EXIT_USAGE after the fault was said.
 * `lang` is used until the words ask for another.
 */
int args_read(Arena *arena, Lang lang, int count, char **words, Call *out);

/* The language asked for anywhere among the words, else `lang`. */
Lang args_lang(int count, char **words, Lang lang);

/*
 * args_date - "2020-08-03", "3-8-2020", "03/08/2020", "3 Agustus 2020".
 * False after the fault was said (then the command ends with EXIT_USAGE).
 */
bool args_date(const Call *call, const char *text, Date *out);

/* The date of an option, or `otherwise` when it was not given. */
bool args_option_date(const Call *call, OptionId id, Date otherwise, Date *out);

/*
 * args_window - the days of --from and --to, which are given together; *out
 * stays when neither is.  False after the fault was said.
 */
bool args_window(const Call *call, Window *out);
