/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/command.h"

#include "cli/commands.h"

#include <string.h>

#define HAS(name) (1U << OPT_##name)

/* One text in each language. */
#define BOTH(id, en) \
    {                \
        (id), (en)   \
    }

static const Option options[] = {
#define OPTION(id, word, letter, value_id, value_en, said_id, said_en) \
    [OPT_##id] = {(word), (letter), BOTH(value_id, value_en),          \
                  BOTH(said_id, said_en)},
#include "cli/commands.def"
};

static const Command commands[] = {
#define COMMAND(id, follows_id, follows_en, least, most, needs, takes, \
                said_id, said_en, more_id, more_en)                    \
    {#id,                                                              \
     cmd_##id,                                                         \
     BOTH(follows_id, follows_en),                                     \
     (least),                                                          \
     (most),                                                           \
     (needs),                                                          \
     (needs) | (takes),                                                \
     BOTH(said_id, said_en),                                           \
     BOTH(more_id, more_en)},
#include "cli/commands.def"
};

const Command *command_list(size_t *count)
{
    *count = COUNT(commands);
    return commands;
}

const Option *command_option(OptionId id)
{
    CHECK(id < OPT_COUNT);
    return &options[id];
}

const Command *command_find(const char *name)
{
    for (size_t i = 0; i < COUNT(commands); i++) {
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    }
    return NULL;
}

/* The language may be asked for anywhere. */
bool command_takes(const Command *command, OptionId id)
{
    return id == OPT_LANG || (command->takes & 1U << id) != 0;
}

const Command *command_nearest(Arena *arena, const char *name)
{
    const Command *nearest = NULL;
    size_t best = 3; /* further than two letters away is another word */
    Str wrong = str_fold(arena, str_of(name));
    for (size_t i = 0; i < COUNT(commands); i++) {
        size_t far = str_distance(wrong, str_of(commands[i].name), best);
        if (far >= best) continue;
        best = far;
        nearest = &commands[i];
    }
    return nearest;
}
