/* SPDX-License-Identifier: Apache-2.0 */
#include "cli_run.h"

#include "base/file.h"
#include "cli/cli.h"
#include "harness.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

Arena *cli_memory(void)
{
    static Arena *arena = NULL;
    if (arena == NULL) arena = arena_open(1 << 20);
    return arena;
}

const char *cli_path(const char *name)
{
    return file_path(cli_memory(), harness_folder(), name);
}

Str cli_content(const char *name)
{
    Err err = {0};
    Str text = {0};
    if (!file_read(cli_memory(), cli_path(name), 1 << 26, &text, &err))
        text = STR("");
    return text;
}

void cli_put(const char *name, const char *text)
{
    Err err = {0};
    EXPECT(file_write(cli_path(name), str_of(text), &err));
}

/* ---- a call ------------------------------------------------------------ */

enum { WORDS = 256 };

/* The words of a line, parted by single blanks; "~" is a blank in a word, and
 * "@" at its start the folder of the test. */
static int split(char *words[WORDS], const char *line)
{
    int count = 0;
    Str rest = str_of(line);
    Str word = {0};
    words[count++] = (char *)(uintptr_t)str_c(cli_memory(), STR("tatakerja"));
    while (count < WORDS - 1 && str_next(&rest, ' ', &word)) {
        const char *text = str_c(cli_memory(), word);
        if (text[0] == '@') text = cli_path(text + 1);
        words[count] = (char *)(uintptr_t)text;
        for (char *c = words[count]; *c != '\0'; c++)
            *c = *c == '~' ? ' ' : *c;
        count++;
    }
    words[count] = NULL;
    return count;
}

static _Noreturn void be_the_program(const char *line)
{
    char *words[WORDS];
    int count = split(words, line);
    bool opened = freopen(cli_path("out"), "w", stdout) != NULL &&
                  freopen(cli_path("err"), "w", stderr) != NULL;
    (void)setenv("LC_ALL", "C", 1);
    if (getenv("TATAKERJA_DATA") == NULL)
        (void)setenv("TATAKERJA_DATA", "data", 1);
    int code = opened ? cli_main(count, words) : 99;
    (void)fflush(NULL);
    _exit(code);
}

Ran cli_run(const char *line)
{
    int status = 0;
    (void)harness_folder(); /* made here, not in the child */
    (void)fflush(NULL);
    pid_t child = fork();
    if (child == 0) be_the_program(line);
    EXPECT(child > 0 && waitpid(child, &status, 0) == child);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return (Ran){code, cli_content("out"), cli_content("err")};
}

Ran cli_runf(const char *fmt, ...)
{
    char line[512];
    va_list list;
    va_start(list, fmt);
    int len = vsnprintf(line, sizeof line, fmt, list);
    va_end(list);
    CHECK(len >= 0 && (size_t)len < sizeof line);
    return cli_run(line);
}
