/* SPDX-License-Identifier: Apache-2.0 */
#include "harness.h"

#include "base/file.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_FACTS = 500 };

static struct {
    const char *name;
    FactFn *run;
} facts[MOST_FACTS];

static size_t fact_count;
static int passed, failed;
static bool in_row, row_failed;
static const char *fact_name;
static char row_name[200];
static char folder[64];

void harness_enlist(const char *name, FactFn *fact)
{
    CHECK(fact_count < MOST_FACTS);
    facts[fact_count].name = name;
    facts[fact_count++].run = fact;
}

static void end_row(void)
{
    if (in_row && row_failed) failed++;
    if (in_row && !row_failed) passed++;
    in_row = row_failed = false;
    row_name[0] = '\0';
}

void harness_row(const char *fmt, ...)
{
    /* What comes before the first row is not a row, unless it failed. */
    if (row_name[0] != '\0' || row_failed) end_row();
    in_row = true;
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(row_name, sizeof row_name, fmt, ap);
    va_end(ap);
    if (row_name[0] == '\0') (void)strcpy(row_name, "(empty)");
}

static void say_failed(const char *file, int line)
{
    row_failed = true;
    printf("%s:%d: %s", file, line, fact_name);
    if (row_name[0] != '\0') printf(" [%s]", row_name);
    printf(": ");
}

bool harness_expect(bool holds, const char *what, const char *file, int line)
{
    if (holds) return true;
    say_failed(file, line);
    printf("not so: %s\n", what);
    return false;
}

bool harness_expect_int(int64_t got, int64_t want, const char *what,
                        const char *file, int line)
{
    if (got == want) return true;
    say_failed(file, line);
    printf("%s is %lld, not %lld\n", what, (long long)got, (long long)want);
    return false;
}

bool harness_expect_str(Str got, Str want, const char *what, const char *file,
                        int line)
{
    if (str_is(got, want)) return true;
    say_failed(file, line);
    printf("%s is\n  '%.*s', not\n  '%.*s'\n", what, STR_ARG(got),
           STR_ARG(want));
    return false;
}

bool harness_expect_has(Str got, Str part, const char *what, const char *file,
                        int line)
{
    if (str_find(got, part, 0) != SIZE_MAX) return true;
    say_failed(file, line);
    printf("%s is\n  '%.*s', without\n  '%.*s'\n", what, STR_ARG(got),
           STR_ARG(part));
    return false;
}

bool harness_expect_lacks(Str got, Str part, const char *what, const char *file,
                          int line)
{
    if (str_find(got, part, 0) == SIZE_MAX) return true;
    say_failed(file, line);
    printf("%s is\n  '%.*s', with\n  '%.*s'\n", what, STR_ARG(got),
           STR_ARG(part));
    return false;
}

bool harness_dies(FactFn *fn)
{
    int status = 0;
    (void)fflush(stdout);
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        if (freopen("/dev/null", "w", stderr) != NULL) fn();
        _exit(0);
    }
    CHECK(waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

Str harness_str(Str text)
{
    return text;
}

bool harness_soaks(void)
{
    const char *soak = getenv("SOAK"); /* NOLINT(*-mt-unsafe) */
    return soak != NULL && *soak == '1';
}

int harness_trials(int usual)
{
    return harness_soaks() ? usual * 10 : usual;
}

#ifdef __has_feature
#    if __has_feature(address_sanitizer)
#        define SANITIZED 1
#    endif
#endif
#ifdef __SANITIZE_ADDRESS__
#    define SANITIZED 1
#endif

bool harness_sanitized(void)
{
#ifdef SANITIZED
    return true;
#else
    return false;
#endif
}

uint64_t harness_stride(void)
{
    return harness_sanitized() && !harness_soaks() ? 3 : 1;
}

const char *harness_folder(void)
{
    if (folder[0] == '\0') {
        (void)strcpy(folder, "/tmp/tatakerja-test-XXXXXX");
        CHECK(mkdtemp(folder) != NULL);
    }
    return folder;
}

static void remove_folder(void)
{
    char command[100];
    if (folder[0] == '\0') return;
    (void)snprintf(command, sizeof command, "rm -rf '%s'", folder);
    CHECK(system(command) == 0);
}

int main(int argc, char **argv)
{
    for (size_t i = 0; i < fact_count; i++) {
        if (argc > 1 && strstr(facts[i].name, argv[1]) == NULL) continue;
        fact_name = facts[i].name;
        in_row = true;
        facts[i].run();
        end_row();
        (void)fflush(stdout);
    }
    remove_folder();
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0 || passed == 0;
}
