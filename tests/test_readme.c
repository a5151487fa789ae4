/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every command that README.md shows works as it stands there, in its order;
 * "jadwal.csv" and its like are written in the folder of the test, and so is
 * "data-contoh".
 */
#include "base/buf.h"
#include "base/file.h"
#include "cli_run.h"
#include "harness.h"

#include <wordexp.h>

static const char shown[] = "build/tatakerja ";

/* "a*.x b" -> "a1.x a2.x b", and files of our own marked with "@". */
static const char *as_the_shell_has_it(Str line)
{
    wordexp_t words = {0};
    Buf out = buf_in(cli_memory());
    if (!EXPECT(wordexp(str_c(cli_memory(), line), &words, WRDE_NOCMD) == 0))
        return "";
    for (size_t i = 0; i < words.we_wordc; i++) {
        Str word = str_of(words.we_wordv[i]);
        if (i > 0) buf_char(&out, ' ');
        if (str_starts(word, STR("jadwal.")) ||
            str_is(word, STR("data-contoh")))
            buf_char(&out, '@');
        buf_put(&out, word);
    }
    wordfree(&words);
    return str_c(cli_memory(), buf_str(&out));
}

FACT(every_command_of_the_readme_works)
{
    Err err = {0};
    Str text = {0};
    Str line = {0};
    int count = 0;
    if (!EXPECT(file_read(cli_memory(), "README.md", 1 << 20, &text, &err)))
        return;
    while (str_next(&text, '\n', &line)) {
        if (!str_starts(line, str_of(shown))) continue;
        ROW("%.*s", STR_ARG(line));
        Str words = str_slice(line, sizeof shown - 1, line.len);
        EXPECT_INT(cli_run(as_the_shell_has_it(words)).code, 0);
        count++;
    }
    EXPECT(count >= 5);
}
