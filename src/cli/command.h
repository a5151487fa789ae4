/* SPDX-License-Identifier: Apache-2.0 */
/*
 * command.h - the commands of the program, and one of them as it was called.
 *
 * Everything about a command is made from commands.def.  A command returns
 * the exit code of the program: 0 done, 1 the input is wrong, 2 usage, 3 the
 * world refused, 4 no roster exists.
 */
#pragma once

#include "base/date.h"

enum { EXIT_DONE, EXIT_INPUT, EXIT_USAGE, EXIT_WORLD, EXIT_CLASH };

typedef enum {
#define OPTION(name, ...) OPT_##name,
#include "cli/commands.def"
    OPT_COUNT
} OptionId;

typedef struct {
    const char *name;
    char letter;          /* 0: none */
    const char *value[2]; /* by Lang */
    const char *said[2];
} Option;

typedef struct Command Command;

/* A call that was understood: words are as many as the command takes. */
typedef struct {
    Arena *arena;
    Lang lang;
    const Command *command;
    const char **words;
    size_t word_count;
    const char *option[OPT_COUNT]; /* NULL: not given */
} Call;

struct Command {
    const char *name;
    int (*run)(const Call *call);
    const char *follows[2]; /* by Lang */
    size_t least, most;     /* words */
    unsigned needs, takes;  /* bits of OptionId */
    const char *said[2];
    const char *more[2];
};

const Command *command_list(size_t *count);
const Option *command_option(OptionId id);
const Command *command_find(const char *name); /* or NULL */
bool command_takes(const Command *command, OptionId id);

/* The command whose name is nearest to a wrong one, or NULL. */
const Command *command_nearest(Arena *arena, const char *name);
