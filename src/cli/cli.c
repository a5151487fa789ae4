/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/cli.h"

#include "cli/args.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 1 << 21 };

/* Indonesian, unless the environment asks for English. */
static Lang lang_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < COUNT(names); i++) {
        /* Nothing in this program changes its environment. */
        const char *value = getenv(names[i]); /* NOLINT(*-mt-unsafe) */
        if (value == NULL || value[0] == '\0') continue;
        return strncmp(value, "en", 2) == 0 ? LANG_EN : LANG_ID;
    }
    return LANG_ID;
}

int cli_main(int count, char **words)
{
    AUTO(arena_done) Arena *arena = arena_open(FIRST_BLOCK);
    Call call = {0};
    int code = args_read(arena, lang_of_environment(), count, words, &call);
    return code == EXIT_DONE ? call.command->run(&call) : code;
}
