/* SPDX-License-Identifier: Apache-2.0 */
/*
 * commands.h - what each command of commands.def runs: cmd_check, ...
 */
#pragma once

#include "cli/command.h"

#define COMMAND(name, ...) int cmd_##name(const Call *call);
#include "cli/commands.def"
