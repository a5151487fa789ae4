/*
 * mklanguage.c - print what is made from the words of the language.
 *
 *     build/tools/mklanguage grammar|vim|vscode|dict
 *
 * tools/language writes all of it to its places.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "circular/vocabulary.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    void (*make)(Buf *out);
} kinds[] = {
    {"grammar", vocabulary_grammar   },
    {"vim",     vocabulary_vim       },
    {"vscode",  vocabulary_vscode    },
    {"dict",    vocabulary_dictionary},
};

int main(int argc, char **argv)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Buf out = buf_in(arena);
    for (size_t i = 0; argc == 2 && i < COUNT(kinds); i++) {
        if (strcmp(argv[1], kinds[i].name) == 0) kinds[i].make(&out);
    }
    if (out.len == 0) return 2;
    return fwrite(out.ptr, 1, out.len, stdout) == out.len ? 0 : 3;
}
