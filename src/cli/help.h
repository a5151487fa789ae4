/* SPDX-License-Identifier: Apache-2.0 */
/*
 * help.h - help and the manual page, made from commands.def.
 */
#pragma once

#include "base/buf.h"
#include "cli/command.h"

void help_all(Lang lang, Buf *out);
void help_command(const Command *command, Lang lang, Buf *out);
void help_man(Lang lang, Buf *out); /* roff, man(7) */
